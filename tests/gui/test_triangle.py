"""The chip-mix triangle: what a hand, a key and a field do, and what is seen and said."""

from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from engine import Document, Scenario, parameter, simulate
from gui.pages.mix.labels import chosen
from gui.pages.mix.painting import small_font, ticks
from gui.widgets.focus_ring import FocusRing
from gui.widgets.palette import DARK, LIGHT
from tests.gui.mix_page import opened, wait_for_map

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
FAMILIES = ("tpu", "trainium", "gpu")
TWO_FAMILIES = ("tpu", "gpu")


@pytest.fixture
def page(qtbot, session):
    with opened(qtbot, session) as widget:
        yield widget


@pytest.fixture
def settled(qtbot, page):
    """The page with its map in its last stage."""
    wait_for_map(qtbot, page)
    return page


def mix(session) -> tuple[float, ...]:
    return tuple(session.scenario.mix.values())


def pixel(page, *shares: float) -> QPoint:
    return page.triangle.geometry_.point(shares).toPoint()


def sum_of_fields(page) -> int:
    return sum(round(field.value() * 100) for field in page.shares.fields.values())


def two_family_scenario() -> Scenario:
    whole = Scenario()
    chips = tuple(c for c in whole.catalogue.chips if c.family in TWO_FAMILIES)
    catalogue = dataclasses.replace(whole.catalogue, chips=chips)
    cut = {
        row: type(value)(
            {
                f: 1 / 2 if parameter(row).sums_to_one else value[f]
                for f in value
                if f in TWO_FAMILIES
            }
        )
        for row, value in whole.values().items()
        if parameter(row).per_family
    }
    return dataclasses.replace(whole, catalogue=catalogue, **cut)


# The hand


def test_that_dragging_the_puck_moves_the_mix_live_and_is_one_step_of_undo(page, session):
    before, seen = mix(session), []
    session.scenario_changed.connect(lambda scenario: seen.append(scenario.mix))
    QTest.mousePress(page.triangle, LEFT, NONE, page.triangle.puck.toPoint())
    for top in (0.5, 0.4, 0.3, 0.2):
        QTest.mouseMove(page.triangle, pixel(page, top, 0.5, 0.5 - top))
    assert len(seen) == 4
    QTest.mouseRelease(page.triangle, LEFT, NONE, pixel(page, 0.2, 0.5, 0.3))
    assert mix(session) == pytest.approx((0.2, 0.5, 0.3), abs=0.01)
    assert session.history.count() == 1
    session.history.undo()
    assert mix(session) == before
    assert page.triangle.puck == page.triangle.geometry_.point(before)


def test_that_a_press_on_the_map_brings_the_puck_there(page, session):
    QTest.mouseClick(page.triangle, LEFT, NONE, pixel(page, 0.1, 0.3, 0.6))
    assert mix(session) == pytest.approx((0.1, 0.3, 0.6), abs=0.01)


def test_that_taking_the_puck_by_its_edge_does_not_move_it(page, session):
    before = session.scenario
    QTest.mouseClick(page.triangle, LEFT, NONE, page.triangle.puck.toPoint() + QPoint(5, 3))
    assert session.scenario == before
    assert not session.history.count()


def test_that_a_drag_far_outside_ends_at_the_corner(page, session):
    QTest.mousePress(page.triangle, LEFT, NONE, page.triangle.puck.toPoint())
    QTest.mouseMove(page.triangle, QPoint(page.triangle.width() + 400, 4000))
    QTest.mouseRelease(page.triangle, LEFT)
    assert mix(session) == (0.0, 0.0, 1.0)


def test_that_a_press_far_from_the_triangle_moves_nothing(page, session):
    QTest.mouseClick(page.triangle, LEFT, NONE, QPoint(3, 3))
    assert not session.history.count()


