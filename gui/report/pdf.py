"""A report as a PDF: words, every chart as vectors, differences, assumptions, risk, method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from engine.files.fingerprint import fingerprint, short_code
from engine.problems import placed
from engine.text import translate, written
from engine.version import PROGRAM_VERSION
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import LONGEST_NAME, Renderer
from gui.report import rests, words
from gui.report.compare import Comparison
from gui.report.content import Content
from gui.report.paper import (
    BODY,
    DOTS_PER_INCH,
    HEADING,
    PAGES,
    SMALL,
    GroupHeading,
    Paper,
    lanes_of,
)
from gui.report.readable import (
    ASSUMED_VALUE,
    COMPARED_FROM,
    DIFFERENCE_BEFORE,
    DIFFERENCE_NOW,
    KEY,
    readable,
)
from gui.report.risk_words import in_names
from gui.report.table import Table, TableColumn
from gui.report.tables import figure_cell, in_words
from gui.words.kpis import month_words
from gui.words.sanitize import one_line

CHARTS_ON_PAGE, CHART_GAP = 3, 12.0
RIBBON_HEIGHT = 22.0
NARROW_TABLE = 5  # scenarios side by side; more of them stand below each other

RESTS_COLUMNS = 5  # of what numbers rest on, beside keys and names
SPLIT_FROM = 5  # of what each difference adds, a scenario each from here on
INSET = "\u2002\u2002"  # of a lever in its group

ASSUMED = (2, 3, 4, 7, 8)  # columns of the assumptions that there is room for
WHOLE, FIRST_LANE = 100, 30  # of the width, of a chapter's table and of its first lane

Fill = Callable[[Paper], Iterator[None]]


class PdfMaker:
    """Makes PDFs; its renderer draws at the scale of vectors."""

    def __init__(self, renderer: Renderer, page: str = "a4") -> None:
        self._renderer = renderer
        self._page = page
        self.data = b""  # of the last PDF made

    def report(self, content: Content) -> Iterator[None]:
        """Draw the report of one scenario, with a rest after every part."""
        yield from self._pages(
            words.title(content), _foot(content), lambda paper: self._report(paper, content)
        )

    def comparison(self, comparison: Comparison) -> Iterator[None]:
        """Draw the report that holds several scenarios against each other."""
        name = translate("Report", "Comparison of scenarios")
        foot = f"Headroom {PROGRAM_VERSION} · {comparison.contents[0].order.written}"
        yield from self._pages(name, foot, lambda paper: self._comparison(paper, comparison))

    def _pages(self, name: str, foot: str, fill: Fill) -> Iterator[None]:
        pages: int | None = None
        for _ in range(2):  # the first pass counts the pages
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            writer = QPdfWriter(buffer)
            writer.setCreator(f"Headroom {PROGRAM_VERSION}")
            writer.setTitle(one_line(name, LONGEST_NAME))
            writer.setPageLayout(
                QPageLayout(
                    QPageSize(PAGES[self._page]), QPageLayout.Orientation.Portrait, QMarginsF()
                )
            )
            writer.setResolution(DOTS_PER_INCH)
            painter = QPainter(writer)
            try:
                paper = Paper(writer, painter, name, foot, pages)
                yield from fill(paper)
                pages = paper.page
            finally:
                painter.end()
                self.data = bytes(buffer.data().data())

    def _report(self, paper: Paper, content: Content) -> Iterator[None]:
        paper.text(translate("Report", "SCENARIO REPORT"), SMALL, bold=True, quiet=True, after=2)
        paper.text(words.title(content), 22, bold=True, after=2, most_lines=3)
        paper.text(words.subtitle(content.order), SMALL, quiet=True, after=10)
        paper.rule()
        for paragraph in words.summary(content):
            paper.text(paragraph, BODY + 1)
        paper.draw(RIBBON_HEIGHT + 12, lambda painter, area: self._ribbon(painter, area, content))
        yield
        month = month_words(content.order.month)
        title = translate("Report", "Figures of {month}").format(month=month)
        yield from paper.table(*_figures(content.tables["figures"]), title)
        said = words.notes(content)
        if said:
            paper.heading(translate("Report", "Notes"), 30)
            for line in filter(str.strip, said.split("\n")):
                paper.text(line)
        yield from self._charts(paper, list(content.charts.values()))
        yield from self._differences(paper, content)
        yield from _risk(paper, content)
        yield from _chapters(paper, content)
        yield from _rests(paper, content.tables["rests"])
        assumed = readable(content.tables["assumptions"], {ASSUMED_VALUE: content.scenario})
        yield from _assumptions(paper, assumed)
        yield from _chips(paper, content.tables["chips"])
        _method(paper, content)
        yield

    def _ribbon(self, painter: QPainter, area: QRectF, content: Content) -> None:
        strip = QRectF(area.left() - 16, area.top(), area.width() + 24, RIBBON_HEIGHT)
        self._renderer.paint_ribbon(painter, strip, content.result)

    def _charts(self, paper: Paper, charts: Sequence[ChartSpec]) -> Iterator[None]:
        paper.turn()
        height = (paper.room - HEADING) / CHARTS_ON_PAGE - CHART_GAP
        paper.heading(translate("Report", "Charts"), height)
        for spec in charts:
            paper.draw(height, partial(self._chart, spec))
            paper.y += CHART_GAP
            yield

    def _chart(self, spec: ChartSpec, painter: QPainter, area: QRectF) -> None:
        # the chart's own margin would indent it from the text
        self._renderer.paint_chart(painter, area.adjusted(-16, 0, 8, 0), spec)

    def _differences(self, paper: Paper, content: Content) -> Iterator[None]:
        table = content.tables.get("differences")
        if table is None or content.compared is None:
            return
        title = translate("Report", "What differs from the baseline")
        name = one_line(content.compared.scenario.name, LONGEST_NAME)
        code = short_code(content.compared.scenario)
        text = translate("Report", "The baseline is “{name}”, data {code}.")
        said = text.format(name=name, code=code)
        if table.rows:
            baseline = content.compared.scenario
            of = {DIFFERENCE_BEFORE: baseline, DIFFERENCE_NOW: content.scenario}
            table = readable(table, of)
            lanes = lanes_of(_headings(table, 1), (34, 20, 20, 14, 16), (1, 2, 3))
            rows = [_texts(table, i, 1) for i in range(len(table.rows))]
            yield from paper.table(lanes, rows, title, said)
        else:
            paper.heading(title, 2 * HEADING)
            paper.text(f"{said} {translate('Report', 'No value differs.')}")

    def _comparison(self, paper: Paper, comparison: Comparison) -> Iterator[None]:
        paper.text(translate("Report", "COMPARISON"), SMALL, bold=True, quiet=True, after=2)
        first, *others = comparison.names
        text = translate("Report", "{first}, beside {others}")
        name = text.format(first=first, others=", ".join(others))
        paper.text(name, 18, bold=True, after=4, most_lines=4)
        for content, known in zip(comparison.contents, comparison.names, strict=True):
            line = placed(known, words.what_binds(content))
            paper.text(line, after=4)
        yield
        month = month_words(comparison.contents[0].order.month)
        title = translate("Report", "Figures of {month}").format(month=month)
        yield from _side_by_side(paper, comparison.tables["compared_figures"], title)
        yield from self._charts(paper, list(comparison.charts.values()))
        of = dict(enumerate((c.scenario for c in comparison.contents), COMPARED_FROM))
        levers = readable(comparison.tables["compared_levers"], of)
        if levers.rows:
            yield from _side_by_side(paper, levers, levers.title)
        else:
            paper.heading(levers.title, HEADING)
            paper.text(translate("Report", "No value differs."))
        yield from _split(paper, comparison.tables["compared_parts"], comparison.names[0])
        if comparison.unsplit:
            paper.text(words.unsplit(comparison.unsplit), quiet=True)
        yield from _rests(paper, comparison.tables["compared_rests"])
        paper.heading(translate("Report", "Method and version"), HEADING)
        for content, known in zip(comparison.contents, comparison.names, strict=True):
            order = content.order
            text = translate("Report", "{name}: data {code}, seed {seed}.")
            code = fingerprint(order.scenario)
            paper.text(text.format(name=known, code=code, seed=order.scenario.seed), SMALL, after=3)


def _foot(content: Content) -> str:
    return f"Headroom {PROGRAM_VERSION} · {short_code(content.scenario)} · {content.order.written}"


def _headings(table: Table, start: int) -> list[str]:
    return [column.heading for column in table.columns[start:]]


def _texts(table: Table, row: int, start: int) -> list[str]:
    *cells, unit = [in_words(table.text(row, j)) for j in range(start, len(table.columns))]
    return [*cells, _unit(unit)]


def _unit(unit: str) -> str:
    return translate("Unit", unit) if unit else ""


def _figures(table: Table) -> tuple[list, list[list[str]]]:  # type: ignore[type-arg]
    """The figures' lanes and rows, unit last."""
    order = [1, *range(3, len(table.columns)), 2]
    headings = [table.columns[j].heading for j in order]
    shares = (34, *([16] * (len(order) - 2)), 18)
    lanes = lanes_of(headings, shares, range(1, len(order) - 1))
    rows = [
        [*(figure_cell(table, i, j) for j in order[:-1]), _unit(table.text(i, order[-1]))]
        for i in range(len(table.rows))
    ]
    return lanes, rows


