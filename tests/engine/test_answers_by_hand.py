"""Analyses whose answer is worked out by hand: small tables, straight lines, single months."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.attribution import attribution
from engine.analysis.foresight import LeverCurve, foresight
from engine.analysis.kpi import Kpi, at, over_draws, total, values
from engine.analysis.mix_map import mix_map, mixes
from engine.analysis.paired import paired
from engine.analysis.regret import Regret, felt, of_outcomes, regret
from engine.analysis.supplier_loss import Loss, SupplierLoss, supplier_loss
from engine.analysis.tornado import Bar, tornado
from engine.analysis.variants import Lever
from engine.values import Event
from engine.worlds import quantiles, risk
from tests.engine.worlds import FAMILIES, NO_LUCK

SCENARIO = Scenario()
CAPACITY = at("capacity_eflops", 60)
NAN = math.nan


# Quantiles and the worst of them


def test_the_five_quantiles_are_the_fifth_quarter_middle_three_quarters_and_ninety_fifth():
    rows = np.array([range(20, -1, -1), range(0, 63, 3)], float)
    found = quantiles.quantiles(np, quantiles.sample(np, rows))
    assert found[:, 0].tolist() == pytest.approx([1, 5, 10, 15, 19])
    assert found[:, 1].tolist() == pytest.approx([3, 15, 30, 45, 57])
    two = quantiles.quantiles(np, quantiles.sample(np, np.array([[10.0, 0.0]])))
    assert two[:, 0].tolist() == pytest.approx([0.5, 2.5, 5, 7.5, 9.5])


def test_undefined_worlds_stand_at_no_place_among_the_quantiles():
    rows = np.array([[NAN, 10.0, NAN, 0.0], [7.0, NAN, NAN, NAN], [NAN] * 4, [3.0, 1, 2, 0]])
    drawn = quantiles.sample(np, rows)
    found = quantiles.quantiles(np, drawn)
    assert found[:, 0].tolist() == pytest.approx([0.5, 2.5, 5, 7.5, 9.5])
    assert found[:, 1].tolist() == [7.0] * 5
    assert np.isnan(found[:, 2]).all()
    assert found[:, 3].tolist() == pytest.approx([0.15, 0.75, 1.5, 2.25, 2.85])
    assert quantiles.mean(np, rows)[[0, 1, 3]].tolist() == [5, 7, 1.5]
    assert np.isnan(quantiles.mean(np, rows)[2])


def test_one_world_is_all_its_quantiles():
    drawn = quantiles.sample(np, np.array([[4.0]]))
    assert quantiles.quantiles(np, drawn)[:, 0].tolist() == [4.0] * 5
    assert quantiles.tail_means(np, drawn, 0.95).tolist() == [4.0]


def test_a_stream_of_one_buffer_and_one_more_is_still_every_value():
    sketch = quantiles.Sketch(np, 1)
    sketch.add(np.arange(1025.0)[None])
    found = quantiles.quantiles(np, sketch.sample())[:, 0]
    assert found.tolist() == pytest.approx([51.2, 256, 512, 768, 972.8])
    assert sketch.rank_error == 0


def test_two_full_buffers_leave_every_second_value_for_two_draws():
    sketch = quantiles.Sketch(np, 1)
    sketch.add(np.arange(2048.0)[None])
    kept = sketch.sample()
    assert kept.values[0].tolist() == list(range(1, 2048, 2))
    assert set(kept.weight[0].tolist()) == {2.0}
    assert kept.defined.tolist() == [2048]
    # between draws 1,023 and 1,024: the values that stand for them are 1023 and 1025
    assert quantiles.quantiles(np, kept, (0.5,))[0, 0] == 1024
    assert sketch.rank_error == 2 / 2048


def test_the_worst_twentieth_of_worlds_is_counted_with_its_fraction():
    def worst(count, confidence=0.95):
        return risk.cvar(np.arange(count, dtype=float), confidence)

    assert worst(20) == pytest.approx(19)
    assert worst(21) == pytest.approx((20 + 0.05 * 19) / 1.05)
    assert worst(40) == pytest.approx(38.5)
    assert worst(50) == pytest.approx((49 + 48 + 0.5 * 47) / 2.5)
    assert worst(4, 0.5) == pytest.approx(2.5)
    assert worst(4, 0.0) == pytest.approx(1.5)
    with_gaps = quantiles.sample(np, np.array([[NAN, 1.0, 5.0, NAN, 3.0, 7.0]]))
    assert quantiles.tail_means(np, with_gaps, 0.5).tolist() == [6]


# Levers in a row


def a_bar(low, high, base, key="wacc"):
    return Bar(Lever(key), 0.0, 1.0, low, high, base)


def test_a_bar_is_as_wide_as_its_farther_end_is_from_the_middle():
    assert a_bar(3, 10, 5).width == 5
    assert a_bar(-4, 6, 5).width == 9
    assert a_bar(NAN, 6, 5).width == 1
    assert a_bar(2, NAN, 5).width == 3
    assert a_bar(NAN, NAN, 5).width == 0


def test_a_tornado_has_the_widest_bar_first_whatever_order_is_asked_for():
    some = [Lever("wacc"), Lever("availability"), Lever("power_budget_gw"), Lever("intensity")]
    widths = {}
    [base] = values([SCENARIO], CAPACITY)
    for lever in some:
        low, high = lever.bounds
        ends = [SCENARIO.having(**{lever.key: end}) for end in (low, high)]
        widths[lever.key] = max(abs(value - base) for value in values(ends, CAPACITY))
    assert len(set(widths.values())) == 4
    expected = sorted(widths, key=widths.__getitem__, reverse=True)
    for order in (some, some[::-1]):
        bars = tornado(SCENARIO, CAPACITY, "full", of=order)
        assert [bar.lever.key for bar in bars] == expected
        assert [bar.width for bar in bars] == pytest.approx([widths[key] for key in expected])
        assert {bar.base for bar in bars} == {base}
        for bar in bars:
            assert (bar.low, bar.high) == bar.lever.bounds


def test_a_bar_shows_both_sides_and_ranks_by_the_larger():
    one, both = a_bar(5, 9, 5), a_bar(2, 8, 5)
    assert (one.down, one.up, one.width, one.one_sided) == (0, 4, 4, True)
    assert (both.down, both.up, both.width, both.one_sided) == (-3, 3, 3, False)
    assert a_bar(6, 7, 5).one_sided  # both ends up
    assert math.isnan(a_bar(NAN, 7, 5).down)


def test_a_tornado_goes_to_the_plausible_ends_of_each_assumption():
    """By hand: a source's range, and 30% of a value that is an estimate."""
    scenario = SCENARIO.having(intensity=40)
    bars = tornado(scenario, CAPACITY, of=[Lever("wacc"), Lever("intensity")])
    ends = {bar.lever.key: (bar.low, bar.high) for bar in bars}
    assert ends == {"wacc": (0.07, 0.14), "intensity": (28, 52)}
    [bar] = [bar for bar in bars if bar.lever.key == "intensity"]
    expected = values([scenario.having(intensity=end) for end in (40, 28, 52)], CAPACITY)
    assert [bar.base, bar.at_low, bar.at_high] == pytest.approx(expected.tolist(), rel=1e-12)


