"""The bench's programs in C and in JavaScript compute what the engine does, or compare nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from engine import Scenario, load
from engine.model.arrays import Array
from engine.tables.series import series
from engine.worlds.ensemble import BAND_COLUMNS, ensemble
from tests.bench.programs.in_c import InC, compiler
from tests.bench.programs.in_javascript import InJavaScript, node
from tests.engine.stored_runs import Table, first_difference_of_stored, table

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
DRAWS = 64
WITH_BANDS = ("capacity_eflops", "demand_eflops", "shortfall_eflops", "usd_per_pflop_hour")
TOLERANCE = 1e-9

needs_compiler = pytest.mark.skipif(compiler() is None, reason="there is no C compiler here")
needs_node = pytest.mark.skipif(node() is None, reason="there is no node here")


def scenario_of(name: str) -> Scenario:
    return load(GOLDEN / f"{name}.json").scenario


def difference(found: Mapping[str, Array], name: str) -> str:
    """Where a run is not the stored one of the name."""
    stored = table((GOLDEN / f"{name}.csv").read_text())
    ours: Table = {key: stored[key] for key in ("t", "month")}
    for key, values in found.items():
        line = values[:, 0].tolist()
        if codes := series(key).codes if key == "binding" else ():
            ours[key] = [codes[int(code)] for code in line]
        else:
            ours[key] = ["" if math.isnan(value) else repr(value) for value in line]
    return first_difference_of_stored(ours, stored)


def assert_spread(scenario: Scenario, bands: Mapping[str, Array], chance: Array) -> None:
    drawn = ensemble(scenario, DRAWS, WITH_BANDS)
    for key in WITH_BANDS:
        expected = np.stack([getattr(drawn.bands[key], each) for each in BAND_COLUMNS], axis=1)
        atol = TOLERANCE * float(np.nanmax(np.abs(expected)))
        np.testing.assert_allclose(bands[key], expected, rtol=TOLERANCE, atol=atol)
    assert drawn.risk is not None
    np.testing.assert_allclose(chance, drawn.risk.short, rtol=0, atol=TOLERANCE)


@needs_compiler
@pytest.mark.parametrize("name", NAMES)
def test_that_the_program_in_c_gives_each_stored_run(name: str) -> None:
    program = InC(scenario_of(name))
    program.run()
    assert difference(program.found, name) == ""


@needs_compiler
@pytest.mark.parametrize("name", NAMES)
def test_that_worlds_side_by_side_in_c_spread_as_the_engines_do(name: str) -> None:
    program = InC(scenario_of(name), DRAWS, WITH_BANDS)
    program.run_with_bands()
    assert_spread(scenario_of(name), program.bands, program.chance)


@needs_node
@pytest.mark.parametrize("name", NAMES)
def test_that_the_program_in_javascript_gives_each_stored_run(name: str) -> None:
    with InJavaScript(scenario_of(name)) as program:
        program.milliseconds()
        found, _, _ = program.shown()
    assert difference(found, name) == ""


@needs_node
@pytest.mark.parametrize("name", NAMES)
def test_that_worlds_in_javascript_spread_as_the_engines_do(name: str) -> None:
    with InJavaScript(scenario_of(name), DRAWS, WITH_BANDS) as program:
        program.milliseconds_with_bands()
        _, bands, chance = program.shown()
    assert_spread(scenario_of(name), bands, chance)


@needs_compiler
def test_that_a_wrong_program_would_be_noticed() -> None:
    program = InC(scenario_of(NAMES[0]).having(reserve_margin=0.11))
    program.run()
    assert difference(program.found, NAMES[0]) != ""
