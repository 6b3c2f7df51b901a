"""The bar that says what happened, with what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets.message_bar import MessageBar


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


def test_that_a_notice_gives_way_and_an_error_an_action_or_what_is_to_stay_does_not(bar):
    for text, more, left in (
        ("Notice", {}, ""),
        ("Error", {"error": True}, "Error"),
        ("Offer", {"actions": [("Go", lambda: None)]}, "Offer"),
        ("Hint", {"actions": [("Go", lambda: None)], "stays": False}, ""),
        ("Kept", {"stays": True}, "Kept"),
        ("Notice again", {}, ""),
    ):
        bar.say(text, **more)
        assert bar.text == text
        bar.give_way()
        assert bar.text == left


def test_that_a_signal_s_notice_and_refusal_are_told_apart_each_time(bar):
    for _ in range(2):
        bar.tell("So")
        assert (bar._sign.text(), bar.accessibleName(), bar.property("error")) == (
            "i",
            "Notice: So",
            False,
        )
        bar.refuse("No")
        assert (bar._sign.text(), bar.accessibleName(), bar.property("error")) == (
            "!",
            "Error: No",
            True,
        )


def test_that_an_offer_closed_by_hand_does_not_come_back_and_a_new_one_does(bar):
    for name in ("First", "Second"):
        bar.offer(name, [("Take", lambda: None)])
        bar.say("Between")
        assert bar.text == "Between"
        bar.hide()
        assert bar.text == name
        assert list(bar.buttons) == ["Take"]
        bar.hide()
        assert bar.text == ""
        assert bar.buttons == {}


def test_that_an_offer_takes_the_place_of_an_offer_and_waits_behind_a_message(bar):
    bar.offer("First", [("Take", lambda: None)])
    bar.offer("Second", [("Take", lambda: None)])
    assert bar.text == "Second"
    bar.say("Message")
    bar.offer("Third", [("Take", lambda: None)])
    assert bar.text == "Message"
    bar.hide()
    assert bar.text == "Third"
    bar.give_way()
    bar.clear()
    assert bar.text == "Third"


def test_that_an_offer_withdrawn_is_gone_in_front_and_behind(bar):
    bar.offer("First", [("Take", lambda: None)])
    bar.withdraw()
    assert bar.text == ""
    bar.offer("Second", [("Take", lambda: None)])
    bar.say("Message")
    bar.withdraw()
    assert bar.text == "Message"
    bar.hide()
    assert bar.text == ""


def test_that_what_was_said_is_cleared_and_the_offer_behind_it_comes(bar):
    bar.offer("Offer", [("Take", lambda: None)])
    bar.say("Message")
    bar.clear()
    assert bar.text == "Offer"


def test_that_an_answered_offer_does_not_come_back_but_one_behind_a_message_does(bar, qtbot):
    taken = []
    bar.offer("Offer", [("Take", lambda: taken.append(1))])
    bar.say("Message", actions=[("Go on", lambda: taken.append(2))])
    bar.buttons["Go on"].click()
    assert (taken, bar.text) == ([2], "Offer")
    bar.buttons["Take"].click()
    assert (taken, bar.text) == ([2, 1], "")


def test_that_other_keys_close_nothing(bar, qtbot):
    bar.say("Read me")
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert bar.text == "Read me"
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.text == ""
