"""Sentences of the pages Risk and Why about plans at an edge: one month, no luck, no shocks."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from engine import parameter
from engine.analysis.calendar import Decision
from engine.analysis.commitments import Commitment
from engine.analysis.exceedance import Exceedance
from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.analysis.outcomes import MeanDifference
from engine.analysis.shocks import Shock, Shocks
from engine.analysis.supplier_loss import Loss
from engine.run.simulate import simulate
from engine.text import share_of_worlds
from engine.values import Contract, Event, PerFamily
from gui.document import templates
from gui.pages.analysis.asking import Told
from gui.pages.risk.curve import ExceedanceCurve
from gui.pages.risk.frontier import HedgeFrontier
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.hedge_words import contracts_title, losses_sentence
from gui.pages.risk.measures import BY_KEY, money
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.scatter import WorldScatter
from gui.pages.risk.shock_deck import ShocksPart
from gui.pages.risk.subject import CURVES, DECK, SPLIT, Subject
from gui.pages.why.by_when_words import verdict, what_words
from gui.pages.why.goal.words import state
from gui.pages.why.measures import SERVED, WhyPeriod, measures
from gui.pages.why.questions import WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.pages.why.words import chance_sentence, change_sentence
from gui.words import units
from gui.words.moved import lever_words

SCENARIO = templates.example("public_record_2026_11").scenario
OUTAGE = Event("power_outage", "all", 24, 3, 0.2)


def test_that_one_month_is_not_from_itself_to_itself():
    last = SCENARIO.having(as_of=SCENARIO.horizon_months - 1)
    assert BY_KEY["unserved"].about(last, 30) == "Unserved revenue, in Dec 2032"
    assert BY_KEY["unserved"].about(SCENARIO, 30) == "Unserved revenue, Oct 2026 to Dec 2032"


@pytest.mark.parametrize("events", [(), (OUTAGE,)])
def test_that_shocks_are_beside_others_only_where_there_are_others(window, events):
    part = ShocksPart(window.session)
    scenario = SCENARIO.having(events=events)
    part.work_on(BY_KEY["unserved"], simulate(scenario), 30)
    shock = Shock("Power outage", OUTAGE, 1.0)
    found = Shocks(2.0, (shock, replace(shock, effect=0.5)), (shock, shock), 1.5)
    part.take(Told(Subject.of(scenario, scenario, "unserved", 30), DECK, 0, found, last=True))
    assert part.about.text().startswith("What each adds to the plan's $2.0 bn")
    assert ("beside the shocks that there are" in part.about.text()) == bool(events)
    part.deleteLater()


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0.0, "0%"), (0.004, "under 1%"), (0.3, "30%"), (0.996, "over 99%"), (1.0, "100%")],
)
def test_that_all_worlds_are_all_and_none_is_none(chance, said):
    assert share_of_worlds(chance) == said


# Odds


@pytest.fixture
def odds(qtbot):
    part = OddsPart()
    qtbot.addWidget(part)
    return part


def told(key, value, measure="unserved"):
    subject = SimpleNamespace(measure=BY_KEY[measure], scenario=SCENARIO)
    return Told(subject, key, 64, value, last=True)


def curve_of(*values):
    line = np.array(values)
    chance = np.arange(1, len(values) + 1) / len(values)
    return Exceedance(SCENARIO, line, chance, tuple(range(len(values))))


def test_that_worlds_that_are_alike_are_not_told_by_shares_of_them(qtbot):
    curve = ExceedanceCurve()
    qtbot.addWidget(curve)
    curve.show_curves(BY_KEY["capacity"], (curve_of(*[900.0] * 20),), 900.0)
    assert curve.said_of((0.05, 0.5)) == "It is 900 EFLOP/s in every world."
    both = curve_of(*[0.084] * 20), curve_of(*[10.8] * 9, *[10.7] * 11)
    curve.show_curves(BY_KEY["unserved"], both, 0.084)
    assert curve.said_of((0.05, 0.5)) == (
        "It is $84 m in every world; in half of the baseline's it is $10.7 bn or more."
    )


def test_that_none_or_more_is_not_said_of_the_baseline(qtbot):
    curve = ExceedanceCurve()
    qtbot.addWidget(curve)
    for others, said in (
        ([0.0] * 20, "; in each of the baseline's it is $0."),
        ([3.0] * 20, "; in each of the baseline's it is $3.0 bn."),
        ([3.0] * 5 + [0.0] * 15, "; in half of the baseline's it is $0."),
        ([3.0] * 5 + [1.0] * 15, "; in half of the baseline's it is $1.0 bn or more."),
    ):
        both = curve_of(*[0.0] * 20), curve_of(*others)
        curve.show_curves(BY_KEY["unserved"], both, 0.0)
        assert curve.said_of((0.05, 0.5)) == "It is $0 in every world" + said


def test_that_no_world_is_the_worst_of_those_that_are_alike(odds):
    odds._plan = 0.084
    odds.take(told(CURVES, (curve_of(*[0.084] * 8),)))
    assert odds.worst.bars.rows == ()
    assert odds.about_worst.text() == "All worlds are alike: $84 m."


def test_that_worst_worlds_that_are_written_alike_say_it_once(odds):
    odds._plan = 2.9
    power = told(CURVES, (curve_of(2.571, 2.572, 2.573, 2.9),), "power")
    odds.take(power)
    texts = [row.texts[-1] for row in odds.worst.bars.rows]
    assert texts == ["2.57 GW", "2.57 GW", "2.57 GW", "2.90 GW"]
    odds.take(replace(power, value=(curve_of(2.571, 2.572, 2.573),)))
    assert odds.about_worst.text() == "All worlds are alike: 2.57 GW."
    few = replace(curve_of(2.571, 2.572, 2.573, 2.9), worst=(0, 1, 2))
    odds.take(replace(power, value=(few,)))
    assert [row.texts for row in odds.worst.bars.rows] == [(f"World {n}", "", "") for n in range(3)]
    assert odds.about_worst.text().startswith("The worst are alike: 2.57 GW. Click one, ")


@pytest.mark.parametrize(
    ("luck", "said"),
    [(0.0, "$84 m, with luck or without."), (2.0, "$2.1 bn expected; ")],
)
def test_that_a_loss_that_no_luck_moves_is_told_once(odds, luck, said):
    whole, parts = 0.084 + luck, {"growth": luck, "prices": 0.0}
    found = SimpleNamespace(
        plain=0.084,
        mean=whole,
        cvar95=whole,
        mean_parts=parts,
        cvar95_parts=parts,
        standard_error=0.0,
    )
    odds.take(told(SPLIT, found))
    assert odds.loss.text().startswith(said)


# The hedge


def loss(mode, worst, family="gpu"):
    return Loss(family, mode, worst, 0.0)


def test_that_two_suppliers_are_named_where_the_largest_losses_are_of_two():
    of_two = {
        "supply_stop": loss("supply_stop", 0.4, "tpu"),
        "base_loss": loss("base_loss", 0.9),
    }
    assert losses_sentence(SimpleNamespace(largest=of_two)) == (
        "Without deliveries the largest loss is that of Google TPU, with 40% of capacity lost at "
        "worst; with chips recalled it is that of NVIDIA GPU, with 90%."
    )


@pytest.mark.parametrize(
    ("stopped", "recalled", "begins", "ends"),
    [
        (0.4, 0.9, "Either way the largest loss is that of NVIDIA GPU: at worst 40%", "recalled."),
        (0.0, 0.9, "Without deliveries no capacity is lost; ", "90% of capacity lost at worst."),
        (0.4, 0.0, "Without deliveries the largest loss", "with chips recalled none is lost."),
        (0.0, 0.0, "No supplier that fails costs any capacity.", ""),
    ],
)
def test_that_no_capacity_is_not_the_largest_loss(stopped, recalled, begins, ends):
    found = SimpleNamespace(
        largest={
            "supply_stop": loss("supply_stop", stopped),
            "base_loss": loss("base_loss", recalled),
        }
    )
    said = losses_sentence(found)
    assert said.startswith(begins)
    assert said.endswith(ends)


@pytest.mark.parametrize(
    ("firm", "free", "said"),
    [
        (1.0, 0.5, "0.50 GW of 1.50 GW contracted are not firm"),
        (1.0, 0.0, "nothing, all 1.00 GW contracted are firm"),
        (0.0, 0.5, "all 0.50 GW contracted, none is firm"),
        (0.0, 0.0, "no contract brings anything in Dec 2027"),
    ],
)
def test_that_nothing_and_all_of_the_contracts_are_not_counted(firm, free, said):
    assert contracts_title(firm, free, "Dec 2027") == f"What can be walked away from: {said}"


def test_that_a_contract_past_its_term_is_not_said_to_run_until_then(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    contract = Contract("Accord", "gpu", 6, 1, 1.0, 0.0, 1.0, supplier="Google")
    one = Commitment(contract, 1.0, 0.0, 30, 27)
    row = part._contract_row(one, "2025-01", 35)
    assert row.texts[-1] == "Jul 2027, past"
    assert row.tip == "Accord (Google): none of 1.00 GW must be taken; its term ended in Jul 2027"
    assert part._contract_row(one, "2025-01", 20).texts[-1] == "Jul 2027, notice by Apr 2027"


def test_that_nothing_is_drawn_below_no_cost_and_no_loss(qtbot):
    picture = HedgeFrontier()
    qtbot.addWidget(picture)
    cost, none = MeanDifference(391.0, 391.0, 0.0, 0.0), MeanDifference(0.0, 0.0, 0.0, 0.0)
    mix = PerFamily({"tpu": 1.0})
    found = [MixOutcome(name, mix, cost, none, 0.0) for name in (THIS, LEAST)]
    picture.show_mixes(found, ["", ""])
    frame = picture._frame()
    assert frame.bottom == 0.0
    assert frame.top > 0
    assert frame.left > 0


# Why


def chances(better, worse):
    subject = WhySubject.of(SCENARIO, SCENARIO, SERVED, WhyPeriod(0, 0))
    line = [np.array([x]) for x in (better, 1 - better - worse, worse)]
    return chance_sentence(*line, subject, 0)


def test_that_what_no_world_does_is_not_told():
    assert chances(0.0, 0.59) == "Jan 2025: worse in 59% of the worlds, the same in the rest."
    assert chances(0.22, 0.0) == "Jan 2025: better in 22% of the worlds, the same in the rest."
    assert chances(0.997, 0.003) == (
        "Jan 2025: better in over 99% of the worlds, worse in under 1%."
    )


def decision(name, *held, what="sites"):
    none = MeanDifference(0.0, 0.0, 0.0, 0.0)
    return Decision(what, name, 24, 30, True, held, (none, none), None)


def test_that_at_least_all_the_worlds_is_every_world():
    deadlines = SimpleNamespace(scenario=SCENARIO, chance=1.0)
    assert verdict((decision("North", 1.0, 1.0, 1.0),), deadlines) == (
        "No single decision is urgent: each alone may come 2 months later, and the target still "
        "holds in every world."
    )


def test_that_a_site_is_not_called_a_site_twice():
    named = [what_words(decision(name)) for name in ("Site 4", "North")]
    assert named == ["Site 4", "Site North"]
    assert what_words(decision("Site 4", what="contracts")) == "Contract Site 4"


def test_that_chips_that_are_many_have_no_verb_for_one():
    *_, chips = measures(SCENARIO.families)
    of_all = WhySubject.of(SCENARIO, SCENARIO, chips, WhyPeriod(24, 24))
    step = ChangeStep("Chip mix", ("mix",), 988e3, 1.78e6)
    said = change_sentence(ChangeSteps(988e3, 1.78e6, (step,), ()), of_all)
    assert said.startswith("Google TPU chips in Jan 2027: 1.78 M, up from 988 k.")


def test_that_a_picture_of_one_condition_is_not_called_one_of_two(qtbot):
    picture = WorldScatter()
    qtbot.addWidget(picture)
    assert picture.accessibleName() == "Worlds by the conditions that tell most"


def test_that_one_way_is_not_the_least_of_several():
    one = SimpleNamespace(reached=True, solution=SimpleNamespace(moved=(1,)))
    found = SimpleNamespace(proposals=(one,), settled=True)
    level = SimpleNamespace(measure=SimpleNamespace(of_worlds=False))
    assert state(found, level) == "One way to get there."
    more = SimpleNamespace(proposals=(one, one), settled=True)
    assert state(more, level) == "2 ways to get there, the least change first."


def test_that_a_chance_that_is_moved_is_in_percent():
    assert lever_words(parameter("p_grid"), 0.5, 0.0838) == "Chance of a grid delay 50% → 8.38%"


def test_that_too_little_money_to_write_is_none_in_any_currency():
    units.install(units.Units("GW", "GBP", 0.79))
    assert money(0.0006) == "£0"
