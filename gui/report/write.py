"""Writes a report's files one by one: pictures, tables, workbook, pages and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from engine import Problem, Scenario, ScenarioError
from engine.files import scenario_files
from engine.text import translate
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import CHART_SIZE, OVERVIEW_SIZE, Renderer, caption_of, png_bytes
from gui.report import carried, own, pdf_file, png_file, svg_file, words
from gui.report.chapters import TABLES as CHAPTER_TABLES
from gui.report.compare import COLUMNS, Comparison
from gui.report.content import Content
from gui.report.digests import body_digest, pixels, workbook_digests
from gui.report.endings import PICTURES, TABLES, named_as
from gui.report.markdown import comparison_markdown, markdown
from gui.report.options import FORMATS, Options, checked
from gui.report.paper import meant_letters
from gui.report.pdf import PdfMaker
from gui.report.probe import drawing_of
from gui.report.table import Table, csv_bytes, without_mark
from gui.report.tables import drawn_table
from gui.report.workbook import workbook_bytes
from gui.words.sanitize import alike, file_stem

MONTHLY = "monthly"


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        text = translate("Report", "cannot be made: {reason}").format(reason=reason)
        raise ScenarioError(Problem("", "", text), str(folder)) from None


def report_stems(paths: Sequence[Path], scenarios: Sequence[Scenario]) -> list[str]:
    """A file stem for each scenario, told apart where two reports would have a file in common.

    So they would where names differ in case alone, on Windows and macOS, and where one is called
    as a table of the other: `plan` and `plan-risk`.
    """
    stems: list[str] = []
    taken: set[str] = set()
    for path, scenario in zip(paths, scenarios, strict=True):
        stem = file_stem(path.stem if path.name else scenario.name)
        unique, count = stem, 2
        while taken & (names := set(map(alike, file_names(unique)))):
            unique, count = f"{stem}-{count}", count + 1
        stems.append(unique)
        taken |= names
    return stems


def file_names(stem: str, formats: Sequence[str] = FORMATS) -> list[str]:
    """The files that a report or a comparison of this stem may have."""
    charts = [row.key for row in specs.ALL_CHARTS]
    pictures = list(dict.fromkeys(["overview", *map(_dashed, (*charts, *COLUMNS))]))
    parts = {
        "png": pictures,
        "svg": pictures,
        "csv": ["", *dict.fromkeys(key for key in (*OWN_FILES, *COMPARED) if key != MONTHLY)],
    }
    names = []
    for ending in formats:
        for part in parts.get(ending, [""]):
            name = f"{stem}-{part}.{ending}" if part else f"{stem}.{ending}"
            names.append(name)
            if f".{ending}" in own.CARRYING:
                names.append(name + scenario_files.SUFFIX)
    return names


class ReportWriter:
    """Writes into one folder, drawing with two hidden plots: one for pixels, one for vectors.

    Its methods are generators: each step is a short piece of work, and gives the path of the
    file that it finished, or None.
    """

    def __init__(
        self, folder: Path, options: Options, inputs: Sequence[Path] = (), *, asked: bool = False
    ) -> None:
        """Into `folder`, never over one of the `inputs`; over what is none of a report's only
        where whoever names the file has been `asked`.
        """
        self._folder = folder
        self._options = checked(options)
        self.guard(inputs, asked=asked)
        self._pixels = Renderer(scale=options.scale)
        self._vectors = Renderer(scale=1)

    def guard(self, inputs: Sequence[Path], *, asked: bool = False) -> None:
        """What is not written over from now on."""
        self._inputs = inputs
        self._asked = asked

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
            path = self._folder / f"{stem}.xlsx"
            yield self._workbook(_Source(content), _summary(content), content.tables, path)
        if "pdf" in formats:
            maker = PdfMaker(self._vectors, self._options.page)
            numbers = [t for key, t in content.tables.items() if key in ON_PAGES]
            numbers += content.drawn.values()
            yield from self._pdf(maker, maker.report(content), _Source(content), numbers, stem)
        if "md" in formats:
            worded = ("figures", "differences", "rests", *CHAPTER_TABLES)
            numbers = [t for key, t in content.tables.items() if key in worded]
            yield self._words(_Source(content), markdown(content), numbers, stem)

    def comparison(self, comparison: Comparison, stem: str) -> Iterator[Path | None]:
        """The files that hold several scenarios against each other. Raises ScenarioError."""
        make_folder(self._folder)
        formats, source = self._options.formats, _Source(comparison.contents[0], comparison)
        for ending in ("png", "svg"):
            if ending in formats:
                for key in comparison.charts:
                    path = self._folder / f"{stem}-{_dashed(key)}.{ending}"
                    yield self.compared_chart(comparison, key, path)
        if "csv" in formats:
            for key, table in comparison.tables.items():
                name = f"{stem}-{key.removeprefix('compared_')}.csv"
                yield self._table(source, table, self._folder / name)
        if "xlsx" in formats:
            summary = _comparison_summary(comparison)
            path = self._folder / f"{stem}.xlsx"
            yield self._workbook(source, summary, comparison.tables, path)
        if "pdf" in formats:
            maker = PdfMaker(self._vectors, self._options.page)
            numbers = list(comparison.all_tables.values())
            yield from self._pdf(maker, maker.comparison(comparison), source, numbers, stem)
        if "md" in formats:
            numbers = list(comparison.tables.values())
            yield self._words(source, comparison_markdown(comparison), numbers, stem)

    def expected(self, content: Content) -> int:
        """About how many steps a report takes."""
        pictures = len(content.charts) + 1
        more = len(content.chapters)
        own_files = len(OWN_FILES) - len(CHAPTER_TABLES) + more
        steps = {"png": pictures, "svg": pictures, "csv": own_files, "xlsx": 1, "md": 1}
        steps["pdf"] = 2 * (len(content.charts) + more) + STEPS_OF_TABLES
        return max(1, sum(steps[name] for name in self._options.formats))

    # One file each; the folder is there

    def _pictures(self, content: Content, stem: str, ending: str) -> Iterator[Path | None]:
        yield self.overview(content, self._folder / f"{stem}-overview.{ending}")
        for key in content.charts:
            yield self.chart(content, key, self._folder / f"{stem}-{_dashed(key)}.{ending}")

    def overview(self, content: Content, path: Path) -> Path:
        """The whole Overview; PNG, or SVG where the path says so. Raises ScenarioError."""
        path = named_as(path, PICTURES)
        size, order = self._options.size or OVERVIEW_SIZE, content.order
        made = (content.result, order.month, order.choices, content.compared, content.bands, size)
        numbers = [content.tables["figures"], *map(drawn_table, content.overview.values())]
        if path.suffix.lower() == ".svg":
            return self._svg(_Source(content), self._vectors.overview_svg(*made), numbers, path)
        return self._png(_Source(content), self._pixels.overview(*made), numbers, path)

    def chart(self, content: Content, key: str, path: Path) -> Path:
        """One chart; PNG, or SVG where the path says so. Raises ScenarioError."""
        path = named_as(path, PICTURES)
        caption = caption_of(content.result)
        return self._chart(_Source(content), content.charts[key], caption, path)

    def compared_chart(self, comparison: Comparison, key: str, path: Path) -> Path:
        """One chart of several scenarios. Raises ScenarioError."""
        source, spec = _Source(comparison.contents[0], comparison), comparison.charts[key]
        return self._chart(source, spec, _comparison_title(), path)

    def _chart(self, source: _Source, spec: ChartSpec, caption: str, path: Path) -> Path:
        size, numbers = self._options.size or CHART_SIZE, [drawn_table(spec)]
        if path.suffix.lower() == ".svg":
            return self._svg(source, self._vectors.chart_svg(spec, caption, size), numbers, path)
        return self._png(source, self._pixels.chart(spec, caption, size), numbers, path)

    def monthly(self, content: Content, path: Path) -> Path:
        """The monthly series as CSV, or as a workbook where the path says so.

        Raises ScenarioError.
        """
        path = named_as(path, TABLES)
        if path.suffix.lower() == ".xlsx":
            return self._workbook(_Source(content), _summary(content), content.tables, path)
        return self._table(_Source(content), content.plain_tables[MONTHLY], path)

    def _png(self, source: _Source, image: QImage, numbers: Sequence[Table], path: Path) -> Path:
        data = png_bytes(image)
        if not self._options.outside:
            text = self._payload(source, "picture", pixels(data), numbers)
            data = png_file.with_carried(data, text)
        return self._put(path, data)

    def _svg(self, source: _Source, data: bytes, numbers: Sequence[Table], path: Path) -> Path:
        if not self._options.outside:
            text = self._payload(source, "picture", carried.digest(data), numbers)
            data = svg_file.with_carried(data, text)
        return self._put(path, data)

    def _tables(self, content: Content, stem: str) -> Iterator[Path | None]:
        for key, table in content.plain_tables.items():
            if key in OWN_FILES:
                name = f"{stem}.csv" if key == MONTHLY else f"{stem}-{key}.csv"
                yield self._table(_Source(content), table, self._folder / name)

    def _table(self, source: _Source, table: Table, path: Path) -> Path:
        data = csv_bytes(table)
        self._check(path, data)
        body = carried.digest(without_mark(data))
        self._beside(path, source, f"table {table.key}", body, ())
        return self._put(path, data)

    def _workbook(
        self, source: _Source, summary: Sequence[str], tables: dict[str, Table], path: Path
    ) -> Path:
        text = ""
        if not self._options.outside:
            text = self._payload(source, "workbook", workbook_digests(tables), ())
        data = workbook_bytes(summary, tables, text, summary[0])
        return self._put(path, data)

    def _pdf(
        self,
        maker: PdfMaker,
        pages: Iterator[None],
        source: _Source,
        numbers: Sequence[Table],
        stem: str,
    ) -> Iterator[Path | None]:
        yield from pages
        data = pdf_file.readable(maker.data, meant_letters())
        yield None
        if not self._options.outside:
            text = self._payload(source, "picture", body_digest(data), numbers)
            data = pdf_file.with_carried(data, text)
        yield self._put(self._folder / f"{stem}.pdf", data)

    def _words(self, source: _Source, text: str, numbers: Sequence[Table], stem: str) -> Path:
        data, path = text.encode(), self._folder / f"{stem}.md"
        self._check(path, data)
        self._beside(path, source, "words", carried.digest(data), numbers)
        return self._put(path, data)

    def _payload(self, source: _Source, kind: str, body: str, numbers: Sequence[Table]) -> str:
        drawing = drawing_of(self._options, source.scenarios)
        others = source.scenarios[1:]
        return carried.payload(source.content.order, kind, body, numbers, others, drawing)

    def _beside(
        self, path: Path, source: _Source, kind: str, body: str, numbers: Sequence[Table]
    ) -> None:
        """What a plain text carries stands beside it; an older one would say what is not so."""
        beside = own.sidecar(path)
        if not self._options.outside:
            own.refuse_foreign(beside, self._inputs)
            scenario_files.write_whole(beside, self._payload(source, kind, body, numbers).encode())
        elif own.is_sidecar(beside):
            beside.unlink()

    def _put(self, path: Path, data: bytes) -> Path:
        self._check(path, data)
        scenario_files.write_whole(path, data)
        return path

    def _check(self, path: Path, data: bytes) -> None:
        own.refuse_foreign(path, self._inputs, data, asked=self._asked)


STEPS_OF_TABLES = 26  # of a PDF
ON_PAGES = ("figures", "differences", "rests", "assumptions", "chips", "risk", *CHAPTER_TABLES)
COMPARED = ("figures", "levers", "parts", "rests")
OWN_FILES = (
    MONTHLY,
    "bands",
    "differences",
    "rests",
    "assumptions",
    "chips",
    "risk",
    *CHAPTER_TABLES,
)


@dataclass(frozen=True)
class _Source:
    """What a file is of: one scenario, or the first of several."""

    content: Content
    comparison: Comparison | None = None

    @property
    def scenarios(self) -> list[Scenario]:
        contents = self.comparison.contents if self.comparison else (self.content,)
        return [content.scenario for content in contents]


def _summary(content: Content) -> list[str]:
    """The first sheet of a workbook."""
    return [words.title(content), words.subtitle(content.order), *words.summary(content)]


def _comparison_title() -> str:
    return translate("Report", "Comparison of scenarios")


def _comparison_summary(comparison: Comparison) -> list[str]:
    """The first sheet of a workbook of several scenarios."""
    return [_comparison_title(), *comparison.names]


def _dashed(key: str) -> str:
    return key.replace("_", "-")
