"""Where the plan stands among its worlds, in figures and in words. No Qt here.

The plan is the plain run: nothing goes wrong in it. Each world has luck of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine import Array
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number
from engine.text import translate
from engine.worlds.ensemble import Ensemble
from engine.worlds.standing import TO_DATE
from gui.words.story.claims import claims

LEAD_FAMILY = "tpu"  # that the story is about
TENTHS, TWENTIETHS, HUNDREDTHS = 10, 20, 100
ALL = 0.995  # a share of worlds from here on is said to be all
MOST = 0.95  # and from here on in twentieths
COLUMNS = {  # of which the tiles show the spread
    "power": "facility_power_gw",
    "committed": "commitment_bn" + TO_DATE,
    "capacity": "capacity_eflops",
    "unit_cost": "usd_per_pflop_hour",
    "served": "served_share",
}
LESS, MORE, ALIKE = "less", "more", "alike"
ALL_WORLDS = {
    LESS: QT_TRANSLATE_NOOP("Odds", "all worlds have less"),
    MORE: QT_TRANSLATE_NOOP("Odds", "all worlds have more"),
}
SOME_WORLDS = {
    LESS: QT_TRANSLATE_NOOP("Odds", "{count} of {worlds} worlds have less"),
    MORE: QT_TRANSLATE_NOOP("Odds", "{count} of {worlds} worlds have more"),
}
SOME = {  # where there is little room
    LESS: QT_TRANSLATE_NOOP("Odds", "{count}/{worlds} have less"),
    MORE: QT_TRANSLATE_NOOP("Odds", "{count}/{worlds} have more"),
}


@dataclass(frozen=True)
class Worlds:
    """How one figure of one month spreads over the worlds, and where the plan stands in it."""

    p5: float
    p50: float
    p95: float
    below: float  # share of the worlds that have less than the plan
    above: float  # and more

    @property
    def side(self) -> str:
        """What most worlds have beside the plan; alike where they have as much."""
        if max(self.below, self.above) < 1 / TWENTIETHS:
            return ALIKE
        return LESS if self.below >= self.above else MORE

    @property
    def place_words(self) -> str:
        """`9 of 10 worlds have less`."""
        return self._words(SOME_WORLDS)

    @property
    def short_place(self) -> str:
        """`9/10 have less`."""
        return self._words(SOME)

    def _words(self, some: Mapping[str, str]) -> str:
        if self.side == ALIKE:
            return translate("Odds", "worlds have as much")
        share = self.below if self.side == LESS else self.above
        if share >= ALL:
            return translate("Odds", ALL_WORLDS[self.side])
        count, worlds = counted(share)
        return translate("Odds", some[self.side]).format(count=count, worlds=worlds)


def counted(share: float) -> tuple[int, int]:
    """A share of the worlds as so many of ten; of more near all and near none.

    Some are never none, nor all: where they would be of twenty, they are counted of a hundred.
    """
    worlds = TWENTIETHS if share >= MOST or 0 < share < 1 - MOST else TENTHS
    if 0 < share < 1 and round(share * worlds) in (0, worlds):
        worlds = HUNDREDTHS
    return round(share * worlds), worlds


def count_words(share: float) -> str:
    """`6 of 10 worlds`."""
    if share >= ALL:
        return translate("Odds", "all worlds")
    if share <= 1 - ALL:
        return translate("Odds", "no world")
    count, worlds = counted(share)
    return translate("Odds", "{count} of {worlds} worlds").format(count=count, worlds=worlds)


def lead_family(families: tuple[str, ...]) -> str:
    """The family that the first tile is of."""
    return LEAD_FAMILY if LEAD_FAMILY in families else families[0]


def columns(families: tuple[str, ...]) -> dict[str, str]:
    """The column of each tile that has worlds, by the tile's key."""
    return {"lead": f"chips_alive_{lead_family(families)}", **COLUMNS}


def to_reach(known: Mapping[str, object]) -> dict[str, float]:
    """What the claims want reached, by column, of the columns that there are."""
    return {claim.column: claim.low for claim in claims() if claim.column in known}


def worlds_of(drawn: Ensemble, month: str) -> dict[str, Worlds]:
    """The spread of each tile's figure in a calendar month, by the tile's key."""
    last = drawn.scenario.horizon_months - 1
    t = min(max(month_number(month) - month_number(drawn.scenario.start), 0), last)
    found = {}
    for key, column in columns(drawn.scenario.families).items():
        if column not in drawn.bands or column not in drawn.standings:
            continue
        band, place = drawn.bands[column], drawn.standings[column]
        lines: tuple[Array, ...] = (band.p5, band.p50, band.p95, place.below, place.above)
        found[key] = Worlds(*(float(line[t]) for line in lines))
    return found


def claims_reached(drawn: Ensemble) -> dict[str, float]:
    """In what share of the worlds each claim is met, by its column."""
    found, months = {}, drawn.months
    for claim in claims():
        place = claim.place(months)
        if place is not None and claim.column in drawn.reached:
            found[claim.column] = float(drawn.reached[claim.column][place])
    return found
