"""What happens under a moving hand, and once it rests."""

from __future__ import annotations

import gc
import threading
import weakref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine import Scenario, simulate
from gui.charts import specs
from gui.charts.items import Area
from gui.charts.months import years_of
from gui.charts.value_scale import FAR, LEAST, ValueScale
from gui.charts.view import PlotView
from gui.run.band_runner import BandRunner
from gui.run.garbage import FEW, MIDDLE, OLD, YOUNG, GarbageCollector
from gui.run.interaction import Interaction


@pytest.fixture
def view(qapp):
    made = PlotView()
    yield made
    made.plot.close()
    made.deleteLater()


def test_that_the_hand_rests_once_after_the_last_move(qtbot):
    interaction = Interaction()
    times = []
    interaction.rested.connect(lambda: times.append(1))
    for _ in range(5):
        interaction.move()
        qtbot.wait(20)
    assert interaction.moving
    assert not times
    qtbot.waitUntil(lambda: not interaction.moving)
    assert times == [1]


def test_that_a_hand_with_its_button_down_never_rests(qtbot, monkeypatch):
    interaction = Interaction()
    down = [True]
    monkeypatch.setattr(interaction, "held", lambda: down[0])
    interaction.move()
    with qtbot.assertNotEmitted(interaction.rested, wait=450):
        pass
    with qtbot.waitSignal(interaction.rested):
        down[0] = False


@pytest.fixture
def searches():
    """Every search for garbage of a test: its generation, and its thread."""
    found = []

    def note(phase: str, search: dict[str, int]) -> None:
        if phase == "start":
            found.append((search["generation"], threading.current_thread()))

    gc.collect()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


@pytest.fixture
def garbage(qapp):
    found = GarbageCollector(Interaction())
    found.start()
    yield found
    found.stop()
    gc.disable()  # as the tests have it


def _make_objects() -> list[list[list[int]]]:
    """Enough for several whole searches, were Python to begin them."""
    return [[[] for _ in range(20_000)] for _ in range(40)]


def test_that_rubbish_is_searched_for_between_events_of_the_windows_thread_alone(
    garbage, searches, qtbot
):
    worker = threading.Thread(target=_make_objects)
    worker.start()
    kept = _make_objects()
    worker.join()
    assert searches == []
    assert len(kept) == 40
    qtbot.waitUntil(lambda: bool(searches))
    assert {thread for _, thread in searches} == {threading.main_thread()}


def test_that_no_long_search_for_rubbish_begins_under_a_moving_hand(garbage, searches):
    kept = [[] for _ in range(FEW)]
    gc.collect()
    searches.clear()
    for _ in range((MIDDLE + 1) * (OLD + 3)):
        kept.append([[] for _ in range(2 * YOUNG)])
        garbage._interaction.move()
        garbage.search()
    assert {generation for generation, _ in searches} == {0, 1}
    garbage._interaction.rest()
    garbage.search()
    assert searches[-1][0] == 2


def test_that_a_short_search_of_all_objects_waits_for_nobody(garbage, searches):
    gc.collect()
    gc.freeze()  # as the app does once its window shows
    try:
        garbage._interaction.move()
        for _ in range((MIDDLE + 1) * (OLD + 2)):
            kept = [[] for _ in range(2 * YOUNG)]
            garbage.search()
        assert kept
        assert 2 in {generation for generation, _ in searches}
    finally:
        gc.unfreeze()


def test_that_a_ring_is_gone_while_the_hand_still_moves(garbage, qtbot):
    class Ring:
        pass

    ring = Ring()
    ring.itself = ring
    gone = weakref.ref(ring)
    del ring
    kept = [[] for _ in range(2 * YOUNG)]
    garbage._interaction.move()
    garbage.search()
    assert gone() is None
    assert kept


def test_that_the_axis_stays_while_held_and_goes_where_it_is_wanted_after():
    scale = ValueScale()
    scale.want(10.0, 9.0)
    scale.hold(True)
    scale.want(5.0, 4.0)
    scale.want(12.0, 10.0 * FAR)
    assert scale.top == 10.0
    scale.hold(False)
    assert scale.top == 12.0


def test_that_the_axis_grows_under_the_hand_where_the_data_leave_it_by_far():
    scale = ValueScale()
    scale.want(10.0, 9.0)
    scale.hold(True)
    scale.want(16.0, 15.0)
    assert scale.top == 16.0
    scale.want(5.0, 4.0)
    assert scale.top == 16.0


def test_that_an_eased_axis_settles_step_by_step(qtbot):
    scale = ValueScale(eased=True)
    tops = []
    scale.changed.connect(tops.append)
    scale.want(10.0, 9.0)
    scale.want(20.0, 19.0)
    qtbot.waitUntil(lambda: scale.top == 20.0)
    assert len(tops) > 3
    assert tops == sorted(tops)


def test_that_without_motion_it_settles_at_once(qtbot):
    scale = ValueScale()
    scale.want(10.0, 9.0)
    scale.want(20.0, 19.0)
    assert scale.top == 20.0


def test_that_other_months_are_another_picture_once_the_hand_rests(view):
    eight_years = specs.power(simulate(Scenario()))
    three_years = specs.power(simulate(Scenario().having(horizon_months=36)))
    assert three_years.top < eight_years.top
    view.scale.eased = True
    view.show_spec(three_years)
    view.show_spec(eight_years)
    assert view.scale.top == eight_years.top
    view.hold(True)
    view.show_spec(three_years)
    assert view.scale.top == eight_years.top
    last = view.plot.vb.viewRange()[0][1]
    assert last == pytest.approx(three_years.years[-1])
    view.scale.eased = False
    view.hold(False)
    assert view.scale.top == three_years.top


