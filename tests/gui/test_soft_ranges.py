"""A track shows where the sense lies: round numbers about it, room for what is set, and no jump."""

from __future__ import annotations

from statistics import median

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine import PARAMETERS, Document, Scenario, parameter
from engine.tables.parameter import Parameter
from engine.tables.plausible import plausible
from gui.levers import track
from gui.levers.soft_range import SoftRange, fine_step, soft_range, stretched
from gui.levers.track import EndLabel, Preview, PreviewMarks, label_font, placed_labels
from gui.widgets.slider_scale import Mapping
from tests.gui.lever_hands import along, enter, handle, move, press, release

ON_TRACKS = [row for row in PARAMETERS if (row.is_number or row.per_family) and not row.is_name]
LEFT = Qt.MouseButton.LeftButton


def defaults(row: Parameter) -> dict[str, float]:
    if row.default is None:
        return {}
    return dict(row.default) if row.per_family else {"": float(row.default)}


def part(row: Parameter, family: str, value: float) -> float:
    """How much of its track a plausible range takes."""
    soft = Mapping.of(row).over(*soft_range(row), row.step)
    low, high = plausible(row, value, family)
    return soft.place(high) - soft.place(low)


@pytest.mark.parametrize("row", ON_TRACKS, ids=lambda row: row.key)
def test_that_a_track_lies_within_the_bounds_and_holds_what_is_plausible(row):
    low, high = soft_range(row)
    assert row.low <= low < high <= row.high
    for family, value in defaults(row).items():
        plausible_low, plausible_high = plausible(row, value, family)
        assert low <= plausible_low <= value <= plausible_high <= high


def test_that_what_is_plausible_takes_about_a_third_of_a_track():
    parts = [
        part(row, family, value)
        for row in ON_TRACKS
        if row.has_range
        for family, value in defaults(row).items()
    ]
    assert median(parts) >= 0.3
    power = part(parameter("power_budget_gw"), "", 2.5)
    assert power == pytest.approx(0.75 / 4)


@pytest.mark.parametrize(
    ("key", "span"),
    [
        ("power_budget_gw", (1.0, 5.0)),  # a decision: half of 2.5 to twice that
        ("revenue_growth", (2.0, 20.0)),  # log: 4.9 to 9.1 with the same ratio either side
        ("mix", (0.0, 1.0)),  # shares of a whole have all of it
        ("reserve_margin", (0.0, 0.2)),
        ("as_of", (0.0, 36.0)),  # whole years from the first month on
        ("slip_min", (0.0, 12.0)),  # of months a year at least
        ("wacc", (0.0, 0.25)),  # so much of what is allowed that it is all
        ("investment_budget_bn_per_year", (1.0, 300.0)),  # there is none by default
        ("active_params", (2e10, 5e11)),
    ],
)
def test_that_the_ends_are_round_numbers_about_what_is_plausible(key, span):
    assert soft_range(parameter(key)) == span


