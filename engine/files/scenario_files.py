"""Scenario files: read, check, save."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from engine.files.document import Document, Version
from engine.files.file_text import FORMAT, LISTS, OUTSIDE_PARAMETERS, VERSION, plain, text_of
from engine.files.foreign import LOOKED_AT, kind_of, refusal
from engine.files.migrations import flat_of_newest, migrate
from engine.files.reading import open_plain, read_plain
from engine.files.reasons import FROM_OUTSIDE, reason_of, unreadable, unwritable
from engine.files.versions import read_versions
from engine.files.writing import backup_of, clear_leftovers, write_whole
from engine.problems import Problem, ScenarioError, missing, shown
from engine.tables.catalogue import Catalogue, Chip, read_catalogue, shipped_catalogue
from engine.tables.limits import number_within, one_of
from engine.tables.own import OWN_LISTS
from engine.tables.scenario import PARAMETERS, Scenario, untitled
from engine.text import translate, written

__all__ = [
    "FORMAT",
    "FROM_OUTSIDE",
    "SUFFIX",
    "VERSION",
    "Document",
    "Version",
    "backup_of",
    "content_of",
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
# A full scenario has about 20 kB. Texts are told to be too long before the file is too large to
# be opened again: what levers add to a file that its texts have filled finds the room between.
LARGEST_DOCUMENT = 2_000_000  # bytes, when a text is typed
LARGEST_FILE = 2_100_000  # bytes that are written and read
DEEPEST = 50  # lists and objects within each other in what is kept but not used
WITHIN_A_VERSION = 4  # the file, its catalogue, the chips, one of them

TOP_LEVEL = ("format", "version", "name", "notes", "created_with", "seed")
MOST_VALUES = 250_000  # in a file that is larger: of a report of a hundred scenarios
STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*+"')
MOST_LISTED = 5  # unknown keys named in a notice
BLOCKS = ("parameters", *LISTS, "catalogue", *OWN_LISTS, "versions")


def load(path: str | os.PathLike[str], largest: int = LARGEST_FILE) -> Document:
    """The document in a file.

    Takes: `path`; `largest` [bytes].
    Gives: Document.
    Raises: ScenarioError, whose text is one line that names the file.
    """
    data = read(path, largest)
    try:
        return parse(data, largest)
    except ScenarioError as error:
        raise error.in_file(os.fspath(path)) from None


def read(path: str | os.PathLike[str], largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a plain file.

    Takes: `path`; `largest` [bytes].
    Gives: bytes.
    Raises: ScenarioError where it can't be read, is no plain file, or is larger.
    """

    def refused(size: int) -> ScenarioError:
        with open_plain(path) as file:
            kind = kind_of(file.read(LOOKED_AT))
        return _refusal(refusal(kind)) if kind else too_large(size, largest)

    try:
        return read_plain(path, largest, refused)
    except ScenarioError as error:
        raise error.in_file(os.fspath(path)) from None
    except OSError as error:
        reason = reason_of(error)
    except ValueError:  # a path with a zero byte
        reason = translate("Problem", "not a path")
    raise _refusal(unreadable(reason)).in_file(os.fspath(path))


def _refusal(text: str) -> ScenarioError:
    return ScenarioError(Problem("", "", text))


def too_large(bytes_: int, largest: int = LARGEST_FILE) -> ScenarioError:
    """That a scenario file of so many bytes can't be.

    Takes: `bytes_`, its size; `largest` [bytes].
    Gives: the error, to raise.
    """
    size = translate("Problem", "{size} bytes").format(size=written(bytes_, ",d"))
    allowed = translate("Problem", "a scenario file has at most {size} bytes")
    allowed = allowed.format(size=written(largest, ",d"))
    return ScenarioError(Problem(translate("Problem", "size"), size, allowed))


def parse(data: bytes, largest: int = LARGEST_FILE) -> Document:
    """A document from a file's bytes: a scenario file, or a flat object of parameters.

    Takes: `data`, the bytes; `largest` [bytes].
    Gives: Document.
    Raises: ScenarioError where it is none.
    """
    return parse_object(content_of(data, largest))


def content_of(data: bytes, largest: int = LARGEST_FILE) -> dict[str, Any]:
    """What the JSON of a file says, not looked into yet.

    Takes: `data`, the bytes; `largest` [bytes].
    Gives: an object.
    Raises: ScenarioError where it is none, or is larger.
    """
    if len(data) > largest:
        raise too_large(len(data), largest)
    if len(data) > LARGEST_FILE:
        _require_few_values(data)
    content = _json(data)
    if not isinstance(content, dict):
        raise _refusal(translate("Problem", "is not a Headroom scenario: no JSON object"))
    return content


def _require_few_values(data: bytes) -> None:
    """Long texts are short work; millions of empty lists would take a gigabyte each to hold."""
    quotes = data.count(b'"') - data.count(b'\\"')  # four for a key and its text
    outside = STRINGS.sub(b"", data) if quotes <= 4 * MOST_VALUES else b""
    values = outside.count(b",") + outside.count(b"[") + outside.count(b"{")
    if not outside or values > MOST_VALUES:
        raise _refusal(translate("Problem", "damaged JSON: nested too deep or too long"))


def parse_object(content: Mapping[str, Any]) -> Document:
    """A document from what a file's JSON says, or a version's inside it.

    Takes: `content`, an object.
    Gives: Document.
    Raises: ScenarioError where it is none.
    """
    if "format" in content:
        return _scenario_file(content)
    known = {row.key for row in PARAMETERS}
    if known & set(content):
        return _flat(content)
    raise ScenarioError(Problem("format", missing(), one_of([f'"{FORMAT}"'])))


