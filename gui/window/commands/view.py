"""The View menu: how the window looks; nothing here changes the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from gui.system.settings import THEMES
from gui.widgets import style
from gui.window.frame_timing import Performance

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


MOST_OF_LEVERS = 1 / 3  # of the window, where letters become larger
LARGE_TYPE = 1.4  # presenting, for the last row of a room


class ViewCommands(QObject):
    """Chooses the theme, and follows the system's where that is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.presenting = False
        self.read_out = Performance(window)
        # of the window before it presents: maximized, levers shown, their width
        self._before = (False, True, 0)
        self._size = 1.0  # of letters, when the levers got their width
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._follow_size)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.follow_theme)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow_theme)

    @Slot()
    def follow_theme(self) -> None:
        """Wear what is chosen in the settings, and tick it in the menu."""
        settings = self._window.settings
        palette = style.current_palette(settings.theme, settings.text_size)
        size_now = palette.type_scale
        if self.presenting:
            palette = palette.scaled(size_now * LARGE_TYPE)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, palette, reduced_motion=settings.reduced_motion)
        self._window.use_palette(palette)
        self._window.help.use_palette(palette)
        if size_now != self._size:
            panes = self._window.panes
            wanted = round(panes.levers_width * size_now / self._size)
            self._size = size_now
            panes.size_levers(min(wanted, round(self._window.width() * MOST_OF_LEVERS)))
        for page in self._window.pages:
            page.use_motion(reduced=settings.reduced_motion)
        for theme in THEMES:
            self._window.actions_by_key[f"view.theme_{theme}"].setChecked(theme == settings.theme)
        self._window.actions_by_key["view.reduced_motion"].setChecked(settings.reduced_motion)

    @Slot()
    def _follow_size(self) -> None:
        """Back from the system's settings, letters may have another size there."""
        if style.type_scale(self._window.settings.text_size) != self._size:
            self.follow_theme()

    @Slot()
    def levers(self) -> None:
        """Hide the lever panel, or show it."""
        panes = self._window.panes
        panes.show_levers(not panes.levers_shown)

    @Slot()
    def presenter(self) -> None:
        self.present(not self.presenting)

    def present(self, wanted: bool) -> None:
        """Large type on the whole screen and nothing else; Esc leaves."""
        window = self._window
        if wanted == self.presenting:
            return
        self.presenting = wanted
        window.actions_by_key["view.presenter"].setChecked(wanted)
        window.menuBar().setVisible(not wanted)
        window.statusBar().setVisible(not wanted)
        if wanted:
            self._before = (
                window.isMaximized(),
                window.panes.levers_shown,
                window.panes.levers_width,
            )
            window.showFullScreen()
            hint = self.tr("Presenting: Esc leaves, Ctrl+L shows or hides the levers.")
            leave = (self.tr("Leave"), self.presenter)
            window.messages.say(hint, actions=[leave], stays=False)
        else:
            maximized, levers, _ = self._before
            if maximized:
                window.showMaximized()
            else:
                window.showNormal()
            window.panes.show_levers(levers)
            window.messages.give_way()  # the hint; not a question that waits
        self.follow_theme()
        window.panes.size_levers(round(self._before[-1] * (LARGE_TYPE if wanted else 1)))

    @Slot()
    def performance(self) -> None:
        """Where the milliseconds of a frame go, in a corner."""
        self.read_out.turn(self.read_out.isHidden())
        self._window.actions_by_key["view.performance"].setChecked(not self.read_out.isHidden())

    @Slot()
    def reset_layout(self) -> None:
        """Sizes, page, folds and choices of the views, as at the first start."""
        self.present(False)
        self._window.layout_.reset()

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
