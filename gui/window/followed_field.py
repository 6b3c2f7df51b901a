"""The field of a window that has the keys: whoever has something to do there follows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FollowedField(QObject):
    """Comes to the field that has the keys, and leaves the one that had them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._followed: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def field_of(self, widget: QWidget | None) -> QWidget | None:
        """What to come to where this has the keys."""
        raise NotImplementedError

    def come(self, field: QWidget) -> None:
        raise NotImplementedError

    def leave(self, field: QWidget) -> None:
        raise NotImplementedError

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        if self._followed is not None and isValid(self._followed):
            self.leave(self._followed)
        self._followed = None
        field = self.field_of(QApplication.focusWidget())
        if field is not None and field.window() is self._window:
            self.come(field)
            self._followed = field
