"""The Risk page: what can go wrong, how often, from what, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Scenario, ScenarioError
from engine.analysis.exceedance import Exceedance
from engine.analysis.failing import When
from engine.analysis.variants import Lever
from engine.text import written
from engine.values import PerFamily
from gui.charts.measured import Pictured
from gui.document.session import Session
from gui.levers.refusals import in_words
from gui.pages.analysis.asking import Told
from gui.pages.analysis.asking_page import AskingPage
from gui.pages.page import OnScreen
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import change_words
from gui.pages.risk.matters import MattersPart
from gui.pages.risk.measures import BY_KEY, MEASURES
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.part import RiskPart
from gui.pages.risk.shock_deck import ShocksPart
from gui.pages.risk.subject import Subject, deck, hedge, matters, odds
from gui.widgets.combo import ComboBox
from gui.widgets.directions import margins
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled

ODDS, MATTERS, SHOCKS, HEDGE = "odds", "matters", "shocks", "hedge"
STEPS = {ODDS: odds, MATTERS: matters, SHOCKS: deck, HEDGE: hedge}
PARTS = tuple(STEPS)


def _as_file_has_it(plan: Scenario, world: Scenario, name: str) -> Scenario:
    """The world under another name, its values checked: it may be saved, and opened again.

    Raises ScenarioError.
    """
    values = {
        row.key: getattr(world, row.key)
        for row in PARAMETERS
        if getattr(world, row.key) != getattr(plan, row.key)
    }
    return plan.having(**values, name=name)


SHRINKS = ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
FEW_LETTERS = 12  # that are always seen of the measure


class RiskPage(AskingPage):
    """Parts of which one is in front; that one asks, once the hand rests."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(PARTS, parent)
        self._session = session
        self._gesture = 0
        self.asker.told.connect(self._take_told)
        self.asker.failed.connect(self._fail)
        self.tabs.setUsesScrollButtons(False)  # where room is short, the measure gives way
        self.measure = ComboBox()
        self.measure.setAccessibleName(self.tr("What is looked at"))
        for measure in MEASURES:
            self.measure.addItem(measure.label_text, measure.key)
        self.measure.currentIndexChanged.connect(self._choose)
        self.measure.setMinimumContentsLength(FEW_LETTERS)
        self.odds = OddsPart()
        self.odds.month_chosen.connect(self.month_chosen)
        self.odds.world_wanted.connect(self.open_world)
        self.matters = MattersPart()
        self.matters.lever_wanted.connect(self.lever_wanted)
        self.matters.lever_pulled.connect(self._pull)
        self.matters.change_wanted.connect(self._try)
        self.matters.share_chosen.connect(self._choose)
        self.shocks = ShocksPart(session)
        self.shocks.told.connect(self.told)
        self.shocks.refused.connect(self.refused)
        self.shocks.own_changed.connect(self._choose)
        self.hedge = HedgePart()
        self.hedge.mix_wanted.connect(self._try_mix)
        self.hedge.entry_wanted.connect(self._show_supply)
        self._parts: dict[str, RiskPart] = {
            ODDS: self.odds,
            MATTERS: self.matters,
            SHOCKS: self.shocks,
            HEDGE: self.hedge,
        }
        titles = (
            self.tr("Odds"),
            self.tr("What matters"),
            self.tr("Shocks"),
            self.tr("The hedge"),
        )
        for title, part in zip(titles, self._parts.values(), strict=True):
            self.add_part(title, part if part.scrolls_itself else scrolled(part, sideways=True))
        self.tabs.currentChanged.connect(self._turn)
        top = QHBoxLayout()
        top.setContentsMargins(margins(0, 0, 16, 0))
        top.addWidget(self.tabs)
        top.addStretch(0)
        top.addSpacing(6)
        label = PlainLabel(self.tr("Look at"))
        label.setObjectName("caption")
        top.addWidget(label)
        top.addSpacing(6)
        top.addWidget(self.measure, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    # What is shown

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        self._parts[self.part].show_plan(shown)
        self.ask_at_rest(shown)

    @property
    def pictured(self) -> Sequence[Pictured]:
        if self._shown is None:
            return ()
        measure = BY_KEY[self.measure.currentData()]
        scenario, month = self._shown.result.scenario, self._shown.month
        title = measure.about(scenario, month)
        return [Pictured(title, scenario, [measure.kpi(scenario, month)])]

    @property
    def subject(self) -> Subject | None:
        """What is asked about."""
        if self._shown is None:
            return None
        shown, key = self._shown, self.measure.currentData()
        scenario, share, own = shown.result.scenario, self.matters.share, self.shocks.own
        asked = (share, own, self.matters.moves)
        return Subject.of(scenario, shown.baseline, key, shown.month, *asked)

    def ask(self) -> None:
        subject, shown = self.subject, self._shown
        if subject is None or shown is None:
            return
        if self.asker.ask(subject, STEPS[self.part](subject)):
            self._parts[self.part].work_on(subject.measure, shown.result, shown.month)

    @Slot(object)
    def _take_told(self, told: Told[Subject]) -> None:
        if told.refused:
            self.refused.emit(told.refused)
        else:
            self._parts[self.part].take(told)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        text = self.tr("The risk can't be worked out: {reason}")
        self.refused.emit(text.format(reason=error))

    @Slot()
    def _choose(self) -> None:
        self.ask()

    @Slot(int)
    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if self._shown is not None:
            self.take(self._shown)

    # What is done from here

    @Slot(object, int)
    def open_world(self, curve: Exceedance, place: int) -> None:
        """One of the worst worlds as a scenario, in one step of undo."""
        draw = curve.worst[place]
        plan = self._session.scenario
        name = self.tr("{plan}, world {number}").format(plan=plan.name, number=written(draw, "d"))
        try:
            world = _as_file_has_it(plan, curve.scenario_of(place), name)
        except ScenarioError as error:  # luck may leave the bounds that levers have
            self.refused.emit(in_words(error, plan.start))
            return
        text = self.tr("Open world {number}").format(number=written(draw, ",d"))
        self._session.replace(world, text)
        said = self.tr(
            "World {number} is open: its luck is written out as shocks, delays and values. "
            "Undo brings the plan back."
        )
        self.told.emit(said.format(number=written(draw, ",d")))

    @Slot(object, float, bool)
    def _pull(self, lever: Lever, value: float, begins: bool) -> None:
        """A bar is pulled: its lever goes along, in one step of undo."""
        if begins:
            self._gesture = self._session.new_gesture()
        moved = lever.moved(self._session.scenario, value)
        self._edit(lever.key, getattr(moved, lever.key), self._gesture)

    @Slot(object)
    def _try(self, when: When) -> None:
        assert when.changes is not None
        [(key, value)] = when.changes.items()
        if self._edit(key, value):
            said = self.tr("The other side is tried: {change}. Undo takes it back.")
            self.told.emit(said.format(change=change_words(when)))

    @Slot(object)
    def _try_mix(self, mix: PerFamily) -> None:
        if self._edit("mix", dict(mix)):
            self.told.emit(self.tr("This mix is tried now. Undo takes it back."))

    @Slot()
    def _show_supply(self) -> None:
        self.page_wanted.emit("supply")

    def _edit(self, key: str, value: Any, gesture: int | None = None) -> bool:
        try:
            self._session.edit(key, value, gesture)
        except ScenarioError as error:
            self.refused.emit(in_words(error, self._session.scenario.start))
            return False
        return True

    def use_palette(self, palette: Palette) -> None:
        fit = self.measure.SizeAdjustPolicy.AdjustToContents
        self.measure.setSizeAdjustPolicy(fit)
        self.measure.setMaximumWidth(self.measure.sizeHint().width())
        self.measure.setSizeAdjustPolicy(SHRINKS)
        for part in self._parts.values():
            part.use_palette(palette)

    @property
    def state(self) -> object:
        measure = self.measure.currentData()
        return {"part": self.part, "measure": measure, "cards": self.shocks.own_state}

    def use_state(self, state: object) -> None:
        if not isinstance(state, Mapping):
            raise TypeError("a state of the risk page has a part and a measure")
        measure, part = state["measure"], state["part"]
        if measure not in BY_KEY or part not in PARTS:
            raise ValueError("there is no such part, or no such measure")
        with QSignalBlocker(self.measure):
            self.measure.setCurrentIndex(self.measure.findData(measure))
        self.shocks.use_own(state.get("cards", []))
        self.show_part(part)
