"""The bar that says what happened, with what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot):
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_that_a_message_offers_what_can_be_done_and_does_it_once(bar, qtbot):
    done = []
    offers = [("Undo", lambda: done.append("undo")), ("Keep", lambda: done.append("keep"))]
    bar.say("The file has changed on disk", actions=offers)
    assert list(bar.buttons) == ["Undo", "Keep"]
    qtbot.mouseClick(bar.buttons["Undo"], Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert bar.isHidden()


def test_that_a_button_may_say_the_next_message(bar, qtbot):
    bar.say("First", actions=[("Go on", lambda: bar.say("Second"))])
    qtbot.mouseClick(bar.buttons["Go on"], Qt.MouseButton.LeftButton)
    assert bar.text == "Second"
    assert bar.buttons == {}


def test_that_an_error_is_told_from_a_notice_by_more_than_colour(bar):
    bar.say("It is so")
    notice = bar._sign.text()
    bar.say("It can't be", error=True)
    assert bar._sign.text() != notice
    assert bar.accessibleName() == "Error: It can't be"


def test_that_escape_closes_the_message(bar, qtbot):
    bar.say("Read me", actions=[("Yes", lambda: None)])
    qtbot.keyClick(bar.buttons["Yes"], Qt.Key.Key_Escape)
    assert bar.isHidden()
