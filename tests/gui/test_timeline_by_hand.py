"""The timeline without a window: bars, rows below each other, and what a hand may do."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import Scenario, parameter, simulate
from engine.values import EVENT_KINDS, Contract, Event, Site
from gui.charts import shocks, specs
from gui.charts.chart_spec import ChartSpec
from gui.entries.listed import Listed
from gui.timeline import changes, revenue
from gui.timeline.bars import LaneBar, bars_of, elsewhere, sentence, when_words
from gui.timeline.lane_table import LANES, SHOCKS, lane_of
from gui.timeline.stacking import shared_out, stacked, wanted_rows
from gui.words.list_changes import list_change

EVENTS, CONTRACTS, SITES = LANES
STOP = Event("supply_stop", "gpu", 24, 9, 0.4)
SEVERITY = {"supply_stop": 0.5, "base_loss": 0.5, "power_outage": 0.6, "demand_shock": 0.6}


def bar(index: int, first: int, last: int) -> LaneBar:
    return LaneBar("events", index, "", "", first, last - first, 0.5, fixed=False)


spans = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=30)
BARS = spans.map(lambda pairs: [bar(i, a, a + n) for i, (a, n) in enumerate(pairs)])


# What a bar says


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (STOP, "GPU stop 40%"),
        (replace(STOP, scope="all"), "Supply stop 40%"),
        (replace(STOP, name="Strait"), "Strait · GPU stop 40%"),
        (Event("price_shock", "all", 3, 6, 1.2), "Chip prices +120%"),
        (Event("price_shock", "tpu", 3, 6, 0.2), "TPU prices +20%"),
        (Event("grid_delay", "all", 0, 1, 0.0), "Grid late by 1 month"),
        (Event("generation_slip", "tpu", 0, 6, 0.0), "Next TPU late by 6 months"),
    ],
)
def test_that_a_shock_says_what_goes_wrong_and_how_badly(event, said):
    [found] = bars_of(EVENTS, Scenario().having(events=[event]))
    assert found.title == said


def test_that_contracts_and_sites_say_whose_they_are_and_how_large():
    contract = Contract("Google", "tpu", 10, 17, 1.0, 0.7, 1.0)
    site = Site("North", 0.5, 24, 12, 0.8)
    scenario = Scenario().having(contracts=[contract], sites=[site])
    assert bars_of(CONTRACTS, scenario)[0].title == "Google · 1.00 GW"
    assert bars_of(SITES, scenario)[0].title == "North · 0.50 GW · 80%"
    assert bars_of(CONTRACTS, scenario)[0].role == "tpu"
    assert bars_of(SITES, scenario)[0].role == ""


def test_that_a_familys_hue_is_only_for_what_is_of_that_family():
    scenario = Scenario().having(events=[STOP, replace(STOP, scope="all")])
    assert [bar.role for bar in bars_of(EVENTS, scenario)] == ["gpu", ""]


def test_that_a_bar_says_its_months_as_dates():
    scenario = Scenario().having(events=[STOP])
    [found] = bars_of(EVENTS, scenario)
    assert when_words(found, scenario) == "Jan 2027 to Sep 2027, 9 months"
    assert sentence(EVENTS, found, scenario).endswith("severity 40%")


def test_that_what_has_no_date_stands_where_history_ends_and_is_not_moved():
    slip = Event("generation_slip", "tpu", 0, 6, 0.0)
    scenario = Scenario().having(events=[slip])
    [found] = bars_of(EVENTS, scenario)
    assert (found.first, found.fixed, found.share) == (scenario.as_of, True, None)
    assert changes.moved(EVENTS, slip, 5, 96) == slip
    assert changes.begun(EVENTS, slip, 5) == slip
    assert changes.weighed(EVENTS, slip, 0.2) == slip
    assert changes.longer(EVENTS, slip, 3).duration_months == 9


def test_that_every_kind_of_shock_has_words():
    assert set(SHOCKS) == set(EVENT_KINDS)


def test_that_a_bar_that_is_elsewhere_now_is_known_by_its_name():
    site = Site("North", 0.5, 24, 12, 0.8)
    baseline = Scenario().having(sites=[site, replace(site, name="South")], events=[STOP])
    moved = [replace(site, name="South", start_month=30), site]
    shown = baseline.having(sites=moved, events=[replace(STOP, duration_months=3)])
    assert elsewhere(SITES, bars_of(SITES, shown), shown, baseline) == {("sites", 0): (24, 36)}
    assert elsewhere(EVENTS, bars_of(EVENTS, shown), shown, baseline) == {("events", 0): (24, 33)}


# Rows


@given(BARS, st.integers(1, 6))
def test_that_no_two_bars_of_a_row_share_a_month_and_none_is_lost(bars, most):
    found = stacked(bars, most)
    assert sorted([*found.rows, *found.hidden]) == [bar.index for bar in bars]
    for row in range(most):
        mine = sorted((b.first, b.last) for b in bars if found.rows.get(b.index) == row)
        assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(mine))


@given(BARS)
def test_that_as_many_rows_as_bars_overlap_show_them_all(bars):
    assert stacked(bars, wanted_rows(bars)).hidden == ()


@given(BARS.filter(bool), st.data())
def test_that_the_bar_under_the_hand_stays_in_its_row(bars, data):
    index, row = data.draw(st.integers(0, len(bars) - 1)), data.draw(st.integers(0, 2))
    assert stacked(bars, 3, (index, row)).rows[index] == row


def test_that_the_greediest_lane_gives_way_and_each_keeps_a_row():
    assert shared_out([1, 9, 3], 7) == [1, 3, 3]
    assert shared_out([5, 5, 5], 2) == [1, 1, 1]
    assert shared_out([1, 2, 1], 9) == [1, 2, 1]


def test_that_words_get_a_row_where_there_is_one_and_hide_no_bar():
    first, rest = (LaneBar("sites", i, "", "", 12 * i, 6, None, False) for i in (0, 1))
    reach = {0: 20.0}  # its words would run into the other
    assert wanted_rows((first, rest)) == 1
    assert wanted_rows((first, rest), reach) == 2
    assert stacked((first, rest), 2, None, reach).rows == {0: 0, 1: 1}
    assert stacked((first, rest), 1, None, reach).rows == {0: 0, 1: 0}
    assert stacked((first, rest), 2, None, {0: 12.0}).rows == {0: 0, 1: 0}


def test_that_rows_left_over_are_for_words():
    assert shared_out([1, 4, 1], 8, [1, 4, 2]) == [1, 4, 2]
    assert shared_out([1, 4, 1], 6, [1, 4, 2]) == [1, 4, 1]
    assert shared_out([1, 2, 1], 6, [3, 5, 2]) == [3, 2, 1]


# What a hand does


def test_that_a_bar_moves_stretches_and_grows_within_what_is_allowed():
    assert changes.moved(EVENTS, STOP, 3, 96).start_month == 27
    assert changes.moved(EVENTS, STOP, -99, 96).start_month == 0
    assert changes.moved(EVENTS, STOP, 99, 96).start_month == 95
    assert changes.longer(EVENTS, STOP, -99).duration_months == 1
    begun = changes.begun(EVENTS, STOP, 4)
    assert (begun.start_month, begun.duration_months) == (28, 5)
    assert changes.weighed(EVENTS, STOP, 0.05).severity == 0.45
    assert changes.weighed(EVENTS, STOP, -9).severity == 0.01
    price = replace(STOP, kind="price_shock")
    assert changes.weighed(EVENTS, price, 0.1).severity == pytest.approx(0.9)
    assert changes.weighed(EVENTS, price, 9).severity == 5.0


def test_that_a_site_may_begin_before_the_scenario_does():
    site = Site("Old", 0.5, -20, 12, 1.0)
    assert changes.moved(SITES, site, -3, 96).start_month == -23
    assert changes.begun(SITES, site, -3).ramp_months == 15


@given(
    st.sampled_from(list(EVENT_KINDS)),
    st.integers(0, 90),
    st.integers(1, 60),
    st.lists(st.tuples(st.sampled_from("mlbw"), st.integers(-200, 200)), max_size=6),
)
def test_that_whatever_a_hand_does_the_engine_takes_it(kind, start, length, steps):
    entry = Event(kind, "all", start, length, 0.5 if EVENT_KINDS[kind].has_severity else 0.0)
    do = {
        "m": lambda e, n: changes.moved(EVENTS, e, n, 96),
        "l": lambda e, n: changes.longer(EVENTS, e, n),
        "b": lambda e, n: changes.begun(EVENTS, e, n),
        "w": lambda e, n: changes.weighed(EVENTS, e, n / 100),
    }
    for what, amount in steps:
        entry = do[what](entry, amount)
    assert Scenario().having(events=[entry]).events == (entry,)


def test_that_a_copy_has_a_name_of_its_own():
    names = [Site(name, 1, 0, 1, 1.0) for name in ("North", "North 2", "x" * 80)]
    assert changes.renamed(SITES, names[0], names).name == "North 3"
    assert len(changes.renamed(SITES, names[2], names).name) <= 80
    assert changes.renamed(EVENTS, STOP, [STOP]) == STOP


@pytest.mark.parametrize("lane", LANES, ids=lambda lane: lane.key)
def test_that_what_a_lane_adds_is_taken_by_the_engine_and_acts(lane):
    scenario = Scenario()
    for _ in range(3):
        scenario = scenario.having(**{lane.key: changes.added(lane, scenario, 30)})
    assert len(lane.entries(scenario)) == 3
    assert lane_of(lane.key) is lane
    base, changed = simulate(Scenario()), simulate(scenario)
    keys = ("capacity_eflops", "economic_cost_bn", "power_limit_gw")
    assert any(not np.array_equal(base[key], changed[key]) for key in keys)


# What shocks shade


def drawn(spec: ChartSpec) -> list[np.ndarray]:
    lines = [curve.values for curve in spec.curves]
    return lines + [layer.upper for layer in spec.layers]


@pytest.mark.parametrize("kind", shocks.TOUCHED)
def test_that_a_shaded_chart_shows_what_the_shock_does(kind):
    event = Event(kind, "all", 20, 9, SEVERITY.get(kind, 1.0))
    base = simulate(Scenario())
    shocked = simulate(Scenario().having(events=[event]))
    for row in specs.ALL_CHARTS:
        choice = next(iter(row.choices), "")
        shaded = shocks.spans(shocked.scenario, row.key)
        assert bool(shaded) == (row.key in shocks.TOUCHED[kind])
        if shaded:
            before, after = drawn(row.make(base, choice)), drawn(row.make(shocked, choice))
            within = slice(20, 30)
            assert any(
                not np.array_equal(a[within], b[within], equal_nan=True)
                for a, b in zip(before, after, strict=True)
            ), row.key


def test_that_shaded_months_are_one_stretch_where_shocks_meet():
    stop = Event("supply_stop", "gpu", 24, 6, 0.5)
    scenario = Scenario().having(events=[replace(stop, start_month=30), stop])
    assert shocks.spans(scenario, "fleet") == ((2027.0, 2028.0),)
    assert shocks.spans(scenario, "cost") == ()
    assert shocks.spans(Scenario(), "fleet") == ()
    spec = specs.overview(simulate(scenario))["fleet"]
    assert spec.spans == ((2027.0, 2028.0),)


# Known revenue

POINTS = ((0, 1.0), (9, 3.0671), (20, 30.0))


def test_that_a_point_moves_between_its_neighbours_and_the_first_stays():
    assert revenue.moved(POINTS, 0, 5) == POINTS
    assert revenue.moved(POINTS, 1, 99)[1][0] == 19
    assert revenue.moved(POINTS, 1, -99)[1][0] == 1
    assert revenue.moved(POINTS, 2, 99)[2] == (119, 30.0)
    assert revenue.removed(POINTS, 0) == POINTS
    assert revenue.removed(POINTS, 1) == (POINTS[0], POINTS[2])


def test_that_a_point_keeps_its_digits_until_it_is_raised():
    assert revenue.raised(POINTS, 1, 1.0)[1] == (9, 3.0671)
    assert revenue.raised(POINTS, 1, 1.01)[1] == (9, 3.098)


def test_that_a_high_point_follows_the_pointer_and_a_low_one_goes_slower():
    assert revenue.dragged(1000.0, 10.0, 20) == pytest.approx(1.2)
    assert revenue.dragged(100.0, 50.0, 2) == pytest.approx(1.02**2)
    assert revenue.dragged(100.0, 50.0, -200) > 0


@given(st.integers(1, 95), st.floats(1e-6, 1e6), st.integers(-200, 200), st.floats(0.02, 50))
def test_that_whatever_is_done_to_points_the_engine_takes_it(month, level, months, factor):
    points, index = revenue.added(POINTS, month, level)
    assert points[index][0] == month
    points = revenue.raised(revenue.moved(points, index, months), index, factor)
    assert Scenario().having(revenue_anchors=points).revenue_anchors == points


def test_that_a_month_is_found_for_one_more_point():
    assert revenue.free_month(POINTS, 9, 96) == 10
    assert revenue.free_month(((0, 1.0), (1, 2.0)), 1, 2) is None


# Words


def test_that_undo_names_the_entry_of_a_list():
    row = parameter("sites")
    north, south = Site("North", 1, 0, 1, 1.0), Site("South", 1, 0, 1, 1.0)
    assert list_change(row, [north], [north, south]) == f"{row.label_text}: South added"
    assert list_change(row, [north, south], [south]) == f"{row.label_text}: North removed"
    later = replace(north, start_month=3)
    assert list_change(row, [north, south], [later, south]) == f"{row.label_text}: North"
    assert list_change(row, [north, south], []) == row.label_text


@pytest.mark.parametrize("lane", LANES, ids=lambda lane: lane.key)
def test_that_the_timeline_begins_with_the_same_entry_as_the_table(lane):
    scenario = Scenario()
    drawn = changes.added(lane, scenario, 40)[-1]
    typed = Listed(lane.key).fresh(scenario)
    assert getattr(typed, lane.start) == scenario.as_of + 1
    assert drawn == replace(typed, **{lane.start: 40})
