"""Claims as marks in charts: at what was claimed, on its own layer, met or missed."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPointF

from engine import Scenario, simulate
from gui.charts import specs
from gui.charts.labels import PlotBox, apart, names, places, rects
from gui.charts.view import PlotView
from gui.document import templates
from gui.words import units

ROWS = {row.key: row for row in specs.ALL_CHARTS}
MONTH = 23  # December 2026


@pytest.fixture(scope="module")
def result():
    return simulate(templates.default_document().scenario)


def chart(result, key: str, choice: str = ""):
    return specs.charts([ROWS[key]], result, {key: choice})[key]


def box(spec) -> PlotBox:
    return PlotBox(520.0, 300.0, spec.top, 14.0, lambda text: 6.5 * len(text))


def test_that_a_million_tpus_stand_on_their_layer_and_rainier_on_its_own(result):
    spec = chart(result, "fleet", "chips")
    tpu, trainium = spec.marks
    assert (tpu.place, tpu.value) == (MONTH, pytest.approx(1.0))
    assert tpu.text == "✓ A million TPUs: met"
    tpus = next(layer for layer in spec.layers if layer.role == "tpu")
    assert trainium.place == 11
    assert trainium.value == pytest.approx(float(tpus.upper[11]) + 0.1)


def test_that_a_gigawatt_is_measured_as_the_chart_measures_power(result):
    [mark] = chart(result, "power").marks
    assert mark.value == pytest.approx(result.scenario.peak_ratio)
    [mark] = chart(result, "fleet", "power").marks
    assert mark.value == pytest.approx(1.0)
    units.install(units.Units("MW", "USD", 1.0))
    [mark] = chart(result, "fleet", "power").marks
    assert mark.value == pytest.approx(1000.0)


def test_that_tens_of_billions_are_marked_on_what_was_signed_to_date(result):
    spec = chart(result, "cost", "signed_by_family@to_date")
    [mark] = spec.marks
    assert mark.value == pytest.approx(10.0)
    assert chart(result, "cost", "signed_by_family").marks == ()
    assert spec.unit == "$bn"


def test_that_a_mark_says_missed_where_the_plan_has_less_and_is_in_sight(result):
    none = simulate(Scenario().having(mix={"tpu": 0.0, "trainium": 0.5, "gpu": 0.5}))
    mark = chart(none, "fleet", "chips").marks[0]
    assert not mark.met
    assert mark.text == "✗ A million TPUs: missed"
    assert chart(none, "fleet", "chips").top > mark.value


@pytest.mark.parametrize("key", ["power", "fleet"])
def test_that_no_name_stands_on_a_claim(result, key):
    spec = chart(result, key, next(iter(ROWS[key].choices), ""))
    said = [rect for *_, rect in rects(spec, box(spec)) if rect is not None]
    assert len(said) == len(spec.marks)
    for left, top, right, bottom in said:
        assert left >= 0
        assert right <= 520
        assert 0 <= top < bottom <= 300
    for name, (x, y) in places(names(spec, box(spec)), spec, box(spec)):
        half = 6.5 * len(name.text) / 2
        assert apart((x - half + 1, y - 6, x + half - 1, y + 6), said), name.text


@pytest.mark.parametrize("width", [90.0, 150.0, 200.0, 240.0, 300.0])
@pytest.mark.parametrize("height", [60.0, 90.0, 140.0])
@pytest.mark.parametrize("key", ["power", "fleet"])
def test_that_a_claim_s_words_cover_no_mark_and_no_whisker_in_a_small_plot(
    result, key, height, width
):
    spec = chart(result, key, next(iter(ROWS[key].choices), ""))
    small = PlotBox(width, height, spec.top, 14.0, lambda text: 6.5 * len(text))
    found = list(rects(spec, small))
    assert found
    for _, _, rect in found:
        if rect is None:
            continue
        assert rect[0] >= 0
        assert rect[2] <= width
        for _, (x, y), _ in found:
            assert apart((x - 4, y - 4, x + 4, y + 4), [rect])


def test_that_a_claim_s_words_stand_over_or_under_their_mark_where_no_side_has_room(result):
    [mark] = chart(result, "power").marks
    spec = chart(result, "power")
    wide = 6.5 * len(mark.text)
    small = PlotBox(wide + 8, 220.0, spec.top, 14.0, lambda text: 6.5 * len(text))
    [(_, (_, y), rect)] = rects(spec, small)
    assert rect is not None
    assert rect[3] < y or rect[1] > y
    [(_, _, rect)] = rects(spec, PlotBox(wide - 1, 120.0, spec.top, 14.0, small.measure))
    assert rect is None


def test_that_a_pointer_on_a_mark_reads_the_claim_and_its_source(qtbot, result):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    spec = chart(result, "fleet", "chips")
    view.show_spec(spec)
    view.grab()
    at = view.to_device.map(QPointF(float(spec.years[MONTH]), spec.marks[0].value))
    assert "Claimed for Dec 2026: Up to one million Google TPUs." in view.observed_at(at)
    assert view.observed_at(QPointF(at.x() + 60, at.y() + 40)) == ""


def test_that_the_grid_lies_under_the_layers(qtbot, result):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    spec = chart(result, "fleet", "chips")
    view.show_spec(dataclasses.replace(spec, marks=()))
    picture = view.grab().toImage()
    layer = next(layer for layer in spec.layers if layer.role == "tpu")
    plain = 0
    for month in range(48, 90, 2):
        top, bottom = (
            view.to_device.map(QPointF(float(spec.years[month]), float(edge[month])))
            for edge in (layer.upper, layer.lower)
        )
        x = round(top.x())
        column = {picture.pixel(x, y) for y in range(round(top.y()) + 5, round(bottom.y()) - 4)}
        assert bottom.y() - top.y() > 60  # several lines of the grid are behind it
        plain += len(column) == 1
    assert plain > 5  # elsewhere a name or an edge stands
