"""Scenarios of the model's first edition mean what they meant.

With one utilisation for training and serving, which is all that the second edition changed for
them, each gives the monthly results that the first edition's program gave.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import csv_out
from engine.files.scenario_files import load
from engine.run.simulate import simulate
from tests.engine.stored_runs import first_difference_of_stored, table

STORED = Path(__file__).parent / "golden" / "first_edition"
NAMES = ("article_2025_10", "one_supplier_gpu", "power_starved", "public_record_2026_09")


def test_that_all_four_are_there_as_they_were_written_with_one_utilisation() -> None:
    assert sorted(path.stem for path in STORED.glob("*.headroom")) == list(NAMES)
    for name in NAMES:
        assert '"version": 1,' in (STORED / f"{name}.headroom").read_text("utf-8")
        scenario = load(STORED / f"{name}.headroom").scenario
        assert scenario.mfu_serving == scenario.mfu_training


@pytest.mark.parametrize("name", NAMES)
def test_that_a_scenario_of_the_first_edition_gives_its_stored_run(name: str) -> None:
    ours = table(csv_out.result_csv(simulate(load(STORED / f"{name}.headroom").scenario)))
    stored = table((STORED / f"{name}.csv").read_text())
    assert first_difference_of_stored(ours, stored) == ""
