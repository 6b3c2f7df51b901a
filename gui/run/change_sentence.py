"""One plain sentence for a change: what moved, by how much, and what binds now. No Qt here.

What it says is so: of the figures in the month it names, and of the ribbon's months.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine import PARAMETERS, Array, Result, Scenario
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number
from engine.text import filled, translate
from engine.values import PerFamily
from gui.run.binding_words import limit_news, limit_now
from gui.run.stop_words import helping_words, why_it_helps
from gui.words.abbreviate import short
from gui.words.kpis import DELTAS, KpiTile, eflops_words, figures, kpis, month_words, share_words
from gui.words.moved import lever_words
from gui.words.seen_from import seen_from
from gui.words.signs import is_nought

ENOUGH = 0.001  # a relative change below this is not worth a word
MOST_LEVERS = 2  # more than this are counted, not named
MOST_EFFECTS = 2  # those that moved furthest are told
# what is told of a figure that rose, and of one that fell
EFFECTS = {
    "capacity": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more capacity"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less capacity"),
    ),
    "unit_cost": (
        QT_TRANSLATE_NOOP("Narration", "unit cost up by {amount}"),
        QT_TRANSLATE_NOOP("Narration", "unit cost down by {amount}"),
    ),
    "committed": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more committed"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less committed"),
    ),
    "served": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more of demand served"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less of demand served"),
    ),
}
# told where none of those has moved in any month
OTHER_EFFECTS = {
    "power": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more facility power"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less facility power"),
    ),
    "chips": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more chips"),
        QT_TRANSLATE_NOOP("Narration", "{amount} fewer chips"),
    ),
}


def sentence(before: Result, after: Result, t: int) -> str:
    """What happened between two results, seen from month `t`; empty where nothing did."""
    moved = levers_moved(before.scenario, after.scenario)
    if not moved:
        return ""
    effect, limit = _effect(before, after, t), limit_news(before, after, t)
    said = effect or limit or _nothing(before, after)
    if effect and limit:
        said = translate("Narration", "{effect}; {limit}").format(effect=effect, limit=limit)
    text = translate("Narration", "{levers}: {effect}.")
    return filled(text, levers=_named(moved), effect=said)


def opening(result: Result, t: int) -> str:
    """What there is to see of a scenario that has just been opened, in month `t`."""
    found = {kpi.key: kpi.number for kpi in kpis(result, t)}
    text = translate(
        "Narration",
        "“{name}” in {month}: {capacity} of capacity, {share} of demand served; {limit}.",
    )
    return filled(
        text,
        name=short(result.scenario.name),
        month=month_words(result.months[t]),
        capacity=eflops_words(found["capacity"]),
        share=share_words(found["served"]),
        limit=limit_now(result, t),
    )


def levers_moved(before: Scenario, after: Scenario) -> list[str]:
    """Each lever that differs, with where it went, in the table's order; other chips first.

    With other families every value by family differs; told is what is another for the same ones.
    With another first month every date differs that was not set anew; told is what was, unless it
    is the month that it was.
    """
    moved = []
    if before.catalogue != after.catalogue:
        moved.append(translate("Narration", "Other chips"))
    for row in PARAMETERS:
        old, new = getattr(before, row.key), getattr(after, row.key)
        if old == new or old == seen_from(before.start, row, after):
            continue
        if not _only_other_families(old, new):
            moved.append(lever_words(row, old, new, (before.start, after.start)))
    return moved


def _only_other_families(old: object, new: object) -> bool:
    if not (isinstance(old, PerFamily) and isinstance(new, PerFamily)):
        return False
    return set(old) != set(new) and all(old[f] == new[f] for f in new if f in old)


def _named(moved: list[str]) -> str:
    if len(moved) <= MOST_LEVERS:
        return ", ".join(moved)
    more = translate("Narration", "%n more levers", "", len(moved) - 1)
    return translate("Narration", "{first} and {more}").format(first=moved[0], more=more)


def _effect(before: Result, after: Result, t: int) -> str:
    """What moved most by month `t`; where nothing has by then, by the last month or in any."""
    old, new = _shared_months(before, after)
    if not len(new):
        return ""
    was, now = figures(before), figures(after)
    for effects in (EFFECTS, OTHER_EFFECTS):
        moves = [_moves(was[key][old], now[key][new]) for key in effects]
        largest = np.max(moves, axis=0)
        asked = min(max(t - new[0], 0), len(new) - 1)
        # the largest of all may be too small to be written: then each figure has its own
        places = (asked, len(new) - 1, np.argmax(largest), *np.argmax(moves, axis=1))
        for place in dict.fromkeys(map(int, places)):
            if largest[place] <= ENOUGH:
                continue
            if told := _phrases(kpis(before, old[place]), kpis(after, new[place]), effects):
                joined = translate("Narration", " and ").join(told)
                said = translate("Narration", "{effects} by {month}").format(
                    effects=joined, month=month_words(after.months[new[place]])
                )
                helps = why_it_helps(before, after, old[place], new[place])
                return f"{said}; {helping_words(helps)}" if helps else said
    return ""


def _shared_months(before: Result, after: Result) -> tuple[range, range]:
    """The calendar months that two results share, as places in each."""
    shift = month_number(after.scenario.start) - month_number(before.scenario.start)
    first = max(0, -shift)
    last = max(min(len(after.months), len(before.months) - shift), first)
    return range(first + shift, last + shift), range(first, last)


def _moves(before: Array, after: Array) -> Array:
    """How far a figure moved in each month, relative to its size; 0 where it is undefined."""
    size = np.maximum(np.abs(before), np.abs(after))
    defined = size > 0  # and a number
    moves = np.zeros_like(size)
    np.divide(np.abs(after - before), size, out=moves, where=defined)
    return moves


def _phrases(
    before: Iterable[KpiTile], after: Iterable[KpiTile], effects: dict[str, tuple[str, str]]
) -> list[str]:
    old = {kpi.key: kpi for kpi in before}
    moves = [(_move(old[kpi.key], kpi), kpi) for kpi in after if kpi.key in effects]
    told = sorted((move for move in moves if abs(move[0]) > ENOUGH), key=lambda move: -abs(move[0]))
    found = []
    for move, kpi in told[:MOST_EFFECTS]:
        amount = DELTAS[kpi.key](abs(kpi.number - old[kpi.key].number))
        if not is_nought(amount):
            rose, fell = effects[kpi.key]
            found.append(translate("Narration", rose if move > 0 else fell).format(amount=amount))
    return found


def _nothing(before: Result, after: Result) -> str:
    """No figure has moved enough, and what binds is as it was: how far is that true?"""
    old, new = _shared_months(before, after)
    if not len(new):
        return translate("Narration", "no month is as before")
    same = set(before) == set(after) and all(
        np.array_equal(before[column][old], after[column][new], equal_nan=True) for column in after
    )
    if same:
        return translate("Narration", "no curve moves; bands and risk may")
    return translate("Narration", "no figure moves by more than 0.1%")


def _move(old: KpiTile, new: KpiTile) -> float:
    """The relative change; none where either is undefined."""
    size = max(abs(old.number), abs(new.number))
    change = (new.number - old.number) / size if size else 0.0
    return change if change == change else 0.0
