"""What knowing an assumption is worth: by hand, and against a plain search of every case."""

from __future__ import annotations

import numpy as np
import pytest

from engine import simulate
from engine.analysis.information import (
    LOSS,
    contract_options,
    mix_options,
    of_losses,
    value_of_information,
)
from engine.analysis.variants import Lever
from engine.worlds.ensemble import Cancelled
from tests.engine.make_rank_reference import scenario

LEVER = Lever("power_budget_gw")


def test_that_knowing_is_worth_what_the_better_choice_saves() -> None:
    """Option 1 costs 10 everywhere, option 2 costs 4 or 20: at the low point 6 are saved."""
    known = of_losses(LEVER, np.array([[10.0, 4.0], [10.0, 11.0], [10.0, 20.0]]))
    assert known.blind == 0
    assert known.chosen == (1, 0, 0)
    assert known.worth == pytest.approx(0.3 * 6)


def test_that_nothing_is_worth_knowing_that_changes_no_decision() -> None:
    known = of_losses(LEVER, np.array([[1.0, 2.0], [5.0, 9.0], [7.0, 8.0]]))
    assert (known.worth, known.blind, known.chosen) == (0.0, 0, (0, 0, 0))


def test_that_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="3 points"):
        of_losses(LEVER, np.zeros((2, 2)))


def test_that_it_is_what_a_plain_search_of_every_case_finds() -> None:
    of = scenario("one_supplier_gpu")
    options = mix_options(of, steps=2)
    levers = [Lever("power_budget_gw"), Lever("revenue_growth"), Lever("mfu_training", "tpu")]
    first = of.as_of + 1

    def loss(case: object) -> float:
        result = simulate(case)  # type: ignore[arg-type]
        return sum(float(result[key][first:].sum()) for key in LOSS)

    found = {known.lever: known for known in value_of_information(of, options, levers)}
    for lever in levers:
        low, high = lever.plausible(of)  # type: ignore[misc]
        points = [low, lever.value(of), high]
        table = [[loss(lever.moved(o, p)) for o in options.scenarios] for p in points]
        weights = (0.3, 0.4, 0.3)
        means = [
            sum(w * row[i] for w, row in zip(weights, table, strict=True))
            for i in range(len(options.scenarios))
        ]
        knowing = sum(w * min(row) for w, row in zip(weights, table, strict=True))
        assert found[lever].worth == pytest.approx(min(means) - knowing, abs=1e-6)
        assert found[lever].blind == means.index(min(means))


def test_that_the_most_worth_knowing_stands_first_and_each_is_told() -> None:
    of = scenario("article_2025_10")
    told = []
    found = value_of_information(of, mix_options(of, steps=2), told=told.append)
    worths = [known.worth for known in found]
    assert worths == sorted(worths, reverse=True)
    assert min(worths) >= 0
    assert len(told) == len(found)
    assert Lever("mix", "tpu") not in {known.lever for known in found}


def test_that_it_stops_when_nobody_waits() -> None:
    of = scenario("article_2025_10")
    with pytest.raises(Cancelled):
        value_of_information(of, mix_options(of, steps=1), progress=lambda _: False)


def test_that_the_decision_on_contracts_is_to_do_without_each() -> None:
    of = scenario("public_record_2026_11")
    options = contract_options(of)
    assert len(options.names) == 1 + len(of.contracts)
    assert len(options.scenarios[1].contracts) == len(of.contracts) - 1
    assert contract_options(of.having(contracts=[])).names == ("all",)
