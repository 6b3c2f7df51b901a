"""Axes of a sweep of four scenarios, whose every place can be worked out in the head."""

from __future__ import annotations

import numpy as np

from gui.sweeps.axes import SweptAxis
from gui.sweeps.plane import Plane
from gui.sweeps.quantities import SweptQuantity

NONE = float("nan")


def axis(key: str, *values: float, unit="", words=(), measure=False) -> SweptAxis:
    found = SweptQuantity(key, key.title(), unit, np.array(values, float), words, measure)
    return SweptAxis.of(found)


AXES = (
    axis("power", 0, 5, 10, 10, unit="GW"),
    axis("shock", 0, 1, 0, 1, words=("none", "stop")),
    axis("cost", 100, 200, 300, NONE, unit="$bn", measure=True),
    axis("flat", 5, 5, 5, 5),
)
COST = axis("cost", 100, 200, 300, NONE, unit="$bn", measure=True)
UNSERVED = axis("unserved", 40, 20, 10, 0, unit="$bn", measure=True)
PLANE = Plane(COST, UNSERVED, (0, 2))
