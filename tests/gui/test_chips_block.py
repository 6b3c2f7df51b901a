"""A block of cells from a spreadsheet, pasted into the table of chips; sources in French."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from engine import Scenario, ScenarioError, shipped_catalogue
from engine.tables.catalogue import OWN_SOURCE
from gui.entries.block import block_of
from gui.pages.compare.changes import differences
from gui.pages.supply.chips_block import pasted
from gui.pages.supply.chips_model import COLUMNS
from gui.system import language as language

PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
SHIPPED = shipped_catalogue().chips
ROWS = len(SHIPPED)


@pytest.fixture
def page(window):
    window.pages.show_key("supply")
    return window.pages["supply"].chips


def paste(qtbot, page, row, key, text):
    """As a hand does: the cell made current, Ctrl+V."""
    QGuiApplication.clipboard().setText(text)
    page.table.setCurrentIndex(page.model.index(row, PLACES[key]))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def chips(window):
    return window.session.scenario.catalogue.chips


def test_that_a_block_goes_in_from_the_current_cell_on_as_one_step_of_undo(window, qtbot, page):
    window.show()
    window.activateWindow()
    paste(qtbot, page, 1, "tops", "1000\t700\t12,500\r\n2000\t800\t13,500\r\n")
    first, second = chips(window)[1:3]
    assert (first.tops, first.it_watts, first.capex_usd) == (1000.0, 700.0, 12500.0)
    assert (second.tops, second.it_watts, second.capex_usd) == (2000.0, 800.0, 13500.0)
    assert first.rent_usd_per_hour == SHIPPED[1].rent_usd_per_hour
    assert chips(window)[0] == SHIPPED[0]
    assert chips(window)[3:] == SHIPPED[3:]
    assert window.session.history.undoText() == "Paste 2 rows of chips"
    window.session.history.undo()
    assert chips(window) == SHIPPED
    assert not window.session.history.canUndo()


def test_that_a_wrong_cell_is_named_by_row_and_column_and_nothing_is_put_in(window, page):
    with pytest.raises(ScenarioError) as caught:
        page.model.paste(page.model.index(1, PLACES["tops"]), "1000\t700\n2000\tmany\n-3\t800\n")
    found = [(problem.key, problem.value) for problem in caught.value.problems]
    assert found == [("Row 3, Power", "'many'"), ("Row 4, Compute", "-3.0")]
    assert str(caught.value).startswith("Row 3, Power = 'many': allowed is a number")
    assert str(caught.value).endswith("(and 1 more)")
    assert chips(window) == SHIPPED
    assert not window.session.history.canUndo()


def test_that_the_page_says_what_was_wrong_in_a_line(window, qtbot, page):
    page.table.setCurrentIndex(page.model.index(0, PLACES["available"]))
    QGuiApplication.clipboard().setText("2025-13")
    page.paste.trigger()
    assert page.problem.text() == "Row 1, Available = '2025-13': allowed is a month, YYYY-MM"
    QGuiApplication.clipboard().setText("2025-12")
    page.paste.trigger()
    assert page.problem.text() == ""
    assert chips(window)[0].available == "2025-12"


def test_that_rows_beyond_the_end_become_new_generations(window, page):
    start = page.model.index(ROWS - 1, PLACES["family"])
    text = (
        "gpu\tLast\t2027-01\t9000\t1500\t40000\t3\ngpu\tBeyond\t2028-01\t9500\t1600\t41000\t3.5\n"
    )
    page.model.paste(start, text)
    assert len(chips(window)) == ROWS + 1
    new = chips(window)[-1]
    assert (new.name, new.available, new.tops, new.rent_usd_per_hour) == (
        "Beyond",
        "2028-01",
        9500.0,
        3.5,
    )
    assert (new.source, new.grade) == (OWN_SOURCE, "C")
    assert new.hbm_gb == SHIPPED[-1].hbm_gb  # as of the row above
    window.session.history.undo()
    assert chips(window) == SHIPPED


def test_that_a_new_row_without_a_name_gets_one_of_its_own(window, page):
    page.model.paste(page.model.index(ROWS - 1, PLACES["tops"]), "1000\n1100\n1200")
    assert [chip.name for chip in chips(window)[-2:]] == ["New generation", "New generation 2"]
    assert [chip.tops for chip in chips(window)[-3:]] == [1000.0, 1100.0, 1200.0]


def test_that_a_line_with_nothing_on_it_invents_no_generation(window, page):
    with pytest.raises(ScenarioError, match=f"Row {ROWS + 1}, "):
        page.model.paste(page.model.index(ROWS - 1, PLACES["name"]), "New A\n\nNew B")
    assert chips(window) == SHIPPED


def test_that_a_block_too_wide_or_too_long_is_refused(window, page):
    grade = page.model.index(0, PLACES["grade"])
    with pytest.raises(ScenarioError, match="The block has 3 columns; from here on there are 2"):
        page.model.paste(grade, "A\tb\tc")
    with pytest.raises(ScenarioError, match="205 rows: there can be 200"):
        page.model.paste(page.model.index(5, PLACES["tops"]), "1000\n" * 200)
    with pytest.raises(ScenarioError, match="the clipboard holds too much"):
        page.model.paste(grade, "A" * 1_000_001)
    assert chips(window) == SHIPPED


def test_that_quoted_cells_hold_tabs_and_quotes_and_stray_quotes_are_letters():
    assert block_of('"a\tb"\t"say ""hi"""\r\nc\td\r\n\r\n') == [["a\tb", 'say "hi"'], ["c", "d"]]
    assert block_of('"open\tb\nc\td') == [['"open', "b"], ["c", "d"]]
    assert block_of("\n\t\n") == []


