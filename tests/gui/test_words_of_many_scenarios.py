"""Sentences of the pages Risk and Why that random scenarios made false, empty or hard to read."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from engine import parameter
from engine.analysis.calendar import Decision
from engine.analysis.commitments import Commitment
from engine.analysis.exceedance import Exceedance
from engine.analysis.failing import Failing, When
from engine.analysis.mixes import THIS, MixOutcome
from engine.analysis.outcomes import MeanDifference
from engine.analysis.shocks import Shock, Shocks
from engine.analysis.tornado import Bar
from engine.analysis.uncertain import DELAY
from engine.analysis.variants import Lever
from engine.run.simulate import simulate
from engine.values import Event, PerFamily
from gui.document import templates
from gui.pages.analysis.asking import Told
from gui.pages.risk.curve import ExceedanceCurve
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import condition_words, lever_value
from gui.pages.risk.matters import MattersPart
from gui.pages.risk.measures import BY_KEY, money_margin
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.scatter import WorldScatter
from gui.pages.risk.subject import CURVES, MIXES
from gui.pages.risk.subject import RISK as RISKS
from gui.pages.why.by_when_words import latest_words, verdict
from gui.pages.why.measures import CAPACITY, OTHERS, SERVED, WhyPeriod
from gui.pages.why.questions import WhySubject
from gui.pages.why.rows import ChangeSteps, lever_label
from gui.pages.why.waterfall_view import WaterfallView
from gui.pages.why.words import change_sentence
from gui.words.moved import lever_words
from gui.words.numbers import plain_nought

SCENARIO = templates.example("public_record_2026_11").scenario
FAMILIES = SCENARIO.families
UNSERVED, COST, POWER = (BY_KEY[key] for key in ("unserved", "cost", "power"))
WHOLE = WhyPeriod(21, 95)
NONE = MeanDifference(0.0, 0.0, 0.0, 0.0)


def why(key):
    return next(measure for measure in OTHERS if measure.key == key)


@pytest.fixture
def matters(qtbot):
    part = MattersPart()
    qtbot.addWidget(part)
    part.measure = UNSERVED
    return part


@pytest.fixture
def hedge(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    return part


# Numbers


def test_that_a_lever_s_end_that_nobody_has_set_has_three_digits():
    said = [
        lever_value(Lever(key), value, "")
        for key, value in (
            ("revenue_growth", 2.37431),
            ("rebound", 0.77034),
            ("electricity_escalation", -0.0301494),
        )
    ]
    assert said[:2] == ["2.37 x per year", "77%"]
    assert said[2].startswith("\u2212")
    assert lever_value(Lever("supply_chips_per_year", "gpu"), 1_234_567, "").startswith("1,234,567")


@pytest.mark.parametrize(
    ("key", "old", "new", "said"),
    [
        ("revenue_growth", 3.3, 3.39187, "3.3 → 3.392 x per year"),
        ("revenue_growth", 3.3, 3.300004, "3.3 → 3.300004 x per year"),
        ("rebound", 1.1, 1.100004, "110% → 110.0004%"),
        ("active_params", 1e11, 100_063_539_567.0, "100 bn → 100.1 bn parameters"),
    ],
)
def test_that_both_ends_of_a_change_have_as_few_digits_as_tell_them_apart(key, old, new, said):
    assert lever_words(parameter(key), old, new).endswith(said)


def test_that_a_date_does_not_go_from_a_month_to_the_same_month():
    row = parameter("power_ramp_start")
    assert lever_words(row, 0.0, 0.4).endswith("0.4 months later")
    assert lever_words(row, 1.0, 0.0).endswith("Feb 2025 → Jan 2025")
    assert lever_words(row, 0.4, 0.0).endswith("0.4 months earlier")
    assert lever_words(row, 0.4, 0.398).endswith("hardly earlier")


def test_that_a_mix_among_other_changes_has_its_name():
    old = SCENARIO.mix
    new = old.having(tpu=old["tpu"] + 0.1, gpu=old["gpu"] - 0.1)
    said = lever_label("mix", SCENARIO, SCENARIO.having(mix=new))
    assert said == "Target mix of new power: 10 points from GPU to TPU"


def test_that_nothing_has_no_digits():
    assert POWER.change(0.0) == POWER.change(-1e-4) == "0 GW"
    assert SERVED.change_words(1e-5) == "0 points"
    assert why("unit_cost").change_words(1e-6) == "$0"
    assert not SERVED.readable(1e-5)
    assert SERVED.readable(1e-3)
    assert plain_nought("10.0 points") == "10.0 points"
    assert plain_nought("0,00\u00a0GW") == "0\u00a0GW"


def test_that_no_margin_is_said_where_it_is_nothing():
    assert [money_margin(x, 1.0) for x in (0.0, 1e-5, float("nan"))] == ["", "", ""]
    assert money_margin(2.5, 7.0) == "$2.5 bn"


# Risk


def curve_of(*values, share=8):
    line = np.array(values, float)
    chance = np.arange(1, len(line) + 1) / len(line)
    return Exceedance(SCENARIO, line, chance, tuple(range(min(share, len(line)))))


def test_that_nought_or_more_is_not_said_of_what_can_t_be_less(qtbot):
    curve = ExceedanceCurve()
    qtbot.addWidget(curve)
    curve.show_curves(UNSERVED, [curve_of(3.0, 0, 0, 0)], 0.0)
    assert curve.quantile_text(0.25) == "In 25% of worlds it is $3.0 bn or more"
    assert curve.quantile_text(0.5) == "In fewer than 50% of worlds it is more than $0"
    assert curve.said_of((0.5, 0.95)) == "In fewer than 50% of worlds it is more than $0."
    curve.show_curves(UNSERVED, [curve_of(3.0, 0, 0, 0), curve_of(4.0, 2.0, 0, 0)], 0.0)
    assert curve.quantile_text(0.5).endswith("; in the baseline it is $2.0 bn or more in 50%")
    curve.show_curves(COST, [curve_of(3.0, 0, 0, 0)], 0.0)
    assert curve.quantile_text(0.5) == "In 50% of worlds it is $0 or more"


@pytest.mark.parametrize(("values", "shown"), [((3.0, 0, 0), 1), ((0, 0, 0), 0), ((3, 2, 1), 3)])
def test_that_a_world_with_nothing_unserved_is_not_among_the_worst(qtbot, values, shown):
    part = OddsPart()
    qtbot.addWidget(part)
    subject = SimpleNamespace(measure=UNSERVED, scenario=SCENARIO)
    part.take(Told(subject, CURVES, 64, (curve_of(*values),), last=True))
    assert len(part.worst.bars.rows) == shown
    assert part.about_worst.text().startswith("Click one" if shown else "All worlds are alike: $0.")


@pytest.mark.parametrize(
    ("short", "said"),
    [
        (
            (0.2, 0.8, 0.8),
            "Some month is short in 90% of worlds; no month more often than Feb 2025, in 80%.",
        ),
        ((0.2, 1.0, 1.0), "Every world is short in Feb 2025, if not before."),
        ((0.0, 0.0, 0.0), "No month is short in any of the worlds."),
    ],
)
def test_that_of_months_that_are_short_alike_none_is_called_the_likeliest(qtbot, short, said):
    part = OddsPart()
    qtbot.addWidget(part)
    chance = max(short) and min(max(short) + 0.1, 1.0)
    line = np.array(short)
    risk = SimpleNamespace(window=(0, 2), short=line, ever_short=line, chance_of_shortfall=chance)
    part.take(Told(SimpleNamespace(scenario=SCENARIO), RISKS, 64, risk, last=True))
    assert part.chances.text() == said


def bar(key, down, up):
    return Bar(Lever(key), 0.0, 1.0, 5.0 + down, 5.0 + up, 5.0)


def test_that_a_lever_that_moves_nothing_by_itself_is_told_for_its_rank_alone(matters):
    matters._bars = (bar("rebound", 0.0, 4.0), bar("pue", 0.0, 1e-6), bar("wacc", 1e-7, 0.0))
    rank = SimpleNamespace(lever=Lever("pue"), rho=-0.4)
    matters._ranks = SimpleNamespace(ranks=[rank], noise=0.1)
    matters._show_tornado()
    said = [row.said for row in matters.tornado.bars.rows]
    assert len(said) == 2
    assert said[1] == "PUE: by itself it moves nothing. Rank correlation \u22120.40"
    assert matters.about.text().startswith("The plan's own is $5.0 bn. Pale: ")
    matters._bars = matters._bars[1:]
    matters._show_tornado()
    assert matters.about.text() == "The plan's own is $5.0 bn. No lever moves that by itself."


def test_that_a_cost_over_plan_is_held_to_the_plan_in_every_sentence(matters):
    matters.work_on(COST, simulate(SCENARIO), 30)
    plan = matters._plan
    failing = Failing(plan + 29.0, 0.06, (), 0.0, 0.0, np.zeros(64, bool))
    subject = SimpleNamespace(measure=COST)
    matters._show_failing(Told(subject, "fails", 64, failing, last=True))
    assert matters.sentence.text().startswith("6% of the worlds are above +$29.0 bn.")
    matters._bars = (bar("rebound", 0.0, 4.0),)
    matters._show_tornado()
    assert matters.about.text().startswith("The plan costs ")


def when(key, low, high, smallest, largest, of=""):
    return When(key, of, low, high, smallest, largest, 0, None, np.zeros(64))


def test_that_one_condition_is_not_all_of_several(matters):
    one, other = when("rebound", 1.2, None, 0, 2), when("pue", 1.2, None, 1, 2)
    subject = SimpleNamespace(measure=UNSERVED)
    for conditions, said in (((one,), "when this holds:"), ((one, other), "all of this holds:")):
        failing = Failing(2.0, 0.1, conditions, 1.0, 1.0, np.zeros(64, bool))
        matters._show_failing(Told(subject, "fails", 64, failing, last=True))
        assert matters.sentence.text().endswith(said)


def test_that_a_condition_between_two_ends_has_its_unit_once():
    assert condition_words(when("revenue_growth", 6.03, 8.58, 1, 30)) == (
        "between 6.03 and 8.58 x per year"
    )
    assert condition_words(when("rebound", 0.8, 0.9, 0, 2)) == "between 80% and 90%"
    assert condition_words(when(DELAY, 2.0, 3.0, 0, 9, "North")) == "between 2 and 3 months"


def test_that_at_most_the_least_there_is_is_that_alone():
    assert condition_words(when("grid_delay_months", None, 0.0, 0.0, 30.0)) == "0 months"
    assert condition_words(when("grid_delay_months", None, 3.0, 0.0, 30.0)) == "at most 3 months"
    assert condition_words(when("grid_delay_months", 30.0, None, 0.0, 30.0)) == "30 months"


def test_that_the_axes_of_the_worlds_are_named_for_who_hears_them(qtbot):
    scatter = WorldScatter()
    qtbot.addWidget(scatter)
    conditions = (when("rebound", 1.2, None, 0, 2), when("pue", 1.2, None, 1, 2))
    scatter.show_failing(Failing(2.0, 0.1, conditions, 1.0, 1.0, np.zeros(64, bool)))
    assert scatter.accessibleDescription() == "10% of the worlds fail. Drawn by: Rebound; PUE"


def outcome(name, cost, tail):
    mix = PerFamily(dict.fromkeys(FAMILIES, 1 / 3))
    premium = MeanDifference(100.0, cost, cost - 100, 1.0)
    return MixOutcome(name, mix, premium, MeanDifference(20.0, tail / 2, 0.0, 1.0), tail)


@pytest.mark.parametrize(
    ("cost", "tail", "said"),
    [
        (
            100.129,
            0.017,
            "Against Google TPU alone, the cheapest, the mix costs $129 m more and leaves as much "
            "unserved in the worst 5% of worlds: as a hedge it buys nothing here.",
        ),
        (
            98.0,
            0.017,
            "The mix is $2.0 bn cheaper than Google TPU alone, the cheapest of the families, and "
            "leaves as much unserved in the worst 5% of worlds.",
        ),
        (
            100.0,
            2.0,
            "The mix costs as much as Google TPU alone, the cheapest of the families, and leaves "
            "$2.0 bn more unserved in the worst 5% of worlds. AWS Trainium alone would leave less "
            "unserved, $17 m.",
        ),
    ],
)
def test_that_a_hedge_does_not_leave_nought_less(hedge, cost, tail, said):
    found = (outcome(THIS, cost, tail), outcome("tpu", 100.0, 0.0171))
    found += (outcome("trainium", 110.0, 0.0169), outcome("gpu", 120.0, 0.0172))
    hedge.take(Told(None, MIXES, 64, found, last=True))
    assert hedge.verdict.text() == said


@pytest.mark.parametrize(
    ("it_gw", "firm", "said"),
    [
        (0.3, 0.0, "none of 0.30 GW must be taken"),
        (0.3, 1.0, "all of 0.30 GW must be taken"),
        (0.3, 0.5, "0.15 GW of 0.30 GW must be taken"),
    ],
)
def test_that_what_must_be_taken_is_all_or_none_in_words(hedge, it_gw, firm, said):
    contract = SCENARIO.contracts[0]
    one = Commitment(contract, it_gw, it_gw * firm, 74, 68)
    row = hedge._contract_row(one, SCENARIO.start, 30)
    assert row.said == said
    assert row.tip.endswith(f"{said}; until Mar 2031, notice by Sep 2030")
    assert row.texts[2] == ("0 GW" if firm == 1 else row.texts[2])


def test_that_a_pair_of_which_one_shock_does_it_all_is_no_worst_pair(window):
    window.pages.show_key("risk")
    window.presenter.runner.finish()
    page = window.pages["risk"]
    page.show_part("shocks")
    page.shocks.work_on(UNSERVED, simulate(SCENARIO), 30)
    outage = Event("power_outage", "all", 30, 6, 0.2)
    pair = (Shock("The foundry stops", outage, 5.0), Shock("Late grid", outage, 0.0))
    page.shocks.take(Told(page.subject, "shocks", 0, Shocks(5.0, pair, pair, 5.0), last=True))
    assert page.shocks.pair.text() == "No second one makes “The foundry stops” worse than +$5.0 bn."
    assert page.shocks.put_pair.isHidden()


# Why


def test_that_a_mean_is_called_one_and_what_adds_up_is_of_its_last_month():
    said = {m.key: m.when(WHOLE, SCENARIO) for m in (SERVED, CAPACITY, *OTHERS)}
    assert said["capacity"] == said["power"] == "on average from Oct 2026 to Dec 2032"
    assert said["committed"] == "in Dec 2032"
    assert said["served"] == said["economic_cost"] == "from Oct 2026 to Dec 2032"
    assert CAPACITY.when(WhyPeriod(24, 24), SCENARIO) == "in Jan 2027"
    subject = WhySubject.of(SCENARIO, SCENARIO, why("committed"), WHOLE)
    assert change_sentence(ChangeSteps(874.0, 686.0, (), ()), subject) == (
        "Committed so far in Dec 2032: $686 bn, down from $874 bn."
    )


def test_that_a_unit_cost_says_of_what():
    assert why("unit_cost").label_text == "Unit cost of a PFLOP-hour"


def test_that_the_columns_of_the_waterfall_are_named_for_who_hears_them(qtbot):
    view = WaterfallView()
    qtbot.addWidget(view)
    model = view.model()
    said = [model.horizontalHeaderItem(column).text() for column in range(model.columnCount())]
    assert said == ["What changed", "Bar", "What it adds", "Put back"]


def decision(*chances):
    return Decision("sites", "North", 24, None, False, chances, (NONE, NONE), None)


def test_that_a_wait_that_would_help_is_not_said_to_save_nothing():
    deadlines = SimpleNamespace(scenario=SCENARIO, chance=0.9)
    never, later = decision(0.8, 0.85), decision(0.8, 0.85, 0.92)
    assert verdict((never, later), deadlines) == (
        "As planned the target holds in 80% of the worlds, not in 90%; it does with “Site North” "
        "2 months later."
    )
    assert verdict((never,), deadlines).endswith("no later date saves it.")
    said = [latest_words(one, deadlines) for one in (never, later)]
    assert said == ["not even without a wait", "not before Mar 2027"]


def test_that_a_chance_is_not_short_of_itself():
    deadlines = SimpleNamespace(scenario=SCENARIO, chance=0.95)
    said = verdict((decision(0.9453),), deadlines)
    assert "in just under 95% of the worlds, not in 95%" in said
