"""The shock deck: what each thing that can go wrong does to a number, and the worst two at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from engine import allowed
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import changed
from engine.run.simulate import simulate_batch
from engine.tables.catalogue import family_label
from engine.tables.scenario import Scenario
from engine.text import translate
from engine.values import ALL, EVENT_KINDS, Event
from engine.worlds.risk import default_window

MONTHS = 12
OUTAGE, DEMAND_FALL, PRICE_JUMP = 0.2, 0.3, 0.5  # shares of power, of demand, of the price
LATE = 6  # months
POWER = "it_power_gw"


@dataclass(frozen=True)
class Shock:
    """A shock: its name, the event it puts on the timeline, and what it adds to the number."""

    name: str
    event: Event
    effect: float


@dataclass(frozen=True)
class Shocks:
    """Every card, the worst first, and the two that are worst together [the KPI's unit].

    `base` is the number without a shock; `pair_effect` what both together add to it.
    """

    base: float
    cards: tuple[Shock, ...]
    pair: tuple[Shock, Shock]
    pair_effect: float


def shocks(
    scenario: Scenario,
    kpi: Kpi,
    *,
    high_is_bad: bool = True,
    month: int | None = None,
    months: int = MONTHS,
    more: Sequence[Event] = (),
) -> Shocks:
    """Each shock alone, and all pairs, in plain runs beside the events that there are.

    A recall of a contract is a base loss of its family as large as the contract's share of the
    family's IT power in that month. A late grid or generation is late from its first day.

    Takes: `scenario`; `kpi`; `high_is_bad`; `month` in which a shock begins [months since start],
        by default the first after `as_of`; `months`, how long it lasts; `more`, events that are
        cards as well, each for as long as it says and known by its name.
    Gives: Shocks [unit of the KPI].
    Raises: ValueError for months out of the horizon and a KPI that the scenario has not.
    Source: model, section 7.
    """
    first = default_window(scenario)[0] if month is None else month
    first = allowed.whole("month", first, 0, scenario.horizon_months - 1)
    allowed.whole("months", months, 1)
    deck = [*_deck(scenario, first, months), *(_own(event, first) for event in more)]
    pairs = list(combinations(range(len(deck)), 2))
    hits = [(), *((i,) for i in range(len(deck))), *pairs]
    runs = [
        changed(scenario, events=(*scenario.events, *(deck[i][1] for i in hit))) for hit in hits
    ]
    found = values(runs, kpi)
    base = float(found[0])
    effects = (found[1:] - base).tolist()
    cards = [Shock(name, event, effects[i]) for i, (name, event) in enumerate(deck)]
    sign = 1 if high_is_bad else -1
    place = max(range(len(pairs)), key=lambda i: sign * effects[len(deck) + i])
    one, other = pairs[place]
    return Shocks(
        base,
        tuple(sorted(cards, key=lambda card: -sign * card.effect)),
        (cards[one], cards[other]),
        effects[len(deck) + place],
    )


def _own(event: Event, first: int) -> tuple[str, Event]:
    """A card of somebody's own, from the month on that all cards begin in."""
    start = first if EVENT_KINDS[event.kind].has_start else 0
    return event.name, replace(event, start_month=start)


def _deck(scenario: Scenario, first: int, months: int) -> list[tuple[str, Event]]:
    def event(kind: str, severity: float, scope: str = ALL) -> Event:
        return Event(kind, scope, first, months, severity)

    stop = translate("Shocks", "{family} stops")
    found = [
        (stop.format(family=family_label(family)), event("supply_stop", 1.0, family))
        for family in scenario.families
    ]
    found.append((translate("Shocks", "The foundry stops"), event("supply_stop", 1.0)))
    [plain] = simulate_batch([scenario], [POWER])
    by_family = dict(zip(scenario.families, plain.by_family(POWER), strict=True))
    recall = translate("Shocks", "Recall of {contract}")
    for contract in scenario.contracts:
        run = first - contract.start_month + 1
        there = contract.it_gw * min(max(run / contract.ramp_months, 0.0), 1.0)
        power = float(by_family[contract.family][first])
        share = min(there / power, 1.0) if power > 0 else 0.0
        if share > 0:
            name = recall.format(contract=contract.name)
            found.append((name, event("base_loss", share, contract.family)))
    late = LATE
    return [
        *found,
        (translate("Shocks", "Power outage"), event("power_outage", OUTAGE)),
        (translate("Shocks", "Late grid"), Event("grid_delay", ALL, 0, late, 0.0)),
        (translate("Shocks", "Late generation"), Event("generation_slip", ALL, 0, late, 0.0)),
        (translate("Shocks", "Chip prices jump"), event("price_shock", PRICE_JUMP)),
        (translate("Shocks", "Demand falls"), event("demand_shock", DEMAND_FALL)),
    ]
