"""What can go wrong, why and by when: each analysis against brute force on small ensembles."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import math
import re
from dataclasses import replace
from typing import Any

import jsonschema
import numpy as np
import pytest

from engine import Scenario
from engine.__main__ import main
from engine.analysis import waterfall as waterfalls
from engine.analysis.attribution import attribution
from engine.analysis.calendar import calendar
from engine.analysis.commitments import commitments, counterparties
from engine.analysis.exceedance import exceedance
from engine.analysis.failing import failing
from engine.analysis.flip import flip
from engine.analysis.kpi import Kpi, at, over_draws, total, values
from engine.analysis.mixes import mixes_compared
from engine.analysis.shocks import shocks
from engine.analysis.sources import OFF, sources
from engine.analysis.variants import changed
from engine.analysis.waiting import Target
from engine.analysis.waterfall import waterfall
from engine.ask.command import SHAPE
from engine.ask.questions import QUESTIONS
from engine.ask.words import TABLES
from engine.files import scenario_files
from engine.resource import resource
from engine.run.simulate import simulate
from engine.values import Event
from engine.worlds.risk import cvar, default_window

DRAWS = 24
NAMES = ("public_record_2026_11", "power_starved")


def shipped(name: str = NAMES[0]) -> Scenario:
    return scenario_files.load(str(path_of(name))).scenario


def path_of(name: str) -> Any:
    return resource("scenarios", f"{name}.headroom")


def unserved(scenario: Scenario) -> Kpi:
    return total("unserved_revenue_bn", *default_window(scenario))


def test_that_sources_of_loss_sum_and_are_the_average_over_all_orders() -> None:
    """Each of the 5,040 orders in which luck can be switched on, from ensembles run one by one."""
    scenario = shipped()
    found = sources(scenario, DRAWS)
    names = list(OFF)
    runs: dict[frozenset[str], tuple[float, float]] = {}
    for size in range(len(names) + 1):
        for on in map(frozenset, itertools.combinations(names, size)):
            off: dict[str, Any] = {}
            for name in names:
                if name not in on:
                    off |= OFF[name](scenario)
            [drawn] = over_draws([scenario.having(**off)], unserved(scenario), DRAWS)
            runs[on] = float(drawn.mean()), cvar(drawn)
    for k, parts in enumerate((found.mean_parts, found.cvar95_parts)):
        gained = dict.fromkeys(names, 0.0)
        for order in itertools.permutations(names):
            on = frozenset[str]()
            for name in order:
                gained[name] += runs[on | {name}][k] - runs[on][k]
                on |= {name}
        for name in names:
            expected = gained[name] / math.factorial(len(names))
            assert parts[name] == pytest.approx(expected, abs=1e-6)
    assert found.plain + sum(found.mean_parts.values()) == pytest.approx(found.mean)
    assert found.plain + sum(found.cvar95_parts.values()) == pytest.approx(found.cvar95)


def test_that_without_luck_no_source_adds_anything() -> None:
    scenario = shipped()
    for off in OFF.values():
        scenario = changed(scenario, **off(scenario))
    found = sources(scenario, 8)
    assert set(found.mean_parts.values()) == {0.0}
    assert found.mean == pytest.approx(float(values([scenario], unserved(scenario))[0]))


@pytest.mark.parametrize("high_is_bad", [True, False])
def test_that_exceedance_is_the_worlds_in_order_and_the_worst_run_as_scenarios(
    *, high_is_bad: bool
) -> None:
    scenario, other = shipped(), shipped(NAMES[1])
    kpi = unserved(scenario) if high_is_bad else at("capacity_eflops", 60)
    own, of_other = exceedance([scenario, other], kpi, DRAWS, high_is_bad=high_is_bad)
    for curve, world in ((own, scenario), (of_other, changed(other, seed=scenario.seed))):
        [drawn] = over_draws([world], kpi, DRAWS)
        assert np.allclose(curve.values, sorted(drawn.tolist(), reverse=high_is_bad), rtol=1e-12)
        for place in range(2):
            again = values([curve.scenario_of(place)], kpi)[0]
            assert again == pytest.approx(drawn[curve.worst[place]], rel=1e-9)
    assert own.exceeded_in(0) == own.values[0]
    assert own.exceeded_in(1) == own.values[-1]


def test_that_a_card_of_somebodys_own_begins_with_the_others_and_does_what_its_event_does() -> None:
    plan = shipped()
    kpi = unserved(plan)
    own = Event("supply_stop", "tpu", 3, 12, 0.8, "Fab fire")
    late = Event("grid_delay", "all", 7, 9, 0.0, "Late grid again")
    found = shocks(plan, kpi, month=30, more=(own, late))
    by_name = {card.name: card for card in found.cards}
    base = values([plan], kpi)[0]
    for event, start in ((own, 30), (late, 0)):
        card = by_name[event.name]
        assert card.event == replace(event, start_month=start)
        hit = plan.having(events=[*plan.events, card.event])
        assert card.effect == pytest.approx(values([hit], kpi)[0] - base, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_that_the_worst_pair_of_shocks_is_that_of_all_pairs_run_one_by_one(name: str) -> None:
    scenario = shipped(name)
    kpi = unserved(scenario)
    found = shocks(scenario, kpi)
    alone = values([scenario], kpi)[0]

    def effect(*events: Any) -> float:
        hit = scenario.having(events=[*scenario.events, *events])
        return float(values([hit], kpi)[0] - alone)

    for card in found.cards:
        assert card.effect == pytest.approx(effect(card.event), abs=1e-9)
    pairs = itertools.combinations(found.cards, 2)
    worst = max(effect(one.event, other.event) for one, other in pairs)
    assert found.pair_effect == pytest.approx(worst)
    assert effect(*(card.event for card in found.pair)) == pytest.approx(worst)


def test_that_a_recall_takes_the_contracts_share_of_its_familys_power() -> None:
    scenario = shipped()
    contract = next(x for x in scenario.contracts if x.start_month < scenario.as_of)
    card = next(x for x in shocks(scenario, unserved(scenario)).cards if contract.name in x.name)
    month = scenario.as_of + 1
    there = contract.it_gw * min((month - contract.start_month + 1) / contract.ramp_months, 1)
    power = values([scenario], at(f"it_power_gw_{contract.family}", month))[0]
    assert card.event.severity == pytest.approx(min(there / power, 1))
    assert card.event.scope == contract.family


def test_that_a_waterfall_sums_by_group_and_by_lever_and_its_flip_flips() -> None:
    before, after = shipped(NAMES[1]), shipped()
    kpi = unserved(after)
    found = waterfall(before, after, kpi)
    assert found.groups == attribution(before, after, kpi)
    for group, part in found.groups.parts.items():
        assert sum(found.levers[group].values()) == pytest.approx(part)
    whole, gap = found.groups.before, found.groups.gap
    turned = flip(before, after, kpi, lambda v: (v - whole) * gap < 0)
    undone = changed(after, **{key: getattr(before, key) for key in turned})
    [value] = values([undone], kpi)
    assert turned
    assert (value - whole) * gap < 0
    assert waterfall(before, after, kpi, opened=False).groups == found.groups
    assert "Power" in str(found)


def test_that_levers_of_two_groups_are_split_as_if_both_orders_were_run() -> None:
    before = shipped()
    rises = {"power_growth_gw_per_year": 1.0, "availability": before.availability * 0.9}
    after = before.having(**rises)
    kpi = at("economic_cost_bn", 80)
    found = waterfall(before, after, kpi)
    for key, value in rises.items():
        alone = values([before, before.having(**{key: value})], kpi)
        without = after.having(**{key: getattr(before, key)})
        last = values([without, after], kpi)
        expected = (alone[1] - alone[0] + last[1] - last[0]) / 2
        [part] = [levers[key] for levers in found.levers.values() if key in levers]
        assert part == pytest.approx(expected)


def test_that_as_many_levers_of_a_group_as_are_allowed_are_split_by_all_their_orders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, cost = Scenario(), at("economic_cost_bn", 40)
    after = before.having(pue=1.5, electricity_usd_per_kwh=0.2)

    def parts(most: int) -> dict[str, float]:
        monkeypatch.setattr(waterfalls, "MOST_EXACT", most)
        [levers] = waterfall(before, after, cost).levers.values()
        return dict(levers)

    exact = parts(10)
    assert len(exact) == 2
    assert parts(2) == exact
    assert parts(1) != exact  # what both do together is shared out otherwise


def test_that_a_lever_that_moves_nothing_has_no_part_of_its_group() -> None:
    """Events and the tolerance are of one group; no run feels the tolerance."""
    before = shipped()
    outage = Event("power_outage", "all", before.as_of + 6, 12, 0.5)
    rises = {"events": (outage,), "shortfall_tolerance": 0.05, "power_growth_gw_per_year": 0.2}
    after = before.having(**rises, revenue_growth=before.revenue_growth * 1.5)
    found = waterfall(before, after, unserved(after))
    parts = found.levers["Risk"]
    assert parts["shortfall_tolerance"] == 0
    assert parts["events"] == pytest.approx(found.groups.parts["Risk"])
    assert parts["events"] > 0


def test_that_the_calendar_says_what_running_again_month_by_month_says() -> None:
    scenario = shipped()
    kpi = unserved(scenario)
    now = float(np.median(over_draws([scenario], kpi, DRAWS)))
    target = Target(kpi, "at most", now * 1.05)
    found = list(calendar(scenario, target, 0.5, 4, DRAWS))
    assert {one.what for one in found} >= {"sites", "contracts"}
    for one in found:
        if one.what not in ("sites", "contracts"):
            continue
        chances = []
        for k in range(5):
            later = [
                replace(x, start_month=x.start_month + k) if x.name == one.name else x
                for x in getattr(scenario, one.what)
            ]
            [drawn] = over_draws([scenario.having(**{one.what: later})], kpi, DRAWS)
            chances.append(float(np.mean(drawn <= target.value)))
        assert one.chance == tuple(chances)
        held = next((k for k in range(5) if chances[k] < 0.5), 5)
        assert one.last_month == (one.month + held - 1 if held else None)
        assert one.open_ended == (held == 5)


@pytest.mark.parametrize(
    ("what", "key"), [("mix", "mix_month"), ("power ramp", "power_ready_month")]
)
def test_that_the_calendar_moves_the_dates_of_levers_month_by_month(what: str, key: str) -> None:
    scenario = shipped()
    kpi = unserved(scenario)
    target = Target(kpi, "at most", float(np.median(over_draws([scenario], kpi, DRAWS))) * 1.05)
    [one] = [d for d in calendar(scenario, target, 0.5, 4, DRAWS) if d.what == what]
    later = [scenario.having(**{key: getattr(scenario, key) + k}) for k in range(5)]
    held = [float(np.mean(over_draws([x], kpi, DRAWS) <= target.value)) for x in later]
    assert one.chance == tuple(held)


def ask(question: str, *words: str) -> dict[str, Any]:
    """The answer for programs."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["ask", str(path_of(NAMES[0])), question, *words]) == 0
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


