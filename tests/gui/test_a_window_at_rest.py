"""A window that nobody touches does nothing: no part of it asks for another layout without end."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

REST = 300  # milliseconds
STRETCHES = 20  # of that, until what is still on its way has come
MOST = 30  # events of that time: a caret blinks, a clock ticks


class Counts(QObject):
    """Every event of the application, by who got it and its kind."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen[f"{type(watched).__name__} {event.type().name}"] += 1
        return False


def at_rest(qtbot) -> Counter[str]:
    """What happens in a while once everything has come to its place, or that never comes."""
    app = QApplication.instance()
    for _ in range(STRETCHES):
        counts = Counts()
        app.installEventFilter(counts)
        try:
            qtbot.wait(REST)
        finally:
            app.removeEventFilter(counts)
        if counts.seen.total() < MOST:
            break
    return counts.seen


@pytest.mark.parametrize(
    ("text", "error", "offered"),
    [("Saved", False, 0), ("Saved " * 60, True, 0), ("There is more to do here. " * 9, False, 3)],
)
def test_that_a_message_stands_still(window, qtbot, text, error, offered):
    if offered:
        acts = [(f"Do {number}", lambda: None) for number in range(offered)]
        window.messages.offer(text, acts)
    else:
        window.messages.say(text, error=error)
    seen = at_rest(qtbot)
    assert seen.total() < MOST, seen.most_common(5)
    assert window.messages.isVisible()


@pytest.mark.parametrize("size", [(1600, 1000), (1093, 614)])
def test_that_every_page_stands_still_beside_a_message(window, qtbot, size):
    window.resize(*size)
    window.session.edit("power_budget_gw", 1.2)
    window.presenter.interaction.rest()
    window.messages.say("Saved")
    for key in window.pages.keys:
        window.pages.show_key(key)
        page = window.pages.in_front
        qtbot.waitUntil(lambda page=page: page.settled, timeout=20_000)
        qtbot.waitUntil(lambda: window.presenter.bands.latest.idle, timeout=20_000)
        seen = at_rest(qtbot)
        assert seen.total() < MOST, (key, seen.most_common(5))
