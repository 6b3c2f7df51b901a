"""A process beside the window that computes for it, so that no frame waits for the interpreter.

Threads of one interpreter take turns. By measurement (Python 3.11, two cores, frames one after the
other) 1,024 worlds took 400 ms on a thread and 95 in a process, and the frames no longer for it.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from typing import Any

from engine.run.backend import give_memory_back
from gui.system.log import LOG

REST = 5.0  # seconds without a question: then memory goes back to the system
BEHIND = 10  # how much nicer than the window it is, where a machine has too few cores for both
MOST_BEGUN = 3  # times: where it ends again and again, something of the machine does not want it
PARTING = 1.0  # seconds that it is given to end


class Lost(Exception):  # noqa: N818 - nothing is wrong with the question
    """There is no process to answer, or it has ended meanwhile."""


def cores() -> int:
    """That this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerProcess:
    """One process that answers calls one after the other, begun when it is first wanted.

    It is asked from one thread at a time. It ends with the process that it is of, however that
    ends: there is nobody then at the other end of its pipe.
    """

    def __init__(self, load: Sequence[str] = ()) -> None:
        """`load`: the modules that its work needs, loaded before it says that it is ready."""
        self._load = tuple(load)
        self._lock = threading.Lock()
        self._process: Any = None  # of multiprocessing, which is loaded with the first
        self._connection: Any = None
        self._greeted = False
        self._begun = 0
        self._stopped = False

    def begin(self) -> None:
        """Begin the process where there is none, without waiting until it is ready."""
        with self._lock:
            if self._stopped or self._process is not None or self._begun >= MOST_BEGUN:
                return
            self._begun += 1
            try:
                self._process, self._connection = self._made()
            except (OSError, RuntimeError) as error:  # too many processes, too little memory
                LOG.warning("no process beside the window: %s", error)

    def _made(self) -> tuple[Any, Any]:
        from multiprocessing import get_context

        from engine.sweep.pools import deaf_to_ctrl_c

        spawn = get_context("spawn")  # a fork would have the threads' locks, and no threads
        here, there = spawn.Pipe()
        given = (there, self._load)
        process = spawn.Process(target=_serve, args=given, name="worlds", daemon=True)
        try:
            with deaf_to_ctrl_c():
                process.start()
        finally:
            there.close()
        return process, here

    @property
    def ready(self) -> bool:
        """Whether it would answer at once."""
        with self._lock:
            if self._connection is None or self._greeted or self._stopped:
                return self._greeted and not self._stopped
            try:
                self._greeted = self._connection.poll() and self._connection.recv() is None
            except (EOFError, OSError):
                self._lose()
            return self._greeted

    def call(self, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """What `function`, found by its name there, gives; raises what it raises, and Lost."""
        if not self.ready:
            raise Lost
        connection = self._connection
        try:
            connection.send((function, given, named))
            done, answer = connection.recv()
        except (EOFError, OSError) as error:
            with self._lock:
                self._lose()
            raise Lost from error
        if not done:
            raise answer
        return answer

    def _lose(self) -> None:
        process, self._process, self._connection, self._greeted = self._process, None, None, False
        if process is not None and not self._stopped:
            process.join(PARTING)
            LOG.warning("the process beside the window has ended (%s)", process.exitcode)

    def stop(self) -> None:
        """End it for good, and whatever it is at: it only computes, so nothing is half done."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.terminate()
            process.join(PARTING)


def _serve(connection: Any, load: Sequence[str]) -> None:
    """What the process does: answer until there is nobody who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    for module in load:
        importlib.import_module(module)
    try:
        connection.send(None)
        while True:
            if not connection.poll(REST):
                give_memory_back()
            _answer(connection, *connection.recv())
    except (EOFError, OSError):
        return


def _answer(
    connection: Any, function: Callable[..., Any], given: Sequence[Any], named: dict[str, Any]
) -> None:
    answer: tuple[bool, object]
    try:
        answer = True, function(*given, **named)
    except Exception as error:  # raised again where it was asked
        answer = False, error
    try:
        connection.send(answer)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        connection.send((False, RuntimeError(f"{error} ({answer[1]!r})")))
