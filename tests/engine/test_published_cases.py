"""Published numbers against the functions of ours they concern; every case is accounted for."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.model import chips, demand, money, stocks
from engine.model.conventions import H100_TOPS, HOURS_PER_MONTH, fade
from engine.tables.catalogue import shipped_catalogue

CASES: dict[str, Any] = {
    case["id"]: case for case in json.loads((Path(__file__).parent / "cases.json").read_text())
}

RISK = "a risk measure of the ensemble: see test_risk"
CHAIN = "a chain from a chip's TDP; the catalogue has all-in IT watts"
FAILURES = "failures of single chips; the model has one availability, a parameter"
OTHERS = {
    "V12": CHAIN,
    "V12b": CHAIN,
    "V12d": CHAIN,
    "V26b": CHAIN + "; the fleet's power is in test_reference_plants",
    "V15a": FAILURES,
    "V15b": FAILURES,
    "V15c": FAILURES,
    "V17c": "an experience curve; prices follow yearly factors here",
    "V18a": RISK,
    "V18b": RISK,
    "V18c": RISK,
    "V24a": RISK,
    "V24b": RISK,
    "V24c": RISK,
    "V24d": RISK,
    "V24f": RISK,
    "V24g": RISK,
}
CHECKED: set[str] = set()


def published(name: str) -> Any:
    """The case's expected value, as something to compare with at its own tolerance."""
    CHECKED.add(name)
    case = CASES[name]
    return pytest.approx(case["expected"], rel=case["rtol"], abs=case["atol"])


def inputs(name: str) -> Any:
    return CASES[name]["inputs"]


def crf(rate: float, periods: float) -> float:
    return float(money.capital_recovery_factor(np, np.asarray(rate), np.asarray(periods)))


def alive(flow: np.ndarray, life: int) -> np.ndarray:
    delivered = np.asarray(flow, float)[:, None]
    return stocks.alive(np, delivered, np.zeros((1, 1)), np.array([life]))[:, 0]


def tpu_v7() -> Any:
    return next(chip for chip in shipped_catalogue().chips if chip.name == "TPU v7 Ironwood")


# Capital recovery


def v1a() -> None:
    assert [crf(0.0025, n) for n in inputs("V1a")["n"]] == published("V1a")


def v1b() -> None:
    assert crf(0.0025, 4) == published("V1b")
    assert crf(0.0025, 4) - 0.0025 == pytest.approx(inputs("V1b")["AF"], abs=6e-6)


def v1c() -> None:
    assert [crf(0.35, n) for n in inputs("V1c")["n"]] == published("V1c")


def v1d() -> None:
    assert [crf(rate, 20) for rate in inputs("V1d")["r"]] == published("V1d")


def v1e() -> None:
    assert [crf(0.05 / 12, n) for n in inputs("V1e")["n"]] == published("V1e")


def v5x() -> None:
    _, annuity, straight = CASES["V5x"]["expected"]  # the first is a rate of replacement
    CHECKED.add("V5x")
    assert [crf(0.1, 5), crf(0, 5)] == pytest.approx([annuity, straight], abs=1e-5)


def v10b() -> None:
    given = inputs("V10b")
    building = given["F"] * crf(given["r"], 14)
    totals = [given["I"] * crf(given["r"], n) + building + given["opex"] for n in (3, 5, 7)]
    assert totals == published("V10b")


def v19() -> None:
    costs = [
        (
            row["capital_cost"] * (crf(row["rate"], row["years"]) if row["rate"] else row["fcr"])
            + row["fixed_operating_cost"]
        )
        / row["annual_energy_kwh"]
        + row["variable_operating_cost"]
        for row in inputs("V19")
    ]
    assert costs == published("V19")


def v19b() -> None:
    """The case is that of 2.5 of capital and 0.175 a year for one unit a year."""
    rate, years = inputs("V19b")["r"], inputs("V19b")["n"]
    assert 2.5 * crf(rate, years) + 0.175 == published("V19b")
    month = 12.0 * np.arange(years + 1)
    once, yearly = np.eye(1, years + 1)[0], np.r_[0.0, np.ones(years)]
    cost = money.running_value(np, month, 2.5 * once + 0.175 * yearly, np.asarray(rate))
    output = money.running_value(np, month, yearly, np.asarray(rate))
    assert cost[-1] / output[-1] == published("V19b")


