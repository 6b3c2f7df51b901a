"""What a step did to a list, in words: which entry came, went, or says something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.tables.parameter import Parameter
from engine.text import translate
from gui.words.abbreviate import short


def list_change(row: Parameter, before: Sequence[Any], after: Sequence[Any]) -> str:
    """`Contracts: North`, `Contracts: North added`; the list's name alone where it is more."""
    assert row.schema is not None
    if len(after) == len(before):
        other = [i for i, (a, b) in enumerate(zip(after, before, strict=True)) if a != b]
        text, entries = translate("Session", "{list}: {entry}"), after
    elif len(after) == len(before) + 1:
        text, entries = translate("Session", "{list}: {entry} added"), after
        other = _odd_one(before, after)
    elif len(after) == len(before) - 1:
        text, entries = translate("Session", "{list}: {entry} removed"), before
        other = _odd_one(after, before)
    else:
        other = []
    if len(other) != 1:
        return row.label_text
    name = entries[other[0]].name or row.schema.place(other[0])
    return text.format(list=row.label_text, entry=short(name))


def _odd_one(fewer: Sequence[Any], more: Sequence[Any]) -> list[int]:
    """The place of the entry that one of the lists does not have, where all others are alike."""
    pairs = zip(fewer, more, strict=False)
    place = next((i for i, (a, b) in enumerate(pairs) if a != b), len(fewer))
    return [place] if tuple(fewer[place:]) == tuple(more[place + 1 :]) else []
