"""What is made of the draws, one world and one month after the other; and who makes the chips."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.world import world
from engine.worlds import exposure, random_draws, risk
from tests.engine.worlds import FAMILIES

SCENARIO = Scenario()


def test_luck_is_made_of_the_draws_by_the_formulas_of_the_model():
    s = SCENARIO.having(
        rho=0.3,
        p_slip={"tpu": 0.2, "trainium": 0.5, "gpu": 0.9},
        p_grid=0.4,
        slip_min=1,
        slip_max=5,
    )
    drawn = random_draws.chance(3, FAMILIES, 96, 0, 50)
    found = random_draws.luck([s], drawn)
    for i in range(50):
        assert found.log_growth[0, i] == pytest.approx(s.sigma_growth * drawn.growth[i])
        efficiency = s.sigma_algorithmic * drawn.efficiency[i]
        assert found.log_efficiency[0, i] == pytest.approx(efficiency)
        late = s.grid_min + (s.grid_max - s.grid_min) * drawn.grid_size[i]
        delay = late if drawn.grid_chance[i] < 0.4 else 0
        assert found.grid_delay[0, i] == pytest.approx(delay)
        for f, family in enumerate(FAMILIES):
            both = math.sqrt(0.3) * drawn.price[i] + math.sqrt(0.7) * drawn.family_price[f, 0, i]
            assert found.log_price[f, 0, i] == pytest.approx(s.sigma_price * both)
            slips = drawn.slip_chance[f, 0, i] < s.p_slip[family]
            slip = 1 + 4 * drawn.slip_size[f, 0, i] if slips else 0
            assert found.slip[f, 0, i] == pytest.approx(slip)


def test_outages_and_recalls_leave_what_their_severities_say_month_by_month():
    s = SCENARIO.having(
        as_of=4,
        beta=0.25,
        outage_rate_per_year={"tpu": 1.2, "trainium": 0.6, "gpu": 0.9},
        outage_mean_duration_months=4,
        outage_severity={"tpu": 0.5, "trainium": 0.25, "gpu": 1},
        common_severity=0.4,
        recall_rate_per_year={"tpu": 0.9, "trainium": 0.4, "gpu": 0.5},
        recall_duration_months=3,
        recall_severity=0.6,
    )
    months, draws = 30, 12
    drawn = random_draws.chance(9, FAMILIES, 96, 0, draws)
    found = random_draws.luck([s], drawn)
    seen = set()
    for i, (f, family) in itertools.product(range(draws), enumerate(FAMILIES)):
        own = common = False
        last_recall = -99
        fails = 1 - math.exp(-s.outage_rate_per_year[family] * 0.75 / 12)
        together = 1 - math.exp(-0.9 * 0.25 / 12)  # of the mean of 1.2, 0.6 and 0.9 a year
        recall = 1 - math.exp(-s.recall_rate_per_year[family] / 12)
        for month in range(months):
            if month > 4:
                own = drawn.own[month, f, 0, i] < (0.75 if own else fails)
                common = drawn.common[month, 0, 0, i] < (0.75 if common else together)
                if drawn.recall[month, f, 0, i] < recall:
                    last_recall = month
            kept = (1 - s.outage_severity[family] * own) * (1 - 0.4 * common)
            assert found.supply_kept[month, f, 0, i] == pytest.approx(kept)
            in_reach = 1 - 0.6 * (month - last_recall < 3)
            assert found.base_kept[month, f, 0, i] == pytest.approx(in_reach)
            seen |= {("own", own), ("common", common), ("recall", in_reach < 1)}
    assert len(seen) == 6


def test_a_world_is_named_by_its_number_whichever_stretch_it_was_drawn_in():
    drawn = random_draws.chance(SCENARIO.seed, FAMILIES, 96, 0, 20)
    for draw in (0, 7, 8, 9, 19):
        there = world(SCENARIO, draw)
        growth = SCENARIO.revenue_growth * math.exp(SCENARIO.sigma_growth * drawn.growth[draw])
        assert there.revenue_growth == pytest.approx(growth)


def test_each_foundry_has_the_share_of_each_family_that_it_makes(monkeypatch):
    made = {"tpu": {"TSMC": 0.7, "Samsung": 0.3}, "gpu": {"TSMC": 1.0}}
    monkeypatch.setattr(exposure, "FOUNDRY_OF_KNOWN", made)
    monkeypatch.setattr(exposure, "FOUNDRY_OF_OTHERS", {"Intel": 1.0})
    found = exposure.foundry_exposure(("gpu", "tpu", "mine"))
    assert found == {
        "TSMC": (1.0, 0.7, 0.0),
        "Samsung": (0.0, 0.3, 0.0),
        "Intel": (0.0, 0.0, 1.0),
    }
    # 50, 40 and 10 of capacity: TSMC 78, Samsung 12, Intel 10
    split = risk._by_foundry(np, np.array([[50.0, 40.0, 10.0]]), found)
    assert split[0].tolist() == pytest.approx([78, 12, 10])
    assert risk.hhi(np, split)[0] == pytest.approx(78**2 + 12**2 + 10**2)


def test_all_known_chips_and_those_of_the_users_own_are_taken_to_come_from_one_foundry():
    found = exposure.foundry_exposure(("tpu", "trainium", "gpu", "mine"))
    assert found == {"TSMC": (1.0, 1.0, 1.0, 1.0)}
