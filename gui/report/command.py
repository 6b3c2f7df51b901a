"""The commands `headroom report` and `headroom verify`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine import Document, Problem, Scenario, ScenarioError, console
from engine.__main__ import checked_draws, whole_number
from engine.console import BAD_INPUT, OneLineParser
from engine.problems import shown
from engine.text import translate
from gui.report.options import (
    DEFAULT_FORMATS,
    FORMATS,
    SCALES,
    Options,
    among,
    checked,
    too_large_size,
)
from gui.words.kpis import DEFAULT_MONTH
from gui.words.sanitize import one_line

if TYPE_CHECKING:
    from gui.report.content import Content, Order

COMPARISON = "comparison"
LONGEST_SIDE = 6  # digits of a picture's width


def _folder(text: str) -> Path:
    """Raises ArgumentTypeError for nothing, which would be the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("allowed is a folder")
    return Path(text)


def report(arguments: Sequence[str]) -> int:
    """Write reports of files. Raises ScenarioError."""
    parser = OneLineParser(prog="headroom report", description="Write a report, without a window.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--out", required=True, metavar="DIR", type=_folder)
    parser.add_argument(
        "--format",
        default=",".join(DEFAULT_FORMATS),
        metavar="LIST",
        help=f"of {', '.join(FORMATS)}; by default {','.join(DEFAULT_FORMATS)}",
    )
    parser.add_argument("--draws", metavar="N", help="bands and risk measures of N drawn worlds")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="compare with this scenario")
    parser.add_argument("--month", default=DEFAULT_MONTH, metavar="YYYY-MM", help="of the figures")
    parser.add_argument(
        "--pages", default="", metavar="LIST", help="of analyses, that go along: risk"
    )
    parser.add_argument("--page", default="a4", metavar="a4|letter", help="of the PDF")
    parser.add_argument("--size", metavar="WxH", help="of the pictures, in pixels at scale 1")
    parser.add_argument("--scale", default="2", metavar="N", help="of the PNGs: 1 to 4")
    parser.add_argument(
        "--outside",
        action="store_true",
        help="for outside readers: the files carry a short code in the place of the scenario",
    )
    parser.add_argument(
        "--language",
        default="system",
        metavar="system|en|fr",
        help="of the texts; what programs read is never translated",
    )
    given: argparse.Namespace = parser.parse_args(arguments)
    draws = None if given.draws is None else checked_draws(given.draws)
    options = Options(
        formats=tuple(part.strip().lower() for part in given.format.split(",") if part.strip()),
        page=given.page.lower(),
        size=None if given.size is None else _size(given.size),
        scale=_scale(given.scale),
        outside=given.outside,
    )
    paths = [Path(file) for file in given.files]
    return write_reports(
        paths,
        given.out,
        options,
        draws,
        baseline=given.baseline,
        month=_month(given.month),
        language=given.language,
        pages=_pages(given.pages),
    )


def _pages(text: str) -> tuple[str, ...]:
    from gui.report.chapters import CHAPTERS

    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    for part in chosen:
        if part not in CHAPTERS:
            raise among("--pages", part, tuple(CHAPTERS))
    return tuple(dict.fromkeys(chosen))


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (
        cross and width.isascii() and width.isdigit() and height.isascii() and height.isdigit()
    ):
        allowed = translate("Command", "allowed is WIDTHxHEIGHT, as 1600x1000")
        raise ScenarioError(Problem("--size", shown(text, quote=False), allowed))
    if max(len(width), len(height)) > LONGEST_SIDE:
        raise too_large_size(text)
    return int(width), int(height)


def _scale(text: str) -> int:
    scale = whole_number(text, max(SCALES))
    if scale < 0:
        raise among("--scale", text, tuple(map(str, SCALES)))
    return scale


def _month(text: str) -> str:
    from engine.tables.parameter import MONTH_PATTERN

    if not MONTH_PATTERN.fullmatch(text):
        allowed = translate("Command", "allowed is a month, YYYY-MM")
        raise ScenarioError(Problem("--month", shown(text, quote=False), allowed))
    return text


def _language(name: str) -> str:
    from gui.system.language import SYSTEM, languages

    allowed = (SYSTEM, *languages())
    if name not in allowed:
        text = translate("Command", "allowed are {allowed}").format(allowed=", ".join(allowed))
        raise ScenarioError(Problem("--language", shown(name, quote=False), text))
    return name


