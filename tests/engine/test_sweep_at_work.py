"""Who works on a sweep: what is lost with a worker, how often it is told and looked at."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Scenario, ScenarioError, simulate
from engine.sweep import points, running
from engine.sweep import task as tasks
from engine.sweep.folder import Folder
from engine.sweep.plan import Plan
from engine.sweep.plan_file import parse_plan
from engine.sweep.reopened import _alike
from engine.sweep.running import Tally, _Work, run
from engine.sweep.summary import read_facts
from engine.sweep.tables import decoded
from engine.sweep.task import merged, run_task


class DiedError(Exception):
    """What a worker's death makes of its task."""


class Frail:
    """A pool of one process, whose worker dies of a scenario so many times."""

    def __init__(self, deaths: dict[int, int], width: int = 1) -> None:
        self._deaths, self._width = deaths, width
        self.submitted: list[int] = []
        self.renewed = 0
        self.closed: list[bool] = []

    def width(self) -> int:
        return self._width

    def submit(self, work: Callable[..., Any], task: Any) -> Future[Any]:
        self.submitted.append(task.number)
        future: Future[Any] = Future()
        if self._deaths.get(task.number, 0):
            self._deaths[task.number] -= 1
            future.set_exception(DiedError())
            return future
        try:
            future.set_result(work(task))
        except Exception as error:
            future.set_exception(error)
        return future

    def lost(self, error: BaseException) -> bool:
        return isinstance(error, DiedError)

    def again(self) -> None:
        self.renewed += 1

    def close(self, *, stop: bool) -> None:
        self.closed.append(stop)


def plan(values: Sequence[float] = (1, 2, 3)) -> Plan:
    text = 'draws = 4\ncolumns = ["h100e"]\n[[dimension]]\nkey = "power_budget_gw"\nvalues = '
    text += str(list(values))
    return parse_plan(text.encode(), Path())


def test_that_what_is_lost_less_than_four_times_is_computed_in_the_end(tmp_path) -> None:
    pool = Frail({1: 3})
    tally = run(plan(), Folder(tmp_path / "a"), pool)
    assert (tally.computed, tally.asked, tally.lost, tally.skipped) == (3, 3, 3, {})
    assert pool.renewed == 3
    assert pool.submitted.count(1) == 4
    assert pool.closed == [False]
    like = Frail({})
    run(plan(), Folder(tmp_path / "b"), like)
    one, other = (Folder(tmp_path / name) for name in "ab")
    assert one.finished() == other.finished()
    assert [list(one.measured(n)) for n in range(3)] == [list(other.measured(n)) for n in range(3)]


def test_that_what_is_lost_four_times_is_left_out_or_ends_it(tmp_path) -> None:
    pool = Frail({1: 9})
    tally = run(plan(), Folder(tmp_path / "a"), pool, skip=True)
    assert (tally.computed, tally.asked, tally.lost) == (2, 2, 4)
    assert list(tally.skipped) == [1]
    assert tally.skipped[1].endswith(": its worker died 4 times")
    assert pool.submitted.count(1) == 4
    strict = Frail({1: 9})
    with pytest.raises(ScenarioError, match="its worker died 4 times"):
        run(plan(), Folder(tmp_path / "b"), strict, skip=False)
    assert strict.closed == [True]


def test_that_what_was_lost_twice_runs_alone(tmp_path) -> None:
    together: list[tuple[int, int]] = []

    class Watched(Frail):
        def submit(self, work: Callable[..., Any], task: Any) -> Future[Any]:
            together.append((task.number, len(work_of[0]._running)))
            return super().submit(work, task)

    work_of: list[_Work] = []
    plain = _Work.__init__

    def kept(self: _Work, *given: Any) -> None:
        plain(self, *given)
        work_of.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Work, "__init__", kept)
        run(plan(range(1, 12)), Folder(tmp_path / "a"), Watched({0: 3}, width=2))
    # two at once, and three that wait for each
    assert max(others for _, others in together) == 2 * (1 + running.AHEAD) - 1
    beside = [others for number, others in together if number == 0]
    assert len(beside) == 4
    assert beside[2:] == [0, 0]  # lost twice, and then three times


def work(folder: Any, tally: Tally) -> _Work:
    return _Work(plan(), folder, Frail({}), tally, {}, False, 64)  # type: ignore[arg-type]


def test_that_a_summary_that_takes_long_is_seldom_written(monkeypatch) -> None:
    now, written = SimpleNamespace(second=1000.0), []
    monkeypatch.setattr(running, "time", SimpleNamespace(monotonic=lambda: now.second))

    def write(*_: object) -> None:
        written.append(now.second)
        now.second += 2  # is what it takes

    at_work = work(SimpleNamespace(write_summary=write), Tally(3))
    for second in (1000.0, 1002.0, 1399.9, 1400.0, 1700.0, 1800.0):
        now.second = second
        at_work._summarize()
    # half a percent of the time: two seconds of four hundred
    assert written == [1000.0, 1400.0, 1800.0]


