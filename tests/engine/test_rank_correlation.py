"""What matters when all assumptions move together: by hand, and against SciPy and SALib."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.kpi import at
from engine.analysis.rank_correlation import (
    joint_draws,
    moved_together,
    rank_correlation,
    ranks,
)
from engine.analysis.variants import Lever
from engine.worlds.ensemble import Cancelled
from tests.engine.make_rank_reference import NAMES, REFERENCE, kpis, name_of, scenario

SCENARIO = Scenario()
FOUND = json.loads(REFERENCE.read_text(encoding="utf-8"))
PRICE = Lever("electricity_usd_per_kwh")
WACC = Lever("wacc")


def test_values_that_tie_share_their_mean_place() -> None:
    assert ranks(np.array([30.0, 10, 20])).tolist() == [3, 1, 2]
    assert ranks(np.array([5.0, 1, 5, 0, 5])).tolist() == [4, 2, 4, 1, 4]
    assert ranks(np.zeros(4)).tolist() == [2.5] * 4
    assert ranks(np.array([-2.0, 7])).tolist() == [1, 2]


def test_values_that_rounding_alone_tells_apart_tie() -> None:
    assert ranks(np.array([1e6, 1e-7, 0.0, -1e-7])).tolist() == [4, 2, 2, 2]


def test_each_lever_has_one_value_in_each_slice_of_its_range() -> None:
    drawn = joint_draws({WACC: (0.07, 0.14), Lever("intensity"): (25.0, 50.0)}, 50, seed=7)
    slices = np.floor((drawn[WACC] - 0.07) / 0.07 * 50)
    assert sorted(slices.tolist()) == list(range(50))
    # a lever with a logarithmic scale: equal slices of its logarithm
    slices = np.floor(np.log2(drawn[Lever("intensity")] / 25) * 50)
    assert sorted(slices.tolist()) == list(range(50))


def test_a_levers_draws_do_not_hang_on_which_others_are_drawn() -> None:
    alone = joint_draws({WACC: (0.07, 0.14)}, 20, seed=7)[WACC]
    beside = joint_draws({PRICE: (0.06, 0.09), WACC: (0.07, 0.14)}, 20, seed=7)[WACC]
    np.testing.assert_array_equal(alone, beside)
    assert (joint_draws({WACC: (0.07, 0.14)}, 20, seed=8)[WACC] != alone).any()


def test_shares_drawn_together_still_sum_to_one_and_whole_months_are_whole() -> None:
    drawn = {Lever("mix", "tpu"): np.array([0.3, 0.6]), Lever("mix", "gpu"): np.array([0.2, 0.4])}
    of = SCENARIO.having(mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    first, second = moved_together(of, drawn)
    assert dict(first.mix) == pytest.approx({"tpu": 0.3 / 0.8, "trainium": 3 / 8, "gpu": 0.25})
    assert dict(second.mix) == pytest.approx({"tpu": 0.6 / 1.3, "trainium": 3 / 13, "gpu": 4 / 13})
    [run] = moved_together(SCENARIO, {Lever("life_months"): np.array([47.6])})
    assert run.life_months == 48
    assert run.having(life_months=run.life_months).life_months == 48


def test_a_number_that_only_rises_with_the_one_lever_drawn_has_a_correlation_of_one() -> None:
    """All chips owned: what power costs in a month is its price times what is drawn."""
    of = SCENARIO.having(owned_share=dict.fromkeys(SCENARIO.families, 1))
    found = rank_correlation(
        of, at("energy_bn", 40), 100, [PRICE, Lever("platform_usd_per_year", "tpu")]
    )
    assert [rank.lever for rank in found.ranks] == [PRICE, Lever("platform_usd_per_year", "tpu")]
    assert found.ranks[0].rho == pytest.approx(1)
    assert abs(found.ranks[1].rho) < 4 * found.noise
    assert (found.ranks[0].low, found.ranks[0].high) == (0.065, 0.09)


def test_a_number_that_does_not_move_and_a_lever_that_does_not_correlate_with_nothing() -> None:
    still = rank_correlation(SCENARIO, at("capacity_eflops", 40), 50, [WACC])
    assert [rank.rho for rank in still.ranks] == [0]
    # supply of a family that has none: nothing either way
    none = SCENARIO.having(supply_chips_per_year={"tpu": 100_000, "trainium": 0, "gpu": 0})
    lever = Lever("supply_chips_per_year", "gpu")
    [rank] = rank_correlation(none, at("capacity_eflops", 40), 50, [lever]).ranks
    assert (rank.low, rank.high, rank.rho) == (0, 0, 0)


def test_worlds_in_which_the_number_is_undefined_are_left_out() -> None:
    """Without a fleet or supply there is no capacity, and so no cost of a PFLOP-hour."""
    nothing = dict.fromkeys(SCENARIO.families, 0)
    none = SCENARIO.having(initial_it_mw=nothing, supply_chips_per_year=nothing)
    found = rank_correlation(none, at("usd_per_pflop_hour", 3), 20, [WACC])
    assert found.draws == 0
    assert np.isnan(found.ranks[0].rho)
    assert np.isnan(found.noise)


def test_the_same_question_has_the_same_answer_and_can_be_given_up() -> None:
    kpi = at("npv_economic_cost_bn", 60)
    once = rank_correlation(SCENARIO, kpi, 150)
    assert rank_correlation(SCENARIO, kpi, 150) == once
    assert once.noise == pytest.approx(149**-0.5)
    heard: list[float] = []

    def enough(share: float) -> bool:
        heard.append(share)
        return False

    with pytest.raises(Cancelled):
        rank_correlation(SCENARIO, kpi, 300, progress=enough)
    assert heard == [pytest.approx(128 / 300)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", ["cost", "unserved"])
def test_each_correlation_is_scipys_of_the_same_draws(name: str, what: str) -> None:
    of = scenario(name)
    found = rank_correlation(of, kpis(of)[what])
    ours = {name_of(rank.lever): rank.rho for rank in found.ranks}
    for lever, rho in FOUND[f"{name} {what}"]["spearman"]:
        assert ours[lever] == pytest.approx(rho, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_the_strongest_ten_on_cost_are_mostly_those_of_salibs_pawn(name: str) -> None:
    """PAWN sees any change of a distribution, ranks only what goes one way: seven of ten or more.

    Draws and seed differ.
    """
    of = scenario(name)
    ours = [name_of(rank.lever) for rank in rank_correlation(of, kpis(of)["cost"]).ranks]
    pawn = [lever for lever, _ in FOUND[f"{name} cost"]["pawn"]]
    assert len(set(ours[:10]) & set(pawn)) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_the_strongest_on_revenue_unserved_is_salibs_by_delta_and_by_pawn(name: str) -> None:
    of = scenario(name)
    ours = [name_of(rank.lever) for rank in rank_correlation(of, kpis(of)["unserved"]).ranks]
    measures = FOUND[f"{name} unserved"]
    assert ours[0] == "rebound" == measures["delta"][0][0] == measures["pawn"][0][0]
    assert len(set(ours[:10]) & {lever for lever, _ in measures["pawn"]}) >= 5
