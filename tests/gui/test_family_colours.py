"""Families of a user's own: a colour and a pattern each, and names cut only with a sign."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from engine import Document, Scenario, shipped_catalogue, simulate
from engine.files.other_chips import with_catalogue
from gui.charts import specs
from gui.charts.export import Renderer
from gui.charts.legend import Entry, Legend
from gui.charts.patterns import fill_mark
from gui.charts.strokes import strokes_in
from gui.document.session import Session
from gui.levers.number_line import NumberLine
from gui.levers.panel import LeverPanel
from gui.pages.mix.shares import MixShares
from gui.report.compare import ROLES
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.palette import CONTRAST, DARK, LIGHT, PRINT, family_role, pattern_of

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
KNOWN = ("tpu", "trainium", "gpu")
OTHERS = ("shortfall", "problem", "capital", "facility", "rent", "energy", "operation", "platform")
LIMITS = ("binds_demand", "binds_supply", "binds_budget", "binds_power")
APART = 0.065  # in Oklab: blue and sky of Okabe and Ito are 0.21, two shades beside each other 0.02


def oklab(colour: str) -> np.ndarray:
    """Björn Ottosson's space, in which equal steps look equal."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(
        np.array(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
        )
        @ linear
    )
    return (
        np.array(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ]
        )
        @ cones
    )


def distance(one: str, other: str) -> float:
    return float(np.linalg.norm(oklab(one) - oklab(other)))


def of_twelve() -> Scenario:
    shipped = shipped_catalogue()
    more = [replace(shipped.chips[-1], name=f"X{n}", family=f"maker_{n}") for n in range(9)]
    return with_catalogue(Scenario(), replace(shipped, chips=(*shipped.chips, *more)))[0]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_that_twelve_families_have_a_colour_each_that_nothing_else_has(palette):
    twelve = {f"own_{n}": palette.colour(family_role(f"own_{n}", n)) for n in range(12)}
    families = {**{family: palette.colour(family) for family in KNOWN}, **twelve}
    assert len(set(families.values())) == 15
    near = [
        (one, other)
        for one, other in combinations(families, 2)
        if distance(families[one], families[other]) < APART
    ]
    assert near == []
    taken = {role: palette.colour(role) for role in (*OTHERS, *LIMITS)}
    near = [
        (family, role)
        for family, colour in families.items()
        for role, other in taken.items()
        if distance(colour, other) < APART
    ]
    assert near == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_that_kinds_of_cost_can_be_told_apart(palette):
    kinds = [palette.colour(role) for role in OTHERS[2:]]
    assert min(distance(one, other) for one, other in combinations(kinds, 2)) >= APART


def test_that_scenarios_that_are_compared_wear_no_family_s_colour():
    assert not set(ROLES) & {*KNOWN, *(family_role("own", place) for place in range(12))}
    assert len({LIGHT.colour(role) for role in ROLES}) == len(ROLES) == 8


def test_that_families_of_a_user_s_own_have_a_pattern_each_that_no_known_one_has():
    patterns = [pattern_of(family_role("own", place)) for place in range(12)]
    assert len(set(patterns)) == 12
    assert patterns[3].way == "falling"
    assert patterns[4].way == "level"
    assert [pattern_of(family) for family in ("tpu", "trainium", "shortfall")] == [None] * 3
    assert pattern_of("gpu") not in {None, *patterns}


def test_that_twelve_families_are_twelve_layers_of_as_many_roles(qapp):
    scenario = of_twelve()
    assert len(scenario.families) == 12
    layers = specs.overview(simulate(scenario))["fleet"].layers
    assert len({layer.role for layer in layers}) == 12


def pixels(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(6, 10)}