@pytest.mark.parametrize("how", ["escape", "right button"])
def test_that_a_drag_can_be_taken_back(page, session, how):
    before = session.scenario
    page.triangle.setFocus()
    QTest.mousePress(page.triangle, LEFT, NONE, pixel(page, 0.2, 0.5, 0.3))
    QTest.mouseMove(page.triangle, pixel(page, 0.1, 0.1, 0.8))
    assert session.scenario != before
    if how == "escape":
        QTest.keyClick(page.triangle, Qt.Key.Key_Escape)
    else:
        QTest.mousePress(page.triangle, Qt.MouseButton.RightButton, NONE, QPoint(300, 300))
    QTest.mouseMove(page.triangle, pixel(page, 0.3, 0.1, 0.6))
    QTest.mouseRelease(page.triangle, LEFT)
    if how == "right button":
        QTest.mouseRelease(page.triangle, Qt.MouseButton.RightButton)
    assert session.scenario == before
    assert not session.history.canUndo()


# The keys


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, NONE, (0.6, 0.21, 0.19)),
        (Qt.Key.Key_Left, NONE, (0.6, 0.23, 0.17)),
        (Qt.Key.Key_Right, SHIFT, (0.6, 0.12, 0.28)),
        (Qt.Key.Key_Left, CONTROL, (0.6, 0.221, 0.179)),
        (Qt.Key.Key_Up, SHIFT, (0.7, 0.165, 0.135)),
        (Qt.Key.Key_Down, SHIFT, (0.5, 0.275, 0.225)),
        (Qt.Key.Key_Up, CONTROL, (0.601, 0.2195, 0.1795)),
    ],
)
def test_that_arrows_move_a_point_with_shift_ten_and_with_control_a_tenth(
    page, session, key, modifier, expected
):
    page.triangle.setFocus()
    QTest.keyClick(page.triangle, key, modifier)
    assert mix(session) == pytest.approx(expected, abs=1.5e-4)


def test_that_home_is_the_default_of_the_table(page, session):
    session.edit("mix", {"tpu": 0.1, "trainium": 0.1, "gpu": 0.8})
    QTest.keyClick(page.triangle, Qt.Key.Key_Home)
    assert session.scenario.mix == parameter("mix").default
    assert not page.reset.isEnabled()


def test_that_arrows_stop_at_the_edges(page, session):
    for _ in range(15):
        QTest.keyClick(page.triangle, Qt.Key.Key_Right, SHIFT)
        QTest.keyClick(page.triangle, Qt.Key.Key_Up, SHIFT)
    assert mix(session) == (1.0, 0.0, 0.0)


def test_that_a_run_of_keys_is_one_step_of_undo(page, session):
    for _ in range(5):
        QTest.keyClick(page.triangle, Qt.Key.Key_Right)
    assert session.history.count() == 1


def test_that_tab_goes_from_the_triangle_to_the_measure_and_on_to_the_fields(page, qtbot):
    page.triangle.setFocus()
    page.activateWindow()
    visited = []
    for _ in range(12):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.window().focusWidget())
    assert set(page.shares.fields.values()) <= set(visited)
    assert page.measures in visited
    assert page.triangle in visited


# The fields and the locks


def test_that_a_field_moves_the_others_in_proportion(page, session):
    field = page.shares.fields["tpu"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "20")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert mix(session) == (0.2, 0.44, 0.36)
    assert sum_of_fields(page) == 10_000


def test_that_a_locked_share_keeps_its_value_under_field_puck_and_keys(page, session):
    page.shares.locks["trainium"].click()
    for act in (
        lambda: page.shares.fields["tpu"].setValue(30),
        lambda: QTest.mouseClick(page.triangle, LEFT, NONE, pixel(page, 0.1, 0.8, 0.1)),
        lambda: QTest.keyClick(page.triangle, Qt.Key.Key_Right, SHIFT),
        lambda: QTest.keyClick(page.triangle, Qt.Key.Key_Up, SHIFT),
    ):
        before = session.scenario.mix
        act()
        assert session.scenario.mix != before
        assert session.scenario.mix["trainium"] == 0.22
    assert sum_of_fields(page) == 10_000


