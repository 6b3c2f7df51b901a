"""How far each assumption may plausibly be off: from a source, or else from its grade."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest

from engine import PARAMETERS, Scenario, csv_out
from engine.analysis.variants import Lever, levers
from engine.tables.parameter import Parameter
from engine.tables.plausible import check, plausible
from engine.tables.scenario import parameter
from engine.values import PerFamily

RANGED = [row for row in PARAMETERS if row.has_range]


def test_a_row_with_no_range_of_its_own_has_five_fifteen_or_thirty_percent_by_its_grade() -> None:
    assert parameter("intensity").grade == "C"
    assert plausible(parameter("intensity"), 36) == pytest.approx((25.2, 46.8))
    assert parameter("site_opex_usd_per_mw_year").grade == "B"
    expected = (255_000, 345_000)
    assert plausible(parameter("site_opex_usd_per_mw_year"), 300_000) == pytest.approx(expected)
    row = dataclasses.replace(parameter("intensity"), grade="A")
    assert plausible(row, 100) == pytest.approx((95, 105))


def test_a_range_from_the_grade_stays_within_the_bounds() -> None:
    # training share: 30% of 0.75 up is 0.975, and 0.95 is the most
    assert plausible(parameter("training_share_start"), 0.75) == pytest.approx((0.525, 0.95))
    assert plausible(parameter("watts_per_chip_growth"), 1.12) == pytest.approx((0.9, 1.456))


def test_a_whole_number_has_at_least_one_either_way() -> None:
    assert plausible(parameter("plan_ahead_months"), 3) == (2, 4)
    assert plausible(parameter("plan_ahead_months"), 1) == (0, 2)
    assert plausible(parameter("mix_from_month"), 9) == (8, 10)  # grade A: 5% would be none


def test_a_negative_value_has_its_low_end_below_it() -> None:
    row = dataclasses.replace(
        parameter("electricity_escalation"), plausible=None, plausible_source=""
    )
    assert plausible(row, -0.02) == pytest.approx((-0.026, -0.014))


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("algorithmic_efficiency", 2.2, 4.5),  # Ho et al.: 90% from 2 to 5
        ("life_months", 36, 84),
        ("wacc", 0.07, 0.14),
        ("facility_capex_usd_per_watt", 10, 15),
        ("peak_ratio", 1.2, 1.35),
        ("electricity_usd_per_kwh", 0.065, 0.09),
        ("cadence_months", 12, 24),
        ("recall_duration_months", 6, 12),
    ],
)
def test_a_range_that_a_source_gives_is_the_rows_own(key: str, low: float, high: float) -> None:
    row = parameter(key)
    assert plausible(row, float(row.default)) == (low, high)  # type: ignore[arg-type]
    assert row.plausible_source


def test_the_range_of_algorithmic_efficiency_is_that_of_its_source_as_a_lognormal() -> None:
    """From 90% between 2 and 5 to 80%: 1.2816 in place of 1.6449 standard deviations."""
    middle, spread = (2 * 5) ** 0.5, (5 / 2) ** 0.5
    low, high = plausible(parameter("algorithmic_efficiency"), 3)
    assert low == pytest.approx(middle / spread ** (1.2816 / 1.6449), rel=0.01)
    assert high == pytest.approx(middle * spread ** (1.2816 / 1.6449), rel=0.01)


def test_a_sourced_range_reaches_as_far_as_the_value_that_a_planner_sets() -> None:
    assert plausible(parameter("wacc"), 0.05) == (0.05, 0.14)
    assert plausible(parameter("wacc"), 0.2) == (0.07, 0.2)


def test_families_have_ranges_of_their_own() -> None:
    row = parameter("mfu_training")
    assert plausible(row, 0.4, "tpu") == (0.3, 0.5)
    assert plausible(row, 0.34, "gpu") == (0.24, 0.44)
    # a family that the row does not know: grade B of its value
    assert plausible(row, 0.2, "lpu") == pytest.approx((0.17, 0.23))


@pytest.mark.parametrize("row", RANGED, ids=lambda row: row.key)
def test_every_assumption_has_a_range_that_holds_its_default(row: Parameter) -> None:
    assert row.low is not None
    assert row.high is not None
    of = row.default.items() if isinstance(row.default, PerFamily) else [("", row.default)]
    for family, value in of:
        if value is None:
            continue
        low, high = plausible(row, value, family)  # type: ignore[arg-type]
        assert row.low <= low <= value <= high <= row.high  # type: ignore[operator]
        assert low < high


def test_what_says_how_it_is_computed_is_no_assumption() -> None:
    assert {row.key for row in PARAMETERS if not row.assumed} == {"horizon_months", "draws", "seed"}


def test_a_lever_that_is_set_to_nothing_has_no_range() -> None:
    unset = [lever for lever in levers(Scenario()) if lever.plausible(Scenario()) is None]
    assert unset == [Lever("later_compute_growth"), Lever("investment_budget_bn_per_year")]
    with_budget = Scenario().having(investment_budget_bn_per_year=10)
    found = Lever("investment_budget_bn_per_year").plausible(with_budget)
    assert found == pytest.approx((7, 13))


def test_describe_prints_each_range_and_where_it_is_from() -> None:
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(csv_out.parameters_csv()))}

    def printed(key: str) -> tuple[str, str, str]:
        row = rows[key]
        return row["plausible_low"], row["plausible_high"], row["plausible_source"]

    assert printed("algorithmic_efficiency")[:2] == ("2.2", "4.5")
    assert "Ho et al. 2024" in printed("algorithmic_efficiency")[2]
    assert printed("intensity") == ("25.2", "46.8", "grade C")
    assert printed("mfu_training")[0] == "tpu=0.3;trainium=0.24;gpu=0.24"
    assert printed("horizon_months") == printed("start") == ("", "", "")
    assert all(rows[row.key]["plausible_low"] for row in RANGED if row.default is not None)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"plausible": (0.2, 0.1), "plausible_source": "a paper"}, "none within the bounds"),
        ({"plausible": (0.1, 0.9), "plausible_source": "a paper"}, "none within the bounds"),
        ({"plausible": (0.1, 0.2)}, "has no source"),
        ({"plausible": {"tpu": (0.1, 0.2)}, "plausible_source": "a paper"}, "families too many"),
        ({"plausible": None, "plausible_source": "a paper"}, "not there"),
    ],
)
def test_a_slip_in_the_tables_ranges_ends_the_import(changes: dict[str, object], why: str) -> None:
    plain = {"plausible": None, "plausible_source": ""}
    row = dataclasses.replace(parameter("wacc"), **plain | changes)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=f"wacc: .*{why}"):
        check(row)
