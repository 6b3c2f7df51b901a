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

from engine import Document, Problem, Scenario, ScenarioError
from engine.__main__ import MOST_DRAWS
from engine.files import scenario_files
from engine.files.fingerprint import fingerprint
from engine.files.foreign import kind_of, refusal
from engine.files.reading import is_plain, open_plain, read_plain
from engine.problems import shown
from engine.tables.limits import number_within, one_of
from engine.tables.parameter import MONTH_PATTERN
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.charts import specs
from gui.report import pdf_file, png_file, svg_file, workbook_file
from gui.report.chapters import CHAPTERS
from gui.report.content import Order
from gui.report.drawing import Drawing, drawing_from
from gui.report.own import CARRYING, KEY, LARGEST_CARRIED, has_sidecar, is_sidecar, sidecar
from gui.report.table import Table

VERSION = 1
ARCHIVE = b"PK"
LISTED_WITHIN = 100_000  # bytes from an archive's end
LARGEST_CARRIER = 200_000_000  # bytes
MOST_OTHERS = 100
START = 512  # bytes that tell what a file is
LONGEST_TEXT = 200  # characters of each word about the report
LARGEST_NUMBER = 10**300

Rows = list[list[Any]]


@dataclass(frozen=True)
class Carried:
    """What a file of a report carries.

    `kind` says what the file is, `numbers` are those it draws (by table), `body` is the
    digest of the rest of the file as it was written, `whole` whether what is carried is as it
    was written, and `drawing` how it was drawn, where it says so.
    """

    order: Order
    others: tuple[Scenario, ...]
    kind: str
    program: str
    data: str
    numbers: Mapping[str, Rows]
    body: str
    whole: bool
    drawing: Drawing | None = None


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
    drawing: Drawing | None = None,
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
        "pages": list(order.pages),
        "baseline": None if order.baseline is None else _as_file(order.baseline),
        "others": [_as_file(scenario) for scenario in others],
        "numbers": {table.key: [list(row) for row in table.rows] for table in numbers},
        "body": body,
        "drawing": None if drawing is None else drawing.as_json(),
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
    found: dict[str, Any] = json.loads(scenario_files.text_of(Document(scenario)))
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
        text = scenario_files.read(path, LARGEST_CARRIED)
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
            text = scenario_files.read(sidecar(path), LARGEST_CARRIED)
        return parse(text)
    except ScenarioError as error:
        raise error if error.file else error.in_file(str(path)) from None


def bytes_of(path: Path, most: int = LARGEST_CARRIER) -> bytes:
    """The bytes of a file of a report. Raises ScenarioError."""
    try:
        return read_plain(path, most)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    except OSError as error:
        raise _refusal(scenario_files.unreadable(scenario_files.reason_of(error))).in_file(
            str(path)
        ) from None


def _loaded(path: Path) -> Document:
    """The document in a scenario file. Raises ScenarioError."""
    try:
        return scenario_files.load(
            path, LARGEST_CARRIED if is_sidecar(path) else scenario_files.LARGEST_FILE
        )
    except ScenarioError as error:
        if path.suffix.lower() not in CARRYING or not is_plain(path):
            raise
        why = translate("Carried", "{what}; a report's has its scenario beside it, in {file}")
        what = str(error.in_file(""))
        raise _refusal(why.format(what=what, file=sidecar(path).name)).in_file(str(path)) from None


def start_of(path: Path) -> bytes:
    """The first bytes of a file, which tell what it is. Raises ScenarioError."""
    try:
        with open_plain(path) as file:
            return file.read(START)
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _text_in(path: Path) -> bytes | None:
    """What is carried inside; None for a text, which carries it beside. Raises ScenarioError."""
    try:
        if not is_plain(path):  # the reader of files says so
            return None
        with open_plain(path) as file:
            start = file.read(START)
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
    except (OSError, ValueError, MemoryError) as error:
        raise unreadable(path, error) from None
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


def unreadable(path: Path, error: Exception) -> ScenarioError:
    """That what a reader says of a file stands in its way."""
    reason = getattr(error, "strerror", None) or shown(str(error), quote=False)
    text = translate("Carried", "cannot be read: {reason}").format(reason=reason)
    return ScenarioError(Problem("", "", text), str(path))


# a file is what it begins with, whatever it is called
READERS = (
    (rb"\x89PNG\r\n\x1a\n", png_file.carried),
    (rb"%PDF-", pdf_file.carried),
    (rb"PK\x03\x04", workbook_file.carried),
    (rb"(\xef\xbb\xbf)?\s*(<\?xml|<!DOCTYPE svg|<svg)", svg_file.carried),
)


