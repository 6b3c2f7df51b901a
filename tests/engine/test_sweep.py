"""A sweep: its plan, its folder, what is lost and resumed, and who works on it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import ScenarioError
from engine.__main__ import main
from engine.sweep import folder as folders
from engine.sweep import points, tables
from engine.sweep.estimate import estimate
from engine.sweep.findings import read_findings
from engine.sweep.folder import Folder
from engine.sweep.plan import Plan
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Dask, Here, Processes, carried
from engine.sweep.running import Tally, run, task_of
from engine.sweep.task import merged, run_task
from engine.worlds.ensemble import ensemble
from engine.worlds.low_discrepancy import DIMENSIONS, sobol

ROOT = Path(__file__).parent.parent.parent
SMALL = """
draws = 64
columns = ["capacity_eflops"]
[[dimension]]
key = "power_budget_gw"
values = [1, 2, 3]
[[dimension]]
key = "slip_min"
values = [0, 6]
[[dimension]]
key = "slip_max"
values = [4, 9]
"""
POSSIBLE = SMALL.replace("values = [0, 6]", "values = [0, 1]")


def plan(text: str = POSSIBLE) -> Plan:
    return parse_plan(text.encode(), ROOT)


def contents(path: Path) -> dict[str, bytes]:
    own = (folders.LOCK, folders.LOG)
    files = (found for found in path.rglob("*") if found.is_file() and found.name not in own)
    return {str(found.relative_to(path)): found.read_bytes() for found in files}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("draws = 0", "draws = 0: allowed is a whole number from 1 to 1000000"),
        ("drows = 1", "drows = 1: allowed is name, bases"),
        ('[[dimension]]\nkey = "powr"\nvalues = [1]', "dimension[0]: powr: no such parameter"),
        ('[[dimension]]\nkey = "mix.gpo"\nvalues = [1]', "mix.gpo: allowed is tpu"),
        ('[[dimension]]\nkey = "rho"\nfrom = 0\nto = 1', "has values, or from, to and steps"),
        ('columns = ["binding"]', "columns = 'binding': no such series of numbers"),
        ('measures = ["cost"]', "measures = 'cost': allowed is unserved_revenue"),
        ('bases = ["nowhere.headroom"]', "nowhere.headroom: cannot be read"),
        ("[[dimension", "is no plan in TOML"),
        ("seed = " + "1" * 4301, "is no plan in TOML"),
        ("a." * 20_000 + "a = 1", "is no plan in TOML: a key has too many parts"),
        ("a" * 100_000, "is no plan in TOML"),
        (
            "[[sample]]\npoints = 4\nlevers = {horizon_months = [-1.7e308, 1.7e308]}",
            "levers.horizon_months = -1.7e+308: allowed is a number from -1000000000000000",
        ),
        (
            '[[dimension]]\nkey = "rho"\nfrom = -1.7e308\nto = 1.7e308\nsteps = 3',
            "dimension[0].from = -1.7e+308: allowed is a number from -1000000000000000 to 1",
        ),
        (
            '[[dimension]]\nkey = "rho"\nfrom = 0\nto = 1\nsteps = 1001\n' * 2
            + '[[dimension]]\nkey = "no such"\nvalues = [1]',
            "scenarios = 1002001: at most 1,000,000 are allowed",
        ),
        ('months = ["1999-01", "2030-01"]', "month = 1999-01: allowed is a month from"),
    ],
)
def test_that_a_slip_in_a_plan_is_told_in_one_line(text: str, line: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        plan(text)
    assert line in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_that_a_plan_has_every_combination_and_says_what_each_is() -> None:
    own = plan(SMALL)
    assert own.count == 3 * 2 * 2
    assert own.cells(0) == ("article_2025_10", 1.0, 0.0, 4.0)
    assert own.cells(11) == ("article_2025_10", 3.0, 6.0, 9.0)
    assert own.scenario(11).power_budget_gw == 3


def test_that_options_add_and_remove_what_is_in_lists() -> None:
    own = plan(
        """
        [[dimension]]
        name = "shock"
        [[dimension.option]]
        label = "none"
        [[dimension.option]]
        label = "stop"
        set."owned_share.tpu" = 0.25
        add.events = [{kind = "supply_stop", scope = "tpu", start_month = 24,
                       duration_months = 6, severity = 1.0, name = "stop"}]
        """.replace("24,\n                       ", "24, ")
    )
    plain, stopped = own.scenario(0), own.scenario(1)
    assert [event.name for event in stopped.events] == [*(e.name for e in plain.events), "stop"]
    assert stopped.owned_share["tpu"] == 0.25


def test_that_a_sample_of_the_mix_lies_evenly_on_the_simplex() -> None:
    text = '[[sample]]\nmethod = "sobol"\npoints = 64\nlevers = {mix = "simplex", rho = [0, 1]}'
    own = plan(text)
    mixes = np.array([list(own.scenario(n).mix.values()) for n in range(own.count)])
    assert np.allclose(mixes.sum(axis=1), 1)
    assert np.allclose(mixes.mean(axis=0), 1 / 3, atol=0.02)
    assert plan('[[dimension]]\nkey = "mix"\nsimplex = 10').count == 66


def test_that_each_half_of_each_sobol_dimension_has_half_of_the_points() -> None:
    found = points.sobol(DIMENSIONS, 64, seed=1)
    assert ((found < 0.5).sum(axis=1) == 32).all()
    assert (np.sort((points.latin(3, 50, 1) * 50).astype(int)) == np.arange(50)).all()


def test_that_sobol_s_points_are_scipy_s_in_each_dimension() -> None:
    """The first 256 of scipy 1.17.1, `qmc.Sobol(32, scramble=False, bits=32)`, in 256 steps."""
    unmoved = np.zeros(DIMENSIONS, np.uint64)
    found = sobol(np.arange(DIMENSIONS), np.arange(256), unmoved)
    steps = (found.T * 256).astype(np.uint8)
    assert steps[233].tolist()[:12] == [185, 167, 93, 155, 117, 227, 75, 213, 41, 19, 27, 227]
    assert zlib.crc32(steps.tobytes()) == 1862913135


def test_that_bands_are_those_of_the_ensemble() -> None:
    own = plan()
    columns = tables.decoded(run_task(task_of(own, 0, tables.PARQUET)).table, tables.PARQUET)
    rows = [i for i, quantity in enumerate(columns["quantity"]) if quantity == "capacity_eflops"]
    band = ensemble(own.scenario(0), 64, ["capacity_eflops"]).bands["capacity_eflops"]
    assert [columns["p50"][i] for i in rows] == band.p50.tolist()
    assert [columns["mean"][i] for i in rows] == band.mean.tolist()


def test_that_parquet_and_csv_say_the_same() -> None:
    own = plan()
    both = [
        tables.decoded(run_task(task_of(own, 0, kind)).table, kind)
        for kind in (tables.PARQUET, tables.CSV)
    ]
    assert both[0] == both[1]


def test_that_chunks_of_draws_give_the_measures_of_all_of_them() -> None:
    own = plan(POSSIBLE.replace("draws = 64", "draws = 20000"))
    task = task_of(own, 0, tables.PARQUET)
    together = run_task(task)
    parts = [run_task(chunk).table for chunk in task.chunks(9216)]
    found = merged(task, parts)
    assert len(parts) == 3
    assert found.measured == together.measured
    assert (found.raw, together.raw) == (b"", b"")
    raw = replace(task, raw_measures=True)
    kept = merged(raw, [run_task(chunk).table for chunk in raw.chunks(9216)]).raw
    assert kept == run_task(raw).raw != b""


def test_that_a_stopped_sweep_goes_on_and_is_that_of_one_run(tmp_path: Path) -> None:
    run(plan(), Folder(tmp_path / "one"), Here())
    run(plan(), Folder(tmp_path / "two"), Here(), limit=5)
    first = contents(tmp_path / "two")
    tally = run(plan(), Folder(tmp_path / "two"), Here(), resume=True)
    assert (tally.found, tally.computed) == (5, 7)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    kept = [name for name in first if name.startswith(folders.RESULTS)]
    assert len(kept) == 5


def test_that_without_resume_nothing_is_written_over(tmp_path: Path) -> None:
    run(plan(), Folder(tmp_path), Here(), limit=1)
    before = contents(tmp_path)
    with pytest.raises(ScenarioError, match="--resume goes on with it"):
        run(plan(), Folder(tmp_path), Here())
    with pytest.raises(ScenarioError, match="is of another plan"):
        run(plan(SMALL.replace("3]", "4]")), Folder(tmp_path), Here(), resume=True, skip=True)
    assert contents(tmp_path) == before


def test_that_an_impossible_scenario_stops_all_or_is_skipped_and_told(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"scenario 2 .*slip_min = 6.* must not be above"):
        run(plan(SMALL), Folder(tmp_path), Here())
    assert contents(tmp_path) == {}
    tally = run(plan(SMALL), Folder(tmp_path), Here(), skip=True)
    assert (tally.computed, sorted(tally.skipped)) == (9, [2, 6, 10])
    told = (tmp_path / folders.SKIPPED).read_text("utf-8").splitlines()
    assert len(told) == 4
    assert "must not be above" in told[1]


def test_that_a_folder_of_another_engine_is_refused(tmp_path: Path) -> None:
    run(plan(), Folder(tmp_path), Here(), limit=1)
    manifest = tmp_path / folders.MANIFEST
    manifest.write_text(manifest.read_text("utf-8").replace('"0.1.0"', '"0.0.9"'), "utf-8")
    with pytest.raises(ScenarioError, match=r"was made by another engine \(0\.0\.9"):
        run(plan(), Folder(tmp_path), Here(), resume=True)


def test_that_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with (
        Folder(tmp_path).locked(),
        pytest.raises(ScenarioError, match="another run writes into it"),
    ):
        run(plan(), Folder(tmp_path), Here())
    assert run(plan(), Folder(tmp_path), Here(), limit=1).computed == 1


def test_that_a_disk_that_fills_leaves_whole_files_and_can_be_resumed(
    small_disk: Path, tmp_path: Path
) -> None:
    many = plan(POSSIBLE.replace("[1, 2, 3]", "[1, 2, 3, 4, 5, 6, 7]"))
    with pytest.raises(ScenarioError, match="No space left on device"):
        run(many, Folder(small_disk), Here())
    for name, data in contents(small_disk).items():
        if name.endswith(".parquet"):
            tables.decoded(data, tables.PARQUET)


def test_that_a_file_that_a_loss_of_power_left_empty_is_computed_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    run(plan(), folder, Here())
    whole = contents(tmp_path)
    (tmp_path / folder.name(3)).write_bytes(b"")
    assert run(plan(), Folder(tmp_path), Here(), resume=True).computed == 1
    assert contents(tmp_path) == whole


def test_that_pandas_is_not_loaded_to_write_where_it_is_installed() -> None:
    code = (
        "import sys; from engine.sweep.tables import encoded; "
        "encoded({'scenario': [1], 'text': ['a'], 'number': [None]}, 'parquet'); "
        "print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_that_a_column_of_one_value_is_that_of_many() -> None:
    for value in ("text", 2.5, None):
        one = {"scenario": [0, 1, 2], "same": tables.Same(value, 3)}
        for kind in (tables.PARQUET, tables.CSV):
            many = tables.encoded({"scenario": [0, 1, 2], "same": [value] * 3}, kind)
            assert tables.encoded(one, kind) == many
    assert list(tables.Same(1, 3)[1:]) == [1, 1]


def test_that_the_time_left_counts_from_the_first_work_and_not_from_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("engine.sweep.running.time.monotonic", lambda: now[0])
    tally = Tally(30, asked=21)
    assert tally.seconds_left is None
    now[0] = 160.0  # a minute went by before anything was done
    tally.one_more(2.0)
    assert (tally.rate, tally.seconds_left) == (0.5, 40.0)
    now[0] = 178.0
    tally.one_more(2.0)
    assert (tally.rate, tally.seconds_left) == (0.1, 190.0)


def test_that_an_estimate_follows_the_draws_and_the_scenarios() -> None:
    few, many = (estimate(plan(POSSIBLE.replace("64", n)), tables.CSV) for n in ("64", "128"))
    assert (few.draws, many.draws) == (12 * 64, 12 * 128)
    assert few.core_hours > 0
    assert few.raw == 0


class Mortal(Here):
    """Loses the first tasks."""

    def __init__(self) -> None:
        self.left = 3

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        if self.left:
            self.left -= 1
            future: Future[Any] = Future()
            future.set_exception(ConnectionError("gone"))
            return future
        return super().submit(work, *given)

    def lost(self, error: BaseException) -> bool:
        return isinstance(error, ConnectionError)


def test_that_what_a_lost_worker_had_is_computed_again(tmp_path: Path) -> None:
    tally = run(plan(), Folder(tmp_path / "a"), Mortal())
    run(plan(), Folder(tmp_path / "b"), Here())
    assert tally.lost == 3
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_that_a_killed_process_of_this_machine_loses_nothing(tmp_path: Path) -> None:
    pool = Processes(1)
    killed: list[int] = []

    def kill(tally: object) -> None:
        if not killed:
            [process] = pool._executor._processes.values()
            killed.append(process.pid)
            os.kill(process.pid, signal.SIGKILL)

    tally = run(plan(), Folder(tmp_path / "a"), pool, heard=kill)
    run(plan(), Folder(tmp_path / "b"), Here())
    assert tally.computed == 12
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_that_work_for_processes_that_have_died_is_lost_and_not_a_crash() -> None:
    pool = Processes(1)
    os.kill(pool.submit(os.getpid).result(), signal.SIGKILL)
    errors = [pool.submit(os.getpid).exception() for _ in range(2)]  # as it dies, and after
    assert all(error is not None and pool.lost(error) for error in errors)
    pool.again()
    assert pool.submit(os.getpid).result() > 0
    pool.close(stop=True)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_that_processes_are_deaf_to_ctrl_c_from_the_first() -> None:
    pool = Processes(1)
    [process] = pool._executor._processes.values()
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    blocked = int(status.partition("SigBlk:")[2].split()[0], 16)
    assert blocked & 1 << (signal.SIGINT - 1)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    pool.close(stop=True)


@pytest.fixture
def cluster() -> Iterator[str]:
    """A scheduler and two workers of Dask, each a process, reached by address."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    begun = []

    def begin(*words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process

    scheduler = begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    assert scheduler.stderr is not None
    address = ""
    for line in scheduler.stderr:
        if "Scheduler at:" in line:
            address = line.split()[-1]
            break
    readers = [threading.Thread(target=scheduler.stderr.read)]
    for _ in range(2):
        worker = begin("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        assert worker.stderr is not None
        readers.append(threading.Thread(target=worker.stderr.read))
    for reader in readers:
        reader.start()
    try:
        yield address
    finally:
        for process in reversed(begun):
            process.kill()  # workers would wait for a scheduler that is gone
            process.wait()
        for thread in readers:
            thread.join()
        for process in begun:
            assert process.stderr is not None
            process.stderr.close()


def test_that_a_result_that_came_before_its_worker_died_is_a_result() -> None:
    class There:
        status = "lost"

        def __init__(self, error: Exception | None = None) -> None:
            self.error = error

        async def _result(self) -> int:
            if self.error is not None:
                raise self.error
            return 7

    here: list[Future[int]] = [Future(), Future()]
    asyncio.run(carried(There(), here[0]))
    asyncio.run(carried(There(ConnectionError()), here[1]))
    assert here[0].result() == 7
    assert isinstance(here[1].exception(), ConnectionError)


def test_that_a_cluster_gives_what_one_process_gives(cluster: str, tmp_path: Path) -> None:
    tally = run(plan(), Folder(tmp_path / "far"), Dask(cluster))
    run(plan(), Folder(tmp_path / "near"), Here())
    assert tally.computed == 12
    assert contents(tmp_path / "far") == contents(tmp_path / "near")


def test_that_a_report_names_what_drives_each_measure_and_the_front(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(plan(), Folder(tmp_path), Here())
    assert main(["sweep", "report", str(tmp_path)]) == 0
    text = (tmp_path / "report" / "report.md").read_text("utf-8")
    first = text.partition("## unserved_revenue")[2].splitlines()[2]
    assert first.startswith("- driven by power_budget_gw: rank correlation -")
    assert "least regret: the choice of scenario" in text
    found = read_findings(tmp_path)
    cost, unserved = found.mean("economic_cost"), found.mean("unserved_revenue")
    front = found.front()
    better = [
        (other, place)
        for place in front
        for other in range(12)
        if cost[other] < cost[place] and unserved[other] < unserved[place]
    ]
    assert front
    assert better == []
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_that_the_command_says_how_much_it_is_and_does_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(POSSIBLE, "utf-8")
    assert main(["sweep", str(file), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("12 scenarios (0 can't be), 768 draws")
    out = str(tmp_path / "out")
    assert main(["sweep", str(file), "--out", out, "--workers", "0", "--limit", "2"]) == 0
    assert "2 scenarios computed" in capsys.readouterr().out
    assert main(["sweep", str(file), "--out", out, "--workers", "0"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["sweep", str(file)]) == 2