SHAPE_OF_ANSWERS = {
    "type": "object",
    "required": ["shape", "question", "scenario", "measure", "worlds", "facts", "tables"],
    "additionalProperties": False,
    "properties": {
        "shape": {"const": SHAPE},
        "question": {"enum": list(QUESTIONS)},
        "scenario": {"type": "string"},
        "measure": {"type": "object", "required": ["column", "how", "first", "last"]},
        "worlds": {"type": "integer"},
        "facts": {"type": "object"},
        "tables": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "object"}},
        },
    },
}


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - {"goal"}))
def test_that_every_question_is_answered_for_programs_and_for_people(
    question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draws = "64" if question == "prim" else "8"  # of fewer no condition is told from chance
    words = ["ask", str(path_of(NAMES[0])), question, "--draws", draws, "--target", "100"]
    words += ["--baseline", str(path_of(NAMES[1]))]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, SHAPE_OF_ANSWERS)
    assert any(found["tables"].values())
    assert main([*words, "--md"]) == 0
    text = capsys.readouterr().out
    for title in found["tables"]:
        assert f"## {TABLES[title]}" in text
    assert not re.search(r"[a-z]_[a-z]|\b(tpu|trainium|gpu)\b", text)


def test_that_when_it_fails_is_what_the_analysis_says_with_its_numbers() -> None:
    scenario = shipped()
    found = ask("prim", "--draws", "64")
    expected = failing(scenario, unserved(scenario), 0.1, 64)
    assert found["facts"]["threshold"] == pytest.approx(expected.threshold)
    assert found["facts"]["coverage"] == expected.coverage
    assert found["facts"]["density"] == expected.density
    assert [(row["low"], row["high"]) for row in found["tables"]["conditions"]] == [
        (when.low, when.high) for when in expected.conditions
    ]
    beyond = ask("prim", "--draws", "64", "--target", str(expected.threshold))
    assert beyond["tables"] == found["tables"]