def parse(data: bytes) -> Carried:
    """From the text that is carried. Raises ScenarioError."""
    content = scenario_files.content_of(data, LARGEST_CARRIED)
    document = scenario_files.parse_object(content)
    report = content.get(KEY)
    number = report.get("version") if isinstance(report, dict) else None
    if not isinstance(report, dict) or type(number) is not int:
        raise _refusal(translate("Carried", "carries no scenario to check it by"))
    if number > VERSION:
        raise _refusal(translate("Carried", "was written by a newer Headroom"))
    unknown = {key: value for key, value in document.unknown.items() if key != KEY}
    own = Document(document.scenario, unknown, read_only=document.read_only)
    try:
        return _Entry(report).carried(own, whole=report.get("seal") == seal(content))
    except (KeyError, TypeError, RecursionError):
        raise _refusal(translate("Carried", "what it carries is damaged")) from None


class _Entry:
    """What stands under `report`, each value of the type and within the bounds it has to be.

    Raises KeyError, TypeError or ScenarioError.
    """

    def __init__(self, report: Mapping[str, Any]) -> None:
        self._report = report

    def carried(self, document: Document, *, whole: bool) -> Carried:
        baseline, others = self._report["baseline"], self._report["others"]
        if not isinstance(others, list):
            raise TypeError
        order = Order(
            document,
            None if baseline is None else _scenario(baseline),
            self._draws(),
            self._month(),
            self._choices(),
            self._text("written"),
            self._pages(),
        )
        return Carried(
            order,
            tuple(_scenario(entry) for entry in others[:MOST_OTHERS]),
            self._text("kind"),
            self._text("made_with"),
            self._text("data"),
            self._numbers(),
            self._text("body"),
            whole,
            drawing_from(self._report.get("drawing")),
        )

    def _text(self, key: str) -> str:
        found = self._report[key]
        if not isinstance(found, str) or len(found) > LONGEST_TEXT:
            raise TypeError
        return found

    def _draws(self) -> int | None:
        draws = self._report["draws"]
        if draws is None:
            return None
        if type(draws) is not int or not 1 <= draws <= MOST_DRAWS:
            allowed = number_within(1, MOST_DRAWS, whole=True)
            raise ScenarioError(Problem(f"{KEY}.draws", shown(draws), allowed))
        return draws

    def _month(self) -> str:
        month = self._report["month"]
        if not isinstance(month, str) or not MONTH_PATTERN.fullmatch(month):
            allowed = translate("Command", "allowed is a month, YYYY-MM")
            raise ScenarioError(Problem(f"{KEY}.month", shown(month), allowed))
        return month

    def _pages(self) -> tuple[str, ...]:
        """Those of analyses that went along; none in files of before there were any."""
        pages = self._report.get("pages", [])
        if not isinstance(pages, list) or any(page not in CHAPTERS for page in pages):
            allowed = translate("Command", "allowed are {allowed}")
            allowed = allowed.format(allowed=", ".join(CHAPTERS))
            raise ScenarioError(Problem(f"{KEY}.pages", shown(pages), allowed))
        return tuple(dict.fromkeys(pages))

    def _choices(self) -> dict[str, str]:
        """Of the charts that have some; what this Headroom does not know can't be drawn."""
        choices = self._report["choices"]
        rows = {row.key: row.choices for row in specs.ALL_CHARTS}
        if not isinstance(choices, dict):
            raise TypeError
        for key, choice in choices.items():
            usual = choice == ""  # the chart's first, or it has none
            if key in rows and not (isinstance(choice, str) and (usual or choice in rows[key])):
                allowed = one_of(tuple(rows[key]))
                raise ScenarioError(Problem(f"{KEY}.choices", shown(choice), allowed))
        return {key: choice for key, choice in choices.items() if key in rows}

    def _numbers(self) -> dict[str, Rows]:
        numbers = self._report["numbers"]
        if not isinstance(numbers, dict):
            raise TypeError
        for rows in numbers.values():
            if not all(map(_is_cell, (cell for row in rows for cell in row))):
                raise TypeError
        return {key: [list(row) for row in rows] for key, rows in numbers.items()}


def _is_cell(value: object) -> bool:
    if type(value) is int:
        return abs(value) < LARGEST_NUMBER  # larger ones are no fractions
    return value is None or type(value) in (str, float)


def _scenario(content: object) -> Scenario:
    if not isinstance(content, dict):
        raise TypeError
    return scenario_files.parse_object(content).scenario


def _refusal(text: str) -> ScenarioError:
    return ScenarioError(Problem("", "", text))
