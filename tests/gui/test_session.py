"""The session: one gate, exact undo, and what it says of the file."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import PARAMETERS, Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.document.session import Session

EDITABLE = [row for row in PARAMETERS if row.kind == "number"]


def test_that_a_refused_value_changes_nothing(session):
    with pytest.raises(ScenarioError, match="power_budget_gw = 99"):
        session.edit("power_budget_gw", 99)
    assert session.scenario == Scenario()
    assert session.history.count() == 0


def test_that_an_edit_to_the_same_value_is_no_step(session):
    session.edit("power_budget_gw", 2.5)
    assert session.history.count() == 0


def test_that_a_drag_that_ends_where_it_began_leaves_no_step(session):
    gesture = session.new_gesture()
    session.edit("power_budget_gw", 3.0, gesture)
    session.edit("power_budget_gw", 2.5, gesture)
    assert not session.history.canUndo()
    assert not session.modified


def test_that_undoing_back_to_the_saved_state_clears_the_modified_mark(session, tmp_path):
    session.edit("power_budget_gw", 3.0)
    session.save(tmp_path / "a.headroom")
    session.edit("power_budget_gw", 4.0)
    assert session.modified
    session.history.undo()
    assert not session.modified


def test_that_an_undo_step_says_what_it_did(session):
    session.edit("power_budget_gw", 3.0)
    assert session.history.undoText() == "Facility power when ready 2.5 → 3"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(EDITABLE), st.floats(0, 1)), max_size=40))
def test_that_undo_and_redo_of_any_edits_give_the_same_bytes(qapp, edits):
    session = Session(Document(Scenario()))
    before = scenario_files.text_of(Document(session.scenario))
    for row, share in edits:
        try:
            session.edit(row.key, row.low + (row.high - row.low) * share)
        except ScenarioError:
            continue  # the longest slip below the shortest: refused, and that is that
    after = scenario_files.text_of(Document(session.scenario))
    while session.history.canUndo():
        session.history.undo()
    assert scenario_files.text_of(Document(session.scenario)) == before
    while session.history.canRedo():
        session.history.redo()
    assert scenario_files.text_of(Document(session.scenario)) == after


def test_that_unknown_keys_of_a_file_survive_editing_and_saving(session, tmp_path):
    path = tmp_path / "a.headroom"
    text = scenario_files.text_of(Document(Scenario()))
    path.write_text(text.replace('"seed"', '"from_the_future": [1, 2],\n  "seed"'))
    session.open(scenario_files.load(path), path)
    session.edit("power_budget_gw", 3.0)
    session.save(path)
    assert scenario_files.load(path).unknown == {"from_the_future": [1, 2]}


def test_that_a_newer_file_is_not_overwritten_but_can_be_saved_elsewhere(session, tmp_path):
    path = tmp_path / "a.headroom"
    newer = scenario_files.text_of(Document(Scenario())).replace(
        f'"version": {scenario_files.VERSION}', f'"version": {scenario_files.VERSION + 1}'
    )
    path.write_text(newer)
    session.open(scenario_files.load(path), path)
    with pytest.raises(ScenarioError, match="read-only"):
        session.save(path)
    assert path.read_text() == newer
    session.save(tmp_path / "b.headroom")
    assert scenario_files.load(tmp_path / "b.headroom").scenario == Scenario()
    assert not session.read_only
