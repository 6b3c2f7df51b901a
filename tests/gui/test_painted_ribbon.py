"""The ribbon as it is painted and pointed at: boxes, names where they fit, frames and tips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip

from engine import Result, Scenario
from gui.charts import ribbon as ribbon_module
from gui.charts.ribbon import Ribbon, paint_ribbon
from gui.charts.stretches import Stretch, binding_stretches
from gui.widgets.palette import DARK, LIGHT, ink_on
from tests.gui.canvas import Canvas, Drawn, painted_by
from tests.gui.made_results import made

THIRDS = ["supply"] * 4 + ["power"] * 4 + ["demand"] * 4
SHORT = {
    "shortfall_eflops": 0.0,
    "wanted_it_gw": 1.0,
    "delivered_it_gw": 0.5,
}


def result(binding=THIRDS) -> Result:
    return made(Scenario(start="2026-01", horizon_months=12), binding, **SHORT)


def painted(wide: float, binding=THIRDS) -> list[Drawn]:
    canvas = Canvas()
    found = result(binding)
    area = QRectF(10, 20, wide, 22)
    paint_ribbon(canvas, area, binding_stretches(found), found.months, LIGHT)
    return canvas.drawn


def test_that_each_stretch_is_a_box_over_its_months_parted_by_the_ground():
    drawn = painted(240)
    boxes = [each for each in drawn if each.kind == "rect"]
    assert [box.place for box in boxes] == [(10, 20, 80, 22), (90, 20, 80, 22), (170, 20, 80, 22)]
    assert [box.brush for box in boxes] == [
        LIGHT.colour(f"binds_{limit}").lower() for limit in ("supply", "power", "demand")
    ]
    lines = [each for each in drawn if each.kind == "line"]
    assert [line.place for line in lines] == [(90, 20, 90, 42), (170, 20, 170, 42)]
    assert {line.pen for line in lines} == {f"{LIGHT.ground.lower()} 1"}


def test_that_a_stretch_is_named_with_its_month_where_that_fits_else_by_its_limit_alone():
    font = QFont("Inter")
    font.setPointSizeF(8.5)
    wide = QFontMetrics(font).horizontalAdvance
    since = wide("power from May 2026") + 8
    name = wide("demand") + 8

    def names(each: float) -> list[str]:
        return [drawn.text for drawn in painted(3 * each) if drawn.kind == "text"]

    assert names(since + 30) == ["supply", "power from May 2026", "demand from Sep 2026"]
    assert names(since)[1] == "power from May 2026"
    assert names(since - 1)[1] == "power"
    assert names(name)[-1] == "demand"
    assert "demand" not in names(name - 1)
    assert names(10) == []
    first = next(drawn for drawn in painted(900) if drawn.kind == "text")
    colour = LIGHT.colour("binds_supply")
    assert first.pen == f"{QColor(ink_on(colour)).name()} 1"
    assert first.place == (10, 20, 300, 22)
    assert first.points == 8.5


def test_that_nothing_is_painted_before_there_are_months():
    canvas = Canvas()
    paint_ribbon(canvas, QRectF(0, 0, 100, 22), (), (), LIGHT)
    assert canvas.drawn == []


@pytest.fixture
def ribbon(qtbot) -> Ribbon:
    found = Ribbon()
    qtbot.addWidget(found)
    found.resize(240, 22)
    found.show_result(result())
    return found


def test_that_the_stretch_that_is_walked_to_has_a_frame_of_the_text_s_colour(ribbon, monkeypatch):
    assert not [d for d in painted_by(ribbon, ribbon_module, monkeypatch) if d.pen.endswith(" 2")]
    ribbon.choose(1)
    frame = painted_by(ribbon, ribbon_module, monkeypatch)[-1]
    assert (frame.kind, frame.place) == ("rect", (81, 1, 78, 20))
    assert frame.pen == f"{LIGHT.text.lower()} 2"
    ribbon.use_palette(DARK)
    drawn = painted_by(ribbon, ribbon_module, monkeypatch)
    assert drawn[-1].pen == f"{DARK.text.lower()} 2"
    assert drawn[0].brush == DARK.colour("binds_supply").lower()


def test_that_a_click_and_a_tip_are_of_the_stretch_below_them(ribbon, qtbot, monkeypatch):
    said, chosen = [], []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, *_: said.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: said.append(""))
    ribbon.chosen.connect(chosen.append)
    qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(100, 5))
    assert ribbon.current == 1
    assert chosen[0].startswith("May 2026 to Aug 2026: facility power is the limit.")
    at = QPoint(20, 5)
    assert ribbon.event(QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert said[0].startswith("<p>Jan 2026 to Apr 2026: chip supply is the limit.")
    beyond = QPoint(500, 5)
    assert ribbon.event(QHelpEvent(QEvent.Type.ToolTip, beyond, beyond))
    assert said[1] == ""
    ribbon._result = None
    ribbon.event(QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert said[2] == ""


def test_that_screen_readers_have_the_stretches_as_a_list(ribbon):
    assert ribbon.accessibleName() == "What binds, month by month; left and right walk it"
    assert ribbon.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert ribbon.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert ribbon.spoken_items() == 3
    sentence, explained = ribbon.spoken_item(1)
    assert sentence == "May 2026 to Aug 2026: facility power is the limit"
    assert explained.startswith(f"{sentence}. Demand is served, yet up to 0.50 GW")
    assert ribbon.spoken_item_box(1) == QRectF(80, 0, 80, 22)
    assert ribbon.spoken_current() is None
    ribbon.choose(-5)
    assert ribbon.spoken_current() == 0
    assert ribbon.spoken_description() == ribbon.spoken_item(0)[1]


def test_that_another_result_of_the_same_stretches_says_its_own_numbers(ribbon):
    ribbon.choose(1)
    more = made(
        Scenario(start="2026-01", horizon_months=12),
        THIRDS,
        **{**SHORT, "wanted_it_gw": 2.0},
    )
    ribbon.show_result(more)
    assert ribbon.current == 1
    assert "up to 1.50 GW" in ribbon.spoken_description()
    assert ribbon.stretches[0] == Stretch("supply", 0, 4)
    assert (ribbon.sizeHint().width(), ribbon.sizeHint().height()) == (400, 22)
    empty = Ribbon()
    empty.choose(0)
    assert empty.current is None
