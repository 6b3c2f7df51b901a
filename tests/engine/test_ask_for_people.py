"""What `ask --md` says to people: no power of ten, no share as a fraction, nothing left empty."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from engine.__main__ import main
from engine.analysis.attribution import Attribution
from engine.analysis.breakpoints import Condition
from engine.analysis.calendar import Decision
from engine.analysis.uncertain import DELAY, input_unit
from engine.analysis.variants import Lever
from engine.analysis.waterfall import Waterfall
from engine.ask.asked import Named
from engine.ask.markdown import cell
from engine.ask.questions import _latest, _unit
from engine.text import figures
from tests.engine.test_ask import NAMES, path_of

POWER_OF_TEN = re.compile(r"\d[eE][+-]?\d")


def told(capsys: pytest.CaptureFixture[str], name: str, *words: str) -> str:
    assert main(["ask", str(path_of(name)), *words, "--md", "--draws", "16"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "digits", "sign", "said"),
    [
        (-1100.4, 3, "+", "-1,100"),
        (36_600.0, 3, "+", "+36,600"),
        (5.912, 3, "+", "+5.91"),
        (8833.2, 4, "", "8,833"),
        (23_818.6, 4, "", "23,819"),
        (0.0003285, 4, "", "0.0003285"),
        (0.00001234, 4, "", "0.000012"),
        (-7.3e-12, 4, "", "0"),
        (0.0, 3, "+", "0"),
    ],
)
def test_that_a_number_has_no_power_of_ten(value: float, digits: int, sign: str, said: str) -> None:
    assert figures(value, digits, sign) == said


def test_that_a_part_larger_than_the_whole_is_not_most_of_it() -> None:
    found = Waterfall(Attribution(1000.0, 394.0, {"Power": -1100.0, "Money": 494.0}), {})
    assert str(found) == "It changes by -606; the most by Power, -1,100."


def test_that_what_changes_nothing_is_not_the_most_of_it() -> None:
    found = Waterfall(Attribution(5.0, 5.0, {"Chip mix": 0.0, "Money": 0.0}), {})
    assert str(found) == "Nothing that differs changes it."


def test_that_a_ratio_has_no_unit() -> None:
    assert _unit(Lever("repower_threshold")) == Named("ratio", "")
    assert _unit(Lever("reserve_margin")).words == "of demand"
    assert _unit(Lever("plan_ahead_months")).words == "months"


def test_that_a_share_of_a_condition_is_in_percent() -> None:
    assert str(Condition("Rebound", "", 1.169, None, percent=True)) == "Rebound: at least 117%"
    both = Condition("Rebound", "", 1.0, 1.169, percent=True)
    assert str(both) == "Rebound: between 100% and 117%"


@pytest.mark.parametrize(
    ("low", "said"), [(1.0, "1 month"), (3.0, "3 months"), (0.5, "0.5 months")]
)
def test_that_one_month_of_a_condition_is_no_plural(low: float, said: str) -> None:
    months = input_unit(DELAY)
    assert str(Condition("Delay of North", months, low, None)) == f"Delay of North: at least {said}"
    assert str(Condition("Delay of North", months, 1.0, 1.0)).endswith("between 1 and 1 month")


def test_that_money_has_no_minus_before_nought() -> None:
    assert cell("premium_bn", -0.001) == "0.00"
    assert cell("premium_bn", -0.011) == "-0.01"


def test_that_a_chance_as_a_measure_is_in_percent() -> None:
    assert cell("value", 0.3, "share") == "30.0%"
    assert cell("value", 0.3, "$bn") == "0.3"


def test_that_shares_are_in_percent_for_people_and_fractions_for_programs() -> None:
    assert Named.share(0.1729) == Named(0.1729, "17.29%")


@pytest.mark.parametrize("question", ["tornado", "prim", "shocks"])
def test_that_no_share_is_a_fraction(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, NAMES[0], question)
    assert "| share" not in text
    assert not POWER_OF_TEN.search(text)
    for line in text.splitlines():
        if line.startswith(("| Rebound", "| Serving utilisation", "| Availability")):
            assert "%" in line


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("shocks", "; of the plan itself, no worlds are drawn."),
        ("why", "; of the plan itself, no worlds are drawn."),
        ("tornado", "; one lever at a time in the plan, all together in 16 worlds."),
        ("prim", "; from 16 worlds."),
    ],
)
def test_that_no_worlds_are_told_of_that_were_not_drawn(
    question: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(capsys, NAMES[0], question, "--baseline", str(path_of(NAMES[1])))
    assert text.splitlines()[2].endswith(said)


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        ((0.7, 0.6, 0.4), "2027-02"),
        ((0.3, 0.2, 0.1), "not even without a wait"),
        ((0.3, 0.2, 0.6), "not before 2027-03"),
    ],
)
def test_that_it_is_said_why_there_is_no_last_month(chance: tuple[float, ...], said: str) -> None:
    asked = SimpleNamespace(chance=0.5, month=lambda t: None if t is None else f"2027-{t:02d}")
    last = 2 if chance[0] >= 0.5 else None
    found = _latest(asked, Decision("sites", "North", 1, last, False, chance, (), None))
    assert found == Named("2027-02" if last else None, said)


def test_that_nothing_to_put_back_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, NAMES[0], "why", "--baseline", str(path_of(NAMES[0])))
    assert "put back, and the answer is another: none" in text
    assert not re.search(r": *$", text, re.MULTILINE)


def test_that_a_way_to_a_goal_has_units_and_begins_where_the_plan_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    levers = "power_budget_gw,power_growth_gw_per_year,investment_budget_bn_per_year"
    text = told(capsys, NAMES[0], "goal", "--target", "50", "--levers", levers)
    for said in re.findall(r"[A-Z][^|;]* → [^|;]*", text):
        assert re.search(r"→ [\d,.]+ (GW|\$bn)", said), said
        if said.startswith("Investment budget"):
            assert "Investment budget none → " in said
