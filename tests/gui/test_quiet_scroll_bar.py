"""A scroll bar that keeps its room, and looks like nothing where there is nothing to scroll."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets import style
from gui.widgets.palette import CONTRAST, DARK, LIGHT, Palette
from gui.widgets.quiet_scroll_bar import QuietScrollBar


def colours(bar: QuietScrollBar) -> set[str]:
    picture = bar.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in places}


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def palette(request, qapp):
    style.apply(qapp, request.param)
    yield request.param
    style.apply(qapp, LIGHT)


def test_that_it_is_ground_alone_until_there_is_something_to_scroll(palette: Palette, qtbot):
    bar = QuietScrollBar()
    qtbot.addWidget(bar)
    bar.setOrientation(Qt.Orientation.Vertical)
    bar.resize(16, 120)
    bar.setRange(0, 0)
    bar.show()
    assert colours(bar) == {palette.panel.upper()}
    bar.setRange(0, 300)
    bar.setPageStep(100)
    assert len(colours(bar)) > 1


def test_that_in_high_contrast_the_handle_is_told_from_its_groove(qapp, qtbot):
    style.apply(qapp, CONTRAST)
    try:
        bar = QuietScrollBar()
        qtbot.addWidget(bar)
        bar.resize(16, 200)
        bar.setRange(0, 100)
        bar.setPageStep(100)
        bar.show()
        picture = bar.grab().toImage()
        handle, groove = (picture.pixelColor(8, y).lightnessF() for y in (60, 170))
        assert abs(handle - groove) > 0.4
    finally:
        style.apply(qapp, LIGHT)
