"""Which tables a report has: figures, months, bands, differences, assumptions, chips, risk. No Qt.

Headings that programs read (series, parameters, measures) are keys and never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from engine import PARAMETERS, SERIES, Result, Scenario, series
from engine.analysis.grounds import value_ground
from engine.analysis.outlook import Outlook
from engine.csv_out import exactness, risk_rows
from engine.tables.catalogue import Chip, family_label
from engine.tables.list_schema import ListSchema
from engine.tables.parameter import Parameter
from engine.text import translate, written
from engine.values import Event, PerFamily
from engine.worlds.ensemble import BAND_COLUMNS, Ensemble
from gui.charts.chart_spec import ChartSpec
from gui.charts.months import MONTHS_PER_YEAR
from gui.report.table import BY_ROW, Cell, Table, TableColumn
from gui.words.kpis import month_in, month_index
from gui.words.sanitize import one_line
from gui.words.seen_from import seen_from
from gui.words.signs import with_sign

NONE = "none"
COMMITTED = "committed_bn"  # so far


def unit_heading() -> str:
    return translate("Report", "Unit")


@dataclass(frozen=True)
class Figure:
    """A number of one month: its name, unit, format, and how it is had from a run."""

    key: str
    label: str
    unit: str
    format: str
    of: Callable[[Result, int], float]


def figures() -> tuple[Figure, ...]:
    """What a scenario comes to in a month."""

    def named(key: str) -> Figure:
        row = series(key)
        label = translate("Series", row.label)
        return Figure(key, label, row.unit, row.format, lambda result, t: float(result[key][t]))

    return (
        named("capacity_eflops"),
        named("demand_eflops"),
        Figure("served", translate("Report", "Demand served"), "share", ".1%", _served),
        named("facility_power_gw"),
        named("power_limit_gw"),
        Figure("chips", translate("Report", "Chips installed"), "chips", ",.0f", _chips),
        Figure(COMMITTED, translate("Report", "Committed so far"), "$bn", ",.1f", _committed),
        named("economic_cost_bn"),
        named("cash_cost_bn"),
        named("usd_per_pflop_hour"),
        named("usd_per_million_tokens"),
        named("unserved_revenue_bn"),
    )


def _served(result: Result, t: int) -> float:
    demand = float(result["demand_eflops"][t])
    return float(result["served_eflops"][t]) / demand if demand > 0 else 1.0


def _chips(result: Result, t: int) -> float:
    return float(sum(result[f"chips_alive_{family}"][t] for family in result.scenario.families))


def _committed(result: Result, t: int) -> float:
    return float(result["commitment_bn"][: t + 1].sum())


def figures_table(result: Result, month: str, baseline: Result | None) -> Table:
    """The figures of `month`, beside the baseline's where there is one that has the month."""
    rows, formats = [], []
    t = month_index(result, month)
    there = None if baseline is None else month_in(baseline, result.months[t])
    for figure in figures():
        value = figure.of(result, t)
        cells: list[Cell] = [figure.key, figure.label, figure.unit, value]
        if baseline is not None:
            other = None if there is None else figure.of(baseline, there)
            cells += [other, None if other is None else value - other]
        rows.append(tuple(cells))
        formats.append(figure.format)
    columns = [
        TableColumn("key"),
        TableColumn(translate("Report", "Figure"), checked=False),
        TableColumn(unit_heading()),
        TableColumn(translate("Report", "Value"), format=BY_ROW),
    ]
    if baseline is not None:
        columns.append(TableColumn(translate("Report", "Baseline"), format=BY_ROW))
        columns.append(TableColumn(translate("Report", "Difference"), format=BY_ROW, signed=True))
    title = translate("Report", "Figures")
    return Table("figures", title, tuple(columns), tuple(rows), tuple(formats))


def figure_cell(table: Table, row: int, column: int) -> str:
    """A cell of the figures as it is read: shares differ by points."""
    value = table.rows[row][column]
    if table.columns[column].signed and table.rows[row][2] == "share" and isinstance(value, float):
        points = translate("Report", "{number} points")
        return points.format(number=with_sign(value, written(abs(value) * 100, ".1f"), "0"))
    return table.text(row, column)


def monthly_table(result: Result) -> Table:
    """Every series, a row a month."""
    columns, lines = _time_columns(result.months)
    for row in SERIES:
        for column in row.columns(result.scenario.families):
            values = result[column].tolist()
            if row.codes:
                columns.append(TableColumn(column))
                lines.append([row.codes[int(value)] for value in values])
            else:
                columns.append(TableColumn(column, row.unit, row.format))
                lines.append(_defined(values))
    return _table("monthly", translate("Report", "Monthly"), columns, lines)


