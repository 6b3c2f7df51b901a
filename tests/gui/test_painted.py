"""Contrasts measured on what is painted, in every theme: texts 4.5, lines and edges 3."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.charts.view import PlotView
from gui.widgets.palette import CONTRAST, DARK, LIGHT
from tests.gui.painted import contrast, ground_of, ink_contrast, luminance, pixels

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT, LINE = 4.5, 3.0
ROOM = 9.0  # pixels from a line to any other, so that each is measured alone
STEEP = 8.0  # pixels a month: the colours beside a line that climbs more are those of others
FAR_OFF = 60  # of 765: not this line's own colour, but a gap between its dashes
WRITTEN = QLabel | QAbstractButton | QComboBox | QLineEdit


@pytest.fixture(params=PALETTES.values(), ids=PALETTES)
def palette(request):
    return request.param


@pytest.fixture(scope="module")
def drawn():
    """Every chart with worlds and with a baseline that is far off."""
    scenario = Scenario()
    other = scenario.having(power_budget_gw=3.5, revenue_growth=3.0)
    result, baseline = simulate(other), simulate(scenario)
    bands = ensemble(other, 16, specs.fan_columns()).bands
    return [
        spec
        for row in specs.ALL_CHARTS
        for choice in list(row.choices or ("",))[:3]
        for spec in specs.charts([row], result, {row.key: choice}, baseline, bands).values()
    ]


def shown(spec, palette, qtbot) -> PlotView:
    view = PlotView(palette=palette)
    qtbot.addWidget(view)
    view.resize(640, 320)
    view.show_spec(spec)
    view.show()
    view.grab()
    return view


def lum(colour: str) -> float:
    parts = [[[int(colour[i : i + 2], 16) for i in (1, 3, 5)]]]
    return float(luminance(np.array(parts, np.uint8))[0, 0])


def heights(view, spec, values):
    """The line in the view's pixels."""
    return [
        view.to_device.map(QPointF(float(y), float(v)))
        for y, v in zip(spec.years, values, strict=True)
    ]


def lines_of(spec, palette) -> Iterator[tuple[str, object, str]]:
    for curve in spec.curves:
        yield curve.label, curve.values, palette.colour(curve.role)
    for ghost in spec.ghosts:
        yield ghost.label, ghost.values, palette.lighter(ghost.role)
    if spec.total is not None:
        yield spec.total.label, spec.total.values, palette.colour("total")
    for place, values in enumerate(spec.lines_of_worlds):
        yield f"worlds {place}", values, palette.colour(spec.fans[0].role)


def alone(at: int, own, others) -> bool:
    """Whether a line runs by itself there, and not up a wall."""
    y = own[at].y()
    near = range(at - 1, at + 2)
    if max(abs(own[i].y() - own[i - 1].y()) for i in (at, at + 1)) > STEEP:
        return False
    return all(abs(line[i].y() - y) >= ROOM for line in others for i in near)


def test_that_each_line_is_seen_on_whatever_it_crosses(palette, drawn, qtbot):
    """On both of its sides something that is three times as light or as dark."""
    measured, faint = 0, {}
    for spec in drawn:
        view = shown(spec, palette, qtbot)
        picture = pixels(view.viewport().grab())
        light = luminance(picture)
        high, wide = light.shape
        lines = [(n, heights(view, spec, v), c) for n, v, c in lines_of(spec, palette)]
        for place, (name, own, colour) in enumerate(lines):
            ink = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
            others = [line for n, (_, line, _) in enumerate(lines) if n != place]
            found = []
            for at in range(3, len(own) - 2, 2):
                x, y = round(own[at].x()), round(own[at].y()) if own[at].y() == own[at].y() else -1
                if not (8 < y < high - 8 and 3 < x < wide - 4) or not alone(at, own, others):
                    continue
                window = picture[y - 2 : y + 3, x - 2 : x + 3].astype(int)
                off = np.abs(window - ink).sum(axis=2)
                row, column = np.unravel_index(off.argmin(), off.shape)
                if off.min() > FAR_OFF:
                    continue
                row, column = y - 2 + row, x - 2 + column
                here = light[row, column]
                sides = light[row - 5 : row - 1, column], light[row + 2 : row + 6, column]
                found.append(min(float(contrast(here, side).max()) for side in sides))
            measured += bool(found)
            if found and np.median(found) < LINE:
                faint[spec.key, name] = round(float(np.median(found)), 2)
        view.close()
    assert measured > 30
    assert faint == {}


