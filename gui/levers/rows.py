"""Rows of the lever panel, one kind for each kind of parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QToolButton,
    QWidget,
)

from engine.tables.catalogue import family_label, short_family_label
from engine.tables.parameter import Parameter
from gui.document.session import Session
from gui.levers.list_row import ListRow
from gui.levers.number_line import NumberLine
from gui.levers.row import LeverRow
from gui.widgets.combo import ComboBox
from gui.widgets.slider_scale import share_out
from gui.widgets.spin_boxes import LeverField
from gui.words import value_texts

MAPPED_FAMILIES = 3  # the corners of a triangle


class NumberRow(LeverRow):
    """One number."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        unit = value_texts.shown_unit(row)
        name = f"{row.label_text}, {unit}" if unit else row.label_text
        self.line = NumberLine(row, name, percent=row.is_share)
        self._follow([self.line])
        self.content.addWidget(self.line)
        self.hold_keys()

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [self.line.spin] if self.row.is_name else [self.line.slider, self.line.spin]

    @property
    def lines(self) -> Mapping[str, NumberLine]:
        return {"": self.line}

    def show_value(self, value: Any) -> None:
        self.line.show_value(float(value))

    def _wanted(self, value: float, new_gesture: bool) -> None:
        if self.ask(value, new_gesture=new_gesture):
            self.line.settle()


class OptionalRow(NumberRow):
    """A number, or none: a tick switches it on, beginning at its upper bound."""

    _ticks: Sequence[QWidget] = ()

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.tick = QCheckBox(self.tr("limited"))
        self.tick.setAccessibleName(self.tr("{lever}: limited").format(lever=row.label_text))
        self.tick.setAccessibleDescription(self.tr("Without the tick there is no limit"))
        self.tick.toggled.connect(self._toggle)
        self.content.insertWidget(0, self.tick)
        self._ticks = (self.tick,)
        self.hold_keys()

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [*super().own_controls, *self._ticks]

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(value is not None)
        limited = value is not None
        if limited != self.line.isEnabledTo(self):  # a drag changes the number alone
            self.line.setEnabled(limited)
            self.hold_keys()
        self.line.show_value(float(self.row.high or 0.0) if value is None else float(value))

    def lock_content(self, locked: bool) -> None:
        super().lock_content(locked)
        self.tick.setEnabled(not locked)

    def _toggle(self, limited: bool) -> None:
        self.ask(self.row.high if limited else None)


