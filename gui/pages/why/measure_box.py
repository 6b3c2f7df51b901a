"""The box in which a number is chosen, where one is explained."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from gui.pages.why.measures import label, measures
from gui.widgets.combo import ComboBox


def offer_measures(box: ComboBox, families: tuple[str, ...]) -> None:
    """List them without telling of it; the one that was chosen stays chosen."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for measure in measures(families):
            box.addItem(label(measure, families), measure.key)
        box.setCurrentIndex(max(box.findData(chosen), 0))
