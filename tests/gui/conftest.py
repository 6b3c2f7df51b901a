"""What the widgets need: a window of the article's scenario, and nothing left behind."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from engine import Document, Scenario
from gui.document.session import Session
from gui.levers.panel import LeverPanel
from gui.levers.rows import NumberRow
from gui.report.carried import sidecar
from tests.gui.timelines import STOP
from tests.window_fixtures import *  # noqa: F403


@pytest.fixture
def spoken() -> Iterator[Callable[[str], None]]:
    """Speak another locale for a while: `spoken("de_CH")`."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """Of the defaults of the table."""
    return Session(Document(Scenario()))


@pytest.fixture
def tour(window, qtbot):
    """The tour of the window, begun."""
    window.activateWindow()
    window.actions_by_key["help.tour"].trigger()
    qtbot.waitUntil(window.help.tour_.isVisible)
    return window.help.tour_


@pytest.fixture
def lanes(window, qtbot):
    """The lanes with one supply stop, which has the history empty."""
    window.session.edit("events", [STOP])
    window.session.history.clear()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = window.overview.timeline.lanes
    qtbot.waitUntil(lambda: len(found.board.bars["events"]) == 1)
    return found


@pytest.fixture
def panel(qtbot, session):
    """The levers of the session, with the keys."""
    widget = LeverPanel(session)
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    yield widget
    widget.stop()


@pytest.fixture
def power(panel) -> NumberRow:
    """The lever of the power budget; its slider has the keys."""
    row = panel.row("power_budget_gw")
    assert isinstance(row, NumberRow)
    row.line.slider.setFocus()
    return row


@pytest.fixture
def copy(report: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A file of the module's own `report` by its name, with its side file, to be spoilt."""

    def copied(name: str) -> Path:
        for source in (report / name, sidecar(report / name)):
            if source.exists():
                shutil.copy(source, tmp_path)
        return tmp_path / name

    return copied
