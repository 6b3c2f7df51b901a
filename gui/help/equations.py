"""Equations of a page: the lines of a fenced block, set out so that the signs of equality align."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
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
    QTextTableFormat,
)

from gui.widgets.palette import Palette

PADDING = 4.0
MARGIN = 12.0
SLIVER = 4.0  # height of the empty line that Qt keeps around a table
EQUALS = " = "
Row = tuple[str, str]  # what is before the sign of equality, and the rest with the sign


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def is_code(block: QTextBlock) -> bool:
    kind = QTextBlockFormat.Property.BlockCodeFence
    return block.isValid() and block.blockFormat().hasProperty(kind)


def rows(lines: Sequence[str]) -> list[Row]:
    """Lines as rows; one that begins with a space goes on with the line before."""
    found: list[Row] = []
    for line in lines:
        left, sign, right = line.partition(EQUALS)
        if line.startswith(" ") and found:
            before, rest = found[-1]
            found[-1] = before, f"{rest}\n{line.strip()}"
        elif sign:
            found.append((left.strip(), f"= {right.strip()}"))
        else:
            found.append((line.strip(), ""))
    return found


def set_out(document: QTextDocument, palette: Palette) -> None:
    """Put a table of two columns in the place of each run of code lines."""
    for run in reversed(list(_runs(document))):
        lines = [block.text() for block in run]
        cursor = QTextCursor(run[0])
        last = run[-1].position() + run[-1].length() - 1
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        shape = QTextBlockFormat()
        shape.setLineHeight(SLIVER, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(shape)
        letters = QTextCharFormat()
        letters.setFont(document.defaultFont())
        letters.setForeground(QColor(palette.text))
        cursor.setBlockCharFormat(letters)
        _insert(cursor, rows(lines), letters, palette)


def _runs(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    run: list[QTextBlock] = []
    for block in blocks(document):
        if is_code(block):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _insert(
    cursor: QTextCursor, equations: Sequence[Row], letters: QTextCharFormat, palette: Palette
) -> None:
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    shape.setBackground(QColor(palette.panel))
    shape.setCellPadding(PADDING)
    shape.setCellSpacing(0)
    shape.setLeftMargin(MARGIN)
    shape.setTopMargin(0)
    shape.setBottomMargin(MARGIN)
    shape.setColumnWidthConstraints(
        [
            QTextLength(QTextLength.Type.VariableLength, 0),
            QTextLength(QTextLength.Type.VariableLength, 0),
        ]
    )
    table = cursor.insertTable(max(len(equations), 1), 2, shape)
    names = QTextCharFormat(letters)
    names.setFontWeight(QFont.Weight.DemiBold)
    for place, (left, right) in enumerate(equations):
        for column, (text, look) in enumerate(((left, names), (right, letters))):
            cell = table.cellAt(place, column).firstCursorPosition()
            plain = QTextBlockFormat()
            plain.setAlignment(Qt.AlignmentFlag.AlignLeft)
            cell.setBlockFormat(plain)
            cell.insertText(text.replace("\n", "\u2028"), look)