@pytest.mark.parametrize("row", ON_TRACKS, ids=lambda row: row.key)
def test_that_a_track_has_steps_enough_and_all_are_allowed(row):
    span = soft_range(row)
    mapping = Mapping.of(row).over(*span, fine_step(row, span))
    assert mapping.positions >= min(12, round((row.high - row.low) / row.step))
    for position in range(0, mapping.positions + 1, max(1, mapping.positions // 100)):
        value = mapping.value(position)
        assert row.low <= value <= row.high
        assert not row.whole or value == round(value)
        assert abs(mapping.place(value) - position / mapping.positions) < 0.02


def test_that_a_track_stretches_to_round_numbers_with_room_and_never_out_of_bounds():
    power = parameter("power_budget_gw")
    assert stretched(power, (1.0, 5.0), [3.0]) == (1.0, 5.0)
    assert stretched(power, (1.0, 5.0), [9.0]) == (1.0, 12.0)
    assert stretched(power, (1.0, 5.0), [30.0])[1] == 30.0
    assert stretched(power, (1.0, 5.0), [0.1])[0] == 0.1
    growth = parameter("revenue_growth")
    assert stretched(growth, (2.0, 20.0), [25.0]) == (2.0, 30.0)
    assert stretched(growth, (2.0, 20.0), [1.5]) == (1.0, 20.0)


def test_that_a_span_grows_with_what_is_set_and_shrinks_when_told():
    soft = SoftRange(parameter("power_budget_gw"))
    wide = soft.hold([9.0])
    assert soft.hold([2.5]) == wide
    soft.begin_anew()
    assert soft.hold([2.5]) == soft.base == (1.0, 5.0)


# By hand


def test_that_the_field_takes_all_that_is_allowed_and_the_track_stretches_for_it(panel, session):
    line = panel.row("power_budget_gw").line
    enter(line.spin, "12")
    assert session.scenario.power_budget_gw == 12
    assert line.span[0] == 1.0
    assert line.span[1] > 12
    assert 0.5 < line.slider.place < 1
    session.history.undo()
    assert line.span == (1.0, 5.0)


def test_that_a_drag_ends_at_the_track_s_end_and_let_go_there_has_more_room(panel, session):
    slider = panel.row("power_budget_gw").line.slider
    press(slider, handle(slider))
    for way in range(1, 12):
        move(slider, handle(slider) + 30 * way)
    assert session.scenario.power_budget_gw == 5.0  # under the hand the track stays
    assert slider.place == 1.0
    release(slider)
    assert session.scenario.power_budget_gw == 5.0
    assert slider.place < 1.0
    assert session.history.count() == 1
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert session.scenario.power_budget_gw > 5.0


def test_that_ends_pressed_in_a_row_reach_the_bounds(panel, session):
    slider = panel.row("power_budget_gw").line.slider
    for key, bound in ((Qt.Key.Key_End, 30.0), (Qt.Key.Key_Home, 0.1)):
        for _ in range(12):
            QTest.keyClick(slider, key)
        assert session.scenario.power_budget_gw == bound


def test_that_a_step_off_the_track_is_a_step_all_the_same(panel, session):
    line = panel.row("power_budget_gw").line
    QTest.keyClick(line.slider, Qt.Key.Key_End)
    QTest.keyClick(line.slider, Qt.Key.Key_Right)
    assert session.scenario.power_budget_gw == pytest.approx(5.05)


def test_that_a_baseline_beyond_the_track_has_its_place_on_it(panel, session):
    session.edit("power_budget_gw", 9.0)
    session.pin_baseline()
    session.edit("power_budget_gw", 2.5)
    line = panel.row("power_budget_gw").line
    assert line.slider.marks.baseline == along(line).place(9.0) < 1


def test_that_the_lines_of_a_row_share_one_track(panel, session):
    row = panel.row("supply_chips_per_year")
    session.edit("supply_chips_per_year", {"tpu": 1_500_000, "trainium": 330_000, "gpu": 34_000})
    spans = {line.span for line in row.lines.values()}
    assert len(spans) == 1
    assert next(iter(spans))[1] >= 1_500_000
    labelled = [bool(line.slider.marks.labels) for line in row.lines.values()]
    assert labelled == [False, False, True]


def test_that_another_scenario_has_tracks_of_its_own(panel, session):
    session.edit("power_budget_gw", 20.0)
    session.edit("power_budget_gw", 3.0)
    line = panel.row("power_budget_gw").line
    assert line.span[1] > 5
    session.open(Document(Scenario(power_budget_gw=3.0)), None)
    assert line.span == (1.0, 5.0)


# Labels


def test_that_ends_are_written_as_people_read_them(panel):
    for key, words in (
        ("power_budget_gw", ["1", "5"]),
        ("reserve_margin", ["0%", "20%"]),
        ("mix_month", ["Jan 2025", "Jan 2029"]),
        ("revenue_growth", ["2", "20", "10"]),
        ("active_params", ["20 bn", "500 bn", "100 bn"]),
    ):
        marks = panel.row(key).line.slider.marks
        assert [label.words for label in marks.labels] == words


def test_that_dates_at_the_ends_follow_the_first_month(panel, session):
    session.edit("start", "2024-01")
    labels = panel.row("mix_month").line.slider.marks.labels
    assert [label.words for label in labels] == ["Jan 2024", "Jan 2028"]


def test_that_words_stay_on_the_slider_and_off_each_other(panel):
    slider = panel.row("power_budget_gw").line.slider
    font = label_font(slider.font())
    marks = PreviewMarks(
        labels=(EndLabel(0, "Jan 2025"), EndLabel(1, "Jan 2029"), EndLabel(0.1, "x"))
    )
    placed = placed_labels(marks, 240, font)
    assert [words for _, words in placed] == ["Jan 2025", "Jan 2029"]
    assert placed[0][0] >= 0


def test_that_the_track_says_whether_more_is_allowed(panel):
    assert panel.row("power_budget_gw").line.slider.marks.beyond == (True, True)
    assert panel.row("mix").lines["gpu"].slider.marks.beyond == (False, False)


def test_that_a_curve_of_another_track_is_not_shown(panel):
    line = panel.row("power_budget_gw").line
    curve = Preview((0.0, 1.0), (0.0, 1.0), words="new", span=line.span)
    line.show_preview(curve)
    assert line.slider.preview == curve
    line.set_span(1.0, 12.0)
    assert line.slider.preview is None
    line.show_preview(curve)
    assert line.slider.preview is None


def test_that_a_seed_has_a_field_and_no_slider(panel, session):
    row = panel.row("seed")
    panel.show_lever("seed")
    assert row.line.slider.isHidden()
    assert row.first is row.line.spin
    enter(row.line.spin, "42")
    assert session.scenario.seed == 42


def test_that_the_pointer_finds_the_handle_on_a_stretched_track(panel, session):
    session.edit("power_budget_gw", 9.0)
    slider = panel.row("power_budget_gw").line.slider
    at = QPointF(track.x_of(slider.place, slider.width()), track.TRACK_Y)
    QTest.mouseClick(slider, LEFT, pos=QPoint(round(at.x()), round(at.y())))
    assert session.scenario.power_budget_gw == 9.0
