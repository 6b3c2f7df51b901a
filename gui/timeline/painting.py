"""How the timeline is painted: years, lanes, bars, and all of it in a strip when it is folded."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from engine.tables.parameter import MONTHS_PER_YEAR, month_number
from gui.timeline.bars import LaneBar
from gui.timeline.board import GAP, HANDLE, ROW, TEXT_END, TEXT_INSET, Board
from gui.timeline.lane_table import LANES
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, Palette

PALE, FULL = 0.13, 0.40  # how much of its colour a bar has, and its share
RADIUS = 2.5
MARK = 3.0  # pixels of full colour at a bar's beginning
LEAST_TEXT = 18.0  # pixels
YEAR_ROOM = 44.0  # a year's number is written where it has so much
STRIP_BAR = 3.0
PILL_PAD = 6.0
MOST_KEPT = 2000  # measured texts


@dataclass
class LaneInks:
    """Colours and letters of one palette, made once."""

    palette: Palette
    font: QFont
    bold: QFont
    metrics: QFontMetricsF
    texts: dict[tuple[str, int], str]
    widths: dict[str, float]
    colours: dict[tuple[str, float], QColor]

    @staticmethod
    def of(palette: Palette) -> LaneInks:
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(palette.tick_points)
        font.setFeature(QFont.Tag("tnum"), 1)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        return LaneInks(palette, font, bold, QFontMetricsF(font), {}, {}, {})

    def colour(self, role: str, part: float = 1.0) -> QColor:
        """A role's colour, laid over the ground as thinly as is asked."""
        found = self.colours.get((role, part))
        if found is None:
            found = QColor(self.palette.colour(role) if role else self.palette.quiet)
            found.setAlphaF(part)
            self.colours[role, part] = found
        return found

    def width(self, text: str) -> float:
        """How wide a text is written."""
        found = self.widths.get(text)
        if found is None:
            if len(self.widths) > MOST_KEPT:
                self.widths.clear()
            found = self.widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def fitted(self, text: str, width: float) -> str:
        """As much of a text as has room."""
        key = (text, int(width))
        found = self.texts.get(key)
        if found is None:
            if len(self.texts) > MOST_KEPT:
                self.texts.clear()
            found = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self.texts[key] = found
        return found


@dataclass(frozen=True)
class LaneMarks:
    """What of the timeline is marked: by month the chosen one; bars by lane and index."""

    month: int = 0
    current: tuple[str, int] | None = None
    focused: bool = False
    hovered: tuple[str, int] | None = None
    held: bool = False
    ghost: tuple[str, int] | None = None  # a month of a lane where one could be added
    pill: str = ""  # what the bar under the hand says


def paint(painter: QPainter, board: Board, inks: LaneInks, marks: LaneMarks) -> None:
    """All of the timeline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(inks.font)
    each_by_itself(painter)
    if board.folded:
        _strip(painter, board, inks)
        return
    _years(painter, board, inks)
    _month(painter, board, inks, marks.month)
    for number, lane in enumerate(LANES):
        box = board.lane_box(lane.key)
        _lane_name(painter, board, inks, lane.key, lane.title_text, box)
        if number:
            painter.setPen(QPen(QColor(inks.palette.grid), 1))
            y = round(box.top()) + 0.5
            painter.drawLine(QLineF(0, y, board.right, y))
        if not board.bars[lane.key]:
            _invitation(painter, board, inks, lane.invitation_text, box)
        if marks.ghost is not None and marks.ghost[0] == lane.key:
            _ghost(painter, board, inks, marks.ghost[1], box)
        rooms = _rooms(board, inks, lane.key)
        for bar, place in board.shown(lane.key):
            before = board.before_box(bar, place)
            if before is not None:
                _before(painter, inks, before)
        for bar, place in board.shown(lane.key):
            key = (bar.lane, bar.index)
            current = key == marks.current
            marked = current or key == marks.hovered
            handle = board.handle(bar, place) if marked else None
            _bar(painter, inks, bar, place)
            end = place.right() if handle is None else handle.x() - HANDLE
            _label(painter, inks, bar.title, place, end, rooms[bar.index])
            if marked:
                _outline(painter, inks, place, marks.focused and current)
                _grips(painter, inks, bar, place, board)
                if handle is not None:
                    _handle(painter, inks, handle, held=marks.held and current)
    if marks.pill and marks.current is not None:
        _pill(painter, board, inks, marks)


def _rooms(board: Board, inks: LaneInks, lane: str) -> dict[int, tuple[float, float]]:
    """From where to where each bar's words may run: to the others of its row, and their words."""
    found: dict[int, tuple[float, float]] = {}
    rows: dict[int, list[tuple[LaneBar, QRectF]]] = {}
    for bar, box in sorted(board.shown(lane), key=lambda shown: shown[1].left()):
        rows.setdefault(board.stacks[lane].rows[bar.index], []).append((bar, box))
    for row in rows.values():
        left = board.left
        ends = [box.left() for _, box in row[1:]] + [board.right]
        for (bar, box), right in zip(row, ends, strict=True):
            found[bar.index] = left, right
            wide = inks.width(bar.title)
            behind = not _fits(wide, box) and wide <= right - box.right() - 2 * TEXT_END
            left = box.right() + (wide + 2 * TEXT_END if behind else 0.0)
    return found


