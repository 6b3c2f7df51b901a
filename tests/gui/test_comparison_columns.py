"""Columns of a comparison: what each is called, whose slots they have, and who is told of what."""

from __future__ import annotations

import pytest

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from engine.files.comparison_files import ComparedPlan, ComparisonFile
from engine.tables.own import OwnClaim, OwnSource
from gui.document.comparison import Kind, PlanColumn, PlanSet
from gui.document.session import Session
from tests.gui.sessions import with_session


def plan(name: str, **values) -> Document:
    return Document(Scenario().having(name=name, **values))


@pytest.fixture
def plans(qapp):
    return with_session(PlanSet, plan("Window"))


@pytest.fixture
def told(plans):
    """What is said of the columns, in its order."""
    said = []
    plans.columns_changed.connect(lambda: said.append("columns"))
    plans.against_changed.connect(lambda: said.append("against"))
    plans.column_changed.connect(lambda column: said.append(("scenario", column)))
    plans.marked.connect(lambda column: said.append(("marked", column)))
    return said


def titles(plans):
    return [column.title for column in plans.columns]


def test_that_columns_of_one_name_say_which_they_are(plans):
    assert titles(plans) == ["Window, baseline", "Window, now"]
    plans.add(plan("Window"))
    # the one of its own needs no number beside two that say what they are
    assert titles(plans) == ["Window, baseline", "Window, now", "Window"]
    plans.add(plan("Window"))
    plans.add(plan("Other"))
    assert titles(plans)[2:] == ["Window (1)", "Window (2)", "Other"]
    plans.columns[1].name = "Mine"
    assert titles(plans) == ["Window, baseline", "Mine", "Window (1)", "Window (2)", "Other"]


def test_that_a_column_that_stands_alone_is_called_by_its_name(qapp):
    session = Session(plan("Alone"))
    assert PlanColumn(session, Kind.CURRENT, 0).title == "Alone"


def test_that_another_name_is_the_column_s_and_its_own_name_is_none(plans, told):
    column = plans.add(plan("A"), name="A")
    told.clear()
    column.name = "Bold"
    column.name = "A"
    assert told == [("marked", column)] * 2
    column.session.edit("name", "B")
    assert column.name == "B"  # it goes by its scenario again


def test_that_every_column_of_its_own_has_the_first_slot_that_is_free(plans):
    first, second, third = (plans.add(plan(name)) for name in "ABC")
    assert [c.slot for c in (first, second, third)] == [0, 1, 2]
    plans.remove(second)
    fourth = plans.add(plan("D"))
    assert fourth.slot == 1
    plans.bring_back()
    assert (second.slot, plans.columns.index(second)) == (3, 3)
    plans.remove(first)
    plans.bring_back()
    assert first.slot == 0


def test_that_each_change_of_the_columns_is_told_once(plans, told):
    column = plans.add(plan("A"))
    assert told == ["columns"]
    copy = plans.add_copy(column)
    assert told == ["columns"] * 2
    assert [c.title for c in plans.columns[2:]] == ["A", "A (copy)"]
    plans.move(2, 3)
    plans.move(3, 3)
    assert plans.columns[2:] == [copy, column]
    plans.order(plans.columns)
    assert told == ["columns"] * 3
    plans.order([column, copy, *plans.columns[:2]])
    assert plans.columns[:2] == [column, copy]
    plans.remove(copy)
    assert told == ["columns"] * 5
    plans.bring_back()
    assert plans.columns[1] is copy
    plans.bring_back()  # nothing else was taken out
    assert told == ["columns"] * 6
    plans.against = copy
    assert told[6:] == ["against"]


def test_that_a_column_says_that_its_scenario_or_its_mark_is_another(plans, told):
    own, (baseline, current) = plans.add(plan("A")), plans.columns[:2]
    told.clear()
    own.edit("power_budget_gw", 3.25)
    assert told == [("scenario", own), ("marked", own)]
    told.clear()
    current.edit("power_budget_gw", 3.25)
    assert set(told) == {("scenario", current), ("marked", current)}
    told.clear()
    current.session.pin_baseline()
    assert told == [("scenario", baseline)]


def test_that_differences_are_from_the_first_until_another_is_chosen_and_once_it_is_gone(plans):
    assert plans.against is plans.columns[0]
    own = plans.add(plan("A"))
    plans.against = own
    assert plans.against is own
    plans.remove(own)
    assert plans.against is plans.columns[0]


def test_that_the_last_column_stays_and_none_is_taken_out_twice(plans, told):
    baseline, current = plans.columns
    plans.remove(baseline)
    plans.remove(baseline)
    plans.remove(current)
    assert plans.columns == [current]
    assert told == ["columns"]
    assert plans.of_kind(Kind.BASELINE) is None
    found = plans.add_kind(Kind.BASELINE)
    assert plans.columns == [current, found]
    assert plans.add_kind(Kind.BASELINE) is found
    plans.bring_back()  # there is one already
    assert plans.columns == [current, found]
    assert told == ["columns"] * 2


