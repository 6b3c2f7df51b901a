"""The text of a scenario file: stable order, one line for each thing that can change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from engine.files.document import Document, Version
from engine.tables.catalogue import Catalogue, Chip
from engine.tables.own import OWN_LISTS
from engine.tables.scenario import PARAMETERS
from engine.values import PerFamily, Value
from engine.version import PROGRAM_VERSION

FORMAT = "headroom-scenario"
VERSION = 2
LISTS = tuple(row.key for row in PARAMETERS if row.schema is not None)
OUTSIDE_PARAMETERS = ("seed", *LISTS)  # parameters that stand at the top of the file
_SCHEMAS = {row.schema.entry: row.schema for row in PARAMETERS if row.schema is not None}
NESTED = ("parameters", "catalogue")  # blocks of the file whose own unknown keys are kept


def text_of(document: Document) -> str:
    """The file's text: a parameter, an entry of a list, a chip, a version a line.

    Takes: `document`.
    Gives: JSON.
    """
    scenario, unknown = document.scenario, document.unknown
    parameters = {
        row.key: plain(getattr(scenario, row.key))
        for row in PARAMETERS
        if row.key not in OUTSIDE_PARAMETERS
    }
    parameters |= unknown.get("parameters", {})
    parts = [
        _line("format", FORMAT),
        _line("version", VERSION),
        _line("name", scenario.name),
        _line("notes", scenario.notes),
        _line("created_with", f"Headroom {PROGRAM_VERSION}"),
        _line("seed", scenario.seed),
        _block("parameters", "{", [_line(k, v, 4) for k, v in parameters.items()], "}"),
        *(
            _block(key, "[", [_item(entry) for entry in plain(getattr(scenario, key))], "]")
            for key in LISTS
        ),
        _catalogue_block(scenario.catalogue, unknown.get("catalogue", {})),
    ]
    for key, schema in OWN_LISTS.items():
        if entries := getattr(scenario, key):
            lines = [_item(schema.plain(entry)) for entry in entries]
            parts.append(_block(key, "[", lines, "]"))
    if document.versions:
        kept = [_item(_version(version)) for version in document.versions]
        parts.append(_block("versions", "[", kept, "]"))
    parts += [_line(key, value) for key, value in unknown.items() if key not in NESTED]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def plain(value: Value) -> Any:
    """A parameter's value as JSON has it.

    Takes: `value` of a parameter.
    Gives: what JSON can hold.
    """
    if isinstance(value, PerFamily):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain_entry(entry) for entry in value]
    return value


def _plain_entry(entry: Any) -> Any:
    schema = _SCHEMAS.get(type(entry))
    return list(entry) if schema is None else schema.plain(entry)


def chip_cells(chip: Chip) -> dict[str, Any]:
    """A chip as the file has it.

    Takes: `chip`.
    Gives: by column its cell.
    """
    return {column.name: getattr(chip, column.name) for column in fields(Chip)}


def _version(version: Version) -> dict[str, Any]:
    return {"name": version.name, "saved": version.saved, "file": dict(version.file)}


def dumped(value: Any) -> str:
    """A value as one line of a file: its letters as they are, wherever a file can hold them.

    Takes: `value`, of what JSON knows.
    Raises: ValueError where it holds a number that is none.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter in an unknown key can only be kept escaped
        return json.dumps(value, allow_nan=False)
    return text


def size_of(text: str) -> int:
    """How many bytes a text takes in a file, between its quotes.

    Takes: `text`.
    Gives: [bytes].
    """
    return len(dumped(text).encode()) - len('""')


def _line(key: str, value: Any, indent: int = 2) -> str:
    return f"{' ' * indent}{dumped(key)}: {dumped(value)}"


def _item(value: Any, indent: int = 4) -> str:
    return f"{' ' * indent}{dumped(value)}"


def _block(key: str, left: str, lines: list[str], right: str, indent: int = 2) -> str:
    start = f"{' ' * indent}{dumped(key)}: {left}"
    if not lines:
        return start + right
    return start + "\n" + ",\n".join(lines) + f"\n{' ' * indent}{right}"


def _catalogue_block(catalogue: Catalogue, unknown: Mapping[str, Any]) -> str:
    more = _unknown_of_chips(catalogue, unknown.get("chips", ()))
    cells = map(chip_cells, catalogue.chips)
    chips = [_item({**own, **kept}, 6) for own, kept in zip(cells, more, strict=True)]
    inner = [_line("name", catalogue.name, 4), _block("chips", "[", chips, "]", 4)]
    inner += [_line(key, value, 4) for key, value in unknown.items() if key != "chips"]
    return _block("catalogue", "{", inner, "}")


def _unknown_of_chips(
    catalogue: Catalogue, given: Sequence[tuple[str, str, Mapping[str, Any]]]
) -> list[Mapping[str, Any]]:
    """What each chip had in the file, once: by family and name in their order there.

    Or by its name alone, where its family has another name now.
    """
    found: list[Mapping[str, Any] | None] = [None] * len(catalogue.chips)
    left = list(given)
    for by_family in (True, False):
        for place, chip in enumerate(catalogue.chips):
            if found[place] is not None:
                continue
            for entry in left:
                family, name, kept = entry
                if name == chip.name and (family == chip.family or not by_family):
                    found[place] = kept
                    left.remove(entry)
                    break
    return [kept or {} for kept in found]
