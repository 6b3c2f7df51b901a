"""What the command for sweeps takes, and what it tells: before, on the way, at the end."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine import ScenarioError
from engine.sweep import command, pools, running
from engine.sweep.estimate import Estimate
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Dask, Here
from engine.sweep.running import Tally

PLAN = parse_plan(b'[[dimension]]\nkey = "pue"\nvalues = [1.1, 1.2, 1.3]\n', Path())


def taken(*words: str) -> dict[str, object]:
    parser = argparse.ArgumentParser(exit_on_error=False)
    command.add_options(parser)
    return vars(parser.parse_args(words))


def test_that_the_command_takes_a_plan_and_these_options() -> None:
    nothing = {"out": None, "workers": None, "scheduler": None, "limit": None, "impossible": None}
    flags = {"resume": False, "netcdf": False, "dry_run": False}
    assert taken("a.toml") == {"plan": Path("a.toml"), **nothing, **flags}
    assert taken(
        "a.toml", "--out", "b", "--workers", "3", "--limit", "4", "--impossible", "skip"
    ) == {
        "plan": Path("a.toml"),
        **nothing,
        **flags,
        "out": Path("b"),
        "workers": "3",
        "limit": "4",
        "impossible": "skip",
    }
    assert taken("a.toml", "--scheduler", "tcp://a:1")["scheduler"] == "tcp://a:1"
    for flag in flags:
        assert taken("a.toml", f"--{flag.replace('_', '-')}")[flag] is True
    for wrong in (["--impossible", "never"], ["--workers", "1", "--scheduler", "a"]):
        with pytest.raises(argparse.ArgumentError):
            taken("a.toml", *wrong)


@pytest.mark.parametrize(
    ("kind", "raw", "more"),
    [
        ("parquet", 0.0, []),
        ("parquet", 1_250_000.0, ["of these 1.25 MB are values of single draws"]),
        ("csv", 0.0, ["tables are CSV: Parquet needs pyarrow"]),
    ],
)
def test_that_it_says_before_how_much_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str, raw, more
) -> None:
    asked = []
    monkeypatch.setattr(command, "kind_here", lambda: kind)
    monkeypatch.setattr(
        command,
        "estimate",
        lambda *given: asked.append(given) or Estimate(123_456, 1.2345, 2_500_000.0, raw),
    )
    command._told(PLAN, {1: "why"})
    said = capsys.readouterr()
    assert asked == [(PLAN, kind, {1})]
    assert said.out.splitlines() == [
        "3 scenarios (1 can't be), 123,456 draws; about 1.23 core-hours and 2.5 MB",
        *more,
    ]
    assert said.err == "why\n"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A clock that stands at a second until it is put to another."""
    now = SimpleNamespace(second=1000.0)
    monkeypatch.setattr(running, "time", SimpleNamespace(monotonic=lambda: now.second))
    return now


def test_that_it_says_at_the_end_what_was_done(
    clock: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally(1200, found=200, computed=998, began=0.0, skipped={7: "seven", 9: "nine"})
    clock.second = 1234.56
    command._end(tally, Path("there"))
    said = capsys.readouterr()
    assert said.out == (
        "there: 998 scenarios computed in 1,234.6 s, 200 were there, 2 skipped (of 1,200)\n"
    )
    assert said.err == "seven\nnine\n"


def test_that_on_the_way_it_tells_how_far_it_is_and_how_many_work_on_it(
    clock: SimpleNamespace,
) -> None:
    tally = Tally(10, asked=8, began=0.0)
    telling = command._Telling()
    telling.hear(tally)  # nothing is known yet
    assert (tally.seconds_left, tally.rate) == (None, 0.0)
    tally.one_more(30.0)  # work on the first began half a minute ago
    clock.second += 10
    tally.one_more(30.0)
    tally.workers = 4
    assert tally.computed == 2
    assert tally.rate == 2 / 40
    assert tally.seconds_left == 120
    telling.hear(tally)
    assert telling._words(0.25, 1.0) == (
        "2 of 8 scenarios, 3 a minute, 4 at once; sweep: 25% done, about 2 minutes left "
        "(Ctrl+C stops)"
    )


def test_that_what_takes_no_time_has_no_rate(clock: SimpleNamespace) -> None:
    tally = Tally(10, asked=8, began=0.0)
    tally.one_more(0.0)
    assert (tally.seconds_left, tally.rate) == (None, 0.0)


def test_that_in_this_process_work_is_done_at_once_and_what_it_raises_is_told() -> None:
    here = Here()
    assert here.submit(divmod, 7, 2).result(timeout=0) == (3, 1)
    assert isinstance(here.submit(divmod, 7, 0).exception(timeout=0), ZeroDivisionError)
    assert here.width() == 1
    assert not here.lost(ZeroDivisionError())


class Client:
    """Dask's, as far as it is asked: of so many threads of each worker."""

    def __init__(self, *threads: int) -> None:
        self._threads = threads
        self.said: list[object] = []

    def scheduler_info(self, n_workers: int) -> dict[str, object]:
        assert n_workers == -1  # or it tells of the first five alone
        return {"workers": {str(n): {"nthreads": count} for n, count in enumerate(self._threads)}}

    def cancel(self, futures: list[object]) -> None:
        self.said.append(("cancel", futures))

    def close(self) -> None:
        self.said.append("close")


def dask(*threads: int) -> tuple[Dask, Client]:
    pool, client = object.__new__(Dask), Client(*threads)
    pool._client, pool._asked = client, set()
    return pool, client


def test_that_a_cluster_is_as_wide_as_the_threads_of_its_workers() -> None:
    assert [dask(*threads)[0].width() for threads in ((), (1,), (4, 2, 2), (1,) * 9)] == [
        *(1, 1, 8, 9)
    ]


def test_that_a_cluster_is_let_go_of_and_what_waits_is_cancelled_where_it_stops() -> None:
    for stop, said in ((True, [("cancel", ["asked"]), "close"]), (False, ["close"])):
        pool, client = dask(1)
        pool._asked.add("asked")
        pool.close(stop=stop)
        assert client.said == said


def test_that_a_worker_s_death_is_told_from_what_its_work_says() -> None:
    pool, _ = dask(1)
    killed = type("KilledWorker", (Exception,), {})
    assert pool.lost(killed())
    assert pool.lost(asyncio.CancelledError())
    assert not pool.lost(ValueError("CancelledError"))


def test_that_a_cluster_that_cannot_be_reached_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_go = []

    class Unreachable:
        def __init__(self, address: str, **_: object) -> None:
            raise OSError(f"Timed out\ntrying {address}" + "x" * 100)

        def __del__(self) -> None:
            let_go.append("it waits for what never was there")

    found = SimpleNamespace(import_module=lambda _: SimpleNamespace(Client=Unreachable))
    monkeypatch.setattr(pools, "importlib", found)
    with pytest.raises(ScenarioError) as caught:
        Dask("tcp://a:1")
    said = str(caught.value)
    assert said.startswith("--scheduler = tcp://a:1: can't be reached (Timed out trying tcp://a:1x")
    assert len(said) == len("--scheduler = tcp://a:1: can't be reached ()") + 80
    del caught
    assert let_go == []

    def none_here(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(pools, "importlib", SimpleNamespace(import_module=none_here))
    with pytest.raises(ScenarioError, match=r"needs Dask: install headroom\[sweep\]"):
        Dask("tcp://a:1")
