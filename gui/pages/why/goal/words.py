"""What a search for a goal says: its state, and each proposal. No Qt."""

from __future__ import annotations

import math
from typing import Any

from engine import Scenario, parameter
from engine.analysis.entry_levers import EntryLever
from engine.analysis.proposals import GoalFound, Proposal
from engine.analysis.variants import Lever
from engine.tables.parameter import Parameter
from engine.text import filled, joined, share_of_worlds, translate
from engine.values import PerFamily
from gui.pages.analysis.sureness import margin_of
from gui.pages.why.goal.asking import GoalQuestion
from gui.words import units
from gui.words.entry_words import cell_words, is_month
from gui.words.limits import LIMITS, NOTHING
from gui.words.moved import lever_words
from gui.words.units import is_no_money, money_words

DIGITS = 4  # of a value that a search has found
SHARE_PLACES = 3  # of shares of the families: a tenth of a percent


def changes(proposal: Proposal, scenario: Scenario) -> tuple[str, ...]:
    """Each lever that moves, with where it goes: `Power budget 1.9 → 2.342 GW`."""
    after = proposal.solution.scenario
    moved = proposal.solution.moved
    keys = dict.fromkeys(lever.key for lever, *_ in moved if not isinstance(lever, EntryLever))
    starts = (scenario.start, after.start)
    levers = []
    for key in keys:
        old, new = _rounded(parameter(key), getattr(scenario, key), getattr(after, key))
        if old != new:
            levers.append(lever_words(parameter(key), old, new, starts, named=True))
    entries = [
        entry_move_words(lever, before, now, scenario.start)
        for lever, before, now in moved
        if isinstance(lever, EntryLever)
    ]
    return (*levers, *entries)


def entry_move_words(lever: EntryLever, before: float, after: float, start: str) -> str:
    """`North, IT power 0.5 → 0.62 GW IT`."""
    column = lever.schema_column
    values = (round(before), round(after)) if is_month(column) else _digits(before, after)
    was, now = (cell_words(column, value, start) for value in values)
    unit = "" if is_month(column) else f" {units.of(column.unit).unit}"
    return f"{lever.label} {was} \u2192 {now}{unit}"


def _rounded(row: Parameter, old: Any, new: Any) -> tuple[Any, Any]:
    """Where it was and where a search has led it, to the digits that say something."""
    if isinstance(old, PerFamily):
        if row.is_share:
            pairs = {f: (round(old[f], SHARE_PLACES), round(new[f], SHARE_PLACES)) for f in old}
        else:
            pairs = {f: _digits(old[f], new[f]) for f in old}
        was, now = ({f: pair[end] for f, pair in pairs.items()} for end in (0, 1))
        return PerFamily(was), PerFamily(now)
    if isinstance(new, float):
        return (old, _digits(0.0, new)[1]) if old is None else _digits(old, new)
    return old, new


def _digits(old: float, new: float) -> tuple[float, float]:
    """Both to the place of the last digit that counts in the larger: a trace is none."""
    largest = max(abs(old), abs(new))
    if not largest:
        return old, new
    places = DIGITS - 1 - math.floor(math.log10(largest))
    return round(old, places), round(new, places)


def cost_words(proposal: Proposal) -> str:
    """What it costs more, or saves, over the months to come."""
    cost = proposal.cost
    if is_no_money(cost.mean):
        return translate("Goal", "costs nothing more")
    text = translate("Goal", "costs {amount} more")
    if cost.mean < 0:
        text = translate("Goal", "costs {amount} less")
    said = filled(text, amount=money_words(abs(cost.mean)))
    margin = margin_of(cost.standard_error)
    if margin == margin and not is_no_money(margin):
        text = translate("Goal", "(± {amount})").replace(" ", "\u00a0")  # no line ends in it
        said += " " + text.format(amount=money_words(margin, beside=cost.mean))
    return said


