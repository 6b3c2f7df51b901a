"""A field for a column of a list: what it shows, and what is typed in it, in the shown units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from engine import Scenario
from engine.tables.catalogue import family_label
from engine.tables.list_schema import LONGEST_NAME, Column
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from engine.values import ALL
from gui.timeline.month_spin import MonthSpin
from gui.widgets.combo import ComboBox
from gui.widgets.slider_scale import decimals
from gui.widgets.spin_boxes import LeverField, LeverSpinBox
from gui.words import units

PERCENT = 100.0
STEPS = {"share": 5.0, "number": 0.05, "whole": 1.0}
SINCE_START = "months since start"
NAMES = {
    ALL: QT_TRANSLATE_NOOP("Timeline", "All families"),
    "supply_stop": QT_TRANSLATE_NOOP("Timeline", "Supply stop"),
    "base_loss": QT_TRANSLATE_NOOP("Timeline", "Loss of chips in use"),
    "power_outage": QT_TRANSLATE_NOOP("Timeline", "Power outage"),
    "demand_shock": QT_TRANSLATE_NOOP("Timeline", "Drop in demand"),
    "price_shock": QT_TRANSLATE_NOOP("Timeline", "Price jump"),
    "grid_delay": QT_TRANSLATE_NOOP("Timeline", "Grid delay"),
    "generation_slip": QT_TRANSLATE_NOOP("Timeline", "Late generation"),
}
Taker = Callable[[Any], None]


@dataclass
class Field:
    """A widget, how it shows a value, and who hears why a text was not taken."""

    widget: QWidget
    show: Callable[[Any], None]
    refused: list[Callable[[str], None]] = field(default_factory=list)


def make_field(column: Column, scenario: Scenario, take: Taker) -> Field:
    """The field for a column; `take` is given each new value."""
    if column.kind in ("word", "family"):
        return _choice(column, scenario, take)
    if column.unit == SINCE_START:
        return _month(column, scenario, take)
    return _number(column, take) if column.is_number else _text(take)


def name_of(word: str) -> str:
    """A word of a file as people say it: a kind of shock, a family."""
    return translate("Timeline", NAMES[word]) if word in NAMES else family_label(word)


def _choice(column: Column, scenario: Scenario, take: Taker) -> Field:
    box = ComboBox()
    words = (*column.words, *(scenario.families if column.kind == "family" else ()))
    for word in words:
        box.addItem(name_of(word), word)
    box.currentIndexChanged.connect(lambda place: take(words[place]))
    return Field(box, lambda value: box.setCurrentIndex(words.index(value)))


def _month(column: Column, scenario: Scenario, take: Taker) -> Field:
    box = MonthSpin(scenario.start, int(column.low), int(column.high))
    box.valueChanged.connect(take)
    return Field(box, box.setValue)


def _number(column: Column, take: Taker) -> Field:
    share, whole = column.kind == "share", column.kind == "whole"
    shown = units.Shown("%", PERCENT) if share else units.of(column.unit)
    low, high = shown.number(column.low), shown.number(column.high)
    step = STEPS[column.kind] * (1.0 if share else shown.factor)
    box = LeverSpinBox(low, high, step, shown.unit, whole=whole)
    box.setSuffix(f" {shown.unit}" if shown.unit else "")
    made = Field(box, lambda value: box.show_number(shown.number(value), _digits(value)))

    def _digits(value: float) -> int:
        return 0 if whole else decimals(step, shown.number(value))

    box.taken.connect(lambda number: take(round(number) if whole else shown.back(number)))
    box.refused.connect(lambda text: [hear(text) for hear in made.refused])
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

    return Field(box, show)
