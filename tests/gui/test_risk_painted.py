"""The stress line as it is painted and read, every place worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.pages.risk.plot import Frame, Pencil, small
from gui.pages.risk.stress import StressFigures, StressPicture, stress_sentence
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import marks_of, near, painted_by

DEMAND, SHORTFALL = LIGHT.colour("demand"), LIGHT.colour("shortfall")
FEW = ("2026-01", "2026-02", "2026-03")
LEFT, RIGHT, TOP, FOOT = 46.0, 646.0, 12.0, 212.0  # of both plots, as large as they are here


class Plan(dict):
    """As much of a run as the line asks for: two years and a month, and the window from June on."""

    def __init__(self, count: int = 25, tolerance: float = 0.05, **short: float):
        demand = np.full(count, 100.0)
        demand[3] = 0.0
        missing = np.zeros(count)
        for month, value in short.items():
            missing[int(month[1:])] = value
        super().__init__(demand_eflops=demand, shortfall_eflops=missing)
        self.months = tuple(f"{2026 + n // 12}-{n % 12 + 1:02d}" for n in range(count))
        self.scenario = SimpleNamespace(
            as_of=4, horizon_months=count, shortfall_tolerance=tolerance
        )


def test_that_the_line_starts_after_history_and_is_lowest_where_most_is_unserved():
    figures = StressFigures.of(Plan(m2=90.0, m10=20.0, m12=30.0))
    assert (figures.first, figures.trough) == (5, 12)
    assert (figures.start, figures.lowest) == (1.0, 0.7)
    assert figures.target == 0.95
    assert figures.served[2] == pytest.approx(0.1)  # before the window
    assert figures.served[3] == 1  # where nothing is wanted all is served
    assert figures.short


def test_that_a_plan_that_is_as_low_as_its_target_is_not_short():
    assert not StressFigures(np.array([0.75]), 0, 0, 0.75).short
    assert StressFigures(np.array([0.75]), 0, 0, 0.76).short


@pytest.mark.parametrize(
    ("served", "trough", "said"),
    [
        ((1, 1, 1), 0, "From Jan 2026 on the plan serves all demand; the target is 95.0%."),
        (
            (0.8, 0.9, 0.9),
            0,
            "Demand served is lowest at the start: 80.0% in Jan 2026, below the target of 95.0%.",
        ),
        (
            (0.97, 0.98, 1),
            0,
            "Demand served never falls below the 97.0% of Jan 2026; the target is 95.0%.",
        ),
        (
            (0.98, 0.9, 0.7),
            2,
            "Demand served starts at 98.0% in Jan 2026 and falls to 70.0% in Mar 2026, below the "
            "target of 95.0%.",
        ),
        (
            (0.99, 0.96, 1),
            1,
            "Demand served starts at 99.0% in Jan 2026, is lowest in Feb 2026 with 96.0%, and "
            "keeps to the target of 95.0%.",
        ),
        (
            (0.02841, 0.02839, 1),
            1,
            "Demand served is lowest at the start: 2.8% in Jan 2026, below the target of 95.0%.",
        ),
        (
            (0.99001, 0.98999, 1),
            1,
            "Demand served never falls below the 99.0% of Jan 2026; the target is 95.0%.",
        ),
    ],
)
def test_that_the_line_is_said_in_a_sentence(served, trough, said):
    figures = StressFigures(np.array(served, float), 0, trough, 0.95)
    assert stress_sentence(figures, FEW) == said


@pytest.fixture
def stress(qtbot):
    widget = StressPicture()
    qtbot.addWidget(widget)
    widget.use_palette(LIGHT)
    widget.resize(660, 236)
    return widget


def month_x(month: float) -> float:
    return LEFT + 24 * month


def y_of(share: float) -> float:
    return FOOT - 200 * share


def risk(count: int = 25, **short: float) -> SimpleNamespace:
    line = np.zeros(count)
    for month, chance in short.items():
        line[int(month[1:])] = chance
    ever = np.maximum.accumulate(line)
    return SimpleNamespace(window=(5, count - 1), short=line, ever_short=ever)


def test_that_demand_served_is_a_line_through_the_middles_of_its_months(stress):
    stress.show_plan(Plan(m10=20.0, m12=30.0), Plan(m10=50.0), 6)
    drawn = marks_of(stress)
    (line,) = drawn.lines(DEMAND)
    assert (len(line.points), line.width, line.dashes) == (25, 2.0, ())
    for month, share in ((0, 1.0), (10, 0.8), (12, 0.7), (24, 1.0)):
        assert line.points[month] == near((month_x(month + 0.5), y_of(share)))[0]
    (compared,) = drawn.lines(LIGHT.lighter("demand"))
    assert compared.points[10] == near((month_x(10.5), y_of(0.5)))[0]
    assert compared.width == 2.0
    assert compared.dashes
    (target,) = [m for m in drawn.lines(LIGHT.quiet) if m.width == 1.25]
    assert target.points == near((LEFT, y_of(0.95)), (RIGHT, y_of(0.95)))
    assert target.dashes
    (month,) = [m for m in drawn.lines(LIGHT.quiet) if m.width == 1]
    assert month.points == near((month_x(6.5), TOP), (month_x(6.5), FOOT))
    assert month.dashes == (1.0, 2.0)


def test_that_the_first_and_the_lowest_month_have_dots_and_the_lowest_its_words(stress):
    stress.show_plan(Plan(m12=30.0), None, 6)
    drawn = marks_of(stress)
    middles = [dot.points[0] for dot in drawn.dots()]
    assert middles == [*near((month_x(5.5), y_of(1)), (month_x(12.5), y_of(0.7)))]
    assert {(dot.radius, dot.fill, dot.ink) for dot in drawn.dots()} == {
        (4.0, DEMAND.lower(), LIGHT.ground.lower())
    }
    metrics = QFontMetricsF(small(stress.font()))
    words = drawn.words("70.0% · Jan 2027")
    half = metrics.horizontalAdvance("70.0% · Jan 2027") / 2
    assert words.x == pytest.approx(month_x(12.5) - half, abs=0.1)
    high = metrics.height()
    assert words.y == pytest.approx(y_of(0.7) + 4 + 4 + high - metrics.descent(), abs=0.1)
    assert words.ink == LIGHT.text.lower()
    target = drawn.words("target 95.0%")
    assert target.x == pytest.approx(LEFT + 4)
    assert target.y == pytest.approx(y_of(0.95) + 1.5 * high - metrics.descent(), abs=0.1)
    stress.show_plan(Plan(), None, 6)  # never lower than at the start
    assert not [text for text in marks_of(stress).texts if " · " in text]


def test_that_the_grid_has_quarters_and_years(stress):
    stress.show_plan(Plan(), None, 6)
    drawn = marks_of(stress)
    metrics = QFontMetricsF(small(stress.font()))
    for share, text in ((0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1, "100%")):
        words = drawn.words(text)
        left = LEFT - 4 - metrics.horizontalAdvance(text)
        assert words.x == pytest.approx(left, abs=0.1)
        assert words.y == pytest.approx(y_of(share) + 0.35 * metrics.height(), abs=0.1)
        level = near((LEFT, y_of(share)), (RIGHT, y_of(share)))
        assert [m for m in drawn.lines(LIGHT.grid) if m.points == level]
    for month, year in ((0, "2026"), (12, "2027"), (24, "2028")):
        mark = near((month_x(month), FOOT), (month_x(month), FOOT + 4))
        assert [m for m in drawn.lines(LIGHT.grid) if m.points == mark]
        half = metrics.horizontalAdvance(year) / 2
        left = min(max(month_x(month) - half, LEFT), RIGHT - half)
        assert drawn.words(year).x == pytest.approx(left, abs=0.1)
        assert drawn.words(year).y == pytest.approx(FOOT + 2 + metrics.height(), abs=0.1)


def test_that_many_years_are_named_as_far_as_they_have_room(stress):
    stress.show_plan(Plan(361), None, 6)
    years = [text for text in marks_of(stress).texts if len(text) == 4 and text.isdigit()]
    # 19.9 pixels a year, and a name needs 44: each year that three divides
    assert years == [str(year) for year in range(2028, 2056, 3)]


def test_that_chances_are_stairs_from_the_window_on(stress):
    stress.show_plan(Plan(), None, 6)
    stress.show_risk(risk(m8=0.5, m20=0.25))
    drawn = marks_of(stress)
    (area,) = [m for m in drawn.areas() if m.fill == SHORTFALL.lower()]
    assert area.points[:2] == near((month_x(5), FOOT), (month_x(6), FOOT))
    assert area.points[6:8] == near((month_x(8), y_of(0.5)), (month_x(9), y_of(0.5)))
    assert area.points[-2:] == near((RIGHT, FOOT), (month_x(5), FOOT))
    assert area.opacity == pytest.approx(70 / 255, abs=0.001)
    (ever,) = drawn.lines(SHORTFALL)
    assert ever.points[6:8] == near((month_x(8), y_of(0.5)), (month_x(9), y_of(0.5)))
    assert ever.points[-1] == near((RIGHT, y_of(0.5)))[0]
    assert ever.width == 1.25
    assert {"short by then", "short in the month"} <= set(drawn.texts)
    stress.show_plan(Plan(37), None, 6)  # of other months: what is known is of others
    assert "short by then" not in marks_of(stress).texts


def test_that_a_baseline_of_other_months_is_not_beside(stress):
    stress.show_plan(Plan(), Plan(37), 6)
    assert marks_of(stress).lines(LIGHT.lighter("demand")) == []


def test_that_a_month_is_told_with_its_chances_where_chance_can_touch_it(stress):
    assert stress.month_text(0) == stress.spoken_description() == ""
    stress.show_plan(Plan(m12=30.0), None, 6)
    plain = "Jan 2027: 70.0% of demand served in the plan."
    assert stress.month_text(12) == plain
    assert stress.month_text(-1) == stress.month_text(25) == ""
    assert stress.month_text(24).startswith("Jan 2028: 100%")
    stress.show_risk(risk(m5=0.2, m8=0.5, m12=0.25))
    assert stress.month_text(4) == "May 2026: 100% of demand served in the plan."
    assert stress.month_text(5) == (
        "Jun 2026: 100% of demand served in the plan; short in 20% of worlds, and in 20% by then."
    )
    assert stress.month_text(12) == (
        "Jan 2027: 70.0% of demand served in the plan; short in 25% of worlds, and in 50% by then."
    )
    said = stress.spoken_description()
    assert said.startswith("Demand served starts at 100% in Jun 2026 and falls to 70.0%")
    assert "Jul 2026: 100% of demand" in said
    assert said.endswith("Arrows read other months, Enter chooses one.")


def test_that_months_are_read_and_chosen_by_keys(stress, qtbot):
    told, chosen = [], []
    stress.read.connect(told.append)
    stress.month_chosen.connect(chosen.append)
    stress.show_plan(Plan(), None, 6)
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    none = Qt.KeyboardModifier.NoModifier
    steps = (
        *((key.Key_Right, none), (key.Key_Right, shift), (key.Key_Right, shift)),
        *((key.Key_Left, none), (key.Key_Left, shift), (key.Key_Home, none)),
        *((key.Key_Left, none), (key.Key_End, none)),
    )
    for pressed, held in steps:
        qtbot.keyClick(stress, pressed, held)
    months = [text.partition(":")[0] for text in told]
    assert months == [
        *("Aug 2026", "Aug 2027", "Jan 2028", "Dec 2027", "Dec 2026", "Jan 2026", "Jan 2028")
    ]
    qtbot.keyClick(stress, key.Key_Return)
    qtbot.keyClick(stress, key.Key_Left)
    qtbot.keyClick(stress, key.Key_Enter)
    qtbot.keyClick(stress, key.Key_A)
    assert chosen == [24, 23]
    (read,) = [m for m in marks_of(stress).lines(LIGHT.accent) if len(m.points) == 2]
    assert read.points == near((month_x(23.5), TOP), (month_x(23.5), FOOT))
    assert read.dashes == ()


def pointer(kind, x, y, button=Qt.MouseButton.NoButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


def test_that_the_month_under_the_pointer_is_read_and_chosen(stress):
    told, chosen = [], []
    stress.read.connect(lambda text: told.append(text.partition(":")[0]))
    stress.month_chosen.connect(chosen.append)
    stress.mouseMoveEvent(pointer(QEvent.Type.MouseMove, 100, 100))
    stress.show_plan(Plan(), None, 6)
    for x in (month_x(3) - 0.1, month_x(3), month_x(3) + 1, 2, 655):
        stress.mouseMoveEvent(pointer(QEvent.Type.MouseMove, x, 100))
    stress.leaveEvent(QEvent(QEvent.Type.Leave))
    assert told == ["Mar 2026", "Apr 2026", "Jan 2026", "Jan 2028", ""]
    press, left = QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton
    stress.mousePressEvent(pointer(press, month_x(7.5), 100, left))
    stress.mousePressEvent(pointer(press, month_x(8.5), 100, Qt.MouseButton.RightButton))
    assert chosen == [7]


def test_that_a_frame_stands_between_values_and_pixels():
    frame = Frame(QRectF(10, 20, 200, 100), 5, 25, -1, 1)
    assert (frame.x(5), frame.x(15), frame.x(25)) == (10, 110, 210)
    assert (frame.y(-1), frame.y(0), frame.y(1)) == (120, 70, 20)
    assert (frame.value_at(110), frame.height_at(70)) == (15, 0)
    assert (frame.value_at(10), frame.height_at(20)) == (5, 1)
    stairs = frame.stairs(np.array([0.0, 1.0]), 5)
    assert [p.toTuple() for p in stairs] == [(10, 70), (20, 70), (20, 20), (30, 20)]
    line = frame.line(np.array([5.0, np.nan, 15.0, 25.0]), np.array([0.0, 0.0, np.nan, 1.0]))
    assert [p.toTuple() for p in line] == [(10, 70), (210, 20)]
    flat = Frame(QRectF(10, 20, 0, 0), 5, 5, 1, 1)
    assert (flat.x(5), flat.y(1), flat.value_at(10), flat.height_at(20)) == (10, 20, 5, 1)


def test_that_a_word_goes_to_the_first_place_that_is_free(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    found = []

    def paint(painter):
        pencil = Pencil(painter, LIGHT, widget.font())
        pencil.take(QRectF(0, 0, 60, 30))
        places = [QPointF(50, 20), QPointF(80, 20), QPointF(10, 70)]
        found.extend(pencil.word(word, places, LIGHT.accent) for word in ("one", "two", "three"))
        wide, high = pencil.width("one"), pencil.line_height
        found.append(QRectF(80 - 3, 20 - high / 2, wide + 6, high))

    drawn = painted_by(paint, widget)
    assert drawn.texts == ["one", "two"]
    assert (drawn.words("one").x, drawn.words("two").x) == (80, 10)
    assert found[0] == found[3]  # three pixels of ground at both sides
    assert found[2] is None
    assert [box.fill for box in drawn.boxes()] == [LIGHT.ground.lower()] * 2
    assert drawn.boxes()[0].opacity == pytest.approx(0.8, abs=0.01)
    assert drawn.words("one").ink == LIGHT.accent.lower()
