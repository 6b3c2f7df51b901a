"""A claim as a mark in a chart, as plain data. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A claim in a chart: the month's index, how high it stands there, and what is said of it."""

    place: int
    value: float
    text: str
    words: str
    met: bool
