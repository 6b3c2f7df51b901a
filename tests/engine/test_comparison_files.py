"""A comparison's file: what lies beside it is named, all else carried, nothing else opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine import Document, Scenario, ScenarioError
from engine.files import comparison_files as files
from engine.files import scenario_files
from engine.files.comparison_files import ComparedPlan, ComparisonFile


def plan(name: str, **values: Any) -> Document:
    return Document(Scenario().having(name=name, **values))


def written(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def comparison(**changes: Any) -> dict[str, Any]:
    carried = json.loads(scenario_files.text_of(plan("Carried")))
    content = {
        "format": files.FORMAT,
        "version": 1,
        "columns": [{"name": "Carried", "scenario": carried}],
    }
    return content | changes


def refused(tmp_path: Path, **changes: Any) -> str:
    path = written(tmp_path / "c.headroom-comparison", comparison(**changes))
    with pytest.raises(ScenarioError) as caught:
        files.load(path)
    text = str(caught.value)
    assert path.name in text
    assert "\n" not in text
    return text


def test_that_what_is_written_is_read_back(tmp_path: Path) -> None:
    beside = tmp_path / "plans" / "beside.headroom"
    beside.parent.mkdir()
    scenario_files.save(plan("Beside", power_budget_gw=2.0), beside)
    entries = (
        ComparedPlan("One", plan("One", power_budget_gw=1.5)),
        ComparedPlan("Beside", scenario_files.load(beside), beside),
        ComparedPlan("Edited", plan("Edited", power_budget_gw=3.0), beside, edited=True),
    )
    path = tmp_path / "all.headroom-comparison"
    files.save(ComparisonFile("Mine", entries, 1), path)
    found = files.load(path)
    assert found.name == "Mine"
    assert found.against == 1
    assert found.notices == ()
    assert [entry.name for entry in found.entries] == ["One", "Beside", "Edited"]
    assert [e.document.scenario.power_budget_gw for e in found.entries] == [1.5, 2.0, 3.0]
    assert [entry.edited for entry in found.entries] == [False, False, True]
    said = json.loads(path.read_text("utf-8"))["columns"]
    assert "scenario" not in said[1]
    assert said[1]["file"] == "plans/beside.headroom"


def test_that_a_file_elsewhere_is_carried_and_not_named(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.headroom"
    scenario_files.save(plan("Elsewhere"), elsewhere)
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "c.headroom-comparison"
    entry = ComparedPlan("Elsewhere", scenario_files.load(elsewhere), elsewhere)
    files.save(ComparisonFile("", (entry,)), path)
    [said] = json.loads(path.read_text("utf-8"))["columns"]
    assert "file" not in said
    assert files.load(path).entries[0].document.scenario.name == "Elsewhere"


def test_that_a_file_which_is_gone_is_left_out_and_told(tmp_path: Path) -> None:
    content = comparison(against=1)
    content["columns"].insert(0, {"name": "Gone", "file": "gone.headroom"})
    found = files.load(written(tmp_path / "c.headroom-comparison", content))
    assert [entry.name for entry in found.entries] == ["Carried"]
    assert found.against == 0
    [notice] = found.notices
    assert "gone.headroom" in notice


def test_that_a_comparison_of_which_nothing_is_left_says_what_is_gone(tmp_path: Path) -> None:
    assert "gone.headroom" in refused(tmp_path, columns=[{"file": "gone.headroom"}])


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../up.headroom", "a/../b.headroom", "C:x.headroom", "\\\\host\\share", "", 3],
)
def test_that_nothing_outside_its_folder_is_opened(tmp_path: Path, name: object) -> None:
    assert "columns.0.file" in refused(tmp_path, columns=[{"file": name}])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "headroom-scenario"}, "format"),
        ({"version": 0}, "version"),
        ({"version": True}, "version"),
        ({"version": 2}, "newer Headroom"),
        ({"columns": []}, "columns"),
        ({"columns": [{}] * 13}, "columns"),
        ({"columns": ["a"]}, "columns.0"),
        ({"columns": [{"name": "neither"}]}, "columns.0"),
        ({"columns": [{"scenario": 3}]}, "columns.0.scenario"),
        ({"columns": [{"scenario": {"format": "x"}}]}, "format"),
        ({"against": 1}, "against"),
        ({"name": 3}, "name"),
        ({"name": "x" * 201}, "name"),
    ],
)
def test_that_what_is_no_comparison_is_refused_in_one_line(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    assert said in refused(tmp_path, **changes)


def test_that_twelve_plans_a_long_name_and_the_last_as_the_first_may_be(tmp_path: Path) -> None:
    [column] = comparison()["columns"]
    content = comparison(columns=[column] * 12, against=11, name="x" * 200)
    found = files.load(written(tmp_path / "c.headroom-comparison", content))
    assert (len(found.entries), found.against, found.name) == (12, 11, "x" * 200)
    assert found.notices == ()
    for against in (12, -1, True, "0"):
        said = refused(tmp_path, columns=[column] * 12, against=against)
        assert said.endswith(f"against = {against!r}: allowed is a whole number from 0 to 11")


def test_that_what_is_gone_moves_the_place_of_the_first(tmp_path: Path) -> None:
    [column] = comparison()["columns"]
    columns = [{"file": "gone.headroom"}, column, column | {"name": "Second"}]
    for against, place in ((0, 0), (1, 0), (2, 1)):
        content = comparison(columns=columns, against=against, more=1, other=2)
        found = files.load(written(tmp_path / "c.headroom-comparison", content))
        assert (len(found.entries), found.against) == (2, place)
        assert found.notices[-1] == "unknown keys, not used: more, other"
        assert "gone.headroom" in found.notices[0]


def test_that_a_column_has_its_own_name_or_its_plan_s(tmp_path: Path) -> None:
    [column] = comparison()["columns"]
    named = {"name": "Second", "scenario": column["scenario"]}
    nameless = {"scenario": column["scenario"]}
    path = written(tmp_path / "c.headroom-comparison", comparison(columns=[named, nameless]))
    assert [entry.name for entry in files.load(path).entries] == ["Second", "Carried"]


def test_that_a_file_is_named_where_its_name_can_be_read_again(tmp_path: Path) -> None:
    for name, said in (
        ("a.headroom", "a.headroom"),
        ("sub/a.headroom", "sub/a.headroom"),
        ("../a.headroom", None),
        ("C:x.headroom", None),  # a drive's, to Windows
    ):
        assert files.named_within(tmp_path / name, tmp_path) == said, name


def test_that_half_a_letter_in_an_unknown_key_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "c.headroom-comparison"
    half = Document(Scenario(name="é"), {"\ud800": "é"})
    files.save(ComparisonFile("é", (ComparedPlan("a", half),)), path)
    text = path.read_text("utf-8")
    assert '"name": "é"' in text  # letters stay letters where they can
    assert "\\ud800" in text
    [entry] = files.load(path).entries
    assert entry.document.unknown == {"\ud800": "é"}


def test_that_a_file_too_large_or_none_at_all_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.headroom-comparison"
    path.write_bytes(b"{" + b" " * files.LARGEST)
    with pytest.raises(ScenarioError, match="bytes"):
        files.load(path)
    with pytest.raises(ScenarioError):
        files.load(tmp_path)


def test_that_a_comparison_is_saved_up_to_the_bytes_that_can_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, of = (
        tmp_path / "c.headroom-comparison",
        ComparisonFile("c", (ComparedPlan("a", plan("a")),)),
    )
    size = len(files.text_of_comparison(of, tmp_path).encode())
    monkeypatch.setattr(files, "LARGEST", size - 1)
    with pytest.raises(ScenarioError, match=f"{path}: size = {size:,d} bytes"):
        files.save(of, path)
    assert not path.exists()
    monkeypatch.setattr(files, "LARGEST", size)
    files.save(of, path)
    assert path.stat().st_size == size
    assert files.load(path).name == "c"


def test_that_the_last_file_stays_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "c.headroom-comparison"
    for name in ("first", "second"):
        files.save(ComparisonFile(name, (ComparedPlan("a", plan("a")),)), path)
    assert files.load(path).name == "second"
    assert files.load(scenario_files.backup_of(path)).name == "first"
