"""Stored monthly results, and where another run first differs from them."""

from __future__ import annotations

import csv
import io

TEXTS = ("t", "month", "binding")
TOLERANCE = 1e-9  # of the value, and of the largest value of its series

Table = dict[str, list[str]]


def table(text: str) -> Table:
    header, *rows = csv.reader(io.StringIO(text))
    return {key: [row[i] for row in rows] for i, key in enumerate(header)}


def first_difference_of_stored(ours: Table, stored: Table) -> str:
    """Where the columns that are stored first differ; ours may have more."""
    lacking = [key for key in stored if key not in ours]
    if lacking:
        return f"no columns {lacking}"
    return first_difference({key: ours[key] for key in stored}, stored)


def first_difference(ours: Table, stored: Table) -> str:
    """Where the tables first differ; empty where they agree."""
    if list(ours) != list(stored):
        return f"headers: {list(ours)}"
    for key, column in stored.items():
        if len(ours[key]) != len(column):
            return f"{key} has {len(ours[key])} months"
        if key in TEXTS:
            if ours[key] != column:
                return f"{key}: {ours[key]}"
            continue
        largest = max((abs(float(y)) for y in column if y), default=0.0)
        for t, (x, y) in enumerate(zip(ours[key], column, strict=True)):
            if not near(x, y, largest):
                return f"{key} in month {t}: {x}, stored is {y}"
    return ""


def near(x: str, y: str, largest: float) -> bool:
    if not (x and y):  # undefined agrees with undefined only
        return x == y
    return abs(float(x) - float(y)) <= TOLERANCE * (abs(float(y)) + largest)
