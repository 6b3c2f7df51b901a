"""A part of the window that is shown before it has its place would be a window for a moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gui.document import templates
from gui.window.main_window import MainWindow


class Shown(QObject):
    """The windows that are shown, by their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp):
    seen = Shown()
    qapp.installEventFilter(seen)
    yield seen.kinds
    qapp.removeEventFilter(seen)


def test_that_only_the_window_itself_is_ever_shown_as_one(shown, qtbot, qapp):
    window = MainWindow(templates.default_document())
    qtbot.addWidget(window)
    window.show()
    for page in window.pages:
        window.pages.show_page(page)
        qapp.processEvents()
    for group in window.levers.groups:
        group.header.setChecked(True)
    window.view.timeline_tables()
    for wanted in (True, False):
        window.view.present(wanted)
        qapp.processEvents()
    assert shown == ["MainWindow"]
