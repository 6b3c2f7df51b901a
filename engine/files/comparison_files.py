"""Comparison files: several scenarios in an order, each named by its file or carried whole.

A file is named only within the folder of the comparison or below: a comparison that somebody sends
may not have Headroom open what lies elsewhere. Everything else is carried.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.files import scenario_files
from engine.files.document import Document
from engine.files.file_text import dumped, text_of
from engine.files.writing import write_whole
from engine.problems import Problem, ScenarioError, is_whole_text, missing, shown
from engine.tables.limits import number_within, one_of
from engine.text import translate
from engine.version import PROGRAM_VERSION

FORMAT = "headroom-comparison"
VERSION = 1
SUFFIX = ".headroom-comparison"
MOST = 12  # columns
LARGEST = 16_000_000  # bytes that are written and read
LONGEST_NAME = 200  # letters, of a comparison or a column
KNOWN = ("format", "version", "name", "created_with", "against", "columns")
DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True)
class ComparedPlan:
    """A column: its name, its document, and the file it is of, None where it has none.

    `edited` says that the document is not what the file holds.
    """

    name: str
    document: Document
    file: Path | None = None
    edited: bool = False


@dataclass(frozen=True)
class ComparisonFile:
    """What a comparison's file says; `against` is the place of the column to differ from.

    `notices` are what the user should know, a line each.
    """

    name: str
    entries: tuple[ComparedPlan, ...]
    against: int = 0
    notices: tuple[str, ...] = ()


def load(path: str | os.PathLike[str]) -> ComparisonFile:
    """The comparison in a file, with the scenarios that it names.

    What is named and can't be read is left out, and told.

    Takes: `path`.
    Gives: ComparisonFile.
    Raises: ScenarioError, whose text is one line that names the file.
    """
    data = scenario_files.read(path, LARGEST)
    try:
        return parse(data, Path(path).parent)
    except ScenarioError as error:
        raise error.in_file(os.fspath(path)) from None


def parse(data: bytes, folder: Path) -> ComparisonFile:
    """A comparison from a file's bytes.

    Takes: `data`, the bytes; `folder` that files are named within.
    Gives: ComparisonFile.
    Raises: ScenarioError where it is none.
    """
    content = scenario_files.content_of(data, LARGEST)
    if content.get("format") != FORMAT:
        given = shown(content["format"]) if "format" in content else missing()
        raise ScenarioError(Problem("format", given, one_of([f'"{FORMAT}"'])))
    number = content.get("version")
    if type(number) is not int or number < 1:
        allowed = number_within(1, VERSION, whole=True)
        raise ScenarioError(Problem("version", shown(number), allowed))
    if number > VERSION:
        why = translate("Problem", "was written by a newer Headroom")
        raise ScenarioError(Problem("", "", why))
    columns = content.get("columns")
    if not isinstance(columns, list) or not 1 <= len(columns) <= MOST:
        allowed = translate("Problem", "allowed is a list of 1 to {most}").format(most=MOST)
        raise ScenarioError(Problem("columns", shown(columns), allowed))
    entries: list[ComparedPlan] = []
    notices: list[str] = []
    wanted = content.get("against", 0)
    if type(wanted) is not int or not 0 <= wanted < len(columns):
        allowed = number_within(0, len(columns) - 1, whole=True)
        raise ScenarioError(Problem("against", shown(wanted), allowed))
    against = 0
    for place, given in enumerate(columns):
        try:
            entry = _entry(f"columns.{place}", given, folder)
        except _UnreadableError as error:
            notices.append(str(error))
            continue
        if place == wanted:
            against = len(entries)
        notices += [f"{entry.name}: {notice}" for notice in entry.document.notices]
        entries.append(entry)
    if not entries:
        raise ScenarioError(Problem("", "", notices[0]))
    strange = [key for key in content if key not in KNOWN]
    if strange:
        listed = ", ".join(shown(key, quote=False) for key in strange[: scenario_files.MOST_LISTED])
        notice = translate("Problem", "unknown keys, not used: {keys}")
        notices.append(notice.format(keys=listed))
    name = _name("name", content.get("name", ""))
    return ComparisonFile(name, tuple(entries), against, tuple(notices))


class _UnreadableError(Exception):
    """A file that is named can't be had; the text says why in one line."""


