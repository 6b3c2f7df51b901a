"""When the worst worlds come about: the worst share, told apart, and the other side of that."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.failing import failing, other_side
from engine.analysis.kpi import at, over_draws, total
from engine.analysis.prim import Box
from engine.analysis.telling import at_least, telling
from engine.analysis.uncertain import settings_of_inputs, uncertain_inputs
from engine.analysis.variants import changed
from engine.files.scenario_files import load
from engine.tables.catalogue import family_label
from engine.values import Site
from engine.worlds.risk import default_window

SCENARIOS = Path(__file__).parents[2] / "resources" / "scenarios"
DRAWS = 256


def loss(scenario: Scenario):
    return total("unserved_revenue_bn", *default_window(scenario))


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.headroom")), ids=lambda p: p.stem)
def test_that_every_uncertain_input_has_a_setting_in_the_same_place(path):
    scenario = load(path).scenario
    names, _, values = uncertain_inputs(scenario, 8, 40)
    settings = settings_of_inputs(scenario)
    assert len(settings) == len(names) == len(values)
    for name, (_, of) in zip(names, settings, strict=True):
        assert (family_label(of) if of in scenario.families else of) in name
        assert not re.search(r"[a-z]_[a-z]|\b(tpu|trainium|gpu)\b", name)


def test_that_the_worst_share_of_the_worlds_fails():
    scenario = Scenario()
    found = failing(scenario, loss(scenario), 0.1, DRAWS)
    lost = over_draws([scenario], loss(scenario), DRAWS)[0]
    assert (lost > found.threshold).mean() == found.failing
    assert found.failing == pytest.approx(0.1, abs=1 / DRAWS)
    low = failing(scenario, at("capacity_eflops", 60), 0.1, DRAWS, high_is_bad=False)
    capacity = over_draws([scenario], at("capacity_eflops", 60), DRAWS)[0]
    assert (capacity < low.threshold).mean() == low.failing


def test_that_the_other_side_of_a_condition_makes_the_loss_smaller():
    scenario = Scenario()
    found = failing(scenario, loss(scenario), 0.1, DRAWS)
    growth = next(one for one in found.conditions if one.key == "revenue_growth")
    assert growth.low is not None
    assert growth.changes is not None
    other = changed(scenario, **growth.changes)
    assert other.revenue_growth < growth.low
    before, after = over_draws([scenario, other], loss(scenario), DRAWS)
    assert after.mean() < before.mean()


def test_that_chance_alone_is_switched_off_and_a_site_is_built():
    scenario = changed(Scenario(), sites=(Site("Elm", 1.0, 40, 6, 0.6),))
    months = np.array([0.0, 1.0, 2.0])
    off = other_side(scenario, "outage_rate_per_year", "tpu", 1.0, None, months)
    assert off is not None
    assert off["outage_rate_per_year"]["tpu"] == 0
    assert other_side(scenario, "outage_rate_per_year", "tpu", None, 1.0, months) is None
    built = other_side(scenario, "probability", "Elm", None, 0.0, np.array([0.0, 1.0, 1.0]))
    assert built == {"sites": (Site("Elm", 1.0, 40, 6, 1.0),)}
    late = other_side(scenario, "delay_months", "Elm", 5.0, None, np.array([0.0, 2.0, 9.0]))
    assert late == {"sites": (Site("Elm", 1.0, 40, 6, 0.6, delay_months=1.0),)}


def test_that_where_no_world_lies_on_the_other_side_there_is_no_change():
    assert other_side(Scenario(), "rebound", "", 0.1, None, np.array([0.2, 0.3])) is None


def test_that_nothing_fails_where_all_worlds_are_alike():
    scenario = Scenario()
    found = failing(scenario, at("unserved_revenue_bn", 0), 0.5, 16)
    assert found.failing == 0
    assert found.conditions == ()


def test_that_the_other_side_is_offered_only_where_it_makes_the_number_better():
    for path in sorted(SCENARIOS.glob("*.headroom")):
        scenario = load(path).scenario
        kpi = loss(scenario)
        before = over_draws([scenario], kpi, 64)[0].mean()
        for when in failing(scenario, kpi, 0.1, 64).conditions:
            if when.changes is not None:
                other = changed(scenario, **when.changes)
                assert over_draws([scenario, other], kpi, 64)[1].mean() < before


def test_that_a_value_to_be_tried_has_few_digits_and_is_on_the_other_side():
    values = np.array([1.0, 2.123456, 3.0, 9.0])
    found = other_side(Scenario(), "revenue_growth", "", 3.5, None, values)
    assert found == {"revenue_growth": 2.12}
    near = other_side(Scenario(), "revenue_growth", "", 2.1234, None, np.array([2.12335, 3.0]))
    assert near == {"revenue_growth": pytest.approx(2.12)}


def test_that_a_side_that_chance_explains_is_no_condition():
    """Every second of 16 worlds is above a half; of the other input nothing follows."""
    matters, does_not = np.tile([0.0, 1.0], 8), np.linspace(0.0, 1.0, 16)
    inputs, fails = np.array([matters, does_not]), matters > 0.5
    box = Box.open(2).having(0, 0, 1.0).having(1, 1, 0.8)
    kept = telling(box, inputs, fails)
    assert kept.limits == [(0, 0)]
    assert telling(kept, inputs, np.tile([True, False, False, True], 4)).limits == []


def test_that_the_other_sides_are_moved_once_one_is_gone():
    """Growth tells from 60 on; the box has it from 30 on and leaves the rest to chance."""
    growth, noise = np.arange(100.0), np.arange(100.0) * 37 % 100
    fails = (growth >= 60) & (noise != 3)
    box = Box.open(2).having(0, 0, 30.0).having(1, 1, 97.0)
    kept = telling(box, np.array([growth, noise]), fails)
    assert kept.limits == [(0, 0)]
    assert kept.low[0] == 60


def test_that_the_chance_of_so_many_is_the_binomial_one():
    assert at_least(2, 3, 0.5) == pytest.approx(0.5)
    assert at_least(3, 3, 0.1) == pytest.approx(1e-3)
    assert (at_least(0, 3, 0.1), at_least(1, 3, 0.0), at_least(3, 3, 1.0)) == (1.0, 0.0, 1.0)


def test_that_chip_prices_are_no_condition_of_unserved_revenue():
    """Without a budget they move none of it, however well they fit a few dozen worlds."""
    for path in sorted(SCENARIOS.glob("*.headroom")):
        scenario = load(path).scenario
        if scenario.investment_budget_bn_per_year is not None:
            continue
        for share in (0.05, 0.1, 0.25):
            found = failing(scenario, loss(scenario), share, DRAWS)
            assert not {one.key for one in found.conditions} & {"chip_price_factor"}
