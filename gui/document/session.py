"""The one place that holds the current scenario, and the one gate through which it changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine import Document, Scenario, ScenarioError, Version, parameter
from engine.files import scenario_files, versions
from engine.files.file_text import size_of
from engine.files.scenario_files import plain
from engine.problems import Problem
from engine.tables.own import OWN_LISTS
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.words.list_changes import list_change
from gui.words.value_texts import value_words, word_of

TEXTS = frozenset(("name", "notes", *OWN_LISTS))  # what may be long
OWN_WORDS = {
    "own_sources": QT_TRANSLATE_NOOP("Session", "Source of an assumption"),
    "own_claims": QT_TRANSLATE_NOOP("Session", "Own claim"),
}
LISTS = ("list", "anchors")  # kinds of parameters
State = tuple[Scenario, tuple[Version, ...]]  # what undo goes back to


class Session(QObject):
    """Current scenario, undo history, file. Widgets show it and hold no truth of their own."""

    scenario_changed = Signal(object)  # the Scenario now current
    document_changed = Signal()  # path, read-only, versions or modified state
    baseline_changed = Signal(object)  # the Scenario now compared with
    opened = Signal()  # another document, or another file of the same one
    stepped = Signal()  # one more change begins: an edit, undo or redo, a whole scenario
    replaced = Signal()  # another document has come in the place of this one
    lock_changed = Signal(str)  # a parameter's key

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self._document = document
        self._saved: State | None = (document.scenario, document.versions)
        self._gesture = 0
        self.locked: set[str] = set()  # parameters that are held still
        # the size of all but name and notes, and what it is the size of
        self._sized: tuple[tuple[object, ...], int] = ((None,) * 5, 0)
        self.scenario = document.scenario
        self.versions = document.versions
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
            self.replace(after, self.tr("Swap with the baseline"))
            self.pin_baseline(before)

    def return_to_baseline(self) -> None:
        """Undo everything since the baseline, as one step that can itself be undone."""
        self.replace(self.baseline, self.tr("Back to the baseline"))

    @property
    def modified(self) -> bool:
        """Whether the scenario differs from the file: an equality, not a flag."""
        return (self.scenario, self.versions) != self._saved

    @property
    def read_only(self) -> bool:
        return self._document.read_only

    @property
    def document(self) -> Document:
        """All that saving would write."""
        return Document(self.scenario, self._document.unknown, versions=self.versions)

    def new_gesture(self) -> int:
        """A number for one drag or run of key presses: its edits are one undo step."""
        self._gesture += 1
        return self._gesture

    def edit(self, key: str, value: Any, gesture: int | None = None) -> None:
        """Change one value. Raises ScenarioError and changes nothing where it is not allowed."""
        after = self.scenario.having(**{key: value})
        if after == self.scenario:
            return
        if self.holds(key):
            raise ScenarioError(Problem(key, "", self.lock_text))
        if key in TEXTS:
            self.require_room(after)
        step = (key, gesture or self.new_gesture())
        if not self._lengthen(step, after):
            self.history.push(Change(self, after, _words(key, self.scenario, after), step))

    def lock(self, key: str, held: bool) -> None:
        """Hold a parameter still, or let go of it."""
        (self.locked.add if held else self.locked.discard)(key)
        self.lock_changed.emit(key)

    def holds(self, key: str) -> bool:
        """Whether it is a list that is locked: what has many places to be changed in."""
        return key in self.locked and parameter(key).kind in LISTS

    @property
    def lock_text(self) -> str:
        """Why a locked list is not changed."""
        return self.tr("it is locked; open its lock among the levers to change it")

    def _lengthen(self, gesture: tuple[str, int], after: Scenario) -> bool:
        """Let the last step lead to `after`, where it is of the same gesture.

        A command pushed for the stack to merge would stay for as long as the stack does, with
        its scenarios: PySide ties their lives together. A minute's drag has thousands.
        """
        history = self.history
        last = history.command(history.index() - 1) if history.index() == history.count() else None
        if not isinstance(last, Change) or last.gesture != gesture:
            return False
        if after == last.before:  # dragged back to where it began: nothing to undo
            last.setObsolete(True)
            history.undo()  # takes an obsolete step away, and does no more
            self.put(after)
        else:
            last.lead_to(after)
        return True

    def replace(
        self, scenario: Scenario, text: str, versions_: Sequence[Version] | None = None
    ) -> None:
        """Put a whole scenario (and versions) in the place of the current, as one undo step."""
        kept = self.versions if versions_ is None else tuple(versions_)
        if (scenario, kept) != (self.scenario, self.versions):
            gesture = ("", self.new_gesture())
            self.history.push(Change(self, scenario, text, gesture, kept))

    def require_room(self, scenario: Scenario, kept: Sequence[Version] | None = None) -> None:
        """Raise ScenarioError where a file with `scenario` would be too large to open again.

        Told when a text is typed and not when it is saved; levers move a file's size little.
        """
        versions_ = self.versions if kept is None else kept
        rest = (
            self._document.unknown,
            versions_,
            scenario.catalogue,
            scenario.own_sources,
            scenario.own_claims,
        )
        if any(part is not before for part, before in zip(rest, self._sized[0], strict=True)):
            bare = dataclasses.replace(scenario, name="", notes="")
            document = Document(bare, self._document.unknown, versions=tuple(versions_))
            self._sized = (rest, len(scenario_files.text_of(document).encode()))
        size = self._sized[1] + size_of(scenario.name) + size_of(scenario.notes)
        if size > scenario_files.LARGEST_DOCUMENT:
            raise scenario_files.too_large(size, scenario_files.LARGEST_DOCUMENT)

    # Files

    def open(self, document: Document, path: Path | None) -> None:
        """Put another document in place of this one; its history starts empty."""
        self._put_document(document, path, (document.scenario, document.versions))

    def recover(self, document: Document, path: Path | None) -> None:
        """Open what was never saved: it stays modified until it is."""
        self._put_document(document, path, None)

    def _put_document(self, document: Document, path: Path | None, saved: State | None) -> None:
        self._document = document
        self._saved = saved
        self.path = path
        self.history.clear()
        self.baseline = document.scenario
        self.put(document.scenario, document.versions)
        self.replaced.emit()
        self.baseline_changed.emit(self.baseline)
        self.opened.emit()

    def save(
        self, path: Path, write: Callable[[Document, Path], None] = scenario_files.save
    ) -> None:
        """Write to `path`, which becomes the session's file. Raises ScenarioError."""
        own = path == self.path
        document = Document(
            self.scenario,
            self._document.unknown,
            read_only=self.read_only and own,
            versions=self.versions,
        )
        write(document, path)
        self._document = document
        self._saved = (self.scenario, self.versions)
        self.path = path
        self.document_changed.emit()
        if not own:
            self.opened.emit()

    def revert(self, document: Document) -> None:
        """Back to what the file holds, as one step that can itself be undone."""
        self._document = document
        self._saved = (document.scenario, document.versions)
        self.replace(document.scenario, self.tr("Revert to the file"), document.versions)
        self.document_changed.emit()

    def revert_to_start(self) -> None:
        """Back to what a scenario without a file began as; that can be undone, too."""
        self.replace(
            self._document.scenario, self.tr("Revert to the beginning"), self._document.versions
        )

    def detach(self, name: str) -> None:
        """Go on as another scenario, `name`, that has no file yet. Raises ScenarioError."""
        self.require_room(self.scenario.having(name=name))
        self._document = Document(self.scenario, self._document.unknown, versions=self.versions)
        self.path = None
        self._saved = None
        self.edit("name", name)
        self.document_changed.emit()
        self.opened.emit()

    def no_longer_saved(self) -> None:
        """The file holds something else now, or is gone: what is here is not saved."""
        self._saved = None
        self.document_changed.emit()

    # Versions

    def keep_version(self, name: str) -> None:
        """Remember the present state in the document. Raises ScenarioError where it is full."""
        kept = versions.kept(self.document, name, datetime.now(UTC))
        self.require_room(self.scenario, kept)
        self.replace(self.scenario, self.tr("Keep version “{name}”").format(name=name), kept)

    def restore_version(self, version: Version) -> None:
        """Make a version's state the current one. Raises ScenarioError where it can't be read."""
        found = scenario_files.parse_object(version.file)
        self.require_room(found.scenario)
        text = self.tr("Restore version “{name}”").format(name=version.name)
        self.replace(found.scenario, text)

    def remove_version(self, version: Version) -> None:
        left = tuple(other for other in self.versions if other is not version)
        text = self.tr("Remove version “{name}”").format(name=version.name)
        self.replace(self.scenario, text, left)

    def put(self, scenario: Scenario, versions_: tuple[Version, ...] | None = None) -> None:
        """For this session's own commands: make `scenario` the current one."""
        changed = scenario is not self.scenario
        self.scenario = scenario
        if versions_ is not None:
            self.versions = versions_
        if changed:
            self.scenario_changed.emit(scenario)
        self.document_changed.emit()


