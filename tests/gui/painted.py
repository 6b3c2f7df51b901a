"""Contrasts of what is painted, pixel by pixel, with all that shines through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPixmap

Pixels = npt.NDArray[np.uint8]  # (height, width, 3)


def pixels(picture: QImage | QPixmap) -> Pixels:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def luminance(of: Pixels) -> npt.NDArray[np.float64]:
    """As WCAG 2 defines it, from 0 to 1."""
    parts = of / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(one: npt.ArrayLike, other: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Of luminances, from 1 to 21."""
    one, other = np.asarray(one, float), np.asarray(other, float)
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def ground_of(part: Pixels) -> npt.NDArray[np.uint8]:
    """The colour that most of it has."""
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    return np.asarray(colours[counts.argmax()])


def ink_contrast(part: Pixels) -> float:
    """Of a text: the darkest of its ink, or the lightest, on what most of it stands on."""
    ground = luminance(ground_of(part))
    each = contrast(luminance(part).ravel(), ground)
    # the very edge of a letter is mixed with the ground, a stem's middle is not
    return float(np.sort(each)[-3:].min())


def hexed(colour: npt.NDArray[np.uint8]) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour.tolist())
