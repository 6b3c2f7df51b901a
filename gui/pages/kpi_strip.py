"""The strip of figures above the charts, for one chosen month."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSizePolicy, QToolTip, QWidget

from engine import Result
from engine.problems import placed
from gui.pages.why.goal.tile_field import TileField, measure_of
from gui.widgets.combo import ComboBox
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, Palette
from gui.widgets.plain import tip
from gui.widgets.spoken import Role, Spoken
from gui.words.kpis import (
    DEFAULT_MONTH,
    FIGURES,
    KpiTile,
    kpis,
    month_index,
    month_words,
    on_strip,
)
from gui.words.story.odds import Worlds

# pixels of the strip: below the first the month stands elsewhere, below the second in two rows
NARROW, TWO_ROWS = 1000, 590
TWO_ROWS_COLUMNS = 4
NARROWEST = 75  # percent of a letter's width, before a text is cut
SIDE, NARROW_SIDE, EDGE = 12, 7, 4  # pixels beside a tile's text, and above it
BAR, BAR_GAP = 3.0, 4.0  # how thick a bar is, and the room beside it, in pixels
MEDIAN_STROKE, HALF_STROKE, DOT = 1.5, 4.0, 3.0
TEXT_SHARE = 0.55  # of the room, that the median takes beside the bar of its worlds
GAP, NARROW_GAP = 6, 2  # pixels between the tiles
LABEL, FIGURE, MEDIAN, PLACE, LAST = range(5)  # the lines of a tile
SMALL, LARGE = (8.5, QFont.Weight.Normal), (15.0, QFont.Weight.DemiBold)
LINES = (SMALL, LARGE, SMALL, SMALL, SMALL)  # points and weight of each
NOT_YET = (None, ("", QFont()))


def fitting(text: str, font: QFont, width: float) -> tuple[str, QFont]:
    """Text and font as they fit: letters made narrower, and the text cut where that won't do."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide <= width:
        return text, font
    narrow = QFont(font)
    narrow.setStretch(max(NARROWEST, int(QFont.Stretch.Unstretched.value * width / wide)))
    cut = QFontMetricsF(narrow).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
    return cut, narrow


