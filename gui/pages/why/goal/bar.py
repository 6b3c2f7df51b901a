"""The strip below the page where a goal is typed, and up to three ways to it are tried on."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Result, ScenarioError
from engine.analysis.proposals import MOST, GoalFound, Proposal
from engine.worlds.risk import Risk
from gui.document.session import Session
from gui.pages.analysis.sureness import SureLine
from gui.pages.why.goal.asking import GoalQuestion, goal_worker
from gui.pages.why.goal.card import ProposalCard
from gui.pages.why.goal.goal import WantedGoal
from gui.pages.why.goal.words import state, step_words, ways
from gui.pages.why.measures import WhyMeasure, WhyPeriod, label, sought
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel
from gui.widgets.spin_boxes import LeverSpinBox
from gui.widgets.target_fields import target_field
from gui.words import units
from gui.words.numbers import field_digits

PERCENT = 100.0
STEP_SHARE = 0.02  # of the value, a step of the field
FEW_LETTERS = 28  # of a sentence, on a line that can be read


class GoalBar(QFrame):
    """Hidden until a goal is wanted. It asks while the scenario rests, and shows what is found."""

    looked_at = Signal(object)  # a Scenario to be shown as a ghost; None for none
    refused = Signal(str)
    failed = Signal(object)  # an exception of the engine

    def __init__(
        self,
        session: Session,
        locked: Callable[[], Collection[str]],
        parent: QWidget | None = None,
    ) -> None:
        """`locked` gives the parameters that a search leaves alone."""
        super().__init__(parent)
        self.setObjectName("goalBar")
        self._session, self._locked = session, locked
        self._result: Result | None = None
        self._risk: Risk | None = None
        self._month = 0
        self._families: tuple[str, ...] = ()
        self._target: float | None = None  # as it was set, in the engine's unit
        self._stopped = False
        self.question: GoalQuestion | None = None
        self.found: GoalFound | None = None
        self.worker = goal_worker(self)
        self.worker.answered.connect(self._take)
        self.worker.failed.connect(self.failed)
        session.scenario_changed.connect(self._scenario_changed)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.measure = ComboBox()
        self.measure.setAccessibleName(self.tr("The number that is to reach a target"))
        self.measure.currentIndexChanged.connect(self._choose)
        self.period = ComboBox()
        self.period.addItems([self.tr("in the month above"), self.tr("over the months to come")])
        self.period.setAccessibleName(self.tr("Its months"))
        self.period.currentIndexChanged.connect(self._choose)
        self._to = PlainLabel(self.tr("to"))
        self.state = PlainLabel()
        self.state.setWordWrap(True)
        self.field = self._make_field("EFLOP/s", share=False)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop_search)
        self._close = close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setAccessibleName(self.tr("Give the goal up"))
        close.setToolTip(self.tr("Give the goal up (Esc)"))
        close.clicked.connect(self.give_up)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._name = title = PlainLabel(self.tr("Bring"))
        title.setObjectName("chartTitle")
        for widget in (title, self.measure, self.period, self._to, self.field):
            self._head.addWidget(widget)
        self._head.addSpacing(8)
        self._beside = self._head.count()
        self._head.addWidget(self.state, 1)
        self._head.addWidget(self.stop_button)
        self._head.addWidget(close)
        self.sure = SureLine()
        self.cards = [ProposalCard() for _ in range(MOST)]
        self._ways = QHBoxLayout()
        self._ways.setSpacing(6)
        for card in self.cards:
            card.hide()
            card.looked_at.connect(self._look)
            card.applied.connect(self._apply)
            self._ways.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(4)
        layout.addLayout(self._head)
        self._below = QHBoxLayout()
        layout.addLayout(self._below)
        layout.addLayout(self._ways)
        layout.addWidget(self.sure)

    def _place_state(self) -> None:
        """Beside the fields where a line of it has room there, else below them."""
        letters = self.state.fontMetrics().averageCharWidth()
        others = [self._name, self.measure, self.period, self._to, self.field]
        others += [part for part in (self.stop_button, self._close) if not part.isHidden()]
        fields = sum(part.sizeHint().width() + self._head.spacing() for part in others)
        beside = self.width() - fields >= FEW_LETTERS * letters
        if beside == (self._head.indexOf(self.state) >= 0):
            return
        if beside:
            self._below.removeWidget(self.state)
            self._head.insertWidget(self._beside, self.state, 1)
        else:
            self._head.removeWidget(self.state)
            self._below.addWidget(self.state, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_state()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a field came, went or grew
            self._place_state()
        return super().event(event)

    def _make_field(self, unit: str, *, share: bool) -> LeverSpinBox:
        field = target_field(unit, self.tr("Target"), share=share)
        field.taken.connect(self._take_value)
        field.refused.connect(self.state.setText)
        return field

    # What is sought

    @property
    def chosen(self) -> WhyMeasure:
        return sought(self._families or self._session.scenario.families)[
            max(self.measure.currentIndex(), 0)
        ]

    @property
    def _period(self) -> WhyPeriod:
        scenario = self._session.scenario
        return WhyPeriod.of(scenario, self._month, whole=self.period.currentIndex() == 1)

    @Slot(object)
    def seek(self, goal: WantedGoal) -> None:
        """Look for ways to a goal; without a value the field is ready for one."""
        self._list_measures()
        self.show()
        with QSignalBlocker(self.measure), QSignalBlocker(self.period):
            self.measure.setCurrentIndex(max(self.measure.findData(goal.measure), 0))
            self.period.setCurrentIndex(int(goal.whole))
        self._target = goal.value
        self._clear()
        self._remake_field()
        if goal.value is None:
            self.state.setText(self.tr("Type what it should be."))
            self.stop_button.hide()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        else:
            self.ask()

    def _list_measures(self) -> None:
        families = self._session.scenario.families
        if families == self._families:
            return
        self._families = families
        with QSignalBlocker(self.measure):
            self.measure.clear()
            for measure in sought(families):
                self.measure.addItem(label(measure, families), measure.key)

    def _remake_field(self) -> None:
        measure = self.chosen
        before, self.field = self.field, self._make_field(measure.unit, share=measure.share)
        self._head.replaceWidget(before, self.field)
        stops = (self.period, self.field, *(card.apply for card in self.cards))
        for one, next_one in itertools.pairwise((*stops, self.stop_button)):
            QWidget.setTabOrder(one, next_one)
        before.hide()
        before.deleteLater()
        self.field.show()
        self._show_value()

    def _show_value(self) -> None:
        """What is wanted, or else what is."""
        measure, value = self.chosen, self._target
        if value is None and self._result is not None:
            value = self._now(measure, self._result)
        if value is None or value != value:
            value = 0.0
        number = value * PERCENT if measure.share else units.of(measure.unit).number(value)
        self.field.step_by(abs(number) * STEP_SHARE)
        self.field.show_number(number, field_digits(number, share=measure.share))

    def _now(self, measure: WhyMeasure, result: Result) -> float | None:
        """What it is now; of a chance that no worlds were drawn for yet, None."""
        if not measure.of_worlds:
            return measure.of(result, self._period)
        if self._risk is None:
            return None
        whole = self.period.currentIndex() == 1
        return float(self._risk.chance_of_shortfall if whole else self._risk.short[self._month])

    @Slot(float)
    def _take_value(self, number: float) -> None:
        measure = self.chosen
        value = number / PERCENT if measure.share else units.of(measure.unit).back(number)
        self._target = value
        self.ask()

    @Slot()
    def _choose(self) -> None:
        """Another number, or other months: what it should be is asked anew."""
        self._target = None
        self._clear()
        self._remake_field()
        self.state.setText(self.tr("Type what it should be."))

    # The search

    def show_result(self, result: Result, month: int, risk: Risk | None = None) -> None:
        """What the window shows, and its month; the risk of the worlds drawn last."""
        other = month != self._month
        self._result, self._month, self._risk = result, month, risk
        if self.isHidden():
            return
        if self._target is None:
            self._show_value()
        elif other and self.period.currentIndex() == 0:
            self.ask()

    @Slot()
    def rest(self) -> None:
        """The hand rests: look again, where what was found is of another scenario."""
        if not self.isHidden() and self._target is not None:
            self.ask()

    @property
    def settled(self) -> bool:
        """Whether nothing more will come."""
        return self.worker.idle

    def ask(self) -> None:
        """Look for ways to the target from where the scenario is now; nothing twice."""
        if self._target is None or self._result is None:
            return
        question = GoalQuestion(
            self._session.scenario,
            self.chosen,
            self._period,
            self._target,
            frozenset(self._locked()),
        )
        if question == self.question:
            return
        self.question, self._stopped = question, False
        self.state.setText(state(None, question))
        self.sure.working()
        self.stop_button.show()
        self.worker.request(question)

    @Slot()
    def stop_search(self) -> None:
        """What is found so far is enough."""
        if not self.worker.idle and self.question is not None:
            self.worker.forget()
            self._stopped = True
            self.state.setText(
                state(self.found or GoalFound((), 0, False), self.question, stopped=True)
            )
            self.sure.say(self.found.draws if self.found else 0)
        self.stop_button.hide()

    @Slot(object)
    def _scenario_changed(self) -> None:
        """Whatever is under way is of another scenario now."""
        if self.isHidden():
            return
        self.worker.forget()
        self.question = None
        self.looked_at.emit(None)
        for card in self.cards:
            card.apply.setEnabled(False)

    @Slot(object, object)
    def _take(self, question: GoalQuestion, found: GoalFound) -> None:
        if question != self.question:
            return
        self.found = found
        self.state.setText(state(found, question))
        self.stop_button.setVisible(not found.settled)
        shown = ways(found, question)
        for place, card in enumerate(self.cards):
            there = place < len(shown)
            card.setVisible(there)
            card.apply.setEnabled(there)
            if there:
                card.show_proposal(shown[place], question, self._session.scenario)
        self.sure.setVisible(bool(found.proposals))
        self.sure.say(found.draws, working=not found.settled)

    def _clear(self) -> None:
        self.worker.forget()
        self.question = self.found = None
        self.looked_at.emit(None)
        for card in self.cards:
            card.hide()
        self.sure.hide()
        self.stop_button.hide()

    @Slot(object)
    def _look(self, proposal: Proposal | None) -> None:
        fits = proposal is not None and self.question is not None
        self.looked_at.emit(proposal.solution.scenario if fits and proposal else None)

    @Slot(object)
    def _apply(self, proposal: Proposal) -> None:
        """The change as one step of undo; the goal is reached, and the strip goes."""
        if self.question is None:
            return
        keys = dict.fromkeys(lever.key for lever, *_ in proposal.solution.moved)
        values = {key: getattr(proposal.solution.scenario, key) for key in keys}
        words = step_words(self.question)
        try:
            after = self._session.scenario.having(**values)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return
        self.give_up()
        self._session.replace(after, words)

    @Slot()
    def give_up(self) -> None:
        """Nothing is sought any more."""
        self._clear()
        self._target = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            return
        super().keyPressEvent(event)

    def stop(self) -> None:
        """End the work beside the window."""
        self.worker.stop()
