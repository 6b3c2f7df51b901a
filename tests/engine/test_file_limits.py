"""The bounds of a scenario file: what is just allowed opens, one more is refused in one line."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from engine import Scenario, ScenarioError
from engine.files import scenario_files, versions
from engine.files.document import Document
from engine.files.scenario_files import (
    backup_of,
    content_of,
    load,
    parse,
    save,
    text_of,
    without_twins,
)
from engine.files.writing import write_whole
from engine.problems import Problem, shown

TEXT = text_of(Document(Scenario()))
NOW = datetime(2026, 11, 25, 17, 5, 0, 999_999, UTC)


def with_more(**more):
    return json.dumps(json.loads(TEXT) | more).encode()


def nested(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value


def refusal(data, *more):
    with pytest.raises(ScenarioError) as caught:
        content_of(data, *more)
    return str(caught.value)


# Sizes


def test_a_file_of_two_million_one_hundred_thousand_bytes_opens_and_of_one_more_does_not():
    data = TEXT.encode().ljust(2_100_000)
    assert parse(data).scenario == Scenario()
    said = "size = 2,100,001 bytes: a scenario file has at most 2,100,000 bytes"
    assert refusal(data + b" ") == said


def test_a_document_is_saved_up_to_the_bytes_that_can_be_read_again(tmp_path):
    path = tmp_path / "plan.headroom"
    room = 2_100_000 - len(text_of(Document(Scenario(notes=""))).encode())
    save(Document(Scenario(notes="x" * room)), path)
    assert path.stat().st_size == 2_100_000
    assert load(path).scenario.notes == "x" * room
    with pytest.raises(ScenarioError, match="size = 2,100,001 bytes: "):
        save(Document(Scenario(notes="x" * (room + 1))), path)
    assert load(path).scenario.notes == "x" * room


def test_a_larger_file_that_may_be_has_a_quarter_of_a_million_values_at_most():
    most = 10_000_000

    def of(values):  # the list, the object, and a comma between each two
        return (b'{"x": [' + b",".join([b"1"] * (values - 1)) + b"]}").ljust(2_100_001)

    assert len(content_of(of(250_000), most)["x"]) == 249_999
    damaged = "damaged JSON: nested too deep or too long"
    assert refusal(of(250_001), most) == damaged
    # commas within texts are no values
    assert content_of(b'{"x": "' + b"," * 2_100_000 + b'"}', most)["x"][:2] == ",,"


def test_a_larger_file_may_have_four_quotation_marks_a_value_and_no_more(monkeypatch):
    monkeypatch.setattr(scenario_files, "LARGEST_FILE", 10)
    monkeypatch.setattr(scenario_files, "MOST_VALUES", 3)
    assert content_of(b'{"a": "b", "c": "d", "e": "f"}', 100) == {"a": "b", "c": "d", "e": "f"}
    # a mark within a text is none of them
    assert content_of(rb'{"a": "b\"", "c": "d", "e": "f"}', 100)["a"] == 'b"'
    damaged = "damaged JSON: nested too deep or too long"
    assert refusal(b'{"a": "b", "c": "d", "e": "f" ""}', 100) == damaged


def test_a_file_that_is_no_larger_than_others_may_have_any_number_of_values(monkeypatch):
    data = b'{"x": [1, 2, 3, 4, 5]}'
    monkeypatch.setattr(scenario_files, "MOST_VALUES", 3)
    monkeypatch.setattr(scenario_files, "LARGEST_FILE", len(data))
    assert content_of(data, 100) == {"x": [1, 2, 3, 4, 5]}
    monkeypatch.setattr(scenario_files, "LARGEST_FILE", len(data) - 1)
    assert refusal(data, 100) == "damaged JSON: nested too deep or too long"


def test_versions_take_so_many_bytes_together_and_no_more(monkeypatch):
    plan, now = Document(Scenario()), datetime(2026, 1, 2, tzinfo=UTC)
    plan = replace(plan, versions=versions.kept(plan, "first", now))
    both = versions.kept(plan, "second", now)
    size = sum(len(json.dumps(version.file)) for version in both)
    monkeypatch.setattr(versions, "LARGEST_VERSIONS", size)
    assert [version.name for version in versions.kept(plan, "second", now)] == ["first", "second"]
    monkeypatch.setattr(versions, "LARGEST_VERSIONS", size - 1)
    with pytest.raises(ScenarioError, match="versions = 2: a document holds at most 30 versions"):
        versions.kept(plan, "second", now)


def test_what_is_kept_but_not_used_may_be_fifty_levels_deep():
    assert parse(with_more(deep=nested(50))).unknown["deep"] == nested(50)
    with pytest.raises(ScenarioError) as caught:
        parse(with_more(deep=nested(51)))
    assert str(caught.value) == "deep: nested deeper than 50 levels"
    deep = {str(i): i for i in range(3)}
    for _ in range(50):
        deep = {"within": deep}
    with pytest.raises(ScenarioError, match="deep: nested deeper than 50 levels"):
        parse(with_more(deep=deep))


def test_a_version_may_hold_a_file_that_was_as_deep():
    def of(levels):  # the file is the first level itself
        return with_more(versions=[{"name": "a", "saved": "b", "file": {"x": nested(levels)}}])

    assert parse(of(53)).versions[0].file == {"x": nested(53)}
    with pytest.raises(ScenarioError, match="versions: nested deeper than 54 levels"):
        parse(of(54))


def test_an_infinite_number_is_refused_wherever_it_is_kept():
    with pytest.raises(ScenarioError) as caught:
        parse(with_more(odd={"a": [1.5, float("inf")]}))
    assert str(caught.value) == "odd = inf: allowed are finite numbers"


# Words about a file


def test_five_unknown_keys_are_all_named_and_of_six_one_is_counted():
    def notice(names):
        return parse(with_more(**dict.fromkeys(names, 1))).notices

    assert notice("") == ()
    assert notice("abcde") == ("unknown keys, kept but not used: a, b, c, d, e",)
    assert notice("abcdef") == ("unknown keys, kept but not used: a, b, c, d, e and 1 more",)


def test_a_key_that_stands_there_twice_is_named():
    assert without_twins([("a", 1), ("b", 2)]) == {"a": 1, "b": 2}
    assert refusal(b'{"a": 1, "b": {"c": 1, "d": 2, "d": 3}}') == "d: stands there twice"


def test_what_is_no_json_says_where():
    said = refusal(b'{"a": 1,\n  "b": }')
    assert said == "damaged JSON in line 2, column 8: Expecting value"
    assert refusal(b'{"a": "\xff"}') == "is not UTF-8 text (byte 7)"
    assert refusal(b"[1]") == "is not a Headroom scenario: no JSON object"
    assert refusal(b'{"a": ' + b"9" * 5000 + b"}") == "damaged JSON: nested too deep or too long"


@pytest.mark.parametrize("number", [True, -1, 1.0, "1", None])
def test_a_version_that_is_no_whole_number_is_refused(number):
    with pytest.raises(ScenarioError) as caught:
        parse(with_more(version=number))
    assert str(caught.value) == f"version = {number!r}: allowed is a whole number from 0 to 2"


def test_a_file_of_the_next_version_is_read_only_and_of_this_one_is_not(tmp_path):
    this, newer = parse(with_more(version=2)), parse(with_more(version=3))
    assert (this.read_only, this.notices) == (False, ())
    assert newer.read_only
    assert newer.notices == ("written by a newer Headroom (version 3): opened read-only",)
    with pytest.raises(ScenarioError, match="is read-only; save it under another name"):
        save(newer, tmp_path / "a.headroom")
    assert list(tmp_path.iterdir()) == []


def test_a_value_is_shown_on_one_line_of_eighty_letters_and_a_text_of_two_hundred_and_forty():
    assert shown("a" * 78) == f"'{'a' * 78}'"
    assert shown("a" * 79) == f"'{'a' * 76}..."
    assert shown("b" * 240, quote=False) == "b" * 240
    assert shown("b" * 241, quote=False) == "b" * 237 + "..."
    assert shown("two\nlines", quote=False) == "two?lines"
    assert shown(10**5000) == "<int>"


def test_one_problem_is_said_and_the_others_are_counted():
    low, high = Problem("low", "3", "allowed is 1"), Problem("", "", "is broken")
    assert str(ScenarioError(low)) == "low = 3: allowed is 1"
    assert str(ScenarioError([high, low])) == "is broken (and 1 more)"
    assert str(ScenarioError([low, high, high]).in_file("a.headroom")) == (
        "a.headroom: low = 3: allowed is 1 (and 2 more)"
    )
    assert str(Problem("low", "", "missing")) == "low: missing"


# Versions


def test_a_version_is_kept_with_its_name_and_the_moment_in_whole_seconds_of_utc():
    document = Document(Scenario(name="plan"))
    first = versions.kept(document, "first", NOW)
    assert [(one.name, one.saved) for one in first] == [("first", "2026-11-25T17:05:00Z")]
    assert first[0].file["name"] == "plan"
    there = NOW.astimezone(timezone(timedelta(hours=-8)))
    second = versions.kept(replace(document, versions=first), "second", there)
    assert second[1].saved == "2026-11-25T17:05:00Z"
    assert [one.name for one in second] == ["first", "second"]
    assert "versions" not in second[1].file


def test_thirty_versions_fit_and_no_more():
    document = Document(Scenario())
    one = versions.kept(document, "v", NOW)
    assert len(versions.kept(replace(document, versions=one * 29), "v", NOW)) == 30
    with pytest.raises(ScenarioError, match="at most 30 versions and 1 MB"):
        versions.kept(replace(document, versions=one * 30), "v", NOW)


# Written once


def test_a_backup_is_a_second_name_of_the_old_file_and_takes_no_room(tmp_path):
    path = tmp_path / "plan.headroom"
    write_whole(path, b"old", backup=True)
    assert not backup_of(path).exists()
    before = path.stat().st_ino
    write_whole(path, b"new", backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"new", b"old")
    assert backup_of(path).stat().st_ino == before
    write_whole(path, b"newest")
    assert backup_of(path).read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["plan.headroom", "plan.headroom.bak"]


def test_the_bounds_of_a_file_leave_room_between_typing_and_writing():
    assert (scenario_files.LARGEST_DOCUMENT, scenario_files.LARGEST_FILE) == (2_000_000, 2_100_000)
