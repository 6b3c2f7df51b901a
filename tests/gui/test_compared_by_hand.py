"""Figures and inputs of compared plans, and bars of a table, worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from engine import Scenario
from engine.analysis.compared import Calendar
from engine.values import PerFamily, Site
from gui.pages.analysis.bar_model import BarModel, BarRow, Span
from gui.pages.analysis.bar_table import BarTable
from gui.pages.analysis.columns import shared_out
from gui.pages.compare.rows import Input, PlanFigure, figures, inputs, unlike
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import near, painted_by

PLAN = Scenario().having(start="2026-01", horizon_months=24)
SINCE = Calendar(2026 * 12 + 2, 12)  # all plans have March 2026 to February 2027
LINE = np.arange(24.0)
WORLDS = np.arange(24.0)[:, None] + np.linspace(-1, 1, 101)  # a month, and what luck makes of it


def figure(unit="$bn", form=",.1f", *, to_date=False, column="cost", line=LINE) -> PlanFigure:
    return PlanFigure("k", "L", unit, form, lambda result: line, column, to_date)


RESULT = SimpleNamespace(scenario=PLAN)
DRAWN = SimpleNamespace(lines={"cost": WORLDS})


def test_that_a_figure_is_that_of_its_month_with_its_spread():
    found = figure().of(RESULT, "2026-04", SINCE, DRAWN)
    assert (found.value, found.why) == (3.0, "")
    assert (found.low, found.median, found.high) == pytest.approx((2.1, 3.0, 3.9))
    for drawn in (None, SimpleNamespace(lines={})):
        found = figure().of(RESULT, "2026-04", SINCE, drawn)
        assert found.value == 3.0
        assert np.isnan([found.low, found.median, found.high]).all()


def test_that_a_sum_begins_with_the_first_month_that_all_plans_have():
    found = figure(to_date=True).of(RESULT, "2026-05", SINCE, DRAWN)
    assert found.value == 2 + 3 + 4
    assert (found.low, found.median, found.high) == pytest.approx((9 - 2.7, 9, 9 + 2.7))
    early = figure(to_date=True).of(RESULT, "2026-02", SINCE, None)
    assert early.why == "not a month that all plans have"
    assert figure(to_date=True).of(RESULT, "2026-03", SINCE, None).value == 2


def test_that_where_there_is_no_figure_it_is_said_why():
    outside = figure().of(RESULT, "2028-01", SINCE, None)
    assert outside.why == "its months are Jan 2026 to Dec 2027"
    assert figure(line=None).of(RESULT, "2026-04", SINCE, None).why == "has no such family"
    hole = np.full(24, np.nan)
    assert figure(line=hole).of(RESULT, "2026-04", SINCE, DRAWN).why == "undefined"
    some = WORLDS.copy()
    some[3, :51] = np.nan  # undefined in the lower half of the worlds
    found = figure().of(RESULT, "2026-04", SINCE, SimpleNamespace(lines={"cost": some}))
    assert found.median == pytest.approx(3.51)
    some[3] = np.nan
    found = figure().of(RESULT, "2026-04", SINCE, SimpleNamespace(lines={"cost": some}))
    assert np.isnan(found.median)


def test_that_a_figure_is_written_and_compared_in_its_unit():
    money, share = figure(), figure("share", ".1%")
    assert (money.text(1234.56), money.text(-1.0), money.text(np.nan)) == ("1,234.6", "−1.0", "—")
    assert (share.text(0.256), share.unit_text, money.unit_text) == ("25.6%", "", "$bn")
    assert money.difference(3.0, 1.5) == "+1.5"
    assert money.difference(1.5, 3.0) == "−1.5"
    assert money.difference(1234.0, 0.0) == "+1,234.0"
    assert share.difference(0.5, 0.256) == "+24.4 points"
    assert share.difference(0.256, 0.5) == "−24.4 points"
    for nothing in (np.nan, np.inf):
        assert money.difference(nothing, 1.0) == money.difference(1.0, nothing) == "—"


def test_that_what_differs_by_rounding_alone_is_the_same():
    money = figure()
    assert money.difference(1.0, 1.0 + 0.9e-9) == "="
    assert money.difference(1.0, 1.06) == "−0.1"
    assert money.difference(1e9 + 0.5, 1e9) == "="
    assert money.difference(0.0, 0.0) == "="


def test_that_a_difference_that_rounds_to_none_is_none_and_nothing_has_a_sign():
    money, share, count = figure(), figure("share", ".1%"), figure(form=",.0f")
    for more, less in ((1.04, 1.0), (1.0, 0.96), (0.0, -0.04)):
        assert money.difference(more, less) == money.difference(less, more) == "="
    assert share.difference(0.5004, 0.5) == share.difference(0.5, 0.5004) == "="
    assert share.difference(0.5, 0.501) == "−0.1 points"
    assert count.difference(100.0, 100.4) == "="
    assert (money.text(-0.04), money.text(-0.0), share.text(-0.0004)) == ("0.0", "0.0", "0.0%")


def test_that_the_figures_of_plans_are_these_and_have_these_worlds():
    found = {one.key: one for one in figures([PLAN])}
    assert list(found) == [
        *("capacity_eflops", "demand_eflops", "served", "facility_power_gw", "power_limit_gw"),
        *("chips", "chips_alive_tpu", "chips_alive_trainium", "chips_alive_gpu"),
        *("commitment_bn@since", "economic_cost_bn@since", "unserved_revenue_bn@since"),
        *("economic_cost_bn", "usd_per_pflop_hour", "usd_per_million_tokens"),
    ]
    drawn = {key: one.column for key, one in found.items() if one.column}
    assert drawn == {
        "capacity_eflops": "capacity_eflops",
        "served": "served_share",
        "facility_power_gw": "facility_power_gw",
        "commitment_bn@since": "commitment_bn",
        "economic_cost_bn@since": "economic_cost_bn",
        "unserved_revenue_bn@since": "unserved_revenue_bn",
        "economic_cost_bn": "economic_cost_bn",
        "usd_per_pflop_hour": "usd_per_pflop_hour",
    }
    assert found["economic_cost_bn@since"].label == "Economic cost since Jan 2026"
    assert [key for key, one in found.items() if one.to_date] == [k for k in found if "@" in k]
    result = {"demand_eflops": np.array([10.0, 0.0]), "served_eflops": np.array([5.0, 0.0])}
    assert found["served"].line(result).tolist() == [0.5, 1.0]  # of nothing all is served
    later = PLAN.having(start="2026-04")
    assert figures([PLAN, later])[-6].label == "Committed since Apr 2026"


def test_that_an_input_is_shown_as_its_lever_shows_it():
    plan = PLAN.having(power_budget_gw=2.5)
    more = plan.having(power_budget_gw=3.75)
    power = Input("power_budget_gw")
    assert (power.label, power.text(plan)) == ("Facility power when ready", "2.5")
    assert (power.difference(more, plan), power.difference(plan, more)) == ("+1.25", "−1.25")
    assert power.difference(plan, plan) == "="
    assert power.number(more) == 3.75
    sites = Input("sites")
    two = plan.having(sites=tuple(Site(n, 0.5, 10, 6, 1.0) for n in "AB"))
    assert sites.text(two) == "2 entries"
    assert sites.difference(two, plan) == "2 entries"
    assert np.isnan(sites.number(two))


def test_that_an_input_of_a_family_is_of_that_family_and_a_dash_where_there_is_none():
    key = "owned_share"
    one, other = (
        PLAN.having(**{key: PerFamily({"tpu": share, "trainium": 0.5, "gpu": 0.5})})
        for share in (0.25, 0.75)
    )
    tpu, nobody = Input(key, "tpu"), Input(key, "nobody")
    assert tpu.label.endswith(", Google TPU")
    assert (tpu.value(one), tpu.lacks(one), nobody.lacks(one)) == (0.25, False, True)
    assert tpu.difference(other, one) == "+50"
    assert (nobody.text(one), nobody.difference(one, other)) == ("—", "—")
    assert np.isnan(nobody.number(one))
    assert [row.family for row in inputs([one, other])] == ["tpu"]


def test_that_only_inputs_that_differ_are_listed_until_all_are_asked_for():
    more = PLAN.having(power_budget_gw=3.75, draws=64)
    assert [row.key for row in inputs([PLAN, more])] == ["power_budget_gw", "draws"]
    assert [row.key for row in inputs([PLAN, more], words=["power"])] == ["power_budget_gw"]
    assert inputs([PLAN, PLAN]) == ()
    every = inputs([PLAN], every=True)
    assert len({row.key for row in every}) > 50
    assert [row.family for row in every if row.key == "owned_share"] == ["tpu", "trainium", "gpu"]


def test_that_what_makes_plans_unlike_is_said():
    later = PLAN.having(start="2026-04")
    early, far = PLAN.having(start="2024-01"), PLAN.having(start="2028-01")
    assert unlike(("A", "B"), (PLAN, PLAN)) == ()
    spans, odds = unlike(("A", "B"), (PLAN, later))
    assert spans.endswith("sums run over the months that all have, Apr 2026 to Dec 2027.")
    assert odds.startswith("Plans that begin in another month live in other worlds")
    assert unlike(("A", "B"), (early, far))[0].startswith("No month is in all plans")
    [longer] = unlike(("A", "B"), (PLAN, PLAN.having(horizon_months=36)))
    assert "Jan 2026 to Dec 2027" in longer


# Bars of a table


COLOUR = "capital"
HEADS = ("", "", "", "")


def rows(*spans, **said) -> list[BarRow]:
    return [BarRow(n, ("name", "", "1"), tuple(each), **said) for n, each in enumerate(spans)]


def test_that_one_scale_holds_all_bars_and_nothing(qapp):
    model = BarModel(1)
    model.show_rows(("", "", ""), rows([Span(2, 8, COLOUR)], [Span(3, 5, COLOUR)]))
    assert (model.low, model.high) == (0, 8)
    model.show_rows(("", "", ""), rows([Span(-2, -8, COLOUR)]))
    assert (model.low, model.high) == (-8, 0)
    model.show_rows(("", "", ""), rows([Span(float("nan"), 4, COLOUR)], marks=((9.0, COLOUR),)))
    assert (model.low, model.high) == (0, 9)
    model.show_rows(("", "", ""), rows([Span(0, 0, COLOUR)]))
    assert (model.low, model.high) == (0, 1)
    model.show_rows(("", "", ""), rows([Span(0, 50, COLOUR)], scale=(0, 100)))
    assert (model.low, model.high) == (0, 1)  # its own is its own
    assert model.reach == 1
    model.show_rows(("", "", ""), rows([], beside=(Span(0, -3, COLOUR),)))
    assert model.reach == 3


def test_that_rows_that_stay_as_many_are_no_other_table(qapp):
    model, told = BarModel(1), []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    heads = ("a", "", "b")
    model.show_rows(heads, rows([], []))
    model.show_rows(heads, rows([], []))
    model.show_rows(heads, rows([]))
    model.show_rows(("a", "", "c"), rows([]))
    model.show_rows(("a", "", "c"), [])
    model.show_rows(("a", "", "c"), [])
    assert told == ["reset", (0, 1), "reset", "reset", "reset"]


def test_that_a_bar_is_read_out_by_its_words(qapp):
    model = BarModel(1)
    model.show_rows(("Name", "Bar", ""), rows([], said="two of ten"))
    role = Qt.ItemDataRole
    at = model.index
    assert [at(0, n).data(role.AccessibleTextRole) for n in range(3)] == [
        "Name: name",
        "Bar: two of ten",
        "1",
    ]
    assert "two of ten" in at(0, 0).data(role.ToolTipRole)
    assert [model.is_right(n) for n in range(3)] == [False, False, True]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    model.show_rows(("Name", "Bar", ""), rows([]))
    assert at(0, 0).data(role.ToolTipRole) is None


@pytest.fixture
def table(qtbot):
    found = BarTable("Bars", 1, beside=2)
    qtbot.addWidget(found)
    found.use_palette(LIGHT)
    found.resize(600, 200)
    found.show_rows(HEADS, [row("a", [Span(-5, 15, COLOUR)])])
    return found


def row(key, spans, **said) -> BarRow:
    return BarRow(key, ("name", "", "", "1"), tuple(spans), **said)


def painted(table, column=1):
    option = QStyleOptionViewItem()
    high = option.fontMetrics.height() + 10
    option.rect = QRect(100, 50, 216, high + 10)  # 200 between its air
    option.state = option.state.State_None
    index = table.bars.index(0, column)
    delegate = table.itemDelegateForColumn(column)
    return painted_by(lambda painter: delegate.paint(painter, option, index), table), high + 10


def boxes(found, role=COLOUR):
    return [m for m in found.boxes() if m.fill == LIGHT.colour(role).lower()]


def test_that_a_bar_reaches_from_its_low_to_its_high_and_nought_is_marked(table):
    found, high = painted(table)
    (bar,) = boxes(found)
    # from −5 to 15: ten pixels each; air above and below as much as half a line leaves
    assert bar.points == near((108, 60), (308, 50 + high - 10))
    (nought,) = found.lines(LIGHT.quiet)
    assert nought.points == near((158, 50), (158, 50 + high))
    table.show_rows(
        ("", "", "", ""), [row("a", [Span(15, 5, COLOUR, faint=True), Span(5, 5, COLOUR)])]
    )
    found, _ = painted(table)
    bar, none = boxes(found)
    assert (bar.points[0][0], bar.points[1][0]) == near(108 + 200 / 3, 308)
    assert bar.opacity == pytest.approx(90 / 255, abs=0.001)
    assert none.points[0][0] == none.points[1][0]


def test_that_a_small_bar_is_seen_and_an_undefined_one_is_not(table):
    spans = [Span(0, 0.001, COLOUR), Span(float("nan"), 1, COLOUR), Span(0, 100, "rent")]
    table.show_rows(HEADS, [row("a", spans)])
    found, _ = painted(table)
    (bar,) = boxes(found)
    assert bar.points[1][0] - bar.points[0][0] == pytest.approx(1.5)


def test_that_a_row_s_own_scale_has_a_ground_and_no_nought_and_marks_stand_out(table):
    marks = ((50.0, "shortfall"), (float("nan"), "shortfall"))
    table.show_rows(
        ("", "", "", ""), [row("a", [Span(0, 25, COLOUR)], scale=(0, 100), marks=marks)]
    )
    found, high = painted(table)
    ground = next(m for m in found.boxes() if m.fill == LIGHT.grid.lower())
    assert ground.points == near((108, 60), (308, 50 + high - 10))
    (bar,) = boxes(found)
    assert bar.points[1][0] == pytest.approx(158)
    assert found.lines(LIGHT.quiet) == []
    (mark,) = boxes(found, "shortfall")
    assert mark.points == near((207, 57), (209, 50 + high - 7))


def test_that_the_second_bar_goes_either_way_from_the_middle(table):
    beside = (Span(0, -3, COLOUR),)
    table.show_rows(
        ("", "", "", ""), [row("a", [], beside=beside), row("b", [], beside=(Span(0, 6, COLOUR),))]
    )
    found, _ = painted(table, 2)
    (bar,) = boxes(found)
    assert (bar.points[0][0], bar.points[1][0]) == near(158, 208)


def pointer(kind, x, y, button=Qt.MouseButton.LeftButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


def test_that_a_bar_is_pulled_by_shares_of_its_column_and_a_click_chooses(table, qtbot):
    told = []
    table.chosen.connect(told.append)
    table.pulled.connect(lambda *said: told.append(said))
    table.show_rows(HEADS, [row("a", [Span(0, 1, COLOUR)]), row("b", [])])
    table.show()
    qtbot.waitExposed(table)
    box = table.visualRect(table.bars.index(1, 1))
    x, y, wide = box.center().x(), box.center().y(), table.columnWidth(1)
    press, move = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove

    def drag(*ways: float) -> None:
        table.mousePressEvent(pointer(press, x, y))
        for way in ways:
            table.mouseMoveEvent(pointer(move, x + way, y))
        table.mouseReleaseEvent(pointer(QEvent.Type.MouseButtonRelease, x + ways[-1], y))

    drag(30)
    assert [said for said in told if isinstance(said, tuple)] == []  # none can be pulled here
    told.clear()
    table.draggable = True
    drag(2.9)
    assert told == ["b"]
    told.clear()
    drag(3, 1, -20)
    assert told == [
        ("b", pytest.approx(3 / wide), True),
        ("b", pytest.approx(1 / wide), False),
        ("b", pytest.approx(-20 / wide), False),
    ]
    told.clear()
    table.setCurrentIndex(table.bars.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Enter)
    assert told == ["a", "a"]


def test_that_a_table_is_as_high_as_its_rows_and_the_current_one_stays(table):
    table.show_rows(HEADS, [row(key, []) for key in "abc"])
    assert table.height() == 3 * 24 + 2
    assert table.horizontalHeader().isHidden()
    assert table.current_key == "a"
    table.setCurrentIndex(table.bars.index(1, 0))
    table.show_rows(HEADS, [row(key, []) for key in "bac"])
    assert table.current_key == "b"
    table.show_rows(HEADS, [row(key, []) for key in "xy"])
    assert table.current_key == "x"
    table.use_palette(LIGHT.scaled(1.5))
    assert table.height() == 2 * 36 + 2
    table.show_rows(HEADS, [])
    assert table.current_key is None


def test_that_texts_share_their_room_and_numbers_keep_theirs():
    assert shared_out({0: 100, 1: 50}, 150, {1: 50}, {0: 40, 1: 20}) == {0: 100, 1: 50}
    # the number has its 50, and the text what is left
    assert shared_out({0: 100, 1: 50}, 120, {1: 50}, {0: 40, 1: 20}) == {0: 70, 1: 50}
    # but where that is less than a word of its heading all give way alike
    assert shared_out({0: 100, 1: 50}, 90, {1: 50}, {0: 40, 1: 20}) == {0: 40, 1: 50}
    assert shared_out({0: 100, 1: 50}, 89, {1: 50}, {0: 40, 1: 20}) == {0: 45, 1: 44}
    assert shared_out({0: 10, 1: 90, 2: 60}, 100, {}, {0: 1, 1: 1, 2: 1}) == {0: 10, 1: 45, 2: 45}
