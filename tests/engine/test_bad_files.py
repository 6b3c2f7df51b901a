"""Files that are no scenario at all, and places that cannot be read or written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import __main__ as command_line
from engine.files import scenario_files
from engine.files.scenario_files import Document, load, save, text_of, write_whole
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

TEXT = text_of(Document(Scenario()))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
ROOT = Path(__file__).parents[2]


def refusal(path: Path) -> str:
    """The one line that `load` refuses the file with, less the file's name."""
    with pytest.raises(ScenarioError) as caught:
        load(path)
    line = str(caught.value)
    assert line.isprintable()
    assert line.startswith(f"{path}: ")
    return line.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (PNG, "is a PNG picture, not a scenario"),
        (b"PK\x03\x04", "is a ZIP archive, not a scenario"),
        (b"\xff\xfb\x00\x01", "is not UTF-8 text (byte 0)"),
        (TEXT.encode("utf-16"), "is a text in UTF-16, not a scenario"),
        (TEXT.encode("utf-32"), "is a text in UTF-32, not a scenario"),
        (TEXT.replace("Untitled", "Entwürfe").encode("latin-1"), "is not UTF-8 text (byte 66)"),
        (b"[]", "is not a Headroom scenario: no JSON object"),
        (b"3", "is not a Headroom scenario: no JSON object"),
        (b"null", "is not a Headroom scenario: no JSON object"),
        (b"{}", 'format = missing: allowed is "headroom-scenario"'),
        (b'{"type": "FeatureCollection"}', 'format = missing: allowed is "headroom-scenario"'),
        (b'{"format": "gltf"}', "format = 'gltf': allowed is \"headroom-scenario\""),
        (b'{"format": null}', 'format = None: allowed is "headroom-scenario"'),
        (b'{"wacc": 0.1, "wacc": 0.2}', "wacc: stands there twice"),
        (b'{"wacc": 0.1} trailing', "damaged JSON in line 1, column 15: Extra data"),
        (b"[" * 100_000, "damaged JSON: nested too deep or too long"),
        (b'{"a":' * 100_000, "damaged JSON: nested too deep or too long"),
        (b'{"wacc": ' + b"9" * 5000 + b"}", "damaged JSON: nested too deep or too long"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_that_a_file_that_is_no_scenario_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, line: str
) -> None:
    file = tmp_path / "foreign"
    file.write_bytes(content)
    assert refusal(file) == line


@pytest.mark.parametrize("version", [-1, 1.0, "1", True, None])
def test_that_a_version_that_never_was_is_refused(tmp_path: Path, version: object) -> None:
    file = tmp_path / "odd.headroom"
    file.write_text(json.dumps(json.loads(TEXT) | {"version": version}))
    assert refusal(file) == f"version = {version!r}: allowed is a whole number from 0 to 2"


@pytest.mark.parametrize("given", [None, [], 3, "all"])
def test_that_parameters_that_are_no_object_are_refused(tmp_path: Path, given: object) -> None:
    file = tmp_path / "odd.headroom"
    file.write_text(json.dumps(json.loads(TEXT) | {"parameters": given}))
    assert refusal(file) == f"parameters = {given!r}: allowed is {{key: value, ...}}"


@pytest.mark.parametrize(
    ("catalogue", "line"),
    [
        (None, "catalogue = None: allowed is {name, chips: [...]}"),
        ({"name": "none"}, "catalogue = {'name': 'none'}: allowed is {name, chips: [...]}"),
        ({"chips": []}, "catalogue.chips = 0 rows: allowed are 1 to 200"),
        ({"chips": [3]}, "catalogue.chips[0] = 3: allowed is {family, name, available"),
        ({"name": 3, "chips": [3]}, "catalogue.name = 3: allowed is a text"),
        ({"chips": [{"family": "tpu"}]}, "catalogue.chips[0].name = missing: every chip needs it"),
        ({"chips": [{"family": "all"}]}, "catalogue.chips[0].family = 'all': allowed is a short"),
    ],
)
def test_that_a_catalogue_of_no_chips_is_refused_with_its_place(
    tmp_path: Path, catalogue: object, line: str
) -> None:
    file = tmp_path / "odd.headroom"
    file.write_text(json.dumps(json.loads(TEXT) | {"catalogue": catalogue}))
    assert refusal(file).startswith(line)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("tops", 0),
        ("tops", -1),
        ("tops", 1e8),
        ("tops", "4614"),
        ("it_watts", 0.5),
        ("capex_usd", None),
        ("rent_usd_per_hour", True),
        ("available", "2025"),
        ("available", "2025-13"),
        ("available", 2025),
        ("grade", "D"),
        ("family", "TPU v7"),
        ("family", ""),
        ("name", " "),
    ],
)
def test_that_a_chip_that_cannot_be_is_refused_with_its_cell(
    tmp_path: Path, column: str, value: object
) -> None:
    content = json.loads(TEXT)
    content["catalogue"]["chips"][2][column] = value
    file = tmp_path / "odd.headroom"
    file.write_text(json.dumps(content))
    assert refusal(file).startswith(f"catalogue.chips[2].{column} = {value!r}: allowed is ")


