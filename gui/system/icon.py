"""The app's own icon, from its drawings: one for small sizes, one for the others."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from engine.resource import resource

SIZES = (16, 24, 32, 48, 64, 128, 256)
SMALL = 24  # pixels; up to here the drawing has its edges on whole pixels


def app_icon() -> QIcon:
    """Headroom's icon in every size that a desktop asks for."""
    icon = QIcon()
    for size in SIZES:
        drawing = "headroom-small.svg" if size <= SMALL else "headroom.svg"
        icon.addPixmap(_drawn(drawing, size))
    return icon


def _drawn(drawing: str, size: int) -> QPixmap:
    """The drawing at `size` x `size` pixels, empty where Qt can't read drawings."""
    buffer = QBuffer()
    buffer.setData(resource("icons", drawing).read_bytes())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())
