"""The View menu: how the window looks; nothing here changes the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from gui import style

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ViewCommands(QObject):
    """Chooses the theme, and follows the system's where that is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        QApplication.styleHints().colorSchemeChanged.connect(self.follow_theme)

    @Slot()
    def follow_theme(self) -> None:
        palette = style.current_palette(self._window.settings.theme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, palette)
        self._window.use_palette(palette)

    @Slot()
    def theme_system(self) -> None:
        self._choose_theme("system")

    @Slot()
    def theme_light(self) -> None:
        self._choose_theme("light")

    @Slot()
    def theme_dark(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, theme: str) -> None:
        self._window.settings.theme = theme
        self.follow_theme()
