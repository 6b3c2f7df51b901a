"""What Risk and Why say where nothing is lost, of contracts that are past, and of chances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine import parameter
from engine.analysis.attribution import Attribution
from engine.analysis.calendar import Decision
from engine.analysis.commitments import Commitment
from engine.analysis.exceedance import Exceedance
from engine.analysis.outcomes import MeanDifference
from engine.analysis.sources import Sources
from engine.analysis.turning import Turn
from engine.analysis.variants import Lever
from engine.analysis.waterfall import Waterfall
from engine.run.simulate import simulate
from engine.values import PerFamily
from gui.document import templates
from gui.levers.foresight import _amount
from gui.pages.analysis.asking import Told
from gui.pages.evidence.words import turn
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import lever_value
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.subject import CURVES, SPLIT
from gui.pages.why.by_when_words import verdict
from gui.pages.why.goal.words import leads_on, state, ways
from gui.pages.why.measures import CAPACITY, OTHERS, RISK
from gui.pages.why.rows import steps
from gui.system.language import install_language
from gui.timeline.revenue import level_words
from gui.words import units
from gui.words.kpis import points_words
from gui.words.limits import NOTHING
from gui.words.moved import lever_words
from gui.words.value_texts import tooltip

SCENARIO = templates.example("public_record_2026_11").scenario


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")


@pytest.fixture
def odds(qtbot):
    part = OddsPart()
    qtbot.addWidget(part)
    return part


@pytest.fixture
def hedge(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    return part


def proposal(value=0.0, *, short=0.5, before=0.5, reached=False, moves=True):
    solution = SimpleNamespace(
        why="too far",
        value=value,
        binding=NOTHING,
        at_end=(),
        moved=((Lever("pue"), 1.1, 1.2),) if moves else (),
        scenario=SCENARIO,
    )
    return SimpleNamespace(reached=reached, solution=solution, short=short, short_before=before)


def question(measure, target):
    return SimpleNamespace(
        measure=measure,
        target=target,
        value_of=lambda p: p.short if measure.of_worlds else p.solution.value,
    )


def found(*proposals):
    return SimpleNamespace(proposals=proposals, settled=True)


def said(one, wanted):
    return state(found(one), wanted)


COST = next(measure for measure in OTHERS if measure.key == "economic_cost")


def test_that_what_is_better_than_was_wanted_is_not_the_best_that_can_be_had():
    assert said(proposal(400.0), question(COST, 500.0)).startswith(
        "No free decision leads there: $400 bn comes nearest."
    )
    assert said(proposal(400.0), question(CAPACITY, 9000.0)).startswith(
        "Out of reach of the decisions"
    )


def test_that_a_chance_that_no_change_moves_has_no_way_to_be_tried():
    wanted = question(RISK, 0.05)
    stays = proposal(short=0.0, before=0.0)
    assert not leads_on(stays, wanted)
    assert said(stays, wanted) == "No free decision leads there: 0% comes nearest."


def test_that_a_chance_that_gets_worse_is_not_the_best_that_can_be_had():
    wanted = question(RISK, 0.05)
    worse = proposal(short=0.99, before=0.98)
    assert ways(found(worse), wanted) == []
    assert said(worse, wanted) == "Out of reach of the decisions that are free: 98% at best."


def test_that_a_chance_of_all_is_no_way_to_one_of_a_twentieth():
    wanted = question(RISK, 0.05)
    jumps = proposal(short=1.0, before=0.0, reached=True)
    near = proposal(short=0.06, before=0.0, reached=True)
    assert said(jumps, wanted) == "No free decision leads there: 0% comes nearest."
    assert said(near, wanted) == "One way to get there."


def test_that_worlds_may_be_short_where_no_limit_binds_in_the_plan():
    better = proposal(short=0.81, before=0.91)
    assert leads_on(better, question(RISK, 0.05))
    assert "all that is wanted is there" not in said(better, question(RISK, 0.05))
    assert "all that is wanted is there" in said(proposal(400.0), question(CAPACITY, 9000.0))


def test_that_a_goal_that_holds_is_there_already():
    there = proposal(short=0.05, before=0.05, reached=True, moves=False)
    assert said(there, question(RISK, 0.05)) == "It is there already."


# Contracts


def row_of(part, month, *, ends, notice=None):
    contract = replace(SCENARIO.contracts[0], name="North", supplier="Vendor")
    return part._contract_row(Commitment(contract, 0.3, 0.0, ends, notice), "2025-01", month)


def test_that_a_contract_whose_term_is_past_has_no_notice_to_come(hedge):
    assert row_of(hedge, 20, ends=13, notice=12).texts[-1] == "Feb 2026, past"
    assert row_of(hedge, 13, ends=13, notice=12).texts[-1] == "Feb 2026, notice by Jan 2026"
    assert row_of(hedge, 20, ends=13).tip == (
        "North (Vendor): none of 0.30 GW must be taken; its term ended in Feb 2026"
    )


def test_that_what_can_be_left_is_not_denied_by_a_rounding(hedge):
    contract = replace(SCENARIO.contracts[0], name="North")
    row = hedge._contract_row(Commitment(contract, 0.073, 0.067, None, None), "2025-01", 20)
    assert row.said == "all of 0.07 GW but 0.01 GW must be taken"
    assert row.texts[2] == "0.01 GW"


def test_that_without_contracts_nothing_is_said_of_how_they_are_drawn(hedge):
    hedge._show_contracts(simulate(SCENARIO.having(contracts=())), 30)
    assert hedge.contracts.isHidden()
    assert hedge.about_contracts.isHidden()
    hedge._show_contracts(simulate(SCENARIO), 30)
    assert not hedge.contracts.isHidden()
    assert not hedge.about_contracts.isHidden()


def test_that_one_part_and_a_half_are_one_part_in_french(hedge, french):
    alone = PerFamily({"tpu": 0.0, "trainium": 0.0, "gpu": 1.0})
    hedge._show_concentration(simulate(SCENARIO.having(mix=alone, mix_start=alone)), 30)
    cells = [row.texts[-1] for row in hedge.concentration.bars.rows]
    for cell in cells:
        number = cell.removeprefix("comme ").partition(" ")[0].replace(",", ".")
        if cell != "un seul":
            assert cell.endswith("parts égales" if float(number) >= 2 else "part égale")


def test_that_the_hour_of_a_unit_is_french(french):
    assert units.of("$/PFLOP-hour").unit == "$/PFLOP-heure"


# Nothing is lost


def split(value):
    parts = {"growth": value, "grid": 0.0}
    return Sources(64, 0.0, value, 0.0, parts, value, parts)


def test_that_no_table_of_nothing_is_shown(odds):
    subject = SimpleNamespace(scenario=SCENARIO)
    odds.take(Told(subject, SPLIT, 64, split(0.0), last=True))
    assert odds.loss.text() == "No revenue goes unserved in any of the worlds."
    assert odds.split.isHidden()
    odds.take(Told(subject, SPLIT, 64, split(3.0), last=True))
    assert odds.loss.text().startswith("$3.0 bn expected; ")
    assert not odds.split.isHidden()


@pytest.mark.parametrize("key", ["unserved", "cost", "capacity"])
def test_that_of_worlds_that_are_alike_none_is_the_worst(odds, key):
    line = np.full(4, 7.0)
    curve = Exceedance(SCENARIO, line, line / 7, (0, 1, 2, 3))
    subject = SimpleNamespace(measure=BY_KEY[key], scenario=SCENARIO)
    odds._plan = 7.0
    odds.take(Told(subject, CURVES, 64, (curve,), last=True))
    assert odds.worst.isHidden()
    assert odds.about_worst.text().startswith("All worlds are alike: ")
    assert "listed beside it" not in odds.curve.spoken_description()


def test_that_a_reader_is_told_of_the_worst_worlds_where_there_are_some(odds):
    curve = Exceedance(SCENARIO, np.array([7.0, 3.0]), np.array([0.5, 1.0]), (0, 1))
    subject = SimpleNamespace(measure=BY_KEY["unserved"], scenario=SCENARIO)
    odds.take(Told(subject, CURVES, 64, (curve,), last=True))
    assert not odds.worst.isHidden()
    assert odds.curve.spoken_description().endswith("The worst worlds are listed beside it.")


# What moves and what does not


def test_that_what_is_written_as_nought_has_no_row_where_others_have_one():
    after = SCENARIO.having(pue=1.5, wacc=0.2, rebound=0.5)
    gap = Attribution(0.0, 1.0, {"Demand": 0.9999, "Money": 0.0001})
    within = {"Demand": {"rebound": 0.9999}, "Money": {"pue": 0.00006, "wacc": 0.00004}}
    split = Waterfall(gap, within)
    shown = steps(split, SCENARIO, after, lambda part: abs(part) > 0.001)
    assert [group.label for group in shown.groups] == ["Demand"]
    assert sorted(shown.idle) == ["pue", "wacc"]
    kept = steps(split, SCENARIO, after, lambda part: abs(part) > 2)
    assert [group.label for group in kept.groups] == ["Demand", "Money"]
    assert kept.idle == ()


@pytest.mark.parametrize(
    ("share", "said"), [(0.01996, "2,0 points"), (0.0196, "2,0 points"), (0.0194, "1,9 point")]
)
def test_that_two_points_as_written_are_several_in_french(french, share, said):
    assert points_words(share).replace("\u202f", " ").replace("\xa0", " ") == said


def test_that_all_the_worlds_are_not_at_least_as_many():
    none = MeanDifference(0.0, 0.0, 0.0, 0.0)
    chance = np.ones(13)
    one = Decision("sites", "North", 24, 36, True, chance, (none, none), None)
    subject = SimpleNamespace(scenario=SCENARIO, chance=1.0)
    assert verdict([one], subject).endswith("and the target still holds in every world.")
    subject.chance = 0.9
    assert verdict([one], subject).endswith("still holds in at least 90% of the worlds.")


def test_that_a_probability_is_in_percent():
    old = PerFamily({"tpu": 0.3, "trainium": 0.3, "gpu": 0.3})
    assert lever_words(parameter("p_slip"), old, old.having(gpu=0.0474304)) == (
        "Chance of a slip (GPU 30% → 4.743%)"
    )
    assert lever_words(parameter("p_grid"), 0.5, 0.12429) == "Chance of a grid delay 50% → 12.43%"


def test_that_the_currency_of_a_lever_stands_before_its_numbers():
    row = parameter("investment_budget_bn_per_year")
    assert lever_words(row, None, 115.52) == "Investment budget none \u2192 $115.5 bn/year"
    assert lever_words(row, 25.0, 27.05) == "Investment budget $25 \u2192 $27.05 bn/year"
    assert lever_value(Lever(row.key), 2.4, "") == "$2.4 bn/year"
    assert "Range: $1 to $300 bn/year" in tooltip(row)
    cost = parameter("electricity_usd_per_kwh")
    assert lever_words(cost, 0.075, 0.0831) == "Electricity price 0.075 \u2192 0.0831 $/kWh"


def test_that_the_currency_stands_before_levels_limits_and_turns_too():
    assert level_words(3.07) == "$3.07 bn/year"
    budget, params = (Lever(k) for k in ("investment_budget_bn_per_year", "active_params"))
    assert _amount(budget, 25.0, "") == "$25 bn/year"
    assert _amount(params, 1e11, "") == "100 bn parameters"
    said = turn(Turn(budget, 30.0, 25.0, 20.0, 0.5), SCENARIO.start)
    assert said == "Investment budget below $25 bn/year (now 30)"