def _fits(wide: float, box: QRectF) -> bool:
    return wide <= box.width() - TEXT_INSET - TEXT_END


def _years(painter: QPainter, board: Board, inks: LaneInks) -> None:
    assert board.scenario is not None
    start = month_number(board.scenario.start)
    months = [m for m in range(board.horizon) if (start + m) % MONTHS_PER_YEAR == 0]
    each = board.month_width * MONTHS_PER_YEAR
    apart = max(1, -(-int(YEAR_ROOM * board.scale) // max(int(each), 1)))
    painter.setPen(QPen(QColor(inks.palette.grid), 1))
    bottom = board.lane_box(LANES[-1].key).bottom()
    lines = [
        QLineF(round(board.x_of(m)) + 0.5, board.header - 3, round(board.x_of(m)) + 0.5, bottom)
        for m in months
    ]
    painter.drawLines(lines)
    painter.setPen(QColor(inks.palette.quiet))
    for month in months[::apart]:
        if board.x_of(month) < board.named:
            continue
        room = QRectF(board.x_of(month) + 3, 0, each * apart, board.header - 1)
        text = str((start + month) // MONTHS_PER_YEAR)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _lane_name(
    painter: QPainter, board: Board, inks: LaneInks, key: str, title: str, box: QRectF
) -> None:
    painter.setPen(QColor(inks.palette.quiet))
    row = QRectF(0, box.top() + GAP * board.scale, board.left - 4, ROW * board.scale)
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(row, align, inks.fitted(title, row.width()))
    hidden = len(board.stacks[key].hidden)
    if hidden:
        painter.setFont(inks.bold)
        painter.setPen(QColor(inks.palette.text))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(hidden_box(board, key), align, f"+{hidden}")
        painter.setFont(inks.font)


def hidden_box(board: Board, key: str) -> QRectF:
    """Where it stands how many bars of a lane are hidden: beside its last row."""
    box = board.lane_box(key)
    height = ROW * board.scale
    wide = board.left / 2
    return QRectF(board.left - wide - 6, box.bottom() - height - GAP, wide, height)


def _invitation(painter: QPainter, board: Board, inks: LaneInks, text: str, box: QRectF) -> None:
    painter.setPen(QColor(inks.palette.quiet))
    room = QRectF(board.left + 6, box.top(), board.right - board.left - 12, box.height())
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, align, inks.fitted(text, room.width()))


def _ghost(painter: QPainter, board: Board, inks: LaneInks, month: int, box: QRectF) -> None:
    pen = QPen(QColor(inks.palette.quiet), 1, Qt.PenStyle.DotLine)
    x = round(board.x_of(month)) + 0.5
    painter.setPen(pen)
    painter.drawLine(QLineF(x, box.top() + 2, x, box.bottom() - 2))


def _bar(painter: QPainter, inks: LaneInks, bar: LaneBar, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.colour(bar.role, PALE))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    full = QRectF(box)
    if bar.share is not None:
        full.setTop(box.bottom() - bar.share * box.height())
    painter.setBrush(inks.colour(bar.role, FULL - PALE))
    painter.drawRoundedRect(full, RADIUS, RADIUS)
    painter.setBrush(inks.colour(bar.role))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), MARK, box.height()), 1, 1)


