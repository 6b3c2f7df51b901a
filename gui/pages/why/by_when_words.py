"""What the calendar of decisions says, in cells and in sentences. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from engine.analysis.calendar import OF_LEVERS, Decision
from engine.analysis.uncertain import BUILT
from engine.text import filled, share_of_worlds, translate
from gui.pages.analysis.sureness import margin_of
from gui.pages.why.deadlines import Deadlines
from gui.pages.why.measures import money
from gui.words.abbreviate import short
from gui.words.kpis import chance_words
from gui.words.typed_months import month_shown
from gui.words.units import is_no_money, money_words

LONGEST_NAME = 40


def what_words(one: Decision) -> str:
    """What is decided: a site, a contract, or what a lever dates."""
    named = {
        "sites": translate("ByWhen", "Site {name}"),
        "contracts": translate("ByWhen", "Contract {name}"),
        "mix": translate("ByWhen", "Switch to the target mix"),
        "power ramp": translate("ByWhen", "Power ramp of the levers"),
    }
    name = short(one.name, LONGEST_NAME)
    kind = named[one.what].partition(" ")[0]
    if one.what in ("sites", "contracts") and name.casefold().startswith(kind.casefold()):
        return name  # “Site 4” says itself what it is
    return named[one.what].format(name=name)


def lever_of(what: str) -> str:
    """The parameter behind a decision."""
    return OF_LEVERS[what][0] if what in OF_LEVERS else what


def headings() -> tuple[str, ...]:
    return (
        translate("ByWhen", "Decision"),
        translate("ByWhen", "Begins"),
        translate("ByWhen", "Time to decide"),
        translate("ByWhen", "At the latest"),
        translate("ByWhen", "Settle first"),
        translate("ByWhen", "A month's wait costs"),
    )


def latest_words(one: Decision, subject: Deadlines) -> str:
    start = subject.scenario.start
    if one.last_month is None:
        wait = wait_that_helps(one, subject)
        if wait is None:
            return translate("ByWhen", "not even without a wait")
        text = translate("ByWhen", "not before {month}")
        return filled(text, month=month_shown(start, one.month + wait))
    if one.open_ended:
        text = translate("ByWhen", "after {month}")
        return filled(text, month=month_shown(start, one.last_month))
    return month_shown(start, one.last_month)


def wait_that_helps(one: Decision, subject: Deadlines) -> int | None:
    """The months after which a target holds that does not as planned; None where it never does."""
    held = (wait for wait, chance in enumerate(one.chance) if chance >= subject.chance)
    return next(held, None)


def row_texts(one: Decision, subject: Deadlines) -> tuple[str, ...]:
    """The cells of a row; that of the bar is empty."""
    return (
        what_words(one),
        month_shown(subject.scenario.start, one.month),
        "",
        latest_words(one, subject),
        "" if one.settle is None else one.settle.name,
        cost_words(one),
    )


def cost_words(one: Decision) -> str:
    """What the first month of waiting costs, revenue unserved and cost together."""
    if len(one.cost) < 2:
        return ""
    cost, margin = one.cost[1].mean, margin_of(one.cost[1].standard_error)
    said = money(cost)
    if margin == margin and not is_no_money(margin):
        said += f" ± {money_words(margin, beside=cost)}"
    return said


def row_tip(one: Decision, subject: Deadlines) -> str:
    """The whole row as a sentence, and how the chance falls with the wait."""
    text = translate("ByWhen", "{what}: the target holds in {chance} of the worlds as planned")
    parts = [filled(text, what=what_words(one), chance=share_of_worlds(one.chance[0]))]
    for wait in (3, 6, 12):
        if wait < len(one.chance):
            text = translate("ByWhen", "in {chance} after %n month(s)", "", wait)
            parts.append(filled(text, chance=share_of_worlds(one.chance[wait])))
    return ", ".join(parts) + "."


def verdict(found: Sequence[Decision], subject: Deadlines) -> str:
    """What comes first, and whether any date helps at all."""
    if not found:
        return translate("ByWhen", "There is no dated decision still to come.")
    wanted = chance_words(subject.chance)
    now = share_of_worlds(found[0].chance[0])
    if now == wanted and found[0].chance[0] < subject.chance:  # as written they are one
        now = translate("ByWhen", "just under {chance}").format(chance=wanted)
    if all(one.last_month is None for one in found):
        waits = [(wait_that_helps(one, subject), one) for one in found]
        helped = [(months, one) for months, one in waits if months is not None]
        if helped:
            least, one = min(helped, key=lambda pair: pair[0])
            text = translate(
                "ByWhen",
                "As planned the target holds in {now} of the worlds, not in {wanted}; it does "
                "with “{what}” {wait} later.",
            )
            wait = translate("ByWhen", "%n month(s)", "", least)
            return filled(text, now=now, wanted=wanted, what=what_words(one), wait=wait)
        text = translate(
            "ByWhen",
            "Even with no wait at all the target holds in {now} of the worlds, not in {wanted}: "
            "no later date saves it.",
        )
        return filled(text, now=now, wanted=wanted)
    closing = [one for one in found if not one.open_ended and one.last_month is not None]
    if not closing:
        text = translate(
            "ByWhen",
            "No single decision is urgent: each alone may come {wait} later, and the target still "
            "holds in at least {wanted} of the worlds.",
        )
        if subject.chance >= 1:
            text = translate(
                "ByWhen",
                "No single decision is urgent: each alone may come {wait} later, and the target "
                "still holds in every world.",
            )
        wait = translate("ByWhen", "%n month(s)", "", min(len(one.chance) for one in found) - 1)
        return filled(text, wait=wait, wanted=wanted)
    first = closing[0]
    text = translate(
        "ByWhen",
        "First to be late is “{what}”: it must begin by {month} for the target to hold in {wanted} "
        "of the worlds. As planned it holds in {now}.",
    )
    assert first.last_month is not None
    month = month_shown(subject.scenario.start, first.last_month)
    return filled(text, what=what_words(first), month=month, wanted=wanted, now=now)


def settle_sentence(found: Sequence[Decision]) -> str:
    """What decides it most, for most of the decisions."""
    named = [(one.settle, one) for one in found if one.settle is not None]
    if not named:
        if not found:
            return ""
        return translate("ByWhen", "No single uncertainty decides it clearly.")
    [(name, _)] = Counter(settle.name for settle, _ in named).most_common(1)
    settle, one = next(pair for pair in named if pair[0].name == name)
    low, high = share_of_worlds(settle.low), share_of_worlds(settle.high)
    wait = _wait_of_settle(one)
    if share_of_worlds(one.chance[wait]) == share_of_worlds(one.chance[0]):
        text = translate(
            "ByWhen",
            "Settle first: {name}. Where it is low the target holds in {low} of the worlds, where "
            "it is high in {high}.",
        )
        if settle.key == BUILT:
            text = translate(
                "ByWhen",
                "Settle first: {name}. If it is not, the target holds in {low} of the worlds; if "
                "it is, in {high}.",
            )
        return filled(text, name=name, low=low, high=high)
    text = translate(
        "ByWhen",
        "Settle first: {name}. With “{what}” {wait} later the target holds in {low} of the worlds "
        "where it is low, in {high} where it is high.",
    )
    if settle.key == BUILT:
        text = translate(
            "ByWhen",
            "Settle first: {name}. With “{what}” {wait} later the target holds in {low} of the "
            "worlds if it is not, in {high} if it is.",
        )
    later = translate("ByWhen", "%n month(s)", "", wait)
    return filled(text, name=name, what=what_words(one), wait=later, low=low, high=high)


def _wait_of_settle(one: Decision) -> int:
    """The months of waiting that its uncertainty is about: the first that are too many, or all."""
    holds = 0 if one.last_month is None else one.last_month - one.month + 1
    return min(holds, len(one.chance) - 1)
