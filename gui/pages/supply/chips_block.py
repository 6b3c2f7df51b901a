"""A block of cells from a spreadsheet, as the clipboard has it, put into the chips. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from engine import Problem, ScenarioError
from engine.tables.catalogue import MOST_CHIPS, OWN_SOURCE, Chip
from engine.tables.chip_columns import Column
from engine.text import translate

Reader = Callable[[Column, str, str | float], str | float]  # a cell's text and what it is now


def pasted(
    chips: Sequence[Chip],
    block: Sequence[Sequence[str]],
    row: int,
    columns: Sequence[Column | None],
    read: Reader,
) -> list[Chip]:
    """`chips` with `block` from the `row`-th on, its first cell in the first of `columns`.

    None is a column that nothing is put into. Rows below the last are new generations, like the
    one above. Raises ScenarioError that names row and column of every cell that can't be.
    """
    if row + len(block) > MOST_CHIPS:
        text = translate("Chips", "{count} rows: there can be {most}")
        text = text.format(count=row + len(block), most=MOST_CHIPS)
        raise ScenarioError(Problem("", "", text))
    wide = max(map(len, block), default=0)
    if wide > len(columns):
        text = translate("Chips", "The block has {count} columns; from here on there are {room}")
        raise ScenarioError(Problem("", "", text.format(count=wide, room=len(columns))))
    found, problems = list(chips), list[Problem]()
    for place, cells in enumerate(block, row):
        if place == len(found):
            found.append(new_like(found[-1], found))
        change: dict[str, Any] = {}
        for column, text in zip(columns, cells, strict=False):
            if column is None:
                continue
            try:
                change[column.key] = read(column, text, getattr(found[place], column.key))
            except ScenarioError as error:
                problems += [_placed(problem, place, column) for problem in error.problems]
        found[place] = replace(found[place], **change)
    if problems:
        raise ScenarioError(problems)
    return found


def new_like(chip: Chip, chips: Sequence[Chip]) -> Chip:
    """A generation like `chip`, with a name that none of `chips` has."""
    name = translate("Chips", "New generation")
    names = {other.name for other in chips}
    number, free = 2, name
    while free in names:
        free, number = f"{name} {number}", number + 1
    return replace(chip, name=free, source=OWN_SOURCE, grade="C")


def _placed(problem: Problem, place: int, column: Column) -> Problem:
    text = translate("Chips", "Row {row}, {column}")
    where = text.format(row=place + 1, column=translate("Chips", column.label))
    return replace(problem, key=where)
