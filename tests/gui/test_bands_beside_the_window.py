"""Bands drawn by a process beside the window: the same numbers, at once, and without it as ever."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import asdict, replace

import numpy as np
import pytest

from engine import Scenario
from engine.run.backend import NUMPY
from gui.run import band_runner
from gui.run.band_runner import REST, SOON, STAGES, BandRunner, Bands, worker_process
from gui.system.worker_process import Lost
from gui.window.frame_timing import Performance

COLUMNS = ("capacity_eflops", "economic_cost_bn")
PATIENCE = 60_000  # milliseconds until something is given up on
OTHER = Scenario().having(power_budget_gw=2.5)


class Pretended:
    """A process that is this one; it takes as long as it is told to."""

    def __init__(self, *, ready=True):
        self.ready = ready
        self.begun = 0
        self.asked = []
        self.took = {}
        self.lost = False
        self.stopped = False

    def begin(self):
        self.begun += 1

    def call(self, function, scenario, draws, columns, **named):
        self.asked.append(draws)
        if self.lost or not self.ready:
            raise Lost
        time.sleep(self.took.get(draws, 0.0) / 1e3)
        return function(scenario, min(draws, 64), columns, **named)

    def stop(self):
        self.stopped = True


@pytest.fixture
def runner(qapp):
    made = BandRunner()
    made.seen = []
    made.banded.connect(made.seen.append)
    yield made
    made.stop()


@pytest.fixture
def beside(runner):
    """A runner whose process has begun and is ready."""
    worker = worker_process()
    runner.work_beside(worker)
    worker.begin()
    end = time.monotonic() + PATIENCE / 1e3
    while not worker.ready:
        assert time.monotonic() < end
        time.sleep(0.01)
    runner.process = worker
    return runner


def all_said(runner, qtbot):
    qtbot.waitUntil(lambda: runner.latest.idle, timeout=PATIENCE)


def asked_of(runner, qtbot, scenario=OTHER):
    runner.request(scenario, COLUMNS)
    all_said(runner, qtbot)
    return runner.seen[-1]


def assert_same(one, other):
    assert set(one.bands) > set(COLUMNS)
    assert one.risk is not None
    assert one.standings
    assert one.reached
    np.testing.assert_equal(*(asdict(replace(each, scenario=None)) for each in (one, other)))


def test_that_the_worlds_of_the_process_are_those_of_the_window_to_the_last_bit(beside, qtbot):
    there = asked_of(beside, qtbot)
    assert [found.draws for found in beside.seen] == [1024]  # all at once
    assert there.scenario is OTHER
    beside.process.stop()
    here = asked_of(beside, qtbot)
    assert [found.draws for found in beside.seen] == [1024, 64, 256, 1024]
    assert_same(there, here)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_that_a_process_that_dies_costs_no_answer_and_another_is_begun(beside, qtbot):
    died = beside.process.call(os.getpid)
    os.kill(died, signal.SIGKILL)
    found = asked_of(beside, qtbot)
    assert found.draws == 1024
    qtbot.waitUntil(lambda: beside.process.ready, timeout=PATIENCE)
    assert beside.process.call(os.getpid) != died
    beside.seen.clear()
    asked_of(beside, qtbot, Scenario())
    assert [found.draws for found in beside.seen] == [1024]


def test_that_a_question_is_begun_at_once_where_it_is_drawn_beside(runner):
    runner.work_beside(worker := Pretended())
    runner.request(OTHER, COLUMNS)
    assert not runner.latest._timer.isActive()
    worker.ready = False
    runner.request(Scenario(), COLUMNS)
    assert runner.latest.first == REST == 100


def test_that_the_window_draws_its_first_worlds_and_begins_the_process_then(runner, qtbot):
    runner.work_beside(worker := Pretended(ready=False))
    runner.request(OTHER, COLUMNS)
    assert worker.begun == 0
    all_said(runner, qtbot)
    assert [found.draws for found in runner.seen] == [64, 256, 1024]
    assert worker.asked == []
    assert worker.begun == 3  # each asks for it; there is one


def test_that_where_the_process_is_lost_the_window_draws(runner, qtbot):
    runner.work_beside(worker := Pretended())
    worker.lost = True
    assert asked_of(runner, qtbot).draws == 1024
    assert worker.asked == [1024]
    assert worker.begun == 1


def test_that_more_worlds_than_a_moment_s_are_drawn_here_where_they_can_be_stopped(runner, qtbot):
    runner.work_beside(worker := Pretended())
    runner.choose(1500, NUMPY)
    assert asked_of(runner, qtbot).draws == 1500
    assert worker.asked == [1024]


def test_that_another_device_than_the_processor_is_not_asked_there(runner):
    runner.work_beside(Pretended())
    bands: Bands = runner._bands
    assert bands.beside(NUMPY) is True
    assert bands.beside(object()) is False


@pytest.mark.parametrize(("last", "first"), [(64, 64), (300, 300), (1024, 1024), (5000, 1024)])
def test_that_all_worlds_come_at_once_as_far_as_a_stage_goes(runner, qtbot, last, first):
    runner.work_beside(worker := Pretended())
    runner.choose(last, NUMPY)
    runner.request(OTHER, COLUMNS)
    qtbot.waitUntil(lambda: bool(worker.asked), timeout=PATIENCE)
    runner.stop()
    assert worker.asked[0] == first


def test_that_what_takes_long_three_times_begins_coarser_and_is_tried_again_at_rest(runner, qtbot):
    """One slow time may have other reasons; a resting hand sees all worlds in the end."""
    runner.work_beside(worker := Pretended())
    worker.took = {1024: SOON + 20}
    for _ in range(3):
        asked_of(runner, qtbot)
    asked_of(runner, qtbot)
    assert worker.asked == [1024, 1024, 1024, 256, 1024]
    worker.took, worker.asked = {}, []
    asked_of(runner, qtbot)
    asked_of(runner, qtbot)
    assert worker.asked == [256, 1024, 1024]


def test_that_the_process_ends_with_the_bands(runner):
    runner.work_beside(worker := Pretended())
    runner.stop()
    assert worker.stopped


def test_that_bands_follow_a_drag_of_the_window_with_all_their_worlds(window, qtbot, monkeypatch):
    monkeypatch.setattr(band_runner, "SOON", float(PATIENCE))  # on a machine with other work too
    presenter = window.presenter
    worker = worker_process()
    presenter.bands.work_beside(worker)
    qtbot.waitUntil(lambda: presenter.ensemble is not None, timeout=PATIENCE)
    worker.begin()
    qtbot.waitUntil(lambda: worker.ready and presenter.bands.latest.idle, timeout=PATIENCE)
    drawn = []
    presenter.bands.banded.connect(drawn.append)
    fans = []
    for step in range(400):
        presenter.interaction.move()  # the hand never rests
        window.session.edit("power_budget_gw", 2 + step / 100, gesture=1)
        qtbot.wait(5)
        spec = window.pages["overview"].charts["capacity"].plot.spec
        if len(drawn) > len(fans) and spec.fans:
            fans.append(spec.fans[0].bounds[0].copy())
        if len(fans) >= 4:
            break
    assert len(fans) >= 4
    assert {found.draws for found in drawn} == {STAGES[-1]}
    assert len({found.scenario for found in drawn}) == len(drawn)
    shown = [found.bands["capacity_eflops"].p5 for found in drawn]
    assert any(np.array_equal(fans[-1], each) for each in shown)


def test_that_the_read_out_says_where_the_worlds_were_drawn(window, qtbot):
    presenter = window.presenter
    presenter.bands.work_beside(worker := Pretended(ready=False))
    qtbot.waitUntil(lambda: presenter.bands.latest.idle, timeout=PATIENCE)
    timing = Performance(window.session, presenter, window.statusBar(), window)
    assert " ms, 1,024 draws\n" in timing.text
    worker.ready = True
    assert " ms, 1,024 draws, in a process of its own\n" in timing.text
