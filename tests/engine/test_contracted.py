"""What contracts have promised, as a stock: counted by hand."""

from __future__ import annotations

import numpy as np

from engine import Scenario
from engine.analysis.contracted import contracted
from engine.values import Contract


def test_that_contracts_add_up_by_family_and_leave_after_their_life() -> None:
    scenario = Scenario().having(
        life_months=24,
        contracts=(
            Contract("A", "tpu", 10, 5, 1.0, 0.6, 1.0),
            Contract("B", "gpu", 12, 1, 0.5, 0.0, 1.0),
        ),
    )
    found = contracted(scenario)
    tpu, gpu = (list(scenario.families).index(family) for family in ("tpu", "gpu"))
    assert found.it_gw.shape == (scenario.horizon_months, len(scenario.families))
    assert np.allclose(found.it_gw[9:15, tpu], [0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert np.allclose(found.it_gw[33:39, tpu], [1.0, 0.8, 0.6, 0.4, 0.2, 0.0])
    assert np.allclose(found.it_gw[11:13, gpu], [0, 0.5])
    assert np.allclose(found.it_gw[35:37, gpu], [0.5, 0])
    assert np.allclose(found.firm[:, tpu], 0.6 * found.it_gw[:, tpu])
    assert not found.firm[:, gpu].any()


def test_that_a_plan_without_contracts_has_been_promised_nothing() -> None:
    assert not contracted(Scenario()).it_gw.any()
    assert not contracted(Scenario()).firm.any()


def test_that_a_life_beyond_the_horizon_lets_nothing_go() -> None:
    scenario = Scenario().having(
        life_months=120, contracts=(Contract("A", "tpu", 0, 2, 1.0, 1.0, 1.0),)
    )
    found = contracted(scenario).it_gw
    assert found[-1].sum() == found[1].sum() == 1.0
