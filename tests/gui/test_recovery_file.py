"""The recovery file itself: when it is written, what is in it, and when it goes; once and again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.document import recovery as module
from gui.document.recovery import KEY, Recovery, recovery_folder
from gui.document.session import Session
from gui.system.locks import LOCK, Lock

LONG = 10**6  # milliseconds: no timer ends within a test


@pytest.fixture
def session(qapp):
    return Session(Document(Scenario(name="Plan"), unknown={"later": [1]}))


@pytest.fixture
def kept(session, monkeypatch):
    monkeypatch.setattr(module, "REST", LONG)
    made = Recovery(session, 7)
    yield made
    made.close()


@pytest.fixture
def started(kept):
    kept.start()
    return kept


def timers(kept):
    return kept._rest.isActive(), kept._longest.isActive()


def held(kept):
    """What the recovery file holds; None where there is none."""
    kept._worker.wait()
    return scenario_files.load(kept.file) if kept.file.exists() else None


def test_that_the_waits_are_those_that_were_chosen(session, qapp):
    kept = Recovery(session, 7)
    assert (kept._rest.interval(), kept._longest.interval()) == (1000, 7000)
    kept.set_interval(20)
    assert (kept._rest.interval(), kept._longest.interval()) == (1000, 20_000)


def test_that_before_the_start_nothing_waits_to_be_written(session, kept):
    session.edit("power_budget_gw", 3.0)
    assert timers(kept) == (False, False)


def test_that_work_from_before_the_start_is_kept_from_then_on(session, kept):
    session.edit("power_budget_gw", 3.0)
    kept.start()
    assert timers(kept) == (True, True)


def test_that_a_start_without_unsaved_work_waits_for_nothing(started):
    assert timers(started) == (False, False)


def test_that_each_change_begins_the_rest_anew_but_not_the_longest_wait(session, started):
    begun = {"rest": 0, "longest": 0}
    for name in begun:
        timer = getattr(started, f"_{name}")
        start = timer.start

        def counted(name=name, start=start):
            begun[name] += 1
            start()

        timer.start = counted
    for value in (3.0, 3.1, 3.2):
        session.edit("power_budget_gw", value)
    assert begun == {"rest": 3, "longest": 1}


@pytest.mark.parametrize("name", ["_rest", "_longest"])
def test_that_the_end_of_either_wait_writes_and_ends_both(session, started, qtbot, name):
    for value in (3.0, 4.0):
        session.edit("power_budget_gw", value)
        getattr(started, name).setInterval(0)
        getattr(started, name).start()
        qtbot.waitUntil(lambda value=value: _power(started) == value)
        assert timers(started) == (False, False)
        getattr(started, name).setInterval(LONG)


def _power(kept):
    found = held(kept)
    return found.scenario.power_budget_gw if found else None


def test_that_the_same_work_is_written_once_and_other_work_again(session, started):
    session.edit("power_budget_gw", 3.0)
    started.write_soon()
    assert _power(started) == 3.0
    started.file.unlink()
    started.write_soon()
    assert held(started) is None
    session.edit("power_budget_gw", 4.0)
    started.write_soon()
    assert _power(started) == 4.0


def test_that_where_nothing_is_unsaved_nothing_is_written(started):
    started.write_soon()
    started.write_now()
    assert held(started) is None


def test_that_what_is_kept_says_when_and_of_which_file_and_loses_nothing(
    session, started, tmp_path
):
    session.edit("power_budget_gw", 3.0)
    started.write_now()
    assert timers(started) == (False, False)
    found = held(started)
    assert found.scenario == session.scenario
    assert found.unknown["later"] == [1]
    said = found.unknown[KEY]
    assert set(said) == {"path", "written"}
    assert said["path"] == ""
    written = datetime.strptime(said["written"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - written) < timedelta(hours=1)
    path = tmp_path / "plan.headroom"
    session.save(path)
    session.edit("power_budget_gw", 4.0)
    started.write_now()
    assert held(started).unknown[KEY]["path"] == str(path)


def test_that_it_goes_with_each_save_and_each_undo_and_comes_again(session, started, tmp_path):
    path = tmp_path / "plan.headroom"
    for value in (3.0, 4.0):
        session.edit("power_budget_gw", value)
        started.write_now()
        assert _power(started) == value
        session.save(path)
        assert held(started) is None
        assert timers(started) == (False, False)
    session.edit("power_budget_gw", 5.0)
    started.write_soon()
    session.history.undo()
    assert held(started) is None
    session.history.redo()
    started.write_soon()
    assert _power(started) == 5.0


def test_that_the_window_s_close_leaves_neither_the_file_nor_its_lock(session, started):
    session.edit("power_budget_gw", 3.0)
    started.write_now()
    lock = started.file.with_suffix(LOCK)
    assert lock.exists()
    assert not Lock(lock, ours=True).take()  # the program that wrote it still runs
    started.close()
    assert list(recovery_folder().iterdir()) == []


def test_that_work_may_be_as_large_as_can_be_read_again_and_no_larger(
    session, started, monkeypatch
):
    session.edit("power_budget_gw", 3.0)
    started.write_now()
    size = started.file.stat().st_size
    monkeypatch.setattr(module, "LARGEST", size)
    started.write_now()
    monkeypatch.setattr(module, "LARGEST", size - 1)
    with pytest.raises(ScenarioError):
        started.write_now()


def test_that_each_failure_in_the_background_is_told(session, started, monkeypatch, qtbot):
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scenario_files, "write_whole", refuse)
    for value in (3.0, 4.0):
        session.edit("power_budget_gw", value)
        with qtbot.waitSignal(started.failed) as failed:
            started.write_soon()
        assert "No space left on device" in failed.args[0]