def test_that_with_two_shares_locked_nothing_can_move_and_the_page_says_so(page, session):
    before = session.scenario
    page.shares.locks["trainium"].click()
    page.shares.locks["gpu"].click()
    assert page.note.isVisible()
    QTest.mouseClick(page.triangle, LEFT, NONE, pixel(page, 0.1, 0.1, 0.8))
    QTest.keyClick(page.triangle, Qt.Key.Key_Up)
    QTest.keyClick(page.shares.fields["tpu"], Qt.Key.Key_Down)
    QTest.keyClick(page.triangle, Qt.Key.Key_Home)
    assert session.scenario == before
    assert not session.history.count()


def test_that_all_sums_to_a_hundred_percent_after_ten_thousand_edits_with_locks(
    page, session, monkeypatch
):
    rng = random.Random(4)
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
    monkeypatch.setattr(page.mapper, "request", lambda _: None)  # the map is not what is tested
    box = page.triangle.rect()
    for i in range(10_000):
        locked = {f: s for f, s in session.scenario.mix.items() if f in page.shares.locked}
        kind = rng.randrange(4)
        if kind == 0:
            page.shares.fields[rng.choice(FAMILIES)].setValue(rng.uniform(0, 100))
        elif kind == 1:
            point = QPoint(rng.randrange(box.width()), rng.randrange(box.height()))
            QTest.mouseClick(page.triangle, LEFT, NONE, point)
        else:
            modifier = rng.choice((NONE, SHIFT, CONTROL))
            QTest.keyClick(page.triangle, rng.choice(keys), modifier)
        units = [round(share * 10_000) for share in mix(session)]
        assert sum(units) == 10_000
        assert tuple(unit / 10_000 for unit in units) == mix(session)
        assert all(session.scenario.mix[f] == share for f, share in locked.items())
        assert sum_of_fields(page) == 10_000
        if i % 50 == 0:
            page.shares.locks[rng.choice(FAMILIES)].click()


# What is seen and said


def test_that_hovering_says_mix_and_value(settled):
    QTest.mouseMove(settled.triangle, pixel(settled, 0.3, 0.4, 0.3))
    text = settled.triangle.hover_text().replace("\u00a0", " ")
    assert "TPU 30 · Trainium 40 · GPU 30%" in text
    assert "per PFLOP-hour" in text
    assert settled.triangle.grab() is not None


def test_that_screen_readers_hear_name_value_and_keys(settled):
    triangle = settled.triangle
    assert triangle.accessibleName() == "Chip mix triangle"
    said = triangle.accessibleDescription().replace("\u00a0", " ")
    assert "Google TPU 60.00%, AWS Trainium 22.00%, NVIDIA GPU 18.00%: $2." in said
    assert "Home: the default" in said
    names = [field.accessibleName() for field in settled.shares.fields.values()]
    assert names == [
        "Share of Google TPU, percent",
        "Share of AWS Trainium, percent",
        "Share of NVIDIA GPU, percent",
    ]
    assert all(lock.accessibleName() for lock in settled.shares.locks.values())


def test_that_the_words_compare_the_mix_with_the_cheapest(settled, session):
    text = settled.words.text()
    assert "The cheapest mix, all TPU, costs $" in text
    assert "more." in text
    assert "Least regret: all TPU" in text
    session.edit("mix", {"tpu": 1.0, "trainium": 0.0, "gpu": 0.0})
    settled.show_result(simulate(session.scenario))
    assert "This is the cheapest mix, at $" in settled.words.text()


def test_that_focus_can_be_seen(settled):
    ring = FocusRing(settled)  # as its window has one
    settled.triangle.clearFocus()
    without = settled.triangle.grab().toImage()
    settled.activateWindow()
    settled.triangle.setFocus()
    assert settled.triangle.hasFocus()
    assert settled.triangle.grab().toImage() != without
    ring.deleteLater()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_map_is_painted_once_and_kept(settled, palette):
    settled.use_palette(palette)
    settled.triangle.grab()
    kept = settled.triangle._ground
    settled.triangle.show_shares({"tpu": 0.1, "trainium": 0.1, "gpu": 0.8})
    settled.triangle.grab()
    assert settled.triangle._ground is kept


