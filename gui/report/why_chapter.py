"""The Why page in a report: what each change since the baseline adds to a few numbers. No Qt here.

In the month of the report: capacity, demand served and power; over the window: what goes unserved
and what it costs. Of a report without a baseline, or with one of other months or chips, the table
has no rows.
"""

from __future__ import annotations

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
) -> WhyAnswers:
    """Split what differs from the baseline. Raises Cancelled where `progress` says False."""
    if baseline is None or baseline.start != scenario.start:
        return WhyAnswers((), ())
    try:
        same_horizon([scenario, baseline])
    except ValueError:
        return WhyAnswers((), ())
    window = default_window(scenario)
    kpis = (
        *(at(column, month) for column in IN_THE_MONTH),
        *(total(column, *window) for column in OVER_THE_WINDOW),
    )
    found: list[Waterfall] = []

    def part(here: float) -> bool:
        return progress is None or progress((len(found) + here) / len(kpis))

    for kpi in kpis:
        found.append(waterfall(baseline, scenario, kpi, progress=part))
    return WhyAnswers(kpis, tuple(found))


def tables(answers: WhyAnswers) -> tuple[Table, ...]:
    """One table: of each number what it was, what each change adds, and what it is."""
    rows: list[tuple[Cell, ...]] = []
    formats: list[str] = []
    for kpi, found in zip(answers.kpis, answers.found, strict=True):
        row = series(kpi.column)
        unit = row.unit if kpi.how == "at" else row.unit.replace("/month", "")
        style = row.format if kpi.how == "at" else ",.2f"
        groups = found.groups

        def add(*cells: Cell, unit: str = unit, name: str = row.label_text) -> None:
            rows.append((name, unit, *cells))

        add(translate("Report", "before"), None, None, groups.before)
        ordered = sorted(groups.parts, key=lambda name: -abs(groups.parts[name]))
        for name in ordered:
            add(translate("Group", name), None, None, groups.parts[name])
            levers = found.levers.get(name, {})
            for key in sorted(levers, key=lambda key: -abs(levers[key])):
                add(translate("Group", name), key, parameter(key).label_text, levers[key])
        add(translate("Report", "now"), None, None, groups.after)
        formats += [style] * (len(rows) - len(formats))
    columns = (
        TableColumn(translate("Report", "Figure"), checked=False),
        TableColumn(translate("Report", "Unit")),
        TableColumn(translate("Report", "Group"), checked=False),
        TableColumn("key"),
        TableColumn(translate("Report", "Lever"), checked=False),
        TableColumn(translate("Report", "Adds"), format=BY_ROW),
    )
    title = translate("Report", "Why: what each change since the baseline adds")
    return (Table("why_parts", title, columns, tuple(rows), tuple(formats)),)
