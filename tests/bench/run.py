"""The bench: what the design promises, measured here and now, each beside a peer.

`python tests/bench/run.py [--only SECTION]...`; times are medians, and nothing fails by them. Every
section but those that take minutes more, which have to be named.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import Any

from machine import processor, vectors
from timing import Row

ROOT = Path(__file__).resolve().parents[2]
SCALE = "QT_SCALE_FACTOR"  # the screen's pixels to each of the window's


@dataclass(frozen=True)
class Section:
    """A module whose rows() measure, imported when wanted: a peer's imports are slow."""

    module: str
    arguments: tuple[Any, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


SECTIONS = {
    "plain": Section("plain"),
    "ratios": Section("ratios"),
    "window": Section("window"),
    "double": Section("screens", ("at 200 %", 1600, 1000), {SCALE: "2"}),
    "4k": Section("screens", ("at 4K and 150 %", 2560, 1440), {SCALE: "1.5"}),
    "risk": Section("pages", ("risk",)),
    "compare": Section("pages", ("compare",)),
    "ensemble": Section("ensemble"),
    "frozen": Section("frozen"),
    "use": Section("use"),
}
DRAGGED = ("window", "double", "4k", "risk", "compare")  # of which levers are dragged at random
LONG = ("use", "risk", "compare")  # measured where they are named alone
BRIEF = 10.0  # seconds of drags on other screens, where those are not named
HEADER = ("", "median", "p95", "target", "", "peer's", "ratio", "peer")
LEFT = (0, 4, 7)  # columns of words


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=SECTIONS, help="may be repeated")
    parser.add_argument(
        "--seconds", type=float, default=60.0, help="how long every lever is dragged at random"
    )
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="how long the use of the window is simulated"
    )
    options = parser.parse_args(arguments)
    lengths = dict.fromkeys(DRAGGED, options.seconds) | {"use": options.minutes}
    if not options.only:
        lengths |= dict.fromkeys(("double", "4k"), min(options.seconds, BRIEF))
    began = monotonic()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    rows: list[Row] = []
    for name in options.only or [name for name in SECTIONS if name not in LONG]:
        print(f"measuring: {name} ...", file=sys.stderr, flush=True)
        section = SECTIONS[name]
        asked = (*section.arguments, *([lengths[name]] if name in lengths else []))
        # a process for each: Qt, matplotlib and pysd in one have crashed; a crash raises here
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
            rows += apart.submit(measure, section.module, asked, section.environment).result()
    print(f"{processor()}, {os.cpu_count()} cores{vectors()}{load()}")
    print(
        f"{platform.system()}, Python {platform.python_version()}, "
        f"{(monotonic() - began) / 60:.1f} minutes, the months gone through: {loop()}"
    )
    print("milliseconds unless a row says otherwise; ratio: how many times longer the peer takes\n")
    print(table(rows))
    print(f"\n{summary(rows)}")
    return 0


def measure(name: str, asked: Sequence[Any], environment: Mapping[str, str]) -> list[Row]:
    """The rows that a module makes of what it is asked, in an environment of its own."""
    os.environ.update(environment)  # before Qt, which reads it when it starts
    rows: list[Row] = importlib.import_module(name).rows(*asked)
    return rows


def table(rows: Sequence[Row]) -> str:
    """The rows in columns, each with its note below."""
    lines = [HEADER, *(cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    notes = ["", *(row.note for row in rows)]
    text = []
    for line, note in zip(lines, notes, strict=True):
        padded = [
            cell.ljust(width) if place in LEFT else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        text.append("  ".join(padded).rstrip())
        if note:
            text.append(f"    {note}")
    return "\n".join(text)


def cells(row: Row) -> tuple[str, ...]:
    target = digits(row.target)
    if row.p95_target is not None:
        target += f", {digits(row.p95_target)}"
    return (
        row.name,
        digits(row.median),
        digits(row.p95),
        target,
        {True: "met", False: "MISSED", None: ""}[row.met],
        digits(row.peer_median),
        "" if row.ratio is None else f"{digits(row.ratio)} x",
        row.peer,
    )


def load() -> str:
    """How busy the machine was, the bench's own one core included; nothing on Windows."""
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def loop() -> str:
    """What goes through the months."""
    from engine.run.backend import loop_words

    return loop_words()


def digits(value: float | None) -> str:
    """Three digits that count, or all before the point."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def summary(rows: Sequence[Row]) -> str:
    """Names of what met its target and what did not; a name with two peers is measured twice."""
    missed = dict.fromkeys(row.name for row in rows if row.met is False)
    met = dict.fromkeys(row.name for row in rows if row.met and row.name not in missed)
    return f"Targets met: {'; '.join(met) or 'none'}.\nMissed: {'; '.join(missed) or 'none'}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
