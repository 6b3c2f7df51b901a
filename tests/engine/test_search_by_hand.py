"""Boxes and ways to a target whose answer is known: counted worlds, planes, circles, jumps."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.alone import alone
from engine.analysis.breakpoints import Breakpoints, Condition
from engine.analysis.kpi import at
from engine.analysis.prim import Box, Score, Search
from engine.analysis.reach import Reach
from engine.analysis.solve import solve
from engine.analysis.uncertain import uncertain_inputs
from engine.analysis.variants import Lever

SCENARIO = Scenario()
NAN = math.nan


# Break-points in words


def test_a_condition_says_its_sides_with_the_unit_once():
    assert str(Condition("grid delay", "months", 3.14159, 9.0)) == (
        "grid delay: between 3.14 and 9 months"
    )
    assert (
        str(Condition("grid delay", "months", 3.14159, None)) == "grid delay: at least 3.14 months"
    )
    assert str(Condition("price", "", None, 1.25)) == "price: at most 1.25"
    assert str(Condition("price", "", 0.5, 1.25)) == "price: between 0.5 and 1.25"


def test_break_points_say_when_it_fails_and_how_well_that_tells():
    some = (Condition("a", "", 1.0, None), Condition("b", "months", None, 2.0))
    assert str(Breakpoints(some, 0.3, 0.256, 0.914)) == (
        "It fails when all of this holds: a: at least 1; b: at most 2 months. 26% of the failing "
        "worlds are like that, and 91% of the worlds like that fail."
    )
    assert str(Breakpoints(some, 0.3, 0.004, 0.99885)).endswith(
        ". Under 1% of the failing worlds are like that, and over 99% of the worlds like that fail."
    )
    assert "100% of the worlds like that" in str(Breakpoints(some, 0.3, 0.5, 1.0))
    assert str(Breakpoints((), 0.0, 1.0, 0.0)) == "No world fails."
    assert str(Breakpoints((), 1.0, 1.0, 1.0)) == "Every world fails."
    assert str(Breakpoints((), 0.5, 1.0, 0.5)) == ("No condition tells the failing worlds apart.")


def test_a_box_holds_its_edges_and_is_scored_by_counting():
    inputs = np.array([[1.0, 2, 3, 4, 5, 6, 7, 8], [0.0, 1, 0, 1, 0, 1, 0, 1]])
    fails = np.array([0, 0, 1, 1, 1, 0, 0, 1], bool)
    box = Box.open(2).having(0, 0, 3.0).having(1, 0, 6.0)
    assert box.holds(inputs).tolist() == [False, False, True, True, True, True, False, False]
    assert box.limits == [(0, 0), (1, 0)]
    assert box.without(1, 0).holds(inputs).tolist() == [False] * 2 + [True] * 6
    assert box.without(0, 0).holds(inputs).tolist() == [True] * 6 + [False] * 2
    score = Search(inputs, fails).score(box)
    # three of four failing worlds and one of the four others are inside
    assert (score.coverage, score.density, score.balance) == (0.75, 0.75, 0.5)
    nothing = Search(inputs, fails).score(box.having(0, 1, 2.0))
    assert (nothing.coverage, nothing.density, nothing.balance) == (0, 0, 0)
    assert Score(0.75, 0.5).reaches(Score(0.75, 0.5))
    assert not Score(0.75, 0.5).reaches(Score(0.76, 0.5))
    assert not Score(0.75, 0.5).reaches(Score(0.75, 0.51))


@pytest.mark.parametrize("way", ["by the box", "by the edge"])
def test_peeling_goes_on_to_a_box_of_a_twentieth_of_the_worlds_and_no_further(way):
    for worlds, left in ((20, 1), (40, 2), (41, 3)):
        inputs, fails = np.arange(float(worlds))[None], np.arange(worlds) == worlds - 1
        boxes = Search(inputs, fails).peeled(way)
        assert boxes[0].holds(inputs).sum() == worlds
        assert boxes[-1].holds(inputs).sum() == left
        assert boxes[-1].holds(inputs)[-1]


@pytest.mark.parametrize("draws", [0, -1, 2.5, True])
def test_inputs_of_no_worlds_are_refused_by_that_name(draws):
    with pytest.raises(ValueError, match=r"^draws .*: allowed are whole numbers from 1 to"):
        uncertain_inputs(SCENARIO, draws, 5)


# The way to a target


def reached(misses, start, steps=None, tolerance=1e-6):
    start = np.array(start, float)
    steps = np.zeros(len(start)) if steps is None else np.array(steps)
    search = Reach(start, lambda places: np.array([misses(p) for p in places]), tolerance, steps)
    place, miss = search.nearest()
    return search, place, miss


def test_the_nearest_place_of_a_plane_is_along_its_steepest_lever_alone():
    search, place, miss = reached(lambda p: p[0] + 2 * p[1] + 3 * p[2] - 2.7, [0.1, 0.2, 0.2])
    # from 1.1 to 2.7 with 3 for a whole slider; all three together would move 0.69 of one
    assert place == pytest.approx([0.1, 0.2, 0.2 + 1.6 / 3], abs=2e-3)
    assert abs(miss) <= 1e-6
    assert (search.crossed, search.flat) == (True, False)
    assert np.count_nonzero(place != [0.1, 0.2, 0.2]) == 1


def test_what_comes_to_its_end_stays_there_and_the_others_go_on():
    _, place, miss = reached(lambda p: 3 * p[0] + p[1] - 3.6, [0.8, 0.1])
    # the steepest alone would be beyond 1
    assert place == pytest.approx([1.0, 0.6], abs=2e-3)
    assert abs(miss) <= 1e-6


def test_a_round_target_is_met_on_the_near_side_from_outside_and_from_inside():
    def circle(p):
        return (p[0] - 0.5) ** 2 + (p[1] - 0.5) ** 2 - 0.09

    _, place, _ = reached(circle, [0.0, 0.5])
    assert place == pytest.approx([0.2, 0.5], abs=2e-3)
    _, place, _ = reached(circle, [0.7, 0.5])
    assert place == pytest.approx([0.8, 0.5], abs=2e-3)


def test_a_number_that_never_moves_is_flat_and_one_that_stays_short_ends_nearest():
    search, place, miss = reached(lambda p: -2.0, [0.3, 0.3])
    assert (search.crossed, search.flat) == (False, True)
    assert (place.tolist(), miss) == ([0.3, 0.3], -2.0)
    search, place, miss = reached(lambda p: p[0] - p[1] - 4, [0.3, 0.3])
    assert (search.crossed, search.flat) == (False, False)
    assert place == pytest.approx([1, 0])
    assert miss == pytest.approx(-3)


def test_of_a_jump_the_side_that_misses_less_is_given():
    search, place, miss = reached(lambda p: 1.0 if p[0] > 0.6 else -3.0, [0.2])
    assert search.crossed
    assert (place[0], miss) == (pytest.approx(0.6, abs=1e-6), 1.0)
    search, place, miss = reached(lambda p: 3.0 if p[0] > 0.6 else -1.0, [0.2])
    assert search.crossed
    assert miss == -1.0


def test_an_undefined_start_is_left_for_where_the_target_is_met():
    _, place, miss = reached(lambda p: p[0] - 0.7 if p[0] >= 0.4 else NAN, [0.1])
    assert abs(miss) <= 0.31
    assert place[0] >= 0.4


def test_seven_levers_find_what_lies_in_no_scanned_corner():
    # more levers than corners are looked at for
    weights = np.array([1.0, -1, 2, 0.5, 1, -2, 1])
    start = np.full(7, 0.5)
    _, place, miss = reached(lambda p: float(weights @ (p - 0.5)) - 0.6, start)
    assert abs(miss) <= 1e-6
    # 0.6 by one of those with weight 2, or by both
    assert np.abs(place - start).sum() == pytest.approx(0.3, rel=0.01)
    assert set(np.flatnonzero(place != start).tolist()) <= {2, 5}


def test_a_target_that_lies_between_all_places_looked_at_is_found_downhill():
    """A diamond as wide as a fiftieth of a slider: one place beyond the target is known."""
    middle = np.array([0.437, 0.561])
    search, place, miss = reached(lambda p: float(np.abs(p - middle).sum()) - 0.01, [0.2, 0.2])
    assert search.crossed
    assert abs(miss) <= 1e-6
    assert np.abs(place - middle).sum() == pytest.approx(0.01, abs=1e-5)


def alone_of(misses, start, tolerance=1e-6):
    start = np.array(start, float)
    places = alone(start, lambda places: np.array([misses(p) for p in places]), tolerance)
    return [place.tolist() for place in places]


def test_each_lever_alone_goes_as_far_as_the_target_asks_the_shortest_first():
    found = alone_of(lambda p: p[0] + 3 * p[1] - 2.2, [0.4, 0.4])
    assert found == [[0.4, pytest.approx(0.6)], [pytest.approx(1.0), 0.4]]
    assert alone_of(lambda p: p[0] + 3 * p[1] - 2.3, [0.4, 0.4]) == [[0.4, pytest.approx(1.9 / 3)]]


def test_a_lever_alone_goes_to_the_nearer_side_and_never_over_what_is_undefined():
    [[place]] = alone_of(lambda p: 0.04 - (p[0] - 0.5) ** 2, [0.4])
    assert place == pytest.approx(0.3)  # not 0.7
    assert alone_of(lambda p: p[0] - 0.9 if p[0] < 0.5 or p[0] > 0.8 else NAN, [0.4]) == []
    assert alone_of(lambda p: NAN, [0.4]) == []


def test_a_lever_alone_ends_just_beyond_a_jump():
    [[place]] = alone_of(lambda p: 2.0 if p[0] > 0.6 else -1.0, [0.2])
    assert 0.6 < place < 0.6 + 1e-9


@pytest.mark.parametrize(("levers", "corners"), [(5, 32), (6, 64), (7, 0)])
def test_of_up_to_six_levers_every_corner_is_looked_at(levers, corners):
    asked = set()

    def misses(place):
        asked.add(tuple(place.tolist()))
        return -1.0

    reached(misses, [0.5] * levers)
    at_corners = [place for place in asked if set(place) <= {0.0, 1.0}]
    assert len(at_corners) == corners


def test_a_solution_names_the_levers_at_their_ends_and_what_binds_in_its_month():
    unlocked = [Lever("availability"), Lever("wacc")]
    for month, binding in ((5, "supply"), (60, "power")):
        found = solve(SCENARIO, at("capacity_eflops", month), 1e9, unlocked)
        assert (found.reached, found.why) == (False, "too far")
        assert found.at_end == (Lever("availability"),)
        assert found.moved == ((Lever("availability"), 0.9, 1.0),)
        best = simulate(SCENARIO.having(availability=1.0))["capacity_eflops"][month]
        assert found.value == pytest.approx(best)
        assert found.binding == binding
