"""Which charts a kind of shock acts on, and the months that are shaded for it. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine import Scenario
from engine.tables.parameter import month_number
from engine.values import EVENT_KINDS
from gui.charts.months import MONTHS_PER_YEAR

Span = tuple[float, float]  # on the time axis, in years

# the charts whose series a kind acts on directly; what follows from that is everywhere
TOUCHED: Mapping[str, frozenset[str]] = {
    "supply_stop": frozenset(("capacity", "fleet", "deliveries", "new_power", "h100e")),
    "base_loss": frozenset(("capacity",)),
    "power_outage": frozenset(("capacity", "power")),
    "demand_shock": frozenset(("capacity",)),
    "price_shock": frozenset(("cost", "unit_cost", "commitment")),
}


def dateless(entry: Any) -> bool:
    """Whether an entry has no date: something comes late by so much, whenever it comes."""
    kind = EVENT_KINDS.get(getattr(entry, "kind", ""))
    return kind is not None and not kind.has_start


def spans(scenario: Scenario, chart: str) -> tuple[Span, ...]:
    """The months in which shocks act on a chart, one stretch where they meet or overlap."""
    if not scenario.events:
        return ()
    first = month_number(scenario.start)
    found = sorted(
        (event.start_month, event.start_month + event.duration_months)
        for event in scenario.events
        if chart in TOUCHED.get(event.kind, ()) and event.duration_months
    )
    merged: list[list[int]] = []
    for begins, ends in found:
        if merged and begins <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], ends)
        else:
            merged.append([begins, ends])
    last = scenario.horizon_months - 1
    return tuple(
        ((first + begins) / MONTHS_PER_YEAR, (first + min(ends, last)) / MONTHS_PER_YEAR)
        for begins, ends in merged
        if begins < last
    )
