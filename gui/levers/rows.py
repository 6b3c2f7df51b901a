"""Rows of the lever panel, one kind for each kind of parameter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario, ScenarioError
from engine.files.other_chips import default_for
from engine.tables.catalogue import family_label
from engine.tables.parameter import Parameter
from gui.document.session import Session
from gui.levers.badges import ChangedDot, HelpButton, LockButton, UnitLabel
from gui.levers.number_line import NumberLine
from gui.levers.refusals import in_words
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.slider_scale import share_out
from gui.widgets.spin_boxes import LeverField
from gui.words import value_texts
from gui.words.numbers import UnreadableError
from gui.words.value_texts import tooltip

BUTTON = 20
MARKED = Qt.TextFormat.RichText  # where a search has found its words
MAPPED_FAMILIES = 3  # the corners of a triangle


class LeverRow(QWidget):
    """Label, unit, lock and reset above whatever sets the value; a problem shows below."""

    edited = Signal()
    lock_changed = Signal(str, bool)  # the parameter's key, and whether it is locked now
    map_wanted = Signal()  # of shares that have one

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.session = session
        self.first: QWidget = self  # what takes the keys for the row
        self._gesture = 0
        self._before: Any = None  # the value when the gesture began
        self._shown_values: tuple[Any, Any] | None = None  # now, and of the baseline
        self.setObjectName("lever")
        self.setProperty("headline", row.role == "headline")
        self.setToolTip(tooltip(row))
        self._changed = ChangedDot()
        self._label = PlainLabel(row.label_text)
        self._label.setObjectName("leverLabel")
        self._label.setWordWrap(True)
        self.unit = UnitLabel(value_texts.unit_text(row))
        self.lock = LockButton(row.label_text)
        self.lock.toggled.connect(self._relock)
        self.reset = QToolButton()
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setFixedSize(BUTTON, BUTTON)
        self._tip_default(value_texts.default_text(row))
        self.reset.setAccessibleName(self.tr("Reset {lever}").format(lever=row.label_text))
        self.reset.clicked.connect(self._reset)
        self.help = HelpButton(row)
        self._found = PlainLabel()  # where a search found its words, if not in the label
        self._found.setTextFormat(MARKED)
        self._found.setObjectName("caption")
        self._found.setWordWrap(True)
        self._found.hide()
        self._problem = PlainLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._changed)
        top.addWidget(self._label, 1)
        top.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignRight)
        top.addSpacing(4)
        top.addWidget(self.lock)
        top.addWidget(self.reset)
        top.addWidget(self.help)
        self.content = QVBoxLayout()
        self.content.setSpacing(0)
        self.content.setContentsMargins(4, 0, 2, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 8, 4)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._found)
        layout.addLayout(self.content)
        layout.addWidget(self._problem)

    @property
    def _locked_text(self) -> str:
        return self.tr("Locked: open the lock to change it")

    def _tip_default(self, value: str) -> None:
        self.reset.setToolTip(tip(self.tr("Back to the default: {value}").format(value=value)))

    def take_keys(self, reason: Qt.FocusReason) -> None:
        """Give them to the row's own control. A focus proxy would have Tab pass the lock by."""
        self.first.setFocus(reason)

    @property
    def locked(self) -> bool:
        return self.lock.isChecked()

    @property
    def changed(self) -> bool:
        """Whether the value is not the default."""
        return bool(getattr(self.session.scenario, self.row.key) != self.default)

    @property
    def default(self) -> Any:
        """For the families that there are."""
        return default_for(self.row, self.session.scenario.families)

    @property
    def lines(self) -> Mapping[str, NumberLine]:
        """Sliders by family; one without families has the name of none."""
        return {}

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the value, its mark of change, and where the baseline has another."""
        value = getattr(scenario, self.row.key)
        baseline = getattr(self.session.baseline, self.row.key)
        if (value, baseline) == self._shown_values:
            return  # most rows at most times: a drag moves one
        self._shown_values = value, baseline
        changed = value != self.default
        self.reset.setEnabled(changed)
        self._changed.show_changed(changed)
        self.show_value(value)
        for family, line in self.lines.items():
            other = value_texts.of_family(baseline, family)
            line.set_baseline(None if other == value_texts.of_family(value, family) else other)

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def highlight(self, words: Sequence[str]) -> None:
        """Mark the words of a search in the label, or show the text they were found in."""
        mark = self.palette().highlight().color().name()
        label = self.row.label_text
        self._label.setTextFormat(MARKED if words else Qt.TextFormat.PlainText)
        self._label.setText(value_texts.highlighted(label, words, mark) if words else label)
        elsewhere = value_texts.found_in(self.row, words) if words else ""
        self._found.setText(value_texts.highlighted(elsewhere, words, mark))
        self._found.setVisible(bool(elsewhere))

    def ask(self, value: Any, *, new_gesture: bool = True) -> bool:
        """Hand a value to the session; whether it took it. The reason shows below if not."""
        if self.locked:
            self.show_problem(self._locked_text)
            self._shown_values = None
            self.show_scenario(self.session.scenario)
            return False
        if new_gesture or not self._gesture:
            self._gesture = self.session.new_gesture()
            self._before = getattr(self.session.scenario, self.row.key)
        try:
            self.session.edit(self.row.key, value, self._gesture)
        except ScenarioError as error:
            self.show_problem(in_words(error))
            return False
        self.show_problem("")
        self.edited.emit()
        return True

    def show_problem(self, text: str) -> None:
        """Say below the row why something was refused; an empty text takes it away."""
        if text != self._problem.text():
            self._problem.setText(text)
            self._problem.setVisible(bool(text))

    def _cancel(self) -> None:
        """Back to where the drag began; as one gesture, it leaves no step of undo."""
        self.ask(self._before, new_gesture=False)

    def _reset(self) -> None:
        self.ask(self.default)
        self.show_scenario(self.session.scenario)

    def _relock(self, locked: bool) -> None:
        self.lock_content(locked)
        if not locked and self._problem.text() == self._locked_text:
            self.show_problem("")
        self.lock_changed.emit(self.row.key, locked)

    def lock_content(self, locked: bool) -> None:
        """Hold whatever sets the value."""
        for line in self.lines.values():
            line.set_locked(locked)

    def _follow(self, lines: Iterable[NumberLine]) -> None:
        for line in lines:
            line.wanted.connect(self._wanted)
            line.default_wanted.connect(self._want_default)
            line.cancelled.connect(self._cancel)
            line.refused.connect(self.show_problem)
            line.set_default(value_texts.of_family(self.default, line.family))
            line.set_locked(self.locked)

    def _wanted(self, value: float, new_gesture: bool) -> None:
        raise NotImplementedError

    def _want_default(self, new_gesture: bool) -> None:
        self.ask(self.default, new_gesture=new_gesture)


class NumberRow(LeverRow):
    """One number."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.line = NumberLine(row, f"{row.label_text}, {value_texts.shown_unit(row)}")
        self._follow([self.line])
        self.content.addWidget(self.line)
        self.first = self.line.slider

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

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.tick = QCheckBox(self.tr("limited"))
        self.tick.setAccessibleName(self.tr("{lever}: limited").format(lever=row.label_text))
        self.tick.setAccessibleDescription(self.tr("Without the tick there is no limit"))
        self.tick.toggled.connect(self._toggle)
        self.content.insertWidget(0, self.tick)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(value is not None)
        self.line.setEnabled(value is not None)
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
        self._began: tuple[str, dict[str, float]] | None = None
        self._build(session.scenario.families)

    @property
    def lines(self) -> Mapping[str, NumberLine]:
        return self._lines

    def _build(self, families: tuple[str, ...]) -> None:
        while self.content.count():
            item = self.content.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # at once; it is deleted when the event loop comes round
                widget.deleteLater()
        self._lines = {}
        shares = self.row.sums_to_one
        for family in families:
            line = NumberLine(
                self.row,
                f"{self.row.label_text}, {family_label(family)}, "
                + (self.tr("percent") if shares else value_texts.shown_unit(self.row)),
                family_label(family).split()[-1],
                percent=shares,
            )
            line.family = family
            self._lines[family] = line
            self.content.addWidget(line)
        if shares and self.row.role == "headline" and len(families) == MAPPED_FAMILIES:
            self.content.addWidget(self._make_link(), 0, Qt.AlignmentFlag.AlignRight)
        self._follow(self._lines.values())
        self._tip_default(value_texts.family_defaults(self.row, families))
        if shares and len(families) == 1:
            self._lines[families[0]].setEnabled(False)  # it has all, whatever anybody does
        if families:
            self.first = self._lines[families[0]].slider

    def _make_link(self) -> QToolButton:
        link = QToolButton()
        link.setObjectName("link")
        link.setText(self.tr("Map of all mixes"))
        link.setToolTip(self.tr("Set the mix by a puck over a map of what each mix comes to"))
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        self.first = self.tick

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(bool(value))
        self.tick.setText(value_texts.word(bool(value)))

    def lock_content(self, locked: bool) -> None:
        self.tick.setEnabled(not locked)


class TextRow(LeverRow):
    """A value that is written: a month, a list of points, a list of events."""

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(row, session, parent)
        self.field = LeverField()
        self.field.setAccessibleName(row.label_text)
        self.field.setAccessibleDescription(f"{value_texts.shown_unit(row)}; {row.help_text}")
        self.field.setPlaceholderText(value_texts.placeholder(row))
        self.field.editingFinished.connect(self._finish)
        self.content.addWidget(self.field)
        self.first = self.field
        self._shown = ""

    def show_value(self, value: Any) -> None:
        self._shown = value_texts.write(self.row, value)
        if self.field.text() != self._shown:
            self.field.setText(self._shown)
            self.field.setCursorPosition(0)
        self.field.setModified(False)  # so undo is the window's again

    def lock_content(self, locked: bool) -> None:
        self.field.setReadOnly(locked)

    def _finish(self) -> None:
        if self.field.text() == self._shown:
            self.show_problem("")
            return
        was = getattr(self.session.scenario, self.row.key)
        try:
            value = value_texts.read(self.row, self.field.text(), was, strict=True)
        except UnreadableError as error:
            self.show_problem(str(error))
            return
        if self.ask(value):
            self.show_value(getattr(self.session.scenario, self.row.key))


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
