"""A table of bars: whatever its texts, all columns are in sight and bars keep some room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.pages.analysis.bar_model import BarRow, Span
from gui.pages.analysis.bar_table import LEAST_BAR, BarTable
from gui.widgets.palette import LIGHT

LONG = "A name that goes on for as long as anybody likes to write one"


@pytest.mark.parametrize("width", [360, 520, 900, 1600])
def test_that_the_widest_texts_give_way_and_nothing_is_out_of_sight(width: int, qtbot) -> None:
    table = BarTable("Decisions", 2, (0, 1, 3))
    qtbot.addWidget(table)
    texts = (LONG, "Jan 2027", "", LONG, "$9.6 bn \u00b1 $1.7 bn")
    table.show_rows(("What", "Begins", "", "Settle first", "Costs"), [BarRow("a", texts, ())])
    table.resize(width, 200)
    table.show()
    widths = [table.columnWidth(column) for column in range(5)]
    assert sum(widths) <= table.viewport().width()
    assert widths[2] >= LEAST_BAR - len(widths)
    short = table.fontMetrics().horizontalAdvance("Jan 2027")
    if width > 400:  # what is short is written in full
        assert widths[1] >= short


def test_that_bars_take_what_short_texts_leave(qtbot) -> None:
    table = BarTable("Decisions", 1)
    qtbot.addWidget(table)
    table.show_rows(("", "", ""), [BarRow("a", ("One", "", "$1"), (Span(0.0, 1.0, "capital"),))])
    table.resize(800, 100)
    table.show()
    assert table.columnWidth(1) > 600


def test_that_a_text_with_too_little_room_takes_two_lines_and_the_table_grows(qtbot) -> None:
    table = BarTable("Decisions", 1)
    qtbot.addWidget(table)
    texts = ("What takes two lines", "", "$1")
    rows = [BarRow(key, texts, (Span(0.0, 1.0, "capital"),)) for key in "ab"]
    table.show_rows(("", "", ""), rows)
    table.resize(900, 100)
    table.show()
    single, high = table.rowHeight(0), table.height()
    table.resize(330, 100)
    line = table.fontMetrics().lineSpacing()
    assert table.wordWrap()
    assert [table.rowHeight(row) for row in (0, 1)] == [single + line] * 2
    assert table.height() == high + 2 * line
    table.resize(900, 100)
    assert (table.rowHeight(0), table.height()) == (single, high)


def test_that_the_second_column_of_bars_has_a_width_of_its_own_which_grows_with_the_letters(
    qtbot,
) -> None:
    table = BarTable("Levers", 1, beside=2)
    qtbot.addWidget(table)
    rows = [BarRow("a", ("One", "", ""), (Span(0.0, 1.0, "capital"),))]
    table.show_rows(("", "", ""), rows)
    table.resize(800, 100)
    table.show()
    assert table.columnWidth(2) == 96
    table.use_palette(replace(LIGHT, type_scale=1.5))
    assert table.columnWidth(2) == 144
