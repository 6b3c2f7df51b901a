"""Colours, contrasts and patterns, against what was published or can be worked out by hand."""

from __future__ import annotations

import pytest

from gui.widgets.palette import (
    CONTRAST,
    DARK,
    LIGHT,
    Pattern,
    contrast,
    family_role,
    ink_on,
    luminance,
    mix,
    part_role,
    pattern_of,
    shaded,
)

# Okabe and Ito's colours, but for those that a ground would swallow
WORN = {
    "light": {
        "tpu": "#0072B2",
        "trainium": "#BF8000",
        "gpu": "#009E73",
        "energy": "#9C8E00",
        "operation": "#CC79A7",
        "shortfall": "#D55E00",
        "problem": "#B04A00",
        "capacity": "#9B3F77",
        "unit_cost": "#9B3F77",
        "capital": "#39434E",
        "facility": "#8792A0",
        "rent": "#94796A",
        **dict.fromkeys(("demand", "limit", "total"), "#1B2530"),
        **dict.fromkeys(("baseline", "platform"), "#5C6875"),
    },
    "dark": {
        "tpu": "#4C9FE0",
        "trainium": "#E69F00",
        "gpu": "#24B98C",
        "energy": "#F0E442",
        "operation": "#CC79A7",
        "shortfall": "#F07B2E",
        "problem": "#F07B2E",
        "capacity": "#D48BB8",
        "unit_cost": "#D48BB8",
        "capital": "#66788C",
        "facility": "#C9D3DC",
        "rent": "#A98A78",
        **dict.fromkeys(("demand", "limit", "total"), "#E6EAEE"),
        **dict.fromkeys(("baseline", "platform"), "#9AA6B2"),
    },
    "contrast": {
        "tpu": "#62B5FF",
        "trainium": "#FFB640",
        "gpu": "#3FE0AA",
        "energy": "#FFF15C",
        "operation": "#FF9ED2",
        "shortfall": "#FF8F55",
        "problem": "#FF8F55",
        "capacity": "#D48BB8",
        "unit_cost": "#D48BB8",
        "capital": "#7488A0",
        "facility": "#B4C1CF",
        "rent": "#C2A592",
        **dict.fromkeys(("demand", "limit", "total"), "#FFFFFF"),
        **dict.fromkeys(("baseline", "platform"), "#E4E4E4"),
    },
}
BOUND = ("binds_demand", "binds_supply", "binds_budget", "binds_power")
RIBBONS = {
    "light": ("#898EA2", "#842373", "#5F6415", "#17191D"),
    "dark": ("#5F6A70", "#EE5CC8", "#969A10", "#E7E8EA"),
    "contrast": ("#8A9EAE", "#BE2A68", "#A59E13", "#F6F6F6"),
}
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@pytest.mark.parametrize("theme", PALETTES)
def test_that_every_role_has_its_colour_in_every_theme(theme):
    roles = dict(PALETTES[theme].roles)
    assert {role: roles.pop(role) for role in WORN[theme]} == WORN[theme]
    assert tuple(roles.pop(role) for role in BOUND) == RIBBONS[theme]
    assert sorted(roles) == sorted(f"further_{place}" for place in range(12))


def test_that_the_first_family_of_one_s_own_is_violet_teal_or_pink_as_the_ground_asks():
    assert LIGHT.colour("further_0") == "#830BA9"
    assert DARK.colour("further_0") == "#C91BB2"
    assert CONTRAST.colour("further_0") == "#DE38C5"


def test_that_only_light_is_on_a_light_ground():
    assert [palette.dark for palette in PALETTES.values()] == [False, True, True]


def test_that_a_part_has_the_colour_of_the_whole_and_a_slip_has_none():
    assert part_role("capital", 3) == "capital@3"
    assert LIGHT.colour("capital@3") == "#39434E"
    with pytest.raises(KeyError):
        LIGHT.colour("capitol")


