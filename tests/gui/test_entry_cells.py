"""Cells of lists as they are shown and typed: what nobody touched keeps every digit."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import Scenario, parameter
from gui.entries import cells
from gui.entries.listed import POINTS
from gui.words import units
from gui.words.numbers import UnreadableError
from gui.words.units import Units
from tests.engine.strategies import entries
from tests.gui.test_typed_numbers import LOCALES

SITES, CONTRACTS, EVENTS = (parameter(key).schema for key in ("sites", "contracts", "events"))
SCENARIO = Scenario()
LEVEL = POINTS[1]


def column(schema, key: str):
    return schema.by_key[key]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data(), st.sampled_from(LOCALES), st.sampled_from(["GW", "MW"]))
def test_that_every_cell_reads_back_as_it_was_in_any_unit_and_language(
    spoken, data, name: str, power: str
) -> None:
    spoken(name)
    units.install(Units(power, "EUR", 0.7913))
    schema = data.draw(st.sampled_from([SITES, CONTRACTS, EVENTS]))
    for entry in data.draw(entries(schema, SCENARIO.families)):
        own = schema.narrowed(vars(entry)) if schema.narrowed else schema.columns
        for each in own:
            value = getattr(entry, each.key)
            text = cells.typed(each, value, SCENARIO)
            assert cells.read_cell(each, text, value, SCENARIO) == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.floats(1e-9, 1e9, allow_subnormal=False), st.floats(1e-3, 1e6), st.sampled_from(LOCALES))
def test_that_a_level_of_revenue_reads_back_in_any_currency(
    spoken, level: float, rate: float, name: str
) -> None:
    spoken(name)
    units.install(Units("GW", "EUR", rate))
    assert cells.read_cell(LEVEL, cells.typed(LEVEL, level, SCENARIO), level, SCENARIO) == level


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("start_month", "Mar 2027", 26),
        ("start_month", "2027-03", 26),
        ("start_month", "+6", 24),
        ("firm", "40", 0.4),
        ("firm", "12.5 %", 0.125),
        ("it_gw", "350 MW", 0.35),
        ("it_gw", "1.2", 1.2),
        ("ramp_months", "2 years", 24),
        ("family", "NVIDIA GPU", "gpu"),
        ("family", "trainium", "trainium"),
        ("family", "TPU", "tpu"),
        ("term_months", "", None),
        ("grade", "B", "B"),
        ("grade", "", ""),
        ("supplier", " A cloud ", "A cloud"),
    ],
)
def test_that_a_cell_of_a_contract_is_read_as_people_write_it(key: str, typed: str, meant) -> None:
    was = {"start_month": 18, "family": "tpu"}.get(key, 1 if key != "grade" else "A")
    assert cells.read_cell(column(CONTRACTS, key), typed, was, SCENARIO) == meant


def test_that_shares_and_numbers_are_read_by_the_marks_of_the_language(spoken) -> None:
    spoken("fr_FR")
    assert cells.read_cell(column(CONTRACTS, "firm"), "12,5 %", 0.1, SCENARIO) == 0.125
    assert cells.read_cell(column(CONTRACTS, "it_gw"), "1,25", 0.1, SCENARIO) == 1.25


def test_that_power_is_shown_and_typed_in_the_unit_that_is_chosen() -> None:
    units.install(Units("MW", "EUR", 0.92))
    power = column(SITES, "gw")
    assert cells.heading(power) == "Power, MW facility"
    assert cells.shown(power, 0.3, SCENARIO) == "300"
    assert cells.read_cell(power, "350", 0.3, SCENARIO) == 0.35
    assert cells.read_cell(power, "2 GW", 0.3, SCENARIO) == 2.0


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("it_gw", "x", "“x” is no number; write 1,234.5, 1e6 or =8*72"),
        ("it_gw", "0", "“0”: allowed is 0.000001 to 1,000,000 MW IT"),
        ("firm", "140%", "“140%”: allowed is 0 to 100%"),
        ("firm", "1,5", "“1,5” is not clear; numbers here are written like 1,234.5"),
        ("ramp_months", "1.5", "“1.5”: allowed is a whole number from 1 to 600 months"),
        ("start_month", "24", "“24” is no month; write Jul 2026, 2026-07 or +6"),
        ("start_month", "2090-01", "“2090-01”: allowed is a month from Jan 1975 to Jan 2075"),
        ("family", "mars", "“mars”: allowed is Google TPU, AWS Trainium, NVIDIA GPU"),
        ("name", "", "“”: allowed is a text of 1 to 80 characters on one line"),
        ("grade", "Z", "“Z”: allowed is A, B, C"),
    ],
)
def test_that_what_cannot_be_is_refused_in_the_words_and_units_of_the_table(
    key: str, typed: str, why: str
) -> None:
    units.install(Units("MW", "USD", 1.0))
    was = {"start_month": 18, "family": "tpu", "name": "A", "grade": "A"}.get(key, 1)
    with pytest.raises(UnreadableError) as refusal:
        cells.read_cell(column(CONTRACTS, key), typed, was, SCENARIO)
    assert str(refusal.value) == why
