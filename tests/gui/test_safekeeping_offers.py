"""What is offered when the file is another's, and what it says a second time."""

from __future__ import annotations

import platform

import pytest
from PySide6.QtCore import QTimer

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document.file_lock import lock_beside
from gui.system.locks import Holder


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    return path


def held_elsewhere(path, host="elsewhere"):
    lock = lock_beside(path)
    lock.write_text(f"4711\nheadroom\n{host}\n\n\n")
    return lock


HELD = (
    "“{name}” is open in another Headroom on elsewhere (process 4711): "
    "it can't be saved here under this name."
)


def test_that_a_file_open_on_a_computer_that_is_off_is_taken_over_and_saved(window, plan):
    lock = held_elsewhere(plan)
    window.file.open_path(plan)
    held = HELD.format(name="plan.headroom")
    assert window.safekeeping.held_text() == held
    window.session.edit("power_budget_gw", 3.0)
    for _ in range(2):
        assert not window.file.save()
        assert window.messages.text == held
        assert list(window.messages.buttons) == ["Save as…", "It is closed there"]
    window.messages.buttons["It is closed there"].click()
    assert scenario_files.load(plan).scenario.power_budget_gw == 3.0
    assert window.safekeeping.held_text() == ""
    assert not window.session.modified
    assert platform.node() in lock.read_text()
    window.session.edit("power_budget_gw", 4.0)
    assert window.file.save()  # and the second time it is this window's
    assert scenario_files.load(plan).scenario.power_budget_gw == 4.0


def test_that_another_file_than_the_open_one_is_never_taken_over(window, plan, tmp_path):
    window.file.open_path(plan)
    other = tmp_path / "other.headroom"
    scenario_files.save(Document(Scenario(name="Other")), other)
    held_elsewhere(other)
    assert not window.safekeeping.may_write(other)
    assert window.messages.text == HELD.format(name="other.headroom")
    assert list(window.messages.buttons) == ["Save as…"]


def test_that_a_holder_on_this_computer_is_never_taken_over(window, plan):
    window.file.open_path(plan)
    window.safekeeping._say_held(plan, Holder(platform.node(), 4711))
    assert list(window.messages.buttons) == ["Save as…"]


def test_that_what_has_no_file_is_held_by_nobody(window, plan):
    window.safekeeping.holder = Holder("elsewhere", 4711)
    assert window.safekeeping.held_text() == ""
    window.file.open_path(plan)
    assert window.safekeeping.holder is None


def test_that_a_name_nobody_has_may_be_written(window, tmp_path):
    assert window.safekeeping.may_write(tmp_path / "new.headroom") is True


def test_that_saving_twice_over_what_another_program_wrote_asks_twice(window, plan):
    window.file.open_path(plan)
    for name, value in (("First", 3.0), ("Second", 4.0)):
        scenario_files.save(Document(Scenario(name=name)), plan)
        window.session.edit("power_budget_gw", value)
        assert not window.file.save()
        assert window.messages.text == (
            "“plan.headroom” was changed by another program; it was not saved over."
        )
        assert list(window.messages.buttons) == ["Save over it", "Reload it", "Save as…"]
        assert scenario_files.load(plan).scenario.name == name
        window.messages.buttons["Save over it"].click()
        assert scenario_files.load(plan).scenario.power_budget_gw == value
        assert not window.session.modified
        assert scenario_files.load(scenario_files.backup_of(plan)).scenario.name == name


def test_that_a_change_on_the_disk_offers_to_reload_or_to_keep_each_time(window, plan):
    window.file.open_path(plan)
    for name in ("First", "Second"):
        scenario_files.save(Document(Scenario(name=name)), plan)
        window.safekeeping._tell_difference("changed")
        assert window.messages.text == "“plan.headroom” was changed by another program."
        assert list(window.messages.buttons) == ["Reload it", "Keep what is here"]
        assert not window.session.modified
        window.messages.buttons["Reload it"].click()
        assert window.session.scenario.name == name
        assert window.safekeeping.open_file.state == ""
    scenario_files.save(Document(Scenario(name="Third")), plan)
    window.safekeeping._tell_difference("changed")
    window.messages.buttons["Keep what is here"].click()
    assert window.session.scenario.name == "Second"
    assert window.session.modified
    assert window.safekeeping.open_file.state == ""  # known now: saving asks no more
    assert window.file.save()
    assert scenario_files.load(plan).scenario.name == "Second"


def test_that_each_new_reason_why_nothing_is_kept_safe_is_said_and_the_same_is_not(window):
    said = []
    window.messages.say, say = (
        lambda text, **more: said.append((text, more)),
        window.messages.say,
    )
    try:
        for why in ("no space", "no space", "no folder", "no space"):
            window.safekeeping.recovery.failed.emit(why)
        window.safekeeping.rescue.not_kept.emit("no room")
    finally:
        window.messages.say = say
    text = "Unsaved work can't be kept safe from a crash ({}). Please save it."
    assert said == [
        (text.format(why), {"error": True})
        for why in ("no space", "no folder", "no space", "no room")
    ]


def test_that_the_wait_between_recovery_files_is_the_setting_s_each_time(window):
    longest: QTimer = window.safekeeping.recovery._longest
    assert longest.interval() == 10_000
    for seconds in (30, 5):
        window.settings.autosave_seconds = seconds
        assert longest.interval() == seconds * 1000


def test_that_the_window_carries_the_path_of_its_file_and_no_other(window, plan):
    window.file.open_path(plan)
    assert window.windowFilePath() == str(plan)
    window.session.detach("Copy")
    assert window.windowFilePath() == ""


def test_that_closing_lets_go_of_the_file_and_of_what_was_not_answered(window, plan):
    window.file.open_path(plan)
    assert lock_beside(plan).exists()
    window.safekeeping.close()
    assert not lock_beside(plan).exists()
    assert window.safekeeping.open_file.path is None
