"""What the Mix page says: plain sentences for every measure, wherever the puck stands."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine import Scenario
from gui.pages.mix.map_worker import MapQuestion
from gui.pages.mix.measures import CHANCE, MEASURES, UNIT_COST, UNSERVED, Period
from gui.pages.mix.words import against_cheapest, marks, mix_words, of_regret, sentences
from tests.gui.made_results import made

BY_KEY = {measure.key: measure for measure in MEASURES}
ALL_TPU = (1.0, 0.0, 0.0)


def picture(measure, there: float = 0.5, *, short: bool = False, cheapest=ALL_TPU):
    """As much of a map as the words look at."""
    return SimpleNamespace(
        question=SimpleNamespace(measure=measure),
        cheapest=cheapest,
        cheapest_cost=2.6,
        cheapest_is_short=short,
        value=lambda shares: there,
    )


def said(measure, there: float, here: float, cost: float = 2.79, **options) -> str:
    return against_cheapest(picture(measure, there, **options), Scenario(), here, cost)


def test_that_a_measure_is_compared_in_a_whole_sentence():
    """Each with its own verb: a chance is of worlds that fall short."""
    cheapest = "The cheapest mix, all TPU, costs $2.600 per PFLOP-hour. This one costs $0.190 "
    cheapest += "(7.3%) more. "
    cases = (
        (CHANCE, 0.59, 0.62, "59% of worlds fall short; with this one 62%, 3.0 points"),
        (BY_KEY["served"], 0.962, 0.951, "96.2% of demand is served; with this one 95.1"),
        (BY_KEY["commitment"], 126, 133.7, "$126 bn is committed; with this one $134 bn, $7.7 bn"),
        (BY_KEY["unserved_revenue"], 15.8, 7.1, "$15.8 bn of revenue goes unserved; with this one"),
    )
    for measure, there, here, wanted in cases:
        text = said(measure, there, here)
        assert text.startswith(f"{cheapest}With the cheapest, {wanted}"), text
        assert text.endswith(("more.", "less."))


@pytest.mark.parametrize(
    ("there", "here", "said_so"),
    [(0.59, 0.62, "with this one 62%, 3.0 points more."), (0.62, 0.59, "59%, 3.0 points less.")],
)
def test_that_a_difference_is_of_this_mix_from_the_cheapest(there, here, said_so):
    assert said(CHANCE, there, here).endswith(said_so)
    assert "This one costs $0.190 (7.3%) more." in said(CHANCE, there, here)
    assert "This one costs $0.100 (3.8%) less." in said(CHANCE, there, here, cost=2.5)


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ((0.6, 0.22, 0.18), "TPU\u00a060 · Trainium\u00a022 · GPU\u00a018%"),
        ((0.994, 0.003, 0.003), "TPU\u00a099 · Trainium\u00a00 · GPU\u00a00%"),
        ((0.995001, 0.004, 0.0), "all TPU"),
        ((0.0, 0.0, 1.0), "all GPU"),
    ],
)
def test_that_a_mix_is_said_in_whole_percents_or_as_all_of_one_family(shares, words):
    assert mix_words(Scenario().families, shares) == words
    fine = mix_words(Scenario().families, (0.99996, 0.00004, 0.0), 2)
    assert fine == "all TPU"
    assert mix_words(Scenario().families, (0.9999, 0.0001, 0.0), 2).startswith("TPU\u00a099.99 ·")


def test_that_marks_that_coincide_are_one_with_both_words():
    found = picture(BY_KEY["served"])
    found.best, found.least_regret = ALL_TPU, (0.0, 0.0, 1.0)
    assert marks(found) == {ALL_TPU: "cheapest · most served", (0.0, 0.0, 1.0): "least regret"}
    found = picture(UNIT_COST)
    found.best, found.least_regret = (0.0, 1.0, 0.0), None
    assert marks(found) == {ALL_TPU: "cheapest"}  # of costs the best is the cheapest
    for key, words in (
        ("commitment", "least committed"),
        ("chance", "lowest chance of shortfall"),
        ("unserved_revenue", "lowest unserved revenue"),
    ):
        found = picture(BY_KEY[key], cheapest=None)
        found.best, found.least_regret = ALL_TPU, None
        assert marks(found) == {ALL_TPU: words}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_that_a_mix_alike_in_the_measure_is_said_to_be_so(measure):
    text = said(measure, 1.0, 1.0, cost=2.79)
    assert ("With the cheapest, too, " in text) == (measure != UNIT_COST)
    assert "the same" not in text


def test_that_the_cheapest_mix_is_not_compared_with_itself():
    here = Scenario(mix=dict(zip(Scenario().families, ALL_TPU, strict=True)))
    for measure in MEASURES:
        plain = against_cheapest(picture(measure), here, 0.5, 2.6)
        assert plain == "This is the cheapest mix, at $2.600 per PFLOP-hour."
        text = against_cheapest(picture(measure, short=True), here, 0.5, 2.6)
        assert text.endswith("at $2.600 per PFLOP-hour. It leaves demand unserved.")


def test_that_a_cheapest_mix_that_is_short_says_so():
    text = said(BY_KEY["served"], 0.8, 0.9, short=True)
    assert "costs $2.600 per PFLOP-hour. It leaves demand unserved. This one costs $0.190" in text


def test_that_a_mix_without_a_unit_cost_is_not_compared():
    text = said(UNIT_COST, 2.6, float("nan"), cost=float("nan"))
    assert text == "The cheapest mix, all TPU, costs $2.600 per PFLOP-hour."


def test_that_what_is_less_than_can_be_written_is_no_difference():
    commitment = BY_KEY["commitment"]
    assert commitment.difference(126.0 + 1e-9, 126.0) == commitment.difference(1.0, 1.0)
    assert UNSERVED.difference(1e-9, 0.0) == UNSERVED.difference(0.0, 0.0)


def test_that_where_every_mix_costs_the_same_that_is_all_that_is_said():
    text = against_cheapest(picture(UNIT_COST, cheapest=None), Scenario(), 0.5, 2.6)
    assert text == "Every mix costs the same."


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_that_a_value_alone_says_what_it_is_of(measure):
    words = {
        "unit_cost": "$0.500 per PFLOP-hour",
        "served": "50.0% of demand served",
        "commitment": "$500 m committed",
        "chance": "50% of worlds fall short",
        "unserved_revenue": "$500 m of revenue unserved",
    }
    assert measure.words(0.5) == words[measure.key]


def test_that_no_revenue_is_written_without_decimals():
    revenue = BY_KEY["unserved_revenue"]
    assert revenue.words(0.0) == "$0 of revenue unserved"
    assert said(revenue, 0.0, 0.0).endswith("With the cheapest, too, $0 of revenue goes unserved.")


def regretted(sure: float, apart: float = 0.0):
    """A map whose least regret was found, and how sure that is."""
    found = picture(UNIT_COST)
    found.question.scenario = Scenario()
    found.least_regret, found.settled = ALL_TPU, True
    found.regret_sure, found.regret_apart = sure, apart
    return of_regret(found)


def test_that_the_least_regret_says_how_sure_it_is():
    assert regretted(1.0).startswith("Least regret: all TPU. Even in its worst of 64 drawn worlds")
    assert regretted(1.0).endswith("Every half of these worlds chooses the same mix.")
    assert regretted(0.625, 0.2).endswith(
        "Of halves of these worlds, 62% choose the same mix, the others one up to 20 points away."
    )


def test_that_nearly_every_half_is_not_said_to_be_every_half():
    assert "Of halves of these worlds, 99% choose" in regretted(0.998, 0.1)


def test_that_a_value_is_read_off_a_run_that_reaches_so_far_else_off_the_map():
    scenario = Scenario(start="2026-01", horizon_months=24)
    served = BY_KEY["served"]
    run = made(Scenario(start="2026-01", horizon_months=12), served_eflops=750.0)
    for last, said_so in ((11, "75.0% of demand served"), (12, "Being worked out…")):
        asked = MapQuestion.of(scenario, served, Period(last, last, True))
        value, words = sentences(asked, scenario, None, run)
        assert value == said_so
        assert words.startswith("Demand served in ")
    chance = MapQuestion.of(scenario, CHANCE, Period(3, 3, True))
    assert sentences(chance, scenario, None, run)[0] == "Being worked out…"
