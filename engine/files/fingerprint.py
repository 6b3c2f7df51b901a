"""What a run's numbers depend on, as one short code: the same code, the same numbers."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import asdict

from engine.files.scenario_files import plain
from engine.tables.catalogue import Chip
from engine.tables.scenario import Scenario

SHORT = 12  # hexadecimal digits that people are shown: one pair in 10^7 scenarios would agree


def fingerprint(scenario: Scenario) -> str:
    """SHA-256, in hexadecimal, of every parameter, event and chip; name and notes don't count.

    Sources and grades do: they are part of the data that a report rests on.

    Takes: `scenario`.
    Gives: 64 hexadecimal digits.
    """
    parameters = _text({key: plain(value) for key, value in scenario.values().items()})
    text = f'{{"chips": {_chips(scenario.catalogue.chips)}, "parameters": {parameters}}}'
    return hashlib.sha256(text.encode()).hexdigest()


@functools.lru_cache(maxsize=8)
def _chips(chips: tuple[Chip, ...]) -> str:
    """Kept: a sweep has thousands of scenarios of one catalogue."""
    return _text([asdict(chip) for chip in chips])


def _text(content: object) -> str:
    """As JSON; 3 and 3.0, whole numbers and fractions of one value, give the same."""
    return json.dumps(_floats(content), sort_keys=True, ensure_ascii=True, allow_nan=False)


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
