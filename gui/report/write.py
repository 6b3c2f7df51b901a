"""Writes a report's files one by one: pictures, tables, workbook, pages and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from engine import Problem, Scenario, ScenarioError, files
from engine.problems import shown
from engine.text import translate
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import (
    CHART_SIZE,
    LARGEST,
    MOST_PIXELS,
    OVERVIEW_SIZE,
    SMALLEST,
    Renderer,
    Size,
    caption_of,
    png_bytes,
)
from gui.report import carried, pdf_file, png_file, svg_file, words
from gui.report.compare import Comparison
from gui.report.content import Content
from gui.report.markdown import comparison_markdown, markdown
from gui.report.paper import PAGES
from gui.report.pdf import PdfMaker
from gui.report.table import Table, csv_bytes
from gui.report.tables import drawn_table
from gui.report.verify import body_digest, pixels, workbook_digest
from gui.report.workbook import workbook_bytes

FORMATS = ("png", "svg", "csv", "xlsx", "pdf", "md")
SCALES = (1, 2, 3, 4)
MONTHLY = "monthly"


@dataclass(frozen=True)
class Options:
    """How a report is written. `size` is of the Overview; charts keep their own unless given.

    `outside` leaves the scenario out of the files: for readers who should see no more than
    what is on the page.
    """

    formats: tuple[str, ...] = ("png", "csv")
    page: str = "a4"
    size: Size | None = None
    scale: int = 2
    outside: bool = False


def file_stem(name: str) -> str:
    """A scenario's name as a file's: letters, digits and dashes, never empty or a path."""
    return re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-_")[:80] or "scenario"


def checked(options: Options) -> Options:
    """`options` where they can be done. Raises ScenarioError."""
    for key, value, allowed in (
        ("--format", options.formats, FORMATS),
        ("--page", (options.page,), tuple(PAGES)),
        ("--scale", (options.scale,), SCALES),
    ):
        for part in value or ("",):
            if part not in allowed:
                text = translate("Command", "allowed are {allowed}")
                names = ", ".join(map(str, allowed))
                raise ScenarioError(
                    Problem(key, shown(part, quote=False), text.format(allowed=names))
                )
    size = options.size
    if size is not None:
        small = all(
            low <= side <= high for low, side, high in zip(SMALLEST, size, LARGEST, strict=True)
        )
        if not small or size[0] * size[1] * options.scale**2 > MOST_PIXELS:
            text = translate(
                "Command", "allowed is {least} to {most}, and {pixels} million pixels in all"
            )
            least, most = ("x".join(map(str, side)) for side in (SMALLEST, LARGEST))
            allowed = text.format(least=least, most=most, pixels=MOST_PIXELS // 1_000_000)
            raise ScenarioError(Problem("--size", "x".join(map(str, size)), allowed))
    return options


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        text = translate("Report", "cannot be made: {reason}").format(reason=reason)
        raise ScenarioError(Problem("", "", text), str(folder)) from None


def report_stems(paths: Sequence[Path], scenarios: Sequence[Scenario]) -> list[str]:
    """A file stem for each scenario, told apart where two files have one name."""
    stems: list[str] = []
    for path, scenario in zip(paths, scenarios, strict=True):
        stem = file_stem(path.stem if path.name else scenario.name)
        count = 2
        unique = stem
        while unique in stems:
            unique, count = f"{stem}-{count}", count + 1
        stems.append(unique)
    return stems


class ReportWriter:
    """Writes into one folder, drawing with two hidden plots: one for pixels, one for vectors.

    Its methods are generators: each step is a short piece of work, and gives the path of the
    file that it finished, or None.
    """

    def __init__(self, folder: Path, options: Options) -> None:
        self._folder = folder
        self._options = checked(options)
        self._pixels = Renderer(scale=options.scale)
        self._vectors = Renderer(scale=1)

    def close(self) -> None:
        self._pixels.close()
        self._vectors.close()

    def report(self, content: Content, stem: str) -> Iterator[Path | None]:
        """The files of one scenario. Raises ScenarioError."""
        make_folder(self._folder)
        formats = self._options.formats
        for ending in ("png", "svg"):
            if ending in formats:
                yield from self._pictures(content, stem, ending)
        if "csv" in formats:
            yield from self._tables(content, stem)
        if "xlsx" in formats:
            summary = [words.title(content), words.subtitle(content.order), *words.summary(content)]
            yield self._workbook(_Source(content), summary, content.tables, stem)
        if "pdf" in formats:
            maker = PdfMaker(self._vectors, self._options.page)
            numbers = [t for key, t in content.tables.items() if key in ON_PAGES]
            numbers += content.drawn.values()
            yield from self._pdf(maker, maker.report(content), _Source(content), numbers, stem)
        if "md" in formats:
            numbers = [t for key, t in content.tables.items() if key in ("figures", "differences")]
            yield self._words(_Source(content), markdown(content), numbers, stem)

    def comparison(self, comparison: Comparison, stem: str) -> Iterator[Path | None]:
        """The files that hold several scenarios against each other. Raises ScenarioError."""
        make_folder(self._folder)
        formats, source = self._options.formats, _Source(comparison.contents[0], comparison)
        title = translate("Report", "Comparison of scenarios")
        for ending in ("png", "svg"):
            if ending in formats:
                for key, spec in comparison.charts.items():
                    yield self._chart(source, spec, f"{stem}-{_dashed(key)}", ending, title)
        if "csv" in formats:
            for key, table in comparison.tables.items():
                yield self._table(source, table, f"{stem}-{key.removeprefix('compared_')}.csv")
        if "xlsx" in formats:
            summary = [title, *comparison.names]
            yield self._workbook(source, summary, comparison.tables, stem)
        if "pdf" in formats:
            maker = PdfMaker(self._vectors, self._options.page)
            numbers = list(comparison.all_tables.values())
            yield from self._pdf(maker, maker.comparison(comparison), source, numbers, stem)
        if "md" in formats:
            numbers = list(comparison.tables.values())
            yield self._words(source, comparison_markdown(comparison), numbers, stem)

    # One file each

    def _pictures(self, content: Content, stem: str, ending: str) -> Iterator[Path | None]:
        source, order = _Source(content), content.order
        size = self._options.size or OVERVIEW_SIZE
        bands = content.outlook.ensemble.bands if content.outlook else None
        made = (content.result, order.month, order.choices, content.compared, bands, size)
        numbers = list(map(drawn_table, content.overview.values()))
        numbers.append(content.tables["figures"])
        path = self._folder / f"{stem}-overview.{ending}"
        if ending == "png":
            yield self.png(source, self._pixels.overview(*made), numbers, path)
        else:
            yield self.svg(source, self._vectors.overview_svg(*made), numbers, path)
        for key, spec in content.charts.items():
            yield self._chart(
                source, spec, f"{stem}-{_dashed(key)}", ending, caption_of(content.result)
            )

    def _chart(
        self, source: _Source, spec: ChartSpec, stem: str, ending: str, caption: str
    ) -> Path:
        size = CHART_SIZE if self._options.size is None else self._options.size
        path, numbers = self._folder / f"{stem}.{ending}", [drawn_table(spec)]
        if ending == "png":
            return self.png(source, self._pixels.chart(spec, caption, size), numbers, path)
        return self.svg(source, self._vectors.chart_svg(spec, caption, size), numbers, path)

    def png(self, source: _Source, image: QImage, numbers: Sequence[Table], path: Path) -> Path:
        data = png_bytes(image)
        if not self._options.outside:
            data = png_file.with_carried(data, source.payload("picture", pixels(data), numbers))
        return _put(path, data)

    def svg(self, source: _Source, data: bytes, numbers: Sequence[Table], path: Path) -> Path:
        if not self._options.outside:
            text = source.payload("picture", carried.digest(data), numbers)
            data = svg_file.with_carried(data, text)
        return _put(path, data)

    def _tables(self, content: Content, stem: str) -> Iterator[Path | None]:
        for key, table in content.tables.items():
            if key in OWN_FILES:
                name = f"{stem}.csv" if key == MONTHLY else f"{stem}-{key}.csv"
                yield self._table(_Source(content), table, name)

    def _table(self, source: _Source, table: Table, name: str) -> Path:
        data, path = csv_bytes(table), self._folder / name
        self._beside(path, source, f"table {table.key}", carried.digest(data), ())
        return _put(path, data)

    def _workbook(
        self, source: _Source, summary: Sequence[str], tables: dict[str, Table], stem: str
    ) -> Path:
        text = ""
        if not self._options.outside:
            text = source.payload("workbook", workbook_digest(tables), ())
        data = workbook_bytes(summary, tables, text, summary[0])
        return _put(self._folder / f"{stem}.xlsx", data)

    def _pdf(
        self,
        maker: PdfMaker,
        pages: Iterator[None],
        source: _Source,
        numbers: Sequence[Table],
        stem: str,
    ) -> Iterator[Path | None]:
        yield from pages
        data = maker.data
        yield None
        if not self._options.outside:
            text = source.payload("picture", body_digest(data), numbers)
            data = pdf_file.with_carried(data, text)
        yield _put(self._folder / f"{stem}.pdf", data)

    def _words(self, source: _Source, text: str, numbers: Sequence[Table], stem: str) -> Path:
        data, path = text.encode(), self._folder / f"{stem}.md"
        self._beside(path, source, "words", carried.digest(data), numbers)
        return _put(path, data)

    def _beside(
        self, path: Path, source: _Source, kind: str, body: str, numbers: Sequence[Table]
    ) -> None:
        """What a plain text carries stands beside it; an older one would say what is not so."""
        beside = carried.sidecar(path)
        if not self._options.outside:
            files.write_whole(beside, source.payload(kind, body, numbers).encode())
        else:
            beside.unlink(missing_ok=True)


ON_PAGES = ("figures", "differences", "assumptions", "chips", "risk")
OWN_FILES = (MONTHLY, "bands", "differences", "assumptions", "chips", "risk")


@dataclass(frozen=True)
class _Source:
    """What a file is of: one scenario, or the first of several."""

    content: Content
    comparison: Comparison | None = None

    def payload(self, kind: str, body: str, numbers: Sequence[Table]) -> str:
        others = [c.scenario for c in self.comparison.contents[1:]] if self.comparison else []
        return carried.payload(self.content.order, kind, body, numbers, others)


Step = Callable[[], Path | None]


def _dashed(key: str) -> str:
    return key.replace("_", "-")


def _put(path: Path, data: bytes) -> Path:
    files.write_whole(path, data)
    return path