def bands_table(ensemble: Ensemble) -> Table:
    """Quantiles and mean of every column over the drawn worlds, and the risk of each month."""
    columns, lines = _time_columns(ensemble.months)
    rows = {c: row for row in SERIES for c in row.columns(ensemble.scenario.families)}
    for column, band in ensemble.bands.items():
        row = rows[column]
        for share in BAND_COLUMNS:
            columns.append(TableColumn(f"{column}_{share}", row.unit, row.format))
            lines.append(_defined(getattr(band, share).tolist()))
    if ensemble.risk:
        for name, unit, style in RISK_LINES:
            columns.append(TableColumn(f"risk_{name}", unit, style))
            lines.append(_defined(getattr(ensemble.risk, name).tolist()))
        for layer, line in ensemble.risk.concentration.items():
            columns.append(TableColumn(f"risk_hhi_{layer}", "points", ",.0f"))
            lines.append(_defined(line.tolist()))
    for name, unit, value in exactness(ensemble):
        columns.append(TableColumn(name, *(("share", ".2%") if unit == "share" else ())))
        lines.append([value] * len(ensemble.months))
    return _table("bands", translate("Report", "Bands"), columns, lines)


RISK_LINES = (
    ("short", "share", ".1%"),
    ("ever_short", "share", ".1%"),
    ("unserved_eflops", "EFLOP/s", ",.0f"),
    ("unserved_revenue_bn", "$bn/month", ",.3f"),
)


def _time_columns(months: tuple[str, ...]) -> tuple[list[TableColumn], list[list[Cell]]]:
    return [TableColumn("t"), TableColumn("month", months=True)], [
        list(range(len(months))),
        list(months),
    ]


def _defined(values: list[float]) -> list[Cell]:
    return [None if value != value else value for value in values]


def _table(key: str, title: str, columns: list[TableColumn], lines: list[list[Cell]]) -> Table:
    return Table(key, title, tuple(columns), tuple(zip(*lines, strict=True)))


def drawn_table(spec: ChartSpec) -> Table:
    """The numbers that a chart draws, its baseline and fans included."""
    first = np.rint(spec.years * MONTHS_PER_YEAR).astype(int).tolist()
    months = [f"{n // MONTHS_PER_YEAR:04d}-{n % MONTHS_PER_YEAR + 1:02d}" for n in first]
    columns, lines = [TableColumn("month", months=True)], [list[Cell](months)]
    drawn = [(part.label, part.values) for part in (*spec.parts, *spec.ghosts)]
    for fan in spec.fans:
        drawn += zip(("p5", "p25", "p75", "p95"), fan.bounds, strict=True)
    for label, values in drawn:
        columns.append(TableColumn(label, spec.unit, spec.format))
        lines.append(_defined(values.tolist()))
    return _table(f"chart {spec.key}", spec.title, columns, lines)


def assumptions_table(scenario: Scenario) -> Table:
    """Every parameter's value, a row a family where it has one for each."""
    rows: list[tuple[Cell, ...]] = []
    for row in PARAMETERS:
        group = translate("Group", row.group)
        origins = _origins(row, scenario)
        for key, label, value in parts_of(row, getattr(scenario, row.key)):
            low, high = row.bounds_text or (row.low, row.high)
            source, grade = origins.get(key, (row.source, row.grade))
            entry = row.schema is not None and key in origins
            unit = None if entry else row.unit  # no cell of a workbook holds ""
            facts = (value, unit, low, high, source, grade)
            rows.append((group, key, label, *facts, translate("Parameter", row.help)))
    return Table(
        "assumptions",
        translate("Report", "Assumptions"),
        (
            TableColumn(translate("Report", "Group"), checked=False),
            TableColumn("key"),
            TableColumn(translate("Report", "Assumption"), checked=False),
            TableColumn(translate("Report", "Value")),
            TableColumn(unit_heading()),
            TableColumn(translate("Report", "At least")),
            TableColumn(translate("Report", "At most")),
            TableColumn(translate("Report", "Source")),
            TableColumn(translate("Report", "Grade")),
            TableColumn(translate("Report", "What it means"), checked=False),
        ),
        tuple(rows),
    )


def _origins(row: Parameter, scenario: Scenario) -> dict[str, tuple[Cell, Cell]]:
    """Source and grade of the parts that have their own, by the key of their part."""
    if row.has_range:
        return _own_sources(row, scenario)
    if row.schema is None or not row.schema.named:
        return {}
    entries = getattr(scenario, row.key)
    return {
        _key_of(row, entry): (one_line(entry.source) or None, entry.grade or None)
        for entry in entries
    }


