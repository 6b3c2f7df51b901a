"""What every page is: how results reach it, what it says back, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine import Result, Scenario
from engine.analysis.variants import Lever
from engine.text import translate
from engine.worlds.ensemble import Band
from gui.charts.chart_menu import RESTS_ON
from gui.charts.measured import Pictured
from gui.charts.panel import ChartPanel
from gui.document.session import Session
from gui.levers.track import Preview
from gui.system.settings import Settings
from gui.widgets.focus_order import stops_in
from gui.widgets.palette import Palette
from gui.widgets.plain import as_read, without_keys
from gui.words.abbreviate import short


@dataclass(frozen=True)
class OnScreen:
    """What the window shows now; the page in front is given it with every frame.

    `result` is the scenario's, or the baseline's while that is held; `compared` is the baseline's
    where it is another one. `bands` are by column and may be of a moment before. `month` is an
    index into the result. While `still`, a hand moves a lever: axes stay where they are.
    """

    result: Result
    compared: Result | None
    bands: Mapping[str, Band] | None
    month: int
    scenario: Scenario
    baseline: Scenario
    still: bool
    held: bool
    preview: Result | None = None  # what a proposal would bring, while it is looked at


class Page(QWidget):
    """A page of the window. What a page has no use for stays as it is here."""

    month_chosen = Signal(int)  # index of a month that was clicked
    narrated = Signal(str)  # a sentence for the line above the charts
    told = Signal(str)  # for the message bar
    refused = Signal(str)  # the same, where something can't be done
    goal_wanted = Signal(object)  # a Goal: a number that is to reach a value
    chart_asked = Signal(str, str)  # of a chart's menu: what, and the chart's key
    rests_asked = Signal(object)  # a Pictured: what it rests on is to be shown
    file_wanted = Signal(str)  # to be opened, by its path
    example_wanted = Signal(str)  # the same, by its name
    foresight_wanted = Signal()  # of the levers that the page shows
    lever_wanted = Signal(str)  # to be found in the panel, by its key
    page_wanted = Signal(str)  # to be brought to the front, by its key

    has_charts = False  # so that the key to their lines and bands is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")

    def take(self, shown: OnScreen) -> None:
        """Show what the window shows. Only the page in front is asked, at every frame."""

    def rest(self, *, held: bool) -> None:
        """The hand has come to rest: axes may find their place, unless the baseline is held."""

    def show_foresight(self, previews: Mapping[Lever, Preview]) -> None:
        """Draw the curves behind the levers that the page has, of those that were worked out."""

    def take_keys(self) -> None:
        """Have the keys: what had them last on this page, or the first that can."""
        last = self.focusWidget()
        stops = [last, *stops_in(self)] if last is not None and last is not self else stops_in(self)
        for stop in stops:
            if stop.isVisibleTo(self) and stop.isEnabled():
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def use_palette(self, palette: Palette) -> None:
        """Dress what the page paints itself; the rest follows the application's style."""

    def use_motion(self, *, reduced: bool) -> None:
        """Whether things move to their new place in steps, or at once."""

    def stop(self) -> None:
        """End what works beside the window; it is about to close."""

    @property
    def measure_key(self) -> str:
        """Of the number that the page is about, where it is about one that can have a target."""
        return ""

    @property
    def panels(self) -> Mapping[str, ChartPanel]:
        """The charts that the page has, by key."""
        return {}

    @property
    def pictured(self) -> Sequence[Pictured]:
        """What the part in front draws beside its charts; one a plan where it shows several."""
        return ()

    def ask_rests(self) -> None:
        """Have it shown what the page's picture rests on; of several it is asked which."""
        charts = {key: panel for key, panel in self.panels.items() if panel.isVisible()}
        pictures, focus = self.pictured, self.focusWidget()
        if charts:
            keyed = (k for k, panel in charts.items() if focus and panel.isAncestorOf(focus))
            self.chart_asked.emit(RESTS_ON, next(keyed, next(iter(charts))))
        elif len(pictures) == 1:
            self.rests_asked.emit(pictures[0])
        elif pictures:
            self.rests_menu(pictures).popup(self.mapToGlobal(self.rect().topLeft()))
        else:
            self.told.emit(self.tr("Nothing is drawn here that rests on assumptions."))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What no part of the page has a menu for."""
        pictures = self.pictured
        if pictures:
            self.rests_menu(pictures).popup(event.globalPos())
        else:
            super().contextMenuEvent(event)

    def rests_menu(self, pictures: Sequence[Pictured]) -> QMenu:
        """One entry, or one a plan below it; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = translate("ChartPanel", "What it r&ests on…")
        if len(pictures) == 1:
            menu.addAction(text, partial(self.rests_asked.emit, pictures[0]))
            return menu
        menu.addSection(as_read(text).rstrip("…"))
        for picture in pictures:
            name = without_keys(short(picture.plan))
            menu.addAction(name, partial(self.rests_asked.emit, picture))
        return menu

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come of what the page works out."""
        return True

    @property
    def state(self) -> object:
        """How the page shows what it shows, for the layout; None where there is nothing to keep.

        Only what JSON can hold.
        """
        return None

    def use_state(self, state: object) -> None:
        """Show it so. Raises TypeError or ValueError where `state` is none of this page's."""


@dataclass(frozen=True)
class Parts:
    """What pages are made of."""

    session: Session
    settings: Settings


@dataclass(frozen=True)
class PageRow:
    """A page in the list of pages: its key, title and picture, and what makes it.

    The drawing is `icons/pages/<key>.svg`. A page that is not in the rail is shown by others.
    """

    key: str
    title: str
    make: Callable[[Parts], Page]
    in_rail: bool = True

    @property
    def title_text(self) -> str:
        return translate("Page", self.title)
