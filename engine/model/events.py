"""Section 7: what goes wrong, as factors and delays that the other sections apply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.arrays import Array, ArrayModule
from engine.values import ALL, EVENT_KINDS, Event, Events


@dataclass(frozen=True)
class Effects:
    """What a list of events does: factors of 1 and delays of 0 where nothing happens.

    Axes: time, family, scenario; `slip` (family, scenario) and `grid_delay` (scenario) in
    months.
    """

    supply_kept: Array
    base_kept: Array
    price: Array
    power_kept: Array
    demand: Array
    slip: Array
    grid_delay: Array


def effects(
    xp: ArrayModule, lists: Sequence[Events], families: Sequence[str], months: int
) -> Effects:
    """The effects of each scenario's events.

    Takes: `lists`, the events of each scenario; `families`, their names; `months`, the horizon.
    Gives: Effects, on the axes and in the units that are named there.
    Raises: ValueError for a kind or a scope unknown.
    Source: model, section 7.
    """
    count = len(lists)
    if not any(lists):  # the usual case: nothing goes wrong, and nothing needs room
        one = xp.ones((1, 1, 1))
        none = xp.zeros((1, 1))
        return Effects(
            supply_kept=one,
            base_kept=one,
            price=one,
            power_kept=one[0],
            demand=one[0],
            slip=none,
            grid_delay=none[0],
        )
    of_family = (months, len(families), count)
    supply_kept, base_kept, price = xp.ones(of_family), xp.ones(of_family), xp.ones(of_family)
    power_kept, demand = xp.ones((months, count)), xp.ones((months, count))
    slip, grid_delay = xp.zeros((len(families), count)), xp.zeros(count)
    month = xp.arange(months, dtype=float)
    for s, events in enumerate(lists):
        for event in events:
            if event.kind not in EVENT_KINDS or event.scope not in (ALL, *families):
                kinds, scopes = ", ".join(EVENT_KINDS), ", ".join((ALL, *families))
                raise ValueError(f"{event}: allowed are {kinds} of {scopes}")
            active = _active(month, event)
            hit = [f for f, family in enumerate(families) if event.hits(family)]
            if event.kind == "power_outage":
                power_kept[:, s] *= 1 - event.severity * active
            elif event.kind == "demand_shock":
                demand[:, s] *= 1 - event.severity * active * _not_recovered(month, event)
            elif event.kind == "grid_delay":
                grid_delay[s] += event.duration_months
            for f in hit:
                if event.kind == "supply_stop":
                    supply_kept[:, f, s] *= 1 - event.severity * active
                elif event.kind == "base_loss":
                    base_kept[:, f, s] *= 1 - event.severity * active
                elif event.kind == "price_shock":
                    price[:, f, s] *= 1 + event.severity * active
                elif event.kind == "generation_slip":
                    slip[f, s] += event.duration_months
    return Effects(supply_kept, base_kept, price, power_kept, demand, slip, grid_delay)


def _active(month: Array, event: Event) -> Array:
    end = event.start_month + event.duration_months
    return ((month >= event.start_month) & (month < end)).astype(float)


def _not_recovered(month: Array, event: Event) -> Array:
    """1 at the start of the event, falling straight to 0 at its end."""
    return 1 - (month - event.start_month) / max(event.duration_months, 1)
