"""Hatches as lines: a hatch of the screen is as fine as a device's pixels."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF

MOST_STROKES = 10_000
DOT = 0.25  # how long, in spacings

Direction = tuple[float, float]
RISING, FALLING, LEVEL, UPRIGHT = (1.0, -1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)
# the directions in which strokes go, y downwards
DIRECTIONS: Mapping[str, tuple[Direction, ...]] = {
    "rising": (RISING,),
    "falling": (FALLING,),
    "level": (LEVEL,),
    "upright": (UPRIGHT,),
    "squares": (LEVEL, UPRIGHT),
    "diamonds": (RISING, FALLING),
    "dots": (LEVEL,),
}


def strokes_in(polygon: QPolygonF, spacing: float, way: str = "rising") -> list[QLineF]:
    """The strokes of a hatch inside `polygon`, by the even-odd rule; `spacing` apart."""
    points = np.array([(point.x(), point.y()) for point in polygon.toList()])
    found = [line for towards in DIRECTIONS[way] for line in _strokes(points, spacing, towards)]
    return [dot for line in found for dot in _dots(line, spacing)] if way == "dots" else found


def _strokes(points: npt.NDArray[np.float64], spacing: float, towards: Direction) -> list[QLineF]:
    # in these coordinates the strokes are level
    x, y = np.array(towards) / np.hypot(*towards)
    along, across = points @ (x, y), points @ (-y, x)
    ahead, beyond = np.roll(along, -1), np.roll(across, -1)
    step = max(spacing, np.ptp(across) / MOST_STROKES)
    strokes = []
    first, last = (int(np.ceil(end / step)) for end in (across.min(), across.max()))
    for level in (number * step for number in range(first, last)):
        crossing = (across <= level) != (beyond <= level)
        if not crossing.any():
            continue
        part = (level - across[crossing]) / (beyond[crossing] - across[crossing])
        places = np.sort(along[crossing] + part * (ahead[crossing] - along[crossing]))
        for left, right in zip(places[::2].tolist(), places[1::2].tolist(), strict=True):
            ends = [(at * x - level * y, at * y + level * x) for at in (left, right)]
            strokes.append(QLineF(QPointF(*ends[0]), QPointF(*ends[1])))
    return strokes


def _dots(line: QLineF, spacing: float) -> list[QLineF]:
    """A level stroke as a row of dots, at the same places in every row."""
    size, y = spacing * DOT, line.y1()
    first = int(np.ceil(line.x1() / spacing))
    last = int(np.floor((line.x2() - size) / spacing))
    return [QLineF(n * spacing, y, n * spacing + size, y) for n in range(first, last + 1)]
