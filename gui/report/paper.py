"""Pages of type: text that flows, tables that break well, headers, footers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from engine.text import translate
from gui.widgets.palette import FONT_FAMILY, PRINT
from gui.words.sanitize import clean

DOTS_PER_INCH = 96  # the window's: charts come out as they are on screen
PAGES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 64.0, 72.0, 64.0
BODY, SMALL, TINY = 9.5, 8.0, 7.5  # points
LEADING = 1.32
HEADING, SAID = 41.0, 46.0  # heights kept free for a title, and for what is said below it
CELL_GAP = 10.0
CELL_PAD = 3.0
FEWEST_ROWS = 2  # of a table on either side of a page's end
LONGEST_CELL = 1200  # characters; the workbook has them all


FIGURES = re.compile(r"[0-9.,:]+")
PRIVATE_CODES = (0xE000, 0xF900)


@dataclass(frozen=True)
class Lane:
    """A column of a table on paper: heading, share of the width, numbers to the right."""

    heading: str
    share: float
    right: bool = False


@dataclass(frozen=True)
class GroupHeading:
    """A row that names the group of those below it."""

    text: str


class Paper:
    """Draws down the page and turns it where it is full.

    `pages` is how many there will be, None on the pass that counts them; `turned` hears of
    each finished page.
    """

    def __init__(
        self, writer: QPdfWriter, painter: QPainter, name: str, foot: str, pages: int | None
    ) -> None:
        self._writer, self._painter = writer, painter
        self._name, self._foot, self._pages = name, foot, pages
        size = writer.pageLayout().fullRectPixels(DOTS_PER_INCH)
        self._width, self._height = float(size.width()), float(size.height())
        self.page = 1
        self.y = MARGIN_TOP
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        self._dress()

    @property
    def left(self) -> float:
        return MARGIN_SIDE

    @property
    def width(self) -> float:
        return self._width - 2 * MARGIN_SIDE

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self._height - MARGIN_BOTTOM - self.y

    @property
    def counting(self) -> bool:
        return self._pages is None

    def turn(self) -> None:
        self._writer.newPage()
        self.page += 1
        self.y = MARGIN_TOP
        self._dress()

    def need(self, height: float) -> None:
        """Turn the page where less than `height` is left of it."""
        if self.room < height and self.y > MARGIN_TOP:
            self.turn()

    def _dress(self) -> None:
        """Header and footer."""
        quiet = QColor(PRINT.quiet)
        if self.page > 1:
            top = QRectF(self.left, 32, self.width, 16)
            self._line(top, self._name, TINY, quiet)
            self._rule(52)
        bottom = QRectF(self.left, self._height - 44, self.width, 16)
        self._line(bottom, self._foot, TINY, quiet)
        text = translate("Report", "Page {page} of {pages}")
        number = text.format(page=self.page, pages=self._pages or "")
        self._line(bottom, number, TINY, quiet, Qt.AlignmentFlag.AlignRight)

    def _rule(self, y: float, colour: str = PRINT.grid) -> None:
        self._painter.setPen(QColor(colour))
        self._painter.drawLine(QPointF(self.left, y), QPointF(self.left + self.width, y))

    def _line(
        self,
        area: QRectF,
        text: str,
        points: float,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._painter.setFont(font(points))
        self._painter.setPen(colour)
        wide = area.width() * (0.25 if side == Qt.AlignmentFlag.AlignRight else 0.72)
        cut = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(wide))
        self._painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, cut)

    def rule(self) -> None:
        self._rule(self.y)
        self.y += 8

    def text(
        self,
        text: str,
        points: float = BODY,
        *,
        bold: bool = False,
        quiet: bool = False,
        after: float = 7.0,
        most_lines: int | None = None,
    ) -> None:
        """A paragraph, over as many pages as it takes."""
        face = font(points, bold=bold)
        colour = QColor(PRINT.quiet if quiet else PRINT.text)
        layout = self._laid(text, face, self.width)
        step = QFontMetricsF(face, self._writer).height() * LEADING / 1.2
        lines = layout.lineCount() if most_lines is None else min(layout.lineCount(), most_lines)
        for i in range(lines):
            self.need(2 * step if i == 0 and lines > 1 else step)  # no first line alone
            self._draw(layout, i, QPointF(self.left, self.y), colour)
            self.y += step
        self.y += after

    def heading(self, text: str, follows: float = 0.0) -> None:
        """A section's title, never without `follows` of what it is the title of."""
        self.need(HEADING + follows)
        if self.y > MARGIN_TOP:
            self.y += 12
        self.text(text, 13, bold=True, after=6)

    def draw(self, height: float, paint: Callable[[QPainter, QRectF], None]) -> None:
        """A picture as wide as the text and so high."""
        self.need(height)
        if not self.counting:
            self._painter.save()
            paint(self._painter, QRectF(self.left, self.y, self.width, height))
            self._painter.restore()
        self.y += height

    def table(
        self,
        lanes: Sequence[Lane],
        rows: Sequence[Sequence[str] | GroupHeading],
        title: str = "",
        said: str = "",
        points: float = SMALL,
    ) -> Iterator[None]:
        """A table under its `title` and what is `said` of it, never far from its first rows.

        Its heading stands on each of its pages. Yields now and then.
        """
        places = self._places(lanes)
        heights = [self._height_of(row, places, points) for row in rows]
        head = self._height_of([lane.heading for lane in lanes], places, points, bold=True)
        first = head + sum(heights[: FEWEST_ROWS + 1])
        if title:
            self.heading(title, first + (SAID if said else 0))
        if said:
            self.text(said, quiet=True)
        self.need(first)
        self._head(lanes, places, points)
        for i, row in enumerate(rows):
            kept = heights[i]
            if isinstance(row, GroupHeading):  # never the last on its page
                kept += sum(heights[i + 1 : i + 1 + FEWEST_ROWS])
            if i == len(rows) - FEWEST_ROWS:  # nor one row alone on the next
                kept += sum(heights[i + 1 :])
            if self.room < kept:
                self.turn()
                self._head(lanes, places, points)
            self._row(row, places, heights[i], points)
            if i % 20 == 19:
                yield
        self.y += 8

    def _places(self, lanes: Sequence[Lane]) -> list[tuple[float, float, bool]]:
        """Left edge, width and side of each lane."""
        whole = sum(lane.share for lane in lanes)
        room = self.width - CELL_GAP * (len(lanes) - 1)
        places, x = [], self.left
        for lane in lanes:
            wide = room * lane.share / whole
            places.append((x, wide, lane.right))
            x += wide + CELL_GAP
        return places

    def _head(
        self, lanes: Sequence[Lane], places: Sequence[tuple[float, float, bool]], points: float
    ) -> None:
        names = [lane.heading for lane in lanes]
        height = self._height_of(names, places, points, bold=True)
        self._cells(names, places, points, bold=True)
        self.y += height
        self._rule(self.y - 1, PRINT.quiet)

    def _row(
        self,
        row: Sequence[str] | GroupHeading,
        places: Sequence[tuple[float, float, bool]],
        height: float,
        points: float,
    ) -> None:
        if isinstance(row, GroupHeading):
            area = QRectF(self.left, self.y, self.width, height - 1)
            self._painter.fillRect(area, QColor(PRINT.panel))
            self._cells([row.text], [(self.left + 4, self.width - 4, False)], points, bold=True)
        else:
            self._cells(row, places, points)
        self.y += height
        self._rule(self.y - 0.5)

    def _cells(
        self,
        row: Sequence[str],
        places: Sequence[tuple[float, float, bool]],
        points: float,
        *,
        bold: bool = False,
    ) -> None:
        face = font(points, bold=bold)
        step = QFontMetricsF(face, self._writer).height()
        colour = QColor(PRINT.text)
        for text, (x, wide, right) in zip(row, places, strict=True):
            layout = self._laid(text[:LONGEST_CELL], face, wide, tabular=right)
            for i in range(layout.lineCount()):
                # words that need several lines are read from the left, in a column of numbers too
                beside = right and (bold or layout.lineCount() == 1)
                spare = wide - layout.lineAt(i).naturalTextWidth() if beside else 0.0
                at = QPointF(x + max(spare, 0.0), self.y + CELL_PAD + i * step)
                self._draw(layout, i, at, colour)

    def _height_of(
        self,
        row: Sequence[str] | GroupHeading,
        places: Sequence[tuple[float, float, bool]],
        points: float,
        *,
        bold: bool = False,
    ) -> float:
        if isinstance(row, GroupHeading):
            row, places, bold = [row.text], [(self.left, self.width, False)], True
        face = font(points, bold=bold)
        step = QFontMetricsF(face, self._writer).height()
        most = max(
            self._laid(text[:LONGEST_CELL], face, wide, tabular=right).lineCount()
            for text, (_, wide, right) in zip(row, places, strict=True)
        )
        return step * most + 2 * CELL_PAD

    def _laid(self, text: str, face: QFont, width: float, *, tabular: bool = False) -> QTextLayout:
        """Lines of `text`; `tabular` figures are all of one width, for numbers below each other."""
        # a line break inside a paragraph is Unicode's, for a layout of its own
        shown = clean(text).replace("\n", "\u2028")
        layout = QTextLayout(shown, face, self._writer)
        if tabular:
            layout.setFormats([_figures(found, face) for found in FIGURES.finditer(shown)])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def _draw(self, layout: QTextLayout, number: int, at: QPointF, colour: QColor) -> None:
        if not self.counting:
            self._painter.setPen(colour)
            layout.lineAt(number).draw(self._painter, at)  # each line lies at the top of its layout


