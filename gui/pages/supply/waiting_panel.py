"""The price of waiting for one thing: each later month, and how long a goal still holds."""

from __future__ import annotations

from PySide6.QtCore import (
    QSignalBlocker,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine import Result, Scenario
from engine.analysis.waiting import What
from engine.tables.catalogue import family_label
from engine.text import written
from gui.pages.supply.goals import Goal, goals
from gui.pages.supply.later_table import LaterTable
from gui.pages.supply.questions import (
    FAMILIES,
    Waited,
    WaitingQuestion,
    bare,
    first,
    most_months,
    waiting_worker,
)
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel
from gui.widgets.spin_boxes import LeverSpinBox
from gui.widgets.table_keys import TableKeys
from gui.widgets.target_fields import chance_field, target_field
from gui.words import units
from gui.words.abbreviate import short
from gui.words.kpis import chance_words, month_words
from gui.words.numbers import field_digits
from gui.words.typed_months import month_shown

AIR = 8  # pixels beside a cell's text
LEAST_ROWS = 2  # further ones scroll
USUAL_CHANCE = 80.0  # percent
STEP_SHARE = 0.05  # of a goal's value


def fit_columns(view: QTableView) -> None:
    """As wide as what is in them, and a little air."""
    view.resizeColumnsToContents()
    for section in range(view.model().columnCount()):
        view.setColumnWidth(section, view.columnWidth(section) + AIR)


class WaitingPanel(QFrame):
    """Asks its worker about the one thing that is chosen, while it is told the plan."""

    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self._what: What = "sites"
        self._name = ""
        self._result: Result | None = None
        self._month = 0
        self._question: WaitingQuestion | None = None
        self._values: dict[str, float] = {}  # of the goals that somebody has set
        self._goals: tuple[Goal, ...] = ()
        self._found: Waited | None = None
        # of what was found without any wait; generations begin in many months
        self._start = "2025-01"
        self._begins: int | None = None
        self.worker = waiting_worker(self)
        self.worker.answered.connect(self._take)
        self.worker.failed.connect(lambda error: self.failed.emit(str(error)))
        self._build()

    def _build(self) -> None:
        self._title = PlainLabel()
        self._title.setObjectName("chartTitle")
        self._title.setWordWrap(True)
        self.verdict = PlainLabel()
        self.verdict.setWordWrap(True)
        self.margin = PlainLabel()
        self.margin.setObjectName("caption")
        self.margin.setWordWrap(True)
        self.goal = ComboBox()
        self.goal.setAccessibleName(self.tr("Goal"))
        self.goal.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)  # they change
        self.goal.currentIndexChanged.connect(self._choose_goal)
        self._side = PlainLabel()
        self.value = self._field("EFLOP/s")
        self._when = PlainLabel()
        self.chance = chance_field(USUAL_CHANCE, self.tr("Chance that is wanted, in percent"))
        self.chance.taken.connect(self._say)
        self._words, likely = QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (self._words, (self.goal, self._side, self.value)),
            (likely, (self._when, self.chance)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
        self.model = LaterTable()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Each later month"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.hide()  # until there is something in it
        self._space = QWidget()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        TableKeys(self.view)
        for either in (self.view, self._space):
            either.setMinimumHeight(self._least_height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addLayout(self._words)
        layout.addLayout(likely)
        layout.addWidget(self.verdict)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._space, 1)
        layout.addWidget(self.margin)

    @property
    def _least_height(self) -> int:
        """Of the table: its heading, whose words take two lines, two rows and the bar below."""
        heading = 2 * self.view.fontMetrics().lineSpacing() + AIR
        rows = LEAST_ROWS * self.view.verticalHeader().defaultSectionSize()
        return heading + rows + self.view.horizontalScrollBar().sizeHint().height()

    def _field(self, unit: str) -> LeverSpinBox:
        field = target_field(unit, self.tr("Value of the goal"))
        field.taken.connect(self._take_value)
        field.refused.connect(self.verdict.setText)
        return field

    # What it is about

    def choose(self, what: What, name: str) -> None:
        """Ask about this entry, or about this family's generations, from now on."""
        if (what, name) != (self._what, self._name):
            self._what, self._name = what, name
            self._forget()
            self.ask()

    def show_plan(self, result: Result, month: int) -> None:
        """The plan, and the month that goals are for."""
        scenario = result.scenario
        self._result, self._month = result, month
        found = goals(scenario)
        if [g.key for g in found] != [g.key for g in self._goals]:
            self._goals = found
            with QSignalBlocker(self.goal):
                chosen = self.goal.currentData()
                self.goal.clear()
                for goal in found:
                    self.goal.addItem(goal.label, goal.key)
                self.goal.setCurrentIndex(max(self.goal.findData(chosen), 0))
            self._show_goal()
        elif self._chosen.key not in self._values:
            self._show_value()
        self._show_words()

    @property
    def _chosen(self) -> Goal:
        return self._goals[max(self.goal.currentIndex(), 0)]

    def ask(self) -> None:
        """Have it worked out, where that makes sense; nothing twice."""
        if self._result is None:
            return
        scenario = self._result.scenario
        self._show_words()
        if not most_months(scenario, self._what, self._name):
            self._forget()
            self.verdict.setText(self._why_not(scenario))
            return
        target = self._chosen.target(scenario, self._month, self._wanted)
        question = first(WaitingQuestion(bare(scenario), self._what, self._name, target))
        if question != self._question:
            self._question = question
            self.worker.request(question)

    def rest(self) -> None:
        """Nobody looks any more: ask nothing until they do."""
        self.worker.forget()
        self._question = None

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        return self.worker.idle

    def _forget(self) -> None:
        self.worker.forget()
        self._question = None
        self._found = None
        self.model.show_waiting((), "2025-01", 0)
        self._show_table(False)
        self.verdict.setText("")
        self.margin.setText("")

    def _show_table(self, shown: bool) -> None:
        self.view.setVisible(shown)
        self._space.setVisible(not shown)

    def _why_not(self, scenario: Scenario) -> str:
        if not self._name:
            return self.tr("There is nothing to wait for yet.")
        if self._what == FAMILIES:
            return self.tr("Its generations are as late as they can be.")
        entries = getattr(scenario, self._what)
        entry = next((entry for entry in entries if entry.name == self._name), None)
        if entry is None:
            return self.tr("There is nothing to wait for yet.")
        text = self.tr("It began in {month}: there is nothing to wait for.")
        return text.format(month=month_shown(scenario.start, entry.start_month))

    # The goal

    @Slot()
    def _choose_goal(self) -> None:
        self._show_goal()
        self.ask()

    @property
    def _wanted(self) -> float:
        """The value of the goal, in the engine's unit."""
        goal = self._chosen
        assert self._result is not None
        if goal.key in self._values:
            return self._values[goal.key]
        return goal.usual(self._result, self._month)

    @Slot(float)
    def _take_value(self, number: float) -> None:
        goal = self._chosen
        value = units.of(goal.unit).back(number)
        if value != self._wanted:
            self._values[goal.key] = value
            self.ask()

    def _show_goal(self) -> None:
        goal = self._chosen
        self._side.setText(self.tr("at least") if goal.side == "at least" else self.tr("at most"))
        before, self.value = self.value, self._field(goal.unit)
        self._words.replaceWidget(before, self.value)
        QWidget.setTabOrder(self.goal, self.value)
        before.hide()
        before.deleteLater()
        self._show_value()

    def _show_value(self) -> None:
        if self._result is not None:
            number = units.of(self._chosen.unit).number(self._wanted)
            self.value.step_by(abs(number) * STEP_SHARE)
            self.value.show_number(number, field_digits(number))

    def _show_words(self) -> None:
        assert self._result is not None
        if self._what == FAMILIES:
            name = family_label(self._name) if self._name else ""
            title = self.tr("If {family}'s next generations come later")
            self._title.setText(title.format(family=name))
        else:
            title = self.tr("The price of waiting for {name}")
            self._title.setText(title.format(name=short(self._name, 60) or "…"))
        months = self._result.months
        said = month_words(months[min(self._month, len(months) - 1)])
        when = (
            self.tr("until the end, chance")
            if self._chosen.summed
            else self.tr("in {month}, chance")
        )
        self._when.setText(when.format(month=said))

    # What is found

    @Slot(object, object)
    def _take(self, question: WaitingQuestion, found: Waited) -> None:
        scenario = question.scenario
        self._found = found
        begins = None
        if question.what != FAMILIES:
            entries = getattr(scenario, question.what)
            begins = next(e.start_month for e in entries if e.name == question.name)
        fresh = not self.model.rowCount()
        self._start, self._begins = scenario.start, begins
        self.model.show_waiting(found.of.later, scenario.start, begins)
        self._show_table(True)
        if fresh:
            fit_columns(self.view)
            self.view.setCurrentIndex(self.model.index(0, 0))
        text = self.tr("{draws} worlds, the same for each month; ± is the margin at 95%")
        self.margin.setText(text.format(draws=written(found.draws, ",d")))
        self._say()

    @Slot()
    def _say(self) -> None:
        """How long the goal still holds."""
        found = self._found
        if found is None:
            return
        wanted = self.chance.value() / 100
        last = found.of.last_that_holds(wanted)
        chances = [later.chance or 0.0 for later in found.of.later]
        if last is None:
            text = self.tr("Even without a wait the goal holds in {chance} of the worlds only.")
            self.verdict.setText(text.format(chance=chance_words(chances[0])))
            return
        chance = chance_words(chances[last])
        if self._begins is None:
            text = self.tr("{months} later the goal still holds, no longer after that: {chance}.")
            if last == found.of.later[-1].months:
                text = self.tr("{months} later the goal still holds: {chance}.")
            elif last == 0:
                text = self.tr("The goal holds as planned, and no month later: {chance}.")
            when = ""
        else:
            text = self.tr("{month}, {months} later, is the last that holds the goal: {chance}.")
            if last == found.of.later[-1].months:
                text = self.tr("The goal still holds in {month}, {months} later: {chance}.")
            elif last == 0:
                text = self.tr("{month} is the last month that holds the goal: {chance}.")
            when = month_shown(self._start, self._begins + last)
        months = self.tr("%n month(s)", "", last)
        self.verdict.setText(text.format(month=when, months=months, chance=chance))

    def stop(self) -> None:
        """End the work beside the window."""
        self.worker.stop()
