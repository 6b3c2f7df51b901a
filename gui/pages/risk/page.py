"""The Risk page: what can go wrong, how often, from what, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from engine.analysis.exceedance import Exceedance
from engine.text import written
from gui.document.session import Session
from gui.pages.analysis.asking import Asker, Told
from gui.pages.page import OnScreen, Page
from gui.pages.risk.measures import BY_KEY, MEASURES
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.subject import Subject, odds
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel

ODDS = "odds"
PARTS = (ODDS,)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    part.setObjectName("overview")
    return area


class RiskPage(Page):
    """Parts of which one is in front; that one asks, once the hand rests."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: OnScreen | None = None
        self.asker = Asker(self)
        self.asker.told.connect(self._take_told)
        self.asker.failed.connect(self._fail)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.measure = ComboBox()
        self.measure.setAccessibleName(self.tr("What is looked at"))
        for measure in MEASURES:
            self.measure.addItem(measure.label_text, measure.key)
        self.measure.currentIndexChanged.connect(self._choose)
        self.odds = OddsPart()
        self.odds.month_chosen.connect(self.month_chosen)
        self.odds.world_wanted.connect(self.open_world)
        self._stack = QStackedWidget()
        for title, part in ((self.tr("Odds"), self.odds),):
            self.tabs.addTab(title)
            self._stack.addWidget(_scrolled(part))
        self.tabs.currentChanged.connect(self._turn)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        label = PlainLabel(self.tr("Look at"))
        label.setObjectName("caption")
        top.addWidget(label)
        top.addWidget(self.measure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    # What is shown

    @property
    def part(self) -> str:
        """The part in front."""
        return PARTS[self.tabs.currentIndex()]

    def show_part(self, key: str) -> None:
        self.tabs.setCurrentIndex(PARTS.index(key))

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        self.odds.show_plan(shown)
        if shown.still or shown.held:
            self.asker.forget()  # frames come first
        else:
            self._ask()

    def rest(self, *, held: bool) -> None:
        if not held and self.isVisible():
            self._ask()

    @property
    def subject(self) -> Subject | None:
        """What is asked about."""
        if self._shown is None:
            return None
        scenario = self._shown.result.scenario
        return Subject.of(
            scenario, self._shown.baseline, self.measure.currentData(), self._shown.month
        )

    def _ask(self) -> None:
        subject, shown = self.subject, self._shown
        if subject is None or shown is None:
            return
        if self.asker.ask(subject, odds(subject)):
            self.odds.work_on(subject.measure, shown.result, shown.month)

    @Slot(object)
    def _take_told(self, told: Told[Subject]) -> None:
        self.odds.take(told)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        text = self.tr("The risk can't be worked out: {reason}")
        self.refused.emit(text.format(reason=error))

    @Slot()
    def _choose(self) -> None:
        self._ask()

    @Slot(int)
    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not worked out."""
        super().hideEvent(event)
        self.asker.forget()

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        return self.asker.settled

    # What is done from here

    @Slot(object, int)
    def open_world(self, curve: Exceedance, place: int) -> None:
        """One of the worst worlds as a scenario, in one step of undo."""
        draw = curve.worst[place]
        plan = self._session.scenario
        name = self.tr("{plan}, world {number}").format(plan=plan.name, number=written(draw, "d"))
        world = replace(curve.scenario_of(place), name=name, notes=plan.notes)
        text = self.tr("Open world {number}").format(number=written(draw, ",d"))
        self._session.replace(world, text)
        said = self.tr(
            "World {number} is open: its luck is written out as events, delays and values. "
            "Undo brings the plan back."
        )
        self.told.emit(said.format(number=written(draw, ",d")))

    def use_palette(self, palette: Palette) -> None:
        self.odds.use_palette(palette)

    @property
    def state(self) -> object:
        return {"part": self.part, "measure": self.measure.currentData()}

    def use_state(self, state: object) -> None:
        if not isinstance(state, Mapping):
            raise TypeError("a state of the risk page has a part and a measure")
        measure, part = state["measure"], state["part"]
        if measure not in BY_KEY or part not in PARTS:
            raise ValueError("there is no such part, or no such measure")
        with QSignalBlocker(self.measure):
            self.measure.setCurrentIndex(self.measure.findData(measure))
        self.show_part(part)

    def stop(self) -> None:
        self.asker.stop()
