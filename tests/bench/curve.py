"""What each kind of input costs, step by step, so that no size of it makes a cliff.

`PYTHONPATH=. python tests/bench/curve.py [--only KIND]...` prints the CPU time of each step and its
time per unit, and marks a step of which a unit costs half as much again as one of the step before.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from engine import Document, Scenario, load, simulate, simulate_batch
from engine.files.scenario_files import text_of
from engine.resource import resource
from engine.run.backend import loop_words
from engine.tables.catalogue import Catalogue
from engine.tables.scenario import PARAMETERS
from engine.values import Contract, Event, PerFamily, Site
from engine.worlds.ensemble import all_columns, ensemble

CLIFF = 1.5  # a unit of a step to one of the step before
LEAST_SECONDS, LEAST_RUNS = 0.15, 5  # of a step

Step = tuple[int, Callable[[], object]]


def record() -> Scenario:
    return load(resource("scenarios", "public_record_2026_11.headroom")).scenario


def worlds(scenario: Scenario, draws: int) -> Callable[[], object]:
    return lambda: ensemble(scenario, draws, with_risk=False)


def draws() -> Iterator[Step]:
    for count in (64, 256, 512, 1024, 1400, 1536, 2048, 3072, 4096, 6144, 10_000, 16_384, 16_385):
        yield count, worlds(record(), count)


def draws_after_all_series() -> Iterator[Step]:
    """The heap has grown and was given back in pieces: the next ensemble finds it so."""
    ensemble(record(), 10_000, all_columns(record().families))
    yield from draws()


def families() -> Iterator[Step]:
    scenario = record().having(contracts=(), events=())
    shipped = scenario.catalogue.generations("gpu")
    for count in (1, 2, 3, 4, 6, 8, 12):
        names = [f"family_{i}" for i in range(count)]
        chips = [dataclasses.replace(chip, family=name) for name in names for chip in shipped]
        own: dict[str, Any] = {}
        for row in PARAMETERS:
            value = getattr(scenario, row.key)
            if isinstance(value, PerFamily):
                share = 1 / count if row.sums_to_one else value["gpu"]
                own[row.key] = PerFamily(dict.fromkeys(names, share))
        catalogue = Catalogue("alike", tuple(chips))
        yield count, worlds(dataclasses.replace(scenario, catalogue=catalogue, **own), 512)


def horizon() -> Iterator[Step]:
    for months in (24, 48, 96, 128, 180):
        yield months, worlds(record().having(horizon_months=months), 512)


def generations() -> Iterator[Step]:
    scenario = record()
    shipped = scenario.catalogue
    for copies in (0, 1, 3, 7):
        more = [
            dataclasses.replace(chip, name=f"{chip.name} {i}")
            for chip in shipped.chips
            for i in range(copies)
        ]
        chips = tuple(sorted((*shipped.chips, *more), key=lambda c: c.available))
        wider = dataclasses.replace(scenario, catalogue=Catalogue("more", chips))
        yield len(chips), worlds(wider, 512)


def events() -> Iterator[Step]:
    for count in (1, 10, 50, 200, 500):
        own = [Event("supply_stop", "gpu", 30 + i % 40, 3, 0.1, f"event {i}") for i in range(count)]
        yield count, changing(record().having(events=own))


def sites() -> Iterator[Step]:
    for count in (1, 10, 50, 200):
        own = [Site(f"site {i}", 0.01, 30 + i % 40, 6, 0.9) for i in range(count)]
        yield count, worlds(record().having(sites=own), 512)


def contracts() -> Iterator[Step]:
    for count in (1, 10, 50, 200):
        own = [Contract(f"c {i}", "gpu", 30 + i % 40, 6, 0.001, 0.5, 1.1) for i in range(count)]
        yield count, changing(record().having(contracts=own))


def lives() -> Iterator[Step]:
    """Of 96 scenarios, so many with a life of their own."""
    for count in (1, 2, 8, 24, 96):
        scenario = record()
        own = [
            scenario.having(life_months=24 + i % count, reserve_margin=0.1 + i / 1000)
            for i in range(96)
        ]
        yield count, lambda own=own: simulate_batch(own)


def notes() -> Iterator[Step]:
    for kilobytes in (1, 10, 100, 1000):
        document = Document(dataclasses.replace(record(), notes="word " * (200 * kilobytes)))
        yield kilobytes, lambda document=document: text_of(document)


def changing(scenario: Scenario) -> Callable[[], object]:
    """A plain run at every call, of which a value has moved as under a lever."""
    moved = itertools.cycle([scenario.having(reserve_margin=0.1 + i / 1000) for i in range(50)])
    return lambda: simulate(next(moved))


KINDS: dict[str, Callable[[], Iterator[Step]]] = {
    "draws": draws,
    "draws-after-all-series": draws_after_all_series,
    "families": families,
    "horizon": horizon,
    "generations": generations,
    "events": events,
    "sites": sites,
    "contracts": contracts,
    "lives": lives,
    "notes-kB": notes,
}


def milliseconds(work: Callable[[], object]) -> float:
    """The median CPU time of some runs, after two that are not counted."""
    work(), work()
    found: list[float] = []
    begun = time.process_time()
    while len(found) < LEAST_RUNS or time.process_time() - begun < LEAST_SECONDS:
        before = time.process_time()
        work()
        found.append((time.process_time() - before) * 1e3)
    return statistics.median(found)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", action="append", choices=KINDS, help="may be repeated")
    options = parser.parse_args(arguments)
    print(f"CPU time; loop over the months: {loop_words()}")
    cliffs = 0
    for kind in options.only or KINDS:
        print(f"\n{kind.replace('-', ' ')}\n{'':>10}{'ms':>10}{'ms a unit':>12}")
        before: tuple[int, float] | None = None
        for count, work in KINDS[kind]():
            took = milliseconds(work)
            cliff = before is not None and is_cliff(before, (count, took))
            cliffs += cliff
            print(f"{count:>10,}{took:>10.2f}{took / count:>12.4f}{'  cliff' if cliff else ''}")
            before = count, took
    print(f"\n{cliffs or 'no'} cliff{'s' * (cliffs != 1)}")
    return 0


def is_cliff(before: tuple[int, float], now: tuple[int, float]) -> bool:
    """Whether a step costs more than its size says, by `CLIFF`."""
    return now[1] / before[1] > CLIFF * now[0] / before[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
