"""What the shipped scenarios are judged by: outages matter, and luck leaves history alone."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.outcomes import outcomes
from engine.tables.catalogue import Chip
from engine.values import Event
from engine.worlds.ensemble import ensemble
from tests.engine.make_rank_reference import NAMES, scenario

YEARS_2027_TO_2030 = (24, 71)  # months since 2025-01
DRAWS = 1024


def unserved(of: Scenario) -> tuple[float, float]:
    """Revenue left unserved of 2027 to 2030, and its standard error [$bn]."""
    found = outcomes([of], DRAWS, YEARS_2027_TO_2030).of["unserved_revenue"][0]
    return float(found.mean()), float(found.std(ddof=1) / DRAWS**0.5)


def without_outages(of: Scenario) -> Scenario:
    return of.having(outage_rate_per_year=dict.fromkeys(of.families, 0))


def with_outages_alone(of: Scenario) -> Scenario:
    """No luck but that of suppliers; every site is built."""
    none = dict.fromkeys(of.families, 0)
    return of.having(
        sigma_growth=0,
        sigma_algorithmic=0,
        sigma_rebound=0,
        sigma_price=0,
        p_slip=none,
        p_grid=0,
        recall_rate_per_year=none,
        sites=[dataclasses.replace(site, probability=1.0) for site in of.sites],
    )


# Supply outages matter


def test_in_the_record_outages_alone_leave_billions_unserved_that_are_served_without() -> None:
    """The calibration has 0.4 and 7.1 $bn, from 100 draws of plain random numbers."""
    of = with_outages_alone(scenario("public_record_2026_11"))
    mean, error = unserved(of)
    none, _ = unserved(without_outages(of))
    assert none == pytest.approx(0.4, abs=0.05)
    assert mean == pytest.approx(7.1, abs=2)
    assert mean - none > 5 * error


def test_in_the_record_outages_add_to_all_other_luck() -> None:
    """The calibration has 285 without and 310 with them, of fewer kinds of other luck."""
    of = scenario("public_record_2026_11")
    runs = [without_outages(of), of]
    found = outcomes(runs, DRAWS, YEARS_2027_TO_2030).difference("unserved_revenue", 0, 1)
    assert found.before == pytest.approx(285, rel=0.1)
    assert found.after == pytest.approx(310, rel=0.1)
    assert found.mean > 5 * found.standard_error
    assert found.mean > 10


# Luck leaves history alone


@pytest.mark.parametrize("name", NAMES)
def test_demand_and_revenue_up_to_today_are_the_same_in_all_worlds(name: str) -> None:
    of = scenario(name)
    found = ensemble(of, 256, ["demand_eflops", "revenue_bn_per_year"], with_risk=False)
    for band in found.bands.values():
        np.testing.assert_array_equal(band.p5[: of.as_of + 1], band.p95[: of.as_of + 1])
        assert band.p95[of.as_of + 2] > band.p5[of.as_of + 2]


@pytest.mark.parametrize("name", NAMES)
def test_power_up_to_today_is_the_same_in_all_worlds(name: str) -> None:
    """A site that has begun is history: it is there, whatever chance it was given."""
    of = scenario(name)
    columns = ["power_limit_gw", "facility_power_gw", "it_power_gw"]
    for band in ensemble(of, 256, columns, with_risk=False).bands.values():
        np.testing.assert_allclose(band.p5[: of.as_of + 1], band.p95[: of.as_of + 1], rtol=1e-12)
        assert band.p95[of.as_of + 24] > band.p5[of.as_of + 24]


# A rent from cost


def tpu_v7(of: Scenario) -> tuple[Scenario, Chip]:
    """The scenario with one TPU alone to be had, from its first month on."""
    [chip] = [chip for chip in of.catalogue.chips if chip.name == "TPU v7 Ironwood"]
    return of, chip


def test_a_tpu_v7_from_cost_without_a_margin_rents_for_what_semianalysis_says() -> None:
    """1.21 USD an hour, 2026: what an hour costs a cloud that owns it.

    In a run all of whose chips are that TPU, rented from its first month on.
    """
    of, chip = tpu_v7(Scenario())
    others = [x for x in of.catalogue.chips if x.family != "tpu"]
    only = dataclasses.replace(chip, available="2025-01")
    catalogue = dataclasses.replace(of.catalogue, chips=(only, *others))
    none = dict.fromkeys(of.families, 0)
    of = of.having(
        catalogue=catalogue,
        horizon_months=12,
        as_of=0,
        rent_basis="cost",
        provider_margin=0,
        owned_share=none,
        initial_it_mw={**none, "tpu": 100},
        supply_chips_per_year=none,
        electricity_escalation=0,
    )
    found = simulate(of)
    chips = 100e6 / chip.it_watts
    an_hour = found["rent_bn"][0] * 1e9 / (chips * 730.5)
    assert an_hour == pytest.approx(1.21, rel=0.1)


# A supplier who is gone

FAMILIES = ("tpu", "trainium", "gpu")


def gone(of: Scenario, family: str) -> Scenario:
    first = of.as_of + 1
    stop = Event("supply_stop", family, first, of.horizon_months - first, 1.0, "gone")
    return of.having(events=(*of.events, stop))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_supplier_that_stops_for_good_never_helps_where_power_is_no_limit(
    name: str, family: str
) -> None:
    """What the loss of a supplier can give is the power that its chips would have taken."""
    of = scenario(name).having(power_start_gw=10, power_budget_gw=30)
    plain, lost = simulate(of), simulate(gone(of, family))
    assert (plain["binding"] != 3).all()  # power
    assert (lost["served_eflops"] <= plain["served_eflops"] * (1 + 1e-9)).all()
