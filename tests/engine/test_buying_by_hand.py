"""What is bought month by month, worked out by hand; in one world and in two of a kind.

Without a compiler a single world goes through the months in plain numbers (`one_world`), several as
arrays (`buying`, `repowering`): each case is asked of both, and of the compiled loop.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine.model import buying, compiled, stocks
from engine.model.arrays import HOST
from engine.model.fleet import Plan, Repowering
from engine.model.one_world import OneWorld
from engine.model.repowering import Queue
from tests.engine.plans import PLENTY, USE, bought, is_near, plan, replacing
from tests.engine.ways import COMPILED, WAYS, going


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    with going(request.param):
        yield request.param


@pytest.fixture(params=[1, 2], ids=["one world", "two worlds"])
def worlds(request: pytest.FixtureRequest, way: str) -> int:
    return int(request.param)


# Aim


def test_each_month_asks_for_what_is_missing_and_what_is_worn_out_is_bought_again(worlds):
    found = bought(worlds, 5, [300, 450, 450, 600, 600], life=2)
    # a watt of the mix has 1.5; the 200 W of month 0 are gone in month 2, the 100 W in month 3
    is_near(found.wanted, [200, 100, 200, 200, 200])
    is_near(found.by_family, [[100, 100], [50, 50], [100, 100], [100, 100], [100, 100]])
    is_near(found.peak_by_family, [[200, 800], [100, 400], [200, 800], [200, 800], [200, 800]])
    is_near(found.delivered, [200, 100, 200, 200, 200])
    assert found.taken_by_family is found.repowered is found.removed is None


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (1, [200, 200, 200, 200, 200, 200, 200]),
        (2, [200, 0, 200, 0, 200, 0, 200]),
        (3, [200, 0, 0, 200, 0, 0, 200]),
        (7, [200, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_a_plan_that_stays_buys_once_in_a_life(worlds, life, expected):
    found = bought(worlds, 7, 300, life=life)
    is_near(found.wanted, expected)
    is_near(found.delivered, expected)


def test_a_plan_that_shrinks_buys_nothing(worlds):
    found = bought(worlds, 3, [300, 150, 330])
    is_near(found.wanted, [200, 0, 20])
    is_near(found.delivered, [200, 0, 20])


def test_nothing_is_bought_of_chips_that_do_no_work(worlds):
    found = bought(worlds, 2, 300, use=[[0, 0], USE])
    is_near(found.wanted, [0, 200])


def test_lives_of_worlds_may_differ(way):
    own = plan(2, 4, 300)
    mixed = buying.buy(HOST, Plan(**{**vars(own), "life": np.array([2, 3])}))
    np.testing.assert_allclose(mixed.wanted.T, [[200, 0, 200, 0], [200, 0, 0, 200]], atol=1e-9)
    three = plan(3, 4, 300)
    mixed = buying.buy(HOST, Plan(**{**vars(three), "life": np.array([2, 1, 2])}))
    expected = [[200, 0, 200, 0], [200] * 4, [200, 0, 200, 0]]
    np.testing.assert_allclose(mixed.wanted.T, expected, atol=1e-9)


# Power


def test_no_more_is_bought_than_there_is_power_for(worlds):
    found = bought(worlds, 5, 1500, limit=[100, 100, 160, 160, 160], life=3)
    is_near(found.wanted, [1000, 900, 900, 940, 840])
    is_near(found.within_power, [100, 0, 60, 100, 0])
    is_near(found.within_budget, [100, 0, 60, 100, 0])
    is_near(found.delivered, [100, 0, 60, 100, 0])


def test_a_limit_that_falls_below_the_fleet_leaves_no_room(worlds):
    found = bought(worlds, 3, 1500, limit=[100, 40, 101])
    is_near(found.delivered, [100, 0, 1])


def test_limits_of_their_own_month_count_after_the_first_chips_have_left(worlds):
    limit = [100, 150, 120, 130, 170, 90, 200]
    found = bought(worlds, 7, 1500, limit=limit, life=3)
    is_near(found.delivered, [100, 50, 0, 80, 90, 0, 110])


def test_the_initial_fleet_takes_power_and_works_until_it_has_left(worlds):
    found = bought(worlds, 3, 290, limit=150, life=2, initial=(60, 40), initial_alive=[1, 0.5, 0])
    # it does 60 + 80 = 140, then 70
    is_near(found.delivered, [50, 50, 100])
    is_near(found.wanted, [150 / 1.5, (290 - 70 - 75) / 1.5, (290 - 75) / 1.5])


# Supply, substitution and budget


@pytest.mark.parametrize(
    ("substitution", "expected"),
    [(0.0, [30, 100]), (0.25, [30, 117.5]), (0.5, [30, 135]), (1.0, [30, 150])],
)
def test_what_one_family_lacks_others_lend_as_far_as_they_may(worlds, substitution, expected):
    found = bought(worlds, 1, 300, supplied=(30, 150), substitution=substitution)
    # 200 W wanted, 70 W unmet, 50 W to spare
    is_near(found.by_family, [expected])
    is_near(found.delivered, [sum(expected)])
    is_near(found.within_power, [200])


def test_only_who_may_substitute_lends(worlds):
    given: dict[str, Any] = {"mix": (1, 0), "supplied": (30, 80), "substitution": 0.5}
    alone = bought(worlds, 1, 100, may_substitute=(1, 0), **given)
    is_near(alone.by_family, [[30, 0]])
    helped = bought(worlds, 1, 100, may_substitute=(1, 1), **given)
    is_near(helped.by_family, [[30, 35]])
    is_near(bought(worlds, 1, 100, **given).by_family, [[30, 35]])


def test_no_more_is_bought_than_the_budget_pays_for(worlds):
    found = bought(worlds, 3, 300, budget=[60, 500, 500], limit=[PLENTY, 150, PLENTY])
    is_near(found.wanted, [200, 140, 50])
    is_near(found.within_power, [200, 90, 50])
    is_near(found.within_budget, [60, 90, 50])
    is_near(found.by_family, [[30, 30], [45, 45], [25, 25]])


# What must be taken


FIRM = {"firm": (40, 0), "supplied": (60, 100)}


@pytest.mark.parametrize(
    ("target", "given", "expected", "within"),
    [
        (150, {}, [50, 50], 100),  # a part of what is wanted anyhow
        (90, {}, [40, 20], 60),  # the rest is of the other family
        (15, {}, [40, 0], 40),  # more than is wanted
        (90, {"limit": 20}, [20, 0], 20),  # as far as power goes
        (90, {"limit": 50}, [40, 10], 50),
        (90, {"budget": 30}, [40, 0], 40),  # whatever the budget
        (90, {"budget": 45}, [40, 5], 45),
        (300, {}, [60, 100], 200),  # no more than there is
        (180, {"substitution": 1.0}, [60, 60], 120),
        (240, {"substitution": 1.0}, [60, 100], 160),
        (240, {"substitution": 0.5}, [60, 90], 160),
    ],
)
def test_what_must_be_taken_comes_first(worlds, target, given, expected, within):
    found = bought(worlds, 1, target, **{**FIRM, **given})
    is_near(found.by_family, [expected])
    is_near(found.delivered, [sum(expected)])
    is_near(found.within_budget, [within])
    is_near(found.taken_by_family, [[min(40, given.get("limit", 40)), 0]])


def test_the_budget_is_told_from_power_where_something_must_be_taken(worlds):
    found = bought(worlds, 1, 90, **FIRM, budget=45)
    is_near(found.within_power, [60])
    is_near(found.wanted, [60])
    found = bought(worlds, 1, 15, **FIRM, budget=45)
    is_near(found.within_power, [40])
    is_near(found.within_budget, [40])


def test_what_must_be_taken_of_a_family_outside_the_mix_is_got_and_lends_no_more(worlds):
    given: dict[str, Any] = {"mix": (1, 0), "firm": (0, 40), "substitution": 0.5}
    ample = bought(worlds, 1, 100, supplied=(60, 100), may_substitute=(1, 0), **given)
    is_near(ample.by_family, [[60, 40]])
    short = bought(worlds, 1, 100, supplied=(30, 100), may_substitute=(1, 0), **given)
    is_near(short.by_family, [[30, 40]])
    # 30 W unmet and 60 W to spare
    lent = bought(worlds, 1, 100, supplied=(30, 100), may_substitute=(1, 1), **given)
    is_near(lent.by_family, [[30, 55]])


def test_what_is_taken_of_two_families_is_cut_alike_where_power_is_short(worlds):
    found = bought(worlds, 2, 1500, firm=[(60, 20), (0, 0)], limit=[40, 50])
    is_near(found.taken_by_family, [[30, 10], [0, 0]])
    is_near(found.by_family, [[30, 10], [5, 5]])


# Old chips that make way. One family: 100 W of 1 each, of which 10 W leave a month; from month 2
# on new ones are of 4. Half of what they can do is put to use.

OF_ONE: dict[str, Any] = {
    "peak": [[1], [1], [4], [4], [4], [4]],
    "use": (0.5,),
    "initial": (100,),
    "life": 10,
    "limit": 100,
}


def test_old_chips_make_way_for_new_ones_where_power_is_short(worlds):
    found = bought(worlds, 6, 200, **OF_ONE, repowering=replacing(0.5, 0.25, 2))
    is_near(found.repowered, [0, 0, 22.5, 22.5, 18.75, 4.6875])
    is_near(found.delivered, [0, 10, 32.5, 32.5, 28.75, 4.6875])
    is_near(found.by_family[:, 0], [0, 10, 32.5, 32.5, 28.75, 4.6875])
    is_near(found.peak_by_family[:, 0], [0, 10, 130, 130, 115, 18.75])
    # what is asked for is said as of after that
    is_near(found.wanted, [300, 310, 83.125, 58.75, 33.4375, 5.859375])
    is_near(found.within_power, [0, 10, 32.5, 32.5, 28.75, 4.6875])
    gone = found.removed
    assert gone is not None
    left = gone.watts_through[1:] - gone.watts_alive
    is_near(left[:, 0], [0, 10, 42.5, 75, 103.75, 108.4375])
    left = gone.peak_of_lots + gone.peak_rest
    is_near(left[:, 0], [0, 10, 42.5, 75, 103.75, 108.4375])
    is_near(gone.head[:, 0], [0, 0, 0, 0, 2, 2])  # after the initial fleet and the empty lot
    is_near(gone.part[:, 0], [0, 0.1, 0.425, 0.75, 0.375, 0.84375])
    is_near(gone.watts_through[:, 0], [100, 100, 110, 142.5, 175, 203.75, 208.4375])
    is_near(gone.peak_through[:, 0], [100, 100, 110, 240, 370, 485, 503.75])


def test_what_is_there_leaves_and_serves_follows_the_queue(worlds):
    found = bought(worlds, 6, 200, **OF_ONE, repowering=replacing(0.5, 0.25, 2))
    gone, initial = found.removed, np.full((1, worlds), 100.0)
    assert gone is not None
    is_near(stocks.left_of(HOST, found.by_family, initial, gone)[:, 0], [100] * 6)
    leaving = stocks.leaving_of(HOST, found.by_family, initial, gone)
    is_near(leaving[:, 0], [0, 10, 32.5, 32.5, 28.75, 4.6875])
    # the same counted in things of which a watt of the initial fleet has 3, of any later one 1
    others = stocks.left_of(HOST, found.by_family, 3 * initial, gone)
    is_near(others[:, 0], [300, 280, 215, 150, 100, 100])
    for wait, expected in (
        (0, [100, 100, 197.5, 295, 381.25, 395.3125]),
        (1, [100, 90, 67.5, 165, 266.25, 376.5625]),
        (2, [100, 90, 57.5, 35, 136.25, 261.5625]),
        (9, [100, 90, 57.5, 25, 0, 0]),
    ):
        serving = stocks.serving_of(HOST, gone, np.array([[wait]]))
        is_near(serving[:, 0], expected)


def test_one_queue_is_that_of_worlds_that_differ_in_what_is_counted_and_in_how_long_chips_wait():
    found = bought(1, 6, 200, **OF_ONE, repowering=replacing(0.5, 0.25, 2))
    gone, things = found.removed, np.array([[100.0, 300.0]])
    assert gone is not None
    both = found.by_family * np.array([1.0, 2.0])
    left = stocks.left_of(HOST, both, things, gone)
    expected = [[100] * 6, [300, 290, 257.5, 225, 200, 200]]
    np.testing.assert_allclose(left[:, 0].T, expected)
    leaving = stocks.leaving_of(HOST, both, things, gone)
    np.testing.assert_allclose(leaving.sum(axis=0)[0], [108.4375, 316.875])
    np.testing.assert_allclose(leaving[:2, 0].T, [[0, 10], [0, 30]])
    serving = stocks.serving_of(HOST, gone, np.array([[1, 0, 9]]))
    np.testing.assert_allclose(serving[[1, 3, 5], 0].T, [[90, 165, 376.5625], [100, 295, 395.3125],
                                                        [90, 25, 0]])  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"threshold": 0.25}, 0),  # 1 is a quarter of 4, and stays
        ({"threshold": 0.2501}, 22.5),
        ({"begins": 3}, 0),
        ({"most": 0.01}, 0.9),
        ({"most": 1.0}, 67.5),
        ({"supplied": (15,)}, 5),
        ({"supplied": (8,)}, 0),
        ({"budget": 14}, 4),
        ({"limit": [100, 100, 90, 0]}, 22.5),  # just enough for what is there
        ({"limit": [100, 100, 89, 0]}, 0),  # what is there draws too much as it is
        ({"target": 55}, 0),  # 20 missing: 5 W of new chips, for which there is room
        ({"target": 77}, 6),
    ],
)
def test_no_more_makes_way_than_may_and_than_there_are_new_ones_for(worlds, given, expected):
    terms = {"threshold": 0.5, "most": 0.25, "begins": 2}
    changed = {key: given.get(key, value) for key, value in terms.items()}
    others = {key: value for key, value in given.items() if key not in (*terms, "target")}
    own = {**OF_ONE, **others, "peak": [[1], [1], [4], [4]]}
    found = bought(worlds, 4, given.get("target", 200), **own, repowering=replacing(**changed))
    is_near(found.repowered[2:3], [expected])
    assert (found.repowered[:2] == 0).all()


def test_two_families_make_way_in_proportion_to_what_is_old(worlds):
    found = bought(
        worlds, 2, 400, peak=[(1, 1), (4, 4)], use=(1, 1), initial=(30, 10), life=10, limit=40,
        repowering=replacing(0.5, 0.25, 1),
    )  # fmt: skip
    is_near(found.repowered, [0, 9])
    is_near(found.by_family, [[0, 0], [6.5, 6.5]])
    is_near(found.wanted, [360, 93.25])
    assert found.removed is not None
    left = found.removed.watts_through[1:] - found.removed.watts_alive
    is_near(left, [[0, 0], [9.75, 3.25]])
    is_near(found.removed.part, [[0, 0], [0.325, 0.325]])
    # of 3 and 5 things in a watt of the two initial fleets, and 1 in any later one
    things = np.array([[90.0], [50.0]])
    left = stocks.left_of(HOST, found.by_family, things, found.removed)
    is_near(left, [[90, 50], [67.25, 40.25]])
    leaving = stocks.leaving_of(HOST, found.by_family, things, found.removed)
    is_near(leaving, [[0, 0], [29.25, 16.25]])


@pytest.mark.parametrize(
    ("substitution", "of_the_other", "repowered"), [(1.0, 9.1, 10.1), (0.0, 1.41, 2.41)]
)
def test_no_more_makes_way_than_the_mix_itself_asks_for_and_than_comes(
    worlds, substitution, of_the_other, repowered
):
    found = bought(
        worlds, 2, 400, peak=[(1, 1), (4, 4)], use=(1, 1), mix=(0.9, 0.1), initial=(30, 10),
        life=10, limit=40, supplied=[(0, 0), (5, 12)],
        substitution=substitution,
        repowering=replacing(0.5, 1.0, 1),
    )  # fmt: skip
    # of 91 W wanted 5 and 9.1 can be had by the mix, 4 of them where there is room; of the 14.1
    # that then fit, 5 and 1.41 are bought, and all others lent
    is_near(found.repowered, [0, repowered])
    is_near(found.by_family, [[0, 0], [5, of_the_other]])


def test_what_is_behind_a_lot_that_is_good_enough_stays(worlds):
    found = bought(
        worlds, 5, 500, peak=[[1], [4], [1], [8], [8]], limit=[10, 20, 30, 30, 30], life=50,
        use=(0.5,), repowering=replacing(0.25, 0.5, 3),
    )  # fmt: skip
    is_near(found.repowered, [0, 0, 0, 10, 0])
    is_near(found.wanted, [1000, 247.5, 950, 118.75, 108.75])
    assert found.removed is not None
    is_near(found.removed.head[:, 0], [1, 1, 1, 2, 2])


def test_a_lot_of_nothing_stops_nobody(worlds):
    found = bought(
        worlds, 4, 500, peak=[[1], [8], [1], [4]], limit=[10, 10, 20, 20], life=50,
        use=(0.5,), repowering=replacing(0.5, 1.0, 3),
    )  # fmt: skip
    is_near(found.repowered, [0, 0, 0, 20])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_good_enough_is_so_by_the_mix_of_the_month(worlds, order):
    def placed(*rows: tuple[float, float]) -> list[list[float]]:
        return [[row[place] for place in order] for row in rows]

    found = bought(
        worlds, 5, 500, peak=placed((1, 1), (2, 1), (4, 1), (4, 1), (4, 1)), use=(0.5, 0.5),
        mix=placed((1, 0), (1, 0), (1, 0), (0, 1), (1, 0)), initial=placed((20, 0))[0], life=20,
        limit=20, repowering=replacing(0.5, 0.5, 1),
    )  # fmt: skip
    is_near(found.repowered, [0, 0, 9.5, 0, 7.5])
    # in month 3 all that is there is as good as what comes; in month 4 that is old, too
    is_near(found.by_family, placed((0, 0), (1, 0), (10.5, 0), (0, 1), (8.5, 0)))
    is_near(found.wanted, [980, 981 / 2, 247.375, 948.5, 239])


def test_a_queue_lets_go_by_age_as_a_fleet_without_one_does(worlds):
    given: dict[str, Any] = {"peak": [[1]], "initial": (10,), "life": 2, "limit": 10}
    with_queue = bought(worlds, 6, 1000, **given, repowering=replacing(0.01, 1.0, 0))
    is_near(with_queue.delivered, [0, 5, 5, 5, 5, 5])
    is_near(bought(worlds, 6, 1000, **given).delivered, [0, 5, 5, 5, 5, 5])
    assert with_queue.removed is not None
    left = with_queue.removed.watts_through[1:] - with_queue.removed.watts_alive
    is_near(left[:, 0], [0, 5, 10, 15, 20, 25])
    is_near(with_queue.removed.head[:, 0], [0, 0, 2, 3, 4, 5])


def test_worlds_replace_by_terms_of_their_own(way):
    own = plan(3, 3, 200, **{**OF_ONE, "peak": [[1], [1], [4]]}, repowering=replacing(0.5, 0.25, 2))
    terms = Repowering(
        np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.25, 0.1]), np.array([2.0, 0.0, 2.0]), 0
    )
    lives = np.array([10, 10, 20])
    found = buying.buy(HOST, Plan(**{**vars(own), "repowering": terms, "life": lives}))
    assert found.repowered is not None
    np.testing.assert_allclose(found.repowered[2], [22.5, 0, 9.5])
    np.testing.assert_allclose(found.delivered[1:], [[10, 10, 5], [32.5, 10, 14.5]])


# Parts


def test_each_way_is_really_taken(monkeypatch, worlds, way):
    ways: list[str] = []
    go, begin, buy = OneWorld.go, Queue.begin, compiled.buy
    monkeypatch.setattr(OneWorld, "go", lambda *of: ways.append("numbers") or go(*of))
    monkeypatch.setattr(Queue, "begin", lambda *of: ways.append("arrays") or begin(*of))
    monkeypatch.setattr(compiled, "buy", lambda *of: ways.append(COMPILED) or buy(*of))
    bought(worlds, 4, 200, **{**OF_ONE, "peak": [[1]]}, repowering=replacing(0.5, 0.25, 2))
    expected = ["numbers"] if worlds == 1 else ["arrays"] * 4
    assert ways == ([COMPILED] if way == COMPILED else expected)
