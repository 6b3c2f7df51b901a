"""Why the engine refuses a value, in the words of the window: labels and shown units, no keys."""

from __future__ import annotations

import re
from dataclasses import replace

from engine import PARAMETERS, ScenarioError
from engine.problems import Problem
from engine.tables.catalogue import family_label
from engine.tables.list_schema import Column
from engine.tables.parameter import MONTHS_PER_YEAR, SINCE_START, Parameter
from engine.text import translate
from gui.words.typed_months import month_shown
from gui.words.units import Shown, of
from gui.words.value_texts import as_shown

OUR_TIME = 1000 * MONTHS_PER_YEAR  # farther from a scenario's first month nothing is a date
_ROWS = {row.key: row for row in PARAMETERS}
_PLACE = re.compile(r"(?P<key>\w+)(?:\[(?P<number>\d+)\])?(?:\.(?P<part>\w+))?")
_KEY = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")


def in_words(error: ScenarioError, start: str) -> str:
    """The line of an error about values, as a field of the window says it.

    Months are dates, of a scenario that begins in `start`.
    """
    return str(ScenarioError([_in_words(problem, start) for problem in error.problems], error.file))


def _in_words(problem: Problem, start: str) -> Problem:
    found = _PLACE.fullmatch(problem.key)
    row = _ROWS.get(found["key"]) if found else None
    if found is None or row is None:
        return problem
    where = [row.label_text]
    column = row.schema.by_key.get(found["part"] or "") if row.schema else None
    if found["number"]:
        place = int(found["number"])
        point = translate("Lists", "Point {number}").format(number=place + 1)
        where.append(row.schema.place(place) if row.schema else point)
    if found["part"]:
        where.append(column.label_text if column else family_label(found["part"]))
    allowed, value = problem.allowed, problem.value
    judged: Parameter | Column = column or row
    if judged.low is not None and judged.high is not None and allowed == _allowed(judged):
        if judged.unit == SINCE_START:
            allowed, value = _allowed_months(judged, start), _month(value, start)
        else:
            allowed, value = _allowed_as_shown(judged), _as_shown(judged, value)
    return Problem(", ".join(where), value, _KEY.sub(_label, allowed))


def _allowed(judged: Parameter | Column) -> str:
    if isinstance(judged, Column):
        return judged.allowed() if judged.is_number and judged.unit else ""
    return judged.allowed


def _allowed_months(judged: Parameter | Column, start: str) -> str:
    assert judged.low is not None
    assert judged.high is not None
    low, high = (month_shown(start, round(month)) for month in (judged.low, judged.high))
    return translate("Problem", "allowed is a month from {low} to {high}").format(
        low=low, high=high
    )


def _month(value: str, start: str) -> str:
    """A refused month as a date, where it is a whole one and in our time."""
    try:
        month = float(value)
    except ValueError:
        return value
    near = abs(month) < OUR_TIME and month == round(month)
    return month_shown(start, round(month)) if near else value


def _allowed_as_shown(judged: Parameter | Column) -> str:
    shown = _shown(judged)
    assert judged.low is not None
    assert judged.high is not None
    low, high = shown.number(judged.low), shown.number(judged.high)
    text = _allowed(replace(judged, low=low, high=high))
    return text.replace(judged.unit_text, shown.unit)


def _shown(judged: Parameter | Column) -> Shown:
    return as_shown(judged) if isinstance(judged, Parameter) else of(judged.unit)


def _as_shown(judged: Parameter | Column, value: str) -> str:
    """A refused number in the unit that is read beside it."""
    try:
        return f"{_shown(judged).number(float(value)):.12g}"
    except ValueError:
        return value


def _label(found: re.Match[str]) -> str:
    row = _ROWS.get(found[0])
    return row.label_text if row else found[0]
