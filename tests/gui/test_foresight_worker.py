"""Curves behind the levers, worked out beside the window: a few at a time under a hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine import Scenario
from engine.analysis.variants import levers
from gui.levers.foresight import AT_ONCE, MEASURES, ForesightQuestion, ForesightWorker

SCENARIO = Scenario()
LEVERS = levers(SCENARIO)[:11]
FRAME = 15  # milliseconds
FRAMES = 80


@pytest.fixture
def worker(qapp) -> Iterator[ForesightWorker]:
    worker = ForesightWorker()
    worker.rounds = []  # scenario and levers of each
    worker.latest.done.connect(
        lambda _, asked, found: (
            isinstance(found, dict) and worker.rounds.append((asked.scenario, set(found)))
        )
    )
    yield worker
    worker.stop()


def question(of=LEVERS, growth: float | None = None) -> ForesightQuestion:
    scenario = SCENARIO if growth is None else replace(SCENARIO, revenue_growth=growth)
    return ForesightQuestion(scenario, tuple(of), MEASURES[0], 12)


def drag(worker: ForesightWorker, qtbot) -> Scenario:
    """Another scenario with each frame; the last one."""
    for frame in range(FRAMES):
        asked = question(growth=2.0 + frame / FRAMES)
        worker.request(asked)
        qtbot.wait(FRAME)
    return asked.scenario


def test_that_one_change_has_all_curves_worked_out_together(worker, qtbot):
    worker.request(question())
    qtbot.waitUntil(lambda: bool(worker.rounds))
    qtbot.wait(3 * FRAME)
    assert worker.rounds == [(SCENARIO, set(LEVERS))]


def test_that_a_round_under_a_hand_is_of_a_few_levers_and_each_has_its_turn(worker, qtbot):
    drag(worker, qtbot)
    rounds = [levers for _, levers in worker.rounds]
    assert {len(levers) for levers in rounds} == {AT_ONCE}
    turns = -(-len(LEVERS) // AT_ONCE)
    assert len(rounds) > turns
    for begin in range(len(rounds) - turns + 1):
        assert set().union(*rounds[begin : begin + turns]) == set(LEVERS)


def test_that_all_curves_are_of_the_scenario_where_the_hand_came_to_rest(worker, qtbot):
    last = drag(worker, qtbot)
    shown = {}
    worker.answered.connect(lambda found: shown.update(found))

    def of_last():
        return [levers for scenario, levers in worker.rounds if scenario is last]

    # between a few and all others it may be idle for a moment
    qtbot.waitUntil(lambda: set().union(*of_last()) == set(LEVERS))
    qtbot.waitUntil(lambda: worker.latest.idle)
    assert len(of_last()) <= 2  # a few, and all others
    assert set(of_last()[-1]) <= set(shown)


def test_that_levers_that_come_into_sight_have_their_curves_together(worker, qtbot):
    for first in range(4):  # scrolled from frame to frame
        worker.request(question(LEVERS[first:]))
        qtbot.wait(FRAME)
    qtbot.waitUntil(lambda: bool(worker.rounds))
    qtbot.wait(3 * FRAME)
    assert worker.rounds == [(SCENARIO, set(LEVERS[3:]))]


def test_that_a_fault_is_told_once_and_the_next_question_is_answered(worker, qtbot, monkeypatch):
    told = []
    worker.failed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr("gui.levers.foresight.foresight", lambda *a, **k: 1 / 0)
        worker.request(question())
        worker.request(question(growth=3.0))  # so that only a few are asked for
        qtbot.waitUntil(lambda: bool(told))
        qtbot.wait(200)
    assert len(told) == 1
    answered = []
    worker.answered.connect(lambda found: answered.append(set(found)))
    worker.request(question())
    qtbot.waitUntil(lambda: answered == [set(LEVERS)])
