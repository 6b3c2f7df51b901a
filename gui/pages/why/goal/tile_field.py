"""A field over a figure above the charts: what is typed there is what the figure should be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.pages.why.goal.goal import WantedGoal
from gui.pages.why.measures import WhyMeasure, sought
from gui.widgets.spin_boxes import LeverSpinBox
from gui.words import units
from gui.words.numbers import field_digits
from gui.words.quantity_parser import Unit

LARGEST, PERCENT = 1e12, 100.0
STEP_SHARE = 0.02


def measure_of(tile: str, families: tuple[str, ...]) -> WhyMeasure | None:
    """The measure that a tile shows; None where no target can be set for it."""
    return next((m for m in sought(families) if m.tile == tile), None)


class TileField(LeverSpinBox):
    """Stands over the tile's figure until Enter, Escape, or until it is left."""

    wanted = Signal(object)  # a WantedGoal

    def __init__(self, tile: QWidget, place: QRect, measure: WhyMeasure, value: float) -> None:
        for other in tile.window().findChildren(TileField):  # one that never got the keys
            other.leave()
        shown = "%" if measure.share else units.of(measure.unit).unit
        super().__init__(
            0.0,
            PERCENT if measure.share else LARGEST,
            1.0,
            shown,
            words=measure.unit == "chips",
            understood=None if measure.share else Unit.of(measure.unit, units.current()),
            parent=tile,
        )
        self._measure = measure
        self.show_unit()
        self.setAccessibleName(self.tr("Target for {figure}").format(figure=measure.label_text))
        self.setToolTip(self.tr("What it should be: type it, and press Enter"))
        number = value * PERCENT if measure.share else units.of(measure.unit).number(value)
        self.step_by(abs(number) * STEP_SHARE)
        self.show_number(number, field_digits(number, share=measure.share))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setGeometry(place)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self.taken.connect(self._want)

    @Slot(float)
    def _want(self, number: float) -> None:
        measure = self._measure
        value = number / PERCENT if measure.share else units.of(measure.unit).back(number)
        self.taken.disconnect(self._want)
        self.wanted.emit(WantedGoal(measure.key, value))
        self.hide()

    def leave(self) -> None:
        """Give up what was typed."""
        self.lineEdit().setModified(False)
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden by itself or with its tile, it is gone."""
        super().hideEvent(event)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left without Enter: what was typed is given up."""
        if self.isVisible():
            self.leave()
        super().focusOutEvent(event)
