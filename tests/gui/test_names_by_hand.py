"""Names in a plot whose lines are worked by hand: which place each has, and which has none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer
from gui.charts.labels import (
    ABOVE,
    BELOW,
    WITHIN,
    Name,
    PlotBox,
    apart,
    height_of,
    names,
    places,
    rects,
)
from gui.charts.mark import Mark
from gui.charts.observed import Beside, Points

# a month is a pixel, from above; names are 20 wide and 10 high, tried every ten pixels
MONTHS = 307
BOX = PlotBox(306.0, 100.0, 100.0, 10.0, lambda text: 20.0)
YEARS = np.arange(MONTHS, dtype=float)
LAST_PLACE = 288.0  # eight pixels from the edge, and half a name
FLAT = np.ones(MONTHS)
NAN = float("nan")


def line(label: str, values, role: str = "capacity") -> Curve:
    return Curve(label, role, FLAT * values)


def chart(*curves: Curve, **parts) -> ChartSpec:
    return ChartSpec("key", "Title", "u", ",.1f", YEARS, curves=curves, **parts)


def found(spec: ChartSpec, box: PlotBox = BOX) -> dict[str, tuple[float, str]]:
    """Where each name stands along the plot, and on which side."""
    return {name.text: (name.year, name.side) for name in names(spec, box)}


def middle(spec: ChartSpec, text: str, box: PlotBox = BOX) -> tuple[float, float]:
    named = next(name for name in names(spec, box) if name.text == text)
    [(_, at)] = places([named], spec, box)
    return at


# Lines


def test_that_a_line_is_named_above_it_as_far_right_as_there_is_room():
    spec = chart(line("one", 50), line("two", 20))
    one, two = names(spec, BOX)
    # over the months 278 to 298, and one more at either end
    assert one == Name("one", "capacity", LAST_PLACE, 277, 299, ABOVE)
    assert two == Name("two", "capacity", LAST_PLACE, 277, 299, ABOVE)
    assert middle(spec, "one") == (LAST_PLACE, 42.0)  # 50 down, three of a gap, half a name
    assert height_of(two, spec, BOX) == 72.0


def test_that_one_line_needs_no_name_nor_a_plot_that_is_too_narrow():
    assert found(chart(line("one", 50))) == {}
    two = chart(line("one", 50), line("two", 20))
    narrow = replace(BOX, width=80.0)
    assert len(found(two, narrow)) == 2
    assert found(two, replace(BOX, width=79.9)) == {}
    months = replace(
        two,
        years=YEARS[:1],
        curves=tuple(replace(curve, values=curve.values[:1]) for curve in two.curves),
    )
    assert found(months) == {}


def test_that_a_name_that_another_line_goes_through_stands_below_its_own():
    spec = chart(line("one", 50), line("two", 58))
    assert found(spec)["one"] == (LAST_PLACE, BELOW)
    assert middle(spec, "one") == (LAST_PLACE, 58.0)
    # nor does it stand between two lines, and a little farther it does
    assert found(chart(line("one", 50), line("two", 63)))["one"] == (LAST_PLACE, BELOW)
    assert found(chart(line("one", 50), line("two", 63.1)))["one"] == (LAST_PLACE, ABOVE)


@pytest.mark.parametrize(
    ("other", "named"),
    [
        (49.9, {"two"}),  # the name above would be of either, and below it stands on both
        (48.0, set()),
        (47.9, {"one"}),
    ],
)
def test_that_lines_within_two_pixels_are_not_named_where_a_name_could_be_of_either(other, named):
    spec = chart(line("one", 50), line("two", other))
    assert "one" in found(spec) or "one" not in named
    assert ("one" in found(spec)) is ("one" in named)


def test_that_a_steep_line_is_named_where_it_is_level():
    """Along its name it may rise two and a half times a name's height."""
    for height, place in ((25.0, LAST_PLACE), (25.1, 188.0)):
        jagged = np.where(YEARS < 206, 50.0, 50.0 + height * (YEARS % 2))
        spec = chart(Curve("one", "capacity", jagged), line("two", 95))
        assert found(spec)["one"] == (place, ABOVE)


