"""The sentence about a change, for many kinds of change."""

from __future__ import annotations

import re

import pytest

from engine import Scenario, simulate
from gui.charts.stretches import binding_stretches
from gui.run.change_sentence import sentence
from gui.words.kpis import month_index, month_words

TO_TPU = {"tpu": 0.7, "trainium": 0.22, "gpu": 0.08}


@pytest.fixture(scope="module")
def before():
    return simulate(Scenario())


def told(before, **values) -> str:
    after = simulate(before.scenario.having(**values))
    return sentence(before, after, month_index(after, "2026-12"))


def test_that_a_shift_of_the_mix_is_said_in_points(before):
    assert told(before, mix=TO_TPU).startswith("10 points from GPU to TPU: ")


def test_that_a_mix_of_which_all_shares_moved_is_said_in_full(before):
    said = told(before, mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    assert "(TPU 60% → 50%, Trainium 22% → 30%, GPU 18% → 20%): " in said


def test_that_a_number_is_said_with_its_unit(before):
    assert "2.5 → 4 GW: " in told(before, power_budget_gw=4.0)
    assert "7 → 4 x per year: " in told(before, revenue_growth=4.0)


def test_that_the_same_limit_at_another_time_is_said_with_the_time_it_was(before):
    said = told(before, power_budget_gw=2.4)
    assert re.search(r"power binds until \w{3} 2031, not Jul\.$", said)
    assert re.search(
        r"power binds from Dec 2025, not Jul 2026\.$", told(before, power_budget_gw=1.6)
    )


def test_that_a_limit_that_went_is_said(before):
    free = dict.fromkeys(Scenario().families, 2e6)
    plenty = simulate(
        Scenario().having(supply_chips_per_year=free, power_budget_gw=10.0, power_start_gw=5.0)
    )
    if any(s.limit != "demand" for s in binding_stretches(plenty)):
        pytest.fail("the scenario is meant to have no limit")
    said = sentence(before, plenty, 23)
    assert said.endswith("; no limit binds any more.")


def test_that_an_effect_beyond_the_month_is_said_for_the_last_one(before):
    after = simulate(before.scenario.having(power_growth_gw_per_year=2.0))
    said = sentence(before, after, 2)
    assert f"by {month_words(after.months[-1])}" in said


def test_that_each_change_has_what_came_of_it_with_unit_and_month(before):
    for values in (
        {"power_budget_gw": 1.5},
        {"wacc": 0.2},
        {"revenue_growth": 12.0},
        {"mix": TO_TPU},
    ):
        said = told(before, **values)
        assert re.search(r"(EFLOP/s|\$|points)", said.split(": ", 1)[1]), said
        assert re.search(r"by \w{3} 20\d\d", said), said


def test_that_it_is_one_sentence_of_a_line_or_two(before):
    for values in ({"power_budget_gw": 1.5}, {"mix": TO_TPU}, {"horizon_months": 60}):
        said = told(before, **values)
        assert said.endswith(".")
        assert len(said) < 200


def test_that_undoing_says_the_way_back(before):
    after = simulate(before.scenario.having(power_budget_gw=4.0))
    there, back = sentence(before, after, 23), sentence(after, before, 23)
    assert "more capacity" in there
    assert "less capacity" in back


def test_that_a_lever_that_moves_no_figure_says_so(before):
    assert told(before, draws=512).endswith(": no curve moves; bands and risk may.")


def test_that_large_numbers_are_written_out(before):
    half = {f: x / 2 for f, x in before.scenario.supply_chips_per_year.items()}
    said = told(before, supply_chips_per_year=half)
    assert "TPU 130,000 → 65,000" in said
    assert "e+0" not in said