def paint_worlds(
    painter: QPainter,
    ends: tuple[float, float],
    middle: float,
    kpi: KpiTile,
    colours: tuple[QColor, QColor],
) -> None:
    """The bar of a tile between two ends, in the colours of the plan and of its worlds."""
    plan, quiet = colours
    begin, end = ends
    worlds = kpi.worlds
    spread = (0.0, kpi.number) if worlds is None else (worlds.p5, worlds.p95)
    if kpi.number != kpi.number or (worlds is None and kpi.key != "risk"):
        return
    known = [*spread, kpi.number, *([] if kpi.claimed != kpi.claimed else [kpi.claimed])]
    low, high = (0.0, 1.0) if worlds is None else (min(known), max(known))

    def across(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return begin + share * (end - begin)

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if worlds is None:  # a chance, of all there is
        painter.setPen(QPen(quiet, 1.0))
        painter.drawLine(QPointF(begin, middle), QPointF(end, middle))
    painter.setPen(QPen(quiet, BAR, c=Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(across(spread[0]), middle), QPointF(across(spread[1]), middle))
    if worlds is not None:
        painter.setPen(QPen(quiet, MEDIAN_STROKE, c=Qt.PenCapStyle.FlatCap))
        x = across(worlds.p50)
        painter.drawLine(QPointF(x, middle - HALF_STROKE), QPointF(x, middle + HALF_STROKE))
    if kpi.claimed == kpi.claimed:
        painter.setPen(QPen(plan, 1.0))
        painter.drawPolygon(diamond(QPointF(across(kpi.claimed), middle), DOT))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plan)
    painter.drawEllipse(QPointF(across(kpi.number), middle), DOT, DOT)
    painter.restore()


def diamond(middle: QPointF, reach: float) -> QPolygonF:
    """The mark of a claim."""
    sides = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
    return QPolygonF([middle + QPointF(*side) for side in sides])


class Tile(Spoken, QWidget):
    """A label, the plan's figure, how it spreads over the worlds, where the plan stands, a detail.

    Painted, for it changes at every frame. The room of what comes with the worlds is kept free
    until they are there, and what is shown of them stays until there are newer ones.
    """

    target_wanted = Signal()  # a double click: for a value to be typed that it should have
    spoken_role = Role.StaticText

    def __init__(self, kpi: KpiTile) -> None:
        super().__init__()
        self.kpi = kpi
        self._side = SIDE
        self._written: list[tuple[object, tuple[str, QFont]]] = [NOT_YET] * len(LINES)
        self._fonts = [QFont(FONT_FAMILY, weight=weight) for _, weight in LINES]
        for font in self._fonts:
            font.setFeature(QFont.Tag("tnum"), 1)
        self.use_type_scale(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def use_type_scale(self, scale: float) -> None:
        """Letters of this size, 1 being the usual one."""
        for font, (points, _) in zip(self._fonts, LINES, strict=True):
            font.setPointSizeF(points * scale)
        self._metrics = [QFontMetricsF(font) for font in self._fonts]
        self._written = [NOT_YET] * len(LINES)
        self.updateGeometry()
        self.update()

    def show_kpi(self, kpi: KpiTile) -> None:
        if kpi != self.kpi or not self.accessibleName():
            self.kpi = kpi
            self.setAccessibleName(", ".join(self._facts))
            self.update()

    @property
    def _facts(self) -> list[str]:
        """All that the tile says, in words."""
        kpi = self.kpi
        found = [placed(kpi.label, kpi.value), kpi.detail, kpi.more, kpi.delta_words]
        if kpi.worlds is not None:
            spread = self.tr("median {median}, 5% to 95% of worlds {low} to {high}")
            low, high = (FIGURES[kpi.key](end) for end in (kpi.worlds.p5, kpi.worlds.p95))
            found.append(spread.format(median=kpi.median, low=low, high=high))
        return [fact for fact in (*found, kpi.places[0], kpi.claim_words) if fact]

    def spoken_description(self) -> str:
        return self.kpi.help

    def sizeHint(self) -> QSize:
        heights = [metrics.height() for metrics in self._metrics]
        return QSize(120, round(sum(heights)) + 10)

    def stand_off(self, side: int) -> None:
        """How far the text stands from the edge."""
        if side != self._side:
            self._side = side
            self.update()

    @property
    def _room(self) -> float:
        return float(self.width() - self._side - EDGE)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = "\n".join(self._facts) + f"\n\n{self.kpi.help}"
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.target_wanted.emit()

    @property
    def figure_place(self) -> QRect:
        """Where the figure stands."""
        top = round(EDGE + self._metrics[LABEL].height())
        height = round(self._metrics[FIGURE].height())
        left = 0 if self.isRightToLeft() else self._side - EDGE
        return QRect(left, top - 2, self.width() - self._side, height + EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.isRightToLeft()
        each_by_itself(painter)
        painter.setPen(self.palette().mid().color())
        edge = self.width() - 1 if mirrored else 0
        painter.drawLine(edge, 4, edge, self.height() - 4)
        y = float(EDGE)
        quiet, plain = self.palette().placeholderText(), self.palette().text()
        # what differs from the baseline takes the place of the detail, which the tip still has
        last = self.palette().highlight() if self.kpi.delta else quiet
        for place, brush in enumerate((quiet, plain, quiet, quiet, last)):
            metrics = self._metrics[place]
            painter.setPen(brush.color())
            text, font = self._line(place)
            painter.setFont(font)
            left = float(self._side)
            if mirrored:
                left = self.width() - left - QFontMetricsF(font).horizontalAdvance(text)
            painter.drawText(QPointF(left, y + metrics.ascent()), text)
            if place == MEDIAN:
                self._paint_worlds(painter, y + metrics.height() / 2)
            y += metrics.height()
        painter.end()

    def _paint_worlds(self, painter: QPainter, middle: float) -> None:
        """The bar: 5 to 95% of the worlds, a stroke at the median, a dot where the plan is."""
        text = TEXT_SHARE * self._room + BAR_GAP if self.kpi.median else BAR_GAP
        begin, end = self._side + text, self.width() - EDGE - BAR_GAP
        if self.isRightToLeft():
            begin, end = self.width() - end, self.width() - begin
        colours = self.palette().text().color(), self.palette().placeholderText().color()
        paint_worlds(painter, (begin, end), middle, self.kpi, colours)

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Of each line what may be written, the fullest first."""
        kpi = self.kpi
        median = self.tr("median {value}").format(value=kpi.median) if kpi.median else ""
        last = (kpi.delta,) if kpi.delta else kpi.claims or (kpi.detail,)
        label = kpi.label, kpi.short_label or kpi.label.partition(",")[0]  # the rest in the tip
        return label, (kpi.value,), (median, kpi.median), kpi.places, last

    def _line(self, place: int) -> tuple[str, QFont]:
        """A line as it is written: the fullest that fits, anew where it or its room changed."""
        texts = self.texts()[place]
        room = self._room * (TEXT_SHARE if place == MEDIAN else 1.0)
        key = (texts, room)
        if self._written[place][0] != key:
            found = [fitting(text, self._fonts[place], room) for text in texts]
            whole = (fit for fit, text in zip(found, texts, strict=True) if fit[0] == text)
            self._written[place] = key, next(whole, found[-1])
        return self._written[place][1]

    def cut_texts(self) -> list[str]:
        """What has no room on the tile, however short it is said and however narrow its letters."""
        said = (texts[-1] for texts in self.texts())
        read = [self._line(place)[0] for place in range(len(LINES))]
        return [
            text
            for text, line, texts in zip(said, read, self.texts(), strict=True)
            if line not in texts
        ]


class KpiStrip(QFrame):
    """The tiles, with the month they are for."""

    goal_wanted = Signal(object)  # a Goal that was typed into a tile
    month_changed = Signal(int)  # index of the chosen month
    narrowed = Signal()  # or widened: `narrow` says whether the month needs a place elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kpiStrip")
        self.month = DEFAULT_MONTH
        self.tiles: dict[str, Tile] = {}
        self._result: Result | None = None
        self._baseline: Result | None = None
        self._chances: tuple[float | None, float | None] = (None, None)
        self._worlds: Mapping[str, Worlds] | None = None
        self._reached: Mapping[str, float] | None = None
        self._months: tuple[str, ...] = ()
        self.month_box = ComboBox()
        self.month_box.setAccessibleName(self.tr("Month of the figures"))
        self.month_box.setMaxVisibleItems(24)
        # or the width would be measured over all months whenever there is one more
        self.month_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.month_box.setMinimumContentsLength(len(month_words(DEFAULT_MONTH)) - 2)
        self.month_box.currentIndexChanged.connect(self._choose)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(GAP)
        self.narrow = False
        self._two_rows = False
        self.take_month_back()
        self._type_scale = 1.0

    @property
    def index(self) -> int:
        return month_index(self._result, self.month) if self._result else 0

    def use_palette(self, palette: Palette) -> None:
        """Letters as large as the palette says; colours follow the style."""
        if palette.type_scale != self._type_scale:
            self._type_scale = palette.type_scale
            for tile in self.tiles.values():
                tile.use_type_scale(palette.type_scale)
            self._fit()

    def take_month_back(self) -> None:
        """Have the list of months before the tiles."""
        self._layout.addWidget(self.month_box, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.month_box.show()

    def show_result(
        self,
        result: Result,
        baseline: Result | None = None,
        chances: tuple[float | None, float | None] = (None, None),
        worlds: Mapping[str, Worlds] | None = None,
        reached: Mapping[str, float] | None = None,
    ) -> None:
        """Show `result` beside the `baseline`; `chances` of a shortfall are of either one.

        `worlds` of the chosen month and the chances that claims are `reached` are of the worlds
        drawn last.
        """
        self._worlds, self._reached = worlds, reached
        self._result = result
        self._baseline = baseline
        self._chances = chances
        if result.months != self._months:
            with QSignalBlocker(self.month_box):
                self._list_months(result.months)
                self.month_box.setCurrentIndex(self.index)
        self._show()

    def _list_months(self, months: tuple[str, ...]) -> None:
        """Offer `months`; those already there stay, for a horizon may be under the hand."""
        before, self._months = self._months, months
        if before[:1] != months[:1]:
            self.month_box.clear()
            before = ()
        for index in range(len(before) - 1, len(months) - 1, -1):
            self.month_box.removeItem(index)
        self.month_box.addItems([month_words(month) for month in months[len(before) :]])

    def choose_month(self, index: int) -> None:
        """Make the month at `index` the one the figures are for."""
        self.month_box.setCurrentIndex(min(max(index, 0), len(self._months) - 1))

    def _choose(self, index: int) -> None:
        self.month = self._months[index]
        self._show()
        self.month_changed.emit(index)

    def _show(self) -> None:
        if self._result is None:
            return
        drawn = *self._chances, self._worlds, self._reached
        for kpi in on_strip(kpis(self._result, self.index, self._baseline, *drawn)):
            if kpi.key not in self.tiles:
                self.tiles[kpi.key] = Tile(kpi)
                self.tiles[kpi.key].target_wanted.connect(partial(self.type_target, kpi.key))
                self.tiles[kpi.key].use_type_scale(self._type_scale)
                self._arrange()
            self.tiles[kpi.key].show_kpi(kpi)

    def type_target(self, key: str) -> None:
        """A field over a tile's figure, for what it should be."""
        if self._result is None:
            return
        tile, measure = self.tiles[key], measure_of(key, self._result.scenario.families)
        if measure is not None and tile.kpi.number == tile.kpi.number:
            field = TileField(tile, tile.figure_place, measure, tile.kpi.number)
            field.wanted.connect(self.goal_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() / self._type_scale
        two_rows = width < TWO_ROWS
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._arrange()
        if self.narrow != (width < NARROW):
            self.narrow = not self.narrow
            self._arrange()
            self.narrowed.emit()

    def _arrange(self) -> None:
        """All tiles in one row, or in two where the strip is very narrow."""
        columns = TWO_ROWS_COLUMNS if self._two_rows else len(self.tiles)
        self._layout.setHorizontalSpacing(NARROW_GAP if self.narrow else GAP)
        for place, tile in enumerate(self.tiles.values()):
            row, column = divmod(place, columns)
            self._layout.addWidget(tile, row, column + 1, 1 if self._two_rows else 2, 1)
            tile.stand_off(NARROW_SIDE if self.narrow else SIDE)
        for column in range(len(self.tiles)):
            self._layout.setColumnStretch(column + 1, int(column < columns))
