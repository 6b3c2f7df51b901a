"""What was observed, as points with whiskers beside the curves: where, and what is said."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from engine import Observed, Result, Scenario, load, simulate
from engine.resource import resource
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec, Curve, without
from gui.charts.export import Renderer
from gui.charts.labels import PlotBox, names
from gui.charts.observed import Beside, Points, points
from gui.charts.panel import ChartPanel
from gui.charts.table import SpecTable, tab_separated
from gui.charts.view import PlotView
from gui.widgets.palette import DARK, LIGHT
from gui.words import units

ROWS = {row.key: row for row in specs.ALL_CHARTS}
EPOCH = "Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0)"


@pytest.fixture(scope="module")
def result() -> Result:
    path = resource("scenarios", "public_record_2026_11.headroom")
    return simulate(load(str(path)).scenario)


def chart(result: Result, key: str, choice: str = "") -> ChartSpec:
    return specs.charts([ROWS[key]], result, {key: choice})[key]


def seen(spec: ChartSpec) -> Points:
    assert spec.observed is not None
    return spec.observed


def by_hand(*bounds: tuple[float | None, float | None, float | None]) -> ChartSpec:
    """A flat line of ten over two years, with observed values of 2026-03, a month each."""
    rows = tuple(
        Observed("h100e", f"2026-{3 + i:02d}", *bound, "H100e", "a page", "B")
        for i, bound in enumerate(bounds)
    )
    lines = (np.array(line, dtype=float) for line in zip(*bounds, strict=True))
    observed = Points(Beside("h100e"), rows, tuple(range(2, 2 + len(rows))), *lines)
    years = 2026 + np.arange(24) / 12
    curve = Curve("Line", "capacity", np.full(24, 10.0))
    return ChartSpec("k", "Title", "GW", ",.1f", years, curves=(curve,), observed=observed)


def test_that_the_power_of_the_record_stands_beside_the_charts_of_power(result):
    fleet = seen(chart(result, "fleet", "power"))
    assert fleet.places == (11, 17)  # December 2025 and June 2026, from January 2025
    assert fleet.low.tolist() == [0.992, 2.5]
    assert fleet.middle.tolist() == [1.377, 3.0]
    assert fleet.high.tolist() == [1.889, 3.5]
    ratio = result.scenario.peak_ratio
    assert ratio == 1.2
    facility = seen(chart(result, "power"))
    assert facility.middle.tolist() == pytest.approx([1.6524, 3.6])


def test_that_the_h100s_of_the_month_before_the_first_stand_at_the_left_edge(result):
    found = seen(chart(result, "h100e"))
    assert found.places == (0, 11)
    assert [row.month for row in found.rows] == ["2024-12", "2025-12"]
    assert found.middle.tolist() == pytest.approx([0.20856, 1.189574])  # millions


@pytest.mark.parametrize(
    ("start", "places"), [("2025-12", (0, 6)), ("2026-01", (0, 5)), ("2026-06", (0,))]
)
def test_that_the_points_are_dated_by_the_start_of_the_scenario(start, places):
    scenario = Scenario().having(start=start)
    found = points(Beside("it_power_gw"), scenario)
    assert found is not None
    assert found.places == places


def test_that_nothing_observed_within_the_months_draws_nothing():
    late = simulate(Scenario().having(start="2028-01"))
    assert chart(late, "power").observed is None
    rows = points(Beside("revenue_bn_per_year"), Scenario().having(start="2025-02"))
    assert rows is not None
    assert rows.rows[0].month == "2025-05"  # a flow has no month before the first


def test_that_a_chart_without_an_observed_series_has_no_points(result):
    for key, choice in (("fleet", "chips"), ("fleet", "compute"), ("cost", "economic")):
        assert chart(result, key, choice).observed is None


def test_that_the_points_are_made_once_for_months_and_units(result):
    other = simulate(result.scenario.having(wacc=0.05))
    assert chart(other, "h100e").observed is chart(result, "h100e").observed
    longer = simulate(result.scenario.having(horizon_months=60))
    assert chart(longer, "h100e").observed is not chart(result, "h100e").observed


def test_that_the_points_follow_the_shown_units(result):
    units.install(units.Units(power="MW"))
    try:
        spec = chart(result, "fleet", "power")
        assert seen(spec).middle.tolist() == [1377, 3000]
        assert spec.observed_words(0).startswith("Observed, Dec 2025: 1,377 (992 to 1,889) MW IT\n")
    finally:
        units.install(units.STANDARD)


def test_that_an_axis_grows_for_a_point_above_everything_and_for_no_other():
    assert by_hand((1.0, 2.0, 3.0)).top == 12.0  # as without
    assert by_hand((1.0, 2.0, 13.0)).top == 14.0
    assert by_hand((17.0, None, None)).top == 18.0
    assert by_hand((1.0, 2.0, 13.0)).reach == 10.0  # the scenario's own


def test_that_points_of_a_total_go_with_it_and_stay_where_it_stays(result):
    spec = chart(result, "power")
    assert without(spec, {"Limit"}).observed is spec.observed
    assert without(spec, {spec.layers[0].label}).observed is None
    assert without(by_hand((1, 2, 3)), {"Line"}).observed is None


def test_that_a_point_says_its_month_value_interval_source_and_grade(result):
    assert chart(result, "h100e").observed_words(1) == (
        f"Observed, Dec 2025: 1.19 (0.84 to 1.72) million H100e\n{EPOCH}; grade B"
    )
    assert chart(result, "power").observed_words(0) == (
        f"Observed, Dec 2025: 1.65 (1.19 to 2.27) GW\n{EPOCH}; grade B\n"
        "From IT power, times Facility over IT power at peak"
    )


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((1, 2, 3), "2.0 (1.0 to 3.0)"),
        ((1, None, None), "at least 1.0"),
        ((None, None, 3), "at most 3.0"),
        ((1, None, 3), "1.0 to 3.0"),
        ((1, 2, None), "2.0 (at least 1.0)"),
        ((None, 2, 3), "2.0 (at most 3.0)"),
        ((None, 2, None), "2.0"),
    ],
)
def test_that_a_bound_that_is_not_there_is_not_said(bounds, words):
    spec = by_hand(bounds)
    assert seen(spec).value_words(0, spec.text) == words


@pytest.fixture
def plot(qtbot):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def place(view: PlotView, month: int, value: float) -> QPointF:
    assert view.spec is not None
    return view.to_device.map(QPointF(float(view.spec.years[month]), value))


def test_that_the_pointer_on_a_whisker_is_told_of_it_and_beside_it_is_not(plot):
    plot.show_spec(by_hand((2.0, 4.0, 8.0)))
    for value in (2.0, 3.0, 4.0, 8.0):
        assert "4.0 (2.0 to 8.0)" in plot.observed_at(place(plot, 2, value))
    assert plot.observed_at(place(plot, 6, 4.0)) == ""
    assert plot.observed_at(place(plot, 2, 11.0)) == ""


def test_that_a_whisker_without_a_bound_goes_on_a_little(plot):
    plot.show_spec(by_hand((4.0, None, None)))
    at = place(plot, 2, 4.0)
    assert "at least 4.0" in plot.observed_at(at - QPointF(0, 18))
    assert plot.observed_at(at + QPointF(0, 18)) == ""
    assert plot.observed_at(at - QPointF(0, 40)) == ""


def test_that_points_side_by_side_under_the_pointer_are_told_of_together(plot):
    plot.resize(260, 400)
    both = by_hand((2.0, 4.0, 8.0), (3.0, 5.0, 9.0))
    plot.show_spec(both)
    assert seen(both).places == (2, 3)
    between = (place(plot, 2, 4.0) + place(plot, 3, 4.0)) / 2
    told = plot.observed_at(between).splitlines()
    assert [line for line in told if line.startswith("Observed")] == [
        "Observed, Mar 2026: 4.0 (2.0 to 8.0) GW",
        "Observed, Apr 2026: 5.0 (3.0 to 9.0) GW",
    ]


def test_that_hovering_shows_a_tip_with_the_source(plot, qtbot):
    plot.show_spec(by_hand((2.0, 4.0, 8.0)))
    at = place(plot, 2, 4.0).toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, plot.mapToGlobal(at))
    QApplication.sendEvent(plot.viewport(), event)
    assert "a page; grade B" in QToolTip.text()
    far = QPoint(at.x() + 200, at.y())
    QApplication.sendEvent(
        plot.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, far, plot.mapToGlobal(far))
    )
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_whiskers_are_painted_in_the_quiet_ink_of_the_palette(qtbot, palette):
    view = PlotView(palette=palette)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    spec = by_hand((2.0, 4.0, 8.0))
    view.show_spec(spec)
    at = place(view, 2, 4.0).toPoint()
    assert view.grab().toImage().pixelColor(at).name() == palette.quiet.lower()


def test_that_a_point_at_the_left_edge_is_whole_within_the_plot(plot, result):
    plot.show_spec(chart(result, "h100e"))
    left = plot.plot_area().left()
    at = place(plot, 0, 0.20856)
    assert at.x() == pytest.approx(left)
    painted = plot.grab().toImage()
    inside = QPointF(left + 4.5, at.y()).toPoint()
    assert painted.pixelColor(inside).name() == LIGHT.quiet.lower()


def test_that_no_name_is_written_over_a_whisker():
    years = 2026 + np.arange(24) / 12
    curves = (
        Curve("First", "capacity", np.full(24, 10.0)),
        Curve("Second", "demand", np.full(24, 2.0)),
    )
    box = PlotBox(600, 400, 12.0, 14, lambda text: 7.0 * len(text))
    plain = ChartSpec("k", "T", "GW", ",.1f", years, curves=curves)
    (first, *_) = names(plain, box)
    month = round((first.year - 2026) * 12)
    at = np.array([9.0]), np.array([10.5]), np.array([11.5])
    row = Observed("h100e", "2026-03", 9.0, 10.5, 11.5, "GW", "a page", "B")
    marked = ChartSpec(
        *("k", "T", "GW", ",.1f", years),
        curves=curves,
        observed=Points(Beside("h100e"), (row,), (month,), *at),
    )
    (moved,) = (name for name in names(marked, box) if name.text == "First")
    far = abs(moved.year - years[month]) / (23 / 12) * 600
    assert far > 7.0 * len("First") / 2
    assert abs(first.year - years[month]) / (23 / 12) * 600 < 7.0 * len("First") / 2


def test_that_the_table_of_a_chart_has_the_observed_values_and_their_source(result, qtmodeltester):
    spec = chart(result, "fleet", "power")
    table = SpecTable()
    table.show_spec(spec)
    qtmodeltester.check(table)
    last = table.columnCount() - 1
    assert last == len(spec.parts) + 1  # the total
    assert table.headerData(last, Qt.Orientation.Horizontal) == "Observed"
    assert table.index(11, last).data() == "1.38 (0.99 to 1.89)"
    assert EPOCH in table.index(11, last).data(Qt.ItemDataRole.ToolTipRole)
    assert table.index(12, last).data() is None
    assert "Observed" not in tab_separated(spec)  # months and numbers alone
    table.show_spec(chart(result, "fleet", "chips"))
    assert table.columnCount() == last  # nothing is observed of chips


def test_that_a_screen_reader_is_told_of_what_was_observed_in_the_month(qtbot, result):
    panel = ChartPanel(ROWS["h100e"])
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(panel.hasFocus)
    panel.show_spec(chart(result, "h100e"))
    panel.show_values(11)
    assert f"Observed, Dec 2025: 1.19 (0.84 to 1.72) million H100e\n{EPOCH}" in (
        panel.accessibleDescription()
    )
    panel.show_values(12)
    assert "Observed" not in panel.accessibleDescription()


def test_that_an_exported_picture_has_the_whiskers_and_names_them(qapp, result):
    renderer = Renderer(scale=1)
    try:
        spec = chart(result, "fleet", "power")
        bare = ChartSpec(**{**vars(spec), "observed": None})
        drawn, plain = (renderer.chart_svg(each, "caption").decode() for each in (spec, bare))
        assert ">Observed, P5 to P95<" in drawn
        assert ">Observed, P5 to P95<" not in plain
        more = drawn.count("<path") - plain.count("<path")
        assert more >= 4  # strokes and dots, each with its rim
    finally:
        renderer.close()
