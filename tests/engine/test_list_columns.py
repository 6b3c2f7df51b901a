"""Columns of the lists, one value at a time: the last that is allowed and the first that is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.files.migrations import flat_of_newest, migrate
from engine.problems import ScenarioError
from engine.tables.list_schema import Column, ListSchema
from engine.tables.lists import CONTRACTS, EVENTS, SITES
from engine.values import ALL, Contract, Event, Site

FAMILIES = ("tpu", "gpu")
BOUNDS = {
    (SITES, "gw"): (1e-9, 1000.0),
    (SITES, "start_month"): (-600, 600),
    (SITES, "ramp_months"): (1, 600),
    (SITES, "probability"): (1e-9, 1.0),
    (SITES, "delay_months"): (-600.0, 600.0),
    (CONTRACTS, "start_month"): (-600, 600),
    (CONTRACTS, "ramp_months"): (1, 600),
    (CONTRACTS, "it_gw"): (1e-9, 1000.0),
    (CONTRACTS, "firm"): (0.0, 1.0),
    (CONTRACTS, "price_factor"): (0.001, 1000.0),
    (CONTRACTS, "term_months"): (0, 600),
    (CONTRACTS, "notice_months"): (0, 600),
    (EVENTS, "start_month"): (0, 600),
    (EVENTS, "duration_months"): (0, 600),
    (EVENTS, "severity"): (0.0, 5.0),
}


def column(schema: ListSchema, key: str) -> Column:
    return schema.by_key[key]


@pytest.mark.parametrize(
    ("schema", "key"), BOUNDS, ids=[f"{s.entry.__name__} {key}" for s, key in BOUNDS]
)
def test_that_both_ends_are_allowed_and_nothing_beyond(schema: ListSchema, key: str) -> None:
    low, high = BOUNDS[schema, key]
    own = column(schema, key)
    for end in (low, high):
        found = own.check(end, FAMILIES)
        assert found == end
        assert type(found) is (int if own.kind == "whole" else float)
    step: float = 1 if own.kind == "whole" else 1e-10
    for beyond in (low - step, high * (1 + 1e-9) + step):
        with pytest.raises(ValueError):  # noqa: PT011 - whoever asks says what is allowed
            own.check(beyond, FAMILIES)
    if own.kind == "whole":
        with pytest.raises(ValueError, match=r"1\.5"):
            own.check(1.5, FAMILIES)


def test_that_every_number_of_a_list_has_its_bounds_here() -> None:
    numbers = {(s, c.key) for s in (SITES, CONTRACTS, EVENTS) for c in s.columns if c.is_number}
    assert {(s.entry, key) for s, key in numbers} == {(s.entry, key) for s, key in BOUNDS}


def test_that_only_what_may_be_left_out_has_a_default() -> None:
    left_out = {
        schema.entry: {c.key: c.default for c in schema.columns if not c.needed}
        for schema in (SITES, CONTRACTS, EVENTS)
    }
    notes = {"source": "", "grade": ""}
    assert left_out[Site] == {"place": "", **notes, "delay_months": 0.0}
    terms = {"term_months": None, "notice_months": None}
    assert left_out[Contract] == {"supplier": "", **terms, **notes}
    assert left_out[Event] == {"scope": "all", "start_month": 0, "severity": 0.0, "name": ""}
    computed = [[c.key for c in s.columns if c.note] for s in (SITES, CONTRACTS, EVENTS)]
    assert computed[0] == ["place", "source", "grade", "delay_months"]
    assert computed[1] == ["supplier", "term_months", "notice_months", "source", "grade"]
    assert computed[2] == []


@pytest.mark.parametrize(("schema", "most"), [(SITES, 200), (CONTRACTS, 200), (EVENTS, 500)])
def test_that_a_list_has_so_many_entries_at_most(schema: ListSchema, most: int) -> None:
    entry: dict[str, Any] = {
        Site: {"gw": 1, "start_month": 0, "ramp_months": 1, "probability": 1},
        Contract: {
            "family": "gpu", "start_month": 0, "ramp_months": 1, "it_gw": 1, "firm": 0,
            "price_factor": 1,
        },
        Event: {"kind": "grid_delay", "duration_months": 1},
    }[schema.entry]  # fmt: skip
    many = [entry | {"name": f"no. {i}"} for i in range(most + 1)]
    assert len(schema.check("list", many[:most], FAMILIES)) == most
    with pytest.raises(ScenarioError, match=f"allowed is a list of at most {most} "):
        schema.check("list", many, FAMILIES)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"severity": 1.01}, r"severity = 1\.01: allowed is a number from 0 to 1"),
        ({"kind": "price_shock", "severity": 5.01}, "allowed is a number from 0 to 5"),
        ({"start_month": None}, r"start_month = None: allowed is a whole number from 0 to 600"),
        ({"scope": "asic"}, r"scope = 'asic': allowed is all, tpu, gpu"),
        ({"kind": "power_outage", "scope": "gpu"}, r"scope = 'gpu': allowed is all"),
        ({"kind": "flood"}, r"kind = 'flood': allowed is supply_stop, base_loss"),
        ({"kind": ["flood"]}, r"kind = .*: allowed is supply_stop, base_loss"),
    ],
    ids=str,
)
def test_that_the_kind_of_an_event_narrows_its_columns(change: dict[str, Any], why: str) -> None:
    event = {"kind": "supply_stop", "scope": "gpu", "start_month": 3, "duration_months": 2}
    event["severity"] = 0.5
    assert EVENTS.check("events", [event], FAMILIES) == (Event("supply_stop", "gpu", 3, 2, 0.5),)
    with pytest.raises(ScenarioError, match=rf"^events\[0\]\..*{why}"):
        EVENTS.check("events", [event | change], FAMILIES)


def test_that_entries_of_families_that_are_gone_are_named() -> None:
    contracts = [Contract(name, family, 0, 1, 1.0, 0.0, 1.0) for name, family in
                 (("a", "gpu"), ("b", "asic"), ("c", "tpu"), ("d", "own"))]  # fmt: skip
    found = [str(problem) for problem in CONTRACTS.strangers("contracts", contracts, FAMILIES)]
    assert found == [
        "contracts[1].family = 'asic': allowed is tpu, gpu",
        "contracts[3].family = 'own': allowed is tpu, gpu",
    ]
    events = [Event("base_loss", scope, 0, 1, 1.0) for scope in (ALL, "gpu", "asic")]
    found = [str(problem) for problem in EVENTS.strangers("events", events, FAMILIES)]
    assert found == ["events[2].scope = 'asic': allowed is all, tpu, gpu"]
    assert list(SITES.strangers("sites", [Site("a", 1.0, 0, 1, 1.0)], FAMILIES)) == []
    assert CONTRACTS.family_columns() == ("family",)
    assert SITES.family_columns() == ()


def test_that_an_entry_is_called_by_its_number_and_written_without_empty_notes() -> None:
    assert [schema.place(1) for schema in (EVENTS, SITES, CONTRACTS)] == [
        "Shock 2", "Site 2", "Contract 2",
    ]  # fmt: skip
    assert column(SITES, "gw").unit_text == "GW facility"
    assert column(SITES, "name").unit_text == ""
    assert column(SITES, "gw").label_text == "power"
    assert column(SITES, "gw").help_text == "Facility power of the whole site."
    plain = CONTRACTS.plain(Contract("a", "gpu", 0, 1, 1.0, 0.0, 1.0, "", 0, None, "a filing", ""))
    assert plain == {
        "name": "a", "family": "gpu", "start_month": 0, "ramp_months": 1, "it_gw": 1.0,
        "firm": 0.0, "price_factor": 1.0, "term_months": 0, "source": "a filing",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "good"),
    [("x", True), ("x" * 80, True), ("x" * 81, False), ("a\x7fb", False), ("a\x9fb", False),
     ("a\xa0b", True), ("a\tb", False), ("a b", True), ("\u2028", False)],
)  # fmt: skip
def test_that_a_name_is_of_one_line_and_of_letters(name: str, good: bool) -> None:
    if good:
        assert column(SITES, "name").check(name, ()) == name
    else:
        with pytest.raises(ValueError):  # noqa: PT011
            column(SITES, "name").check(name, ())


def test_that_a_note_has_a_thousand_letters_at_most() -> None:
    assert column(SITES, "source").check("x" * 1000, ()) == "x" * 1000
    with pytest.raises(ValueError, match="x"):
        column(SITES, "source").check("x" * 1001, ())


# Old files

NEUTRAL = {
    "repower_threshold": 0.0,
    "repower_share_per_year": 0.2,
    "software_half_life_years": 2.0,
    "rent_basis": "quoted",
    "provider_margin": 0.3,
    "grid_common": 0.3,
    "sigma_rebound": 0.1,
}


def test_that_version_1_is_given_what_changes_nothing() -> None:
    chips = [{"family": "a"}, {"family": "b"}, {"family": "a"}, {"family": 3}, "no chip"]
    old = {"version": 1, "parameters": {"wacc": 0.1}, "catalogue": {"chips": chips}}
    before = json.dumps(old)
    new, notices = migrate(old, 1)
    ones = {"a": 1.0, "b": 1.0}
    assert new == {
        "version": 2,
        "parameters": {"wacc": 0.1, **NEUTRAL, "software_gain": ones, "chip_price_growth": ones},
        "catalogue": {"chips": chips},
        "sites": [],
        "contracts": [],
    }
    assert notices == ("written in an older form (version 1), read as the newest",)
    assert json.dumps(old) == before
    assert migrate(new, 2) == (new, ())
    assert migrate(new, 2)[0] is new


def test_that_version_0_has_its_units_and_names_changed() -> None:
    old = {
        "title": "T", "description": "D", "chips": [], "author": "A",
        "parameters": {
            "seed": 7, "events": [], "power_start_mw": 500, "power_budget_mw": True,
            "power_growth_mw_per_year": 10**400, "mix_start_percent": {"a": 60, "b": 40},
            "mix_percent": "all", "wacc": 0.1,
        },
    }  # fmt: skip
    new, notices = migrate(old, 0)
    assert notices == ("written in an older form (version 0), read as the newest",)
    assert {key: new[key] for key in ("name", "notes", "author", "seed", "events")} == {
        "name": "T", "notes": "D", "author": "A", "seed": 7, "events": [],
    }  # fmt: skip
    assert new["catalogue"] == {"name": "", "chips": []}
    assert not {"title", "description", "chips"} & set(new)
    own = {key: new["parameters"][key] for key in new["parameters"] if key not in NEUTRAL}
    assert own == {
        "power_start_gw": 0.5, "power_budget_gw": True, "power_growth_gw_per_year": 10**400,
        "mix_start": {"a": 0.6, "b": 0.4}, "mix": "all", "wacc": 0.1,
        "software_gain": {}, "chip_price_growth": {},
    }  # fmt: skip
    assert migrate({"parameters": 3}, 0)[0]["parameters"] == 3


def test_that_a_flat_object_without_anything_of_the_second_edition_is_given_it() -> None:
    found = flat_of_newest({"wacc": 0.1})
    assert {key: found[key] for key in NEUTRAL} == NEUTRAL
    assert found["software_gain"] == {"tpu": 1.0, "trainium": 1.0, "gpu": 1.0}
    assert found["wacc"] == 0.1
    for some in ({"sites": []}, {"rent_basis": "cost"}):
        assert flat_of_newest({"wacc": 0.1, **some}) == {"wacc": 0.1, **some}
