"""The runner's pending run and its time, and the stages of the bands, as plain values."""

from __future__ import annotations

import pytest

from engine import Scenario
from engine.run.backend import NUMPY
from gui.run import runner as runner_module
from gui.run.band_runner import REST, BandQuestion, BandRunner, Bands
from gui.run.runner import Runner


def question(draws, last):
    return BandQuestion(Scenario(), ("capacity_eflops",), draws, last, NUMPY)


@pytest.mark.parametrize(
    ("last", "stages"),
    [
        (64, [64]),
        (65, [64, 65]),
        (256, [64, 256]),
        (257, [64, 256, 257]),
        (300, [64, 256, 300]),
        (1024, [64, 256, 1024]),
        (16_384, [64, 256, 1024, 16_384]),
    ],
)
def test_that_bands_get_finer_in_these_stages(last, stages):
    bands, asked, seen = Bands(), question(64, last), []
    while asked is not None and len(seen) <= len(stages):
        seen.append(asked.draws)
        assert (asked.last, asked.columns) == (last, ("capacity_eflops",))
        part = bands.part(asked)
        asked = bands.rest(asked, part, None)
    assert seen == stages


def test_that_only_the_coarsest_stage_is_never_stopped_and_any_is_shown():
    bands = Bands()
    assert [bands.stops(question(draws, 1024)) for draws in (64, 65, 1024)] == [False, True, True]
    assert bands.serves(question(64, 64), question(256, 1024)) is True


def test_that_another_choice_of_draws_or_device_is_told_apart_from_the_same(qapp):
    runner = BandRunner()
    other = object()
    assert runner.choose(None, NUMPY) is False
    assert runner.choose(512, NUMPY) is True
    assert runner.choose(512, NUMPY) is False
    assert runner.choose(512, other) is True
    assert runner.backend is other
    assert runner.choose(None, NUMPY) is True
    runner.stop()


def test_that_the_scenario_s_own_draws_are_asked_for_unless_others_were_chosen(qapp):
    runner = BandRunner()
    scenario = Scenario().having(draws=300)
    asked = []
    for own in (None, 512, None):
        runner.choose(own, NUMPY)
        runner.request(scenario, ["capacity_eflops", "it_power_gw"])
        asked.append(runner.latest.wanted)
    runner.stop()
    assert [(q.draws, q.last) for q in asked] == [(64, 300), (64, 512), (64, 300)]
    assert asked[0].scenario is scenario
    assert asked[0].columns == ("capacity_eflops", "it_power_gw")
    assert asked[0].backend is NUMPY
    assert runner.latest.wanted is None


def test_that_each_stage_of_the_bands_leaves_the_frames_a_tenth_of_a_second(qapp):
    runner = BandRunner()
    runner.request(Scenario(), ["capacity_eflops"])
    assert runner.latest._timer.interval() == REST == 100
    assert runner.latest._timer.isActive()
    runner.stop()
    assert not runner.latest._timer.isActive()
    assert runner.milliseconds == 0.0


def test_that_a_run_asked_for_is_pending_until_it_is_finished_at_once_and_not_run_again(qtbot):
    ran, finished = [], []
    runner = Runner(lambda scenario: ran.append(scenario) or scenario)
    runner.finished.connect(finished.append)
    assert not runner.pending
    for number in (1, 2):
        runner.request(number)
        assert runner.pending
        runner.finish()
        assert not runner.pending
    runner.finish()  # nothing is left
    qtbot.wait(0)
    assert ran == finished == [1, 2]
    with qtbot.waitSignal(runner.finished):
        runner.request(3)
    assert ran == [1, 2, 3]


def test_that_the_time_of_a_run_is_in_milliseconds(qapp, monkeypatch):
    clock = iter([10.0, 10.25, 20.0, 20.5])
    monkeypatch.setattr(runner_module, "perf_counter", lambda: next(clock))
    runner = Runner(lambda scenario: scenario)
    assert runner.milliseconds == 0.0
    assert runner.result_of("a") == "a"
    assert runner.milliseconds == 250.0
    runner.request("b")
    runner.finish()
    assert runner.milliseconds == 500.0
