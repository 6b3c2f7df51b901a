"""Cards in two columns, or one below the other where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QWidget

SPACING = 8
SIDES, ABOVE, BELOW = 16, 8, 12  # pixels
NARROW = 1020  # pixels below which there is one column, in letters of the usual size


@dataclass(frozen=True)
class CardPlace:
    """A card, and where it stands where there is room for two columns."""

    card: QWidget
    row: int
    column: int


class Reflow(QObject):
    """Lays out the cards of a widget, anew as it gets wider or narrower."""

    def __init__(
        self,
        of: QWidget,
        places: Sequence[CardPlace],
        columns: tuple[int, int],
        rows: Sequence[int] = (1,),
    ) -> None:
        super().__init__(of)
        self._of, self._places = of, tuple(places)
        self._columns, self._rows = columns, tuple(rows)
        self._scale = 1.0
        self.narrow: bool | None = None
        self._grid = QGridLayout(of)
        self._grid.setContentsMargins(SIDES, ABOVE, SIDES, BELOW)
        self._grid.setSpacing(SPACING)
        of.installEventFilter(self)
        self._arrange(narrow=False)

    def use_scale(self, scale: float) -> None:
        self._scale = scale
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        narrow = self._of.width() < NARROW * self._scale
        if narrow != self.narrow and self._of.isVisible():
            self._arrange(narrow=narrow)

    def _arrange(self, *, narrow: bool) -> None:
        self.narrow = narrow
        for place in self._places:
            self._grid.removeWidget(place.card)
        for number, place in enumerate(self._places):
            row, column = (number, 0) if narrow else (place.row, place.column)
            self._grid.addWidget(place.card, row, column)
        for column, stretch in enumerate(self._columns):
            self._grid.setColumnStretch(column, 1 - column if narrow else stretch)
        for row in range(len(self._places)):
            stretch = self._rows[row] if row < len(self._rows) else 0
            self._grid.setRowStretch(row, 0 if narrow else stretch)
