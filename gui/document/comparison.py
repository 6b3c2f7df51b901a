"""Several documents side by side: each column one of its own, with its undo and its file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine import Document, Problem, Scenario, ScenarioError
from engine.files import scenario_files
from engine.files.comparison_files import LONGEST_NAME, MOST, ComparedPlan, ComparisonFile
from engine.text import translate
from gui.document.file_lock import real_path
from gui.document.session import Session
from gui.words.abbreviate import short


class Kind(Enum):
    """Whose scenario a column shows."""

    OWN = "own"  # a document that is open here alone
    CURRENT = "current"  # that of the window
    BASELINE = "baseline"  # what the window compares with


class PlanColumn(QObject):
    """One scenario of a comparison; `slot` picks the colour and dashes of one of its own."""

    changed = Signal(object)  # itself: another scenario
    marked = Signal(object)  # itself: its name, or whether it is saved

    def __init__(
        self, session: Session, kind: Kind, slot: int, name: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.kind, self.slot = session, kind, slot
        self._name = name
        self.kept: Scenario | None = None  # what the comparison's file holds of it
        self.filed = session.document.scenario if kind is Kind.OWN else None  # its own file
        if kind is Kind.BASELINE:
            session.baseline_changed.connect(self._tell)
        else:
            session.scenario_changed.connect(self._tell)
            session.document_changed.connect(self._tell_mark)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self)

    @Slot()
    def _tell_mark(self) -> None:
        self.marked.emit(self)

    @property
    def scenario(self) -> Scenario:
        if self.kind is Kind.BASELINE:
            return self.session.baseline
        return self.session.scenario

    @property
    def name(self) -> str:
        """What it is called here: its scenario's name, where it was given no other."""
        return self._name or self.scenario.name

    @name.setter
    def name(self, name: str) -> None:
        self._name = "" if name == self.scenario.name else short(name, LONGEST_NAME)
        self.marked.emit(self)

    @property
    def title(self) -> str:
        """Its name, told apart from those of the columns beside it."""
        beside = self.parent()
        columns = beside.columns if isinstance(beside, PlanSet) else [self]
        alike = [column for column in columns if column.name == self.name]
        if len(alike) < 2:
            return self.name
        if self.kind is Kind.BASELINE:
            return translate("Comparison", "{name}, baseline").format(name=self.name)
        if self.kind is Kind.CURRENT:
            return translate("Comparison", "{name}, now").format(name=self.name)
        own = [column for column in alike if column.kind is Kind.OWN]
        if len(own) < 2 or self not in own:
            return self.name
        return f"{self.name} ({own.index(self) + 1})"

    @property
    def editable(self) -> bool:
        """The baseline is what was pinned."""
        return self.kind is not Kind.BASELINE

    @property
    def modified(self) -> bool:
        """Whether it differs from its file; without one, from what the comparison's holds."""
        if not self.editable or not self.session.modified:
            return False
        return self.path is not None or self.scenario != self.kept

    @property
    def unsaved(self) -> bool:
        """Whether it has changes that no file has, its own nor the comparison's."""
        return self.modified and self.scenario != self.kept

    @property
    def path(self) -> Path | None:
        return None if self.kind is Kind.BASELINE else self.session.path

    def edit(self, key: str, value: Any, gesture: int | None = None) -> None:
        """Change one value, as a step of its own undo. Raises ScenarioError."""
        if not self.editable:
            why = translate("Comparison", "is the baseline; add a copy of it to change that")
            raise ScenarioError(Problem(short(self.name), "", why))
        self.session.edit(key, value, gesture)

    def entry(self) -> ComparedPlan:
        """What a comparison's file says of it."""
        document = Document(self.scenario) if self.kind is Kind.BASELINE else self.session.document
        edited = self.path is not None and self.modified
        return ComparedPlan(short(self.name, LONGEST_NAME), document, self.path, edited)