def test_that_a_line_is_named_where_it_is_defined_over_all_of_its_name():
    gap = np.where(YEARS > 250, NAN, 50.0)
    # 250 is the last month; the name needs one more behind its end at 248
    assert found(chart(Curve("one", "capacity", gap), line("two", 20)))["one"] == (238.0, ABOVE)
    nowhere = Curve("one", "capacity", FLAT * NAN)
    assert "one" not in found(chart(nowhere, line("two", 20)))


def test_that_names_at_the_very_top_and_bottom_go_to_the_other_side_or_nowhere():
    spec = chart(line("top", 88), line("bottom", 12))
    assert found(spec) == {"top": (LAST_PLACE, BELOW), "bottom": (LAST_PLACE, ABOVE)}
    assert found(chart(line("top", 87), line("bottom", 50)))["top"] == (LAST_PLACE, ABOVE)
    flat = replace(BOX, height=10.0, top=10.0)
    assert found(chart(line("one", 5), line("two", 9)), flat) == {}


# Layers


def layer(label: str, lower, thickness, role: str = "tpu") -> Layer:
    return Layer(label, role, FLAT * lower, FLAT * lower + thickness)


def test_that_a_layer_is_named_in_its_middle_where_it_is_thick_enough():
    spec = chart(layers=(layer("thin", 0, 13.9), layer("thick", 13.9, 14.0, "gpu")))
    assert found(spec) == {"thick": (LAST_PLACE, WITHIN)}
    assert middle(spec, "thick") == (LAST_PLACE, pytest.approx(100 - 13.9 - 7))


def test_that_a_layer_is_named_where_it_is_thicker_by_more_than_a_twentieth():
    for more, place in ((1.04, LAST_PLACE), (1.06, 238.0)):
        thickness = np.where(YEARS < 250, 20.0 * more, 20.0)
        spec = chart(layers=(layer("one", 0, thickness), layer("two", 60, 20.0, "gpu")))
        assert found(spec)["one"] == (place, WITHIN)


def test_that_a_name_in_a_layer_is_between_its_lowest_top_and_its_highest_ground():
    top = np.where(YEARS == 290, 60.0, 80.0)
    ground = np.where(YEARS == 280, 20.0, 10.0)
    spec = chart(layers=(layer("below", 0, 5.0, "gpu"), Layer("one", "tpu", ground, top)))
    # forty pixels at the right, sixty before, and then all seventy
    assert found(spec)["one"] == (268.0, WITHIN)
    low = np.where(YEARS == 290, 20.0, 80.0)  # ten pixels thick: too few
    spec = replace(spec, layers=(spec.layers[0], Layer("one", "tpu", FLAT * 10, low)))
    assert found(spec)["one"] == (278.0, WITHIN)
    assert middle(spec, "one") == (278.0, 55.0)


def test_that_two_names_beside_each_other_keep_six_pixels_apart():
    spec = chart(line("one", 50), layers=(layer("two", 50, 16.0),))
    # the line's name stands from 278 to 298, as high as the layer's would
    assert found(spec) == {"one": (LAST_PLACE, ABOVE), "two": (258.0, WITHIN)}
    assert middle(spec, "two")[1] == middle(spec, "one")[1]


# Worlds and baseline


def fan(role: str, *, low, high, median=None) -> Fan:
    bounds = (FLAT * low, FLAT * low, FLAT * high, FLAT * high)
    return Fan("worlds", role, bounds, None if median is None else FLAT * median)


def test_that_worlds_are_named_beside_the_line_that_is_the_plan():
    spec = chart(line("one", 50), fans=(fan("capacity", low=10, high=90, median=30),))
    assert found(spec) == {
        "plan": (LAST_PLACE, ABOVE),
        "median": (LAST_PLACE, ABOVE),
        "95%": (LAST_PLACE, BELOW),
        "5%": (LAST_PLACE, ABOVE),
    }
    two = replace(spec, curves=(*spec.curves, line("two", 70, "demand")))
    assert {"one, plan", "two"} <= set(found(two))


