"""On the smallest screens that are promised: nothing hangs out of what it is part of, and whatever
has no room can be scrolled to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QWidget,
)

from gui.help.document import LINE_HEIGHT, dress
from gui.help.window import HelpWindow
from gui.pages.analysis.columns import shared_out
from gui.pages.evidence.scatter import AWAY, WeakDot, WeakMatters, _is_clear, _leading
from gui.pages.start import beginning
from gui.system.language import install_language
from gui.widgets import screen_room
from gui.widgets.combo import ComboBox
from gui.widgets.focus_ring import Ring
from gui.widgets.palette import LIGHT
from gui.window import settings_dialog
from gui.window.main_window import MainWindow
from gui.words.abbreviate import short
from tests.gui import painted_text

SCREENS = [(1024, 600), (1093, 614)]  # the second: 1366 x 768, everything larger by a quarter
PARTS = {
    "supply": ("chips", "contracts", "sites"),
    "risk": ("odds", "matters", "shocks", "hedge"),
    "why": ("cause", "by_when"),
    "compare": ("table", "charts", "odds", "two"),
    "evidence": ("claims", "record", "ledger"),
}


@pytest.fixture(params=["en", "fr"])
def language(request, qapp: QApplication) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


@pytest.fixture(params=SCREENS, ids=str)
def small(request, language, compared) -> MainWindow:
    """A window as large as the screen, with something to compare."""
    return compared(*request.param)


def hanging_out(top: QWidget) -> list[str]:
    """What is seen only in part, because what it stands in has no room for it and no bar."""
    found = []
    for widget in top.findChildren(QWidget):
        around = widget.parentWidget()
        if not widget.isVisible() or widget.isWindow() or isinstance(widget, Ring):
            continue
        if any(isinstance(p, QAbstractScrollArea) for p in (around, around.parentWidget())):
            continue
        if widget.rect().isEmpty() or around.rect().contains(widget.geometry()):
            continue
        found.append(f"{type(widget).__name__} {widget.geometry()} in {around.rect()}")
    for area in top.findChildren(QScrollArea):
        inside, room = area.widget(), area.viewport().size()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if area.isVisible() and inside is not None:
            if inside.width() > room.width() and area.horizontalScrollBarPolicy() == never:
                found.append(f"{type(inside).__name__}: {inside.width()} in {room.width()}")
            if inside.height() > room.height() and area.verticalScrollBarPolicy() == never:
                found.append(f"{type(inside).__name__}: {inside.height()} in {room.height()}")
    return found


def see_whole(qtbot, top: QWidget, what: object = "") -> None:
    """Nothing hangs out, once what comes meanwhile, such as a longer read-out, has its place."""
    try:
        qtbot.waitUntil(lambda: hanging_out(top) == [])
    except qtbot.TimeoutError:
        assert hanging_out(top) == [], what


def test_that_every_part_of_every_page_is_seen_whole_or_scrolls(small, qtbot):
    for key in small.pages.keys:
        small.pages.show_key(key)
        page = small.pages[key]
        for part in PARTS.get(key, ("",)):
            if part:
                page.show_part(part)
            qtbot.waitUntil(lambda: page.settled, timeout=20_000)  # noqa: B023
            for _ in range(3):
                QApplication.processEvents()
            see_whole(qtbot, small, (key, part))
            painted = painted_text.texts(small)
            assert [*painted_text.over_another(painted)] == [], (key, part)
            assert [*painted_text.cut(painted)] == [], (key, part)


def test_that_words_over_words_and_words_that_are_cut_are_found(qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 120)
    places = {"Hello there": (20, 20, 90, 20), "world": (60, 22, 60, 20), "Cut": (20, 80, 12, 20)}
    for text, place in places.items():
        QLabel(text, top).setGeometry(*place)
    top.show()
    qtbot.waitExposed(top)
    painted = painted_text.texts(top)
    assert [each.text for each in painted] == list(places)
    (over,), (cut,) = painted_text.over_another(painted), painted_text.cut(painted)
    assert "'Hello there'" in over
    assert "'world'" in over
    assert "'Cut'" in cut


def test_that_the_welcome_is_seen_whole(small, qtbot):
    small.help.welcome()
    for _ in range(3):
        QApplication.processEvents()
    welcome = small.help.welcome_
    assert hanging_out(welcome) == []
    assert small.rect().contains(welcome.geometry())
    for card in welcome.cards.values():
        assert welcome.rect().contains(QRect(card.mapTo(welcome, QPoint(0, 0)), card.size()))


def test_that_a_goal_s_fields_and_its_sentence_are_not_squeezed(small, qtbot):
    small.edit.reach()
    for _ in range(3):
        QApplication.processEvents()
    bar = small.goal
    for box in (bar.measure, bar.period):
        assert box.shown_text == box.currentText()
    assert bar.state.height() < 2 * bar.state.fontMetrics().lineSpacing()
    small.resize(1600, 1000)
    qtbot.waitUntil(lambda: bar.state.y() < bar.field.geometry().bottom())


def test_that_a_deck_of_shocks_gives_way_to_the_bar(small, qtbot):
    small.pages.show_key("risk")
    page = small.pages["risk"]
    page.show_part("shocks")
    qtbot.waitUntil(lambda: page.settled and bool(page.shocks.deck.cards), timeout=20_000)
    QApplication.processEvents()
    area = page.shocks.card.parentWidget().parentWidget()
    assert area.horizontalScrollBar().maximum() == 0


def test_that_the_ledger_is_as_wide_as_its_page_and_asks_in_whole_words(small, qtbot):
    small.pages.show_key("evidence")
    page = small.pages["evidence"]
    page.show_part("ledger")
    qtbot.waitUntil(lambda: page.settled, timeout=20_000)
    QApplication.processEvents()
    area = page.ledger.parentWidget().parentWidget()
    assert area.horizontalScrollBar().maximum() == 0
    search = page.ledger.search
    hint = search.fontMetrics().horizontalAdvance(search.placeholderText())
    assert search.width() > hint + 20
    for button in (page.ledger.measure, page.ledger.decision, page.ledger.export):
        assert button.mapTo(page.ledger, button.rect().bottomRight()).x() < page.ledger.width()


def test_that_a_table_below_the_chips_shows_a_row(small, qtbot):
    small.pages.show_key("supply")
    page = small.pages["supply"]
    page.show_part("chips")
    view = page.generations.view
    qtbot.waitUntil(view.isVisible, timeout=20_000)
    QApplication.processEvents()
    assert view.viewport().height() >= view.verticalHeader().defaultSectionSize()


def test_that_the_settings_are_no_higher_than_the_screen(window, qtbot, monkeypatch):
    monkeypatch.setattr(settings_dialog, "room", lambda window: QSize(1008, 552))
    window.actions_by_key["edit.settings"].trigger()
    dialog = window.edit._settings
    qtbot.waitExposed(dialog)
    assert dialog.height() <= 552
    assert hanging_out(dialog) == []
    foot = dialog.reset.mapTo(dialog, dialog.reset.rect().bottomLeft())
    assert dialog.rect().contains(foot)
    dialog.close()


def test_that_the_help_opens_no_larger_than_the_screen(qtbot):
    book = HelpWindow("en", LIGHT)
    qtbot.addWidget(book)
    room = screen_room.room(book)
    assert book.width() <= room.width()
    assert book.height() <= room.height()


def test_that_on_wayland_room_is_left_for_the_bars_of_the_system(qtbot, monkeypatch):
    """No program is told of them there: the last row of a window would be below the screen."""
    widget = QWidget()
    qtbot.addWidget(widget)
    elsewhere = screen_room.room(widget)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    assert screen_room.room(widget) == elsewhere - QSize(0, 48)


def test_that_no_room_is_left_empty_below_a_picture():
    document = QTextDocument()
    dress(document, "Text\n\n![A picture](overview-light.png)\n", LIGHT, 1.0)
    text, picture = document.begin(), document.begin().next()
    assert text.blockFormat().lineHeight() == LINE_HEIGHT
    assert picture.blockFormat().lineHeight() != LINE_HEIGHT


def test_that_a_list_leaves_out_letters_where_it_has_no_room(qtbot):
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItem("The announcement of October 2025")
    box.setFixedWidth(box.sizeHint().width())
    assert box.shown_text == box.currentText()
    box.setFixedWidth(120)
    assert box.shown_text.endswith("…")
    field = box.fontMetrics().horizontalAdvance(box.shown_text)
    assert field < 120


def test_that_a_colon_stays_with_the_word_before_it():
    text = "octobre\u00a02025\u00a0: deux\u202f; trois\n quatre"
    assert beginning(text) == "octobre\u00a02025\u00a0: deux\u202f; trois quatre"
    assert short(text) == beginning(text)


def test_that_texts_give_way_to_numbers():
    wanted, words = {0: 150, 1: 90, 5: 170}, {0: 60, 1: 60, 5: 70}
    assert shared_out(wanted, 500, {5: 110}, words) == wanted
    assert shared_out(wanted, 300, {5: 110}, words) == {0: 100, 1: 90, 5: 110}
    assert sum(shared_out(wanted, 200, {5: 110}, words).values()) <= 200


def test_that_no_heading_of_a_table_of_bars_is_cut(small, qtbot):
    small.pages.show_key("why")
    page = small.pages["why"]
    page.show_part("by_when")
    table = page.by_when.table
    qtbot.waitUntil(lambda: page.settled and table.isVisible(), timeout=20_000)
    QApplication.processEvents()
    header = table.horizontalHeader()
    for column, heading in enumerate(table.bars.headings):
        room = QRect(0, 0, header.sectionSize(column), header.height())
        flags = Qt.TextFlag.TextWordWrap
        taken = header.fontMetrics().boundingRect(room, flags, heading)
        assert taken.width() <= room.width(), heading
        assert taken.height() <= room.height(), heading
    frame = table.parentWidget()
    assert isinstance(frame, QFrame)
    assert table.geometry().bottom() <= frame.height()


def test_that_names_of_dots_cover_neither_one_another_nor_a_dot(qtbot):
    scatter = WeakMatters()
    qtbot.addWidget(scatter)
    scatter.resize(QSize(440, 240))
    crowd = [WeakDot(i, f"Assumption {i}", 2.0 + 0.01 * i, 0.1 + 0.01 * i, "") for i in range(12)]
    alone = WeakDot("alone", "Rebound", 2.6, 0.9, "")
    scatter.show_dots([*crowd, alone], None)
    named = scatter.names()
    assert named[0][0] == "Rebound"
    places = [place for _, place, _ in named]
    assert not any(a.intersects(b) for a, b in itertools.combinations(places, 2))
    for place in places:
        assert place.right() <= scatter.width()
        assert place.top() >= 16  # below the title
    dots = [scatter._at(dot) for dot in scatter.dots]
    assert not any(place.contains(at) for place in places for at in dots)
    for _, place, at in named:  # a line to a name is of one dot
        lead = _leading(at, place)
        assert lead.length() <= AWAY or _is_clear(lead, dots, ())


def test_that_a_large_screen_s_room_goes_below_the_shocks(window, qtbot):
    window.resize(2560, 1440)
    window.pages.show_key("risk")
    page = window.pages["risk"]
    page.show_part("shocks")
    qtbot.waitUntil(lambda: page.settled and bool(page.shocks.deck.cards), timeout=20_000)
    QApplication.processEvents()
    about, title = page.shocks.about.geometry(), page.shocks.card.title.geometry()
    assert about.top() - title.bottom() < 12
    assert page.shocks.deck.y() - about.bottom() < 12


def test_that_plans_have_their_names_in_full_where_there_is_room(window, qtbot):
    window.session.edit("power_budget_gw", 1.2)
    window.pages.show_key("compare")
    page = window.pages["compare"]
    page.show_part("two")
    window.resize(1600, 1000)
    for box in (page.changes.before, page.changes.after):
        qtbot.waitUntil(lambda: bool(box.currentText()))  # noqa: B023
        qtbot.waitUntil(lambda: box.shown_text == box.currentText())  # noqa: B023
