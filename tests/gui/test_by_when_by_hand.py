"""Sentences about dates and about what fails, each in every case that there is."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.calendar import Decision
from engine.analysis.outcomes import MeanDifference
from engine.analysis.settle import Settle
from engine.analysis.supplier_loss import Loss, SupplierLoss
from engine.analysis.uncertain import BUILT
from gui.pages.risk.hedge_words import contracts_title, losses_sentence
from gui.pages.why.by_when_words import (
    cost_words,
    headings,
    latest_words,
    row_texts,
    row_tip,
    settle_sentence,
    verdict,
    wait_that_helps,
    what_words,
)
from gui.pages.why.deadlines import Deadlines
from gui.pages.why.measures import SERVED, WhyPeriod

PLAN = Scenario().having(start="2026-01")
MONTH = WhyPeriod(5, 5)  # June 2026


def waits(*means: float) -> tuple[MeanDifference, ...]:
    return tuple(MeanDifference(0.0, mean, mean, 0.01) for mean in means)


def decision(**said) -> Decision:
    plain = {
        "what": "sites",
        "name": "Abilene",
        "month": 5,
        "last_month": 8,
        "open_ended": False,
        "chance": (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3),
        "cost": waits(0.0, 2.0),
        "settle": None,
    }
    return Decision(**{**plain, **said})


ASKED = Deadlines(PLAN, SERVED, MONTH, 0.95, 0.6)


@pytest.mark.parametrize(
    ("what", "name", "said"),
    [
        ("sites", "Abilene", "Site Abilene"),
        ("sites", "Site 4", "Site 4"),
        ("contracts", "Tranche 2", "Contract Tranche 2"),
        ("contracts", "contract of May", "contract of May"),
        ("mix", "", "Switch to the target mix"),
        ("power ramp", "", "Power ramp of the levers"),
    ],
)
def test_that_what_is_decided_has_its_name(what, name, said):
    assert what_words(decision(what=what, name=name)) == said


def test_that_the_latest_month_is_said_in_every_case():
    assert latest_words(decision(), ASKED) == "Sep 2026"
    assert latest_words(decision(open_ended=True), ASKED) == "after Sep 2026"
    never = decision(last_month=None, chance=(0.5, 0.5))
    assert latest_words(never, ASKED) == "not even without a wait"
    later = decision(last_month=None, chance=(0.5, 0.59, 0.6))
    assert latest_words(later, ASKED) == "not before Aug 2026"
    assert (wait_that_helps(never, ASKED), wait_that_helps(later, ASKED)) == (None, 2)


def test_that_a_row_has_what_its_headings_say():
    found = decision(settle=Settle("Demand", 0.2, 0.8))
    assert len(headings()) == 6
    cells = row_texts(found, ASKED)
    assert cells[:5] == ("Site Abilene", "Jun 2026", "", "Sep 2026", "Demand")
    assert cells[5] == cost_words(found)
    assert row_texts(decision(), ASKED)[4] == ""


def test_that_the_first_month_s_wait_is_what_a_wait_costs():
    assert cost_words(decision(cost=waits(5.0))) == ""
    sure = MeanDifference(0.0, 2.0, 2.0, 0.0)
    assert cost_words(decision(cost=(sure, sure))) == "$2.0 bn"
    assert cost_words(decision(cost=waits(0.0, 2.0))).startswith("$2.0 bn ± ")


def test_that_a_tip_says_the_chance_after_as_many_months_as_were_tried():
    seven = row_tip(decision(), ASKED)
    assert seven == (
        "Site Abilene: the target holds in 90% of the worlds as planned, in 60% after 3 months, "
        "in 30% after 6 months."
    )
    six = row_tip(decision(chance=(0.9, 0.8, 0.7, 0.6, 0.5, 0.4)), ASKED)
    assert "after 6" not in six
    assert row_tip(decision(chance=(0.9,) * 13), ASKED).endswith("in 90% after 12 months.")


def test_that_the_verdict_names_what_is_first_to_be_late():
    assert verdict([], ASKED) == "There is no dated decision still to come."
    assert verdict([decision(open_ended=True), decision(name="Later")], ASKED) == (
        "First to be late is “Site Later”: it must begin by Sep 2026 for the target to hold in "
        "60% of the worlds. As planned it holds in 90%."
    )


def test_that_the_verdict_says_that_nothing_is_urgent():
    calm = [decision(open_ended=True), decision(open_ended=True, chance=(0.9,) * 5)]
    assert verdict(calm, ASKED) == (
        "No single decision is urgent: each alone may come 4 months later, and the target still "
        "holds in at least 60% of the worlds."
    )
    certain = Deadlines(PLAN, SERVED, MONTH, 0.95, 1.0)
    assert verdict(calm, certain).endswith("and the target still holds in every world.")


def test_that_the_verdict_says_what_wait_would_help():
    late = decision(last_month=None, chance=(0.5, 0.5, 0.7))
    never = decision(last_month=None, chance=(0.5, 0.5), name="Never")
    assert verdict([never, late], ASKED) == (
        "As planned the target holds in 50% of the worlds, not in 60%; it does with “Site Abilene” "
        "2 months later."
    )
    sooner = decision(last_month=None, chance=(0.5, 0.6), name="Sooner")
    assert "“Site Sooner” 1 month later" in verdict([late, sooner], ASKED)
    assert verdict([never], ASKED) == (
        "Even with no wait at all the target holds in 50% of the worlds, not in 60%: no later "
        "date saves it."
    )
    near = decision(last_month=None, chance=(0.599,))
    assert "holds in just under 60% of the worlds" in verdict([near], ASKED)


def test_that_what_is_to_be_settled_first_is_said_after_the_wait_it_is_about():
    demand, other = Settle("Demand", 0.2, 0.8), Settle("Delay", 0.4, 0.5)
    assert settle_sentence([]) == ""
    assert settle_sentence([decision()]) == "No single uncertainty decides it clearly."
    # four months hold it, so the fifth month of waiting is the first that is one too many
    found = [decision(settle=other), decision(settle=demand), decision(settle=demand)]
    assert settle_sentence(found) == (
        "Settle first: Demand. With “Site Abilene” 4 months later the target holds in 20% of the "
        "worlds where it is low, in 80% where it is high."
    )
    flat = decision(settle=demand, chance=(0.9,) * 3)
    assert settle_sentence([flat]) == (
        "Settle first: Demand. Where it is low the target holds in 20% of the worlds, where it is "
        "high in 80%."
    )
    built = Settle("Site 4 is built", 0.2, 0.8, BUILT)
    assert settle_sentence([decision(settle=built)]).endswith(
        "in 20% of the worlds if it is not, in 80% if it is."
    )
    assert settle_sentence([decision(settle=built, chance=(0.9,))]).endswith(
        "If it is not, the target holds in 20% of the worlds; if it is, in 80%."
    )
    now = decision(settle=demand, last_month=None, chance=(0.5, 0.4))
    assert "Where it is low" in settle_sentence([now])  # no wait is the one that is too long


# The hedge


def lost(*worst: tuple[str, str, float]) -> SupplierLoss:
    return SupplierLoss(
        tuple(Loss(family, mode, np.array([0.0, share]), 0.0) for family, mode, share in worst)
    )


@pytest.mark.parametrize(
    ("stop", "recall", "said"),
    [
        (
            ("tpu", 0.4),
            ("gpu", 0.3),
            "Without deliveries the largest loss is that of Google TPU, with 40% of capacity lost "
            "at worst; with chips recalled it is that of NVIDIA GPU, with 30%.",
        ),
        (
            ("tpu", 0.4),
            ("tpu", 0.3),
            "Either way the largest loss is that of Google TPU: at worst 40% of capacity without "
            "deliveries, 30% with chips recalled.",
        ),
        (
            ("tpu", 0.0),
            ("gpu", 0.3),
            "Without deliveries no capacity is lost; with chips recalled the largest loss is that "
            "of NVIDIA GPU, with 30% of capacity lost at worst.",
        ),
        (
            ("tpu", 0.4),
            ("tpu", 0.0),
            "Without deliveries the largest loss is that of Google TPU, with 40% of capacity lost "
            "at worst; with chips recalled none is lost.",
        ),
        (("tpu", 0.0), ("gpu", 0.0), "No supplier that fails costs any capacity."),
    ],
)
def test_that_whose_failure_costs_most_is_said_in_every_case(stop, recall, said):
    small = [("trainium", mode, 0.0) for mode in ("supply_stop", "base_loss")]
    found = lost((stop[0], "supply_stop", stop[1]), (recall[0], "base_loss", recall[1]), *small)
    assert losses_sentence(found) == said


@pytest.mark.parametrize(
    ("firm", "free", "said"),
    [
        (3.0, 1.0, "1.00 GW of 4.00 GW contracted are not firm"),
        (3.0, 0.0, "nothing, all 3.00 GW contracted are firm"),
        (0.0, 1.0, "all 1.00 GW contracted, none is firm"),
        (0.0, 0.0, "no contract brings anything in Jun 2026"),
    ],
)
def test_that_what_can_be_walked_away_from_is_said_in_every_case(firm, free, said):
    assert contracts_title(firm, free, "Jun 2026") == f"What can be walked away from: {said}"