def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object of which each key stands there once.

    Takes: `pairs` of key and value.
    Gives: the object.
    Raises: ScenarioError for a key that stands there twice.
    """
    result = dict(pairs)
    if len(result) != len(pairs):
        met: set[str] = set()
        twin = next(k for k, _ in pairs if k in met or met.add(k))  # type: ignore[func-returns-value]
        why = translate("Problem", "stands there twice")
        raise ScenarioError(Problem(shown(twin, quote=False), "", why))
    return result


def _json(data: bytes) -> Any:
    try:
        # NaN and infinities pass here, so that the check of their row names key and range
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=without_twins)
    except ScenarioError:
        raise
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        kind = kind_of(data)
        raise _refusal(refusal(kind) if kind else _damage(error)) from None
    except (RecursionError, ValueError):  # nested too deep; a number of thousands of digits
        raise _refusal(translate("Problem", "damaged JSON: nested too deep or too long")) from None


def _damage(error: UnicodeDecodeError | json.JSONDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return translate("Problem", "is not UTF-8 text (byte {byte})").format(byte=error.start)
    why = translate("Problem", "damaged JSON in line {line}, column {column}: {reason}")
    # "at" of what Python would say next: where it is stands before it here
    reason = shown(translate("Json", error.msg).removesuffix(" at"), quote=False)
    return why.format(line=error.lineno, column=error.colno, reason=reason)


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
        _require_finite("versions", version.file, DEEPEST + WITHIN_A_VERSION)
    inside = [row.key for row in PARAMETERS if row.key not in OUTSIDE_PARAMETERS]
    values = {key: value for key, value in given.items() if key in inside}
    values |= {key: [] for key in LISTS}
    values |= {key: content[key] for key in (*OUTSIDE_PARAMETERS, *OWN_LISTS) if key in content}
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
    listed += dict.fromkeys(k for *_, chip in of_catalogue.get("chips", ()) for k in chip)
    notices = (*told, *_notices(listed))
    if newer:
        text = translate(
            "Problem", "written by a newer Headroom (version {number}): opened read-only"
        )
        notices = (text.format(number=shown(number)), *notices)
    return Document(scenario, unknown, notices, read_only=newer, versions=versions)


def _unknown_of_catalogue(given: Mapping[str, Any]) -> dict[str, Any]:
    """Unknown keys of the catalogue, and under `chips` a family, a name and those of each chip.

    A list as long as the chips: two of them may have one family and name.
    """
    unknown = _unknown(given, ("name", "chips"))
    columns = [column.name for column in fields(Chip)]
    chips = [
        (chip["family"], chip["name"], _unknown(chip, columns)) for chip in given.get("chips", [])
    ]
    return {**unknown, "chips": chips} if any(found for *_, found in chips) else unknown


def _flat(content: Mapping[str, Any]) -> Document:
    """One object of parameters with `title` and `description`, as models exchange them."""
    known = [row.key for row in PARAMETERS]
    values = flat_of_newest({key: value for key, value in content.items() if key in known})
    values = {key: [] for key in LISTS} | values
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


def _require_finite(where: str, value: Any, deepest: int = DEEPEST) -> None:
    """What is kept must be JSON when it is saved again, and so inside a version, too."""
    waiting = [(value, 1)]
    while waiting:
        part, depth = waiting.pop()
        if isinstance(part, float) and not math.isfinite(part):
            allowed = translate("Problem", "allowed are finite numbers")
            raise ScenarioError(Problem(where, shown(part), allowed))
        if isinstance(part, dict | list):
            if depth > deepest:
                allowed = translate("Problem", "nested deeper than {levels} levels")
                raise ScenarioError(Problem(where, "", allowed.format(levels=deepest)))
            inner = part.values() if isinstance(part, dict) else part
            waiting.extend((piece, depth + 1) for piece in inner)


def _notices(keys: list[str]) -> tuple[str, ...]:
    if not keys:
        return ()
    listed = ", ".join(shown(key, quote=False) or '""' for key in keys[:MOST_LISTED])
    if len(keys) > MOST_LISTED:
        listed += " " + translate("Problem", "and %n more", "", len(keys) - MOST_LISTED)
    notice = translate("Problem", "unknown keys, kept but not used: {keys}")
    return (notice.format(keys=listed),)


def _scenario(values: dict[str, Any], name: Any, notes: Any, catalogue: Catalogue) -> Scenario:
    """A checked scenario in which every parameter is given, but those that files may lack."""
    lacking = [row for row in PARAMETERS if row.key not in values and not row.may_lack]
    if lacking:
        raise ScenarioError([Problem(row.key, missing(), row.allowed) for row in lacking])
    return Scenario(catalogue=catalogue).having(name=name, notes=notes, **values)


def save(document: Document, path: str | os.PathLike[str]) -> None:
    """Write the document whole or not at all; the file as it was stays beside it as `.bak`.

    Takes: `document`; `path`.
    Raises: ScenarioError where it is read-only, too large, or can't be written.
    """
    if document.read_only:
        why = translate(
            "Problem",
            "was written by a newer Headroom and is read-only; save it under another name",
        )
        raise ScenarioError(Problem("", "", why), os.fspath(path))
    data = text_of(document).encode()
    if len(data) > LARGEST_FILE:
        raise too_large(len(data)).in_file(os.fspath(path))
    write_whole(path, data, backup=True)
    clear_leftovers(Path(path))
