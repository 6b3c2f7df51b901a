"""A heading of the lever panel with the levers below it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessibleActionInterface,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine import Scenario
from engine.tables.parameter import Parameter
from gui.document.session import Session
from gui.levers.row import LeverRow
from gui.levers.rows import make_row
from gui.widgets.plain import without_keys
from gui.widgets.spoken import Role, Spoken, tell_open
from gui.words.value_texts import unit_text

ARROW = 9.0  # pixels
DOWN = ((0.0, 2.0), (9.0, 2.0), (4.5, 7.0))
ON_TO_THE_LEFT = ((7.0, 0.0), (7.0, 9.0), (2.0, 4.5))


def arrow(of: QWidget, corners: Sequence[tuple[float, float]]) -> QIcon:
    """A triangle in the colour of a widget's text."""
    ratio = of.devicePixelRatioF()
    drawn = QPixmap(round(ARROW * ratio), round(ARROW * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(of.palette().color(QPalette.ColorRole.WindowText))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.end()
    return QIcon(drawn)


class GroupHeader(Spoken, QToolButton):
    """Says whether the levers below it are to be seen."""

    spoken_role = Role.Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(lambda: tell_open(self))

    def point(self, down: bool) -> None:
        """Down where it is open, else on to what people read next."""
        if not self.isRightToLeft():
            self.setArrowType(Qt.ArrowType.DownArrow if down else Qt.ArrowType.RightArrow)
            return
        # Qt leaves an arrow at the left, whichever side the text is on; a picture goes with it
        self.setArrowType(Qt.ArrowType.NoArrow)
        self.setIcon(arrow(self, DOWN if down else ON_TO_THE_LEFT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        redrawn = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange)
        if redrawn and self.isRightToLeft():
            self.point(self.isChecked())

    def spoken_open(self) -> bool:
        return self.isChecked()

    def spoken_acts(self) -> Mapping[str, Callable[[], object]]:
        return {QAccessibleActionInterface.pressAction(): self.click}


class Group(QWidget):
    """A heading that folds its rows away; rows are made when they are first wanted."""

    rows_changed = Signal()  # which rows are to be seen
    lock_changed = Signal(str, bool)
    map_wanted = Signal()
    menu_wanted = Signal(str, QPoint)
    lever_wanted = Signal(str)  # another, that one of them needs

    def __init__(
        self, title: str, rows: Sequence[Parameter], session: Session, *, folds: bool
    ) -> None:
        super().__init__()
        self.parameters = tuple(rows)
        self.folds = folds
        self.rows: dict[str, LeverRow] = {}
        self._session = session
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.header = GroupHeader()
        self.header.setObjectName("groupHeader")
        self.header.setText(without_keys(title))
        self.header.setAccessibleName(title)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setCheckable(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.point(False)
        self.header.toggled.connect(self._fold)
        self._layout.addWidget(self.header)
        self.header.setVisible(folds)  # in its place: alone it would be a window
        if not folds:
            self.header.setChecked(True)

    def make_rows(self, keys: Collection[str] | None = None) -> None:
        """Make the rows that are not there yet, all or those of some parameters."""
        place = 1  # after the header
        for parameter in self.parameters:
            if parameter.key not in self.rows:
                if keys is not None and parameter.key not in keys:
                    continue
                row = make_row(parameter, self._session)
                row.lock_changed.connect(self.lock_changed)
                row.map_wanted.connect(self.map_wanted)
                row.menu_wanted.connect(self.menu_wanted)
                row.tracks_changed.connect(self.rows_changed)
                row.needs.lever_wanted.connect(self.lever_wanted)
                self.rows[parameter.key] = row
                self._layout.insertWidget(place, row)
                row.setVisible(self.header.isChecked())
                row.show_scenario(self._session.scenario)
            place += 1

    def remake_rows(self) -> None:
        """Make those rows anew that are read in another unit now; locks stay."""
        stale = {k: row for k, row in self.rows.items() if row.unit.text() != unit_text(row.row)}
        for key, row in stale.items():
            del self.rows[key]
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.make_rows(stale)
        for key, row in stale.items():
            self.rows[key].lock.setChecked(row.locked)

    def in_order(self) -> Iterator[LeverRow]:
        """The rows that are made, from top to bottom."""
        return (self.rows[p.key] for p in self.parameters if p.key in self.rows)

    def _fold(self, open_: bool) -> None:
        self.header.point(open_)
        if open_:
            self.make_rows()
        for row in self.rows.values():
            row.setVisible(open_)
        self.rows_changed.emit()

    def show_only(self, keys: Collection[str], words: Sequence[str]) -> bool:
        """Show just these parameters, with words of a search marked; whether there are any."""
        found = [p.key for p in self.parameters if p.key in keys]
        self.make_rows(found)
        for key, row in self.rows.items():
            row.setVisible(key in found)
            row.highlight(words if key in found else ())
        self.header.point(True)
        self.setVisible(bool(found))
        return bool(found)

    def show_all(self) -> None:
        """End a search: as folded as it was before."""
        self.show()
        for row in self.rows.values():
            row.highlight(())
        self._fold(self.header.isChecked())

    def show_scenario(self, scenario: Scenario, keys: Set[str] | None = None) -> None:
        """Show it in all rows, or in those of some parameters and what hangs on them."""
        for key, row in self.rows.items():
            if keys is None or key in keys or not row.hangs_on.isdisjoint(keys):
                row.show_scenario(scenario)
