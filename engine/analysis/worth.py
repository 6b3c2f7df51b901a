"""What a contract or a site is worth: the scenario with and without it, on the same draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine import allowed
from engine.analysis import asked
from engine.analysis.outcomes import MEASURES, MeanDifference, outcomes
from engine.analysis.variants import changed
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress

LISTS = ("contracts", "sites")


@dataclass(frozen=True)
class Worth:
    """What one entry changes over the window: with it less without it, by measure.

    The measures are those of `outcomes`: unserved revenue, economic and cash cost, idle
    commitment, both present values, and the chance of a shortfall. Revenue that it saves is
    negative there, as is cost; `of` each is before (without) and after (with).
    """

    kind: str
    name: str
    of: Mapping[str, MeanDifference]
    net: MeanDifference  # revenue served that would not be, less economic cost that it adds [$bn]

    @property
    def saved(self) -> float:
        """The mean of `net` [$bn]."""
        return self.net.mean


def worth(
    scenario: Scenario,
    kind: str,
    names: Sequence[str] | None = None,
    draws: int | None = None,
    *,
    window: tuple[int, int] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> tuple[Worth, ...]:
    """What some contracts or some sites are worth, each alone.

    The others stay as they are: entries that stand in for each other are worth more together.
    An entry's own luck is keyed by its name, so the luck of the rest is the same without it.

    Takes: `scenario`; `kind`, contracts or sites; `names` of entries, by default all; `draws`, how
        many worlds, by default its own; `window`, first and last month, by default all after
        `as_of`.
    Gives: a Worth for each name, in their order [$bn over the window; chance].
    Raises: ValueError for another kind, a name that the list has not, or twice, for no draws and
        for a window out of the horizon; Cancelled where `progress` says False.
    Source: model, sections 4, 5 and 8.
    """
    allowed.word("kind", kind, LISTS)
    count = allowed.draws(scenario.draws if draws is None else draws)
    entries = getattr(scenario, kind)
    chosen = asked.entries(kind, [x.name for x in entries] if names is None else names, entries)
    if not chosen:
        return ()
    without = [
        changed(scenario, **{kind: tuple(x for x in entries if x.name != name)}) for name in chosen
    ]
    found = outcomes([scenario, *without], count, window, None, backend, progress)
    return tuple(
        Worth(kind, name, {m: found.difference(m, place, 0) for m in MEASURES}, found.net(place, 0))
        for place, name in enumerate(chosen, start=1)
    )