def chance_text(proposal: Proposal, question: GoalQuestion) -> str:
    """In how many worlds the target is met, and in how many it is now."""
    if question.measure.of_worlds:
        text = translate("Goal", "short in {chance} of the worlds, now in {before}")
        return filled(
            text,
            chance=share_of_worlds(proposal.short),
            before=share_of_worlds(proposal.short_before),
        )
    text = translate("Goal", "met in {chance} of the worlds, now in {before}")
    return filled(
        text,
        chance=share_of_worlds(proposal.chance),
        before=share_of_worlds(proposal.chance_before),
    )


def beyond_words(proposal: Proposal, question: GoalQuestion) -> str:
    """Where it leads, where that is not the target itself."""
    measure, value = question.measure, question.value_of(proposal)
    if measure.of_worlds or measure.words(value) == measure.words(question.target):
        return ""
    return translate("Goal", "leads to {value}").format(value=measure.words(value))


def state(found: GoalFound | None, question: GoalQuestion, *, stopped: bool = False) -> str:
    """How the search stands."""
    if found is None:
        return translate("Goal", "Looking for changes …")
    settled = found.settled or stopped
    if not found.proposals:
        if stopped:
            return translate("Goal", "Stopped before anything was found.")
        return translate("Goal", "No lever reaches it alone; looking for several together …")
    first, count = found.proposals[0], len(ways(found, question))
    if first.reached and not first.solution.moved:
        return translate("Goal", "It is there already.")
    if not first.reached or not count:
        return _out_of_reach(first, question)
    text = translate("Goal", "%n way(s) to get there, the least change first.", "", count)
    if count == 1:
        text = translate("Goal", "One way to get there.")
    if stopped and not found.settled:
        return f"{text} {translate('Goal', 'Stopped: there may be smaller ones.')}"
    return text if settled else f"{text} {translate('Goal', 'Looking for smaller ones …')}"


def _out_of_reach(nearest: Proposal, question: GoalQuestion) -> str:
    solution = nearest.solution
    if solution.why == "no lever":
        return translate("Goal", "Every decision is locked.")
    if solution.why == "no effect":
        return translate("Goal", "No decision that is free moves this number.")
    measure, value = question.measure, question.value_of(nearest)
    if measure.of_worlds and not leads_on(nearest, question):
        value = nearest.short_before  # what was found is no nearer
    text = translate("Goal", "Out of reach of the decisions that are free: {value} at best.")
    if measure.better(value - question.target):  # what was wanted is worse
        text = translate("Goal", "No free decision leads there: {value} comes nearest.")
    if solution.why == "passes over":
        text = translate("Goal", "It can't be met exactly: {value} comes nearest.")
    said = filled(text, value=measure.words(value))
    if not leads_on(nearest, question):
        return said
    if solution.binding in LIMITS:
        text = translate("Goal", "Then {limit} binds.")
        limit = translate("Narration", LIMITS[solution.binding])
        said += " " + filled(text, limit=limit)
    elif solution.binding == NOTHING and not measure.of_worlds:  # the worlds may still be short
        said += " " + translate("Goal", "Then no limit binds: all that is wanted is there.")
    ends = dict.fromkeys(_name(lever) for lever in solution.at_end)
    moved = {_name(lever) for lever, *_ in solution.moved}
    stand = [name for name in ends if name in moved]
    if stand:
        text = translate("Goal", "At the end of the slider: {levers}.")
        said += " " + filled(text, levers=joined(stand))
    return said


def ways(found: GoalFound, question: GoalQuestion) -> list[Proposal]:
    """The proposals that are worth a look."""
    return [proposal for proposal in found.proposals if leads_on(proposal, question)]


def leads_on(proposal: Proposal, question: GoalQuestion) -> bool:
    """Whether it moves what is sought: of a chance, whether it is nearer than without it."""
    if not proposal.solution.moved or not question.measure.of_worlds:
        return bool(proposal.solution.moved)
    far, before = (abs(x - question.target) for x in (proposal.short, proposal.short_before))
    return far < before


def _name(lever: Lever) -> str:
    """What a slider is called; those of the families have one name."""
    return lever.label if isinstance(lever, EntryLever) else lever.row.label_text


def step_words(question: GoalQuestion) -> str:
    """What applying it is called as a step of undo."""
    text = translate("Goal", "Reach {value}")
    return filled(text, value=question.measure.words(question.target))
