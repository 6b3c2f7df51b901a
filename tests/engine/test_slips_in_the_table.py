"""A slip in the table of parameters is told where it is imported, and values that just may be."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from engine import Scenario, ScenarioError
from engine.tables.parameter import Parameter, month_number, month_text, number, per_family

GOOD = {
    "unit": "GW",
    "label": "Power",
    "help": "What there is.",
    "source": "Somebody",
    "grade": "B",
    "low": 0.0,
    "high": 2.0,
}
SHARES = {"tpu": 0.5, "gpu": 0.5}


def row(default: float = 1.0, **changes: Any) -> Parameter:
    made = dataclasses.make_dataclass("T", [("power", float, number(default, **GOOD | changes))])
    return Parameter.of(dataclasses.fields(made)[0], "Power")


def of_families(**changes: Any) -> Parameter:
    declared = per_family(SHARES, **GOOD | changes)
    made = dataclasses.make_dataclass("T", [("shares", dict, declared)])
    return Parameter.of(dataclasses.fields(made)[0], "Power")


def test_that_a_row_has_what_is_declared() -> None:
    found = row()
    assert (found.key, found.group, found.default, found.kind) == ("power", "Power", 1.0, "number")
    assert (found.step, found.scale, found.role, found.whole) == (
        1.0,
        "linear",
        "assumption",
        False,
    )
    assert (found.low, found.high, found.unit) == (0.0, 2.0, "GW")
    assert dict(of_families().default) == SHARES


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"unit": ""}, "power: a text or the grade is missing"),
        ({"help": ""}, "power: a text or the grade is missing"),
        ({"grade": "D"}, "power: a text or the grade is missing"),
        ({"low": None}, "power: bounds or step are wrong"),
        ({"high": None}, "power: bounds or step are wrong"),
        ({"low": 2.0}, "power: bounds or step are wrong"),
        ({"low": 3.0}, "power: bounds or step are wrong"),
        ({"step": 0.0}, "power: bounds or step are wrong"),
        ({"step": -1.0}, "power: bounds or step are wrong"),
        ({"scale": "log"}, "power: a log scale needs bounds above 0"),
        ({"plausible_source": "Who"}, "power: a source of a range that is not there"),
        ({"plausible": (0.5, 1.5)}, "power: the plausible range has no source"),
        (
            {"plausible": {"tpu": (0.5, 1.5)}, "plausible_source": "Who"},
            "power: the plausible range has no source, or families too many",
        ),
        (
            {"plausible": (1.0, 1.0), "plausible_source": "Who"},
            "power: the plausible range is none within the bounds",
        ),
        (
            {"plausible": (0.5, 2.5), "plausible_source": "Who"},
            "power: the plausible range is none within the bounds",
        ),
        (
            {"plausible": (-0.5, 1.0), "plausible_source": "Who"},
            "power: the plausible range is none within the bounds",
        ),
    ],
)
def test_that_a_slip_in_a_row_is_told(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        row(**changes)


def test_that_bounds_and_ranges_may_just_be_so() -> None:
    assert row(plausible=(0.0, 2.0), plausible_source="Who").plausible == (0.0, 2.0)
    assert row(scale="log", low=0.5).scale == "log"
    assert row(step=1e-9).step == 1e-9
    spans = {"tpu": (0.0, 1.0), "gpu": (1.0, 2.0)}
    assert of_families(plausible=spans, plausible_source="Who").plausible == spans
    for default in (0.0, 2.0):
        assert row(default).default == default
    for default in (-0.01, 2.01):
        with pytest.raises(ScenarioError, match="allowed is a number from 0 to 2 GW"):
            row(default)


def test_that_shares_sum_to_one_but_for_their_last_digits() -> None:
    shares = of_families(sums_to_one=True)
    for value in ({"tpu": 0.25, "gpu": 0.75}, {"tpu": 1.0, "gpu": 0.0}):
        assert dict(shares.check(value, ("tpu", "gpu"))) == value
    with pytest.raises(ScenarioError, match=r"sums to 1\.01; the families must sum to 1"):
        shares.check({"tpu": 0.26, "gpu": 0.75}, ("tpu", "gpu"))
    with pytest.raises(ScenarioError, match=r"^shares\.gpu: missing|^shares\.gpu = missing"):
        shares.check({"tpu": 1.0}, ("tpu", "gpu"))
    with pytest.raises(ScenarioError, match=r"^shares\.asic = 0.5: families are tpu"):
        shares.check({"tpu": 0.5, "asic": 0.5}, ("tpu",))


@pytest.mark.parametrize(
    ("anchors", "place"),
    [
        ([[0, 1e-9], [1200, 1e9]], None),
        ([[number, 1.0] for number in range(500)], None),
        ([[0.0, 1]], None),
        ([[0, 1.0], [1201, 1.0]], 1),
        ([[0, 1.0], [3, 1.05e9]], 1),
        ([[0, 0.9e-9]], 0),
        ([[1, 1.0]], 0),
        ([[0, 1.0], [0, 1.0]], 1),
        ([[0, 1.0], [2.5, 1.0]], 1),
        ([[0, 1.0], [2]], 1),
        ([[0, 1.0], 2], 1),
        ([[0, "1"]], 0),
    ],
)
def test_that_known_points_begin_with_the_first_month_and_ascend(
    anchors: list[Any], place: int | None
) -> None:
    if place is None:
        found = Scenario().having(revenue_anchors=anchors).revenue_anchors
        assert found == tuple((int(at), float(level)) for at, level in anchors)
        assert all(isinstance(at, int) for at, _ in found)
        return
    with pytest.raises(ScenarioError, match=rf"^revenue_anchors\[{place}\] = "):
        Scenario().having(revenue_anchors=anchors)


@pytest.mark.parametrize("anchors", [[], "x", None, [[number, 1.0] for number in range(501)]])
def test_that_there_are_some_known_points_and_not_too_many(anchors: Any) -> None:
    with pytest.raises(ScenarioError, match=r"^revenue_anchors = "):
        Scenario().having(revenue_anchors=anchors)


def test_that_the_ends_of_a_range_may_be_one_and_not_cross() -> None:
    for low, high in (("slip_min", "slip_max"), ("grid_min", "grid_max")):
        same = Scenario().having(**{low: 4, high: 4})
        assert (getattr(same, low), getattr(same, high)) == (4, 4)
        with pytest.raises(ScenarioError, match=f"{low} = 4.*: must not be above {high} = 3"):
            Scenario().having(**{low: 4, high: 3})


def test_that_months_are_counted_from_january_of_the_first_year() -> None:
    for text, number_of_month in (("0000-01", 0), ("0000-12", 11), ("2025-01", 24300)):
        assert month_number(text) == number_of_month
        assert month_text(number_of_month) == text