def test_that_worlds_that_are_all_one_have_no_names():
    spec = chart(line("one", 50), fans=(fan("capacity", low=20, high=20, median=20),))
    assert set(found(spec)) == {"plan"}


def test_that_the_edges_of_a_band_are_named_in_the_right_two_fifths_alone():
    early = np.where(YEARS > 210, NAN, 1.0)
    spec = chart(line("one", 50), fans=(fan("capacity", low=10 * early, high=80 * early),))
    assert found(spec)["5%"] == (198.0, ABOVE)
    early = np.where(YEARS > 190, NAN, 1.0)
    spec = chart(line("one", 50), fans=(fan("capacity", low=10 * early, high=80 * early),))
    assert "5%" not in found(spec)  # six tenths of the width are 183.6


def test_that_the_first_of_a_baseline_s_lines_is_named():
    ghosts = (line("one, baseline", 30), line("two, baseline", 80))
    spec = chart(line("one", 50), line("two", 10), ghosts=ghosts)
    assert found(spec)["baseline"] == (LAST_PLACE, ABOVE)
    assert middle(spec, "baseline") == (LAST_PLACE, 62.0)


def test_that_a_baseline_along_the_very_edge_of_a_name_does_not_go_through_it():
    for ghost, side in ((63.0, ABOVE), (62.9, BELOW), (53.1, BELOW), (53.0, ABOVE)):
        spec = chart(line("one", 50), line("two", 10), ghosts=(line("baseline", ghost),))
        assert found(spec)["one"] == (LAST_PLACE, side), ghost


def test_that_a_stack_with_worlds_has_its_top_named_as_the_plan():
    layers = (layer("one", 0, 30.0), layer("two", 30, 20.0, "gpu"))
    spec = chart(layers=layers, fans=(fan("total", low=20, high=90, median=70),))
    assert found(spec)["Total, plan"] == (LAST_PLACE, ABOVE)
    assert middle(spec, "Total, plan") == (LAST_PLACE, 42.0)
    assert "Total, plan" not in found(replace(spec, fans=()))


# Where names are now


def test_that_a_name_goes_with_its_line_and_is_left_out_where_it_is_outside_or_over_another():
    spec = chart(line("one", 50), line("two", 20))
    one, two = names(spec, BOX)
    moved = chart(line("one", 60), line("two", 20))
    assert list(places([one, two], moved, BOX)) == [
        (one, (LAST_PLACE, 32.0)),
        (two, (LAST_PLACE, 72.0)),
    ]
    outside = chart(line("one", 109), line("two", 20))  # its name's middle is above the plot
    assert [name for name, _ in places([one, two], outside, BOX)] == [two]
    near = chart(line("one", 25), line("two", 20))
    assert [name for name, _ in places([one, two], near, BOX)] == [one]
    # by a pixel they may be over each other
    touching = chart(line("one", 29), line("two", 20))
    assert len(list(places([one, two], touching, BOX))) == 2
    touching = chart(line("one", 28.9), line("two", 20))
    assert len(list(places([one, two], touching, BOX))) == 1
    gone = chart(line("two", 20), line("three", 50))
    assert [name for name, _ in places([one, two], gone, BOX)] == [two]
    assert height_of(one, gone, BOX) is None


def test_that_a_name_whose_months_are_gone_is_left_out_and_one_at_the_edge_stays():
    spec = chart(line("one", 50), line("two", 20))
    one, _ = names(spec, BOX)

    def until(months: int) -> ChartSpec:
        curves = tuple(replace(c, values=c.values[:months]) for c in spec.curves)
        return replace(spec, years=YEARS[:months], curves=curves)

    assert height_of(one, until(299), BOX) == 42.0
    assert height_of(one, until(298), BOX) is None
    # over fewer years it goes to the right, by a pixel over the end at most
    nearly, beyond = (replace(spec, years=YEARS * share) for share in (0.97, 0.969))
    [(_, (across, _))] = places([one], nearly, BOX)
    assert across == pytest.approx(LAST_PLACE / 0.97)
    assert list(places([one], beyond, BOX)) == []


