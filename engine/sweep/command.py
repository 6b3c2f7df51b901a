"""The command `headroom sweep`: a plan's scenarios into a folder, here or on a cluster."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from engine import console
from engine.problems import Problem, ScenarioError, shown
from engine.sweep.estimate import estimate
from engine.sweep.folder import Folder
from engine.sweep.netcdf import FILE, needs_netcdf, write_netcdf
from engine.sweep.plan import SKIP, STOP, Plan
from engine.sweep.plan_file import load_plan
from engine.sweep.pools import Dask, Here, Pool, Processes
from engine.sweep.report import REPORT, write_report
from engine.sweep.running import Tally, possible, run
from engine.sweep.tables import PARQUET, kind_here
from engine.text import translate, written

DESCRIPTION = "Run the scenarios of a plan, and write what is kept of each into a folder."
ABOUT_REPORT = "Say what a sweep's folder holds: what drives it, what is best, the front."
MOST_WORKERS = 1024
MOST_NUMBER = 7  # digits
MEGA = 1e6
MOST_TOLD = 5  # lines about scenarios that are left out


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's options. Takes: `parser`."""
    parser.add_argument("plan", metavar="PLAN", type=Path, help="a plan, a TOML file")
    parser.add_argument("--out", metavar="DIR", type=Path, help="the folder of the results")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", metavar="N", help="processes of this machine; 0 is this one; usual: its cores"
    )
    where.add_argument("--scheduler", metavar="ADDRESS", help="of Dask: tcp://HOST:8786")
    parser.add_argument("--resume", action="store_true", help="go on with what is there")
    parser.add_argument("--limit", metavar="N", help="at most N scenarios now")
    parser.add_argument(
        "--impossible", choices=(STOP, SKIP), help="of scenarios that can't be; usual: the plan's"
    )
    add_netcdf(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say how much it is")


def add_netcdf(parser: argparse.ArgumentParser) -> None:
    """The option that both commands have. Takes: `parser`."""
    parser.add_argument(
        "--netcdf", action="store_true", help=f"write {FILE}, for xarray, into the folder as well"
    )


def sweep(options: argparse.Namespace) -> int:
    """Do what the options say.

    Takes: `options`.
    Gives: the exit code: 0.
    Raises: ScenarioError for what can't be; KeyboardInterrupt after Ctrl+C, which it has told of.
    """
    plan = load_plan(options.plan)
    skip = (options.impossible or plan.impossible) == SKIP
    if options.dry_run:
        _told(plan, possible(plan, skip=skip))
        return 0
    if options.out is None:
        raise ScenarioError(Problem("--out", "", translate("Sweep", "is needed")))
    if options.netcdf:
        needs_netcdf()  # told before hours of work, not after
    limit = None if options.limit is None else _whole("--limit", options.limit, 10**MOST_NUMBER)
    workers = os.cpu_count() or 1
    if options.workers is not None:
        workers = _whole("--workers", options.workers, MOST_WORKERS)
    pool: Pool
    if options.scheduler is not None:
        pool = Dask(options.scheduler)
    else:
        pool = Processes(workers) if workers else Here()
    telling = _Telling()
    folder = Folder(options.out)
    try:
        tally = run(
            plan,
            folder,
            pool,
            resume=options.resume,
            limit=limit,
            skip=skip,
            heard=telling.hear,
        )
    except KeyboardInterrupt:
        telling.end()
        text = translate("Sweep", "stopped; what is finished stays: --resume goes on with it")
        console.complain(text)
        raise
    except ScenarioError:
        pool.close(stop=True)
        raise
    finally:
        telling.end()
    _end(tally, options.out)
    if options.netcdf:
        console.tell(str(write_netcdf(options.out)))
    return 0


def report(
    options: argparse.Namespace, drawn: Callable[[Path], Iterable[Path]] | None = None
) -> int:
    """Write what a folder says into its folder `report`.

    Takes: `options`; `drawn` writes pictures, where there is Qt to draw them.
    Gives: the exit code: 0.
    Raises: ScenarioError where it can't be read or written.
    """
    for name in write_report(options.folder):
        console.tell(str(options.folder / REPORT / name))
    for path in () if drawn is None else drawn(options.folder):
        console.tell(str(path))
    if options.netcdf:
        console.tell(str(write_netcdf(options.folder)))
    return 0


def _whole(option: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[: MOST_NUMBER + 1]) <= most):
        allowed = translate("Sweep", "allowed is a whole number from 0 to {most}")
        raise ScenarioError(Problem(option, shown(text, quote=False), allowed.format(most=most)))
    return int(text)


def _told(plan: Plan, skipped: dict[int, str]) -> None:
    """What a plan comes to, without running it."""
    _complain_of(skipped)
    found = estimate(plan, kind_here(), set(skipped))
    text = translate(
        "Sweep",
        "{count} scenarios ({skipped} can't be), {draws} draws; about {hours} core-hours and "
        "{size} MB",
    )
    console.tell(
        text.format(
            count=written(plan.count, ",d"),
            skipped=written(len(skipped), ",d"),
            draws=written(found.draws, ",d"),
            hours=written(found.core_hours, ",.3g"),
            size=written(found.size / MEGA, ",.3g"),
        )
    )
    if found.raw:
        text = translate("Sweep", "of these {size} MB are values of single draws")
        console.tell(text.format(size=written(found.raw / MEGA, ",.3g")))
    if kind_here() != PARQUET:
        console.tell(translate("Sweep", "tables are CSV: Parquet needs pyarrow"))


def _complain_of(skipped: dict[int, str]) -> None:
    """The first of those that are left out, a line each, and how many more there are."""
    for why in list(skipped.values())[:MOST_TOLD]:
        console.complain(why)
    if len(skipped) > MOST_TOLD:
        more = translate("Sweep", "and %n more", "", len(skipped) - MOST_TOLD)
        console.complain(more)


def _end(tally: Tally, out: Path) -> None:
    _complain_of(tally.skipped)
    text = translate(
        "Sweep",
        "{out}: {computed} scenarios computed in {seconds} s, {found} were there, {skipped} skipped"
        " (of {count})",
    )
    console.tell(
        text.format(
            out=out,
            computed=written(tally.computed, ",d"),
            seconds=written(tally.seconds, ",.1f"),
            found=written(tally.found, ",d"),
            skipped=written(len(tally.skipped), ",d"),
            count=written(tally.count, ",d"),
        )
    )


class _Telling(console.Progress):
    """How far a sweep is, with its rate and how many work on it."""

    def __init__(self) -> None:
        super().__init__(translate("Sweep", "sweep"))
        self._tally: Tally | None = None

    def hear(self, tally: Tally) -> None:
        """Hear how far it is. Takes: `tally`."""
        self._tally = tally
        if tally.asked and tally.computed:
            super().__call__(tally.computed / tally.asked)

    def _words(self, share: float, left: float) -> str:
        assert self._tally is not None
        known = self._tally.seconds_left
        text = translate(
            "Sweep", "{a} of {b} scenarios, {rate} a minute, {workers} at once; {more}"
        )
        return text.format(
            a=written(self._tally.computed, ",d"),
            b=written(self._tally.asked, ",d"),
            rate=written(60 * self._tally.rate, ",.0f"),
            workers=self._tally.workers,
            more=super()._words(share, left if known is None else known),
        )