# Stocks of a fixed life


def v20a() -> None:
    life = inputs("V20a")["L"]
    flow = 3 + np.sin(np.arange(180.0))
    loop = [sum(flow[max(t - life + 1, 0) : t + 1]) for t in range(180)]
    assert np.abs(alive(flow, life) - loop).max() == published("V20a")


def v20c() -> None:
    given = inputs("V20c")
    assert alive(np.full(60, given["a"]), given["L"])[-1] == published("V20c")


def v20d() -> None:
    given = inputs("V20d")
    flow = given["a"] * given["g"] ** np.arange(given["t"] + 1.0)
    assert alive(flow, given["L"])[-1] == published("V20d")


def v23() -> None:
    """What straight-line depreciation writes off: capital alive over its life."""
    life, capex = 60, 2 + np.cos(np.arange(150.0))
    written_off = alive(capex, life) / life
    loop = [sum(capex[max(t - life + 1, 0) : t + 1]) / life for t in range(150)]
    book = np.cumsum(capex) - np.cumsum(written_off)
    found = [np.abs(written_off - loop).max(), float((book >= 0).all())]
    assert found == published("V23")


def v23b() -> None:
    months = 12 * inputs("V23b")["L"]
    capex = inputs("V23b")["growth"] ** (np.arange(240.0) / 12)
    stock = alive(capex, months)
    average = (stock[-1] + stock[-2]) / 2  # of the month; the case is in continuous time
    assert average / months / capex[-1] == published("V23b")


# Chips, growth, hours


def v12c() -> None:
    h100 = next(chip for chip in shipped_catalogue().chips if chip.name == "H100 SXM")
    assert h100.it_watts / 1000 == published("V12c")
    assert published("V12c") == 360e6 / 250_000 / 1000


def v16c() -> None:
    growth = np.asarray(math.log(3.3))
    months = np.arange(0.0, 12.0, 0.01)
    grown = np.exp(fade(np, months / 12, growth, growth, np.asarray(0.0)))
    assert months[np.searchsorted(grown, 2.0)] == published("V16c")
    log_revenue = demand.log_planned_revenue(
        np, months, np.zeros((1, 1)), np.zeros((1, 1)), growth, growth, np.asarray(0.0)
    )
    assert months[np.searchsorted(np.ravel(np.exp(log_revenue)), 2.0)] == published("V16c")


def v26a() -> None:
    peak = 1e6 * tpu_v7().tops * chips.effective_use(1.0, 1.0)
    used = 1e6 * tpu_v7().tops * chips.effective_use(0.4, 1.0)
    assert [1e6 * tpu_v7().tops / H100_TOPS, peak, used] == published("V26a")


def v26c() -> None:
    rent, price = CASES["V26c"]["expected"]
    CHECKED.add("V26c")
    hours = HOURS_PER_MONTH * 60 * 8760 / 8766  # the case has no leap days
    assert 1e6 * tpu_v7().rent_usd_per_hour * hours / 1e9 == pytest.approx(rent, rel=1e-9)
    assert price <= 1e6 * tpu_v7().capex_usd / 1e9 < 100  # ours is all-in: tens of $bn too


def v27() -> None:
    assert published("V27") == [720.0, 730.0, HOURS_PER_MONTH]
    assert HOURS_PER_MONTH * 12 == 8766


CHECKS = [
    *(v1a, v1b, v1c, v1d, v1e, v5x, v10b, v19, v19b),
    *(v20a, v20c, v20d, v23, v23b, v12c, v16c, v26a, v26c, v27),
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_that_our_function_gives_the_published_number(check: Any) -> None:
    check()


def test_that_every_published_case_is_checked_or_concerns_nothing_of_ours() -> None:
    for check in CHECKS:
        check()
    assert CHECKED.isdisjoint(OTHERS)
    assert CHECKED | set(OTHERS) == set(CASES)
