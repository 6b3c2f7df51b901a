"""The `headroom` command without a window."""

from __future__ import annotations

import csv
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from engine import Scenario, console, load, simulate
from gui.report.write import report_stems
from gui.system import display
from gui.words.sanitize import file_stem

SCENARIO = "resources/scenarios/power_starved.headroom"


def headroom(*arguments: str, cwd: Path | None = None, **environment: str):
    plain = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and k != "QT_QPA_PLATFORM"}
    root = Path.cwd()
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "gui", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd or root,
        env={**plain, "PYTHONPATH": str(root), **environment},
        timeout=120,
        check=False,
    )


def test_that_without_a_display_the_default_report_is_written_instead(tmp_path):
    done = headroom(cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("\n") == 1
    assert "No display found" in done.stderr
    names = sorted(path.name for path in (tmp_path / "report").iterdir())
    assert "article_2025_10.csv" in names
    assert "article_2025_10-overview.png" in names
    assert "article_2025_10.pdf" in names


def test_that_a_display_that_does_not_answer_counts_as_none(tmp_path):
    """As after a closed ssh session or a detached tmux; Qt itself would abort."""
    done = headroom(cwd=tmp_path, DISPLAY="127.0.0.1:4711")
    assert done.returncode == 0, done.stderr
    assert "No display found" in done.stderr
    assert (tmp_path / "report" / "article_2025_10.csv").exists()


def test_that_a_wayland_display_that_does_not_answer_counts_as_none_and_is_named(tmp_path):
    (tmp_path / "run").mkdir()
    run = {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "WAYLAND_DISPLAY": "wayland-9"}
    done = headroom(cwd=tmp_path, **run)
    assert done.returncode == 0, done.stderr
    assert "“wayland-9” doesn't answer. No display found" in done.stderr
    assert (tmp_path / "report" / "article_2025_10.csv").exists()


@pytest.mark.parametrize("listens", [True, False])
def test_that_a_wayland_display_is_asked_as_an_x_display_is(tmp_path, monkeypatch, listens):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
        compositor.bind(str(tmp_path / "w"))
        if listens:
            compositor.listen()
        assert (display.no_display() is None) is listens
        # a dead one beside an X display that lets us in: that is used, and it is said
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setattr(display, "_x_answers", lambda: True)
        assert display.no_display() is None
        assert os.environ.get("QT_QPA_PLATFORM") == (None if listens else "xcb")
        assert bool(display.fallen_back(None)) is not listens
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)


@pytest.mark.parametrize(
    ("chosen", "answers", "used", "said"),
    [
        ("wayland", ("wayland", "xcb"), "wayland", ""),
        ("wayland", ("xcb",), "xcb", "Wayland display “w” doesn't answer: the X display is used"),
        ("wayland-egl;xcb", ("xcb",), "xcb", "“w” doesn't answer: the X display is used"),
        ("xcb", ("wayland",), "wayland", "X display “:7” doesn't answer: the Wayland display is"),
        ("xcb;wayland", ("wayland", "xcb"), "xcb;wayland", ""),
        ("offscreen", (), "offscreen", ""),
        ("vnc:size=800x600", (), "vnc:size=800x600", ""),
        ("wayland;offscreen", (), "wayland;offscreen", ""),
    ],
)
def test_that_a_display_chosen_for_all_programs_gives_way_to_one_that_answers(
    monkeypatch, chosen, answers, used, said
):
    """Qt would end the process with an abort where the one that is chosen doesn't answer."""
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(display, "_wayland_answers", lambda: "wayland" in answers)
    monkeypatch.setattr(display, "_x_answers", lambda: "xcb" in answers)
    assert display.no_display() is None
    assert os.environ["QT_QPA_PLATFORM"] == used
    assert said in display.fallen_back(chosen)
    assert bool(display.fallen_back(chosen)) is bool(said)


@pytest.mark.parametrize("chosen", ["wayland", "xcb", "wayland;xcb"])
def test_that_a_chosen_display_that_does_not_answer_counts_as_none(tmp_path, chosen):
    (tmp_path / "run").mkdir()
    run = {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "QT_QPA_PLATFORM": chosen}
    done = headroom(cwd=tmp_path, DISPLAY="127.0.0.1:4711", WAYLAND_DISPLAY="wayland-9", **run)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("\n") == 1
    name = "127.0.0.1:4711" if chosen == "xcb" else "wayland-9"
    assert f"display “{name}” doesn't answer. No display found" in done.stderr


