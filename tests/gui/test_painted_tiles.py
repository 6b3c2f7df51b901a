"""The bar of a tile and its lines as they are painted: pens, places, and from the right too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette

from engine import Scenario
from gui.pages import kpi_strip
from gui.pages.kpi_strip import KpiStrip, Tile, diamond, paint_worlds
from gui.words.kpis import KpiTile
from gui.words.story.odds import Worlds
from tests.gui.canvas import Canvas, Drawn, painted_by
from tests.gui.made_results import made

PLAN, QUIET = "#111111", "#222222"
WORLDS = Worlds(2.0, 2.2, 2.6, below=0.87, above=0.1)
KPI = KpiTile(
    "power",
    "Facility power",
    "2.45 GW",
    "of 2.50 GW",
    "Help.",
    2.45,
    worlds=WORLDS,
    median="2.20 GW",
)


def bar(kpi: KpiTile) -> list[Drawn]:
    canvas = Canvas()
    paint_worlds(canvas, (0.0, 60.0), 5.0, kpi, (QColor(PLAN), QColor(QUIET)))
    assert not canvas._saved
    assert all(drawn.smooth for drawn in canvas.drawn)
    return canvas.drawn


def test_that_worlds_are_a_thick_bar_with_a_stroke_and_the_plan_a_dot():
    assert bar(KPI) == [
        Drawn("line", (0, 5, 60, 5), f"{QUIET} 3", smooth=True),
        Drawn("line", (20, 1, 20, 9), f"{QUIET} 1.5", smooth=True),
        Drawn("ellipse", (45, 5, 3, 3), "", PLAN, smooth=True),
    ]


def test_that_a_claim_is_a_hollow_diamond_on_the_bar():
    drawn = bar(replace(KPI, claimed=2.3))[2]
    assert drawn == Drawn("polygon", (30, 2, 33, 5, 30, 8, 27, 5), f"{PLAN} 1", "", smooth=True)
    points = diamond(QPointF(1, 2), 4.0)
    assert [point.toTuple() for point in points] == [(1, -2), (5, 2), (1, 6), (-3, 2)]


def test_that_worlds_that_are_all_one_stand_in_the_middle_of_their_bar():
    one = replace(KPI, number=2.0, worlds=replace(WORLDS, p50=2.0, p95=2.0))
    assert [each.place[0] for each in bar(one)] == [30, 30, 30]


def test_that_a_chance_is_a_thin_line_of_all_there_is_with_a_thick_one_up_to_it():
    assert bar(KpiTile("risk", "Risk", "25%", "", "", 0.25)) == [
        Drawn("line", (0, 5, 60, 5), f"{QUIET} 1", smooth=True),
        Drawn("line", (0, 5, 15, 5), f"{QUIET} 3", smooth=True),
        Drawn("ellipse", (15, 5, 3, 3), "", PLAN, smooth=True),
    ]


@pytest.fixture
def tile(qtbot) -> Tile:
    found = Tile(KPI)
    qtbot.addWidget(found)
    found.resize(300, 100)
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Text, QColor(PLAN))
    colours.setColor(QPalette.ColorRole.PlaceholderText, QColor(QUIET))
    found.setPalette(colours)
    return found


def test_that_the_bar_stands_behind_the_median_in_the_middle_of_its_line(tile, monkeypatch):
    metrics = [QFontMetricsF(font) for font in tile._fonts]
    middle = 4 + metrics[0].height() + metrics[1].height() + metrics[2].height() / 2
    drawn = painted_by(tile, kpi_strip, monkeypatch)
    worlds = next(each for each in drawn if each.pen.endswith(" 3"))
    # a text of 55% of 284 pixels, and four before and after the bar
    begin, end = 12 + 0.55 * 284 + 4, 300 - 4 - 4
    assert worlds.place == pytest.approx((begin, middle, end, middle), abs=1e-3)
    tile.show_kpi(replace(KPI, median=""))
    drawn = painted_by(tile, kpi_strip, monkeypatch)
    worlds = next(each for each in drawn if each.pen.endswith(" 3"))
    assert worlds.place[0] == 16


def test_that_a_tile_read_from_the_right_has_its_edge_texts_and_bar_there(tile, monkeypatch):
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawn = painted_by(tile, kpi_strip, monkeypatch)
    assert drawn[0].place == (299, 4, 299, 96)
    label = next(each for each in drawn if each.text == "Facility power")
    wide = QFontMetricsF(tile._fonts[0]).horizontalAdvance("Facility power")
    assert label.place[0] == pytest.approx(300 - 12 - wide, abs=1e-3)
    worlds = next(each for each in drawn if each.pen.endswith(" 3"))
    assert worlds.place[::2] == pytest.approx((8, 300 - 12 - 0.55 * 284 - 4), abs=1e-3)
    top = round(4 + QFontMetricsF(tile._fonts[0]).height())
    height = round(QFontMetricsF(tile._fonts[1]).height())
    assert tile.figure_place.getRect() == (0, top - 2, 288, height + 4)
    tile.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert tile.figure_place.getRect() == (8, top - 2, 288, height + 4)


def test_that_a_double_click_asks_for_a_target_and_gets_a_field_over_the_figure(qtbot):
    strip = KpiStrip()
    qtbot.addWidget(strip)
    strip.type_target("power")
    strip.resize(1200, 90)
    strip.show()
    strip.show_result(made(Scenario(start="2026-10", horizon_months=12)))
    tile = strip.tiles["power"]
    assert not tile.children()
    tile.mouseDoubleClickEvent(None)
    [field] = tile.children()
    assert field.isVisibleTo(tile)
    wanted = []
    strip.goal_wanted.connect(wanted.append)
    field.wanted.emit("a goal")
    assert wanted == ["a goal"]
    risk = strip.tiles["risk"]  # which is not known yet
    risk.mouseDoubleClickEvent(None)
    assert not risk.children()
