"""Several scenarios side by side: figures, levers that differ, and their curves as one. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine import PARAMETERS, series
from engine.analysis.compared import Calendar, common_months, own_calendar
from engine.analysis.footing import Footing
from engine.tables.parameter import Parameter
from engine.text import translate
from engine.worlds.risk import default_window
from gui.charts.chart_spec import ChartSpec, Curve
from gui.charts.months import on_months, years_of
from gui.report import rests, why_chapter
from gui.report.content import Content
from gui.report.table import BY_ROW, Cell, Table, TableColumn
from gui.report.tables import COMMITTED, Figure, drawn_table, figures, parts_of
from gui.report.why_chapter import WhyAnswers
from gui.words.kpis import month_index
from gui.words.sanitize import one_line
from gui.words.seen_from import seen_from

# what is overlaid, and the roles that colour the scenarios one after the other
COLUMNS = (
    "capacity_eflops",
    "shortfall_eflops",
    "facility_power_gw",
    "economic_cost_bn",
    "npv_cash_cost_bn",
    "usd_per_pflop_hour",
)
ROLES = ("demand", "capacity", "facility", "energy", "rent", "operation", "capital", "baseline")
LONGEST_NAME = 40


@dataclass(frozen=True)
class Comparison:
    """Contents of several scenarios, the first of which the others are held against."""

    contents: tuple[Content, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each scenario's name, told apart where two are the same."""
        names: list[str] = []
        for content in self.contents:
            name = one_line(content.scenario.name, LONGEST_NAME) or "?"
            unique, count = name, 2
            while unique in names:
                unique, count = f"{name} ({count})", count + 1
            names.append(unique)
        return tuple(names)

    @cached_property
    def charts(self) -> dict[str, ChartSpec]:
        """A chart for each series, a curve for each scenario."""
        return {column: self._chart(column) for column in COLUMNS}

    def _chart(self, column: str) -> ChartSpec:
        row = series(column)
        spans = [years_of(content.result) for content in self.contents]
        first = min(float(span[0]) for span in spans)
        last = max(float(span[-1]) for span in spans)
        years = first + np.arange(round((last - first) * 12) + 1) / 12
        curves = []
        for i, (content, name, span) in enumerate(
            zip(self.contents, self.names, spans, strict=True)
        ):
            values = on_months(span, content.result[column], years)
            role, dashed = ROLES[i % len(ROLES)], i >= len(ROLES)
            curves.append(Curve(name, role, values, dashed=dashed))
        title = translate("Series", row.label)
        unit = translate("Unit", row.unit)
        return ChartSpec(column, title, unit, row.format, years, curves=tuple(curves))

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Figures, levers and what these add, a column a scenario; and what each rests on."""
        made = (self._figures(), self._levers(), self._parts(), self._rests())
        return {table.key: table for table in made}

    @cached_property
    def splits(self) -> tuple[WhyAnswers, ...]:
        """What each of the others' differences from the first adds; empty of unlike ones.

        The longest part of a comparison: whoever has a worker has it made there.
        """
        first, *others = self.contents
        window = default_window(first.scenario)  # one for all, whatever is history to each
        return tuple(
            why_chapter.ask(
                content.scenario,
                first.scenario,
                None,
                month_index(content.result, content.order.month),
                window=window,
            )
            for content in others
        )

    @cached_property
    def footings(self) -> tuple[Footing, ...]:
        """What the numbers of each rest on: for a worker, too."""
        return tuple(content.footing(rests.FEW) for content in self.contents)

    @property
    def unsplit(self) -> tuple[str, ...]:
        """The scenarios whose months or chips are not the first's: no change leads to them."""
        pairs = zip(self.names[1:], self.splits, strict=True)
        return tuple(name for name, split in pairs if not split.kpis)

    @cached_property
    def all_tables(self) -> dict[str, Table]:
        """The tables, and the numbers behind the charts."""
        drawn = map(drawn_table, self.charts.values())
        return {**self.tables, **{table.key: table for table in drawn}}

    def _scenarios(self, style: str = "") -> tuple[TableColumn, ...]:
        return tuple(TableColumn(name, format=style) for name in self.names)

    def _figures(self) -> Table:
        rows: list[tuple[Cell, ...]] = []
        since = common_months([content.scenario for content in self.contents])
        for figure in figures():
            values = [_value(figure, content, since) for content in self.contents]
            rows.append((figure.key, figure.label, figure.unit, *values))
        return Table(
            "compared_figures",
            translate("Report", "Figures"),
            (
                TableColumn("key"),
                TableColumn(translate("Report", "Figure"), checked=False),
                TableColumn(translate("Report", "Unit")),
                *self._scenarios(BY_ROW),
            ),
            tuple(rows),
            tuple(figure.format for figure in figures()),
        )

    def _levers(self) -> Table:
        """The values in which the scenarios are not all the same; dates, by their month."""
        rows: list[tuple[Cell, ...]] = []
        scenarios = [content.scenario for content in self.contents]
        for row in PARAMETERS:
            parts = [_parts(row, getattr(scenario, row.key)) for scenario in scenarios]
            seen = [_parts(row, seen_from(scenarios[0].start, row, s)) for s in scenarios]
            for key in dict.fromkeys(key for part in parts for key in part):
                label = next(part[key][0] for part in parts if key in part)
                values, alike = (
                    [p[key][1] if key in p else None for p in ps] for ps in (parts, seen)
                )
                if any(value != alike[0] for value in alike):
                    rows.append((key, label, row.unit, *values))
        return Table(
            "compared_levers",
            translate("Report", "Levers that differ"),
            (
                TableColumn("key"),
                TableColumn(translate("Report", "Lever"), checked=False),
                TableColumn(translate("Report", "Unit")),
                *self._scenarios(),
            ),
            tuple(rows),
        )

    def _parts(self) -> Table:
        """What each difference adds to a few figures, from the first scenario to each other."""
        title = translate("Report", "What each difference adds")  # a sheet's name is short
        kpis = next((split.kpis for split in self.splits if split.kpis), ())
        found = dict(zip(self.names[1:], (split.found for split in self.splits), strict=True))
        return why_chapter.split_table("compared_parts", title, kpis, found)

    def _rests(self) -> Table:
        """What each scenario's numbers rest on."""
        return rests.compared_rests(self.names, self.footings)


def _parts(row: Parameter, value: object) -> dict[str, tuple[str, Cell]]:
    return {key: (label, part) for key, label, part in parts_of(row, value)}


def _value(figure: Figure, content: Content, since: Calendar) -> float | None:
    """A figure in the month, never the nearest; sums begin with the first month that all have."""
    own, month = own_calendar(content.scenario), content.order.month
    place = own.place(month)
    if place is None:
        return None
    value = figure.of(content.result, place)
    if figure.key == COMMITTED:
        if since.place(month) is None:
            return None
        value -= float(content.result["commitment_bn"][: since.first - own.first].sum())
    return value
