"""The process beside the window: it answers, it may die, and it ends with whoever asked."""

from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.values import Event
from gui.system import worker_process
from gui.system.worker_process import MOST_BEGUN, Lost, WorkerProcess

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds until something is given up on


def until(check: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not check():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_there(process: int) -> bool:
    """Whether it runs; one that has ended and that nobody asks about does not."""
    status = Path(f"/proc/{process}/stat")
    if not status.parent.parent.joinpath("self").exists():  # another system
        try:
            os.kill(process, 0)
        except OSError:
            return False
        return True
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    made = WorkerProcess(("engine.values",))
    yield made
    made.stop()


@pytest.fixture
def ready(worker) -> WorkerProcess:
    worker.begin()
    until(lambda: worker.ready)
    return worker


def test_that_calls_are_answered_by_another_process(ready):
    there = ready.call(os.getpid)
    assert there not in (os.getpid(), os.getppid())
    assert ready.call(os.getpid) == there
    assert ready.call(sorted, (2, 3, 1), reverse=True) == [3, 2, 1]
    assert "engine.values" in ready.call(eval, "list(__import__('sys').modules)")


def test_that_there_is_none_before_it_is_begun_and_none_begins_after_the_end(worker):
    assert not worker.ready
    with pytest.raises(Lost):
        worker.call(os.getpid)
    worker.stop()
    worker.begin()
    assert not worker.ready
    with pytest.raises(Lost):
        worker.call(os.getpid)


def test_that_what_a_call_raises_is_raised_here_and_the_next_is_answered(ready):
    with pytest.raises(ValueError, match="invalid literal for int"):
        ready.call(int, "seven")
    with pytest.raises(OSError, match="No such file"):
        ready.call(os.stat, "/there/is/none")  # not taken for the end of the process
    assert ready.call(int, "7") == 7


def test_that_an_answer_that_can_t_be_brought_here_is_an_error_and_the_next_is_answered(ready):
    with pytest.raises(RuntimeError, match="lock"):
        ready.call(threading.Lock)
    assert ready.call(int, "7") == 7


def test_that_a_question_that_can_t_be_brought_there_is_an_error_and_the_next_is_answered(ready):
    with pytest.raises((AttributeError, TypeError, worker_process.pickle.PicklingError)):
        ready.call(lambda: 7)
    assert ready.call(int, "7") == 7


def test_that_values_of_ours_come_back_equal(ready):
    event = Event("supply_stop", "tpu", 7, 4, 0.1 + 0.2, "Ærø")
    assert ready.call(operator.itemgetter(0), [event]) == event


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_that_one_that_is_killed_while_it_computes_is_lost_and_another_can_be_begun(ready):
    there = ready.call(os.getpid)
    threading.Timer(0.2, os.kill, (there, signal.SIGKILL)).start()
    with pytest.raises(Lost):
        ready.call(time.sleep, PATIENCE)
    assert not ready.ready
    ready.begin()
    until(lambda: ready.ready)
    assert ready.call(os.getpid) != there


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_that_where_it_dies_again_and_again_no_more_are_begun(worker):
    begun = set()
    for _ in range(MOST_BEGUN + 2):
        worker.begin()
        if worker._process is None:
            break
        until(lambda: worker.ready)
        begun.add(there := worker.call(os.getpid))
        os.kill(there, signal.SIGKILL)
        with pytest.raises(Lost):
            worker.call(os.getpid)
    assert len(begun) == MOST_BEGUN
    assert not worker.ready


def test_that_the_end_waits_for_no_answer(ready):
    there, lost = ready.call(os.getpid), []

    def ask() -> None:
        try:
            ready.call(time.sleep, PATIENCE)
        except Lost as error:
            lost.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.1)
    ready.stop()
    asking.join(PATIENCE / 2)
    assert len(lost) == 1
    assert not is_there(there)


def test_that_where_no_process_can_be_made_there_is_none_and_nothing_is_raised(worker, monkeypatch):
    def refused() -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr(worker, "_made", refused)
    worker.begin()
    assert not worker.ready
    with pytest.raises(Lost):
        worker.call(os.getpid)


@pytest.mark.skipif(
    sys.platform == "win32", reason="no SIGKILL on Windows, nor SIGINT to one process"
)
def test_that_ctrl_c_is_for_the_window(ready):
    os.kill(ready.call(os.getpid), signal.SIGINT)
    assert ready.call(int, "7") == 7


OWNER = """
import os, signal, sys, time
from gui.system.worker_process import WorkerProcess
if __name__ == "__main__":
    worker = WorkerProcess()
    worker.begin()
    while not worker.ready:
        time.sleep(0.01)
    print(worker.call(os.getpid), flush=True)
    {end}
"""
ENDS = {
    "by itself": "sys.exit(0)",
    "at once": "os._exit(0)",
    "killed": "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))",
    "killed while asked": (
        "import threading; threading.Timer(0.2, os._exit, (1,)).start(); worker.call(time.sleep, 1)"
    ),
}


@pytest.mark.parametrize("end", ENDS)
def test_that_it_ends_with_its_owner_however_that_ends_and_says_nothing(tmp_path, end):
    script = tmp_path / "owner.py"
    script.write_text(OWNER.format(end=ENDS[end]), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    there = int(done.stdout)
    until(lambda: not is_there(there))
    assert done.stderr == ""


def test_that_it_counts_the_cores_it_may_use(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert worker_process.cores() == 1
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert worker_process.cores() == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert worker_process.cores() == 1


@pytest.mark.skipif(not hasattr(os, "nice"), reason="no leave to be behind others on Windows")
def test_that_frames_come_first_where_there_are_too_few_cores(ready):
    assert ready.call(os.nice, 0) == min(os.nice(0) + worker_process.BEHIND, 19)


def test_that_memory_goes_back_when_nothing_has_been_asked_for_a_while(monkeypatch):
    done, quick = [], [True, False, True]

    class Asked:
        """Two questions, and a rest before the second; then nobody is there."""

        def poll(self, seconds):
            done.append(seconds)
            return quick.pop(0)

        def recv(self):
            if not quick:
                raise EOFError
            return int, ("7",), {}

        def send(self, answer):
            done.append(answer)

    monkeypatch.setattr(worker_process.signal, "signal", lambda *_: None)
    monkeypatch.setattr(worker_process.os, "nice", lambda _: None, raising=False)
    monkeypatch.setattr(worker_process, "give_memory_back", lambda: done.append("memory"))
    worker_process._serve(Asked(), ())
    rest = worker_process.REST
    assert done == [None, rest, (True, 7), rest, "memory", (True, 7), rest]
