"""Names on lines and in layers: where they fit, over nothing else, and at rest under the hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.charts.labels import WITHIN, PlotBox, height_of, names, places
from gui.charts.month_values import entries
from gui.charts.view import PlotView

LINE = 14.0


def box(spec, width=520.0, height=300.0) -> PlotBox:
    return PlotBox(width, height, spec.top, LINE, lambda text: 6.5 * len(text))


def drawn(**values):
    result = simulate(Scenario().having(**values))
    columns = specs.fan_columns()
    bands = ensemble(result.scenario, 64, columns).bands
    return specs.overview(result, None, simulate(Scenario()), bands)


@pytest.fixture(scope="module")
def default():
    return drawn()


def test_that_the_large_layers_are_named_within_themselves(default):
    spec = default["power"]
    found = {name.text: name for name in names(spec, box(spec))}
    layers = {layer.label: layer for layer in spec.layers}
    for label in ("Google TPU", "AWS Trainium"):
        name = found[label]
        assert name.side == WITHIN
        at = height_of(name, spec, box(spec))
        value = (1 - at / 300.0) * spec.top
        span = slice(name.first, name.last)
        assert (layers[label].lower[span] < value).all()
        assert (layers[label].upper[span] > value).all()


def test_that_lines_and_the_edges_of_a_band_over_a_stack_are_named(default):
    spec = replace(default["power"], ghosts=())
    assert {"Limit", "5%"} <= {name.text for name in names(spec, box(spec))}


@pytest.mark.parametrize(
    "values",
    [{}, {"power_budget_gw": 1.2}, {"horizon_months": 24}, {"horizon_months": 180}],
    ids=["default", "short of power", "two years", "fifteen years"],
)
@pytest.mark.parametrize("size", [(520.0, 300.0), (260.0, 130.0)], ids=["wide", "small"])
def test_that_no_name_is_over_another_or_outside_the_plot(values, size):
    for spec in drawn(**values).values():
        room = box(spec, *size)
        rects = []
        found = names(spec, room)
        placed = list(places(found, spec, room))
        assert [name for name, _ in placed] == found
        for name, (middle, at) in placed:
            wide = room.measure(name.text)
            assert middle - wide / 2 >= 0
            assert middle + wide / 2 <= size[0]
            assert at - LINE / 2 >= 0
            assert at + LINE / 2 <= size[1]
            rects.append((middle - wide / 2, middle + wide / 2, at - LINE / 2))
        for (a, b, y), (c, d, z) in combinations(rects, 2):
            assert b <= c or d <= a or abs(y - z) >= LINE - 1e-9


@pytest.mark.parametrize("key", ["capacity", "power", "fleet", "cost"])
def test_that_a_name_is_measured_over_all_months_that_it_stands_over(default, key):
    """Or a line that rises behind its last letters would go through them."""
    spec = default[key]
    room = box(spec)
    across = room.across(spec.years)
    for name, (middle, _) in places(names(spec, room), spec, room):
        half = room.measure(name.text) / 2
        under = np.flatnonzero((across >= middle - half) & (across <= middle + half))
        assert name.first <= under[0]
        assert name.last > under[-1]


def test_that_a_single_line_is_named_only_where_there_are_worlds_beside_it(default):
    spec = default["unit_cost"]
    alone = replace(spec, fans=(), ghosts=())
    assert names(alone, box(alone)) == []
    beside = replace(spec, ghosts=())
    assert {"plan", "5%", "95%"} <= {name.text for name in names(beside, box(beside))}


def test_that_plan_and_total_are_named_beside_their_worlds(default):
    capacity = replace(default["capacity"], ghosts=())
    [fan] = capacity.fans
    own = np.linspace(500.0, 1000.0, len(capacity.years))
    apart = replace(fan, bounds=(own * 0.1, own * 0.2, own * 0.6, own * 0.7), median=own * 0.4)
    plan = replace(capacity.curves[0], values=own)
    beside = replace(capacity, fans=(apart,), shades=(), curves=(plan,))
    assert {"plan", "median"} <= {name.text for name in names(beside, box(beside))}
    two = replace(beside, curves=(beside.curves[0], replace(capacity.curves[1], values=own * 2)))
    assert {"Capacity, plan", "Demand"} <= {name.text for name in names(two, box(two))}
    alone = replace(two, fans=())
    assert {"Capacity", "Demand"} <= {name.text for name in names(alone, box(alone))}


def test_that_a_table_has_parts_total_worlds_and_baseline(default):
    heads = [label for label, _ in default["power"].numbers()]
    assert heads[-6:] == [
        "Total",
        "Total, median",
        "Total, 5%",
        "Total, 95%",
        "Limit, baseline",
        "Total, baseline",
    ]
    numbers = dict(default["power"].numbers())
    np.testing.assert_array_equal(numbers["Total"], default["power"].layers[-1].upper)
    assert (numbers["Total, 5%"] <= numbers["Total, median"]).all()
    heads = [label for label, _ in default["capacity"].numbers()]
    assert heads[3:6] == ["Capacity, median", "Capacity, 5%", "Capacity, 95%"]


def test_that_a_legend_says_a_month_s_median_and_range_beside_the_plan(default):
    spec = default["power"]
    total, *parts = entries(spec, 23, frozenset())
    median, low, high = (
        spec.text(line[23])
        for line in (spec.fans[0].median, spec.fans[0].bounds[0], spec.fans[0].bounds[-1])
    )
    assert total.label == "Total"
    assert total.spread == f"median {median}, {low} to {high}"
    assert {part.spread for part in parts} == {""}
    capacity = {each.label: each.spread for each in entries(default["capacity"], 23, frozenset())}
    assert capacity["Capacity"].startswith("median ")
    assert capacity["Demand"] == ""


def test_that_nothing_is_named_where_nothing_is_defined():
    nothing = dict.fromkeys(Scenario().families, 0.0)
    empty = drawn(initial_it_mw=nothing, supply_chips_per_year=nothing)
    for spec in empty.values():
        layers = {layer.label for layer in spec.layers}
        assert not layers & {name.text for name in names(spec, box(spec))}


def test_that_names_keep_their_months_while_a_hand_moves_the_lines(qapp):
    view = PlotView()
    view.resize(560, 340)
    view.show_spec(specs.power(simulate(Scenario())))
    view.grab()
    before = list(view._names)
    assert before
    view.hold(True)
    view.show_spec(specs.power(simulate(Scenario().having(power_budget_gw=2.0))))
    view.grab()
    assert view._names == before
    view.hold(False)
    view.grab()
    assert np.isfinite([height_of(n, view.spec, box(view.spec)) for n in view._names]).all()
    view.plot.close()
    view.deleteLater()


def test_that_a_chart_first_painted_under_the_hand_has_names(qapp):
    view = PlotView()
    view.resize(560, 340)
    view.hold(True)
    view.show_spec(specs.power(simulate(Scenario())))
    view.grab()
    assert view._names
    view.plot.close()
    view.deleteLater()


def test_that_names_keep_their_months_where_the_horizon_moves_under_the_hand(qapp):
    """A place beyond the last month has no height: asked for within a paint, it ended the app."""
    view = PlotView()
    view.resize(560, 340)
    view.show_spec(specs.power(simulate(Scenario())))
    view.grab()
    long = list(view._names)
    view.hold(True)
    for months in (24, 60, 180):
        spec = specs.power(simulate(Scenario().having(horizon_months=months)))
        view.show_spec(spec)
        view.grab()
        assert view._names == long
        room = box(spec)
        rects = []
        for name, (middle, at) in places(long, spec, room):
            assert name.last <= months
            half = room.measure(name.text) / 2 - 1
            assert half <= middle + 1e-9
            assert middle <= room.width - half + 1e-9
            rects.append((middle - half, middle + half, at))
        for (a, b, y), (c, d, z) in combinations(rects, 2):
            assert b <= c or d <= a or abs(y - z) > LINE - 2
    view.hold(False)
    view.show_spec(specs.power(simulate(Scenario().having(horizon_months=24))))
    view.grab()
    assert view._names
    assert all(name.last <= 24 for name in view._names)
    view.plot.close()
    view.deleteLater()
