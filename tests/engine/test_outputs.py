"""Where the command line writes: never over an input, a scenario, or what is no plain file."""

from __future__ import annotations

import os
import socket
import stat
import sys
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.files.document import Document
from engine.files.scenario_files import load, save
from engine.files.target import LONGEST_NAME, fitting
from engine.files.writing import backup_of, write_whole
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

SOMEONE, NOBODY = 4321, 65534  # users that no test runs as
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="no leave to make such a file on Windows")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.headroom"
    save(Document(Scenario(name="Plan")), path)
    return path


def run(plan: Path, csv: Path | str, *more: str) -> int:
    return main(["run", str(plan), "--csv", str(csv), "--set", "horizon_months=12", *more])


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    return line.rstrip("\n")


# Inputs and scenarios


@pytest.mark.parametrize("how", ["itself", "spelt", "symbolic", "hard"])
@pytest.mark.parametrize("draws", [(), ("--draws", "8")])
def test_that_the_scenario_that_is_read_is_never_written_over(
    plan: Path, capsys: pytest.CaptureFixture[str], how: str, draws: tuple[str, ...]
) -> None:
    other = plan.with_name("other.csv")
    if how == "symbolic":
        other.symlink_to(plan)
    if how == "hard":
        os.link(plan, other)
    (plan.parent / "sub").mkdir()
    named = {"itself": plan, "spelt": plan.parent / "sub" / ".." / plan.name}.get(how, other)
    before = plan.read_bytes()
    assert run(plan, named, *draws) == 2
    assert str(named) in refused(capsys)
    assert plan.read_bytes() == before


