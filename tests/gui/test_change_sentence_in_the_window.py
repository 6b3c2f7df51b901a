"""The sentence over the charts is of what is in the window now, however that came about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from engine import Document, Scenario, simulate
from engine.files import scenario_files
from gui.run.change_sentence import sentence
from gui.words.kpis import month_index
from tests.gui.sentence_claims import check

FACILITY = "Facility power when ready"
MORE = {"power_budget_gw": 4.0}


@pytest.fixture
def said(window, qtbot):
    """The sentence once it begins so; what it claims is then held against the two runs."""

    def wait(begins: str, before: Scenario | None = None) -> str:
        qtbot.waitUntil(lambda: window.sentence.text().startswith(begins))
        text = window.sentence.text()
        if before is not None:
            one, other = simulate(before), simulate(window.session.scenario)
            change = sentence(one, other, month_index(other, "2026-12"))
            assert text.startswith(change)  # once there are worlds, the odds follow
            assert check(change, one, other)
        return text

    return wait


def edit(window, said, key: str = "power_budget_gw", value: float = 4.0) -> None:
    before = window.session.scenario
    window.session.edit(key, value)
    said("", before) if key != "power_budget_gw" else said(f"{FACILITY} 1.6 → 4 GW", before)


@pytest.fixture
def file(tmp_path):
    """A file of another scenario, of which power binds from another month on."""
    path = tmp_path / "starved.headroom"
    scenario = Scenario().having(name="Starved", power_budget_gw=1.6)
    scenario_files.save(Document(scenario), path)
    return path


def of_starved(text: str) -> None:
    found = simulate(Scenario().having(power_budget_gw=1.6))
    share = found["served_eflops"][23] / found["demand_eflops"][23]
    capacity = found["capacity_eflops"][23]
    begins = f"“Starved” in Dec 2026: {capacity:,.0f} EFLOP/s of capacity, "
    assert text == f"{begins}{share:.1%} of demand served; power binds from Dec 2025."


def test_that_a_swap_is_told_at_once_and_the_next_change_alone(window, said):
    edit(window, said)
    changed = window.session.scenario
    window.actions_by_key["compare.swap_baseline"].trigger()
    said(f"{FACILITY} 4 → 1.6 GW: ", changed)
    swapped = window.session.scenario
    window.session.edit("wacc", 0.2)
    text = said("Cost of capital", swapped)
    assert FACILITY not in text
    window.actions_by_key["compare.return_to_baseline"].trigger()
    assert FACILITY in said(f"{FACILITY} 1.6 → 4 GW", swapped.having(wacc=0.2))


def test_that_undo_redo_and_revert_are_each_told_the_way_they_went(window, said):
    start = window.session.scenario
    edit(window, said)
    changed = window.session.scenario
    window.actions_by_key["edit.undo"].trigger()
    said(f"{FACILITY} 4 → 1.6 GW", changed)
    window.actions_by_key["edit.redo"].trigger()
    said(f"{FACILITY} 1.6 → 4 GW", start)
    window.actions_by_key["file.revert"].trigger()
    said(f"{FACILITY} 4 → 1.6 GW", changed)


def test_that_a_restored_version_and_a_pasted_scenario_are_told(window, said, qtbot):
    start = window.session.scenario
    window.session.keep_version("first")
    edit(window, said)
    changed = window.session.scenario
    window.session.restore_version(window.session.versions[0])
    said(f"{FACILITY} 4 → 1.6 GW", changed)
    QApplication.clipboard().setText(scenario_files.text_of(Document(changed)))
    window.actions_by_key["edit.paste_scenario"].trigger()
    said(f"{FACILITY} 1.6 → 4 GW", start)


def test_that_another_file_is_told_of_and_not_the_change_before_it(window, said, file):
    edit(window, said)
    assert window.file.open_path(file)
    of_starved(said("“Starved”"))
    opened = window.session.scenario
    window.session.edit("power_budget_gw", 1.8)
    said(f"{FACILITY} 1.6 → 1.8 GW: ", opened)


def test_that_a_change_on_its_way_is_not_told_of_the_file_that_follows_it(window, said, file):
    window.session.edit("power_budget_gw", 4.0)
    assert window.file.open_path(file)
    told = []
    window.presenter.told.connect(told.append)
    of_starved(said("“Starved”"))
    QApplication.processEvents()
    assert not window.presenter.interaction.moving
    assert told == []


def test_that_new_a_drop_and_a_second_start_are_told(window, said, file, monkeypatch):
    monkeypatch.setattr(window.file, "may_leave", lambda: True)
    edit(window, said)
    name = window.session.scenario.name
    window.actions_by_key["file.new"].trigger()
    assert said(f"“{name}” in Dec 2026: ").endswith("; power binds from Jul 2026 to Jan 2027.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 500), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(500, 500), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, drop)
    of_starved(said("“Starved”"))
    window.file.open_example("article_2025_10")
    said(f"“{name}” in Dec 2026: ")
    window.file.open_from_outside(str(file))
    of_starved(said("“Starved”"))


def test_that_recovered_work_is_told(window, said):
    window.session.recover(Document(Scenario().having(name="Saved", power_budget_gw=1.6)), None)
    assert said("“Saved” in Dec 2026: ").endswith("power binds from Dec 2025.")


def test_that_two_changes_in_a_row_are_told_one_after_the_other(window, said, qtbot):
    told = []
    window.presenter.told.connect(told.append)
    window.presenter.interaction._timer.setInterval(2000)  # a hand, however slow the machine
    start = window.session.scenario
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    assert window.presenter.interaction.moving
    middle = window.session.scenario
    window.session.edit("wacc", 0.2)
    assert FACILITY not in said("Cost of capital", middle)
    assert len(told) == 2
    assert check(told[0], simulate(start), simulate(middle))


def drag(window, qtbot, *gigawatts: float) -> None:
    """One gesture, a frame for each place."""
    gesture = window.session.new_gesture()
    for place in gigawatts:
        window.session.edit("power_budget_gw", place, gesture)
        qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)


def test_that_a_drag_is_one_change_and_one_that_comes_back_is_none(
    window, said, qtbot, monkeypatch
):
    start, held = window.session.scenario, [True]
    monkeypatch.setattr(window.presenter.interaction, "held", lambda: held[0])
    drag(window, qtbot, 2.6, 3.0, 4.0)
    held[0] = False
    said(f"{FACILITY} 1.6 → 4 GW", start)
    told = []
    window.presenter.told.connect(told.append)
    held[0] = True
    drag(window, qtbot, 4.4, 5.0, 4.0)
    held[0] = False
    qtbot.waitUntil(lambda: not window.presenter.interaction.moving)
    assert told == []


def test_that_a_change_that_goes_on_after_a_rest_is_told_from_its_beginning(window, said, qtbot):
    start = window.session.scenario
    gesture = window.session.new_gesture()
    for place, words in ((3.0, "1.6 → 3 GW"), (4.0, "1.6 → 4 GW"), (1.6, "4 → 1.6 GW")):
        window.session.edit("power_budget_gw", place, gesture)
        text = said(f"{FACILITY} {words}")
        one = start if place != 1.6 else start.having(power_budget_gw=4.0)
        assert check(text, simulate(one), simulate(window.session.scenario))


def test_that_pinning_is_said_after_the_change_that_was_on_its_way(window, said):
    window.session.edit("power_budget_gw", 4.0)
    told = []
    window.presenter.told.connect(told.append)
    window.actions_by_key["compare.pin_baseline"].trigger()
    assert [text.startswith(f"{FACILITY} 1.6 → 4 GW") for text in told] == [True]
    said("This is the baseline now")
    before = window.session.scenario
    window.session.edit("wacc", 0.2)
    said("Cost of capital", before)


def test_that_other_units_say_the_same_sentence_in_them(window, said, qtbot):
    edit(window, said)
    window.settings.power_unit = "MW"
    said(f"{FACILITY} 1,600 → 4,000 MW: ")
