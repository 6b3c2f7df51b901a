"""Bounds of the engine's small parts, at the last allowed value and one beyond."""

from __future__ import annotations

import hashlib
import math

import numpy as np
import pytest

from engine import Scenario
from engine.csv_out import cell
from engine.files.target import cut_to, fitting
from engine.problems import ScenarioError
from engine.run.scenario_arrays import Inputs
from engine.tables.catalogue import MOST_CHIPS, MOST_FAMILIES, read_catalogue
from engine.worlds.low_discrepancy import inverse_normal, shuffled, sobol


def test_a_name_of_255_bytes_is_whole_and_a_longer_one_is_cut_and_marked():
    assert fitting("a" * 251, ".bak") == "a" * 251 + ".bak"
    mark = "~" + hashlib.sha256(b"a" * 252).hexdigest()[:8] + ".bak"
    assert fitting("a" * 252, ".bak") == "a" * 242 + mark
    assert cut_to("a" * 10, 10) == "a" * 10
    assert cut_to("a" * 11, 10) == "a" * 10
    assert cut_to("ééé", 5) == "éé"  # two bytes each
    assert cut_to("ééé", 4) == "éé"


@pytest.mark.parametrize("probability", [0.0, 1.0, -0.1, 1.1, float("nan")])
def test_a_probability_at_an_end_or_beyond_has_no_deviate(probability):
    with pytest.raises(ValueError, match="allowed are numbers between 0 and 1"):
        inverse_normal(np.array([0.5, probability]))


def test_a_deviate_has_the_probability_it_was_made_of_down_to_the_far_tails():
    exponents = np.concatenate([np.linspace(-300, -13, 60), np.linspace(-13, np.log10(0.5), 120)])
    low = 10**exponents
    for probability, deviate in zip(low, inverse_normal(low), strict=True):
        assert math.erfc(-deviate / math.sqrt(2)) / 2 == pytest.approx(probability, rel=1e-11)
    high = np.array([0.5, 0.6, 0.8, 0.925, 0.99, 0.9999])
    assert inverse_normal(high) == pytest.approx(-inverse_normal(1 - high), rel=1e-9)


def test_the_last_point_of_the_sequence_can_be_had_and_no_further_one():
    last = np.array([2**32 - 1])
    assert 0 < sobol(np.arange(1), last, np.zeros(1))[0, 0] < 1
    assert shuffled(last, np.array([1], np.uint64)).shape == (1, 1)
    for number in (np.array([2**32]), np.array([-1]), np.array([1.0])):
        with pytest.raises(ValueError, match="allowed are whole numbers from 0 to 4294967295"):
            sobol(np.arange(1), number, np.zeros(1))
    with pytest.raises(ValueError, match=r"dimension .*: allowed are whole numbers from 0 to 31"):
        sobol(np.array([32]), last, np.zeros(1))


def test_inputs_that_agree_have_length_one_and_those_that_differ_one_for_each_scenario():
    first = Scenario()
    found = Inputs([first, first.having(wacc=0.05), first], months=7)
    assert found["wacc"].tolist() == [first.wacc, 0.05, first.wacc]
    assert found["availability"].tolist() == [first.availability]
    assert found.differing == {"wacc"}
    assert found.month.tolist() == [[0], [1], [2], [3], [4], [5], [6]]
    assert found.whole("life_months").tolist() == [first.life_months]
    free = Inputs([first.having(investment_budget_bn_per_year=None)])
    assert free["investment_budget_bn_per_year"].tolist() == [float("inf")]


def test_short_lists_of_anchors_are_padded_with_their_last():
    long, short = [[0, 1.0], [5, 2.0], [9, 4.0]], [[0, 8.0]]
    some = [Scenario().having(revenue_anchors=anchors) for anchors in (long, short)]
    months, levels = Inputs(some).anchors
    assert months.tolist() == [[0, 0], [5, 0], [9, 0]]
    np.testing.assert_allclose(np.exp(levels), [[1, 8], [2, 8], [4, 8]])


def test_a_cell_is_a_number_in_full_a_text_that_is_no_formula_or_empty():
    some = [0.1, 3, 1e-12, float("nan"), None, "TSMC", "=1+1", "-3"]
    assert [cell(each) for each in some] == ["0.1", "3", "1e-12", "", "", "TSMC", "'=1+1", "'-3"]


CHIP = {
    "family": "mine",
    "name": "one",
    "available": "2025-01",
    "tops": 1000,
    "it_watts": 900,
    "capex_usd": 9000,
    "rent_usd_per_hour": 2,
    "hbm_gb": 96,
    "hbm_tb_s": 3,
    "source": "",
    "grade": "C",
}


@pytest.mark.parametrize(("count", "allowed"), [(0, False), (1, True), (MOST_CHIPS, True)])
def test_a_catalogue_has_one_chip_at_least(count, allowed):
    chips = [CHIP | {"name": f"chip {i}"} for i in range(count)]
    if allowed:
        assert len(read_catalogue({"chips": chips}).chips) == count
    else:
        with pytest.raises(ScenarioError, match=r"0 rows.*allowed are 1 to"):
            read_catalogue({"chips": chips})


def test_a_catalogue_of_one_chip_too_many_is_refused():
    chips = [CHIP | {"name": f"chip {i}"} for i in range(MOST_CHIPS + 1)]
    with pytest.raises(
        ScenarioError, match=f"{MOST_CHIPS + 1} rows.*allowed are 1 to {MOST_CHIPS}"
    ):
        read_catalogue({"chips": chips})


@pytest.mark.parametrize("more", [0, 1])
def test_that_chips_are_of_as_many_families_as_there_may_be_and_no_more(more: int) -> None:
    count = MOST_FAMILIES + more
    chips = [CHIP | {"name": f"chip {i}", "family": f"f{i}"} for i in range(count)]
    made = {"chips": chips}
    if not more:
        assert len(read_catalogue(made).families) == MOST_FAMILIES
        return
    with pytest.raises(ScenarioError, match=f"{count} families.*allowed are {MOST_FAMILIES}"):
        read_catalogue(made)
