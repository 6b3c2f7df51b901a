"""What a frame under a moving hand does once, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from engine import Scenario, simulate
from engine.tables.parameter import Parameter
from gui.charts import specs
from gui.charts.view import PlotView
from gui.levers.row import LeverRow
from gui.window.main_window import MainWindow

HORIZONS = (96, 60, 180, 96)


class Counter(QObject):
    """Events of one kind that reach an object."""

    def __init__(self, of: QEvent.Type) -> None:
        super().__init__()
        self._of = of
        self.count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == self._of
        return False


@pytest.fixture
def shown(qapp):
    made = PlotView()
    made.resize(500, 300)
    made.show()
    yield made
    made.hide()
    made.plot.close()
    made.deleteLater()


def show(view: PlotView, months: int) -> None:
    view.show_spec(specs.power(simulate(replace(Scenario(), horizon_months=months))))
    QApplication.processEvents()


def drag_power(window: MainWindow, qtbot, frames: int) -> None:
    slider = window.levers.row("power_budget_gw").line.slider
    slider.setSliderDown(True)
    for frame in range(frames):
        slider.setValue(round(slider.maximum() * (0.4 + 0.01 * frame)))
        qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
        QApplication.processEvents()
    slider.setSliderDown(False)


def test_that_a_frame_paints_the_lever_and_its_charts_in_one_go(window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    drag_power(window, qtbot, 2)
    paints = Counter(QEvent.Type.Paint)
    panes = window.centralWidget()
    panes.installEventFilter(paints)
    slider = window.levers.row("power_budget_gw").line.slider
    window.presenter.bands.stop()
    window.levers.stop()
    qtbot.wait(100)
    paints.count = 0
    slider.setValue(round(slider.maximum() * 0.7))
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.result.scenario.power_budget_gw == window.session.scenario.power_budget_gw
    assert paints.count == 1
    panes.removeEventFilter(paints)


def test_that_the_title_is_marked_once_in_a_drag(window, qtbot):
    marks = Counter(QEvent.Type.ModifiedChange)
    window.installEventFilter(marks)
    drag_power(window, qtbot, 6)
    assert window.isWindowModified()
    assert marks.count == 1
    window.removeEventFilter(marks)


def test_that_a_drag_asks_the_row_of_its_lever_alone(window, qtbot, monkeypatch):
    asked: set[str] = set()
    plain = LeverRow.show_scenario

    def noted(row: LeverRow, scenario: Scenario) -> None:
        parameter: Parameter = row.row
        asked.add(parameter.key)
        plain(row, scenario)

    monkeypatch.setattr(LeverRow, "show_scenario", noted)
    drag_power(window, qtbot, 3)
    assert asked == {"power_budget_gw"}


def test_that_other_families_have_every_row_asked(window):
    """A lever is changed or not by its default, and that is of the families that there are."""
    before = window.session.scenario
    assert window.levers._differing(replace(before, wacc=0.2)) == {"wacc"}
    assert window.levers._differing(SimpleNamespace(families=("tpu",))) is None


def test_that_the_rows_in_sight_are_those_that_can_be_seen(window, qtbot):
    panel = window.levers
    for key in ("power_budget_gw", "wacc", "seed"):
        panel.show_lever(key)
        qtbot.waitUntil(lambda: not panel.row(key).visibleRegion().isEmpty())  # noqa: B023
        seen = [
            row
            for group in panel.groups
            for row in group.in_order()
            if row.isVisible() and not row.visibleRegion().isEmpty()
        ]
        assert list(panel._rows_in_sight()) == seen
        assert panel.row(key) in seen


def test_that_a_hidden_crosshair_is_not_measured_and_fits_once_it_is_shown(shown):
    show(shown, 96)
    shown.show_crosshair(2027.0, "Jan 2027")
    assert not shown._crosshair.boundingRect().isEmpty()
    shown.show_crosshair(float("nan"))
    assert shown._crosshair.boundingRect().isNull()
    show(shown, 180)
    shown.show_crosshair(2028.0, "Jan 2028")
    ends = shown._crosshair.mapRectToParent(shown._crosshair.boundingRect())
    plotted = shown.plot.vb.viewRect()
    assert ends.top() == pytest.approx(plotted.top())
    assert ends.bottom() == pytest.approx(plotted.bottom())
    assert shown.hovered.toPlainText() == "Jan 2028"
    assert shown.hovered.isVisible()


def test_that_the_marker_stands_from_the_bottom_to_the_top_at_its_month(shown):
    show(shown, 96)
    shown.mark_month(2028.5)
    for months in HORIZONS:
        show(shown, months)
        line = shown._marker.mapRectToParent(shown._marker.boundingRect())
        assert (line.top(), line.bottom()) == (shown._bounds.top(), shown._bounds.bottom())
        assert shown._marker.x() == 2028.5
        at = shown.mapFromScene(shown.plot.vb.mapViewToScene(shown._marker.pos()))
        column = shown.grab().toImage()
        pen = shown._marker.pen.color().rgb()
        assert any(column.pixel(at.x() + dx, at.y() - 60) == pen for dx in (-1, 0, 1))


@pytest.mark.parametrize("place", ["left", "bottom"])
def test_that_texts_laid_out_before_stand_where_new_ones_would(shown, place):
    axis = shown.plot.getAxis(place)
    for months in HORIZONS:
        show(shown, months)
        kept = [(at, text.text()) for at, text in axis._static._texts]
        axis._texts.clear()
        axis.picture = None
        axis.update()
        QApplication.processEvents()
        fresh = [(at, text.text()) for at, text in axis._static._texts]
        assert [text for _, text in kept] == [text for _, text in fresh]
        for (one, _), (other, _) in zip(kept, fresh, strict=True):
            assert (one - other).manhattanLength() < 1e-6
    assert axis._texts
