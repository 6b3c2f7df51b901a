"""What changed the number: the waterfall, what turns the answer, and the chance by month."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.analysis.paired import Paired
from engine.analysis.waterfall import Waterfall
from engine.text import translate
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.analysis.sureness import chance_margin
from gui.pages.why.chance_view import ChanceView
from gui.pages.why.questions import CHANCE, GROUPS, LEVERS, TURNED, Turned, WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps, steps
from gui.pages.why.waterfall_view import WaterfallView
from gui.pages.why.words import (
    chance_sentence,
    change_sentence,
    idle_words,
    names,
    turned_sentences,
    turns_round,
)
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.words.kpis import points_words

NARROW = 980  # pixels, below which the chance stands under the waterfall


class CausePart(QWidget):
    """Shows what its page is told of a subject."""

    put_back = Signal(tuple, str)  # keys of parameters, and what it is called as a step of undo
    month_chosen = Signal(int)
    goal_wanted = Signal()  # that the number be what it was before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = ("", "")
        self._month = 0
        self._type_scale = 1.0
        self._turned: tuple[str, ...] = ()
        self.found: ChangeSteps | None = None
        self.subject: WhySubject | None = None
        self.paired: Paired | None = None
        self.change = AnalysisCard(self.tr("What changed it"))
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setObjectName("pageTitle")
        self.turned = PlainLabel()
        self.turned.setWordWrap(True)
        self.view = WaterfallView()
        self.view.put_back.connect(self._put_back)
        self.idle = PlainLabel()
        self.idle.setObjectName("caption")
        self.idle.setWordWrap(True)
        self.undo = QPushButton()
        self.undo.clicked.connect(self._put_back_turned)
        self.goal = QPushButton(self.tr("Find a way back to what it was…"))
        self.goal.clicked.connect(self.goal_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.goal)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        for widget in (self.sentence, self.view, self.idle, self.turned):
            self.change.inside.addWidget(widget)
        self.change.inside.addLayout(buttons)
        self.change.inside.addStretch(1)
        self.chance = AnalysisCard(self.tr("How often it is better than before"))
        self.often = PlainLabel()
        self.often.setWordWrap(True)
        self.often.setAlignment(Qt.AlignmentFlag.AlignTop)  # where no picture is below it
        self.picture = ChanceView()
        self.picture.month_chosen.connect(self.month_chosen)
        self.chance.inside.addWidget(self.often)
        self.chance.inside.addWidget(self.picture, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(6)
        self._both.addWidget(self.change, 3)
        self._both.addWidget(self.chance, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addLayout(self._both, 1)
        self._show_nothing()

    def _show_nothing(self) -> None:
        for widget in (self.view, self.idle, self.turned, self.undo, self.goal, self.picture):
            widget.hide()

    # What is asked and told

    def work_on(self, subject: WhySubject, names_: tuple[str, str], month: int) -> None:
        """Another subject is asked about; what was told before stays until then."""
        self._names = names_
        self.mark_month(month)
        self.change.sure.working()
        self.chance.sure.working()

    def refuse(self, why: str) -> None:
        """There is nothing to split."""
        self.found = self.subject = self.paired = None
        self._show_nothing()
        self.sentence.setText(why)
        self.often.setText(self.tr("There is no change whose worlds could be counted."))
        self.picture.show_chances(None, "2025-01")
        self.change.sure.say(0)
        self.chance.sure.say(0)

    def take(self, told: Told[WhySubject]) -> None:
        self.subject = told.subject
        if told.refused:
            self.refuse(told.refused)
        elif told.key in (GROUPS, LEVERS):
            self._show_change(told.value, working=told.key == GROUPS)
        elif told.key == TURNED:
            self._show_turned(told.value)
        elif told.key == CHANCE:
            self._show_chance(told.value, told.worlds, last=told.last)

    def _show_change(self, found: Waterfall, *, working: bool) -> None:
        assert self.subject is not None
        subject = self.subject
        self.found = steps(found, subject.before, subject.after, subject.measure.readable)
        self.sentence.setText(change_sentence(self.found, subject))
        self.view.setVisible(bool(self.found.groups))
        if self.found.groups:
            self.view.show_steps(self.found, subject.measure, self._names)
        self.idle.setText(idle_words(self.found.idle, felt=bool(self.found.groups)))
        self.idle.setVisible(bool(self.found.idle))
        gap = self.found.after - self.found.before
        worse = subject.measure.readable(gap) and not subject.measure.better(gap)
        self.goal.setVisible(worse)
        if working:
            self._turned = ()
            self.undo.hide()
            self.turned.hide()
        self.change.sure.say(0, working=working)

    def _show_turned(self, found: Turned) -> None:
        assert self.subject is not None
        assert self.found is not None
        gap = self.found.after - self.found.before
        said = turned_sentences(found, self.subject, gap)
        self.turned.setText("\n".join(said))
        self.turned.setVisible(bool(said))
        worse = self.subject.measure.readable(gap) and not self.subject.measure.better(gap)
        # what is for the worse is put back, whichever question it answers
        self._turned = ()
        if found.is_short and not found.was_short:
            self._turned = found.short
        elif worse and turns_round(found, self.subject, gap):
            self._turned = found.better
        text = self.tr("Put back {levers}").format(levers=names(self._turned))
        self.undo.setText(text)
        self.undo.setVisible(bool(self._turned))

    def _show_chance(self, found: Paired, worlds: int, *, last: bool) -> None:
        assert self.subject is not None
        self.paired = found
        after = self.subject.after
        self.picture.show()
        self.picture.show_chances(found, after.start)
        self._say_chance()
        here = min(max(self._month, 0), len(found.a_better) - 1)
        ways = (found.a_better, found.b_better)
        margin = max(chance_margin(float(way[here]), worlds) for way in ways)
        self.chance.sure.say(worlds, points_words(margin), working=not last)

    def _say_chance(self) -> None:
        if self.paired is not None and self.subject is not None:
            found = self.paired
            self.often.setText(
                chance_sentence(
                    found.a_better, found.tie, found.b_better, self.subject, self._month
                )
            )

    def mark_month(self, month: int) -> None:
        self._month = month
        self.picture.mark_month(month)
        self._say_chance()

    # What is put back

    @Slot(object)
    def _put_back(self, step: ChangeStep) -> None:
        what = step.label if not step.steps or len(step.steps) > 1 else step.steps[0].label
        text = translate("Why", "Put back: {change}").format(change=what)
        self.put_back.emit(step.keys, text)

    @Slot()
    def _put_back_turned(self) -> None:
        if self._turned:
            text = translate("Why", "Put back: {change}").format(change=names(self._turned))
            self.put_back.emit(self._turned, text)

    # Its looks

    def use_palette(self, palette: Palette) -> None:
        self._type_scale = palette.type_scale
        self.view.use_palette(palette)
        self.picture.use_palette(palette)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        narrow = self.width() < NARROW * self._type_scale
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