def write_reports(
    paths: Sequence[Path],
    folder: Path,
    options: Options = Options(),  # noqa: B008 - frozen
    draws: int | None = None,
    *,
    baseline: Path | None = None,
    month: str = DEFAULT_MONTH,
    language: str = "system",
    pages: tuple[str, ...] = (),
) -> int:
    """Reports of the files, or of the default scenario; all are read before any is written.

    Several files also give a report that compares them. Raises ScenarioError.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window, with or without a screen
    checked(options)
    language = _language(language)
    from gui.report.carried import MOST_OTHERS, document_in

    if len(paths) > MOST_OTHERS + 1 and not options.outside:
        allowed = translate("Command", "allowed are {count} at once")
        found = translate("Command", "%n file(s)", "", len(paths))
        raise ScenarioError(Problem(found, "", allowed.format(count=MOST_OTHERS + 1)))
    documents = [document_in(path) for path in paths]
    base = None if baseline is None else document_in(baseline).scenario
    from gui.system.application import make_application

    make_application(language)
    from gui.document.templates import DEFAULT, default_document

    if not paths:
        paths, documents = [Path(DEFAULT)], [default_document()]
    for path, document in zip(paths, documents, strict=True):
        for notice in document.notices:
            console.complain(f"{one_line(str(path))}: {notice}")
    inputs = [*paths, *([] if baseline is None else [baseline])]
    count = 0
    try:
        asked = (options, draws, base, month, pages)
        for written in _written(inputs, paths, documents, folder, *asked):
            if written is not None:
                count += 1
                console.tell(str(written))
    except KeyboardInterrupt:
        return console.stopped(count)
    return 0


def _written(
    inputs: Sequence[Path],
    paths: Sequence[Path],
    documents: Sequence[Document],
    folder: Path,
    options: Options,
    draws: int | None,
    baseline: Scenario | None,
    month: str,
    pages: tuple[str, ...],
) -> Iterator[Path | None]:
    from gui.report.compare import Comparison
    from gui.report.content import Order
    from gui.report.own import refuse_foreign
    from gui.report.write import ReportWriter, file_names, report_stems

    stems = report_stems([*paths, Path(COMPARISON)], [*(d.scenario for d in documents), Scenario()])
    for stem in stems if len(documents) > 1 else stems[:1]:  # before the runs, which may take long
        for name in file_names(stem, options.formats):
            refuse_foreign(folder / name, inputs)
    writer = ReportWriter(folder, options, inputs)
    contents = []
    try:
        for stem, document in zip(stems, documents, strict=False):
            content = _gathered(Order(document, baseline, draws, month, pages=pages))
            yield from writer.report(content, stem)
            contents.append(content)
        if len(contents) > 1:
            yield from writer.comparison(Comparison(tuple(contents)), stems[-1])
    finally:
        writer.close()


def _gathered(order: Order) -> Content:
    """The runs, and on the terminal how far they are where they take long."""
    from gui.report.content import gather

    if order.draws is None:
        return gather(order)
    progress = console.Progress(translate("Command", "%n draw(s)", "", order.draws))
    try:
        return gather(order, progress)
    finally:
        progress.end()


def verify(arguments: Sequence[str]) -> int:
    """Check files of reports: 0 where all are identical, 1 where one is not, else 2.

    2 is where a file can't be read, or where its picture can't be compared on this machine.
    """
    parser = OneLineParser(
        prog="headroom verify",
        description="Run again what a file of a report rests on, and say whether it is the same.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    given: argparse.Namespace = parser.parse_args(arguments)
    # of a damaged picture Qt would say more than our one line
    os.environ.setdefault("QT_LOGGING_RULES", "qt.gui.imageio*=false")
    from gui.report.verify import Verifier

    progress = console.Progress(translate("Command", "the drawn worlds"))
    worst, verifier = 0, Verifier(progress)
    for file in given.files:
        try:
            verdict = verifier.verify(Path(file))
        except ScenarioError as error:
            console.complain(str(error))
            worst = BAD_INPUT
            continue
        finally:
            progress.end()
        console.tell(f"{one_line(file)}: {verdict.words}")
        code = 0 if verdict.identical else 1 if verdict.checked else BAD_INPUT
        worst = max(worst, code)
    return worst
