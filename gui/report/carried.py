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
from engine.problems import shown
from engine.reading import is_plain, open_plain, read_plain
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.report import pdf_file, png_file, svg_file, workbook_file
from gui.report.content import Order
from gui.report.table import Table

KEY = "report"
VERSION = 1
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
    return _pretty(content)


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


def sidecar(path: Path) -> Path:
    """The file beside `path` that carries what a plain text cannot."""
    return path.with_name(path.name + files.SUFFIX)


def document_in(path: Path) -> Document:
    """The document in whatever file Headroom wrote. Raises ScenarioError."""
    return found_in(path).document


def found_in(path: Path) -> Found:
    """The same, with what else the file tells. Raises ScenarioError."""
    text = _text_in(path)
    if text is None:
        path = sidecar(path) if _has_sidecar(path) else path
        document = files.load(path)
        if KEY not in document.unknown:
            return Found(document, copy=False)
        text = bytes_of(path)
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
            beside = sidecar(path) if _has_sidecar(path) else path
            document = files.load(beside)
            if KEY not in document.unknown or beside == path:
                raise _refusal(translate("Carried", "carries no scenario to check it by"))
            text = bytes_of(beside)
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


def _has_sidecar(path: Path) -> bool:
    return path.suffix != files.SUFFIX and is_plain(sidecar(path))


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
        found = read(path)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or shown(str(error), quote=False)
        text = translate("Carried", "cannot be read: {reason}").format(reason=reason)
        raise ScenarioError(Problem("", "", text), str(path)) from None
    if found is None:
        why = _refusal(translate("Carried", "carries no scenario"))
        raise why.in_file(str(path))
    return found


# a file is what it begins with, whatever it is called
READERS = (
    (rb"\x89PNG\r\n\x1a\n", png_file.carried),
    (rb"%PDF-", pdf_file.carried),
    (rb"PK\x03\x04", workbook_file.carried),
    (rb"(\xef\xbb\xbf)?\s*(<\?xml|<!DOCTYPE svg|<svg)", svg_file.carried),
)


def parse(data: bytes) -> Carried:
    """From the text that is carried. Raises ScenarioError."""
    document = files.parse(data)
    content = json.loads(data.decode("utf-8-sig"))
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
    return files.parse(json.dumps(content).encode()).scenario


def _refusal(text: str) -> ScenarioError:
    return ScenarioError(Problem("", "", text))
