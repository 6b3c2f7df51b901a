"""The README's pictures show the window as it is now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

MAKER = Path(__file__).parent.parent / "pictures.py"
# a mean over all pixels of 0..255: other versions of the font renderer differ by less, a
# moved or missing part by more
ALLOWED_DIFFERENCE = 1.0


@pytest.fixture
def pictures():
    spec = importlib.util.spec_from_file_location("pictures", MAKER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def grey(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return data[:, : image.width()].astype(float)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_readme_shows_the_window_of_today(pictures, theme):
    kept = QImage(str(pictures.FOLDER / f"overview-{theme}.png"))
    fresh = pictures.picture(theme)
    assert kept.size() == fresh.size()
    difference = np.abs(grey(kept) - grey(fresh)).mean()
    assert difference < ALLOWED_DIFFERENCE, "make them anew: python tests/pictures.py"
