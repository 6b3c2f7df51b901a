"""A drive that is slow or gone stalls nothing but what the user waits for, and that is said."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.document import patience
from gui.document.patience import GaveUpError, Patience
from gui.system.errand import Errand, present


@pytest.fixture
def bars(monkeypatch, qtbot):
    """What is done with a bar when it is shown: its text is kept, then it is answered."""
    monkeypatch.setattr(patience, "PATIENCE", 0.02)
    seen = []

    def answer_with(act):
        def look():
            bar = QApplication.activeModalWidget()
            if isinstance(bar, QProgressDialog):
                seen.append(bar.labelText())
                act(bar)
            else:
                QTimer.singleShot(5, look)

        QTimer.singleShot(5, look)
        return seen

    return answer_with


def stop_waiting(bar):
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Don't wait").click()


def test_that_what_is_quick_shows_no_bar_and_gives_what_it_gives(window):
    waiting = Patience(window)
    assert waiting.wait(lambda: 7) == 7
    with pytest.raises(ScenarioError, match="no good"):
        waiting.wait(lambda: scenario_files.load(Path("no good")))
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog)]


def test_that_a_bar_says_what_is_waited_for_and_goes_when_it_is_there(window, bars):
    answers = threading.Event()
    seen = bars(lambda bar: answers.set())

    def slow():
        answers.wait()
        return "there"

    assert Patience(window).wait(slow, "Opening “plan”…") == "there"
    assert seen == ["Opening “plan”…"]
    assert QApplication.activeModalWidget() is None


def test_that_who_does_not_want_to_wait_goes_on_working(window, bars, silent_drive):
    seen = bars(stop_waiting)
    path = silent_drive / "plan.headroom"
    assert not window.file.open_path(path)
    assert seen == ["Opening “plan.headroom”…"]
    assert window.messages.text == f"{path}: the drive does not answer"
    window.session.edit("power_budget_gw", 3.0)
    assert window.session.modified


def test_that_work_on_a_drive_that_does_not_answer_stays_unsaved_and_can_go_elsewhere(
    window, bars, monkeypatch, tmp_path
):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 3.0)
    answers = threading.Event()
    real = scenario_files.save
    monkeypatch.setattr(scenario_files, "save", lambda *given: answers.wait() and real(*given))
    seen = bars(stop_waiting)
    assert not window.file.save()
    assert seen == ["Saving “plan.headroom”…"]
    assert window.messages.text == f"{path}: the drive does not answer"
    assert list(window.messages.buttons) == ["Save as…"]
    assert window.session.modified
    answers.set()


def test_that_a_slow_save_is_waited_for_and_the_work_is_saved(window, bars, monkeypatch, tmp_path):
    answers = threading.Event()
    real = scenario_files.save
    monkeypatch.setattr(scenario_files, "save", lambda *given: answers.wait() and real(*given))
    bars(lambda bar: answers.set())
    path = tmp_path / "plan.headroom"
    window.session.edit("power_budget_gw", 3.0)
    assert window.file.save_to(path)
    assert not window.session.modified
    assert scenario_files.load(path).scenario.power_budget_gw == 3.0


def test_that_an_errand_raises_what_its_work_raised_where_it_is_asked(qtbot):
    def fail():
        raise OSError(5, "Input/output error")

    errand = Errand(fail)
    assert errand.wait(20)
    with pytest.raises(OSError, match="Input/output"):
        _ = errand.result
    assert issubclass(GaveUpError, ScenarioError)


def test_that_a_drive_that_does_not_answer_is_asked_once_and_the_others_still_answer(
    silent_drive, tmp_path
):
    here, gone, silent = tmp_path / "here", tmp_path / "gone", silent_drive / "a"
    here.write_text("x")
    wanted = [silent, here, gone, here]
    before = threading.active_count()
    for _ in range(5):
        assert present(wanted, within=0.1) == {silent: None, here: True, gone: False}
    assert threading.active_count() <= before + 1


def test_that_menus_and_the_start_page_ask_no_drive_on_the_window_s_thread(
    window, qtbot, silent_drive, tmp_path
):
    scenario_files.save(Document(Scenario(name="Here")), tmp_path / "here.headroom")
    for path in (tmp_path / "here.headroom", silent_drive / "plan.headroom"):
        window.settings.add_recent_file(path)
    window.file.recent.fill()
    listed = {a.text(): a.isEnabled() for a in window.file.recent.actions() if a.text()}
    assert listed[str(silent_drive / "plan.headroom")]  # it may answer when it is opened
    window.file.start_page()
    silent, here = window.pages["start"].recent
    assert silent.button.isEnabled()
    qtbot.waitUntil(lambda: here.drawn is not None, timeout=20_000)
    assert here.drawn.scenario.name == "Here"
    assert silent.drawn is None


def test_that_an_open_file_is_looked_at_beside_the_window_s_thread(window, qtbot, tmp_path):
    import os

    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    window.file.open_path(path)
    asked = []
    real = os.stat
    with pytest.MonkeyPatch.context() as patched:

        def note(name, *rest, **more):
            if str(name) == str(path):
                asked.append(threading.current_thread())
            return real(name, *rest, **more)

        patched.setattr(os, "stat", note)
        window.safekeeping.open_file.look()
        qtbot.waitUntil(lambda: window.safekeeping.open_file._errand is None)
    assert asked
    assert threading.main_thread() not in asked
