"""Known revenue as the text of a field, and that text read back.

What was not touched keeps every digit: a part whose text is the one that was shown stands for the
value behind it, whatever it was rounded to and whichever currency it was shown in.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from engine.tables.parameter import LARGEST_ANCHOR_BN, LATEST_ANCHOR_MONTH, Parameter
from engine.text import translate, written
from engine.values import Anchors
from gui.words import numbers, units
from gui.words.numbers import UnreadableError, shortened
from gui.words.quantity_parser import Unit, read

_NEXT_POINT = re.compile(r"\s*[;,]\s*(?=[\w.]+\s*:)|\s*;\s*")
_POINT = re.compile(r"\s*([^\s:]+)\s*:\s*([^:]+?)\s*")
_PLAIN = Unit("", {})


def example_points() -> str:
    """Two points as they are typed."""
    write = numbers.current().written
    return _between().join((f"0: {write(1.0)}", f"9: {write(3.07)}"))


def _between() -> str:
    """What parts points: no comma where that is the decimal mark."""
    return "; " if numbers.current().decimal == "," else ", "


def written_points(row: Parameter, points: Anchors) -> str:
    """`0: 1, 9: 3.07`, in the shown currency."""
    return _between().join(f"{month}: {_level_text(row, level)}" for month, level in points)


def _level_text(row: Parameter, level: float) -> str:
    return in_full(row.unit, level)


def in_full(unit: str, value: float) -> str:
    """A number of the engine's unit in the shown one, so that it reads back as itself."""
    shown = units.of(unit)
    short = float(f"{shown.number(value):.12g}")
    full = short if shown.back(short) == value else value * shown.factor
    return numbers.current().written(full)


def read_points(row: Parameter, text: str, was: Anchors, *, strict: bool) -> list[Any]:
    """The points that a text means, beside those that it was made of.

    Where one can't be read, strict reading raises UnreadableError that says which and why;
    else the text itself is handed on, for the engine to refuse.
    """
    parts = _NEXT_POINT.split(text.strip().rstrip(";"))
    points: list[Any] = []
    for place, part in enumerate(parts):
        at = translate("Lists", "Point {number}").format(number=place + 1)
        found = _POINT.fullmatch(part)
        if found is None:
            if strict:
                said = translate("Lists", "“{typed}” is no point, such as {example}")
                said = said.format(typed=shortened(part), example=example_points())
                raise UnreadableError(placed(at, said))
            points.append(text)
            continue
        month = number_of(at, found[1], lambda typed: read(typed, _PLAIN), strict)
        level = number_of(at, found[2], functools.partial(_level, row, was, place), strict)
        if strict:
            _check_point(row, at, month, level, points[-1][0] if points else None)
        points.append([month, level])
    return points


def _level(row: Parameter, was: Anchors, place: int, typed: str) -> float:
    # the same place first: two points may be shown alike
    for _, level in (*was[place : place + 1], *was):
        if typed == _level_text(row, level):
            return level
    unit = row.unit.partition("; ")[2]
    return units.of(row.unit).back(read(typed, Unit.of(unit, units.current())))


def _check_point(row: Parameter, at: str, month: float, level: float, before: float | None) -> None:
    """In the words and the unit of the field. Raises UnreadableError."""
    first = 0 if before is None else before + 1
    if month % 1 or not first <= month <= LATEST_ANCHOR_MONTH or (before is None and month):
        said = translate("Lists", "months are whole numbers ascending from 0, at most {limit}")
        raise UnreadableError(placed(at, said.format(limit=written(LATEST_ANCHOR_MONTH, ",d"))))
    if not 0 < level <= LARGEST_ANCHOR_BN:
        unit = units.of(row.unit.partition("; ")[2])
        said = translate("Lists", "above 0 and at most {limit} {unit} is allowed")
        limit = written(unit.number(LARGEST_ANCHOR_BN), ",.10g")
        raise UnreadableError(placed(at, said.format(limit=limit, unit=unit.unit)))


def number_of(at: str, typed: str, value: Callable[[str], float], strict: bool) -> Any:
    """The number of a text; where there is none, as `read_points` says."""
    try:
        return value(typed)
    except UnreadableError as error:
        if strict:
            raise UnreadableError(placed(at, str(error))) from None
        return typed


def placed(at: str, said: str) -> str:
    return translate("Problem", "{where}: {what}").format(where=at, what=said)
