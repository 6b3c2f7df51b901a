"""A sweep's quantities, scales and filters, each against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.tables.scenario import PARAMETERS
from gui.sweeps.choice import typed, within
from gui.sweeps.quantities import SweptQuantity, measure_label, statistic_label
from gui.sweeps.scale import SweptScale


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("unserved_revenue", "Unserved revenue"),
        ("economic_cost", "Economic cost"),
        ("cash_cost", "Cash cost"),
        ("idle_commitment", "Idle commitment"),
        ("npv_economic_cost", "Economic cost, present value"),
        ("npv_cash_cost", "Cash cost, present value"),
        ("shortfall", "Chance of a shortfall"),
        ("my_own_measure", "my own measure"),
    ],
)
def test_that_a_measure_of_a_sweep_has_its_name(name, said):
    assert measure_label(name) == said


@pytest.mark.parametrize(
    ("statistic", "said"),
    [
        ("mean", "Mean over the draws"),
        ("p50", "Median over the draws"),
        ("p5", "5% of the draws are below"),
        ("p95", "5% of the draws are above"),
        ("worst5", "Mean of the worst twentieth"),
        ("plan", "Where nothing goes wrong"),
    ],
)
def test_that_a_statistic_has_its_name(statistic, said):
    assert statistic_label(statistic) == said


def swept(*values: float, unit="GW", words=(), label="Power") -> SweptQuantity:
    return SweptQuantity("power", label, unit, np.array(values, float), words)


def test_that_a_swept_value_has_no_digits_from_a_thousand_on():
    quantity = swept(1.0)
    assert quantity.heading == "Power [GW]"
    assert swept(1.0, unit="").heading == "Power"
    shown = {999.94: "999.9", 1000.0: "1,000", 1000.6: "1,001", -1000.6: "-1,001", 0.25: "0.25"}
    assert {value: quantity.text(value) for value in shown} == shown
    assert swept(1.0, unit="%").text(25.0) == "25%"
    chosen = swept(0, 1, words=("low", "high"))
    assert [chosen.text(value) for value in (-1, 0, 0.6, 1, 7)] == [
        "low",
        "low",
        "high",
        "high",
        "high",
    ]


def test_that_what_has_one_value_does_not_differ():
    nothing = float("nan")
    assert swept(2, nothing, 5).span == (2, 5)
    assert swept(nothing).span == (0, 0)
    assert (swept(2, 2).differs, swept(2, nothing).differs, swept(2, 3).differs) == (
        False,
        False,
        True,
    )


def test_that_each_sign_compares_as_it_reads():
    quantity = swept(1, 2, 3, float("nan"))
    numbers = (11, 12, 13, 14)

    def found(text: str) -> list[int]:
        return [n for n, so in zip(numbers, typed(text, numbers, [quantity]), strict=True) if so]

    chosen = {
        "power<2": [11],
        "power>2": [13],
        "power=2": [12],
        "power<=2": [11, 12],
        "power≤2": [11, 12],
        "power>=2": [12, 13],
        "power≥2": [12, 13],
        "pow>-1": [11, 12, 13],
        "other>2": [],
        "power>x": [],
        "12": [12],
        "12 power>2": [],
        "": [11, 12, 13, 14],
    }
    assert {text: found(text) for text in chosen} == chosen


def test_that_a_word_is_compared_with_words_by_equality_alone():
    quantity = swept(0, 1, 1, words=("Low", "High"))
    numbers = (1, 2, 3)
    assert typed("power=high", numbers, [quantity]).tolist() == [False, True, True]
    assert typed("power<high", numbers, [quantity]).tolist() == [False] * 3
    assert typed("hig", numbers, [quantity]).tolist() == [False, True, True]
    # exactly called so before what only has these letters
    other = SweptQuantity("x", "Power of all", "", np.array([5.0, 6.0, 7.0]))
    assert typed("power>5", numbers, [other, swept(9, 1, 9)]).tolist() == [True, False, True]


def test_that_what_stands_on_the_edge_of_a_brush_is_under_it():
    places = {"a": np.array([0.2, 0.5, 0.8, np.nan]), "b": np.array([0.0, 1.0, 0.0, 0.0])}
    assert within({"a": (0.2, 0.8)}, places, 4).tolist() == [True, True, True, False]
    assert within({"a": (0.2, 0.8), "b": (0, 0.5)}, places, 4).tolist() == [
        True,
        False,
        True,
        False,
    ]
    assert within({"c": (0, 0)}, places, 4).tolist() == [True] * 4


def test_that_a_scale_goes_from_its_lowest_to_its_highest():
    even = SweptScale(10, 30)
    assert even.places(np.array([10, 15, 30, np.nan]))[:3].tolist() == [0, 0.25, 1]
    assert [even.value(place) for place in (0, 0.25, 1)] == [10, 15, 30]
    factors = SweptScale(1, 100, log=True)
    assert factors.places(np.array([1, 10, 100])).tolist() == pytest.approx([0, 0.5, 1])
    assert [factors.value(place) for place in (0, 0.5, 1)] == pytest.approx([1, 10, 100])
    higher = SweptScale(2, 200, log=True)
    assert higher.places(np.array([2, 20, 200])).tolist() == pytest.approx([0, 0.5, 1])
    assert [higher.value(place) for place in (0, 0.5, 1)] == pytest.approx([2, 20, 200])
    one = SweptScale(5, 5)
    assert one.places(np.array([5.0, np.nan]))[0] == 0.5
    assert one.ticks(9) == [(0.5, 5)]


def test_that_a_scale_goes_by_factors_from_four_times_its_lowest_on():
    logged = next(row for row in PARAMETERS if row.scale == "log")

    def scale(*values: float) -> SweptScale:
        return SweptScale.of(SweptQuantity("x", "X", "", np.array(values), row=logged))

    assert scale(2, 8).log
    assert not scale(2, 7.99).log
    assert not scale(0, 8).log
    assert not SweptScale.of(swept(2, 80)).log
    assert (scale(2, 8).low, scale(2, 8).high) == (2, 8)


def test_that_few_values_are_each_written_and_many_are_round():
    own = np.array([10.0, 17.0, 30.0, 17.0, np.nan])
    assert [value for _, value in SweptScale(10, 30).ticks(3, own)] == [10, 17, 30]
    assert [value for _, value in SweptScale(10, 30).ticks(2, own)] == [20]
    seven, eight = np.arange(7.0), np.arange(8.0)
    assert len(SweptScale(0, 6).ticks(9, seven)) == 7
    assert [value for _, value in SweptScale(0, 7).ticks(5, eight)] == [0, 2, 4, 6]
    assert SweptScale(0, 10).ticks(6) == [(n / 5, 2 * n) for n in range(6)]
    assert [v for _, v in SweptScale(0, 4).ticks(5)] == [0, 1, 2, 3, 4]


def test_that_factors_are_written_as_many_as_fit():
    found = SweptScale(1, 100, log=True)
    assert [v for _, v in found.ticks(7)] == pytest.approx([1, 2, 5, 10, 20, 50, 100])
    assert [v for _, v in found.ticks(6)] == pytest.approx([1, 10, 100])
    assert [v for _, v in found.ticks(3)] == pytest.approx([1, 10, 100])
    assert [v for _, v in found.ticks(2)] == pytest.approx([1, 100])
    assert [v for _, v in SweptScale(0.3, 4, log=True).ticks(9)] == pytest.approx([0.5, 1, 2])
