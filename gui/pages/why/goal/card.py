"""One proposal: what moves, what it costs, how sure it is; looked at by hand, and applied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine import Scenario
from engine.analysis.proposals import Proposal
from engine.text import joined
from gui.pages.why.goal.asking import GoalQuestion
from gui.pages.why.goal.words import beyond_words, chance_text, changes, cost_words
from gui.widgets.plain import PlainLabel


class ProposalCard(QFrame):
    """While the pointer or the keys are on it, it wants to be looked at."""

    looked_at = Signal(object)  # the Proposal, None when it is left
    applied = Signal(object)  # the Proposal

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.proposal: Proposal | None = None
        self.moves = PlainLabel()
        self.moves.setObjectName("chartTitle")
        self.moves.setWordWrap(True)
        self.facts = PlainLabel()
        self.facts.setObjectName("caption")
        self.facts.setWordWrap(True)
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setAutoDefault(True)
        self.apply.clicked.connect(self._apply)
        self.apply.installEventFilter(self)
        below = QHBoxLayout()
        below.addWidget(self.facts, 1)
        below.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(2)
        layout.addWidget(self.moves, 1)
        layout.addLayout(below)

    def show_proposal(self, proposal: Proposal, question: GoalQuestion, scenario: Scenario) -> None:
        self.proposal = proposal
        told = changes(proposal, scenario)
        self.moves.setText("\n".join(told))
        facts = [
            beyond_words(proposal, question),
            cost_words(proposal),
            chance_text(proposal, question),
        ]
        self.facts.setText(" · ".join(filter(None, facts)))
        named = self.tr("Apply: {changes}").format(changes=joined(told))
        self.apply.setAccessibleName(named)
        self.apply.setAccessibleDescription(self.facts.text())
        if self.underMouse() or self.apply.hasFocus():
            self.looked_at.emit(proposal)

    @Slot()
    def _apply(self) -> None:
        if self.proposal is not None:
            self.applied.emit(self.proposal)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.proposal)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.apply.hasFocus():
            self.looked_at.emit(None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.looked_at.emit(self.proposal)
        elif event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.looked_at.emit(None)
        return False
