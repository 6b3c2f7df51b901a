"""Rows of the lever panel, one kind for each kind of parameter."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario, ScenarioError
from engine.catalogue import GRADES, family_label
from engine.parameter import Parameter
from engine.values import EVENT_KINDS, Event
from gui.levers.mapping import share_out
from gui.levers.number_line import NumberLine
from gui.levers.slider import LeverField
from gui.session import Session

PERCENT = 100.0


class LeverRow(QWidget):
    """Label, unit and reset above whatever sets the value; a problem shows below."""

    edited = Signal()

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.session = session
        self._gesture = 0
        self.setObjectName("lever")
        self.setProperty("headline", row.role == "headline")
        self.setToolTip(tooltip(row))
        self._label = QLabel(row.label)
        self._label.setObjectName("leverLabel")
        self._label.setWordWrap(True)
        unit_text = row.unit.replace("share", "%", 1) if row.sums_to_one else row.unit
        unit = QLabel(unit_text + (" · log" if row.scale == "log" and row.is_number else ""))
        unit.setObjectName("unit")
        unit.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.reset = QToolButton()
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setToolTip(f"Back to the default: {default_text(row)}")
        self.reset.setAccessibleName(f"Reset {row.label}")
        self.reset.clicked.connect(self._reset)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._label, 1)
        top.addWidget(unit, 0, Qt.AlignmentFlag.AlignRight)
        top.addWidget(self.reset)
        self.content = QVBoxLayout()
        self.content.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 10, 6)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(self.content)
        layout.addWidget(self._problem)

    def show_scenario(self, scenario: Scenario) -> None:
        value = getattr(scenario, self.row.key)
        self.reset.setEnabled(value != self.row.default)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def ask(self, value: Any, *, new_gesture: bool = True) -> None:
        """Hand a value to the session; where it refuses, say why below the row."""
        if new_gesture or not self._gesture:
            self._gesture = self.session.new_gesture()
        try:
            self.session.edit(self.row.key, value, self._gesture)
        except ScenarioError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._problem.hide()
        self.edited.emit()

    def _reset(self) -> None:
        self.ask(self.row.default)
        self.show_scenario(self.session.scenario)


class NumberRow(LeverRow):
    """One number."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.line = NumberLine(row, f"{row.label}, {row.unit}")
        self.line.wanted.connect(self._wanted)
        self.content.addWidget(self.line)
        self.setFocusProxy(self.line.slider)

    def show_value(self, value: Any) -> None:
        self.line.show_value(float(value))

    def _wanted(self, value: float, new_gesture: bool) -> None:
        self.ask(value, new_gesture=new_gesture)


class OptionalRow(NumberRow):
    """A number, or none: a tick switches it on, beginning at its upper bound."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.tick = QCheckBox("limited")
        self.tick.setAccessibleName(f"{row.label}: limited")
        self.tick.toggled.connect(self._toggle)
        self.content.insertWidget(0, self.tick)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(value is not None)
        self.line.setEnabled(value is not None)
        self.line.show_value(float(self.row.high or 0.0) if value is None else float(value))

    def _toggle(self, limited: bool) -> None:
        self.ask(self.row.high if limited else None)


class FamilyRow(LeverRow):
    """A number for each family; shares that must sum to 1 are linked and shown in percent."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.lines: dict[str, NumberLine] = {}
        self._began: tuple[str, dict[str, float]] | None = None
        self._build(session.scenario.families)

    def _build(self, families: tuple[str, ...]) -> None:
        while self.content.count():
            item = self.content.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.lines = {}
        for family in families:
            line = NumberLine(
                self.row,
                f"{self.row.label}, {family_label(family)}, "
                + ("percent" if self.row.sums_to_one else self.row.unit),
                family_label(family).split()[-1],
                PERCENT if self.row.sums_to_one else 1.0,
            )
            line.setProperty("family", family)
            line.wanted.connect(self._wanted)
            self.lines[family] = line
            self.content.addWidget(line)

    def show_value(self, value: Any) -> None:
        if tuple(value) != tuple(self.lines):  # another catalogue has other families
            self._began = None
            self._build(tuple(value))
        for family, line in self.lines.items():
            line.show_value(value[family])

    def _wanted(self, value: float, new_gesture: bool) -> None:
        family = self.sender().property("family")
        current = getattr(self.session.scenario, self.row.key)
        if self.row.sums_to_one:
            # from where the drag began, so that all the way and back again changes nothing
            if new_gesture or self._began is None or self._began[0] != family:
                self._began = (family, dict(current))
            changed = share_out(self._began[1], family, value)
        else:
            changed = {**current, family: value}
        self.ask(changed, new_gesture=new_gesture)


