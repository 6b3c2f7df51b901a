"""The JSON schema of a scenario file, made from the input table.

It is published as `resources/headroom-scenario.schema.json`, for editors and for programs that
write scenarios; `python -m engine describe schema` prints it. What no schema can say (shares
that sum to one, families that the catalogue has) is checked where files are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from engine.files.file_text import FORMAT, LISTS, OUTSIDE_PARAMETERS, VERSION, plain
from engine.files.versions import MOST_VERSIONS
from engine.tables.catalogue import (
    CHIP_BOUNDS,
    FAMILY_PATTERN,
    MOST_CHIPS,
    Chip,
    shipped_catalogue,
)
from engine.tables.grades import GRADES
from engine.tables.list_schema import (
    A_DATE,
    A_MONTH,
    LONGEST_NAME,
    LONGEST_NOTE,
    Column,
    ListSchema,
)
from engine.tables.own import OWN_LISTS
from engine.tables.parameter import (
    LARGEST_ANCHOR_BN,
    LATEST_ANCHOR_MONTH,
    LEAST_ANCHOR_BN,
    MONTH_PATTERN,
    MOST_ANCHORS,
    Parameter,
)
from engine.tables.scenario import PARAMETERS

Schema = dict[str, Any]
PATTERNS = {"month": A_MONTH, "date": A_DATE}  # of texts, by the kind of their column
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as it is published: JSON."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The JSON schema of a scenario file, as an object."""
    inside = [row for row in PARAMETERS if row.key not in OUTSIDE_PARAMETERS]
    rows = {row.key: row for row in PARAMETERS}
    return {
        "$schema": DIALECT,
        "$id": "headroom-scenario.schema.json",
        "title": "Headroom scenario",
        "description": f"A scenario file of Headroom, version {VERSION} of the format. "
        "Unknown keys are kept.",
        "type": "object",
        "required": ["format", "version", "seed", "parameters"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "name": {"type": "string"},
            "notes": {"type": "string"},
            "created_with": {"type": "string"},
            "seed": _row(rows["seed"]),
            "parameters": {
                "type": "object",
                "required": [row.key for row in inside if not row.may_lack],
                "properties": {row.key: _row(row) for row in inside},
            },
            **{key: _row(rows[key]) for key in LISTS},
            "catalogue": _catalogue(),
            **{key: _entries(own) for key, own in OWN_LISTS.items()},
            "versions": _versions(),
        },
    }


def _row(row: Parameter) -> Schema:
    """One parameter: its meaning, its default, what it may be."""
    about: Schema = {"title": row.label, "description": f"{row.help} Unit: {row.unit}."}
    shapes: dict[str, Callable[[Parameter], Schema]] = {
        "month": _month,
        "anchors": _anchors,
        "choice": _choice,
        "list": _list,
        "per_family": _per_family,
        "optional": _optional,
        "switch": _switch,
    }
    shape = shapes.get(row.kind, _number)(row)
    return {**about, **shape, "default": plain(row.default)}


def _number(row: Parameter) -> Schema:
    kind = "integer" if row.whole else "number"
    return {"type": kind, "minimum": row.low, "maximum": row.high}


def _optional(row: Parameter) -> Schema:
    return {"anyOf": [_number(row), {"type": "null"}]}


def _switch(row: Parameter) -> Schema:
    return {"type": "boolean"}


def _month(row: Parameter) -> Schema:
    return {"type": "string", "pattern": f"^{MONTH_PATTERN.pattern}$"}


def _per_family(row: Parameter) -> Schema:
    return {"type": "object", "additionalProperties": _number(row), "minProperties": 1}


def _anchors(row: Parameter) -> Schema:
    month = {"type": "integer", "minimum": 0, "maximum": LATEST_ANCHOR_MONTH}
    level = {"type": "number", "minimum": LEAST_ANCHOR_BN, "maximum": LARGEST_ANCHOR_BN}
    pair = {"type": "array", "prefixItems": [month, level], "minItems": 2, "maxItems": 2}
    return {"type": "array", "items": pair, "minItems": 1, "maxItems": MOST_ANCHORS}


def _choice(row: Parameter) -> Schema:
    return {"enum": list(row.words)}


def _list(row: Parameter) -> Schema:
    assert row.schema is not None
    return _entries(row.schema)


def _entries(schema: ListSchema) -> Schema:
    """A list of entries: what each has."""
    entry = {
        "type": "object",
        "required": [column.key for column in schema.columns if column.needed],
        "additionalProperties": False,
        "properties": {column.key: _column(column) for column in schema.columns},
    }
    return {"type": "array", "items": entry, "maxItems": schema.most}


def _column(column: Column) -> Schema:
    unit = f" Unit: {column.unit}." if column.unit else ""
    about: Schema = {"title": column.label, "description": f"{column.help}{unit}"}
    shape: Schema = {"type": "string"}  # a family: the catalogue's are not known here
    if column.is_number:
        kind = "integer" if column.kind == "whole" else "number"
        shape = {"type": kind, "minimum": column.low, "maximum": column.high}
    elif column.kind == "name":
        shape |= {"minLength": int(column.needed), "maxLength": LONGEST_NAME}
    elif column.kind == "note":
        shape |= {"maxLength": LONGEST_NOTE}
    elif column.kind in PATTERNS:
        pattern = f"^({PATTERNS[column.kind].pattern})$"
        shape |= {"pattern": pattern if column.needed else f"{pattern}|^$"}
    elif column.kind == "word":
        shape = {"enum": [*column.words, *([] if column.needed else [column.default])]}
    if column.is_number and not column.needed and column.default is None:
        shape = {"anyOf": [shape, {"type": "null"}]}
    return about | shape


def _catalogue() -> Schema:
    texts: dict[str, Schema] = {
        "family": {"type": "string", "pattern": f"^{FAMILY_PATTERN.pattern}$"},
        "available": {"type": "string", "pattern": f"^{MONTH_PATTERN.pattern}$"},
        "grade": {"enum": list(GRADES)},
        "name": {"type": "string", "minLength": 1},
    }
    numbers = {
        key: {"type": "number", "minimum": low, "maximum": high}
        for key, (low, high) in CHIP_BOUNDS.items()
    }
    columns = [column.name for column in fields(Chip)]
    chip = {
        "type": "object",
        "required": columns,
        "properties": {
            name: numbers.get(name) or texts.get(name, {"type": "string"}) for name in columns
        },
    }
    return {
        "title": "Chip catalogue",
        "description": f"The chips that can be bought; “{shipped_catalogue().name}”, "
        "which Headroom ships, where there is none.",
        "type": "object",
        "required": ["chips"],
        "properties": {
            "name": {"type": "string"},
            "chips": {"type": "array", "items": chip, "minItems": 1, "maxItems": MOST_CHIPS},
        },
    }


def _versions() -> Schema:
    entry = {
        "type": "object",
        "required": ["name", "saved", "file"],
        "additionalProperties": False,
        "properties": {
            "name": {"type": "string"},
            "saved": {"type": "string", "description": "UTC, 2026-11-25T17:05:00Z"},
            "file": {"type": "object", "description": "The whole scenario file of that moment"},
        },
    }
    return {
        "title": "Named versions",
        "description": f"States to go back to, oldest first; the app keeps up to {MOST_VERSIONS}.",
        "type": "array",
        "items": entry,
    }
