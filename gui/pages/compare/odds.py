"""The part of the page that helps to choose: the front, who is best how surely, and the regret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from engine.analysis.choice import PlanChoice, choice
from engine.analysis.compared import MEASURES, Calendar, Drawn, Measure
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number
from engine.text import filled, percent_sign, translate, written
from gui.charts.measured import Pictured
from gui.document.comparison import PlanColumn, PlanSet
from gui.pages.analysis.asking import Asker, AskingStep, Told
from gui.pages.compare import rests
from gui.pages.compare.front import FrontPoint, PlanFront
from gui.pages.compare.lines import Picture, PlanLine, PlanLines
from gui.pages.evidence.table import ReadCell, ReadRow, ReadTable
from gui.system.latest import GoOn
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled
from gui.words import units
from gui.words.month_names import month_words
from gui.words.units import money_words, price_words
from gui.words.value_texts import PERCENT

LABELS = {
    "net": QT_TRANSLATE_NOOP("Compare", "Cost plus unserved revenue, to date"),
    "cost": QT_TRANSLATE_NOOP("Compare", "Economic cost, to date"),
    "unserved": QT_TRANSLATE_NOOP("Compare", "Unserved revenue, to date"),
    "served": QT_TRANSLATE_NOOP("Compare", "Demand served in the month"),
    "capacity": QT_TRANSLATE_NOOP("Compare", "Capacity in the month"),
    "unit_cost": QT_TRANSLATE_NOOP("Compare", "Unit cost in the month"),
}
CHOICE = "choice"
TABLE_HEIGHT = 190  # pixels
CAPTION_LINES = 3
NOTHING = "—"


@dataclass(frozen=True)
class OddsSubject:
    """Which worlds, by what and when; the worlds themselves are told apart by their identity."""

    ids: tuple[int, ...]
    measure: Measure
    month: str
    drawn: tuple[Drawn, ...] = field(compare=False, hash=False)


def _choose(subject: OddsSubject, worlds: int, go_on: GoOn) -> object:
    return choice(subject.drawn, subject.measure, subject.month)


class OddsOfPlans(QWidget):
    """Worked out beside the window, once the worlds of all plans are there."""

    failed = Signal(str)
    month_clicked = Signal(str)

    def __init__(self, comparison: PlanSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._columns: tuple[PlanColumn, ...] = ()
        self._drawn: dict[PlanColumn, Drawn] = {}
        self._month = ""
        self.found: PlanChoice | None = None
        self.asker = Asker(self)
        self.asker.told.connect(self._take)
        self.asker.failed.connect(lambda error: self.failed.emit(str(error)))
        self.measure = ComboBox()
        self.measure.setAccessibleName(self.tr("What plans are judged by"))
        for measure in MEASURES:
            self.measure.addItem(translate("Compare", LABELS[measure.key]), measure.key)
        self.verdict = PlainLabel()
        self.verdict.setWordWrap(True)
        self.front = PlanFront()
        self.lines = PlanLines()
        self.table = ReadTable(
            (
                (self.tr("Plan"), ""),
                (self.tr("Mean"), self.tr("Over its worlds")),
                (self.tr("Best in"), self.tr("The share of the worlds in which it is the best")),
                (self.tr("Regret, mean"), self.tr("How much worse than the best of each world")),
                (self.tr("Regret, 9 of 10"), self.tr("Nine worlds of ten regret no more")),
                (self.tr("Regret, worst"), self.tr("In the world that regrets it most")),
                (self.tr("Front"), self.tr("Of cost against unserved revenue")),
            ),
            self.tr("Regret of each plan, over the same worlds"),
        )
        self.table.widths(290, 110, 90, 120, 120, 120, 260, stretch=6)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 4)
        bar.setSpacing(8)
        bar.addWidget(self.measure)
        bar.addStretch(1)
        self.verdict.setContentsMargins(16, 0, 16, 6)
        named = PlainLabel(self.tr("Chance that each is the best, in percent of the worlds"))
        named.setObjectName("caption")
        named.setWordWrap(True)
        named.setContentsMargins(8, 4, 8, 0)
        odds = QWidget()
        beside = QVBoxLayout(odds)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(named)
        beside.addWidget(self.lines, 1)
        # the caption may take lines, of which a splitter does not know
        above = CAPTION_LINES * named.fontMetrics().lineSpacing()
        odds.setMinimumHeight(self.lines.minimumHeight() + above)
        charts = QSplitter(Qt.Orientation.Horizontal)
        charts.addWidget(self.front)
        charts.addWidget(odds)
        charts.setChildrenCollapsible(False)
        charts.setStretchFactor(0, 1)
        charts.setStretchFactor(1, 1)
        charts.setSizes([1000, 1000])
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(charts)
        both.addWidget(self.table)
        both.setStretchFactor(0, 1)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.verdict)
        layout.addWidget(scrolled(both, sideways=True), 1)
        self.measure.currentIndexChanged.connect(self._ask)
        self.lines.month_clicked.connect(self.month_clicked)
        self.front.looked_at.connect(self.lines.look_at)

    def use_palette(self, palette: Palette) -> None:
        for part in (self.front, self.lines, self.table.read):
            part.use_palette(palette)

    @property
    def judged_by(self) -> Measure:
        key = self.measure.currentData()
        return next(measure for measure in MEASURES if measure.key == key)

    def show_worlds(self, drawn: Mapping[PlanColumn, Drawn], month: str) -> None:
        """The worlds that are there; nothing is chosen between while some are not."""
        self._drawn, self._month = dict(drawn), month
        self._ask()

    def pictured(self, plans: rests.Plans, month: str) -> Sequence[Pictured]:
        """What each plan is judged by."""
        return rests.of_measure(plans, self.judged_by, self.measure.currentText(), month)

    @Slot()
    def _ask(self) -> None:
        columns = tuple(self._comparison.columns)
        if not columns or any(column not in self._drawn for column in columns):
            if len(columns) < 2:
                self.verdict.setText(self.tr("Add another plan to choose between them."))
            return
        worlds = tuple(self._drawn[column] for column in columns)
        self._columns = columns
        subject = OddsSubject(tuple(map(id, worlds)), self.judged_by, self._month, worlds)
        self.asker.ask(subject, [AskingStep(CHOICE, 0, _choose)])

    @Slot(object)
    def _take(self, told: Told[OddsSubject]) -> None:
        if told.value is None:
            self.failed.emit(told.refused)
            return
        self.found = told.value
        if len(self._columns) == len(told.subject.drawn):
            self._show(told.value, self._columns)

    def _show(self, found: PlanChoice, columns: Sequence[PlanColumn]) -> None:
        names = [column.title for column in columns]
        said = [_front_words(found, place, names) for place in range(len(columns))]
        self.front.show_points(
            [
                FrontPoint(
                    column,
                    float(found.cost[i]),
                    float(found.loss[i]),
                    found.front.on[i],
                    found.front.tied[i],
                    f"{column.title}: {said[i]}",
                )
                for i, column in enumerate(columns)
            ]
        )
        months = found.best.months
        if months:
            calendar = Calendar(month_number(months[0]), len(months))
            lines = tuple(
                PlanLine(column, found.best.chance[i] * PERCENT)
                for i, column in enumerate(columns)
                if i not in found.best.left_out
            )
            title = self.tr("Chance that each is the best, %")
            self.lines.show_picture(Picture(title, "%", ",.0f", calendar, lines), self._month)
        rows = [self._row(found, i, column, said[i]) for i, column in enumerate(columns)]
        self.table.show_rows(rows)
        self.verdict.setText(self._verdict(found, names))

    def _row(self, found: PlanChoice, place: int, column: PlanColumn, front: str) -> ReadRow:
        regret = found.regrets
        values = [line[place] for line in (regret.mean, regret.p90, regret.worst)]
        best = float(regret.best[place])
        share = NOTHING if best != best else f"{written(best * PERCENT, '.0f')}{percent_sign()}"
        return ReadRow(
            column,
            (
                ReadCell(column.title),
                self._cell(float(regret.plain[place])),
                ReadCell(share, best, right=True),
                *(self._cell(float(value)) for value in values),
                ReadCell(front, role="quiet"),
            ),
        )

    def _cell(self, value: float) -> ReadCell:
        return ReadCell(self._amount(value), value, right=True)

    def _amount(self, value: float) -> str:
        """In the measure's unit."""
        if value != value:
            return NOTHING
        key = self.judged_by.key
        if key == "served":
            return f"{written(value * PERCENT, ',.1f')}{percent_sign()}"
        if key == "capacity":
            return f"{written(value, ',.0f')} {units.of('EFLOP/s').unit}"
        return price_words(value, ",.3f") if key == "unit_cost" else money_words(value)

    def _verdict(self, found: PlanChoice, names: Sequence[str]) -> str:
        """The plan to choose, in words; and who is left out."""
        regret, said = found.regrets, []
        if regret.least_worst is None or regret.best_on_average is None:
            said.append(self.tr("Fewer than two plans can be held against each other."))
        elif regret.least_worst == regret.best_on_average:
            text = self.tr(
                "By {month} “{plan}” is regretted least, on average and in the worst world; so in "
                "{sure} of random halves of the worlds."
            )
            said.append(text.format(**self._named(regret.least_worst, names, regret.sure)))
        else:
            text = self.tr(
                "By {month} “{plan}” is regretted least in the worst world (so in {sure} of random "
                "halves of the worlds), “{other}” on average."
            )
            other = names[regret.best_on_average]
            said.append(
                text.format(**self._named(regret.least_worst, names, regret.sure), other=other)
            )
        if regret.left_out:
            left = ", ".join(names[place] for place in regret.left_out)
            text = self.tr("Left out, as they begin in another month: {plans}.")
            said.append(filled(text, plans=left))
        return " ".join(said)

    def _named(self, place: int, names: Sequence[str], sure: float) -> dict[str, str]:
        share = f"{written(sure * PERCENT, '.0f')}{percent_sign()}"
        return {"month": month_words(self._month), "plan": names[place], "sure": share}

    def stop(self) -> None:
        self.asker.stop()


def _front_words(found: PlanChoice, place: int, names: Sequence[str]) -> str:
    front = found.front
    if front.on[place]:
        return translate("Compare", "on the front")
    if front.tied[place]:
        return translate("Compare", "as good in practice: within 1%")
    beaten = front.beaten_by[place]
    if beaten is None:
        return NOTHING
    return translate("Compare", "beaten by “{plan}”").format(plan=names[beaten])