def _entry(key: str, given: Any, folder: Path) -> ComparedPlan:
    if not isinstance(given, dict):
        allowed = translate("Problem", "allowed is an object with a file or a scenario")
        raise ScenarioError(Problem(key, shown(given), allowed))
    name = _name(f"{key}.name", given.get("name", ""))
    path = None
    if "file" in given:
        path = folder / _within(f"{key}.file", given["file"])
    carried = given.get("scenario")
    if carried is None and path is None:
        allowed = translate("Problem", "allowed is an object with a file or a scenario")
        raise ScenarioError(Problem(key, shown(given), allowed))
    if carried is None:
        assert path is not None
        try:
            document = scenario_files.load(path)
        except ScenarioError as error:
            raise _UnreadableError(str(error)) from None
        return ComparedPlan(name or document.scenario.name, document, path)
    if not isinstance(carried, dict):
        raise ScenarioError(Problem(f"{key}.scenario", shown(carried), one_of(["{...}"])))
    document = scenario_files.parse_object(carried)
    return ComparedPlan(name or document.scenario.name, document, path, edited=path is not None)


def _name(key: str, given: Any) -> str:
    if not isinstance(given, str) or len(given) > LONGEST_NAME or not is_whole_text(given):
        allowed = translate("Problem", "allowed is a text of at most {most} letters")
        raise ScenarioError(Problem(key, shown(given), allowed.format(most=LONGEST_NAME)))
    return given


def _within(key: str, given: Any) -> Path:
    """A file's name within the folder. Raises ScenarioError for any other."""
    if isinstance(given, str) and is_whole_text(given) and not DRIVE.match(given):
        parts = given.split("/")
        plain = "\\" not in given and "\0" not in given
        if plain and all(part not in ("", ".", "..") for part in parts):
            return Path(*parts)
    allowed = translate("Problem", "allowed is a file in the folder of the comparison, or below")
    raise ScenarioError(Problem(key, shown(given), allowed))


def named_within(path: Path, folder: Path) -> str | None:
    """How a comparison in a folder names a file.

    Takes: `path`; `folder`.
    Gives: the name, None where the file is elsewhere and has to be carried.
    """
    try:
        inside = Path(os.path.realpath(path)).relative_to(os.path.realpath(folder))
    except (OSError, ValueError):
        return None
    name = inside.as_posix()
    try:
        _within("file", name)
    except ScenarioError:
        return None
    return name


def text_of_comparison(comparison: ComparisonFile, folder: Path) -> str:
    """The file's text: what lies in the folder is named, all else carried.

    Takes: `comparison`; `folder` that it will lie in.
    Gives: JSON.
    """
    columns = [_plain(entry, folder) for entry in comparison.entries]
    head: Mapping[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "name": comparison.name,
        "created_with": f"Headroom {PROGRAM_VERSION}",
        "against": comparison.against,
    }
    lines = [f"  {dumped(key)}: {dumped(value)}" for key, value in head.items()]
    inner = ",\n".join(f"    {dumped(column)}" for column in columns)
    return "{\n" + ",\n".join(lines) + ',\n  "columns": [\n' + inner + "\n  ]\n}\n"


def _plain(entry: ComparedPlan, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = {"name": entry.name}
    name = None if entry.file is None else named_within(entry.file, folder)
    if name is not None:
        found["file"] = name
    if name is None or entry.edited:
        found["scenario"] = json.loads(text_of(entry.document))
    return found


def save(comparison: ComparisonFile, path: str | os.PathLike[str]) -> None:
    """Write the comparison whole or not at all; the file as it was stays beside it as `.bak`.

    Takes: `comparison`; `path`.
    Raises: ScenarioError where it is too large, or can't be written.
    """
    data = text_of_comparison(comparison, Path(path).parent).encode()
    if len(data) > LARGEST:
        raise scenario_files.too_large(len(data), LARGEST).in_file(os.fspath(path))
    write_whole(path, data, backup=True)