def test_a_curve_names_where_the_number_is_lowest_and_highest():
    at_values = np.array([1.0, 2.0, 3.0, 4.0])
    curve = LeverCurve(Lever("wacc"), at_values, np.array([NAN, 5.0, -1.0, 2.0]))
    assert (curve.lowest, curve.highest) == (3.0, 2.0)
    nowhere = LeverCurve(Lever("wacc"), at_values, np.full(4, NAN))
    assert math.isnan(nowhere.lowest)
    assert math.isnan(nowhere.highest)


def test_curves_are_evenly_spaced_and_each_has_its_own_numbers():
    some = [Lever("wacc"), Lever("revenue_growth"), Lever("plan_ahead_months"), Lever("mix", "gpu")]
    kpi = at("npv_economic_cost_bn", 40)
    found = foresight(SCENARIO, kpi, some, binding=True)
    assert [curve.lever for curve in found] == some
    assert [len(curve.at) for curve in found] == [17, 17, 17, 17]
    low, high = Lever("wacc").bounds
    assert found[0].at.tolist() == pytest.approx([low + (high - low) * i / 16 for i in range(17)])
    assert found[1].at.tolist() == pytest.approx([30 ** (i / 16) for i in range(17)])
    # whole months from 0 to 24 in seventeen even steps of one and a half
    assert found[2].at.tolist() == [0, 2, 3, 4, 6, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 22, 24]
    for curve in found:
        for place in (0, 5, 16):
            one = simulate(curve.lever.moved(SCENARIO, float(curve.at[place])))
            assert curve.kpi[place] == pytest.approx(one["npv_economic_cost_bn"][40], rel=1e-9)
            assert curve.binds[place] == one["binding"][40]
    assert foresight(SCENARIO, kpi, some[:1])[0].binds.tolist() == []
    few = foresight(SCENARIO, kpi, [Lever("plan_ahead_months")], 60)[0]
    assert few.at.tolist() == list(range(25))


