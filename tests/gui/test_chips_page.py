"""The page of the chips: edited, added, removed, undone; also with a fourth family."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from engine import Document, Scenario, ScenarioError, shipped_catalogue, simulate
from engine.files import scenario_files
from engine.files.other_chips import with_catalogue
from engine.values import Event
from gui.pages.compare.changes import differences
from gui.pages.supply.chips import FAMILY, NAME
from gui.pages.supply.chips_model import COLUMNS
from gui.run.change_sentence import sentence

PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
ROWS = len(shipped_catalogue().chips)


@pytest.fixture
def page(window):
    window.pages.show_key("supply")
    return window.pages["supply"].chips


def cell(page, row, key):
    return page.model.index(row, PLACES[key])


def shown(page, row, key):
    return page.model.data(cell(page, row, key))


def type_into(qtbot, page, row, key, text):
    """As a hand does: open the cell's editor, type, press Enter."""
    index = cell(page, row, key)
    page.table.setCurrentIndex(index)
    page.table.edit(index)
    type_over(qtbot, page, text)


def type_over(qtbot, page, text):
    """Into the editor that is open."""
    (editor,) = page.table.viewport().findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(QLineEdit))


def test_that_every_generation_is_shown_with_its_source_and_grade(page):
    assert page.model.rowCount() == ROWS
    for row, chip in enumerate(shipped_catalogue().chips):
        assert shown(page, row, "name") == chip.name
        assert chip.source.startswith(shown(page, row, "source").partition("…")[0])
        assert shown(page, row, "grade") == chip.grade
        assert shown(page, row, "mark") == ""


def test_that_a_typed_number_is_taken_marked_and_undone(window, qtbot, page):
    type_into(qtbot, page, 3, "tops", "5,000")
    assert window.session.scenario.catalogue.chips[3].tops == 5000.0
    assert shown(page, 3, "mark") == "edited"
    assert "Headroom 2026-09, edited" in page._about.text()
    assert window.session.history.undoText() == "Compute of TPU v7 Ironwood"
    window.session.history.undo()
    assert shown(page, 3, "mark") == ""
    assert window.session.scenario.catalogue == shipped_catalogue()


REFUSED = (
    ("tops", "-3", "Compute = -3.0: allowed is a number from 1 to 10000000"),
    ("tops", "fast", "Compute = 'fast': allowed is a number"),
    ("available", "2025-13", "Available = '2025-13': allowed is a month, YYYY-MM"),
    ("grade", "D", "Grade = 'D': allowed is A, B or C"),
    ("family", "My Chips", "Family = 'My Chips': allowed is a short name"),
    ("family", "all", "Family = 'all': allowed is a short name"),
    ("name", "  ", "Generation = '': allowed is a name"),
)


def test_that_what_cannot_be_is_refused_in_one_line_and_the_old_value_stays(window, page):
    before = window.session.scenario
    for key, typed, why in REFUSED:
        assert not page.model.setData(cell(page, 3, key), typed)
        assert page.problem.text().startswith(why)
        assert "\n" not in page.problem.text()
        assert window.session.scenario is before


def test_that_a_generation_is_added_to_its_family_and_can_be_typed_over(window, qtbot, page):
    page.table.setCurrentIndex(cell(page, 0, "name"))
    page.add.click()
    row = page.table.currentIndex().row()
    assert row == 5  # after the last TPU
    assert shown(page, row, "mark") == "added"
    type_over(qtbot, page, "TPU 9")
    assert window.session.scenario.catalogue.chips[row].name == "TPU 9"
    assert window.session.scenario.families == ("tpu", "trainium", "gpu")


def test_that_rows_go_and_come_back_to_shipped(window, page):
    page.table.setCurrentIndex(cell(page, 1, "name"))
    page.remove.click()
    assert page.model.rowCount() == ROWS - 1
    assert "Shipped, but not here: TPU v5p." in page._about.text()
    page.model.setData(cell(page, 0, "tops"), "400")
    page.table.setCurrentIndex(cell(page, 0, "name"))
    page.restore.click()
    assert shown(page, 0, "mark") == ""
    assert not page.restore.isEnabled()
    page.restore_all.click()
    assert window.session.scenario.catalogue == shipped_catalogue()
    assert not page.restore_all.isEnabled()


def test_that_the_last_chip_of_all_cannot_be_removed(window, page):
    (only, *_) = shipped_catalogue().chips
    catalogue = replace(shipped_catalogue(), chips=(only,))
    scenario, _ = with_catalogue(Scenario(), catalogue)
    window.session.open(Document(scenario), None)
    page.table.setCurrentIndex(cell(page, 0, "name"))
    page.remove.click()
    assert page.problem.text() == "catalogue.chips = 0 rows: allowed are 1 to 200"
    assert page.model.rowCount() == 1


def test_that_a_lever_s_change_leaves_the_table_alone(window, page, qtbot):
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    page.model.dataChanged.connect(lambda *_: resets.append(2))
    window.session.edit("power_budget_gw", 3.0)
    assert resets == []


def test_that_other_chips_are_told_and_listed_among_the_changes(window, page, qtbot):
    before = window.result
    page.model.setData(cell(page, 3, "tops"), "5000")
    page.table.setCurrentIndex(cell(page, 1, "name"))
    page.remove.click()
    page.add_family.click()
    scenario = window.session.scenario
    rows = {row[0]: row[1:] for row in differences(window.session.baseline, scenario)}
    assert rows["TPU v7 Ironwood, Compute"][:3] == ("4,614", "5,000", "+386 (+8.4%)")
    assert rows["TPU v5p"][:2] == ("tpu", "none")
    assert rows["New generation"][:2] == ("none", "family_4")
    assert sentence(before, simulate(scenario), 23).startswith("Other chips: ")