class PlanSet(QObject):
    """Up to twelve columns in an order. It begins with the window's baseline and its scenario."""

    columns_changed = Signal()  # which there are, or their order
    column_changed = Signal(object)  # a PlanColumn has another scenario
    marked = Signal(object)  # a PlanColumn's name or modified mark
    against_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.columns: list[PlanColumn] = []
        self.name = ""
        self.path: Path | None = None
        self._removed: list[tuple[int, PlanColumn]] = []
        self._against: PlanColumn | None = None
        self._saved: object = None
        self.begin()

    def begin(self) -> None:
        """Current against baseline."""
        self._clear()
        self._put(self._made(self._session, Kind.BASELINE))
        self._put(self._made(self._session, Kind.CURRENT))
        self._saved = self._state
        self.columns_changed.emit()

    def _clear(self) -> None:
        for column in (*self.columns, *(column for _, column in self._removed)):
            self._end(column)
        self.columns, self._removed, self._against = [], [], None
        self.name, self.path = "", None

    def _end(self, column: PlanColumn) -> None:
        column.blockSignals(True)
        if column.kind is Kind.OWN:
            column.session.deleteLater()
        column.deleteLater()

    def _made(self, session: Session, kind: Kind, name: str = "") -> PlanColumn:
        slot = self._free_slot() if kind is Kind.OWN else 0
        column = PlanColumn(session, kind, slot, name, self)
        column.changed.connect(self.column_changed)
        column.marked.connect(self.marked)
        return column

    def _taken_slots(self) -> set[int]:
        return {column.slot for column in self.columns if column.kind is Kind.OWN}

    def _free_slot(self) -> int:
        taken = self._taken_slots()
        return next(slot for slot in range(MOST) if slot not in taken)

    def _put(self, column: PlanColumn, place: int | None = None) -> None:
        self.columns.insert(len(self.columns) if place is None else place, column)

    # What is in it

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(column.scenario for column in self.columns)

    @property
    def full(self) -> bool:
        return len(self.columns) >= MOST

    @property
    def against(self) -> PlanColumn:
        """The column that differences are taken from; the first where none was chosen."""
        return self._against if self._against in self.columns else self.columns[0]

    @against.setter
    def against(self, column: PlanColumn) -> None:
        self._against = column
        self.against_changed.emit()

    def of_kind(self, kind: Kind) -> PlanColumn | None:
        """The column of the window's scenario, or of its baseline, where it is in here."""
        return next((column for column in self.columns if column.kind is kind), None)

    def require_room(self) -> None:
        """Raise ScenarioError where no other column has room."""
        if self.full:
            why = translate("Comparison", "a comparison has at most {most} columns")
            raise ScenarioError(Problem("", "", why.format(most=MOST)))

    def add(self, document: Document, path: Path | None = None, name: str = "") -> PlanColumn:
        """Another document as the last column; one that is here already is not opened twice.

        Raises ScenarioError where there is no room.
        """
        known = self._known(path)
        if known is not None:
            return known
        self.require_room()
        if path is not None and self._is_current(path):
            return self.add_kind(Kind.CURRENT)
        session = Session(document, self)
        session.path = path
        column = self._made(session, Kind.OWN, name if name != document.scenario.name else "")
        self._put(column)
        self.columns_changed.emit()
        return column

    def _is_current(self, path: Path) -> bool:
        own = self._session.path
        return own is not None and real_path(own) == real_path(path)

    def _known(self, path: Path | None) -> PlanColumn | None:
        """The column that has the file open already: two documents of one would part."""
        if path is None:
            return None
        real = real_path(path)
        found = (c for c in self.columns if c.path is not None and real_path(c.path) == real)
        return next(found, None)

    def add_kind(self, kind: Kind) -> PlanColumn:
        """The window's scenario, or its baseline, as a column. Raises ScenarioError."""
        found = self.of_kind(kind)
        if found is None:
            self.require_room()
            found = self._made(self._session, kind)
            self._put(found)
            self.columns_changed.emit()
        return found

    def add_copy(self, column: PlanColumn) -> PlanColumn:
        """A copy that has no file, to the right of the column. Raises ScenarioError."""
        self.require_room()
        name = translate("Comparison", "{name} (copy)").format(name=short(column.name))
        session = Session(Document(column.scenario.having(name=name)), self)
        copy = self._made(session, Kind.OWN)
        self._put(copy, self.columns.index(column) + 1)
        self.columns_changed.emit()
        return copy

    def remove(self, column: PlanColumn) -> None:
        """Take a column out; it can be brought back. The last one stays."""
        if len(self.columns) > 1 and column in self.columns:
            self._removed.append((self.columns.index(column), column))
            self.columns.remove(column)
            self.columns_changed.emit()

    @property
    def can_bring_back(self) -> bool:
        return bool(self._removed) and not self.full

    def bring_back(self) -> None:
        """The column that was taken out last, with its undo, where it stood."""
        if not self.can_bring_back:
            return
        place, column = self._removed.pop()
        twin = self._known(column.path) or (
            self.of_kind(column.kind) if column.kind is not Kind.OWN else None
        )
        if twin is not None:  # it has been opened anew since
            return
        if column.slot in self._taken_slots():
            column.slot = self._free_slot()
        self.columns.insert(min(place, len(self.columns)), column)
        self.columns_changed.emit()

    def move(self, start: int, end: int) -> None:
        """Put the column of one place in another."""
        if start != end:
            self.columns.insert(end, self.columns.pop(start))
            self.columns_changed.emit()

    def order(self, columns: Sequence[PlanColumn]) -> None:
        """Put the same columns in another order."""
        if list(columns) != self.columns:
            self.columns = list(columns)
            self.columns_changed.emit()

    # Its file

    @property
    def _state(self) -> object:
        return self.name, self.against, [(column, column.name) for column in self.columns]

    @property
    def unsaved(self) -> list[PlanColumn]:
        """The columns of its own whose changes are in no file."""
        own = [column for column in self.columns if column.kind is Kind.OWN]
        own += [column for _, column in self._removed if column.kind is Kind.OWN]
        return [column for column in own if column.unsaved]

    @property
    def modified(self) -> bool:
        """Whether closing would lose something: an own column's changes, or a named file's."""
        arranged = self.path is not None and self._state != self._saved
        return arranged or bool(self.unsaved)

    def as_file(self) -> ComparisonFile:
        """What its file would say now."""
        entries = tuple(column.entry() for column in self.columns)
        return ComparisonFile(self.name, entries, self.columns.index(self.against))

    def saved(self, path: Path) -> None:
        """It has just been written: what is carried is in a file now, too."""
        self.path = path
        self._saved = self._state
        for column in self.columns:
            column.kept = column.scenario
        self.columns_changed.emit()

    def open(self, found: ComparisonFile, path: Path | None) -> None:
        """Put what a file says in the place of all columns."""
        self._clear()
        self.name, self.path = found.name, path
        for entry in found.entries:
            if entry.file is not None and self._is_current(entry.file) and not entry.edited:
                if self.of_kind(Kind.CURRENT) is None:
                    self._put(self._made(self._session, Kind.CURRENT, entry.name))
                continue
            document = entry.document
            base = _as_filed(entry) if entry.edited else document
            session = Session(base, self)
            session.path = entry.file
            if base is not document:
                session.replace(
                    document.scenario, translate("Comparison", "Changes in the comparison")
                )
            name = entry.name if entry.name != document.scenario.name else ""
            column = self._made(session, Kind.OWN, name)
            column.kept = document.scenario
            self._put(column)
        if not self.columns:
            self._put(self._made(self._session, Kind.CURRENT))
        self._against = self.columns[min(found.against, len(self.columns) - 1)]
        self._saved = self._state
        self.columns_changed.emit()
        self.against_changed.emit()


def _as_filed(entry: ComparedPlan) -> Document:
    """The document of an edited column as its file has it; itself where the file is gone."""
    assert entry.file is not None
    try:
        return scenario_files.load(entry.file)
    except ScenarioError:
        return entry.document
