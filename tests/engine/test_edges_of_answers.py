"""What an analysis says just at its edges: ties, the first and the last, one world, nothing."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis import attribution as attributions
from engine.analysis.attribution import attribution
from engine.analysis.backtest import Answer, over_time
from engine.analysis.breakpoints import Condition, breakpoints
from engine.analysis.calendar import Decision, calendar
from engine.analysis.commitments import counterparties, hhi_of
from engine.analysis.compared import _shared_wins, front
from engine.analysis.failing import other_side
from engine.analysis.footing import footing
from engine.analysis.kpi import Kpi, at, total
from engine.analysis.outcomes import outcomes
from engine.analysis.outlook import outlook
from engine.analysis.proposals import decisions
from engine.analysis.rank_correlation import RankCorrelation, ranks
from engine.analysis.settle import settle_first
from engine.analysis.shocks import shocks
from engine.analysis.sources import OFF, sources
from engine.analysis.telling import at_least
from engine.analysis.tornado import Bar
from engine.analysis.turning import _holds
from engine.analysis.variants import Lever
from engine.analysis.waiting import Later, Target, Waiting, waiting
from engine.csv_out import risk_rows
from engine.tables.observed import Observed
from engine.tables.own import OwnSource
from engine.tables.scenario import parameter
from engine.tables.statements import Statement
from engine.values import Contract, Site
from engine.worlds import ensemble as ensembles
from engine.worlds.ensemble import ensemble

SCENARIO = Scenario()
KPI = at("capacity_eflops", 40)


def contract(name: str, start: int, supplier: str = "") -> Contract:
    return Contract(name, "gpu", start, 6, 0.5, 0.0, 1.0, supplier)


# Ties


@pytest.mark.parametrize(("fails_above", "threshold"), [(True, 0.0), (False, 0.0)])
def test_that_a_world_that_is_at_the_threshold_does_not_fail(fails_above, threshold) -> None:
    nothing = at("idle_commitment_bn", 0)  # in every world
    found = breakpoints(SCENARIO, nothing, threshold, fails_above=fails_above, draws=4)
    assert (found.failing, found.conditions) == (0.0, ())
    beyond = threshold - 1 if fails_above else threshold + 1
    assert breakpoints(SCENARIO, nothing, beyond, fails_above=fails_above, draws=4).failing == 1.0


@pytest.mark.parametrize("threshold", [math.nan, math.inf, True, "1"])
def test_that_a_threshold_is_a_number(threshold) -> None:
    with pytest.raises(ValueError, match=f"threshold {threshold!r}: allowed are finite numbers"):
        breakpoints(SCENARIO, KPI, threshold, draws=4)


def test_that_a_target_holds_where_it_is_just_met() -> None:
    found = np.array([1.0, 2.0, 3.0, math.nan])
    assert Target(KPI, "at least", 2.0).holds(found).tolist() == [False, True, True, False]
    assert Target(KPI, "at most", 2.0).holds(found).tolist() == [True, True, False, False]


def test_that_a_wait_is_the_longest_before_the_first_that_is_not_sure_enough() -> None:
    def of(*chances: float | None) -> Waiting:
        later = (Later(months, {}, {}, chance) for months, chance in enumerate(chances))
        return Waiting("sites", "A", tuple(later))

    found = of(0.9, 0.75, 0.5, 0.75)
    assert [found.last_that_holds(chance) for chance in (0.95, 0.9, 0.75, 0.5, 0.0)] == [
        *(None, 0, 1, 3, 3)
    ]
    with pytest.raises(ValueError, match="no target"):
        of(None).last_that_holds(0.5)


def test_that_a_claim_holds_at_both_of_its_ends() -> None:
    def said(low: float | None, high: float | None) -> Statement:
        return Statement("own", "", "", "", "it_power_gw", "2026-01", low, high, "GW", *[""] * 5)

    found = np.array([0.9, 1.0, 1.5, 2.0, 2.1, math.nan])
    for low, high, holds in (
        (1.0, 2.0, [False, True, True, True, False, False]),
        (None, 2.0, [True, True, True, True, False, False]),
        (1.0, None, [False, True, True, True, True, False]),
    ):
        assert _holds(found, said(low, high)).tolist() == holds


def test_that_points_which_share_a_side_are_on_the_front_or_beaten_by_the_other_side() -> None:
    found = front(np.array([1.0, 1.0, 2.0, 1.0]), np.array([1.0, 2.0, 1.0, 1.0]), 0.0)
    assert found.on == (True, False, False, True)  # of two alike neither beats the other
    assert found.tied == (False, False, False, False)
    assert found.beaten_by == (None, 0, 0, None)


def test_that_what_is_best_in_a_world_is_shared_among_those_alike() -> None:
    nothing = np.zeros((2, 1, 2))  # (scenario, month, world)
    assert _shared_wins(nothing, False).tolist() == [[[0.5, 0.5]]] * 2
    values = np.array(
        [[[-1.0, 2.0, math.nan]], [[-1.0, 1.0, math.nan]], [[0.0, math.nan, math.nan]]]
    )
    assert _shared_wins(values, False)[:, 0].T.tolist() == [[0.5, 0.5, 0], [0, 1, 0], [0, 0, 0]]
    assert _shared_wins(values, True)[:, 0].T.tolist() == [[0, 0, 1], [1, 0, 0], [0, 0, 0]]


def test_that_a_gap_of_just_the_share_that_counts_as_equal_is_a_tie() -> None:
    across, down = np.array([1.0, 2.0]), np.array([1.0, 1.0])
    tied, beaten = front(across, down, 0.5), front(across, down, 0.4375)
    assert (tied.on, tied.tied, tied.beaten_by) == ((True, False), (False, True), (None, None))
    assert (beaten.tied, beaten.beaten_by) == ((False, False), (None, 0))


def test_that_a_bar_with_one_end_where_the_plan_is_acts_on_one_side() -> None:
    def sided(at_low: float, at_high: float) -> bool:
        return Bar(Lever("pue"), 1.0, 2.0, at_low, at_high, 5.0).one_sided

    assert [sided(5.0, 7.0), sided(3.0, 5.0), sided(6.0, 7.0), sided(5.0, 5.0)] == [True] * 4
    assert [sided(4.0, 7.0), sided(7.0, 4.0)] == [False] * 2


def test_that_values_that_are_all_nothing_share_the_middle_place() -> None:
    assert ranks(np.zeros(3)).tolist() == [2.0, 2.0, 2.0]
    assert ranks(np.array([])).tolist() == []
    assert ranks(np.array([3.0, -1.0, 3.0])).tolist() == [2.5, 1.0, 2.5]


# The first and the last


def test_that_a_window_of_the_record_is_full_from_its_last_month_on() -> None:
    result = simulate(SCENARIO.having(horizon_months=30))
    revenue = result["revenue_bn_per_year"] / 12
    year = over_time(result, "revenue_bn@year")
    quarter = over_time(result, "revenue_bn@quarter")
    since = over_time(result, "revenue_bn@from:2025-03")
    begin = over_time(result, "revenue_bn@from:2025-01")
    power = over_time(result, "it_power_gw@quarter")
    lines = (year, quarter, since, begin, power)
    assert all(line is not None for line in lines)
    firsts = [int(np.flatnonzero(np.isfinite(line))[0]) for line in lines if line is not None]
    assert firsts == [11, 2, 2, 0, 2]
    for line, expected in zip(
        lines,
        (revenue[:12].sum(), revenue[:3].sum(), revenue[2], revenue[0]),
        strict=False,
    ):
        assert line is not None
        assert line[np.isfinite(line)][0] == pytest.approx(expected)
    assert since is not None
    assert since[4] == pytest.approx(revenue[2:5].sum())
    assert power is not None
    assert power[2] == pytest.approx(result["it_power_gw"][:3].mean())  # no flow: its mean


def test_that_a_decision_of_the_month_that_is_known_is_past() -> None:
    known = SCENARIO.as_of
    for month, free in ((known, False), (known + 1, True)):
        levers = decisions(SCENARIO.having(mix_month=month, power_ready_month=month))
        keys = {lever.key for lever in levers}
        assert ({"mix_month", "power_ready_month"} <= keys) == free
    assert "wacc" not in keys  # not decided
    assert "mix" in keys
    assert "mix" not in {lever.key for lever in decisions(SCENARIO, ("mix",))}


def test_that_what_begins_in_the_month_that_is_known_cannot_wait() -> None:
    known = SCENARIO.as_of
    of = SCENARIO.having(contracts=[contract("A", known), contract("B", known + 1)])
    with pytest.raises(ValueError, match=f"'A' begins in month {known}: allowed are those"):
        waiting(of, "contracts", "A", 1, draws=2)
    found = waiting(of, "contracts", "B", 2, Target(KPI, "at least", 0.0), draws=2)
    assert [later.months for later in found.later] == [0, 1, 2]
    assert [later.chance for later in found.later] == [1.0] * 3
    none, one, two = (later.of["economic_cost"].mean for later in found.later)
    assert none == 0.0
    steps = [later.step["economic_cost"].mean for later in found.later]
    assert steps == pytest.approx([0.0, one, two - one])


def dates(of: Scenario, months: int, chance: float = 1.0) -> dict[str, Decision]:
    """Of the levers, for a target that holds in each world."""
    target = Target(KPI, "at least", 0.0)
    return {one.what: one for one in calendar(of, target, chance, months, draws=1)}


def test_that_only_what_begins_after_the_month_that_is_known_and_may_wait_has_a_date() -> None:
    known = SCENARIO.as_of
    of = SCENARIO.having(mix_month=known, power_ready_month=known)
    assert dates(of, 1) == {}
    found = dates(of.having(mix_month=known + 1), 2)
    assert list(found) == ["mix"]
    assert (found["mix"].month, found["mix"].chance) == (known + 1, (1.0, 1.0, 1.0))
    # as sure as asked is sure enough, at each wait that was tried
    assert (found["mix"].last_month, found["mix"].open_ended) == (known + 3, True)
    assert math.isnan(found["mix"].cost[1].standard_error)  # of one world
    highest = parameter("mix_month").high
    assert highest == 120
    late = of.having(horizon_months=180, mix_month=119)
    assert dates(late, 5)["mix"].chance == (1.0, 1.0)  # one month of waiting is all there is
    assert dates(late.having(mix_month=120), 5) == {}


def test_that_a_source_of_just_a_year_ago_is_not_old() -> None:
    today = date(2026, 11, 29)

    def old(month: str) -> int:
        own = OwnSource("power_budget_gw", SCENARIO.power_budget_gw, "A filing", "A", month)
        return footing(SCENARIO.having(own_sources=[own]), [at("power_limit_gw", 23)], today).old

    assert old("2025-10") == old("2025-11") + 1
    assert old("2025-11") == old("2026-11")


def test_that_a_contract_that_is_not_there_yet_is_neither_recalled_nor_a_counterparty() -> None:
    first = SCENARIO.as_of + 1
    of = SCENARIO.having(
        contracts=[contract("Now", first, "Them"), contract("Later", first + 1, "Nobody")]
    )
    found = shocks(of, total("unserved_revenue_bn", first, 95), month=first)
    recalls = [card.name for card in found.cards if card.name.startswith("Recall")]
    assert recalls == ["Recall of Now"]
    names = counterparties(simulate(of), first)
    assert "Them" in names
    assert "Nobody" not in names
    assert all(value > 0 for value in names.values())
    assert math.isnan(hhi_of({}))
    assert math.isnan(hhi_of({"a": 0.0}))
    assert hhi_of({"a": 3.0, "b": 1.0}) == 6250.0


def test_that_concentration_at_the_end_is_that_of_the_last_month() -> None:
    found = outlook(SCENARIO, 4)
    rows = {name: value for name, _, value in risk_rows(found)}
    assert found.ensemble.risk is not None
    lines = found.ensemble.risk.concentration
    assert lines["capacity"][-1] != lines["capacity"][1]
    for layer, line in lines.items():
        assert rows[f"hhi_{layer}_at_end"] == line[-1]
        assert rows[f"effective_suppliers_{layer}_at_end"] == pytest.approx(10_000 / line[-1])


def test_that_a_number_of_one_month_may_be_a_sum() -> None:
    assert Kpi("capacity_eflops", "total", 3, 3).months == 4
    with pytest.raises(ValueError, match="last month 2: allowed are months from the first, 3"):
        Kpi("capacity_eflops", "total", 3, 2)


def test_that_as_many_groups_may_differ_as_are_allowed(monkeypatch) -> None:
    other = SCENARIO.having(pue=1.5, revenue_growth=1.5)  # of two groups
    monkeypatch.setattr(attributions, "MOST_GROUPS", 2)
    found = attribution(SCENARIO, other, at("economic_cost_bn", 40))
    assert len(found.parts) == 2
    assert sum(found.parts.values()) == pytest.approx(found.gap)
    monkeypatch.setattr(attributions, "MOST_GROUPS", 1)
    with pytest.raises(ValueError, match="2 groups differ; allowed are 1"):
        attribution(SCENARIO, other, KPI)


# Few worlds, and none


def test_that_one_world_alone_has_no_standard_error() -> None:
    other = SCENARIO.having(pue=1.5)
    for draws, known in ((1, False), (2, True)):
        found = outcomes([SCENARIO, other], draws)
        difference = found.difference("economic_cost", 0, 1)
        assert math.isfinite(difference.standard_error) == known
        assert math.isfinite(sources(SCENARIO, draws).standard_error) == known
        assert math.isfinite(RankCorrelation((), draws).noise) == known
    assert RankCorrelation((), 2).noise == 1.0
    assert RankCorrelation((), 5).noise == 0.5


def test_that_scenarios_are_held_against_each_other_by_seven_measures() -> None:
    found = outcomes([SCENARIO], 1, (30, 40))
    assert list(found.of) == [
        *("unserved_revenue", "economic_cost", "cash_cost", "idle_commitment"),
        *("npv_economic_cost", "npv_cash_cost", "shortfall"),
    ]
    without = SCENARIO.having(
        **{key: value for off in OFF.values() for key, value in off(SCENARIO).items()}
    )
    plain, alone = simulate(without), outcomes([without], 1, (30, 40)).of
    for measure in ("unserved_revenue", "economic_cost", "cash_cost", "idle_commitment"):
        assert alone[measure][0, 0] == pytest.approx(plain[f"{measure}_bn"][30:41].sum())
    for measure in ("npv_economic_cost", "npv_cash_cost"):
        line = plain[f"{measure}_bn"]
        assert alone[measure][0, 0] == pytest.approx(line[40] - line[29])


def test_that_luck_has_seven_sources_by_these_names() -> None:
    names = ["growth", "efficiency", "prices", "slips", "grid", "outages", "recalls"]
    found = sources(SCENARIO, 1)
    assert list(found.mean_parts) == list(found.cvar95_parts) == names


def test_that_the_chance_of_as_many_failing_worlds_is_the_binomial_s() -> None:
    assert at_least(1, 3, 0.5) == pytest.approx(7 / 8)
    assert at_least(3, 3, 0.5) == pytest.approx(1 / 8)
    assert at_least(2, 4, 0.25) == pytest.approx(1 - (81 + 4 * 27) / 256)
    assert (at_least(0, 3, 0.0), at_least(3, 3, 1.0), at_least(1, 3, 0.0)) == (1.0, 1.0, 0.0)


def test_that_eight_worlds_on_either_side_are_enough_to_tell() -> None:
    def found(low: int, high: int) -> bool:
        """Whether an input that is 0 in some worlds and 1 in others is told from the rest."""
        row = np.repeat([0.0, 1.0], [low, high])
        settled = settle_first(["a"], row[None], row > 0)
        if settled is not None:
            assert (settled.low, settled.high) == (0.0, 1.0)
        return settled is not None

    assert [found(30, 8), found(30, 7)] == [True, False]
    assert [found(8, 30), found(7, 30)] == [True, False]
    assert found(20, 20)


def test_that_two_inputs_which_tell_as_much_leave_the_first() -> None:
    row = np.tile([0.0, 1.0], 20)
    settled = settle_first(["first", "second"], np.stack([row, row]), row > 0)
    assert settled is not None
    assert settled.name == "first"


def test_that_an_answer_is_inside_with_its_ends_and_has_an_error_above_nought() -> None:
    record = Observed("it_power_gw", "2026-01", 1.0, 2.0, 4.0, "GW", "", "A")

    def answer(value: float | None) -> Answer:
        return Answer(record, value)

    assert [answer(v).inside for v in (0.99, 1.0, 4.0, 4.01, None)] == [
        *(False, True, True, False, None)
    ]
    assert [answer(v).log_error for v in (0.0, -1.0, 2.0)] == [None, None, 0.0]
    assert answer(2 * math.e).log_error == pytest.approx(1.0)
    assert answer(3.0).off == 0.5
    nought = Answer(Observed("it_power_gw", "2026-01", 0.0, 0.0, 4.0, "GW", "", "A"), 3.0)
    assert (nought.log_error, nought.off, nought.inside) == (None, None, True)


def test_that_a_plan_is_put_on_the_other_side_of_a_condition_and_not_onto_its_edge() -> None:
    elm = SCENARIO.having(sites=[Site("Elm", 1.0, 40, 6, 0.6)])
    for low, high, worlds, other in (
        (2.0, None, [1.0, 2.0, 3.0], 1.0),  # worlds at its edge are in it
        (None, 2.0, [1.0, 2.0, 3.0], 3.0),
        (2.0, 3.0, [1.5, 2.5, 3.5], 1.5),  # of as many on both sides those below
        (2.12, None, [2.1199], 2.1199),  # where three digits would be the edge itself
        (None, 2.12, [2.1201], 2.1201),
        (2.12, None, [2.1149], 2.11),
    ):
        found = other_side(elm, "revenue_growth", "", low, high, np.array(worlds))
        assert found == {"revenue_growth": pytest.approx(other, abs=1e-12)}
    rate = "recall_rate_per_year"
    months = np.array([0.0, 1.0])
    assert other_side(elm, rate, "gpu", 0.0, None, months) is None
    off = other_side(elm, rate, "gpu", 0.5, None, months)
    assert off is not None
    assert off[rate]["gpu"] == 0.0
    assert off[rate]["tpu"] == SCENARIO.recall_rate_per_year["tpu"]
    built = other_side(elm, "probability", "Elm", None, -1.0, months)  # as likely as not
    assert built is not None
    assert built["sites"][0].probability == 0.0


def test_that_what_is_built_or_not_is_said_so() -> None:
    assert str(Condition("Elm", "yes or no", None, 0.0)) == "Elm: no"
    assert str(Condition("Elm", "yes or no", 0.0, 0.0)) == "Elm: no"
    assert str(Condition("Elm", "yes or no", 1.0, None)) == "Elm: yes"


def test_that_as_many_worlds_as_are_kept_are_exact(monkeypatch) -> None:
    monkeypatch.setattr(ensembles, "EXACT_DRAWS", 8)
    column = ("capacity_eflops",)
    for draws, exact in ((8, True), (9, False)):
        assert (ensemble(SCENARIO, draws, column).exact) == exact
