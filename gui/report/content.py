"""What a report says: the runs it rests on, its tables and its charts. No Qt here."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from engine import Document, Result, Scenario, simulate, text
from engine.analysis.footing import MOST, Footing
from engine.analysis.outlook import Outlook, outlook
from engine.files.fingerprint import fingerprint
from engine.text import translate
from engine.version import PROGRAM_VERSION
from engine.worlds.ensemble import Band, Progress, ensemble
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.report import rests, tables
from gui.report.chapters import CHAPTERS
from gui.report.table import Cell, Table, TableColumn
from gui.words.kpis import DEFAULT_MONTH, month_index
from gui.words.units import file_units


@dataclass(frozen=True)
class Order:
    """What a report is asked to be of: everything its numbers depend on."""

    document: Document
    baseline: Scenario | None = None
    draws: int | None = None
    month: str = DEFAULT_MONTH
    choices: Mapping[str, str] = field(default_factory=dict)
    written: str = field(default_factory=lambda: datetime.date.today().isoformat())
    pages: tuple[str, ...] = ()  # of analyses, that go along

    @property
    def scenario(self) -> Scenario:
        return self.document.scenario


@dataclass(frozen=True)
class Content:
    """The runs of an order, and what is said of them."""

    order: Order
    result: Result
    compared: Result | None
    outlook: Outlook | None = None
    bands: Mapping[str, Band] | None = None  # of the columns whose charts have fans
    answers: Mapping[str, Any] = field(default_factory=dict)  # of pages, by their keys

    @property
    def scenario(self) -> Scenario:
        return self.order.scenario

    @cached_property
    def charts(self) -> dict[str, ChartSpec]:
        """The charts of every page.

        In $ and GW, whoever asks first: they are kept.
        """
        made = (self.result, self.order.choices, self.compared, self.bands)
        with file_units():
            return specs.charts(specs.ALL_CHARTS, *made)

    @cached_property
    def overview(self) -> dict[str, ChartSpec]:
        """The charts of the Overview alone."""
        return {row.key: self.charts[row.key] for row in specs.CHARTS}

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table, by key, in the order of a workbook; words in the reader's language."""
        return self._tables()

    @cached_property
    def plain_tables(self) -> dict[str, Table]:
        """The same in English, whatever the reader's language: for files that programs read."""
        with text.in_file_language():
            return self._tables()

    def _tables(self) -> dict[str, Table]:
        found = [
            tables.figures_table(self.result, self.order.month, self.compared),
            tables.monthly_table(self.result),
        ]
        if self.outlook:
            found.append(tables.bands_table(self.outlook.ensemble))
        if self.order.baseline is not None:
            found.append(tables.differences_table(self.order.baseline, self.scenario))
        found.append(rests.rests_table(self.footing()))
        found += [tables.assumptions_table(self.scenario), tables.chips_table(self.scenario)]
        if self.outlook:
            found.append(tables.risk_table(self.outlook))
        found += self.chapters
        found.append(about_table(self.order))
        return {table.key: table for table in found}

    def footing(self, most: int = MOST) -> Footing:
        """What its main numbers rest on."""
        month = month_index(self.result, self.order.month)
        return rests.footing_of(self.scenario, month, self.order.written, most)

    @property
    def chapters(self) -> list[Table]:
        """The tables of the pages that go along, in the language of now."""
        found = (CHAPTERS[key].tables(answer) for key, answer in self.answers.items())
        return [table for tables_ in found for table in tables_]

    @cached_property
    def drawn(self) -> dict[str, Table]:
        """The numbers behind each chart."""
        found = map(tables.drawn_table, self.charts.values())
        return {table.key: table for table in found}


def gather(order: Order, progress: Progress | None = None) -> Content:
    """Run what the order needs. Raises Cancelled where `progress` says False."""
    baseline, draws = order.baseline, order.draws
    chapters = [CHAPTERS[key] for key in order.pages]
    shares = 1 + len(chapters)

    def part(number: int) -> Progress | None:
        return None if progress is None else lambda done: progress((number + done) / shares)

    result = simulate(order.scenario)
    drawn = outlook(order.scenario, draws, progress=part(0)) if draws else None
    month = month_index(result, order.month)
    answers = {
        chapter.key: chapter.ask(order.scenario, baseline, draws, month, part(number))
        for number, chapter in enumerate(chapters, start=1)
    }
    return Content(
        order,
        result,
        None if baseline is None else simulate(baseline),
        drawn,
        drawn.ensemble.bands if drawn else None,
        answers,
    )


def bands_of(order: Order) -> Mapping[str, Band] | None:
    """What the fans show, where nothing else is drawn: the same whatever else is asked for."""
    if not order.draws:
        return None
    columns = {
        row.fan(order.choices.get(row.key) or next(iter(row.choices), ""))[0]
        for row in specs.ALL_CHARTS
    }
    drawn = sorted(columns - {""})
    found = ensemble(order.scenario, order.draws, drawn, with_risk=False)
    return found.bands


def about_table(order: Order) -> Table:
    """What made the report: enough to make it again."""
    scenario = order.scenario
    rows: list[tuple[Cell, ...]] = [
        ("scenario", scenario.name),
        ("notes", scenario.notes),
        ("data", fingerprint(scenario)),
        ("seed", scenario.seed),
        ("draws", order.draws),
        ("month", order.month),
        ("baseline", order.baseline.name if order.baseline else None),
        ("baseline_data", fingerprint(order.baseline) if order.baseline else None),
        ("catalogue", scenario.catalogue.name),
        ("engine", f"Headroom {PROGRAM_VERSION}"),
        ("written", order.written),
    ]
    # the engine that checks may be a newer one: that alone is no difference
    columns = (TableColumn("key"), TableColumn("value", checked=False))
    return Table("about", translate("Report", "About"), columns, tuple(rows))
