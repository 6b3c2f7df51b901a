"""The ledger as a table for a workbook: every assumption, with its source, link and licence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.text import translate
from gui.pages.evidence.assumptions import Assumption
from gui.report.table import Cell, Table, TableColumn
from gui.words.sanitize import one_line


def ledger_table(lines: Sequence[Assumption], unit: str, today: date) -> Table:
    """Numbers as numbers; `unit` is that of the measure by which assumptions are weighed."""
    columns = (
        TableColumn(translate("Report", "Group"), checked=False),
        TableColumn("key"),
        TableColumn(translate("Report", "Assumption"), checked=False),
        TableColumn(translate("Report", "Value")),
        TableColumn("p10"),
        TableColumn("p90"),
        TableColumn(translate("Report", "Unit")),
        TableColumn(translate("Evidence", "Changed")),
        TableColumn(translate("Evidence", "Matters"), unit),
        TableColumn(translate("Evidence", "To know it"), "$bn"),
        TableColumn(translate("Report", "Grade")),
        TableColumn(translate("Report", "Source")),
        TableColumn(translate("Evidence", "Producer")),
        TableColumn(translate("Evidence", "Version")),
        TableColumn(translate("Evidence", "As of"), months=True),
        TableColumn(translate("Evidence", "Age in months")),
        TableColumn(translate("Evidence", "Read on")),
        TableColumn(translate("Evidence", "Licence")),
        TableColumn(translate("Evidence", "Link")),
        TableColumn(translate("Evidence", "Own source")),
        TableColumn(translate("Evidence", "Note")),
    )
    rows = tuple(_cells(line, today) for line in lines)
    return Table("ledger", translate("Evidence", "Ledger"), columns, rows)


def _cells(line: Assumption, today: date) -> tuple[Cell, ...]:
    row, family = line.lever.row, line.lever.family
    origin, ground = line.origin, line.ground
    about: tuple[Cell, ...] = (None, None, ground.as_of or None, line.age(today), None, None, None)
    if origin is not None:
        about = (
            translate("Origin", origin.producer),
            origin.version or None,
            ground.as_of or None,
            line.age(today),
            origin.accessed,
            origin.licence,
            origin.link or None,
        )
    return (
        row.group_text,
        f"{row.key}.{family}" if family else row.key,
        line.label,
        line.value,
        *line.span,
        row.unit,
        "yes" if line.changed else "no",
        line.matters,
        line.worth,
        line.grade,
        one_line(line.source) or translate("Evidence", "none"),
        *about,
        "yes" if ground.own else "no",
        ground.note or None,
    )
