"""The help window: opens where it is asked, finds, goes back, and stays off the network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent, QTextTable
from PySide6.QtWidgets import QApplication, QWhatsThis

from gui.help.book import PAGES
from gui.help.equations import rows
from gui.help.window import HelpPlace, HelpWindow
from gui.widgets.palette import CONTRAST, DARK, LIGHT
from gui.window.commands.help import FIGURES


@pytest.fixture
def book(qtbot) -> HelpWindow:
    window = HelpWindow("en", LIGHT)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.open("start")
    return window


def test_that_f1_and_question_marks_open_the_entry_of_what_they_are_about(window, qtbot) -> None:
    row = window.levers.row("power_budget_gw")
    row.line.slider.setFocus()
    window.actions_by_key["help.contents"].trigger()
    assert window.actions_by_key["help.contents"].shortcut().toString() == "F1"
    assert window.help.book.place == HelpPlace("levers", "power_budget_gw")
    assert top_line(window.help.book).startswith("Facility power when ready")
    qtbot.mouseClick(window.levers.row("revenue_growth").help, Qt.MouseButton.LeftButton)
    assert window.help.book.place == HelpPlace("levers", "revenue_growth")
    window.pages["overview"].charts["cost"].ask_for_help()
    assert window.help.book.place == HelpPlace("outputs", "cost")
    window.help.book.close()


def top_line(book: HelpWindow) -> str:
    """The text at the top of the page's view."""
    browser = book.browser
    return browser.cursorForPosition(QPoint(40, 16)).block().text()


def test_that_what_is_this_asks_about_what_is_clicked(window, qtbot) -> None:
    assert set(window.kpis.tiles) <= set(FIGURES)
    window.actions_by_key["help.what_is_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    tile = window.kpis.tiles["committed"]
    event = QHelpEvent(QEvent.Type.WhatsThis, QPoint(4, 4), tile.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(tile, event)
    assert not QWhatsThis.inWhatsThisMode()
    assert window.help.book.place == HelpPlace("outputs", "commitment_bn")
    window.help.book.close()


def test_that_every_entry_of_the_menu_opens_its_page(window) -> None:
    for key, page in (("manual", "manual"), ("keys", "shortcuts"), ("licences", "licences")):
        window.actions_by_key[f"help.{key}"].trigger()
        assert window.help.book.place.page == page
    book = window.help.book
    window.close()
    assert not book.isVisible()  # nothing stays behind the window


def test_that_every_page_can_be_read(book) -> None:
    for page in PAGES:
        book.open(page.key)
        assert len(book.browser.toPlainText()) > 300
        assert book.contents.currentItem().text() == page.title_text
        assert book.browser.verticalScrollBar().value() == 0


def test_that_links_inside_stay_inside_and_others_wait_for_a_click(book, monkeypatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    book.open("licences")
    book.browser.anchorClicked.emit(QUrl("model.md#money"))
    assert book.place == HelpPlace("model", "money")
    assert top_line(book) == "Money"
    assert opened == []
    book.browser.anchorClicked.emit(QUrl("https://pyside.org"))
    assert opened == [QUrl("https://pyside.org")]
    assert book.place == HelpPlace("model", "money")


def test_that_back_and_forward_walk_what_was_read(book, qtbot) -> None:
    book.open("model")
    book.open("levers", "wacc")
    assert not book.forward.isEnabled()
    qtbot.keyClick(book, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert book.place == HelpPlace("model")
    book.go_back()
    assert book.place == HelpPlace("start")
    assert not book.back.isEnabled()
    book.go_forward()
    book.go_forward()
    assert book.place == HelpPlace("levers", "wacc")
    book.go_back()
    book.open("news")
    assert not book.forward.isEnabled()


def test_that_search_is_done_with_the_keys_alone(book, qtbot) -> None:
    qtbot.keyClicks(book.search, "price of the hedge")
    assert book.contents.count() >= 1
    qtbot.keyClick(book.search, Qt.Key.Key_Return)
    assert book.place.page == "model"
    assert book.browser.extraSelections()
    qtbot.keyClick(book, Qt.Key.Key_Escape)
    assert book.search.text() == ""
    assert book.contents.count() == len(PAGES)
    assert book.isVisible()
    qtbot.keyClick(book, Qt.Key.Key_Escape)
    assert not book.isVisible()


def test_that_a_search_without_a_find_says_so(book, qtbot) -> None:
    book.search.setText("xyzzy")
    assert book.contents.count() == 1
    assert "Nothing" in book.contents.item(0).text()
    book._to_results()
    assert book.place == HelpPlace("start")


def test_that_pictures_are_of_the_theme_and_no_wider_than_the_page(book) -> None:
    kind = 2  # an image
    light = book.browser.loadResource(kind, QUrl("overview-light.png"))
    book.use_palette(DARK)
    dark = book.browser.loadResource(kind, QUrl("overview-light.png"))
    for image in (light, dark):
        assert 200 < image.width() / image.devicePixelRatio() <= book.browser.viewport().width()
    assert light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness()
    book.use_palette(CONTRAST)  # dark, too
    assert book.browser.loadResource(kind, QUrl("overview-light.png")) == dark


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "../scenarios/x.png", "file:///etc/passwd", "none.png"]
)
def test_that_nothing_but_our_own_pictures_is_loaded(book, name: str) -> None:
    assert book.browser.loadResource(2, QUrl(name)) is None
    assert book.browser.loadResource(3, QUrl(name)) is None


def test_that_equations_are_set_out_in_two_columns(book) -> None:
    assert rows(["a = b + c", "    + d", "", "sum"]) == [
        ("a", "= b + c\n+ d"),
        ("", ""),
        ("sum", ""),
    ]
    book.open("model", "money")
    frames = book.browser.document().rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    firsts = {table.cellAt(0, 0).firstCursorPosition().block().text() for table in tables}
    assert {"serving demand", "IT limit", "target", "monthly rate i"} <= firsts


def test_that_text_grows_and_shrinks_and_keeps_its_place(book, qtbot) -> None:
    book.open("model", "money")
    plain = book.browser.document().defaultFont().pointSizeF()
    book._larger()
    assert book.browser.document().defaultFont().pointSizeF() > plain
    for _ in range(9):
        book._larger()
    book._plain()
    assert book.browser.document().defaultFont().pointSizeF() == plain
