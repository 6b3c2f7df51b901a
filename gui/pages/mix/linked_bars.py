"""The shares of other than three families: the linked bars of the lever panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine import parameter
from engine.text import translate
from gui.document.session import Session
from gui.levers.rows import make_row
from gui.widgets.plain import PlainLabel

WIDEST = 620  # pixels


class LinkedBars(QWidget):
    """Says why there is no triangle, above the bars."""

    def __init__(
        self, session: Session, families: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if len(families) == 1:
            text = translate(
                "MixPage",
                "The triangle maps mixes of three chip families; this catalogue has one, which has "
                "all of it.",
            )
        else:
            text = translate(
                "MixPage",
                "The triangle maps mixes of three chip families; this catalogue has {count} "
                "families. The shares are linked here all the same.",
            )
        self.said = PlainLabel(text.format(count=len(families)))
        self.said.setObjectName("pageTitle")
        self.said.setWordWrap(True)
        self.bars = make_row(parameter("mix"), session)
        self.bars.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.bars)
        column.addStretch(1)
