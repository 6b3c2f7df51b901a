"""The picture is the file: the scenario that a report's files carry, and how it is read back.

What is carried is a scenario file with one more key, `report`, that says what the numbers rest
on. PNG has it as an iTXt chunk, SVG as metadata, PDF as an attachment, a workbook as a hidden
sheet; CSV and Markdown have it beside them. No Qt here.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine import Document, Problem, Scenario, ScenarioError, files
from engine.fingerprint import fingerprint
from engine.foreign import kind_of, refusal
from engine.problems import shown
from engine.reading import is_plain, open_plain, read_plain
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.report import pdf_file, png_file, svg_file, workbook_file
from gui.report.content import Order
from gui.report.own import CARRYING, KEY, LARGEST_CARRIED, has_sidecar, is_sidecar, sidecar
from gui.report.table import Table

VERSION = 1
ARCHIVE = b"PK"
LISTED_WITHIN = 100_000  # bytes from an archive's end
LARGEST_CARRIER = 200_000_000  # bytes
MOST_OTHERS = 100

Rows = list[list[Any]]


@dataclass(frozen=True)
class Carried:
    """What a file of a report carries.

    `kind` says what the file is, `numbers` are those it draws (by table), `body` is the
    digest of the rest of the file as it was written, and `whole` whether what is carried is
    as it was written.
    """

    order: Order
    others: tuple[Scenario, ...]
    kind: str
    program: str
    data: str
    numbers: Mapping[str, Rows]
    body: str
    whole: bool


@dataclass(frozen=True)
class Found:
    """A document with where it came from: a scenario's own file, or a copy in a report's file."""

    document: Document
    copy: bool
    baseline: Scenario | None = None
    others: tuple[Scenario, ...] = field(default=())


def payload(
    order: Order,
    kind: str,
    body: str,
    numbers: Sequence[Table] = (),
    others: Sequence[Scenario] = (),
) -> str:
    """What a file carries, as a scenario file's text in ASCII."""
    content = _as_file(order.scenario)
    content[KEY] = {
        "version": VERSION,
        "kind": kind,
        "made_with": f"Headroom {PROGRAM_VERSION}",
        "data": fingerprint(order.scenario),
        "seed": order.scenario.seed,
        "draws": order.draws,
        "month": order.month,
        "choices": dict(order.choices),
        "written": order.written,
        "baseline": None if order.baseline is None else _as_file(order.baseline),
        "others": [_as_file(scenario) for scenario in others],
        "numbers": {table.key: [list(row) for row in table.rows] for table in numbers},
        "body": body,
    }
    content[KEY]["seal"] = seal(content)
    text = _pretty(content)
    if len(text) > LARGEST_CARRIED or len(others) > MOST_OTHERS:
        why = translate(
            "Carried",
            "too much for a report's file to carry (notes are long, or scenarios are many); "
            "write it for outside readers, without the scenario inside",
        )
        raise _refusal(why)
    return text


def _as_file(scenario: Scenario) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files.text_of(Document(scenario)))
    return found


