"""Rows of a record in CSV: cells by the names of their columns, and where they stand."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Sequence


def rows_of(text: str, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a record.

    Takes: `text`, CSV with a line of headings; `columns`, which those must be.
    Gives: of each row where it stands, for an error, and its cells by column.
    Raises: ValueError that names line, value and what is allowed.
    """
    rows = csv.reader(io.StringIO(text), strict=True)
    header = next(rows, [])
    if tuple(header) != tuple(columns):
        raise ValueError(f"line 1: {','.join(header)!r}: allowed is {','.join(columns)}")
    for cells in rows:
        at = f"line {rows.line_num}"
        if len(cells) != len(columns):
            raise ValueError(f"{at}: {len(cells)} cells: allowed are {len(columns)}")
        yield at, dict(zip(columns, cells, strict=True))


def number_or_nothing(at: str, key: str, text: str) -> float | None:
    """The number in a cell that may be empty.

    Takes: `at` and `key`, where it stands; `text`.
    Gives: the number, None where the cell is empty.
    Raises: ValueError that names place, value and what is allowed.
    """
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{at}: {key} {text!r}: allowed is a number, or nothing")
    return value
