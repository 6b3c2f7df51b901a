"""Where a value comes from, written by whoever set it: source, grade, month and a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine import Scenario
from engine.tables.own import OwnSource, check_own
from gui.pages.evidence.assumptions import Assumption
from gui.pages.evidence.form import EvidenceForm, required, typed_month
from gui.words.month_names import month_words

GUESS = "C"


class SourceForm(EvidenceForm):
    """Of one assumption's value as it is now."""

    written = Signal(object)  # an OwnSource

    def __init__(self, line: Assumption, scenario: Scenario, parent: QWidget | None = None) -> None:
        value = f"{line.text(line.value, scenario.start)} {line.unit}".strip()
        super().__init__(
            self.tr("Source of a value"),
            self.tr(
                "Where {assumption} = {value} comes from. A source is of this value: where the "
                "lever is moved it no longer counts."
            ).format(assumption=line.label, value=value),
            parent,
        )
        self._line, self._start = line, scenario.start
        own = line.ground.own
        self.source = self.line(
            self.tr("&Source"),
            line.source if own else "",
            self.tr("who says so, where and when"),
        )
        self.grade = self.grades(self.tr("&Grade"), line.grade if own else GUESS)
        month = line.ground.as_of if own else ""
        self.as_of = self.line(
            self.tr("&As of"), month_words(month) if month else "", self.tr("the month, if known")
        )
        self.note = self.text(self.tr("&Note"), line.ground.note)
        if own:
            self.add_removal(self.tr("&Remove it"), line.ground.key)

    def check(self) -> None:
        own = OwnSource(
            self._line.ground.key,
            self._line.value,
            required(self.source.text(), self.tr("Write who says so.")),
            self.grade.currentData(),
            typed_month(self.as_of.text(), self._start),
            self.note.toPlainText().strip(),
        )
        check_own("own_sources", [own])
        self.written.emit(own)
