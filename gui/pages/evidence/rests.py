"""What a chart rests on: the values that move it most, the weakest first, with their sources."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from engine.analysis.footing import Footing
from engine.tables.grades import WORST
from gui.pages.evidence.table import ROW_HEIGHT, ReadCell, ReadRow, ReadTable
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel, in_title
from gui.words.grounds import footing_words, ground_label, ground_source, moves_words
from gui.words.month_names import month_words

WIDTH = 900  # pixels
HEAD = 34


class RestsOn(QDialog):
    """Not in the way of the window; of the plan as it was when asked for."""

    ledger_wanted = Signal()

    def __init__(
        self, title: str, found: Footing, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(in_title(self.tr("What it rests on: {title}").format(title=title)))
        head = PlainLabel(title)
        head.setObjectName("pageTitle")
        head.setWordWrap(True)
        about = PlainLabel(footing_words(found))
        about.setWordWrap(True)
        self.table = ReadTable(
            (
                (self.tr("Grade"), self.tr("A vendor or filing, B analyst, C press or estimate")),
                (self.tr("Assumption"), ""),
                (self.tr("Moves it"), self.tr("Between its 10% and 90% points, at most")),
                (self.tr("As of"), ""),
                (self.tr("Source"), ""),
            ),
            self.tr("What it rests on, the weakest first"),
        )
        self.table.widths(58, 270, 84, 84, 320, stretch=4)
        self.table.setSortingEnabled(False)
        self.table.read.use_palette(palette)
        self.table.show_rows(
            [
                ReadRow(
                    foot.ground.key,
                    (
                        ReadCell(foot.ground.grade, role=_weak(foot.ground.grade)),
                        ReadCell(ground_label(foot.ground)),
                        ReadCell(moves_words(foot), foot.moves, right=True),
                        ReadCell(month_words(foot.ground.as_of) if foot.ground.as_of else ""),
                        ReadCell(ground_source(foot.ground), role="quiet"),
                    ),
                )
                for foot in found.feet
            ]
        )
        self.table.setFixedHeight(HEAD + ROW_HEIGHT * max(len(found.feet), 1) + 16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.all = QPushButton(self.tr("All in the ledger"))
        buttons.addButton(self.all, QDialogButtonBox.ButtonRole.ActionRole)
        self.all.clicked.connect(self.ledger_wanted)
        self.all.clicked.connect(self.close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (head, about, self.table, buttons):
            layout.addWidget(widget)
        self.resize(WIDTH, self.sizeHint().height())


def _weak(grade: str) -> str:
    return "problem" if grade == WORST else ""
