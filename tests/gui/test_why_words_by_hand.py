"""Sentences about a change, of numbers so small that it is plain what they must say."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Scenario
from gui.pages.why.measures import WhyMeasure, WhyPeriod
from gui.pages.why.questions import Turned, WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.pages.why.words import (
    chance_sentence,
    change_sentence,
    idle_words,
    listed,
    turned_sentences,
    turns_round,
)

PLAN = Scenario().having(start="2026-01")


def over(get, measure, first, last):
    return 0.0


COST = WhyMeasure("cost", "Cost", "$bn", lambda get: get("x"), over, "{:.1f}".format)
WEIGHT = WhyMeasure(
    "w", "Weight", "t", lambda get: get("x"), over, "{:.1f}".format, lower_is_better=True
)
MONTH = WhyPeriod(5, 5)  # June 2026
SPAN = WhyPeriod(5, 7)


def subject(period=MONTH, measure=COST) -> WhySubject:
    return WhySubject(PLAN, PLAN, measure, period)


def group(label: str, begin: float, end: float, *inside: ChangeStep) -> ChangeStep:
    return ChangeStep(label, (label,), begin, end, inside or (one(label.lower(), begin, end),) * 2)


def one(label: str, begin: float, end: float) -> ChangeStep:
    return ChangeStep(label, (label,), begin, end)


def change(before: float, after: float, *groups: ChangeStep, **said) -> str:
    return change_sentence(ChangeSteps(before, after, groups, ()), subject(**said))


def test_that_a_number_went_up_or_down_or_stayed():
    assert change(10, 12) == "Cost in Jun 2026: 12.0, up from 10.0."
    assert change(12, 10) == "Cost in Jun 2026: 10.0, down from 12.0."
    assert change(12, 12) == "Cost in Jun 2026: the same as before, 12.0."
    assert change(12, 12, period=SPAN).startswith("Cost from Jun 2026 to Aug 2026: the same")
    nothing = float("nan")
    for ends in ((nothing, 1), (1, nothing)):
        assert change(*ends) == "Cost in Jun 2026 is not defined in both, so it has no parts."


def test_that_where_both_ends_read_the_same_the_way_between_is_told():
    fine = WhyMeasure("c", "Cost", "", lambda get: 0, over, lambda v: f"{v:.2g}")
    assert change(1000.0, 1004.0, measure=fine) == "Cost in Jun 2026: up by 4, at 1e+03."
    assert change(1004.0, 1000.0, measure=fine) == "Cost in Jun 2026: down by 4, at 1e+03."


def test_that_it_is_the_same_as_before_only_where_both_ends_read_the_same():
    assert change(6.1249, 6.1251) == "Cost in Jun 2026: the same as before, 6.1."
    assert change(6.149, 6.151) == "Cost in Jun 2026: 6.2, up from 6.1."
    assert change(6.151, 6.149) == "Cost in Jun 2026: 6.1, down from 6.2."
    said = change(6.151, 6.149, group("Power", 6.151, 9), group("Chips", 9, 6.149))
    assert said.startswith("Cost in Jun 2026: 6.1, down from 6.2. The changes cancel each other")


def test_that_the_one_cause_is_all_of_it():
    assert change(10, 14, group("Power", 10, 14)).endswith(
        " All of it comes from changes in Power (+4.0)."
    )
    single = group("Power", 10, 14, one("Budget 1 → 2", 10, 14))
    assert change(10, 14, single).endswith(" All of it comes from Budget 1 → 2 (+4.0).")


def test_that_causes_worth_naming_are_a_tenth_of_the_largest():
    largest, tenth = group("Power", 0, 10), group("Chips", 10, 11)
    said = change(0, 11, largest, tenth)
    assert said.endswith(" It comes from changes in Power (+10.0) and changes in Chips (+1.0).")
    less = group("Chips", 10, 10.9)
    said = change(0, 10.9, largest, less)
    assert said.endswith(" Most of it comes from changes in Power (+10.0).")
    third = group("Money", 11, 17)
    said = change(0, 17, largest, third, tenth)
    assert said.endswith(
        " Most of it comes from changes in Power (+10.0) and changes in Money (+6.0)."
    )


def test_that_what_worked_against_it_is_told_from_a_tenth_on():
    largest = group("Power", 0, 10)
    said = change(0, 9, largest, group("Chips", 10, 9))
    assert said.endswith(
        "from changes in Power (+10.0). Against it worked changes in Chips (−1.0)."
    )
    assert "Against" not in change(0, 9.1, largest, group("Chips", 10, 9.1))
    down = change(10, 1, group("Power", 10, 0), group("Chips", 0, 1))
    assert down.endswith(
        "from changes in Power (−10.0). Against it worked changes in Chips (+1.0)."
    )


def test_that_changes_that_cancel_are_named():
    up, down = group("Power", 5, 9), group("Chips", 9, 5)
    said = change(5, 5, up, down)
    assert said == (
        "Cost in Jun 2026: the same as before, 5.0. The changes cancel each other out: changes in "
        "Power (+4.0) and changes in Chips (−4.0)."
    )
    assert "cancel" not in change(5, 5, up)
    four = (up, down, group("Money", 5, 7), group("Time", 7, 5))
    assert change(5, 5, *four).endswith(", changes in Chips (−4.0) and changes in Money (+2.0).")


def test_that_a_list_has_one_and():
    assert [listed(list(parts)) for parts in ("", "A", "AB", "ABC")] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def turned(**said) -> Turned:
    plain = {"better": (), "was": 10.0, "to": 10.0, "short": ()}
    return Turned(**{**plain, "was_short": False, "is_short": False, **said})


POWER = "power_budget_gw"


def test_that_what_turns_it_round_is_said_with_where_it_would_be():
    found = turned(better=(POWER,), to=8.0)
    name = "“Facility power when ready”"
    said = turned_sentences(found, subject(), 2.0)
    assert said == [f"Put back {name}, and it is 8.0: less than before."]
    said = turned_sentences(turned(better=(POWER,), to=12.0), subject(), -2.0)
    assert said == [f"Put back {name}, and it is 12.0: more than before."]
    assert not turns_round(turned(better=(POWER,), to=10.01), subject(), 2.0)
    assert not turns_round(found, subject(), 0.01)
    assert not turns_round(turned(to=8.0), subject(), 2.0)


def test_that_a_shortage_that_came_or_went_is_told_with_its_cause():
    name = "“Facility power when ready”"
    cases = {
        (False, True, ()): "The plan is short in Jun 2026, and was not before.",
        (
            False,
            True,
            (POWER,),
        ): f"The plan is short in Jun 2026, and was not before; without {name} it is not.",
        (True, False, ()): "The plan is no longer short in Jun 2026.",
        (
            True,
            False,
            (POWER,),
        ): f"The plan is no longer short in Jun 2026; without {name} it still would be.",
    }
    for (was, now, keys), said in cases.items():
        found = turned(was_short=was, is_short=now, short=keys)
        assert turned_sentences(found, subject(), 0.0) == [said]
    for short in (True, False):
        assert turned_sentences(turned(was_short=short, is_short=short), subject(), 0.0) == []
    came, went = turned(is_short=True), turned(was_short=True)
    assert turned_sentences(came, subject(SPAN), 0.0)[0].startswith(
        "The plan is short in some month from Jun 2026 to Aug 2026,"
    )
    assert turned_sentences(went, subject(SPAN), 0.0) == [
        "The plan is no longer short in any month from Jun 2026 to Aug 2026."
    ]


def test_that_three_idle_changes_are_named_and_more_are_counted():
    keys = (POWER, "revenue_growth", "draws", "seed")
    assert idle_words(()) == ""
    assert idle_words(keys[:1]) == "No part in it: “Facility power when ready”."
    assert idle_words(keys[:3]).count("“") == 3
    assert idle_words(keys) == "No part in it either: 4 further changes."
    assert idle_words(keys, felt=False) == "No part in it: 4 changes."


def chances(*triples) -> tuple[np.ndarray, ...]:
    return tuple(np.array(line, float) for line in zip(*triples, strict=True))


@pytest.mark.parametrize(
    ("better", "tie", "worse", "said"),
    [
        (0, 1, 0, "Jan 2026: the same in every world."),
        (1, 0, 0, "Jan 2026: better in every world."),
        (0, 0, 1, "Jan 2026: worse in every world."),
        (0.6, 0, 0.4, "Jan 2026: better in 60% of the worlds, worse in 40%."),
        (0.6, 0.004, 0.396, "Jan 2026: better in 60% of the worlds, worse in 40%."),
        (
            0.5,
            0.005,
            0.495,
            "Jan 2026: better in 50% of the worlds, worse in 50%, the same in the rest.",
        ),
        (0, 0.6, 0.4, "Jan 2026: worse in 40% of the worlds, the same in the rest."),
        (0.4, 0.6, 0, "Jan 2026: better in 40% of the worlds, the same in the rest."),
    ],
)
def test_that_the_chance_of_a_month_is_said_as_it_is(better, tie, worse, said):
    lines = chances((better, tie, worse))
    assert chance_sentence(*lines, subject(), 0) == said


def test_that_the_end_is_told_where_it_is_a_year_away():
    lines = chances(*[(0.6, 0, 0.4)] * 25)
    for month, told in ((-3, ["Jan 2026", "Jan 2028"]), (12, ["Jan 2027", "Jan 2028"])):
        said = chance_sentence(*lines, subject(), month)
        assert [part[:8] for part in said.split(". ")] == told
    for month, told in ((13, "Feb 2027"), (24, "Jan 2028"), (40, "Jan 2028")):
        said = chance_sentence(*lines, subject(), month)
        assert said.count(":") == 1
        assert said.startswith(told)


def test_that_a_change_is_signed_where_it_can_be_read_and_better_one_way():
    assert COST.change_words(1.26) == "+1.3"
    assert COST.change_words(-1.26) == "−1.3"
    assert COST.change_words(0.04) == COST.change_words(-0.04) == COST.nothing == "0"
    assert (COST.readable(0.05001), COST.readable(0.04)) == (True, False)
    assert [COST.better(1), COST.better(-1)] == [True, False]
    assert [WEIGHT.better(1), WEIGHT.better(-1)] == [False, True]
