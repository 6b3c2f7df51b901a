"""What a scenario says of itself: kept in its file, of one value alone, changing no number."""

from __future__ import annotations

from datetime import date

import pytest

from engine import Document, Scenario, ScenarioError, simulate
from engine.analysis.grounds import grounds, value_ground
from engine.files.fingerprint import fingerprint
from engine.files.scenario_files import parse, text_of
from engine.tables.own import (
    CLAIMS,
    MOST_SOURCES,
    SOURCES,
    OwnClaim,
    OwnSource,
    with_source,
    without_source,
)
from engine.tables.scenario import parameter

TODAY = date(2026, 11, 29)
OWN = OwnSource("power_budget_gw", 2.25, "Grid operator's letter", "A", "2026-09", "page 3")
CLAIM = OwnClaim(
    "Half a gigawatt.", "A colleague", "2026-10-03", "it_power_gw", "2027-06", 0.5, None
)


def sourced() -> Scenario:
    return Scenario().having(power_budget_gw=2.25, own_sources=[OWN], own_claims=[CLAIM])


def test_that_what_was_written_is_in_the_file_and_comes_back() -> None:
    text = text_of(Document(sourced()))
    assert parse(text.encode()).scenario == sourced()
    assert text_of(parse(text.encode())) == text


def test_that_only_what_is_said_is_written() -> None:
    assert CLAIMS.plain(CLAIM) == {
        "detail": "Half a gigawatt.",
        "who": "A colleague",
        "said": "2026-10-03",
        "series": "it_power_gw",
        "month": "2027-06",
        "low": 0.5,
    }
    assert SOURCES.plain(OwnSource("pue", 1.25, "A filing", "A")) == {
        "of": "pue",
        "value": 1.25,
        "source": "A filing",
        "grade": "A",
    }
    lists = {schema.entry: schema for schema in (CLAIMS, SOURCES)}
    may_lack = {
        entry: [column.key for column in schema.columns if not column.needed]
        for entry, schema in lists.items()
    }
    assert may_lack == {
        OwnClaim: ["low", "high", "source", "grade", "note"],
        OwnSource: ["as_of", "note"],
    }


def test_that_a_scenario_without_any_is_written_as_it_was_before_there_were_any() -> None:
    text = text_of(Document(Scenario()))
    assert "own_" not in text
    assert fingerprint(Scenario()) == fingerprint(Scenario().having(own_claims=[CLAIM]))


def test_that_a_source_is_part_of_what_numbers_rest_on_and_changes_none() -> None:
    bare = Scenario().having(power_budget_gw=2.25)
    assert fingerprint(sourced()) != fingerprint(bare)
    told, plain = simulate(sourced()), simulate(bare)
    assert (told["capacity_eflops"] == plain["capacity_eflops"]).all()
    assert sourced().bare == bare.bare


def test_that_a_source_speaks_of_its_own_value_alone() -> None:
    row = parameter("power_budget_gw")
    there = value_ground(sourced(), row)
    assert (there.source, there.grade, there.as_of, there.own) == (OWN.source, "A", "2026-09", True)
    assert there.age(TODAY) == 2
    moved = value_ground(sourced().having(power_budget_gw=3.0), row)
    assert (moved.source, moved.grade, moved.own) == ("", "C", False)
    back = value_ground(sourced().having(power_budget_gw=row.default), row)
    assert back.source == row.source


def test_that_a_family_has_its_own_source() -> None:
    own = OwnSource("supply_growth.tpu", 4.0, "A plan", "B")
    plan = Scenario().having(
        supply_growth={**Scenario().supply_growth, "tpu": 4.0}, own_sources=[own]
    )
    row = parameter("supply_growth")
    assert value_ground(plan, row, "tpu").source == "A plan"
    assert value_ground(plan, row, "gpu").source == row.source


def test_that_every_value_entry_and_chip_has_its_ground_and_the_weakest_is_a_guess() -> None:
    found = {ground.key: ground for ground in grounds(Scenario())}
    assert found["pue"].weakness(TODAY) < 1
    assert found["rebound"].grade == "C"
    assert sum(key.startswith("chips.") for key in found) == len(Scenario().catalogue.chips)
    assert "seed" not in found
    assert {g.parameter for g in grounds(Scenario(), {"pue", "chips"})} == {"pue", "chips"}


def test_that_one_lever_has_one_source() -> None:
    other = OwnSource("power_budget_gw", 3.0, "Another", "C")
    assert with_source((OWN,), other) == (other,)
    assert without_source((OWN,), OWN.of) == ()
    with pytest.raises(ScenarioError, match="twice"):
        Scenario().having(own_sources=[OWN, other])


@pytest.mark.parametrize(
    ("key", "change", "told"),
    [
        ("own_sources", {"grade": "D"}, r"own_sources\[0\].grade = 'D': allowed is A, B, C"),
        ("own_sources", {"value": float("nan")}, "value"),
        ("own_sources", {"as_of": "2026"}, "allowed is a month, YYYY-MM"),
        ("own_sources", {"source": "x" * 1001}, "at most 1000"),
        ("own_sources", {"source": "\ud800"}, "source"),
        ("own_sources", {"of": "two\nlines"}, "one line"),
        ("own_sources", {"more": 1}, "a source has of, value"),
        ("own_claims", {"said": "yesterday"}, "allowed is a date"),
        ("own_claims", {"series": "it power"}, "allowed is a series"),
        ("own_claims", {"series": "it_power_gw@decade"}, "allowed is a series"),
        ("own_claims", {"low": None}, "one or two numbers"),
        ("own_claims", {"high": 0.1}, "the lower one first"),
        ("own_claims", {"low": "much"}, "low"),
    ],
)
def test_that_what_can_t_be_is_refused_in_one_line(key: str, change: dict, told: str) -> None:
    entry = {**vars(OWN if key == "own_sources" else CLAIM), **change}
    with pytest.raises(ScenarioError, match=told) as refused:
        Scenario().having(**{key: [entry]})
    assert "\n" not in str(refused.value)


def test_that_there_is_an_end_to_how_many_there_may_be() -> None:
    many = [OwnSource(f"pue.{i}", 1.0, "x", "C") for i in range(MOST_SOURCES + 1)]
    assert len(Scenario().having(own_sources=many[:-1]).own_sources) == MOST_SOURCES
    with pytest.raises(ScenarioError, match="at most 200 sources"):
        Scenario().having(own_sources=many)


def test_that_an_older_file_s_unknown_key_of_that_name_is_kept_and_not_read() -> None:
    old = {"format": "headroom-scenario", "version": 1}
    text = text_of(Document(Scenario()))
    import json

    content = {**json.loads(text), **old, "own_claims": "mine"}
    for key in ("sites", "contracts"):
        content.pop(key)
    found = parse(json.dumps(content).encode())
    assert found.scenario.own_claims == ()
    assert found.unknown["version_1_own_claims"] == "mine"
