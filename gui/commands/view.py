"""The View menu: how the window looks; nothing here changes the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from gui import style
from gui.settings import THEMES

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ViewCommands(QObject):
    """Chooses the theme, and follows the system's where that is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.follow_theme)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow_theme)

    @Slot()
    def follow_theme(self) -> None:
        """Wear what is chosen in the settings, and tick it in the menu."""
        settings = self._window.settings
        palette = style.current_palette(settings.theme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, palette, reduced_motion=settings.reduced_motion)
        self._window.use_palette(palette)
        self._window.help.use_palette(palette)
        for theme in THEMES:
            self._window.actions_by_key[f"view.theme_{theme}"].setChecked(theme == settings.theme)
        self._window.actions_by_key["view.reduced_motion"].setChecked(settings.reduced_motion)

    @Slot()
    def theme_system(self) -> None:
        self._choose_theme("system")

    @Slot()
    def theme_light(self) -> None:
        self._choose_theme("light")

    @Slot()
    def theme_dark(self) -> None:
        self._choose_theme("dark")

    @Slot()
    def theme_contrast(self) -> None:
        self._choose_theme("contrast")

    def _choose_theme(self, theme: str) -> None:
        self._window.settings.theme = theme
        self.follow_theme()

    @Slot()
    def reduced_motion(self) -> None:
        """Nothing fades, slides or blinks; Qt can't tell whether the system asks for that."""
        settings = self._window.settings
        settings.reduced_motion = not settings.reduced_motion
        self.follow_theme()
