"""The README's and the help's pictures show the window as it is now."""

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


def apart(kept: QImage, fresh: QImage) -> float:
    """The mean difference of their pixels, of 255."""
    assert kept.size() == fresh.size(), STALE
    return float(np.abs(grey(kept) - grey(fresh)).mean())


STALE = "make them anew: python tests/pictures.py"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_pictures_show_each_page_of_today(pictures, theme):
    stale = {}
    for page, fresh in pictures.pictures(theme):
        difference = apart(QImage(str(pictures.FOLDER / f"{page}-{theme}.png")), fresh)
        if difference >= ALLOWED_DIFFERENCE:
            stale[page] = difference
    assert stale == {}, STALE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_french_pictures_show_the_window_of_today(pictures, theme):
    for page, fresh in pictures.pictures(theme, "fr", pictures.IN_FRENCH):
        kept = QImage(str(pictures.FOLDER / "fr" / f"{page}-{theme}.png"))
        assert apart(kept, fresh) < ALLOWED_DIFFERENCE, STALE


def test_that_the_fine_pictures_show_each_page_of_today(pictures, tmp_path):
    pictures.make_fine(tmp_path)
    fresh = sorted(tmp_path.glob("*@2x.png"))
    kept = {path.name for path in pictures.FOLDER.glob("*@2x.png")}
    assert {path.name for path in fresh} == kept, STALE
    stale = {
        path.name: difference
        for path in fresh
        if (difference := apart(QImage(str(pictures.FOLDER / path.name)), QImage(str(path))))
        >= ALLOWED_DIFFERENCE
    }
    assert stale == {}, STALE


def test_that_the_pictures_together_stay_small(pictures):
    assert sum(path.stat().st_size for path in pictures.FOLDER.glob("*.png")) < 6_700_000
