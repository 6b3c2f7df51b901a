"""Colours of one chart told apart by everybody, and a family's hue used for nothing else."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.charts.view import BASELINE_DASH, DEMAND_DASH, EDGE_DASH, MEDIAN_DASH
from gui.widgets.palette import CONTRAST, DARK, LIGHT, LIMITS, contrast, pattern_of, shaded
from tests.gui.colour_sight import SIGHTS, apart, ciede2000, hue

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
FAMILIES = ("tpu", "trainium", "gpu")
APART = 20.0  # CIEDE2000
OTHER_HUE, GREY = 20.0, 20.0  # degrees of hue; chroma below which a colour has none to speak of


@pytest.fixture(params=PALETTES.values(), ids=PALETTES)
def palette(request):
    return request.param


@pytest.fixture(scope="module")
def charts():
    scenario = Scenario()
    result, other = simulate(scenario), simulate(scenario.having(power_budget_gw=2.0))
    bands = ensemble(scenario, 16, specs.fan_columns()).bands
    return [
        spec
        for row in specs.ALL_CHARTS
        for choice in row.choices or ("",)
        for spec in specs.charts([row], result, {row.key: choice}, other, bands).values()
    ]


def test_that_the_measure_is_the_published_one():
    """Rows 1, 7 and 25 of the table of Sharma, Wu and Dalal."""
    for one, other, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


def test_that_no_role_but_a_family_s_has_a_family_s_hue(palette):
    hues = [hue(palette.colour(family))[0] for family in FAMILIES]
    own = {*FAMILIES, *(role for role in palette.roles if role.startswith("further_"))}
    others = {role: colour for role, colour in palette.roles.items() if role not in own}
    others |= {"accent": palette.accent, "text": palette.text, "quiet": palette.quiet}
    others |= {"grid": palette.grid, "panel": palette.panel, "ground": palette.ground}
    near = {}
    for role, colour in others.items():
        angle, chroma = hue(colour)
        least = min(abs((angle - known + 180) % 360 - 180) for known in hues)
        if chroma > GREY and least < OTHER_HUE:
            near[role] = (colour, round(least))
    assert near == {}


def test_that_families_kinds_of_cost_and_limits_share_no_colour(palette):
    kinds = ("capital", "facility", "rent", "energy", "operation", "platform")
    sets = [
        {palette.colour(role) for role in FAMILIES},
        {palette.colour(role) for role in kinds},
        {palette.colour(role) for role in LIMITS},
        {palette.colour(f"further_{place}") for place in range(12)},
    ]
    assert len(set.union(*sets)) == sum(map(len, sets)) == 3 + 6 + 4 + 12


def test_that_areas_of_one_chart_are_apart_for_every_sight_or_by_pattern(palette, charts):
    alike = set()
    for spec in charts:
        for one, other in combinations([layer.role for layer in spec.layers], 2):
            if pattern_of(one) != pattern_of(other):
                continue
            for sight in SIGHTS:
                if apart(palette.colour(one), palette.colour(other), sight) < APART:
                    alike.add((spec.key, one, other, sight))
    assert alike == set()


def test_that_limits_of_the_ribbon_are_apart_for_every_sight(palette):
    for one, other in combinations(LIMITS, 2):
        for sight in SIGHTS:
            assert apart(palette.colour(one), palette.colour(other), sight) >= APART


def test_that_lines_of_one_chart_are_apart_by_how_they_are_dashed_or_for_every_sight(
    palette, charts
):
    """The plan is solid; demand and limit, baseline, median and edges have dashes of their own."""
    assert len({DEMAND_DASH, BASELINE_DASH, MEDIAN_DASH, EDGE_DASH}) == 4
    for spec in charts:
        drawn = [(curve.role, DEMAND_DASH if curve.dashed else ()) for curve in spec.curves]
        drawn += [(spec.total.role, ())] if spec.total else []
        assert len({dash for _, dash in drawn}) == len(drawn), spec.key
        labels = [label for label, _ in spec.numbers()]
        assert len(set(labels)) == len(labels), spec.key  # and by their names


def test_that_a_baseline_has_its_own_line_s_hue_and_is_seen(palette):
    for role in ("capacity", "demand", "limit", "total", "unit_cost"):
        own, lighter = palette.colour(role), palette.lighter(role)
        assert contrast(lighter, palette.ground) >= 3.0, role
        assert contrast(lighter, palette.ground) < contrast(own, palette.ground), role
        (one, chroma), (other, _) = hue(own), hue(lighter)
        if chroma > GREY:
            assert abs((one - other + 180) % 360 - 180) < 12, role


def test_that_lines_are_seen_on_their_own_band(palette):
    """Plan, median, demand and baseline over both shades of the band, alpha included."""
    for role in ("capacity", "unit_cost"):
        band = shaded(palette.colour(role), palette.ground)
        for colour in (palette.colour(role), palette.colour("demand"), palette.lighter(role)):
            assert contrast(colour, band) >= 3.0, role
        assert contrast(band, palette.ground) >= 1.5  # and the band itself is there


def test_that_layers_their_edges_and_lines_over_them_are_seen(palette, charts):
    """Layers are opaque, between them is a line of the ground, and lines over them have a rim."""
    for role in {layer.role for spec in charts for layer in spec.layers}:
        assert contrast(palette.colour(role), palette.ground) >= 3.0, role
    for role in ("total", "limit"):
        assert contrast(palette.colour(role), palette.ground) >= 4.5
