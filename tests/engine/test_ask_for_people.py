"""What `ask --md` says to people: no power of ten, no share as a fraction, nothing left empty."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.__main__ import main
from engine.analysis.attribution import Attribution
from engine.analysis.breakpoints import Condition
from engine.analysis.calendar import Decision
from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.shortness import Shortness
from engine.analysis.uncertain import DELAY, input_unit
from engine.analysis.variants import Lever
from engine.analysis.waterfall import Waterfall
from engine.ask.asked import Answer, Asked, Named
from engine.ask.markdown import _months, _worth_saying, cell, markdown
from engine.ask.questions import _latest
from engine.ask.ways import _pair, goal, unit_of
from engine.ask.words import CHANCE
from engine.text import figures
from tests.engine.test_ask import NAMES, path_of, shipped

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
    assert unit_of(Lever("repower_threshold")) == Named("ratio", "")
    assert unit_of(Lever("reserve_margin")).words == "of demand"
    assert unit_of(Lever("plan_ahead_months")).words == "months"


def test_that_a_share_of_a_condition_is_in_percent() -> None:
    assert str(Condition("Rebound", "", 1.169, None, percent=True)) == "Rebound: at least 117%"
    both = Condition("Rebound", "", 1.0, 1.169, percent=True)
    assert str(both) == "Rebound: between 100% and 117%"


def test_that_two_ends_that_differ_do_not_read_alike() -> None:
    ends = Condition("Outage", "", 0.1197, 0.1214, percent=True)
    assert str(ends) == "Outage: between 12.0% and 12.1%"
    assert str(Condition("Growth", "", 1.0001, 1.0012)) == "Growth: between 1 and 1.001"


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
        assert re.search(r"→ [\d,.]+ (GW|\\\$bn)", said), said
        if said.startswith("Investment budget"):
            assert "Investment budget none → " in said


def test_that_one_month_is_not_from_itself_to_itself(capsys: pytest.CaptureFixture[str]) -> None:
    month = "36"  # since January 2025
    text = told(capsys, NAMES[0], "risk", "--how", "total", "--from", month, "--to", month)
    assert ", in 2028-01; from 16 worlds." in text
    assert "2028-01 to" not in text


def test_that_a_chance_is_of_all_the_months_asked_about() -> None:
    months = {24: "2027-01", 95: "2032-12"}
    for last, said in ((95, "2027-01 to 2032-12"), (24, "in 2027-01")):
        kpi = Shortness(CHANCE, first=24, last=last, share=0.05, worlds=16)
        assert _months(SimpleNamespace(kpi=kpi, month=months.get)) == said


def test_that_a_rank_correlation_has_two_digits() -> None:
    assert cell("rank_correlation", 0.0006638) == "0.00"
    assert cell("rank_correlation", -0.0004) == "0.00"
    assert cell("rank_correlation", -0.15189) == "-0.15"


def test_that_chance_reaches_two_standard_errors(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, NAMES[0], "tornado")  # 1 / sqrt(15) = 0.2582
    assert "- rank correlations that say nothing are within: \u00b10.52" in text


def test_that_no_world_is_like_conditions_that_there_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(capsys, NAMES[0], "prim", "--target", "1e9")
    assert "No world fails." in text
    assert "like this" not in text


def test_that_a_chance_that_leads_away_is_no_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def way(short: float) -> SimpleNamespace:
        solution = SimpleNamespace(moved=((Lever("pue"), 1.1, 1.2),), why="", binding="")
        none = SimpleNamespace(mean=0.0, standard_error=0.0)
        return SimpleNamespace(
            reached=True, solution=solution, cost=none, short=short, short_before=0.0
        )

    kpi = Shortness(CHANCE, first=24, last=24, share=0.05, worlds=16)
    asked = SimpleNamespace(
        scenario=shipped(),
        kpi=kpi,
        aim=0.05,
        levers=(),
        draws=16,
        lever_value=lambda _, x, digits: x,
    )
    for ways, count in (((way(1.0),), 0), ((way(1.0), way(0.06)), 1)):
        found = SimpleNamespace(proposals=ways)
        monkeypatch.setattr("engine.ask.ways.proposals", lambda *_, found=found: [found])
        answer = goal(asked)
        assert len(answer.tables["proposals"]) == count
        assert ("sentence" in answer.facts) == (not count)


def test_that_two_values_have_the_digits_that_tell_them_apart() -> None:
    asked = SimpleNamespace(
        scenario=shipped(), lever_value=partial(Asked.lever_value, SimpleNamespace())
    )
    mix = Lever("mix", "gpu")
    assert _pair(asked, mix, 1.0, 0.75) == ("100%", "75%")
    assert _pair(asked, mix, 1.0, 0.99999) == ("100%", "99.999%")
    assert _pair(asked, Lever("pue"), 1.2, 1.20001) == ("1.2", "1.20001")


def test_that_levers_that_move_nothing_are_counted_and_not_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(capsys, NAMES[0], "tornado")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    # the plan has 0: a row moves it, or its rank is beyond 2 / sqrt(15) = 0.516
    assert rows
    for row in rows:
        assert row[4:6] != ["0", "0"] or abs(float(row[6].strip(" |"))) > 0.51
    assert re.search(r"\n\d+ levers that move nothing are left out\.\n", text)


def test_that_one_lever_that_moves_nothing_is_one() -> None:
    facts = {"value": 2.0, "rank_noise": Named(0.1, "")}

    def row(at_low: float, at_high: float, rank: float | None) -> dict[str, float | None]:
        return {"at_low": at_low, "at_high": at_high, "rank_correlation": rank}

    moves, alone, no_rank = row(1.0, 2.0, 0.0), row(2.0, 2.0, -0.3), row(2.00001, 2.0, None)
    said = _worth_saying("levers", [moves, alone, no_rank], facts, "$bn")
    assert said == ([moves, alone], "1 lever that moves nothing is left out.")
    assert _worth_saying("levers", [moves], facts, "$bn") == ([moves], "")
    assert _worth_saying("levers", [], facts, "$bn") == ([], "")


def test_that_worst_worlds_that_are_alike_are_told_once() -> None:
    def said(unit: str, *values: float) -> tuple[int, str]:
        rows = [{"draw": 57 + k, "value": value} for k, value in enumerate(values)]
        left, line = _worth_saying("worst_worlds", rows, {}, unit)
        return len(left), line

    assert said("$bn", 0.0, 0.0) == (0, "No world is worse than $0 bn.")
    assert said("share", 0.0, 0.0) == (0, "No world is worse than 0.0%.")
    assert said("GW facility", 0.2, 0.20000001, 0.2) == (
        0,
        "The 3 worst are alike: 0.2 GW facility; world 57 is the first of them.",
    )
    assert said("$bn", 3.0, 2.0) == (2, "")
    assert said("$bn", 3.0) == (1, "")


def test_that_it_is_said_after_what_wait_an_uncertainty_decides(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(capsys, NAMES[0], "calendar", "--target", "100")
    assert "chance where that is low, once too late" in text
    assert text.endswith(
        "\n\nOnce too late: with the first wait after which the target does not "
        "hold, or with the longest that was tried.\n"
    )


def test_that_what_a_file_calls_things_is_text_and_not_markup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(path_of(NAMES[0]).read_text("utf-8"))
    content["name"] = "A *b* <script>x</script>\n\n## Injected"
    content["contracts"][0]["name"] = "R | x <b> [l](http://a) *q* `c`"
    content["contracts"][0]["supplier"] = "S_p_"
    content["sites"][3]["name"] = "- <i>"
    file = tmp_path / "named.headroom"
    file.write_text(json.dumps(content), "utf-8")
    assert main(["ask", str(file), "hedge", "--md", "--draws", "16"]) == 0
    text = capsys.readouterr().out
    first = r"# A \*b\* \<script\>x\</script\> \#\# Injected: the price of the hedge"
    assert text.splitlines()[0].startswith(first)
    assert r"| R \| x \<b\> \[l\](http\://a) \*q\* \`c\` | S\_p\_ |" in text
    assert main(["ask", str(file), "calendar", "--target", "9", "--md", "--draws", "16"]) == 0
    assert r"| - \<i\> |" in capsys.readouterr().out


def test_that_a_sentence_of_names_is_text_and_a_minus_in_a_cell_stays() -> None:
    typed = SimpleNamespace(scenario=shipped(), kpi=Kpi("demand_eflops", "at", 1, 1), draws=4)
    typed.month = lambda place: f"2025-{place:02d}"
    answer = Answer({"sentence": "It fails when all of this holds: <b>North</b>."}, {})
    assert r"holds: \<b\>North\</b\>." in markdown(typed, "prim", answer)
    assert cell("low", Named(-0.05, "-5%")) == "-5%"


def test_that_the_head_of_a_hedge_tells_its_own_months(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, NAMES[0], "hedge", "--to", "40")
    assert "Of Unserved revenue ($bn), in all, 2026-10 to 2032-12; from 16 worlds." in text
    assert "- month: 2028-05" in text


def test_that_a_chance_by_month_is_not_told_as_one_of_all_months(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(capsys, NAMES[0], "chance", "--baseline", str(path_of(NAMES[1])))
    assert "Of Unserved revenue ($bn/month), each month by itself; from 16 worlds." in text


def test_that_all_of_a_risk_is_of_the_months_asked_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = str(path_of(NAMES[1]))
    asked = ["--from", "30", "--to", "35", "--draws", "16"]
    assert main(["ask", file, "risk", *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["month"] for row in found["tables"]["by_month"]] == [
        f"2027-{month:02d}" for month in range(7, 13)
    ]
    kpi = Kpi("unserved_revenue_bn", "total", 30, 35)
    mean = over_draws([shipped(NAMES[1])], kpi, 16)[0].mean()
    assert found["facts"]["expected_unserved_revenue_bn"] == pytest.approx(mean)


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("hedge", "--from", "3"),
        ("hedge", "--how", "at"),
        ("hedge", "--measure", "demand_eflops"),
        ("chance", "--from", "3"),
        ("chance", "--to", "9"),
        ("chance", "--how", "mean"),
    ],
)
def test_that_a_choice_that_a_question_has_not_is_refused(
    question: str, name: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = str(path_of(NAMES[1]))
    words = ["ask", str(path_of(NAMES[0])), question, name, value, "--baseline", baseline]
    assert main(words) == 2
    assert capsys.readouterr().err == f"{name}: {question} has no such choice\n"


def test_that_one_world_is_no_plural(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(path_of(NAMES[0])), "risk", "--md", "--draws", "1"]) == 0
    assert "; from 1 world.\n" in capsys.readouterr().out


@pytest.mark.parametrize("levers", ["", ",", "seed,draws", "horizon_months", "mix,seed"])
def test_that_levers_that_are_no_decisions_are_refused(
    levers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["ask", str(path_of(NAMES[0])), "goal", "--target", "5", "--levers", levers]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.startswith("--levers")
    assert said.count("\n") == 1
    assert "allowed are power_budget_gw, " in said


def test_that_a_negative_target_may_have_an_exponent(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(path_of(NAMES[0])), "prim", "--target", "-1e3", "--draws", "4"]) == 0
    assert json.loads(capsys.readouterr().out)["facts"]["threshold"] == -1000


@pytest.mark.parametrize("question", ["prim", "goal", "calendar"])
def test_that_an_infinite_target_is_refused_as_a_number(
    question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["ask", str(path_of(NAMES[0])), question, "--target", "-inf", "--draws", "4"]
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "argument --target: -inf: allowed is a number" in capsys.readouterr().err
