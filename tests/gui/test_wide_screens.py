"""On a wide screen, what was cut for want of room is read whole, and lines stay readable."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QTableView

from gui.entries.table import WIDEST_CELL
from gui.pages.compare.heads import LABELS_WIDTH, MOST_WIDTH
from gui.pages.compare.lines import MOST_NAMES, NAMES
from gui.pages.notes import LINE
from gui.window.main_window import MainWindow

WIDE, USUAL = (3840, 2160), (1400, 900)


@pytest.fixture
def wide(compared) -> MainWindow:
    return compared(*WIDE)


def show(qtbot, window: MainWindow, key: str, part: str):
    window.pages.show_key(key)
    page = window.pages[key]
    if part:
        page.show_part(part)
    qtbot.waitUntil(lambda: page.settled, timeout=20_000)
    for _ in range(3):
        QApplication.processEvents()
    return page


def shows_whole(table: QTableView, column: int) -> bool:
    return table.columnWidth(column) >= table.sizeHintForColumn(column)


def test_that_what_waiting_costs_has_the_room_that_the_chips_leave(wide, qtbot):
    page = show(qtbot, wide, "supply", "chips")
    view = page.generations.view
    qtbot.waitUntil(view.isVisible, timeout=20_000)
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() == 0
    chips = page.chips.table
    assert chips.verticalScrollBar().maximum() == 0
    assert page.generations.goal.shown_text == page.generations.goal.currentText()


def test_that_a_line_between_chips_and_waiting_that_a_hand_moved_stays(wide, qtbot):
    page = show(qtbot, wide, "supply", "chips")
    both = page.chips.parentWidget()
    high = sum(both.sizes())
    both.setSizes([high - 400, 400])
    both.splitterMoved.emit(high - 400, 1)
    wide.resize(WIDE[0], WIDE[1] - 10)
    QApplication.processEvents()
    assert abs(both.sizes()[1] - 400) <= 10


def test_that_sources_of_chips_are_read_whole(wide, qtbot):
    page = show(qtbot, wide, "supply", "chips").chips
    last = page.model.columnCount() - 1
    sources = [page.model.index(row, last).data() for row in range(page.model.rowCount())]
    assert sources == [chip.source_text for chip in page.model.catalogue.chips]
    assert shows_whole(page.table, last)


@pytest.mark.parametrize("part", ["contracts", "sites"])
def test_that_sources_of_entries_have_the_room_there_is_and_give_it_back(wide, qtbot, part):
    table = show(qtbot, wide, "supply", part).parts[part].table
    view = table.view
    columns = range(view.model().columnCount())
    assert all(shows_whole(view, column) for column in columns)
    assert max(view.columnWidth(column) for column in columns) > WIDEST_CELL
    wide.resize(*USUAL)
    QApplication.processEvents()
    assert max(view.columnWidth(column) for column in columns) == WIDEST_CELL


def test_that_a_column_of_entries_that_a_hand_narrowed_stays_so(wide, qtbot):
    view = show(qtbot, wide, "supply", "contracts").parts["contracts"].table.view
    widest = max(range(view.model().columnCount()), key=view.columnWidth)
    view.setColumnWidth(widest, 90)
    wide.resize(WIDE[0] - 10, WIDE[1])
    QApplication.processEvents()
    assert view.columnWidth(widest) == 90


def test_that_names_of_plans_stand_whole_beside_their_lines(wide, qtbot):
    lines = show(qtbot, wide, "compare", "charts").charts.lines
    metrics = QFontMetricsF(lines._font)
    longest = max(metrics.horizontalAdvance(line.column.title) for line in lines.picture.lines)
    assert longest < lines._names() - 8
    lines.resize(300, 220)
    assert lines._names() == NAMES > MOST_NAMES * 300


def test_that_notes_are_no_wider_than_can_be_read(wide, qtbot):
    page = show(qtbot, wide, "notes", "")
    letter = page.notes.fontMetrics().averageCharWidth()
    assert 80 * letter < page.notes.viewport().width() <= LINE * letter
    assert page.notes.horizontalScrollBar().maximum() == 0
    wide.resize(*USUAL)
    QApplication.processEvents()
    margins = page.layout().contentsMargins()
    assert margins.left() == margins.right()


def test_that_names_of_shocks_are_read_whole_where_they_need_few_rows(wide, qtbot):
    deck = show(qtbot, wide, "risk", "shocks").shocks.deck

    def whole() -> bool:  # a card has some width before it is laid out
        return bool(deck.cards) and all(c.width() >= c.width_wanted for c in deck.cards)

    qtbot.waitUntil(whole, timeout=20_000)
    deck.resize(460, 900)  # two columns of usual cards, in seven rows
    assert deck._columns == 2


def test_that_names_of_inputs_are_read_whole_beside_few_plans(wide, qtbot):
    table = show(qtbot, wide, "compare", "table").inputs.table
    labels = table.labels
    assert labels.width() == LABELS_WIDTH  # the default's are shorter
    long = "Long-run growth of what nobody has ever thought of naming shorter [$bn/month]"
    table.plans.headerData = lambda *asked: long if len(asked) < 3 else None
    table.size_columns()
    assert labels.sizeHint().width() > labels.fontMetrics().horizontalAdvance(long[:-1])
    table.resize(LABELS_WIDTH + len(table.plans.columns) * MOST_WIDTH, 600)
    assert labels.sizeHint().width() == LABELS_WIDTH
