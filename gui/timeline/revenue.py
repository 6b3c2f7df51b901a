"""Known points of revenue and what a hand does to them, within what is allowed. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from engine.tables.parameter import LARGEST_ANCHOR_BN, LATEST_ANCHOR_MONTH, LEAST_ANCHOR_BN
from engine.values import Anchors
from gui.words import units
from gui.words.numbers import number_words

DIGITS = 4  # of a level that a hand has set
UNIT = "$bn/year"
FOLLOWS = 0.02  # of its height a pixel: a lower point goes slower than the pointer


def rounded(level: float) -> float:
    return float(f"{min(max(level, LEAST_ANCHOR_BN), LARGEST_ANCHOR_BN):.{DIGITS}g}")


def dragged(height: float, pixel: float, pixels: float) -> float:
    """By what a point's level is multiplied when it is dragged up by so many pixels.

    It stays under the pointer where a pixel is little of its `height`; a point near the ground
    would jump, and goes slower.
    """
    each = pixel / height if height > 0 else FOLLOWS
    if each > FOLLOWS:
        return float((1 + FOLLOWS) ** pixels)
    return max(1 + each * pixels, FOLLOWS)


def moved(points: Anchors, index: int, months: int) -> Anchors:
    """A point so many months later, between its neighbours; the first stays where it is."""
    if index == 0:
        return points
    month, level = points[index]
    last = points[index + 1][0] - 1 if index + 1 < len(points) else LATEST_ANCHOR_MONTH
    at = min(max(month + months, points[index - 1][0] + 1), last)
    return (*points[:index], (at, level), *points[index + 1 :])


def raised(points: Anchors, index: int, factor: float) -> Anchors:
    """A point's level times a factor, with a few digits."""
    month, level = points[index]
    after = level if factor == 1 else rounded(level * factor)
    return (*points[:index], (month, after), *points[index + 1 :])


def added(points: Anchors, month: int, level: float) -> tuple[Anchors, int]:
    """With one more point, and its place; where there is one in that month it has that level."""
    others = [point for point in points if point[0] != month]
    found = tuple(sorted([*others, (month, rounded(level))]))
    return found, [at for at, _ in found].index(month)


def removed(points: Anchors, index: int) -> Anchors:
    """Without a point; the first one stays."""
    return points if index == 0 else (*points[:index], *points[index + 1 :])


def free_month(points: Anchors, wanted: int, horizon: int) -> int | None:
    """The month for one more point: the wanted one, or the next without; None where all have."""
    taken = {month for month, _ in points}
    months: Sequence[int] = [*range(max(wanted, 1), horizon), *range(1, max(wanted, 1))]
    return next((month for month in months if month not in taken), None)


def level_words(level: float) -> str:
    """A level with its unit."""
    shown = units.of(UNIT)
    before, behind = units.around(shown.unit)
    return f"{before}{number_words(shown.number(level))}{behind}"
