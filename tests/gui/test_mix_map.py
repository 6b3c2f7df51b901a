"""The map of mixes: its shares, its field, what it says, and when it is made anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine import Document, Scenario, simulate
from engine.analysis.kpi import at, values
from engine.analysis.mix_map import mix_map, mixes
from engine.worlds.ensemble import ensemble
from gui.document.session import Session
from gui.pages.mix import surface
from gui.pages.mix.map_worker import MapQuestion, first_picture, with_regret
from gui.pages.mix.measures import CHANCE, MEASURES, UNIT_COST, Period
from gui.pages.mix.painting import colours
from gui.pages.mix.words import marks
from gui.widgets.slider_scale import nearest_shares, share_out, whole_shares
from tests.gui.mix_page import opened, wait_for_map

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
FAMILIES = ("tpu", "trainium", "gpu")
TWO_FAMILIES = ("tpu", "gpu")


def go_on(_: float) -> bool:
    return True


@pytest.fixture
def page(qtbot, session):
    with opened(qtbot, session) as widget:
        yield widget


@pytest.fixture
def settled(qtbot, page):
    """The page with its map in its last stage."""
    wait_for_map(qtbot, page)
    return page


def pixel(page, *shares: float) -> QPoint:
    return page.triangle.geometry_.point(shares).toPoint()


# The arithmetic of shares


@given(
    st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1)), min_size=1, max_size=40),
    st.sets(st.sampled_from(FAMILIES)),
)
def test_that_locked_shares_stay_and_all_sum_to_a_hundred_percent(edits, locked):
    shares = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}
    before = dict(shares)
    for place, value in edits:
        shares = share_out(shares, FAMILIES[place], value, locked)
        assert sum(whole_shares(shares).values()) == 10_000
        assert all(shares[family] == before[family] for family in locked)
        if len(locked) > 1:
            assert shares == before


@given(st.tuples(*[st.floats(-2, 2)] * 2), st.sets(st.sampled_from(FAMILIES), max_size=1))
def test_that_the_puck_goes_to_the_nearest_allowed_mix(wanted, locked):
    shares = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}
    point = dict(zip(FAMILIES, (*wanted, 1 - sum(wanted)), strict=True))
    found = nearest_shares(point, shares, locked)
    assert sum(whole_shares(found).values()) == 10_000
    assert all(found[family] == shares[family] for family in locked)

    def distance(other):
        return sum((other[f] - point[f]) ** 2 for f in FAMILIES) ** 0.5

    _, scenarios = mixes(Scenario(), FAMILIES, 20)
    allowed = [s.mix for s in scenarios if all(s.mix[f] == shares[f] for f in locked)]
    rounding = 2e-4
    assert all(distance(found) <= distance(other) + rounding for other in allowed)


def test_that_shares_of_a_third_each_are_shown_as_a_hundred_percent():
    thirds = whole_shares(dict.fromkeys(FAMILIES, 1 / 3))
    assert sorted(thirds.values()) == [3333, 3333, 3334]


# The map


@pytest.mark.parametrize("steps", [3, 10, 20])
def test_that_the_field_is_read_at_the_grids_mixes_and_linear_between(steps):
    shares, _ = mixes(Scenario(), FAMILIES, steps)
    plane = shares @ np.array([2.0, -3.0, 5.0])
    for own, value in zip(shares, plane, strict=True):
        assert surface.value_at(steps, plane, own) == pytest.approx(value)
    rng = np.random.default_rng(1)
    for own in rng.dirichlet((1, 1, 1), 50):
        expected = float(own @ np.array([2.0, -3.0, 5.0]))
        assert surface.value_at(steps, plane, own) == pytest.approx(expected)


def test_that_a_contour_lies_where_the_value_is_its_level():
    shares, _ = mixes(Scenario(), FAMILIES, 20)
    plane = shares @ np.array([2.0, -3.0, 5.0])
    (level, *_) = surface.levels(plane)
    ends = surface.contour(20, plane, level).reshape(-1, 3)
    assert len(ends) > 10
    assert ends @ np.array([2.0, -3.0, 5.0]) == pytest.approx(np.full(len(ends), level))
    assert ends.sum(axis=1) == pytest.approx(np.ones(len(ends)))


def test_that_the_hatched_region_covers_just_what_is_above_nought_or_undefined():
    shares, _ = mixes(Scenario(), FAMILIES, 20)

    def area(polygons):
        plane = [p[:, :2] for p in polygons]
        twice = [
            abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(p, np.roll(p, -1, 0), strict=True)))
            for p in plane
        ]
        return sum(twice)

    assert area(surface.region(20, np.ones(231))) == pytest.approx(1.0)
    assert area(surface.region(20, np.full(231, np.nan))) == pytest.approx(1.0)
    assert surface.region(20, np.zeros(231)) == []
    half = shares[:, 0] - 0.5  # above half of the first family: a quarter of the triangle
    assert area(surface.region(20, half)) == pytest.approx(0.25)


def test_that_a_map_without_a_value_or_without_a_difference_has_no_lines():
    for flat in (np.full(231, np.nan), np.full(231, 7.0)):
        assert surface.is_flat(flat)
        assert surface.levels(flat) == ()
        surface.picture(20, flat)


def test_that_the_map_of_unit_cost_is_the_engines_and_the_reading_is_the_runs(settled, session):
    month = settled.period.first
    expected = mix_map(session.scenario, at("usd_per_pflop_hour", month), draws=0)
    assert settled.picture.values == pytest.approx(expected.values)
    own = values([session.scenario], at("usd_per_pflop_hour", month))[0]
    assert settled.sentences()[0] == UNIT_COST.words(own)
    cheapest = expected.shares[np.argmin(expected.values)]
    assert settled.picture.cheapest == tuple(cheapest)


@pytest.mark.parametrize("month", [True, False])
@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_that_every_measure_of_every_period_has_a_map_marks_and_words(measure, month):
    scenario = Scenario()
    period = Period.of(scenario, 23, month=month)
    picture = with_regret(first_picture(MapQuestion.of(scenario, measure, period), go_on), go_on)
    assert picture.settled
    assert (picture.regret_sure < 1) == (picture.regret_apart > 0)
    assert not np.isnan(picture.values).any()
    rounding = 1e-9 * abs(picture.high)
    within = picture.value((0.6, 0.22, 0.18))
    assert picture.low - rounding <= within <= picture.high + rounding
    assert picture.cheapest is not None
    assert any("cheapest" in words for words in marks(picture).values())
    assert measure.words(picture.low)
    if not measure.drawn:
        plain = measure.of_result(
            simulate(scenario.having(mix={"tpu": 1, "trainium": 0, "gpu": 0})), period
        )
        assert picture.value((1, 0, 0)) == pytest.approx(plain)


def test_that_the_chance_of_shortfall_is_the_ensembles(qtbot, page, session):
    page.measures.setCurrentIndex(MEASURES.index(CHANCE))
    wait_for_map(qtbot, page)
    one = session.scenario.having(mix={"tpu": 0.6, "trainium": 0.2, "gpu": 0.2})
    expected = ensemble(one, page.picture.draws).risk.short[page.period.first]
    assert page.picture.draws == 64
    assert page.picture.value((0.6, 0.2, 0.2)) == pytest.approx(expected, abs=1e-4)


def test_that_mixes_that_leave_demand_unserved_are_hatched_and_the_key_says_what_it_means(
    qtbot, page
):
    page.periods.setCurrentIndex(1)
    wait_for_map(qtbot, page)
    assert page.picture.hatched
    assert "Hatched: over 1" in page.key.text()
    assert "of demand unserved" in page.key.text()
    assert page.picture.cheapest_is_short
    assert "leaves demand unserved" in page.words.text()


def test_that_dragging_the_puck_does_not_map_anew(qtbot, settled, monkeypatch):
    asked = []
    monkeypatch.setattr(settled.mapper.latest, "request", asked.append)
    before = settled.picture
    QTest.mousePress(settled.triangle, LEFT, NONE, settled.triangle.puck.toPoint())
    for top in (0.5, 0.3, 0.1):
        QTest.mouseMove(settled.triangle, pixel(settled, top, 0.5, 0.5 - top))
    QTest.mouseRelease(settled.triangle, LEFT)
    assert asked == []
    assert settled.picture is before


def test_that_another_lever_maps_anew_and_the_old_map_stays_until_then(qtbot, settled, session):
    before = settled.picture
    session.edit("power_budget_gw", 1.5)
    assert settled.triangle.picture is before
    wait_for_map(qtbot, settled)
    assert settled.triangle.picture is not before


def test_that_the_newest_question_wins(qtbot, settled, session):
    pictures = []
    settled.mapper.mapped.connect(pictures.append)
    for growth in (3.0, 4.0, 5.0, 6.0):
        session.edit("revenue_growth", growth)
        qtbot.wait(20)
    wait_for_map(qtbot, settled)
    assert pictures[-1].question.scenario.revenue_growth == 6.0
    seen = [picture.question.scenario.revenue_growth for picture in pictures]
    assert seen == sorted(seen)


def test_that_a_page_behind_maps_nothing_until_it_comes_to_the_front(qtbot, page, session):
    page.hide()
    asked = []
    page.mapper.mapped.connect(asked.append)
    session.edit("power_budget_gw", 1.5)
    qtbot.wait(250)
    assert asked == []
    page.show()
    wait_for_map(qtbot, page)


def test_that_another_month_maps_anew_and_is_named(qtbot, settled):
    settled.choose_month(35)
    assert settled.periods.itemText(0) == "Month: Dec 2027"
    wait_for_map(qtbot, settled)
    assert "in Dec 2027" in settled.key.text()
    assert "in Dec 2027" in settled.words.text()


def test_that_a_fault_of_the_engine_is_told_and_the_next_map_still_comes(
    qtbot, settled, session, monkeypatch
):
    def fault(*_):
        raise ValueError("no map today")

    with monkeypatch.context() as patch, qtbot.waitSignal(settled.failed, timeout=5000) as told:
        patch.setattr("gui.pages.mix.map_worker.mixes", fault)
        session.edit("power_budget_gw", 1.5)
    assert "no map today" in str(told.args[0])
    session.edit("power_budget_gw", 1.6)
    wait_for_map(qtbot, settled)


def test_that_the_ramp_grows_evenly_in_lightness():
    lightness = []
    for argb in colours(False)[:255]:
        rgb = np.array(QColor(argb).getRgbF()[:3])
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        luminance = float(linear @ np.array([0.2126, 0.7152, 0.0722]))
        lightness.append(116 * luminance ** (1 / 3) - 16)
    steps = np.diff(lightness[::32])
    assert (steps > 0).all()
    assert steps.max() < 1.8 * steps.min()


def test_that_the_better_end_is_the_bright_one():
    assert QColor(colours(True)[0]).lightness() > QColor(colours(True)[254]).lightness()
    assert colours(False)[:255] == tuple(reversed(colours(True)[:255]))


# Where nothing has a value


def test_that_a_map_of_nothing_says_so(qtbot, qapp):
    """Without supply there is no capacity, so no mix has a unit cost."""
    nothing = dict.fromkeys(Scenario().families, 0.0)
    empty = Scenario().having(supply_chips_per_year=nothing, initial_it_mw=nothing)
    with opened(qtbot, Session(Document(empty))) as page:
        wait_for_map(qtbot, page)
        value, words = page.sentences()
        assert value == "undefined"
        assert "No mix has a unit cost then: none serves anything." in words
        assert page.key._bar.ends() == ("no value with any mix", "")
        assert UNIT_COST.number(page.picture.value((1.0, 0.0, 0.0))) == "undefined"
        page.grab()


def test_that_the_ends_of_the_ramp_are_written_below_it_and_its_strokes(settled):
    bar = settled.key._bar
    picture = bar.grab().toImage()
    ink = QColor(bar.palette_.text).rgb()
    rows = [
        y
        for y in range(picture.height())
        if any(picture.pixel(x, y) == ink for x in range(2, picture.width() - 2))
    ]
    assert rows
    assert min(rows) >= 16  # 12 of the ramp, 4 of the strokes
