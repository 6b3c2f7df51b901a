"""Charts as pictures: drawn anew at the size asked for, in print colours, never photographed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine import Result
from engine.files.fingerprint import short_code
from engine.text import translate
from engine.version import PROGRAM_VERSION
from engine.worlds.ensemble import Band
from gui.charts import observed, specs
from gui.charts.axis import VALUE_AXIS_WIDTH
from gui.charts.chart_spec import ChartSpec, Curve, Size
from gui.charts.patterns import fill_mark
from gui.charts.ribbon import paint_ribbon
from gui.charts.stretches import binding_stretches
from gui.charts.view import MARGINS, PlotView
from gui.charts.whiskers import paint_sign
from gui.widgets.palette import FAN_ALPHAS, FONT_FAMILY, PRINT, Palette
from gui.words.kpis import kpis, month_index, month_words, on_strip
from gui.words.sanitize import one_line

SCALE = 2  # pixels for each logical pixel
CHART_SIZE = (900, 520)
OVERVIEW_SIZE = (1600, 1000)
LEAST_CHART, LEAST_OVERVIEW = (480, 300), (1280, 800)  # smaller ones are drawn so, and shrunk
DOTS_PER_METRE = 96 / 0.0254  # of a picture at scale 1
PAD = 16.0
LONGEST_NAME = 200
MADE_WITH = "Software"  # the PNG specification's keyword
# where Inter is not installed, letters of about the same width
SVG_FONTS = f"{FONT_FAMILY}, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

Paint = Callable[[QPainter], None]

Mark = tuple[QRectF, ...]
# the marks of a legend, from the corner of their line
LINE: Mark = (QRectF(0, 7.5, 10, 2),)
AREA: Mark = (QRectF(0, 4, 9, 9),)
VEIL: Mark = (QRectF(0, 4, 9, 9), QRectF(0, 6, 9, 5))  # a wide band, and a narrow one on it
EDGES: Mark = tuple(QRectF(across, down, 1.5, 1.5) for down in (4, 11) for across in (0, 4, 8))


class Renderer:
    """Draws specs into pictures with one hidden plot, which is kept: making them leaks.

    A picture is as many pixels as its size times the scale; on a vector device the scale is 1.
    """

    def __init__(self, scale: int = SCALE, palette: Palette = PRINT) -> None:
        self._scale = scale
        self._palette = palette
        self._view = PlotView(palette=palette, scale=scale)
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._view.show()

    def close(self) -> None:
        self._view.plot.close()
        self._view.close()
        self._view.deleteLater()

    def chart(self, spec: ChartSpec, caption: str, size: Size = CHART_SIZE) -> QImage:
        """One chart with its title, legend and a caption below."""
        return self._image(size, lambda painter: self._captioned(painter, size, spec, caption))

    def chart_svg(self, spec: ChartSpec, caption: str, size: Size = CHART_SIZE) -> bytes:
        """The same as an SVG document."""
        return self._svg(
            size, spec.title, caption, lambda painter: self._captioned(painter, size, spec, caption)
        )

    def overview(
        self,
        result: Result,
        month: str,
        choices: Mapping[str, str] | None = None,
        baseline: Result | None = None,
        bands: Mapping[str, Band] | None = None,
        size: Size = OVERVIEW_SIZE,
    ) -> QImage:
        """The whole Overview on one picture: figures, charts, ribbon."""
        charts = specs.overview(result, choices, baseline, bands)
        return self._image(
            size,
            lambda painter: self.paint_overview(painter, size, result, month, charts, baseline),
        )

    def overview_svg(
        self,
        result: Result,
        month: str,
        choices: Mapping[str, str] | None = None,
        baseline: Result | None = None,
        bands: Mapping[str, Band] | None = None,
        size: Size = OVERVIEW_SIZE,
    ) -> bytes:
        """The same as an SVG document."""
        charts = specs.overview(result, choices, baseline, bands)
        return self._svg(
            size,
            result.scenario.name,
            caption_of(result),
            lambda painter: self.paint_overview(painter, size, result, month, charts, baseline),
        )

    def _fitted(self, painter: QPainter, size: Size, least: Size) -> Size:
        """A size at which everything has room: what is asked for, or larger and drawn smaller."""
        factor = max(1.0, *(low / side for low, side in zip(least, size, strict=True)))
        painter.scale(1 / factor, 1 / factor)
        return round(size[0] * factor), round(size[1] * factor)

    def _captioned(self, painter: QPainter, size: Size, spec: ChartSpec, caption: str) -> None:
        width, height = self._fitted(painter, size, LEAST_CHART)
        self.paint_chart(painter, QRectF(0, 0, width, height - 24), spec)
        foot = QRectF(PAD, height - 24, width - 2 * PAD, 18)
        self._text(painter, foot, caption, 8, "quiet")

    def paint_overview(
        self,
        painter: QPainter,
        size: Size,
        result: Result,
        month: str,
        charts: Mapping[str, ChartSpec],
        baseline: Result | None = None,
    ) -> None:
        """Figures, charts and ribbon within `size`, in logical pixels."""
        width, height = self._fitted(painter, size, LEAST_OVERVIEW)
        name = result.scenario.name
        self._text(painter, QRectF(PAD, 12, width - 2 * PAD, 30), name, 16, "text", bold=True)
        self._figures(painter, QRectF(PAD, 50, width - 2 * PAD, 62), result, month, baseline)
        shown = list(charts.values())
        top, ribbon_height = 124.0, 24.0
        room = height - top - ribbon_height - 48
        for row, (members, share) in enumerate(((shown[:2], 0.53), (shown[2:], 0.47))):
            y = top + (0 if row == 0 else room * 0.53)
            each = width / len(members)
            for i, spec in enumerate(members):
                self.paint_chart(painter, QRectF(i * each, y, each, room * share - 8), spec)
        self.paint_ribbon(painter, QRectF(0, top + room + 8, width, ribbon_height), result)
        foot = QRectF(PAD, height - 24, width - 2 * PAD, 18)
        self._text(painter, foot, caption_of(result), 8, "quiet")

    def paint_ribbon(self, painter: QPainter, area: QRectF, result: Result) -> None:
        """What binds, with its name in front, as wide as a chart of this width."""
        left = VALUE_AXIS_WIDTH + MARGINS[0] + 2 * PAD
        name = QRectF(area.left() + PAD, area.top(), left, area.height())
        self._text(painter, name, translate("Export", "What binds"), 8.5, "quiet")
        wide = area.width() - left - MARGINS[2] - PAD / 2
        strip = QRectF(area.left() + left, area.top(), wide, area.height())
        stretches = binding_stretches(result)
        paint_ribbon(painter, strip, stretches, result.months, self._palette)

    def _image(self, size: Size, paint: Paint) -> QImage:
        width, height = size
        image = QImage(width * self._scale, height * self._scale, QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.ground))
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(self._scale, self._scale)
        paint(painter)
        painter.end()
        # said only now: while painting it would enlarge every text
        dots = round(DOTS_PER_METRE * self._scale)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        return image

    def _svg(self, size: Size, title: str, description: str, paint: Paint) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(*size))
        generator.setViewBox(QRectF(0, 0, *size))
        generator.setResolution(96)
        generator.setTitle("TITLE")
        generator.setDescription("DESCRIPTION")
        painter = QPainter(generator)
        painter.fillRect(QRectF(0, 0, *size), QColor(self._palette.ground))
        paint(painter)
        painter.end()
        text = bytes(buffer.data().data()).decode()
        # Qt writes both as they are, markup and all
        text = text.replace("DESCRIPTION", escape(one_line(description), quote=False), 1)
        text = text.replace("TITLE", escape(one_line(title, LONGEST_NAME), quote=False), 1)
        text = text.replace("?>\n", f"?>\n<!-- Headroom {PROGRAM_VERSION} -->\n", 1)
        text = re.sub(r'width="[^"]*mm" height="[^"]*mm"', _pixels(size), text, count=1)
        return text.replace(f'font-family="{FONT_FAMILY}"', f'font-family="{SVG_FONTS}"').encode()

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
        for _ in range(2):  # the first pass only settles the layout
            self._view.plot.layout.activate()
            self._view.scene().prepareForPaint()
        painter.save()
        painter.setClipRect(room)
        self._view.render(painter, room, self._view.viewport().rect())
        painter.restore()

    def _legend(self, painter: QPainter, line: QRectF, spec: ChartSpec) -> float:
        """Squares and names, on as many lines as they need; the y below them."""
        painter.setFont(self._font(8.5))
        metrics = painter.fontMetrics()
        x, y, height = line.left(), line.top(), 16.0
        marks = [(p.label, p.role, LINE if isinstance(p, Curve) else AREA) for p in spec.parts]
        if spec.ghosts:
            marks.append((translate("Export", "Baseline"), "baseline", LINE))
        # over a stack a fan is a veil between dotted edges, of no colour of its own
        marks += [(fan.label, fan.role, EDGES if spec.layers else VEIL) for fan in spec.fans]
        sign = len(marks)
        if spec.observed is not None:
            marks.append((observed.label(), "", ()))
        for place, (label, role, kind) in enumerate(marks):
            wide = metrics.horizontalAdvance(label) + 30
            if x > line.left() and x + wide > line.right():
                x, y = line.left(), y + height
            for band, box in enumerate(kind):
                if kind is VEIL:  # as pale as in the chart
                    colour = QColor(self._palette.colour(role))
                    colour.setAlpha(FAN_ALPHAS[band])
                    painter.fillRect(box.translated(x, y), colour)
                else:
                    fill_mark(painter, box.translated(x, y), self._palette, role)
            if place == sign:
                paint_sign(painter, QPointF(x, y), self._palette.quiet)
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
        tiles = [kpi for kpi in on_strip(kpis(result, t, baseline)) if kpi.key != "risk"]
        unit = (area.width() - 90) / len(tiles)
        self._text(
            painter,
            QRectF(area.left(), area.top(), 86, 20),
            month_words(result.months[t]),
            11,
            "text",
            bold=True,
        )
        x = area.left() + 90
        for kpi in tiles:
            wide = unit - 10
            self._text(painter, QRectF(x, area.top(), wide, 16), kpi.label, 8.5, "quiet")
            value = QRectF(x, area.top() + 16, wide, 26)
            self._text(painter, value, kpi.value, 14, "text", bold=True)
            self._text(
                painter, QRectF(x, area.top() + 42, wide, 16), kpi.delta or kpi.detail, 8, "quiet"
            )
            x += unit

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
            one_line(text, LONGEST_NAME), Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPixelSize(round(points * 96 / 72))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("calt"), 0)  # as on a report's pages
        return font


def caption_of(result: Result) -> str:
    """What made a picture: scenario, version and the code of its data."""
    name = one_line(result.scenario.name, LONGEST_NAME)
    return f"{name} · Headroom {PROGRAM_VERSION} · {short_code(result.scenario)}"


def _pixels(size: Size) -> str:
    return f'width="{size[0]}" height="{size[1]}"'


def png_bytes(image: QImage) -> bytes:
    """The picture as a PNG file. Raises OSError where Qt can't."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText(MADE_WITH, f"Headroom {PROGRAM_VERSION}")
    if not writer.write(image):
        raise OSError(translate("Export", "the picture could not be made"))
    return bytes(buffer.data().data())
