"""What two plans differ by, as a waterfall: from a number of the one to the other's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine import Result, Scenario, ScenarioError
from engine.analysis.compared import own_calendar
from engine.text import translate
from gui.charts.measured import Pictured
from gui.document.comparison import PlanColumn
from gui.pages.analysis.asking import Asker, Told
from gui.pages.compare import rests
from gui.pages.why.measure_box import offer_measures
from gui.pages.why.measures import WhyMeasure, WhyPeriod, measures
from gui.pages.why.questions import WhySubject, splitting
from gui.pages.why.rows import ChangeStep, ChangeSteps, put_back, steps
from gui.pages.why.waterfall_view import WaterfallView
from gui.pages.why.words import change_sentence, idle_words
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled
from gui.words.abbreviate import short

LONGEST_NAME = 32  # letters, at either end of the bars
LEAST_HEIGHT = 150  # pixels


class PlanFall(QFrame):
    """Asks once the runs of both plans are there; a bar that is clicked is put back in the one."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.found: ChangeSteps | None = None
        self.subject: WhySubject | None = None
        self._families: tuple[str, ...] = ()
        self._pair: tuple[PlanColumn, PlanColumn] | None = None
        self._scenarios = Scenario(), Scenario()
        self._month = ""
        self.asker = Asker(self)
        self.asker.told.connect(self._take)
        self.measure, self.period = ComboBox(), ComboBox()
        self.measure.setAccessibleName(self.tr("The number that is split into what differs"))
        self.period.setAccessibleName(self.tr("Its months"))
        self.period.addItem(self.tr("in the month above"))
        self.period.addItem(self.tr("over the months to come"))
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.idle = PlainLabel()
        self.idle.setObjectName("caption")
        self.idle.setWordWrap(True)
        self.view = WaterfallView()
        self.view.put_back.connect(self._put_back)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.measure)
        top.addWidget(self.period)
        top.addStretch(1)
        inside = QWidget()
        inside.setObjectName("inChart")
        bars = QVBoxLayout(inside)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(4)
        bars.addWidget(self.sentence)
        bars.addWidget(self.view)
        bars.addWidget(self.idle)
        bars.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(scrolled(inside), 1)
        self.setMinimumHeight(LEAST_HEIGHT)
        for box in (self.measure, self.period):
            box.currentIndexChanged.connect(self._ask)

    @property
    def chosen(self) -> WhyMeasure:
        """The number that is looked at."""
        return measures(self._families)[max(self.measure.currentIndex(), 0)]

    def show_pair(
        self,
        before: tuple[PlanColumn, Result],
        after: tuple[PlanColumn, Result],
        month: str,
        *,
        still: bool = False,
    ) -> None:
        """Two plans that have been run; `month` is that of the figures, YYYY-MM.

        While `still`, a hand moves a lever, and frames come first.
        """
        self._pair, self._month = (before[0], after[0]), month
        self._scenarios = before[1].scenario, after[1].scenario
        self._list_measures()
        if still:
            self.asker.forget()
        else:
            self._ask()

    def _list_measures(self) -> None:
        families = self._scenarios[1].families
        if families == self._families:
            return
        self._families = families
        offer_measures(self.measure, families)

    def pictured(self, plans: rests.Plans, month: str) -> Sequence[Pictured]:
        """The number that is split, of both plans."""
        pair = self._pair or ()
        after = self._scenarios[1]
        place = own_calendar(after).place(month) or 0
        period = WhyPeriod.of(after, place, whole=self.period.currentIndex() == 1)
        if not pair or self._unlike(*self._scenarios):
            return ()
        kpi = self.chosen.kpi(period)
        of = [(plan, scenario) for plan, scenario in plans if plan in pair]
        return rests.of_kpi(
            of, kpi, f"{self.measure.currentText()}, {self.chosen.when(period, after)}"
        )

    @Slot()
    def _ask(self) -> None:
        if self._pair is None:
            return
        before, after = self._scenarios
        place = own_calendar(after).place(self._month)
        whole = self.period.currentIndex() == 1
        period = WhyPeriod.of(after, place or 0, whole=whole)
        subject = WhySubject.of(before, after, self.chosen, period)
        why = self._unlike(before, after)
        if not why and place is None and not whole:
            why = self.tr("Neither plan has this month.")
        if not why and subject.before == subject.after:
            why = self.tr("Nothing differs that a number could hang on.")
        if why:
            self.refuse(why)
        else:
            self.asker.ask(subject, splitting())

    def _unlike(self, before: Scenario, after: Scenario) -> str:
        """Why no change leads from the one to the other; empty where one does."""
        if before.start != after.start or before.horizon_months != after.horizon_months:
            return self.tr(
                "Not split into parts: these plans don't have the same months. Give both the same "
                "start and horizon, and here it says what each difference adds."
            )
        if before.catalogue != after.catalogue:
            return self.tr(
                "Not split into parts: these plans don't have the same chips to choose from."
            )
        return ""

    def refuse(self, why: str) -> None:
        """There is nothing to split."""
        self.asker.forget(answers=True)
        self.found = self.subject = None
        self.sentence.setText(why)
        self.view.hide()
        self.idle.hide()

    @Slot(object)
    def _take(self, told: Told[Any]) -> None:
        if told.refused:
            self.refuse(told.refused)
            return
        assert self._pair is not None
        subject: WhySubject = told.subject
        self.subject = subject
        self.found = steps(told.value, subject.before, subject.after)
        self.sentence.setText(change_sentence(self.found, subject))
        self.view.setVisible(bool(self.found.groups))
        if self.found.groups:
            before, after = self._pair
            self.view.reversible = after.editable
            names = short(before.title, LONGEST_NAME), short(after.title, LONGEST_NAME)
            self.view.show_steps(self.found, subject.measure, names)
        self.idle.setText(idle_words(self.found.idle))
        self.idle.setVisible(bool(self.found.idle))

    @Slot(object)
    def _put_back(self, step: ChangeStep) -> None:
        """Give the second plan the values of the first, in one step of its own undo."""
        if self._pair is None:
            return
        what = step.label if not step.steps or len(step.steps) > 1 else step.steps[0].label
        text = translate("Why", "Put back: {change}").format(change=what)
        session = self._pair[1].session
        try:
            session.replace(put_back(session.scenario, self._scenarios[0], step.keys), text)
        except ScenarioError as error:
            self.refused.emit(str(error))

    def use_palette(self, palette: Palette) -> None:
        self.view.use_palette(palette)

    def stop(self) -> None:
        self.asker.stop()
