"""What is typed into a cell of the table, as a value of its parameter; and the other way."""

from __future__ import annotations

from engine import Scenario
from engine.text import translate
from gui.pages.compare.rows import Input
from gui.words import quantity_parser, units
from gui.words.numbers import UnreadableError, current
from gui.words.quantity_parser import Unit
from gui.words.typed_months import month_shown, read_month
from gui.words.value_texts import as_shown, read_text, word, word_of

NONES = ("", "-", "none")


def can_be_typed(lever: Input) -> bool:
    """Lists and points of a curve have editors of their own."""
    return lever.row.schema is None and lever.row.kind != "anchors"


def choices(lever: Input) -> tuple[object, ...]:
    """What can be chosen, where it is neither number nor month."""
    row = lever.row
    if row.kind == "switch":
        return (False, True)
    return tuple(row.words)


def chosen_text(lever: Input, value: object) -> str:
    """How a choice is written."""
    return word_of(lever.row, value)


def field_text(lever: Input, scenario: Scenario) -> str:
    """A value in full, so that it reads back as itself."""
    row, value = lever.row, lever.value(scenario)
    if value is None:
        return word(None)
    if row.is_date:
        return month_shown(scenario.start, int(value))  # type: ignore[call-overload]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return word_of(row, value)
    return current().written(as_shown(row).number(float(value)))


def read(lever: Input, scenario: Scenario, text: str) -> object:
    """The value that a text means, in the engine's unit.

    Raises UnreadableError where it means none; what is not allowed the engine refuses.
    """
    row, now = lever.row, lever.value(scenario)
    if offered := choices(lever):
        found = [c for c in offered if chosen_text(lever, c).lower() == text.strip().lower()]
        if not found:
            said = translate("Compare", "“{typed}” is none of: {choices}")
            listed = ", ".join(chosen_text(lever, choice) for choice in offered)
            raise UnreadableError(said.format(typed=text.strip(), choices=listed))
        return found[0]
    if row.kind == "month":
        return read_text(text, str(now))
    if row.kind == "optional" and text.strip().lower() in (*NONES, word(None).lower()):
        return None
    if row.is_date:
        return read_month(text, scenario.start, int(now or 0))  # type: ignore[call-overload]
    unit = "%" if row.is_share else row.unit
    number = quantity_parser.read(text, Unit.of(unit, units.current()))
    value = as_shown(row).back(number)
    bounds = (row.low, row.high) if lever.family else None
    if bounds and None not in bounds and not bounds[0] <= value <= bounds[1]:  # type: ignore[operator]
        raise row.refuse(value, f"{row.key}.{lever.family}")  # where a lever would stop at its end
    if not row.whole:
        return value
    if value != round(value):
        raise UnreadableError(translate("Compare", "A whole number is wanted"))
    return round(value)
