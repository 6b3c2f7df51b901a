"""Pictures of charts as they are laid out: what stands where, by hand, and in which letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetrics, QImage

from engine import Result, Scenario
from engine.files.fingerprint import short_code
from engine.version import PROGRAM_VERSION
from gui.charts import export
from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer
from gui.charts.export import Renderer, caption_of
from gui.charts.observed import Beside, Points
from gui.widgets.palette import PRINT
from tests.gui.canvas import Canvas, Drawn
from tests.gui.made_results import made

INKS = replace(PRINT, ground="#f0f0f0", text="#010101", quiet="#020202")
YEARS = 2026 + np.arange(24) / 12
ONES = np.ones(24)


@pytest.fixture
def renderer(qapp) -> Iterator[Renderer]:
    found = Renderer(1, INKS)
    yield found
    found.close()


def spec(**parts) -> ChartSpec:
    given = {"curves": (Curve("Limit", "limit", ONES),), **parts}
    return ChartSpec("power", "Title", "GW", ",.2f", YEARS, **given)


def points(size: float) -> float:
    """Of the letters as the pictures have them: whole pixels."""
    return round(size * 96 / 72)


def pixels(size: float, *, bold: bool = False) -> QFontMetrics:
    font = QFont("Inter")
    font.setPixelSize(round(size * 96 / 72))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("calt"), 0)
    return QFontMetrics(font)


def texts(drawn: list[Drawn]) -> dict[str, tuple]:
    return {each.text: (each.place, each.pen) for each in drawn if each.kind == "text"}


class Parts:
    """The parts that a picture is made of, with the rooms they are given."""

    def __init__(self, renderer: Renderer, monkeypatch) -> None:
        self.rooms: list[tuple[str, tuple[float, ...]]] = []
        for name in ("paint_chart", "paint_ribbon", "_figures"):
            monkeypatch.setattr(renderer, name, self._noting(name))

    def _noting(self, name: str):
        def note(painter, area: QRectF, *_) -> None:
            self.rooms.append((name, area.getRect()))

        return note


def test_that_a_chart_has_a_caption_below_it(renderer, monkeypatch):
    parts, canvas = Parts(renderer, monkeypatch), Canvas()
    renderer._captioned(canvas, (900, 520), spec(), "what made it")
    assert parts.rooms == [("paint_chart", (0, 0, 900, 496))]
    assert texts(canvas.drawn) == {"what made it": ((16, 496, 868, 18), "#020202 1")}
    assert canvas.font().pixelSize() == points(8)


def test_that_a_small_picture_is_drawn_larger_and_shrunk(renderer, monkeypatch):
    for size, room, factor in (
        ((480, 300), (480, 300), 1.0),
        ((240, 300), (480, 600), 2.0),
        ((480, 200), (720, 300), 1.5),
        ((900, 300), (900, 300), 1.0),
    ):
        parts, canvas = Parts(renderer, monkeypatch), Canvas()
        renderer._captioned(canvas, size, spec(), "caption")
        assert parts.rooms == [("paint_chart", (0, 0, room[0], room[1] - 24))]
        assert canvas.transform().m11() == canvas.transform().m22() == pytest.approx(1 / factor)


def test_that_an_overview_has_figures_two_rows_of_charts_the_ribbon_and_its_caption(
    renderer, monkeypatch
):
    result = made(Scenario(start="2026-01", horizon_months=24, name="Mine"))
    charts = {str(n): spec() for n in range(5)}
    parts, canvas = Parts(renderer, monkeypatch), Canvas()
    renderer.paint_overview(canvas, (1600, 1000), result, "2026-12", charts)
    # between 124 from above and 72 from below the two rows share 804 pixels
    upper, lower = 804 * 0.53, 804 * 0.47
    rooms = dict(enumerate(room for _, room in parts.rooms))
    assert [name for name, _ in parts.rooms] == ["_figures", *["paint_chart"] * 5, "paint_ribbon"]
    assert rooms[0] == (16, 50, 1568, 62)
    assert [rooms[n] for n in (1, 2)] == [pytest.approx((x, 124, 800, upper - 8)) for x in (0, 800)]
    assert [rooms[n] for n in (3, 4, 5)] == [
        pytest.approx((x * 1600 / 3, 124 + upper, 1600 / 3, lower - 8)) for x in (0, 1, 2)
    ]
    assert rooms[6] == (0, 936, 1600, 24)
    caption = f"Mine · Headroom {PROGRAM_VERSION} · {short_code(result.scenario)}"
    assert caption_of(result) == caption
    assert texts(canvas.drawn) == {
        "Mine": ((16, 12, 1568, 30), "#010101 1"),
        caption: ((16, 976, 1568, 18), "#020202 1"),
    }


def test_that_the_ribbon_of_a_picture_lines_up_with_its_plots(renderer, monkeypatch):
    found = []
    monkeypatch.setattr(export, "paint_ribbon", lambda *given: found.append(given[1:]))
    canvas = Canvas()
    result = made(binding=["power"] * 12)
    renderer.paint_ribbon(canvas, QRectF(10, 20, 600, 24), result)
    # an axis of 52, a margin of four, and the padding twice
    assert texts(canvas.drawn) == {"What binds": ((26, 20, 88, 24), "#020202 1")}
    [(area, stretches, months, palette)] = found
    assert area == QRectF(98, 20, 600 - 88 - 12 - 8, 24)
    assert [stretch.limit for stretch in stretches] == ["power"]
    assert (months, palette) == (result.months, INKS)


def test_that_a_chart_s_title_has_what_is_shown_and_its_unit_and_the_plot_the_rest(
    renderer, monkeypatch
):
    plotted = []
    monkeypatch.setattr(renderer, "_plot", lambda painter, room, _: plotted.append(room))
    canvas = Canvas()
    renderer.paint_chart(canvas, QRectF(10, 20, 300, 200), spec(notes="By Family"))
    assert texts(canvas.drawn)["Title, by family [GW]"] == ((26, 28, 268, 20), "#010101 1")
    # a title of 20 from eight below the top, four of a gap, a line of 16, and two
    assert plotted == [QRectF(10, 70, 300, 150)]
    unit_cost = replace(spec(notes="Per token"), key="unit_cost")
    for each, title in ((spec(), "Title [GW]"), (unit_cost, "Title [GW]")):
        canvas = Canvas()
        renderer.paint_chart(canvas, QRectF(10, 20, 300, 200), each)
        assert title in texts(canvas.drawn)


def legend(renderer: Renderer, made_spec: ChartSpec, wide: float = 800) -> tuple[Canvas, float]:
    canvas = Canvas()
    below = renderer._legend(canvas, QRectF(20, 100, wide, 20), made_spec)
    return canvas, below


def test_that_a_picture_s_legend_has_marks_and_names_in_a_row(renderer):
    layers = (Layer("Google TPU", "tpu", ONES * 0, ONES), Layer("GPU", "gpu", ONES, ONES * 2))
    canvas, below = legend(renderer, spec(layers=layers))
    assert below == 118
    wide = pixels(8.5).horizontalAdvance
    first = 20 + wide("Limit") + 30
    second = first + wide("GPU") + 30
    assert texts(canvas.drawn) == {
        "Limit": ((34, 100, wide("Limit") + 30, 16), "#020202 1"),
        "GPU": ((first + 14, 100, wide("GPU") + 30, 16), "#020202 1"),
        "Google TPU": ((second + 14, 100, wide("Google TPU") + 30, 16), "#020202 1"),
    }
    boxes = [each.place for each in canvas.drawn if each.kind == "rect"]
    assert boxes == [(20, 107.5, 10, 2), (first, 104, 9, 9), (second, 104, 9, 9)]


def test_that_a_legend_goes_to_the_next_line_where_a_name_has_no_room(renderer):
    curves = tuple(Curve(name, "limit", ONES) for name in ("one", "two", "three"))
    wide = [pixels(8.5).horizontalAdvance(curve.label) + 30 for curve in curves]
    for room, places in (
        (sum(wide), [(20, 100), (20 + wide[0], 100), (20 + wide[0] + wide[1], 100)]),
        (sum(wide) - 1, [(20, 100), (20 + wide[0], 100), (20, 116)]),
        (5, [(20, 100), (20, 116), (20, 132)]),
    ):
        canvas, below = legend(renderer, spec(curves=curves), room)
        boxes = [each.place[:2] for each in canvas.drawn if each.kind == "rect"]
        assert boxes == [(x, y + 7.5) for x, y in places]
        assert below == places[-1][1] + 18


def test_that_baseline_worlds_and_what_was_observed_have_marks_of_their_own(renderer):
    fan = Fan("worlds", "capacity", (ONES, ONES, ONES, ONES), ONES)
    seen = Points(Beside("x"), (), (), ONES[:0], ONES[:0], ONES[:0])
    ghosts = (Curve("Limit, baseline", "limit", ONES),)
    canvas, _ = legend(renderer, spec(ghosts=ghosts, fans=(fan,), observed=seen))
    named = list(texts(canvas.drawn))
    assert named == ["Limit", "Baseline", "worlds", "Observed, P5 to P95"]
    rects = [each for each in canvas.drawn if each.kind == "rect"]
    wide, narrow = rects[2:4]
    assert [each.place[1:] for each in (wide, narrow)] == [(104, 9, 9), (106, 9, 5)]
    assert [each.brush[7:] for each in (wide, narrow)] == ["/36", "/44"]
    sign = [each for each in canvas.drawn if each.kind == "ellipse"]
    assert [each.brush for each in sign] == ["#020202"]
    assert sign[0].place[1:] == (108.5, 2.5, 2.5)
    # over a stack a band is two dotted edges
    layers = (Layer("TPU", "tpu", ONES * 0, ONES),)
    canvas, _ = legend(renderer, spec(curves=(), layers=layers, fans=(fan,)))
    dots = [each.place for each in canvas.drawn if each.kind == "rect"][1:]
    left = dots[0][0]
    assert dots == [(left + x, 100 + y, 1.5, 1.5) for y in (4, 11) for x in (0, 4, 8)]
    without, _ = legend(renderer, spec())
    assert list(texts(without.drawn)) == ["Limit"]


def figures(renderer: Renderer, result: Result, month: str, baseline: Result | None = None):
    canvas = Canvas()
    renderer._figures(canvas, QRectF(16, 50, 690, 62), result, month, baseline)
    return canvas.drawn


def test_that_the_figures_of_a_picture_stand_beside_their_month_a_hundred_pixels_each(renderer):
    drawn = figures(renderer, made(capacity_eflops=8_200.0), "2026-03")
    month, *rest = drawn
    assert (month.text, month.place, month.pen) == ("Mar 2026", (16, 50, 86, 20), "#010101 1")
    labels, values, details = rest[::3], rest[1::3], rest[2::3]
    assert len(labels) == len(values) == len(details) == 6  # without the chance of a shortfall
    for place, (label, value, detail) in enumerate(zip(labels, values, details, strict=True)):
        x = 106 + 100 * place
        assert (label.place, label.pen) == ((x, 50, 90, 16), "#020202 1")
        assert (value.place, value.pen) == ((x, 66, 90, 26), "#010101 1")
        assert (detail.place, detail.pen) == ((x, 92, 90, 16), "#020202 1")
    assert [value.text for value in values][1:5] == ["1.00 GW", "$3.0 bn", "8,200", "$0.500"]
    assert details[1].text == "of 2.00 GW"
    changed = figures(renderer, made(), "2026-03", made(facility_power_gw=0.75))
    assert changed[3::3][1].text == "▲ +0.25 GW"


def test_that_a_text_of_a_picture_is_cut_where_it_has_no_room(renderer):
    canvas = Canvas()
    wide = pixels(8).horizontalAdvance("a caption")
    renderer._text(canvas, QRectF(0, 0, wide + 1, 18), "a caption", 8, "quiet")
    renderer._text(canvas, QRectF(0, 0, wide - 1, 18), "a caption", 8, "quiet", bold=True)
    assert canvas.drawn[0].text == "a caption"
    assert canvas.drawn[1].text.endswith("…")
    assert canvas.font().weight() == QFont.Weight.DemiBold
    font = renderer._font(12)
    assert (font.pixelSize(), font.weight()) == (16, QFont.Weight.Normal)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.featureValue(QFont.Tag("calt")) == 0


def test_that_a_picture_is_as_many_pixels_as_its_size_times_the_scale_on_its_ground(qapp):
    renderer = Renderer(3, INKS)
    image = renderer._image((40, 20), lambda painter: None)
    renderer.close()
    assert (image.width(), image.height()) == (120, 60)
    assert image.format() == QImage.Format.Format_RGB32
    assert {image.pixelColor(x, y).name() for x in (0, 119) for y in (0, 59)} == {"#f0f0f0"}
    # 96 dots an inch, three times
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == 11339


def test_that_a_picture_of_lines_has_its_size_its_title_and_its_letters(renderer):
    def paint(painter) -> None:
        painter.setFont(renderer._font(9))
        painter.drawText(5, 15, "written")

    svg = renderer._svg((40, 20), "A <plan>", "Of\nall & more", paint).decode()
    assert svg.startswith("<?xml")
    assert f"?>\n<!-- Headroom {PROGRAM_VERSION} -->\n" in svg
    assert 'width="40" height="20"' in svg
    assert "mm" not in svg.partition("viewBox")[0]
    assert 'viewBox="0 0 40 20"' in svg
    assert "<title>A &lt;plan&gt;</title>" in svg
    assert "<desc>Of all &amp; more</desc>" in svg
    assert "written" in svg
    assert "font-family=\"Inter, 'Segoe UI', Roboto," in svg
    assert "#f0f0f0" in svg


def test_that_a_file_of_a_picture_says_what_made_it(qapp):
    renderer = Renderer(1, INKS)
    image = renderer._image((4, 2), lambda painter: None)
    renderer.close()
    read = QImage.fromData(export.png_bytes(image))
    assert read.text("Software") == f"Headroom {PROGRAM_VERSION}"
    assert (read.width(), read.height()) == (4, 2)


def test_that_the_plot_of_a_picture_is_clipped_to_its_room_without_a_month_s_marker(
    renderer, monkeypatch
):
    rendered = []
    monkeypatch.setattr(
        renderer._view, "render", lambda painter, room, source: rendered.append((room, source))
    )
    canvas = Canvas()
    renderer._plot(canvas, QRectF(10, 20, 300, 150), spec())
    [(room, source)] = rendered
    assert room == QRectF(10, 20, 300, 150)
    assert (source.width(), source.height()) == (300, 150)
    assert renderer._view.spec.title == "Title"
    assert renderer._view._marker.x() != renderer._view._marker.x()
    assert not canvas._saved


def test_that_a_whole_overview_is_painted_of_what_was_asked_for(renderer, monkeypatch):
    asked = []

    def note(painter, size, result, month, charts, baseline) -> None:
        asked.append((size, result.scenario.name, month, list(charts), baseline))

    monkeypatch.setattr(renderer, "paint_overview", note)
    monkeypatch.setattr(export.specs, "overview", lambda result, *given: {"given": given})
    result = made(Scenario(start="2026-01", horizon_months=12, name="Mine"))
    choices, bands = {"cost": "cash"}, {"x": None}
    image = renderer.overview(result, "2026-03", choices, result, bands, (80, 40))
    assert (image.width(), image.height()) == (80, 40)
    svg = renderer.overview_svg(result, "2026-03", choices, result, bands, (80, 40)).decode()
    assert "<title>Mine</title>" in svg
    assert f"<desc>{caption_of(result)}</desc>" in svg
    assert asked == [((80, 40), "Mine", "2026-03", ["given"], result)] * 2
