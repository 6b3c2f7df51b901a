"""Every version of the file format that ever was opens, and the schema says what the newest is."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from engine import __main__ as command_line
from engine.files import scenario_files, versions
from engine.files.document import Document
from engine.files.file_text import OUTSIDE_PARAMETERS
from engine.files.migrations import MIGRATIONS
from engine.files.scenario_files import VERSION, load, parse, save, text_of
from engine.files.schema import schema, schema_text
from engine.problems import ScenarioError
from engine.resource import resource
from engine.tables.scenario import PARAMETERS, Scenario
from engine.values import Event
from tests.engine.strategies import scenarios

SAMPLES = Path(__file__).parent / "files"
NOW = datetime(2026, 11, 25, 17, 5, tzinfo=UTC)
STOP = Event("supply_stop", "gpu", 17, 9, 1.0)


def sample(version: int) -> Document:
    return load(SAMPLES / f"version_{version}.headroom")


def content_of(version: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / f"version_{version}.headroom").read_text("utf-8"))
    return found


# Every version opens


def test_that_every_version_has_a_sample_and_a_way_to_the_newest() -> None:
    assert sorted(MIGRATIONS) == list(range(VERSION))
    assert {path.name for path in SAMPLES.glob("*.headroom")} == {
        f"version_{number}.headroom" for number in range(VERSION + 1)
    }


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_that_a_sample_of_every_version_opens_and_is_saved_as_the_newest(
    version: int, tmp_path: Path
) -> None:
    document = sample(version)
    save(document, tmp_path / "new.headroom")
    again = load(tmp_path / "new.headroom")
    assert json.loads((tmp_path / "new.headroom").read_text("utf-8"))["version"] == VERSION
    assert (again.scenario, again.unknown, again.versions) == (
        document.scenario,
        document.unknown,
        document.versions,
    )


def test_that_version_0_means_what_it_meant() -> None:
    document = sample(0)
    scenario = document.scenario
    assert scenario.name == "Version 0: before the first release"
    assert scenario.notes == "Power in MW, mixes in percent."
    assert (scenario.power_start_gw, scenario.power_budget_gw) == (0.5, 2.5)
    assert scenario.power_growth_gw_per_year == 1.0
    assert dict(scenario.mix) == {"tpu": 0.48, "trainium": 0.21, "gpu": 0.31}
    assert (scenario.seed, scenario.events) == (7, (STOP,))
    assert len(scenario.catalogue.chips) == 13
    assert document.unknown == {"author": "A. Planner"}
    assert document.notices[0] == "written in an older form (version 0), read as the newest"
    assert not document.read_only


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("power_budget_mw", 99_000, "power_budget_gw = 99.0: allowed is a number"),
        ("power_budget_mw", "much", "power_budget_gw = 'much': allowed is a number"),
        ("mix_percent", {"tpu": 60, "trainium": 30, "gpu": 20}, "sums to 1.1"),
        ("mix_percent", [60], "mix = [60]: allowed is a number"),
        ("power_budget_mw", 10**400, "power_budget_gw = 1000000"),
    ],
)
def test_that_a_bad_value_in_an_old_file_is_refused_as_in_a_new_one(
    key: str, value: object, line: str
) -> None:
    content = content_of(0)
    content["parameters"][key] = value
    with pytest.raises(ScenarioError) as caught:
        parse(json.dumps(content).encode())
    assert line in str(caught.value)


def test_that_version_1_means_what_it_meant() -> None:
    document = sample(1)
    scenario = document.scenario
    assert scenario.name == "Version 1: a plan kept for ever"
    assert scenario.notes == "Zwei Zeilen,\n„so“ – 余裕."
    assert (scenario.power_budget_gw, scenario.events) == (2.5, (STOP,))
    assert document.notices == (
        "written in an older form (version 1), read as the newest",
        "unknown keys, kept but not used: url, quantum_share, licence, packaging",
    )
    (version,) = document.versions
    assert (version.name, version.saved) == ("First draft", "2026-11-01T09:30:00Z")
    assert scenario_files.parse_object(version.file).scenario.power_budget_gw == 2.0


def test_that_unknown_keys_of_every_block_are_saved_where_they_were() -> None:
    again = json.loads(text_of(sample(1)))
    assert again["licence"] == {"name": "CC-BY-4.0"}
    assert again["parameters"]["quantum_share"] == 0.5
    assert again["catalogue"]["url"] == "kept"
    (chip,) = [c for c in again["catalogue"]["chips"] if c["name"] == "Trainium3"]
    assert chip["packaging"] == "2.5D"


# Stable bytes


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_that_save_load_save_gives_the_same_bytes(version: int, tmp_path: Path) -> None:
    first, second = tmp_path / "first.headroom", tmp_path / "second.headroom"
    save(sample(version), first)
    save(load(first), second)
    assert first.read_bytes() == second.read_bytes()


def test_that_the_defaults_are_saved_as_they_are_read_again() -> None:
    text = text_of(Document(Scenario()))
    assert text_of(parse(text.encode())) == text


def test_that_the_newest_sample_is_what_saving_it_writes() -> None:
    stored = (SAMPLES / f"version_{VERSION}.headroom").read_text("utf-8")
    assert without_program(text_of(sample(VERSION))) == without_program(stored)


def without_program(text: str) -> list[str]:
    return [line for line in text.splitlines() if '"created_with"' not in line]


# Flat objects and odd letters


def test_that_a_flat_object_whose_keys_are_a_file_s_own_saves_to_a_file_that_opens() -> None:
    flat = {
        row.key: json.loads(json.dumps(scenario_files.plain(row.default))) for row in PARAMETERS
    }
    document = parse(json.dumps(flat | {"name": "mine", "version": 9, "catalogue": 3}).encode())
    assert document.unknown == {"flat_name": "mine", "flat_version": 9, "flat_catalogue": 3}
    assert parse(text_of(document).encode()).unknown == document.unknown


def test_that_an_unknown_key_without_letters_is_told_of() -> None:
    content = json.loads(text_of(Document(Scenario()))) | {"": 1}
    [notice] = parse(json.dumps(content).encode()).notices
    assert notice == 'unknown keys, kept but not used: ""'


def test_that_what_is_wrong_with_json_does_not_end_in_nothing() -> None:
    with pytest.raises(ScenarioError) as caught:
        parse(b'{"format": "a\nb"}')
    assert str(caught.value).endswith(": Invalid control character")


def test_that_half_a_letter_is_refused_in_a_text_and_kept_in_an_unknown_key(tmp_path: Path) -> None:
    content = json.loads(text_of(Document(Scenario())))
    with pytest.raises(ScenarioError, match=r"name = .*: allowed is a text"):
        parse(json.dumps(content | {"name": "\ud83d"}).encode())
    document = parse(json.dumps(content | {"mood": "\ud83d"}).encode())
    save(document, tmp_path / "half.headroom")
    assert load(tmp_path / "half.headroom").unknown == {"mood": "\ud83d"}


@pytest.mark.parametrize(
    "name",
    ["=cmd|' /C calc'!A0", "../../x", "x" * 10_000, "🚀 plan", "خطة", "a\nb\x00c", '"}],{'],
    ids=lambda name: repr(name[:12]),
)
def test_that_any_name_is_saved_as_it_is(name: str, tmp_path: Path) -> None:
    save(Document(Scenario(name=name, notes=name)), tmp_path / "a.headroom")
    scenario = load(tmp_path / "a.headroom").scenario
    assert (scenario.name, scenario.notes) == (name, name)
    assert list(tmp_path.iterdir()) == [tmp_path / "a.headroom"]


# Named versions


def test_that_a_kept_version_is_the_state_of_its_moment() -> None:
    before = Scenario(name="Plan").having(power_budget_gw=3.0)
    summer = timezone(timedelta(hours=2))
    (version,) = versions.kept(Document(before), "Board", NOW.astimezone(summer))
    document = Document(before.having(power_budget_gw=5.0), versions=(version,))
    (again,) = parse(text_of(document).encode()).versions
    assert again.saved == "2026-11-25T17:05:00Z"
    assert scenario_files.parse_object(again.file).scenario == before


def test_that_versions_have_a_line_each_and_none_within_another() -> None:
    document = Document(Scenario())
    for name in ("one", "two"):
        document = Document(Scenario(), versions=versions.kept(document, name, NOW))
    lines = [line for line in text_of(document).splitlines() if '"saved"' in line]
    assert len(lines) == 2
    assert all(line.count('"saved"') == 1 for line in lines)


def test_that_a_document_holds_no_more_versions_than_fit() -> None:
    document = Document(Scenario())
    document = Document(
        Scenario(), versions=versions.kept(document, "v", NOW) * versions.MOST_VERSIONS
    )
    with pytest.raises(ScenarioError, match="at most 30 versions and 1 MB of them; remove one"):
        versions.kept(document, "one more", NOW)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({}, "versions = {}: allowed is a list of versions"),
        ([3], "versions[0] = 3: a version has name, saved, file"),
        ([{"name": "a", "saved": "b"}], "versions[0] = {'name': 'a', 'saved': 'b'}: a version has"),
        ([{"name": 1, "saved": "", "file": {}}], "versions[0].name = 1: allowed is a text"),
        ([{"name": "", "saved": "", "file": []}], "versions[0].file = []: allowed is a scenario"),
    ],
)
def test_that_versions_that_are_none_are_refused_with_their_place(value: Any, line: str) -> None:
    content = json.loads(text_of(Document(Scenario()))) | {"versions": value}
    with pytest.raises(ScenarioError) as caught:
        parse(json.dumps(content).encode())
    assert str(caught.value).startswith(line)


# The schema


def test_that_the_published_schema_is_made_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """When red: make anew WRITE=1"""
    published = resource("headroom-scenario.schema.json").read_text("utf-8")
    assert published == schema_text()
    assert command_line.main(["describe", "schema"]) == 0
    assert capsys.readouterr().out == published


def test_that_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


CHECK = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("name", sorted(p.name for p in resource("scenarios").iterdir()))
def test_that_the_shipped_scenarios_keep_to_the_schema(name: str) -> None:
    CHECK.validate(json.loads(resource("scenarios", name).read_text("utf-8")))


@given(scenario=scenarios())
def test_that_whatever_is_saved_keeps_to_the_schema(scenario: Scenario) -> None:
    CHECK.validate(json.loads(text_of(Document(scenario))))


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_the_schema_refuses_what_the_table_refuses(row: Any) -> None:
    content = json.loads(text_of(Document(Scenario())))
    place = content if row.key in OUTSIDE_PARAMETERS else content["parameters"]
    wrong: list[object] = [["nothing"], {"x": "nothing"}]
    if row.is_number or row.per_family:
        outside = row.high * 2 + 1
        wrong.append({"tpu": outside} if row.per_family else outside)
    for value in wrong:
        changed = copy.deepcopy(content)
        (changed if place is content else changed["parameters"])[row.key] = value
        assert not CHECK.is_valid(changed)


# From the first edition of the model to the second


def first_edition(**parameters: Any) -> dict[str, Any]:
    """A file of version 1 with some parameters more."""
    content = content_of(1)
    content["parameters"] |= parameters
    return content


def test_that_a_file_of_version_1_has_nothing_of_what_came_after() -> None:
    scenario = sample(1).scenario
    assert (scenario.sites, scenario.contracts) == ((), ())
    assert (scenario.repower_threshold, scenario.rent_basis) == (0.0, "quoted")
    assert set(scenario.chip_price_growth.values()) == {1.0}
    assert set(scenario.software_gain.values()) == {1.0}


def test_that_version_2_means_what_it_meant() -> None:
    scenario = sample(2).scenario
    assert scenario.name == "Version 2: sites and contracts"
    east, west = scenario.sites
    assert (east.name, east.gw, east.probability) == ("East, first hall", 0.3, 0.85)
    assert (east.place, east.source, east.grade) == ("Østerbro", "a filing", "A")
    assert (west.start_month, west.ramp_months) == (-3, 1)
    tranche, option = scenario.contracts
    assert (tranche.name, tranche.supplier) == ("“Tranche” 1", "A cloud")
    assert (tranche.term_months, tranche.notice_months) == (72, 3)
    assert (option.family, option.firm, option.term_months) == ("tpu", 0.0, None)
    assert scenario.events[0].name == "Export stop"
    assert (scenario.rent_basis, scenario.provider_margin) == ("cost", 0.25)
    assert dict(scenario.software_gain) == {"tpu": 1.1, "trainium": 1.3, "gpu": 1.05}


def test_that_an_unknown_key_of_version_1_that_means_something_now_is_kept_under_another() -> None:
    content = first_edition(rent_basis="theirs", sigma_rebound=[1]) | {"contracts": "in the safe"}
    document = parse(json.dumps(content).encode())
    assert document.scenario.rent_basis == "quoted"
    assert document.scenario.contracts == ()
    assert document.unknown["version_1_contracts"] == "in the safe"
    kept = document.unknown["parameters"]
    assert (kept["version_1_rent_basis"], kept["version_1_sigma_rebound"]) == ("theirs", [1])
    assert parse(text_of(document).encode()).unknown == document.unknown


def test_that_version_1_with_chips_of_its_own_gets_values_for_its_families() -> None:
    content = json.loads(json.dumps(content_of(1)).replace('"gpu"', '"asic"'))
    scenario = parse(json.dumps(content).encode()).scenario
    assert dict(scenario.software_gain) == {"tpu": 1.0, "trainium": 1.0, "asic": 1.0}


@pytest.mark.parametrize("catalogue", [3, [], {}, {"chips": 3}, {"chips": [3, {"family": 3}]}])
def test_that_wrong_chips_in_version_1_are_refused_as_ever(catalogue: object) -> None:
    with pytest.raises(ScenarioError, match=r"^catalogue"):
        parse(json.dumps(content_of(1) | {"catalogue": catalogue}).encode())


def test_that_a_version_kept_in_an_older_file_is_brought_up_to_date_when_it_is_opened() -> None:
    (version,) = sample(1).versions
    assert version.file["version"] == 1
    document = scenario_files.parse_object(version.file)
    assert document.scenario.sites == ()
    assert document.notices[0] == "written in an older form (version 1), read as the newest"


def test_that_a_flat_object_of_the_first_edition_opens_and_one_of_parts_is_told_what_it_lacks() -> (
    None
):
    flat = {**content_of(1)["parameters"], "seed": 7, "events": []}
    scenario = parse(json.dumps(flat).encode()).scenario
    assert (scenario.rent_basis, scenario.sites) == ("quoted", ())
    with pytest.raises(ScenarioError, match="repower_threshold = missing"):
        parse(json.dumps(flat | {"rent_basis": "cost"}).encode())
