"""Figures above the charts, and charts as pictures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.charts.export import Renderer, png_bytes
from gui.charts.items import Area
from gui.charts.view import PlotView
from gui.document.templates import default_document
from gui.widgets.palette import DARK, LIGHT, Palette
from gui.words.kpis import kpis, month_index, month_words, share_words


@pytest.fixture(scope="module")
def result():
    return simulate(Scenario())


@pytest.fixture
def renderer(qapp):
    made = Renderer()
    yield made
    made.close()


def test_that_the_figures_of_december_2026_are_the_articles_story():
    result = simulate(default_document().scenario)
    tiles = {k.key: k for k in kpis(result, month_index(result, "2026-12"))}
    assert tiles["power"].value == "2.53 GW"
    assert "TPU 1.06 M" in tiles["chips"].detail  # up to a million, and what was there before
    assert tiles["committed"].value == "$87.5 bn"


def test_that_a_month_beyond_the_horizon_is_the_last_one(result):
    assert month_index(result, "2040-01") == 95
    assert month_index(result, "2020-01") == 0
    assert month_words("2026-12") == "Dec 2026"


def test_that_figures_without_capacity_say_undefined_and_don_t_fail():
    nothing = dict.fromkeys(Scenario().families, 0.0)
    empty = simulate(Scenario().having(initial_it_mw=nothing, supply_chips_per_year=nothing))
    tiles = {k.key: k for k in kpis(empty, 5)}
    assert tiles["unit_cost"].value == "undefined"
    assert tiles["served"].value == "0%"


def written_at(view: PlotView, side: str) -> list[tuple[QRectF, str]]:
    """The ink of an axis' labels, in the scene."""
    axis = view.plot.getAxis(side)
    picture = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    labels = axis.generateDrawSpecs(painter)[2]
    painter.end()
    ink = QFontMetricsF(axis.style["tickFont"])
    found = []
    for rect, flags, text in labels:
        tight = ink.tightBoundingRect(text)
        place = QRectF(0, 0, tight.width(), tight.height())
        place.moveCenter(rect.center())
        if flags & Qt.AlignmentFlag.AlignRight:
            place.moveRight(rect.right())
        found.append((axis.mapRectToScene(place), text))
    return found


@pytest.mark.parametrize("large", [1.0, 1.4])
@pytest.mark.parametrize("size", [(700, 400), (320, 160)], ids=str)
def test_that_nought_and_the_first_year_keep_apart_at_the_origin(qtbot, result, size, large):
    view = PlotView(palette=LIGHT.scaled(large))
    qtbot.addWidget(view)
    view.resize(*size)
    for spec in specs.overview(result).values():
        view.show_spec(spec)
        view.scale.settle()
        view.grab()
        years = written_at(view, "bottom")
        values = written_at(view, "left")
        assert years
        assert values[0][1].strip("0.,") == ""
        room = values[0][0].adjusted(-2, -2, 2, 2)
        assert not any(room.intersects(year) for year, _ in years), (room, years)
    view.plot.close()


def test_that_showing_a_spec_twice_makes_no_new_items(qtbot, result):
    view = PlotView()
    qtbot.addWidget(view)
    for spec in specs.overview(result).values():
        view.show_spec(spec)
    count = len(view.plot.items)
    for spec in specs.overview(result).values():
        view.show_spec(spec)
    assert len(view.plot.items) == count
    view.plot.close()


def test_that_a_picture_has_twice_the_pixels_of_its_size_and_says_its_resolution(renderer, result):
    spec = specs.capacity(result)
    image = renderer.chart(spec, "caption", size=(600, 400))
    assert (image.width(), image.height()) == (1200, 800)
    again = QImage.fromData(png_bytes(image))
    assert round(again.dotsPerMeterX() * 0.0254) == 192


def test_that_pictures_at_one_and_two_times_are_the_same_picture(result, qapp):
    spec = specs.power(result)
    small, large = Renderer(scale=1), Renderer(scale=2)
    one = small.chart(spec, "caption", size=(600, 400)).scaled(300, 200)
    two = large.chart(spec, "caption", size=(600, 400)).scaled(300, 200)
    difference = np.abs(_grey(one) - _grey(two))
    small.close()
    large.close()
    assert difference.mean() < 6


def test_that_a_picture_shows_the_data_and_not_an_empty_plot(renderer, result):
    low = renderer.chart(specs.power(result), "x")
    high = renderer.chart(specs.power(simulate(Scenario().having(power_budget_gw=6))), "x")
    assert np.abs(_grey(low) - _grey(high)).mean() > 1


def _grey(image: QImage) -> np.ndarray:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return data[:, : grey.width()].astype(float)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    one, two = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (one + 0.05) / (two + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_text_and_lines_stand_out_from_their_ground(palette: Palette):
    for text in (palette.text, palette.quiet):
        assert contrast(text, palette.ground) >= 4.5
        assert contrast(text, palette.panel) >= 4.5
    for role in ("tpu", "trainium", "gpu", "capacity", "demand", "shortfall", "limit"):
        assert contrast(palette.colour(role), palette.ground) >= 3, role


def test_that_an_area_without_one_finite_point_is_empty(qapp):
    """As the bands of a unit cost where there is never any compute."""
    area = Area()
    nothing = np.full(3, np.nan)
    area.set_data(np.arange(3.0), np.zeros(3), np.ones(3))
    assert not area.empty
    area.set_data(np.arange(3.0), nothing, nothing)
    assert area.empty


@pytest.mark.parametrize("width", [1260, 684])
def test_that_no_figure_is_cut(window, qtbot, width):
    window.resize(width + 340 + window.pages.rail.width(), 800)
    qtbot.waitUntil(lambda: window.kpis.width() >= width - 20)
    window.session.edit("power_budget_gw", 1.2)
    qtbot.waitUntil(lambda: window.kpis.tiles["power"].kpi.delta != "")
    for tile in window.kpis.tiles.values():
        assert tile.cut_texts() == []


def test_that_every_share_that_is_all_or_nothing_says_so():
    assert share_words(1.0) == "100%"
    assert share_words(0.9999) == "100%"
    assert share_words(0.0) == "0%"
    assert share_words(0.974) == "97.4%"


def test_that_the_chance_of_a_shortfall_has_its_difference_too(result):
    after = simulate(Scenario().having(power_budget_gw=2.0))
    tiles = {k.key: k for k in kpis(after, 23, result, 0.8, 0.6)}
    assert tiles["risk"].delta == "▲ +20.0 points"
    assert "baseline's 60%" in tiles["risk"].delta_words
    unknown = {k.key: k for k in kpis(after, 23, result, 0.8, None)}
    assert not unknown["risk"].delta


def test_that_a_band_is_as_pale_in_a_picture_s_legend_as_in_its_chart(result, renderer):
    drawn = ensemble(result.scenario, 16, ["capacity_eflops"])
    spec = specs.charts(specs.CHARTS, result, {}, None, drawn.bands)["capacity"]
    assert spec.fans
    picture = QImage(900, 40, QImage.Format.Format_ARGB32)
    picture.fill(QColor(LIGHT.ground))
    painter = QPainter(picture)
    renderer._legend(painter, QRectF(0, 0, 900, 20), spec)
    painter.end()
    full = QColor(LIGHT.colour(spec.fans[0].role))
    strong = [x for x in range(900) if picture.pixelColor(x, 5) == full]
    assert not strong  # of the height of a square alone, above the strokes of lines