def test_that_the_log_says_how_far_it_is(monkeypatch) -> None:
    now = SimpleNamespace(second=1000.0)
    monkeypatch.setattr(running, "time", SimpleNamespace(monotonic=lambda: now.second))
    lines: list[dict[str, Any]] = []
    tally = Tally(9, found=2, asked=7, lost=1, workers=3, engine_seconds=1.23456, began=0.0)
    tally.skipped[4] = "why"
    at_work = work(SimpleNamespace(log=lambda **said: lines.append(said)), tally)
    at_work.log("began")
    tally.one_more(10.0)
    now.second += 20
    tally.one_more(10.0)
    at_work.log("runs")
    assert [line.pop("time")[-6:] for line in lines] == ["+00:00"] * 2
    said = {
        "scenarios": 9,
        "found": 2,
        "skipped": 1,
        "lost": 1,
        "workers": 3,
        "engine_seconds": 1.235,
    }
    assert lines == [
        {"event": "began", "computed": 0, "left": 7, "a_minute": 0.0, "seconds_left": None, **said},
        {"event": "runs", "computed": 2, "left": 5, "a_minute": 4.0, "seconds_left": 75, **said},
    ]


SMALL = """
name = "Small"
draws = 4
columns = ["h100e"]
measures = ["cash_cost"]
[[dimension]]
key = "power_budget_gw"
values = [1, 2]
[[sample]]
method = "saltelli"
points = 1
levers = { pue = [1.1, 1.2] }
[[measure]]
name = "own"
column = "h100e"
how = "at"
month = "2026-01"
better = "high"
"""


def test_that_a_folder_has_what_was_asked_and_found_and_says_so(tmp_path: Path) -> None:
    own = parse_plan(SMALL.encode(), Path())
    folder = Folder(tmp_path / "a")
    assert folder.empty
    run(own, folder, Frail({}))
    assert not folder.empty
    ending = folder.kind
    assert {str(p.relative_to(folder.path)) for p in folder.path.rglob("*") if p.is_file()} == {
        *(".lock", "log.jsonl", "manifest.json", "plan.toml", "summary.csv"),
        *("bases/article_2025_10.headroom", f"scenarios.{ending}"),
        *(f"results/block=0000/scenario-000000{number}.{ending}" for number in range(6)),
    }
    assert folder.name(1000).startswith("results/block=0001/scenario-0001000.")
    assert folder.name(999, "raw").startswith("raw/block=0000/scenario-0000999.")
    assert (folder.path / "plan.toml").read_text("utf-8") == SMALL
    manifest = folder.manifest()
    engine = {"version", "engine", "numpy"}
    assert set(manifest.pop("engine")) == engine
    assert manifest.pop("plan") == own.fingerprint
    assert manifest == {
        "format": "headroom-sweep",
        "version": 1,
        "name": "Small",
        "tables": ending,
        "scenarios": 6,
        "varied": ["base", "power_budget_gw", "pue"],
        "factors": [
            {
                "name": "power_budget_gw",
                "method": "grid",
                "decision": True,
                "columns": ["power_budget_gw"],
                "levers": ["power_budget_gw"],
                "levels": 2,
                "points": 0,
            },
            {
                "name": "sample[0]",
                "method": "saltelli",
                "decision": False,
                "columns": ["pue"],
                "levers": ["pue"],
                "levels": 3,
                "points": 1,
            },
        ],
        "measures": [
            {"name": "cash_cost", "unit": "$bn", "low_is_better": True},
            {"name": "own", "unit": "H100e", "low_is_better": False},
        ],
    }
    facts = read_facts(folder.path)
    assert (facts.name, facts.count, facts.tables) == ("Small", 6, ending)
    assert [vars(factor) | {"columns": [*factor.columns]} for factor in facts.factors] == [
        {**factor, "levers": tuple(factor["levers"])} for factor in manifest["factors"]
    ]
    assert [vars(measure) for measure in facts.measures] == manifest["measures"]
    lines = (folder.path / "summary.csv").read_text("utf-8").splitlines()
    assert lines[0].split(",")[:6] == [
        *("scenario", "base", "power_budget_gw", "pue", "cash_cost_plan", "cash_cost_mean")
    ]
    assert [line.split(",")[0] for line in lines[1:]] == list("012345")
    assert [float(line.split(",")[2]) for line in lines[1:]] == [1, 1, 1, 2, 2, 2]
    cost = simulate(own.scenario(4))["cash_cost_bn"]
    first, last = own.window(own.scenario(4))
    assert float(lines[5].split(",")[4]) == pytest.approx(cost[first : last + 1].sum())


