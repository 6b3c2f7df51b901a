"""Nothing jumps: what comes and goes leaves every other thing where it was."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

LEFT = Qt.MouseButton.LeftButton
LONG = "It went on and on, as messages with a path in them do. " * 6


def places(window) -> dict[str, tuple[int, int, int, int]]:
    """Where everything stands that is to be seen on the page in front."""
    found = {
        "figures": window.kpis,
        "sentence": window.sentence,
        "rail": window.pages.rail,
        "ribbon": window.pages["overview"].ribbon,
        "levers": window.levers,
        "field": window.levers.row("power_budget_gw").line.spin,
        "bar": window.statusBar(),
        **window.pages["overview"].charts,
    }
    return {
        key: (*widget.mapTo(window, QPoint(0, 0)).toTuple(), *widget.size().toTuple())
        for key, widget in found.items()
    }


def bars(window) -> list[bool]:
    """Whether the levers and the page are scrolled. The bar of the levers always has its room."""
    levers = window.levers._scroll.verticalScrollBar()
    page = window.pages["overview"].findChild(QScrollArea).verticalScrollBar()
    return [levers.maximum() > 0, page.isVisible()]


def test_that_presenting_and_back_leaves_everything_as_it_was(window, qtbot):
    window.activateWindow()
    before = places(window)
    assert bars(window) == [False, False]
    for leave in (Qt.Key.Key_F11, Qt.Key.Key_Escape, Qt.Key.Key_F11):
        QTest.keyClick(window, Qt.Key.Key_F11)
        qtbot.waitUntil(lambda: places(window) != before)
        QTest.keyClick(window, leave)
        qtbot.waitUntil(lambda: places(window) == before)
        assert bars(window) == [False, False]
        assert not window.messages.isVisible()


def test_that_a_window_made_larger_and_smaller_again_has_its_charts_as_before(window, qtbot):
    before = places(window)
    window.resize(2400, 1600)
    qtbot.waitUntil(lambda: window.pages["overview"].charts["fleet"].height() > 560)
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: places(window) == before)
    assert bars(window) == [False, False]


@pytest.mark.parametrize("size", [(1600, 1000), (1024, 700)])
def test_that_messages_move_nothing_and_are_read_in_full(window, qtbot, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    QApplication.processEvents()
    before = places(window)
    for text, offers in (("Short", []), (LONG, [("Reload it", print), ("Save as…", print)])):
        window.messages.say(text, error=bool(offers), actions=offers)
        qtbot.waitUntil(window.messages.isVisible)
        QApplication.processEvents()
        assert places(window) == before
        label = next(x for x in window.messages.findChildren(QLabel) if x.text() == text)
        qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))
        shown = window.messages.geometry()
        assert window.header.rect().contains(shown)
    for button in window.messages.buttons.values():
        assert window.childAt(button.mapTo(window, button.rect().center())) is button
    window.messages.hide()
    assert places(window) == before


def test_that_a_notice_gives_way_to_the_next_sentence_and_an_offer_stays(window, qtbot):
    window.messages.say("Copied")
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: "1.6 → 4" in window.sentence.text())
    assert window.messages.isHidden()
    for error, offers in ((True, []), (False, [("Recover", print)])):
        window.messages.say("Read this", error=error, actions=offers)
        window.session.history.undo()
        qtbot.waitUntil(lambda: "4 → 1.6" in window.sentence.text())
        assert window.messages.isVisible()
        window.session.history.redo()
        qtbot.waitUntil(lambda: "1.6 → 4" in window.sentence.text())


def lines_in_sight(window) -> dict[str, QWidget]:
    return {
        f"{row.row.key} {family}": line
        for row in window.levers._rows_in_sight()
        for family, line in row.lines.items()
        if row.row.key not in ("seed", "draws")
    }


def all_foreseen(window) -> bool:
    lines = lines_in_sight(window)
    return bool(lines) and all(line.slider.preview is not None for line in lines.values())


def test_that_levers_have_their_curves_however_they_come_into_sight(window, qtbot):
    qtbot.waitUntil(lambda: all_foreseen(window))
    window.activateWindow()
    window.levers.search.setFocus()
    QTest.keyClicks(window.levers.search, "chip")  # at once, as fast as can be
    qtbot.waitUntil(lambda: "plan_ahead_months " in lines_in_sight(window))
    qtbot.waitUntil(lambda: all_foreseen(window))
    window.levers.search.clear()
    power = next(g for g in window.levers.groups if g.parameters[0].group == "Power" and g.folds)
    power.header.click()
    qtbot.waitUntil(lambda: len(lines_in_sight(window)) > 6)
    qtbot.waitUntil(lambda: all_foreseen(window))
    window.resize(1600, 1400)
    qtbot.waitUntil(lambda: all_foreseen(window))


# The tour


def of_button(tour) -> QRect:
    return QRect(tour.next.mapTo(tour.window(), QPoint(0, 0)), tour.next.size())


@pytest.mark.parametrize("size", [(1600, 1000), (1024, 700)])
def test_that_the_tour_s_card_and_its_button_stay_where_they_are(window, tour, qtbot, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    QTest.qWait(50)
    card, button = tour.geometry(), of_button(tour)
    labels = [tour._title, tour._text]
    while not tour.skip.isHidden():
        QTest.mouseClick(tour.next, LEFT)
        assert tour.geometry() == card
        assert of_button(tour).contains(button.center())
        assert not tour.ring.geometry().intersects(card)
        assert window.childAt(button.center()) is tour.next
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert tour.rect().adjusted(2, 2, -2, -2).contains(label.geometry())


def test_that_no_click_on_the_card_reaches_the_page_below(window, tour, qtbot):
    heard = []
    window.mousePressEvent = lambda event: heard.append(event)
    window.mouseDoubleClickEvent = lambda event: heard.append(event)
    for act in (QTest.mouseClick, QTest.mouseDClick):
        act(tour, LEFT, pos=QPoint(3, 3))
        act(tour._text, LEFT)
        act(tour.back, LEFT)  # which can't be pressed yet
    QTest.mouseRelease(tour, LEFT)
    assert heard == []
    assert tour.place == 0


def test_that_a_second_click_on_the_last_button_falls_on_nothing(window, tour, qtbot):
    while not tour.skip.isHidden():
        QTest.mouseClick(tour.next, LEFT)
    at = of_button(tour).center()
    QTest.mouseClick(tour.next, LEFT)
    assert tour.isHidden()
    month = window.kpis.month
    below = window.childAt(at)
    assert below is tour._shield
    QTest.mouseDClick(below, LEFT)
    QTest.mouseRelease(below, LEFT)
    assert window.kpis.month == month
    qtbot.waitUntil(tour._shield.isHidden)
    assert window.childAt(at) is not tour._shield


def test_that_no_label_of_a_page_shows_markup_as_text(window):
    for page in window.pages:
        window.pages.show_page(page)
        for label in page.findChildren(QLabel):
            plain = label.textFormat() == Qt.TextFormat.PlainText
            assert not (plain and re.search(r"</?\w+>", label.text())), label.text()
    assert window.pages["overview"].charts["capacity"]._title.text() == (
        "Capacity and demand [EFLOP/s]"
    )
