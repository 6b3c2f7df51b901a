"""What was typed and not yet entered: a command takes it before it does anything with the plan.

Its key leaves the keys where they are, so no field hears that it is done.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from gui.widgets.spin_boxes import LeverSpinBox
from gui.window.followed_field import FollowedField


class HalfTyped(FollowedField):
    """Hears of the first letter."""

    began = Signal()  # something is typed that is not in the plan yet

    def field_of(self, widget: QWidget | None) -> QWidget | None:
        field = widget.lineEdit() if isinstance(widget, LeverSpinBox) else widget
        return field if isinstance(field, QLineEdit) else None

    def come(self, field: QWidget) -> None:
        assert isinstance(field, QLineEdit)
        field.textEdited.connect(self.began)

    def leave(self, field: QWidget) -> None:
        assert isinstance(field, QLineEdit)
        field.textEdited.disconnect(self.began)


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