def test_that_what_is_left_out_is_listed_with_its_reason(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "a")
    run(plan(), folder, Frail({0: 9, 2: 9}), skip=True)
    lines = (folder.path / "skipped.csv").read_text("utf-8").splitlines()
    assert lines[0] == "scenario,why"
    assert [line.partition(",")[0] for line in lines[1:]] == ["0", "2"]
    assert all("its worker died 4 times" in line for line in lines[1:])
    assert folder.finished() == {1}
    with pytest.raises(ScenarioError, match="holds a sweep; --resume goes on with it"):
        run(plan(), folder, Frail({}))
    with pytest.raises(ScenarioError, match="is of another plan"):
        run(plan((1, 2)), folder, Frail({}), resume=True)
    again = run(plan(), folder, Frail({}), resume=True)
    assert (again.found, again.asked, again.computed) == (1, 2, 2)
    some = run(plan(), Folder(tmp_path / "b"), Frail({}), limit=2)
    assert (some.count, some.asked, some.computed) == (3, 2, 2)


def test_that_a_task_of_many_draws_is_cut_into_chunks_and_no_other() -> None:
    task = running.task_of(plan(), 0, "csv")
    assert task.draws == 4
    assert task.chunks(4) == [task]
    assert [(one.begin, one.count) for one in task.chunks(3)] == [(0, 3), (3, 1)]
    assert [(one.begin, one.count) for one in task.chunks(2)] == [(0, 2), (2, 2)]


def test_that_what_is_defined_in_no_world_is_so_in_all_chunks_together(monkeypatch) -> None:
    """Chips that were never bought have no cost: the first months of a plan without demand."""
    monkeypatch.setattr(tasks, "EXACT_DRAWS", 4)
    alone = {"tpu": 1.0, "trainium": 0.0, "gpu": 0.0}
    scenario = Scenario().having(revenue_anchors=[(0, 1e-9)], mix=alone)
    column = "usd_per_pflop_hour"
    plain = simulate(scenario)[column]
    unknown = np.isnan(plain).tolist()
    assert 0 < sum(unknown) < len(unknown)
    task = dataclasses.replace(
        running.task_of(plan(), 0, "csv"), scenario=scenario, draws=8, columns=(column,)
    )
    parts = [run_task(one).table for one in task.chunks(4)]
    assert len(parts) == 2
    tables = [decoded(data, "csv") for data in (merged(task, parts).table, run_task(task).table)]
    for table in tables:
        means = [
            m for kind, m in zip(table["kind"], table["mean"], strict=True) if kind == "series"
        ]
        assert [mean is None for mean in means] == unknown
    both, whole = ([m for m in table["mean"] if m is not None] for table in tables)
    assert both == pytest.approx(whole)


def test_that_every_scenario_that_is_finished_is_told_of(tmp_path: Path) -> None:
    heard: list[int] = []
    run(plan(), Folder(tmp_path), Frail({}), heard=lambda tally: heard.append(tally.computed))
    assert heard[-1] == 3
    assert heard == sorted(heard)


def test_that_a_scenario_is_finished_once_all_of_its_chunks_are(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tasks, "EXACT_DRAWS", 2)
    parts, whole = Frail({2: 1}), Frail({})
    tally = run(plan(), Folder(tmp_path / "parts"), parts, chunk=2)
    run(plan(), Folder(tmp_path / "whole"), whole, chunk=4)
    assert parts.submitted.count(0) == 2
    assert whole.submitted == [0, 1, 2]
    assert (tally.computed, tally.asked, tally.lost) == (3, 3, 1)
    one, other = (Folder(tmp_path / name) for name in ("parts", "whole"))
    assert one.finished() == {0, 1, 2}
    for number in range(3):
        assert one.measured(number) == pytest.approx(other.measured(number))


@pytest.mark.parametrize(
    ("cell", "told", "alike"),
    [
        ("a", "a", True),
        ("a", "b", False),
        (0.1, "0.1", True),
        (0.1, "0.2", False),
        (0.1, np.float64(0.1), True),
        (0.1, np.float64(0.2), False),
        ("1", 1.0, True),  # of texts that are all numbers the summary has numbers
        ("a", 1.0, False),
    ],
)
def test_that_a_cell_of_the_plan_is_held_against_what_the_summary_says(cell, told, alike) -> None:
    assert _alike(cell, told) == alike


def test_that_a_lever_of_a_log_slider_is_drawn_by_factors_where_its_range_lies_above_nought() -> (
    None
):
    lever = next(row for row in PARAMETERS if row.scale == "log" and row.kind == "number")
    text = f"[[sample]]\npoints = 9\nlevers = {{ {lever.key} = [LOW, 100] }}\n"
    for low, mapped in ((0, lambda share: 100 * share), (1, lambda share: 100**share)):
        own = parse_plan(text.replace("LOW", str(low)).encode(), Path())
        shares = points.latin(1, 9, 0)[0].tolist()
        found = [own.cells(number)[1] for number in range(own.count)]
        assert found == pytest.approx([mapped(share) for share in shares])
