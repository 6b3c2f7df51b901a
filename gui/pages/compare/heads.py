"""The headings of the table of plans: names under their lines, and the rows' names."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from gui.document.comparison import PlanColumn, PlanSet
from gui.pages.compare.colours import paint_sample
from gui.pages.compare.model import HEADING, CompareModel
from gui.widgets.directions import each_by_itself, mirrored
from gui.widgets.palette import LIGHT, Palette

INSET, GAP = 8, 6  # pixels beside a text, and around a sample of a line
SAMPLE = 26  # pixels of a line in a heading
COLUMN_WIDTH, LEAST_WIDTH, MOST_WIDTH = 168, 110, 280
LABELS_WIDTH = 290  # of the rows' names; longer ones are cut
SMALL = 0.86  # of the letters, on a second line
MARK = "●"


class PlanHeader(QHeaderView):
    """The name of each plan under a stretch of its line; dragged, it takes its column along."""

    def __init__(self, comparison: PlanSet, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._comparison = comparison
        self._palette = LIGHT
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultSectionSize(COLUMN_WIDTH)
        self.setMinimumSectionSize(LEAST_WIDTH)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.viewport().update()

    def sizeHint(self) -> QSize:
        high = self.fontMetrics().height()
        return QSize(super().sizeHint().width(), 2 * high + 3 * GAP)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        model = cast(CompareModel, self.model())
        if logicalIndex >= len(model.columns):
            return
        column, palette = model.columns[logicalIndex], self._palette
        painter.save()
        painter.fillRect(rect, QColor(palette.panel))
        inner = rect.adjusted(INSET, GAP, -INSET, -GAP)
        high = self.fontMetrics().height()
        sample = QRectF(inner.left(), inner.top(), SAMPLE, high)
        paint_sample(painter, sample, column, palette)
        right = inner.left() + SAMPLE + GAP
        painter.setPen(QColor(palette.quiet))
        about = self.about(column)
        first = QRect(right, inner.top(), inner.right() - right, high)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * SMALL)
        painter.setFont(small)
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, about)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(palette.text))
        name = f"{column.name} {MARK}" if column.modified else column.name
        second = QRect(inner.left(), inner.top() + high + GAP // 2, inner.width(), high)
        cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setPen(QColor(palette.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    @Slot(object)
    def rename(self, column: PlanColumn) -> None:
        """Let the plan's name be typed where it stands; an empty one gives it its own again."""
        model = cast(CompareModel, self.model())
        place = model.columns.index(column)
        field = QLineEdit(column.name, self.viewport())
        field.setAccessibleName(self.tr("Name of the plan"))
        left = self.sectionViewportPosition(place)
        field.setGeometry(left, 0, self.sectionSize(place), self.height())
        field.selectAll()

        def done() -> None:
            if not field.isHidden():
                field.hide()
                column.name = field.text().strip() or column.scenario.name
                field.deleteLater()
                self.viewport().update()

        field.editingFinished.connect(done)
        field.show()
        field.setFocus()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        model = cast(CompareModel, self.model())
        place = self.logicalIndexAt(event.position().toPoint())
        if 0 <= place < len(model.columns):
            self.rename(model.columns[place])

    def about(self, column: PlanColumn) -> str:
        """Whose it is, in a word or two."""
        words = []
        kind = column.kind.value
        if kind != "own":
            words.append(self.tr("in the window") if kind == "current" else self.tr("baseline"))
        if column is self._comparison.against:
            words.append(self.tr("reference"))
        return " · ".join(words)


class RowHeader(QHeaderView):
    """The rows' names, which stay in sight; a click sorts the plans by the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._palette = LIGHT
        self._wide = LABELS_WIDTH
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        below = self.viewport().rect()
        below.setTop(self.length() - self.offset())
        if below.isValid():  # of the colour that the table has beside it
            QPainter(self.viewport()).fillRect(below, QColor(self._palette.ground))

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def use_room(self, spare: int) -> None:
        """Be wider by what the longest name lacks, where the plans leave `spare` pixels."""
        wide = LABELS_WIDTH + max(min(self._wanted() - LABELS_WIDTH, spare), 0)
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()
            self.geometriesChanged.emit()  # the table has it laid out anew

    def _wanted(self) -> int:
        model, metrics, most = self.model(), self.fontMetrics(), 0
        for place in range(self.count()):
            if not model.headerData(place, self.orientation(), HEADING):
                text, _, unit = str(model.headerData(place, self.orientation())).partition(" [")
                beside = metrics.horizontalAdvance(unit) + GAP if unit else 0
                most = max(most, metrics.horizontalAdvance(text) + beside)
        return most + INSET + GAP + 1

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        model, palette = cast(CompareModel, self.model()), self._palette
        heading = bool(model.headerData(logicalIndex, self.orientation(), HEADING))
        text, _, unit = str(model.headerData(logicalIndex, self.orientation())).partition(" [")
        painter.save()
        painter.fillRect(rect, QColor(palette.panel if heading else palette.ground))
        font = QFont(self.font())
        if heading:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        inner = rect.adjusted(INSET, 0, -GAP, 0)
        metrics, side = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        unit = unit.removesuffix("]")
        wide = metrics.horizontalAdvance(unit)
        room = inner.width() - (wide + GAP if unit else 0)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        each_by_itself(painter)
        painter.drawText(inner, mirrored(Qt.AlignmentFlag.AlignLeft) | side, cut)
        painter.setPen(QColor(palette.quiet))
        painter.drawText(inner, mirrored(Qt.AlignmentFlag.AlignRight) | side, unit)
        painter.restore()
