"""The chip mix of three families as a puck in a triangle, over a live map of a measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.tables.catalogue import family_label, short_family_label
from gui.pages.mix.labels import Label, around, chosen, labels
from gui.pages.mix.labels import paint as paint_labels
from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.measures import percent
from gui.pages.mix.painting import (
    PUCK,
    RING,
    Geometry,
    MapPainter,
    paint_line,
    paint_puck,
    small_font,
    ticks,
)
from gui.pages.mix.spoken_mix import SpokenMix
from gui.pages.mix.words import mix_words
from gui.widgets.directions import each_by_itself
from gui.widgets.focus_ring import shows_focus
from gui.widgets.help_request import ABOUT_LEVER
from gui.widgets.palette import LIGHT, Palette, family_role
from gui.widgets.slider_scale import nearest_shares, share_out
from gui.widgets.spoken import tell_value

CORNERS = 3
POINT = 0.01  # what an arrow key moves: one percentage point
COARSE, FINE = 10.0, 0.1  # with Shift, with Ctrl
REACH = 16.0  # pixels outside the triangle where a press still counts
SAME_GESTURE_SECONDS = 0.4  # key presses closer than this are one step of undo
SIDE_MARGIN, TOP_MARGIN, BELOW = 44.0, 57.0, 58.0
GAP = 6.0  # between the names of two corners
HALF = 0.5


class MixTriangle(SpokenMix, QWidget):
    """Shows a mix and asks for another one; the map below it does not move with the puck.

    Keys: Up and Down give to the first family, or take from it, in proportion to the others;
    Right and Left move from the second family to the third and back. One point each, ten
    with Shift, a tenth with Ctrl. Home is the default. Esc takes a drag back.
    """

    wanted = Signal(object, bool)  # the shares asked for, and whether a new gesture begins
    hovered = Signal(str)  # mix and value under the pointer; nothing when it leaves

    def __init__(self, families: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.families = tuple(families)
        self.default: dict[str, float] | None = None
        self.locked: frozenset[str] = frozenset()
        self.picture: MixPicture | None = None
        self._palette = LIGHT
        self._shares: dict[str, float] = dict.fromkeys(self.families, 1 / CORNERS)
        self._baseline: dict[str, float] | None = None
        self._before_drag: dict[str, float] | None = None
        self._grip = QPointF()
        self._moved = False
        self._last_key = 0.0
        self._pointer: QPointF | None = None
        self._ground: QPixmap | None = None
        self._labels: tuple[Label, ...] = ()  # on the ground, but out of the puck's way
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("paintsItsFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(256, 280)
        self.setAccessibleName(self.tr("Chip mix triangle"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # what it says is of its corners
        self.setProperty(ABOUT_LEVER, "mix")

    # What is shown

    def show_shares(self, shares: Mapping[str, float]) -> None:
        if dict(shares) != self._shares:
            self._shares = self._in_order(shares)
            tell_value(self)
            self.update()

    def _in_order(self, shares: Mapping[str, float]) -> dict[str, float]:
        """As the corners are; a file may name its families in another order."""
        return {family: shares[family] for family in self.families}

    def show_baseline(self, shares: Mapping[str, float] | None) -> None:
        """The mix that is compared with, as a ring; None where it is the same."""
        self._baseline = None if shares is None else self._in_order(shares)
        self.update()

    def show_picture(self, picture: MixPicture | None) -> None:
        self.picture = picture
        self._ground = None
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._ground = None
        self.update()

    def lock(self, families: frozenset[str]) -> None:
        """Shares that keep their value whatever moves."""
        self.locked = families
        self.update()

    @property
    def geometry_(self) -> Geometry:
        scale = self._palette.type_scale
        margins = (SIDE_MARGIN * scale, TOP_MARGIN * scale, SIDE_MARGIN * scale, BELOW * scale)
        return Geometry.fitting(self.size(), margins)

    @property
    def puck(self) -> QPointF:
        """Where the puck stands, in the widget's own pixels."""
        return self.geometry_.point(self._shares.values())

    @property
    def dragging(self) -> bool:
        return self._before_drag is not None

    def hover_text(self) -> str:
        """Mix and value under the pointer."""
        if self._pointer is None or self.geometry_.distance(self._pointer) > 0:
            return ""
        shares = self.geometry_.shares(self._pointer)
        return mix_words(self.families, shares) + self._reading(shares, "\n")

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton and self.dragging:
            self._cancel()
            return
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self.geometry_.distance(at) > REACH:
            event.ignore()
            return
        offset = self.puck - at
        near = offset.x() ** 2 + offset.y() ** 2 <= PUCK**2
        self._grip = offset if near else QPointF()  # taken by its edge, the puck doesn't jump
        self._before_drag = dict(self._shares)
        self._moved = False
        if not near:
            self._drag(at)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self.dragging:
            self._drag(event.position())
        else:
            inside = self.geometry_.distance(event.position()) <= REACH
            shape = Qt.CursorShape.CrossCursor if inside else Qt.CursorShape.ArrowCursor
            if self.cursor().shape() != shape:
                self.setCursor(shape)
        self.hovered.emit(self.hover_text())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._before_drag = None
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.hovered.emit("")
        self.update()

    def _drag(self, at: QPointF) -> None:
        under = dict(zip(self.families, self.geometry_.shares(at + self._grip), strict=True))
        self._ask(nearest_shares(under, self._shares, self.locked), new=not self._moved)

    def _cancel(self) -> None:
        before, self._before_drag = self._before_drag, None
        if before is not None and self._moved:
            self._ask(before, new=False)
        self.update()

    def _ask(self, shares: dict[str, float], *, new: bool) -> None:
        if shares != self._shares:
            self._moved = True
            self.wanted.emit(shares, new)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shares = self._after(event)
        if event.key() == Qt.Key.Key_Escape and self.dragging:
            self._cancel()
        elif shares is None or self.dragging:
            super().keyPressEvent(event)
        else:
            now = monotonic()
            self._ask(shares, new=now - self._last_key > SAME_GESTURE_SECONDS)
            self._last_key = now

    def _after(self, event: QKeyEvent) -> dict[str, float] | None:
        """The mix after a key; None where it is none of ours."""
        step = POINT
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step *= COARSE
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step *= FINE
        first, second, third = self.families
        match event.key():
            case Qt.Key.Key_Up:
                return self._given(first, step, ())
            case Qt.Key.Key_Down:
                return self._given(first, -step, ())
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                step = step if event.key() == Qt.Key.Key_Right else -step
                if third in self.locked:
                    return self._given(second, -step, ())
                return self._given(third, step, () if second in self.locked else (first,))
            case Qt.Key.Key_Home if self.default is not None:
                return nearest_shares(self.default, self._shares, self.locked)
        return None

    def give(self, family: str, share: float) -> None:
        self._ask(share_out(self._shares, family, share, self.locked), new=True)

    def _given(self, family: str, step: float, kept: tuple[str, ...]) -> dict[str, float]:
        locked = self.locked.union(kept)
        return share_out(self._shares, family, self._shares[family] + step, locked)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._paint_ground(ratio)
            picture = self.picture
            self._labels = labels(picture, self.geometry_, self.font()) if picture else ()
        painter = QPainter(self)
        each_by_itself(painter)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_labels(painter, self.labels_shown(), self._palette)
        painter.setFont(self.font())
        self._paint_corner_labels(painter)
        self._paint_locks(painter)
        if self._baseline is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            at = self.geometry_.point(self._baseline.values())
            for colour, width in ((self._palette.ground, 4), (self._palette.text, 1.5)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(at, PUCK - 1, PUCK - 1)
        if self.dragging:
            self._paint_guides(painter)
        paint_puck(painter, self._palette, self.puck, focused=shows_focus(self))
        self._paint_hover(painter)
        painter.end()

    def labels_shown(self) -> list[tuple[Label, QPointF]]:
        """What is written on the map, and where: clear of the puck and of the baseline's ring."""
        taken = [around(self.puck, PUCK + RING)]
        if self._baseline is not None:
            taken.append(around(self.geometry_.point(self._baseline.values()), PUCK))
        metrics = QFontMetricsF(small_font(self.font()))
        taken += [tick.room for tick in ticks(self.geometry_, metrics)]
        return chosen(self._labels, taken)

    def _paint_ground(self, ratio: float) -> QPixmap:
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        each_by_itself(painter)
        painter.setFont(self.font())
        MapPainter(painter, self.geometry_, self._palette, self.families).paint(self.picture, ratio)
        painter.end()
        return ground

    def _paint_corner_labels(self, painter: QPainter) -> None:
        """Each family's share now, and below it what it would give alone."""
        bold, small = small_font(self.font(), bold=True), small_font(self.font())
        bold.setPointSizeF(self.font().pointSizeF())
        high = QFontMetricsF(bold).height()
        for place, corner in enumerate(self.geometry_.corners.toList()):
            family = self.families[place]
            share = percent(2, self._shares[family])
            name = f"{self._fitted(family, share, QFontMetricsF(bold))} {share}"
            alone = [float(i == place) for i in range(CORNERS)]
            below = ""
            if self.picture is not None:
                measure = self.picture.question.measure
                value = measure.number(self.picture.value(tuple(alone)))
                below = self.tr("alone: {value}").format(value=value)
            wide = QFontMetricsF(bold).horizontalAdvance(name)
            under = QFontMetricsF(small).horizontalAdvance(below)
            y = corner.y() - 2.4 * high - PUCK * HALF if place == 0 else corner.y() + high + 12
            centre = corner.x()
            room = max(wide, under) * HALF + 2
            centre = min(max(centre, room), self.width() - room)
            painter.setFont(bold)
            painter.setPen(QColor(self._palette.text))
            painter.drawText(QPointF(centre - wide * HALF, y + high * 0.6), name)
            hue = QColor(self._palette.colour(family_role(family, place)))
            painter.fillRect(QRectF(centre - wide * HALF, y + high * 0.6 + 2, wide, 2), hue)
            painter.setFont(small)
            painter.setPen(QColor(self._palette.quiet))
            painter.drawText(QPointF(centre - under * HALF, y + high * 1.5 + 2), below)

    def _fitted(self, family: str, share: str, metrics: QFontMetricsF) -> str:
        """A family's name: its short one where two corners beside each other have little room."""
        room = self.width() * HALF - metrics.horizontalAdvance(f" {share}") - GAP
        name = family_label(family)
        if metrics.horizontalAdvance(name) > room:
            name = short_family_label(family)
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _paint_locks(self, painter: QPainter) -> None:
        """The line a locked share leaves to the puck."""
        if len(self.locked) != 1:
            return
        kept = next(iter(self.locked))
        share = self._shares[kept]
        ends = []
        for other in (f for f in self.families if f != kept):
            mix = dict.fromkeys(self.families, 0.0) | {kept: share, other: 1 - share}
            ends.append(self.geometry_.point(mix.values()))
        paint_line(painter, self._palette, ends[0], ends[1], Qt.PenStyle.DashLine)

    def _paint_guides(self, painter: QPainter) -> None:
        """From the puck to each family's scale along the edge."""
        first, second, third = self._shares.values()
        point = self.geometry_.point
        painter.setOpacity(0.7)
        for end in ((first, 1 - first, 0), (0, second, 1 - second), (1 - third, 0, third)):
            paint_line(painter, self._palette, self.puck, point(end), Qt.PenStyle.DotLine)
        painter.setOpacity(1.0)

    def _paint_hover(self, painter: QPainter) -> None:
        text = self.hover_text()
        if not text or self._pointer is None or self.dragging:
            return
        painter.setFont(small_font(self.font()))
        metrics = QFontMetricsF(painter.font())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        size = metrics.boundingRect(QRectF(0, 0, self.width(), self.height()), flags, text)
        box = QRectF(0, 0, size.width() + 14, size.height() + 8)
        right = self._pointer.x() + 14 + box.width() <= self.width()
        below = self._pointer.y() - 14 - box.height() < 0
        box.moveLeft(self._pointer.x() + 14 if right else self._pointer.x() - 14 - box.width())
        box.moveTop(self._pointer.y() + 14 if below else self._pointer.y() - 14 - box.height())
        painter.setPen(QPen(QColor(self._palette.quiet), 1))
        painter.setBrush(QColor(self._palette.ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._palette.text))
        painter.drawText(box.adjusted(7, 4, -7, -4), flags, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620, 320)  # and it grows into all there is
