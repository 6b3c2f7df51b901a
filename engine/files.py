"""Scenario files: read, check, save."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from engine.catalogue import Catalogue, Chip, read_catalogue, shipped_catalogue
from engine.document import Document, Version
from engine.file_text import FORMAT, OUTSIDE_PARAMETERS, VERSION, plain, text_of
from engine.migrations import migrate
from engine.parameter import number_within, one_of
from engine.problems import Problem, ScenarioError, missing, shown
from engine.reading import read_plain
from engine.reasons import FROM_OUTSIDE, reason_of, unreadable, unwritable
from engine.scenario import PARAMETERS, Scenario, untitled
from engine.text import translate, written
from engine.versions import read_versions
from engine.writing import backup_of, clear_leftovers, write_whole

__all__ = [
    "FORMAT",
    "FROM_OUTSIDE",
    "SUFFIX",
    "VERSION",
    "Document",
    "Version",
    "backup_of",
    "load",
    "parse",
    "parse_object",
    "plain",
    "reason_of",
    "save",
    "text_of",
    "unreadable",
    "unwritable",
    "write_whole",
]

SUFFIX = ".headroom"
LARGEST_FILE = 2_000_000  # bytes; a full scenario has about 20 kB

TOP_LEVEL = ("format", "version", "name", "notes", "created_with", "seed")
MOST_LISTED = 5  # unknown keys named in a notice
BLOCKS = ("parameters", "events", "catalogue", "versions")


def load(path: str | os.PathLike[str]) -> Document:
    """The document in the file at `path`. Raises ScenarioError, whose text is one line."""
    name = os.fspath(path)
    try:
        return parse(read_plain(path, LARGEST_FILE, _too_large))
    except ScenarioError as error:
        raise error.in_file(name) from None
    except OSError as error:
        raise _refusal(unreadable(reason_of(error))).in_file(name) from None
    except ValueError:  # a path with a zero byte
        raise _refusal(unreadable(translate("Problem", "not a path"))).in_file(name) from None


def _refusal(text: str) -> ScenarioError:
    return ScenarioError(Problem("", "", text))


def _too_large(bytes_: int) -> ScenarioError:
    size = translate("Problem", "{size} MB").format(size=written(bytes_ / 1e6, ",.0f"))
    allowed = translate("Problem", "a scenario file has at most {size} MB")
    allowed = allowed.format(size=written(LARGEST_FILE / 1e6, ".0f"))
    return ScenarioError(Problem(translate("Problem", "size"), size, allowed))


def parse(data: bytes) -> Document:
    """A document from a file's bytes: a scenario file, or a flat object of parameters."""
    if len(data) > LARGEST_FILE:
        raise _too_large(len(data))
    content = _json(data)
    if not isinstance(content, dict):
        raise _refusal(translate("Problem", "is not a Headroom scenario: no JSON object"))
    return parse_object(content)


def parse_object(content: Mapping[str, Any]) -> Document:
    """A document from what a file's JSON says, or a version's inside it. Raises ScenarioError."""
    if "format" in content:
        return _scenario_file(content)
    known = {row.key for row in PARAMETERS}
    if known & set(content):
        return _flat(content)
    raise ScenarioError(Problem("format", missing(), one_of([f'"{FORMAT}"'])))


def _json(data: bytes) -> Any:
    def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            met: set[str] = set()
            twin = next(k for k, _ in pairs if k in met or met.add(k))  # type: ignore[func-returns-value]
            why = translate("Problem", "stands there twice")
            raise ScenarioError(Problem(shown(twin, quote=False), "", why))
        return result

    try:
        # NaN and infinities pass here, so that the check of their row names key and range
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=no_twins)
    except ScenarioError:
        raise
    except UnicodeDecodeError as error:
        why = translate("Problem", "is not UTF-8 text (byte {byte})").format(byte=error.start)
        raise ScenarioError(Problem("", "", why)) from None
    except json.JSONDecodeError as error:
        why = translate("Problem", "damaged JSON in line {line}, column {column}: {reason}")
        reason = shown(translate("Json", error.msg), quote=False)
        why = why.format(line=error.lineno, column=error.colno, reason=reason)
        raise ScenarioError(Problem("", "", why)) from None
    except (RecursionError, ValueError):  # nested too deep; a number of thousands of digits
        why = translate("Problem", "damaged JSON: nested too deep or too long")
        raise ScenarioError(Problem("", "", why)) from None


