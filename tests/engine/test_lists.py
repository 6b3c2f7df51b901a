"""Sites, contracts and events: what an entry of a list may say, and where the table says so."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import __main__ as command_line
from engine import csv_out
from engine.files.document import Document
from engine.files.fingerprint import fingerprint
from engine.files.other_chips import with_catalogue
from engine.files.scenario_files import load, parse, save, text_of
from engine.files.schema import schema
from engine.problems import ScenarioError
from engine.run.simulate import simulate
from engine.tables.catalogue import Catalogue
from engine.tables.list_schema import Column, ListSchema
from engine.tables.lists import CONTRACTS, EVENTS, SITES
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.values import Contract, Event, Site
from tests.engine.strategies import entries

FAMILIES = ("tpu", "trainium", "gpu")
SITE = {"name": "East", "gw": 0.3, "start_month": 18, "ramp_months": 6, "probability": 0.85}
CONTRACT = {
    "name": "Tranche 1",
    "family": "gpu",
    "start_month": 20,
    "ramp_months": 18,
    "it_gw": 0.46,
    "firm": 0.8,
    "price_factor": 1.15,
}
EVENT = {"kind": "supply_stop", "scope": "gpu", "duration_months": 9, "start_month": 17}
EVENT = EVENT | {"severity": 1.0}


def refusal(**lists: Any) -> str:
    with pytest.raises(ScenarioError) as caught:
        Scenario().having(**lists)
    return str(caught.value)


# What is allowed


def test_that_a_scenario_has_no_sites_and_no_contracts_of_its_own() -> None:
    assert (Scenario().sites, Scenario().contracts, Scenario().events) == ((), (), ())


def test_that_a_site_and_a_contract_are_read_from_what_json_says() -> None:
    scenario = Scenario().having(sites=[SITE], contracts=[CONTRACT])
    assert scenario.sites == (Site("East", 0.3, 18, 6, 0.85),)
    assert scenario.contracts == (Contract("Tranche 1", "gpu", 20, 18, 0.46, 0.8, 1.15),)
    (site,), (contract,) = scenario.sites, scenario.contracts
    assert (site.place, site.source, site.grade) == ("", "", "")
    assert (contract.supplier, contract.term_months, contract.notice_months) == ("", None, None)


def test_that_whole_numbers_are_integers_and_the_others_are_not() -> None:
    (contract,) = (
        Scenario().having(contracts=[CONTRACT | {"start_month": 20.0, "firm": 1}]).contracts
    )
    assert type(contract.start_month) is int
    assert type(contract.firm) is float


@pytest.mark.parametrize(
    "change",
    [
        {"start_month": -600},
        {"start_month": 600},
        {"gw": 1e-9},
        {"gw": 1000},
        {"ramp_months": 1},
        {"probability": 1},
        {"probability": 1e-9},
        {"name": "é" * 80},
        {"name": 'Says "yes"; and “no”, 余裕'},
        {"place": "", "source": "a\nb", "grade": ""},
        {"grade": "C"},
    ],
    ids=str,
)
def test_that_a_site_may_be_so(change: dict[str, Any]) -> None:
    (site,) = Scenario().having(sites=[SITE | change]).sites
    assert {key: getattr(site, key) for key in change} == change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"gw": 0}, "gw = 0: allowed is a number from 1e-09 to 1000 GW facility"),
        ({"gw": -1}, "gw = -1: allowed is a number from 1e-09 to 1000 GW facility"),
        ({"gw": 1001}, "gw = 1001: allowed is a number from 1e-09 to 1000 GW facility"),
        ({"gw": float("nan")}, "gw = nan: allowed is a number from 1e-09"),
        ({"gw": "0.3"}, "gw = '0.3': allowed is a number from 1e-09"),
        ({"gw": True}, "gw = True: allowed is a number from 1e-09"),
        ({"start_month": 1.5}, "start_month = 1.5: allowed is a whole number from -600 to 600"),
        ({"start_month": None}, "start_month = None: allowed is a whole number from -600 to 600"),
        ({"ramp_months": 0}, "ramp_months = 0: allowed is a whole number from 1 to 600 months"),
        ({"ramp_months": 601}, "ramp_months = 601: allowed is a whole number from 1 to 600 months"),
        ({"probability": 0}, "probability = 0: allowed is a number from 1e-09 to 1"),
        ({"probability": 1.01}, "probability = 1.01: allowed is a number from 1e-09 to 1"),
        ({"name": ""}, "name = '': allowed is a text of 1 to 80 characters on one line"),
        ({"name": "  "}, "name = '  ': allowed is a text of 1 to 80 characters on one line"),
        ({"name": "x" * 81}, "name = 'xxxx"),
        ({"name": "a\nb"}, r"name = 'a\nb': allowed is a text of 1 to 80 characters on one line"),
        ({"name": "a\u2028b"}, r"name = 'a\u2028b': allowed is a text of 1 to 80 characters"),
        ({"name": "\ud83d"}, r"name = '\ud83d': allowed is a text of 1 to 80 characters"),
        ({"name": 3}, "name = 3: allowed is a text of 1 to 80 characters"),
        ({"place": None}, "place = None: allowed is a text of at most 1000 characters"),
        ({"source": "x" * 1001}, "source = 'xxx"),
        ({"grade": "D"}, "grade = 'D': allowed is A, B, C"),
        ({"colour": "red"}, "colour = 'red': a site has name, gw, start_month, ramp_months, prob"),
    ],
    ids=str,
)
def test_that_a_site_that_cannot_be_is_refused_by_row_and_column(
    change: dict[str, Any], why: str
) -> None:
    assert refusal(sites=[SITE | {"name": "West"}, SITE | change]).startswith(f"sites[1].{why}")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"family": "abacus"}, "family = 'abacus': allowed is tpu, trainium, gpu"),
        ({"family": "all"}, "family = 'all': allowed is tpu, trainium, gpu"),
        ({"family": ["gpu"]}, "family = ['gpu']: allowed is tpu, trainium, gpu"),
        ({"it_gw": 0}, "it_gw = 0: allowed is a number from 1e-09 to 1000 GW IT"),
        ({"firm": -0.01}, "firm = -0.01: allowed is a number from 0 to 1"),
        ({"firm": 1.01}, "firm = 1.01: allowed is a number from 0 to 1"),
        ({"price_factor": 0}, "price_factor = 0: allowed is a number from 0.001 to 1000 x"),
        ({"ramp_months": 2.5}, "ramp_months = 2.5: allowed is a whole number from 1 to 600"),
        (
            {"term_months": -1},
            "term_months = -1: allowed is a whole number from 0 to 600 months, or none",
        ),
        ({"notice_months": "3"}, "notice_months = '3': allowed is a whole number from 0 to 600"),
        ({"supplier": 7}, "supplier = 7: allowed is a text of at most 1000 characters"),
        ({"gw": 1}, "gw = 1: a contract has name, family, start_month, ramp_months, it_gw, firm"),
    ],
    ids=str,
)
def test_that_a_contract_that_cannot_be_is_refused_by_row_and_column(
    change: dict[str, Any], why: str
) -> None:
    assert refusal(contracts=[CONTRACT | change]).startswith(f"contracts[0].{why}")


@pytest.mark.parametrize(
    ("key", "column"),
    [("sites", c.key) for c in SITES.columns if c.needed]
    + [("contracts", c.key) for c in CONTRACTS.columns if c.needed],
)
def test_that_a_column_that_is_needed_is_missed(key: str, column: str) -> None:
    entry = {k: v for k, v in (SITE if key == "sites" else CONTRACT).items() if k != column}
    assert refusal(**{key: [entry]}).startswith(f"{key}[0].{column} = None: allowed is ")


@pytest.mark.parametrize("key", ["sites", "contracts"])
@pytest.mark.parametrize("value", [None, {}, 3, "none"], ids=str)
def test_that_what_is_no_list_is_refused(key: str, value: object) -> None:
    line = f"{key} = {value!r}: allowed is a list of at most 200 {key}"
    assert refusal(**{key: value}) == line


def test_that_what_is_no_entry_says_what_one_is() -> None:
    assert refusal(sites=[3]) == "sites[0] = 3: a site is {name, gw, start_month, ...}"
    why = "a contract is {name, family, start_month, ...}"
    assert refusal(contracts=[[]]) == f"contracts[0] = []: {why}"


def test_that_two_hundred_sites_are_the_most() -> None:
    many = [SITE | {"name": str(i)} for i in range(201)]
    assert len(Scenario().having(sites=many[:200]).sites) == 200
    assert refusal(sites=many) == "sites = 201 of them: allowed is a list of at most 200 sites"


def test_that_a_name_stands_once_in_its_list_and_may_stand_in_the_other() -> None:
    why = "the names of a list differ; this one stands there twice"
    twice = [SITE, SITE | {"name": "West"}, SITE]
    assert refusal(sites=twice) == f"sites[2].name = 'East': {why}"
    assert Scenario().having(sites=[SITE], contracts=[CONTRACT | {"name": "East"}]).contracts


def test_that_events_need_no_names_and_those_that_they_have_differ() -> None:
    scenario = Scenario().having(events=[EVENT, EVENT])
    assert scenario.events == (Event("supply_stop", "gpu", 17, 9, 1.0),) * 2
    named = EVENT | {"name": "Export stop"}
    assert Scenario().having(events=[named, EVENT]).events[0].name == "Export stop"
    assert refusal(events=[named, named]).startswith("events[1].name = 'Export stop': the names")


def test_that_an_event_whose_kind_has_no_severity_has_none_whatever_is_given() -> None:
    late = {"kind": "grid_delay", "duration_months": 6, "severity": "much"}
    assert Scenario().having(events=[late]).events == (Event("grid_delay", "all", 0, 6, 0.0),)


@pytest.mark.parametrize("schema_", [EVENTS, SITES, CONTRACTS], ids=lambda s: s.entry.__name__)
def test_that_a_list_that_has_no_column_for_a_field_is_none(schema_: ListSchema) -> None:
    with pytest.raises(TypeError, match="are not its fields"):
        dataclasses.replace(schema_, columns=schema_.columns[1:])


@given(data=st.data(), schema_=st.sampled_from([SITES, CONTRACTS]))
def test_that_checked_entries_are_a_fixed_point_and_come_back_from_json(
    data: st.DataObject, schema_: ListSchema
) -> None:
    given_ = tuple(data.draw(entries(schema_, FAMILIES)))
    assert schema_.check("list", given_, FAMILIES) == given_
    plain = json.loads(json.dumps([schema_.plain(entry) for entry in given_]))
    assert schema_.check("list", plain, FAMILIES) == given_
    assert hash(given_) == hash(schema_.check("list", plain, FAMILIES))


# One word of a few


def test_that_rents_are_quoted_or_from_cost_and_nothing_else() -> None:
    assert Scenario().rent_basis == "quoted"
    assert Scenario().having(rent_basis="cost").rent_basis == "cost"
    for wrong in ("Cost", "", None, 1, ["cost"], True):
        assert refusal(rent_basis=wrong) == f"rent_basis = {wrong!r}: allowed is quoted, cost"


def test_that_what_the_second_edition_adds_is_neutral() -> None:
    scenario = Scenario()
    assert dict(scenario.chip_price_growth) == dict.fromkeys(FAMILIES, 1.0)
    assert dict(scenario.software_gain) == dict.fromkeys(FAMILIES, 1.0)
    assert (scenario.repower_threshold, scenario.software_half_life_years) == (0.0, 2.0)
    assert (scenario.repower_share_per_year, scenario.provider_margin) == (0.2, 0.3)
    assert (scenario.sigma_rebound, scenario.grid_common) == (0.1, 0.3)


# Files


def test_that_lists_stand_beside_the_parameters_an_entry_a_line(tmp_path: Path) -> None:
    scenario = Scenario().having(sites=[SITE], contracts=[CONTRACT], events=[EVENT])
    text = text_of(Document(scenario))
    content = json.loads(text)
    assert content["sites"] == [SITE]
    assert content["contracts"] == [CONTRACT]
    assert content["events"] == [EVENT]
    assert not {"sites", "contracts", "events"} & set(content["parameters"])
    assert len([line for line in text.splitlines() if '"Tranche 1"' in line]) == 1
    save(Document(scenario), tmp_path / "a.headroom")
    assert load(tmp_path / "a.headroom").scenario == scenario


def test_that_a_file_may_lack_its_lists() -> None:
    content = json.loads(text_of(Document(Scenario().having(sites=[SITE]))))
    for key in ("sites", "contracts", "events"):
        del content[key]
    assert parse(json.dumps(content).encode()).scenario == Scenario()


def test_that_a_wrong_cell_of_a_file_is_one_line_with_file_row_column_value_and_range(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.headroom"
    content = json.loads(text_of(Document(Scenario().having(sites=[SITE]))))
    content["sites"][0]["gw"] = 0
    file.write_text(json.dumps(content))
    assert command_line.main(["run", str(file), "--csv", "-"]) == 2
    why = "sites[0].gw = 0: allowed is a number from 1e-09 to 1000 GW facility"
    assert capsys.readouterr().err == f"{file}: {why}\n"


def test_that_a_list_is_set_on_the_command_line() -> None:
    settings = [f"sites={json.dumps([SITE])}", "rent_basis=cost"]
    scenario = command_line.with_settings(Scenario(), settings)
    assert scenario.sites[0].name == "East"
    assert scenario.rent_basis == "cost"


def test_that_a_flat_object_may_say_sites_contracts_and_events() -> None:
    flat: dict[str, Any] = json.loads(text_of(Document(Scenario())))["parameters"]
    flat |= {"title": "Flat", "seed": 7, "sites": [SITE], "contracts": [CONTRACT]}
    document = parse(json.dumps(flat).encode())
    assert document.scenario.sites == (Site("East", 0.3, 18, 6, 0.85),)
    assert document.scenario.contracts[0].family == "gpu"
    assert document.notices == ()


def test_that_the_fingerprint_knows_sites_and_contracts() -> None:
    codes = {
        fingerprint(scenario)
        for scenario in (
            Scenario(),
            Scenario().having(sites=[SITE]),
            Scenario().having(contracts=[CONTRACT]),
            Scenario().having(contracts=[CONTRACT | {"supplier": "A cloud"}]),
            Scenario().having(rent_basis="cost"),
        )
    }
    assert len(codes) == 5


def test_that_the_schema_takes_what_the_check_takes_and_no_more() -> None:
    check = jsonschema.Draft202012Validator(schema())
    content = json.loads(text_of(Document(Scenario().having(sites=[SITE], contracts=[CONTRACT]))))
    check.validate(content)
    for key, entry in (("sites", SITE), ("contracts", CONTRACT)):
        for change in ({"gw": -1}, {"name": ""}, {"ramp_months": 0}, {"colour": 1}, {"grade": "D"}):
            assert not check.is_valid(content | {key: [entry | change]})
        for column in (c.key for c in parameter(key).schema.columns if c.needed):  # type: ignore[union-attr]
            lacking = {k: v for k, v in entry.items() if k != column}
            assert not check.is_valid(content | {key: [lacking]})
    for term in (None, 0, 600):
        check.validate(content | {"contracts": [CONTRACT | {"term_months": term}]})


# The table


def test_that_each_column_says_what_it_is_called_and_what_it_means() -> None:
    lists = [row for row in PARAMETERS if row.schema is not None]
    assert {row.key for row in lists} == {"events", "sites", "contracts"}
    for row in lists:
        for column in row.schema.columns:  # type: ignore[union-attr]
            assert column.label
            assert column.help.endswith(".")
            assert not column.is_number or (column.unit and column.low < column.high)


def test_that_describe_prints_every_column_of_every_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line.main(["describe", "lists"]) == 0
    printed = capsys.readouterr().out
    assert printed == csv_out.lists_csv()
    rows = {(r["list"], r["key"]): r for r in csv.DictReader(io.StringIO(printed))}
    assert len(rows) == len(EVENTS.columns) + len(SITES.columns) + len(CONTRACTS.columns)
    gw = rows["sites", "gw"]
    assert (gw["unit"], gw["min"], gw["max"], gw["needed"]) == ("GW facility", "1e-09", "1000", "1")
    assert rows["contracts", "notice_months"]["needed"] == "0"
    assert rows["events", "scope"]["words"] == "all"


def test_that_a_column_outside_its_words_says_them() -> None:
    column = next(c for c in EVENTS.columns if c.key == "kind")
    assert isinstance(column, Column)
    assert column.allowed().startswith("allowed is supply_stop, base_loss, power_outage")


# Other chips


def without(family: str) -> Catalogue:
    shipped = Scenario().catalogue
    chips = tuple(chip for chip in shipped.chips if chip.family != family)
    return Catalogue("other", chips)


def test_that_the_contracts_of_a_family_that_goes_go_and_are_counted() -> None:
    scenario = Scenario().having(
        sites=[SITE],
        contracts=[CONTRACT, CONTRACT | {"name": "2", "family": "tpu"}, CONTRACT | {"name": "3"}],
    )
    found, told = with_catalogue(scenario, without("gpu"))
    assert [contract.name for contract in found.contracts] == ["2"]
    assert found.sites == scenario.sites
    assert told[-1] == "2 of its contracts went, too."


def test_that_the_contracts_of_a_family_that_is_renamed_keep_to_it() -> None:
    scenario = Scenario().having(contracts=[CONTRACT])
    chips = tuple(
        dataclasses.replace(chip, family="asic") if chip.family == "gpu" else chip
        for chip in scenario.catalogue.chips
    )
    found, told = with_catalogue(scenario, Catalogue("other", chips))
    assert [contract.family for contract in found.contracts] == ["asic"]
    assert told == ()


def test_that_a_catalogue_is_refused_under_contracts_of_families_that_it_has_not() -> None:
    scenario = Scenario().having(contracts=[CONTRACT])
    with pytest.raises(ScenarioError) as caught:
        scenario.having(catalogue=without("gpu"))
    lines = [str(problem) for problem in caught.value.problems]
    assert "contracts[0].family = 'gpu': allowed is tpu, trainium" in lines


def test_that_notes_change_no_number() -> None:
    noted = {"supplier": "A cloud", "term_months": 72, "source": "a filing", "grade": "A"}
    one = simulate(Scenario().having(contracts=[CONTRACT]))
    other = simulate(Scenario().having(contracts=[CONTRACT | noted]))
    assert csv_out.result_csv(one) == csv_out.result_csv(other)
