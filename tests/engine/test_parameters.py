"""Rows of the input table and the values they hold."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import csv_out
from engine.problems import Problem, ScenarioError, shown
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.values import EVENT_KINDS, Event, PerFamily

HERE = Path(__file__).parent
FAMILIES = Scenario().families


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def in_numbers(row: dict[str, str]) -> dict[str, object]:
    """The row with its numbers read: 1 and 1.0 are the same."""
    read: dict[str, object] = {}
    for column, text in row.items():
        parts = [part.split("=") for part in text.split(";")]
        if column == "default" and all(len(part) == 2 for part in parts):
            read[column] = {family: float(value) for family, value in parts}
            continue
        try:
            read[column] = float(text)
        except ValueError:
            read[column] = text
    return read


def test_that_describe_lists_the_specified_parameters_with_every_column() -> None:
    specified = rows_of((HERE / "parameters.csv").read_text())
    listed = rows_of(csv_out.parameters_csv())
    assert list(listed[0]) == list(specified[0])
    by_key = {row["key"]: row for row in listed}
    for row in specified:
        assert in_numbers(by_key[row["key"]]) == in_numbers(row)


def test_that_describe_covers_every_column_of_the_stored_runs() -> None:
    columns = [c for row in rows_of(csv_out.series_csv(FAMILIES)) for c in row["columns"].split()]
    for file in (HERE / "golden").glob("*.csv"):
        header = next(csv.reader(io.StringIO(file.read_text())))
        assert set(header) <= {"t", "month", *columns}


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_a_checked_value_is_a_fixed_point(row: object) -> None:
    row = parameter(row.key)  # type: ignore[attr-defined]
    once = row.check(row.default, FAMILIES)
    assert row.check(once, FAMILIES) == once == row.default
    assert hash(once) == hash(row.default)


def test_that_whole_numbers_are_kept_as_integers_and_others_as_floats() -> None:
    changed = Scenario().having(
        horizon_months=60.0, wacc=0, bring_up_months=dict.fromkeys(FAMILIES, 3.0)
    )
    assert type(changed.horizon_months) is int
    assert type(changed.wacc) is float
    assert {type(months) for months in changed.bring_up_months.values()} == {int}


def test_that_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(ScenarioError, match="no such parameter"):
        parameter("gravity")
    with pytest.raises(ScenarioError, match="no such parameter"):
        Scenario().having(gravity=9.81)


def test_that_a_scenario_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Scenario().wacc = 0.2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Scenario().mix["tpu"] = 1.0  # type: ignore[index]


def test_that_another_catalogue_needs_values_for_its_families() -> None:
    catalogue = Scenario().catalogue
    chips = tuple(chip for chip in catalogue.chips if chip.family != "tpu")
    with pytest.raises(ScenarioError, match="families are trainium, gpu"):
        Scenario().having(catalogue=dataclasses.replace(catalogue, chips=chips))


@given(values=st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(0, 1)))
def test_that_a_number_per_family_is_a_mapping_equal_in_any_order(
    values: dict[str, float],
) -> None:
    one, other = PerFamily(values), PerFamily(dict(reversed(values.items())))
    assert dict(one) == values
    assert one == other
    assert hash(one) == hash(other)
    assert one.having(a=0.5) == PerFamily(values | {"a": 0.5})
    assert one != values  # an equal hash needs an equal type


@given(number=st.integers(0, 9999 * 12 + 11))
def test_that_a_months_number_and_text_are_the_same_month(number: int) -> None:
    assert month_number(month_text(number)) == number


@pytest.mark.parametrize("kind", EVENT_KINDS.values(), ids=lambda kind: kind.key)
def test_that_an_event_of_each_kind_is_read_and_written_alike(kind: object) -> None:
    key, highest = kind.key, kind.highest_severity  # type: ignore[attr-defined]
    needed = {"kind": key, "duration_months": 6}
    if kind.has_start:  # type: ignore[attr-defined]
        needed["start_month"] = 3
    if kind.has_severity:  # type: ignore[attr-defined]
        needed["severity"] = highest
    (event,) = Scenario().having(events=[needed]).events
    assert event == Event(key, "all", needed.get("start_month", 0), 6, needed.get("severity", 0.0))
    assert Scenario().having(events=[json.loads(json.dumps(vars(event)))]).events == (event,)


@given(value=st.text() | st.binary() | st.floats() | st.lists(st.text()))
def test_that_a_value_is_shown_on_one_short_line(value: object) -> None:
    for text in (shown(value), shown(str(value), quote=False)):
        assert text.isprintable()
        assert len(text) <= 240


def test_that_what_cannot_be_shown_is_named_by_its_type() -> None:
    assert shown(10**5000) == "<int>"
    assert str(Problem("wacc", shown(10**5000), "no")) == "wacc = <int>: no"
