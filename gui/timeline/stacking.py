"""Bars that overlap, in rows below each other; what finds no room is counted. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gui.timeline.bars import LaneBar


@dataclass(frozen=True)
class Stack:
    """The row of each bar by its index; those without one are hidden."""

    rows: Mapping[int, int]
    hidden: tuple[int, ...]


def stacked(bars: Sequence[LaneBar], most: int, pinned: tuple[int, int] | None = None) -> Stack:
    """Each bar in the first row with room, in at most so many rows.

    `pinned`: a bar's index and the row in which it stays, whatever stands there: the one that is
    under the hand, or has the keys.
    """
    rows: dict[int, int] = {}
    taken: list[list[tuple[int, int]]] = [[] for _ in range(most)]
    if pinned is not None:
        index, row = pinned
        row = min(row, most - 1)
        for bar in bars:
            if bar.index == index:
                rows[index] = row
                taken[row].append((bar.first, bar.last))
    hidden = []
    for bar in sorted(bars, key=lambda bar: (bar.first, -bar.length, bar.index)):
        if bar.index in rows:
            continue
        for row, others in enumerate(taken):
            if _free(bar, others):
                rows[bar.index] = row
                others.append((bar.first, bar.last))
                break
        else:
            hidden.append(bar.index)
    return Stack(rows, tuple(sorted(hidden)))


def _free(bar: LaneBar, others: Sequence[tuple[int, int]]) -> bool:
    return all(bar.last <= first or bar.first >= last for first, last in others)


def wanted_rows(bars: Sequence[LaneBar]) -> int:
    """How many rows show all of the bars, at least one."""
    edges = [(bar.first, 1) for bar in bars] + [(bar.last, -1) for bar in bars]
    most = now = 0
    for _, step in sorted(edges):  # one ends before the next begins in the same month
        now += step
        most = max(most, now)
    return max(most, 1)


def shared_out(wanted: Sequence[int], rows: int) -> list[int]:
    """How many rows each lane has of so many: what it wants, the greediest giving way first."""
    given = [max(want, 1) for want in wanted]
    while sum(given) > max(rows, len(given)):
        given[given.index(max(given))] -= 1
    return given
