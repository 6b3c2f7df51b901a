"""Plans side by side as documents: what is done to one never reaches another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine import Document, Scenario, ScenarioError
from engine.files import comparison_files, scenario_files
from gui.document.comparison import Kind, PlanSet
from gui.document.session import Session
from tests.gui.sessions import with_session


def plan(name: str, **values: Any) -> Document:
    return Document(Scenario().having(name=name, **values))


@pytest.fixture
def plans(qapp) -> PlanSet:
    return with_session(PlanSet, plan("Window"))


def test_that_it_begins_with_the_baseline_and_the_window_s_scenario(plans: PlanSet) -> None:
    assert [column.kind for column in plans.columns] == [Kind.BASELINE, Kind.CURRENT]
    assert not plans.modified
    plans.columns[1].edit("power_budget_gw", 2.0)
    assert plans.columns[1].scenario.power_budget_gw == 2.0
    assert plans.columns[0].scenario.power_budget_gw == Scenario().power_budget_gw
    assert not plans.modified  # the window asks about its own


def test_that_the_baseline_is_what_was_pinned_and_a_copy_can_be_changed(plans: PlanSet) -> None:
    with pytest.raises(ScenarioError, match="baseline"):
        plans.columns[0].edit("power_budget_gw", 2.0)
    copy = plans.add_copy(plans.columns[0])
    copy.edit("power_budget_gw", 2.0)
    assert plans.columns[1] is copy
    assert plans.columns[0].scenario.power_budget_gw == Scenario().power_budget_gw


def test_that_a_file_is_open_once_and_the_window_s_own_is_the_window_s(
    plans: PlanSet, tmp_path: Path
) -> None:
    path = tmp_path / "a.headroom"
    scenario_files.save(plan("A"), path)
    first = plans.add(scenario_files.load(path), path)
    assert plans.add(scenario_files.load(path), tmp_path / "." / "a.headroom") is first
    own = tmp_path / "own.headroom"
    plans.columns[1].session.save(own)
    assert plans.add(scenario_files.load(own), own) is plans.columns[1]


def test_that_twelve_fit_and_one_more_is_refused_in_words(plans: PlanSet) -> None:
    for place in range(10):
        plans.add(plan(f"Plan {place}"))
    with pytest.raises(ScenarioError, match="at most 12"):
        plans.add(plan("One more"))
    assert len({column.slot for column in plans.columns if column.kind is Kind.OWN}) == 10


def test_that_what_is_taken_out_comes_back_with_its_changes_and_its_undo(plans: PlanSet) -> None:
    column = plans.add(plan("A"))
    column.edit("power_budget_gw", 2.0)
    plans.move(2, 0)
    plans.remove(column)
    assert plans.modified  # taken out is not given up
    plans.bring_back()
    assert plans.columns[0] is column
    column.session.history.undo()
    assert column.scenario.power_budget_gw == Scenario().power_budget_gw


def test_that_a_saved_comparison_opens_as_it_was(plans: PlanSet, tmp_path: Path) -> None:
    path = tmp_path / "a.headroom"
    scenario_files.save(plan("A", power_budget_gw=1.5), path)
    column = plans.add(scenario_files.load(path), path)
    column.edit("power_budget_gw", 2.5)
    column.name = "Bolder"
    plans.add(plan("B", power_budget_gw=3.5))
    plans.against = column
    where = tmp_path / "c.headroom-comparison"
    comparison_files.save(plans.as_file(), where)
    plans.saved(where)
    assert not plans.modified
    plans.open(comparison_files.load(where), where)
    assert [c.name for c in plans.columns] == ["Window", "Window", "Bolder", "B"]
    assert plans.against.name == "Bolder"
    found = plans.columns[2]
    assert (found.scenario.power_budget_gw, found.path) == (2.5, path)
    assert found.modified  # its own file still has 1.5
    assert not plans.modified  # and the comparison's has 2.5
    found.session.history.undo()
    assert (found.scenario.power_budget_gw, found.modified) == (1.5, False)


def test_that_an_edit_after_saving_is_unsaved_again(plans: PlanSet, tmp_path: Path) -> None:
    column = plans.add(plan("A"))
    plans.saved(tmp_path / "c.headroom-comparison")
    assert not plans.modified
    column.edit("power_budget_gw", 2.0)
    assert plans.unsaved == [column]
    column.session.history.undo()
    assert not plans.modified


class Hands(RuleBasedStateMachine):
    """Random actions, beside a plain list of what each column should hold."""

    @initialize()
    def begin(self) -> None:
        self.session = Session(plan("Window"))
        self.plans = PlanSet(self.session)
        self.wanted: dict[Any, list[float]] = {}  # the values along each own column's undo
        self.at: dict[Any, int] = {}
        self.count = 0

    def teardown(self) -> None:
        if hasattr(self, "plans"):
            self.plans.deleteLater()
            self.session.deleteLater()

    def own(self, place: int) -> Any:
        own = [c for c in self.plans.columns if c.kind is Kind.OWN]
        return own[place % len(own)] if own else None

    @precondition(lambda self: not self.plans.full)
    @rule(value=st.floats(0.5, 4.0))
    def add(self, value: float) -> None:
        self.count += 1
        column = self.plans.add(plan(f"Plan {self.count}", power_budget_gw=value))
        self.wanted[column], self.at[column] = [value], 0

    @precondition(lambda self: not self.plans.full)
    @rule(place=st.integers(0, 11))
    def copy(self, place: int) -> None:
        column = self.own(place)
        if column is not None:
            made = self.plans.add_copy(column)
            self.wanted[made], self.at[made] = [self.wanted[column][self.at[column]]], 0

    @rule(place=st.integers(0, 11), value=st.floats(0.5, 4.0))
    def edit(self, place: int, value: float) -> None:
        column = self.own(place)
        if column is not None and value != self.wanted[column][self.at[column]]:
            column.edit("power_budget_gw", value)
            self.wanted[column][self.at[column] + 1 :] = [value]
            self.at[column] += 1

    @rule(value=st.floats(0.5, 4.0))
    def edit_the_window(self, value: float) -> None:
        self.session.edit("power_budget_gw", value)

    @rule(place=st.integers(0, 11))
    def undo(self, place: int) -> None:
        column = self.own(place)
        if column is not None and self.at[column]:
            column.session.history.undo()
            self.at[column] -= 1

    @rule(place=st.integers(0, 11))
    def redo(self, place: int) -> None:
        column = self.own(place)
        if column is not None and self.at[column] + 1 < len(self.wanted[column]):
            column.session.history.redo()
            self.at[column] += 1

    @rule(start=st.integers(0, 11), end=st.integers(0, 11))
    def move(self, start: int, end: int) -> None:
        count = len(self.plans.columns)
        self.plans.move(start % count, end % count)

    @rule(place=st.integers(0, 11))
    def take_out(self, place: int) -> None:
        self.plans.remove(self.plans.columns[place % len(self.plans.columns)])

    @rule()
    def bring_back(self) -> None:
        self.plans.bring_back()

    @invariant()
    def each_holds_what_was_done_to_it(self) -> None:
        if not hasattr(self, "plans"):
            return
        for column in self.plans.columns:
            if column.kind is Kind.CURRENT:
                assert column.scenario is self.session.scenario
            elif column.kind is Kind.BASELINE:
                assert column.scenario is self.session.baseline
            else:
                values, at = self.wanted[column], self.at[column]
                assert column.scenario.power_budget_gw == values[at]
                assert column.modified == (values[at] != values[0])
        own = [c.slot for c in self.plans.columns if c.kind is Kind.OWN]
        assert len(own) == len(set(own))
        assert self.plans.against in self.plans.columns


def test_that_random_actions_never_mix_columns_up(qapp) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Hands, settings=settings(max_examples=40, stateful_step_count=30))
