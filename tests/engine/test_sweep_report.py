"""A sweep's report of four scenarios, each number of which is written down here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.sweep.report import write_report
from engine.sweep.rows import STATISTICS

# of each finished scenario: its number, what is decided, what comes to pass, cost, unserved
LINES = (
    (2, "a", 1.0, 1.0, 4.0),
    (3, "b", 1.0, 2.0, 2.0),
    (5, "a", 1.5, 3.0, 3.0),
    (7, "b", 1.5, 4.0, 1.0),
)
COLUMNS = ("who", "pue")


def factor(name: str, decided: bool) -> dict[str, object]:
    return {"name": name, "method": "grid", "decision": decided, "columns": [name], "levels": 2}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    measures = ("economic_cost", "unserved_revenue")
    manifest = {
        "format": "headroom-sweep",
        "version": 1,
        "name": "Four",
        "tables": "csv",
        "scenarios": 9,
        "varied": [*COLUMNS],
        "factors": [factor("who", True), factor("pue", False)],
        "measures": [{"name": name, "unit": "$bn", "low_is_better": True} for name in measures],
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    header = ["scenario", *COLUMNS, *(f"{name}_{key}" for name in measures for key in STATISTICS)]
    text = ",".join(header) + "\n"
    for number, who, pue, cost, unserved in LINES:
        cells = [number, who, pue, *[cost] * len(STATISTICS), *[unserved] * len(STATISTICS)]
        text += ",".join(map(str, cells)) + "\n"
    (tmp_path / "summary.csv").write_text(text)
    return tmp_path


def test_that_a_report_says_what_drives_what_is_best_and_where_the_front_is(folder: Path) -> None:
    names = write_report(folder)
    assert names == ["report.md", "drivers.csv", "indices.csv", "front.csv"]
    text = (folder / "report" / "report.md").read_text("utf-8")
    assert text.split("\n") == [
        "# Four",
        "",
        "4 of 9 scenarios are finished.",
        "",
        "## economic_cost [$bn]",
        "",
        "- driven by pue: rank correlation +0.89",  # 2 of the root of 5
        "- best: scenario 2, 1 on average",
        "- least regret: the choice of scenario 2, at most 0",
        "",
        "## unserved_revenue [$bn]",
        "",
        "- driven by pue: rank correlation -0.45",  # minus 1 of the root of 5
        "- best: scenario 7, 1 on average",
        "- least regret: the choice of scenario 3, at most 0",
        "",
        "## The worst quarter of unserved revenue",
        "",
        "- pue at most 1",
        "- covers 100% of them; 50% inside are such",
        "",
        "## Cost against unserved revenue: 3 scenarios on the front",
        "",
        "- scenario 2",
        "- scenario 3",
        "- scenario 7",
        "",
    ]


def test_that_its_tables_have_the_numbers_in_full(folder: Path) -> None:
    write_report(folder)
    drivers, indices, front = (
        (folder / "report" / f"{name}.csv").read_text("utf-8").splitlines()
        for name in ("drivers", "indices", "front")
    )
    assert drivers[0] == "measure,column,rank_correlation"
    cells = [line.split(",") for line in drivers[1:]]
    assert [line[:2] for line in cells] == [["economic_cost", "pue"], ["unserved_revenue", "pue"]]
    assert [float(line[2]) for line in cells] == pytest.approx([2 / 5**0.5, -1 / 5**0.5])
    assert indices == ["measure,lever,first,first_error,total,total_error"]
    assert front[0].split(",")[:4] == ["scenario", "who", "pue", "economic_cost_plan"]
    assert [line.split(",")[:4] for line in front[1:]] == [
        *(["2", "a", "1.0", "1.0"], ["3", "b", "1.0", "2.0"], ["7", "b", "1.5", "4.0"])
    ]
