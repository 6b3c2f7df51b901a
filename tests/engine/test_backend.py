"""The same source on NumPy, on a strict stand-in for CuPy, and on CuPy where there is a GPU."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.hedge import hedge
from engine.analysis.kpi import at, over_draws
from engine.analysis.mix_map import mixes
from engine.files.scenario_files import load
from engine.model.arrays import ArrayModule
from engine.run import backend
from engine.run.backend import NUMPY, Backend, probe_cupy
from engine.values import Event
from engine.worlds.ensemble import all_columns, ensemble
from tests.engine.cupy_like import CONSTANTS, FUNCTIONS, Far, cupy_like
from tests.engine.worlds import FAMILIES

GOLDEN = Path(__file__).parent / "golden"
STRICT = Backend("stand-in", cupy_like, cupy_like.asnumpy, fuse=cupy_like.fuse, block=50)
EVENTS = (Event("supply_stop", "gpu", 20, 6, 0.5), Event("power_outage", "all", 30, 3, 0.2))
SCENARIOS = {
    "defaults": Scenario(),
    "budget and events": Scenario().having(
        investment_budget_bn_per_year=20,
        events=EVENTS,
        bring_up_months={"tpu": 2, "trainium": 6, "gpu": 0},
        owned_share=dict.fromkeys(FAMILIES, 0.5),
    ),
}


SCENARIOS |= {
    name: load(GOLDEN / f"{name}.json").scenario
    for name in ("stress_all", "stress_firm_no_power", "stress_repower_cost")
}


def agree(found, expected):
    """Within what two orders of summation may differ."""
    for column, band in expected.bands.items():
        for share, line in vars(band).items():
            there = getattr(found.bands[column], share)
            size = np.max(np.abs(line), initial=0, where=~np.isnan(line))
            np.testing.assert_allclose(
                there, line, rtol=1e-9, atol=1e-9 * size, err_msg=f"{column} {share}"
            )
    for measure in ("cost", "unserved_revenue", "unserved_compute"):
        there, here = getattr(found.risk, measure), getattr(expected.risk, measure)
        assert vars(there) == pytest.approx(vars(here), rel=1e-9)


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_leaves_the_device_but_bands(name):
    scenario = SCENARIOS[name]
    columns = all_columns(scenario.families)
    found = ensemble(scenario, 120, columns, concentration=True, backend=STRICT)
    agree(found, ensemble(scenario, 120, columns, concentration=True))
    assert found.backend == "stand-in"


def test_the_sketch_works_on_the_device(monkeypatch):
    monkeypatch.setattr("engine.worlds.ensemble.EXACT_DRAWS", 100)
    agree(ensemble(Scenario(), 2200, backend=STRICT), ensemble(Scenario(), 2200))


def test_analyses_over_draws_work_on_the_device():
    scenario, kpi = Scenario(), at("capacity_eflops", 40)
    _, runs = mixes(scenario, scenario.families, 4)
    np.testing.assert_allclose(over_draws(runs, kpi, 60, STRICT), over_draws(runs, kpi, 60))
    found, expected = (hedge(scenario, 60, backend=b) for b in (STRICT, NUMPY))
    assert found.premium("tpu") == pytest.approx(expected.premium("tpu"))


def test_lives_that_differ_between_worlds_work_on_the_device():
    runs = [Scenario().having(life_months=life) for life in (36, 48, 60)]
    kpi = at("usd_per_pflop_hour", 90)
    np.testing.assert_allclose(over_draws(runs, kpi, 10, STRICT), over_draws(runs, kpi, 10))


def test_elementwise_equations_are_fused_and_are_elementwise():
    ensemble(Scenario().having(investment_budget_bn_per_year=20), 50, backend=STRICT)
    assert cupy_like.fused >= {
        *("orders", "left_over", "lent", "facility_limit", "demand", "supply", "curtailment"),
        *("training_share", "mix_of_new_power", "price_level", "economic_cost"),
        *("usd_per_pflop_hour", "unserved_revenue"),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        lambda x: x.sum(axis=0),
        lambda x: x[0],
        lambda x: x if x.ndim > 1 else -x,
        lambda x: cupy_like.clip(x, 0.0, 1.0),
        lambda x: cupy_like.cumsum(x, axis=0),
        lambda x: x if x > 1 else -x,
        lambda x: x * np.ones(3),
        lambda x: x > 1,
    ],
)
def test_the_stand_in_fuses_only_what_cupy_can(wrong):
    fused = cupy_like.fuse(wrong)
    with pytest.raises(TypeError):
        fused(cupy_like.asarray(np.arange(6.0).reshape(2, 3)))
    assert cupy_like.fuse(lambda x: x + 1)(cupy_like.asarray(np.ones((2, 3)))).shape == (2, 3)


def test_the_stand_in_refuses_what_cupy_refuses():
    far = cupy_like.asarray(np.ones(3))
    for wrong in (
        lambda: far + np.ones(3),
        lambda: np.ones(3) * far,
        lambda: np.exp(far),
        lambda: float(far[0]),
        lambda: bool(far),
        lambda: cupy_like.maximum(far, np.ones(3)),
    ):
        with pytest.raises(TypeError):
            wrong()
    assert not hasattr(cupy_like, "interp")
    assert isinstance(far * 2.0, Far)
    assert bool(far.any())
    assert int(far[0]) == 1


@pytest.fixture
def check():
    path = Path(__file__).parents[1] / "gpu" / "check.py"
    spec = importlib.util.spec_from_file_location("check", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_check_for_cuda_machines_finds_the_stand_in_in_agreement(check, capsys):
    assert check.parity(STRICT, 40) <= check.TOLERANCE
    shown = capsys.readouterr().out
    assert all(name in shown for name in ("capacity_eflops", "risk: cost", "mix map"))


def test_the_check_says_why_where_there_is_no_gpu(check, capsys, monkeypatch):
    reason = "no usable GPU: it is at lunch"
    monkeypatch.setattr(check, "probe_cupy", lambda: backend.Probe(None, reason))
    monkeypatch.setattr(sys, "argv", ["check.py"])
    assert check.main() == check.NO_GPU
    assert reason in capsys.readouterr().out


def test_what_the_engine_asks_of_an_array_module_is_what_the_stand_in_has():
    asked = {name for name in dir(ArrayModule) if not name.startswith("_")}
    asked |= set(ArrayModule.__annotations__)
    assert len(asked) > 30
    assert [name for name in sorted(asked) if not hasattr(cupy_like, name)] == []


def test_cupy_has_every_name_of_the_stand_in():
    if importlib.util.find_spec("cupy") is None:
        pytest.skip("no usable GPU: CuPy is not installed")
    cupy = importlib.import_module("cupy")  # works without a driver
    assert [name for name in (*FUNCTIONS, *CONSTANTS, "fuse") if not hasattr(cupy, name)] == []


# The probe


@pytest.fixture
def fresh_probe():
    probe_cupy.cache_clear()
    yield
    probe_cupy.cache_clear()


def pretend(monkeypatch, module):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: module)
    monkeypatch.setitem(sys.modules, "cupy", module)


def test_without_cupy_numpy_computes_and_the_reason_is_in_words(monkeypatch, fresh_probe):
    pretend(monkeypatch, None)
    assert probe_cupy().reason == "no usable GPU: CuPy is not installed"
    assert backend.best() is NUMPY


def test_a_driver_that_raises_anything_is_a_reason_not_a_crash(monkeypatch, fresh_probe):
    def broken():
        raise RuntimeError("CUDA driver\nis insufficient")

    module = ModuleType("cupy")
    module.cuda = SimpleNamespace(is_available=broken)
    pretend(monkeypatch, module)
    assert probe_cupy().reason == "no usable GPU: CUDA driver is insufficient"
    assert not probe_cupy().usable


def test_cupy_without_a_device_is_a_reason(monkeypatch, fresh_probe):
    module = ModuleType("cupy")
    module.cuda = SimpleNamespace(is_available=lambda: False)
    pretend(monkeypatch, module)
    assert probe_cupy().reason == "no usable GPU: CuPy finds no CUDA device"


def test_the_engine_does_not_import_cupy_by_itself():
    assert "cupy" not in sys.modules or probe_cupy().usable


def test_cupy_gives_what_numpy_gives():
    probe = probe_cupy()
    if probe.backend is None:
        pytest.skip(probe.reason)
    for scenario in SCENARIOS.values():
        columns = all_columns(scenario.families)
        found = ensemble(scenario, 512, columns, concentration=True, backend=probe.backend)
        agree(found, ensemble(scenario, 512, columns, concentration=True))
