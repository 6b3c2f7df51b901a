"""The row of a list: what it holds in words, and the way to its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from engine import Scenario
from engine.tables.parameter import Parameter
from gui.document.session import Session
from gui.entries.listed import summary
from gui.entries.window import EntriesWindow
from gui.levers.row import LeverRow
from gui.widgets.elided_label import ElidedLabel


class ListRow(LeverRow):
    """Events, sites, contracts, known revenue: edited in a table, never typed as code."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.window_: EntriesWindow | None = None
        self.summary = ElidedLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self.open = QToolButton()
        self.open.setObjectName("link")
        self.open.setText(self.tr("Open the table…"))
        self.open.setAccessibleDescription(row.help_text)
        self.open.clicked.connect(self.open_table)
        line = QHBoxLayout()
        line.addWidget(self.summary, 1)
        line.addWidget(self.open)
        self.content.addLayout(line)
        self.hold_keys()
        self._start = ""  # that the summary counts its months from
        session.scenario_changed.connect(self._follow_start)

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [self.open]

    def show_value(self, value: Any) -> None:
        self._say()

    @Slot(object)
    def _follow_start(self, scenario: Scenario) -> None:
        """Dates are said otherwise where the scenario begins in another month."""
        if scenario.start != self._start:
            self._say()

    def _say(self) -> None:
        self._start = self.session.scenario.start
        said = summary(self.row.key, self.session.scenario)
        if said != self.summary.text():
            self.summary.setText(said)
            name = self.tr("{lever}: {value}. Open the table")
            self.open.setAccessibleName(name.format(lever=self.row.label_text, value=said))

    def lock_content(self, locked: bool) -> None:
        self.open.setEnabled(not locked)

    @Slot()
    def open_table(self) -> None:
        """In a window beside this one; once, however often it is asked for."""
        if self.window_ is None:
            self.window_ = EntriesWindow(self.session, self.row.key, self.window())
            self.window_.destroyed.connect(self._forget)
            self.window_.show()
        self.window_.raise_()
        self.window_.activateWindow()

    @Slot()
    def _forget(self) -> None:
        self.window_ = None
