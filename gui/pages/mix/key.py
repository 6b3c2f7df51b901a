"""What the colours and signs of the map of mixes mean: ramp, ends, hatch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.measures import percent
from gui.pages.mix.painting import colours, hatch, small_font
from gui.pages.mix.surface import COLOURS
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import PlainLabel

BAR_HEIGHT = 12.0
TICK = 4.0
STOPS = 16


class _Bar(QWidget):
    """The ramp from the lowest to the highest value, with the levels of the contours."""

    def __init__(self) -> None:
        super().__init__()
        self.palette_ = LIGHT
        self.picture: MixPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # from low to high

    def ends(self) -> tuple[str, str]:
        """What stands below the left and the right end."""
        picture = self.picture
        if picture is None:
            return "", ""
        if picture.low != picture.low:
            return self.tr("no value with any mix"), ""
        measure = picture.question.measure
        if picture.flat:
            said = self.tr("{value} with every mix").format(value=measure.words(picture.low))
            return said, ""
        low, high = measure.text(picture.low), measure.text(picture.high)
        if measure.lower_is_better:
            return self.tr("{value} · best").format(value=low), high
        return low, self.tr("{value} · best").format(value=high)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.picture
        if picture is None:
            return
        painter = QPainter(self)
        each_by_itself(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(HALF_PIXEL, HALF_PIXEL, self.width() - 1, BAR_HEIGHT)
        table = colours(picture.question.measure.lower_is_better)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for i in range(STOPS + 1):
            index = COLOURS // 2 if picture.flat else round(i / STOPS * (COLOURS - 1))
            gradient.setColorAt(i / STOPS, QColor(table[index]))
        if picture.low == picture.low:
            painter.fillRect(bar, gradient)
        painter.setPen(QPen(QColor(self.palette_.quiet), 1))
        painter.drawRect(bar)
        for level, _ in picture.contours:
            x = bar.left() + bar.width() * (level - picture.low) / (picture.high - picture.low)
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + TICK))
        painter.setFont(small_font(self.font()))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(self.palette_.text))
        low, high = self.ends()
        y = bar.bottom() + TICK + metrics.ascent() + 1
        painter.drawText(QPointF(0, y), low)
        painter.drawText(QPointF(self.width() - metrics.horizontalAdvance(high), y), high)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(240, round(BAR_HEIGHT + TICK + 18 * self.palette_.type_scale))


HALF_PIXEL = 0.5
HALF_A_TENTH = 0.05


class _Hatch(QWidget):
    """A swatch of the hatch."""

    def __init__(self) -> None:
        super().__init__()
        self.palette_ = LIGHT
        self.setFixedSize(26, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        each_by_itself(painter)
        area = QRectF(self.rect()).adjusted(HALF_PIXEL, HALF_PIXEL, -HALF_PIXEL, -HALF_PIXEL)
        painter.fillRect(area, QColor(colours(True)[COLOURS // 2]))
        painter.fillRect(area, hatch(self.devicePixelRatioF()))
        painter.setPen(QColor(self.palette_.quiet))
        painter.drawRect(area)
        painter.end()


class MixKey(QWidget):
    """The key below the triangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._title = PlainLabel()
        self._title.setWordWrap(True)
        self._swatch = _Hatch()
        self._hatched = PlainLabel()
        self._made = PlainLabel()
        for label in (self._hatched, self._made):
            label.setObjectName("caption")
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._swatch)
        row.addWidget(self._hatched, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._bar)
        layout.addLayout(row)
        layout.addWidget(self._made)
        self.setAccessibleName(self.tr("Key of the map"))

    def use_palette(self, palette: Palette) -> None:
        self._bar.palette_ = self._swatch.palette_ = palette
        self._bar.updateGeometry()
        self._bar.update()
        self._swatch.update()

    def show_picture(self, picture: MixPicture) -> None:
        self._bar.picture = picture
        self._bar.update()
        question = picture.question
        scenario, period, measure = question.scenario, question.period, question.measure
        self._title.setText(f"{measure.label_text} {measure.when(period, scenario)}")
        first, last = period.ends(scenario)
        months = self.tr("in {month}").format(month=first)
        if not period.month:
            months = self.tr("from {first} to {last} taken together").format(first=first, last=last)
        self._hatched.setText(self._hatched_words(picture, months))
        self._swatch.setVisible(bool(picture.hatched))
        if picture.draws:
            made = self.tr("{mixes} mixes, {draws} drawn worlds each")
        else:
            made = self.tr("{mixes} mixes, one plain run each")
        made = made.format(mixes=len(picture.values), draws=picture.draws)
        if not picture.settled:
            made = self.tr("{made}; finer to come").format(made=made)
        self._made.setText(f"{made}. {self.tr('Brighter is better.')}")
        self.setAccessibleDescription(self.text())

    def _hatched_words(self, picture: MixPicture, months: str) -> str:
        tolerance = picture.question.scenario.shortfall_tolerance
        if picture.hatched and picture.draws:
            text = self.tr(
                "Hatched: in the plain run over {share} of demand unserved {months}, or no value."
            )
        elif picture.hatched:
            text = self.tr("Hatched: over {share} of demand unserved {months}, or no value.")
        elif picture.draws:
            text = self.tr(
                "No mix is hatched: in the plain run all serve at least {share} of demand {months}."
            )
        else:
            text = self.tr("No mix is hatched: all serve at least {share} of demand {months}.")
        share = _short(tolerance if picture.hatched else 1 - tolerance)
        return text.format(share=share, months=months)

    def text(self) -> str:
        """All that the key says."""
        ends = f" {self.tr('to')} ".join(end for end in self._bar.ends() if end)
        return f"{self._title.text()}: {ends}. {self._hatched.text()} {self._made.text()}"


def _short(share: float) -> str:
    whole = abs(share * 100 - round(share * 100)) < HALF_A_TENTH
    return percent(0 if whole else 1, share)
