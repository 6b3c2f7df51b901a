"""A window that was closed is gone, with its widgets and the results it showed."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.run.result import Result
from gui.document import templates
from gui.widgets.spoken import Spoken
from gui.window.main_window import MainWindow
from tests.gui.accessible_tree import nodes


def gone(window: MainWindow) -> None:
    """Close it and let all go that nothing holds."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_that_a_window_that_was_read_aloud_leaves_nothing_behind(qtbot, qapp):
    gc.collect()
    before = len(qapp.allWidgets())
    window = MainWindow(templates.default_document())
    window.show()
    qtbot.waitExposed(window)
    for key in window.pages.keys:
        window.pages.show_key(key)
        assert nodes(window)  # each widget of the page has spoken
    window.file.may_leave = window.compare.may_leave = lambda: True
    spoken = [weakref.ref(w) for w in window.findChildren(QWidget) if isinstance(w, Spoken)]
    assert len(spoken) > 30
    shown = weakref.ref(window.presenter.result)
    assert isinstance(shown(), Result)
    gone(window)
    del window
    gc.collect()
    assert [found() for found in spoken if found() is not None] == []
    assert shown() is None
    assert len(qapp.allWidgets()) == before
