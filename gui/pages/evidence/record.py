"""The backtest: observed values beside the plan, scored; and cut at a month, as known then."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from engine import Observed, Result
from engine.analysis.backtest import Answer, Backtest
from engine.text import percent_sign, translate, written
from gui.pages.evidence import words
from gui.pages.evidence.detail import Detail
from gui.pages.evidence.frame import stand
from gui.pages.evidence.table import ReadCell, ReadRow, ReadTable
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import choose_row
from gui.words.month_names import month_words
from gui.words.signs import is_nought
from gui.words.value_texts import PERCENT

DETAIL_HEIGHT = 230  # pixels
EVERYTHING = ""


class RecordPart(QWidget):
    """Shows a backtest; the month of the cut is chosen here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Backtest | None = None
        self._result: Result | None = None
        self.known = ComboBox()
        self.known.setAccessibleName(self.tr("As known in"))
        self.known.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        label = PlainLabel(self.tr("As known in"))
        label.setObjectName("caption")
        self.score = PlainLabel()
        self.score.setWordWrap(True)
        self.table = ReadTable(
            (
                (self.tr("For"), self.tr("The month, or the time over which it is taken")),
                (self.tr("Quantity"), ""),
                (self.tr("Observed"), self.tr("The middle value")),
                (self.tr("5 to 95%"), self.tr("The interval that was given with it")),
                (self.tr("Unit"), ""),
                (self.tr("The plan"), ""),
                (self.tr("Inside"), self.tr("Whether the plan lies in the interval")),
                (self.tr("Off by"), self.tr("From the middle value")),
                (self.tr("Known"), self.tr("Before the cut, or only after it")),
                (self.tr("Grade"), ""),
                (self.tr("Source"), ""),
            ),
            self.tr("Observed values beside the plan"),
        )
        self.table.widths(150, 210, 80, 158, 150, 80, 62, 68, 80, 48, 200, stretch=10)
        self.detail = Detail()
        self.detail.setMinimumHeight(DETAIL_HEIGHT)
        bar = (label, self.known, self.score)
        stand(self, bar, self.score, self.table, self.detail)
        self.known.currentIndexChanged.connect(self._fill)
        self.table.looked_at.connect(self._describe)

    def use_palette(self, palette: Palette) -> None:
        self.table.read.use_palette(palette)
        self.detail.use_palette(palette)

    @property
    def cut(self) -> str:
        """The last month that is known; empty where all is."""
        return self.known.currentData() or EVERYTHING

    @property
    def observed(self) -> Observed | None:
        """What is looked at."""
        place = self.table.key
        if self._found is None or not isinstance(place, int):
            return None
        return self._found.answers[place].observed

    def show_backtest(self, found: Backtest, result: Result) -> None:
        """A plan's answers to the record."""
        self._found, self._result = found, result
        months = sorted({answer.observed.month for answer in found.answers})
        if self.known.count() != len(months) + 1:
            cut = self.cut
            with QSignalBlocker(self.known):
                self.known.clear()
                self.known.addItem(self.tr("today: all of it"), EVERYTHING)
                for month in months:
                    self.known.addItem(month_words(month), month)
                self.known.setCurrentIndex(max(self.known.findData(cut), 0))
        self._fill()

    @Slot()
    def _fill(self) -> None:
        if self._found is None:
            return
        cut, answers = self.cut, self._found.answers
        self.table.show_rows([_row(place, a, cut) for place, a in enumerate(answers)])
        before = Backtest(tuple(a for a in answers if not cut or a.observed.month <= cut))
        after = Backtest(tuple(a for a in answers if cut and a.observed.month > cut))
        if not cut:
            self.score.setText(_score(self.tr("All of the record"), before))
        else:
            known = _score(self.tr("Known by {month}").format(month=month_words(cut)), before)
            came = _score(self.tr("What came later"), after)
            self.score.setText(f"{known}  {came}")
        key = self.table.key
        if key is None and answers:
            choose_row(self.table, 0)
        elif key is not None:
            self._describe(key)

    @Slot(object)
    def _describe(self, place: object) -> None:
        if self._found is None or not isinstance(place, int):
            return
        answer = self._found.answers[place]
        row = answer.observed
        lines = [
            self.tr("Source: {source}; grade {grade}.").format(
                source=row.source_text, grade=row.grade
            )
        ]
        if answer.value is None:
            lines.append(self.tr("The plan has no value: {why}.").format(why=answer.why))
        title = f"{words.quantity_label(row.series)}, {words.when(row.series, row.month)}"
        self.detail.say(title, "\n".join(lines))
        alike = tuple(a.observed for a in self._found.answers if a.observed.series == row.series)
        if self.cut:  # as it was known then
            alike = tuple(seen for seen in alike if seen.month <= self.cut) or alike[:1]
        self.detail.show_series(self._result, alike)


def _score(name: str, found: Backtest) -> str:
    if not found.judged:
        return translate("Evidence", "{name}: nothing that can be judged.").format(name=name)
    text = translate(
        "Evidence",
        "{name}: {inside} of {judged} inside their interval, off by a factor of {factor} on "
        "average.",
    )
    error = found.mean_log_error
    # the mean is of logs, in which half as much is as far off as twice as much: no percentage
    factor = words.NOTHING if error != error else written(math.exp(error), ",.2f")
    return text.format(name=name, inside=found.inside, judged=found.judged, factor=factor)


def _percent(share: float, style: str) -> str:
    text = f"{written(share * PERCENT, style)}{percent_sign()}".replace("-", "−")
    return text.lstrip("+−") if is_nought(text) else text


def _row(place: int, answer: Answer, cut: str) -> ReadRow:
    row = answer.observed
    inside = {True: "✓", False: "✗", None: ""}[answer.inside]
    known = translate("Evidence", "known")
    if cut and row.month > cut:
        known = translate("Evidence", "came later")
    low, high = row.p5, row.p95
    interval = words.interval(low, high, row.series) if (low, high) != (None, None) else ""
    off = "" if answer.off is None else _percent(answer.off, "+,.0f")
    nowhere = -math.inf
    return ReadRow(
        place,
        (
            ReadCell(words.when(row.series, row.month), row.month),
            ReadCell(words.quantity_label(row.series)),
            ReadCell(words.number(row.p50, row.series), row.p50 or nowhere, right=True),
            ReadCell(interval, low or nowhere, right=True),
            ReadCell(translate("Unit", row.unit), role="quiet"),
            ReadCell(words.number(answer.value, row.series), answer.value or nowhere, right=True),
            ReadCell(inside, role="problem" if answer.inside is False else ""),
            ReadCell(off, abs(answer.off or 0.0), right=True),
            ReadCell(known, role="quiet"),
            ReadCell(row.grade, role="quiet"),
            ReadCell(row.source_text, role="quiet"),
        ),
    )
