"""Why the engine refuses a value, in the words of the window."""

from __future__ import annotations

import pytest

from engine import Scenario, ScenarioError
from gui.levers.refusals import in_words
from gui.words import units
from gui.words.units import Units


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"power_budget_gw": 31.0},
            "Facility power when ready = 31000: allowed is a number from 100 to 30000 MW facility",
        ),
        (
            {"investment_budget_bn_per_year": -1},
            "Investment budget = -0.92: allowed is a number from 0.92 to 276 €bn/year, or none",
        ),
        (
            {"slip_min": 5.0, "slip_max": 1.0},
            "Shortest slip = 5.0: must not be above Longest slip = 1",
        ),
    ],
)
def test_that_a_refusal_of_the_engine_names_labels_and_shown_units(change, why) -> None:
    units.install(Units("MW", "EUR", 0.92))
    with pytest.raises(ScenarioError) as refusal:
        Scenario().having(**change)
    assert in_words(refusal.value, "2025-01") == why


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"power_ready_month": 130.0},
            "Power ready = Nov 2035: allowed is a month from Feb 2025 to Jan 2035",
        ),
        (
            {"power_ready_month": 1e300},
            "Power ready = 1e+300: allowed is a month from Feb 2025 to Jan 2035",
        ),
        (
            {"mix_month": 1.5},
            "Target mix reached = 1.5: allowed is a month from Jan 2025 to Jan 2035",
        ),
    ],
)
def test_that_a_refused_month_and_its_limits_are_dates(change, why) -> None:
    with pytest.raises(ScenarioError) as refusal:
        Scenario().having(**change)
    assert in_words(refusal.value, "2025-01") == why


def test_that_a_refused_month_of_an_entry_is_a_date_as_well() -> None:
    event = {"kind": "supply_stop", "start_month": 700, "duration_months": 3, "severity": 0.5}
    with pytest.raises(ScenarioError) as refusal:
        Scenario().having(events=[event])
    assert in_words(refusal.value, "2025-01").endswith(
        "= May 2083: allowed is a month from Jan 2025 to Jan 2075"
    )
