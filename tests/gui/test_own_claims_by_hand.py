"""A user's own claims beside results worked by hand: what is judged, said, and marked where."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import Result, Scenario
from engine.tables.own import OwnClaim
from gui.charts.chart_spec import ChartSpec, Curve, Layer
from gui.charts.observed import Beside
from gui.charts.own_marks import own_judged, own_marks
from tests.gui.made_results import made

START = "2026-01"
RISING = [100.0 * (month + 1) for month in range(12)]
SPEC = ChartSpec("k", "T", "u", ",.1f", 2026 + np.arange(12) / 12)


def claim(**values) -> OwnClaim:
    given = {
        "detail": "It has\nso much.",
        "who": "A colleague",
        "said": "2026-05",
        "series": "capacity_eflops",
        "month": "2026-03",
        "low": 200.0,
        "high": None,
        "source": "A note",
    }
    return OwnClaim(**{**given, **values})


def result(*claims: OwnClaim, **columns) -> Result:
    scenario = Scenario(start=START, horizon_months=12).having(own_claims=list(claims))
    return made(scenario, **{"capacity_eflops": RISING, **columns})


@pytest.mark.parametrize(
    ("values", "holds", "bound"),
    [
        ({"low": 300.0}, True, 300),  # of March, to the last digit
        ({"low": 300.1}, False, 300.1),
        ({"low": None, "high": 300.0}, True, 300),
        ({"low": None, "high": 299.9}, False, 299.9),
        ({"low": 299.0, "high": 301.0}, True, 299),
        ({"low": 301.0, "high": 400.0}, False, 301),
        ({"low": 600.0, "series": "capacity_eflops@to_date"}, True, 600),  # 100, 200, 300
        ({"low": 600.1, "series": "capacity_eflops@to_date"}, False, 600.1),
    ],
)
def test_that_a_claim_holds_within_its_bounds_in_its_month_or_up_to_it(values, holds, bound):
    [judged] = own_judged(result(claim(**values)))
    assert (judged.place, judged.holds, judged.bound) == (2, holds, bound)


def test_that_claims_of_other_months_or_of_what_there_is_not_are_not_judged():
    judged = own_judged(
        result(
            *(claim(month=month) for month in ("2025-12", "2026-01", "2026-12", "2027-01")),
            claim(series="chips_alive_abacus"),
        )
    )
    assert [each.place for each in judged] == [0, 11]


def test_that_a_run_is_judged_once():
    one = result(claim())
    assert own_judged(one) is own_judged(one)
    assert own_judged(result(claim())) is not own_judged(one)


def test_that_a_claim_says_its_verdict_beside_its_mark_and_in_full():
    [met] = own_judged(result(claim()))
    assert met.mark == "✓ It has so much.: met"
    assert met.words == (
        "A colleague claims for Mar 2026: It has so much. The plan: met. Source: A note."
    )
    [missed] = own_judged(result(claim(low=999.0, source="")))
    assert missed.mark == "✗ It has so much.: missed"
    assert missed.words.endswith("The plan: missed. Source: none.")
    [long] = own_judged(result(claim(detail="x" * 33)))
    assert long.mark == "✓ " + "x" * 16 + "…" + "x" * 15 + ": met"


def marked(series: str, beside: Beside, spec: ChartSpec = SPEC, shown: float = 1.0) -> list:
    families = {"chips_alive": {"tpu": 5.0, "gpu": 7.0}}
    found = result(claim(series=series, low=4.0), families=families)
    return [(mark.place, mark.value, mark.met) for mark in own_marks([beside], found, spec, shown)]


def test_that_a_mark_stands_at_its_bound_in_the_shown_unit_on_its_line():
    assert marked("capacity_eflops", Beside("capacity_eflops")) == [(2, 4.0, True)]
    assert marked("capacity_eflops", Beside("capacity_eflops", 0.5), shown=10.0) == [
        (2, 20.0, True)
    ]
    assert marked("capacity_eflops", Beside("demand_eflops")) == []
    assert marked("capacity_eflops", Beside("capacity_eflops@to_date")) == []
    assert marked("capacity_eflops@to_date", Beside("capacity_eflops")) == []
    to_date = Beside("capacity_eflops@to_date")
    assert marked("capacity_eflops@to_date", to_date) == [(2, 4.0, True)]


def test_that_a_family_s_mark_stands_on_the_ground_of_its_layer():
    ones = np.arange(12.0)
    layers = (Layer("TPU", "tpu", ones * 0, ones), Layer("GPU", "gpu", ones, ones + 7))
    spec = replace(SPEC, layers=layers)
    chips = Beside("chips_alive", 2.0)
    assert marked("chips_alive_gpu", chips, spec) == [(2, 2 + 8.0, True)]
    assert marked("chips_alive_tpu", chips, spec) == [(2, 8.0, True)]
    assert marked("chips_alive_trainium", chips, spec) == []
    assert marked("chips_alive_gpu", chips, SPEC) == []
    both = result(claim(series="chips_alive_gpu"), claim())
    lines = replace(spec, curves=(Curve("c", "capacity", ones),))
    asked = [Beside("chips_alive"), Beside("capacity_eflops")]
    found = own_marks(asked, both, lines, 1.0)
    assert [mark.value for mark in found] == [202.0, 200.0]
    assert own_marks(asked, result(), lines, 1.0) == ()
