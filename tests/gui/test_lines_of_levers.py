"""A lever's line by itself, and its small parts: what it asks for, tells and marks."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from engine import parameter
from engine.analysis.variants import Lever
from gui.levers.badges import HelpButton, UnitLabel
from gui.levers.number_line import NumberLine
from gui.levers.track import Preview
from gui.pages.mix.linked_bars import LinkedBars

POWER = "power_budget_gw"


@pytest.fixture
def line(qtbot) -> NumberLine:
    found = NumberLine(parameter(POWER), "Power", "TPU")
    qtbot.addWidget(found)
    found.resize(400, 60)
    return found


def test_that_a_line_s_parts_have_their_names_and_their_widths(line, qtbot):
    assert line.slider.accessibleName() == line.spin.accessibleName() == "Power"
    assert line._caption.objectName() == "caption"
    assert line._caption.indent() == 8
    usual = line.spin.font().pointSizeF() / 9.5
    assert line._caption.width() == round(64 * usual)
    assert line.spin.width() >= round(92 * usual)
    assert line._caption.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
    plain = NumberLine(parameter(POWER), "Power")
    qtbot.addWidget(plain)
    assert plain._caption.isHidden()


def test_that_a_line_asks_as_the_hand_goes_and_groups_it_into_gestures(line):
    asked, cancelled, let_go, defaults = [], [], [], []
    line.wanted.connect(lambda value, new: asked.append((round(value, 9), new)))
    line.cancelled.connect(lambda: cancelled.append(True))
    line.let_go.connect(lambda: let_go.append(True))
    line.default_wanted.connect(defaults.append)
    line.show_value(2.5)
    line.slider.sliderPressed.emit()
    assert line.dragging
    line.slider.cancelled.emit()
    assert cancelled == []  # it has not moved
    line.slider.sought.emit(0.5, False)
    line.slider.sought.emit(0.75, False)
    assert asked == [(3.0, True), (4.0, False)]
    line.slider.default_wanted.emit()
    assert defaults == [False]  # the first click of the two had moved it
    line.slider.default_wanted.emit()
    assert defaults == [False, True]
    line.slider.sought.emit(0.5, False)
    line.slider.cancelled.emit()
    assert cancelled == [True]
    line.slider.sliderReleased.emit()
    assert (line.dragging, let_go) == (False, [True])
    asked.clear()
    line.slider.stepped.emit(1.0)
    line.slider.paged.emit(1.0)
    line.spin.stepped.emit(-1.0)
    assert [new for _, new in asked] == [True, False, False]
    assert asked[0][0] == pytest.approx(2.55, abs=0.06)


def test_that_a_typed_number_is_taken_within_what_is_allowed_and_whole_where_it_must_be(
    line, qtbot
):
    asked, refused = [], []
    line.show_value(2.5)
    line.wanted.connect(lambda value, _: asked.append(value))
    line.spin.entered.emit(3.25)
    line.spin.entered.emit(1e9)
    line.set_number(-5.0)
    line.spin.setValue(3.5)  # as a reader does
    low, high = parameter(POWER).low, parameter(POWER).high
    assert asked == [3.25, high, low, 3.5]
    asked.pop()
    whole = NumberLine(parameter("horizon_months"), "Months")
    qtbot.addWidget(whole)
    whole.show_value(96.0)
    whole.wanted.connect(lambda value, _: asked.append(value))
    whole.refused.connect(refused.append)
    whole.spin.entered.emit(24.5)
    assert refused == ["A whole number is wanted: months"]
    whole.set_number(24.4)
    assert asked[3:] == [24.0]


def test_that_a_line_says_its_range_its_default_and_whether_it_is_locked(line):
    line.show_value(3.0)
    low, high = parameter(POWER).low, parameter(POWER).high
    facts = f"from {low:g} to {high:g}"
    assert line.spin.accessibleDescription() == facts
    line.set_default(2.5)
    assert line.spin.accessibleDescription() == f"{facts}; default 2.5; changed"
    line.set_default(3.0)
    assert line.spin.accessibleDescription() == f"{facts}; default 3"
    line.set_locked(True)
    assert line.spin.accessibleDescription() == f"{facts}; default 3; locked"
    line.set_locked(False)
    line.show_value(4.0)
    assert line.spin.accessibleDescription() == f"{facts}; default 3; changed"
    line.show_value(3.0)
    line.set_locked(True)
    assert line.value_words == "3.00 GW facility"
    assert (line.number.now, line.number.low, line.number.high) == (3.0, low, high)
    line.show_preview(Preview((0.0, 1.0), (0.0, 1.0), words="Foreseen."))
    assert line.description == f"{facts}; default 3; locked; Foreseen."


def test_that_a_curve_of_another_track_is_not_shown_and_goes_where_the_track_stretches(line):
    line.show_value(2.5)
    own = Preview((0.0, 1.0), (0.0, 1.0), span=line.span)
    line.show_preview(Preview((0.0, 1.0), (0.0, 1.0), span=(0.0, 99.0)))
    assert line.slider.preview is None
    line.show_preview(own)
    assert line.slider.preview is own
    place = line.slider.place
    line.set_span(*line.span)
    assert line.slider.preview is own
    line.set_span(0.5, 10.0)
    assert line.slider.preview is None
    assert line.slider.place < place
    assert line.value == 2.5


def test_that_marks_are_at_the_default_the_baseline_and_what_lies_beyond(line):
    line.set_span(1.0, 5.0)
    line.set_default(2.0)
    line.set_baseline(4.0)
    marks = line.slider.marks
    assert (marks.default, marks.baseline, marks.decades) == (0.25, 0.75, ())
    assert marks.beyond == (True, True)
    assert marks.labels == ()
    line.label_ends()
    assert [(label.place, label.words) for label in line.slider.marks.labels] == [
        (0.0, "1"),
        (1.0, "5"),
    ]
    line.set_span(*line._mapping.allowed)
    assert line.slider.marks.beyond == (False, False)
    line.set_default(None)
    line.set_baseline(None)
    assert (line.slider.marks.default, line.slider.marks.baseline) == (None, None)


def test_that_a_track_in_logarithms_has_its_decades(qtbot):
    found = NumberLine(parameter("active_params"), "Parameters")
    qtbot.addWidget(found)
    found.set_span(2e10, 5e12)
    assert [round(place, 6) for place in found.slider.marks.decades] == [
        round(math.log(x / 2e10) / math.log(250), 6) for x in (1e11, 1e12)
    ]
    found.label_ends()
    assert [label.words for label in found.slider.marks.labels] == [
        "20 bn",
        "5 T",
        "100 bn",
        "1 T",
    ]


# Small parts


def test_that_a_long_unit_stands_on_two_lines_and_help_is_asked_for_by_its_key(qtbot, monkeypatch):
    short, long = UnitLabel("GW"), UnitLabel("EFLOP/s per $bn/year and a little more")
    for label in (short, long):
        qtbot.addWidget(label)
        assert label.objectName() == "unit"
        assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert (short.wordWrap(), long.wordWrap()) == (False, True)
    assert (long.minimumWidth(), long.maximumWidth()) == (96, 96)
    asked = []
    monkeypatch.setattr("gui.levers.badges.ask", lambda _, *what: asked.append(what))
    button = HelpButton(parameter(POWER))
    qtbot.addWidget(button)
    assert (button.text(), button.objectName(), button.toolTip()) == (
        "?",
        "ask",
        "What is this? (F1)",
    )
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert (button.width(), button.height(), button.autoRaise()) == (18, 18, True)
    button.click()
    assert asked == [("levers", POWER)]


def test_that_linked_bars_say_why_there_is_no_triangle(session, qtbot):
    for families, said in (
        (("tpu",), "this catalogue has one, which has all of it."),
        (("tpu", "gpu"), "this catalogue has 2 families."),
    ):
        bars = LinkedBars(session, families)
        qtbot.addWidget(bars)
        assert said in bars.said.text()
        assert bars.said.wordWrap()
        assert bars.said.objectName() == "pageTitle"
        assert bars.bars.maximumWidth() == 620
        assert Lever("mix", "tpu").family in bars.bars.lines