def _side_by_side(paper: Paper, table: Table, title: str) -> Iterator[None]:
    """A column a scenario, or where they are many a few at a time."""
    names = range(3, len(table.columns))
    for start in range(0, len(names), NARROW_TABLE):
        shown = [1, *names[start : start + NARROW_TABLE], 2]
        headings = [table.columns[j].heading for j in shown]
        shares = (26, *([60 / (len(shown) - 2)] * (len(shown) - 2)), 14)
        lanes = lanes_of(headings, shares, range(1, len(shown) - 1))
        rows = [
            [*(in_words(table.text(i, j)) for j in shown[:-1]), _unit(table.text(i, shown[-1]))]
            for i in range(len(table.rows))
        ]
        yield from paper.table(lanes, rows, "" if start else title)


def _split(paper: Paper, table: Table, first: str) -> Iterator[None]:
    """What each difference adds, a figure under its name; a few scenarios at a time."""
    names = range(SPLIT_FROM, len(table.columns))
    for start in range(0, len(names) if table.rows else 0, NARROW_TABLE):
        shown = names[start : start + NARROW_TABLE]
        heading = translate("Report", "Group and lever")
        headings = (heading, *(table.columns[j].heading for j in shown))
        lanes = lanes_of(headings, (40, *([60 / len(shown)] * len(shown))), range(1, len(headings)))
        rows: list[Sequence[str] | GroupHeading] = []
        figure = ""
        for i, (name, unit, group, key, lever, *_) in enumerate(table.rows):
            if name != figure:
                figure = str(name)
                rows.append(GroupHeading(f"{figure}, {_unit(str(unit))}"))
            label = str(group) if key is None else f"{INSET}{lever}"
            rows.append([label, *(table.text(i, j) for j in shown)])
        said = words.split_from(first)
        yield from paper.table(lanes, rows, *(("", "") if start else (table.title, said)))