def _before(painter: QPainter, inks: LaneInks, box: QRectF) -> None:
    """Where the baseline has it."""
    painter.setPen(QPen(QColor(inks.palette.quiet), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _label(
    painter: QPainter,
    inks: LaneInks,
    title: str,
    box: QRectF,
    end: float,
    beside: tuple[float, float],
) -> None:
    """In the bar where it fits, else behind it or before it; or what fits in."""
    within = end - box.left() - TEXT_INSET - TEXT_END
    wide, (left, right) = inks.width(title), beside
    room = QRectF(box.left() + TEXT_INSET, box.top(), within, box.height())
    if not _fits(wide, box) and wide <= right - box.right() - 2 * TEXT_END:
        room = QRectF(box.right() + TEXT_END, box.top(), wide + TEXT_END, box.height())
    elif not _fits(wide, box) and wide <= box.left() - left - 2 * TEXT_END:
        room = QRectF(box.left() - TEXT_END - wide, box.top(), wide + TEXT_END, box.height())
    elif within < LEAST_TEXT:
        return
    painter.setPen(QColor(inks.palette.text))
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, align, inks.fitted(title, room.width()))


def _outline(painter: QPainter, inks: LaneInks, box: QRectF, focused: bool) -> None:
    colour = QColor(inks.palette.accent if focused else inks.palette.text)
    painter.setPen(QPen(colour, 2 if focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = 0.0 if focused else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _grips(painter: QPainter, inks: LaneInks, bar: LaneBar, box: QRectF, board: Board) -> None:
    """A short line at each end that can be dragged."""
    painter.setPen(QPen(QColor(inks.palette.text), 1.5))
    middle, half = box.center().y(), box.height() / 5
    ends = []
    if not bar.fixed and bar.first >= 0 and box.width() > 16:
        ends.append(box.left() + MARK + 2.5)
    if bar.last <= board.horizon:
        ends.append(box.right() - 3.5)
    painter.drawLines([QLineF(x, middle - half, x, middle + half) for x in ends])


def _handle(painter: QPainter, inks: LaneInks, at: QPointF, *, held: bool) -> None:
    ink = QColor(inks.palette.text)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if held else QColor(inks.palette.ground))
    painter.drawEllipse(at, HANDLE - 0.5, HANDLE - 0.5)


def _month(painter: QPainter, board: Board, inks: LaneInks, month: int) -> None:
    """The month of the figures, as on the charts."""
    x = round(board.x_of(month + 0.5)) + 0.5
    painter.setPen(QPen(QColor(inks.palette.quiet), 1))
    bottom = board.lane_box(LANES[-1].key).bottom()
    painter.drawLine(QLineF(x, board.header - 3, x, bottom))


def _pill(painter: QPainter, board: Board, inks: LaneInks, marks: LaneMarks) -> None:
    """What the bar under the hand says, in the row of the years over it."""
    assert marks.current is not None
    lane, index = marks.current
    if index >= len(board.bars[lane]):
        return
    wide = inks.width(marks.pill) + 2 * PILL_PAD
    at = board.x_of(max(board.bars[lane][index].first, 0))
    at = min(at, board.right - wide)
    box = QRectF(at, 0.5, wide, board.header - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(inks.palette.text))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(QColor(inks.palette.ground))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, marks.pill)


def _strip(painter: QPainter, board: Board, inks: LaneInks) -> None:
    """Every lane a line of small bars: that something is there, and when."""
    painter.setPen(Qt.PenStyle.NoPen)
    room = board.strip / len(LANES)
    for number, lane in enumerate(LANES):
        y = room * number + (room - STRIP_BAR) / 2
        for bar in board.bars[lane.key]:
            if bar.first < board.horizon and bar.last > 0:
                begins = board.x_of(max(bar.first, 0))
                ends = board.x_of(min(bar.last, board.horizon))
                painter.setBrush(inks.colour(bar.role, 0.75))
                painter.drawRect(QRectF(begins, y, max(ends - begins - 1, 1.5), STRIP_BAR))


def frame(painter: QPainter, inks: LaneInks, box: QRectF) -> None:
    """Around what has the keys where no bar has them."""
    painter.setPen(QPen(QColor(inks.palette.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
