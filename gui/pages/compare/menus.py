"""What can be done with plans, and with one of them: the buttons and menus of the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine import ScenarioError, Version
from engine.files import scenario_files
from gui.document import templates
from gui.document.comparison import Kind, PlanColumn, PlanSet
from gui.document.session import Session
from gui.widgets.plain import without_keys
from gui.words.abbreviate import short


class PlanMenus(QObject):
    """Acts on the comparison; what needs a file, or the table, is asked for by signal."""

    add_wanted = Signal()  # files, which are asked for
    save_wanted = Signal()
    report_wanted = Signal()
    copy_wanted = Signal()
    begin_wanted = Signal()  # nothing but baseline and scenario
    plan_save_wanted = Signal(object)  # a PlanColumn
    rename_wanted = Signal(object)
    refused = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, comparison: PlanSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._comparison, self._parent = session, comparison, parent
        self.add = QToolButton()
        self.add.setText(self.tr("Add"))
        self.add.setToolTip(self.tr("Another plan beside these"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._adding = QMenu(self.add)
        self._adding.aboutToShow.connect(self._fill)
        self.add.setMenu(self._adding)
        self.save = self._button(self.tr("Save"), self.tr("Save the comparison as a file"))
        self.save.clicked.connect(self.save_wanted)
        self.report = self._button(self.tr("Report…"), self.tr("A report of these plans"))
        self.report.clicked.connect(self.report_wanted)
        self.copy = self._button(self.tr("Copy"), self.tr("Copy the table to the clipboard"))
        self.copy.clicked.connect(self.copy_wanted)
        self.buttons = (self.add, self.save, self.report, self.copy)
        for button in self.buttons:
            button.setAccessibleName(button.toolTip())

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        return button

    # Adding

    @Slot()
    def _fill(self) -> None:
        """Everything that can be put beside what is there."""
        menu, comparison, session = self._adding, self._comparison, self._session
        menu.clear()
        menu.addAction(self.tr("&Files…"), self.add_wanted.emit)
        examples = menu.addMenu(self.tr("&Examples"))
        for key, name in templates.examples().items():
            examples.addAction(without_keys(short(name)), partial(self._add_example, key))
        versions = menu.addMenu(self.tr("Named &versions"))
        for version in session.versions:
            versions.addAction(without_keys(short(version.name)), partial(self._version, version))
        versions.setEnabled(bool(session.versions))
        for kind, text in (
            (Kind.CURRENT, self.tr("The &window's scenario")),
            (Kind.BASELINE, self.tr("The &baseline")),
        ):
            action = menu.addAction(text, partial(self._add_kind, kind))
            action.setEnabled(comparison.of_kind(kind) is None)
        menu.addSeparator()
        back = menu.addAction(self.tr("Bring &back what was taken out"), comparison.bring_back)
        back.setEnabled(comparison.can_bring_back)
        menu.addAction(self.tr("&Only baseline and scenario"), self.begin_wanted.emit)

    def _add_example(self, key: str) -> None:
        try:
            self._comparison.add(templates.example(key))
        except ScenarioError as error:
            self.refused.emit(str(error))

    def _version(self, version: Version) -> None:
        try:
            found = scenario_files.parse_object(version.file)
            self._comparison.add(found, name=version.name)
        except ScenarioError as error:
            self.refused.emit(str(error))

    def _add_kind(self, kind: Kind) -> None:
        try:
            self._comparison.add_kind(kind)
        except ScenarioError as error:
            self.refused.emit(str(error))

    # One plan

    @Slot(object, object)
    def open_for(self, column: PlanColumn, at: QPoint) -> None:
        """The menu of one plan."""
        menu = self.menu_of(column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu_of(self, column: PlanColumn) -> QMenu:
        """What can be done with a plan."""
        comparison = self._comparison
        menu = QMenu(self._parent)
        against = menu.addAction(self.tr("&Compare the others with it"))
        against.setCheckable(True)
        against.setChecked(column is comparison.against)
        against.triggered.connect(partial(setattr, comparison, "against", column))
        menu.addAction(self.tr("&Rename…"), partial(self.rename_wanted.emit, column))
        menu.addAction(self.tr("A &copy beside it"), partial(self._copy, column))
        menu.addSeparator()
        history = column.session.history if column.editable else None
        undo = menu.addAction(self.tr("&Undo"))
        redo = menu.addAction(self.tr("R&edo"))
        for action, can in ((undo, "canUndo"), (redo, "canRedo")):
            action.setEnabled(history is not None and getattr(history, can)())
        if history is not None:
            undo.triggered.connect(history.undo)
            redo.triggered.connect(history.redo)
        save = menu.addAction(self.tr("&Save"), partial(self.plan_save_wanted.emit, column))
        save.setEnabled(column.editable and (column.modified or column.path is None))
        menu.addSeparator()
        into = menu.addAction(self.tr("Make it the &window's"), partial(self._use, column))
        into.setEnabled(column.kind is not Kind.CURRENT)
        pin = menu.addAction(self.tr("Make it the &baseline"), partial(self._pin, column))
        pin.setEnabled(column.kind is not Kind.BASELINE)
        menu.addSeparator()
        places = comparison.columns
        here = places.index(column)
        left = menu.addAction(self.tr("Move &left"), partial(comparison.move, here, here - 1))
        right = menu.addAction(self.tr("Move ri&ght"), partial(comparison.move, here, here + 1))
        left.setEnabled(here > 0)
        right.setEnabled(here < len(places) - 1)
        out: QAction = menu.addAction(self.tr("&Take it out"), partial(self._remove, column))
        out.setEnabled(len(places) > 1)
        return menu

    def _copy(self, column: PlanColumn) -> None:
        try:
            self._comparison.add_copy(column)
        except ScenarioError as error:
            self.refused.emit(str(error))

    def _use(self, column: PlanColumn) -> None:
        """One step of undo in the window."""
        text = self.tr("Take over “{name}”").format(name=short(column.name))
        self._session.replace(column.scenario, text)

    def _pin(self, column: PlanColumn) -> None:
        self._session.pin_baseline(column.scenario)

    def _remove(self, column: PlanColumn) -> None:
        self._comparison.remove(column)
        said = self.tr("“{name}” was taken out; the menu Add brings it back.")
        self.told.emit(said.format(name=short(column.name)))
