"""What the page draws of each plan, for whoever asks what that rests on. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine import Scenario
from engine.analysis.compared import Measure, own_calendar
from engine.analysis.kpi import Kpi, at, total
from engine.text import translate
from engine.worlds.ensemble import quantities
from gui.charts.measured import Pictured
from gui.document.comparison import PlanColumn
from gui.words.month_names import month_words

NUMBER_OF = {"served_share": "served_eflops"}  # what a share is of, where no run has the share
Plans = Iterable[tuple[PlanColumn, Scenario]]


def of_series(plans: Plans, column: str, label: str, month: str) -> list[Pictured]:
    """A line of the charts, in the month of the figures; of the plans that have both."""
    return of_measure(plans, Measure(column, (column,)), label, month)


def of_measure(plans: Plans, measure: Measure, label: str, month: str) -> list[Pictured]:
    """What the odds are of, in the month or up to it; of the plans that have it."""
    found = []
    named = f"{label}, {month_words(month)}"
    for plan, scenario in plans:
        place = own_calendar(scenario).place(month)
        columns, to_date = [NUMBER_OF.get(c, c) for c in measure.columns], measure.to_date
        known = quantities(scenario.families)
        if place is not None and all(column in known for column in columns):
            kpis = [total(c, 0, place) if to_date else at(c, place) for c in columns]
            found.append(_picture(plan, scenario, named, kpis))
    return found


def of_kpi(plans: Plans, kpi: Kpi, label: str) -> list[Pictured]:
    """A number that all of them have."""
    return [_picture(plan, scenario, label, [kpi]) for plan, scenario in plans]


def _picture(plan: PlanColumn, scenario: Scenario, label: str, kpis: Sequence[Kpi]) -> Pictured:
    title = translate("Comparison", "{plan}: {what}").format(plan=plan.title, what=label)
    return Pictured(title, scenario, kpis, plan.title)