@pytest.mark.parametrize("role", ["further_3", "further_9"], ids=["light", "dark"])
def test_that_a_mark_has_strokes_over_its_colour(qapp, role):
    image = QImage(18, 18, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    fill_mark(painter, QRectF(0, 0, 18, 18), LIGHT, "tpu")
    assert pixels(image) == {"#0072b2"}
    fill_mark(painter, QRectF(0, 0, 18, 18), LIGHT, role)
    painter.end()
    found = {QColor(name).lightnessF() for name in pixels(image)}
    own = QColor(LIGHT.colour(role)).lightnessF()
    assert len(found) > 1
    stroke = max(found, key=lambda lightness: abs(lightness - own))
    assert (stroke < own) == pattern_of(role).dark


DIRECTIONS = {
    "rising": {-45.0},
    "falling": {45.0},
    "level": {0.0},
    "upright": {90.0},
    "squares": {0.0, 90.0},
    "diamonds": {45.0, -45.0},
    "dots": {0.0},
}


@pytest.mark.parametrize(("way", "angles"), DIRECTIONS.items(), ids=DIRECTIONS)
def test_that_strokes_go_their_way_and_stay_within(way, angles):
    square = QPolygonF([QPointF(0, 0), QPointF(80, 0), QPointF(80, 80), QPointF(0, 80)])
    found = set()
    for stroke in strokes_in(square, 8.0, way):
        for end in (stroke.p1(), stroke.p2()):
            assert -1e-6 <= end.x() <= 80 + 1e-6
            assert -1e-6 <= end.y() <= 80 + 1e-6
        if stroke.length() > 1e-6:
            angle = np.degrees(np.arctan2(stroke.dy(), stroke.dx()))
            found.add(round((angle + 89.999) % 180 - 89.999, 3))
    assert found == angles


def test_that_a_picture_shows_the_patterns_too(qapp):
    scenario = of_twelve()
    everywhere = scenario.having(mix=dict.fromkeys(scenario.families, 1 / 12))
    renderer = Renderer(scale=1, palette=PRINT)
    drawn = renderer.chart_svg(specs.fleet(simulate(everywhere)), "caption").decode()
    plain = renderer.chart_svg(specs.fleet(simulate(Scenario())), "caption").decode()
    renderer.close()
    strokes = 'stroke-opacity="0.588235"'  # 150 of 255
    # one more mark and one more layer for each of nine families; the GPU has a pattern in both
    assert drawn.count(strokes) >= plain.count(strokes) + 18
    for place in range(3, 12):
        assert LIGHT.colour(f"further_{place}").lower() in drawn.lower()


# Names that have no room


def test_that_a_long_family_ends_in_an_ellipsis_and_its_tip_has_all_of_it(qtbot):
    shipped = shipped_catalogue()
    chip = replace(shipped.chips[-1], name="MI400", family="amd_instinct_accelerators")
    scenario, _ = with_catalogue(Scenario(), replace(shipped, chips=(*shipped.chips, chip)))
    panel = LeverPanel(Session(Document(scenario)))
    qtbot.addWidget(panel)
    panel.resize(340, 900)
    panel.show()
    line = panel.row("mix").lines["amd_instinct_accelerators"]
    assert isinstance(line, NumberLine)
    caption = line._caption
    assert caption.width() == 64
    assert caption.shown_text.startswith("amd_")
    assert caption.shown_text.endswith("…")
    assert caption.toolTip() == "amd_instinct_accelerators"
    assert panel.row("mix").lines["tpu"]._caption.shown_text == "TPU"
    assert caption.geometry().right() < line.slider.geometry().left()
    panel.stop()


def test_that_the_fields_of_the_mix_cut_long_families_likewise(qtbot):
    long = "a" * 32
    shares = MixShares(("tpu", "gpu", long))
    qtbot.addWidget(shares)
    shares.resize(284, 120)
    shares.show()
    label = shares.findChildren(ElidedLabel)[-1]
    assert label.shown_text.endswith("…")
    assert label.toolTip() == long


def test_that_a_legend_too_narrow_for_a_name_cuts_it_with_a_sign(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_entries(
        [Entry("a" * 60, "further_3", "1.0", False), Entry("b", "tpu", "2.0", False)]
    )
    legend.resize(220, 60)
    legend.show()
    legend.grab()
    assert legend._names[0].endswith("…")
    assert legend._names[1] == "b"
    first, second = legend._places
    assert first.value < 220
    assert second.top > first.top