def test_that_luminance_and_contrast_are_those_of_the_standard():
    assert luminance("#FFFFFF") == pytest.approx(1)
    primaries = [luminance(colour) for colour in ("#FF0000", "#00FF00", "#0000FF")]
    assert primaries == pytest.approx([0.2126, 0.7152, 0.0722])
    # the last grey of the straight part, and the first of the curved one
    assert luminance("#0A0A0A") == pytest.approx(10 / 255 / 12.92)
    assert luminance("#0B0B0B") == pytest.approx(0.0033465, rel=1e-4)
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
    # the greys that the standard's own readers know: just enough for text, and just not
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_that_a_mixture_has_the_share_of_the_other_that_it_says():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#102030", "#506070", 0.25) == "#203040"
    assert mix("#0A0B0C", "#FFFFFF", 0.0) == "#0A0B0C"


def test_that_a_band_is_shaded_twice():
    # 255 less 36/255 of it is 219, less 44/255 of that is 181
    assert shaded("#000000", "#FFFFFF") == "#B5B5B5"


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("role", ["tpu", "gpu", "demand", "capacity", "shortfall"])
def test_that_a_baseline_is_as_near_to_the_ground_as_can_be_seen_on_its_band(palette, role):
    """In twentieths, of three fifths at most: a further one would not be seen."""
    own, ground = palette.colour(role), palette.ground
    band = shaded(own, ground)
    drawn = palette.lighter(role)
    steps = [mix(own, ground, step / 20) for step in range(1, 13)]
    assert drawn in (own, *steps)
    place = steps.index(drawn) if drawn in steps else -1
    assert all(contrast(further, band) < 3.05 for further in steps[place + 1 :])
    assert drawn == own or contrast(drawn, band) >= 3.05


def test_that_what_cannot_be_had_is_quieter_than_what_can():
    assert LIGHT.unavailable == LIGHT.quiet == "#5C6875"
    # there the quiet letters are nearly as white as the others
    assert CONTRAST.unavailable == CONTRAST.grid == "#8C8C8C"


def test_that_larger_letters_leave_the_colours_alone():
    large = DARK.scaled(1.5)
    assert (DARK.tick_points, large.tick_points) == (8.5, 12.75)
    assert large.roles == DARK.roles
    assert large.ground == "#15191E"


def test_that_letters_on_a_colour_are_black_or_white_as_reads_better():
    assert ink_on("#F0E442") == "#101418"
    assert ink_on("#0072B2") == "#FFFFFF"


def test_that_kinds_that_look_alike_to_somebody_have_strokes():
    assert pattern_of("gpu") == Pattern("rising", dark=False)
    assert pattern_of("facility") == Pattern("falling", dark=True)
    assert pattern_of("energy") == Pattern("upright", dark=True)
    assert pattern_of("operation") == Pattern("level", dark=True)
    assert pattern_of("platform") == Pattern("dots", dark=False)
    assert pattern_of("capital") is None


def test_that_strokes_of_one_s_own_families_begin_with_the_fourth_and_turn_dark_after_six():
    ways = ["falling", "level", "upright", "squares", "diamonds", "dots"]
    patterns = [pattern_of(f"further_{place}") for place in (*range(3, 12), 0, 1, 2)]
    assert patterns[:6] == [Pattern(way, dark=False) for way in ways]
    assert patterns[6:] == [Pattern(way, dark=True) for way in ways]


def test_that_parts_have_dark_strokes_in_turn_whatever_the_whole_has():
    ways = ["falling", "level", "upright", "squares", "diamonds", "dots", "falling"]
    assert [pattern_of(f"gpu@{part}") for part in range(7)] == [
        Pattern(way, dark=True) for way in ways
    ]


def test_that_a_thirteenth_family_begins_the_colours_again():
    known = ("tpu", "trainium", "gpu")
    assert tuple(family_role(family, 7) for family in known) == known
    roles = [family_role("own", place) for place in (0, 11, 12, 13)]
    assert roles == ["further_0", "further_11", "further_0", "further_1"]
