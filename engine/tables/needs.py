"""What a lever needs before it can move anything, and what little part of it all it acts on.

Where another lever stands, it has no effect at all, or one on a small share alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.tables.scenario import Scenario
from engine.text import percent_sign, translate, written

SMALL = 0.1  # a part of what the figures are of: a lever that acts on less than this says so
LEAST = 1e-4  # no part, and yet not nothing
PERCENT = 100.0


@dataclass(frozen=True)
class Need:
    """What must be so for a lever to act. `lever`: where that is set; `reads`: all it hangs on.

    `part` is the share of what the figures are of that it acts on, 0 for nothing; `unmet` says why
    it acts on nothing now, `limited` why on a small part alone.
    """

    lever: str
    reads: frozenset[str]
    part: Callable[[Scenario], float]
    unmet: str
    limited: str = ""

    def met(self, scenario: Scenario) -> bool:
        """Whether the lever acts on anything in a `scenario`. Gives: yes or no."""
        return self.part(scenario) > 0

    @property
    def unmet_text(self) -> str:
        """Why it acts on nothing now, in the reader's language."""
        return translate("Need", self.unmet)

    def said(self, scenario: Scenario) -> str:
        """Why a lever moves nothing, or little; empty where it acts as it should.

        Takes: `scenario`.
        Gives: a sentence in the reader's language.
        """
        part = self.part(scenario)
        if part <= 0:
            return self.unmet_text
        if part >= SMALL or not self.limited:
            return ""
        share = written(part * PERCENT, ".2g") + percent_sign()
        return translate("Need", self.limited).format(share=share)


def _need(lever: str, met: Callable[[Scenario], bool], unmet: str, *more: str) -> Need:
    return Need(lever, frozenset((lever, *more)), lambda of: float(met(of)), unmet)


def _of_owned() -> Need:
    """Of what a provider pays where rents are quoted: it costs those who own."""
    return Need(
        "owned_share",
        frozenset(("owned_share", "rent_basis", "mix")),
        _owned_part,
        QT_TRANSLATE_NOOP(
            "Need", "Moves nothing now: all chips are rented, at rents that are quoted."
        ),
        QT_TRANSLATE_NOOP(
            "Need", "Acts on owned chips only, {share} of new power: the rest has quoted rents."
        ),
    )


def _owned_part(of: Scenario) -> float:
    """Of new power [share]; rents that are made from cost follow the lever, too."""
    if of.rent_basis == "cost":
        return 1.0
    if not any(share > 0 for share in of.owned_share.values()):
        return 0.0
    part = sum(of.owned_share[family] * of.mix[family] for family in of.families)
    return max(part, LEAST)  # of what is there already, even where no more is bought


def _drawn(lever: str, unmet: str) -> Need:
    """Of what happens only where its chance, a number or one of each family, is not 0."""

    def met(of: Scenario) -> bool:
        chance = getattr(of, lever)
        chances = chance.values() if hasattr(chance, "values") else (chance,)
        return any(value > 0 for value in chances)

    return _need(lever, met, unmet)


_NO_SLIP = QT_TRANSLATE_NOOP("Need", "Moves nothing now: no generation is late in any world.")
_NO_GRID = QT_TRANSLATE_NOOP("Need", "Moves nothing now: no grid is late in any world.")
_NO_OUTAGE = QT_TRANSLATE_NOOP("Need", "Moves nothing now: no family's supply ever stops.")
_NO_RECALL = QT_TRANSLATE_NOOP("Need", "Moves nothing now: no family is ever recalled.")
_SAME_MIX = QT_TRANSLATE_NOOP("Need", "Moves nothing now: the mix is the same before and after.")


def _mix_changes(of: Scenario) -> bool:
    return any(of.mix[family] != of.mix_start[family] for family in of.families)


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
    "mix_from_month": _need("mix_start", _mix_changes, _SAME_MIX, "mix"),
    "mix_month": _need("mix_start", _mix_changes, _SAME_MIX, "mix"),
    "training_share_end_month": _need(
        "training_share_start",
        lambda of: of.training_share_start != of.training_share_end,
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: the training share never changes."),
        "training_share_end",
    ),
    "provider_margin": _need(
        "rent_basis",
        lambda of: of.rent_basis == "cost",
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: rents are quoted, not made from cost."),
    ),
    "facility_capex_usd_per_watt": _of_owned(),
    "facility_life_months": _of_owned(),
    "pue": _of_owned(),
    "load_factor": _of_owned(),
    "electricity_usd_per_kwh": _of_owned(),
    "electricity_escalation": _of_owned(),
    "site_opex_usd_per_mw_year": _of_owned(),
    "maintenance_share_per_year": _of_owned(),
    "outage_mean_duration_months": _drawn("outage_rate_per_year", _NO_OUTAGE),
    "outage_severity": _drawn("outage_rate_per_year", _NO_OUTAGE),
    "beta": _drawn("outage_rate_per_year", _NO_OUTAGE),
    "common_severity": _need(
        "beta",
        lambda of: of.beta > 0 and any(rate > 0 for rate in of.outage_rate_per_year.values()),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: no stop is common to all suppliers."),
        "outage_rate_per_year",
    ),
    "recall_duration_months": _drawn("recall_rate_per_year", _NO_RECALL),
    "recall_severity": _drawn("recall_rate_per_year", _NO_RECALL),
    "slip_min": _drawn("p_slip", _NO_SLIP),
    "slip_max": _drawn("p_slip", _NO_SLIP),
    "grid_min": _drawn("p_grid", _NO_GRID),
    "grid_max": _drawn("p_grid", _NO_GRID),
    "grid_common": _need(
        "sites",
        lambda of: of.p_grid > 0 and any(site.start_month > of.as_of for site in of.sites),
        QT_TRANSLATE_NOOP("Need", "Moves nothing now: no site that may be late is still to come."),
        "as_of",
        "p_grid",
    ),
}


def unmet(key: str, scenario: Scenario) -> Need | None:
    """What a lever lacks to move anything in a scenario.

    Takes: `key` of the parameter; `scenario`.
    Gives: Need, or None where it can act.
    """
    need = NEEDS.get(key)
    return None if need is None or need.met(scenario) else need
