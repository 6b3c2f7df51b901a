"""The strip of figures and its tiles: what stands where, at which widths, and what is painted."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip

from engine import Scenario
from gui.pages import kpi_strip
from gui.pages.kpi_strip import KpiStrip, Tile, fitting
from gui.widgets.palette import LIGHT
from gui.words.kpis import KpiTile
from gui.words.story.odds import Worlds
from tests.gui.made_results import made

KPI = KpiTile("power", "Facility power", "2.41 GW", "of 2.50 GW", "What it is.")
CHANGED = KpiTile(
    "power", "Facility power", "2.41 GW", "of 2.50 GW", "What it is.", 2.41, "▲ +0.1 GW", "0.1 more"
)
PARTS = KpiTile("chips", "Chips", "2.9 M", "TPU 1.90 M · Trainium 457 k · GPU 9,999", "Help.")


@pytest.fixture
def tile(qtbot) -> Tile:
    made_tile = Tile(KPI)
    qtbot.addWidget(made_tile)
    made_tile.resize(300, 80)
    return made_tile


def advance(text: str, tile: Tile, place: int = 2) -> float:
    return QFontMetricsF(tile._fonts[place]).horizontalAdvance(text)


# A text in its room


def test_that_a_text_that_fits_stays_as_it_is_and_one_that_does_not_is_made_narrower(tile):
    font = tile._fonts[2]
    wide = advance("Facility power", tile)
    assert fitting("Facility power", font, wide) == ("Facility power", font)
    assert fitting("Facility power", font, wide)[1].stretch() == font.stretch()
    text, narrow = fitting("Facility power", font, wide * 0.9)
    assert narrow.stretch() == 90
    assert text.startswith("Facility")
    text, narrow = fitting("Facility power", font, wide / 2)
    assert narrow.stretch() == 75
    assert text.endswith("…")
    assert QFontMetricsF(narrow).horizontalAdvance(text) <= wide / 2 + 1
    assert font.stretch() != 75


# Sizes


def test_that_a_tile_is_as_high_as_its_lines_and_each_more_of_the_detail(tile):
    lines = [QFontMetricsF(font).height() for font in tile._fonts]
    assert len(lines) == 5
    assert tile.sizeHint().height() == round(sum(lines)) + 10
    assert tile.sizeHint().width() == 120
    policy = tile.sizePolicy()
    assert policy.horizontalPolicy() == QSizePolicy.Policy.Ignored
    assert policy.verticalPolicy() == QSizePolicy.Policy.Fixed


def test_that_letters_have_their_sizes_and_follow_the_scale(tile):
    assert [font.pointSizeF() for font in tile._fonts] == [8.5, 15.0, 8.5, 8.5, 8.5]
    assert [font.weight() for font in tile._fonts] == [
        QFont.Weight.Normal,
        QFont.Weight.DemiBold,
        *[QFont.Weight.Normal] * 3,
    ]
    assert all(font.featureValue(QFont.Tag("tnum")) == 1 for font in tile._fonts)
    usual = tile.sizeHint().height()
    tile.use_type_scale(2.0)
    assert [font.pointSizeF() for font in tile._fonts] == [17.0, 30.0, 17.0, 17.0, 17.0]
    assert tile.sizeHint().height() > 1.8 * usual - 10


def test_that_a_line_says_the_fullest_that_fits_and_what_is_cut_is_named(tile):
    kpi = replace(KPI, claims=("✓ claim over 1 GW: met", "✓ claim met"))
    tile.show_kpi(kpi)
    tile.resize(300, 80)
    assert tile._line(4)[0] == kpi.claims[0]
    assert tile.cut_texts() == []
    tile.resize(round(advance("✓ claim met", tile)) + 12 + 4, 80)
    assert tile._line(4)[0] == "✓ claim met"
    tile.resize(20, 80)
    assert tile.cut_texts() == ["Facility power", "2.41 GW", "✓ claim met"]


# What is said and painted


def test_that_a_tile_says_its_figure_detail_and_difference_to_who_can_not_see_it(tile):
    assert tile.accessibleName() == ""
    tile.show_kpi(KPI)
    assert tile.accessibleName() == "Facility power: 2.41 GW, of 2.50 GW"
    tile.show_kpi(CHANGED)
    assert tile.accessibleName() == "Facility power: 2.41 GW, of 2.50 GW, 0.1 more"
    assert tile.kpi is CHANGED


def test_that_the_tip_has_detail_difference_and_help(tile, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: shown.append(text))
    at = QPoint(3, 4)
    for kpi in (KPI, CHANGED):
        tile.show_kpi(kpi)
        assert tile.event(QHelpEvent(QEvent.Type.ToolTip, at, at))
    plain = [text.replace("\u2060", "") for text in shown]
    assert plain[0] == "Facility power: 2.41 GW\nof 2.50 GW\n\nWhat it is."
    assert plain[1] == "Facility power: 2.41 GW\nof 2.50 GW\n0.1 more\n\nWhat it is."
    tile.event(QHelpEvent(QEvent.Type.WhatsThis, at, at))
    assert len(shown) == 2


class Painter:
    """What a tile draws, in the order in which it does."""

    drawn: ClassVar[list[tuple]] = []

    def __init__(self, widget) -> None:
        self.pen, self.font = QColor(), QFont()
        Painter.drawn = []

    def setPen(self, colour) -> None:
        self.pen = QColor(colour)

    def setFont(self, font: QFont) -> None:
        self.font = font

    def drawLine(self, *ends: int) -> None:
        Painter.drawn.append(("line", self.pen.name(), ends))

    def drawText(self, place: QPointF, text: str) -> None:
        at = (place.x(), round(place.y(), 3))
        Painter.drawn.append((text, self.pen.name(), at, self.font.pointSizeF()))

    def end(self) -> None:
        pass


def painted(tile: Tile, monkeypatch) -> list[tuple]:
    with monkeypatch.context() as patch:
        patch.setattr(kpi_strip, "QPainter", Painter)
        tile.paintEvent(None)
    assert QPainter is not Painter
    return Painter.drawn


def test_that_a_tile_paints_edge_label_figure_and_detail_below_each_other(tile, monkeypatch):
    colours = QPalette()
    for role, name in (
        (QPalette.ColorRole.Mid, "#111111"),
        (QPalette.ColorRole.PlaceholderText, "#222222"),
        (QPalette.ColorRole.Text, "#333333"),
        (QPalette.ColorRole.Highlight, "#444444"),
    ):
        colours.setColor(role, QColor(name))
    tile.setPalette(colours)
    tile.show_kpi(KPI)
    metrics = [QFontMetricsF(font) for font in tile._fonts]
    tops = [4 + sum(line.height() for line in metrics[:place]) for place in range(5)]
    y = [round(top + line.ascent(), 3) for top, line in zip(tops, metrics, strict=True)]
    assert painted(tile, monkeypatch) == [
        ("line", "#111111", (0, 4, 0, 76)),
        ("Facility power", "#222222", (12, y[0]), 8.5),
        ("2.41 GW", "#333333", (12, y[1]), 15.0),
        ("", "#222222", (12, y[2]), 8.5),
        ("", "#222222", (12, y[3]), 8.5),
        ("of 2.50 GW", "#222222", (12, y[4]), 8.5),
    ]
    tile.show_kpi(CHANGED)
    tile.stand_off(7)
    assert painted(tile, monkeypatch)[-1] == ("▲ +0.1 GW", "#444444", (7, y[4]), 8.5)


def test_that_a_tile_painted_before_follows_its_text_its_width_and_its_letters(tile, monkeypatch):
    tile.show_kpi(PARTS)
    tile.resize(600, 80)
    assert painted(tile, monkeypatch)[-1][0] == PARTS.detail
    tile.resize(100, 80)
    assert painted(tile, monkeypatch)[-1][0].endswith("…")
    assert len(painted(tile, monkeypatch)) == 6
    tile.resize(600, 80)
    tile.use_type_scale(2.0)
    assert painted(tile, monkeypatch)[-1][3] == 17.0
    tile.show_kpi(KPI)
    assert painted(tile, monkeypatch)[-1][0] == "of 2.50 GW"


# The strip


@pytest.fixture
def strip(qtbot) -> KpiStrip:
    found = KpiStrip()
    qtbot.addWidget(found)
    found.resize(1200, 90)
    found.show()
    found.show_result(made(Scenario(start="2026-10", horizon_months=12)))
    return found


def places(strip: KpiStrip) -> dict[str, tuple[int, int, int, int]]:
    """Row, column and spans of each tile."""
    layout = strip._layout
    return {key: layout.getItemPosition(layout.indexOf(tile)) for key, tile in strip.tiles.items()}


def wide(strip: KpiStrip, width: int) -> KpiStrip:
    strip.resize(width, 90)
    QApplication.processEvents()
    return strip


def room(strip: KpiStrip) -> list[int]:
    """What each column asks for, the month's first."""
    return [strip._layout.columnStretch(column) for column in range(8)]


