"""What a change does to the odds, in words: the plan's place, and the chance of a shortfall."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tables.parameter import month_number
from engine.text import filled, translate
from engine.worlds.ensemble import Ensemble
from gui.words.kpis import chance_words
from gui.words.story.odds import Worlds, counted, worlds_of

PLACED = "capacity"  # the figure of which the plan's place is told
TOLD_FROM = 0.02  # a chance that moved by less is not worth a word


def odds_sentence(before: Mapping[int, Ensemble], after: Mapping[int, Ensemble], month: str) -> str:
    """What differs between the worlds of two scenarios in a month; empty where nothing does.

    Nothing is said of a month that one of them has not.

    Both are by the number of draws. As many worlds of one are compared with as many of the other,
    for they have the same luck: the most that are known of where it began. Where more are known
    since, what is said of now is of those, as the tiles have it, and nothing of before beside it.
    """
    draws = max(before, default=0)
    if draws not in after:
        return ""
    if any(month not in known.months for known in (before[draws], after[draws])):
        return ""
    one, other, finest = before[draws], after[draws], after[max(after)]
    said = _place(one, other, finest, month), _chance(one, other, finest, month)
    parts = [part for part in said if part]
    if not parts:
        return ""
    told = parts[0]
    if len(parts) > 1:
        both = translate("Narration", "{place}; {chance}")
        told = both.format(place=parts[0], chance=parts[1])
    return translate("Narration", "{odds}.").format(odds=told[0].upper() + told[1:])


def _place(before: Ensemble, after: Ensemble, finest: Ensemble, month: str) -> str:
    was, now, shown = (worlds_of(drawn, month).get(PLACED) for drawn in (before, after, finest))
    if was is None or now is None or shown is None or _tenths(was) == _tenths(now):
        return ""
    count, worlds = counted(shown.below)
    text = translate("Narration", "the plan now stands above {count} of {worlds} worlds")
    return filled(text, count=count, worlds=worlds)


def _tenths(worlds: Worlds) -> float:
    count, of = counted(worlds.below)
    return count / of


def _chance(before: Ensemble, after: Ensemble, finest: Ensemble, month: str) -> str:
    was, now, shown = (chance_in(drawn, month) for drawn in (before, after, finest))
    if was is None or now is None or shown is None or abs(now - was) < TOLD_FROM:
        return ""
    if finest is not after:
        text = translate("Narration", "chance of a shortfall now {after}")
        return filled(text, after=chance_words(shown))
    text = translate("Narration", "chance of a shortfall {before} → {after}")
    return filled(text, before=chance_words(was), after=chance_words(now))


def chance_in(drawn: Ensemble, month: str) -> float | None:
    """That a calendar month is short; None where no risk was measured."""
    if drawn.risk is None:
        return None
    place = month_number(month) - month_number(drawn.scenario.start)
    return float(drawn.risk.short[min(max(place, 0), len(drawn.risk.short) - 1)])
