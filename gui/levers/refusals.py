"""Why the engine refuses a value, in the words of the window: labels and shown units, no keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from engine import PARAMETERS, ScenarioError
from engine.problems import Problem
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import translate
from gui.words.units import of

_ROWS = {row.key: row for row in PARAMETERS}
_PLACE = re.compile(r"(?P<key>\w+)(?:\[(?P<number>\d+)\])?(?:\.(?P<part>\w+))?")
_KEY = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")
_PARTS = {
    "kind": QT_TRANSLATE_NOOP("Lists", "kind"),
    "scope": QT_TRANSLATE_NOOP("Lists", "scope"),
    "start_month": QT_TRANSLATE_NOOP("Lists", "start month"),
    "duration_months": QT_TRANSLATE_NOOP("Lists", "duration in months"),
    "severity": QT_TRANSLATE_NOOP("Lists", "severity"),
}


def in_words(error: ScenarioError) -> str:
    """The line of an error about values, as a field of the window says it."""
    return str(ScenarioError([_in_words(problem) for problem in error.problems], error.file))


def _in_words(problem: Problem) -> Problem:
    found = _PLACE.fullmatch(problem.key)
    row = _ROWS.get(found["key"]) if found else None
    if found is None or row is None:
        return problem
    where = [row.label_text]
    if found["number"]:
        entry: Callable[[str, str], str] = translate
        text = entry("Lists", "Event {number}") if row.kind == "events" else ""
        text = text or entry("Lists", "Point {number}")
        where.append(text.format(number=int(found["number"]) + 1))
    if found["part"]:
        part = found["part"]
        where.append(translate("Lists", _PARTS[part]) if part in _PARTS else family_label(part))
    allowed, value = problem.allowed, problem.value
    if row.low is not None and row.high is not None and allowed == row.allowed:
        allowed, value = _allowed_as_shown(row), _as_shown(row, value)
    return Problem(", ".join(where), value, _KEY.sub(_label, allowed))


def _allowed_as_shown(row: Parameter) -> str:
    shown = of(row.unit)
    assert row.low is not None
    assert row.high is not None
    return replace(row, low=shown.number(row.low), high=shown.number(row.high)).allowed.replace(
        row.unit_text, shown.unit
    )


def _as_shown(row: Parameter, value: str) -> str:
    """A refused number in the unit that is read beside it."""
    try:
        return f"{of(row.unit).number(float(value)):.12g}"
    except ValueError:
        return value


def _label(found: re.Match[str]) -> str:
    row = _ROWS.get(found[0])
    return row.label_text if row else found[0]
