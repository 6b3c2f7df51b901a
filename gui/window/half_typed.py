"""What was typed and not yet entered: a command takes it before it does anything with the plan.

Its key leaves the keys where they are, so no field hears that it is done.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from gui.widgets.spin_boxes import LeverSpinBox


class HalfTyped(QObject):
    """Follows the field that has the keys."""

    began = Signal()  # something is typed that is not in the plan yet

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QLineEdit | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.textEdited.disconnect(self.began)
        now, self._watched = QApplication.focusWidget(), None
        field = now.lineEdit() if isinstance(now, LeverSpinBox) else now
        if isinstance(field, QLineEdit) and field.window() is self._window:
            field.textEdited.connect(self.began)
            self._watched = field


def take_typed() -> None:
    """As if the keys had gone elsewhere; a text that can't be read stays and is refused."""
    field = QApplication.focusWidget()
    viewport = None if field is None else field.parentWidget()
    view = None if viewport is None else viewport.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is viewport:
        assert field is not None
        view.commitData(field)
    elif isinstance(field, LeverSpinBox):
        field.finish()
    elif isinstance(field, QLineEdit) and field.isModified():
        field.editingFinished.emit()
