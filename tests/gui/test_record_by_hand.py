"""What was observed beside the plan, row by row and cut at a month; and where charts stand."""

from __future__ import annotations

import math

import pytest

from engine.analysis.backtest import Answer, Backtest
from engine.tables.observed import Observed
from gui.pages.chart_page import places
from gui.pages.evidence.record import RecordPart, _percent, _row, _score
from gui.pages.evidence.table import ORDER


def seen(month: str, low, middle, high, *, series="it_power_gw", grade="B") -> Observed:
    return Observed(series, month, low, middle, high, "GW IT", "", grade)


def answer(month: str, value, *, low=1.0, middle=2.0, high=4.0, why="") -> Answer:
    return Answer(seen(month, low, middle, high), value, why)


INSIDE, OFF = answer("2025-06", 3.0), answer("2025-09", 8.0)
MISSING = answer("2025-12", None, why="it begins later")
FOUND = Backtest((INSIDE, OFF, MISSING))


def texts(row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_that_a_row_has_what_was_seen_beside_what_the_plan_has():
    row = _row(7, INSIDE, "")
    assert row.key == 7
    assert texts(row)[:1] == ["Jun 2025"]
    assert texts(row)[2:10] == ["2", "1 to 4", "GW IT", "3", "✓", "+50%", "known", "B"]
    assert [row.cells[n].order for n in (0, 2, 3, 5, 7)] == ["2025-06", 2.0, 1.0, 3.0, 0.5]
    assert [n for n, cell in enumerate(row.cells) if cell.right] == [2, 3, 5, 7]
    off = _row(0, OFF, "")
    assert (off.cells[6].text, off.cells[6].role, off.cells[7].text) == ("✗", "problem", "+300%")
    below = _row(0, answer("2025-06", 1.0), "")
    assert (below.cells[7].text, below.cells[7].order, below.cells[6].role) == ("−50%", 0.5, "")


def test_that_what_is_not_there_is_no_number_and_sorted_last():
    row = _row(0, MISSING, "")
    assert texts(row)[5:8] == ["—", "", ""]
    assert (row.cells[5].order, row.cells[7].order) == (-math.inf, 0.0)
    bare = _row(0, Answer(seen("2025-06", None, 2.0, None), 3.0), "")
    assert (bare.cells[3].text, bare.cells[3].order) == ("", -math.inf)
    least = _row(0, Answer(seen("2025-06", 1.0, None, None), 3.0), "")
    assert (least.cells[2].text, least.cells[3].text) == ("—", "at least 1")
    most = _row(0, Answer(seen("2025-06", None, None, 4.0), 3.0), "")
    assert most.cells[3].text == "at most 4"


def test_that_a_month_of_the_cut_is_known_and_a_later_one_came_later():
    for cut, known in (("2025-08", "came later"), ("2025-09", "known"), ("", "known")):
        assert _row(0, OFF, cut).cells[8].text == known


def test_that_a_share_of_nothing_has_no_sign():
    assert _percent(0.004, "+,.0f") == "0%"
    assert _percent(-0.004, "+,.0f") == "0%"
    assert _percent(-0.256, "+,.0f") == "−26%"


def test_that_a_score_says_how_many_and_how_far_off():
    # half as much again and four times: the root of six, a factor of 2.45 on average
    factor = math.exp((math.log(1.5) + math.log(4)) / 2)
    assert factor == pytest.approx(2.449, abs=0.001)
    said = "All: 1 of 2 inside their interval, off by a factor of 2.45 on average."
    assert _score("All", FOUND) == said
    assert _score("All", Backtest((MISSING,))) == "All: nothing that can be judged."


@pytest.fixture
def record(qtbot):
    part = RecordPart()
    qtbot.addWidget(part)
    part.detail.show_series = lambda result, alike: part.__dict__.update(alike=alike)
    part.show_backtest(FOUND, None)
    return part


def test_that_the_record_can_be_cut_at_each_of_its_months(record):
    months = [record.known.itemText(n) for n in range(record.known.count())]
    assert months == ["today: all of it", "Jun 2025", "Sep 2025", "Dec 2025"]
    assert record.cut == ""
    assert record.score.text().startswith("All of the record: 1 of 2 inside")
    record.known.setCurrentIndex(1)
    assert record.cut == "2025-06"
    known, came = record.score.text().split("  ")
    assert known.startswith("Known by Jun 2025: 1 of 1 inside")
    assert came.startswith("What came later: 0 of 1 inside")
    assert [s.month for s in record.alike] == ["2025-06"]  # as it was known then
    record.known.setCurrentIndex(2)
    assert record.score.text().startswith("Known by Sep 2025: 1 of 2 inside")
    assert record.score.text().endswith("What came later: nothing that can be judged.")
    assert [s.month for s in record.alike] == ["2025-06", "2025-09"]


def test_that_the_cut_stays_where_the_record_still_has_its_month(record):
    record.known.setCurrentIndex(2)
    record.show_backtest(Backtest((INSIDE, OFF)), None)
    assert record.cut == "2025-09"
    record.show_backtest(Backtest((INSIDE,)), None)
    assert record.cut == ""


def test_that_what_is_looked_at_says_its_source_and_why_there_is_no_value(record):
    assert record.observed is INSIDE.observed
    record.table.setCurrentIndex(record.table.model().index(2, 0))
    assert record.observed is MISSING.observed
    assert record.detail.words.text().endswith("The plan has no value: it begins later.")
    assert record.detail.title.text().endswith(", Dec 2025")
    order = record.table.read.index(0, 7).data(ORDER)
    assert order == 0.5


# Where charts stand: six columns


def test_that_charts_fill_their_rows_alike_and_the_upper_ones_are_wider():
    assert places(5, narrow=False) == [
        *((0, 0, 3), (0, 3, 3)),
        *((1, 0, 2), (1, 2, 2), (1, 4, 2)),
    ]
    assert places(3, narrow=False) == [(0, 0, 2), (0, 2, 2), (0, 4, 2)]
    assert places(4, narrow=False) == [(0, 0, 3), (0, 3, 3), (1, 0, 3), (1, 3, 3)]
    assert places(1, narrow=False) == [(0, 0, 6)]
    assert places(0, narrow=False) == places(0, narrow=True) == []
    assert [place.row for place in places(7, narrow=False)] == [0, 0, 1, 1, 2, 2, 2]


def test_that_a_narrow_page_has_two_in_a_row_and_the_last_one_wide():
    assert places(5, narrow=True) == [
        *((0, 0, 3), (0, 3, 3), (1, 0, 3), (1, 3, 3)),
        (2, 0, 6),
    ]
    assert places(4, narrow=True)[-1] == (1, 3, 3)
