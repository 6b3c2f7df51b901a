"""By when one must decide: each dated decision later and later, while a target holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis.outcomes import MeanDifference, outcomes
from engine.analysis.settle import Settle, settle_first
from engine.analysis.uncertain import settings_of_inputs, uncertain_inputs
from engine.analysis.variants import changed
from engine.analysis.waiting import MOST_MONTHS, Target
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario, parameter
from engine.worlds.ensemble import Progress

# Decisions of the levers: the months that move together when they wait.
OF_LEVERS = {"mix": ("mix_month",), "power ramp": ("power_ready_month",)}
OF_LISTS = ("sites", "contracts")


@dataclass(frozen=True)
class Decision:
    """A dated decision: `month` it begins in, and the last in which it may for the target to hold.

    `last_month` is None where the target does not hold even without a wait, and `open_ended` where
    it holds at every wait tried. By months of waiting, from none: `chance` of the target [share],
    and `cost`, revenue unserved and economic cost together, against no wait [$bn]. `settle` is the
    uncertainty that decides most whether the target still holds when the decision is too late (at
    the longest wait where it never is); None where none stands out.
    """

    what: str
    name: str
    month: int
    last_month: int | None
    open_ended: bool
    chance: tuple[float, ...]
    cost: tuple[MeanDifference, ...]
    settle: Settle | None


def calendar(
    scenario: Scenario,
    target: Target,
    chance: float = 0.5,
    months: int = MOST_MONTHS,
    draws: int | None = None,
    *,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Iterator[Decision]:
    """Each dated decision of sites, contracts, mix and power ramp that is still to come, in turn.

    Repowering has no date of its own.

    Takes: `scenario`; `target`, to hold with `chance` [share of the worlds]; `months` of waiting
        that are tried at most; `draws`, how many worlds, by default the scenario's own.
    Gives: Decisions, one after the other as they are found.
    Raises: ValueError for no share, no months, no draws and a target out of the horizon; Cancelled
        where `progress` says False.
    """
    allowed.share("chance", chance)
    allowed.whole("months", months, 1)
    count = allowed.draws(scenario.draws if draws is None else draws)
    names, _, inputs = uncertain_inputs(scenario, count, target.kpi.last)
    keys = dict(zip(names, (key for key, _ in settings_of_inputs(scenario)), strict=True))
    for what, name, month, later in _decisions(scenario, months):
        found = outcomes([scenario, *later], count, None, target.kpi, backend, progress)
        assert found.kpi is not None
        held = target.holds(found.kpi)
        chances = tuple(held.mean(axis=1).tolist())
        holds = next((k for k, sure in enumerate(chances) if sure < chance), len(chances))
        bill = found.of["unserved_revenue"] + found.of["economic_cost"]
        yield Decision(
            what,
            name,
            month,
            month + holds - 1 if holds else None,
            holds == len(chances),
            chances,
            tuple(_difference(bill[0], row) for row in bill),
            _known(settle_first(names, inputs, held[min(holds, len(chances) - 1)]), keys),
        )


def _known(settle: Settle | None, keys: Mapping[str, str]) -> Settle | None:
    return None if settle is None else replace(settle, key=keys[settle.name])


def _difference(before: Any, after: Any) -> MeanDifference:
    gone = after - before
    count = len(gone)
    error = float(np.std(gone, ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
    return MeanDifference(float(before.mean()), float(after.mean()), float(gone.mean()), error)


def _decisions(
    scenario: Scenario, months: int
) -> Iterator[tuple[str, str, int, tuple[Scenario, ...]]]:
    """What is decided, its name and month, and the scenario with each later month."""
    for kind in OF_LISTS:
        entries = getattr(scenario, kind)
        for entry in entries:
            if scenario.as_of < entry.start_month < scenario.horizon_months:
                later = tuple(
                    changed(
                        scenario,
                        **{
                            kind: tuple(
                                replace(x, start_month=x.start_month + k) if x is entry else x
                                for x in entries
                            )
                        },
                    )
                    for k in range(1, months + 1)
                )
                yield kind, entry.name, entry.start_month, later
    for what, keys in OF_LEVERS.items():
        first = int(getattr(scenario, keys[0]))
        highest = [parameter(key).high for key in keys]
        room = [int(h) - int(getattr(scenario, k)) for h, k in zip(highest, keys, strict=True) if h]
        if first > scenario.as_of and (most := min([months, *room])) > 0:
            yield (
                what,
                "",
                first,
                tuple(
                    changed(scenario, **{key: getattr(scenario, key) + k for key in keys})
                    for k in range(1, most + 1)
                ),
            )
