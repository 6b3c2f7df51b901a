"""What the engine is asked and can't answer is named, with what is allowed: never a number."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Catalogue, Scenario, series, simulate
from engine import simulate_batch as batch
from engine.run.backend import NUMPY
from engine.run.scenario_arrays import Inputs
from engine.tables.parameter import month_number
from engine.values import Event
from engine.worlds import quantiles, random_draws, risk
from engine.worlds.ensemble import each_block, ensemble
from engine.worlds.low_discrepancy import inverse_normal, shuffled, sobol

SCENARIO = Scenario()
LONGER = SCENARIO.having(horizon_months=120)
FAMILIES = SCENARIO.families
NAN = float("nan")


def drawn(families: Any = FAMILIES, **others: Any) -> Any:
    asked = {"seed": 1, "months": 96, "first": 0, "count": 8} | others
    return random_draws.chance(
        asked["seed"], families, asked["months"], asked["first"], asked["count"]
    )


def blocks(scenarios: Any, draws: Any, **others: Any) -> Any:
    return list(each_block(scenarios, draws, lambda simulation, count: count, **others))


def with_event(kind: str, scope: str) -> Scenario:
    return dataclasses.replace(SCENARIO, events=(Event(kind, scope, 3, 3, 0.5),))


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    **{
        f"{draws!r} draws": (
            lambda draws=draws: ensemble(SCENARIO, draws),
            rf"draws {draws!r}: allowed are whole numbers from 1 to 4294967296",
        )
        for draws in (0, -1, True, False, 64.0, NAN, "64")
    },
    "0 draws in blocks": (lambda: blocks([SCENARIO], 0), "draws 0: allowed"),
    "a half draw in blocks": (lambda: blocks([SCENARIO], 0.5), "draws 0.5: allowed"),
    "no scenarios": (lambda: Inputs([]), "no scenarios: allowed are 1 or more"),
    "two horizons at once": (lambda: Inputs([SCENARIO, LONGER]), "differ in horizon_months"),
    "two horizons in blocks": (lambda: blocks([SCENARIO, LONGER], 8), "differ in horizon_months"),
    "0 months": (lambda: Inputs([SCENARIO], months=0), "months 0: allowed .* from 1 to 96"),
    "97 of 96 months": (
        lambda: blocks([SCENARIO], 8, months=97),
        "months 97: allowed are whole numbers from 1 to 96",
    ),
    "a column misspelt": (
        lambda: ensemble(SCENARIO, 8, ("capacity",)),
        "column 'capacity': allowed are .*capacity_eflops",
    ),
    "a column of words": (lambda: ensemble(SCENARIO, 8, ("binding",)), "column 'binding': allowed"),
    "a column of no family": (
        lambda: ensemble(SCENARIO, 8, ("h100e_asic",)),
        "column 'h100e_asic': allowed are .*h100e_tpu",
    ),
    "one column, no list": (
        lambda: ensemble(SCENARIO, 8, "h100e"),
        "column 'h100e': allowed is a list of",
    ),
    "a series misspelt": (
        lambda: batch([SCENARIO], ["h100"]),
        "series 'h100': allowed are .*h100e",
    ),
    "one series, no list": (lambda: batch([SCENARIO], "h100e"), "'h100e': allowed is a list of"),
    "the row of a series misspelt": (lambda: series("h100"), "series 'h100': allowed are .*h100e"),
    "families of a series without": (
        lambda: simulate(SCENARIO).by_family("curtailment"),
        "'curtailment': allowed are .*it_power_gw",
    ),
    "families of a series misspelt": (
        lambda: simulate(SCENARIO).by_family("power"),
        "'power': allowed are",
    ),
    "a family unknown": (
        lambda: SCENARIO.catalogue.generations("asic"),
        "family 'asic': allowed are tpu, trainium, gpu",
    ),
    **{
        f"a window {window!r}": (
            lambda window=window: ensemble(SCENARIO, 8, window=window),
            "window .*: allowed",
        )
        for window in ((10, 96), (-1, 5), (5, 4), (1.0, 5), (False, 5), (3,), 7, "ab", (NAN, 5))
    },
    "families in one text": (lambda: drawn("gpu"), "families 'gpu': allowed"),
    "no families": (lambda: drawn(()), r"families \(\): allowed"),
    "a family twice": (lambda: drawn(("a", "a")), "each once"),
    "a seed below 0": (lambda: drawn(seed=-1), "seed -1: allowed"),
    "a seed with a fraction": (lambda: drawn(seed=1.5), "seed 1.5: allowed"),
    "luck of no months": (lambda: drawn(months=0), "months 0: allowed"),
    "a first draw below 0": (lambda: drawn(first=-8), "first draw -8: allowed"),
    "luck of no draws": (lambda: drawn(count=0), "count of draws 0: allowed"),
    "draws beyond the sequence": (
        lambda: drawn(first=2**32 - 4),
        "count of draws 8: allowed are whole numbers from 1 to 4$",
    ),
    "luck of other families": (
        lambda: random_draws.luck([SCENARIO], drawn(("tpu", "gpu"))),
        "luck of tpu, gpu: allowed is tpu, trainium, gpu",
    ),
    "luck of fewer months": (
        lambda: random_draws.luck([SCENARIO], drawn(months=95)),
        "months of luck 95: allowed are whole numbers from 96",
    ),
    "a tolerance that is none": (lambda: risk.is_short(1.0, 2.0, NAN), "tolerance nan: allowed"),
    "a tolerance above 1": (lambda: risk.is_short(1.0, 2.0, 1.5), "tolerance 1.5: allowed"),
    "the worst of nothing": (lambda: risk.cvar(np.array([])), r"values \[\]: allowed"),
    "the worst of what is undefined": (lambda: risk.cvar(np.array([1, NAN])), "nan.*: allowed"),
    "a confidence that is none": (lambda: risk.cvar(np.arange(9.0), NAN), "confidence nan"),
    "full confidence": (lambda: risk.cvar(np.arange(9.0), 1.0), "confidence 1: allowed"),
    "suppliers of no index": (lambda: risk.effective_suppliers(0.0), "index 0.0: allowed"),
    "suppliers of too high an index": (lambda: risk.effective_suppliers(10_001), "index 10001"),
    "a share above 1": (
        lambda: quantiles.quantiles(np, quantiles.sample(np, np.ones((1, 4))), (1.5,)),
        "share 1.5: allowed are numbers from 0 to 1",
    ),
    "a sample of none": (lambda: quantiles.sample(np, np.ones((3, 0))), "count of draws 0"),
    "a certain probability": (lambda: inverse_normal(np.array([0.5, 1.0])), "probability"),
    "a probability that is none": (lambda: inverse_normal(np.array([NAN])), "probability"),
    "a dimension below 0": (
        lambda: sobol(np.array([-1]), np.arange(4), np.zeros(1)),
        "dimension .*-1.*: allowed are whole numbers from 0 to",
    ),
    "a point below 0": (
        lambda: sobol(np.arange(2), np.array([-1]), np.zeros(2)),
        "number .*-1.*: allowed",
    ),
    "a point between two": (lambda: shuffled(np.array([0.5]), np.arange(2)), "number .*: allowed"),
    **{
        f"the month {text!r}": (lambda text=text: month_number(text), "allowed is YYYY-MM")
        for text in ("2025-13", "2025-00", "2025", "25-01", "2025-1", "2025-01-01", "")
    },
    "blocks of nothing": (lambda: dataclasses.replace(NUMPY, block=0), "block 0: allowed"),
    "blocks backwards": (lambda: dataclasses.replace(NUMPY, block=-8), "block -8: allowed"),
    "an event unknown": (lambda: simulate(with_event("strike", "all")), "strike.*: allowed are"),
    "an event of nobody": (lambda: simulate(with_event("base_loss", "asic")), "asic.*: allowed"),
    "a catalogue that is none": (lambda: SCENARIO.having(catalogue="chips"), "catalogue = 'chips'"),
    "a parameter misspelt": (lambda: SCENARIO.having(revenue_grwth=2), "revenue_grwth"),
    "a catalogue of nothing": (
        lambda: SCENARIO.having(catalogue=Catalogue("none", ())),
        "families are",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_the_engine_refuses_and_says_what_is_allowed(name: str) -> None:
    ask, said = REFUSED[name]
    with pytest.raises(ValueError, match=said):
        ask()


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
@pytest.mark.parametrize(
    "value", [NAN, float("inf"), "2", object()], ids=["nan", "inf", "text", "object"]
)
def test_that_no_parameter_takes_what_is_no_number(row: Any, value: Any) -> None:
    if row.per_family:
        value = dict.fromkeys(FAMILIES, value)
    with pytest.raises(ValueError, match=row.key):
        SCENARIO.having(**{row.key: value})


def test_that_whole_numbers_of_numpy_are_as_good_as_others() -> None:
    assert ensemble(SCENARIO, np.int64(8), ("h100e",), window=(np.int64(3), 9)).draws == 8
    assert Inputs([SCENARIO], months=np.int32(12)).months == 12
    assert risk.is_short(np.array([2.0]), np.array([10.0]), np.float32(0.25)).tolist() == [False]
