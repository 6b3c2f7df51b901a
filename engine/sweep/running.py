"""A sweep from its plan to its folder: what is not there yet is computed and written."""

from __future__ import annotations

import contextlib
import itertools
import time
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime

from engine.problems import Problem, ScenarioError
from engine.sweep.folder import RAW, Folder
from engine.sweep.identity import identity
from engine.sweep.plan import EVERYTHING, NOTHING, SKIP, Plan, Seen, impossible
from engine.sweep.pools import Pool
from engine.sweep.register import Register
from engine.sweep.task import CHUNK, Done, Task, merged, run_task
from engine.text import translate

AHEAD = 3  # tasks that wait for each that runs: no worker is ever idle, no memory fills
TICK = 1.0  # seconds
LOG_EVERY = 60.0  # seconds
SELDOM = 200.0  # times what it takes: half a percent of the time
MOST_LOST = 4  # workers that may die of one task
ALONE_AFTER = 2  # lost so often, a task runs while no other does


@dataclass
class Tally:
    """How far a sweep is: of `count` scenarios `found` were there, `computed` are new."""

    count: int
    found: int = 0
    computed: int = 0
    asked: int = 0
    lost: int = 0
    workers: int = 0
    engine_seconds: float = 0.0
    began: float = field(default_factory=time.monotonic)
    skipped: dict[int, str] = field(default_factory=dict)

    _first: float | None = None  # when work on the first of them began

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.began

    def one_more(self, seconds: float) -> None:
        """A scenario is finished. Takes: `seconds` that its task took."""
        if self._first is None:
            self._first = time.monotonic() - seconds
        self.computed += 1

    @property
    def rate(self) -> float:
        """Scenarios a second since work began: what came before it is done once."""
        took = 0.0 if self._first is None else time.monotonic() - self._first
        return self.computed / took if took > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """About how long it still takes; None before anything is known."""
        rate = self.rate
        return (self.asked - self.computed) / rate if rate else None


Heard = Callable[[Tally], object]


def task_of(plan: Plan, number: int, kind: str) -> Task:
    """The task of one scenario.

    Takes: `plan`; `number` of the scenario; `kind` of tables.
    Gives: Task.
    Raises: ScenarioError where the scenario can't be.
    """
    scenario = plan.scenario(number)
    return Task(
        number,
        scenario,
        plan.draws_of(scenario),
        plan.columns_of(scenario),
        plan.measures,
        plan.window(scenario),
        plan.raw != NOTHING,
        plan.raw == EVERYTHING,
        kind,
        identity(),
    )


def possible(plan: Plan, *, skip: bool, seen: Seen = lambda number, it: None) -> dict[int, str]:
    """The scenarios that can't be, by number, and why.

    Takes: `plan`; `skip`, whether they may be left out; `seen` is given those that can be.
    Gives: reasons.
    Raises: ScenarioError for the first, where they may not.
    """
    found = {}
    for number, why in impossible(plan, seen):
        if not skip:
            raise ScenarioError(Problem("", "", why))
        found[number] = why
    return found


def run(
    plan: Plan,
    folder: Folder,
    pool: Pool,
    *,
    resume: bool = False,
    limit: int | None = None,
    skip: bool | None = None,
    chunk: int = CHUNK,
    heard: Heard = lambda tally: None,
) -> Tally:
    """Compute what a folder lacks of a plan.

    Takes: `plan`; `folder`; `pool`, where tasks run; `resume`, whether results may be there;
        `limit`, at most so many scenarios; `skip` those that can't be, by default as the plan says;
        `chunk`, so many draws at most in a task; `heard` is told how far it is.
    Gives: Tally.
    Raises: ScenarioError where something can't be, read or written; what is finished stays.
    """
    leave_out = plan.impossible == SKIP if skip is None else skip
    with folder.locked():
        reasons = _begin(plan, folder, resume=resume, skip=leave_out)
        measured = _measured(folder)
        there = set(measured)
        left = [n for n in range(plan.count) if n not in there and n not in reasons]
        left = left if limit is None else left[:limit]
        tally = Tally(plan.count, len(there), asked=len(left), skipped=reasons)
        work = _Work(plan, folder, pool, tally, measured, leave_out, chunk)
        ended = "stopped"
        try:
            work.do(left, heard)
            ended = "finished"
        finally:
            pool.close(stop=ended != "finished")
            work.log(ended)
            folder.write_skipped(tally.skipped)
            folder.write_summary(plan, work.measured)
    return tally


def _begin(plan: Plan, folder: Folder, *, resume: bool, skip: bool) -> dict[int, str]:
    """Look at the whole plan, and make the folder ready; why scenarios are left out."""
    register = Register(plan)
    seen: Seen = register.add if folder.empty else lambda number, it: None
    reasons = possible(plan, skip=skip, seen=seen)
    folder.begin(plan, register, resume=resume)
    return reasons


def _measured(folder: Folder) -> dict[int, Sequence[float]]:
    """What is said of the measures of each scenario that is there.

    A file that is damaged, as a loss of power may leave it, is not there: it is computed again.
    """
    found: dict[int, Sequence[float]] = {}
    for number in sorted(folder.finished()):
        with contextlib.suppress(ScenarioError, OSError):
            found[number] = array("d", folder.measured(number))
    return found