def _scenario_file(content: Mapping[str, Any]) -> Document:
    if content["format"] != FORMAT:
        raise ScenarioError(Problem("format", shown(content["format"]), one_of([f'"{FORMAT}"'])))
    number = content.get("version")
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        allowed = number_within(0, VERSION, whole=True)
        raise ScenarioError(Problem("version", shown(number), allowed))
    newer = number > VERSION
    content, told = migrate(content, number)
    given = content.get("parameters")
    if not isinstance(given, dict):
        raise ScenarioError(Problem("parameters", shown(given), one_of(["{key: value, ...}"])))
    catalogue = shipped_catalogue()
    if "catalogue" in content:
        catalogue = read_catalogue(content["catalogue"])
    versions = read_versions(content.get("versions", []))
    for version in versions:
        _require_finite("versions", version.file)
    inside = [row.key for row in PARAMETERS if row.key not in OUTSIDE_PARAMETERS]
    values = {key: value for key, value in given.items() if key in inside}
    values |= {key: content[key] for key in OUTSIDE_PARAMETERS if key in content}
    values.setdefault("events", [])
    scenario = _scenario(
        values, content.get("name", untitled()), content.get("notes", ""), catalogue
    )
    unknown = _unknown(content, (*TOP_LEVEL, *BLOCKS))
    listed = list(unknown)
    of_catalogue = _unknown_of_catalogue(content.get("catalogue", {}))
    for block, found in (("parameters", _unknown(given, inside)), ("catalogue", of_catalogue)):
        if found:
            unknown[block] = found
            listed = [*(key for key in found if key != "chips"), *listed]
    listed += dict.fromkeys(k for chip in of_catalogue.get("chips", {}).values() for k in chip)
    notices = (*told, *_notices(listed))
    if newer:
        text = translate(
            "Problem", "written by a newer Headroom (version {number}): opened read-only"
        )
        notices = (text.format(number=shown(number)), *notices)
    return Document(scenario, unknown, notices, read_only=newer, versions=versions)


def _unknown_of_catalogue(given: Mapping[str, Any]) -> dict[str, Any]:
    """Unknown keys of the catalogue, and under `chips` those of each chip by its name."""
    unknown = _unknown(given, ("name", "chips"))
    columns = [column.name for column in fields(Chip)]
    chips = {}
    for chip in given.get("chips", []):
        found = _unknown(chip, columns)
        if found:
            chips[chip["name"]] = found
    return {**unknown, "chips": chips} if chips else unknown


def _flat(content: Mapping[str, Any]) -> Document:
    """One object of parameters with `title` and `description`, as models exchange them."""
    known = [row.key for row in PARAMETERS]
    values = {key: value for key, value in content.items() if key in known}
    values.setdefault("events", [])
    title, notes = content.get("title", untitled()), content.get("description", "")
    unknown = _unknown(content, (*known, "title", "description"))
    # what would be taken for a part of a scenario file when it is read again
    taken = (*TOP_LEVEL, *BLOCKS)
    unknown = {f"flat_{key}" if key in taken else key: unknown[key] for key in unknown}
    scenario = _scenario(values, title, notes, shipped_catalogue())
    return Document(scenario, unknown, _notices(list(unknown)))


def _unknown(content: Mapping[str, Any], known: Sequence[str]) -> dict[str, Any]:
    unknown = {key: value for key, value in content.items() if key not in known}
    for key, value in unknown.items():
        _require_finite(shown(key, quote=False), value)
    return unknown


def _require_finite(where: str, value: Any) -> None:
    """What is kept must be JSON when it is saved again."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, float) and not math.isfinite(part):
            allowed = translate("Problem", "allowed are finite numbers")
            raise ScenarioError(Problem(where, shown(part), allowed))
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def _notices(keys: list[str]) -> tuple[str, ...]:
    if not keys:
        return ()
    listed = ", ".join(shown(key, quote=False) for key in keys[:MOST_LISTED])
    if len(keys) > MOST_LISTED:
        listed += " " + translate("Problem", "and %n more", "", len(keys) - MOST_LISTED)
    notice = translate("Problem", "unknown keys, kept but not used: {keys}")
    return (notice.format(keys=listed),)


def _scenario(values: dict[str, Any], name: Any, notes: Any, catalogue: Catalogue) -> Scenario:
    """A checked scenario in which every parameter is given."""
    lacking = [row for row in PARAMETERS if row.key not in values]
    if lacking:
        raise ScenarioError([Problem(row.key, missing(), row.allowed) for row in lacking])
    return Scenario(catalogue=catalogue).having(name=name, notes=notes, **values)


def save(document: Document, path: str | os.PathLike[str]) -> None:
    """Write the document whole or not at all; the file as it was stays beside it as `.bak`.

    Raises ScenarioError.
    """
    if document.read_only:
        why = translate(
            "Problem",
            "was written by a newer Headroom and is read-only; save it under another name",
        )
        raise ScenarioError(Problem("", "", why), os.fspath(path))
    data = text_of(document).encode()
    if len(data) > LARGEST_FILE:
        raise _too_large(len(data)).in_file(os.fspath(path))
    write_whole(path, data, backup=True)
    clear_leftovers(Path(path))
