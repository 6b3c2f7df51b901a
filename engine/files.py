"""Scenario files: read, check, write. And the one way in which Headroom writes any file."""

from __future__ import annotations

import json
import math
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from engine.catalogue import Catalogue, Chip, read_catalogue, shipped_catalogue
from engine.parameter import QT_TRANSLATE_NOOP, number_within, one_of
from engine.problems import Problem, ScenarioError, missing, shown
from engine.scenario import PARAMETERS, Scenario, untitled
from engine.text import translate, written
from engine.values import Event, PerFamily, Value
from engine.version import PROGRAM_VERSION

FORMAT = "headroom-scenario"
VERSION = 1
SUFFIX = ".headroom"
LARGEST_FILE = 8_000_000  # bytes; a full scenario has about 20 kB

TOP_LEVEL = ("format", "version", "name", "notes", "created_with", "seed")
# What Python and the system say of a file, for the translators; others stay as they come.
FROM_OUTSIDE = (
    QT_TRANSLATE_NOOP("Json", "Expecting value"),
    QT_TRANSLATE_NOOP("Json", "Expecting ',' delimiter"),
    QT_TRANSLATE_NOOP("Json", "Expecting ':' delimiter"),
    QT_TRANSLATE_NOOP("Json", "Expecting property name enclosed in double quotes"),
    QT_TRANSLATE_NOOP("Json", "Unterminated string starting at"),
    QT_TRANSLATE_NOOP("Json", "Invalid control character at"),
    QT_TRANSLATE_NOOP("Json", "Extra data"),
    QT_TRANSLATE_NOOP("System", "No such file or directory"),
    QT_TRANSLATE_NOOP("System", "Permission denied"),
    QT_TRANSLATE_NOOP("System", "Operation not permitted"),
    QT_TRANSLATE_NOOP("System", "Read-only file system"),
    QT_TRANSLATE_NOOP("System", "No space left on device"),
    QT_TRANSLATE_NOOP("System", "Is a directory"),
    QT_TRANSLATE_NOOP("System", "Not a directory"),
    QT_TRANSLATE_NOOP("System", "File exists"),
    QT_TRANSLATE_NOOP("System", "File name too long"),
    QT_TRANSLATE_NOOP("System", "Input/output error"),
    QT_TRANSLATE_NOOP("System", "Disk quota exceeded"),
)

OUTSIDE_PARAMETERS = ("seed", "events")  # parameters that stand at the top of the file


@dataclass(frozen=True)
class Document:
    """A scenario with what its file said beyond it."""

    scenario: Scenario
    unknown: Mapping[str, Any] = field(default_factory=dict)  # kept when saved
    notices: tuple[str, ...] = ()  # what the user should know, a line each
    read_only: bool = False  # written by a newer Headroom


def load(path: str | os.PathLike[str]) -> Document:
    """The document in the file at `path`. Raises ScenarioError, whose text is one line."""
    name = os.fspath(path)
    try:
        return parse(_read(Path(path)))
    except ScenarioError as error:
        raise error.in_file(name) from None
    except OSError as error:
        raise ScenarioError(Problem("", "", unreadable(reason_of(error))), name) from None
    except ValueError:  # a path with a zero byte
        why = unreadable(translate("Problem", "not a path"))
        raise ScenarioError(Problem("", "", why), name) from None


def _read(path: Path) -> bytes:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        why = translate("Problem", "is a folder, not a scenario file")
        raise ScenarioError(Problem("", "", why))
    if not stat.S_ISREG(found.st_mode):
        raise ScenarioError(Problem("", "", translate("Problem", "is not a plain file")))
    if found.st_size > LARGEST_FILE:
        size = translate("Problem", "{size} MB").format(size=written(found.st_size / 1e6, ",.0f"))
        allowed = translate("Problem", "a scenario file has at most {size} MB")
        allowed = allowed.format(size=written(LARGEST_FILE / 1e6, ".0f"))
        raise ScenarioError(Problem(translate("Problem", "size"), size, allowed))
    return path.read_bytes()


def parse(data: bytes) -> Document:
    """A document from a file's bytes: a scenario file, or a flat object of parameters."""
    content = _json(data)
    if not isinstance(content, dict):
        why = translate("Problem", "is not a Headroom scenario: no JSON object")
        raise ScenarioError(Problem("", "", why))
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
            twin = next(k for i, (k, _) in enumerate(pairs) if k in dict(pairs[:i]))
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
        reason = translate("Json", error.msg)
        why = why.format(line=error.lineno, column=error.colno, reason=reason)
        raise ScenarioError(Problem("", "", why)) from None
    except (RecursionError, ValueError):  # nested too deep; a number of thousands of digits
        why = translate("Problem", "damaged JSON: nested too deep or too long")
        raise ScenarioError(Problem("", "", why)) from None