# A fourth family


def add_amd(window, page, qtbot):
    page.table.setCurrentIndex(cell(page, ROWS - 1, "name"))
    page.add_family.click()
    assert page.table.currentIndex().column() == FAMILY
    type_over(qtbot, page, "amd")


def test_that_a_fourth_family_has_bars_for_the_triangle_and_says_its_defaults(window, page, qtbot):
    add_amd(window, page, qtbot)
    scenario = window.session.scenario
    assert scenario.families == ("tpu", "trainium", "gpu", "amd")
    assert scenario.mix["amd"] == scenario.initial_it_mw["amd"] == 0.0
    assert scenario.supply_chips_per_year["amd"] == 53_300.0
    window.session.history.undo()
    window.session.history.undo()
    assert window.session.scenario.families == ("tpu", "trainium", "gpu")
    page.add_family.click()
    assert "“family_4” is new: no share of the mix" in page.problem.text()
    window.pages.show_page(window.pages["mix"])
    qtbot.waitUntil(lambda: window.pages["mix"].triangle is None)
    assert window.pages["mix"].bars is not None
    assert tuple(window.pages["mix"].bars._lines) == window.session.scenario.families


def test_that_every_page_shows_four_families_against_a_baseline_of_three(window, page, qtbot):
    add_amd(window, page, qtbot)
    window.session.edit("mix", {"tpu": 0.4, "trainium": 0.2, "gpu": 0.2, "amd": 0.2})
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(1)
        assert not window.grab().isNull()
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    qtbot.wait(400)  # the sentence about it
    window.presenter.hold_baseline(True)
    window.grab()
    window.presenter.hold_baseline(False)
    window.compare.pin_baseline()
    while window.session.history.canUndo():
        window.session.history.undo()
    for key in window.pages.keys:  # and three against a baseline of four
        window.pages.show_key(key)
        qtbot.wait(1)
        assert not window.grab().isNull()
    window.compare.return_to_baseline()
    assert window.messages.text == ""


def test_that_a_file_with_four_families_opens_as_it_was(window, page, qtbot, tmp_path):
    add_amd(window, page, qtbot)
    path = tmp_path / "amd.headroom"
    assert window.file.save_to(path)
    assert scenario_files.load(path).scenario == window.session.scenario


# The values of families


def fourth(scenario=None, family="amd"):
    scenario = scenario or Scenario()
    chip = replace(scenario.catalogue.chips[-1], family=family, name="MI400")
    catalogue = replace(scenario.catalogue, chips=(*scenario.catalogue.chips, chip))
    return with_catalogue(scenario, catalogue)


def test_that_a_new_family_without_a_share_changes_no_capacity():
    scenario, notes = fourth()
    assert len(notes) == 1
    before, after = simulate(Scenario()), simulate(scenario)
    assert (before["capacity_eflops"] == after["capacity_eflops"]).all()


def test_that_a_new_name_of_a_family_keeps_its_values_and_events():
    stop = Event("supply_stop", "gpu", 17, 9, 1.0)
    scenario = Scenario().having(events=[stop])
    chips = [
        replace(c, family="nvidia" if c.family == "gpu" else c.family)
        for c in scenario.catalogue.chips
    ]
    renamed, notes = with_catalogue(scenario, replace(scenario.catalogue, chips=tuple(chips)))
    assert notes == ()
    assert renamed.mix["nvidia"] == scenario.mix["gpu"]
    assert renamed.events == (replace(stop, scope="nvidia"),)


def test_that_the_share_of_a_family_that_goes_goes_to_the_others():
    stop = Event("supply_stop", "gpu", 17, 9, 1.0)
    scenario = Scenario().having(events=[stop])
    chips = tuple(c for c in scenario.catalogue.chips if c.family != "gpu")
    left, notes = with_catalogue(scenario, replace(scenario.catalogue, chips=chips))
    assert left.events == ()
    assert dict(left.mix) == pytest.approx({"tpu": 0.6 / 0.82, "trainium": 0.22 / 0.82})
    assert notes[0] == "Without “NVIDIA GPU”: its share of the mix went to the others."
    only_gpu = scenario.having(mix={"tpu": 0, "trainium": 0, "gpu": 1})
    left, _ = with_catalogue(only_gpu, replace(scenario.catalogue, chips=chips))
    assert dict(left.mix) == {"tpu": 0.5, "trainium": 0.5}


def test_that_families_in_another_order_are_no_other_families():
    scenario = Scenario()
    chips = tuple(reversed(scenario.catalogue.chips))
    turned, notes = with_catalogue(scenario, replace(scenario.catalogue, chips=chips))
    assert notes == ()
    assert turned.families == ("gpu", "trainium", "tpu")
    assert tuple(turned.mix) == turned.families
    assert turned.mix == scenario.mix
    text = scenario_files.text_of(Document(turned))
    assert scenario_files.text_of(scenario_files.parse(text.encode())) == text


def test_that_more_families_than_there_may_be_are_refused():
    scenario = Scenario()
    for number in range(9):
        scenario, _ = fourth(scenario, f"maker_{number}")
    with pytest.raises(ScenarioError, match="13 families: allowed are 12"):
        fourth(scenario, "one_more")


def test_that_the_column_of_names_is_the_one_edited_first():
    assert COLUMNS[NAME].key == "name"
    assert COLUMNS[FAMILY].key == "family"
