"""One scenario, all its series: the run behind every frame, beside the model in plain Python."""

from __future__ import annotations

from timing import Row, measured

from engine import simulate
from engine.files import scenario_files
from engine.resource import resource
from tests.engine.plain_model import PlainModel

TARGET_MS = 4.0


def rows() -> list[Row]:
    path = resource("scenarios", f"article_2025_10{scenario_files.SUFFIX}")
    scenario = scenario_files.parse(path.read_bytes()).scenario
    return [
        measured(
            "One run, all series",
            lambda: simulate(scenario),
            target=TARGET_MS,
            peer="plain Python",
            peer_work=lambda: PlainModel(scenario).run(),
            note=f"{scenario.horizon_months} months, {len(simulate(scenario))} columns",
            turns=41,
        )
    ]
