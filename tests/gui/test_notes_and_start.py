"""What is written about a scenario, its versions, and the page that one can start from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from engine import Document, Scenario, simulate
from engine.files import scenario_files
from gui.document import templates
from gui.pages.start import STORY_LETTERS, beginning
from gui.pages.thumbnail import HEIGHT, MARGIN, WIDTH, thumbnail
from gui.widgets.palette import LIGHT


@pytest.fixture
def notes(window):
    window.pages.show_page(window.pages["notes"])
    return window.pages["notes"]


def test_that_typed_notes_are_one_step_and_undo_belongs_to_the_window(window, qtbot, notes):
    before = window.session.scenario.notes
    window.activateWindow()
    notes.notes.setFocus()
    notes.notes.selectAll()
    QTest.keyClicks(notes.notes, "Why we do this")
    assert window.session.scenario.notes == "Why we do this"
    QTest.keyClick(notes.notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.scenario.notes == before
    assert notes.notes.toPlainText() == before
    assert not window.session.history.canUndo()


def test_that_notes_after_a_pause_are_another_step(window, notes):
    notes.notes.setPlainText("one")
    notes._end_gesture()
    notes.notes.setPlainText("one two")
    window.session.history.undo()
    assert window.session.scenario.notes == "one"


def test_that_the_name_is_edited_and_never_empty(window, qtbot, notes):
    notes.name.setText("  A better name ")
    notes.name.editingFinished.emit()
    assert window.session.scenario.name == "A better name"
    notes.name.setText("  ")
    notes.name.editingFinished.emit()
    assert window.session.scenario.name == "A better name"
    assert notes.name.text() == "A better name"


def test_that_notes_and_versions_are_saved_with_the_file(window, notes, tmp_path):
    notes.notes.setPlainText("Why")
    notes.version_name.setText("Board")
    notes.keep_button.click()
    assert window.session.modified
    path = tmp_path / "a.headroom"
    assert window.file.save_to(path)
    document = scenario_files.load(path)
    assert document.scenario.notes == "Why"
    assert [version.name for version in document.versions] == ["Board"]
    window.file.open_path(path)
    assert notes.list.topLevelItem(0).text(0) == "Board"
    assert notes.list.topLevelItem(0).text(1)


def test_that_restoring_a_version_can_be_undone_and_the_version_stays(window, notes):
    notes.keep()
    window.session.edit("power_budget_gw", 9.0)
    notes.keep()
    assert [notes.list.topLevelItem(i).text(0) for i in (0, 1)] == ["Version 2", "Version 1"]
    notes.list.setCurrentItem(notes.list.topLevelItem(1))
    notes.restore_button.click()
    assert window.session.scenario.power_budget_gw == 1.6
    assert "Back at “Version 1”" in window.messages.text
    assert len(window.session.versions) == 2
    window.session.history.undo()
    assert window.session.scenario.power_budget_gw == 9.0


def test_that_a_removed_version_comes_back_with_undo(window, notes):
    notes.keep()
    notes.list.setCurrentItem(notes.list.topLevelItem(0))
    notes.remove_button.click()
    assert window.session.versions == ()
    assert not notes.restore_button.isEnabled()
    window.session.history.undo()
    assert notes.list.topLevelItemCount() == 1


def test_that_a_version_that_cannot_be_read_is_refused_in_one_line(window, notes, tmp_path):
    path = tmp_path / "a.headroom"
    text = scenario_files.text_of(Document(Scenario()))
    broken = '{"name": "old", "saved": "long ago", "file": {"format": "recipe"}}'
    path.write_text(text.rstrip().removesuffix("}") + f',  "versions": [{broken}]\n}}\n')
    assert window.file.open_path(path)
    notes.list.setCurrentItem(notes.list.topLevelItem(0))
    notes.restore_button.click()
    assert window.messages.text.startswith("“old”: format = 'recipe': allowed is")


def test_that_keeping_a_version_from_the_menu_goes_where_its_name_is_typed(window):
    window.file.keep_version()
    assert window.pages.currentWidget() is window.pages["notes"]


# The start page


def drawn(card):
    pixmap = card.button.icon().pixmap(WIDTH, HEIGHT)
    return not pixmap.isNull() and pixmap.toImage().pixelColor(WIDTH // 2, HEIGHT // 2).alpha() > 0


def test_that_the_start_page_shows_examples_as_pictures_and_opens_one(window, qtbot):
    window.file.start_page()
    start = window.pages["start"]
    qtbot.waitUntil(lambda: all(drawn(card) for card in start.examples), timeout=20_000)
    assert len(start.examples) == len(templates.EXAMPLES)
    start.examples[3].button.click()
    assert window.session.scenario.name == "Starved of power"


def test_that_the_menu_lists_the_examples_once_and_opens_one(window):
    menus = window.menuBar().findChildren(QMenu)
    (menu,) = [menu for menu in menus if menu.title() == "&Examples"]
    for _ in range(2):
        menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert len(names) == len(templates.EXAMPLES)
    assert names[2:] == ["All eggs in one basket: NVIDIA only", "Starved of power"]
    menu.actions()[3].trigger()
    assert window.session.scenario.name == "Starved of power"


def test_that_the_start_page_lists_recent_files_and_pins_them(window, qtbot, tmp_path):
    for name in ("a", "b"):
        scenario_files.save(Document(Scenario(name=name)), tmp_path / f"{name}.headroom")
        window.settings.add_recent_file(tmp_path / f"{name}.headroom")
    (tmp_path / "a.headroom").unlink()
    window.file.start_page()
    there, gone = window.pages["start"].recent
    assert there.button.isEnabled()
    assert not gone.button.isEnabled()
    qtbot.waitUntil(lambda: drawn(window.pages["start"].recent[0]), timeout=20_000)
    window.pages["start"].recent[1].pin.click()
    assert window.settings.pinned_files == [tmp_path / "a.headroom"]
    assert window.pages["start"].recent[0].pin.isChecked()
    window.pages["start"].recent[1].button.click()
    assert window.session.path == tmp_path / "b.headroom"


def test_that_a_file_that_cannot_be_read_stops_no_other_picture(window, qtbot, tmp_path):
    bad = tmp_path / "bad.headroom"
    bad.write_text("{")
    window.settings.add_recent_file(bad)
    window.file.start_page()
    qtbot.waitUntil(
        lambda: all(drawn(card) for card in window.pages["start"].examples), timeout=20_000
    )
    qtbot.waitUntil(lambda: not window.pages["start"].recent[0].button.isEnabled(), timeout=20_000)
    told = window.pages["start"].recent[0].button.toolTip()
    assert "damaged JSON" in " ".join(told.split())  # a long path wraps


def test_that_no_picture_is_made_before_the_page_is_opened(window):
    assert window.pages["start"].examples == []


def test_that_a_picture_of_a_scenario_has_its_ground_along_all_four_edges(qapp):
    picture = thumbnail(simulate(Scenario()), LIGHT).toImage()
    ground = QColor(LIGHT.ground)
    inside = [picture.pixelColor(x, y) for x in range(3, WIDTH - 3) for y in (3, HEIGHT - 4)]
    assert set(map(QColor.name, inside)) == {ground.name()}
    assert picture.pixelColor(WIDTH // 2, 0).name() != ground.name()  # its frame
    area = [picture.pixelColor(WIDTH - MARGIN - 3, HEIGHT - MARGIN - up) for up in (2, 6, 12)]
    assert ground.name() not in set(map(QColor.name, area))  # filled down to its foot


def test_that_each_example_says_how_its_story_begins(window, qtbot):
    window.pages.show_key("start")
    start = window.pages["start"]
    for card in start.examples:
        assert not card.story.isHidden()
        assert 40 < len(card.story.text()) <= STORY_LETTERS + 1
        qtbot.waitUntil(card.story.isVisible)
        assert card.button.height() >= card.button.sizeHint().height()
        assert card.story.geometry().top() >= card.button.geometry().bottom()


def test_that_a_story_begins_with_whole_words():
    assert beginning("Short.") == "Short."
    long = "word, " * 60
    assert beginning(long).endswith("word…")
    assert len(beginning(long)) <= STORY_LETTERS + 1
