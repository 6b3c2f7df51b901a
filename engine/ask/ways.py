"""The question of `ask` for the least changes that reach a target."""

from __future__ import annotations

from engine.analysis.proposals import Proposal, proposals
from engine.analysis.shortness import Shortness
from engine.analysis.variants import Lever
from engine.ask import words
from engine.ask.asked import Answer, Asked, Named
from engine.ask.markdown import DIGITS, NONE
from engine.text import figures

MORE_DIGITS = (6, 9)  # of values that are alike in fewer


def goal(asked: Asked) -> Answer:
    """The least changes that reach a target; of a chance those that lead nearer to it.

    Takes: `asked`.
    Gives: the answer.
    """
    of_worlds = isinstance(asked.kpi, Shortness)
    aim = Shortness.aim(asked.scenario) if of_worlds else asked.aim
    *_, last = proposals(asked.scenario, asked.kpi, aim, asked.levers, asked.draws)
    found = last.proposals
    facts: dict[str, object] = {"target": asked.aim}
    if of_worlds and any(one.solution.moved for one in found):
        found = tuple(one for one in found if _is_nearer(one, asked.aim))
        if not found:
            facts = {"sentence": words.NO_NEARER, **facts}
    rows = [
        {
            "proposal": number,
            "reached": one.reached,
            "value": one.short if of_worlds else one.solution.value,
            "why_not": "" if one.reached else one.solution.why,
            "binding": one.solution.binding,
            "changes": _moves(asked, one),
            "extra_cost_bn": one.cost.mean,
            "margin_bn": one.cost.standard_error,
            "chance": one.short if of_worlds else one.chance,
            "chance_before": one.short_before if of_worlds else one.chance_before,
        }
        for number, one in enumerate(found, start=1)
    ]
    return Answer(facts, {"proposals": rows})


def _is_nearer(one: Proposal, chance: float) -> bool:
    """Whether it leads nearer to a chance than the scenario is."""
    return abs(one.short - chance) < abs(one.short_before - chance)


def _moves(asked: Asked, one: Proposal) -> Named:
    """Each lever that moves, and from where to where."""
    keys, told = [], []
    for lever, before, after in one.solution.moved:
        named = Named.lever(lever)
        keys.append(f"{named.key} {before:.6g} -> {after:.6g}")
        old, new = _pair(asked, lever, before, after)
        if getattr(asked.scenario, lever.key) is None:  # it stands where nothing binds
            old = NONE
        told.append(f"{named.words} {old} \u2192 {new} {unit_of(lever).words}".rstrip())
    return Named("; ".join(keys), "; ".join(told))


def _pair(asked: Asked, lever: Lever, before: float, after: float) -> tuple[str, str]:
    """Both values of a lever, with as many digits as tell them apart."""
    for digits in (DIGITS, *MORE_DIGITS):
        old, new = (
            x.words if isinstance(x, Named) else figures(x, digits)
            for x in (asked.lever_value(lever, value, digits) for value in (before, after))
        )
        if old != new:
            break
    return old, new


def unit_of(lever: Lever) -> Named:
    """The unit behind a lever's values; of a share what it is a share of.

    Takes: `lever`.
    Gives: Named.
    """
    unit = "" if lever.row.is_date else lever.row.unit
    said = "" if unit in words.BARE else unit.removeprefix(words.SHARE).strip()
    return Named(unit, said)
