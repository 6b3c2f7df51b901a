"""The line below a lever that moves nothing now, or little: why, and where that is set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from engine import Scenario, parameter
from engine.tables.needs import NEEDS
from gui.widgets.plain import PlainLabel, without_keys

INDENT = 12  # to stand under the lever's name


class NeedsLine(QWidget):
    """Hidden while the lever acts; else a sentence, and a link to the lever that it needs."""

    lever_wanted = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        need = NEEDS.get(key)
        self.hangs_on: frozenset[str] = need.reads if need else frozenset()
        self.link: QToolButton | None = None
        self.hide()
        if need is None:
            return
        self.why = PlainLabel()
        self.why.setObjectName("caption")
        self.why.setWordWrap(True)
        self.link = link = QToolButton()
        link.setObjectName("link")
        link.clicked.connect(self._go)
        label = parameter(need.lever).label_text
        link.setText(without_keys(label))
        link.setAccessibleName(self.tr("Go to {lever}").format(lever=label))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(INDENT, 0, 2, 2)
        lines.setSpacing(0)
        lines.addWidget(self.why)
        lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scenario(self, scenario: Scenario) -> None:
        """Say it where it is so; a lever without needs never has."""
        need = NEEDS.get(self._key)
        if need is None:
            return
        said = need.said(scenario)
        if said:
            self.why.setText(said)
        self.setVisible(bool(said))

    def _go(self) -> None:
        need = NEEDS.get(self._key)
        if need is not None:
            self.lever_wanted.emit(need.lever)
