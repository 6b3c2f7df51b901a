"""What a lever needs before it can move anything: where another stands, it has no effect at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.tables.scenario import Scenario
from engine.text import translate


@dataclass(frozen=True)
class Need:
    """What must be so for a lever to act. `lever`: where that is set; `reads`: all it hangs on.

    `unmet` says why it acts on nothing now.
    """

    lever: str
    reads: frozenset[str]
    met: Callable[[Scenario], bool]
    unmet: str

    @property
    def unmet_text(self) -> str:
        """Why it acts on nothing now, in the reader's language."""
        return translate("Need", self.unmet)


def _need(lever: str, met: Callable[[Scenario], bool], unmet: str, *more: str) -> Need:
    return Need(lever, frozenset((lever, *more)), met, unmet)


NEEDS: dict[str, Need] = {
    "repower_share_per_year": _need(
        "repower_threshold",
        lambda of: of.repower_threshold > 0,
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: no old chips make way, the threshold is 0."),
    ),
    "software_half_life_years": _need(
        "software_gain",
        lambda of: any(gain != 1 for gain in of.software_gain.values()),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: no family's software gets better later on."),
    ),
    "supply_half_life_years": _need(
        "supply_growth",
        lambda of: any(g != of.supply_growth_longrun for g in of.supply_growth.values()),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: supply grows as in the long run already."),
        "supply_growth_longrun",
    ),
    "substitute_any": _need(
        "mix",
        lambda of: any(of.mix[f] == 0 or of.mix_start[f] == 0 for f in of.families),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: every family has its share of the mix."),
        "mix_start",
    ),
    "grid_common": _need(
        "sites",
        lambda of: any(site.start_month > of.as_of for site in of.sites),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: no site is still to come."),
        "as_of",
    ),
}


def unmet(key: str, scenario: Scenario) -> Need | None:
    """What a lever lacks to move anything in a scenario.

    Takes: `key` of the parameter; `scenario`.
    Gives: Need, or None where it can act.
    """
    need = NEEDS.get(key)
    return None if need is None or need.met(scenario) else need