def test_that_the_hedge_is_what_the_analyses_say_with_their_numbers() -> None:
    scenario = shipped()
    found = ask("hedge", "--draws", "32")["tables"]
    mixes = mixes_compared(scenario, 32, unserved(scenario))
    assert [row["mix"] for row in found["mixes"]] == [one.name for one in mixes]
    for row, one in zip(found["mixes"], mixes, strict=True):
        assert row["cost_bn"] == pytest.approx(one.cost)
        assert row["premium_bn"] == pytest.approx(one.premium.mean)
        assert row["unserved_cvar95_bn"] == pytest.approx(one.unserved_cvar95)
        assert row["shares"] == pytest.approx(dict(one.mix))
    last = scenario.horizon_months - 1
    behind = counterparties(simulate(scenario), last)
    assert {r["counterparty"]: r["power_gw"] for r in found["counterparties"]} == pytest.approx(
        dict(behind)
    )
    exits = commitments(scenario, last)
    assert [row["firm_gw"] for row in found["commitments"]] == [one.firm_gw for one in exits]


@pytest.mark.parametrize(
    "words",
    [
        ["goal"],
        ["why"],
        ["risk", "--measure", "nothing"],
        ["risk", "--how", "never"],
        ["risk", "--from", "-1"],
        ["prim", "--target", "nan"],
        ["calendar", "--target", "1", "--chance", "2"],
        ["goal", "--target", "1", "--levers", "nothing"],
        ["risk", "--draws", "0"],
        ["risk", "--from", "1_0"],
        ["risk", "--from", "\u0663"],
        ["risk", "--from", "2030-13"],
        ["risk", "--from", "2030-01", "--to", "2029-12"],
        ["risk", "--from", "1" * 5000],
        ["goal", "--target", "1_5"],
        ["goal", "--target", "\u0663"],
        ["goal", "--target", "inf"],
        ["calendar", "--target", "1", "--chance", "0_1"],
    ],
)
def test_that_bad_questions_end_with_a_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["ask", str(path_of(NAMES[0])), *words])
    except SystemExit as ended:  # of an option by itself
        code = ended.code
    assert code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_that_a_month_is_typed_by_its_name_or_counted_from_the_start(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["ask", str(path_of(NAMES[0])), "risk", "--draws", "16", "--from"]
    assert main([*asked, "36", "--to", "2028-06"]) == 0
    counted = capsys.readouterr().out
    assert main([*asked, "2028-01", "--to", "41"]) == 0
    assert capsys.readouterr().out == counted
    measure = json.loads(counted)["measure"]
    assert (measure["first"], measure["last"]) == (36, 41)
