"""Where tasks run: in this process, in processes of this machine, or on Dask by address."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import multiprocessing
import signal
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from typing import Any, Protocol

from engine.problems import Problem, ScenarioError
from engine.text import translate

ANSWERS = 10  # seconds that a scheduler is given
RETRIES = 2  # of a task that fails
LOST = ("KilledWorker", "CancelledError", "FutureCancelledError", "CommClosedError")


class Pool(Protocol):
    """What runs tasks, behind `concurrent.futures`."""

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Run `work` with what is `given`. Gives: its future."""

    def width(self) -> int:
        """How many tasks run at once."""

    def lost(self, error: BaseException) -> bool:
        """Whether an `error` is of who did the work, not of the work."""

    def again(self) -> None:
        """Be ready for work after some was lost."""

    def close(self, *, stop: bool) -> None:
        """End; `stop` is at once."""


class Here:
    """This process, one task after the other."""

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(*given))
        except Exception as error:
            future.set_exception(error)
        return future

    def width(self) -> int:
        return 1

    def lost(self, error: BaseException) -> bool:
        return False

    def again(self) -> None: ...

    def close(self, *, stop: bool) -> None: ...


def _leave_ctrl_c_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextlib.contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that begin within are deaf to it from the first, while they load; here it waits."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready() -> None:
    """Load what tasks need, while the plan is still looked at."""
    importlib.import_module("engine.sweep.task")
    if importlib.util.find_spec("pyarrow"):
        importlib.import_module("pyarrow.parquet")


class Processes:
    """Processes of this machine; when one dies, all are begun anew."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor = self._made()

    def _made(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        executor = ProcessPoolExecutor(self._workers, spawn, _leave_ctrl_c_to_the_first)
        with deaf_to_ctrl_c():
            for _ in range(self._workers):
                executor.submit(_ready)
        return executor

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        try:
            return self._executor.submit(work, *given)
        except BrokenExecutor as error:  # one has died since the last look
            future: Future[Any] = Future()
            future.set_exception(error)
            return future

    def width(self) -> int:
        return self._workers

    def lost(self, error: BaseException) -> bool:
        return isinstance(error, BrokenExecutor)

    def again(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._made()

    def close(self, *, stop: bool) -> None:
        # they only compute: nothing is half done when they go
        running = list((getattr(self._executor, "_processes", None) or {}).values())
        self._executor.shutdown(wait=not stop, cancel_futures=True)
        for process in running if stop else ():
            process.terminate()


async def carried(there: Any, here: Future[Any]) -> None:
    """Tell `here` what becomes of a future of Dask's, `there`.

    Its own executor looks at the state of a future after it has the result: where the worker dies
    in between, the state is "lost", and it takes the result for an error.
    """
    try:
        result = await there._result()
    except Exception as error:
        here.set_exception(error)
    except BaseException:  # the loop ends
        here.cancel()
        here.set_running_or_notify_cancel()
        raise
    else:
        here.set_result(result)


def _told_once(client: Any) -> Any:
    """Dask's client, which waits and complains once more when it goes and was never there."""

    class Client(client):  # type: ignore[misc]
        reached = False

        def __del__(self) -> None:
            if self.reached:
                super().__del__()

    return Client


class Dask:
    """A cluster of Dask, by the address of its scheduler; it runs again what a lost worker had."""

    def __init__(self, address: str) -> None:
        try:
            distributed = importlib.import_module("distributed")
        except ImportError:
            why = translate("Sweep", "needs Dask: install headroom[sweep]")
            raise ScenarioError(Problem("--scheduler", "", why)) from None
        try:
            kind = _told_once(distributed.Client)
            self._client = kind(address, timeout=ANSWERS, set_as_default=False)
            self._client.reached = True
        except Exception as error:  # of the address, the network or TLS
            why = translate("Sweep", "can't be reached ({reason})")
            reason = " ".join(str(error).split())[:80]
            raise ScenarioError(
                Problem("--scheduler", address, why.format(reason=reason))
            ) from None
        self._asked: weakref.WeakSet[Any] = weakref.WeakSet()

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        there = self._client.submit(work, *given, pure=False, retries=RETRIES)
        self._asked.add(there)
        here: Future[Any] = Future()
        self._client.loop.add_callback(carried, there, here)
        return here

    def width(self) -> int:
        workers = self._client.scheduler_info(n_workers=-1).get("workers", {})
        return max(1, sum(int(worker["nthreads"]) for worker in workers.values()))

    def lost(self, error: BaseException) -> bool:
        return type(error).__name__ in LOST

    def again(self) -> None: ...

    def close(self, *, stop: bool) -> None:
        if stop:
            with contextlib.suppress(Exception):
                self._client.cancel(list(self._asked))
        with contextlib.suppress(Exception):
            self._client.close()