class Change(QUndoCommand):
    """Swap one frozen state for another; the edits of one gesture are one step."""

    def __init__(
        self,
        session: Session,
        after: Scenario,
        text: str,
        gesture: tuple[str, int],
        versions_: tuple[Version, ...] | None = None,
    ) -> None:
        super().__init__(text)
        self._session = session
        self._before: State = (session.scenario, session.versions)
        self._after: State = (after, session.versions if versions_ is None else versions_)
        self.gesture = gesture

    def redo(self) -> None:
        self._session.stepped.emit()
        self._session.put(*self._after)

    def undo(self) -> None:
        self._session.stepped.emit()
        self._session.put(*self._before)

    @property
    def before(self) -> Scenario:
        """Where it began."""
        return self._before[0]

    def lead_to(self, after: Scenario) -> None:
        """Go on to `after`, from where it began."""
        self._after = (after, self._after[1])
        self.setText(_words(self.gesture[0], self.before, after))
        self._session.put(*self._after)  # the same step goes on


def _words(key: str, before: Scenario, after: Scenario) -> str:
    """What a step did, for the Undo entry of the menu."""
    if key == "name":
        return translate("Session", "Name")
    if key == "notes":
        return translate("Session", "Notes")
    if key in OWN_WORDS:
        return translate("Session", OWN_WORDS[key])
    row = parameter(key)
    old, new = getattr(before, key), getattr(after, key)

    def said(value: float, scenario: Scenario) -> str:
        return value_words(row, value, scenario.start)

    if row.is_number and old is not None and new is not None:
        return f"{row.label_text} {said(old, before)} → {said(new, after)}"
    if row.per_family:
        changed = [
            f"{f} {value_words(row, old[f])} → {value_words(row, new[f])}"
            for f in new
            if new[f] != old.get(f)
        ]
        if len(changed) == 1:
            return f"{row.label_text}, {changed[0]}"
    if row.schema is not None:
        return list_change(row, old, new)
    if row.kind == "month":
        return f"{row.label_text} {word_of(row, old)} → {word_of(row, new)}"
    if len(str(plain(new))) > 20:
        return row.label_text
    return f"{row.label_text} → {plain(new)}"