def _scenario_file(content: dict[str, Any]) -> Document:
    if content["format"] != FORMAT:
        raise ScenarioError(Problem("format", shown(content["format"]), one_of([f'"{FORMAT}"'])))
    number = content.get("version")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        allowed = number_within(1, VERSION, whole=True)
        raise ScenarioError(Problem("version", shown(number), allowed))
    newer = number > VERSION
    given = content.get("parameters")
    if not isinstance(given, dict):
        raise ScenarioError(Problem("parameters", shown(given), one_of(["{key: value, ...}"])))
    catalogue = shipped_catalogue()
    if "catalogue" in content:
        catalogue = read_catalogue(content["catalogue"])
    inside = [row.key for row in PARAMETERS if row.key not in OUTSIDE_PARAMETERS]
    values = {key: value for key, value in given.items() if key in inside}
    values |= {key: content[key] for key in OUTSIDE_PARAMETERS if key in content}
    values.setdefault("events", [])
    scenario = _scenario(
        values, content.get("name", untitled()), content.get("notes", ""), catalogue
    )
    unknown = _unknown(content, (*TOP_LEVEL, "parameters", "events", "catalogue"))
    unknown_parameters = _unknown(given, inside)
    if unknown_parameters:
        unknown = {**unknown, "parameters": unknown_parameters}
    notices = _notices([*unknown_parameters, *(key for key in unknown if key != "parameters")])
    if newer:
        notice = translate(
            "Problem", "written by a newer Headroom (version {number}): opened read-only"
        )
        notices = (notice.format(number=number), *notices)
    return Document(scenario, unknown, notices, read_only=newer)


def _flat(content: dict[str, Any]) -> Document:
    """One object of parameters with `title` and `description`, as models exchange them."""
    known = [row.key for row in PARAMETERS]
    values = {key: value for key, value in content.items() if key in known}
    values.setdefault("events", [])
    title, notes = content.get("title", untitled()), content.get("description", "")
    unknown = _unknown(content, (*known, "title", "description"))
    scenario = _scenario(values, title, notes, shipped_catalogue())
    return Document(scenario, unknown, _notices(list(unknown)))


def _unknown(content: dict[str, Any], known: Sequence[str]) -> dict[str, Any]:
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
    listed = ", ".join(shown(key, quote=False) for key in keys[:5])
    if len(keys) > 5:
        listed += " " + translate("Problem", "and %n more", "", len(keys) - 5)
    notice = translate("Problem", "unknown keys, kept but not used: {keys}")
    return (notice.format(keys=listed),)


def _scenario(values: dict[str, Any], name: Any, notes: Any, catalogue: Catalogue) -> Scenario:
    """A checked scenario in which every parameter is given."""
    lacking = [row for row in PARAMETERS if row.key not in values]
    if lacking:
        raise ScenarioError([Problem(row.key, missing(), row.allowed) for row in lacking])
    return Scenario(catalogue=catalogue).having(name=name, notes=notes, **values)


def text_of(document: Document) -> str:
    """The file's text: stable order, a parameter, an event, a chip a line."""
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
        _block("events", "[", [_item(vars(event)) for event in scenario.events], "]"),
        _catalogue_block(scenario.catalogue),
        *(_line(key, value) for key, value in unknown.items() if key != "parameters"),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def plain(value: Value) -> Any:
    """A parameter's value as JSON has it."""
    if isinstance(value, PerFamily):
        return dict(value)
    if isinstance(value, tuple):
        return [vars(v) if isinstance(v, Event) else list(v) for v in value]
    return value


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _line(key: str, value: Any, indent: int = 2) -> str:
    return f"{' ' * indent}{_dump(key)}: {_dump(value)}"


def _item(value: Any, indent: int = 4) -> str:
    return f"{' ' * indent}{_dump(value)}"


def _block(key: str, left: str, lines: list[str], right: str, indent: int = 2) -> str:
    start = f"{' ' * indent}{_dump(key)}: {left}"
    if not lines:
        return start + right
    return start + "\n" + ",\n".join(lines) + f"\n{' ' * indent}{right}"


def _catalogue_block(catalogue: Catalogue) -> str:
    columns = [column.name for column in fields(Chip)]
    chips = [_item({c: getattr(chip, c) for c in columns}, 6) for chip in catalogue.chips]
    inner = [_line("name", catalogue.name, 4), _block("chips", "[", chips, "]", 4)]
    return _block("catalogue", "{", inner, "}")


def save(document: Document, path: str | os.PathLike[str]) -> None:
    """Write the document whole or not at all. Raises ScenarioError."""
    if document.read_only:
        why = translate(
            "Problem",
            "was written by a newer Headroom and is read-only; save it under another name",
        )
        raise ScenarioError(Problem("", "", why), os.fspath(path))
    write_whole(path, text_of(document).encode())


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write beside, then replace: the old file or the new one, never half of one.

    Raises ScenarioError naming the file and the reason.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(beside, mode)
            os.replace(beside, target)
        except BaseException:
            os.unlink(beside)
            raise
    except OSError as error:
        problem = Problem("", "", unwritable(reason_of(error)))
        raise ScenarioError(problem, os.fspath(path)) from None
    except ValueError:  # a path with a zero byte
        problem = Problem("", "", unwritable(translate("Problem", "not a path")))
        raise ScenarioError(problem, os.fspath(path)) from None


def unreadable(reason: str) -> str:
    return translate("Problem", "cannot be read: {reason}").format(reason=reason)


def unwritable(reason: str) -> str:
    return translate("Problem", "cannot be written: {reason}").format(reason=reason)


def reason_of(error: OSError) -> str:
    """What the system says is wrong, in the reader's language where it is a common fault."""
    return translate("System", error.strerror) if error.strerror else type(error).__name__


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