class FamilyRow(LeverRow):
    """A number for each family; shares that must sum to 1 are linked and shown in percent."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self._lines: dict[str, NumberLine] = {}
        self._link: QToolButton | None = None
        self._began: tuple[str, dict[str, float]] | None = None
        self._build(session.scenario.families)

    @property
    def lines(self) -> Mapping[str, NumberLine]:
        return self._lines

    def _build(self, families: tuple[str, ...]) -> None:
        self._release_problem()
        while self.content.count():
            item = self.content.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # at once; it is deleted when the event loop comes round
                widget.deleteLater()
        self._lines = {}
        self._link = None
        shares, percent = self.row.sums_to_one, self.row.is_share
        for family in families:
            line = NumberLine(
                self.row,
                f"{self.row.label_text}, {family_label(family)}, "
                + (self.tr("percent") if percent else value_texts.shown_unit(self.row)),
                short_family_label(family),
                percent=percent,
            )
            line.family = family
            self._lines[family] = line
            self.content.addWidget(line)
        if shares and self.row.role == "headline" and len(families) == MAPPED_FAMILIES:
            self._link = self._make_link()
            self.content.addWidget(self._link, 0, Qt.AlignmentFlag.AlignRight)
        self._follow(self._lines.values())
        self._tip_default(value_texts.family_defaults(self.row, families))
        if shares and len(families) == 1:
            self._lines[families[0]].setEnabled(False)  # it has all, whatever anybody does
        self.hold_keys()

    @property
    def own_controls(self) -> Sequence[QWidget]:
        found: list[QWidget] = []
        for line in self._lines.values():
            found += [line.slider, line.spin]
        return [*found, *([] if self._link is None else [self._link])]

    def _make_link(self) -> QToolButton:
        link = QToolButton()
        link.setObjectName("link")
        link.setText(self.tr("Map of all mixes"))
        link.setToolTip(self.tr("Set the mix by a puck over a map of what each mix comes to"))
        link.clicked.connect(self.map_wanted)
        return link

    def show_value(self, value: Any) -> None:
        if tuple(value) != tuple(self._lines):  # another catalogue has other families
            self._began = None
            self._build(tuple(value))
        for family, line in self._lines.items():
            line.show_value(value[family])

    def _wanted(self, value: float, new_gesture: bool) -> None:
        line = self.sender()
        assert isinstance(line, NumberLine)
        current = getattr(self.session.scenario, self.row.key)
        if self.row.sums_to_one:
            # from where the drag began, so that all the way and back again changes nothing
            if new_gesture or self._began is None or self._began[0] != line.family:
                self._began = (line.family, dict(current))
            changed = share_out(self._began[1], line.family, value)
        else:
            changed = {**current, line.family: value}
        if self.ask(changed, new_gesture=new_gesture):
            line.settle()

    def _want_default(self, new_gesture: bool) -> None:
        line = self.sender()
        if self.row.sums_to_one or not isinstance(line, NumberLine):
            super()._want_default(new_gesture)  # one share alone can't go back
            return
        default = value_texts.of_family(self.default, line.family)
        if default is not None:
            current = getattr(self.session.scenario, self.row.key)
            self.ask({**current, line.family: default}, new_gesture=new_gesture)


class SwitchRow(LeverRow):
    """Yes or no."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.tick = QCheckBox(value_texts.word(True))
        self.tick.setAccessibleName(row.label_text)
        self.tick.setAccessibleDescription(row.help_text)
        self.tick.toggled.connect(self.ask)
        self.content.addWidget(self.tick)
        self.hold_keys()

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [self.tick]

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(bool(value))
        self.tick.setText(value_texts.word(bool(value)))

    def lock_content(self, locked: bool) -> None:
        self.tick.setEnabled(not locked)


class ChoiceRow(LeverRow):
    """One word of a few."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.choice = ComboBox()
        for word in row.words:
            self.choice.addItem(value_texts.word(word), word)
        self.choice.setAccessibleName(row.label_text)
        self.choice.setAccessibleDescription(row.help_text)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.content.addWidget(self.choice)
        self.hold_keys()

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [self.choice]

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.row.words.index(value))

    def lock_content(self, locked: bool) -> None:
        self.choice.setEnabled(not locked)

    def _chosen(self, place: int) -> None:
        self.ask(self.row.words[place])


class TextRow(LeverRow):
    """A value that is written: a month."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.field = LeverField()
        self.field.setAccessibleName(row.label_text)
        self.field.setAccessibleDescription(row.help_text)
        self.field.setPlaceholderText(value_texts.placeholder(row))
        self.field.editingFinished.connect(self._finish)
        self.content.addWidget(self.field)
        self.hold_keys()
        self._shown = self._value = ""

    @property
    def own_controls(self) -> Sequence[QWidget]:
        return [self.field]

    def show_value(self, value: Any) -> None:
        self._value = str(value)
        self._shown = value_texts.word_of(self.row, value)
        if self.field.text() != self._shown:
            self.field.setText(self._shown)
            self.field.setCursorPosition(0)
        self.field.setModified(False)  # so undo is the window's again

    def lock_content(self, locked: bool) -> None:
        self.field.setReadOnly(locked)

    def _finish(self) -> None:
        if self.field.text() == self._shown:
            self.show_problem("")
        elif self.ask(value_texts.read_text(self.field.text(), self._value)):
            self.show_value(getattr(self.session.scenario, self.row.key))


_KINDS: dict[str, type[LeverRow]] = {
    "number": NumberRow,
    "whole": NumberRow,
    "optional": OptionalRow,
    "per_family": FamilyRow,
    "switch": SwitchRow,
    "choice": ChoiceRow,
    "month": TextRow,
    "anchors": ListRow,
    "list": ListRow,
}


def make_row(row: Parameter, session: Session) -> LeverRow:
    """The widget for a row of the table."""
    return _KINDS[row.kind](row, session)
