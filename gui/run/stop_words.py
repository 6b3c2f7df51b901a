"""Why less supply of one family can leave more capacity, as part of a sentence. No Qt here.

A stop frees power and money that others may use better, or spares the fleet what was still being
brought up or curtailed. Which of these it was is read off the two runs, never assumed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine import Result, Scenario
from engine.tables.catalogue import short_family_label
from engine.text import translate
from gui.words.units import power_words

ENOUGH = 0.001  # a relative change below this is not worth a word
ROUNDING = 1e-9  # of sums of power
SHOWN_GW = 0.005  # less is written as none
STOP = "supply_stop"


@dataclass(frozen=True)
class WhyItHelps:
    """What came of a stop in one month.

    `better`: others took over no more power than was left, and do more with each watt of it.
    `instead`: others have more power than was left. `curtailed`: chips are held back less.
    `brought_up`: a larger part of the chips has been brought up.
    """

    kind: Literal["better", "instead", "curtailed", "brought_up"]
    stopped: tuple[str, ...]
    others: tuple[str, ...]
    freed_it_gw: float
    taken_it_gw: float


def why_it_helps(before: Result, after: Result, old: int, new: int) -> WhyItHelps | None:
    """Why capacity is larger in a month although all that has changed is a supply that stops.

    The month stands at `old` in `before` and at `new` in `after`. None where other things have
    changed, or capacity is no larger.
    """
    stopped = stopped_anew(before.scenario, after.scenario)
    was, now = float(before["capacity_eflops"][old]), float(after["capacity_eflops"][new])
    if not stopped or now - was <= ENOUGH * now:
        return None
    others = [family for family in after.scenario.families if family not in stopped]

    def more(families: Iterable[str], key: str) -> float:
        pairs = [(f"{key}_{family}", family) for family in families]
        return float(sum(after[column][new] - before[column][old] for column, _ in pairs))

    freed, taken = -more(stopped, "it_power_gw"), more(others, "it_power_gw")
    gained = more(others, "capacity_eflops")
    takers = [f for f in others if more([f], "it_power_gw") > ENOUGH * abs(taken)]
    size = ENOUGH * float(after["it_power_gw"][new])
    kind: Literal["better", "instead", "curtailed", "brought_up"]
    if taken > max(size, SHOWN_GW) and gained > 0:
        kind = "better" if taken <= freed * (1 + ROUNDING) else "instead"
    elif after["curtailment"][new] - before["curtailment"][old] > ENOUGH:  # the share that may run
        kind = "curtailed"
    elif _in_service(after, new) - _in_service(before, old) > ROUNDING:
        kind = "brought_up"
    else:
        return None
    return WhyItHelps(kind, stopped, tuple(takers or others), freed, taken)


def _in_service(result: Result, t: int) -> float:
    """The share of what all chips alive could do that they do."""
    return float(result["capacity_eflops"][t] / result["mature_capacity_eflops"][t])


def stopped_anew(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """The families with a stop that was not there; none where anything else differs too."""
    if before.having(events=()) != after.having(events=()):
        return ()
    more = [event for event in after.events if event not in before.events]
    gone = [event for event in before.events if event not in after.events]
    if not more or gone or any(event.kind != STOP for event in more):
        return ()
    return tuple(f for f in after.families if any(event.hits(f) for event in more))


def helping_words(found: WhyItHelps) -> str:
    """What it says, to stand behind what has risen."""
    texts = {
        "better": translate(
            "Narration",
            "capacity rises because {taken} of the {freed} of IT power that {stopped} leaves "
            "goes to {others}, where each watt does more",
        ),
        "instead": translate(
            "Narration",
            "capacity rises because {taken} more of IT power goes to {others} where {stopped} "
            "has {freed} less",
        ),
        "curtailed": translate(
            "Narration", "capacity rises because without {stopped} fewer chips are curtailed"
        ),
        "brought_up": translate(
            "Narration",
            "capacity rises because without {stopped} a larger part of the chips is in service",
        ),
    }
    return texts[found.kind].format(
        others=_names(found.others),
        stopped=_names(found.stopped),
        taken=power_words(found.taken_it_gw),
        freed=power_words(max(found.freed_it_gw, 0.0)),
    )


def _names(families: Iterable[str]) -> str:
    return translate("Narration", " and ").join(short_family_label(f) for f in families)
