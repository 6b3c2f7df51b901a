"""Wiring of the window while a hand moves, and the second time round of its commands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog

from engine import Document, Problem, Scenario, ScenarioError
from engine.files import scenario_files


@pytest.fixture
def moving(window, qtbot):
    """A window whose bands are there, and a hand that moves until the test says otherwise."""
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None, timeout=20_000)
    window.presenter.bands.stop()  # real ones would come between
    window.presenter.interaction._timer.setInterval(10**6)
    window.presenter._soon.setInterval(10**6)
    yield window
    window.presenter.interaction.stop()


def run(window):
    window.presenter.runner.finish()


def shown_by(window):
    """What the page in front is given from now on."""
    frames = []
    page = window.pages.in_front
    take = page.take
    page.take = lambda shown: (frames.append(shown), take(shown))
    return frames


def test_that_each_frame_of_a_moving_hand_is_still_and_the_first_after_it_is_not(moving):
    frames = shown_by(moving)
    gesture = moving.session.new_gesture()
    for value in (2.6, 2.7):
        moving.session.edit("power_budget_gw", value, gesture)
        run(moving)
    assert [frame.still for frame in frames] == [True, True]
    assert [frame.scenario.power_budget_gw for frame in frames] == [2.6, 2.7]
    assert [frame.compared.scenario.power_budget_gw for frame in frames] == [1.6, 1.6]
    assert all(frame.bands is not None for frame in frames)
    assert not any(frame.held for frame in frames)
    moving.presenter.interaction.rest()
    moving.presenter.refresh()
    assert frames[-1].still is False


def test_that_bands_under_a_moving_hand_come_with_its_next_frame_or_soon_without_one(moving):
    frames = shown_by(moving)
    presenter = moving.presenter
    moving.session.edit("power_budget_gw", 2.6, 7)
    run(moving)
    del frames[:]
    for _ in range(2):
        presenter._take_bands(presenter.ensemble)
        assert frames == []
        assert presenter._soon.isActive()
    assert presenter._soon.isSingleShot()
    presenter._soon.timeout.emit()  # the hand made no frame meanwhile
    assert len(frames) == 1
    assert not presenter._soon.isActive()
    moving.session.edit("power_budget_gw", 2.7, 7)
    presenter._take_bands(presenter.ensemble)  # a run is to come: it shows them
    assert len(frames) == 1
    assert not presenter._soon.isActive()
    run(moving)
    assert len(frames) == 2
    assert not presenter._soon.isActive()


def test_that_bands_for_a_resting_hand_are_drawn_at_once_and_held_ones_wait(moving):
    frames = shown_by(moving)
    presenter = moving.presenter
    presenter._take_bands(presenter.ensemble)
    assert len(frames) == 1
    presenter.hold_baseline(True)
    assert len(frames) == 2
    assert frames[-1].held is True
    presenter._take_bands(presenter.ensemble)
    presenter.hold_baseline(True)  # the key repeats
    assert len(frames) == 2
    presenter.hold_baseline(False)
    presenter.hold_baseline(False)
    assert len(frames) == 3
    assert frames[-1].held is False


def test_that_what_is_held_back_is_bands_of_other_months(moving):
    frames = shown_by(moving)
    moving.session.edit("start", "2025-03")
    run(moving)
    assert frames[-1].bands is None
    moving.session.history.undo()
    run(moving)
    assert frames[-1].bands is not None


def test_that_each_step_is_told_from_where_it_began_once_the_hand_rests(moving):
    said = []
    moving.presenter.told.connect(said.append)
    gesture = moving.session.new_gesture()
    for value in (2.6, 3.0):
        moving.session.edit("power_budget_gw", value, gesture)
        run(moving)
    assert said == []
    moving.presenter.interaction.rest()
    assert said[-1].startswith("Facility power when ready 1.6 → 3 GW: ")
    moving.session.edit("power_budget_gw", 4.0)
    run(moving)
    moving.presenter.interaction.rest()
    assert said[-1].startswith("Facility power when ready 3 → 4 GW: ")
    assert len(said) == 2
    moving.presenter.interaction.rest()  # rests already
    assert len(said) == 2
    moving.presenter.tell_again()
    assert said[2] == said[1]


def test_that_another_step_under_the_moving_hand_tells_the_one_before(moving):
    said = []
    moving.presenter.told.connect(said.append)
    moving.session.edit("power_budget_gw", 3.0)
    run(moving)
    moving.session.edit("power_budget_gw", 4.0)
    run(moving)
    assert [text.split(" GW: ")[0] for text in said] == ["Facility power when ready 1.6 → 3"]
    moving.presenter.interaction.rest()
    assert said[-1].startswith("Facility power when ready 3 → 4 GW: ")


# Second time round


def test_that_a_second_pin_compares_with_the_second_scenario(window):
    for value in (3.0, 4.0):
        window.session.edit("power_budget_gw", value)
        run(window)
        assert window.presenter.compared is not None
        window.compare.pin_baseline()
        assert window.sentence.text() == (
            "This is the baseline now; every curve is compared with it."
        )
        assert window.presenter.baseline.scenario.power_budget_gw == value
        assert window.presenter.compared is None
        window.sentence.say("")


def test_that_undo_and_redo_say_what_they_would_do_each_time(window):
    undo, redo = window.actions_by_key["edit.undo"], window.actions_by_key["edit.redo"]
    assert not undo.isEnabled()
    for value in (3.0, 4.0):
        window.session.edit("power_budget_gw", value)
    step = "Facility power when ready {} → {}"
    assert undo.text() == "&Undo " + step.format(3, 4)
    assert not redo.isEnabled()
    undo.trigger()
    assert (undo.text(), redo.text()) == (
        "&Undo " + step.format(1.6, 3),
        "&Redo " + step.format(3, 4),
    )
    undo.trigger()
    assert not undo.isEnabled()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo " + step.format(1.6, 3))
    redo.trigger()
    redo.trigger()
    assert window.session.scenario.power_budget_gw == 4.0
    assert undo.isEnabled()
    assert not redo.isEnabled()


def test_that_the_title_says_file_and_state_through_two_saves(window, tmp_path):
    path = tmp_path / "plan.headroom"
    for value in (3.0, 4.0):
        window.session.edit("power_budget_gw", value)
        assert window.isWindowModified()
        assert window.file.save_to(path)
        assert window.windowTitle() == "plan.headroom[*] - Headroom"
        assert not window.isWindowModified()
        assert window.statusBar().currentMessage() == f"Saved {path}"
        assert window.settings.recent_files == [path]
        assert scenario_files.load(path).scenario.power_budget_gw == value
        window.statusBar().clearMessage()
    window.session.open(Document(Scenario(), read_only=True), path)
    assert window.windowTitle() == "plan.headroom (read-only)[*] - Headroom"


def test_that_a_name_is_given_trimmed_and_an_empty_or_refused_one_is_not(window, monkeypatch):
    answers = iter([("  First ", True), ("Second", True), ("   ", True), ("Third", False)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: next(answers))
    names = []
    for _ in range(4):
        window.edit.rename()
        names.append(window.session.scenario.name)
    assert names == ["First", "Second", "Second", "Second"]
    assert window.session.history.count() == 2


def test_that_a_duplicate_of_a_duplicate_says_so(window):
    window.session.edit("name", "Plan")
    for name in ("Plan (copy)", "Plan (copy) (copy)"):
        window.file.duplicate()
        assert window.session.scenario.name == name
        assert window.session.path is None
        assert window.messages.text == f"This is a copy now, “{name}”; it has no file yet."
        window.messages.hide()


def test_that_reloading_twice_brings_the_file_s_state_each_time(window, tmp_path):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    window.file.open_path(path)
    for value in (3.0, 4.0):
        window.session.edit("power_budget_gw", value)
        window.messages.say("old news")
        window.file.revert()
        assert window.session.scenario.power_budget_gw == 2.5
        assert not window.session.modified
        assert window.messages.text == ""
    assert window.session.history.count() == 4


def test_that_presenting_twice_ends_twice_as_it_began(window):
    window.panes.size_levers(400)
    leave = (window.view.presentation, lambda: window.messages.buttons["Leave"].click())
    for leaves in leave:
        window.view.presentation()
        assert window.view.presenting
        assert window.actions_by_key["view.presentation"].isChecked()
        assert (window.menuBar().isHidden(), window.statusBar().isHidden()) == (True, True)
        assert window.panes.levers_width == 560
        assert window.messages.text == (
            "Presenting: Esc leaves, Ctrl+L shows or hides the levers; "
            "the menu of a lever keeps it here."
        )
        window.view.present(True)  # it does already
        assert window.panes.levers_width == 560
        leaves()
        assert not window.view.presenting
        assert not window.actions_by_key["view.presentation"].isChecked()
        assert (window.menuBar().isHidden(), window.statusBar().isHidden()) == (False, False)
        assert window.panes.levers_width == 400
        assert window.messages.text == ""


def test_that_the_theme_chosen_is_ticked_alone_each_time(window):
    for theme in ("dark", "contrast", "light", "system"):
        window.actions_by_key[f"view.theme_{theme}"].trigger()
        assert window.settings.theme == theme
        ticked = [
            name
            for name in ("system", "light", "dark", "contrast")
            if window.actions_by_key[f"view.theme_{name}"].isChecked()
        ]
        assert ticked == [theme]


def test_that_motion_and_the_read_out_are_turned_on_and_off_and_on(window):
    motion, read_out = (
        window.actions_by_key[f"view.{name}"] for name in ("reduced_motion", "performance")
    )
    for on in (True, False, True):
        motion.trigger()
        read_out.trigger()
        assert window.settings.reduced_motion is on
        assert motion.isChecked() is on
        assert read_out.isChecked() is on
        assert window.view.read_out.isHidden() is not on


def test_that_the_settings_are_one_dialog_however_often_it_is_opened(window):
    window.edit.settings()
    first = window.edit._settings
    first.close()
    window.edit.settings()
    assert window.edit._settings is first
    assert first.isVisible()
    window.edit.close()
    assert not first.isVisible()


def test_that_a_detached_name_that_has_no_room_is_said(window, monkeypatch):
    def refuse(name):
        raise ScenarioError(Problem("name", "x", "too long"))

    monkeypatch.setattr(window.session, "detach", refuse)
    window.file.duplicate()
    assert "too long" in window.messages.text
    assert window.messages.accessibleName().startswith("Error: ")