def _pretty(content: Mapping[str, Any]) -> str:
    """A line a key: as a file of its own it can still be read by people."""
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in content.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def seal(content: Mapping[str, Any]) -> str:
    """The digest of everything carried but the seal itself."""
    report = {key: value for key, value in content[KEY].items() if key != "seal"}
    text = json.dumps({**content, KEY: report}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def document_in(path: Path) -> Document:
    """The document in whatever file Headroom wrote. Raises ScenarioError."""
    return found_in(path).document


def found_in(path: Path) -> Found:
    """The same, with what else the file tells. Raises ScenarioError."""
    text = _text_in(path)
    if text is None:
        path = sidecar(path) if has_sidecar(path) else path
        if not is_sidecar(path):
            return Found(_loaded(path), copy=False)
        text = files.read(path, LARGEST_CARRIED)
    try:
        carried = parse(text)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    order = carried.order
    return Found(order.document, True, order.baseline, carried.others)


def carried_in(path: Path) -> Carried:
    """What a report's file carries. Raises ScenarioError where it carries nothing."""
    text = _text_in(path)
    try:
        if text is None:
            if not has_sidecar(path):
                _loaded(path)
                raise _refusal(translate("Carried", "carries no scenario to check it by"))
            text = files.read(sidecar(path), LARGEST_CARRIED)
        return parse(text)
    except ScenarioError as error:
        raise error if error.file else error.in_file(str(path)) from None


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of a report. Raises ScenarioError."""
    try:
        return read_plain(path, LARGEST_CARRIER)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    except OSError as error:
        raise _refusal(files.unreadable(files.reason_of(error))).in_file(str(path)) from None


def _loaded(path: Path) -> Document:
    """The document in a scenario file. Raises ScenarioError."""
    try:
        return files.load(path, LARGEST_CARRIED if is_sidecar(path) else files.LARGEST_FILE)
    except ScenarioError as error:
        if path.suffix.lower() not in CARRYING or not is_plain(path):
            raise
        why = translate("Carried", "{what}; a report's has its scenario beside it, in {file}")
        what = str(error.in_file(""))
        raise _refusal(why.format(what=what, file=sidecar(path).name)).in_file(str(path)) from None


def _text_in(path: Path) -> bytes | None:
    """What is carried inside; None for a text, which carries it beside. Raises ScenarioError."""
    try:
        if not is_plain(path):  # the reader of files says so
            return None
        with open_plain(path) as file:
            start = file.read(512)
            size = os.fstat(file.fileno()).st_size
        read = next((read for mark, read in READERS if re.match(mark, start)), None)
        if read is None:
            return None
        if size > LARGEST_CARRIER:
            raise _refusal(translate("Carried", "is too large to be of Headroom"))
        if start.startswith(ARCHIVE) and not _is_workbook(path):
            raise _refusal(refusal(kind_of(start)))
        found = read(path)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or shown(str(error), quote=False)
        text = translate("Carried", "cannot be read: {reason}").format(reason=reason)
        raise ScenarioError(Problem("", "", text), str(path)) from None
    if found is None:
        why = translate("Carried", "is {kind} and carries no scenario")
        kind = translate("Foreign", kind_of(start))
        raise _refusal(why.format(kind=kind)).in_file(str(path))
    return found


def _is_workbook(path: Path) -> bool:
    """Whether an archive lists the parts of one at its end."""
    with open_plain(path) as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - LISTED_WITHIN))
        return b"xl/workbook.xml" in file.read(LISTED_WITHIN)


# a file is what it begins with, whatever it is called
READERS = (
    (rb"\x89PNG\r\n\x1a\n", png_file.carried),
    (rb"%PDF-", pdf_file.carried),
    (rb"PK\x03\x04", workbook_file.carried),
    (rb"(\xef\xbb\xbf)?\s*(<\?xml|<!DOCTYPE svg|<svg)", svg_file.carried),
)


def parse(data: bytes) -> Carried:
    """From the text that is carried. Raises ScenarioError."""
    content = files.content_of(data, LARGEST_CARRIED)
    document = files.parse_object(content)
    report = content.get(KEY)
    if not isinstance(report, dict) or not isinstance(report.get("version"), int):
        raise _refusal(translate("Carried", "carries no scenario to check it by"))
    if report["version"] > VERSION:
        raise _refusal(translate("Carried", "was written by a newer Headroom"))
    unknown = {key: value for key, value in document.unknown.items() if key != KEY}
    try:
        others = [_scenario(entry) for entry in report["others"][:MOST_OTHERS]]
        order = Order(
            Document(document.scenario, unknown, read_only=document.read_only),
            None if report["baseline"] is None else _scenario(report["baseline"]),
            None if report["draws"] is None else int(report["draws"]),
            str(report["month"]),
            {str(key): str(choice) for key, choice in report["choices"].items()},
            str(report["written"]),
        )
        numbers = {str(key): [list(row) for row in rows] for key, rows in report["numbers"].items()}
        return Carried(
            order,
            tuple(others),
            str(report["kind"]),
            str(report["made_with"]),
            str(report["data"]),
            numbers,
            str(report["body"]),
            report.get("seal") == seal(content),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, ScenarioError):
            raise
        raise _refusal(translate("Carried", "what it carries is damaged")) from None


def _scenario(content: object) -> Scenario:
    if not isinstance(content, dict):
        raise TypeError
    return files.parse_object(content).scenario


def _refusal(text: str) -> ScenarioError:
    return ScenarioError(Problem("", "", text))
