"""The pictures of a sweep's report: what drives each measure, the front, and PRIM's box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.problems import Problem, ScenarioError
from engine.sweep.findings import Conditions, Findings, read_findings
from engine.sweep.folder import Folder
from engine.sweep.indices import Index
from engine.sweep.report import REPORT
from engine.text import written
from engine.version import PROGRAM_VERSION
from gui.charts.export import PAD, SCALE, png_bytes
from gui.sweeps.axes import (
    AxesLayout,
    SweptAxis,
    brushes_of,
    chosen_axes,
    paint_axes,
    paint_scenarios,
)
from gui.sweeps.painting import Canvas, letters, paint_text
from gui.sweeps.plane import Plane, PlaneLayout, paint_cloud, paint_plane
from gui.sweeps.quantities import SweptQuantity, measured, varied
from gui.widgets.palette import FONT_FAMILY, PRINT, Palette
from gui.words import units
from gui.words.sanitize import one_line
from gui.words.signs import with_sign

WIDTH, FRONT_SIZE, AXES_SIZE = 1200, QSize(1000, 680), QSize(1200, 520)
HEAD, FOOT = 64.0, 30.0  # pixels above and below
PANELS, BARS, MOST_BARS = 3, 20.0, 12  # side by side, a bar's height, and bars of a panel
PANEL_HEAD, PANEL_FOOT, NAMES = 46.0, 18.0, 0.48  # the last is a share of a panel's width
BAR_GAP, VALUE_ROOM = 5.0, 40.0
TITLE, TEXT, SMALL = 15.0, 9.5, 8.5  # points

Paint = Callable[[QPainter], None]
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def write_pictures(path: Path) -> Iterator[Path]:
    """Write the pictures of a folder's report into it, one after the other.

    Takes: `path` of the folder. Gives: files. Raises ScenarioError.
    """
    with units.file_units():
        found = read_findings(path)
        folder = Folder(path)
        for name, picture in pictures(found):
            folder.write(f"{REPORT}/{name}", picture)
            yield path / REPORT / name


def pictures(found: Findings, palette: Palette = PRINT) -> Iterator[tuple[str, bytes]]:
    """Names and PNGs of what there is to be drawn. Raises ScenarioError where Qt can't."""
    drivers = _Drivers(found, palette)
    if drivers.panels:
        yield "drivers.png", _png(QSize(WIDTH, drivers.height), palette, drivers.paint)
    by_key = {quantity.key: quantity for quantity in measured(found)}
    front = found.front()
    if found.cost is not None and found.unserved is not None and front:
        axes = [SweptAxis.of(by_key[m.name], log=False) for m in (found.cost, found.unserved)]
        plane = Plane(axes[0], axes[1], front)
        yield (
            "front.png",
            _png(FRONT_SIZE, palette, lambda painter: _front(painter, found, plane, palette)),
        )
    box = found.conditions()
    if box is not None:
        shown = chosen_axes(found, varied(found), measured(found))
        yield (
            "conditions.png",
            _png(AXES_SIZE, palette, lambda painter: _box(painter, found, shown, box, palette)),
        )


def _png(size: QSize, palette: Palette, paint: Paint) -> bytes:
    image = Canvas(size, SCALE).image()
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint(painter)
    painter.end()
    try:
        return png_bytes(image)
    except OSError as error:
        raise ScenarioError(Problem("", "", str(error))) from None


def _head(painter: QPainter, width: float, found: Findings, title: str, palette: Palette) -> None:
    """What the picture shows, and of which sweep."""
    painter.setFont(letters(TITLE, bold=True, family=FONT_FAMILY))
    room = QRectF(PAD, 12, width - 2 * PAD, 24)
    paint_text(painter, room, title, palette.text, LEFT)
    painter.setFont(letters(TEXT, family=FONT_FAMILY))
    room = QRectF(PAD, 38, width - 2 * PAD, 16)
    name = one_line(found.facts.name) or "A sweep"
    count = f"{written(len(found.scenarios), ',d')} of {written(found.facts.count, ',d')}"
    text = f"{name} · {count} scenarios, means over the draws"
    paint_text(painter, room, text, palette.quiet, LEFT)


