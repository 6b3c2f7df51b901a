"""What is said of the odds when a lever moves them, held against the worlds themselves."""

from __future__ import annotations

import pytest

from engine import Scenario
from engine.worlds.ensemble import ensemble
from gui.run.odds_sentence import chance_in, odds_sentence
from gui.words.story.odds import counted

MONTH = "2026-12"
COLUMN = "capacity_eflops"


def worlds(draws: int = 64, **values):
    scenario = Scenario().having(**values)
    return {draws: ensemble(scenario, draws, (COLUMN,), standing=(COLUMN,))}


@pytest.fixture(scope="module")
def before():
    return worlds()


@pytest.fixture(scope="module")
def after():
    return worlds(power_budget_gw=4.0)


def test_that_the_place_of_the_plan_and_the_chance_are_those_of_the_worlds(before, after):
    t = before[64].months.index(MONTH)
    was, now = before[64].risk.short[t], after[64].risk.short[t]
    assert was - now > 0.1
    said = odds_sentence(before, after, MONTH)
    assert said.endswith(f"hance of a shortfall {was:.0%} → {now:.0%}.")
    places = [counted(float(e[64].standings[COLUMN].below[t])) for e in (before, after)]
    assert ("stands above" in said) == (places[0] != places[1])
    if places[0] != places[1]:
        assert said.startswith("The plan now stands above {} of {} worlds; ".format(*places[1]))


def test_that_nothing_is_said_where_the_odds_are_as_they_were(before):
    assert odds_sentence(before, before, MONTH) == ""


def test_that_odds_are_compared_in_no_month_that_one_of_them_has_not(before, after):
    longer = worlds(power_budget_gw=4.0, horizon_months=120)
    last = before[64].months[-1]
    assert odds_sentence(before, longer, last) == odds_sentence(before, after, last) != ""
    assert odds_sentence(before, longer, longer[64].months[-1]) == ""
    assert odds_sentence(longer, before, longer[64].months[-1]) == ""


def test_that_only_as_many_worlds_are_compared_and_the_most_there_were(before, after):
    assert odds_sentence({}, after, MONTH) == ""
    assert odds_sentence(before, worlds(32, power_budget_gw=4.0), MONTH) == ""
    finer = {**before, **worlds(128)}
    assert odds_sentence(finer, after, MONTH) == ""


def test_that_what_is_said_of_now_is_of_the_worlds_that_the_tiles_have(before, after):
    finer = {**after, **worlds(512, power_budget_gw=4.0)}
    t = before[64].months.index(MONTH)
    coarse, fine = (finer[draws].risk.short[t] for draws in (64, 512))
    assert f"{coarse:.0%}" != f"{fine:.0%}"
    said = odds_sentence(before, finer, MONTH)
    assert said.endswith(f"hance of a shortfall now {fine:.0%}.")
    assert "→" not in said


def test_that_a_month_outside_is_the_nearest(before):
    risk = before[64].risk
    assert chance_in(before[64], "1999-01") == risk.short[0]
    assert chance_in(before[64], "2999-01") == risk.short[-1]
    assert chance_in(ensemble(Scenario(), 8, (), with_risk=False), MONTH) is None


def test_that_the_window_says_the_odds_once_the_worlds_are_drawn(window, qtbot):
    qtbot.waitUntil(lambda: getattr(window.presenter.ensemble, "draws", 0) == 1024)
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: "chance of a shortfall" in window.sentence.text(), timeout=10_000)
    assert window.sentence.text().startswith("Facility power when ready 1.6 → 4 GW: ")


def test_that_late_worlds_talk_over_no_other_sentence(window, qtbot, monkeypatch):
    presenter = window.presenter
    qtbot.waitUntil(lambda: getattr(presenter.ensemble, "draws", 0) == 1024)
    monkeypatch.setattr(presenter, "_ask_for_bands", lambda: None)
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: window.sentence.text().startswith("Facility power"))
    assert "chance of a shortfall" not in window.sentence.text()
    window.pages["overview"].narrated.emit("Power is the limit.")
    monkeypatch.undo()
    presenter._ask_for_bands()
    now = window.session.scenario
    qtbot.waitUntil(lambda: presenter.ensemble.scenario == now and presenter.ensemble.draws == 1024)
    assert window.sentence.text() == "Power is the limit."
