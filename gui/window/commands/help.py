"""The Help menu: the book, and what the thing under the hand means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.charts.panel import ChartPanel
from gui.charts.ribbon import Ribbon
from gui.help.window import HelpPlace, HelpWindow
from gui.levers.row import LeverRow
from gui.pages.kpi_strip import KpiStrip, Tile
from gui.system.crash import copy_diagnostics
from gui.system.settings import Settings
from gui.timeline.panel import TimelinePanel
from gui.widgets import style
from gui.widgets.help_request import ABOUT_LEVER
from gui.widgets.message_bar import MessageBar
from gui.widgets.palette import Palette
from gui.window.tour import Step, Tour
from gui.window.welcome import Welcome

# the output that a figure above the charts is taken from
FIGURES = {
    "capacity": "capacity_eflops",
    "power": "facility_power_gw",
    "lead": "chips_alive",
    "committed": "commitment_bn",
    "unit_cost": "usd_per_pflop_hour",
    "served": "served_eflops",
    "risk": "shortfall_eflops",
}


def entry_of(widget: QWidget | None) -> HelpPlace | None:
    """Where the help speaks of a widget or of what it is part of; None where nowhere."""
    while widget is not None:
        if isinstance(widget, LeverRow):
            return HelpPlace("levers", widget.row.key)
        if isinstance(widget, ChartPanel):
            return HelpPlace("outputs", widget.row.key)
        if isinstance(widget, Tile):
            return HelpPlace("outputs", FIGURES.get(widget.kpi.key, ""))
        if isinstance(widget, Ribbon):
            return HelpPlace("outputs", "binding")
        if isinstance(lever := widget.property(ABOUT_LEVER), str):
            return HelpPlace("levers", lever)
        if isinstance(widget, TimelinePanel):
            return HelpPlace("manual", translate("Help", "the-timeline"))
        if isinstance(widget, KpiStrip):
            return HelpPlace("manual", translate("Help", "plan-and-odds"))
        if widget.objectName() == "foresightMeasure":
            return HelpPlace("manual", "")
        widget = widget.parentWidget()
    return None


class HelpCommands(QObject):
    """Opens the help where it speaks of what is asked about."""

    tour_begins = Signal()  # or the welcome: the window is to be seen as it is
    example_wanted = Signal(str)

    def __init__(
        self,
        settings: Settings,
        messages: MessageBar,
        steps: Callable[[], Sequence[Step]],
        welcome: Callable[[Palette], Welcome],
        told: SignalInstance,
        window: QWidget,
    ) -> None:
        """`steps`: of the tour; `window`: over which that is, and whose parts are asked about.

        `told`: the sentence about a change, which the `welcome` says as well.
        """
        super().__init__(window)
        self._settings, self._messages, self._steps = settings, messages, steps
        self.tour_ = Tour(window)
        self._make_welcome, self._told = welcome, told
        self.welcome_: Welcome | None = None
        window.installEventFilter(self)  # levers and charts ask their window
        self.book: HelpWindow | None = None

    def open(self, page: str, anchor: str = "") -> None:
        """Show a page of the help, beside the window."""
        if self.book is None:
            language = QLocale().name().partition("_")[0]
            settings = self._settings
            palette = style.current_palette(settings.theme, settings.text_size)
            self.book = HelpWindow(language, palette)
        self.book.show()  # first: an anchor's place is known when the page is laid out
        self.book.open(page, anchor)
        self.book.raise_()
        self.book.activateWindow()
        self.book.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use_palette(self, palette: Palette) -> None:
        if self.book is not None:
            self.book.use_palette(palette)
        if self.welcome_ is not None:
            self.welcome_.use_palette(palette)

    def close(self) -> None:
        """Nothing stays behind the window."""
        if self.book is not None:
            self.book.close()

    @Slot()
    def tour(self) -> None:
        """A minute through the window, beside what it is about."""
        self._settings.tour_seen = True
        self.end_welcome()
        self.tour_begins.emit()
        self.tour_.start(self._steps())

    def tour_for_newcomers(self) -> None:
        """What this is, at the very first start and never again by itself."""
        if not self._settings.tour_seen:
            self.welcome()

    @Slot()
    def welcome(self) -> None:
        """What Headroom is, where to begin and one lever to drag; the tour goes on from there."""
        self._settings.tour_seen = True
        self.tour_.end()
        self.tour_begins.emit()
        self.end_welcome()
        settings = self._settings
        made = self._make_welcome(style.current_palette(settings.theme, settings.text_size))
        made.example_wanted.connect(self.example_wanted)
        made.tour_wanted.connect(self.tour)
        made.ended.connect(self._forget_welcome)
        self._told.connect(made.tell)
        self.welcome_ = made
        made.begin()

    def end_welcome(self) -> None:
        """Away with it, if it is there."""
        if self.welcome_ is not None:
            self.welcome_.end()

    @Slot()
    def _forget_welcome(self) -> None:
        if self.welcome_ is not None:
            self._told.disconnect(self.welcome_.tell)
            self.welcome_.deleteLater()
            self.welcome_ = None

    @Slot()
    def contents(self) -> None:
        """About what has the keys; the first page where nothing has."""
        found = entry_of(QApplication.focusWidget())
        self.open(*(("start",) if found is None else (found.page, found.anchor)))

    @Slot()
    def manual(self) -> None:
        self.open("manual")

    @Slot()
    def model(self) -> None:
        self.open("model")

    @Slot()
    def sources(self) -> None:
        self.open("sources")

    @Slot()
    def keys(self) -> None:
        self.open("shortcuts")

    @Slot()
    def news(self) -> None:
        self.open("news")

    @Slot()
    def licences(self) -> None:
        self.open("licences")

    @Slot()
    def what_is_this(self) -> None:
        """The next click asks about what is under it."""
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)  # only until then: it sees every event
        QWhatsThis.enterWhatsThisMode()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QWhatsThisClickedEvent):
            page, _, anchor = event.href().partition(".md#")
            self.open(page, anchor)
            return True
        if kind == QEvent.Type.QueryWhatsThis and isinstance(watched, QWidget):
            event.setAccepted(entry_of(watched) is not None)
            return True
        if kind == QEvent.Type.WhatsThis and isinstance(watched, QWidget):
            found = entry_of(watched)
            QWhatsThis.leaveWhatsThisMode()
            if found is not None:
                self.open(found.page, found.anchor)
            return True
        if kind == QEvent.Type.LeaveWhatsThisMode:
            application = QApplication.instance()
            if application is not None:
                application.removeEventFilter(self)
        return False

    @Slot()
    def copy_diagnostics(self) -> None:
        """Versions and the end of the log, for a report of a fault."""
        copy_diagnostics()
        self._messages.say(self.tr("Copied versions and the end of the log."))

    @Slot()
    def about(self) -> None:
        self._messages.say(
            self.tr(
                "Headroom {}: a live scenario explorer for AI compute. It never uses the network."
            ).format(PROGRAM_VERSION)
        )
