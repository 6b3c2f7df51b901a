"""What somebody claims, written into a scenario: of what, for when, how much, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine import Scenario
from engine.analysis.backtest import quantities, quantity_unit
from engine.tables.own import OwnClaim, check_own
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.tables.statements import Statement
from engine.text import translate
from gui.pages.evidence.form import EvidenceForm, required, typed_month
from gui.pages.evidence.words import quantity_label
from gui.widgets.combo import ComboBox
from gui.words import quantity_parser
from gui.words.month_names import month_words
from gui.words.numbers import current
from gui.words.quantity_parser import Unit

OVER = {
    "": QT_TRANSLATE_NOOP("Evidence", "in the month"),
    "quarter": QT_TRANSLATE_NOOP("Evidence", "in the quarter that ends with it"),
    "year": QT_TRANSLATE_NOOP("Evidence", "in the year that ends with it"),
    "to_date": QT_TRANSLATE_NOOP("Evidence", "from the scenario's start up to it"),
}
USUAL = "it_power_gw"
GUESS = "C"


class ClaimForm(EvidenceForm):
    """A new claim, or one that is there already."""

    written = Signal(object, object)  # the OwnClaim before, or None; and as it is now

    def __init__(
        self,
        scenario: Scenario,
        claim: OwnClaim | None,
        like: Statement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        about = self.tr("It is judged against this plan, drawn on its charts, and saved with it.")
        super().__init__(self.tr("Claim of your own"), about, parent)
        self._before, self._start = claim, scenario.start
        begin = claim or OwnClaim("", "", "", USUAL, "", None, None)
        series = begin.series
        if claim is None and like is not None and like.series:
            series = like.series
        self.detail = self.line(self.tr("&Claim"), begin.detail, self.tr("in a sentence"))
        self.who = self.line(self.tr("&Who"), begin.who)
        self.said = self.line(self.tr("Sai&d"), begin.said, self.tr("2026, 2026-11 or 2026-11-29"))
        self.quantity, self.over = ComboBox(), ComboBox()
        for name in quantities(scenario.families):
            self.quantity.addItem(quantity_label(name), name)
        quantity, _, window = series.partition("@")
        self._choose(self.quantity, quantity, quantity_label(quantity))
        for key, text in OVER.items():
            self.over.addItem(translate("Evidence", text), key)
        self._choose(self.over, window, window)
        self.fields.addRow(self.tr("&Of"), self.quantity)
        self.fields.addRow(self.tr("O&ver"), self.over)
        month = month_words(begin.month) if begin.month else ""
        self.month = self.line(self.tr("&Month"), month, month_words(scenario.start))
        self.low = self.line(self.tr("At &least"), _written(begin.low))
        self.high = self.line(self.tr("At m&ost"), _written(begin.high))
        self.source = self.line(self.tr("&Source"), begin.source, self.tr("where it was said"))
        self.grade = self.grades(self.tr("&Grade"), begin.grade if claim else GUESS)
        self.note = self.text(self.tr("&Note"), begin.note)
        for box in (self.quantity, self.over):
            box.currentIndexChanged.connect(self._show_unit)
        self._show_unit()

    def _choose(self, box: ComboBox, key: str, label: str) -> None:
        """What a file may have and the list has not is one more choice."""
        if box.findData(key) < 0:
            box.addItem(label, key)
        box.setCurrentIndex(box.findData(key))

    @property
    def series(self) -> str:
        """As the record names it."""
        window = str(self.over.currentData())
        name = str(self.quantity.currentData())
        return f"{name}@{window}" if window else name

    @Slot()
    def _show_unit(self) -> None:
        unit = translate("Unit", quantity_unit(self.series)) or self.tr("a number")
        for field in (self.low, self.high):
            field.setPlaceholderText(self.tr("{unit}; empty: open").format(unit=unit))

    def check(self) -> None:
        unit = Unit.of(quantity_unit(self.series) or "x")

        def number(text: str) -> float | None:
            return quantity_parser.read(text, unit) if text.strip() else None

        claim = OwnClaim(
            required(self.detail.text(), self.tr("Write what was said.")),
            required(self.who.text(), self.tr("Write who said it.")),
            required(self.said.text(), self.tr("Write when it was said.")),
            self.series,
            typed_month(required(self.month.text(), self.tr("Write the month.")), self._start),
            number(self.low.text()),
            number(self.high.text()),
            self.source.text().strip(),
            self.grade.currentData(),
            self.note.toPlainText().strip(),
        )
        check_own("own_claims", [claim])
        self.written.emit(self._before, claim)


def _written(value: float | None) -> str:
    return "" if value is None else current().written(value)