def test_that_a_scenario_without_its_ending_is_not_written_over_either(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("other", "other.txt", "other.csv"):
        other = tmp_path / name
        save(Document(Scenario(name="Other")), other)
        assert run(plan, other) == 2
        assert (
            refused(capsys) == f"{other}: is there already and is no table; write to another file"
        )
        assert load(other).scenario.name == "Other"


@pytest.mark.parametrize("name", ["new.headroom", "NEW.HEADROOM", "m.xls", "m.png", "m.json"])
def test_that_a_table_is_not_written_under_the_ending_of_another_format(
    plan: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = plan.with_name(name)
    assert run(plan, path) == 2
    line = refused(capsys)
    assert line == f"{path}: a table is written as CSV; name it {path.stem}.csv"
    assert not path.exists()


@pytest.mark.parametrize("name", ["m.csv", "m", "Q3 plan v1.2", "m.txt"])
def test_that_a_table_is_written_again_under_the_same_name(plan: Path, name: str) -> None:
    path = plan.with_name(name)
    for year in ("2025", "2026"):
        assert run(plan, path, "--set", f"start={year}-01", "--draws", "8") == 0
        assert path.read_text().splitlines()[1].startswith(f"0,{year}-01,")
    assert sum(found.name.endswith("-risk.csv") for found in plan.parent.iterdir()) == 1


def test_that_the_second_table_replaces_only_its_like(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, second = plan.with_name("m.csv"), plan.with_name("m-risk.csv")
    second.write_text("risk,owner\nfire,me\n")
    assert run(plan, path, "--draws", "8") == 2
    assert refused(capsys) == (
        f"{second}: is there already and is no table of risk; write to another file"
    )
    assert second.read_text() == "risk,owner\nfire,me\n"
    assert not path.exists()
    second.write_text("measure,unit,value\n")
    assert run(plan, path, "--draws", "8") == 0
    assert "chance_of_shortfall" in second.read_text()


# What is no plain file


@UNIX
@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device", "link to a device"])
def test_that_what_is_no_plain_file_is_not_written_over(
    plan: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = plan.with_name("out")
    if kind == "pipe":
        os.mkfifo(path)
    if kind == "folder":
        path.mkdir()
    if kind == "link to a device":
        path.symlink_to("/dev/null")
    if kind == "device":
        path = Path("/dev/null")
    if kind == "socket":
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(os.path.relpath(path))
        listening.close()
    before = path.lstat()
    assert run(plan, path) == 2
    what = "is a folder" if kind == "folder" else "is not a plain file"
    assert refused(capsys) == f"{path}: cannot be written: {what}"
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    with pytest.raises(ScenarioError, match=what):
        write_whole(path, b"x", backup=True)


@UNIX
def test_that_a_backup_never_takes_the_place_of_a_pipe(plan: Path) -> None:
    os.mkfifo(backup_of(plan))
    save(Document(Scenario(name="New")), plan)
    assert load(plan).scenario.name == "New"
    assert stat.S_ISFIFO(backup_of(plan).stat().st_mode)


# Links of others


def owned(path: Path, user: int) -> Path:
    try:
        os.chown(path, user, user, follow_symlinks=False)
    except (OSError, AttributeError):
        pytest.skip("no leave to give a file to another user")
    return path


@pytest.mark.parametrize("there", [True, False])
def test_that_a_link_that_another_user_made_is_not_followed(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], there: bool
) -> None:
    mine, planted = tmp_path / "mine.csv", tmp_path / "out.csv"
    if there:
        mine.write_text("t,month\n")
    planted.symlink_to(mine)
    owned(planted, SOMEONE)
    assert run(plan, planted) == 2
    assert refused(capsys) == (
        f"{planted}: cannot be written: leads through a link that another user made"
    )
    assert mine.exists() == there
    assert not there or mine.read_text() == "t,month\n"


def test_that_neither_is_one_that_a_link_of_ours_leads_to(plan: Path, tmp_path: Path) -> None:
    mine, planted, ours = tmp_path / "mine.csv", tmp_path / "planted", tmp_path / "ours.csv"
    mine.write_text("t,month\n")
    planted.symlink_to(mine)
    owned(planted, SOMEONE)
    ours.symlink_to(planted)
    with pytest.raises(ScenarioError, match="another user"):
        write_whole(ours, b"x")
    assert mine.read_text() == "t,month\n"


def test_that_a_folder_s_link_counts_where_everyone_may_make_one(tmp_path: Path) -> None:
    shared, mine = tmp_path / "shared", tmp_path / "mine"
    shared.mkdir()
    mine.mkdir()
    (shared / "reports").symlink_to(mine)
    owned(shared / "reports", SOMEONE)
    shared.chmod(0o1777)
    with pytest.raises(ScenarioError, match="another user"):
        write_whole(shared / "reports" / "a.csv", b"x")
    assert not list(mine.iterdir())
    # but a colleague may arrange a folder of their own, and others may use it
    shared.chmod(0o755)
    owned(shared, SOMEONE)
    write_whole(shared / "reports" / "a.csv", b"x")
    assert (mine / "a.csv").read_bytes() == b"x"


def test_that_links_of_our_own_are_followed_and_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_text("old")
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


# Names that are too long for what is put behind them


def test_that_a_name_is_shortened_by_bytes_and_still_told_from_others() -> None:
    long = "計" * 84  # 252 bytes
    assert fitting(long, ".bak") != long + ".bak"
    assert len(fitting(long, ".bak").encode()) <= LONGEST_NAME
    assert fitting(long, ".bak") != fitting("計" * 83 + "画", ".bak")
    assert fitting(long, ".bak").endswith(".bak")
    assert fitting("計" * 83, ".bak") == "計" * 83 + ".bak"


def test_that_the_backup_of_a_file_with_a_long_name_is_kept(tmp_path: Path) -> None:
    file = tmp_path / ("計" * 81 + "..headroom")  # 253 bytes: .bak goes beyond 255
    save(Document(Scenario(name="old")), file)
    save(Document(Scenario(name="new")), file)
    assert load(backup_of(file)).scenario.name == "old"
    assert load(file).scenario.name == "new"
