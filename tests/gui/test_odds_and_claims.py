"""Where the plan stands among its worlds, and what the story claims, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble, made_quantities
from gui.document import templates
from gui.words.kpis import kpis, month_index
from gui.words.story import odds
from gui.words.story.claims import claims, judged
from gui.words.story.odds import Worlds, claims_reached, count_words, worlds_of

ARTICLE = templates.default_document().scenario


@pytest.fixture(scope="module")
def result():
    return simulate(ARTICLE)


@pytest.fixture(scope="module")
def drawn():
    scenario = ARTICLE
    told = tuple(odds.columns(scenario.families).values())
    known = made_quantities(scenario.families, scenario.start)
    return ensemble(scenario, 64, told, standing=told, reach=odds.to_reach(known))


@pytest.mark.parametrize(
    ("below", "above", "words"),
    [
        (0.87, 0.1, "9 of 10 worlds have less"),
        (0.1, 0.87, "9 of 10 worlds have more"),
        (0.96, 0.0, "19 of 20 worlds have less"),
        (0.999, 0.001, "all worlds have less"),
        (0.0, 1.0, "all worlds have more"),
        (0.6, 0.0, "6 of 10 worlds have less"),
        (0.06, 0.01, "1 of 10 worlds have less"),
        (0.0, 0.0, "worlds have as much"),
    ],
)
def test_that_the_plan_s_place_is_said_in_tenths_of_the_worlds(below, above, words):
    assert Worlds(0.0, 1.0, 2.0, below, above).place_words == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "no world"),
        (0.005, "no world"),
        (0.0051, "1 of 100 worlds"),
        (0.024, "2 of 100 worlds"),
        (0.03, "1 of 20 worlds"),
        (0.42, "4 of 10 worlds"),
        (0.96, "19 of 20 worlds"),
        (63 / 64, "98 of 100 worlds"),
        (0.9949, "99 of 100 worlds"),
        (0.995, "all worlds"),
        (1.0, "all worlds"),
    ],
)
def test_that_a_chance_is_counted_in_worlds(share, words):
    assert count_words(share) == words


@pytest.mark.parametrize(
    ("share", "counted"),
    [
        (0.0, (0, 10)),
        (0.04, (1, 20)),
        (0.051, (1, 10)),
        (0.949, (9, 10)),
        (0.95, (19, 20)),  # and not ten of ten
        (1.0, (20, 20)),
    ],
)
def test_that_shares_near_none_and_near_all_are_counted_in_twentieths(share, counted):
    assert odds.counted(share) == counted


@pytest.mark.parametrize(
    ("below", "above", "words"),
    [
        (0.049, 0.049, "worlds have as much"),
        (0.05, 0.0, "1/20 have less"),
        (0.0, 0.06, "1/10 have more"),
        (0.4, 0.4, "4/10 have less"),
        (0.4, 0.5, "5/10 have more"),
        (0.0, 0.995, "all worlds have more"),
    ],
)
def test_that_the_plan_stands_beside_the_most_worlds_where_a_twentieth_differ(below, above, words):
    assert Worlds(0.0, 1.0, 2.0, below, above).short_place == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.995, "all worlds"),
        (0.9949, "99 of 100 worlds"),
        (0.0049, "no world"),
        (0.0051, "1 of 100 worlds"),
    ],
)
def test_that_all_worlds_and_none_begin_half_a_percent_from_the_ends(share, words):
    assert count_words(share) == words
    below = Worlds(0.0, 1.0, 2.0, share, 0.0)
    if share > 0.5:
        assert below.place_words == f"{words} have less"


def test_that_each_tile_with_worlds_has_its_own_column_s_quantiles(drawn, result):
    t = month_index(result, "2026-12")
    found = worlds_of(drawn, "2026-12")
    assert set(found) == {"lead", "power", "committed", "capacity", "unit_cost", "served"}
    for key, column in odds.columns(result.scenario.families).items():
        band, place = drawn.bands[column], drawn.standings[column]
        assert found[key] == Worlds(
            band.p5[t], band.p50[t], band.p95[t], place.below[t], place.above[t]
        )
    for month, place in (("2099-01", -1), (drawn.months[-1], -1), ("1999-01", 0)):
        capacity = worlds_of(drawn, month)["capacity"]
        assert capacity.p50 == drawn.bands["capacity_eflops"].p50[place]
        assert capacity.below == drawn.standings["capacity_eflops"].below[place]


@pytest.mark.parametrize("lacking", ["bands", "standings"])
def test_that_a_figure_whose_worlds_or_places_are_not_there_has_none(drawn, lacking):
    column = "capacity_eflops"
    fewer = {key: value for key, value in getattr(drawn, lacking).items() if key != column}
    found = worlds_of(replace(drawn, **{lacking: fewer}), "2026-12")
    assert set(found) == {"lead", "power", "committed", "unit_cost", "served"}


def test_that_without_the_story_s_family_the_first_one_leads():
    assert odds.lead_family(("gpu", "tpu")) == "tpu"
    assert odds.lead_family(("gpu", "own")) == "gpu"
    assert odds.columns(("gpu", "own"))["lead"] == "chips_alive_gpu"


def test_that_every_claim_names_a_column_that_there_is_a_month_and_a_source():
    known = made_quantities(Scenario().families, Scenario().start)
    for claim in claims():
        assert claim.column in known
        assert claim.low > 0
        assert claim.high is None or claim.high > claim.low
        assert claim.detail.endswith(".")
        assert claim.source


def test_that_the_articles_claims_are_met_by_the_default_plan_and_missed_without_tpus(result):
    assert [(each.claim.short, each.met) for each in judged(result) if each.claim.tile] == [
        ("1 M", True),
        ("TPUs over 1 GW", True),
        ("TPUs tens of $bn", True),
    ]
    none = simulate(Scenario().having(mix={"tpu": 0.0, "trainium": 0.5, "gpu": 0.5}))
    assert not judged(none)[0].met
    assert judged(none)[0].mark == "✗ A million TPUs: missed"
    assert "2025-10-23" in judged(none)[0].words


def test_that_a_claim_beyond_the_horizon_is_not_judged():
    assert [each.claim.month for each in judged(simulate(Scenario(horizon_months=14)))] == [
        "2025-12"
    ]


def test_that_a_tile_says_a_claim_and_in_how_many_worlds_it_is_met(result, drawn):
    t, reached = month_index(result, "2026-12"), claims_reached(drawn)
    found = {kpi.key: kpi for kpi in kpis(result, t, None, None, None, None, reached)}
    assert found["lead"].claims == ("✓ claim 1 M: met", "✓ claim met")
    assert found["lead"].claimed == 1e6
    share = reached["chips_alive_tpu"]
    assert found["lead"].claim_words.endswith(f"It is met in {count_words(share)}.")
    assert found["power"].claims
    assert found["power"].claimed != found["power"].claimed  # of TPUs, not of all that draws power
    assert found["capacity"].claims == ()


def test_that_a_result_is_judged_once_and_another_anew():
    first, other = simulate(Scenario()), simulate(Scenario(power_budget_gw=0.3))
    assert judged(first) is judged(first)
    assert [each.value for each in judged(other)] != [each.value for each in judged(first)]
    assert judged(first) is not judged(other)