def test_that_rectangles_that_touch_are_apart():
    own = (10.0, 10.0, 20.0, 20.0)
    for other in ((20, 10, 30, 20), (0, 10, 10, 20), (10, 20, 20, 30), (10, 0, 20, 10)):
        assert apart(own, [other])
    for other in ((19, 10, 30, 20), (0, 10, 11, 20), (10, 19, 20, 30), (10, 0, 20, 11)):
        assert not apart(own, [other])
        assert not apart(own, [(90, 90, 99, 99), other])
    assert apart(own, [])


# Claims


def claims(*marks: tuple[int, float], **parts) -> ChartSpec:
    made = tuple(
        Mark(place, value, f"mark {n}", "", True) for n, (place, value) in enumerate(marks)
    )
    return chart(line("one", 90), marks=made, **parts)


def rooms(spec: ChartSpec, box: PlotBox = BOX) -> list[tuple[float, ...] | None]:
    return [rect for _, _, rect in rects(spec, box)]


def test_that_a_claim_s_words_stand_right_of_it_else_left_else_over_or_under():
    # seven and a half pixels from its middle, and as high as a line
    assert rooms(claims((100, 50.0))) == [(107.5, 45.0, 127.5, 55.0)]
    assert rooms(claims((278, 50.0))) == [(285.5, 45.0, 305.5, 55.0)]
    assert rooms(claims((279, 50.0))) == [(251.5, 45.0, 271.5, 55.0)]
    narrow = replace(BOX, width=40.0, measure=lambda text: 30.0)  # of 306 months
    assert rooms(claims((153, 50.0)), narrow) == [(10.0, 32.5, 40.0, 42.5)]
    assert rooms(claims((0, 50.0)), narrow) == [(7.5, 45.0, 37.5, 55.0)]
    assert rooms(claims((153, 90.0)), narrow) == [(10.0, 17.5, 40.0, 27.5)]
    assert rooms(claims((153, 50.0)), replace(narrow, measure=lambda text: 41.0)) == [None]


def test_that_a_claim_outside_the_plot_is_not_shown_and_one_at_its_edge_is():
    spec = claims((100, 100.0), (100, 0.0), (100, 100.1), (100, -0.1))
    assert [(mark.text, at) for mark, at, _ in rects(spec, BOX)] == [
        ("mark 0", (100.0, 0.0)),
        ("mark 1", (100.0, 100.0)),
    ]


def test_that_words_of_a_claim_cover_no_other_claim_nor_what_was_observed():
    beside = claims((100, 50.0), (115, 50.0))
    first, second = rooms(beside)
    assert first == (72.5, 45.0, 92.5, 55.0)  # the other's mark is at its right
    assert second == (122.5, 45.0, 142.5, 55.0)
    one = np.array([50.0])
    seen = Points(Beside("x"), (None,), (115,), one - 5, one, one + 5)
    [found_] = rooms(claims((100, 50.0), observed=seen))
    assert found_ == (72.5, 45.0, 92.5, 55.0)


def test_that_no_name_covers_a_claim_its_words_or_a_whisker():
    spec = chart(line("one", 50), line("two", 20))
    marked = replace(spec, marks=(Mark(288, 58.0, "mark", "", True),))
    # the mark and its words, at the left of it, take the place above
    assert found(marked)["one"] == (LAST_PLACE, BELOW)
    high = np.array([58.0])
    seen = Points(Beside("x"), (None,), (288,), high - 1, high, high + 1)
    assert found(replace(spec, observed=seen))["one"] == (LAST_PLACE, BELOW)
    # five pixels around a whisker, so that the next name to the left is free of it
    seen = Points(Beside("x"), (None,), (288,), high - 30, high, high + 30)
    assert found(replace(spec, observed=seen))["one"] == (268.0, ABOVE)
