"""A block of cells from a spreadsheet, as the clipboard has it. No Qt here."""

from __future__ import annotations

import csv
import io

from engine import Problem, ScenarioError
from engine.text import translate

LONGEST_BLOCK = 1_000_000  # characters; a full catalogue has a twentieth


def block_of(text: str) -> list[list[str]]:
    """Rows of cells from tab-separated text, quoted as spreadsheets do; without empty last rows.

    Raises ScenarioError for more than a list can hold.
    """
    if len(text) > LONGEST_BLOCK:
        raise ScenarioError(Problem("", "", translate("Chips", "the clipboard holds too much")))
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(plain), delimiter="\t", strict=True))
    except csv.Error:  # a quote that is only a letter
        rows = [line.split("\t") for line in plain.split("\n")]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return [row or [""] for row in rows]  # a line with nothing on it is an empty cell
