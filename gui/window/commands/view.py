"""The View menu: how the window looks; nothing here changes the scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from gui.pages.overview import OverviewPage
from gui.system.settings import TEXT_SIZES, THEMES, Settings
from gui.widgets import style
from gui.widgets.message_bar import MessageBar
from gui.widgets.palette import Palette
from gui.window.frame_timing import Performance
from gui.window.full_screen import FullScreen
from gui.window.navigation import Pages
from gui.window.panes import Panes
from gui.window.regions import Regions
from gui.window.saved_layout import Layout

MOST_OF_LEVERS = 1 / 3  # of the window, where letters become larger
LARGE_TYPE = 1.4  # presenting
ROOMS = (LARGE_TYPE, 1.6, 1.8, 2.1, 2.4)  # the same, for the last row of a larger room


class ViewCommands(QObject):
    """Chooses the theme, and follows the system's where that is chosen."""

    presents = Signal(bool)  # to an audience

    def __init__(
        self,
        settings: Settings,
        panes: Panes,
        pages: Pages,
        layout: Layout,
        messages: MessageBar,
        actions: Mapping[str, QAction],
        read_out: Performance,
        dress: Callable[[Palette], None],
        bars: Sequence[QWidget],
        regions: Regions,
        window: QWidget,
    ) -> None:
        """`actions`: those of the menus, by key; `dress`: colours what paints itself;
        `bars`: of the `window`, which are not shown while presenting."""
        super().__init__(window)
        self._settings, self._panes, self._pages, self._layout = settings, panes, pages, layout
        self._messages, self._actions, self._dress = messages, actions, dress
        self._bars, self._regions, self._window = bars, regions, window
        self.presenting = False
        self.read_out = read_out
        self._full_screen = FullScreen(window)
        self._before = (True, 0)  # it presents: levers shown, their width
        self._presented = LARGE_TYPE  # how much larger letters are while presenting
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
        settings = self._settings
        palette = style.current_palette(settings.theme, settings.text_size)
        size_now = palette.type_scale
        if self.presenting:
            palette = palette.scaled(size_now * self._presented)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, palette, reduced_motion=settings.reduced_motion)
        self._dress(palette)
        if size_now != self._size:
            panes = self._panes
            wanted = round(panes.levers_width * size_now / self._size)
            self._size = size_now
            panes.size_levers(min(wanted, round(self._window.width() * MOST_OF_LEVERS)))
        for page in self._pages:
            page.use_motion(reduced=settings.reduced_motion)
        for theme in THEMES:
            self._actions[f"view.theme_{theme}"].setChecked(theme == settings.theme)
        self._actions["view.reduced_motion"].setChecked(settings.reduced_motion)

    @Slot()
    def _follow_size(self) -> None:
        """Back from the system's settings, letters may have another size there."""
        if style.type_scale(self._settings.text_size) != self._size:
            self.follow_theme()

    @Slot()
    def levers(self) -> None:
        """Hide the lever panel, or show it."""
        panes = self._panes
        panes.show_levers(not panes.levers_shown)

    @Slot()
    def timeline(self) -> None:
        """Fold the timeline of the Overview, or unfold it and hand it the keys."""
        page = self._pages.get("overview", OverviewPage)
        shown = self._pages.in_front is page
        self._pages.show_page(page)
        if page.timeline.folded or not shown:
            page.timeline.unfold()
            page.timeline.lanes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            page.timeline.fold(True)

    @Slot()
    def timeline_tables(self) -> None:
        """Shocks, contracts, sites and known revenue as tables, or no longer."""
        page = self._pages.get("overview", OverviewPage)
        self._pages.show_page(page)
        if page.timeline.tabled:
            page.timeline.as_table.setChecked(False)
            page.timeline.lanes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            page.timeline.open_table(page.timeline.lanes.lane.key)

    @Slot()
    def next_part(self) -> None:
        """Give the keys to the next part of the window."""
        self._regions.go(1)

    @Slot()
    def part_before(self) -> None:
        self._regions.go(-1)

    @Slot()
    def larger(self) -> None:
        """Letters a size larger: those of the window, or those of the presentation."""
        self._resize_letters(1)

    @Slot()
    def smaller(self) -> None:
        self._resize_letters(-1)

    def _resize_letters(self, step: int) -> None:
        sizes = [size for size in TEXT_SIZES if size != style.SYSTEM_SIZE]
        if self.presenting:
            at = ROOMS.index(self._presented)
            self._presented = ROOMS[min(max(at + step, 0), len(ROOMS) - 1)]
            self._panes.size_levers(round(self._before[-1] * self._presented))
        else:
            now = style.type_scale(self._settings.text_size)
            apart = [abs(int(size) / 100 - now) for size in sizes]
            at = apart.index(min(apart))
            self._settings.text_size = sizes[min(max(at + step, 0), len(sizes) - 1)]
        self.follow_theme()

    @Slot()
    def presentation(self) -> None:
        self.present(not self.presenting)

    @Slot()
    def stop_presenting(self) -> None:
        self.present(False)

    def present(self, wanted: bool) -> None:
        """Large type on the whole screen and nothing else; Esc leaves."""
        if wanted == self.presenting:
            return
        self.presenting = wanted
        self._actions["view.presentation"].setChecked(wanted)
        self.presents.emit(wanted)
        self._give_charts_room(wanted)
        for bar in self._bars:
            bar.setVisible(not wanted)
        if wanted:
            self._before = (self._panes.levers_shown, self._panes.levers_width)
            self._full_screen.enter()
            hint = self.tr(
                "Presenting: Esc leaves, Ctrl+L shows or hides the levers; the menu of a lever "
                "keeps it here."
            )
            leave = (self.tr("Leave"), self.presentation)
            self._messages.say(hint, actions=[leave], stays=False)
        else:
            self._full_screen.leave()
            self._panes.show_levers(self._before[0])
            self._messages.give_way()  # the hint; not a question that waits
        self.follow_theme()
        self._panes.size_levers(round(self._before[-1] * (self._presented if wanted else 1)))

    def _give_charts_room(self, wanted: bool) -> None:
        """Have the charts large while presenting: the timeline gives its room to them."""
        self._pages.get("overview", OverviewPage).timeline.give_way(wanted)

    @Slot()
    def performance(self) -> None:
        """Where the milliseconds of a frame go, in a corner."""
        self.read_out.turn(self.read_out.isHidden())
        self._actions["view.performance"].setChecked(not self.read_out.isHidden())

    @Slot()
    def reset_layout(self) -> None:
        """Sizes, page, folds and choices of the views, as at the first start."""
        self.present(False)
        self._layout.reset()

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
        self._settings.theme = theme
        self.follow_theme()

    @Slot()
    def rests_on(self) -> None:
        """Which values move what the page in front draws, and where they come from."""
        self._pages.in_front.ask_rests()

    @Slot()
    def reduced_motion(self) -> None:
        """Nothing fades, slides or blinks; Qt can't tell whether the system asks for that."""
        settings = self._settings
        settings.reduced_motion = not settings.reduced_motion
        self.follow_theme()
