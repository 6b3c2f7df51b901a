"""An answer of `ask` for people: Markdown that calls everything by its name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.ask.asked import Answer, Asked, Named, Row
from engine.ask.words import (
    CHANCE,
    EACH_MONTH,
    FIELDS,
    HOW,
    IN_A_MONTH,
    IN_MONTHS,
    MEASURE,
    MONEY,
    NONE_WORSE,
    NOTES,
    ONE_UNMOVED,
    PLAIN,
    POWER,
    QUESTIONS,
    RANK,
    SHARE,
    TABLES,
    TWICE,
    UNMOVED,
    WORLDS,
    WORST_ALIKE,
)
from engine.tables.catalogue import family_label
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES
from engine.text import escaped, figures, written

NONE = "none"
CENTS, DIGITS = 2, 4
OF_CONDITIONS = ("coverage", "density")  # of when it fails: nothing where there are none


def markdown(typed: Asked, question: str, answer: Answer) -> str:
    """The answer with its question, facts and tables.

    Takes: `typed`; `question`, by its key; `answer`.
    Gives: text.
    """
    kpi = typed.kpi
    label, unit = measure_words(kpi.column, typed.scenario)
    if kpi.how == "total":
        unit = unit.removesuffix("/month")
    months = EACH_MONTH if question == "chance" else _months(typed)
    of = _plain(label)
    if unit and unit != SHARE:
        of += f" ({unit})"
    lines = [f"# {_plain(typed.scenario.name)}: {QUESTIONS[question]}", ""]
    worlds = WORLDS.get(question, "from {worlds} worlds").format(worlds=written(typed.draws, ",d"))
    if typed.draws == 1:
        worlds = worlds.replace("1 worlds", "1 world")
    lines += [f"Of {of}, {months}; {worlds}.", ""]
    if "sentence" in answer.facts:
        lines += [escaped(str(answer.facts["sentence"])), ""]
    lines += [
        f"- {_heading(name, unit)}: {cell(name, value, unit) or NONE}"
        for name, value in answer.facts.items()
        if name != "sentence" and not (name in OF_CONDITIONS and not answer.tables["conditions"])
    ]
    for title, all_rows in answer.tables.items():
        lines += ["", f"## {TABLES[title]}", ""]
        rows, line = _worth_saying(title, all_rows, answer.facts, unit)
        line = line or NOTES.get(title, "") * bool(rows)
        if rows:
            lines.append(_line(_heading(name, unit) for name in rows[0]))
            lines.append(f"|{'---|' * len(rows[0])}")
            lines += [_line(cell(name, value, unit) for name, value in row.items()) for row in rows]
        if rows and line:
            lines.append("")
        if line or not rows:
            lines.append(line or NONE)
    return "\n".join(lines) + "\n"


def _worth_saying(
    title: str, rows: Sequence[Row], facts: Row, unit: str
) -> tuple[Sequence[Row], str]:
    """The rows of a table that say something, and a line that stands for the others."""
    if title == "levers" and rows and "at_low" in rows[0]:
        at, here = ("at_low", "at_high"), cell("value", facts["value"], unit)
        luck = TWICE * facts["rank_noise"].key
        moving = [
            row
            for row in rows
            if {cell(name, row[name], unit) for name in at} != {here}
            or abs(row["rank_correlation"] or 0.0) > luck
        ]
        count = len(rows) - len(moving)
        text = ONE_UNMOVED if count == 1 else UNMOVED.format(count=written(count, ",d"))
        return moving, text if count else ""
    if title == "worst_worlds" and len(rows) > 1:
        written_so = {cell("value", row["value"], unit) for row in rows}
        if len(written_so) == 1:
            said = written_so.pop()
            if unit.startswith(MONEY):
                said = f"${said}{unit.replace('$', ' ', 1)}"
            elif unit and unit != SHARE:
                said = f"{said} {unit}"
            if not any(row["value"] for row in rows):
                return (), NONE_WORSE.format(value=said)
            world = cell("draw", rows[0]["draw"])
            return (), WORST_ALIKE.format(count=len(rows), value=said, world=world)
    return rows, ""


def measure_words(column: str, scenario: Scenario) -> tuple[str, str]:
    """What a column of a run is called, and its unit.

    Takes: `column`; `scenario`, whose families it may be of.
    Gives: name and unit.
    """
    if column == CHANCE:
        return "chance of a short month", "share"
    for row in SERIES:
        if column == row.key:
            return row.label_text, row.unit_text
        for family in scenario.families:
            if column == f"{row.key}_{family}":
                return f"{row.label_text}, {family_label(family)}", row.unit_text
    return column, ""


def cell(name: str, value: Any, unit: str = "") -> str:
    """A value as people read it; nothing where it is undefined.

    Takes: `name`, the column's; `value`; `unit`, of the measure.
    Gives: text, on one line.
    """
    kind = FIELDS[name][1]
    if kind == MEASURE and unit == SHARE:
        kind = SHARE
    if isinstance(value, Named):
        return _plain(value.words)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str):
        return _plain(value or "")
    if isinstance(value, Mapping | tuple | list):
        return _plain(", ".join(map(str, value)))
    if isinstance(value, int):
        return written(value, ",d")
    number = float(value)
    if not math.isfinite(number):
        return ""
    if kind == SHARE:
        return f"{number:.1%}"
    if kind in (MONEY, POWER):
        return written(round(number, CENTS) + 0.0, f",.{CENTS}f")  # no minus before nought
    if kind == RANK:
        return written(round(number, CENTS) + 0.0, f".{CENTS}f")
    return figures(number, DIGITS)


def _months(typed: Asked) -> str:
    """Of which months a number is; a chance of a short month is of all of them."""
    kpi = typed.kpi
    text = IN_A_MONTH
    if kpi.first != kpi.last:
        text = IN_MONTHS if kpi.column == CHANCE else HOW[kpi.how]
    return text.format(first=typed.month(kpi.first), last=typed.month(kpi.last))


def _heading(name: str, unit: str) -> str:
    label, kind = FIELDS[name]
    unit = "" if unit == SHARE else unit
    shown = {MEASURE: unit, SHARE: "", RANK: "", PLAIN: ""}.get(kind, kind)
    return f"{label} ({shown})" if shown else label


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Within a line: what the file calls things is text, not markup."""
    return escaped(text, begins=False)