def test_that_the_screen_of_who_sits_there_is_not_taken_from_afar(tmp_path, monkeypatch):
    """Over ssh no display is named, and the usual one of Wayland may be somebody else's."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display, "_wayland_answers", lambda: True)
    assert display.no_display() == ""


def test_that_a_report_has_the_series_of_its_scenario_with_units(tmp_path):
    done = headroom("report", SCENARIO, "--out", str(tmp_path / "out"), "--format", "csv")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "out" / "power_starved.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["t"] == "0"
    result = simulate(load(SCENARIO).scenario)
    column = [float(row["capacity_eflops [EFLOP/s]"]) for row in rows]
    assert column == result["capacity_eflops"].tolist()


def test_that_a_report_with_draws_has_bands_and_risk_measures(tmp_path):
    done = headroom("report", SCENARIO, "--out", str(tmp_path), "--draws", "64", "--format", "csv")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert {"power_starved-bands.csv", "power_starved-risk.csv"} <= names
    header = (tmp_path / "power_starved-bands.csv").read_text("utf-8").splitlines()[0]
    assert "capacity_eflops_p95" in header


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("report", "missing.headroom", "--out", "x"), "missing.headroom: cannot be read"),
        (("report", "LICENSE", "--out", "x"), "LICENSE: is a text, not a scenario"),
        (("report", SCENARIO, "--out", "x", "--format", "gif"), "allowed are png, svg, csv"),
        (("report", SCENARIO, "--out", ""), "argument --out: allowed is a folder"),
        (("report", SCENARIO, "--out", "x", "--format", ""), "--format: allowed are"),
        (("report", SCENARIO, "--out", "x", "--page", "a3"), "allowed are a4, letter"),
        (("report", SCENARIO, "--out", "x", "--scale", "9"), "allowed are 1, 2, 3, 4"),
        (("report", SCENARIO, "--out", "x", "--size", "big"), "allowed is WIDTHxHEIGHT"),
        (("report", SCENARIO, "--out", "x", "--size", "9x9"), "allowed is 320x240 to"),
        (("report", SCENARIO, "--out", "x", "--month", "2026"), "allowed is a month"),
        (
            ("report", SCENARIO, "--out", "x", "--baseline", "LICENSE"),
            "LICENSE: is a text, not a scenario",
        ),
        (("verify", SCENARIO), "carries no scenario to check it by"),
        (("verify", "missing.png"), "missing.png: cannot be read"),
        (("report", SCENARIO, "--out", "x", "--draws", "0"), "--draws = 0: allowed is"),
        (("report",), "the following arguments are required"),
        (("--nonsense",), "unrecognized arguments"),
    ],
)
def test_that_a_wrong_command_is_one_line_and_writes_nothing(arguments, says):
    done = headroom(*arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert not Path("x").exists()


def test_that_one_bad_file_of_several_stops_the_report_before_it_begins(tmp_path):
    out = tmp_path / "out"
    done = headroom("report", SCENARIO, "LICENSE", "--out", str(out))
    assert done.returncode == 2
    assert not out.exists()


def test_that_an_output_folder_that_can_t_be_made_is_said(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = headroom("report", SCENARIO, "--out", str(blocked / "sub"), "--format", "csv")
    assert done.returncode == 2
    assert "cannot be made" in done.stderr


def test_that_the_self_test_passes():
    done = headroom("self-test")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "self-test passed" in done.stdout


def test_that_nothing_is_printed_where_there_is_no_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    console.complain("nobody hears this")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("The plan", "The-plan"),
        ("../../x", "x"),
        ("=cmd|' /C calc'!A0", "cmd-C-calc-A0"),
        ("", "scenario"),
        ("…", "scenario"),
        ("x" * 10_000, "x" * 80),
        ("NUL", "NUL-scenario"),
    ],
)
def test_that_any_name_gives_a_harmless_file_name(name, stem):
    assert file_stem(name) == stem


def test_that_two_files_of_one_name_get_two_reports():
    paths = [Path("a/plan.headroom"), Path("b/plan.headroom")]
    assert report_stems(paths, [Scenario(), Scenario()]) == ["plan", "plan-2"]
