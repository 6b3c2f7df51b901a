"""The one list of lanes: another list of the input table with dates is another row. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine import Scenario, parameter
from engine.tables.catalogue import short_family_label
from engine.tables.list_schema import ListSchema
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import percent_sign, translate, written
from engine.values import ALL, Contract, Event, Site
from gui.charts.shocks import dateless
from gui.widgets.palette import family_role
from gui.words.month_names import months_words
from gui.words.units import power_words

PLAIN_ROLE = ""  # of what is no family's
SHORTEST = 1  # months


@dataclass(frozen=True)
class LaneRow:
    """A lane: the key of its list, and which columns say when, for how long and how much."""

    key: str
    title: str
    one: str  # of its entries, as it is added: a shock
    invitation: str  # what an empty lane says
    start: str
    length: str
    share: str
    family: str  # the column with the family, empty where there is none
    words: Callable[[Any, str], str]  # an entry and its family's short name, as a bar says it

    @property
    def title_text(self) -> str:
        return translate("Timeline", self.title)

    @property
    def one_text(self) -> str:
        return translate("Timeline", self.one)

    @property
    def invitation_text(self) -> str:
        return translate("Timeline", self.invitation)

    @property
    def schema(self) -> ListSchema:
        found = parameter(self.key).schema
        assert found is not None
        return found

    def entries(self, scenario: Scenario) -> tuple[Any, ...]:
        found: tuple[Any, ...] = getattr(scenario, self.key)
        return found

    def fixed(self, entry: Any) -> bool:
        """Whether it has no date: what comes late comes late whenever it is."""
        return dateless(entry)

    def role(self, entry: Any, scenario: Scenario) -> str:
        """What colours a bar: the hue of its family, where it is of one."""
        family = getattr(entry, self.family) if self.family else ALL
        if family not in scenario.families:
            return PLAIN_ROLE
        return family_role(family, scenario.families.index(family))


def short_family(family: str) -> str:
    """`GPU`; empty for all of them."""
    return "" if family == ALL else short_family_label(family)


def percent(share: float) -> str:
    return f"{written(share * 100, ',.0f')}{percent_sign()}"


SHOCKS = {
    "supply_stop": (
        QT_TRANSLATE_NOOP("Timeline", "{family} stop {share}"),
        QT_TRANSLATE_NOOP("Timeline", "Supply stop {share}"),
    ),
    "base_loss": (
        QT_TRANSLATE_NOOP("Timeline", "{family} lost {share}"),
        QT_TRANSLATE_NOOP("Timeline", "Fleet lost {share}"),
    ),
    "power_outage": (
        QT_TRANSLATE_NOOP("Timeline", "Power outage {share}"),
        QT_TRANSLATE_NOOP("Timeline", "Power outage {share}"),
    ),
    "demand_shock": (
        QT_TRANSLATE_NOOP("Timeline", "Demand drop {share}"),
        QT_TRANSLATE_NOOP("Timeline", "Demand drop {share}"),
    ),
    "price_shock": (
        QT_TRANSLATE_NOOP("Timeline", "{family} prices +{share}"),
        QT_TRANSLATE_NOOP("Timeline", "Chip prices +{share}"),
    ),
    "grid_delay": (
        QT_TRANSLATE_NOOP("Timeline", "Grid late by {months}"),
        QT_TRANSLATE_NOOP("Timeline", "Grid late by {months}"),
    ),
    "generation_slip": (
        QT_TRANSLATE_NOOP("Timeline", "Next {family} late by {months}"),
        QT_TRANSLATE_NOOP("Timeline", "Next chips late by {months}"),
    ),
}


def _shock_words(event: Event, family: str) -> str:
    text = translate("Timeline", SHOCKS[event.kind][0 if family else 1])
    said = text.format(
        family=family, share=percent(event.severity), months=months_words(event.duration_months)
    )
    return f"{event.name} · {said}" if event.name else said


def _contract_words(contract: Contract, family: str) -> str:
    return f"{contract.name} · {power_words(contract.it_gw)}"


def _site_words(site: Site, family: str) -> str:
    said = f"{site.name} · {power_words(site.gw)}"
    return said if site.probability >= 1 else f"{said} · {percent(site.probability)}"


LANES: tuple[LaneRow, ...] = (
    LaneRow(
        "events",
        QT_TRANSLATE_NOOP("Timeline", "Shocks"),
        QT_TRANSLATE_NOOP("Timeline", "Shock"),
        QT_TRANSLATE_NOOP(
            "Timeline",
            "Nothing goes wrong. Drag or double click to have a supplier stop or a price jump.",
        ),
        "start_month",
        "duration_months",
        "severity",
        "scope",
        _shock_words,
    ),
    LaneRow(
        "contracts",
        QT_TRANSLATE_NOOP("Timeline", "Contracts"),
        QT_TRANSLATE_NOOP("Timeline", "Contract"),
        QT_TRANSLATE_NOOP("Timeline", "No contract is signed. Drag or double click to sign one."),
        "start_month",
        "ramp_months",
        "firm",
        "family",
        _contract_words,
    ),
    LaneRow(
        "sites",
        QT_TRANSLATE_NOOP("Timeline", "Sites"),
        QT_TRANSLATE_NOOP("Timeline", "Site"),
        QT_TRANSLATE_NOOP("Timeline", "No site is planned. Drag or double click to plan one."),
        "start_month",
        "ramp_months",
        "probability",
        "",
        _site_words,
    ),
)


def lane_of(key: str) -> LaneRow:
    """The lane of a list."""
    return next(lane for lane in LANES if lane.key == key)