def font(points: float, *, bold: bool = False) -> QFont:
    face = QFont(FONT_FAMILY)
    face.setPointSizeF(points)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    face.setFeature(QFont.Tag("calt"), 0)  # its raised marks have no code that could be searched
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def _figures(found: re.Match[str], face: QFont) -> QTextLayout.FormatRange:
    """A stretch of figures of one width."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = found.start(), len(found[0])
    style = QTextCharFormat()
    style.setFont(tabular_font(face))
    stretch.format = style
    return stretch


def tabular_font(face: QFont) -> QFont:
    wide = QFont(face)
    wide.setFeature(QFont.Tag("tnum"), 1)
    return wide


def meant_letters() -> dict[str, str]:
    """What the figures of one width stand for, by the code that the font itself has for them.

    A PDF would else say these private codes to whoever searches it or copies from it.
    """
    meant = {"\t": " "}
    for bold in (False, True):
        layout = QTextLayout("0123456789.,:", tabular_font(font(BODY, bold=bold)))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        run = layout.glyphRuns()[0]
        raw = run.rawFont()
        codes = {
            raw.glyphIndexesForString(chr(code))[0]: chr(code)
            for code in range(*PRIVATE_CODES)
            if raw.supportsCharacter(code)
        }
        for glyph, letter in zip(run.glyphIndexes(), layout.text(), strict=True):
            if glyph in codes:
                meant[codes[glyph]] = letter
    return meant


def lanes_of(headings: Sequence[str], shares: Sequence[float], right: Sequence[int]) -> list[Lane]:
    """Lanes from headings and shares; those numbered in `right` hold numbers."""
    pairs = zip(headings, shares, strict=True)
    return [Lane(heading, share, i in right) for i, (heading, share) in enumerate(pairs)]
