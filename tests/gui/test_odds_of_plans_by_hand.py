"""Which plan is to be chosen, in words, figures and points, of worlds made by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from engine import Document, Scenario
from gui.document.comparison import PlanSet
from gui.pages.compare.odds import LABELS, OddsOfPlans, _front_words
from tests.gui.sessions import with_session

NONE = float("nan")


@pytest.fixture
def plans(qapp):
    found = with_session(PlanSet, Document(Scenario().having(name="A")))
    found.add(Document(Scenario().having(name="B")))
    return found


@pytest.fixture
def odds(qtbot, plans):
    found = OddsOfPlans(plans)
    qtbot.addWidget(found)
    found._month = "2026-07"
    return found


def choice(**said) -> SimpleNamespace:
    """Of three plans: the second is chosen, the third begins in another month."""
    regrets = {
        "plain": np.array([10.0, 8.0, NONE]),
        "best": np.array([0.25, 0.75, NONE]),
        "mean": np.array([3.0, 1.0, NONE]),
        "p90": np.array([6.0, 2.0, NONE]),
        "worst": np.array([9.0, 4.0, NONE]),
        "least_worst": 1,
        "best_on_average": 1,
        "sure": 0.87,
        "left_out": (2,),
    }
    front = SimpleNamespace(
        on=[False, True, False], tied=[True, False, False], beaten_by=[None, None, 1]
    )
    best = SimpleNamespace(
        months=("2026-01", "2026-02"),
        chance=np.array([[0.4, 0.3], [0.6, 0.7], [NONE, NONE]]),
        left_out=(2,),
    )
    return SimpleNamespace(
        regrets=SimpleNamespace(**{**regrets, **said}),
        front=front,
        best=best,
        cost=np.array([100.0, 90.0, 95.0]),
        loss=np.array([5.0, 4.0, 6.0]),
    )


NAMES = ("One", "Two", "Three")


def test_that_plans_can_be_judged_by_six_numbers(odds):
    assert LABELS == {
        "net": "Cost plus unserved revenue, to date",
        "cost": "Economic cost, to date",
        "unserved": "Unserved revenue, to date",
        "served": "Demand served in the month",
        "capacity": "Capacity in the month",
        "unit_cost": "Unit cost in the month",
    }
    offered = [odds.measure.itemData(n) for n in range(odds.measure.count())]
    assert sorted(offered) == sorted(LABELS)
    for key in offered:
        odds.measure.setCurrentIndex(odds.measure.findData(key))
        assert odds.judged_by.key == key


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("net", 12.34, "$12.3 bn"),
        ("served", 0.256, "25.6%"),
        ("capacity", 1234.5, "1,234 EFLOP/s"),
        ("unit_cost", 1.2345, "$1.234"),
        ("cost", NONE, "—"),
    ],
)
def test_that_an_amount_is_in_the_unit_of_what_is_judged(odds, key, value, said):
    odds.measure.setCurrentIndex(odds.measure.findData(key))
    assert odds._amount(value) == said


def test_that_the_verdict_names_the_plan_and_how_sure_it_is(odds):
    assert odds._verdict(choice(), NAMES) == (
        "By Jul 2026 “Two” is regretted least, on average and in the worst world; so in 87% of "
        "random halves of the worlds. Left out, as they begin in another month: Three."
    )
    apart = choice(best_on_average=0, left_out=())
    assert odds._verdict(apart, NAMES) == (
        "By Jul 2026 “Two” is regretted least in the worst world (so in 87% of random halves of "
        "the worlds), “One” on average."
    )
    few = "Fewer than two plans can be held against each other."
    for lacking in ({"least_worst": None}, {"best_on_average": None}):
        assert odds._verdict(choice(left_out=(), **lacking), NAMES) == few


def test_that_the_front_is_said_of_each_plan():
    found = choice()
    said = [_front_words(found, place, NAMES) for place in range(3)]
    assert said == ["as good in practice: within 1%", "on the front", "beaten by “Two”"]
    found.front.tied[0] = False
    assert _front_words(found, 0, NAMES) == "—"


def test_that_what_was_found_stands_in_table_front_and_lines(odds, plans):
    columns = tuple(plans.columns)
    odds._show(choice(), columns)
    rows = [[cell.text for cell in row.cells] for row in odds.table.read.rows]
    assert rows[0][:3] == ["A, baseline", "$10.0 bn", "25%"]
    assert rows[0][3:6] == ["$3.0 bn", "$6.0 bn", "$9.0 bn"]
    assert rows[1][1:] == ["$8.0 bn", "75%", "$1.0 bn", "$2.0 bn", "$4.0 bn", "on the front"]
    assert rows[2][1:6] == ["—"] * 5
    assert [point.cost for point in odds.front.points] == [100, 90, 95]
    assert [point.loss for point in odds.front.points] == [5, 4, 6]
    assert [(p.on, p.tied) for p in odds.front.points] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert odds.front.points[1].words == "A, now: on the front"
    picture = odds.lines.picture
    assert [line.column for line in picture.lines] == list(columns[:2])
    assert picture.lines[0].values.tolist() == [40, 30]
    assert (picture.unit, picture.months.months) == ("%", ("2026-01", "2026-02"))
    assert odds.lines.month == "2026-07"
    assert odds.verdict.text().startswith("By Jul 2026 “A, now” is regretted least")


def test_that_nothing_is_asked_while_worlds_are_missing(odds, plans):
    asked = []
    odds.asker.ask = lambda subject, steps: asked.append((subject, steps))
    baseline, current, own = plans.columns
    worlds = {column: SimpleNamespace() for column in (baseline, current)}
    odds.show_worlds(worlds, "2026-07")
    assert asked == []
    assert odds.verdict.text() == ""
    worlds[own] = SimpleNamespace()
    odds.show_worlds(worlds, "2026-08")
    [(subject, [step])] = asked
    assert subject.month == "2026-08"
    assert subject.drawn == tuple(worlds.values())
    assert (step.key, step.worlds) == ("choice", 0)
    plans.remove(own)
    plans.remove(current)
    odds.show_worlds({}, "2026-08")
    assert odds.verdict.text() == "Add another plan to choose between them."


def test_that_a_refusal_is_told_and_an_answer_of_other_plans_is_not_shown(odds, plans):
    failed = []
    odds.failed.connect(failed.append)
    subject = SimpleNamespace(drawn=(1, 2, 3))
    odds._take(SimpleNamespace(value=None, refused="too few", subject=subject))
    assert failed == ["too few"]
    odds._columns = tuple(plans.columns[:2])
    odds._take(SimpleNamespace(value=choice(), refused="", subject=subject))
    assert odds.verdict.text() == ""
    odds._columns = tuple(plans.columns)
    odds._take(SimpleNamespace(value=choice(), refused="", subject=subject))
    assert odds.verdict.text().startswith("By Jul 2026")
