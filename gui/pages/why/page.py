"""The Why page: what changed a number, what would bring it to a target, by when to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario, ScenarioError
from engine.files import scenario_files
from gui.charts.measured import Pictured
from gui.document.session import Session
from gui.pages.analysis.asking import Told
from gui.pages.analysis.asking_page import AskingPage
from gui.pages.page import OnScreen
from gui.pages.why import deadlines
from gui.pages.why.by_when import ByWhenPart
from gui.pages.why.cause import CausePart
from gui.pages.why.deadlines import Deadlines
from gui.pages.why.goal.goal import WantedGoal
from gui.pages.why.measure_box import offer_measures
from gui.pages.why.measures import WhyMeasure, WhyPeriod, measures
from gui.pages.why.questions import WhySubject, steps
from gui.pages.why.rows import put_back
from gui.widgets.combo import ComboBox
from gui.widgets.head_row import HeadRow
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled
from gui.words.abbreviate import short

CAUSE, BY_WHEN = "cause", "by_when"
PARTS = (CAUSE, BY_WHEN)
LONGEST_NAME = 40
BASELINE = -1  # among what can be compared with; versions are counted from 0


class WhyPage(AskingPage):
    """Parts of which one is in front; that one asks, once the hand rests."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(PARTS, parent)
        self._session = session
        self._families: tuple[str, ...] = ()
        self._from: Scenario | None = None  # a version that was chosen, read
        self.asker.told.connect(self._take_told)
        self.asker.failed.connect(self._fail)
        self.cause = CausePart()
        self.cause.put_back.connect(self._put_back)
        self.cause.month_chosen.connect(self.month_chosen)
        self.cause.goal_wanted.connect(self._want_back)
        self.by_when = ByWhenPart()
        self.by_when.asked.connect(self.ask)
        self.by_when.lever_wanted.connect(self.lever_wanted)
        for title, part in (
            (self.tr("What changed"), self.cause),
            (self.tr("By when"), self.by_when),
        ):
            self.add_part(title, scrolled(part, sideways=True))
        self.tabs.currentChanged.connect(self._turn)
        self._make_choices()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(HeadRow(self.tabs, (self.measure,)))
        below = QHBoxLayout()
        below.setContentsMargins(16, 6, 16, 0)
        below.setSpacing(6)
        below.addStretch(1)
        for widget in (self.period, self._from_words, self.before):
            below.addWidget(widget)
        layout.addLayout(below)
        layout.addWidget(self._stack, 1)
        session.document_changed.connect(self._list_versions)
        session.baseline_changed.connect(self._list_versions)
        self._list_versions()

    def _make_choices(self) -> None:
        self.measure = ComboBox()
        self.measure.setAccessibleName(self.tr("The number that is explained"))
        self.period = ComboBox()
        self.period.setAccessibleName(self.tr("Its months"))
        self.period.addItem(self.tr("in the month above"))
        self.period.addItem(self.tr("over the months to come"))
        self.before = ComboBox()
        self.before.setAccessibleName(self.tr("What it is compared with"))
        self._from_words = PlainLabel(self.tr("since"))
        for box in (self.measure, self.period, self.before):
            box.currentIndexChanged.connect(self._choose)

    # What is shown

    @property
    def chosen(self) -> WhyMeasure:
        """The measure that is looked at."""
        of = measures(self._families or self._session.scenario.families)
        return of[max(self.measure.currentIndex(), 0)]

    @property
    def measure_key(self) -> str:
        return self.chosen.key

    def choose_measure(self, key: str) -> None:
        self.measure.setCurrentIndex(max(self.measure.findData(key), 0))

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        self._list_measures(shown.result.scenario.families)
        self.cause.mark_month(shown.month)
        self.ask_at_rest(shown)

    def _list_measures(self, families: tuple[str, ...]) -> None:
        if families == self._families:
            return
        self._families = families
        offer_measures(self.measure, families)

    @Slot()
    def _list_versions(self) -> None:
        """The baseline, and each version that is kept in the document."""
        versions = self._session.versions
        names = [self.tr("the baseline, “{name}”"), *(version.name for version in versions)]
        names[0] = names[0].format(name=short(self._session.baseline.name, LONGEST_NAME))
        names = [short(name, LONGEST_NAME + 20) for name in names]
        if names == [self.before.itemText(place) for place in range(self.before.count())]:
            return
        with QSignalBlocker(self.before):
            kept = self.before.currentText()
            self.before.clear()
            self.before.addItems(names)
            self.before.setCurrentIndex(max(self.before.findText(kept), 0))
        self._read_version()

    def _read_version(self) -> None:
        """The scenario of the version that is chosen; None for the baseline."""
        place = self.before.currentIndex() + BASELINE
        self._from = None
        if place >= 0:
            try:
                file = self._session.versions[place].file
                self._from = scenario_files.parse_object(file).scenario
            except ScenarioError as error:
                self.refused.emit(str(error))

    @property
    def pictured(self) -> Sequence[Pictured]:
        subject = self.subject
        if subject is None or self._shown is None:
            return ()
        scenario, period = self._shown.result.scenario, subject.period
        title = f"{self.measure.currentText()}, {self.chosen.when(period, scenario)}"
        return [Pictured(title, scenario, [self.chosen.kpi(period)])]

    @property
    def subject(self) -> WhySubject | None:
        """What is asked about."""
        if self._shown is None:
            return None
        after = self._shown.result.scenario
        before = self._shown.baseline if self._from is None else self._from
        whole = self.period.currentIndex() == 1
        period = WhyPeriod.of(after, self._shown.month, whole=whole)
        return WhySubject.of(before, after, self.chosen, period)

    @Slot()
    def ask(self) -> None:
        subject, shown = self.subject, self._shown
        if subject is None or shown is None:
            return
        self._from_words.setVisible(self.part == CAUSE)
        self.before.setVisible(self.part == CAUSE)
        if self.part == BY_WHEN:
            self._ask_dates(shown, subject.period)
            return
        if not subject.comparable:
            self.asker.forget(answers=True)
            self.cause.refuse(
                self.tr(
                    "This can't be split into changes: the months or the chips to choose from are "
                    "not the same. Pin this scenario as the baseline, and change it from there."
                )
            )
            return
        if subject.before == subject.after:
            self.asker.forget(answers=True)
            self.cause.refuse(
                self.tr(
                    "Nothing has changed yet. Move a lever, and here it says what that did to the "
                    "number."
                )
            )
            return
        if self.asker.ask(subject, steps(subject)):
            before = self.before.currentText()
            names = (before if self._from is not None else self.tr("Baseline"), self.tr("Now"))
            self.cause.work_on(subject, names, shown.month)

    def _ask_dates(self, shown: OnScreen, period: WhyPeriod) -> None:
        part, measure = self.by_when, self.chosen
        part.show_plan(shown.result, measure, period, whole=self.period.currentIndex() == 1)
        scenario = shown.result.scenario
        subject = Deadlines.of(scenario, measure, period, part.target, part.wanted)
        if self.asker.ask(subject, deadlines.steps(subject)):
            part.work_on()

    @Slot(object)
    def _take_told(self, told: Told[Any]) -> None:
        if told.key == deadlines.DATES:
            self.by_when.take(told)
        else:
            self.cause.take(told)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        text = self.tr("The change can't be explained: {reason}")
        self.refused.emit(text.format(reason=error))

    @Slot()
    def _choose(self) -> None:
        self._read_version()
        self.ask()

    @Slot(int)
    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.asker.forget()
        self.ask()

    # What is done from here

    @Slot(tuple, str)
    def _put_back(self, keys: tuple[str, ...], text: str) -> None:
        """Some changes as they were before, in one step of undo."""
        assert self._shown is not None
        before = self._shown.baseline if self._from is None else self._from
        try:
            self._session.replace(put_back(self._session.scenario, before, keys), text)
        except ScenarioError as error:
            self.refused.emit(str(error))

    @Slot()
    def _want_back(self) -> None:
        """Have the number what it was before, by other decisions than those taken back."""
        found = self.cause.found
        if found is not None:
            whole = self.period.currentIndex() == 1
            self.goal_wanted.emit(WantedGoal(self.chosen.key, found.before, whole))

    def use_palette(self, palette: Palette) -> None:
        self.cause.use_palette(palette)
        self.by_when.use_palette(palette)

    @property
    def state(self) -> object:
        return {
            "part": self.part,
            "measure": self.measure.currentData() or "",
            "period": self.period.currentIndex(),
        }

    def use_state(self, state: object) -> None:
        if not isinstance(state, Mapping):
            raise TypeError("a state of the page has a part, a measure and a period")
        part, period = state["part"], state["period"]
        if part not in PARTS or period not in (0, 1):
            raise ValueError("there is no such part, or no such period")
        self._list_measures(self._session.scenario.families)
        self.choose_measure(str(state["measure"]))
        self.period.setCurrentIndex(int(period))
        self.show_part(part)
