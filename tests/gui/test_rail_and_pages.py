"""The rail and the pages behind it, without a window: keys, marks, order, once and again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from gui.pages.page import Page, PageRow, Parts
from gui.widgets.palette import LIGHT
from gui.window.navigation import Pages, drawing, on_lines


class First(Page):
    pass


class Other(Page):
    pass


def row(key, kind, *, in_rail=True):
    return PageRow(key, f"Page {key}", lambda parts: kind(), in_rail)


@pytest.fixture
def pages(qtbot):
    kinds = [First, Other] * 5
    rows = [row(f"p{number}", kind) for number, kind in enumerate(kinds)]
    made = Pages((row("hidden", First, in_rail=False), *rows), Parts(None, None))
    qtbot.addWidget(made)
    qtbot.addWidget(made.rail)
    made.show_key("p0")
    return made


def marked(pages):
    return [key for key, button in pages.rail.buttons.items() if button.isChecked()]


def stops(pages):
    return [
        key
        for key, button in pages.rail.buttons.items()
        if button.focusPolicy() == Qt.FocusPolicy.TabFocus
    ]


def test_that_the_page_in_front_alone_is_marked_and_has_the_one_stop_of_the_keys(pages):
    for key in ("p3", "p0", "p3"):
        pages.show_key(key)
        assert pages.key == key
        assert pages.in_front is pages[key]
        assert pages.currentWidget() is pages[key]
        assert marked(pages) == [key]
        assert stops(pages) == [key]


def test_that_a_page_outside_the_rail_marks_none_and_the_next_is_marked_again(pages):
    pages.show_key("hidden")
    assert pages.key == "hidden"
    assert marked(pages) == []
    assert stops(pages) == ["p0"]
    pages.show_key("p1")
    pages.rail.buttons["p2"].click()
    assert pages.key == "p2"
    assert marked(pages) == ["p2"]


def test_that_a_key_without_a_page_changes_nothing(pages):
    pages.show_key("p4")
    pages.show_key("nowhere")
    assert pages.key == "p4"


def test_that_nine_pages_have_a_digit_and_the_tenth_has_none(pages):
    keys = {key: action.shortcut().toString() for key, action in pages.actions_by_key.items()}
    assert keys == {**{f"p{n}": f"Ctrl+{n + 1}" for n in range(9)}, "p9": ""}
    tips = [pages.rail.buttons[f"p{n}"].toolTip() for n in (0, 8, 9)]
    assert tips == ["Page p0 (Ctrl+1)", "Page p8 (Ctrl+9)", "Page p9"]


def test_that_the_menu_brings_a_page_to_the_front_each_time(pages, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    pages.add_to(menu)
    assert [action.text() for action in menu.actions()][:2] == ["Page: Page p0", "Page: Page p1"]
    for place in (5, 2, 5):
        menu.actions()[place].trigger()
        assert pages.key == f"p{place}"


def test_that_of_all_pages_the_one_in_front_comes_first(pages):
    pages.show_key("p3")
    assert list(pages) == [pages["hidden"], pages["p0"], pages["p3"]]
    others = (pages[key] for key in pages.keys if key != "p3")
    assert pages.whole() == [pages["p3"], *others]
    assert set(pages) == set(pages.whole())
    assert pages.get("p3", Other) is pages["p3"]
    with pytest.raises(AssertionError):
        pages.get("p3", First)
    assert pages.keys == ("hidden", *(f"p{n}" for n in range(10)))


def test_that_names_longer_than_twelve_letters_have_a_line_for_each_word():
    assert on_lines("Twelve lette") == "Twelve lette"
    assert on_lines("Thirteen lett") == "Thirteen\nlett"


def test_that_a_drawing_has_its_colour_and_its_size_and_any_page_has_one(qapp):
    for key in ("overview", "nowhere"):
        picture = drawing(key, "#ff0000", 40).toImage()
        assert picture.size() == QSize(40, 40)
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(40)
            for y in range(40)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert inks == {"#ff0000"}


def test_that_pictures_grow_with_the_letters(pages):
    for scale, side in ((1.0, 22), (1.5, 33), (1.0, 22)):
        pages.rail.use_palette(LIGHT.scaled(scale))
        button = pages.rail.buttons["p0"]
        assert button.iconSize() == QSize(side, side)
        sizes = button.icon().availableSizes(QIcon.Mode.Normal, QIcon.State.On)
        assert sizes == [QSize(side, side)]


def test_that_a_page_has_nothing_to_remember_and_no_charts_unless_it_says_so(qtbot):
    page = First()
    qtbot.addWidget(page)
    assert page.state is None
    assert page.has_charts is False
    assert row("p0", First).in_rail is True


def test_that_the_keys_go_with_the_mark_from_one_button_of_the_rail_to_another(pages, qtbot):
    pages.rail.show()
    pages.rail.activateWindow()
    pages.rail.buttons["p0"].setFocus()
    qtbot.waitUntil(pages.rail.buttons["p0"].hasFocus)
    pages.show_key("p3")
    assert pages.rail.buttons["p3"].hasFocus()
    assert stops(pages) == ["p3"]
