"""Makes build/icons/ from the drawings in resources/icons/: PNG of every size, .ico, .icns.

`python packaging/icons.py [FOLDER]`. Sizes up to 24 pixels come from a drawing of their own, the
others from the large one.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "resources" / "icons"
NAMES = ("headroom", "headroom-document")
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24  # pixels; up to here edges must lie on whole pixels
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's four letters for a PNG of so many pixels; the second of a size is for Retina screens
ICNS_TYPES = (
    *((b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)),
    *((b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512)),
)


def png(name: str, size: int) -> bytes:
    """The drawing `name` at `size` x `size` pixels, as a PNG."""
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = DRAWINGS / f"{name}{'-small' if size <= SMALL else ''}.svg"
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing}: not a drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{name}: no PNG of {size} pixels")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon that holds PNGs, as Windows Vista and later read them."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries, body = b"", b""
    for size, picture in sorted(pictures.items()):
        edge = size % 256  # 0 says 256
        entries += struct.pack(
            "<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), place + len(body)
        )
        body += picture
    return head + entries + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """An Apple icon that holds PNGs."""
    body = b""
    for kind, size in ICNS_TYPES:
        body += kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def make(folder: Path) -> list[Path]:
    """Everything into `folder`; what was written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    written = []
    for name in NAMES:
        pictures = {size: png(name, size) for size in SIZES}
        outputs = {f"{size}x{size}/{name}.png": picture for size, picture in pictures.items()} | {
            f"{name}.ico": ico({size: pictures[size] for size in ICO_SIZES}),
            f"{name}.icns": icns(pictures),
        }
        for place, content in outputs.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(path)
    return written


if __name__ == "__main__":
    import terminal

    terminal.prepare()
    target = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "icons"
    print(f"{len(make(target))} icons in {target}")
