"""The figures above the charts, for one chosen month, as plain data. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine import Array, Result, series
from engine.analysis.compared import own_calendar
from engine.tables.catalogue import family_label, short_family_label
from engine.tables.output import undefined
from engine.tables.parameter import month_number
from engine.text import translate, written
from gui.words.month_names import month_name as month_name
from gui.words.month_names import month_words as month_words
from gui.words.signs import is_nought
from gui.words.story.claims import judged as judged_by
from gui.words.story.odds import Worlds, columns, lead_family
from gui.words.story.odds import count_words as worlds_words
from gui.words.units import money_words, of, power_words, some_money_words, unit_cost_words

DEFAULT_MONTH = "2026-12"
SAME = 1e-9  # a relative difference below this is rounding
LEAST_EFLOPS = 1e-3  # of a fleet of hundreds of them: less is none
MILLION = 1e6  # EFLOP/s: from here on three digits say enough
ALL, NONE = 0.9995, 0.0005  # shares from here on are written as all or nothing


@dataclass(frozen=True)
class KpiTile:
    """One figure: what it is, how much, and a line below it; and how it spreads over the worlds."""

    key: str
    label: str
    value: str
    detail: str
    help: str
    number: float = float("nan")  # what a difference is taken of
    delta: str = ""  # against the baseline, short
    delta_words: str = ""  # and in words
    more: str = ""  # of which there is no room on the tile
    short_label: str = ""  # where room is short, if it can be said shorter
    worlds: Worlds | None = None  # where any are drawn
    median: str = ""  # of them, in words
    # what the story claims of it: takes the place of the detail; the shorter where room is short
    claims: tuple[str, ...] = ()
    claim_words: str = ""
    claimed: float = float("nan")  # the same number, where it is of this figure

    @property
    def places(self) -> tuple[str, ...]:
        """Where the plan stands among its worlds, in words; the shorter where room is short."""
        if self.key == "risk":
            return ("" if self.number != self.number else worlds_words(self.number),)
        if self.worlds is None:
            return ("",)
        return self.worlds.place_words, self.worlds.short_place


def month_index(result: Result, month: str) -> int:
    """The index of a calendar month, the nearest one within the horizon."""
    wanted = month_number(month) - month_number(result.scenario.start)
    return min(max(wanted, 0), len(result.months) - 1)


def month_in(result: Result, month: str) -> int | None:
    """The index of a calendar month; None where the result has no such month.

    What is compared with another result is compared in one month of both, never in the nearest.
    """
    return own_calendar(result.scenario).place(month)


def count_words(chips: float) -> str:
    """A number of chips, short: 1.90 M, 457 k."""
    if chips >= 999_500:  # which three digits of thousands would write as 1,000 k
        return translate("Kpi", "{count} M").format(count=written(chips / 1e6, ",.2f"))
    if chips >= 1e4:
        return translate("Kpi", "{count} k").format(count=written(chips / 1e3, ",.0f"))
    return written(chips, ",.0f")


def share_words(share: float) -> str:
    """A share in percent, with no decimals where it is all, or nothing."""
    return written(share, ".0%" if share >= ALL or share < NONE else ".1%")


def chance_words(chance: float) -> str:
    """How many of the drawn worlds: a thousand of them tell no tenth of a percent."""
    return written(chance, ".0%")


def capacity_words(capacity: float) -> str:
    """Effective compute, with its unit and the digits of its series."""
    amount = written(capacity, series("capacity_eflops").format)
    return translate("Kpi", "{amount} EFLOP/s").format(amount=amount)


def eflops_words(capacity: float) -> str:
    """A difference of effective compute, with its unit; below ten two digits count.

    What is too little to say, a rounding of thousands among them, is none.
    """
    if abs(capacity) < LEAST_EFLOPS:
        capacity = 0.0
    if abs(capacity) >= MILLION:
        text = translate("Kpi", "{amount} M EFLOP/s")
        spec = ",.3g" if abs(capacity) < 100 * MILLION else ",.0f"
        return text.format(amount=written(capacity / MILLION, spec))
    digits = ",.0f" if capacity >= 10 or capacity == 0 else ",.2g"
    return translate("Kpi", "{amount} EFLOP/s").format(amount=written(capacity, digits))


def points_words(share: float) -> str:
    """A difference between two shares, in percentage points."""
    several = abs(float(f"{share * 100:.1f}")) >= 2  # as written: 1.96 are 2.0
    text = translate("Kpi", "{points} point(s)", "", 2 if several else 0)
    return text.format(points=written(share * 100, ",.1f"))


def kpis(
    result: Result,
    t: int,
    baseline: Result | None = None,
    chance_of_shortfall: float | None = None,
    baseline_chance: float | None = None,
    worlds: Mapping[str, Worlds] | None = None,
    reached: Mapping[str, float] | None = None,
) -> tuple[KpiTile, ...]:
    """The figures for month `t`, each with its difference from the baseline that has the month.

    The chances, of a shortfall in that month, are None while no worlds are drawn. `worlds` are by
    figure, `reached` says by column in how many of them a claim is met.
    """
    tiles = _tiles(result, t, chance_of_shortfall)
    if worlds is not None:
        tiles = tuple(_with_worlds(kpi, worlds.get(kpi.key)) for kpi in tiles)
    tiles = _with_claims(tiles, result, reached or {})
    if baseline is None or baseline is result:
        return tiles
    there = month_in(baseline, result.months[t])
    if there is None:
        return tiles
    other = {kpi.key: kpi for kpi in _tiles(baseline, there, baseline_chance)}
    return tuple(with_delta(kpi, other[kpi.key]) for kpi in tiles)


def figures(result: Result) -> dict[str, Array]:
    """The numbers of the tiles for every month at once, by key; the risk needs drawn worlds."""
    demand = result["demand_eflops"]
    served = np.ones(len(demand))
    np.divide(result["served_eflops"], demand, out=served, where=demand > 0)
    return {
        "capacity": result["capacity_eflops"],
        "power": result["facility_power_gw"],
        "lead": result[f"chips_alive_{lead_family(result.scenario.families)}"],
        "chips": result.by_family("chips_alive").sum(axis=0),
        "committed": np.cumsum(result["commitment_bn"]),
        "unit_cost": result["usd_per_pflop_hour"],
        "served": served,
    }


def with_delta(kpi: KpiTile, base: KpiTile) -> KpiTile:
    """`kpi` with what differs from `base`: sign, unit and words; what rounds to none is none."""
    difference = kpi.number - base.number
    if not abs(difference) > SAME * max(abs(base.number), abs(kpi.number)):
        return kpi  # also where either is undefined
    amount = DELTAS[kpi.key](abs(difference))
    if is_nought(amount):
        return kpi
    if difference > 0:
        short = f"▲ +{amount}"
        words = translate("Kpi", "{amount} more than the baseline's {value}")
    else:
        short = f"▼ −{amount}"
        words = translate("Kpi", "{amount} less than the baseline's {value}")
    return replace(kpi, delta=short, delta_words=words.format(amount=amount, value=base.value))


def _with_worlds(kpi: KpiTile, worlds: Worlds | None) -> KpiTile:
    if worlds is None or worlds.p50 != worlds.p50:
        return kpi
    return replace(kpi, worlds=worlds, median=FIGURES[kpi.key](worlds.p50))


def _with_claims(
    tiles: tuple[KpiTile, ...], result: Result, reached: Mapping[str, float]
) -> tuple[KpiTile, ...]:
    """What the story claims, where a tile says it: met or missed by the plan, and how often."""
    said = {judged.claim.tile: judged for judged in judged_by(result) if judged.claim.tile}
    if not said:
        return tiles
    own = columns(result.scenario.families)
    found = []
    for kpi in tiles:
        judged = said.get(kpi.key)
        if judged is None:
            found.append(kpi)
            continue
        column = judged.claim.column
        said_so = (
            translate("Kpi", "{sign} claim {claim}: {verdict}"),
            translate("Kpi", "{sign} claim {verdict}"),
        )
        short = tuple(
            text.format(sign=judged.sign, claim=judged.claim.short_text, verdict=judged.verdict)
            for text in said_so
        )
        words = judged.words
        if column in reached:
            met = translate("Kpi", "It is met in {count}.")
            words = f"{words} {met.format(count=worlds_words(reached[column]))}"
        same = own.get(kpi.key) == column
        claimed = judged.claim.low if same else float("nan")
        found.append(replace(kpi, claims=short, claim_words=words, claimed=claimed))
    return tuple(found)


def _tiles(result: Result, t: int, chance_of_shortfall: float | None) -> tuple[KpiTile, ...]:
    families = result.scenario.families
    lead = lead_family(families)
    capacity, demand = result["capacity_eflops"][t], result["demand_eflops"][t]
    power, limit = result["facility_power_gw"][t], result["power_limit_gw"][t]
    chips = {family: float(result[f"chips_alive_{family}"][t]) for family in families}
    every = sum(chips.values())
    split = _split(families, [count_words(n) for n in chips.values()])
    committed = result["commitment_bn"][: t + 1].sum()
    by_family = [result[f"commitment_bn_{family}"][: t + 1].sum() for family in families]
    unit_cost = float(result["usd_per_pflop_hour"][t])
    served = result["served_eflops"][t] / demand if demand > 0 else 1.0
    unserved = float(result["unserved_revenue_bn"][t])
    chance = float("nan") if chance_of_shortfall is None else chance_of_shortfall
    return (
        KpiTile(
            "lead",
            translate("Kpi", "{family} chips").format(family=family_label(lead)),
            count_words(chips[lead]),
            translate("Kpi", "of {value}").format(value=count_words(every)),
            translate("Kpi", "Chips installed of the family that the story is about."),
            chips[lead],
            more=split,
            short_label=translate("Kpi", "{family} chips").format(family=short_family_label(lead)),
        ),
        KpiTile(
            "power",
            translate("Kpi", "Facility power"),
            power_words(power),
            translate("Kpi", "of {value}").format(value=power_words(limit)),
            series("facility_power_gw").help_text,
            float(power),
        ),
        KpiTile(
            "committed",
            translate("Kpi", "Committed so far"),
            money_words(committed),
            translate("Kpi", "since {month}").format(month=month_words(result.months[0])),
            translate(
                "Kpi",
                "Signed from the first month to this one: chips and facilities bought, and rent "
                "over the whole term.",
            ),
            float(committed),
            more=_split(families, [written(of("$bn").number(x), ",.1f") for x in by_family]),
        ),
        KpiTile(
            "capacity",
            translate("Kpi", "Capacity, EFLOP/s"),
            written(capacity, ",.0f"),
            translate("Kpi", "demand {value}").format(value=written(demand, ",.0f")),
            series("capacity_eflops").help_text,
            float(capacity),
        ),
        KpiTile(
            "unit_cost",
            translate("Kpi", "Unit cost"),
            unit_cost_words(unit_cost) if unit_cost == unit_cost else undefined(),
            translate("Kpi", "per PFLOP-hour"),
            series("usd_per_pflop_hour").help_text,
            unit_cost,
        ),
        KpiTile(
            "served",
            translate("Kpi", "Demand served"),
            share_words(served),
            translate("Kpi", "{amount}/mo lost").format(amount=some_money_words(unserved))
            if unserved > 0
            else translate("Kpi", "all is served"),
            series("served_eflops").help_text,
            float(served),
        ),
        KpiTile(
            "risk",
            translate("Kpi", "Shortfall risk"),
            "…" if chance_of_shortfall is None else chance_words(chance),
            translate("Kpi", "of a short month"),
            translate(
                "Kpi",
                "The share of drawn worlds in which more of the month's demand than the "
                "tolerance goes unserved.",
            ),
            chance,
        ),
        KpiTile(
            "chips",
            translate("Kpi", "Chips"),
            count_words(every),
            split,
            translate("Kpi", "Chips installed, by family."),
            every,
        ),
    )


ON_STRIP = ("lead", "power", "committed", "capacity", "unit_cost", "served", "risk")


def on_strip(figures: Iterable[KpiTile]) -> Iterator[KpiTile]:
    """Those that have a tile above the charts."""
    return (kpi for kpi in figures if kpi.key in ON_STRIP)


DELTAS: dict[str, Callable[[float], str]] = {
    "lead": count_words,
    "capacity": eflops_words,
    "power": power_words,
    "chips": count_words,
    "committed": money_words,
    "unit_cost": unit_cost_words,
    "served": points_words,
    "risk": points_words,
}


# how the figure of a tile is written
FIGURES: dict[str, Callable[[float], str]] = {
    "lead": count_words,
    "power": power_words,
    "committed": money_words,
    "capacity": lambda capacity: written(capacity, ",.0f"),
    "unit_cost": unit_cost_words,
    "served": share_words,
    "risk": chance_words,
}


def _split(families: tuple[str, ...], texts: list[str]) -> str:
    short = [short_family_label(family) for family in families]
    return " · ".join(f"{name} {text}" for name, text in zip(short, texts, strict=True))
