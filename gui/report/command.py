"""The commands `headroom report` and `headroom verify`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine import Document, Problem, Scenario, ScenarioError
from engine.__main__ import OneLineParser, checked_draws
from engine.problems import shown
from engine.text import translate
from gui.kpis import DEFAULT_MONTH
from gui.report.letters import one_line
from gui.report.options import DEFAULT_FORMATS, FORMATS, Options, checked

COMPARISON = "comparison"


def report(arguments: Sequence[str]) -> int:
    """Write reports of files. Raises ScenarioError."""
    parser = OneLineParser(prog="headroom report", description="Write a report, without a window.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--out", required=True, metavar="DIR", type=Path)
    parser.add_argument(
        "--format",
        default=",".join(DEFAULT_FORMATS),
        metavar="LIST",
        help=f"of {', '.join(FORMATS)}; by default {','.join(DEFAULT_FORMATS)}",
    )
    parser.add_argument("--draws", metavar="N", help="bands and risk measures of N drawn worlds")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="compare with this scenario")
    parser.add_argument("--month", default=DEFAULT_MONTH, metavar="YYYY-MM", help="of the figures")
    parser.add_argument("--page", default="a4", metavar="a4|letter", help="of the PDF")
    parser.add_argument("--size", metavar="WxH", help="of the pictures, in pixels at scale 1")
    parser.add_argument("--scale", type=int, default=2, metavar="N", help="of the PNGs: 1 to 4")
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
        scale=given.scale,
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
    )


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (
        cross and width.isascii() and width.isdigit() and height.isascii() and height.isdigit()
    ):
        allowed = translate("Command", "allowed is WIDTHxHEIGHT, as 1600x1000")
        raise ScenarioError(Problem("--size", shown(text, quote=False), allowed))
    return int(width[:6]), int(height[:6])


def _month(text: str) -> str:
    from engine.parameter import MONTH_PATTERN

    if not MONTH_PATTERN.fullmatch(text):
        allowed = translate("Command", "allowed is a month, YYYY-MM")
        raise ScenarioError(Problem("--month", shown(text, quote=False), allowed))
    return text


def _language(name: str) -> str:
    from gui.translate import SYSTEM, languages

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
) -> int:
    """Reports of the files, or of the default scenario; all are read before any is written.

    Several files also give a report that compares them. Raises ScenarioError.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window, with or without a screen
    checked(options)
    language = _language(language)
    from gui.report.carried import document_in

    documents = [document_in(path) for path in paths]
    base = None if baseline is None else document_in(baseline).scenario
    from gui.app import make_application, say

    make_application(language)
    from gui.documents import DEFAULT, default_document

    if not paths:
        paths, documents = [Path(DEFAULT)], [default_document()]
    for path, document in zip(paths, documents, strict=True):
        for notice in document.notices:
            say(f"{one_line(str(path))}: {notice}")
    for written in _written(paths, documents, folder, options, draws, base, month):
        if written is not None and sys.stdout is not None:
            print(written)
    return 0


def _written(
    paths: Sequence[Path],
    documents: Sequence[Document],
    folder: Path,
    options: Options,
    draws: int | None,
    baseline: Scenario | None,
    month: str,
) -> Iterator[Path | None]:
    from gui.report.compare import Comparison
    from gui.report.content import Order, gather
    from gui.report.write import ReportWriter, report_stems

    stems = report_stems([*paths, Path(COMPARISON)], [*(d.scenario for d in documents), Scenario()])
    writer = ReportWriter(folder, options)
    contents = []
    try:
        for stem, document in zip(stems, documents, strict=False):
            content = gather(Order(document, baseline, draws, month))
            yield from writer.report(content, stem)
            contents.append(content)
        if len(contents) > 1:
            yield from writer.comparison(Comparison(tuple(contents)), stems[-1])
    finally:
        writer.close()


def verify(arguments: Sequence[str]) -> int:
    """Check files of reports: 0 where all are identical, 1 where one is not, else 2."""
    parser = OneLineParser(
        prog="headroom verify",
        description="Run again what a file of a report rests on, and say whether it is the same.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    given: argparse.Namespace = parser.parse_args(arguments)
    from engine.__main__ import BAD_INPUT
    from gui.app import say
    from gui.report.verify import Verifier

    worst, verifier = 0, Verifier()
    for file in given.files:
        try:
            verdict = verifier.verify(Path(file))
        except ScenarioError as error:
            say(str(error))
            worst = BAD_INPUT
            continue
        if sys.stdout is not None:
            print(f"{one_line(file)}: {verdict.words}")
        worst = max(worst, 0 if verdict.identical else 1)
    return worst
