"""Sentences of the pages Risk and Why that once were false, empty or ungrammatical."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from engine import PARAMETERS, Scenario, parameter
from engine.analysis.calendar import Decision
from engine.analysis.entry_levers import EntryLever
from engine.analysis.failing import When
from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.analysis.outcomes import MeanDifference
from engine.analysis.settle import Settle
from engine.analysis.shocks import Shock, Shocks
from engine.analysis.supplier_loss import Loss, SupplierLoss
from engine.analysis.tornado import Bar
from engine.analysis.uncertain import BUILT, DELAY
from engine.analysis.variants import Lever
from engine.run.simulate import simulate
from engine.values import Event, PerFamily
from gui.document import templates
from gui.pages.analysis.asking import Told
from gui.pages.analysis.sureness import chance_margin
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import condition_words, lever_value
from gui.pages.risk.matters import MattersPart
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.stress import StressFigures, stress_sentence
from gui.pages.risk.subject import LOSSES, MIXES
from gui.pages.why.by_when_words import settle_sentence, verdict
from gui.pages.why.goal.words import changes, entry_move_words
from gui.pages.why.measures import OTHERS, SERVED, WhyPeriod
from gui.pages.why.questions import Turned, WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.pages.why.words import change_sentence, idle_words, turned_sentences
from gui.words.moved import lever_words

SCENARIO = templates.example("public_record_2026_11").scenario
FAMILIES = SCENARIO.families
ALL_OF = {family: PerFamily({f: float(f == family) for f in FAMILIES}) for family in FAMILIES}
CASH = next(measure for measure in OTHERS if measure.key == "cash_cost")
PLAN, WHOLE = WhyPeriod(24, 24), WhyPeriod(21, 95)


def told(key, value):
    return Told(None, key, 64, value, last=True)


def subject(measure=SERVED, period=PLAN):
    return WhySubject.of(SCENARIO, SCENARIO, measure, period)


# Risk


def test_that_a_plan_that_is_short_at_once_is_said_to_be_below_its_target():
    figures = StressFigures(np.array([0.3, 0.4]), 0, 0, 0.99)
    said = stress_sentence(figures, ("2026-10", "2026-11"))
    assert said == (
        "Demand served is lowest at the start: 30.0% in Oct 2026, below the target of 99.0%."
    )
    fine = StressFigures(np.array([0.995, 0.999]), 0, 0, 0.99)
    assert "never falls below" in stress_sentence(fine, ("2026-10", "2026-11"))


@pytest.mark.parametrize("noise", [-7.3e-12, 1.5e-11, 0.0])
def test_that_rounding_is_no_change_of_capacity(noise):
    assert BY_KEY["capacity"].change(noise) == "0 EFLOP/s"
    assert BY_KEY["capacity"].change(-0.19) == "\u22120.19 EFLOP/s"


@pytest.mark.parametrize(("months", "said"), [(1, "1 month"), (4, "4 months"), (0, "0 months")])
def test_that_one_month_is_no_plural(months, said):
    row = parameter("plan_ahead_months")
    assert lever_value(Lever(row.key), months, "") == said
    assert lever_words(row, 7, months).endswith(f"7 → {said}")
    when = When(DELAY, "North", months, None, 0, 9, 0, None, np.zeros(1))
    assert condition_words(when) == f"at least {said}"


def test_that_one_year_and_families_are_counted_as_well():
    assert lever_value(Lever("growth_half_life_years"), 1.0, "") == "1 year"
    row = parameter("bring_up_months")
    old, new = (PerFamily(dict.fromkeys(FAMILIES, n)) for n in (2, 1))
    assert lever_words(row, old, new).endswith("GPU 2 → 1 month)")


@pytest.mark.parametrize("row", [r for r in PARAMETERS if r.is_number and not r.is_date])
def test_that_a_unit_is_written_once_behind_a_number(row):
    for value in (row.low, row.high):
        said = lever_value(Lever(row.key), float(value), "")
        assert "  " not in said
        assert "months month" not in said


def test_that_a_measure_of_a_month_does_not_say_so_twice():
    said = [BY_KEY[key].about(SCENARIO, 30) for key in ("shortfall", "capacity", "power")]
    assert said == [
        "Demand unserved, in Jul 2027",
        "Capacity, in Jul 2027",
        "Power in use, in Jul 2027",
    ]
    assert BY_KEY["unserved"].about(SCENARIO, 30) == "Unserved revenue, Oct 2026 to Dec 2032"


def test_that_a_site_that_is_built_is_a_condition_in_words(qtbot):
    part = MattersPart()
    qtbot.addWidget(part)
    rows = [
        part._condition_row(When(BUILT, "North", end, end, 0, 1, 1, None, np.zeros(1)))
        for end in (0.0, 1.0)
    ]
    assert [row.said for row in rows] == ["fails where it is not", "fails where that is so"]


def test_that_a_lever_at_nought_and_what_it_changes_are_told_apart(qtbot):
    part = MattersPart()
    qtbot.addWidget(part)
    part.measure = BY_KEY["unserved"]
    row = part._tornado_row(Bar(Lever("repower_threshold"), 0.0, 1.0, 5.0, 50.8, 5.0), {})
    assert row.said == "Repowering threshold: $0 at 0, +$45.8 bn at 1"


@pytest.fixture
def hedge(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    return part


def outcome(name, mix, cost, tail):
    return MixOutcome(
        name,
        mix,
        MeanDifference(100.0, cost, cost - 100, 1.0),
        MeanDifference(20.0, tail / 2, 0.0, 1.0),
        tail,
    )


def test_that_a_mix_of_the_cheapest_family_is_no_dollar_cheaper_than_itself(hedge):
    found = (
        outcome(THIS, ALL_OF["trainium"], 100.0, 40.0),
        outcome("tpu", ALL_OF["tpu"], 120.0, 30.0),
        outcome("trainium", ALL_OF["trainium"], 100.0, 40.0),
        outcome(LEAST, ALL_OF["gpu"], 110.0, 20.0),
    )
    hedge.take(told(MIXES, found))
    assert hedge.verdict.text() == (
        "The mix does as AWS Trainium alone, the cheapest of the families. "
        "Google TPU alone would leave less unserved, $30.0 bn."
    )


def test_that_less_revenue_unserved_is_said_to_be_less(hedge):
    losses = (
        Loss("tpu", "supply_stop", np.array([0.1]), -2.7),
        Loss("tpu", "base_loss", np.array([0.1]), 5.0),
    )
    hedge.take(told(LOSSES, SupplierLoss(losses)))
    assert [row.said for row in hedge.losses.bars.rows] == [
        "10% of capacity lost at worst, $2.7 bn less of revenue unserved",
        "10% of capacity lost at worst, +$5.0 bn of revenue unserved",
    ]


def test_that_one_supplier_is_alone_and_that_contracts_to_come_bring_nothing(hedge):
    result = simulate(SCENARIO.having(mix=ALL_OF["gpu"], mix_start=ALL_OF["gpu"], contracts=()))
    hedge._show_concentration(result, 30)
    cells = {row.key: row.texts for row in hedge.concentration.bars.rows}
    assert cells["foundry"][-1] == "one alone"
    hedge._show_contracts(result, 30)
    assert hedge.contract_card.title.text() == (
        "What can be walked away from: no contract brings anything in Jul 2027"
    )
    result = simulate(SCENARIO)
    hedge._show_contracts(result, 30)
    assert hedge.contract_card.title.text().endswith("contracted are not firm")
    assert hedge.contract_card.sure.text().endswith("not shown")  # of one and of several


def test_that_a_contract_to_come_has_brought_nothing_yet(hedge):
    later = tuple(c for c in SCENARIO.contracts if c.name == "Azure, option")
    hedge._show_contracts(simulate(SCENARIO.having(contracts=later)), 30)
    [row] = hedge.contracts.bars.rows
    assert row.tip == "Azure, option (Microsoft): it has brought nothing yet; no end is stated"


@pytest.fixture
def deck(window):
    """Shows a pair of shocks and what it adds."""
    window.pages.show_key("risk")
    window.presenter.runner.finish()
    page = window.pages["risk"]
    page.show_part("shocks")
    page.shocks.work_on(BY_KEY["unserved"], simulate(SCENARIO), 30)
    pair = tuple(
        Shock(name, Event("power_outage", "all", 30, 6, 0.2), 1.0)
        for name in ("Recall of Rainier, to June 2025", "Power outage")
    )

    def show(effect):
        page.shocks.take(
            Told(page.subject, "shocks", 0, Shocks(5.0, pair, pair, effect), last=True)
        )
        return page.shocks

    return show


def test_that_the_names_of_the_worst_pair_are_told_apart(deck):
    part = deck(2.0)
    assert "“Recall of Rainier, to June 2025” and “Power outage”, +$2.0 bn." in part.pair.text()
    assert not part.put_pair.isHidden()


@pytest.mark.parametrize("effect", [0.0, -3.0, 1e-9])
def test_that_no_pair_is_the_worst_where_none_makes_it_worse(deck, effect):
    part = deck(effect)
    assert part.pair.text() == "No two of them together make it worse."
    assert part.put_pair.isHidden()
    assert not any("worst together" in card.accessibleDescription() for card in part.deck.cards)


# Why


def test_that_no_chance_is_certain_because_few_worlds_agree():
    assert chance_margin(0.0, 64) == chance_margin(1.0, 64) == pytest.approx(3 / 64)
    assert chance_margin(0.5, 64) == pytest.approx(1.96 * 0.5 / 8)
    assert chance_margin(0.0, 1) == 1.0


def test_that_a_number_does_not_go_from_itself_to_itself():
    step = ChangeStep("Sites", ("sites",), 3.36, 3.445)
    found = ChangeSteps(3.36, 3.445, (step,), ())
    assert change_sentence(found, subject(CASH)).startswith(
        "Cash cost in Jan 2027: up by $85 m, at $3.4 bn."
    )
    back = ChangeSteps(3.445, 3.36, (ChangeStep("Sites", ("sites",), 3.445, 3.36),), ())
    assert change_sentence(back, subject(CASH)).startswith(
        "Cash cost in Jan 2027: down by $85 m, at $3.4 bn."
    )


@pytest.mark.parametrize(
    ("was", "now", "period", "said"),
    [
        (False, True, PLAN, "The plan is short in Jan 2027, and was not before."),
        (
            False,
            True,
            WHOLE,
            "The plan is short in some month from Oct 2026 to Dec 2032, and was not before.",
        ),
        (
            True,
            False,
            WHOLE,
            "The plan is no longer short in any month from Oct 2026 to Dec 2032.",
        ),
    ],
)
def test_that_a_plan_is_not_called_short_in_all_the_months_to_come(was, now, period, said):
    found = Turned((), 1.0, 1.0, (), was, now)
    assert turned_sentences(found, subject(SERVED, period), 0.0) == [said]


def test_that_where_nothing_is_felt_no_change_is_a_further_one():
    keys = ["wacc", "pue", "sites", "events"]
    assert idle_words(keys, felt=False) == "No part in it: 4 changes."
    assert idle_words(keys) == "No part in it either: 4 further changes."


def decision(chance, settle=None, *, open_ended=True):
    none = MeanDifference(0.0, 0.0, 0.0, 0.0)
    return Decision("sites", "North", 24, 30, open_ended, chance, (none, none), settle)


def test_that_what_is_not_urgent_holds_in_at_least_what_is_wanted():
    deadlines = SimpleNamespace(scenario=SCENARIO, chance=0.5)
    found = (decision((0.7,) * 13), decision((0.7,) * 4))
    assert verdict(found, deadlines) == (
        "No single decision is urgent: each alone may come 3 months later, and the target still "
        "holds in at least 50% of the worlds."
    )


def test_that_what_is_to_be_settled_can_be_read():
    found = (decision((0.7,), Settle("North is built", 0.8, 0.98, BUILT)),)
    assert settle_sentence(found) == (
        "Settle first: North is built. If it is not, the target holds in 80% of the worlds; "
        "if it is, in 98%."
    )


def test_that_what_is_to_be_settled_says_after_what_wait():
    # begins in month 24, may wait until 30: the seventh month is the one too many
    held = (0.83, 0.75, 0.7, 0.59, 0.55, 0.51, 0.5, 0.47, 0.4, 0.39, 0.38, 0.35, 0.33)
    found = (decision(held, Settle("Growth", 0.88, 0.06, "growth")),)
    assert settle_sentence(found) == (
        "Settle first: Growth. With “Site North” 7 months later the target holds in 88% of the "
        "worlds where it is low, in 6% where it is high."
    )
    built = (decision(held, Settle("North is built", 0.06, 0.88, BUILT)),)
    assert settle_sentence(built) == (
        "Settle first: North is built. With “Site North” 7 months later the target holds in 6% of "
        "the worlds if it is not, in 88% if it is."
    )
    same = (decision((0.831,) * 13, Settle("Growth", 0.88, 0.79, "growth")),)
    assert "later" not in settle_sentence(same)


def way(after: Scenario, *moved):
    return SimpleNamespace(solution=SimpleNamespace(scenario=after, moved=moved))


def test_that_a_trace_that_a_search_leaves_is_not_told():
    before = SCENARIO.having(mix=ALL_OF["gpu"])
    trace = PerFamily({"tpu": 5e-5, "trainium": 5e-5, "gpu": 1 - 1e-4})
    after = before.having(mix=trace, power_growth_gw_per_year=3.162e-5, power_budget_gw=0.21714)
    moved = [(Lever(key), 0.0, 0.0) for key in ("power_growth_gw_per_year", "power_budget_gw")]
    moved += [(Lever("mix", family), 0.0, 0.0) for family in FAMILIES]
    assert changes(way(after, *moved), before) == (
        "Power growth after that 3.2 → 0 GW/year",
        "Facility power when ready 1.9 → 0.217 GW",
    )


def test_that_shares_of_families_have_a_tenth_of_a_percent():
    mix = PerFamily({"tpu": 0.27651, "trainium": 0.40839, "gpu": 0.3151})
    after = SCENARIO.having(mix=mix)
    moved = [(Lever("mix", family), 0.0, 0.0) for family in FAMILIES]
    [said] = changes(way(after, *moved), SCENARIO)
    assert said.endswith("(TPU 48% → 27.7%, Trainium 21% → 40.8%, GPU 31% → 31.5%)")


def test_that_a_site_and_a_contract_of_one_name_are_told_apart():
    site = EntryLever("sites", "", "Nscale", "start_month", 0, 90)
    contract = EntryLever("contracts", "", "Nscale", "it_gw", 0.1, 2.0)
    start = SCENARIO.start
    assert entry_move_words(site, 30, 31, start) == "Site Nscale, start month Jul 2027 → Aug 2027"
    assert entry_move_words(contract, 5.5, 5.36712, start) == (
        "Contract Nscale, IT power 5.5 → 5.367 GW IT"
    )
