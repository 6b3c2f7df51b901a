"""The command `ask` and the Risk page answer from the same functions, with the same numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine import Scenario
from engine.__main__ import main
from engine.files import scenario_files
from engine.resource import resource
from gui.pages.risk import subject as page
from gui.pages.risk.measures import MEASURES

WORLDS = 32
MANY = 512  # of which a condition can be told from chance
FILE = str(resource("scenarios", "power_starved.headroom"))


def plan() -> Scenario:
    return scenario_files.load(FILE).scenario


def on_the_page(steps: Any, key: str, month: int, worlds: int = WORLDS) -> Any:
    """What a part of the page is told of its first measure, in so many worlds."""
    of = page.Subject.of(plan(), plan(), MEASURES[0].key, month)
    step = next(step for step in steps(of) if step.key == key)
    return step.run(of, worlds if step.worlds else 0, lambda _: True)


def asked(capsys: pytest.CaptureFixture[str], *words: str, worlds: int = WORLDS) -> dict[str, Any]:
    assert main(["ask", FILE, *words, "--draws", str(worlds)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["tables"]
    return found


def test_that_when_it_fails_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    shown = on_the_page(page.matters, page.FAILS, 60, MANY)
    rows = asked(capsys, "prim", worlds=MANY)["conditions"]
    assert rows
    assert [(r["low"], r["high"], r["plan"]) for r in rows] == [
        (when.low, when.high, when.plan) for when in shown.conditions
    ]


def test_that_the_hedge_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    shown = on_the_page(page.hedge, page.MIXES, 60)
    losses = on_the_page(page.hedge, page.LOSSES, 60)
    found = asked(capsys, "hedge")
    for row, one in zip(found["mixes"], shown, strict=True):
        assert row["mix"] == one.name
        assert row["cost_bn"] == pytest.approx(one.cost, rel=1e-12)
        assert row["premium_bn"] == pytest.approx(one.premium.mean, abs=1e-9)
        assert row["unserved_cvar95_bn"] == pytest.approx(one.unserved_cvar95, rel=1e-12)
    assert [row["worst_share_lost"] for row in found["supplier_loss"]] == [
        loss.worst for loss in losses.losses
    ]


def test_that_shocks_and_levers_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    deck = on_the_page(page.deck, page.DECK, 60)
    rows = asked(capsys, "shocks")["cards"]
    assert [(r["shock"], r["effect"]) for r in rows] == [(c.name, c.effect) for c in deck.cards]
    bars = on_the_page(page.matters, page.TORNADO, 60)
    rows = asked(capsys, "tornado")["levers"]
    assert [(r["at_low"], r["at_high"]) for r in rows] == [(b.at_low, b.at_high) for b in bars]