def test_that_nothing_comes_back_where_there_is_no_room(plans):
    taken = plans.add(plan("Taken"))
    plans.remove(taken)
    assert plans.can_bring_back
    for number in range(10):
        assert not plans.full
        plans.add(plan(f"Plan {number}"))
    assert plans.full
    assert not plans.can_bring_back
    plans.bring_back()
    assert len(plans.columns) == 12
    plans.remove(plans.columns[-1])
    assert plans.can_bring_back
    with pytest.raises(ScenarioError):
        plans.add(plan("Twelfth")) and plans.add_kind(Kind.CURRENT) and plans.add(plan("More"))


def test_that_what_was_opened_anew_does_not_come_back_twice(plans, tmp_path):
    path = tmp_path / "a.headroom"
    scenario_files.save(plan("A"), path)
    plans.remove(plans.add(scenario_files.load(path), path))
    again = plans.add(scenario_files.load(path), path)
    plans.bring_back()
    assert plans.columns[2:] == [again]


def test_that_the_baseline_has_no_file_and_is_never_unsaved(plans, tmp_path):
    baseline, current = plans.columns
    current.session.save(tmp_path / "own.headroom")
    current.edit("power_budget_gw", 3.25)
    assert (baseline.path, current.path) == (None, tmp_path / "own.headroom")
    assert (baseline.editable, current.editable) == (False, True)
    assert (baseline.modified, current.modified) == (False, True)
    assert not baseline.entry().edited
    assert baseline.entry().document.scenario == baseline.scenario
    entry = current.entry()
    assert (entry.name, entry.file, entry.edited) == ("Window", current.path, True)


def test_that_one_without_a_file_is_modified_until_the_comparison_has_it(plans, tmp_path):
    own = plans.add(plan("A"))
    assert (own.modified, own.unsaved, plans.modified) == (False, False, False)
    own.edit("power_budget_gw", 3.25)
    assert (own.modified, own.unsaved, plans.modified) == (True, True, True)
    assert plans.unsaved == [own]
    plans.saved(tmp_path / "c.headroom-comparison")
    assert (own.modified, own.unsaved, plans.modified) == (False, False, False)
    assert not own.entry().edited
    plans.remove(own)
    own.edit("power_budget_gw", 3.75)
    assert plans.unsaved == [own]  # out of sight, and yet to be lost


def test_that_another_order_or_name_is_a_change_only_of_a_comparison_with_a_file(plans, tmp_path):
    plans.move(0, 1)
    assert not plans.modified
    plans.saved(tmp_path / "c.headroom-comparison")
    plans.move(0, 1)
    assert plans.modified
    plans.move(0, 1)
    assert not plans.modified
    plans.columns[0].name = "Other"
    assert plans.modified
    plans.columns[0].name = "Window"
    plans.against = plans.columns[1]
    assert plans.modified


def test_that_what_a_file_says_comes_in_its_order_and_the_window_s_own_once(plans, told, tmp_path):
    own, other = tmp_path / "own.headroom", tmp_path / "a.headroom"
    plans.columns[1].session.save(own)
    scenario_files.save(plan("A"), other)
    told.clear()
    entries = (
        ComparedPlan("B", plan("B"), None, False),
        ComparedPlan("Mine", plan("Window"), own, False),
        ComparedPlan("Mine again", plan("Window"), own, False),
        ComparedPlan("A", plan("A", power_budget_gw=3.25), other, True),
    )
    plans.open(ComparisonFile("Found", entries, 9), tmp_path / "c.headroom-comparison")
    assert [c.kind for c in plans.columns] == [Kind.OWN, Kind.CURRENT, Kind.OWN]
    assert [c.name for c in plans.columns] == ["B", "Mine", "A"]
    assert (plans.name, plans.modified) == ("Found", False)
    assert plans.against is plans.columns[2]  # the last, where a file names none of them
    assert told == ["columns", "against"]
    edited = plans.columns[2]
    assert edited.session.history.undoText() == "Changes in the comparison"
    edited.session.history.undo()
    assert edited.scenario == Scenario().having(name="A")


def test_that_an_edited_plan_whose_file_is_gone_is_as_the_comparison_has_it(plans, tmp_path):
    gone = ComparedPlan("A", plan("A", power_budget_gw=3.25), tmp_path / "gone.headroom", True)
    plans.open(ComparisonFile("", (gone,), 0), None)
    (column,) = plans.columns
    assert column.scenario.power_budget_gw == 3.25
    assert not column.session.history.canUndo()
    plans.open(ComparisonFile("", (), 0), None)
    assert [c.kind for c in plans.columns] == [Kind.CURRENT]  # a comparison is never of nothing


def test_that_a_new_one_begins_with_the_two_of_the_window(plans, told):
    plans.add(plan("A"))
    plans.remove(plans.columns[-1])
    plans.name = "Old"
    told.clear()
    plans.begin()
    assert [c.kind for c in plans.columns] == [Kind.BASELINE, Kind.CURRENT]
    assert (plans.name, plans.path, plans.can_bring_back) == ("", None, False)
    assert told == ["columns"]
    assert not plans.modified


def test_that_a_step_of_one_s_own_sources_and_claims_has_its_name(qapp):
    session = Session(plan("Window"))
    claim = OwnClaim("They have 2 GW.", "Somebody", "2026", "it_power_gw", "2026-12", 2.0, None)
    session.edit("own_claims", (claim,))
    assert session.history.undoText() == "Own claim"
    source = OwnSource("power_budget_gw", 2.5, "A filing", "B")
    session.edit("own_sources", (source,))
    assert session.history.undoText() == "Source of an assumption"
