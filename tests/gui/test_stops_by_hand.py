"""Why a stop leaves more, of figures small enough to be worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine import Scenario
from engine.values import Event
from gui.run.stop_words import WhyItHelps, helping_words, why_it_helps

BEFORE = Scenario()  # of TPU, Trainium and GPU
AFTER = BEFORE.having(events=(Event("supply_stop", "gpu", 20, 6, 1.0),))


class Figures(dict):
    """As much of a run as is asked for, of one month."""

    def __init__(self, scenario, **values):
        power = {f"it_power_gw_{family}": [0.0] for family in scenario.families}
        capacity = {f"capacity_eflops_{family}": [0.0] for family in scenario.families}
        whole = {"capacity_eflops": [1000.0], "mature_capacity_eflops": [2000.0]}
        rest = {"it_power_gw": [4.0], "curtailment": [1.0]}
        super().__init__(
            **{**power, **capacity, **whole, **rest, **{k: [v] for k, v in values.items()}}
        )
        self.scenario = scenario


def why(before: dict, after: dict) -> WhyItHelps | None:
    return why_it_helps(Figures(BEFORE, **before), Figures(AFTER, **after), 0, 0)


# GPU gives up 2 GW; capacity rises by a tenth, and half of all chips can do goes on being done
LESS = {"capacity_eflops": 900.0, "mature_capacity_eflops": 1800.0, "it_power_gw_gpu": 2.0}


def test_that_others_who_take_no_more_than_was_left_do_more_with_it():
    taken = {"it_power_gw_tpu": 1.5, "capacity_eflops_tpu": 300.0}
    found = why(LESS, taken)
    assert found == WhyItHelps("better", ("gpu",), ("tpu",), 2.0, 1.5)


def test_that_all_that_was_left_is_no_more_than_was_left_and_a_sum_may_be_a_little_off():
    gained = {"capacity_eflops_tpu": 300.0}
    assert why(LESS, {"it_power_gw_tpu": 2.0, **gained}).kind == "better"
    assert why(LESS, {"it_power_gw_tpu": 2.0 * (1 + 1e-9), **gained}).kind == "better"
    assert why(LESS, {"it_power_gw_tpu": 2.0 * (1 + 3e-9), **gained}).kind == "instead"


def test_that_others_who_take_more_than_was_left_stand_in_its_place():
    taken = {"it_power_gw_tpu": 1.0, "it_power_gw_trainium": 1.5}
    found = why(LESS, {**taken, "capacity_eflops_tpu": 300.0})
    assert found == WhyItHelps("instead", ("gpu",), ("tpu", "trainium"), 2.0, 2.5)


def test_that_who_takes_a_thousandth_of_what_is_taken_is_not_named():
    taken = {"it_power_gw_tpu": 999.0, "capacity_eflops_tpu": 300.0}
    sized = {"it_power_gw": 0.0, **taken}
    assert why(LESS, {**sized, "it_power_gw_trainium": 1.0}).others == ("tpu",)
    assert why(LESS, {**sized, "it_power_gw_trainium": 1.1}).others == ("tpu", "trainium")


def test_that_others_who_gain_nothing_are_no_reason():
    taken = {"it_power_gw_tpu": 1.5}
    assert why(LESS, taken) is None
    assert why(LESS, {**taken, "capacity_eflops_tpu": 0.001}).kind == "better"


def test_that_what_is_written_as_no_power_is_no_reason():
    gained, small = {"capacity_eflops_tpu": 300.0}, {"it_power_gw": 1.0}
    assert why(LESS, {**gained, **small, "it_power_gw_tpu": 0.005}) is None
    assert why(LESS, {**gained, **small, "it_power_gw_tpu": 0.0051}).kind == "better"
    # and of a large fleet a thousandth is not
    large = {"it_power_gw": 8.0}
    assert why(LESS, {**gained, **large, "it_power_gw_tpu": 0.008}) is None
    assert why(LESS, {**gained, **large, "it_power_gw_tpu": 0.0081}).kind == "better"


def test_that_fewer_chips_held_back_come_before_more_of_them_brought_up():
    """The series is the share of the fleet that its power can run."""
    before = {**LESS, "curtailment": 0.8, "mature_capacity_eflops": 2000.0}
    assert why(before, {"curtailment": 0.9}).kind == "curtailed"
    # 900 of 2000 then, 1000 of 2000 now
    assert why(before, {"curtailment": 0.8}).kind == "brought_up"
    assert why(before, {"curtailment": 0.7}).kind == "brought_up"


def test_that_a_rounding_of_what_may_run_is_no_reason():
    before = {**LESS, "curtailment": 1 - 2**-53, "mature_capacity_eflops": 2000.0}
    assert why(before, {"curtailment": 1.0}).kind == "brought_up"
    assert why({**LESS, "curtailment": 1 - 2**-53}, {"curtailment": 1.0}) is None


def test_that_as_large_a_part_in_service_is_no_reason():
    assert why(LESS, {}) is None
    assert why({**LESS, "mature_capacity_eflops": 1801.0}, {}).kind == "brought_up"


def test_that_a_thousandth_more_is_not_worth_a_word():
    assert why({"capacity_eflops": 999.0}, {}) is None
    assert why({"capacity_eflops": 998.9}, {}).kind == "brought_up"


def test_that_where_nobody_in_particular_takes_all_others_are_named():
    found = why({**LESS, "curtailment": 0.8}, {"curtailment": 0.9})
    assert found.others == ("tpu", "trainium")
    assert found.freed_it_gw == 2.0


def test_that_another_month_of_another_run_is_looked_at():
    lines = {"capacity_eflops": [900.0, 5.0], "mature_capacity_eflops": [2000.0, 10.0]}
    before = Figures(BEFORE, **LESS)
    before.update(lines)
    after = Figures(AFTER)
    after.update({key: [7.0, *value] for key, value in after.items()})
    assert why_it_helps(before, after, 0, 1).kind == "brought_up"
    assert why_it_helps(before, after, 0, 0) is None  # 7 of 7 is no more than 900


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "better",
            "capacity rises because 1.50 GW of the 2.00 GW of IT power that GPU leaves goes to "
            "TPU, where each watt does more",
        ),
        (
            "instead",
            "capacity rises because 1.50 GW more of IT power goes to TPU where GPU has "
            "2.00 GW less",
        ),
        ("curtailed", "capacity rises because without GPU fewer chips are curtailed"),
        (
            "brought_up",
            "capacity rises because without GPU a larger part of the chips is in service",
        ),
    ],
)
def test_that_each_reason_has_its_words(kind, said):
    assert helping_words(WhyItHelps(kind, ("gpu",), ("tpu",), 2.0, 1.5)) == said


def test_that_several_families_are_all_named_and_no_power_is_less_than_none():
    found = WhyItHelps("instead", ("gpu",), ("tpu", "trainium"), -1.0, 1.5)
    assert helping_words(found) == (
        "capacity rises because 1.50 GW more of IT power goes to TPU and Trainium where GPU has "
        "0.00 GW less"
    )


def drawn(below: float, short: float | None, draws: int = 100):
    place = SimpleNamespace(p5=[0.0], p50=[0.0], p95=[0.0], below=[below], above=[1 - below])
    risk = None if short is None else SimpleNamespace(short=[short])
    start = SimpleNamespace(start="2026-01", families=())
    months = ("2026-01",)
    return SimpleNamespace(draws=draws, scenario=start, months=months, standings=place, risk=risk)


@pytest.fixture
def odds(monkeypatch):
    """The sentence about the odds, of worlds that are three numbers."""
    from gui.run import odds_sentence

    def worlds_of(ensemble, month):
        return {"capacity": SimpleNamespace(below=ensemble.standings.below[0])}

    monkeypatch.setattr(odds_sentence, "worlds_of", worlds_of)
    return lambda before, after: odds_sentence.odds_sentence(before, after, "2026-01")


def test_that_a_chance_that_moved_by_two_points_is_told_and_by_less_is_not(odds):
    stays = 0.5
    near, far = drawn(stays, 0.0), drawn(stays, 0.02)
    assert odds({64: near}, {64: far}) == "Chance of a shortfall 0% → 2%."
    assert odds({64: near}, {64: drawn(stays, 0.0199)}) == ""
    assert odds({64: far}, {64: near}) == "Chance of a shortfall 2% → 0%."


def test_that_the_place_alone_and_both_are_a_sentence_each(odds):
    before = {64: drawn(0.5, 0.1)}
    place = "The plan now stands above 9 of 10 worlds"
    assert odds(before, {64: drawn(0.9, 0.1)}) == f"{place}."
    assert odds(before, {64: drawn(0.9, 0.4)}) == f"{place}; chance of a shortfall 10% → 40%."
    assert odds(before, {64: drawn(0.9, None)}) == f"{place}."


def test_that_of_worlds_drawn_since_only_now_is_said(odds):
    before = {64: drawn(0.5, 0.1), 256: drawn(0.5, 0.2)}
    after = {64: drawn(0.5, 0.9), 256: drawn(0.7, 0.4), 1024: drawn(0.8, 0.3)}
    said = "The plan now stands above 8 of 10 worlds; chance of a shortfall now 30%."
    assert odds(before, after) == said
    assert odds(before, {64: after[64], 1024: after[1024]}) == ""
