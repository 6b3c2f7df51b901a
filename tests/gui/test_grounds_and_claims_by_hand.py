"""What a value rests on in words, and the story's claims, of values and results made by hand."""

from __future__ import annotations

import math

import pytest

from engine import Scenario
from engine.analysis.footing import Foot, Footing
from engine.analysis.grounds import CHIPS, Ground
from gui.charts.marks import marks
from gui.words.grounds import footing_words, ground_label, ground_source, moves_words
from gui.words.kpis import kpis
from gui.words.story import claims as story
from gui.words.story.claims import Claim, judged
from gui.words.story.odds import Worlds, to_reach
from tests.gui.made_results import made


def ground(key: str, part: str = "", source: str = "A filing", **more) -> Ground:
    return Ground(f"{key}.{part}", key, part, source, "B", "2026-01", **more)


def test_that_a_value_is_named_with_its_family_its_entry_or_its_chip():
    assert ground_label(ground("wacc")) == "Cost of capital"
    assert ground_label(ground("supply_chips_per_year", "gpu")) == (
        "Supply at the start, NVIDIA GPU"
    )
    assert ground_label(ground("contracts", "North\nsea")) == "Contracts, North sea"
    assert ground_label(ground(CHIPS, "A chip\nof mine")) == "A chip of mine"


def test_that_a_source_is_on_one_line_and_says_whose_it_is():
    assert ground_source(ground("wacc", source="A\nfiling")) == "A filing"
    assert ground_source(ground("wacc", own=True)) == "own: A filing"
    assert ground_source(ground("wacc", source="")) == "no source: changed from the default"


@pytest.mark.parametrize(
    ("moves", "said"),
    [(0.26, "26%"), (0.1, "10%"), (0.099, "9.9%"), (0.0123, "1.2%"), (12.0, "1,200%")],
)
def test_that_how_far_a_number_goes_has_a_decimal_below_ten_percent(moves, said):
    assert moves_words(Foot(ground("wacc"), moves)) == said


def test_that_a_footing_says_how_many_there_are_and_how_good():
    begins = "It is computed from 9 values: 3 are guesses, 2 rest on what is over a year old. "
    foot = Foot(ground("wacc"), 0.2)
    assert footing_words(Footing((foot,), 9, 3, 2)) == (
        f"{begins}Those that move it most, the weakest first:"
    )
    assert footing_words(Footing((), 9, 3, 2)) == (
        f"{begins}None of them alone moves it within its plausible range."
    )
    said = footing_words(Footing((foot,), 9, 3, 2, of_most=True))
    assert said.startswith(f"{begins}The plan has next to none of it; those that bring most")


# Claims

CLAIMS = (
    Claim("lead", "chips_alive_tpu", "2026-03", 300.0, None, "chips", "300", "Chips", "Many.", "S"),
    Claim("power", "it_power_gw", "2026-03", 1.0, None, "GW", "1 GW", "Power", "Much.", "S"),
    Claim(
        "committed",
        "commitment_bn@to_date",
        "2026-03",
        7.0,
        9.0,
        "$bn",
        "$7 bn",
        "Money",
        "It.",
        "S",
    ),
    Claim("", "capacity_eflops", "2027-03", 1.0, None, "EFLOP/s", "1", "Late", "It.", "S"),
    Claim("", "capacity_eflops", "2025-12", 1.0, None, "EFLOP/s", "1", "Early", "It.", "S"),
)


@pytest.fixture
def claimed(monkeypatch):
    for module in ("gui.words.story.claims", "gui.words.story.odds"):
        monkeypatch.setattr(f"{module}.claims", lambda: CLAIMS)


def result(tpu: float = 300.0, **columns):
    chips = {"chips_alive": {"tpu": [0.0, 0.0, tpu, *[9e9] * 9]}}
    given = {"commitment_bn": [1.0, 2.0, 4.0, *[99.0] * 9], "it_power_gw": 0.9, **columns}
    return made(Scenario(start="2026-01", horizon_months=12), families=chips, **given)


def test_that_claims_are_judged_in_their_month_or_up_to_it(claimed):
    found = judged(result())
    assert [(each.claim.label, each.place, each.value, each.met) for each in found] == [
        ("Chips", 2, 300.0, True),
        ("Power", 2, 0.9, False),
        ("Money", 2, 7.0, True),
    ]
    assert [each.mark for each in found] == ["✓ Chips: met", "✗ Power: missed", "✓ Money: met"]
    assert found[0].words == "Claimed for Mar 2026: Many. The plan: met. Source: S."
    assert not judged(result(299.9))[0].met
    assert len(judged(made(Scenario(start="2026-01", horizon_months=12)))) == 2  # no such column


def test_that_a_month_outside_has_no_place():
    months = tuple(f"2026-{month:02d}" for month in range(3, 7))
    places = [
        Claim("", "x", month, 1.0, None, "", "", "", "", "").place(months)
        for month in ("2026-02", "2026-03", "2026-06", "2026-07")
    ]
    assert places == [None, 0, 3, None]


def test_that_a_tile_says_the_claim_that_is_of_it_and_its_number_where_it_is_the_same(claimed):
    tiles = {kpi.key: kpi for kpi in kpis(result(), 2, reached={"chips_alive_tpu": 0.4})}
    assert tiles["lead"].claims == ("✓ claim 300: met", "✓ claim met")
    assert tiles["lead"].claim_words.endswith("Source: S. It is met in 4 of 10 worlds.")
    assert tiles["lead"].claimed == 300.0
    assert tiles["power"].claims == ("✗ claim 1 GW: missed", "✗ claim missed")
    assert math.isnan(tiles["power"].claimed)  # of IT power, not of facilities'
    assert tiles["power"].claim_words.endswith("Source: S.")
    assert tiles["committed"].claimed == 7.0
    assert tiles["served"].claims == ()


def test_that_worlds_are_shown_on_their_tile_where_there_is_a_median():
    worlds = Worlds(1.0, 2.0, 3.0, 0.5, 0.4)
    undefined = Worlds(1.0, math.nan, 3.0, 0.5, 0.4)
    tiles = {
        kpi.key: kpi
        for kpi in kpis(result(), 2, None, 0.25, None, {"power": worlds, "capacity": undefined})
    }
    assert (tiles["power"].worlds, tiles["power"].median) == (worlds, "2.00 GW")
    assert tiles["power"].places == ("5 of 10 worlds have less", "5/10 have less")
    assert (tiles["capacity"].worlds, tiles["capacity"].median) == (None, "")
    assert tiles["capacity"].places == ("",)
    assert tiles["risk"].places == ("2 of 10 worlds",)
    unknown = {kpi.key: kpi for kpi in kpis(result(), 2)}
    assert unknown["risk"].places == ("",)


def test_that_what_is_to_be_reached_is_of_the_columns_that_there_are(claimed):
    known = {"chips_alive_tpu": 1, "commitment_bn@to_date": 1}
    assert to_reach(known) == {"chips_alive_tpu": 300.0, "commitment_bn@to_date": 7.0}


def test_that_no_claims_are_asked_of_a_chart_that_has_none():
    assert marks((), result(), None, 1.0) == ()


def test_that_the_shipped_claims_are_read_once_with_their_bounds():
    assert story.claims() is story.claims()
    highs = [claim.high for claim in story.claims()]
    assert any(high is None for high in highs)
    assert all(isinstance(claim.low, float) for claim in story.claims())
