"""Where a stop of one supplier leaves more, the sentence says why, and it is so."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from engine import Result, Scenario, simulate
from engine.values import Event
from gui.document import templates
from gui.run.change_sentence import sentence
from gui.run.stop_words import helping_words, stopped_anew, why_it_helps
from gui.words.kpis import month_words

ROUNDING = 1e-9
Pair = tuple[str, int, Result, Result]


def stopped(of: Scenario, family: str, start: int) -> Scenario:
    """That supplier never delivers again."""
    forever = Event("supply_stop", family, start, of.horizon_months - start, 1.0)
    return of.having(events=(*of.events, forever))


@functools.cache
def runs() -> tuple[Pair, ...]:
    """Each shipped scenario without one supplier from the start, from today, from later."""
    return tuple(_runs())


def _runs() -> Iterator[Pair]:
    for name in templates.EXAMPLES:
        of = templates.example(name).scenario
        before = simulate(of)
        for family in of.families:
            for start in (0, of.as_of + 1, (of.as_of + of.horizon_months) // 2):
                yield family, start, before, simulate(stopped(of, family, start))


def test_that_where_power_binds_a_permanent_stop_frees_no_less_than_others_take() -> None:
    seen = 0
    for family, _, before, after in runs():
        power = [row["binding"] for row in (before, after)]
        codes = ["demand", "supply", "budget", "power"]
        both = (power[0] == codes.index("power")) & (power[1] == codes.index("power"))
        others = [f"it_power_gw_{f}" for f in before.scenario.families if f != family]
        taken = sum(after[column] - before[column] for column in others)
        freed = before[f"it_power_gw_{family}"] - after[f"it_power_gw_{family}"]
        assert np.all(taken[both] <= freed[both] + ROUNDING)
        seen += int(np.count_nonzero(both))
    assert seen > 100


def change(before: Result, after: Result, t: int, key: str, families: list[str]) -> float:
    was, now = (sum(r[f"{key}_{f}"][t] for f in families) for r in (before, after))
    return float(now - was)


def test_that_each_reason_for_more_capacity_is_so_in_its_month() -> None:
    kinds: Counter[str] = Counter()
    untold = 0
    for family, _, before, after in runs():
        for t in range(len(after.months)):
            found = why_it_helps(before, after, t, t)
            if found is None:
                untold += bool(after["capacity_eflops"][t] > 1.002 * before["capacity_eflops"][t])
                continue
            assert after["capacity_eflops"][t] > before["capacity_eflops"][t]
            kinds[found.kind] += 1
            assert found.stopped == (family,)
            others = [f for f in before.scenario.families if f != family]
            assert found.taken_it_gw == pytest.approx(
                change(before, after, t, "it_power_gw", others)
            )
            assert found.freed_it_gw == pytest.approx(
                -change(before, after, t, "it_power_gw", [family])
            )
            if found.kind == "better":
                gained, lost = (
                    change(before, after, t, "capacity_eflops", f) for f in (others, [family])
                )
                assert gained / found.taken_it_gw > -lost / found.freed_it_gw
            elif found.kind == "instead":
                assert after["it_power_gw"][t] > before["it_power_gw"][t] - ROUNDING
            elif found.kind == "curtailed":
                assert before["curtailment"][t] < after["curtailment"][t] <= 1
            else:
                in_service = [
                    r["capacity_eflops"] / r["mature_capacity_eflops"] for r in (before, after)
                ]
                assert in_service[1][t] > in_service[0][t]
    assert kinds["better"] > 20
    assert kinds["instead"] > 0
    assert untold * 50 < kinds.total(), (untold, kinds)


def test_that_the_sentence_gives_the_reason_where_capacity_rose_and_only_there() -> None:
    said = 0
    for _, _, before, after in runs():
        gains = after["capacity_eflops"] / np.maximum(before["capacity_eflops"], 1e-9)
        for t in {12, 36, 60, 90, int(np.argmax(gains))}:
            text = sentence(before, after, t)
            if "capacity rises because" in text:
                told = (helping(before, after, m) in text for m in range(96))
                assert any(month_words(after.months[m]) in text for m, so in enumerate(told) if so)
                said += 1
            else:
                assert "more capacity" not in text, text
    assert said > 10


def helping(before: Result, after: Result, t: int) -> str:
    found = why_it_helps(before, after, t, t)
    return helping_words(found) if found else "\0"


def test_that_no_reason_is_given_where_something_else_has_changed_too() -> None:
    of = templates.example("power_starved").scenario
    without = stopped(of, "trainium", 0)
    assert stopped_anew(of, without) == ("trainium",)
    assert stopped_anew(of, without.having(power_start_gw=3)) == ()
    assert stopped_anew(without, of) == ()
    assert stopped_anew(of, of) == ()
    shock = Event("demand_shock", "all", 30, 6, 0.5)
    assert stopped_anew(of, of.having(events=(*of.events, shock))) == ()
    everyone = Event("supply_stop", "all", 30, 6, 0.5)
    assert stopped_anew(of, of.having(events=(*of.events, everyone))) == of.families