def _foot(painter: QPainter, size: QSize, text: str, palette: Palette) -> None:
    painter.setFont(letters(SMALL, family=FONT_FAMILY))
    room = QRectF(PAD, size.height() - 24, size.width() - 2 * PAD, 16)
    paint_text(painter, room, text, palette.quiet, LEFT)
    paint_text(painter, room, f"Headroom {PROGRAM_VERSION}", palette.quiet, RIGHT)


# Drivers


class _Drivers:
    """A panel a measure: rank correlations, and below the shares of its variance if known."""

    def __init__(self, found: Findings, palette: Palette) -> None:
        self._found, self._palette = found, palette
        labels = {quantity.key: quantity.label for quantity in varied(found)}
        # shares of a sum of one are one lever with a column for each family
        levers = {
            key.rpartition(".")[0]: label.rpartition(" · ")[2] for key, label in labels.items()
        }
        self.panels: list[tuple[SweptQuantity, list[tuple[str, float]], list[Index]]] = []
        for quantity in measured(found):
            drivers = found.drivers(quantity.key)[:MOST_BARS]
            named = [(labels.get(column, column), rho) for column, rho in drivers]
            shares = [
                Index(labels.get(each.lever) or levers.get(each.lever) or each.lever, *rest)
                for each in found.indices(quantity.key)[:MOST_BARS]
                for rest in [(each.first, each.total, each.first_error, each.total_error)]
            ]
            if named or shares:
                self.panels.append((quantity, named, shares))
        self._bars = max((len(named) for _, named, _ in self.panels), default=0)
        self._shares = max((len(shares) for *_, shares in self.panels), default=0)
        # of four, two rows of two
        count = len(self.panels)
        self._across = 2 if count == 4 else min(count, PANELS)

    @property
    def _panel(self) -> tuple[float, float]:
        """How high the correlations and the shares of a panel are."""
        above = PANEL_HEAD + BARS * self._bars
        below = PANEL_FOOT + PANEL_HEAD / 2 + BARS * self._shares if self._shares else 0.0
        return above, below

    @property
    def height(self) -> int:
        """Of the picture."""
        rows = -(-len(self.panels) // max(self._across, 1))
        return round(HEAD + rows * (sum(self._panel) + PANEL_FOOT) + FOOT)

    def paint(self, painter: QPainter) -> None:
        _head(painter, WIDTH, self._found, "What drives each measure", self._palette)
        wide = (WIDTH - PAD) / self._across
        for place, (quantity, drivers, shares) in enumerate(self.panels):
            x = PAD + wide * (place % self._across)
            y = HEAD + (sum(self._panel) + PANEL_FOOT) * (place // self._across)
            self._correlations(painter, QRectF(x, y, wide - PAD, self._panel[0]), quantity, drivers)
            if shares:
                room = QRectF(x, y + self._panel[0] + PANEL_FOOT, wide - PAD, self._panel[1])
                self._of_variance(painter, room, shares)
        size = QSize(WIDTH, self.height)
        text = "Spearman's rank correlation, from −1 to 1"
        if self._shares:
            text += "; total-order index (Jansen), whiskers of two standard errors, dot: alone"
        _foot(painter, size, text, self._palette)

    def _heading(self, painter: QPainter, room: QRectF, bold: str, quiet: str) -> None:
        painter.setFont(letters(TEXT + 1, bold=True, family=FONT_FAMILY))
        if bold:
            area = QRectF(room.left(), room.top(), room.width(), 18)
            paint_text(painter, area, bold, self._palette.text, LEFT)
        painter.setFont(letters(SMALL, family=FONT_FAMILY))
        area = QRectF(room.left(), room.top() + (20 if bold else 0), room.width(), 16)
        paint_text(painter, area, quiet, self._palette.quiet, LEFT)

    def _name(self, painter: QPainter, room: QRectF, y: float, name: str) -> float:
        """A bar's name; where its bar may begin."""
        painter.setFont(letters(SMALL, family=FONT_FAMILY))
        area = QRectF(room.left(), y, room.width() * NAMES - 8, BARS)
        paint_text(painter, area, name, self._palette.text, RIGHT)
        return room.left() + room.width() * NAMES

    def _correlations(
        self,
        painter: QPainter,
        room: QRectF,
        quantity: SweptQuantity,
        drivers: list[tuple[str, float]],
    ) -> None:
        self._heading(painter, room, quantity.heading, "Rank correlation")
        y = room.top() + PANEL_HEAD
        for name, rho in drivers:
            begin = self._name(painter, room, y, name)
            half = (room.right() - begin) / 2
            reach = half - VALUE_ROOM
            zero = begin + half
            end = zero + reach * rho
            bar = QRectF(min(zero, end), y + BAR_GAP, abs(end - zero), BARS - 2 * BAR_GAP)
            painter.fillRect(bar, QColor(self._palette.accent))
            side = LEFT if rho >= 0 else RIGHT
            amount = written(abs(rho), ".2f")
            text = with_sign(rho, amount, amount)
            at = end + 5 if rho >= 0 else end - 5 - VALUE_ROOM
            area = QRectF(at, y, VALUE_ROOM, BARS)
            paint_text(painter, area, text, self._palette.quiet, side)
            y += BARS
        middle = room.left() + room.width() * (1 + NAMES) / 2
        painter.setPen(QPen(QColor(self._palette.text), 1.0))
        painter.drawLine(QPointF(middle, room.top() + PANEL_HEAD), QPointF(middle, y))

    def _of_variance(self, painter: QPainter, room: QRectF, shares: list[Index]) -> None:
        self._heading(painter, room, "", "Share of the variance, with all it does with others")
        y = room.top() + PANEL_HEAD / 2
        begin = room.left() + room.width() * NAMES
        wide = room.right() - begin - VALUE_ROOM
        ink = QColor(self._palette.text)
        for each in shares:
            self._name(painter, room, y, each.lever)
            total = min(max(each.total, 0.0), 1.0)
            bar = QRectF(begin, y + BAR_GAP, wide * total, BARS - 2 * BAR_GAP)
            painter.fillRect(bar, QColor(self._palette.accent))
            middle = y + BARS / 2
            ends = [
                begin + wide * min(max(each.total + s * 2 * each.total_error, 0.0), 1.0)
                for s in (-1, 1)
            ]
            painter.setPen(QPen(ink, 1.25))
            painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
            painter.setBrush(QColor(self._palette.ground))
            alone = QPointF(begin + wide * min(max(each.first, 0.0), 1.0), middle)
            painter.drawEllipse(alone, 3.0, 3.0)
            area = QRectF(max(bar.right(), ends[1]) + 6, y, VALUE_ROOM, BARS)
            paint_text(painter, area, written(each.total, ".0%"), self._palette.quiet, LEFT)
            y += BARS
        painter.setPen(QPen(ink, 1.0))
        painter.drawLine(QPointF(begin, room.top() + PANEL_HEAD / 2), QPointF(begin, y))


# Front and box


def _front(painter: QPainter, found: Findings, plane: Plane, palette: Palette) -> None:
    size = FRONT_SIZE
    _head(painter, size.width(), found, "Cost against unserved revenue", palette)
    layout = PlaneLayout(QRectF(0, HEAD, size.width(), size.height() - HEAD - FOOT))
    everyone = np.ones(len(found.scenarios), bool)
    paint_cloud(painter, layout, plane, everyone, palette)
    fonts = (
        letters(TEXT, bold=True, family=FONT_FAMILY),
        letters(SMALL, family=FONT_FAMILY),
    )
    paint_plane(painter, layout, plane, palette, fonts, plane.unserved.quantity.heading)
    count = written(len(plane.front), ",d")
    text = f"On the line: {count} that no other beats in both cost and unserved revenue"
    _foot(painter, size, text, palette)


def _box(
    painter: QPainter,
    found: Findings,
    axes: list[SweptAxis],
    conditions: Conditions,
    palette: Palette,
) -> None:
    size = AXES_SIZE
    _head(painter, size.width(), found, "The worst quarter of unserved revenue", palette)
    layout = AxesLayout(QRectF(0, HEAD, size.width(), size.height() - HEAD - FOOT), len(axes))
    paint_scenarios(painter, layout, axes, conditions.fails, palette)
    fonts = (
        letters(TEXT, bold=True, family=FONT_FAMILY),
        letters(SMALL, family=FONT_FAMILY),
    )
    paint_axes(painter, layout, axes, palette, fonts, brushes_of(conditions, axes))
    coverage, density = (
        written(share, ".0%") for share in (conditions.coverage, conditions.density)
    )
    text = (
        f"Frames: PRIM's box. It holds {coverage} of the worst; {density} of what it holds is worst"
    )
    _foot(painter, size, text, palette)
