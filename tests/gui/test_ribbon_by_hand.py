"""The ribbon of numbers worked by hand: what it says, where each stretch is, what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPainter

from engine import Result, Scenario
from gui.charts.ribbon import Ribbon, explanation, paint_ribbon
from gui.charts.stretches import Stretch, binding_stretches
from gui.widgets.palette import LIGHT
from tests.gui.made_results import made

# four months each of three limits
THIRDS = ["supply"] * 4 + ["power"] * 4 + ["demand"] * 4
SHORT = {
    "binding": THIRDS,
    "demand_eflops": 1000.0,
    "shortfall_eflops": [0.0, 5, 250, 5, 0, 1, 1, 0.5, 9, 9, 9, 9],
    "unserved_revenue_bn": [1.0, 2.0, 4.0, 8.0, *[100.0] * 8],
    "wanted_it_gw": [9.0, 9.0, 9.0, 9.0, 0.5, 0.25, 0.5, 0.5, *[9.0] * 4],
    "delivered_it_gw": [0.0, 0.0, 0.0, 0.0, 0.25, 0.25, 0.0, 0.5, *[0.0] * 4],
}


def short(**columns) -> Result:
    return made(Scenario(start="2026-01", horizon_months=12), **{**SHORT, **columns})


def said(result: Result) -> list[str]:
    return [explanation(result, stretch) for stretch in binding_stretches(result)]


def test_that_a_stretch_says_its_worst_month_and_the_sum_of_what_is_lost():
    supply, _, demand = said(short())
    assert supply == (
        "Jan 2026 to Apr 2026: chip supply is the limit. At worst, in Mar 2026, 250 EFLOP/s or "
        "25.0% of demand go unserved; $15.0 bn of revenue over the time. More chips a year, or a "
        "mix with more of a family that has some left, help."
    )
    assert demand == "Sep 2026 to Dec 2026: demand is met as planned: no limit binds."


def test_that_a_thousandth_of_demand_is_no_shortfall_and_what_waits_is_told_instead():
    _, power, _ = said(short())
    assert power == (
        "May 2026 to Aug 2026: facility power is the limit. Demand is served, yet up to 0.50 GW of "
        "IT power a month must wait. More facility power, earlier power, or more compute for each "
        "watt help."
    )
    _, power, _ = said(short(shortfall_eflops=[*[0.0] * 5, 1.5, *[0.0] * 6]))
    assert "At worst, in Jun 2026, 1.5 EFLOP/s or 0.1% of demand" in power
    _, power, _ = said(short(wanted_it_gw=SHORT["delivered_it_gw"]))
    assert power.startswith("May 2026 to Aug 2026: facility power is the limit. More facility")


def test_that_what_reads_as_nothing_is_less_than_the_least_that_is_written():
    waits = {"delivered_it_gw": [0.0] * 12}
    _, power, _ = said(short(wanted_it_gw=[0.004] * 12, **waits))
    assert "limit. Demand is served; less than 0.01 GW of IT power must wait. More" in power
    _, power, _ = said(short(wanted_it_gw=[0.006] * 12, **waits))
    assert "limit. Demand is served, yet up to 0.01 GW of IT power a month must wait. " in power


def test_that_a_budget_that_binds_says_what_helps():
    [budget] = said(short(binding=["budget"] * 12))
    assert "Dec 2026: the investment budget is the limit. " in budget
    assert budget.endswith("A larger budget, or renting in the place of buying, helps.")


@pytest.fixture
def ribbon(qtbot) -> Ribbon:
    found = Ribbon()
    qtbot.addWidget(found)
    found.resize(1200, 22)
    found.show_result(short())
    return found


def test_that_a_place_is_of_the_stretch_that_is_painted_there(ribbon):
    assert [ribbon._under(x) for x in (0, 399, 401, 799, 801, 1199)] == [0, 0, 1, 1, 2, 2]
    assert ribbon._under(1201) is None


def test_that_the_keys_walk_from_end_to_end_and_leaving_forgets_the_place(ribbon, qtbot):
    told: list[str] = []
    ribbon.chosen.connect(told.append)
    keys = Qt.Key
    walk = [keys.Key_Right, keys.Key_Right, keys.Key_Left, keys.Key_End, keys.Key_Right]
    places = []
    for key in [*walk, keys.Key_Home, keys.Key_Left]:
        qtbot.keyClick(ribbon, key)
        places.append(ribbon.current)
    assert places == [0, 1, 0, 2, 2, 0, 0]
    assert told[1] == ribbon_text(1)
    ribbon.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert ribbon.current is None
    qtbot.keyClick(ribbon, keys.Key_Left)
    assert ribbon.current == 2
    assert ribbon.accessibleDescription() == ribbon_text(2)


def ribbon_text(number: int) -> str:
    return said(short())[number]


def test_that_another_result_keeps_the_place_while_there_are_as_many_stretches(ribbon):
    ribbon.choose(1)
    ribbon.show_result(short(binding=["supply"] * 3 + ["power"] * 5 + ["demand"] * 4))
    assert (ribbon.current, ribbon.stretches[1]) == (1, Stretch("power", 3, 8))
    assert ribbon.accessibleDescription().startswith("Apr 2026 to Aug 2026: facility power is")
    ribbon.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert ribbon.accessibleDescription() == (
        "Jan 2026 to Mar 2026: chip supply is the limit; Apr 2026 to Aug 2026: facility power is "
        "the limit; Sep 2026 to Dec 2026: demand is met as planned: no limit binds"
    )
    ribbon.show_result(short(binding=["power"] * 12))
    assert ribbon.current is None
    ribbon.choose(7)
    assert ribbon.current == 0


def test_that_each_stretch_is_painted_in_its_colour_over_its_months(qapp):
    image = QImage(1200, 22, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    result = short()
    area = QRectF(0, 0, 1200, 22)
    paint_ribbon(painter, area, binding_stretches(result), result.months, LIGHT)
    painter.end()
    colours = [image.pixelColor(x, 1).name() for x in (1, 398, 402, 798, 802, 1198)]
    supply, power, demand = "#842373", "#17191d", "#898ea2"
    assert colours == [supply, supply, power, power, demand, demand]
    assert image.pixelColor(400, 1).name() == "#ffffff"  # the ground parts them
    assert image.pixelColor(800, 20).name() == "#ffffff"
    written = {image.pixelColor(x, y).name() for x in range(450, 750) for y in range(4, 18)}
    assert "#ffffff" in written  # white on the dark one
    assert len(written) > 3


def test_that_the_ribbon_is_higher_with_larger_letters(ribbon):
    assert ribbon.sizeHint().height() == 22
    ribbon.use_palette(LIGHT.scaled(1.5))
    assert ribbon.sizeHint().height() == 33