@pytest.mark.parametrize("size", [(1260, 850), (680, 480)], ids=str)
def test_that_what_is_written_on_the_map_keeps_clear_of_the_puck(settled, size):
    settled.resize(*size)
    settled.triangle.grab()
    written = settled.triangle.labels_shown()
    assert len(written) >= 3
    for label, at in written:
        here = next(plate for place, plate in label.places if place == at)
        shares = settled.triangle.geometry_.shares(here.center())
        mix = dict(zip(FAMILIES, shares, strict=True))
        settled.triangle.show_shares(mix)
        moved = {one.text: place for one, place in settled.triangle.labels_shown()}
        assert moved.get(label.text) != at
        for one, place in settled.triangle.labels_shown():
            plate = next(plate for there, plate in one.places if there == place)
            assert not plate.contains(settled.triangle.puck), one.text


def test_that_a_label_with_no_clear_place_gives_way(settled):
    settled.triangle.grab()
    found = settled.triangle._labels
    everywhere = QRectF(settled.triangle.rect())
    assert chosen(found, [everywhere]) == []
    assert len(chosen(found, [])) >= 3


def test_that_the_corners_are_the_single_families(page):
    geometry = page.triangle.geometry_
    for place, corner in enumerate(geometry.corners.toList()):
        assert geometry.shares(corner) == pytest.approx(np.eye(3)[place], abs=1e-9)
    middle = geometry.shares(geometry.point((0.2, 0.3, 0.5)))
    assert middle == pytest.approx((0.2, 0.3, 0.5))
    assert geometry.distance(QPointF(-500, -500)) > 100


def test_that_a_file_may_name_its_families_in_another_order(page, session):
    turned = {"gpu": 0.5, "trainium": 0.3, "tpu": 0.2}
    mixed = type(session.scenario.mix)(turned)
    session.put(dataclasses.replace(session.scenario, mix=mixed))
    assert page.triangle.geometry_.shares(page.triangle.puck) == pytest.approx((0.2, 0.3, 0.5))
    assert page.shares.fields["gpu"].value() == 50.0
    QTest.keyClick(page.triangle, Qt.Key.Key_Right)
    assert dict(session.scenario.mix) == {"tpu": 0.2, "trainium": 0.29, "gpu": 0.51}


def test_that_a_catalogue_of_two_families_gets_linked_bars_and_says_why(qtbot, page, session):
    session.open(Document(two_family_scenario()), None)
    assert page.triangle is None
    assert page.bars is not None
    qtbot.waitUntil(page.bars.isVisible)
    page.show_result(simulate(session.scenario))
    page.choose_month(12)
    page.use_palette(DARK)
    session.open(Document(Scenario()), None)
    assert page.triangle is not None
    wait_for_map(qtbot, page)


@pytest.fixture
def small_triangle(settled):
    """As wide as in the smallest window, with its names placed anew."""
    triangle = settled.triangle
    triangle.setMinimumSize(0, 0)
    triangle.resize(270, 300)
    triangle.grab()
    return triangle


def test_that_no_name_on_the_map_stands_on_a_share_of_its_edges(small_triangle):
    metrics = QFontMetricsF(small_font(small_triangle.font()))
    rooms = [tick.room for tick in ticks(small_triangle.geometry_, metrics)]
    assert len(rooms) == 12
    for label, at in small_triangle.labels_shown():
        wide = QFontMetricsF(label.font).horizontalAdvance(label.text)
        written = QRectF(at.x(), at.y() - metrics.ascent(), wide, metrics.height())
        assert not any(written.intersects(room) for room in rooms), label.text


def test_that_a_corner_with_little_room_has_the_family_s_short_name(small_triangle):
    metrics = QFontMetricsF(small_font(small_triangle.font(), bold=True))
    small_triangle.resize(200, 300)
    assert small_triangle._fitted("tpu", "60.00%", metrics) == "TPU"
    small_triangle.resize(600, 560)
    assert small_triangle._fitted("tpu", "60.00%", metrics) == "Google TPU"
