"""The pictures of a sweep's report, drawn without a window by `headroom sweep report`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from engine.sweep.findings import read_findings
from engine.sweep.folder import Folder
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Here
from engine.sweep.running import run
from gui.sweeps.report import pictures, write_pictures
from gui.widgets.palette import PRINT
from gui.words import units

ROOT = Path(__file__).parent.parent.parent
PLAN = """
name = "Two levers"
draws = 8
columns = []
[[sample]]
method = "saltelli"
points = 16
levers = {power_budget_gw = [1, 3], mix = "simplex"}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("designed")
    run(parse_plan(PLAN.encode(), path), Folder(path), Here())
    return path


def colours(picture: bytes) -> set[str]:
    image = QImage.fromData(picture)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_that_drivers_front_and_box_are_drawn_in_the_colours_of_print(folder: Path) -> None:
    drawn = dict(pictures(read_findings(folder)))
    assert list(drawn) == ["drivers.png", "front.png", "conditions.png"]
    for picture in drawn.values():
        image = QImage.fromData(picture)
        assert image.width() >= 2000
        assert image.pixelColor(1, 1) == QColor(PRINT.ground)
    assert PRINT.accent.upper() in colours(drawn["drivers.png"])
    assert PRINT.text.upper() in colours(drawn["front.png"])


def test_that_the_same_folder_gives_the_same_bytes_whatever_units_are_read(folder: Path) -> None:
    first = {path.name: path.read_bytes() for path in write_pictures(folder)}
    units.install(units.Units(power="MW", currency="EUR", rate=0.9))
    assert {path.name: path.read_bytes() for path in write_pictures(folder)} == first


def test_that_a_sweep_without_numbers_and_both_measures_has_no_pictures(tmp_path: Path) -> None:
    text = 'draws = 8\ncolumns = []\nmeasures = ["economic_cost"]'
    run(parse_plan(text.encode(), tmp_path), Folder(tmp_path), Here())
    assert dict(pictures(read_findings(tmp_path))) == {}


def test_that_the_command_draws_them_where_there_is_no_screen(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gui", "sweep", "report", str(folder)],
        cwd=ROOT,
        env={"PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert names[-3:] == ["drivers.png", "front.png", "conditions.png"]
