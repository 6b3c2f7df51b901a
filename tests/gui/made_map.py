"""A small map of mixes whose every number a test has chosen, and a palette of plain names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine import Scenario
from gui.pages.mix.map_worker import MapQuestion, MixPicture
from gui.pages.mix.measures import UNIT_COST, MixMeasure, Period
from gui.widgets.palette import LIGHT

INKS = replace(
    LIGHT,
    ground="#f0f0f0",
    panel="#e0e0e0",
    text="#010101",
    quiet="#020202",
    accent="#030303",
)
# through a half of each edge's shares
CONTOUR = np.array([[[0.5, 0.5, 0.0], [0.5, 0.0, 0.5]]])


def picture(
    values: list[float] | None = None, measure: MixMeasure = UNIT_COST, **parts
) -> MixPicture:
    """A map of six mixes: the corners, and those half way between them."""
    question = MapQuestion(Scenario(), measure, Period(0, 0, month=True))
    found = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0] if values is None else values)
    image = np.array([[0, 127, 254], [255, 1, 2]], np.uint8)
    made = MixPicture(question, 2, found, 0, image, (), (), None, 0.5, None, settled=True)
    return replace(made, **parts)
