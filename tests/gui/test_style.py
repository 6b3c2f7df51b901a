"""What can be seen on a light and on a dark ground."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from gui import style
from gui.charts.palette import DARK, LIGHT
from gui.levers.slider import LeverSlider


def luminance(colour: QColor) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def dressed(qapp):
    yield lambda palette: style.apply(qapp, palette)
    style.apply(qapp, LIGHT)


def test_that_a_slider_stands_out_from_a_dark_panel(qtbot, dressed):
    dressed(DARK)
    panel = QWidget()
    qtbot.addWidget(panel)
    slider = LeverSlider(100, panel)
    slider.setGeometry(10, 10, 200, 24)
    slider.setValue(50)
    panel.resize(220, 54)
    picture = panel.grab().toImage()
    ground = luminance(picture.pixelColor(2, 2))
    for what, x in (("handle", 110), ("groove", 180)):
        seen = max(luminance(picture.pixelColor(x, y)) for y in range(10, 10 + slider.height()))
        assert (seen + 0.05) / (ground + 0.05) >= 3, what


def test_that_the_theme_can_be_changed_and_changed_back(qapp, dressed):
    for palette in (DARK, LIGHT):
        dressed(palette)
        assert QApplication.palette("QSlider").window().color() in (
            QColor(palette.quiet),
            QColor(palette.panel),
        )
    assert QApplication.palette("QSlider").window().color() == QColor(LIGHT.panel)
