"""The Why page in a report: what each change since the baseline adds to a few numbers. No Qt here.

In the month of the report: capacity, demand served and power; over the window: what goes unserved
and what it costs. Of a report without a baseline, or with one of other months or chips, the table
has no rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine import Scenario, parameter, series
from engine.analysis.asked import same_horizon
from engine.analysis.kpi import Kpi, at, total
from engine.analysis.waterfall import Waterfall, waterfall
from engine.text import translate
from engine.worlds.ensemble import Progress
from engine.worlds.risk import default_window
from gui.report.table import BY_ROW, Cell, Table, TableColumn

IN_THE_MONTH = ("served_eflops", "capacity_eflops", "facility_power_gw")
OVER_THE_WINDOW = ("unserved_revenue_bn", "economic_cost_bn")


@dataclass(frozen=True)
class WhyAnswers:
    """Each number, and what the changes since the baseline add to it."""

    kpis: tuple[Kpi, ...]
    found: tuple[Waterfall, ...]


def ask(
    scenario: Scenario,
    baseline: Scenario | None,
    draws: int | None,
    month: int,
    progress: Progress | None = None,
    *,
    window: tuple[int, int] | None = None,
) -> WhyAnswers:
    """Split what differs from the baseline. Raises Cancelled where `progress` says False.

    `window` are the months that are summed, by default all after the scenario's history.
    """
    if baseline is None or baseline.start != scenario.start:
        return WhyAnswers((), ())
    try:
        same_horizon([scenario, baseline])
    except ValueError:
        return WhyAnswers((), ())
    summed = default_window(scenario) if window is None else window
    kpis = (
        *(at(column, month) for column in IN_THE_MONTH),
        *(total(column, *summed) for column in OVER_THE_WINDOW),
    )
    found: list[Waterfall] = []

    def part(here: float) -> bool:
        return progress is None or progress((len(found) + here) / len(kpis))

    for kpi in kpis:
        found.append(waterfall(baseline, scenario, kpi, progress=part))
    return WhyAnswers(kpis, tuple(found))


def tables(answers: WhyAnswers) -> tuple[Table, ...]:
    """One table: of each number what it was, what each change adds, and what it is."""
    title = translate("Report", "Why: what each change since the baseline adds")
    adds = translate("Report", "Adds")
    return (split_table("why_parts", title, answers.kpis, {adds: answers.found}),)


def split_table(
    key: str, title: str, kpis: Sequence[Kpi], found: Mapping[str, Sequence[Waterfall]]
) -> Table:
    """Numbers shared out among changes, the largest group first; a column for each of `found`.

    Each has a waterfall for each of the `kpis`, or none at all: then its cells are empty.
    """
    rows: list[tuple[Cell, ...]] = []
    formats: list[str] = []
    for place, kpi in enumerate(kpis):
        row = series(kpi.column)
        unit = row.unit if kpi.how == "at" else row.unit.replace("/month", "")
        style = row.format if kpi.how == "at" else ",.2f"
        each = [falls[place] if falls else None for falls in found.values()]
        known = [fall for fall in each if fall is not None]

        def add(
            group: str,
            lever: str | None,
            values: Sequence[float | None],
            unit: str = unit,
            name: str = row.label_text,
        ) -> None:
            label = None if lever is None else parameter(lever).label_text
            cells = (None if value is None or value != value else value for value in values)
            rows.append((name, unit, group, lever, label, *cells))

        ends = [(f.groups.before, f.groups.after) if f else (None, None) for f in each]
        add(translate("Report", "before"), None, [before for before, _ in ends])
        for name in _largest_first([fall.groups.parts for fall in known]):
            parts = [f.groups.parts.get(name, 0.0) if f else None for f in each]
            add(translate("Group", name), None, parts)
            levers = [fall.levers.get(name, {}) for fall in known]
            for lever in _largest_first(levers):
                of_lever = [f.levers.get(name, {}).get(lever, 0.0) if f else None for f in each]
                add(translate("Group", name), lever, of_lever)
        add(translate("Report", "now"), None, [after for _, after in ends])
        formats += [style] * (len(rows) - len(formats))
    columns = (
        TableColumn(translate("Report", "Figure"), checked=False),
        TableColumn(translate("Report", "Unit")),
        TableColumn(translate("Report", "Group"), checked=False),
        TableColumn("key"),
        TableColumn(translate("Report", "Lever"), checked=False),
        *(TableColumn(heading, format=BY_ROW) for heading in found),
    )
    return Table(key, title, columns, tuple(rows), tuple(formats))


def _largest_first(each: Sequence[Mapping[str, float]]) -> list[str]:
    """The names of all, by the largest part that any of them has."""
    names = dict.fromkeys(name for parts in each for name in parts)
    return sorted(names, key=lambda name: -max(abs(parts.get(name, 0.0)) for parts in each))
