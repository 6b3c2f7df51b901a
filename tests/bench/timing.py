"""Timing for the bench: medians of things that take turns, so that a busy machine hits all."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One line of the bench: what was measured, its target, and a peer from the same run.

    In milliseconds, unless the note begins with another unit; `target` and the peer's are None
    where there is none. What is drawn frame by frame has a 95th percentile too, with a target of
    its own.
    """

    name: str
    median: float
    target: float | None = None
    peer: str = ""
    peer_median: float | None = None
    note: str = ""
    p95: float | None = None
    p95_target: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times longer the peer takes."""
        return None if self.peer_median is None else self.peer_median / self.median

    @property
    def met(self) -> bool | None:
        """Whether every target is met; None without one."""
        pairs = ((self.median, self.target), (self.p95, self.p95_target))
        kept = [own <= target for own, target in pairs if own is not None and target is not None]
        return all(kept) if kept else None


def medians(*works: Work, turns: int = 15, warm_up: int = 2) -> list[float]:
    """The median time of each [ms], run in turn: a b a b ..., after `warm_up` rounds.

    The garbage collector is off meanwhile, so that none pays for another's garbage.
    """
    for _ in range(warm_up):
        for work in works:
            work()
    times: list[list[float]] = [[] for _ in works]
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for _ in range(turns):
            for work, own in zip(works, times, strict=True):
                begin = time.perf_counter()
                work()
                own.append((time.perf_counter() - begin) * 1e3)
    finally:
        if was_on:
            gc.enable()
    return [statistics.median(own) for own in times]


def measured(
    name: str,
    work: Work,
    target: float | None = None,
    peer: str = "",
    peer_work: Work | None = None,
    note: str = "",
    turns: int = 15,
) -> Row:
    """A row from timing `work`, and its peer where there is one, in turn."""
    if peer_work is None:
        return Row(name, *medians(work, turns=turns), target, note=note)
    own, other = medians(work, peer_work, turns=turns)
    return Row(name, own, target, peer, other, note)