def test_that_between_two_layers_runs_a_line_that_both_are_told_from(palette, drawn, qtbot):
    measured, faint = 0, {}
    for spec in drawn:
        if len(spec.layers) < 2:
            continue
        view = shown(spec, palette, qtbot)
        light = luminance(pixels(view.viewport().grab()))
        high, wide = light.shape
        lines = [heights(view, spec, v) for _, v, _ in lines_of(spec, palette)]
        for below, above in zip(spec.layers, spec.layers[1:], strict=False):
            edge, foot, top = (
                heights(view, spec, v) for v in (below.upper, below.lower, above.upper)
            )
            both = lum(palette.colour(below.role)), lum(palette.colour(above.role))
            found = []
            for at in range(3, len(edge) - 2):
                x, y = int(edge[at].x()), int(edge[at].y())
                roomy = foot[at].y() - y > ROOM and y - top[at].y() > ROOM
                if not roomy or not (8 < y < high - 8 and 3 < x < wide - 4):
                    continue
                if not alone(at, edge, lines):
                    continue
                strip = light[y - 2 : y + 3, x]
                found.append(max(min(float(contrast(p, one)) for one in both) for p in strip))
            measured += bool(found)
            if found and np.median(found) < LINE:
                faint[spec.key, below.role, above.role] = round(float(np.median(found)), 2)
        view.close()
    assert measured > 10
    assert faint == {}


@pytest.mark.parametrize("theme", PALETTES)
def test_that_every_text_is_read_on_what_it_stands_on(window, qtbot, theme):
    for group in window.levers.groups:
        group.header.setChecked(True)
    window.session.edit("electricity_usd_per_kwh", 0.11)
    window.view._choose_theme(theme)
    measured, faint = 0, {}
    for key in window.pages.keys:
        window.pages.show_key(key)
        for _ in range(3):
            QApplication.processEvents()
        picture = pixels(window.grab())
        for widget in window.findChildren(QWidget):
            if not isinstance(widget, WRITTEN) or not widget.isVisible():
                continue
            text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
            if not text.strip() or widget.visibleRegion().boundingRect() != widget.rect():
                continue
            corner = widget.mapTo(window, QPoint(0, 0))
            part = picture[
                corner.y() : corner.y() + widget.height(), corner.x() : corner.x() + widget.width()
            ]
            measured += 1
            found = ink_contrast(part)
            if found < (TEXT if widget.isEnabled() else LINE):
                faint[key, type(widget).__name__, text[:30]] = round(found, 2)
    assert measured > 100
    assert faint == {}


@pytest.mark.parametrize("theme", PALETTES)
def test_that_the_ring_of_the_focus_is_seen_around_each_stop(window, qtbot, theme):
    window.activateWindow()
    window.view._choose_theme(theme)
    for stop in (
        window.levers.search,
        window.levers.row("power_budget_gw").first,
        window.levers.row("power_budget_gw").lock,
        window.overview.charts["power"],
        window.overview.ribbon,
        window.overview.flags,
        window.overview.timeline.lanes,
        window.pages.rail.buttons["overview"],
        window.kpis.month_box,
    ):
        stop.clearFocus()
        QApplication.processEvents()
        before = pixels(window.grab())
        stop.setFocus()
        QApplication.processEvents()
        after = pixels(window.grab())
        changed = (before != after).any(axis=2)
        assert changed.sum() > 20, stop
        ring = luminance(after)[changed]
        ground = luminance(ground_of(after[changed.any(axis=1)]))
        assert float(contrast(np.sort(ring), ground).max()) >= LINE, stop
