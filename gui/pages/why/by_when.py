"""By when each dated decision has to be taken for a target to hold, and what waiting costs."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine import Result
from engine.analysis.calendar import Decision
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.analysis.bar_model import BarRow, Span
from gui.pages.analysis.bar_table import BarTable
from gui.pages.why.by_when_words import (
    headings,
    lever_of,
    row_texts,
    row_tip,
    settle_sentence,
    verdict,
)
from gui.pages.why.deadlines import Deadlines
from gui.pages.why.measures import WhyMeasure, WhyPeriod
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.spin_boxes import LeverSpinBox
from gui.widgets.target_fields import chance_field, target_field
from gui.words import units
from gui.words.numbers import field_digits

PERCENT = 100.0
USUAL_CHANCE = 50.0  # percent
EASIER = 0.9  # of the plan's own value, where nobody has set another
STEP_SHARE = 0.02
DIGITS = 2
BAR = 2  # the column of the bars
IN_TIME, LATE = "capacity", "shortfall"


class ByWhenPart(QWidget):
    """The target and its chance, a row a decision, and what would have to be settled first."""

    asked = Signal()  # with another target or chance
    lever_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[tuple[str, bool], float] = {}  # of targets that somebody has set
        self._measure: WhyMeasure | None = None
        self._whole = False
        self._usual = 0.0
        self.found: tuple[Decision, ...] = ()
        self.subject: Deadlines | None = None
        self.card = AnalysisCard(self.tr("By when to decide"))
        self.sentence = PlainLabel()
        self.sentence.setObjectName("pageTitle")
        self.sentence.setWordWrap(True)
        self.settle = PlainLabel()
        self.settle.setWordWrap(True)
        self._side = PlainLabel()
        self.value = self._field("EFLOP/s", share=False)
        self.chance = chance_field(USUAL_CHANCE, self.tr("Chance that is wanted, in percent"))
        self.chance.taken.connect(self.asked)
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        with_chance = PlainLabel(self.tr("in this share of the worlds:"))
        for widget in (self._side, self.value, with_chance, self.chance):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self.table = BarTable(self.tr("Dated decisions"), BAR, (0, 1, 3, 4))
        self.table.chosen.connect(self._choose)
        self.card.inside.addLayout(self._line)
        parts: tuple[QWidget, ...] = (self.sentence, self.table, self.settle)
        for part in parts:
            self.card.inside.addWidget(part)
        self.card.inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addWidget(self.card, 1)
        self.table.hide()

    def _field(self, unit: str, *, share: bool) -> LeverSpinBox:
        field = target_field(unit, self.tr("Target"), share=share)
        field.taken.connect(self._take_value)
        return field

    # The target

    def show_plan(
        self, result: Result, measure: WhyMeasure, period: WhyPeriod, *, whole: bool
    ) -> None:
        """The number that is to hold, and what the plan makes of it."""
        plan = measure.of(result, period)
        factor = 1 / EASIER if measure.lower_is_better else EASIER
        self._usual = float(f"{plan * factor:.{DIGITS}g}") if plan == plan else 0.0
        if (measure, whole) != (self._measure, self._whole):
            self._measure, self._whole = measure, whole
            self._side.setText(
                self.tr("At most") if measure.lower_is_better else self.tr("At least")
            )
            before, self.value = self.value, self._field(measure.unit, share=measure.share)
            self._line.replaceWidget(before, self.value)
            QWidget.setTabOrder(self.value, self.chance)
            before.hide()
            before.deleteLater()
        if (measure.key, whole) not in self._values:
            self._show_value()

    @property
    def target(self) -> float:
        """In the engine's unit."""
        key = self._measure.key if self._measure is not None else ""
        return self._values.get((key, self._whole), self._usual)

    @property
    def wanted(self) -> float:
        """The chance that is wanted [share]."""
        return self.chance.value() / PERCENT

    def _show_value(self) -> None:
        measure = self._measure
        if measure is None:
            return
        value = self.target
        number = value * PERCENT if measure.share else units.of(measure.unit).number(value)
        with QSignalBlocker(self.value):
            self.value.step_by(abs(number) * STEP_SHARE)
        digits = field_digits(number, share=measure.share)
        self.value.show_number(number, digits)

    @Slot(float)
    def _take_value(self, number: float) -> None:
        measure = self._measure
        if measure is not None:
            value = number / PERCENT if measure.share else units.of(measure.unit).back(number)
            self._values[measure.key, self._whole] = value
            self.asked.emit()

    # What is told

    def work_on(self) -> None:
        self.card.sure.working()

    def take(self, told: Told[Deadlines]) -> None:
        if told.refused:
            self.sentence.setText(told.refused)
            return
        self.subject, self.found = told.subject, told.value
        scenario = told.subject.scenario
        self.sentence.setText(verdict(self.found, told.subject))
        self.settle.setText(settle_sentence(self.found))
        latest = max((one.month + len(one.chance) for one in self.found), default=0)
        scale = (float(scenario.as_of), float(max(latest, scenario.as_of + 1)))
        rows = []
        for one in self.found:
            texts, last = row_texts(one, told.subject), one.last_month
            begin = float(one.month)
            end = begin if last is None else float(last) + 1
            said = texts[BAR + 1]
            rows.append(
                BarRow(
                    (one.what, one.name),
                    texts,
                    (Span(begin, end, IN_TIME),) if last is not None else (),
                    ((begin, LATE if last is None else IN_TIME),),
                    said,
                    row_tip(one, told.subject),
                    scale,
                )
            )
        self.table.setVisible(bool(rows))
        self.table.show_rows(headings(), rows)
        self.card.sure.say(told.worlds, working=not told.last)

    @Slot(object)
    def _choose(self, key: tuple[str, str]) -> None:
        self.lever_wanted.emit(lever_of(key[0]))

    def use_palette(self, palette: Palette) -> None:
        self.table.use_palette(palette)
