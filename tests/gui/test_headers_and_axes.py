"""The header of a chart in little room, its legend's spread, and the axes of its plot, by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from engine import Observed
from gui.charts import specs
from gui.charts.axis import TimeAxis, ValueAxis, _Static, tick_step, tick_text
from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer
from gui.charts.mark import Mark
from gui.charts.month_values import entries
from gui.charts.observed import Beside, Points
from gui.charts.panel import ChartPanel
from gui.widgets.palette import LIGHT
from tests.gui.canvas import Canvas, pen_words

YEARS = 2026 + np.arange(25) / 12
ONES = np.ones(25)
INKS = replace(LIGHT, quiet="#333333")
ROWS = {row.key: row for row in specs.ALL_CHARTS}
SPEC = ChartSpec(
    "cost",
    "Cost by family",
    "$bn",
    ",.1f",
    YEARS,
    layers=(Layer("TPU", "tpu", ONES * 0, ONES), Layer("GPU", "gpu", ONES, ONES * 3)),
    short_title="Cost",
)


@pytest.fixture
def panel(qtbot):
    found = ChartPanel(ROWS["cost"])
    qtbot.addWidget(found)
    found.show_spec(SPEC)
    return found


def fitted(panel: ChartPanel, width: int) -> tuple[str, int]:
    panel.resize(width, 300)
    panel._fit_header()
    return panel._title.text(), panel._choice.maximumWidth()


def test_that_a_title_is_short_where_it_and_what_is_chosen_have_no_room(panel):
    metrics = panel._title.fontMetrics()
    long, short = (metrics.horizontalAdvance(t) + 8 for t in ("Cost by family [$bn]", "Cost [$bn]"))
    chosen = panel._choice.fontMetrics().horizontalAdvance("Economic") + 44
    beside = panel._as_table.sizeHint().width() + 34 + panel._span.sizeHint().width() + 8
    full = long + chosen + beside
    assert fitted(panel, full + 200) == ("Cost by family [$bn]", chosen + 200)
    assert fitted(panel, full) == ("Cost by family [$bn]", chosen)
    assert fitted(panel, full - 1) == ("Cost [$bn]", full - 1 - beside - short)
    assert fitted(panel, short + beside + 10) == ("Cost [$bn]", chosen)


def test_that_a_title_follows_what_is_chosen(panel):
    panel.choice = "economic"
    fitted(panel, 600)
    metrics = panel._choice.fontMetrics()
    freed = metrics.horizontalAdvance("Economic") - metrics.horizontalAdvance("Cash")
    long = panel._title.fontMetrics().horizontalAdvance("Cost by family [$bn]") + 8
    beside = panel._as_table.sizeHint().width() + 34 + panel._span.sizeHint().width() + 8
    cash = metrics.horizontalAdvance("Cash") + 44
    assert freed > 0
    assert fitted(panel, long + cash + beside)[0] == "Cost [$bn]"
    panel.choice = "cash"
    assert (panel._title.text(), panel._choice.maximumWidth()) == ("Cost by family [$bn]", cash)
    panel.choice = "economic"
    assert panel._title.text() == "Cost [$bn]"


def test_that_a_title_follows_the_width_that_its_chart_gets(panel, qtbot):
    panel.resize(900, 300)
    panel.show()
    qtbot.waitUntil(lambda: panel._title.text() == "Cost by family [$bn]")
    panel.resize(300, 300)
    qtbot.waitUntil(lambda: panel._title.text() == "Cost [$bn]")


def test_that_a_stack_of_one_layer_has_no_total_among_its_numbers():
    assert [label for label, _ in SPEC.numbers()] == ["GPU", "TPU", "Total"]
    alone = replace(SPEC, layers=SPEC.layers[:1])
    assert [label for label, _ in alone.numbers()] == ["TPU"]


def test_that_a_chart_without_choices_has_its_title_alone(qtbot):
    panel = ChartPanel(ROWS["power"])
    qtbot.addWidget(panel)
    panel.show_spec(replace(SPEC, key="power"))
    assert panel._choice.isHidden()
    assert panel._span.isHidden()
    metrics = panel._title.fontMetrics()
    room = metrics.horizontalAdvance("Cost by family [$bn]") + 8
    beside = panel._as_table.sizeHint().width() + 34
    assert fitted(panel, room + beside)[0] == "Cost by family [$bn]"
    assert fitted(panel, room + beside - 1)[0] == "Cost [$bn]"
    assert panel.choice == ""


def test_that_names_for_ears_follow_the_chart_s_title(panel):
    assert panel.accessibleName() == panel.plot.accessibleName() == "Cost by family, in $bn"
    assert panel._choice.accessibleName() == "Cost by family: what is shown"
    assert panel._span.accessibleName() == "Cost by family: its months"
    assert panel._as_table.accessibleName() == "Cost by family: show as a table"
    assert panel._as_table.toolTip() == "Show as a table"
    panel.show_spec(replace(SPEC, unit="€bn"))
    assert panel.accessibleName() == "Cost by family, in €bn"


def test_that_the_parts_of_a_chart_s_header_are_what_their_style_and_the_keys_know(panel):
    assert panel.objectName() == "chart"
    assert panel._title.objectName() == "chartTitle"
    assert panel._title.wordWrap()
    assert panel._title.minimumWidth() == 1
    strong = Qt.FocusPolicy.StrongFocus
    assert {w.focusPolicy() for w in (panel, panel._choice, panel._span)} == {strong}
    none = Qt.FocusPolicy.NoFocus
    assert {w.focusPolicy() for w in (panel.plot, panel.plot.viewport())} == {none}
    assert panel._as_table.text() == "⊞"
    assert panel._as_table.isCheckable()
    assert panel._as_table.autoRaise()
    for box in (panel._choice, panel._span):
        assert box.sizeAdjustPolicy() == box.SizeAdjustPolicy.AdjustToContents
    assert panel.plot.scale.eased
    labels = [panel._span.itemText(place) for place in range(panel._span.count())]
    assert labels == ["a month", "a year", "to date"]
    labels = [panel._choice.itemText(place) for place in range(panel._choice.count())]
    assert labels[:4] == ["Economic", "Cash", "Signed", "Economic, by family"]


def test_that_a_header_stands_above_its_legend_and_that_above_the_plot(panel, qtbot):
    panel.resize(700, 400)
    panel.show()
    qtbot.waitUntil(lambda: panel.plot.width() > 600)
    title, choice, span, table = (
        w.geometry() for w in (panel._title, panel._choice, panel._span, panel._as_table)
    )
    assert title.left() < choice.left() < span.left() < table.left()
    assert max(title.bottom(), table.bottom()) <= panel.legend.y()
    assert panel.legend.geometry().bottom() <= panel.plot.y()
    assert panel.legend.width() == panel.plot.width() == panel.contentsRect().width() - 2


def test_that_a_choice_says_so_and_fits_the_header_anew(panel, qtbot):
    panel.resize(400, 300)
    with qtbot.waitSignal(panel.choice_changed):
        panel._choice.setCurrentIndex(3)
    assert panel.choice == "economic_by_family"
    with qtbot.waitSignal(panel.choice_changed):
        panel._span.setCurrentIndex(1)
    assert panel.choice == "economic_by_family@year"
    told = []
    panel.choice_changed.connect(lambda: told.append(True))
    panel.choice = "cash"
    assert told == []


def test_that_a_choice_that_there_is_not_is_the_first(panel):
    panel.choice = "cash_by_family@year"
    assert panel.choice == "cash_by_family@year"
    panel.choice = "abacus@to_date"
    assert panel.choice == "economic@to_date"
    panel.choice = "signed"
    assert panel.choice == "signed"


def test_that_ears_hear_what_was_claimed_and_observed_in_the_month_and_of_no_other(panel):
    row = Observed("it_power_gw", "2026-04", 1.0, 2.0, 3.0, "GW", "A page", "B")
    one = np.array([2.0])
    seen = Points(Beside("it_power_gw"), (row,), (3,), one - 1, one, one + 1)
    said = (Mark(3, 2.0, "mark", "Somebody claims.", met=True),)
    panel.show_spec(replace(SPEC, marks=said, observed=seen))
    for month, claimed in ((2, False), (3, True), (4, False)):
        panel.show_values(month)
        words = panel.spoken_description()
        assert ("Somebody claims." in words) is claimed
        assert ("Observed, Apr 2026: 2.0 (1.0 to 3.0) $bn\nA page; grade B" in words) is claimed
        assert words.startswith(("Mar 2026: ", "Apr 2026: ", "May 2026: ")[month - 2])
        assert panel.month == month


# The legend's values


def test_that_a_stack_s_total_comes_first_with_the_spread_of_its_worlds():
    fan = Fan("worlds", "total", (ONES, ONES, ONES * 4, ONES * 5), ONES * 2)
    total, gpu, tpu = entries(replace(SPEC, fans=(fan,)), 3, frozenset({"GPU"}))
    assert (total.label, total.value, total.line, total.spread) == (
        "Total",
        "3.0",
        True,
        "median 2.0, 1.0 to 5.0",
    )
    assert (gpu.label, gpu.value, gpu.hidden, gpu.spread) == ("GPU", "2.0", True, "")
    assert (tpu.label, tpu.value, tpu.hidden, tpu.line) == ("TPU", "1.0", False, False)
    assert {entry.widest for entry in (total, gpu, tpu)} == {"6.0"}  # the end of the axis
    [alone] = entries(replace(SPEC, layers=SPEC.layers[:1]), 3, frozenset())
    assert alone.label == "TPU"


def test_that_a_spread_is_said_of_its_own_line_where_it_is_defined():
    lines = (Curve("Plan", "capacity", ONES * 2), Curve("Demand", "demand", ONES * 3))
    median = np.where(np.arange(25) < 5, math.nan, 2.5)
    fan = Fan("worlds", "capacity", (ONES, ONES, ONES * 4, ONES * 5), median)
    spec = replace(SPEC, layers=(), curves=lines, fans=(fan,))
    plan, demand = entries(spec, 6, frozenset())
    assert (plan.spread, demand.spread) == ("median 2.5, 1.0 to 5.0", "")
    assert plan.line
    assert [entry.spread for entry in entries(spec, 4, frozenset())] == ["", ""]
    bare = replace(spec, fans=(replace(fan, median=None),))
    assert [entry.spread for entry in entries(bare, 6, frozenset())] == ["", ""]


# Axes


@pytest.mark.parametrize(
    ("span", "most", "step"),
    [
        (10.0, 5, 2.0),
        (10.05, 5, 2.0),  # a hair longer still has five
        (10.2, 5, 2.5),
        (12.5, 5, 2.5),
        (13.0, 5, 5.0),
        (26.0, 5, 10.0),
        (5.0, 5, 1.0),
        (0.05, 5, 0.01),
        (10.0, 2, 5.0),
        (0.0, 5, 1.0),
        (-1.0, 5, 1.0),
        (math.nan, 5, 1.0),
    ],
)
def test_that_a_step_is_round_and_gives_at_most_so_many(span, most, step):
    assert tick_step(span, most) == pytest.approx(step)


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (0.2, 0.1, "0.2"),
        (0.25, 0.25, "0.25"),
        (0.001, 0.001, "0.001"),
        (2.5, 2.5, "2.5"),
        (5.0, 2.5, "5.0"),
        (25.0, 25.0, "25"),
        (1.0, 1.0, "1"),
        (-0.0, 1.0, "0"),
        (1500.0, 500.0, "1,500"),
    ],
)
def test_that_a_value_has_the_digits_of_its_step(value, step, text):
    assert tick_text(value, step) == text


def test_that_values_stand_at_their_steps_from_end_to_end(qapp):
    axis = ValueAxis()
    assert axis.tickValues(0.0, 10.0, 300) == [(2.0, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0])]
    assert axis.tickValues(-0.2, 10.0, 300) == [(2.5, [0.0, 2.5, 5.0, 7.5, 10.0])]
    # eighteen pixels a step: at least two, at most five
    assert axis.tickValues(0.0, 10.0, 53) == [(5.0, [0.0, 5.0, 10.0])]
    assert axis.tickValues(0.0, 12.0, 54) == [(5.0, [0.0, 5.0, 10.0])]
    assert axis.tickValues(0.0, 12.0, 72) == [(5.0, [0.0, 5.0, 10.0])]
    assert axis.tickValues(0.0, 10.0, 1) == [(5.0, [0.0, 5.0, 10.0])]
    axis.use(LIGHT.scaled(2.0), 1.0)
    assert axis.tickValues(0.0, 10.0, 107) == [(5.0, [0.0, 5.0, 10.0])]
    assert axis.width() == 104
    assert axis.tickStrings([0.0, 2.5], 1.0, 2.5) == ["0.0", "2.5"]


def test_that_years_stand_as_near_as_their_letters_allow_and_quarters_where_there_is_room(qapp):
    axis = TimeAxis()
    assert axis.tickValues(2026.0, 2030.5, 4.5 * 44) == [(1, [2026, 2027, 2028, 2029, 2030])]
    assert axis.tickValues(2026.0, 2030.5, 4.5 * 44 - 1) == [(2, [2026, 2028, 2030])]
    assert axis.tickValues(2026.5, 2030.0, 3.5 * 44) == [(1, [2027, 2028, 2029, 2030])]
    assert axis.tickValues(2025.0, 2031.0, 0) == [(264, [])]
    # 36 pixels a quarter
    [(step, quarters)] = axis.tickValues(2026.25, 2027.0, 0.75 * 144)
    assert (step, quarters) == (0.25, [2026.25, 2026.5, 2026.75, 2027.0])
    assert axis.tickStrings(quarters, 1.0, step) == ["Apr", "Jul", "Oct", "2027"]
    assert axis.tickValues(2026.25, 2027.0, 0.75 * 144 - 1) == [(1, [2027])]
    axis.use(LIGHT.scaled(2.0), 1.0)
    assert axis.tickValues(2026.0, 2030.0, 4 * 88) == [(1, [2026, 2027, 2028, 2029, 2030])]
    assert axis.tickValues(2026.0, 2030.0, 4 * 88 - 1) == [(2, [2026, 2028, 2030])]
    assert axis.height() == 48
    assert axis.style["tickTextOffset"][1] == 14


def test_that_an_axis_reaches_past_its_ends_for_its_labels_and_forgets_texts_of_other_letters(
    qapp,
):
    axis = ValueAxis()
    inner = super(type(axis), axis).boundingRect()
    assert isinstance(inner, QRectF)
    axis._texts.update({str(n): None for n in range(32)})
    assert len(axis._kept_texts()) == 32
    axis._texts["one more"] = None
    assert axis._kept_texts() == {}
    axis._texts["x"] = None
    axis.use(LIGHT, 1.0)
    assert axis._texts == {}
    assert axis.style["tickFont"].pointSizeF() == LIGHT.tick_points
    assert axis.pen().color().name() == LIGHT.grid.lower()
    assert axis.textPen().color().name() == LIGHT.quiet.lower()
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    axis.paint(painter, None)
    painter.end()


def test_that_an_axis_ready_to_be_painted_has_its_line_its_ticks_and_its_texts_in_place(qapp):
    axis = ValueAxis()
    axis.use(INKS, 1.0)
    line, tick = QPen(QColor("#111111"), 2.0), QPen(QColor("#222222"), 1.0)
    room, centre = QRectF(10, 20, 60, 12), int(Qt.AlignmentFlag.AlignCenter)
    ticks = [(tick, QPointF(0, 5), QPointF(4, 5)), (tick, QPointF(0, 9), QPointF(4, 9))]
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kept: dict = {}
    drawn_specs = (line, QPointF(0, 0), QPointF(0, 90)), ticks, [(room, centre, "25")]
    ready = _Static(painter, drawn_specs, axis, kept)
    bare = _Static(painter, (drawn_specs[0], [], []), axis, kept)
    moved = _Static(
        painter, (drawn_specs[0], [], [(room.translated(5, 7), centre, "25")]), axis, kept
    )
    painter.end()
    placed = []

    class Screen(Canvas):
        def drawStaticText(self, place: QPointF, text) -> None:
            placed.append((place, text.text(), pen_words(self._state.pen)))

    screen = Screen()
    ready.draw(screen)
    assert [(each.kind, each.place, each.pen) for each in screen.drawn] == [
        ("line", (0, 0, 0, 90), "#111111 2"),
        ("line", (0, 5, 4, 5), "#222222 1"),
        ("line", (0, 9, 4, 9), "#222222 1"),
    ]
    assert not any(each.smooth for each in screen.drawn)
    [(place, text, pen)] = placed
    assert (text, pen) == ("25", "#333333 1")
    wide = QFontMetricsF(axis.style["tickFont"]).horizontalAdvance("25")
    assert place.x() == pytest.approx(10 + 30 - wide / 2, abs=1.5)
    moved.draw(screen)
    assert placed[1][0] - place == QPointF(5, 7)
    assert list(kept) == ["25"]
    screen = Screen()
    bare.draw(screen)
    assert [each.kind for each in screen.drawn] == ["line"]
