"""What the page says of a change, in sentences. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Array, Scenario, parameter
from engine.tables.parameter import month_number, month_text
from engine.text import begun, filled, sentences, share_of_worlds, translate
from gui.pages.why.measures import WhyMeasure, label
from gui.pages.why.questions import Turned, WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.words.kpis import month_words

MOST_GROUPS = 2  # are named; the others are behind
WORTH_NAMING = 0.1  # of the largest part
YEAR = 12  # months: the end is told where it is further away
WORTH_SAYING = 0.005  # of the worlds


def change_sentence(found: ChangeSteps, subject: WhySubject) -> str:
    """How the number moved, and what moved it most."""
    measure, families = subject.measure, subject.after.families
    name, when = label(measure, families), measure.when(subject.period, subject.after)
    before, after = found.before, found.after
    if before != before or after != after:
        text = translate("Why", "{measure} {when} is not defined in both, so it has no parts.")
        return filled(text, measure=name, when=when)
    was, now = measure.words(before), measure.words(after)
    readable = measure.readable(after - before)
    if not readable and was == now:
        text = translate("Why", "{measure} {when}: the same as before, {value}.")
        said = filled(text, measure=name, when=when, value=measure.words(after))
        return said + _balance(found, measure)
    text = translate("Why", "{measure} {when}: {after}, up from {before}.")
    if after < before:
        text = translate("Why", "{measure} {when}: {after}, down from {before}.")
    if was == now:  # the digits of both hide how far it went
        text = translate("Why", "{measure} {when}: up by {change}, at {after}.")
        if after < before:
            text = translate("Why", "{measure} {when}: down by {change}, at {after}.")
    change = measure.distance(abs(after - before))
    said = filled(text, measure=name, when=when, before=was, after=now, change=change)
    return said + (_causes(found, measure) if readable else _balance(found, measure))


def _causes(found: ChangeSteps, measure: WhyMeasure) -> str:
    """What drove it, and what worked against it."""
    up = found.after > found.before
    along = [g for g in found.groups if (g.change > 0) == up and measure.readable(g.change)]
    against = [g for g in found.groups if (g.change > 0) != up and measure.readable(g.change)]
    if not along:
        return ""
    largest = abs(along[0].change)
    named = [g for g in along if abs(g.change) >= WORTH_NAMING * largest][:MOST_GROUPS]
    parts = [
        translate("Why", "{group} ({change})").format(
            group=_name(g),
            change=measure.change_words(g.change),
        )
        for g in named
    ]
    if len(named) == 1 and len(found.groups) == 1:
        text = translate("Why", "All of it comes from {causes}.")
    else:
        text = translate("Why", "It comes from {causes}.")
        if len(along) > len(named):
            text = translate("Why", "Most of it comes from {causes}.")
    said = " " + filled(text, causes=listed(parts))
    if against and abs(against[0].change) >= WORTH_NAMING * largest:
        text = translate("Why", "Against it worked {group} ({change}).")
        said += " " + filled(
            text, group=_name(against[0]), change=measure.change_words(against[0].change)
        )
    return said


def _name(group: ChangeStep) -> str:
    """Of a group with one change, what that is."""
    if len(group.steps) == 1:
        return group.steps[0].label
    return translate("Why", "changes in {group}").format(group=group.label)


def _balance(found: ChangeSteps, measure: WhyMeasure) -> str:
    """Where changes cancel each other out."""
    felt = [g for g in found.groups if measure.readable(g.change)]
    if len(felt) < 2:
        return ""
    parts = listed([f"{_name(g)} ({measure.change_words(g.change)})" for g in felt[:3]])
    return " " + translate("Why", "The changes cancel each other out: {parts}.").format(parts=parts)


def names(keys: Sequence[str]) -> str:
    """The levers of some changes by their labels."""
    quoted = translate("Why", "“{lever}”")
    return listed([quoted.format(lever=parameter(key).label_text) for key in keys])


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    text = translate("Why", "{first} and {last}")
    return filled(text, first=", ".join(parts[:-1]), last=parts[-1])


def turned_sentences(found: Turned, subject: WhySubject, change: float) -> list[str]:
    """What the smallest set of changes is without which the answer is another."""
    said = []
    measure = subject.measure
    if turns_round(found, subject, change):
        text = translate("Why", "Put back {levers}, and it is {value}: more than before.")
        if change > 0:
            text = translate("Why", "Put back {levers}, and it is {value}: less than before.")
        said.append(filled(text, levers=names(found.better), value=measure.words(found.to)))
    if found.is_short and not found.was_short:
        text = translate("Why", "The plan is short {when}, and was not before.")
        if found.short:
            text = translate(
                "Why", "The plan is short {when}, and was not before; without {levers} it is not."
            )
        when = translate("Why", "in some month {months}")
    elif found.was_short and not found.is_short:
        text = translate("Why", "The plan is no longer short {when}.")
        if found.short:
            text = translate(
                "Why", "The plan is no longer short {when}; without {levers} it still would be."
            )
        when = translate("Why", "in any month {months}")
    else:
        return said
    months = subject.period.words(subject.after)
    period = subject.period
    when = months if period.first == period.last else when.format(months=months)
    said.append(filled(text, when=when, levers=names(found.short)))
    return said


def turns_round(found: Turned, subject: WhySubject, change: float) -> bool:
    """Whether there is a set of changes without which the number is clearly on the other side."""
    measure = subject.measure
    far = measure.readable(found.to - found.was)
    return bool(found.better) and measure.readable(change) and far


def idle_words(keys: Sequence[str], *, felt: bool = True) -> str:
    """Changes that the number does not feel; `felt` where there are others that it does."""
    if not keys:
        return ""
    if len(keys) > 3:
        if not felt:
            return translate("Why", "No part in it: %n change(s).", "", len(keys))
        return translate("Why", "No part in it either: %n further change(s).", "", len(keys))
    return translate("Why", "No part in it: {levers}.").format(levers=names(keys))


def chance_sentence(
    better: Array, tie: Array, worse: Array, subject: WhySubject, month: int
) -> str:
    """How often this is better than before, in the month and at the end."""
    last = len(better) - 1
    at = min(max(month, 0), last)
    places = (at,) if last - at < YEAR else (at, last)
    return sentences(
        *(
            _chance_in(float(better[t]), float(tie[t]), float(worse[t]), subject.after, t)
            for t in places
        )
    )


def _chance_in(better: float, tie: float, worse: float, scenario: Scenario, month: int) -> str:
    when = begun(month_words(month_text(month_number(scenario.start) + month)))
    if better == worse == 0:
        return translate("Why", "{month}: the same in every world.").format(month=when)
    if 1 in (better, worse):
        text = translate("Why", "{month}: worse in every world.")
        if better:
            text = translate("Why", "{month}: better in every world.")
        return filled(text, month=when)
    text = translate("Why", "{month}: better in {better} of the worlds, worse in {worse}.")
    if better == 0:
        text = translate("Why", "{month}: worse in {worse} of the worlds, the same in the rest.")
    elif worse == 0:
        text = translate("Why", "{month}: better in {better} of the worlds, the same in the rest.")
    elif tie >= WORTH_SAYING:
        text = translate(
            "Why",
            "{month}: better in {better} of the worlds, worse in {worse}, the same in the rest.",
        )
    said = {"better": share_of_worlds(better), "worse": share_of_worlds(worse)}
    return filled(text, month=when, **said)
