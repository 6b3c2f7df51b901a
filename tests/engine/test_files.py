"""Scenario files: what is saved is what is read, a line for each thing that can change."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from hypothesis import given

from engine.files.scenario_files import VERSION, Document, load, parse, save, text_of
from engine.problems import ScenarioError
from engine.tables.catalogue import shipped_catalogue
from engine.tables.scenario import PARAMETERS, Scenario
from engine.values import Event
from engine.version import PROGRAM_VERSION
from tests.engine.strategies import scenarios

STOP = Event("supply_stop", "gpu", 17, 9, 1.0)


def written(scenario: Scenario) -> str:
    return text_of(Document(scenario))


@given(scenario=scenarios())
def test_that_any_scenario_is_read_as_it_was_saved_and_saved_as_it_was_read(
    scenario: Scenario,
) -> None:
    text = written(scenario)
    document = parse(text.encode())
    assert document == Document(scenario)
    assert text_of(document) == text


def test_that_a_saved_file_has_the_bytes_of_the_text_and_a_last_line_end(tmp_path: Path) -> None:
    file = tmp_path / "mine.headroom"
    save(Document(Scenario(name="Überfluss 余裕")), file)
    assert file.read_bytes() == written(Scenario(name="Überfluss 余裕")).encode()
    assert file.read_bytes().endswith(b"}\n")
    assert load(file).scenario.name == "Überfluss 余裕"


def test_that_a_file_begins_with_what_it_is_and_who_wrote_it() -> None:
    content = json.loads(written(Scenario(name="Mine", notes="Why")))
    assert list(content) == [
        "format",
        "version",
        "name",
        "notes",
        "created_with",
        "seed",
        "parameters",
        "sites",
        "contracts",
        "events",
        "catalogue",
    ]
    assert content["format"] == "headroom-scenario"
    assert content["version"] == 2
    assert (content["name"], content["notes"]) == ("Mine", "Why")
    assert content["created_with"] == f"Headroom {PROGRAM_VERSION}"


def test_that_every_parameter_is_written_on_a_line_of_its_own() -> None:
    lines = written(Scenario()).splitlines()
    for row in PARAMETERS:
        assert len([x for x in lines if x.strip().startswith(f'"{row.key}": ')]) == 1


def test_that_every_chip_and_event_is_written_on_a_line_of_its_own() -> None:
    scenario = Scenario().having(events=[STOP, STOP])
    lines = written(scenario).splitlines()
    assert len([x for x in lines if '"kind": "supply_stop"' in x]) == 2
    assert len([x for x in lines if '"tops": ' in x]) == len(shipped_catalogue().chips)


@pytest.mark.parametrize(
    "row", [row for row in PARAMETERS if row.is_number and not row.whole], ids=lambda row: row.key
)
def test_that_one_changed_lever_is_one_changed_line(row: object) -> None:
    key, low, high = row.key, row.low, row.high  # type: ignore[attr-defined]
    value = high if key.endswith("_max") or row.default == low else low  # type: ignore[attr-defined]
    before, after = written(Scenario()), written(Scenario().having(**{key: value}))
    changed = [
        line
        for line in difflib.ndiff(before.splitlines(), after.splitlines())
        if line[:2] in ("- ", "+ ")
    ]
    assert len(changed) == 2
    assert all(f'"{key}": ' in line for line in changed)


def test_that_unknown_keys_are_reported_and_saved_again(tmp_path: Path) -> None:
    content = json.loads(written(Scenario()))
    content["licence"] = {"name": "CC-BY"}
    content["parameters"]["quantum_share"] = 0.5
    document = parse(json.dumps(content).encode())
    assert document.notices == ("unknown keys, kept but not used: quantum_share, licence",)
    assert document.scenario == Scenario()
    save(document, tmp_path / "again.headroom")
    again = json.loads((tmp_path / "again.headroom").read_text())
    assert again == content | {"created_with": f"Headroom {PROGRAM_VERSION}"}
    assert load(tmp_path / "again.headroom") == document


def test_that_many_unknown_keys_are_counted() -> None:
    content = json.loads(written(Scenario())) | dict.fromkeys("abcdefgh", 1)
    (notice,) = parse(json.dumps(content).encode()).notices
    assert notice == "unknown keys, kept but not used: a, b, c, d, e and 3 more"


def test_that_a_newer_file_opens_and_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "newer.headroom"
    text = written(Scenario()).replace(f'"version": {VERSION}', f'"version": {VERSION + 1}')
    file.write_text(text)
    document = load(file)
    assert document.read_only
    assert document.scenario == Scenario()
    assert document.notices == ("written by a newer Headroom (version 3): opened read-only",)
    with pytest.raises(ScenarioError, match="is read-only; save it under another name"):
        save(document, file)
    assert file.read_text() == text


def test_that_a_file_without_a_catalogue_uses_the_shipped_one() -> None:
    content = json.loads(written(Scenario()))
    del content["catalogue"]
    assert parse(json.dumps(content).encode()).scenario.catalogue == shipped_catalogue()


def test_that_a_file_keeps_the_catalogue_it_was_saved_with() -> None:
    content = json.loads(written(Scenario()))
    content["catalogue"]["chips"][3]["tops"] = 5000
    scenario = parse(json.dumps(content).encode()).scenario
    assert scenario.catalogue.chips[3].tops == 5000
    assert written(scenario) == written(parse(written(scenario).encode()).scenario)


def test_that_a_flat_object_of_parameters_opens_with_its_title_and_description() -> None:
    content = json.loads(written(Scenario()))
    flat = {"title": "Flat", "description": "Told", **content["parameters"], "seed": 5}
    document = parse(json.dumps(flat | {"colour": "red"}).encode())
    assert document.scenario == Scenario(name="Flat", notes="Told").having(seed=5)
    assert document.unknown == {"colour": "red"}
    assert document.notices == ("unknown keys, kept but not used: colour",)


def test_that_two_scenarios_with_the_same_values_are_equal_and_hash_alike() -> None:
    changed = Scenario().having(mix={"tpu": 1, "trainium": 0, "gpu": 0})
    again = parse(written(changed).encode()).scenario
    assert changed == again != Scenario()
    assert hash(changed) == hash(again)