def test_a_lever_on_a_log_slider_stands_at_the_share_of_its_ratio():
    growth, spending = Lever("revenue_growth"), Lever("investment_budget_bn_per_year")
    assert growth.position(30**0.25) == pytest.approx(0.25)
    assert growth.at(0.5) == pytest.approx(30**0.5)
    assert Lever("wacc").position(sum(Lever("wacc").bounds) / 2) == pytest.approx(0.5)
    # no budget stands at the upper end
    assert spending.value(SCENARIO.having(investment_budget_bn_per_year=None)) == 300
    assert growth.moved(SCENARIO, 99).revenue_growth == 30
    assert growth.moved(SCENARIO, 0.5).revenue_growth == 1
    assert Lever("life_months").moved(SCENARIO, 40.6).life_months == 41


def test_shares_of_the_others_are_taken_in_proportion_or_evenly_where_they_have_none():
    spread = SCENARIO.having(mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    moved = dict(Lever("mix", "tpu").moved(spread, 0.25).mix)
    assert moved == pytest.approx({"tpu": 0.25, "trainium": 0.45, "gpu": 0.3})
    only = SCENARIO.having(mix={"tpu": 0, "trainium": 1, "gpu": 0})
    moved = dict(Lever("mix", "trainium").moved(only, 0.4).mix)
    assert moved == pytest.approx({"tpu": 0.3, "trainium": 0.4, "gpu": 0.3})
    prices = dict(Lever("chip_price_factor", "gpu").moved(SCENARIO, 0.9).chip_price_factor)
    assert prices == {**SCENARIO.chip_price_factor, "gpu": 0.9}


# Numbers of a run


def test_a_total_and_its_neighbours_take_both_end_months():
    line = simulate(SCENARIO)["unserved_revenue_bn"].tolist()
    [found] = values([SCENARIO], total("unserved_revenue_bn", 50, 52))
    assert line[50] > 0
    assert found == pytest.approx(line[50] + line[51] + line[52])
    [one] = values([SCENARIO], total("unserved_revenue_bn", 51, 51))
    assert one == pytest.approx(line[51])
    kpi = Kpi("capacity_eflops", "mean", 3, 9)
    assert (kpi.month, kpi.months) == (9, 10)
    assert (at("capacity_eflops", 7).month, at("capacity_eflops", 7).months) == (7, 8)
    assert Kpi("capacity_eflops", "at", 7, 3).last == 7


# Why two scenarios differ


def test_parts_of_levers_that_do_not_meet_are_what_each_does_alone():
    # a tolerance moves no cost; what no group names is "other"
    dear, tolerant = SCENARIO.having(wacc=0.15), SCENARIO.having(shortfall_tolerance=0.05)
    other = dear.having(shortfall_tolerance=0.05)
    kpi = at("npv_economic_cost_bn", 30)
    before, alone, none, after = values([SCENARIO, dear, tolerant, other], kpi).tolist()
    assert none == before
    found = attribution(SCENARIO, other, kpi, {"money": ["wacc"]})
    assert (found.before, found.after) == (before, after)
    assert found.gap == after - before
    assert found.parts == pytest.approx({"money": alone - before, "other": 0.0})


def test_the_effect_of_two_that_meet_is_shared_in_halves():
    grown, lasting = {"revenue_growth": 4.0}, {"availability": 0.8}
    kpi = at("shortfall_eflops", 50)
    runs = [SCENARIO, SCENARIO.having(**grown), SCENARIO.having(**lasting)]
    zero, a, b, both = values([*runs, SCENARIO.having(**grown, **lasting)], kpi).tolist()
    meeting = both - a - b + zero
    assert abs(meeting) > 1e-3 * abs(both - zero)
    groups = {"growth": ["revenue_growth"], "fleet": ["availability"]}
    found = attribution(SCENARIO, SCENARIO.having(**grown, **lasting), kpi, groups)
    expected = {"growth": a - zero + meeting / 2, "fleet": b - zero + meeting / 2}
    assert found.parts == pytest.approx(expected)


def test_twelve_groups_can_be_told_apart_and_thirteen_cannot():
    keys = ["availability", "wacc", "revenue_growth", "intensity", "algorithmic_efficiency"]
    keys += ["power_budget_gw", "life_months", "plan_ahead_months", "facility_life_months"]
    keys += ["active_params", "reserve_margin", "substitution", "shortfall_tolerance"]
    moves = {}
    for key in keys:
        lever = Lever(key)
        here = lever.position(lever.value(SCENARIO))
        moves[key] = getattr(lever.moved(SCENARIO, lever.at(0.4 if here > 0.5 else 0.6)), key)
    groups = {key: [key] for key in keys}
    month = at("capacity_eflops", 0)
    twelve = {key: moves[key] for key in keys[:12]}
    assert len(attribution(SCENARIO, SCENARIO.having(**twelve), month, groups).parts) == 12
    with pytest.raises(ValueError, match="13 groups differ; allowed are 12"):
        attribution(SCENARIO, SCENARIO.having(**moves), month, groups)


# Losing a supplier


def test_a_loss_is_the_share_of_capacity_that_the_event_takes_and_the_revenue_it_costs():
    plain = simulate(SCENARIO)
    found = supplier_loss(SCENARIO, 40, 5)
    assert [(loss.mode, loss.family) for loss in found.losses] == [
        *(("supply_stop", family) for family in FAMILIES),
        *(("base_loss", family) for family in FAMILIES),
    ]
    for loss in found.losses:
        hit = simulate(SCENARIO.having(events=(Event(loss.mode, loss.family, 40, 5, 1.0),)))
        expected = 1 - hit["capacity_eflops"] / plain["capacity_eflops"]
        np.testing.assert_allclose(loss.lost, expected, rtol=1e-9, atol=1e-12)
        added = hit["unserved_revenue_bn"].sum() - plain["unserved_revenue_bn"].sum()
        assert loss.unserved_revenue == pytest.approx(added, rel=1e-6, abs=1e-9)
    assert max(loss.unserved_revenue for loss in found.losses) > 0


def test_a_failure_lasts_from_the_month_after_as_of_to_the_end_unless_it_is_said():
    whole, said = supplier_loss(SCENARIO), supplier_loss(SCENARIO, SCENARIO.as_of + 1)
    to_the_end = supplier_loss(SCENARIO, SCENARIO.as_of + 1, 95 - SCENARIO.as_of)
    for one, other, third in zip(whole.losses, said.losses, to_the_end.losses, strict=True):
        np.testing.assert_array_equal(one.lost, other.lost)
        np.testing.assert_array_equal(one.lost, third.lost)
    last = supplier_loss(SCENARIO, 95).losses[-1].lost
    assert np.flatnonzero(last > 0).tolist() == [95]


def test_the_largest_loss_of_a_mode_is_the_one_with_the_worst_month():
    def loss(family, mode, *lost):
        return Loss(family, mode, np.array(lost), 0.0)

    some = (
        loss("tpu", "supply_stop", 0.3, 0.1),
        loss("gpu", "supply_stop", 0.2, 0.25),
        loss("tpu", "base_loss", NAN, 0.4),
        loss("gpu", "base_loss", 0.1, 0.6),
    )
    assert [one.worst for one in some] == [0.3, 0.25, 0.4, 0.6]
    found = SupplierLoss(some).largest
    assert (found["supply_stop"].family, found["base_loss"].family) == ("tpu", "gpu")
    assert loss("tpu", "base_loss", -0.2, -0.1).worst == 0


# Mixes and regret


def test_mixes_in_halves_come_corner_by_corner():
    shares, scenarios = mixes(SCENARIO, FAMILIES, 2)
    expected = [[1, 0, 0], [0.5, 0.5, 0], [0.5, 0, 0.5], [0, 1, 0], [0, 0.5, 0.5], [0, 0, 1]]
    assert shares.tolist() == expected
    assert [list(scenario.mix.values()) for scenario in scenarios] == expected


def test_families_that_are_not_on_the_map_keep_their_share():
    scenario = SCENARIO.having(mix={"tpu": 0.5, "trainium": 0.2, "gpu": 0.3})
    shares, scenarios = mixes(scenario, ("gpu", "tpu"), 4)
    assert shares.tolist() == [[1, 0], [0.75, 0.25], [0.5, 0.5], [0.25, 0.75], [0, 1]]
    second = dict(scenarios[1].mix)
    assert second == pytest.approx({"tpu": 0.2, "trainium": 0.2, "gpu": 0.6})


def test_a_map_has_twentieths_and_a_regret_tenths_unless_it_is_said():
    kpi = at("capacity_eflops", 3)
    found = mix_map(SCENARIO, kpi)
    assert sorted(set(found.shares[:, 0].round(9).tolist())) == [i / 20 for i in range(21)]
    late = at("capacity_eflops", 40)
    [worlds] = over_draws(mixes(SCENARIO, FAMILIES, 2)[1][1:2], late, 64)
    assert mix_map(SCENARIO, late, steps=2).values[1] == pytest.approx(worlds.mean(), rel=1e-9)
    tenths = regret(SCENARIO, kpi)
    assert tenths.shares.shape == (66, 3)
    assert tenths.families == found.families == FAMILIES


def test_regret_is_counted_against_the_best_of_each_world_either_way_round():
    costs = np.array([[3.0, 10.0, 4.0], [5.0, 7.0, NAN], [9.0, 8.0, 1.0]])
    lower = [[0, 3, 3], [2, 0, math.inf], [6, 1, 0]]
    assert felt(costs, higher_is_better=False).tolist() == lower
    assert felt(costs, higher_is_better=True).tolist() == [[6, 0, 0], [4, 3, math.inf], [0, 2, 3]]
    worst, _, mean, least, best = of_outcomes(costs, higher_is_better=False)
    assert worst.tolist() == [3, math.inf, 6]
    assert mean.tolist() == pytest.approx([2, math.inf, 7 / 3])
    assert (least, best) == (0, 0)
    nobody = np.array([[NAN, 1.0], [NAN, 3.0]])
    assert felt(nobody, higher_is_better=False).tolist() == [[0, 0], [0, 2]]


def test_the_ninety_percent_regret_is_a_regret_that_one_in_ten_worlds_passes_at_most():
    eleven = np.array([range(11), [0] * 11], float)
    _, p90, *_ = of_outcomes(eleven, higher_is_better=False)
    assert p90.tolist() == [9, 0]
    ten = np.array([range(10), [0] * 10], float)
    _, p90, *_ = of_outcomes(ten, higher_is_better=False)
    assert p90.tolist() == [9, 0]


def test_rivals_are_apart_by_their_farthest_share():
    shares = np.array([[1.0, 0.0, 0.0], [0.7, 0.1, 0.2], [0.6, 0.4, 0.0]])
    nothing = np.zeros(3)

    def of(rivals):
        return Regret(FAMILIES, shares, nothing, nothing, nothing, 1, 0, 0.5, rivals)

    assert of((0, 2)).apart == pytest.approx(0.3)
    assert of((2,)).apart == pytest.approx(0.3)
    assert of(()).apart == 0


# A against B


def test_who_has_an_undefined_number_loses_to_who_has_one():
    nothing = SCENARIO.having(
        **NO_LUCK,
        initial_it_mw=dict.fromkeys(FAMILIES, 0),
        bring_up_months=dict.fromkeys(FAMILIES, 6),
    )
    something = SCENARIO.having(**NO_LUCK)
    undefined = np.isnan(simulate(nothing)["usd_per_pflop_hour"])
    assert undefined[0]
    for higher in (True, False):
        found = paired(nothing, something, "usd_per_pflop_hour", draws=5, higher_is_better=higher)
        assert (found.b_better[undefined] == 1).all()
        assert (found.a_better[undefined] == 0).all()
        turned = paired(something, nothing, "usd_per_pflop_hour", draws=5, higher_is_better=higher)
        assert (turned.a_better[undefined] == 1).all()
        both = paired(nothing, nothing, "usd_per_pflop_hour", draws=5, higher_is_better=higher)
        assert (both.tie == 1).all()