@dataclass
class _Item:
    task: Task
    lost: int = 0


class _Work:
    """What waits, what runs, and what is put together from chunks."""

    def __init__(
        self,
        plan: Plan,
        folder: Folder,
        pool: Pool,
        tally: Tally,
        measured: dict[int, Sequence[float]],
        skip: bool,
        chunk: int,
    ) -> None:
        self._plan, self._folder, self._pool, self._tally = plan, folder, pool, tally
        self.measured = measured
        self._skip, self._chunk = skip, chunk
        self._again: deque[_Item] = deque()
        self._running: dict[Future[Done], _Item] = {}
        self._chunks: dict[int, dict[int, bytes]] = {}
        self._logged = time.monotonic()
        self._next_summary = 0.0

    def do(self, numbers: list[int], heard: Heard) -> None:
        """All of these scenarios."""
        waiting = self._items(numbers)
        self.log("began")
        self._tally.workers, asked = self._pool.width(), time.monotonic()
        while True:
            if time.monotonic() - asked > TICK:
                self._tally.workers, asked = self._pool.width(), time.monotonic()
            self._fill(waiting)
            if not self._running:
                return
            ended, _ = wait(self._running, TICK, FIRST_COMPLETED)
            for future in ended:
                self._end(future)
            heard(self._tally)
            if time.monotonic() - self._logged > LOG_EVERY:
                self.log("runs")
                self._summarize()

    def _items(self, numbers: list[int]) -> Iterator[_Item]:
        for number in numbers:
            task = task_of(self._plan, number, self._folder.kind)
            yield from map(_Item, task.chunks(self._chunk))

    def _fill(self, waiting: Iterator[_Item]) -> None:
        room = self._tally.workers * (1 + AHEAD)
        while len(self._running) < room:
            if self._again:
                suspect = self._again[0].lost >= ALONE_AFTER
                if suspect and self._running:
                    return
                item = self._again.popleft()
            else:
                suspect, found = False, next(waiting, None)
                if found is None:
                    return
                item = found
            self._running[self._pool.submit(run_task, item.task)] = item
            if suspect:
                return

    def _end(self, future: Future[Done]) -> None:
        item = self._running.pop(future, None)
        if item is None:  # lost together with another
            return
        try:
            done = future.result()
        except (Exception, CancelledError) as error:
            if self._pool.lost(error) or isinstance(error, CancelledError):
                self._lost(item)
            else:
                self._failed(item, error)
            return
        self._tally.engine_seconds += done.seconds
        if item.task.count:
            parts = self._chunks.setdefault(done.number, {})
            parts[done.begin] = done.table
            whole = task_of(self._plan, done.number, self._folder.kind)
            if len(parts) < len(whole.chunks(self._chunk)):
                return
            del self._chunks[done.number]
            done = merged(whole, [parts[begin] for begin in sorted(parts)])
        if done.raw:
            self._folder.write(self._folder.name(done.number, RAW), done.raw, lasting=False)
        self._folder.write(self._folder.name(done.number), done.table, lasting=False)
        self.measured[done.number] = array("d", itertools.chain(*done.measured))
        self._tally.one_more(done.seconds)

    def _lost(self, item: _Item) -> None:
        """Its worker died; with a pool of processes, all the others too."""
        self._pool.again()
        gone = [item]
        for future, other in list(self._running.items()):
            if future.done() and (future.cancelled() or future.exception() is not None):
                del self._running[future]
                gone.append(other)
        for each in gone:
            each.lost += 1
            self._tally.lost += 1
            if each.lost >= MOST_LOST:
                why = translate("Sweep", "its worker died %n time(s)", "", each.lost)
                self._failed(each, RuntimeError(why))
            else:
                self._again.append(each)

    def _failed(self, item: _Item, error: BaseException) -> None:
        number = item.task.number
        said = f"{self._plan.said(number)}: {' '.join(str(error).split())}"
        if not self._skip or isinstance(error, ScenarioError):
            raise ScenarioError(Problem("", "", said)) from None
        self._chunks.pop(number, None)
        if number not in self._tally.skipped:  # another of its chunks may have failed before
            self._tally.skipped[number] = said
            self._tally.asked -= 1

    def _summarize(self) -> None:
        """So that the window can look at it while it runs; seldom where it takes long."""
        began = time.monotonic()
        if began < self._next_summary:
            return
        self._folder.write_summary(self._plan, self.measured)
        self._next_summary = began + SELDOM * (time.monotonic() - began)

    def log(self, event: str) -> None:
        """A line for programs: how far it is."""
        tally, self._logged = self._tally, time.monotonic()
        seconds_left = tally.seconds_left
        self._folder.log(
            time=datetime.now(UTC).isoformat(timespec="seconds"),
            event=event,
            scenarios=tally.count,
            found=tally.found,
            computed=tally.computed,
            left=tally.asked - tally.computed,
            skipped=len(tally.skipped),
            lost=tally.lost,
            workers=tally.workers,
            a_minute=round(60 * tally.rate, 1),
            seconds_left=None if seconds_left is None else round(seconds_left),
            engine_seconds=round(tally.engine_seconds, 3),
        )
