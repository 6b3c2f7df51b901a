"""A page as a dressed document: headings with anchors, equations on a ground, quiet tables."""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from gui.help import equations
from gui.help.equations import blocks, is_code
from gui.help.sections import slug
from gui.widgets.palette import FONT_FAMILY, Palette

BODY_POINTS = 10.5
HEADING_POINTS = {1: 19.0, 2: 14.5, 3: 11.5}
SMALLEST_HEADING = 11.0
SPACE_ABOVE = {1: 4.0, 2: 24.0, 3: 16.0}
LINE_HEIGHT = 135  # percent
PICTURE = "\ufffc"  # what stands for one in a text
CELL_PADDING = 5.0
CODE_MARGIN = 14.0
_KEY = re.compile(r"([a-z0-9_]+)\s·")


def dress(document: QTextDocument, markdown: str, palette: Palette, zoom: float = 1.0) -> None:
    """Fill `document` with a page, in the window's type and colours."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(BODY_POINTS * zoom)
    document.setDefaultFont(font)
    document.setDocumentMargin(24)
    document.setMarkdown(markdown)
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    for block in blocks(document):
        if not is_code(block):
            _dress_block(block, palette, zoom)
    for table in tables:
        _dress_table(table, palette)
    equations.set_out(document, palette)


def _dress_block(block: QTextBlock, palette: Palette, zoom: float) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    shape = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    if level:
        _dress_heading(block, cursor, palette, zoom)
        return
    if cursor.currentTable() is None:
        shape.setBottomMargin(2 if block.textList() else 8)
    if block.text() != PICTURE:  # or a third of a picture's height would stay empty below it
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(shape)
    _dress_pieces(block, palette, zoom)


def _dress_heading(block: QTextBlock, cursor: QTextCursor, palette: Palette, zoom: float) -> None:
    level = block.blockFormat().headingLevel()
    letters = QTextCharFormat()  # anew: Qt makes headings larger by a property that stays
    letters.setFontPointSize(HEADING_POINTS.get(level, SMALLEST_HEADING) * zoom)
    letters.setFontWeight(QFont.Weight.DemiBold)
    letters.setForeground(QColor(palette.text))
    names = [slug(block.text())]
    key = _KEY.match(block.next().text())
    if key:  # an entry of a table: its key finds it in every language
        names.insert(0, key[1])
    letters.setAnchor(True)
    letters.setAnchorNames(names)
    cursor.setCharFormat(letters)
    shape = QTextBlockFormat()
    shape.setTopMargin(SPACE_ABOVE.get(level, SPACE_ABOVE[3]))
    shape.setBottomMargin(4)
    cursor.mergeBlockFormat(shape)


def _dress_pieces(block: QTextBlock, palette: Palette, zoom: float) -> None:
    """Code within a line quiet, links in the accent."""
    places = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        places.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    for start, length, format_ in places:
        letters = QTextCharFormat()
        if format_.isAnchor() and format_.anchorHref():
            letters.setForeground(QColor(palette.accent))
            letters.setFontUnderline(True)
        elif format_.fontFixedPitch():
            letters.setFontFamilies([FONT_FAMILY])
            letters.setFontFixedPitch(False)
            letters.setFontPointSize(BODY_POINTS * zoom)
            letters.setForeground(QColor(palette.text))
            letters.setBackground(QColor(palette.panel))
        else:
            continue
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(letters)


def _dress_table(table: QTextTable, palette: Palette) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderBrush(QColor(palette.grid))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setCellPadding(CELL_PADDING)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(14)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        letters = cell.format()
        letters.setBackground(QColor(palette.panel))
        cell.setFormat(letters)
