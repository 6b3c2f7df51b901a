"""What a widget paints, as data: lines, areas, dots and words with their places and colours.

Painted into a drawing of Qt's own writer and read back, so that a test can say where something
stands and in which colour, without looking at a pixel.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

Place = tuple[float, float]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
SHAPES = ("polyline", "polygon", "path", "rect", "circle", "ellipse", "text")
DPI = 96


@dataclass(frozen=True)
class Mark:
    """One shape. Of a line or an area `points` are its corners, of a dot its middle, of a box
    its corners at the top left and the bottom right, of words where they begin."""

    shape: str
    points: tuple[Place, ...]
    ink: str  # of its line, or of words; nothing where there is none
    fill: str
    width: float
    dashes: tuple[float, ...]  # in pixels; none of a solid line
    opacity: float  # of its fill, or else of its line
    text: str = ""
    radius: float = 0.0

    @property
    def x(self) -> float:
        return self.points[0][0]

    @property
    def y(self) -> float:
        return self.points[0][1]


def near(*places: Place) -> tuple[Any, ...]:
    """Places to compare with, to a hundredth of a pixel."""
    return tuple(pytest.approx(place, abs=0.01) for place in places)


class Painted(tuple[Mark, ...]):
    """All marks, in the order in which they are painted."""

    __slots__ = ()

    def words(self, text: str) -> Mark:
        """The one mark with these words."""
        (found,) = (mark for mark in self if mark.text == text)
        return found

    @property
    def texts(self) -> list[str]:
        return [mark.text for mark in self if mark.shape == "text"]

    def lines(self, ink: str) -> list[Mark]:
        """The lines of a colour."""
        return [mark for mark in self if mark.shape == "polyline" and mark.ink == ink.lower()]

    def dots(self) -> list[Mark]:
        return [mark for mark in self if mark.shape in ("circle", "ellipse")]

    def areas(self) -> list[Mark]:
        return [mark for mark in self if mark.shape in ("path", "polygon") and mark.fill]

    def boxes(self) -> list[Mark]:
        return [mark for mark in self if mark.shape == "rect"]


def marks_of(widget: QWidget) -> Painted:
    """What a widget paints now."""
    alone = QWidget.RenderFlag.DrawChildren  # without the ground of the window
    return painted_by(
        lambda painter: widget.render(painter, QPoint(0, 0), QRegion(), alone), widget
    )


def painted_by(paint: Callable[[QPainter], object], widget: QWidget) -> Painted:
    """What is painted onto as much as a widget has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(DPI)
    drawing.setSize(widget.size())
    drawing.setViewBox(QRect(QPoint(0, 0), widget.size()))
    painter = QPainter(drawing)
    paint(painter)
    painter.end()
    root = ElementTree.fromstring(bytes(buffer.data().data()).decode())
    return Painted(_marks(root, {}))


def _marks(node: ElementTree.Element, around: dict[str, str]) -> list[Mark]:
    """Those of a node, which has what it doesn't say from the one around it."""
    found = []
    for child in node:
        said = {**around, **child.attrib}
        shape = child.tag.rpartition("}")[2]
        if shape in SHAPES:
            found.append(_mark(shape, said, child.text or ""))
        found += _marks(child, said)
    return found


def _mark(shape: str, said: dict[str, str], text: str) -> Mark:
    def size(name: str) -> float:
        return float(said.get(name, 0))

    def colour(name: str) -> str:
        return "" if said.get(name, "none") == "none" else said[name].lower()

    if shape == "rect":
        left, top = size("x"), size("y")
        places = [(left, top), (left + size("width"), top + size("height"))]
    elif shape in ("circle", "ellipse"):
        places = [(size("cx"), size("cy"))]
    elif shape == "text":
        places = [(size("x"), size("y"))]
    else:
        numbers = [float(each) for each in NUMBER.findall(said.get("points") or said["d"])]
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
    across, down = _moved(said.get("transform", ""))
    ink, fill = colour("stroke"), colour("fill")
    if shape == "text":
        ink, fill = fill, ""
    dashes = said.get("stroke-dasharray", "none")
    return Mark(
        shape,
        tuple((x + across, y + down) for x, y in places),
        ink,
        fill if shape != "polyline" else "",
        size("stroke-width"),
        () if dashes == "none" else tuple(map(float, dashes.split(","))),
        float(said.get("fill-opacity" if fill else "stroke-opacity", 1)),
        text.strip(),
        size("r") or size("rx"),
    )


def _moved(transform: str) -> Place:
    """How far a shape is moved; none here is turned but words along an axis."""
    numbers = [float(each) for each in NUMBER.findall(transform)]
    return (numbers[4], numbers[5]) if len(numbers) == 6 else (0.0, 0.0)
