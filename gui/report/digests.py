"""Digests of what a report's files show, without what they carry."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader

from gui.report import carried, pdf_file, png_file, svg_file
from gui.report.table import Table
from gui.report.workbook import KEPT_DIGITS, WRITTEN_DIGITS, cells_of, digest_of, named_sheets

BYTES_OF_A_PIXEL = 4
MEGABYTE = 1 << 20


def body_digest(data: bytes) -> str:
    """The digest of a file without what it carries. Raises ValueError."""
    if data.startswith(b"\x89PNG"):
        return pixels(data)
    if data.startswith(b"%PDF"):
        return pdf_file.body(data)
    return carried.digest(svg_file.body(data))


def pixels(png: bytes) -> str:
    """The digest of a picture's pixels, however they are packed. Raises ValueError."""
    image = picture_of(png)
    whole = hashlib.sha256(f"{image.width()}x{image.height()}".encode())
    whole.update(image.constBits())
    return whole.hexdigest()


def picture_of(png: bytes) -> QImage:
    """The picture, with its alpha where one can see through it. Raises ValueError.

    Whoever asks has looked at its size.
    """
    width, height = png_file.size(png)
    before = QImageReader.allocationLimit()
    needed = width * height * BYTES_OF_A_PIXEL // MEGABYTE + 1
    QImageReader.setAllocationLimit(max(before, needed))
    try:
        image = QImage.fromData(png)
    finally:
        QImageReader.setAllocationLimit(before)
    if image.isNull():
        raise ValueError("damaged PNG: the picture cannot be read")
    opaque = QImage.Format.Format_RGB32
    return image.convertToFormat(opaque if _is_opaque(image) else QImage.Format.Format_ARGB32)


def _is_opaque(image: QImage) -> bool:
    if not image.hasAlphaChannel():
        return True
    whole = QImage(image.size(), QImage.Format.Format_Alpha8)
    whole.fill(Qt.GlobalColor.black)
    return image.convertToFormat(QImage.Format.Format_Alpha8) == whole


def workbook_digests(tables: Mapping[str, Table]) -> str:
    """What `verify` finds in a workbook of these tables, and in one saved anew."""
    named = named_sheets(tables).values()
    whole = [
        digest_of({table.key: cells_of(table, digits) for table in named})
        for digits in (WRITTEN_DIGITS, KEPT_DIGITS)
    ]
    return " ".join(whole)