def _rests(paper: Paper, table: Table) -> Iterator[None]:
    """What the numbers rest on; of several scenarios each under its name."""
    if not table.rows:
        return
    found = words.with_sources(table)
    first = len(table.columns) - RESTS_COLUMNS  # a scenario's name stands before
    shown = range(first, len(table.columns))
    rows: list[Sequence[str] | GroupHeading] = []
    name: object = None
    for i, row in enumerate(found.rows):
        if first > 1 and row[0] != name:
            name = row[0]
            rows.append(GroupHeading(str(name)))
        rows.append([found.text(i, j) for j in shown])
    headings = [table.columns[j].heading for j in shown]
    lanes = lanes_of(headings, (34, 10, 8, 38, 10), (1,))
    yield from paper.table(lanes, rows, table.title, rests.said())


def _risk(paper: Paper, content: Content) -> Iterator[None]:
    table = content.tables.get("risk")
    if table is None:
        return
    title = translate("Report", "Risk over drawn worlds")
    said = translate(
        "Report",
        "Every measure is taken over the same drawn worlds, for the months of the window; money "
        "is in billions of 2025 dollars, not discounted.",
    )
    shown = in_names(table, content.scenario.families)
    rows = [
        [shown.text(i, 0), shown.text(i, 1), _unit(shown.text(i, 2))]
        for i in range(len(shown.rows))
    ]
    lanes = lanes_of(_headings(shown, 0), (60, 22, 18), (1,))
    yield from paper.table(lanes, rows, title, said)


