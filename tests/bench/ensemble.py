"""Batches, ensembles and analyses, beside plain Python loops over draws and beside pysd."""

from __future__ import annotations

import resource
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

from timing import Row, Work, measured, medians

from engine import Scenario, simulate_batch
from engine.analysis.kpi import at, total
from engine.analysis.mix_map import mix_map
from engine.analysis.tornado import tornado
from engine.analysis.variants import levers
from engine.analysis.world import world
from engine.worlds.ensemble import ON_SCREEN, ensemble
from tests.engine.plain_model import PlainModel

SCENARIO = Scenario()
CAPACITY = at("capacity_eflops", 60)
UNSERVED = total("unserved_revenue_bn", SCENARIO.as_of + 1, SCENARIO.horizon_months - 1)
PEER_RUNS = 4  # of a slow peer; more would only take longer
PLAIN = "plain Python loop over draws"
STOCK_FLOW = "pysd, an equivalent stock-flow model"
SCALED = f"peer timed on {PEER_RUNS} runs and scaled: each run is independent"


def rows() -> list[Row]:
    """The rows of the issue's speed targets."""
    plain = [PlainModel(world(SCENARIO, draw)) for draw in range(PEER_RUNS)]
    peers = [(PLAIN, _each([model.run for model in plain]))]
    stock_flow = _stock_flow()
    if stock_flow is not None:
        peers.append((STOCK_FLOW, _each([stock_flow] * PEER_RUNS)))
    found = [_batch()]
    works: list[tuple[str, Work, float | None, int]] = [
        ("1,024 draws, 4 bands", lambda: ensemble(SCENARIO, 1024, with_risk=False), 20.0, 1024),
        ("1,024 draws, 4 bands and risk", lambda: ensemble(SCENARIO, 1024), None, 1024),
        ("10,000 draws, 4 bands", lambda: ensemble(SCENARIO, 10_000, with_risk=False), 200, 10_000),
        ("Mix map, 231 mixes x 64 draws", lambda: mix_map(SCENARIO, UNSERVED), 150.0, 231 * 64),
        ("Tornado of every lever", lambda: tornado(SCENARIO, CAPACITY), 10.0, _tornado_runs()),
    ]
    for name, work, target, runs in works:
        for peer, peer_work in peers:
            row = measured(name, work, target, peer, peer_work, turns=7)
            assert row.peer_median is not None
            scaled = row.peer_median * runs / PEER_RUNS
            found.append(Row(name, row.median, target, peer, scaled, SCALED))
    found.append(_hundred_thousand())
    return found


def _tornado_runs() -> int:
    return 1 + 2 * len(levers(SCENARIO))


def _each(runs: list[Any]) -> Work:
    def work() -> None:
        for run in runs:
            run()

    return work


def _batch() -> Row:
    """61 positions of one slider against one run; the target is a ratio."""
    batch = [SCENARIO.having(power_budget_gw=1 + i / 20) for i in range(61)]
    many, one = medians(
        lambda: simulate_batch(batch, ON_SCREEN),
        lambda: simulate_batch([SCENARIO], ON_SCREEN),
        turns=41,
    )
    note = f"1.5 times one run is the target; it takes {many / one:.2f} times"
    return Row("61 runs of a slider", many, 1.5 * one, "one run", one, note)


def _hundred_thousand() -> Row:
    """Time, and how far the peak of memory rises above that of 16,384 draws."""
    ensemble(SCENARIO, 16_384)
    before = _peak_mb()
    [took] = medians(lambda: ensemble(SCENARIO, 100_000), turns=1, warm_up=0)
    rise = _peak_mb() - before
    note = f"peak memory rises by {rise:.0f} MB over that of 16,384 draws ({before:.0f} MB)"
    return Row("100,000 draws, 4 bands and risk", took, note=note)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _stock_flow() -> Work | None:
    """One run of `stock_flow.mdl`; None where pysd is not installed.

    Equivalent: three families, fading growth, mix, power limit, supply, substitution, fixed
    lives, curtailment, a charge on power and a unit cost, 96 months. Left out, to pysd's
    advantage: the generations' ramps, slips, bring-up, events and most items of cost.
    """
    try:
        import pysd
    except ImportError:
        return None
    folder = Path(tempfile.mkdtemp())
    try:
        path = shutil.copy(Path(__file__).with_name("stock_flow.mdl"), folder)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = pysd.read_vensim(str(path))
            model.run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    columns = ["capacity", "facility power", "economic cost", "unit cost"]

    def run() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.run(return_columns=columns)

    return run
