"""The price of the hedge beside the mix of the least regret, on the same draws."""

from __future__ import annotations

import pytest

from engine import Scenario
from engine.analysis.hedge import hedge
from engine.analysis.kpi import total
from engine.analysis.mixes import LEAST, THIS, mixes_compared
from engine.analysis.regret import regret
from engine.worlds.risk import default_window

DRAWS = 48


def test_that_it_agrees_with_the_price_of_the_hedge():
    scenario = Scenario()
    found = {one.name: one for one in mixes_compared(scenario, DRAWS)}
    priced = hedge(scenario, DRAWS)
    assert list(found) == [THIS, *scenario.families]
    assert found[THIS].cost == pytest.approx(priced.mix.cost.mean)
    assert found[THIS].unserved_cvar95 == pytest.approx(priced.mix.unserved_revenue.cvar95)
    for family in scenario.families:
        assert -found[family].premium.mean == pytest.approx(priced.premium(family))
        assert found[family].unserved == pytest.approx(priced.single[family].unserved_revenue.mean)


def test_that_the_mix_of_least_regret_is_that_of_the_search():
    scenario = Scenario()
    kpi = total("unserved_revenue_bn", *default_window(scenario))
    *_, least = mixes_compared(scenario, DRAWS, kpi)
    found = regret(scenario, kpi, draws=DRAWS)
    assert least.name == LEAST
    assert list(least.mix.values()) == pytest.approx(found.shares[found.least_worst].tolist())
    assert sum(least.mix.values()) == pytest.approx(1)
