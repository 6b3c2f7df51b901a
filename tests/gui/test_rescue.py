"""Work left by a crash is offered until it is answered, and can be found again in the menu."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document import orphans, recovery
from gui.document.recovery import recovery_folder
from gui.system import paths
from gui.widgets import questions

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
DAY = 24 * 3600.0


def left(name, path="", written="2026-11-25T17:00:00Z"):
    """A recovery file of a program that has ended."""
    document = Document(
        Scenario(name=name), unknown={recovery.KEY: {"path": path, "written": written}}
    )
    recovery_folder().mkdir(parents=True, exist_ok=True)
    file = recovery_folder() / f"99-{name}.headroom"
    file.write_text(scenario_files.text_of(document))
    return file


def press(window, label):
    window.messages.buttons[label].click()


def listed(window):
    """The entries of the menu of recovered work: text and whether it can be chosen."""
    window.safekeeping.rescue._fill()
    entries = window.safekeeping.rescue._menu.actions()
    return {action.text(): action for action in entries if action.text()}


def enabled(window):
    """Whether there is such a menu to open when the File menu opens."""
    menu = window.safekeeping.rescue._menu
    menu.parent().aboutToShow.emit()
    return menu.isEnabled()


def moment(written):
    from gui.words.dates import local_time

    return local_time(written)


@pytest.mark.parametrize(
    "path",
    [
        "/tmp/" + "a" * 300 + ".headroom",
        "/tmp/a\0b.headroom",
        "/tmp/\udcff.headroom",
        "x" * 9000,
    ],
    ids=["too long", "with a zero byte", "no whole letters", "far too long"],
)
def test_that_a_path_that_no_file_can_have_stops_no_offer(window, path):
    left("Plan", path)
    window.safekeeping.start()
    assert "had changes that were not saved" in window.messages.text
    assert list(window.messages.buttons) == ["Recover", "Skip"]
    press(window, "Recover")
    assert window.session.scenario.name == "Plan"
    assert window.session.modified


def test_that_work_of_a_file_that_no_system_can_name_is_recovered_without_it(window):
    left("Plan", "/tmp/\ud800.headroom")
    window.safekeeping.start()
    press(window, "Recover")
    assert window.session.scenario.name == "Plan"
    assert window.session.path is None


def test_that_a_folder_that_may_not_be_looked_into_stops_no_offer(window, monkeypatch, tmp_path):
    left("Plan", str(tmp_path / "locked" / "plan.headroom"))
    look = os.stat

    def refuse(path, *rest, **more):
        if "locked" in os.fspath(path):
            raise PermissionError(13, "Permission denied")
        return look(path, *rest, **more)

    monkeypatch.setattr(os, "stat", refuse)  # root may look anywhere
    window.safekeeping.start()
    assert list(window.messages.buttons) == ["Recover", "Skip"]


def test_that_a_drive_that_does_not_answer_stops_no_offer(window, monkeypatch, silent_drive):
    left("Plan", str(silent_drive / "plan.headroom"))
    window.safekeeping.start()
    assert list(window.messages.buttons) == ["Recover", "Skip"]


@pipes
def test_that_a_pipe_in_the_place_of_a_recovery_file_or_of_its_lock_is_not_waited_for(window):
    os.mkfifo(left("Plan").with_suffix(".lock"))
    os.mkfifo(recovery_folder() / "98-pipe.headroom")
    window.safekeeping.start()
    assert "“Plan”" in window.messages.text
    assert (recovery_folder() / "98-pipe.damaged").exists()
    assert stat.S_ISREG((recovery_folder() / "99-Plan.lock").stat().st_mode)


def test_that_an_offer_comes_back_when_the_messages_after_it_are_gone(window, monkeypatch):
    monkeypatch.setattr(questions, "ask_to_save", lambda *_: QMessageBox.StandardButton.Discard)
    left("Plan")
    window.safekeeping.start()
    offer = window.messages.text
    window.messages.say("Something else", actions=[("Go on", lambda: None)])
    assert window.messages.text == "Something else"
    press(window, "Go on")
    assert window.messages.text == offer
    window.messages.tell("One more")
    window.messages.hide()
    assert window.messages.text == offer
    assert list(window.messages.buttons) == ["Recover", "Skip"]
    window.file.open_example("power_starved")  # clears what was said about the scenario before
    assert window.messages.text == offer
    window.file.duplicate()
    window.messages.hide()
    press(window, "Recover")
    assert window.session.scenario.name == "Plan"


def test_that_after_one_was_recovered_the_second_is_offered_and_then_no_more(window, monkeypatch):
    left("First", written="2026-11-01T00:00:00Z")
    left("Second", written="2026-11-02T00:00:00Z")
    window.safekeeping.start()
    assert "“Second”" in window.messages.text
    press(window, "Recover")
    assert window.session.scenario.name == "Second"
    assert "“First”" in window.messages.text
    monkeypatch.setattr(questions, "ask_to_save", lambda *_: QMessageBox.StandardButton.Discard)
    press(window, "Recover")
    assert window.session.scenario.name == "First"
    assert window.messages.text == ""
    assert window.messages.buttons == {}
    kept = [
        scenario_files.load(path).scenario.name for path in recovery_folder().glob("*.headroom")
    ]
    assert kept == ["First"]  # in this window's own recovery file


def test_that_who_does_not_want_to_leave_the_work_here_is_asked_again_later(window, monkeypatch):
    left("Plan")
    window.session.edit("power_budget_gw", 3.0)
    window.safekeeping.start()
    monkeypatch.setattr(questions, "ask_to_save", lambda *_: QMessageBox.StandardButton.Cancel)
    press(window, "Recover")
    assert window.session.scenario.power_budget_gw == 3.0
    assert "“Plan”" in window.messages.text


def test_that_a_closed_offer_is_found_again_in_the_menu_and_recovered_from_there(window):
    assert not enabled(window)
    file = left("Plan & more")
    window.safekeeping.start()
    window.messages.hide()
    assert window.messages.text == ""
    assert enabled(window)
    text = f"“Plan && more” ({moment('2026-11-25T17:00:00Z')})"
    assert list(listed(window)) == [text, "Show the &folder"]
    listed(window)[text].trigger()
    assert window.session.scenario.name == "Plan & more"
    assert not file.exists()
    assert not enabled(window)


def test_that_skipped_and_damaged_work_is_listed_and_what_was_skipped_comes_back(
    window, monkeypatch
):
    left("Plan")
    left("Broken").write_text("{")
    window.safekeeping.start()
    press(window, "Skip")
    assert window.messages.text == ""
    assert enabled(window)
    entries = listed(window)
    skipped = f"“Plan” ({moment('2026-11-25T17:00:00Z')}), skipped"
    assert skipped in entries
    (damaged,) = [text for text in entries if text.startswith("A damaged one (")]
    assert not entries[damaged].isEnabled()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    entries["Show the &folder"].trigger()
    assert opened == [QUrl.fromLocalFile(str(recovery_folder()))]
    listed(window)[skipped].trigger()
    assert window.session.scenario.name == "Plan"
    assert window.session.modified
    assert skipped not in listed(window)


def test_that_each_of_twenty_five_is_kept_aside_when_skipped(window):
    for number in range(25):
        left(f"Plan {number}", written=f"2026-11-{number + 1:02d}T00:00:00Z")
    window.safekeeping.start()
    for number in reversed(range(25)):
        assert f"“Plan {number}”" in window.messages.text
        press(window, "Skip")
    assert window.messages.buttons == {}
    assert [orphan.name for orphan in orphans.skipped()] == [
        f"Plan {number}" for number in reversed(range(25))
    ]


def aged(file, days):
    then = time.time() - days * DAY
    os.utime(file, (then, then))
    return file


def test_that_of_very_many_the_newest_hundred_are_read_at_once_and_then_the_others(window):
    file = left("0")
    text = file.read_text()
    for number in range(1, 103):
        other = recovery_folder() / f"99-{number}.headroom"
        other.write_text(text.replace('"name": "0"', f'"name": "{number}"'))
        os.utime(other, (time.time() - 1000 + number,) * 2)
    os.utime(file, (time.time() - 1000,) * 2)
    found = orphans.orphans()
    assert {orphan.name for orphan in found} == {str(number) for number in range(3, 103)}
    for orphan in found:
        orphan.take()
    left_over = orphans.orphans()
    assert {orphan.name for orphan in left_over} == {"0", "1", "2"}
    for orphan in left_over:
        orphan.release()


def test_that_what_nobody_will_miss_is_cleared_away_at_the_start(window):
    folder = recovery_folder()
    aside = folder / orphans.SKIPPED
    aside.mkdir(parents=True)
    for name, days in ((".a.headroom.x.part", 2), (".b.headroom.y.part", 0)):
        (folder / name).write_text("half")
        aged(folder / name, days)
    for name, days in (("old.headroom", 91), ("new.headroom", 89)):
        (aside / name).write_text(scenario_files.text_of(Document(Scenario(name=name))))
        aged(aside / name, days)
    (folder / "old.damaged").write_text("{")
    aged(folder / "old.damaged", 91)
    (folder / "1-gone.lock").write_text("999999999\nheadroom\n\n")
    window.safekeeping.start()
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == [
        ".b.headroom.y.part",
        "skipped",
        "skipped/new.headroom",
    ]


def test_that_what_is_damaged_says_when_it_was_written():
    folder = recovery_folder()
    folder.mkdir(parents=True)
    file = folder / "broken.damaged"
    file.write_text("{")
    os.utime(file, (1_790_000_000.5, 1_790_000_000.5))
    [found] = orphans.damaged()
    assert found.written == "2026-09-21T14:13:20Z"


def test_that_of_very_many_set_aside_the_newest_hundred_stay(window):
    folder = recovery_folder()
    folder.mkdir(parents=True)
    for number in range(105):
        aged_ = folder / f"{number:03d}.damaged"
        aged_.write_text("{")
        aged(aged_, number / 10)
    window.safekeeping.start()
    assert sorted(path.name for path in folder.glob("*.damaged")) == [
        f"{number:03d}.damaged" for number in range(100)
    ]


# Nobody else reads it


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows, and no modes")
def test_that_only_the_user_can_read_what_is_kept_and_old_files_are_mended(window):
    mask = os.umask(0o022)
    try:
        top = paths.data_folder("")
        old = left("Old")
        (recovery_folder() / "skipped").mkdir()
        skipped = recovery_folder() / "skipped" / "1-a.headroom"
        skipped.write_text("{}")
        for folder in (top, recovery_folder(), skipped.parent):
            folder.chmod(0o755)
        assert mode(old) == 0o644
        paths.keep_all_private()
        window.safekeeping.start()
        window.messages.hide()
        window.session.edit("power_budget_gw", 3.0)
        window.safekeeping.recovery.write_now()
        own = window.safekeeping.recovery.file
        assert [mode(path) for path in (old, skipped, own)] == [0o600] * 3
        folders = (top, recovery_folder(), skipped.parent)
        assert [mode(path) for path in folders] == [0o700] * 3
    finally:
        os.umask(mask)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows, and no modes")
def test_that_a_link_in_our_folder_opens_nothing_elsewhere(tmp_path):
    outside = tmp_path / "outside"
    outside.write_text("x")
    outside.chmod(0o644)
    top = paths.data_folder("")
    top.mkdir(parents=True)
    (top / "link").symlink_to(outside)
    paths.keep_all_private()
    assert mode(outside) == 0o644
