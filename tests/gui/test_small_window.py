"""The window at its smallest and largest: one row of figures, nothing cut, room for charts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from gui.document import templates
from gui.pages.kpi_strip import Tile
from gui.pages.page import Page, PageRow
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.palette import LIGHT
from gui.window import saved_layout
from gui.window.main_window import MainWindow
from gui.window.navigation import Rail

SIZES = [(1024, 700), (1280, 800), (1600, 1000), (3840, 2160)]


def resized(window, qtbot, width: int, height: int) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    qtbot.waitUntil(lambda: "worlds" in window.header.key.text())
    qtbot.wait(20)


def tops(window) -> set[int]:
    return {tile.y() for tile in window.kpis.tiles.values()}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_the_figures_stand_in_one_row_with_nothing_cut(window, qtbot, size):
    resized(window, qtbot, *size)
    assert len(tops(window)) == 1
    for tile in window.kpis.tiles.values():
        assert tile.cut_texts() == []
    window.session.edit("power_budget_gw", 1.2)
    qtbot.waitUntil(lambda: window.kpis.tiles["power"].kpi.delta != "")
    for tile in window.findChildren(Tile):
        assert tile.cut_texts() == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_what_the_bands_are_is_said_in_full(window, qtbot, size):
    resized(window, qtbot, *size)
    key = window.header.key
    assert isinstance(key, ElidedLabel)
    assert key.isVisible()
    assert key.shown_text == key.text()


def test_that_the_charts_have_most_of_the_smallest_window(window, qtbot):
    resized(window, qtbot, 1024, 700)
    charts = list(window.pages["overview"].charts.values())
    seen = [chart for chart in charts if chart.visibleRegion().boundingRect() == chart.rect()]
    assert len(seen) == 4


def test_that_the_month_goes_beside_the_pages_and_comes_back(window, qtbot):
    month = window.kpis.month_box
    assert month.parent() is window.kpis
    resized(window, qtbot, 1024, 700)
    assert month.parent() is window.header
    assert month.isVisible()
    assert month.geometry().right() < window.header.width()
    month.setCurrentIndex(30)
    assert window.kpis.index == 30
    resized(window, qtbot, 1600, 1000)
    assert month.parent() is window.kpis
    assert month.isVisible()


def test_that_rail_and_key_have_their_room_whatever_the_window_was_before(window, qtbot):
    for size in [*SIZES, *reversed(SIZES)]:
        resized(window, qtbot, *size)
        rail, key = window.pages.rail, window.header.key
        assert key.shown_text == key.text(), size
        for button in rail.buttons.values():
            for line in button.text().splitlines():
                assert rail.width() > button.fontMetrics().horizontalAdvance(line), size
            assert button.geometry().bottom() <= rail.height(), size


def test_that_nine_pages_with_french_names_fit_the_rail_of_the_smallest_window(window, qtbot):
    names = ("Vue d’ensemble", "Parc", "Approvisionnement", "Mix", "Risque", "Pourquoi", "Comparer")
    rows = [
        PageRow(f"page{i}", name, lambda parts: Page())
        for i, name in enumerate((*names, "Preuves", "Notes"))
    ]
    rail = Rail(rows)
    qtbot.addWidget(rail)
    rail.use_palette(LIGHT)
    rail.show()
    resized(window, qtbot, 1024, 700)
    assert rail.sizeHint().height() <= window.pages.rail.height()
    assert rail.sizeHint().width() <= 130


def test_that_presenting_keeps_what_the_bands_are_on_the_screen(window, qtbot):
    """The bar below is hidden then."""
    resized(window, qtbot, 1600, 1000)
    assert window.header.key.parent() is window.statusBar()
    window.view.present(True)
    qtbot.wait(20)
    assert window.header.key.parent() is window.header
    window.view.present(False)


def test_that_the_read_out_of_the_status_bar_is_never_cut(window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    label = window._timing
    for text in ("1.0 ms", "1,234.5 ms · 10,000 draws · CuPy on some large card", "2.0 ms"):
        label.say(text)
        assert label.width() >= label.sizeHint().width()
    narrow = label.width()
    label.say("3.0 ms")
    assert label.width() == narrow


# of a screen of 1366 x 768 pixels where Windows enlarges everything by half
SMALL_ROOM = (894, 464)


@pytest.fixture
def small_screen(monkeypatch):
    monkeypatch.setattr(saved_layout, "room", lambda window: QSize(*SMALL_ROOM))


def test_that_the_window_fits_a_screen_with_few_pixels(small_screen, window, qtbot):
    window.resize(*SMALL_ROOM)
    qtbot.waitUntil(lambda: window.size() == QSize(*SMALL_ROOM))
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(10)
        assert window.size() == QSize(*SMALL_ROOM), key
        assert window.pages.in_front.visibleRegion().boundingRect().height() > 0, key


def test_that_the_first_window_is_as_large_as_a_small_screen(small_screen, qtbot):
    window = MainWindow(templates.default_document())
    qtbot.addWidget(window)
    window.show()
    assert window.size() == QSize(*SMALL_ROOM)
    window.close()


def test_that_on_a_larger_screen_it_can_not_be_made_too_small_to_read(monkeypatch, qtbot):
    monkeypatch.setattr(saved_layout, "room", lambda window: QSize(1900, 1000))
    window = MainWindow(templates.default_document())
    qtbot.addWidget(window)
    assert window.minimumSize() == saved_layout.SMALLEST_SIZE
    monkeypatch.setattr(saved_layout, "room", lambda window: QSize(*SMALL_ROOM))
    window.show()  # moved to the other screen before it is seen
    assert window.minimumSize() == QSize(*SMALL_ROOM)
    window.close()
