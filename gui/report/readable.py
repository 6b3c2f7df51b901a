"""A table of levers as people read it: dates, percents and entries in words. No Qt here.

Files that programs read have the keys and numbers of the engine; pages and summaries these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine import PARAMETERS, Scenario
from engine.tables.parameter import Parameter
from engine.text import translate, written
from gui.report.table import Cell, Table
from gui.report.tables import unit_heading
from gui.words.entry_words import entry_words
from gui.words.sanitize import one_line
from gui.words.signs import with_sign
from gui.words.typed_months import month_shown
from gui.words.units import file_units
from gui.words.value_lists import points_words
from gui.words.value_texts import word_of

PERCENT = 100.0
DIGITS = 10  # of a percent: what is behind them is rounding
KEY = "key"
DIFFERENCE_BEFORE, DIFFERENCE_NOW = 2, 3  # columns of the differences
ASSUMED_VALUE = 3  # of the assumptions
COMPARED_FROM = 3  # of the comparison, a scenario each from here on
WITHOUT_UNIT = ("list", "month", "choice", "switch")
BETWEEN = " · "  # two entries
_ROWS = {row.key: row for row in PARAMETERS}


def readable(table: Table, scenarios: Mapping[int, Scenario]) -> Table:
    """The same table in words; `scenarios` are those that columns are of."""
    headings = [column.heading for column in table.columns]
    key, unit = headings.index(KEY), headings.index(unit_heading())
    signed = [j for j, column in enumerate(table.columns) if column.signed]
    lines = []
    with file_units():
        for line in table.rows:
            name, _, part = str(line[key]).partition(".")
            row, cells = _ROWS.get(name), list(line)
            if row is not None:
                for j, scenario in scenarios.items():
                    cells[j] = _value(row, part, line[j], scenario)
                for j in signed:
                    cells[j] = _difference(row, line[j])
                cells[unit] = _unit(row, line[unit])
            lines.append(tuple(cells))
    return replace(table, rows=tuple(lines))


def _value(row: Parameter, part: str, cell: Cell, scenario: Scenario) -> Cell:
    value = getattr(scenario, row.key)
    if cell is None or not isinstance(cell, int | float):
        return _told(row, part, cell, value, scenario.start)
    if row.is_date:
        return month_shown(scenario.start, round(cell))
    return _percent(cell) if row.is_share else cell


def _told(row: Parameter, part: str, cell: Cell, value: Any, start: str) -> Cell:
    """What is no number: an entry, some, known points, a month, a word."""
    if cell is None or isinstance(value, bool) or value is None:
        return cell
    if row.kind == "anchors":
        return points_words(row, value, start)
    if row.schema is not None:
        named = [entry for entry in value if not part or one_line(entry.name) == part]
        told = [entry_words(row.schema, entry, start) for entry in named]
        return BETWEEN.join(told) or cell
    return word_of(row, value) if row.kind in ("month", "choice") else cell


def _difference(row: Parameter, cell: Cell) -> Cell:
    if not isinstance(cell, int | float):
        return cell
    if row.is_date:
        apart = with_sign(cell, written(abs(cell), ",.0f"), "0")
        return f"{apart} {translate('Unit', 'months')}"
    return _percent(cell) if row.is_share else cell


def _percent(cell: float) -> float:
    return round(cell * PERCENT, DIGITS)


def _unit(row: Parameter, cell: Cell) -> Cell:
    """What stands for the numbers; nothing for a date, an entry, a word."""
    if (
        not isinstance(cell, str)
        or row.is_date
        or row.kind in ("list", "month", "choice", "switch")
    ):
        return None
    return cell.replace("share", "%", 1) if row.is_share else cell
