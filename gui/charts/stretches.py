"""What binds, as stretches of months. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine import Result, series


@dataclass(frozen=True)
class Stretch:
    """Months in a row that the same limit binds: from `first` to before `last`."""

    limit: str
    first: int
    last: int


def binding_stretches(result: Result) -> tuple[Stretch, ...]:
    """What binds, as stretches of months."""
    codes = series("binding").codes
    values = result["binding"].astype(int)
    edges = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    return tuple(Stretch(codes[values[a]], a, b) for a, b in pairwise(edges))
