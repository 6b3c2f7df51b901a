"""The engine beside the same model in C and in JavaScript: CPU time, in turn."""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from timing import Row

from engine import Scenario, simulate
from engine.files import scenario_files
from engine.resource import resource
from engine.worlds.ensemble import ensemble
from tests.bench.programs.in_c import LANES, InC, compiler
from tests.bench.programs.in_javascript import InJavaScript, node

DRAWS = 1024
TEN = (
    *("capacity_eflops", "facility_power_gw", "demand_eflops", "shortfall_eflops"),
    *("economic_cost_bn", "cash_cost_bn", "commitment_bn", "usd_per_pflop_hour"),
    *("unserved_revenue_bn", "chips_alive_tpu"),
)
TURNS, WARM_UP = 41, 5
OF_ONE_RUN, OF_DRAWS = 200, 2  # times a turn, or the clock is too coarse
RUN_TARGET, DRAWS_TARGET = 30, 2  # times C, at most
IN_C, IN_LANES, IN_JAVASCRIPT = "C", f"C, {LANES} worlds side by side", "JavaScript"

Timed = Callable[[], float]  # gives milliseconds


def rows() -> list[Row]:
    """Two lines a program; none of what can't be built or run here."""
    path = resource("scenarios", f"article_2025_10{scenario_files.SUFFIX}")
    article = scenario_files.parse(path.read_bytes()).scenario
    drawn = Scenario()
    name, of_draws = "One run, all series, CPU", f"{DRAWS:,} draws, 10 bands and chance, CPU"
    run, draws = _moving(article, simulate), _moving(drawn, lambda s: ensemble(s, DRAWS, TEN))
    found: list[Row] = []
    if compiler() is None:
        print("no C compiler: nothing to compare with", file=sys.stderr)
    else:
        one, many = InC(article), InC(drawn, DRAWS, TEN)
        found.append(_row(name, run, IN_C, _timed(one.run, OF_ONE_RUN), RUN_TARGET))
        spread = _timed(many.run_with_bands, OF_DRAWS)
        found.append(_row(of_draws, draws, IN_LANES, spread, DRAWS_TARGET))
    if node() is None:
        print("no node: nothing in JavaScript to compare with", file=sys.stderr)
    else:
        with InJavaScript(article) as program:
            program.milliseconds(OF_ONE_RUN * WARM_UP)  # its compiler watches it first
            found.append(_row(name, run, IN_JAVASCRIPT, lambda: program.milliseconds(OF_ONE_RUN)))
        with InJavaScript(drawn, DRAWS, TEN) as program:
            found.append(_row(of_draws, draws, IN_JAVASCRIPT, program.milliseconds_with_bands))
    return found


def _moving(scenario: Scenario, ask: Callable[[Scenario], object]) -> Timed:
    """A question at every call, of which a value has moved as under a lever."""
    moved = itertools.cycle([scenario.having(reserve_margin=0.1 + i / 1000) for i in range(50)])
    return _timed(lambda: ask(next(moved)))


def _timed(work: Callable[[], object], times: int = 1) -> Timed:
    def milliseconds() -> float:
        begin = time.process_time()
        for _ in range(times):
            work()
        return (time.process_time() - begin) * 1e3 / times

    return milliseconds


def _row(name: str, own: Timed, peer: str, other: Timed, target: float | None = None) -> Row:
    """A row of CPU times, in turn; the target is a ratio."""
    took, peers = _medians(own, other)
    asked = "" if target is None else f", of at most {target}"
    note = f"{took / peers:.1f} times {peer}{asked}"
    return Row(name, took, None if target is None else target * peers, peer, peers, note)


def _medians(*works: Timed) -> Sequence[float]:
    turns = [[work() for work in works] for _ in range(WARM_UP + TURNS)]
    return [statistics.median(each) for each in zip(*turns[WARM_UP:], strict=True)]
