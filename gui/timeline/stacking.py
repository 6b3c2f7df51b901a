"""Bars that overlap, in rows below each other; what finds no room is counted. No Qt here.

Words that have no room in their bar stand behind it. `reach` says by a bar's index up to which
month, and a bar in a row with room for them as well comes before one that would cut them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gui.timeline.bars import LaneBar

Reach = Mapping[int, float]  # months, by a bar's index
NO_WORDS: Reach = MappingProxyType({})


@dataclass(frozen=True)
class Stack:
    """The row of each bar by its index; those without one are hidden."""

    rows: Mapping[int, int]
    hidden: tuple[int, ...]


def stacked(
    bars: Sequence[LaneBar],
    most: int,
    pinned: tuple[int, int] | None = None,
    reach: Reach = NO_WORDS,
) -> Stack:
    """Each bar in the first row with room, in at most so many rows.

    `pinned`: a bar's index and the row in which it stays, whatever stands there: the one that is
    under the hand, or has the keys.
    """
    rows: dict[int, int] = {}
    taken: list[list[LaneBar]] = [[] for _ in range(most)]
    if pinned is not None:
        index, row = pinned
        row = min(row, most - 1)
        for bar in bars:
            if bar.index == index:
                rows[index] = row
                taken[row].append(bar)
    hidden = []
    for bar in sorted(bars, key=lambda bar: (bar.first, -bar.length, bar.index)):
        if bar.index in rows:
            continue
        free = [row for row, others in enumerate(taken) if _free(bar, others, NO_WORDS)]
        row = next((row for row in free if _free(bar, taken[row], reach)), next(iter(free), -1))
        if row < 0:
            hidden.append(bar.index)
        else:
            rows[bar.index] = row
            taken[row].append(bar)
    return Stack(rows, tuple(sorted(hidden)))


def _free(bar: LaneBar, others: Sequence[LaneBar], reach: Reach) -> bool:
    end = _end(bar, reach)
    return all(end <= other.first or bar.first >= _end(other, reach) for other in others)


def _end(bar: LaneBar, reach: Reach) -> float:
    return max(bar.last, reach.get(bar.index, 0.0))


def wanted_rows(bars: Sequence[LaneBar], reach: Reach = NO_WORDS) -> int:
    """How many rows show all of the bars, at least one."""
    edges = [(bar.first, 1) for bar in bars] + [(_end(bar, reach), -1) for bar in bars]
    most = now = 0
    for _, step in sorted(edges):  # one ends before the next begins in the same month
        now += step
        most = max(most, now)
    return max(most, 1)


def shared_out(wanted: Sequence[int], rows: int, better: Sequence[int] = ()) -> list[int]:
    """How many rows each lane has of so many: what it wants, the greediest giving way first.

    What is left over goes to those that are better off with more, from the top.
    """
    given = [max(want, 1) for want in wanted]
    while sum(given) > max(rows, len(given)):
        given[given.index(max(given))] -= 1
    for lane, more in enumerate(better):
        given[lane] += max(min(more - given[lane], rows - sum(given)), 0)
    return given
