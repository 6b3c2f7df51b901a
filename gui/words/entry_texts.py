"""Events, sites and contracts as the text of a field, and that text read back.

An entry is the words of its columns, its name in quotes. Notes are not shown, and are kept: those
of the entry of that name, or of the one in that place where it was given another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

from engine.tables.list_schema import Column, ListSchema
from engine.text import translate
from engine.values import Contract, Event, Site
from gui.words import units
from gui.words.numbers import UnreadableError, shortened
from gui.words.quantity_parser import PERCENT, Unit, read
from gui.words.value_lists import in_full, number_of, placed

_EXAMPLES: dict[type, Any] = {
    Event: Event("supply_stop", "gpu", 17, 9, 1.0),
    Site: Site("North", 0.5, 24, 12, 0.8),
    Contract: Contract("Tranche 2", "gpu", 24, 18, 0.4, 0.8, 1.0),
}
_QUOTES = str.maketrans(dict.fromkeys("“”„«»\uff02", '"'))  # as a keyboard or an editor may have it
_TOKEN = re.compile(r'"(?:[^"]|"")*"|;|[^\s;"]+|"')
_PLAIN = Unit("", {})
_SHARE = Unit("", PERCENT)
Words = list[str]


def example_entry(schema: ListSchema) -> str:
    """An entry as it is typed."""
    return written_entry(schema, _EXAMPLES[schema.entry])


def written_entries(schema: ListSchema, entries: Sequence[Any]) -> str:
    """`supply_stop gpu 17 9 0.5; …`, `"North" 0.5 24 12 0.8; …`, in the shown units."""
    return "; ".join(written_entry(schema, entry) for entry in entries)


def written_entry(schema: ListSchema, entry: Any) -> str:
    """`"North" 0.5 24 12 0.8`."""
    cells = [(column, getattr(entry, column.key)) for column in schema.told]
    return " ".join(_cell(column, value) for column, value in cells if value != "")


def _cell(column: Column, value: Any) -> str:
    if column.kind == "name":
        doubled = str(value).replace('"', '""')
        return f'"{doubled}"'
    if column.kind == "whole":
        return str(value)
    return in_full(column.unit, value) if column.is_number else str(value)


def read_entries(schema: ListSchema, text: str, was: Sequence[Any], *, strict: bool) -> list[Any]:
    """The entries that a text means, beside those that it was made of.

    Where one can't be read, strict reading raises UnreadableError that says which and why;
    else the text itself is handed on, for the engine to refuse.
    """
    parts = _parts(text)
    names = [_name(schema, words) for words in parts]
    found: list[Any] = []
    for place, words in enumerate(parts):
        kept = next((e for e in was if e.name and e.name == names[place]), None)
        if kept is None and place < len(was) and was[place].name not in names:
            kept = was[place]
        likely = (*([kept] if kept else []), *was[place : place + 1], *was)
        found.append(_entry(schema, words, place, likely, strict))
        if kept:
            notes = (column.key for column in schema.columns if column.note)
            found[-1] |= {key: getattr(kept, key) for key in notes}
    return found


def _parts(text: str) -> list[Words]:
    """The words of each entry; quotes hold together what is between them."""
    parts: list[Words] = [[]]
    for token in _TOKEN.findall(_plain_quotes(text)):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return [words for words in parts if words]


def _plain_quotes(text: str) -> str:
    """Quotes of other shapes as plain ones, where no plain one stands: then they are a name's."""
    return text if '"' in text else text.translate(_QUOTES)


def _is_quoted(word: str) -> bool:
    return len(word) > 1 and word[0] == word[-1] == '"'


def _unquoted(word: str) -> str:
    return word[1:-1].replace('""', '"') if _is_quoted(word) else word


def _name(schema: ListSchema, words: Words) -> str | None:
    """The name that an entry's words say; a name that need not be there stands last, in quotes."""
    if schema.columns[0].kind == "name":
        return _unquoted(words[0])
    return _unquoted(words[-1]) if _is_quoted(words[-1]) else None


def _entry(
    schema: ListSchema, words: Words, place: int, likely: Sequence[Any], strict: bool
) -> dict[str, Any]:
    at = schema.place(place)
    columns = schema.told
    if strict and '"' in words:
        said = translate("Lists", "the quotes around “{typed}” do not close")
        after = " ".join(words[words.index('"') + 1 :])
        raise UnreadableError(placed(at, said.format(typed=shortened(after))))
    entry: dict[str, Any] = {}
    if columns[-1].kind == "name":
        if _is_quoted(words[-1]):
            entry[columns[-1].key] = _unquoted(words[-1])
            words = words[:-1]
        columns = columns[:-1]
    if words and columns[0].kind == "word" and words[0] not in columns[0].words:
        return {columns[0].key: words[0] if strict else " ".join(words)}
    if strict and len(words) < 2:
        said = translate("Lists", "wanted are {columns}, such as {example}")
        labels = ", ".join(column.label_text for column in columns)
        said = said.format(columns=labels, example=example_entry(schema))
        raise UnreadableError(placed(at, said))
    last = len(columns) - 1
    words = [*words[:last], " ".join(words[last:])] if len(words) > last else words
    for column, typed in zip(columns, words, strict=False):
        if not column.is_number:
            entry[column.key] = _unquoted(typed)
        else:
            entry[column.key] = number_of(
                at, typed, functools.partial(_number, column, likely), strict
            )
    return entry


def _number(column: Column, likely: Sequence[Any], typed: str) -> float:
    if column.kind == "whole":
        return read(typed, _PLAIN)
    for entry in likely:  # the nearest first: two may be shown alike
        value: float = getattr(entry, column.key)
        if typed == in_full(column.unit, value):
            return value
    if column.kind == "share":
        return read(typed, _SHARE)
    return units.of(column.unit).back(read(typed, Unit.of(column.unit, units.current())))
