"""A widget that paints itself does so anew once what it shows has changed, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from engine import Scenario, parameter
from gui.charts import flags as flags_module
from gui.charts.flags import Flags
from gui.charts.legend import Entry, Legend
from gui.charts.ribbon import Ribbon
from gui.levers.badges import ChangedDot, LockButton
from gui.levers.number_line import NumberLine
from gui.levers.slider import LeverSlider
from gui.levers.track import Preview, PreviewMarks
from gui.pages.kpi_strip import Tile
from gui.pages.mix.key import MixKey
from gui.pages.mix.shares import Swatch
from gui.pages.mix.triangle import MixTriangle
from gui.widgets.palette import DARK, LIGHT
from gui.words.kpis import KpiTile
from gui.words.milestones import Milestone
from tests.gui.made_map import picture
from tests.gui.made_results import made

MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))
FAMILIES = ("tpu", "trainium", "gpu")
KPI = KpiTile("power", "Facility power", "2.41 GW", "of 2.50 GW", "Help.")
ENTRY = Entry("Google TPU", "tpu", "1.25", line=False)
IN, OUT = QEvent.Type.FocusIn, QEvent.Type.FocusOut


@pytest.fixture
def paints(qtbot, monkeypatch):
    """Watches one widget: `paints(widget, act)` does something and waits for a paint of it."""

    def watched(widget: QWidget, *acts: Callable[[], object], quiet=()) -> None:
        counted = []
        kind = type(widget)
        plain = kind.paintEvent

        def paint(self, event) -> None:
            if self is widget:
                counted.append(True)
            plain(self, event)

        monkeypatch.setattr(kind, "paintEvent", paint)
        qtbot.addWidget(widget.window())
        if widget.isWindow():
            widget.resize(400, 300)
        widget.window().show()
        qtbot.waitExposed(widget.window())
        qtbot.waitUntil(lambda: len(counted) > 0)
        for act in acts:
            widget.repaint()  # whatever was still to come
            counted.clear()
            act()
            qtbot.waitUntil(lambda: len(counted) > 0)
        for act in quiet:
            widget.repaint()
            counted.clear()
            act()
            widget.repaint()
            assert len(counted) == 1

    return watched


def pointed(widget: QWidget, x: float, y: float) -> None:
    at = QPointF(x, y)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(at)), none, none, keys
    )
    widget.mouseMoveEvent(event)


def test_that_a_legend_is(paints):
    legend = Legend()
    legend.show_entries([ENTRY])
    paints(
        legend,
        lambda: legend.show_entries([replace(ENTRY, value="1.26")]),
        lambda: legend.use_palette(DARK),
        quiet=[lambda: legend.show_entries([replace(ENTRY, value="1.26")])],
    )


def test_that_a_legend_asks_for_another_height_where_its_lines_change(qtbot, monkeypatch):
    legend = Legend()
    qtbot.addWidget(legend)
    asked = []
    monkeypatch.setattr(legend, "updateGeometry", lambda: asked.append(True))
    legend.show_entries([ENTRY])
    assert len(asked) == 1
    legend.show_entries([replace(ENTRY, value="1.26")])  # as wide: digits are
    assert len(asked) == 1
    legend.show_entries([replace(ENTRY, spread="median 1")])
    assert len(asked) == 2
    legend.use_palette(DARK)
    assert len(asked) == 2
    legend.use_palette(DARK.scaled(1.5))
    assert len(asked) == 3


def test_that_flags_are(paints, monkeypatch):
    stones = [Milestone("2026-02", "A", "a.", "x"), Milestone("2026-09", "B", "b.", "y")]
    monkeypatch.setattr(flags_module, "milestones", lambda: stones)
    flags = Flags()
    flags.show_months(MONTHS)
    paints(
        flags,
        lambda: flags.choose(1),
        lambda: flags.show_months(MONTHS[1:]),
        lambda: flags.use_palette(DARK),
        lambda: flags.focusInEvent(QFocusEvent(IN)),
        lambda: flags.focusOutEvent(QFocusEvent(OUT)),
    )


def test_that_a_ribbon_is(paints):
    ribbon = Ribbon()
    ribbon.show_result(made(binding=["power"] * 6 + ["demand"] * 6))
    other = made(binding=["power"] * 5 + ["demand"] * 7)
    paints(
        ribbon,
        lambda: ribbon.show_result(other),
        lambda: ribbon.choose(1),
        lambda: ribbon.use_palette(DARK),
        lambda: ribbon.focusOutEvent(QFocusEvent(OUT)),
    )


def test_that_a_tile_is(paints):
    tile = Tile(KPI)
    tile.show_kpi(KPI)
    paints(
        tile,
        lambda: tile.show_kpi(replace(KPI, value="2.42 GW")),
        lambda: tile.stand_off(7),
        lambda: tile.use_type_scale(1.5),
    )


def test_that_a_dot_a_lock_and_a_swatch_are(paints, qtbot):
    dot = ChangedDot()
    paints(dot, lambda: dot.show_changed(True), lambda: dot.show_changed(False))
    lock = LockButton("Power")
    paints(
        lock,
        lambda: lock.setChecked(True),
        lambda: lock.enterEvent(None),
        lambda: lock.leaveEvent(None),
    )
    swatch = Swatch("tpu")
    paints(swatch, lambda: swatch.use_palette(DARK))


def test_that_a_slider_is(paints):
    slider = LeverSlider(100)
    paints(
        slider,
        lambda: slider.show_place(0.5),
        lambda: slider.show_place(0.501),  # of no other position
        lambda: slider.show_marks(PreviewMarks(default=0.5)),
        lambda: slider.show_preview(Preview((0.0, 1.0), (0.0, 1.0))),
        lambda: slider.show_preview(None),
        lambda: slider.focusInEvent(QFocusEvent(IN)),
        lambda: slider.focusOutEvent(QFocusEvent(OUT)),
    )


def test_that_a_locked_line_s_slider_is(paints):
    line = NumberLine(parameter("power_budget_gw"), "Power")
    line.resize(400, 60)
    paints(line.slider, lambda: line.set_locked(True), lambda: line.set_locked(False))


def test_that_the_triangle_is(paints):
    triangle = MixTriangle(FAMILIES)
    inside = triangle.rect()
    paints(
        triangle,
        lambda: triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}),
        lambda: triangle.show_baseline({"tpu": 0.2, "trainium": 0.3, "gpu": 0.5}),
        lambda: triangle.show_picture(picture()),
        lambda: triangle.use_palette(DARK),
        lambda: triangle.lock(frozenset({"tpu"})),
        lambda: pointed(triangle, inside.width() / 2, inside.height() / 2),
        lambda: triangle.leaveEvent(QEvent(QEvent.Type.Leave)),
        lambda: triangle.focusInEvent(QFocusEvent(IN)),
        lambda: triangle.focusOutEvent(QFocusEvent(OUT)),
    )


def test_that_what_was_painted_of_a_map_is_kept_until_map_size_or_palette_is_another(qtbot):
    triangle = MixTriangle(FAMILIES)
    qtbot.addWidget(triangle)
    triangle.resize(400, 400)
    triangle.show_picture(picture(contours=((1.0, np.zeros((0, 2, 3))),), cheapest=(1.0, 0.0, 0.0)))
    triangle.show()
    qtbot.waitExposed(triangle)
    triangle.grab()
    kept = triangle._ground
    assert [label.text for label in triangle._labels] == ["cheapest", "$1.000"]
    triangle.grab()
    assert triangle._ground is kept
    for act in (
        lambda: triangle.show_picture(picture()),
        lambda: triangle.use_palette(LIGHT),
        lambda: triangle.resize(410, 400),
    ):
        act()
        triangle.grab()
        assert triangle._ground is not kept
        kept = triangle._ground
    assert triangle._labels == ()
    triangle.show_picture(None)
    triangle.grab()
    assert triangle._labels == ()


def test_that_the_key_of_a_map_is(paints, qtbot):
    key = MixKey()
    key.resize(400, 120)
    key.show_picture(picture(hatched=(np.eye(3),)))
    paints(
        key._bar,
        lambda: key.show_picture(picture([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])),
        lambda: key.use_palette(DARK),
    )
    assert Scenario().families == FAMILIES


def test_that_the_hatch_of_a_key_is(paints):
    key = MixKey()
    key.resize(400, 120)
    key.show_picture(picture(hatched=(np.eye(3),)))
    paints(key._swatch, lambda: key.use_palette(DARK))
