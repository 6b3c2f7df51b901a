"""A cell of a list: what it shows, what an editor of it begins with, and what is typed. No Qt."""

from __future__ import annotations

from typing import Any

from engine import Scenario
from engine.tables.list_schema import Column
from engine.text import percent_sign, translate
from gui.words import typed_months as months
from gui.words import units
from gui.words.entry_words import SHARE_SHOWN, cell_words
from gui.words.entry_words import has_words as has_words
from gui.words.entry_words import is_month as is_month
from gui.words.entry_words import word_shown as word_shown
from gui.words.numbers import UnreadableError, current, number_words, shortened
from gui.words.quantity_parser import Unit, read
from gui.words.value_lists import in_full

_SHARE = Unit("%", {"%": 1.0})


def words_of(column: Column, scenario: Scenario) -> tuple[str, ...]:
    """What can be chosen; nothing at all where the column may be left out."""
    families = scenario.families if column.kind == "family" else ()
    nothing = ("",) if not column.needed and column.default == "" else ()
    return (*nothing, *column.words, *families)


def heading(column: Column) -> str:
    """What stands over a column, with the unit its numbers are in."""
    label = column.label_text[:1].upper() + column.label_text[1:]
    if not column.is_number or column.kind == "share" or is_month(column) or not column.unit:
        return label
    unit = units.of(column.unit).unit
    return label if unit in label else f"{label}, {unit}"


def shown(column: Column, value: Any, scenario: Scenario) -> str:
    """A value as its cell shows it."""
    return cell_words(column, value, scenario.start)


def typed(column: Column, value: Any, scenario: Scenario) -> str:
    """A value in full, as an editor begins with it and a spreadsheet takes it."""
    if column.void or value is None:
        return ""
    if is_month(column):
        return months.month_plain(scenario.start, value)
    if column.kind == "share":
        return current().written(SHARE_SHOWN.number(value)) + percent_sign()
    if column.kind == "whole":
        return str(value)
    if column.is_number:
        return in_full(column.unit, value)
    return word_shown(value) if has_words(column) and value else str(value)


def read_cell(column: Column, text: str, was: Any, scenario: Scenario) -> Any:
    """What a text means in a column; what was not touched keeps every digit.

    Raises UnreadableError that says why not, in the words and the units of the table.
    """
    if text == typed(column, was, scenario) or column.void:
        return was
    stripped = text.strip()
    if not stripped and not column.needed:
        return column.default
    value = _meant(column, stripped, was, scenario)
    try:
        return column.check(value, scenario.families)
    except ValueError:
        said = translate("Entries", "“{typed}”: {allowed}")
        allowed = allowed_text(column, scenario)
        raise UnreadableError(said.format(typed=shortened(text), allowed=allowed)) from None


def says_the_same(own: Column, column: Column, text: str, entry: Any, scenario: Scenario) -> bool:
    """Whether a text for a cell that can't be changed is what stands there, or nothing.

    `own` is the `column` as the entry has it.
    """
    here = own.default if own.void else getattr(entry, own.key)
    if not text.strip():
        return True
    try:
        return bool(read_cell(column, text, here, scenario) == here)
    except UnreadableError:
        return False


def cannot_change(own: Column, text: str, scenario: Scenario) -> str:
    """Why a text is refused in a cell that can't be changed."""
    if own.void:
        said = translate("Entries", "“{typed}”: it means nothing here, leave it empty")
        return said.format(typed=shortened(text))
    said = translate("Entries", "“{typed}”: the first point stays in {month}")
    return said.format(typed=shortened(text), month=months.month_shown(scenario.start, 0))


def _meant(column: Column, text: str, was: Any, scenario: Scenario) -> Any:
    if has_words(column):
        wanted = text.casefold()
        named = {word_shown(word).casefold(): word for word in words_of(column, scenario) if word}
        short = {name.rpartition(" ")[2]: word for name, word in named.items()}
        return named.get(wanted, short.get(wanted, wanted if wanted in named.values() else text))
    if is_month(column):
        return months.read_month(text, scenario.start, was)
    if column.kind == "share":
        return SHARE_SHOWN.back(read(text, _SHARE))
    if column.is_number:
        return units.of(column.unit).back(read(text, Unit.of(column.unit, units.current())))
    return text


def allowed_text(column: Column, scenario: Scenario) -> str:
    """What a column may be, in the words and units that the table shows."""
    if has_words(column):
        names = ", ".join(word_shown(word) for word in words_of(column, scenario) if word)
        return translate("Problem", "allowed is {names}").format(names=names)
    if is_month(column):
        low, high = (months.month_shown(scenario.start, int(m)) for m in (column.low, column.high))
        return translate("Problem", "allowed is a month from {low} to {high}").format(
            low=low, high=high
        )
    if not column.is_number:
        return column.allowed(scenario.families)
    shown_unit = SHARE_SHOWN if column.kind == "share" else units.of(column.unit)
    unit = percent_sign() if column.kind == "share" else f" {shown_unit.unit}".rstrip()
    low, high = (number_words(shown_unit.number(n)) for n in (column.low, column.high))
    text = translate("Entries", "allowed is {low} to {high}{unit}")
    if column.kind == "whole":
        text = translate("Entries", "allowed is a whole number from {low} to {high}{unit}")
    return text.format(low=low, high=high, unit=unit)
