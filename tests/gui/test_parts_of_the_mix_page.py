"""What the page of the mix, its fields and the panel's tools are made of, for eyes and for ears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from gui.levers.panel import LeverPanel
from gui.pages.kpi_strip import KpiStrip
from gui.pages.mix import shares as shares_module
from gui.pages.mix.measures import MEASURES
from gui.pages.mix.shares import MixShares, Swatch
from gui.pages.mix.triangle import MixTriangle
from gui.widgets.help_request import ABOUT_LEVER
from gui.widgets.palette import DARK
from tests.gui.canvas import painted_by
from tests.gui.mix_page import opened

FAMILIES = ("tpu", "trainium", "gpu")
TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def page(qtbot, session):
    with opened(qtbot, session) as widget:
        yield widget


def top(of: QWidget, page: QWidget) -> int:
    return of.mapTo(page, QPoint(0, 0)).y()


def test_that_the_measures_and_months_of_the_map_are_offered_with_their_help(page):
    texts = [page.measures.itemText(place) for place in range(page.measures.count())]
    assert texts == [
        *("Unit cost", "Demand served", "Commitment", "Chance of shortfall", "Unserved revenue"),
    ]
    helps = [page.measures.itemData(place, TIP) for place in range(page.measures.count())]
    assert helps == [measure.help_text for measure in MEASURES]
    assert min(map(len, helps)) > 20
    assert page.measures.accessibleName() == "Measure that the map shows"
    assert page.periods.accessibleName() == "Months that the map is of"
    for combo in (page.measures, page.periods):
        assert combo.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        assert combo.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed


def test_that_the_side_reads_from_what_is_mapped_to_what_it_comes_to(page, qtbot):
    qtbot.waitUntil(lambda: page.value.width() > 100)
    captions = [
        label for label in page._side.findChildren(QLabel) if label.objectName() == "caption"
    ]
    shown = {label.text(): label for label in captions}
    parts = [
        shown["Map of"],
        page.measures,
        page.periods,
        shown["Target mix of new power, share of IT power"],
        page.shares,
        page.reset,
        page.value,
        page.words,
    ]
    places = [top(part, page) for part in parts]
    assert places == sorted(set(places))
    assert page._side.widget().objectName() == "overview"
    assert page.reset.text() == "Default mix"
    right = page.reset.mapTo(page, QPoint(page.reset.width(), 0)).x()
    assert right == page.shares.mapTo(page, QPoint(page.shares.width(), 0)).x()
    assert page.value.objectName() == "pageTitle"
    assert page.note.objectName() == "caption"
    for label in (page.note, page.value, page.words, *captions):
        assert label.wordWrap()
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_that_the_title_and_the_key_stand_above_the_triangle_beside_the_side(page, qtbot):
    qtbot.waitUntil(lambda: page.triangle.width() > 300)
    [title] = [
        label
        for label in page.findChildren(QLabel)
        if label.objectName() == "pageTitle" and label is not page.value
    ]
    assert title.wordWrap()
    assert title.text() == "Target mix of new power"
    places = [top(part, page) for part in (title, page.key, page.triangle)]
    assert places == sorted(set(places))
    assert page.triangle.width() > page._side.width()
    left = page._side.mapTo(page, QPoint(0, 0)).x()
    assert page.triangle.mapTo(page, QPoint(page.triangle.width(), 0)).x() <= left


def test_that_a_palette_reaches_every_part(page):
    page.use_palette(DARK)
    assert page.triangle._palette is DARK
    assert page.key._bar.palette_ is page.key._swatch.palette_ is DARK
    assert all(swatch._palette is DARK for swatch in page.shares._swatches.values())


def test_that_each_share_has_a_field_and_a_lock_with_their_names(qtbot, monkeypatch):
    shares = MixShares(FAMILIES)
    qtbot.addWidget(shares)
    shares.show_shares({"tpu": 1 / 3, "trainium": 1 / 3, "gpu": 1 / 3})
    assert [field.text() for field in shares.fields.values()] == ["33.34%", "33.33%", "33.33%"]
    field, lock = shares.fields["tpu"], shares.locks["tpu"]
    assert field.accessibleName() == "Share of Google TPU, percent"
    assert field.accessibleDescription() == "The other shares follow, so that all sum to 100%."
    assert lock.text() == "lock"
    assert lock.accessibleName() == "Lock the share of Google TPU"
    assert lock.toolTip() == "A locked share keeps its value when the others change."
    assert (field.minimum(), field.maximum(), field.decimals()) == (0.0, 100.0, 2)
    grid = shares.layout()
    for place, family in enumerate(FAMILIES):
        row = [grid.itemAtPosition(place, column).widget() for column in range(4)]
        assert row[0] is shares._swatches[family]
        assert row[1].buddy() is row[2]
        assert row[2] is shares.fields[family]
        assert row[3] is shares.locks[family]
    assert grid.columnStretch(1) == 1
    swatch = Swatch("tpu")
    qtbot.addWidget(swatch)
    assert (swatch.width(), swatch.height()) == (8, 18)
    swatch.use_palette(DARK)
    [box] = painted_by(swatch, shares_module, monkeypatch)
    assert (box.place, box.brush) == ((0, 0, 8, 18), DARK.colour("tpu").lower())


def test_that_a_field_asks_for_its_share_and_shows_what_could_not_move(qtbot):
    shares = MixShares(FAMILIES)
    qtbot.addWidget(shares)
    wanted, locked = [], []
    shares.wanted.connect(lambda found, new: wanted.append((found, new)))
    shares.locked_changed.connect(locked.append)
    shares.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    shares.fields["tpu"].taken.emit(75.0)
    shares.fields["tpu"].taken.emit(50.0)  # as it is
    assert wanted == [({"tpu": 0.75, "trainium": 0.15, "gpu": 0.1}, True)]
    shares.fields["gpu"].taken.emit(20.004)  # not to be seen
    assert len(wanted) == 1
    shares.locks["trainium"].setChecked(True)
    shares.locks["gpu"].setChecked(True)
    assert locked == [{"trainium"}, {"trainium", "gpu"}]
    shares.fields["tpu"].taken.emit(75.0)
    assert len(wanted) == 1
    assert shares.fields["tpu"].value() == 50.0
    shares.locks["gpu"].setChecked(False)
    shares.fields["tpu"].taken.emit(60.0)
    assert wanted[1][0] == {"tpu": 0.6, "trainium": 0.3, "gpu": 0.1}
    assert wanted[1][1] is False  # soon after the other


def test_that_the_triangle_says_what_it_is_and_takes_the_keys(qtbot):
    triangle = MixTriangle(FAMILIES)
    qtbot.addWidget(triangle)
    assert triangle.accessibleName() == "Chip mix triangle"
    assert triangle.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert triangle.hasMouseTracking()
    assert triangle.property("paintsItsFocus") is True
    assert triangle.property(ABOUT_LEVER) == "mix"
    assert triangle.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert triangle.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
    assert triangle.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
    wanted = []
    triangle.wanted.connect(lambda shares, new: wanted.append((shares, new)))
    triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    assert triangle.spoken_number()[:3] == (50.0, 0.0, 100.0)
    assert triangle.spoken_value() == ("Google TPU 50.00%, AWS Trainium 30.00%, NVIDIA GPU 20.00%")
    triangle.take_number(75.0)
    assert wanted == [({"tpu": 0.75, "trainium": 0.15, "gpu": 0.1}, True)]
    assert "Up and Down: TPU. Left and Right: between Trainium and GPU." in (
        triangle.spoken_description()
    )


def test_that_the_panel_s_tools_have_their_names_and_its_list_scrolls_down_alone(session, qtbot):
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    assert (panel.objectName(), panel.accessibleName()) == ("levers", "Levers")
    assert panel.search.placeholderText() == panel.search.accessibleName() == "Search levers"
    assert panel.search.accessibleDescription() == "By name, meaning, unit or group"
    assert panel.search.isClearButtonEnabled()
    assert panel.only_changed.text() == "Changed"
    assert panel.only_changed.accessibleName() == "Show only changed levers"
    assert panel.only_changed.toolTip() == "Show only the levers that are not at their default"
    assert panel.measure.objectName() == "foresightMeasure"
    assert panel.measure.accessibleName() == ("Foresight: what the curves behind the sliders show")
    assert "dotted line where something else begins to bind" in panel.measure.toolTip()
    assert [panel.measure.itemText(place) for place in range(panel.measure.count())] == [
        "Unit cost",
        "Capacity",
        "Facility power",
        "Unserved revenue so far",
        "Commitment so far",
        "Shortfall risk",
    ]
    scroll = panel._scroll
    assert scroll.widgetResizable()
    assert scroll.frameShape() == QFrame.Shape.NoFrame
    assert scroll.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert scroll.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert scroll.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert scroll.widget().objectName() == "leverList"
    assert panel._nothing.objectName() == "emptyState"
    assert panel._nothing.wordWrap()
    assert {heading.objectName() for heading in panel._headings} == {"section"}
    panel.stop()


def test_that_the_strip_s_list_of_months_is_as_wide_as_one_month(qtbot):
    strip = KpiStrip()
    qtbot.addWidget(strip)
    assert strip.objectName() == "kpiStrip"
    assert strip.month_box.accessibleName() == "Month of the figures"
    assert strip.month_box.maxVisibleItems() == 24
    assert strip.month_box.minimumContentsLength() == len("Dec 2026") - 2
    policy = strip.month_box.sizeAdjustPolicy()
    assert policy == strip.month_box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    margins = strip._layout.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (12, 4, 12, 4)