def test_that_all_tiles_stand_in_one_row_beside_the_month_and_in_two_where_it_is_narrow(strip):
    keys = ["lead", "power", "committed", "capacity", "unit_cost", "served", "risk"]
    assert list(strip.tiles) == keys
    in_one = {key: (0, column, 2, 1) for column, key in enumerate(keys, 1)}
    assert places(wide(strip, 590)) == in_one
    in_two = {key: (place // 4, place % 4 + 1, 1, 1) for place, key in enumerate(keys)}
    assert places(wide(strip, 589)) == in_two
    assert places(wide(strip, 1200)) == in_one
    layout = strip._layout
    assert layout.getItemPosition(layout.indexOf(strip.month_box)) == (0, 0, 2, 1)


@pytest.mark.parametrize(
    ("width", "side", "gap"),
    [(1200, 12, 6), (1000, 12, 6), (999, 7, 2), (590, 7, 2), (589, 7, 2)],
)
def test_that_room_follows_from_the_width(strip, width, side, gap):
    wide(strip, width)
    assert {tile._side for tile in strip.tiles.values()} == {side}
    columns = 4 if width < 590 else 7
    assert room(strip) == [0, *[1] * columns, *[0] * (7 - columns)]
    assert strip._layout.horizontalSpacing() == gap
    assert strip.narrow is (width < 1000)


def test_that_the_strip_says_once_each_way_that_it_has_become_narrow(strip):
    said = []
    strip.narrowed.connect(lambda: said.append(strip.narrow))
    for width in (1100, 999, 900, 600, 500, 999, 1000, 1001):
        wide(strip, width)
    assert said == [True, False]


def test_that_larger_letters_need_more_width_for_the_same(strip):
    wide(strip, 1199)
    strip.use_palette(LIGHT.scaled(1.4))
    assert strip.narrow
    wide(strip, 1400)
    assert not strip.narrow
    assert strip.tiles["power"]._fonts[1].pointSizeF() == pytest.approx(21.0)
    strip.use_palette(LIGHT)
    assert strip.tiles["power"]._fonts[1].pointSizeF() == 15.0


def test_that_tiles_made_after_the_letters_were_chosen_have_them_too(qtbot):
    strip = KpiStrip()
    qtbot.addWidget(strip)
    strip.use_palette(LIGHT.scaled(2.0))
    strip.show_result(made())
    assert {tile._fonts[0].pointSizeF() for tile in strip.tiles.values()} == {17.0}


# The worlds behind the plan


WORLDS = Worlds(2.0, 2.2, 2.6, below=0.87, above=0.1)


class Bar:
    """What is painted of a bar: lines, dots and diamonds, by where they are."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, float]] = []
        self.dots: list[float] = []
        self.diamonds: list[float] = []

    def drawLine(self, begin: QPointF, end: QPointF) -> None:
        self.lines.append((begin.x(), end.x()))

    def drawEllipse(self, middle: QPointF, *_: float) -> None:
        self.dots.append(middle.x())

    def drawPolygon(self, polygon) -> None:
        self.diamonds.append(polygon.boundingRect().center().x())

    def __getattr__(self, name: str):
        return lambda *_: None


def bar(kpi: KpiTile) -> Bar:
    found = Bar()
    kpi_strip.paint_worlds(found, (0.0, 60.0), 5.0, kpi, (QColor("#000"), QColor("#777")))
    return found


def test_that_a_bar_goes_from_5_to_95_percent_with_the_median_and_the_plan_on_it():
    kpi = replace(KPI, number=2.45, worlds=WORLDS)
    drawn = bar(kpi)
    assert drawn.lines == [(0.0, 60.0), pytest.approx((20.0, 20.0))]
    assert drawn.dots == pytest.approx([45.0])
    assert drawn.diamonds == []


def test_that_a_bar_reaches_out_to_a_plan_and_to_a_claim_beyond_its_worlds():
    drawn = bar(replace(KPI, number=3.0, worlds=WORLDS, claimed=1.0))
    assert drawn.lines[0] == pytest.approx((30.0, 48.0))
    assert (drawn.dots, drawn.diamonds) == ([60.0], [0.0])


def test_that_a_chance_is_a_bar_of_all_worlds_and_nothing_is_drawn_without_any():
    chance = bar(KpiTile("risk", "Risk", "25%", "", "", 0.25))
    assert chance.lines == [(0.0, 60.0), (0.0, 15.0)]
    assert bar(KPI).lines == []
    assert bar(replace(KPI, number=2.0)).lines == []
    assert bar(KpiTile("risk", "Risk", "…", "", "")).lines == []


def test_that_a_tile_says_median_and_place_and_in_full_to_who_asks(tile):
    lower = tile.sizeHint().height()
    tile.show_kpi(replace(KPI, number=2.45, worlds=WORLDS, median="2.20 GW"))
    assert tile.texts()[2:4] == (
        ("median 2.20 GW", "2.20 GW"),
        ("9 of 10 worlds have less", "9/10 have less"),
    )
    assert tile.accessibleName().endswith(
        "median 2.20 GW, 5% to 95% of worlds 2.00 GW to 2.60 GW, 9 of 10 worlds have less"
    )
    assert tile.sizeHint().height() == lower  # its room was kept: nothing jumps


def test_that_a_claim_takes_the_place_of_the_detail_and_a_difference_that_of_both(tile):
    claimed = replace(KPI, claims=("✓ claim 1 M: met", "✓"), claim_words="All of it.")
    tile.show_kpi(claimed)
    assert tile.texts()[-1] == claimed.claims
    assert "of 2.50 GW, All of it." in tile.accessibleName()
    tile.show_kpi(replace(claimed, delta="▲ +1"))
    assert tile.texts()[-1] == ("▲ +1",)


def test_that_worlds_stay_on_the_tiles_until_newer_ones_come(strip):
    result = made(Scenario(start="2026-10", horizon_months=12))
    strip.show_result(result, None, (0.5, None), {"power": WORLDS}, {})
    assert strip.tiles["power"].kpi.worlds is WORLDS
    strip.choose_month(5)
    assert strip.tiles["power"].kpi.worlds is WORLDS


# The month


def months(strip: KpiStrip) -> list[str]:
    return [strip.month_box.itemText(index) for index in range(strip.month_box.count())]


def test_that_december_2026_is_chosen_and_the_nearest_where_there_is_none(strip, qtbot):
    assert (strip.index, strip.month_box.currentText()) == (2, "Dec 2026")
    assert strip.month_box.accessibleName() == "Month of the figures"
    later = KpiStrip()
    qtbot.addWidget(later)
    assert later.index == 0
    later.show_result(made(Scenario(start="2028-01", horizon_months=12)))
    assert (later.index, later.month_box.currentText()) == (0, "Jan 2028")


def test_that_a_chosen_month_is_told_once_and_the_figures_are_of_it(strip):
    told = []
    strip.month_changed.connect(told.append)
    rising = [1000.0 + 100 * month for month in range(12)]
    strip.show_result(made(Scenario(start="2026-10", horizon_months=12), capacity_eflops=rising))
    assert strip.tiles["capacity"].kpi.value == "1,200"
    strip.choose_month(5)
    assert (strip.month, told) == ("2027-03", [5])
    assert strip.tiles["capacity"].kpi.value == "1,500"
    strip.choose_month(99)
    strip.choose_month(-1)
    assert told == [5, 11, 0]
    assert strip.month == "2026-10"


def test_that_the_months_follow_the_horizon_and_the_chosen_one_is_kept(strip):
    told = []
    strip.month_changed.connect(told.append)
    strip.choose_month(4)
    assert months(strip)[0] == "Oct 2026"
    assert len(months(strip)) == 12
    strip.show_result(made(Scenario(start="2026-10", horizon_months=15)))
    assert months(strip)[10:] == ["Aug 2027", "Sep 2027", "Oct 2027", "Nov 2027", "Dec 2027"]
    strip.show_result(made(Scenario(start="2026-10", horizon_months=13)))
    assert months(strip)[11:] == ["Sep 2027", "Oct 2027"]
    strip.show_result(made(Scenario(start="2027-01", horizon_months=12)))
    assert (months(strip)[0], months(strip)[-1]) == ("Jan 2027", "Dec 2027")
    assert (strip.month, strip.month_box.currentText(), strip.index) == ("2027-02", "Feb 2027", 1)
    assert told == [4]


def test_that_baseline_and_chances_are_shown_with_the_month(strip):
    base = made(Scenario(start="2026-10", horizon_months=12), capacity_eflops=900.0)
    now = made(Scenario(start="2026-10", horizon_months=12))
    strip.show_result(now, base, (0.5, 0.25))
    assert strip.tiles["capacity"].kpi.delta == "▲ +100 EFLOP/s"
    assert strip.tiles["risk"].kpi.value == "50%"
    assert strip.tiles["risk"].kpi.delta == "▲ +25.0 points"
    strip.choose_month(0)
    assert strip.tiles["risk"].kpi.value == "50%"
    assert strip.tiles["capacity"].kpi.delta == "▲ +100 EFLOP/s"
    strip.show_result(now)
    assert strip.tiles["capacity"].kpi.delta == ""
    assert strip.tiles["risk"].kpi.value == "…"


def test_that_the_month_comes_back_where_it_stood(strip):
    strip.month_box.setParent(None)
    strip.take_month_back()
    assert strip.month_box.parent() is strip
    assert strip.month_box.isVisible()
    QApplication.processEvents()
    box, tile = strip.month_box.geometry(), strip.tiles["capacity"].geometry()
    assert isinstance(box, QRect)
    assert box.right() < tile.left()
    assert abs(box.center().y() - strip.rect().center().y()) <= 2
