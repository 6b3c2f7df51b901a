"""What is dragged over a chart: a file is the window's, and all else is nobody's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from engine import Document, Scenario
from engine.files import scenario_files

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def middle_of(widget: QWidget) -> QPoint:
    """In its window."""
    return widget.mapTo(widget.window(), widget.rect().center())


def drag(window: QWidget, data: QMimeData, *places: QPoint) -> None:
    """Over the window, as the system says it: Qt itself finds who is under the hand."""
    handle = window.windowHandle()
    first, *others = places
    QApplication.sendEvent(handle, QDragEnterEvent(first, COPY, data, LEFT, NONE))
    for place in (first, *others):
        QApplication.sendEvent(handle, QDragMoveEvent(place, COPY, data, LEFT, NONE))


@pytest.fixture
def chart(window) -> QGraphicsView:
    return next(iter(window.overview.charts.values())).plot


def test_that_no_chart_takes_part_in_a_drag(window):
    for key in ("overview", "fleet", "compare"):
        window.pages.show_key(key)
    views = window.findChildren(QGraphicsView)
    assert len(views) > 4
    assert not any(view.acceptDrops() or view.viewport().acceptDrops() for view in views)


def test_that_text_dragged_across_a_chart_to_the_levers_leaves_nothing_in_the_log(
    window, chart, qtlog
):
    text = QMimeData()
    text.setText("2.75")
    for _ in range(2):
        drag(window, text, middle_of(chart), middle_of(window.levers), middle_of(chart))
        QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert [one.message for one in qtlog.records if "drag" in one.message.lower()] == []


def test_that_a_file_dropped_on_a_chart_opens(window, chart, qtbot, tmp_path):
    file = tmp_path / "dropped.headroom"
    scenario_files.save(Document(Scenario().having(name="Dropped")), file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = middle_of(chart)
    drag(window, data, middle_of(window.levers), at)
    drop = QDropEvent(QPointF(at), COPY, data, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(window.windowHandle(), drop)
    qtbot.waitUntil(lambda: window.session.scenario.name == "Dropped")