def _own_sources(row: Parameter, scenario: Scenario) -> dict[str, tuple[Cell, Cell]]:
    """What the scenario says itself of the values of a parameter."""
    each = [
        value_ground(scenario, row, f) for f in (scenario.families if row.per_family else ("",))
    ]
    return {g.key: (one_line(g.source), g.grade) for g in each if g.own}


def _key_of(row: Parameter, entry: Any) -> str:
    return f"{row.key}.{one_line(entry.name)}"


def parts_of(row: Parameter, value: object) -> Iterator[tuple[str, str, Cell]]:
    """A parameter's key, label and value as cells: one for each family or name, else one."""
    label = translate("Parameter", row.label)
    if row.schema is not None and row.schema.named and isinstance(value, tuple) and value:
        for entry in value:
            yield _key_of(row, entry), f"{label}, {one_line(entry.name)}", _told(row.schema, entry)
    elif isinstance(value, PerFamily):
        for family, part in value.items():
            yield f"{row.key}.{family}", f"{label}, {family_label(family)}", part
    else:
        yield row.key, label, plain_cell(value)


def plain_cell(value: object) -> Cell:
    """A value that is no number of a family as one cell; `none`, `true`, `false` as programs do."""
    if value is None:
        return NONE
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return value
    assert isinstance(value, tuple)
    return "; ".join(map(_entry, value)) or NONE


def in_words(value: str) -> str:
    """A cell of `plain_cell` as people read it."""
    words = {
        NONE: translate("Report", "none"),
        "true": translate("Report", "yes"),
        "false": translate("Report", "no"),
    }
    return words.get(value, value)


def _told(schema: ListSchema, entry: Any) -> str:
    """What an entry says beside its name, by the keys of files: `gw 0.3, start_month 18`."""
    cells = ((column, getattr(entry, column.key)) for column in schema.told)
    return ", ".join(
        f"{column.key} {value:.12g}" if column.is_number else f"{column.key} {value}"
        for column, value in cells
        if column.kind != "name"
    )


def _entry(entry: Event | tuple[int, float]) -> str:
    if isinstance(entry, Event):
        severity = f", {entry.severity:g}" if entry.severity else ""
        length = f"{entry.start_month}+{entry.duration_months}"
        return f"{entry.kind} {entry.scope} {length}{severity}"
    return f"{entry[0]}: {entry[1]:g}"  # an anchor


def differences_table(baseline: Scenario, scenario: Scenario) -> Table:
    """A row for each value that differs from the baseline; a date, by the month of the calendar.

    Dates are the months after the first of their own scenario, their difference is one of months.
    """
    rows: list[tuple[Cell, ...]] = []
    for row in PARAMETERS:
        old, new = getattr(baseline, row.key), getattr(scenario, row.key)
        seen = seen_from(baseline.start, row, scenario)
        if old == seen:
            continue
        each = [{part[0]: part for part in parts_of(row, v)} for v in (old, new, seen)]
        for key, (_, label, _) in (each[0] | each[1]).items():
            was, now, then = (parts[key][2] if key in parts else None for parts in each)
            nothing = row.schema is not None and key == row.key and NONE in (was, now)
            if was != then and not (nothing and None in (was, now)):  # entries stand in its place
                unit = None if row.schema is not None and key != row.key else row.unit
                rows.append((key, label, was, now, _change(was, then), unit))
    return Table(
        "differences",
        translate("Report", "Differences"),
        (
            TableColumn("key"),
            TableColumn(translate("Report", "Lever"), checked=False),
            TableColumn(translate("Report", "Baseline")),
            TableColumn(translate("Report", "Now")),
            TableColumn(translate("Report", "Difference"), signed=True),
            TableColumn(unit_heading()),
        ),
        tuple(rows),
    )


def _change(before: Cell, after: Cell) -> Cell:
    if isinstance(before, int | float) and isinstance(after, int | float):
        return after - before
    return None


def chips_table(scenario: Scenario) -> Table:
    """The catalogue the scenario buys from."""
    units = {"tops": "TFLOP/s", "it_watts": "W", "capex_usd": "$", "rent_usd_per_hour": "$/h"}
    units |= {"hbm_gb": "GB", "hbm_tb_s": "TB/s"}
    names = [column.name for column in fields(Chip)]
    return Table(
        "chips",
        translate("Report", "Chips"),
        tuple(TableColumn(n, units.get(n, ""), months=n == "available") for n in names),
        tuple(tuple(getattr(chip, n) for n in names) for chip in scenario.catalogue.chips),
    )


def risk_table(outlook: Outlook) -> Table:
    """The measures of risk over the drawn worlds."""
    rows = tuple((name, unit, value) for name, unit, value in risk_rows(outlook))
    columns = (TableColumn("measure"), TableColumn("unit"), TableColumn("value"))
    return Table("risk", translate("Report", "Risk"), columns, rows)
