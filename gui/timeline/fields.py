"""A field for a column of a list: what it shows, and what is typed in it, in the shown units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from engine import Scenario
from engine.tables.list_schema import LONGEST_NAME, Column
from gui.entries import cells
from gui.timeline.month_spin import MonthSpin
from gui.widgets.combo import ComboBox
from gui.widgets.slider_scale import decimals
from gui.widgets.spin_boxes import LeverField, LeverSpinBox
from gui.words import units

PERCENT = 100.0
STEPS = {"share": 5.0, "number": 0.05, "whole": 1.0}
Taker = Callable[[Any], None]


@dataclass
class Field:
    """A widget, how it shows a value and takes a text, and who hears why one was not taken."""

    widget: QWidget
    show: Callable[[Any], None]
    finish: Callable[[], None] = lambda: None  # take what is half typed
    refused: list[Callable[[str], None]] = field(default_factory=list)

    def refuse(self, why: str) -> None:
        """Tell whoever listens why a text was not taken; empty where it was."""
        for hear in self.refused:
            hear(why)


def make_field(column: Column, scenario: Scenario, take: Taker) -> Field:
    """The field for a column; `take` is given each new value."""
    if cells.has_words(column):
        return _choice(column, scenario, take)
    if cells.is_month(column):
        return _month(column, scenario, take)
    return _number(column, take) if column.is_number else _text(take)


def _choice(column: Column, scenario: Scenario, take: Taker) -> Field:
    box = ComboBox()
    words = cells.words_of(column, scenario)
    for word in words:
        box.addItem(cells.word_shown(word), word)
    box.currentIndexChanged.connect(lambda place: take(words[place]))
    return Field(box, lambda value: box.setCurrentIndex(words.index(value)))


def _month(column: Column, scenario: Scenario, take: Taker) -> Field:
    box = MonthSpin(scenario.start, int(column.low), int(column.high))
    made = Field(box, box.setValue, box.interpretText)
    box.valueChanged.connect(take)
    box.refused.connect(made.refuse)
    return made


def _number(column: Column, take: Taker) -> Field:
    share, whole = column.kind == "share", column.kind == "whole"
    shown = units.Shown("%", PERCENT) if share else units.of(column.unit)
    low, high = shown.number(column.low), shown.number(column.high)
    step = STEPS[column.kind] * (1.0 if share else shown.factor)
    box = LeverSpinBox(low, high, step, shown.unit, whole=whole)
    box.show_unit()
    made = Field(box, lambda v: box.show_number(shown.number(v), _digits(v)), box.finish)

    def _digits(value: float) -> int:
        return 0 if whole else decimals(step, shown.number(value))

    box.taken.connect(lambda number: take(round(number) if whole else shown.back(number)))
    box.refused.connect(made.refuse)
    return made


def _text(take: Taker) -> Field:
    box = LeverField()
    box.setMaxLength(LONGEST_NAME)
    box.editingFinished.connect(lambda: take(box.text().strip()))

    def show(text: str) -> None:
        if box.text() != text:
            box.setText(text)
            box.setCursorPosition(0)
        box.setModified(False)

    return Field(box, show, lambda: take(box.text().strip()))
