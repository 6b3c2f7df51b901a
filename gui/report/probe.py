"""Whether two machines draw alike: the digest of a small picture of letters and lines."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from engine import Document, Scenario
from engine.files import scenario_files
from gui.report.drawing import Drawing
from gui.report.options import Options
from gui.system.language import spoken_language
from gui.widgets.palette import FONT_FAMILY, PRINT
from gui.words.sanitize import one_line

SAMPLE = "AaBbGgMmWwfi 0123456789 .,:;%+−×·“”’éàçœ €$"
HEIGHTS = (11, 14, 21)  # pixels of letters
MOST_LETTERS, ON_A_LINE = 400, 40  # of other scripts than Latin, whose fonts are the machine's
LATIN = 0x24F
WIDE, LINE = 900, 34


def drawing_of(options: Options, scenarios: Sequence[Scenario]) -> Drawing:
    """How a report with these `options` is drawn here and now."""
    made = probe(scenarios, options.scale)
    return Drawing(spoken_language(), options.page, options.size, options.scale, made)


def probe(scenarios: Sequence[Scenario], scale: int) -> str:
    """The digest of a picture of the letters that a report of these scenarios may need."""
    text = "".join(scenario_files.text_of(Document(scenario)) for scenario in scenarios)
    others = "".join(sorted({letter for letter in text if ord(letter) > LATIN}))[:MOST_LETTERS]
    return _digest(others, scale)


@functools.lru_cache(maxsize=8)  # a report has forty files of one scenario
def _digest(others: str, scale: int) -> str:
    starts = range(0, len(others), ON_A_LINE)
    lines = [SAMPLE, *(one_line(others[start : start + ON_A_LINE]) for start in starts)]
    tall = LINE * (len(HEIGHTS) * len(lines) + 2)
    image = QImage(WIDE * scale, tall * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(PRINT.ground))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    y = 0.0
    for height in HEIGHTS:
        face = QFont(FONT_FAMILY)
        face.setPixelSize(height)
        face.setWeight(QFont.Weight.DemiBold if height == HEIGHTS[-1] else QFont.Weight.Normal)
        painter.setFont(face)
        for line in lines:
            painter.drawText(QRectF(8, y, WIDE - 16, LINE), Qt.AlignmentFlag.AlignVCenter, line)
            y += LINE
    painter.setPen(QPen(QColor(0, 90, 160, 140), 1.6))
    zigzag = [QPointF(i * 37.3, y + LINE * (1 + (i % 3 - 1) * 0.77)) for i in range(24)]
    painter.drawPolyline(zigzag)
    painter.end()
    whole = hashlib.sha256(f"{image.width()}x{image.height()}".encode())
    whole.update(image.constBits())
    return whole.hexdigest()[:32]