def test_that_a_family_goes_in_by_the_name_that_the_table_shows(window, page):
    page.model.paste(page.model.index(0, PLACES["family"]), "NVIDIA GPU")
    assert chips(window)[0].family == "gpu"


def test_that_the_column_of_marks_takes_nothing():
    columns = [None, COLUMNS[PLACES["family"]]]
    found = pasted(SHIPPED, [["edited", "gpu"]], 0, columns, lambda column, text, now: text)
    assert found == [replace(SHIPPED[0], family="gpu"), *SHIPPED[1:]]


@pytest.fixture
def french(qapp):
    language.install_language(qapp, "fr")
    yield
    language.install_language(qapp, "en")


def test_that_pasted_numbers_are_read_the_languages_way(french, window, page):
    page.model.paste(page.model.index(0, PLACES["rent_usd_per_hour"]), "1,875")
    assert chips(window)[0].rent_usd_per_hour == 1.875


def test_that_shipped_sources_are_french_in_french_and_typed_ones_as_typed(french, window, page):
    source = page.model.index(0, PLACES["source"])
    shown = page.model.data(source)
    assert shown.startswith("Caractéristiques")
    assert page.model.data(source, Qt.ItemDataRole.ToolTipRole).startswith("Caractéristiques")
    assert page.model.data(source, Qt.ItemDataRole.EditRole) == SHIPPED[0].source  # what is kept
    row = page.model.add(0)
    assert page.model.data(page.model.index(row, PLACES["source"])) == "estimation personnelle"
    assert chips(window)[row].source == "own estimate"  # in files
    page.model.setData(page.model.index(row, PLACES["source"]), "Specs: my own")
    assert page.model.data(page.model.index(row, PLACES["source"])) == "Specs: my own"


def test_that_a_changed_source_is_french_among_the_differences(french):
    scenario = Scenario()
    first, *others = SHIPPED
    catalogue = replace(scenario.catalogue, chips=(replace(first, source="moi"), *others))
    ((_, before, after, *_),) = differences(scenario, replace(scenario, catalogue=catalogue))
    assert before.startswith("Caractéristiques")
    assert after == "moi"
