"""The worker that paints what is too much for a frame: the newest picture wanted, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter

from gui.sweeps.painting import Canvas
from gui.system.latest import GoOn

Painting = Callable[[QPainter, GoOn], None]

WAIT = 10  # milliseconds: less than a frame after the hand has moved


@dataclass(frozen=True)
class PictureWanted:
    """A picture of some size, and what paints it."""

    canvas: Canvas
    paint: Painting


class PictureWork:
    """Each picture that is begun is finished and shown: a long drag has pictures as well."""

    def part(self, question: PictureWanted) -> PictureWanted:
        return question

    def answer(self, part: PictureWanted, go_on: GoOn) -> QImage:
        image = part.canvas.image()
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            part.paint(painter, go_on)
        finally:
            painter.end()
        return image

    def rest(self, question: PictureWanted, part: PictureWanted, answer: object) -> None:
        return None

    def stops(self, part: PictureWanted) -> bool:
        return False

    def serves(self, part: PictureWanted, newest: PictureWanted) -> bool:
        return True
