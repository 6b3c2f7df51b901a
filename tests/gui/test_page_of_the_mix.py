"""The page of the mix by itself: its choices, its default, its locks, and how far its map is."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine import Scenario
from gui.pages.mix import map_worker
from gui.pages.mix.map_worker import MapQuestion, Maps, Stage, alike, drawn_picture, with_regret
from gui.pages.mix.measures import CHANCE, MEASURES, UNIT_COST, UNSERVED, Period
from gui.widgets.palette import LIGHT
from tests.gui.made_map import picture
from tests.gui.mix_page import opened

LEFT = Qt.MouseButton.LeftButton
DEFAULT = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}


def go_on(_: float) -> bool:
    return True


@pytest.fixture
def page(qtbot, session):
    with opened(qtbot, session) as widget:
        yield widget


def test_that_the_button_brings_the_default_mix_back_as_far_as_locks_allow(page, session, qtbot):
    session.edit("mix", {"tpu": 0.2, "trainium": 0.3, "gpu": 0.5})
    qtbot.mouseClick(page.reset, LEFT)
    assert dict(session.scenario.mix) == DEFAULT
    session.edit("mix", {"tpu": 0.2, "trainium": 0.3, "gpu": 0.5})
    page.shares.locks["gpu"].setChecked(True)
    qtbot.mouseClick(page.reset, LEFT)
    assert session.scenario.mix["gpu"] == 0.5
    assert session.scenario.mix["tpu"] == pytest.approx(0.44)
    session.history.undo()
    assert dict(session.scenario.mix) == {"tpu": 0.2, "trainium": 0.3, "gpu": 0.5}


def test_that_two_locks_are_too_many_and_the_page_says_so_while_it_is_so(page):
    for family, said in (("gpu", False), ("tpu", True)):
        page.shares.locks[family].setChecked(True)
        assert page.note.isVisible() is said
    assert page.note.text() == "With two shares locked nothing can move."
    page.shares.locks["tpu"].setChecked(False)
    assert (page.note.isVisible(), page.note.text()) == (False, "")
    assert page.triangle.locked == {"gpu"}


def test_that_what_the_map_is_of_can_be_chosen_kept_and_taken_up_again(page):
    assert page.state == (0, 0)
    page.use_state([2, 1])
    assert page.chosen == page.state == (2, 1)
    assert page.measure is MEASURES[2]
    assert not page.period.month
    page.choose(1, 0)
    assert (page.measure, page.period) == (MEASURES[1], Period(23, 23, True))
    with pytest.raises(TypeError):
        page.use_state(5)


def test_that_a_page_says_what_it_pictures_of_which_months(page, session):
    page.choose(0, 0)
    page.choose_month(5)
    [pictured] = page.pictured
    assert pictured.title == "Unit cost, in Jun 2025"
    assert pictured.scenario is session.scenario
    assert [(kpi.column, kpi.first, kpi.last) for kpi in pictured.kpis] == [("unit_cost", 5, 5)]
    page.choose(3, 0)  # a chance: what falls short of what
    [pictured] = page.pictured
    assert [kpi.column for kpi in pictured.kpis] == ["capacity_eflops", "demand_eflops"]


def test_that_a_month_beyond_the_horizon_is_its_last_and_a_period_all_that_can_still_move():
    scenario = Scenario(start="2026-01", horizon_months=24)
    assert Period.of(scenario, 99, month=True) == Period(23, 23, True)
    assert Period.of(scenario, -1, month=True) == Period(0, 0, True)
    assert Period.of(scenario, 5, month=True).ends(scenario) == ("Jun 2026", "Jun 2026")
    whole = Period.of(scenario, 5, month=False)
    assert (whole.last, whole.month) == (23, False)
    assert UNIT_COST.when(whole, scenario).endswith(" to Dec 2027")
    assert MEASURES[2].when(Period(3, 5, False), scenario) == "up to Jun 2026"


def test_that_the_side_grows_with_its_letters(page):
    assert page._side.width() == 284
    page.use_palette(LIGHT.scaled(1.5))
    assert page._side.width() == 426
    assert {field.width() for field in page.shares.fields.values()} == {126}


def test_that_a_refused_edit_of_the_mix_is_told_below_it(page, session):
    page._edit({"tpu": 2.0, "trainium": -0.5, "gpu": -0.5}, True)
    assert "allowed" in page.note.text()
    assert dict(session.scenario.mix) == DEFAULT


def test_that_fields_read_only_are_those_that_are_locked_or_have_nobody_to_give_to(page):
    def fixed() -> list[str]:
        return [family for family, field in page.shares.fields.items() if field.isReadOnly()]

    assert fixed() == []
    page.shares.locks["gpu"].setChecked(True)
    assert fixed() == ["gpu"]
    page.shares.locks["tpu"].setChecked(True)
    assert fixed() == ["tpu", "trainium", "gpu"]
    page.shares.locks["gpu"].setChecked(False)
    assert fixed() == ["tpu"]


def test_that_words_fields_and_the_ring_of_the_baseline_follow_the_mix_at_once(page, session):
    assert not page.reset.isEnabled()
    assert page.triangle._baseline is None
    assert "with TPU\u00a060.00 · Trainium\u00a022.00 · GPU\u00a018.00%." in page.words.text()
    session.edit("mix", {"tpu": 0.2, "trainium": 0.3, "gpu": 0.5})
    assert "with TPU\u00a020.00 · Trainium\u00a030.00 · GPU\u00a050.00%." in page.words.text()
    assert page.shares.fields["gpu"].value() == 50.0
    assert page.reset.isEnabled()
    assert page.triangle._baseline == DEFAULT
    session.pin_baseline()
    assert page.triangle._baseline is None


def test_that_the_periods_are_named_by_their_months_and_the_chosen_one_stays(page):
    def named() -> list[str]:
        return [page.periods.itemText(place) for place in range(page.periods.count())]

    month, to_the_end = named()
    assert month == "Month: Dec 2026"
    assert to_the_end.startswith("To the end: ")
    assert to_the_end.endswith(" to Dec 2032")
    page.choose(0, 1)
    page.choose_month(5)
    assert named()[0] == "Month: Jun 2025"
    assert page.chosen == (0, 1)


def test_that_the_words_are_of_the_measure_and_the_months_that_are_chosen(page):
    assert page.words.text().startswith("Unit cost in Dec 2026 with ")
    page.choose(1, 0)
    assert page.words.text().startswith("Demand served in Dec 2026 with ")
    assert page.value.text().endswith("of demand served")
    page.choose_month(5)
    assert page.words.text().startswith("Demand served in Jun 2025 with ")


def test_that_the_old_mark_stands_until_the_new_one_is_known(page):
    page.mapper.stop()
    asked = MapQuestion.of(page._scenario, page.measure, page.period)
    marked = replace(picture(least_regret=(0.0, 1.0, 0.0)), question=asked)
    page._take(marked)
    fresh = replace(picture(settled=False), question=asked)
    page._take(fresh)
    assert page.picture.least_regret == (0.0, 1.0, 0.0)
    assert page.triangle.picture is page.key._bar.picture is page.picture
    other = replace(asked, measure=MEASURES[1])
    page._take(replace(fresh, question=other))
    assert page.picture.least_regret is None
    page._take(replace(marked, question=asked))
    page._take(replace(picture(), question=asked))  # settled: there is none
    assert page.picture.least_regret is None


def test_that_a_page_that_goes_behind_wants_its_map_no_more_unless_it_is_settled(page, monkeypatch):
    forgotten = []
    monkeypatch.setattr(page.mapper, "forget", lambda: forgotten.append(True))
    for made, times in ((None, 1), (picture(settled=False), 2), (picture(), 2)):
        page.picture = made
        page.hide()
        page.show()
        assert len(forgotten) == times


# How far a map is


def question(measure=UNIT_COST, **values) -> MapQuestion:
    return MapQuestion(Scenario().having(**values), measure, Period(0, 0, True))


def test_that_a_question_is_answered_in_stages_until_its_map_is_settled(monkeypatch):
    asked: list[str] = []

    def stage(name: str, **parts):
        def made(*_) -> object:
            asked.append(name)
            return picture(**{"settled": False, **parts})

        monkeypatch.setattr(map_worker, name, made)

    stage("first_picture")
    stage("drawn_picture", draws=64)
    stage("with_regret", settled=True)
    maps = Maps()
    part: Stage | None = Stage(question())
    while part is not None:
        assert maps.part(part) is part
        answer = maps.answer(part, go_on)
        part = maps.rest(part, part, answer)
    assert asked == ["first_picture", "with_regret"]
    asked.clear()
    stage("first_picture", measure=CHANCE, draws=8)
    stage("drawn_picture", measure=CHANCE, draws=64)
    part = Stage(question(CHANCE))
    while part is not None:
        answer = maps.answer(part, go_on)
        part = maps.rest(part, part, answer)
    assert asked == ["first_picture", "drawn_picture", "with_regret"]
    assert maps.stops(Stage(question()))
    assert maps.rest(Stage(question()), Stage(question()), None) is None


def test_that_a_map_serves_another_plan_and_no_other_measure_months_or_families():
    other = replace(question(), scenario=question(wacc=0.2).scenario)
    maps = Maps()
    assert alike(question(), other)
    assert maps.serves(Stage(question()), Stage(other))
    assert not alike(question(), question(CHANCE))
    assert not alike(question(), replace(question(), period=Period(1, 1, True)))
    fewer = SimpleNamespace(families=("tpu", "gpu"))
    assert not alike(question(), replace(question(), scenario=fewer))


def found(worst: list[float], least: int) -> SimpleNamespace:
    shares = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return SimpleNamespace(
        worst=np.array(worst), shares=shares, least_worst=least, sure=0.75, apart=0.25
    )


@pytest.mark.parametrize(
    ("worst", "least"),
    [
        ([3.0, 1.0, 2.0], (0.0, 1.0, 0.0)),
        ([math.inf, 1.0, 2.0], (0.0, 1.0, 0.0)),  # undefined somewhere, and endlessly regretted
        ([math.inf, 1.0, math.inf], (0.0, 1.0, 0.0)),
        ([math.inf, 1.0, 1.0], None),
        ([1.0, 1.0, 1.0], None),  # all alike
        ([math.inf] * 3, None),  # each of them is
    ],
)
def test_that_the_least_regret_is_marked_where_one_mix_has_it_alone(monkeypatch, worst, least):
    asked = {}

    def regret(scenario, kpi, **how):
        asked.update(how, kpi=kpi)
        return found(worst, 1)

    monkeypatch.setattr(map_worker, "regret", regret)
    done = with_regret(picture(settled=False), go_on)
    assert done.least_regret == least
    assert (done.regret_sure, done.regret_apart, done.settled) == (0.75, 0.25, True)
    assert asked["higher_is_better"] is False
    assert asked["kpi"].measure is UNIT_COST
    with_regret(picture(measure=MEASURES[1]), go_on)
    assert asked["higher_is_better"] is True
    with_regret(picture(measure=CHANCE), go_on)
    assert asked["kpi"].measure is UNSERVED
    assert asked["progress"] is go_on


def test_that_a_mix_that_serves_just_what_is_tolerated_is_not_short():
    """In the first month no mix has changed anything yet."""
    unserved = map_worker.first_picture(question(UNSERVED), go_on).values
    assert set(unserved.tolist()) == {unserved[0]}
    for tolerance, short in ((float(unserved[0]), False), (float(unserved[0]) - 1e-9, True)):
        made = map_worker.first_picture(question(shortfall_tolerance=tolerance), go_on)
        assert made.cheapest_is_short is bool(made.hatched) is short


def test_that_a_finer_map_keeps_what_the_plain_runs_marked(monkeypatch):
    monkeypatch.setattr(map_worker, "_drawn", lambda *_: np.linspace(0.0, 1.0, 231))
    coarse = picture(
        measure=CHANCE,
        hatched=(np.eye(3),),
        cheapest=(1.0, 0.0, 0.0),
        cheapest_cost=2.5,
        cheapest_is_short=True,
        settled=False,
    )
    finer = drawn_picture(coarse, go_on)
    assert (finer.steps, finer.draws, len(finer.values)) == (20, 64, 231)
    assert finer.hatched is coarse.hatched
    assert (finer.cheapest, finer.cheapest_cost) == ((1.0, 0.0, 0.0), 2.5)
    assert finer.cheapest_is_short
    assert not finer.settled
    assert finer.best == (1.0, 0.0, 0.0)  # a chance is better where it is low


def test_that_a_map_has_its_ends_and_keeps_another_s_mark_until_its_own_is_known():
    made = picture([2.0, math.nan, 1.0, 5.0, 3.0, 4.0])
    assert (made.low, made.high, made.flat) == (1.0, 5.0, False)
    none = picture([math.nan] * 6)
    assert math.isnan(none.low)
    assert math.isnan(none.high)
    assert none.flat
    assert picture([2.0] * 6).flat
    other = picture(least_regret=(0.0, 1.0, 0.0), regret_sure=0.5, regret_apart=0.1)
    kept = made.with_regret_of(other)
    assert (kept.least_regret, kept.regret_sure, kept.regret_apart) == ((0.0, 1.0, 0.0), 0.5, 0.1)
    assert kept.values is made.values
