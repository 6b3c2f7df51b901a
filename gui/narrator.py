"""One plain sentence for a change: what moved, by how much, and what binds now. No Qt here."""

from __future__ import annotations

from engine import PARAMETERS, Result, Scenario
from engine.catalogue import family_label
from engine.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import translate, written
from engine.values import PerFamily
from gui.charts.specs import binding_stretches
from gui.kpis import Kpi, kpis, month_words, with_delta
from gui.levers.texts import word
from gui.units import of

TOLD = ("capacity", "unit_cost", "committed", "served")  # the first that moved enough is told
ENOUGH = 0.001  # a relative change below this is not worth a word
MOST_LEVERS = 2  # more than this are counted, not named
LIMITS = {
    "supply": QT_TRANSLATE_NOOP("Narration", "chip supply"),
    "power": QT_TRANSLATE_NOOP("Narration", "power"),
    "budget": QT_TRANSLATE_NOOP("Narration", "the budget"),
    "demand": QT_TRANSLATE_NOOP("Narration", "no limit"),
}


def sentence(before: Result, after: Result, t: int) -> str:
    """What happened between two results, seen from month `t`; empty where nothing did."""
    moved = levers_moved(before.scenario, after.scenario)
    if not moved:
        return ""
    effect = _effect(before, after, t)
    limit = _limit(before, after)
    parts = [part for part in (effect, limit) if part]
    effect = "".join(parts[:1]) or translate("Narration", "nothing on this page moves")
    if len(parts) > 1:
        effect = translate("Narration", "{effect}; {limit}").format(effect=effect, limit=limit)
    text = translate("Narration", "{levers}: {effect}.")
    return text.format(levers=_named(moved), effect=effect)


def levers_moved(before: Scenario, after: Scenario) -> list[str]:
    """Each lever that differs, with where it went, in the table's order; other chips first.

    With other families every value by family differs; told is what is another for the same ones.
    """
    moved = []
    if before.catalogue != after.catalogue:
        moved.append(translate("Narration", "Other chips"))
    for row in PARAMETERS:
        old, new = getattr(before, row.key), getattr(after, row.key)
        if old != new and not _only_other_families(old, new):
            moved.append(lever_words(row, old, new))
    return moved


def _only_other_families(old: object, new: object) -> bool:
    if not (isinstance(old, PerFamily) and isinstance(new, PerFamily)):
        return False
    return set(old) != set(new) and all(old[f] == new[f] for f in new if f in old)


def lever_words(row: Parameter, old: object, new: object) -> str:
    if isinstance(old, PerFamily) and isinstance(new, PerFamily):
        changed = [
            f"{family_label(f).split()[-1]} {_value(row, old.get(f))} → {_value(row, new[f])}"
            for f in new
            if new[f] != old.get(f)
        ]
        return f"{row.label_text} ({', '.join(changed)})"
    if row.is_number or row.kind in ("month", "switch"):
        return f"{row.label_text} {_value(row, old)} → {_value(row, new)}"
    return row.label_text


def _value(row: Parameter, value: object) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return word(value)
    if row.sums_to_one:
        return written(value, ".0%")
    return written(of(row.unit).number(value), ",.4g")


def _named(moved: list[str]) -> str:
    if len(moved) <= MOST_LEVERS:
        return ", ".join(moved)
    text = translate("Narration", "{lever} and {count} more levers")
    return text.format(lever=moved[0], count=len(moved) - 1)


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
    if len(phrases) == 1:
        return translate("Narration", "{effect} in {month}").format(effect=phrases[0], month=month)
    text = translate("Narration", "{effect} and {other} in {month}")
    return text.format(effect=phrases[0], other=phrases[1], month=month)


def _moved_enough(old: Kpi, new: Kpi) -> bool:
    return abs(new.number - old.number) > ENOUGH * max(abs(old.number), abs(new.number))


def _phrase(kpi: Kpi) -> str:
    name = kpi.label.split(",")[0].lower()
    amount = kpi.delta.split(" ", 1)[1][1:] if kpi.delta else ""
    text = translate("Narration", "{amount} less {name}")
    if kpi.delta.startswith("▲"):
        text = translate("Narration", "{amount} more {name}")
    return text.format(amount=amount, name=name)


def _limit(before: Result, after: Result) -> str:
    """The limit that binds longest after the change, and whether that is news."""
    old, new = _longest(before), _longest(after)
    if new is None:
        return "" if old is None else translate("Narration", "no limit binds any more")
    if old == new:
        return ""
    limit, since = new
    name = translate("Narration", LIMITS[limit])
    if old is None:
        text = translate("Narration", "{limit} binds from {month}")
        return text.format(limit=name, month=since)
    if old[0] == limit:
        text = translate("Narration", "{limit} binds from {month}, not {before}")
        return text.format(limit=name, month=since, before=old[1])
    text = translate("Narration", "{limit} binds from {month} ({before} before)")
    return text.format(limit=name, month=since, before=translate("Narration", LIMITS[old[0]]))


def _longest(result: Result) -> tuple[str, str] | None:
    stretches = [s for s in binding_stretches(result) if s.limit != "demand"]
    if not stretches:
        return None
    longest = max(stretches, key=lambda s: s.last - s.first)
    return longest.limit, month_words(result.months[longest.first])
