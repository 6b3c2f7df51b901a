"""What would have to be settled first: the input that the answer hangs on, and none by chance."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.calendar import calendar
from engine.analysis.kpi import over_draws, total
from engine.analysis.settle import settle_first
from engine.analysis.waiting import Target
from engine.tables.scenario import Scenario, parameter

NAMES = ("growth", "delay", "outages")


def worlds(count: int = 400) -> np.ndarray:
    chance = np.random.default_rng(3)
    return np.stack(
        [chance.normal(size=count), chance.random(count), chance.integers(0, 3, count) * 1.0]
    )


def test_the_input_that_alone_decides_is_found_with_its_two_chances() -> None:
    inputs = worlds()
    found = settle_first(NAMES, inputs, inputs[1] < np.median(inputs[1]))
    assert found is not None
    assert (found.name, found.low, found.high) == ("delay", pytest.approx(1, abs=0.01), 0)


def test_the_stronger_of_two_is_the_one() -> None:
    inputs = worlds()
    found = settle_first(NAMES, inputs, 3 * inputs[0] + inputs[1] > 0)
    assert found is not None
    assert found.name == "growth"
    assert found.high > found.low


def test_where_nothing_tells_the_worlds_apart_there_is_none() -> None:
    inputs = worlds()
    assert settle_first(NAMES, inputs, np.ones(400, bool)) is None
    assert settle_first(NAMES, inputs, np.zeros(400, bool)) is None
    luck = np.random.default_rng(8).random(400) < 0.5
    assert settle_first(NAMES, inputs, luck) is None
    assert settle_first(NAMES, np.ones((3, 400)), luck) is None


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"inputs has shape \(3, 400\) for 2 names"):
        settle_first(NAMES[:2], worlds(), np.ones(400, bool))


def test_that_growth_decides_whether_revenue_goes_unserved_in_the_calendar() -> None:
    of = Scenario().having(
        power_ready_month=30, sigma_growth=0.5, sigma_algorithmic=0, sigma_rebound=0
    )
    kpi = total("unserved_revenue_bn", of.as_of + 1, of.horizon_months - 1)
    middle = float(np.median(over_draws([of], kpi, 128)))
    decisions = list(calendar(of, Target(kpi, "at most", middle), 0.5, months=2, draws=128))
    assert decisions
    for one in decisions:
        assert one.settle is not None
        assert one.settle.key == "revenue_growth"
        assert one.settle.name == parameter("revenue_growth").label_text
        assert one.settle.low > one.settle.high
