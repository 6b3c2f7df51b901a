"""An errand is deleted by the thread that made it, however soon it is done and forgotten."""

from __future__ import annotations

import threading
import weakref

from PySide6.QtWidgets import QApplication

from gui.system import errand
from gui.system.errand import Errand


def test_that_an_errand_is_deleted_where_it_was_made_and_never_by_its_own_thread(qapp, qtbot):
    ended = []
    for _ in range(300):
        made = Errand(lambda: None)
        weakref.finalize(made, lambda: ended.append(threading.current_thread()))
        made.wait(10)  # over; its thread may still be telling of it
        del made
        QApplication.processEvents()
    qtbot.waitUntil(lambda: len(ended) == 300)
    assert set(ended) == {threading.main_thread()}
    assert not errand._under_way


def test_that_one_that_nobody_waits_for_lives_until_it_is_done(qapp, qtbot):
    gate, ended = threading.Event(), []
    weakref.finalize(Errand(lambda: gate.wait(10)), lambda: ended.append(True))
    QApplication.processEvents()
    assert not ended
    gate.set()
    qtbot.waitUntil(lambda: ended == [True])
