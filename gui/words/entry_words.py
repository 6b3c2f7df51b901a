"""What an entry of a list says: dates, percents, and the kinds of what goes wrong. No Qt."""

from __future__ import annotations

from typing import Any

from engine.tables.catalogue import family_label
from engine.tables.list_schema import Column, ListSchema
from engine.tables.parameter import QT_TRANSLATE_NOOP, SINCE_START
from engine.text import joined, percent_sign, translate, written
from engine.values import ALL
from gui.words import units
from gui.words.numbers import number_words
from gui.words.typed_months import month_shown

PERCENT = 100.0
NOTHING = "–"
WORDS = {
    ALL: QT_TRANSLATE_NOOP("Entries", "All families"),
    "supply_stop": QT_TRANSLATE_NOOP("Entries", "Supply stop"),
    "base_loss": QT_TRANSLATE_NOOP("Entries", "Loss of chips in use"),
    "power_outage": QT_TRANSLATE_NOOP("Entries", "Power outage"),
    "demand_shock": QT_TRANSLATE_NOOP("Entries", "Drop in demand"),
    "price_shock": QT_TRANSLATE_NOOP("Entries", "Price jump"),
    "grid_delay": QT_TRANSLATE_NOOP("Entries", "Grid delay"),
    "generation_slip": QT_TRANSLATE_NOOP("Entries", "Late generation"),
}
SHARE_SHOWN = units.Shown("%", PERCENT)


def word_shown(word: str) -> str:
    """A word of a file as people say it: a kind of shock, a family, a grade."""
    return translate("Entries", WORDS[word]) if word in WORDS else family_label(word)


def is_month(column: Column) -> bool:
    """Whether it counts months from the scenario's first, and is shown as a date."""
    return column.unit == SINCE_START


def has_words(column: Column) -> bool:
    """Whether it is chosen from a few words."""
    return column.kind in ("word", "family")


def cell_words(column: Column, value: Any, start: str) -> str:
    """A value as its cell shows it, of a scenario that begins in `start`; without its unit."""
    if column.void:
        return NOTHING
    if not column.needed and column.is_number and value == column.default:
        return ""
    if has_words(column):
        return word_shown(value) if value else ""
    if is_month(column):
        return month_shown(start, value)
    if column.kind == "share":
        return written(SHARE_SHOWN.number(value), ",.4g") + percent_sign()
    if column.is_number:
        return number_words(units.of(column.unit).number(value))
    return str(value)


def entry_words(schema: ListSchema, entry: Any, start: str) -> str:
    """All that an entry says beside its name: `power 0.5 GW facility, start month Mar 2027`."""
    said = []
    for column in schema.columns:
        if column.kind in ("name", "note") or column.note or column.void:
            continue
        words = cell_words(column, getattr(entry, column.key), start)
        if not words:
            continue
        plain = is_month(column) or column.kind == "share" or not column.is_number
        unit = "" if plain or not column.unit else f" {units.of(column.unit).unit}"
        said.append(f"{column.label_text} {words}{unit}")
    return joined(said)
