"""Edges of charts under a moving hand: coarse where a frame has no time for fine ones."""

from __future__ import annotations

from typing import Any

import pytest

from engine import Scenario, simulate
from gui.charts import specs
from gui.charts.edges import IN_A_ROW, MOST, Edges
from gui.charts.view import PlotView

SHARE = 0.3  # of what all may take, of one chart: no one alone takes too long


class Told:
    """A view that says what it is told to have taken, and keeps how it is held."""

    def __init__(self) -> None:
        self.took = 0.0
        self.held: list[tuple[bool, bool]] = []

    def painted(self) -> float:
        return self.took

    def hold(self, held: bool, *, coarse: bool = False) -> None:
        self.held.append((held, coarse))


def page() -> tuple[list[Told], Edges]:
    views = [Told() for _ in range(5)]
    return views, Edges(views)


def frames(edges: Edges, views: list[Told], *took: float) -> list[bool]:
    """Whether edges are coarse in each frame, after one that took so much of `MOST` a chart."""
    for share in took:
        for view in views:
            view.took = share * MOST
        edges.hold(True)
    assert all(view.held == views[0].held for view in views)
    return [coarse for _, coarse in views[0].held]


def test_that_edges_are_coarse_where_the_charts_of_a_page_take_too_long_together() -> None:
    views, edges = page()
    assert len(views) * SHARE > 1
    shares = [SHARE] * (IN_A_ROW + 2)
    assert frames(edges, views, *shares) == [False] * IN_A_ROW + [True, True]


def test_that_one_slow_frame_leaves_edges_fine() -> None:
    views, edges = page()
    assert not any(frames(edges, views, 0, SHARE, 0, SHARE, 0))


def test_that_what_was_painted_before_the_hand_came_does_not_count() -> None:
    views, edges = page()
    assert not any(frames(edges, views, 10, *[0] * IN_A_ROW))


def test_that_coarse_edges_stay_until_the_hand_rests() -> None:
    views, edges = page()
    assert frames(edges, views, *[SHARE] * (IN_A_ROW + 1), 0, 0)[-2:] == [True, True]
    edges.hold(False)
    assert views[0].held[-1] == (False, False)
    assert frames(edges, views, 0)[-1] is False


@pytest.mark.parametrize("scale", [None, 2.0])
def test_that_a_view_does_as_it_is_told_and_a_picture_is_always_fine(
    qapp: object, scale: float | None
) -> None:
    view = PlotView(scale=scale)
    view.show_spec(specs.capacity(simulate(Scenario())))
    fine = [item.smooth for items in view._items for item in items]
    assert fine
    assert all(fine)
    view.hold(True, coarse=True)
    assert {item.smooth for items in view._items for item in items} == {scale is not None}
    view.hold(False)
    assert all(item.smooth for items in view._items for item in items)
    view.plot.close()
    view.deleteLater()


def test_that_a_view_says_what_its_paints_took_once(qapp: object) -> None:
    view = PlotView()
    view.show_spec(specs.capacity(simulate(Scenario())))
    view.grab()
    assert view.painted() > 0
    assert view.painted() == 0
    view.plot.close()
    view.deleteLater()


def test_that_the_charts_of_the_overview_are_judged_together(window: Any) -> None:
    page = window.pages["overview"]
    assert list(page.edges.views) == [chart.plot for chart in page.charts.values()]
