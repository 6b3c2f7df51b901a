"""The sentence over the charts is true, whatever is moved: it is held against the runs."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Scenario, ScenarioError, simulate
from engine.tables.parameter import Parameter, month_number, month_text
from gui.document import templates
from gui.run.change_sentence import sentence
from gui.words import units
from gui.words.kpis import figures, kpis, month_index
from tests.gui.sentence_claims import check

SEED = 20251023
EDITS = 2  # of each row, in each scenario
SEEN_FROM = "2026-12"
WAYS = ("more", "less")


def some_value(row: Parameter, scenario: Scenario, chance: random.Random) -> Any:
    """Another value of a row: often near, now and then anywhere within its bounds."""
    now = getattr(scenario, row.key)
    if row.sums_to_one:
        parts = {family: chance.random() for family in scenario.families}
        return {family: part / sum(parts.values()) for family, part in parts.items()}
    if row.per_family:
        family = chance.choice(scenario.families)
        return {**now, family: some_number(row, now[family], chance)}
    if row.kind == "switch":
        return not now
    if row.kind == "month":
        return month_text(month_number(now) + chance.randint(-18, 18))
    if row.kind == "anchors":
        return [[month, level * chance.uniform(0.8, 1.3)] for month, level in now]
    if row.kind == "choice":
        return chance.choice(row.words)
    if row.key == "sites":
        return [
            {
                "name": "A site",
                "gw": chance.uniform(0.1, 1.0),
                "start_month": chance.randint(-6, 40),
                "ramp_months": chance.randint(1, 12),
                "probability": chance.uniform(0.5, 1.0),
            }
        ]
    if row.key == "contracts":
        return [
            {
                "name": "A contract",
                "family": chance.choice(scenario.families),
                "start_month": chance.randint(-6, 40),
                "ramp_months": chance.randint(1, 24),
                "it_gw": chance.uniform(0.1, 2.0),
                "firm": chance.random(),
                "price_factor": chance.uniform(0.5, 2.0),
            }
        ]
    if row.key == "events":
        start = chance.randint(3, 40)
        return [
            {
                "kind": "supply_stop",
                "scope": chance.choice(scenario.families),
                "start_month": start,
                "duration_months": 9,
                "severity": 1.0,
            }
        ]
    return some_number(row, now, chance)


def some_number(row: Parameter, now: float | None, chance: random.Random) -> float:
    assert row.low is not None
    assert row.high is not None
    if now is None or chance.random() < 0.3:
        value = chance.uniform(row.low, row.high)
    else:
        near = chance.choice((0.001, 0.05, 0.5))
        value = now * (1 + chance.uniform(-near, near)) + chance.uniform(-near, near) * row.step
    value = min(max(value, row.low), row.high)
    return int(value) if row.whole else value


def edited(scenario: Scenario, row: Parameter, chance: random.Random) -> Scenario | None:
    try:
        return scenario.having(**{row.key: some_value(row, scenario, chance)})
    except ScenarioError:
        return None  # the row has rules beyond its bounds


@pytest.fixture(scope="module")
def claims() -> Counter[str]:
    """Every row of the table moved in every example, and what was claimed of it: all true."""
    chance = random.Random(SEED)
    found: Counter[str] = Counter()
    for name in templates.EXAMPLES:
        before = simulate(templates.example(name).scenario)
        for row in PARAMETERS:
            for _ in range(EDITS):
                scenario = edited(before.scenario, row, chance)
                if scenario is None or scenario == before.scenario:
                    continue
                after = simulate(scenario)
                month = chance.choice((SEEN_FROM, *before.months))
                one, other = chance.choice(((before, after), (after, before)))
                said = sentence(one, other, month_index(other, month))
                found += check(said, one, other)
                found[row.key] += 1
    return found


KINDS = (
    *(f"{figure} {way}" for figure in ("capacity", "committed", "served") for way in WAYS),
    *(f"unit_cost {way}" for way in WAYS),
    *("other", "now", "gone", "from", "until"),
    *("no curve", "hardly"),
)


def test_that_what_is_said_of_each_lever_is_true_of_the_figures_and_of_the_ribbon(claims):
    unmoved = [row.key for row in PARAMETERS if not claims[row.key]]
    assert unmoved == []


def test_that_each_kind_of_claim_was_among_them(claims):
    unheard = [kind for kind in KINDS if not claims[kind]]
    assert unheard == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Scenario(), Scenario().having(power_budget_gw=4.0), "gone"),
        (Scenario().having(power_budget_gw=4.0), Scenario(), "now"),
        (
            Scenario().having(start="2024-01", horizon_months=24),
            Scenario().having(start="2028-01"),
            "no month",
        ),
    ],
)
def test_that_rarer_claims_are_made_and_true(before, after, kind):
    one, other = simulate(before), simulate(after)
    assert check(sentence(one, other, 23), one, other)[kind] == 1


def test_that_limits_that_went_altogether_are_said_to_be_gone():
    free = dict.fromkeys(Scenario().families, 2e6)
    plenty = Scenario().having(supply_chips_per_year=free, power_budget_gw=10.0, power_start_gw=5.0)
    one, other = simulate(Scenario()), simulate(plenty)
    assert check(sentence(one, other, 23), one, other)["never"] == 1


def test_that_a_change_of_one_month_is_said_of_that_month():
    """Seen from the end, where no limit binds, power binds for a month more or less."""
    before = simulate(Scenario().having(power_budget_gw=2.0))
    for hundredth in range(201, 320):
        after = simulate(Scenario().having(power_budget_gw=hundredth / 100))
        differ = np.flatnonzero(before["binding"] != after["binding"]).tolist()
        if len(differ) == 1:
            said = sentence(before, after, 95)
            assert check(said, before, after)
            assert re.search(r"(in|from|until) \w{3} 20\d\d", said)
            if " in " in said:
                return
        before = after
    pytest.fail("no step of power moves the ribbon by one month")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("power_growth_gw_per_year", 1.6, "1 → 1.6 GW/year: "),
        ("power_budget_gw", 1.6, "2.5 → 1.6 GW: "),
        ("maintenance_share_per_year", 0.05, "5%/year: "),
        ("site_opex_usd_per_mw_year", 200_000.0, " → 200,000 $/MW IT/year: "),
        ("revenue_growth", 4.0, "7 → 4 x per year: "),
        ("investment_budget_bn_per_year", 30.0, "none → $30 bn/year: "),
    ],
)
def test_that_a_lever_s_unit_is_said_whole(key, value, words):
    one = simulate(Scenario())
    other = simulate(Scenario().having(**{key: value}))
    assert words in sentence(one, other, 23)


def test_that_a_unit_is_whole_in_megawatts_too():
    units.install(units.Units(power="MW"))
    one = simulate(Scenario())
    other = simulate(Scenario().having(power_growth_gw_per_year=1.6))
    assert "1,000 → 1,600 MW/year: " in sentence(one, other, 23)


def test_that_the_figures_over_time_are_those_of_the_tiles():
    result = simulate(Scenario())
    for month in (0, 23, 95):
        tiles = {kpi.key: kpi.number for kpi in kpis(result, month)}
        for key, values in figures(result).items():
            assert values[month] == pytest.approx(tiles[key], rel=1e-12), key
