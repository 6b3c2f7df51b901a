"""A row of the lever panel, whatever its kind: label, lock, reset and problem."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario, ScenarioError
from engine.files.other_chips import default_for
from engine.tables.parameter import Parameter
from gui.document.session import Session
from gui.levers.badges import ChangedDot, HelpButton, LockButton, UnitLabel
from gui.levers.needs_line import NeedsLine
from gui.levers.number_line import NumberLine
from gui.levers.refusals import in_words
from gui.levers.row_keys import RowKeys
from gui.levers.soft_range import SoftRange
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.spoken import Role, Spoken
from gui.words import value_texts
from gui.words.seen_from import seen_from
from gui.words.value_texts import tooltip

BUTTON = 20
MARKED = Qt.TextFormat.RichText  # where a search has found its words


class LeverRow(Spoken, QWidget):
    """Label, unit, lock and reset above whatever sets the value; a problem shows below."""

    spoken_role = Role.Grouping

    edited = Signal()
    lock_changed = Signal(str, bool)  # the parameter's key, and whether it is locked now
    map_wanted = Signal()  # of shares that have one
    menu_wanted = Signal(str, QPoint)  # the parameter's key, and where on the screen
    tracks_changed = Signal()  # they show another part of what is allowed

    def __init__(self, row: Parameter, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.session = session
        self.first: QWidget = self  # what takes the keys for the row
        self._gesture = 0
        self._before: Any = None  # the value when the gesture began
        self._shown_values: tuple[Any, Any, str] | None = None  # now, of the baseline, and start
        self._soft = SoftRange(row) if row.is_number or row.per_family else None
        self.setObjectName("lever")
        self.setProperty("headline", row.role == "headline")
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
        self.reset.setAccessibleName(self.tr("Reset {lever}").format(lever=row.label_text))
        self.reset.clicked.connect(self._reset)
        self.setToolTip(tooltip(row, session.scenario.start))
        self._tip_default(value_texts.default_text(row, session.scenario.start))
        self.help = HelpButton(row)
        self._found = PlainLabel()  # where a search found its words, if not in the label
        self._found.setTextFormat(MARKED)
        self._found.setObjectName("caption")
        self._found.setWordWrap(True)
        self._found.hide()
        self.needs = NeedsLine(row.key)
        self._keys = RowKeys(self, lambda: self.controls)
        self.hangs_on = self.needs.hangs_on | (frozenset({"start"}) if row.is_date else frozenset())
        self._problem = PlainLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._changed)
        top.addWidget(self._label, 1)
        top.addSpacing(4)
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
        layout.addWidget(self.needs)
        layout.addWidget(self._problem)

    @property
    def _locked_text(self) -> str:
        return self.tr("Locked: open the lock to change it")

    def _tip_default(self, value: str) -> None:
        self.reset.setToolTip(tip(self.tr("Back to the default: {value}").format(value=value)))

    def spoken_name(self) -> str:
        return self.row.label_text

    def spoken_description(self) -> str:
        return self.row.help_text

    @property
    def own_controls(self) -> Sequence[QWidget]:
        """What sets the value, in reading order."""
        return [self.first]

    @property
    def controls(self) -> Sequence[QWidget]:
        """All that can have the keys: Tab comes to the first of them, Alt and arrows go on."""
        more = [] if self.needs.link is None else [self.needs.link]
        return [*self.own_controls, *more, self.lock, self.reset]

    def hold_keys(self) -> None:
        """Be one stop of Tab, at the first control that can be moved."""
        controls = self.controls
        usable = (control for control in controls if control.isEnabledTo(self))
        self.first = next(usable, controls[0])
        self._keys.hold(self.first)

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
        self.needs.show_scenario(scenario)
        value = getattr(scenario, self.row.key)
        baseline = self._of_baseline(scenario)
        shown, before = (value, baseline, scenario.start), self._shown_values
        if shown == before:
            return  # most rows at most times: a drag moves one
        self._shown_values = shown
        if before is None or before[-1] != scenario.start:
            self._say_dates(scenario.start)
        changed = value != self.default
        self.reset.setEnabled(changed)
        self._changed.show_changed(changed)
        self.show_value(value)
        for family, line in self.lines.items():
            other = value_texts.of_family(baseline, family)
            line.set_baseline(None if other == value_texts.of_family(value, family) else other)
        if value == self.default == baseline:
            self.begin_tracks_anew()
        else:
            self._fit_tracks()

    def _of_baseline(self, scenario: Scenario) -> Any:
        """What the baseline has: a date is that month of it, and none beyond the track."""
        found = seen_from(scenario.start, self.row, self.session.baseline)
        if not self.row.is_date:
            return found
        assert self.row.low is not None
        assert self.row.high is not None
        return found if self.row.low <= found <= self.row.high else None

    @Slot()
    def _fit_tracks(self) -> None:
        """Stretch them for what lies outside; never under a hand."""
        if self._soft is None or any(line.dragging for line in self.lines.values()):
            return
        scenario = self.session.scenario
        values = [getattr(scenario, self.row.key), self._of_baseline(scenario)]
        found = [value_texts.of_family(v, family) for v in values for family in self.lines]
        self._show_tracks(self._soft.hold(number for number in found if number is not None))

    def begin_tracks_anew(self) -> None:
        """Let them show no more than what is set now needs."""
        if self._soft is not None and not any(line.dragging for line in self.lines.values()):
            self._soft.begin_anew()
            self._fit_tracks()

    def _show_tracks(self, span: tuple[float, float]) -> None:
        changed = any(line.span != span for line in self.lines.values())
        for line in self.lines.values():
            line.set_span(*span)
        if changed:
            self.tracks_changed.emit()

    def _say_dates(self, start: str) -> None:
        """What counts from the scenario's first month."""
        if not self.row.is_date:
            return
        self.setToolTip(tooltip(self.row, start))
        self._tip_default(value_texts.default_text(self.row, start))
        for line in self.lines.values():
            line.set_start(start)

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
            self.show_problem(in_words(error, self.session.scenario.start))
            return False
        self.show_problem("")
        self.edited.emit()
        return True

    def show_problem(self, text: str) -> None:
        """Say why something was refused, below the line it is about or else below the row.

        An empty text takes it away.
        """
        line = self.sender()
        if text and isinstance(line, NumberLine) and line in self.lines.values():
            self.content.removeWidget(self._problem)
            self.content.insertWidget(self.content.indexOf(line) + 1, self._problem)
        if text != self._problem.text():
            self._problem.setText(text)
            self._problem.setVisible(bool(text))

    def _release_problem(self) -> None:
        """Have it below the row, where no line that goes away takes it along."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._problem)

    def _cancel(self) -> None:
        """Back to where the drag began; as one gesture, it leaves no step of undo."""
        self.ask(self._before, new_gesture=False)

    def _reset(self) -> None:
        self.ask(self.default)
        self.show_scenario(self.session.scenario)

    def _relock(self, locked: bool) -> None:
        self.lock_content(locked)
        self.hold_keys()
        if not locked and self._problem.text() == self._locked_text:
            self.show_problem("")
        self.lock_changed.emit(self.row.key, locked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wanted.emit(self.row.key, event.globalPos())

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
            line.let_go.connect(self._fit_tracks)
            line.set_default(value_texts.of_family(self.default, line.family))
            line.set_locked(self.locked)
        for line in [*self.lines.values()][-1:]:  # the lines of a row have one track
            line.label_ends()

    def _wanted(self, value: float, new_gesture: bool) -> None:
        raise NotImplementedError

    def _want_default(self, new_gesture: bool) -> None:
        self.ask(self.default, new_gesture=new_gesture)
