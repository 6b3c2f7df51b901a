"""The runner: the newest wants are run, once, and an error does not end it."""

from __future__ import annotations

from gui.run.runner import Runner


def test_that_many_requests_make_one_run_of_the_newest(qtbot):
    ran = []
    runner = Runner(lambda scenario: ran.append(scenario) or scenario)
    with qtbot.waitSignal(runner.finished) as got:
        for number in range(200):
            runner.request(number)
    assert ran == [199]
    assert got.args == [199]


def test_that_one_request_makes_exactly_one_run(qtbot):
    ran = []
    runner = Runner(lambda scenario: ran.append(scenario) or scenario)
    with qtbot.waitSignal(runner.finished):
        runner.request(1)
    with qtbot.assertNotEmitted(runner.finished, wait=30):
        pass
    assert ran == [1]


def test_that_an_error_is_told_and_the_runner_lives_on(qtbot):
    def run(scenario):
        if scenario == 0:
            raise ValueError("bad")
        return scenario

    runner = Runner(run)
    with qtbot.waitSignal(runner.failed) as failed:
        runner.request(0)
    assert str(failed.args[0]) == "bad"
    with qtbot.waitSignal(runner.finished) as finished:
        runner.request(5)
    assert finished.args == [5]
