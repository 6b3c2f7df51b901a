"""Tables out: a run's monthly CSV, and the two tables that describe the engine."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from engine.files import plain
from engine.parameter import Parameter
from engine.result import Result
from engine.scenario import PARAMETERS
from engine.series import SERIES
from engine.values import PerFamily

# fmt: off
PARAMETER_COLUMNS = (
    "key", "label", "unit", "default", "min", "max", "step", "scale", "group", "per_family",
    "help", "source", "grade",
)
SERIES_COLUMNS = ("key", "label", "unit", "total", "per_family", "columns", "help")
# fmt: on


def result_csv(result: Result, *, units: bool = False) -> str:
    """Every series, a line a month; `units` adds them to the header. Undefined is empty."""
    families = result.scenario.families
    lines: dict[str, Sequence[str]] = {
        "t": [str(t) for t in range(len(result.months))],
        "month": result.months,
    }
    for row in SERIES:
        for column in row.columns(families):
            heading = f"{column} [{row.unit}]" if units and not row.codes else column
            values = result[column].tolist()
            if row.codes:
                lines[heading] = [row.codes[int(value)] for value in values]
            else:
                lines[heading] = ["" if value != value else repr(value) for value in values]
    return csv_text(lines, zip(*lines.values(), strict=True))


def csv_text(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def parameters_csv() -> str:
    """The input table."""
    return csv_text(PARAMETER_COLUMNS, map(_parameter_row, PARAMETERS))


def _parameter_row(row: Parameter) -> list[str]:
    low, high = row.bounds_text or (_number(row.low), _number(row.high))
    return [
        row.key,
        row.label,
        row.unit,
        _default(row),
        low,
        high,
        "" if row.kind in ("anchors", "events") else _number(row.step),
        row.scale,
        row.group,
        str(int(row.per_family)),
        row.help,
        row.source,
        row.grade,
    ]


def _default(row: Parameter) -> str:
    if isinstance(row.default, PerFamily):
        return ";".join(f"{family}={_number(v)}" for family, v in row.default.items())
    if row.kind in ("anchors", "events"):
        return json.dumps(plain(row.default))
    if isinstance(row.default, str):
        return row.default
    return _number(None if row.default is None else float(row.default))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def series_csv(families: Sequence[str]) -> str:
    """The output table; `columns` are its columns in a CSV of these families."""
    rows = (
        [
            row.key,
            row.label,
            row.unit,
            str(int(row.total)),
            str(int(row.by_family)),
            " ".join(row.columns(families)),
            row.help,
        ]
        for row in SERIES
    )
    return csv_text(SERIES_COLUMNS, rows)
