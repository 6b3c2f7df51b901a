"""A report's file made again from what it carries, to be held against the file as it is."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from engine.files.reading import open_plain
from engine.tables.parameter import MONTH_PATTERN
from gui.charts.chart_spec import Size
from gui.charts.export import CHART_SIZE, OVERVIEW_SIZE
from gui.report import carried, pdf_file, png_file, svg_file, workbook_file
from gui.report.carried import Carried
from gui.report.compare import Comparison
from gui.report.content import Content
from gui.report.digests import picture_of
from gui.report.drawing import Drawing
from gui.report.options import PAGES, SCALES, Options
from gui.report.probe import probe
from gui.report.table import csv_bytes, near
from gui.report.workbook import month_serial
from gui.report.workbook_file import CARRIER, Sheet
from gui.report.write import ReportWriter
from gui.system.language import LANGUAGES, SYSTEM, install_language, spoken_language
from gui.words.units import file_units

CHART, STEM = "chart ", "report"


class MadeAgain:
    """What a new run makes of one file, in the file's own language and size.

    `contents` are the runs of what it carries; without a `Drawing` in the file the usual one is
    taken.
    """

    def __init__(self, path: Path, found: Carried, contents: Sequence[Content]) -> None:
        self._found = found
        self._contents = [replace(content) for content in contents]  # with no texts kept yet
        self._whole = OVERVIEW_SIZE if self._chart_key() is None else CHART_SIZE
        self._drawing = found.drawing or _usual(path, self._whole)

    def alike(self) -> bool:
        """Whether this machine draws letters and lines as the one that made the file."""
        if self._found.drawing is None:
            return True  # it does not say so: then it is held to what is drawn here
        scenarios = [content.scenario for content in self._contents]
        return self._drawing.probe == probe(scenarios, self._drawing.scale)

    def has_its_form(self, data: bytes) -> bool:
        """Whether a PNG is plain and as large as it has to be; others have no such form.

        Raises ValueError.
        """
        if not data.startswith(png_file.SIGNATURE):
            return True
        (width, height), scale = self._drawing.size or self._whole, self._drawing.scale
        right = png_file.size(data) == (width * scale, height * scale)
        return right and png_file.is_plain(data)

    def same(self, part: str, path: Path) -> bool:
        """Whether the file shows what a new run shows, numbers apart. Raises ValueError."""
        if part == "sheets":
            with tempfile.TemporaryDirectory(prefix="headroom-") as folder:
                other = Path(folder) / "report.xlsx"
                other.write_bytes(self._made("xlsx"))
                return _same_sheets(*map(workbook_file.sheets, (path, other)))
        data = carried.bytes_of(path)
        if part == "table":
            return _same_rows(*map(_rows_of, (data, self._table())))
        if part == "words":
            return data == self._made("md")
        if part == "pages":
            return pdf_file.drawn(data) == pdf_file.drawn(self._made("pdf"))
        if data.startswith(png_file.SIGNATURE):
            return picture_of(data) == picture_of(self._made("png"))
        return svg_file.drawn(data) == svg_file.drawn(self._made("svg"))

    def _table(self) -> bytes:
        """The CSV: in English where it is of one scenario."""
        key = self._found.kind.partition(" ")[2]
        with self._in_its_language():
            comparison = self._comparison()
            tables = self._contents[0].plain_tables if comparison is None else comparison.tables
            return csv_bytes(tables[key])

    def _made(self, ending: str) -> bytes:
        """The file without what it carries."""
        with self._in_its_language(), tempfile.TemporaryDirectory(prefix="headroom-") as folder:
            options = replace(self._drawing.options, formats=(ending,))
            writer = ReportWriter(Path(folder), options)
            try:
                if ending in ("png", "svg"):
                    path = self._draw(writer, Path(folder) / f"picture.{ending}")
                else:
                    path = Path(folder) / f"{STEM}.{ending}"
                    self._write(writer)
            finally:
                writer.close()
            return path.read_bytes()

    def _draw(self, writer: ReportWriter, path: Path) -> Path:
        comparison, key = self._comparison(), self._chart_key()
        if comparison is not None and key is not None:
            return writer.compared_chart(comparison, key, path)
        if key is not None:
            return writer.chart(self._contents[0], key, path)
        return writer.overview(self._contents[0], path)

    def _write(self, writer: ReportWriter) -> None:
        comparison = self._comparison()
        steps = (
            writer.report(self._contents[0], STEM)
            if comparison is None
            else writer.comparison(comparison, STEM)
        )
        for _ in steps:
            pass

    def _comparison(self) -> Comparison | None:
        return Comparison(tuple(self._contents)) if len(self._contents) > 1 else None

    def _chart_key(self) -> str | None:
        """The chart that a picture is of, None for the whole Overview."""
        keys = list(self._found.numbers)
        alone = len(keys) == 1 and keys[0].startswith(CHART)
        return keys[0].removeprefix(CHART) if alone else None

    @contextmanager
    def _in_its_language(self) -> Iterator[None]:
        app, before = application(), spoken_language()
        language = self._drawing.language
        try:
            if language != before:
                install_language(app, language if language in LANGUAGES else SYSTEM)
            with file_units():
                yield
        finally:
            if spoken_language() != before:
                install_language(app, before)


def application() -> QApplication:
    """The application, without a window where there was none yet: Qt draws letters with it."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from gui.system.application import make_application

    return make_application(spoken_language())


def _usual(path: Path, whole: Size) -> Drawing:
    """How a file was drawn that does not say so: as usual, at the scale that a PNG's size tells."""
    head = read_start(path)
    size = png_file.size(head) if head.startswith(png_file.SIGNATURE) else None
    scales = [scale for scale in SCALES if size == (whole[0] * scale, whole[1] * scale)]
    return Drawing(spoken_language(), PAGES[0], None, (*scales, Options().scale)[0], "")


def read_start(path: Path) -> bytes:
    with open_plain(path) as file:
        return file.read(png_file.HEAD)


def _same_sheets(given: Mapping[str, Sheet], made: Mapping[str, Sheet]) -> bool:
    """Whether the sheets that are seen have the same words, and numbers at the same places."""
    given, made = ({n: s for n, s in each.items() if n != CARRIER} for each in (given, made))
    return given.keys() == made.keys() and all(
        cells.keys() == made[name].keys()
        and all(_alike(value, made[name][place]) for place, value in cells.items())
        for name, cells in given.items()
    )


def _alike(given: str | float, made: str | float) -> bool:
    """Whether two cells say the same; two numbers do, which were compared before."""
    if isinstance(given, str) and isinstance(made, float):  # months were texts once
        return MONTH_PATTERN.fullmatch(given) is not None and month_serial(given) == made
    return isinstance(made, float) or given == made


def _rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))


def _same_rows(given: list[list[str]], made: list[list[str]]) -> bool:
    return [*map(len, given)] == [*map(len, made)] and all(
        all(map(_same_text, *rows)) for rows in zip(given, made, strict=True)
    )


def _same_text(given: str, made: str) -> bool:
    """Whether two cells are of the same text, or of numbers as two machines have them."""
    try:
        return given == made or near(float(given), float(made))
    except ValueError:
        return False
