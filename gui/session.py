"""The one place that holds the current scenario, and the one gate through which it changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine import Document, Scenario, files, parameter
from engine.files import plain
from engine.text import translate, written
from gui.units import of

CHANGE = 1  # the id of commands that may merge


class Session(QObject):
    """Current scenario, undo history, file. Widgets show it and hold no truth of their own."""

    scenario_changed = Signal(object)  # the Scenario now current
    document_changed = Signal()  # path, read-only or modified state
    baseline_changed = Signal(object)  # the Scenario now compared with

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self._document = document
        self._saved = document.scenario
        self._gesture = 0
        self.scenario = document.scenario
        self.baseline = document.scenario
        self.path: Path | None = None

    def pin_baseline(self, scenario: Scenario | None = None) -> None:
        """Compare with `scenario` from now on; with the current one unless given."""
        self.baseline = self.scenario if scenario is None else scenario
        self.baseline_changed.emit(self.baseline)

    def swap_baseline(self) -> None:
        """Make the baseline the current scenario, in one step of undo, and pin this one."""
        before, after = self.scenario, self.baseline
        if after != before:
            gesture = ("baseline", self.new_gesture())
            self.history.push(Change(self, after, self.tr("Swap with the baseline"), gesture))
            self.pin_baseline(before)

    def return_to_baseline(self) -> None:
        """Undo everything since the baseline, as one step that can itself be undone."""
        if self.baseline != self.scenario:
            gesture = ("baseline", self.new_gesture())
            self.history.push(Change(self, self.baseline, self.tr("Back to the baseline"), gesture))

    @property
    def modified(self) -> bool:
        """Whether the scenario differs from the file: an equality, not a flag."""
        return self.scenario != self._saved

    @property
    def read_only(self) -> bool:
        return self._document.read_only

    def new_gesture(self) -> int:
        """A number for one drag or run of key presses: its edits are one undo step."""
        self._gesture += 1
        return self._gesture

    def edit(self, key: str, value: Any, gesture: int | None = None) -> None:
        """Change one value. Raises ScenarioError and changes nothing where it is not allowed."""
        after = self.scenario.having(**{key: value})
        if after == self.scenario:
            return
        text = _words(key, self.scenario, after)
        self.history.push(Change(self, after, text, (key, gesture or self.new_gesture())))

    def open(self, document: Document, path: Path | None) -> None:
        """Put another document in place of this one; its history starts empty."""
        self._document = document
        self._saved = document.scenario
        self.path = path
        self.history.clear()
        self.baseline = document.scenario
        self.put(document.scenario)
        self.baseline_changed.emit(self.baseline)

    def save(self, path: Path) -> None:
        """Write to `path`, which becomes the session's file. Raises ScenarioError."""
        own = path == self.path
        document = Document(self.scenario, self._document.unknown, read_only=self.read_only and own)
        files.save(document, path)
        self._document = document
        self._saved = self.scenario
        self.path = path
        self.document_changed.emit()

    def put(self, scenario: Scenario) -> None:
        """For this session's own commands: make `scenario` the current one."""
        self.scenario = scenario
        self.scenario_changed.emit(scenario)
        self.document_changed.emit()


class Change(QUndoCommand):
    """Swap one frozen scenario for another; edits of one gesture merge into one step."""

    def __init__(
        self, session: Session, after: Scenario, text: str, gesture: tuple[str, int]
    ) -> None:
        super().__init__(text)
        self._session = session
        self._before = session.scenario
        self._after = after
        self._gesture = gesture

    def id(self) -> int:
        return CHANGE

    def redo(self) -> None:
        self._session.put(self._after)

    def undo(self) -> None:
        self._session.put(self._before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setText(_words(self._gesture[0], self._before, self._after))
        # dragged back to where it began: nothing to undo
        self.setObsolete(self._after == self._before)
        return True


def _words(key: str, before: Scenario, after: Scenario) -> str:
    """What a step did, for the Undo entry of the menu."""
    if key == "name":
        return translate("Session", "Name")
    if key == "notes":
        return translate("Session", "Notes")
    row = parameter(key)
    old, new = getattr(before, key), getattr(after, key)
    read = of(row.unit).number
    if row.is_number and old is not None and new is not None:
        return f"{row.label_text} {written(read(old), 'g')} → {written(read(new), 'g')}"
    if row.per_family:
        changed = [
            f"{f} {written(read(old[f]), 'g')} → {written(read(new[f]), 'g')}"
            for f in new
            if new[f] != old.get(f)
        ]
        if len(changed) == 1:
            return f"{row.label_text}, {changed[0]}"
    if len(str(plain(new))) > 20:
        return row.label_text
    return f"{row.label_text} → {plain(new)}"
