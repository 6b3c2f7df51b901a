"""What lies over what in a plot, how names are inked, and how large its parts are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from gui.charts.chart_spec import ChartSpec, Curve, Layer
from gui.charts.inks import Inks, Names
from gui.charts.view import PlotView
from gui.widgets.palette import DARK, LIGHT
from tests.gui.canvas import Canvas

INKS = replace(LIGHT, ground="#f0f0f0", text="#010101", quiet="#020202")
FONT = QFont("Inter", 10)
YEARS = 2026 + np.arange(25) / 12
ONES = np.ones(25)


@pytest.fixture
def view(qtbot):
    found = PlotView(palette=LIGHT)
    qtbot.addWidget(found)
    found.resize(600, 300)
    return found


def stack() -> ChartSpec:
    layers = (Layer("TPU", "tpu", ONES * 0, ONES * 2), Layer("GPU", "gpu", ONES * 2, ONES * 6))
    limit = Curve("Limit", "limit", ONES * 9, dashed=True)
    return ChartSpec("k", "T", "GW", ",.1f", YEARS, layers=layers, curves=(limit,))


def test_that_a_grid_lies_under_shocks_layers_lines_whiskers_marker_and_names(view):
    view.show_spec(stack())
    levels = [
        view.plot.getAxis("left").zValue(),
        view._shocks.zValue(),
        view._layers[0].zValue(),
        view._layers[1].zValue(),
        view._totals[0].zValue(),
        view._curves[0].zValue(),
        view._whiskers.zValue(),
        view._marker.zValue(),
        view._written.zValue(),
    ]
    assert levels == pytest.approx([-1000, -1, 0, 0.01, 18, 20, 25, 30, 100])
    assert view.plot.getAxis("bottom").zValue() == -1000
    assert view._crosshair.zValue() == 30
    assert not view._crosshair.isVisible()


def test_that_a_plot_has_its_margins_and_asks_for_little(view):
    assert (view.sizeHint().width(), view.sizeHint().height()) == (68, 68)
    margins = view.plot.layout.getContentsMargins()
    assert view.plot.getContentsMargins() == (4, 6, 12, 2) or margins == (4, 6, 12, 2)
    assert view.plot.getAxis("left").width() == 52
    assert view.plot.getAxis("bottom").height() == 24
    assert view.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert view.hasMouseTracking()
    assert view.accessibleName() == "Chart"
    view.show_spec(stack())
    view.show()
    view.grab()
    area = view.plot_area()
    assert area.left() == pytest.approx(52 + 4, abs=2)
    assert area.right() == pytest.approx(600 - 12, abs=2)
    assert area.top() == pytest.approx(6, abs=2)
    assert area.bottom() == pytest.approx(300 - 24 - 2, abs=2)


def test_that_a_palette_reaches_all_that_is_painted(view):
    view.show_spec(stack())
    view.use_palette(DARK)
    assert view.backgroundBrush().color().name() == DARK.ground.lower()
    assert view._marker.pen.color().name() == DARK.quiet.lower()
    assert view._crosshair.pen.color().name() == DARK.text.lower()
    assert view._crosshair.pen.style() == Qt.PenStyle.DotLine
    assert view._whiskers._ink.name() == DARK.quiet.lower()
    assert view._whiskers._rim.name() == DARK.ground.lower()
    assert view._shocks._pen.color().name() == DARK.quiet.lower()
    assert view._curves[0]._pen.color().name() == DARK.colour("limit").lower()
    assert view.hovered.fill.color().name() == DARK.ground.lower()
    assert view.hovered.textItem.font().pointSizeF() == DARK.tick_points
    for name in ("left", "bottom"):
        assert view.plot.getAxis(name).textPen().color().name() == DARK.quiet.lower()


def test_that_a_wheel_over_a_chart_is_the_page_s(view):
    class Wheel:
        ignored = False

        def ignore(self) -> None:
            self.ignored = True

    event = Wheel()
    view.wheelEvent(event)
    assert event.ignored


def test_that_a_plot_s_paints_are_timed_since_they_were_asked_last(view, qtbot):
    view.show_spec(stack())
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert view.painted() > 0
    assert view.painted() == 0


def test_that_what_is_asked_of_no_chart_is_empty(view):
    assert view.observed_at(QPointF(0, 0)) == ""
    view.hold(True)
    view.hold(False)
    assert view.spec is None


# Names in ink


def test_that_a_name_is_outlined_in_the_ground_s_colour_around_its_middle(qapp):
    inks = Inks(FONT, INKS, 1.0)
    metrics = QFontMetricsF(FONT)
    wide = metrics.horizontalAdvance("Name")
    assert (inks.height, inks.width("Name")) == (metrics.height(), wide)
    canvas = Canvas()
    inks.write(canvas, QPointF(100, 50), "Name", picture=True)
    rim, ink = canvas.drawn
    assert (rim.pen, ink.brush) == ("#f0f0f0/200 3", "#010101")
    assert rim.smooth
    assert rim.place == ink.place
    left, top, across, high = ink.place
    assert 100 - wide / 2 <= left < left + across <= 100 + wide / 2 + 1
    assert 50 - metrics.height() / 2 <= top
    assert top + high == pytest.approx(50 - metrics.height() / 2 + metrics.ascent(), abs=1)
    assert not canvas._saved


def test_that_a_name_on_the_screen_is_a_stamp_that_is_made_once(qapp, monkeypatch):
    inks = Inks(FONT, INKS, 2.0)
    placed = []

    class Screen(Canvas):
        def drawPixmap(self, corner: QPointF, stamp) -> None:
            placed.append((corner.toTuple(), stamp))

    screen = Screen()
    inks.write(screen, QPointF(100, 50), "Name", picture=False)
    inks.write(screen, QPointF(60, 50), "Name", picture=False)
    (first, stamp), (second, same) = placed
    assert stamp is same
    wide, high = inks.width("Name"), inks.height
    assert first == pytest.approx((100 - wide / 2 - 3, 50 - high / 2 - 3))
    assert second == pytest.approx((60 - wide / 2 - 3, 50 - high / 2 - 3))
    assert stamp.devicePixelRatio() == 2.0
    assert stamp.width() == round((wide + 6) * 2) + 1
    assert stamp.height() == round((high + 6) * 2) + 1
    image = stamp.toImage()
    seen = {
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    }
    assert 0 in seen
    assert 255 in seen


def test_that_names_cover_the_scene_and_take_no_clicks(qapp):
    written = []

    class Writer:
        def write_names(self, painter) -> None:
            written.append(painter)

    names = Names(Writer())
    assert names.boundingRect() == QRectF(0, 0, 20_000, 20_000)
    assert names.shape().isEmpty()
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    names.paint(painter)
    painter.end()
    assert written == [painter]


def test_that_an_axis_follows_what_is_drawn_at_rest_and_under_the_hand_what_is_far_off(view):
    def line(value: float, far: float = 0.0) -> ChartSpec:
        curve = Curve("Line", "limit", ONES * value)
        ghost = Curve("Line, baseline", "limit", ONES * far)
        return ChartSpec("k", "T", "GW", ",.1f", YEARS, curves=(curve,), ghosts=(ghost,))

    view.show_spec(line(7.0))
    assert view.scale.top == 8
    view.show_spec(line(14.0))
    assert view.scale.top == 16
    view.hold(True)
    view.show_spec(line(16.0))  # over its end, by less than a seventh
    assert view.scale.top == 16
    view.show_spec(line(9.0, far=90.0))  # a baseline waits
    assert view.scale.top == 16
    view.show_spec(line(19.0))
    assert view.scale.top == 20
    view.hold(False)
    view.show_spec(line(9.0, far=90.0))
    assert view.scale.top == 100


def test_that_nobody_drags_or_zooms_a_plot_by_accident(view):
    box = view.plot.vb
    assert box.mouseEnabled() == [False, False]
    assert not view.plot.menuEnabled()
    assert not box.menuEnabled()
    assert not any(box.autoRangeEnabled())
    assert view.plot.buttonsHidden
    assert box.state["defaultPadding"] == 0
    left, bottom = view.plot.getAxis("left"), view.plot.getAxis("bottom")
    for axis in (left, bottom):
        assert not axis.autoSIPrefix
        assert axis.style["tickLength"] == -4
        assert not axis.style["autoExpandTextSpace"]
    assert left.grid == 255  # lines across, and none upright
    assert bottom.grid is False
