"""The ledger's lines: each assumption with its range, source, age, and how much it matters. No Qt.

What it does is the tornado's: the larger change of the measure between its 10% and 90% points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine import Scenario
from engine.analysis.grounds import Ground, value_ground
from engine.analysis.information import Known
from engine.analysis.kpi import Kpi, at, total
from engine.analysis.tornado import Bar
from engine.analysis.variants import Lever, levers
from engine.tables.catalogue import family_label
from engine.tables.grades import WORST, rank
from engine.tables.origins import STALE, Origin
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from engine.worlds.risk import default_window
from gui.words.numbers import number_words
from gui.words.value_texts import as_shown, shown_unit, value_words

EDGE = 0.08  # of a grade's band, that stays free on either side


@dataclass(frozen=True)
class LedgerMeasure:
    """What assumptions are weighed by: a column in a month, or over all months after history."""

    key: str
    label: str
    column: str
    of_month: bool = False
    unit: str = "$bn"

    def kpi(self, scenario: Scenario, month: int) -> Kpi:
        first, last = default_window(scenario)
        if self.of_month:
            return at(self.column, min(max(month, 0), last))
        return total(self.column, first, last)


MEASURES = (
    LedgerMeasure("cost", QT_TRANSLATE_NOOP("Evidence", "Economic cost"), "economic_cost_bn"),
    LedgerMeasure(
        "unserved", QT_TRANSLATE_NOOP("Evidence", "Revenue unserved"), "unserved_revenue_bn"
    ),
    LedgerMeasure(
        "capacity",
        QT_TRANSLATE_NOOP("Evidence", "Capacity in the month"),
        "capacity_eflops",
        True,
        "EFLOP/s",
    ),
    LedgerMeasure(
        "unit_cost",
        QT_TRANSLATE_NOOP("Evidence", "Unit cost in the month"),
        "usd_per_pflop_hour",
        True,
        "$/PFLOP-h",
    ),
)
BY_KEY = {measure.key: measure for measure in MEASURES}


@dataclass(frozen=True)
class Assumption:
    """One line. `matters` and `worth` are None until they are known, or where nothing is."""

    lever: Lever
    value: float
    span: tuple[float, float]
    ground: Ground
    matters: float | None = None
    share: float | None = None  # of the measure itself
    worth: float | None = None

    @property
    def changed(self) -> bool:
        """Whether it is not the default."""
        return self.ground.changed

    @property
    def grade(self) -> str:
        return self.ground.grade

    @property
    def source(self) -> str:
        """In the reader's language where it is one of ours; empty where nobody says."""
        return translate("Source", self.ground.source) if self.ground.source else ""

    @property
    def origin(self) -> Origin | None:
        """None where it is nobody's publication that is known here."""
        return self.ground.origin.origin if self.ground.origin else None

    @property
    def label(self) -> str:
        return lever_label(self.lever)

    @property
    def unit(self) -> str:
        return shown_unit(self.lever.row)

    def text(self, value: float, start: str) -> str:
        """A value as its lever shows it."""
        return lever_text(self.lever, value, start)

    def age(self, today: date) -> int | None:
        """In months; None for what is nobody's publication."""
        return self.ground.age(today)

    def stale(self, today: date) -> bool:
        age = self.age(today)
        return age is not None and age > STALE

    @property
    def guess(self) -> bool:
        """Whether nothing but judgement stands behind it."""
        return self.grade == WORST

    def weakness(self, today: date) -> float:
        """From 0, a filing of this month, to 3: the grade, and in it the age or the range."""
        age = self.age(today)
        if age is None:  # nobody's publication: how wide it is left open
            old = (self.span[1] - self.span[0]) / (2 * abs(self.value)) if self.value else 1.0
        else:
            old = age / (2 * STALE)
        return rank(self.grade) + EDGE + (1 - 2 * EDGE) * min(old, 1.0)


def lever_label(lever: Lever) -> str:
    """What a lever is called, with its family."""
    label = lever.row.label_text
    return f"{label}, {family_label(lever.family)}" if lever.family else label


def lever_text(lever: Lever, value: float, start: str) -> str:
    """A value as its lever shows it, without the unit."""
    row = lever.row
    if row.is_date or row.is_share:
        return value_words(row, value, start)
    return number_words(as_shown(row).number(value))


def assumptions(
    scenario: Scenario, bars: Sequence[Bar] = (), known: Mapping[Lever, Known] | None = None
) -> tuple[Assumption, ...]:
    """Every assumption of the scenario that is a number with a plausible range.

    The source of a changed value is that of the default no more: it is the scenario's own, or
    nobody's.
    """
    by_lever = {bar.lever: bar for bar in bars}
    found = []
    for lever in levers(scenario, of_chance=True):
        span = lever.plausible(scenario) if lever.row.has_range else None
        if span is None:
            continue
        row, bar = lever.row, by_lever.get(lever)
        value = lever.value(scenario)
        ground = value_ground(scenario, row, lever.family)
        worth = known.get(lever) if known else None
        share = None
        if bar is not None and bar.base:
            share = bar.width / abs(bar.base)
        found.append(
            Assumption(
                lever,
                value,
                span,
                ground,
                None if bar is None else bar.width,
                share,
                None if worth is None else worth.worth,
            )
        )
    return tuple(found)
