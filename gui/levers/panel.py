"""The lever panel: search, headline levers first, then a folding group for each group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Scenario
from engine.parameter import Parameter
from gui.levers.rows import LeverRow, make_row
from gui.levers.texts import matches
from gui.session import Session

WIDTH = 340


class Group(QWidget):
    """A heading that folds its rows away; rows are made when they are first wanted."""

    def __init__(
        self, title: str, rows: Sequence[Parameter], session: Session, *, folds: bool
    ) -> None:
        super().__init__()
        self.parameters = rows
        self.rows: dict[str, LeverRow] = {}
        self._session = session
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.header = QToolButton()
        self.header.setObjectName("groupHeader")
        self.header.setText(title.replace("&", "&&"))
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setCheckable(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setArrowType(Qt.ArrowType.RightArrow)
        self.header.toggled.connect(self._fold)
        self.header.setVisible(folds)
        self._layout.addWidget(self.header)
        if not folds:
            self.header.setChecked(True)

    def make_rows(self) -> None:
        """Make the rows that are not there yet."""
        if self.rows:
            return
        for parameter in self.parameters:
            row = make_row(parameter, self._session)
            self.rows[parameter.key] = row
            self._layout.addWidget(row)
            row.show_scenario(self._session.scenario)

    def _fold(self, open_: bool) -> None:
        self.header.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        if open_:
            self.make_rows()
        for row in self.rows.values():
            row.setVisible(open_)

    def search(self, words: Sequence[str]) -> int:
        """Show only the rows that have all words; how many those are."""
        found = [p.key for p in self.parameters if matches(p, words)]
        if found:
            self.make_rows()
        for key, row in self.rows.items():
            row.setVisible(key in found)
        self.header.setArrowType(Qt.ArrowType.DownArrow)
        self.setVisible(bool(found))
        return len(found)

    def end_search(self) -> None:
        self.show()
        self._fold(self.header.isChecked())

    def show_scenario(self, scenario: Scenario) -> None:
        for row in self.rows.values():
            row.show_scenario(scenario)


class LeverPanel(QFrame):
    """Every parameter of the table, as levers on the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levers")
        self.setFixedWidth(WIDTH)
        self._session = session
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search levers")
        self.search.setAccessibleName("Search levers")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        headline = [p for p in PARAMETERS if p.role == "headline"]
        self.groups = [Group("", headline, session, folds=False)]
        for title in dict.fromkeys(p.group for p in PARAMETERS):
            rows = [p for p in PARAMETERS if p.group == title and p.role != "headline"]
            self.groups.append(Group(title, rows, session, folds=True))
        inside = QWidget()
        inside.setObjectName("leverList")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 12)
        stack.setSpacing(0)
        for group in self.groups:
            stack.addWidget(group)
        stack.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        framed = QVBoxLayout()
        framed.setContentsMargins(12, 0, 12, 0)
        framed.addWidget(self.search)
        layout.addLayout(framed)
        layout.addWidget(self._scroll, 1)
        session.scenario_changed.connect(self.show_scenario)

    def show_scenario(self, scenario: Scenario) -> None:
        for group in self.groups:
            group.show_scenario(scenario)

    def row(self, key: str) -> LeverRow:
        """The row of a parameter, made if need be. Raises KeyError."""
        for group in self.groups:
            if any(p.key == key for p in group.parameters):
                group.make_rows()
                return group.rows[key]
        raise KeyError(key)

    def show_lever(self, key: str) -> None:
        """Unfold, scroll to and focus the lever of a parameter. Raises KeyError."""
        self.search.clear()
        row = self.row(key)
        for group in self.groups:
            if key in group.rows:
                group.header.setChecked(True)
        self._scroll.ensureWidgetVisible(row)
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self) -> None:
        """Let the first lever have the keys, so that an arrow moves it at once."""
        first = next(iter(self.groups[0].rows.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, text: str) -> None:
        words = text.lower().split()
        for group in self.groups:
            if words:
                group.search(words)
            else:
                group.end_search()
