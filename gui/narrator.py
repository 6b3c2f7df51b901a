"""One plain sentence for a change: what moved, by how much, and what binds now. No Qt here."""

from __future__ import annotations

from engine import PARAMETERS, Result, Scenario
from engine.catalogue import family_label
from engine.parameter import Parameter
from engine.values import PerFamily
from gui.charts.specs import binding_stretches
from gui.kpis import Kpi, kpis, month_words, with_delta
from gui.units import of

TOLD = ("capacity", "unit_cost", "committed", "served")  # the first that moved enough is told
ENOUGH = 0.001  # a relative change below this is not worth a word
MOST_LEVERS = 2  # more than this are counted, not named
LIMITS = {
    "supply": "chip supply",
    "power": "power",
    "budget": "the budget",
    "demand": "no limit",
}


def sentence(before: Result, after: Result, t: int) -> str:
    """What happened between two results, seen from month `t`; empty where nothing did."""
    moved = levers_moved(before.scenario, after.scenario)
    if not moved:
        return ""
    effect = _effect(before, after, t)
    limit = _limit(before, after)
    parts = [part for part in (effect, limit) if part]
    return f"{_named(moved)}: {'; '.join(parts) or 'nothing on this page moves'}."


def levers_moved(before: Scenario, after: Scenario) -> list[str]:
    """Each lever that differs, with where it went, in the table's order."""
    return [
        lever_words(row, getattr(before, row.key), getattr(after, row.key))
        for row in PARAMETERS
        if getattr(before, row.key) != getattr(after, row.key)
    ]


def lever_words(row: Parameter, old: object, new: object) -> str:
    if isinstance(old, PerFamily) and isinstance(new, PerFamily):
        changed = [
            f"{family_label(f).split()[-1]} {_value(row, old.get(f))} → {_value(row, new[f])}"
            for f in new
            if new[f] != old.get(f)
        ]
        return f"{row.label} ({', '.join(changed)})"
    if row.is_number or row.kind in ("month", "switch"):
        return f"{row.label} {_value(row, old)} → {_value(row, new)}"
    return row.label


def _value(row: Parameter, value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, int | float):
        return str(value)
    return f"{value:.0%}" if row.sums_to_one else f"{of(row.unit).number(value):,.4g}"


def _named(moved: list[str]) -> str:
    if len(moved) <= MOST_LEVERS:
        return ", ".join(moved)
    return f"{moved[0]} and {len(moved) - 1} more levers"


def _effect(before: Result, after: Result, t: int) -> str:
    if before.scenario.start != after.scenario.start or len(before.months) != len(after.months):
        return ""
    old = {kpi.key: kpi for kpi in kpis(before, t)}
    new = {kpi.key: kpi for kpi in kpis(after, t)}
    told = [key for key in TOLD if _moved_enough(old[key], new[key])]
    if not told:
        return ""
    month = month_words(after.months[t])
    phrases = [_phrase(with_delta(new[key], old[key])) for key in told[:2]]
    return f"{' and '.join(phrases)} in {month}"


def _moved_enough(old: Kpi, new: Kpi) -> bool:
    return abs(new.number - old.number) > ENOUGH * max(abs(old.number), abs(new.number))


def _phrase(kpi: Kpi) -> str:
    name = kpi.label.split(",")[0].lower()
    amount = kpi.delta.split(" ", 1)[1][1:] if kpi.delta else ""
    more = "more" if kpi.delta.startswith("▲") else "less"
    return f"{amount} {more} {name}"


def _limit(before: Result, after: Result) -> str:
    """The limit that binds longest after the change, and whether that is news."""
    old, new = _longest(before), _longest(after)
    if new is None:
        return "" if old is None else "no limit binds any more"
    limit, since = new
    text = f"{LIMITS[limit]} binds from {since}"
    if old is None or old == new:
        return text if old is None else ""
    return f"{text}, not {old[1]}" if old[0] == limit else f"{text} ({LIMITS[old[0]]} before)"


def _longest(result: Result) -> tuple[str, str] | None:
    stretches = [s for s in binding_stretches(result) if s.limit != "demand"]
    if not stretches:
        return None
    longest = max(stretches, key=lambda s: s.last - s.first)
    return longest.limit, month_words(result.months[longest.first])
