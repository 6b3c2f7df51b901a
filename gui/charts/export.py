"""Charts as pictures: drawn anew at the size asked for, in print colours, never photographed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from engine import Result
from engine.ensemble import Band
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.charts import specs
from gui.charts.axis import VALUE_AXIS_WIDTH
from gui.charts.chart_spec import ChartSpec, Curve
from gui.charts.palette import FONT_FAMILY, PRINT, Palette
from gui.charts.ribbon import paint_ribbon
from gui.charts.view import MARGINS, PlotView
from gui.kpis import kpis, month_index, month_words

SCALE = 2  # pixels for each logical pixel
CHART_SIZE = (900, 520)
OVERVIEW_SIZE = (1600, 1000)
DOTS_PER_METRE = 96 / 0.0254  # of a picture at scale 1
PAD = 16.0


class Renderer:
    """Draws specs into pictures with one hidden plot, which is kept: making them leaks."""

    def __init__(self, scale: int = SCALE, palette: Palette = PRINT) -> None:
        self._scale = scale
        self._palette = palette
        self._view = PlotView(palette=palette, scale=scale)
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.show()

    def close(self) -> None:
        self._view.plot.close()
        self._view.close()
        self._view.deleteLater()

    def chart(self, spec: ChartSpec, caption: str, size: tuple[int, int] = CHART_SIZE) -> QImage:
        """One chart with its title, legend and a caption below."""
        image, painter = self._begin(size)
        self.paint_chart(painter, QRectF(0, 0, size[0], size[1] - 24), spec)
        self._text(painter, QRectF(PAD, size[1] - 24, size[0] - 2 * PAD, 18), caption, 8, "quiet")
        return self._finish(image, painter)

    def overview(
        self,
        result: Result,
        month: str,
        choices: Mapping[str, str] | None = None,
        baseline: Result | None = None,
        bands: Mapping[str, Band] | None = None,
        size: tuple[int, int] = OVERVIEW_SIZE,
    ) -> QImage:
        """The whole Overview on one picture: figures, charts, ribbon."""
        width, height = size
        image, painter = self._begin(size)
        name = result.scenario.name
        self._text(painter, QRectF(PAD, 12, width - 2 * PAD, 30), name, 16, "text", bold=True)
        self._figures(painter, QRectF(PAD, 50, width - 2 * PAD, 62), result, month, baseline)
        charts = list(specs.overview(result, choices, baseline, bands).values())
        top, ribbon_height = 124.0, 24.0
        room = height - top - ribbon_height - 48
        for row, (members, share) in enumerate(((charts[:2], 0.53), (charts[2:], 0.47))):
            y = top + (0 if row == 0 else room * 0.53)
            each = width / len(members)
            for i, spec in enumerate(members):
                self.paint_chart(painter, QRectF(i * each, y, each, room * share - 8), spec)
        left = VALUE_AXIS_WIDTH + MARGINS[0] + 2 * PAD
        y = top + room + 8
        binds = translate("Export", "What binds")
        self._text(painter, QRectF(PAD, y, left, ribbon_height), binds, 8.5, "quiet")
        strip = QRectF(left, y, width - left - MARGINS[2] - PAD / 2, ribbon_height)
        stretches = specs.binding_stretches(result)
        paint_ribbon(painter, strip, stretches, result.months, self._palette)
        foot = QRectF(PAD, height - 24, width - 2 * PAD, 18)
        self._text(painter, foot, caption_of(result), 8, "quiet")
        return self._finish(image, painter)

    def _finish(self, image: QImage, painter: QPainter) -> QImage:
        """Say the resolution only now: while painting it would enlarge every text."""
        painter.end()
        dots = round(DOTS_PER_METRE * self._scale)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        return image

    def _begin(self, size: tuple[int, int]) -> tuple[QImage, QPainter]:
        width, height = size
        image = QImage(width * self._scale, height * self._scale, QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.ground))
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(self._scale, self._scale)
        return image, painter

    def paint_chart(self, painter: QPainter, area: QRectF, spec: ChartSpec) -> None:
        """Title, legend and plot within `area`, in logical pixels."""
        title = QRectF(area.left() + PAD, area.top() + 8, area.width() - 2 * PAD, 20)
        kind = f", {spec.notes.lower()}" if spec.notes and spec.key != "unit_cost" else ""
        self._text(painter, title, f"{spec.title}{kind} [{spec.unit}]", 10.5, "text", bold=True)
        below = self._legend(painter, title.translated(0, 24), spec)
        room = QRectF(area.left(), below, area.width(), area.bottom() - below)
        self._plot(painter, room, spec)

    def _plot(self, painter: QPainter, room: QRectF, spec: ChartSpec) -> None:
        self._view.resize(round(room.width()), round(room.height()))
        self._view.show_spec(spec)
        self._view.mark_month(float("nan"))
        for _ in range(2):  # the first paint only settles the layout
            QApplication.processEvents()
            self._view.grab()
        painter.save()
        painter.setClipRect(room)
        self._view.render(painter, room, self._view.viewport().rect())
        painter.restore()

    def _legend(self, painter: QPainter, line: QRectF, spec: ChartSpec) -> float:
        """Squares and names, on as many lines as they need; the y below them."""
        painter.setFont(self._font(8.5))
        metrics = painter.fontMetrics()
        x, y, height = line.left(), line.top(), 16.0
        marks = [(p.label, p.role, isinstance(p, Curve)) for p in spec.parts]
        marks += [(translate("Export", "Baseline"), "baseline", True)] if spec.ghosts else []
        marks += [(fan.label, fan.role, False) for fan in spec.fans]
        for label, role, line_like in marks:
            wide = metrics.horizontalAdvance(label) + 30
            if x > line.left() and x + wide > line.right():
                x, y = line.left(), y + height
            colour = QColor(self._palette.colour(role))
            box = QRectF(x, y + 7.5, 10, 2) if line_like else QRectF(x, y + 4, 9, 9)
            painter.fillRect(box, colour)
            self._text(painter, QRectF(x + 14, y, wide, height), label, 8.5, "quiet")
            x += wide
        return y + height + 2

    def _figures(
        self,
        painter: QPainter,
        area: QRectF,
        result: Result,
        month: str,
        baseline: Result | None,
    ) -> None:
        t = month_index(result, month)
        # the chance of a shortfall is the window's alone: it needs drawn worlds
        tiles = [kpi for kpi in kpis(result, t, baseline) if kpi.key != "risk"]
        shares = [1.5 if kpi.key in ("chips", "committed") else 1.0 for kpi in tiles]
        unit = (area.width() - 90) / sum(shares)
        self._text(
            painter,
            QRectF(area.left(), area.top(), 86, 20),
            month_words(result.months[t]),
            11,
            "text",
            bold=True,
        )
        x = area.left() + 90
        for kpi, share in zip(tiles, shares, strict=True):
            wide = unit * share - 10
            self._text(painter, QRectF(x, area.top(), wide, 16), kpi.label, 8.5, "quiet")
            value = QRectF(x, area.top() + 16, wide, 26)
            self._text(painter, value, kpi.value, 14, "text", bold=True)
            self._text(
                painter, QRectF(x, area.top() + 42, wide, 16), kpi.delta or kpi.detail, 8, "quiet"
            )
            x += unit * share

    def _text(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        points: float,
        role: str,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(self._font(points, bold=bold))
        painter.setPen(QColor(getattr(self._palette, role)))
        fitted = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPixelSize(round(points * 96 / 72))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def caption_of(result: Result) -> str:
    """What made a picture: scenario and version."""
    return f"{result.scenario.name} · Headroom {PROGRAM_VERSION}"


def png_bytes(image: QImage) -> bytes:
    """The picture as a PNG file. Raises OSError where Qt can't."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise OSError(translate("Export", "the picture could not be made"))
    return bytes(buffer.data().data())