def test_that_a_huge_file_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "huge.headroom"
    with file.open("wb") as handle:
        handle.truncate(100_000_000)  # sparse: it takes no room
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))
    assert refusal(file) == "size = 100,000,000 bytes: a scenario file has at most 2,100,000 bytes"


def test_that_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(tmp_path) == "is a folder, not a scenario file"
    assert refusal(pipe) == "is not a plain file"
    assert refusal(tmp_path / "gone") == "cannot be read: No such file or directory"
    assert refusal(tmp_path / "pipe" / "under") == "cannot be read: Not a directory"
    with pytest.raises(ScenarioError, match="cannot be read: File name too long"):
        load(tmp_path / ("x" * 300))


def test_that_a_path_with_a_zero_byte_is_refused() -> None:
    with pytest.raises(ScenarioError, match="cannot be read: not a path"):
        load("a\0b")


def test_that_a_name_with_line_breaks_stays_on_one_line(tmp_path: Path) -> None:
    file = tmp_path / "two\nlines\x1b[31m"
    with pytest.raises(ScenarioError) as caught:
        load(file)
    assert str(caught.value).isprintable()


def test_that_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "windows.headroom"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load(file).scenario == Scenario()


# Writing


def test_that_a_crash_before_the_replacement_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.headroom"
    save(Document(Scenario()), file)
    before = file.read_bytes()

    def crash(source: str, target: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(scenario_files.os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        save(Document(Scenario().having(wacc=0.2)), file)
    assert file.read_bytes() == before
    assert os.listdir(tmp_path) == ["mine.headroom"]


def test_that_a_full_disk_is_said_in_one_line_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.headroom"
    save(Document(Scenario()), file)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scenario_files.os, "fsync", full)
    with pytest.raises(ScenarioError) as caught:
        write_whole(file, b"half")
    assert str(caught.value) == f"{file}: cannot be written: No space left on device"
    assert load(file).scenario == Scenario()
    assert os.listdir(tmp_path) == ["mine.headroom"]


def test_that_places_that_cannot_be_written_are_said_in_one_line(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "gone" / "file"):
        with pytest.raises(ScenarioError, match="cannot be written: ") as caught:
            write_whole(place, b"x")
        assert str(caught.value).isprintable()
    with pytest.raises(ScenarioError):
        write_whole("a\0b", b"x")
    assert os.listdir(tmp_path) == []


def test_that_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    file, link = tmp_path / "mine.headroom", tmp_path / "link"
    write_whole(file, b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


# Through the real command, once for each kind of fault


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "engine", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )


@pytest.mark.parametrize(
    "content", [PNG, b"{}", b"[" * 100_000, TEXT.replace("0.1,", "7,").encode()], ids=range(4)
)
def test_that_the_command_refuses_a_bad_file_with_one_line_and_status_two(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "bad").write_bytes(content)
    done = run("run", "bad", "--csv", "out.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("bad: ")
    assert done.stderr.count("\n") == 1
    assert os.listdir(tmp_path) == ["bad"]


def test_that_a_refused_setting_leaves_an_older_result_alone(tmp_path: Path) -> None:
    file, out = tmp_path / "good.headroom", tmp_path / "out.csv"
    file.write_text(TEXT)
    out.write_text("older")
    arguments = ["run", str(file), "--csv", str(out), "--set", "wacc=7"]
    assert command_line.main(arguments) == 2
    assert out.read_text() == "older"
