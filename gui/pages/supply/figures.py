"""Figures of the page in words: differences with their margins, in the shown units. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine import Result, Scenario
from engine.analysis.contracted import contracted
from engine.analysis.outcomes import SHORTFALL, MeanDifference
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate, written
from gui.charts.supply_charts import ready_it_gw
from gui.words import units
from gui.words.signs import with_sign

MARGIN = 1.96  # standard errors: 95 of 100 samples of worlds lie so near
POINTS = 100.0
FINE = 1.0  # below it a second digit counts

# what is said of each entry and of each later month, in this order
SHOWN = ("unserved_revenue", "economic_cost", "idle_commitment", "npv_cash_cost", SHORTFALL)
HEADINGS = {
    "unserved_revenue": QT_TRANSLATE_NOOP("Supply", "Unserved revenue"),
    "economic_cost": QT_TRANSLATE_NOOP("Supply", "Economic cost"),
    "idle_commitment": QT_TRANSLATE_NOOP("Supply", "Idle commitment"),
    "npv_cash_cost": QT_TRANSLATE_NOOP("Supply", "Present value of cash"),
    SHORTFALL: QT_TRANSLATE_NOOP("Supply", "Chance of a shortfall"),
}
ABOUT = {
    "unserved_revenue": QT_TRANSLATE_NOOP(
        "Supply", "Revenue of demand that finds no compute, summed over the window."
    ),
    "economic_cost": QT_TRANSLATE_NOOP(
        "Supply", "What the fleet costs over the window, with the cost of capital."
    ),
    "idle_commitment": QT_TRANSLATE_NOOP(
        "Supply", "What is paid for chips that had to be taken and found no power."
    ),
    "npv_cash_cost": QT_TRANSLATE_NOOP(
        "Supply", "What is paid over the window, discounted to the first month."
    ),
    SHORTFALL: QT_TRANSLATE_NOOP(
        "Supply", "The share of the worlds with a short month in the window."
    ),
}


def heading(measure: str) -> str:
    """What stands over a measure: its name, and its unit on a line below."""
    unit = translate("Supply", "points") if measure == SHORTFALL else units.of("$bn").unit
    return f"{translate('Supply', HEADINGS[measure])}\n{unit}"


def on_one_line(heading_: str) -> str:
    """A heading as it is read out."""
    return heading_.replace("\n", ", ")


def about(measure: str) -> str:
    return translate("Supply", ABOUT[measure])


def signed(value: float, spec: str = "") -> str:
    """`+3.1`, `−0.42`, `0`: with as many digits as say something."""
    spec = spec or (",.2f" if abs(value) < FINE else ",.1f")
    text = written(abs(value), spec)
    return with_sign(value, text, written(0, "d"))


def difference(measure: str, found: MeanDifference) -> tuple[str, str]:
    """A difference as it is shown, and its margin; empty where there is none."""
    scale = POINTS if measure == SHORTFALL else units.of("$bn").factor
    value, margin = found.mean * scale, MARGIN * found.standard_error * scale
    if math.isnan(margin) or not margin:
        return signed(value), ""
    return signed(value), f"± {written(margin, ',.2f' if abs(margin) < FINE else ',.1f')}"


def level(measure: str, value: float) -> str:
    """What a measure comes to, with its unit."""
    return written(value, ".0%") if measure == SHORTFALL else units.money_words(value)


def both(measure: str, found: MeanDifference) -> str:
    """What a measure is without and with an entry."""
    text = translate("Supply", "without {before}, with {after}")
    return text.format(before=level(measure, found.before), after=level(measure, found.after))


def power(gigawatts: float) -> str:
    """An amount of power, without its unit."""
    shown = units.of("GW IT")
    return written(shown.number(gigawatts), shown.format(",.2f"))


@dataclass(frozen=True)
class Due:
    """What must be taken by a month, and the power that is ready then, in the plan [GW IT]."""

    month: int
    firm: float
    ready: float

    @property
    def waits(self) -> bool:
        """Whether more must be taken than finds power."""
        return self.firm > self.ready


def due(result: Result, kind: str) -> dict[str, Due]:
    """For each entry, of the month in which it is whole: all that is firm, against the power."""
    scenario: Scenario = result.scenario
    firm = contracted(scenario).firm.sum(axis=1)
    ready = ready_it_gw(result)
    found = {}
    for entry in getattr(scenario, kind):
        month = min(max(entry.start_month + entry.ramp_months - 1, 0), len(ready) - 1)
        found[entry.name] = Due(month, float(firm[month]), float(ready[month]))
    return found
