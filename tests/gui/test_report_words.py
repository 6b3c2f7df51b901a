"""What reports say, sentence by sentence, of runs whose every number is written down."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine import Document, Scenario
from engine.files.fingerprint import fingerprint
from engine.version import PROGRAM_VERSION
from gui.report import words
from gui.report.content import Order
from gui.report.tables import Figure, figures, figures_table
from tests.gui.reports import YEAR, content, plan


def test_that_the_summary_says_what_a_scenario_is() -> None:
    run = plan()
    run.scenario = run.scenario.having(
        revenue_growth=3.0, power_budget_gw=2.5, mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}
    )
    assert words.what_it_is(content(run)) == (
        "The scenario runs from Jan 2025 to Dec 2025; what is known ends with May 2025. "
        "Its main levers: Revenue growth after the last known point 3 x per year; Target mix of "
        "new power Google TPU 50%, AWS Trainium 30%, NVIDIA GPU 20%; Facility power when ready "
        "2.5 GW facility."
    )
    run.scenario = run.scenario.having(as_of=40)  # beyond the last month
    assert "what is known ends with Dec 2025." in words.what_it_is(content(run))


def test_that_the_summary_says_what_a_scenario_comes_to() -> None:
    assert words.what_it_comes_to(content(plan())) == (
        "In Mar 2025 it comes to 1,232 EFLOP/s of capacity against a demand of 1,600 EFLOP/s "
        "(75.0% served), 1.25 GW of facility power of the 2.50 GW there is, 1,230,000 chips, "
        "$7.0 bn signed for so far, and $2.125/PFLOP-h of effective compute."
    )


def test_that_an_amount_is_said_with_sign_and_unit() -> None:
    named = {figure.key: figure for figure in figures()}
    said = [
        ("committed_bn", 133.14, "$133 bn"),
        ("committed_bn", -7.25, "−$7.2 bn"),
        ("usd_per_pflop_hour", 2.785, "$2.785/PFLOP-h"),
        ("usd_per_million_tokens", 0.1547, "$0.1547/million tokens"),
        ("served", 0.974, "97.4%"),
        ("served", -0.5, "−50.0%"),
        ("facility_power_gw", -1.5, "−1.50 GW"),
        ("facility_power_gw", 0.0, "0.00 GW"),
        ("economic_cost_bn", 2.5, "2.50 $bn/month"),
        ("chips", float("nan"), "undefined"),
    ]
    for key, value, expected in said:
        assert words.amount(named[key], value) == expected


def test_that_the_summary_says_what_binds_from_when_to_when() -> None:
    run = plan(binding=[0, 0, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3])
    assert words.what_binds(content(run)) == (
        "What binds: demand itself, met as planned from Jan 2025 to Feb 2025; chip supply from "
        "Mar 2025 to May 2025; the investment budget from Jun 2025 to Jun 2025; facility power "
        "from Jul 2025 to Dec 2025."
    )


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ([0, 1, 0, 1, 0, 1], ""),
        ([0, 1, 0, 1, 0, 1, 0], "Then 1 more change of what binds."),
        ([0, 1, 0, 1, 0, 1, 0, 1], "Then 2 more changes of what binds."),
    ],
)
def test_that_six_stretches_are_told_and_the_rest_counted(changes, more) -> None:
    said = words.what_binds(content(plan(binding=changes + [changes[-1]] * (12 - len(changes)))))
    assert said.count(" from ") == 6
    told, _, rest = said.partition(". ")
    assert rest == more
    assert told.startswith("What binds: demand itself, met as planned from Jan 2025 to Jan 2025;")


def test_that_a_change_worth_a_word_is_more_than_a_thousandth() -> None:
    power = Figure("p", "Power", "GW", ",.3f", lambda *_: 0.0)
    assert words.change(power, 1000.0, 999.0) == ""  # a thousandth of the larger
    assert words.change(power, 999.0, 1000.0) == ""
    assert words.change(power, 1000.0, 998.0) == "Power 2.000 GW less than 1,000.000 GW"
    assert words.change(power, 2.0, 3.5) == "Power 1.500 GW more than 2.000 GW"
    assert words.change(power, -2.0, -3.5) == "Power 1.500 GW less than −2.000 GW"
    assert words.change(power, 0.0, 0.0) == ""
    assert words.change(power, 0.0301, 0.0302) == ""  # which would read 0.000 GW more
    assert words.change(power, float("nan"), 1.0) == ""
    share = Figure("s", "Served", "share", ".1%", lambda *_: 0.0)
    assert words.change(share, 1.0, 0.737) == "Served 26.3 points less than 100%"


def with_rows(*rows: str) -> dict:
    return {"tables": {"differences": SimpleNamespace(rows=rows)}}


def test_that_the_summary_says_what_differs() -> None:
    base = plan(capacity_eflops=1000.0, facility_power_gw=1.5, served_eflops=1600.0)
    base.scenario = base.scenario.having(name="Before", start="2025-02")
    base.months = (*YEAR[1:], "2026-01")
    differing = content(plan(), compared=base, **with_rows("a", "b"))
    assert words.what_differs(differing, base) == (
        "It has 2 differences from the baseline, “Before”. In Mar 2025: Capacity 232 EFLOP/s "
        "more than 1,000 EFLOP/s; Demand served 25.0 points less than 100%; Facility power "
        "0.25 GW less than 1.50 GW; Committed so far $4.0 bn more than $3.0 bn."
    )
    alike = content(plan(), compared=plan(), **with_rows("a"))
    assert words.what_differs(alike, plan()) == (
        "It has 1 difference from the baseline, “Plan”; the figures are about the same."
    )
    same = content(plan(), compared=plan(), **with_rows())
    assert words.what_differs(same, plan()) == "It does not differ from the baseline, “Plan”."


def test_that_a_baseline_without_the_month_is_not_compared_with() -> None:
    base = plan(capacity_eflops=1000.0)
    base.scenario = base.scenario.having(name="Before", start="2025-04")
    base.months = (*YEAR[3:], "2026-01", "2026-02", "2026-03")
    differing = content(plan(), compared=base, **with_rows("a", "b"))
    assert words.what_differs(differing, base) == (
        "It has 2 differences from the baseline, “Before”, which has no Mar 2025: its months are "
        "Apr 2025 to Mar 2026."
    )


def test_that_both_are_said_of_the_month_that_is_shown() -> None:
    longer = plan()
    longer.scenario = longer.scenario.having(start="2025-12")
    differing = content(plan(), "2026-05", longer, **with_rows("a"))
    said = words.what_differs(differing, longer)  # in December, the nearest there is
    assert "In Dec 2025: Capacity 11 EFLOP/s more than 1,230 EFLOP/s" in said
    table = figures_table(plan(), "2026-05", longer)
    assert [table.text(0, j) for j in (3, 4, 5)] == ["1,241", "1,230", "+11"]


def outlook(**more: object) -> SimpleNamespace:
    risk = SimpleNamespace(
        window=(5, 11),
        chance_of_shortfall=0.126,
        unserved_revenue=SimpleNamespace(mean=5.5, cvar95=20.04),
    )
    ensemble = SimpleNamespace(months=YEAR, draws=10_000, risk=risk, **more)
    return SimpleNamespace(ensemble=ensemble)


def test_that_the_summary_says_how_sure_it_is() -> None:
    sure = content(plan())
    sure.outlook = outlook()
    assert words.how_sure(sure) == (
        "Over 10,000 drawn worlds, from Jun 2025 to Dec 2025: in 13% of them a month is short; "
        "revenue unserved is $5.5 bn on average and $20.0 bn in the worst twentieth."
    )
    sure.outlook.ensemble.risk = None
    assert words.how_sure(sure) == ""
    assert words.summary(sure)[-1].startswith("What binds: ")


def test_that_the_summary_has_a_paragraph_for_each_thing_there_is_to_say() -> None:
    sure = content(plan(), compared=plan(), **with_rows())
    sure.outlook = outlook()
    starts = ["The scenario runs", "In Mar 2025", "What binds", "It does not", "Over 10,000"]
    assert [p[: len(s)] for p, s in zip(words.summary(sure), starts, strict=True)] == starts
    assert len(words.summary(content(plan()))) == 3


def test_that_titles_and_notes_are_cut() -> None:
    run = plan()
    run.scenario = run.scenario.having(name="n" * 201, notes=" " + "x" * 4000)
    assert words.title(content(run)) == "n" * 199 + "…"
    assert words.notes(content(run)) == "x" * 3999
    run.scenario = run.scenario.having(name="n" * 200)
    assert words.title(content(run)) == "n" * 200


def test_that_what_made_it_says_version_day_and_code() -> None:
    order = Order(Document(Scenario()), written="2026-01-02")
    code = fingerprint(Scenario())[:12]
    assert words.subtitle(order) == f"Headroom {PROGRAM_VERSION}, 2026-01-02, data {code}"