def _chapters(paper: Paper, content: Content) -> Iterator[None]:
    """The pages of analyses that go along, table by table."""
    for table in content.chapters:
        if not table.rows:
            continue
        shown = [j for j, column in enumerate(table.columns) if column.heading != KEY]
        others = len(shown) - 1
        shares = (FIRST_LANE, *([(WHOLE - FIRST_LANE) / others] * others))
        right = [place for place, j in enumerate(shown) if _holds_numbers(table, j)]
        headings = [_with_unit(table.columns[j]) for j in shown]
        read = {translate("Report", "Unit"): _unit}
        rows = [
            [read.get(table.columns[j].heading, in_words)(table.text(i, j)) for j in shown]
            for i in range(len(table.rows))
        ]
        yield from paper.table(lanes_of(headings, shares, right), rows, table.title)


def _with_unit(column: TableColumn) -> str:
    """A heading as it is read: its unit in the reader's language."""
    return f"{column.heading} [{_unit(column.unit)}]" if column.unit else column.heading


def _holds_numbers(table: Table, column: int) -> bool:
    return any(isinstance(row[column], int | float) for row in table.rows)


def _assumptions(paper: Paper, table: Table) -> Iterator[None]:
    said = translate(
        "Report", "Grades: A is a vendor or a filing, B an analyst, C an estimate or a judgement."
    )
    rows: list[Sequence[str] | GroupHeading] = []
    group = ""
    for i, row in enumerate(table.rows):
        if row[0] != group:
            group = str(row[0])
            rows.append(GroupHeading(group))
        label, value, unit, source, grade = (in_words(table.text(i, j)) for j in ASSUMED)
        rows.append([label, value, _unit(unit), translate("Source", source), grade])
    headings = [table.columns[j].heading for j in ASSUMED]
    lanes = lanes_of(headings, (32, 17, 14, 36, 7), (1,))
    yield from paper.table(lanes, rows, table.title, said)


def _chips(paper: Paper, table: Table) -> Iterator[None]:
    chip, grade = translate("Report", "Chip"), translate("Report", "Grade")
    headings = (chip, translate("Report", "From"), "TFLOP/s", "W", "$", "$/h", "GB", "TB/s", grade)
    shown = (*range(1, 9), 10)
    rows = [[table.text(i, j) for j in shown] for i in range(len(table.rows))]
    lanes = lanes_of(headings, (24, 12, 12, 9, 12, 9, 9, 9, 8), range(2, 8))
    yield from paper.table(lanes, rows, translate("Report", "Chips that can be bought"))
    rows = [
        [table.text(i, 1), translate("Source", table.text(i, 9))] for i in range(len(table.rows))
    ]
    lanes = lanes_of((chip, translate("Report", "Source")), (24, 80), ())
    yield from paper.table(lanes, rows, translate("Report", "Where the chips' numbers come from"))


def _method(paper: Paper, content: Content) -> None:
    paper.heading(translate("Report", "Method and version"), 120)
    order, ensemble = content.order, content.outlook.ensemble if content.outlook else None
    method = translate(
        "Report",
        "A month at a time, demand is turned into the compute it asks for; chips are bought for "
        "it in the target mix, as far as supply, budget and power allow; what is installed "
        "serves demand and costs money. The same scenario and seed give the same digits on any "
        "machine.",
    )
    paper.text(method)
    facts = [
        (translate("Report", "Engine"), f"Headroom {PROGRAM_VERSION}"),
        (translate("Report", "Data"), f"SHA-256 {fingerprint(order.scenario)}"),
        (translate("Report", "Seed"), str(order.scenario.seed)),
        (translate("Report", "Drawn worlds"), written(ensemble.draws if ensemble else 0, ",d")),
        (translate("Report", "Chip catalogue"), order.scenario.catalogue.name),
    ]
    if order.baseline is not None:
        facts.append(
            (translate("Report", "Baseline data"), f"SHA-256 {fingerprint(order.baseline)}")
        )
    for name, fact in facts:
        paper.text(placed(name, one_line(fact, LONGEST_NAME)), SMALL, after=2)
    text = translate(
        "Report", "To check this file: headroom verify FILE. To go on from it: drop it on Headroom."
    )
    paper.y += 6
    paper.text(text, SMALL, quiet=True)