class SwitchRow(LeverRow):
    """Yes or no."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.tick = QCheckBox("yes")
        self.tick.setAccessibleName(row.label)
        self.tick.toggled.connect(self.ask)
        self.content.addWidget(self.tick)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(bool(value))
        self.tick.setText("yes" if value else "no")


class TextRow(LeverRow):
    """A value that is written: a month, a list of points, a list of events."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.field = LeverField()
        self.field.setAccessibleName(row.label)
        self.field.setPlaceholderText(_PLACEHOLDERS.get(row.kind, ""))
        self.field.editingFinished.connect(self._finish)
        self.content.addWidget(self.field)
        self._shown = ""

    def show_value(self, value: Any) -> None:
        self._shown = write(self.row, value)
        if self.field.text() != self._shown:
            self.field.setText(self._shown)
            self.field.setCursorPosition(0)
        self.field.setModified(False)  # so undo is the window's again

    def _finish(self) -> None:
        if self.field.text() != self._shown:
            self.ask(read(self.row, self.field.text()))


_PLACEHOLDERS = {
    "anchors": "0: 1.0, 9: 3.07",
    "events": "supply_stop gpu 17 9 1.0; …",
    "month": "2025-01",
}
_ANCHOR = re.compile(r"\s*(\S+?)\s*:\s*(\S+)\s*")


def write(row: Parameter, value: Any) -> str:
    """A value as the text of a row's field."""
    if row.kind == "anchors":
        return ", ".join(f"{month}: {level:g}" for month, level in value)
    if row.kind == "events":
        return "; ".join(
            f"{e.kind} {e.scope} {e.start_month} {e.duration_months} {e.severity:g}" for e in value
        )
    return str(value)


def read(row: Parameter, text: str) -> Any:
    """The value a text means; what can't be read is handed on for the engine to refuse."""
    if row.kind == "anchors":
        matches = [_ANCHOR.fullmatch(part) for part in text.split(",")]
        return [[_number(m[1]), _number(m[2])] if m else text for m in matches]
    if row.kind == "events":
        return [_event(part.split()) for part in text.split(";") if part.strip()]
    return text.strip()


def _event(words: list[str]) -> Any:
    names = list(Event.__dataclass_fields__)
    if len(words) > len(names) or not words or words[0] not in EVENT_KINDS:
        return {"kind": " ".join(words)}
    return {
        name: word if name in ("kind", "scope") else _number(word)
        for name, word in zip(names, words, strict=False)
    }


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


def default_text(row: Parameter) -> str:
    if row.per_family:
        return ", ".join(
            f"{family_label(f)} {v:g}"
            for f, v in row.default.items()  # type: ignore[union-attr]
        )
    if row.default is None:
        return "none"
    if row.kind in ("anchors", "events"):
        return write(row, row.default) or "none"
    return f"{row.default:,g}" if row.is_number else str(row.default)


def tooltip(row: Parameter) -> str:
    """What a lever means, its range, default, source and grade."""
    bounds = f"{row.low:,g} to {row.high:,g} {row.unit}" if row.low is not None else row.unit
    return (
        f"<p><b>{row.label}</b></p><p>{row.help}</p>"
        f"<p>Range: {bounds}<br>Default: {default_text(row)}</p>"
        f"<p>Source: {row.source}<br>Grade {row.grade}: {GRADES[row.grade]}</p>"
    )


_KINDS: dict[str, type[LeverRow]] = {
    "number": NumberRow,
    "whole": NumberRow,
    "optional": OptionalRow,
    "per_family": FamilyRow,
    "switch": SwitchRow,
    "month": TextRow,
    "anchors": TextRow,
    "events": TextRow,
}


def make_row(row: Parameter, session: Session) -> LeverRow:
    """The widget for a row of the table."""
    return _KINDS[row.kind](row, session)
