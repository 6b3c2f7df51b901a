"""What a run's numbers depend on, as one short code: the same code, the same numbers."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import asdict

from engine.files.scenario_files import plain
from engine.tables.catalogue import Catalogue, Chip
from engine.tables.scenario import Scenario
from engine.values import Value

SHORT = 12  # hexadecimal digits that people are shown: one pair in 10^7 scenarios would agree


def fingerprint(scenario: Scenario) -> str:
    """SHA-256, in hexadecimal, of every parameter, event and chip.

    Name, notes and what others claimed don't count. Sources and grades do: they are part of the
    data that a report rests on.

    Takes: `scenario`.
    Gives: 64 hexadecimal digits.
    """
    parts = (f'"{key}": {_part(key, value)}' for key, value in sorted(scenario.values().items()))
    parameters = ", ".join(parts)
    if scenario.own_sources:  # without any, the code is what it was before there were any
        parameters += f', "own_sources": {_text([asdict(own) for own in scenario.own_sources])}'
    text = f'{{"chips": {_chips(scenario.catalogue.chips)}, "parameters": {{{parameters}}}}}'
    return hashlib.sha256(text.encode()).hexdigest()


_last: dict[str, tuple[object, str]] = {}  # by key the value that was written last, and how


def _part(key: str, value: Value) -> str:
    """Kept: the scenarios of a sweep share the very values that they do not differ in."""
    before = _last.get(key)
    if before is None or before[0] is not value:
        _last[key] = before = value, _text(plain(value))
    return before[1]


@functools.lru_cache(maxsize=8)
def _chips(chips: tuple[Chip, ...]) -> str:
    """Kept: a sweep has thousands of scenarios of one catalogue."""
    return _text([asdict(chip) for chip in chips])


def _text(content: object) -> str:
    """As JSON; 3 and 3.0, whole numbers and fractions of one value, give the same."""
    return json.dumps(_floats(content), sort_keys=True, ensure_ascii=True, allow_nan=False)


def of_catalogue(catalogue: Catalogue) -> str:
    """SHA-256, in hexadecimal, of every chip of a catalogue.

    Takes: `catalogue`.
    Gives: 64 hexadecimal digits.
    """
    return hashlib.sha256(_chips(catalogue.chips).encode()).hexdigest()


def short_code(scenario: Scenario) -> str:
    """The fingerprint's beginning, as captions and reports show it.

    Takes: `scenario`.
    Gives: 12 hexadecimal digits.
    """
    return fingerprint(scenario)[:SHORT]


def _floats(value: object) -> object:
    if isinstance(value, dict):
        return {key: _floats(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_floats(part) for part in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) + 0.0  # of -0 too, which is 0
    return value