def test_that_an_axis_shrinks_under_a_hand_whose_months_leave_it_nearly_empty(view):
    eight_years = specs.capacity(simulate(Scenario()))
    two_years = specs.capacity(simulate(Scenario().having(horizon_months=24)))
    assert two_years.reach < LEAST * eight_years.top
    view.show_spec(eight_years)
    view.hold(True)
    view.show_spec(two_years)
    assert view.scale.top == two_years.top


def test_that_axes_stay_under_a_dragged_lever_and_settle_once_it_is_let_go(window, qtbot):
    plot = window.pages["overview"].charts["power"].plot
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    qtbot.waitUntil(lambda: plot.scale.top == plot.scale.wanted)
    before = plot.scale.top
    for power in (2.6, 2.8, 3.0):
        window.session.edit("power_budget_gw", power, gesture=1)
        qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
        assert plot.scale.top == before
    qtbot.waitUntil(lambda: plot.scale.top == plot.scale.wanted)
    assert plot.scale.top > before


def test_that_another_file_finds_its_own_axes_at_once(window, qtbot):
    from engine import Document

    other = Scenario().having(power_budget_gw=1.0, name="Another")
    window.session.open(Document(other), None)
    assert not window.presenter.interaction.moving


def test_that_a_long_drag_has_bands_of_its_own(qtbot):
    """A coarse band is shown even where the hand has gone on meanwhile."""
    runner = BandRunner()
    seen = []
    runner.banded.connect(seen.append)
    for step in range(200):
        runner.request(Scenario().having(power_budget_gw=1 + step / 100), ["capacity_eflops"])
        qtbot.wait(5)
        if len(seen) >= 2:
            break
    runner.stop()
    assert len(seen) >= 2
    assert all(found.draws == 64 for found in seen)


def test_that_bands_come_with_the_next_frame_of_a_moving_hand(window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    shown = []
    window.presenter.shown.connect(shown.append)
    window.session.edit("power_budget_gw", 2.0, gesture=1)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    window.presenter.bands.stop()  # real ones would come between
    window.presenter._soon.stop()
    QApplication.processEvents()  # those that were on their way
    shown.clear()
    window.presenter.interaction.move()  # on a slow machine the hand would rest by now
    window.presenter._take_bands(window.presenter.ensemble)
    assert not shown
    window.session.edit("power_budget_gw", 2.1, gesture=1)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert not window.presenter._soon.isActive()


def test_that_bands_wait_only_a_moment_for_a_hand_that_stops(window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    window.session.edit("power_budget_gw", 2.0, gesture=1)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    with qtbot.waitSignal(window.presenter.shown, timeout=1000):
        window.presenter._take_bands(window.presenter.ensemble)


def test_that_the_old_band_is_kept_until_the_new_one_is_there(window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    plot = window.pages["overview"].charts["capacity"].plot
    old = window.presenter.ensemble
    window.session.edit("power_budget_gw", 2.0)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    assert plot.spec.fans
    qtbot.waitUntil(lambda: window.presenter.ensemble is not old)
    assert plot.spec.fans
    qtbot.waitUntil(lambda: window.presenter.ensemble.scenario is window.session.scenario)


def test_that_the_bands_stay_when_another_choice_of_a_chart_is_shown(window, qtbot):
    """Its own are there at once, and no chart goes back to fewer worlds."""
    finest = window.session.scenario.draws
    qtbot.waitUntil(
        lambda: window.presenter.ensemble is not None and window.presenter.ensemble.draws == finest
    )
    for key in ("cost", "unit_cost", "fleet"):
        chart = window.pages["overview"].charts[key]
        before = window.presenter.ensemble
        for place in range(chart._choice.count()):
            chart._choice.setCurrentIndex(place)
            assert bool(chart.plot.spec.fans) == (key != "fleet"), chart.choice
        qtbot.wait(250)
        assert window.presenter.ensemble is before


def test_that_a_layer_has_an_edge_along_its_bottom_and_no_ends(view):
    """A stroke down the last month read as a value of its own."""
    result = simulate(Scenario())
    power = result["facility_power_gw"]
    area = Area()
    view.show_spec(specs.power(result))
    pen = view._marker.pen
    area.set_style(area._brush, pen)
    area.set_data(years_of(result), power * 0.9, power * 1.1)
    assert [edge.size() for edge in area._edges] == [96]
    assert area._edges[0].at(95).y() == pytest.approx(power[95] * 0.9)
    assert pen.style() != Qt.PenStyle.NoPen


def test_that_an_area_with_a_gap_is_two_areas(qapp):
    area = Area()
    upper = np.array([1.0, 1.0, np.nan, 1.0, 1.0])
    area.set_data(np.arange(5.0), np.zeros(5), upper)
    assert len(area._polygons) == 2


def test_that_another_unit_is_another_picture(view):
    result = simulate(Scenario())
    view.scale.eased = True
    view.show_spec(specs.fleet(result, "chips"))
    compute = specs.fleet(result, "compute")
    view.show_spec(compute)
    assert view.scale.top == compute.top
