"""The key below the map of mixes: what is painted of its ramp and hatch, and what it says."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF

from engine import Scenario
from gui.pages.mix import key
from gui.pages.mix.key import MixKey
from gui.pages.mix.measures import CHANCE, MEASURES
from gui.pages.mix.painting import small_font
from tests.gui.canvas import Drawn, painted_by
from tests.gui.made_map import CONTOUR, INKS, picture

SERVED = MEASURES[1]


@pytest.fixture
def shown_key(qtbot):
    found = MixKey()
    qtbot.addWidget(found)
    found.use_palette(INKS)
    found._bar.resize(101, 40)
    return found


def bar_painted(shown: MixKey, monkeypatch) -> list[Drawn]:
    return painted_by(shown._bar, key, monkeypatch)


def test_that_the_key_s_ramp_has_a_stroke_for_each_contour_and_its_ends_below(
    shown_key, monkeypatch
):
    assert bar_painted(shown_key, monkeypatch) == []
    assert shown_key._bar.ends() == ("", "")
    shown_key.show_picture(picture(contours=((1.0, CONTOUR), (2.5, CONTOUR))))
    ramp, edge, first, second, low, high = bar_painted(shown_key, monkeypatch)
    assert ramp.place == edge.place == (0.5, 0.5, 100, 12)
    stops = ramp.brush.split(" to ")
    assert (len(stops), stops[0], stops[-1]) == (17, "#fee838", "#0b316b")
    assert edge.pen == "#020202 1"
    # of 0 to 5, over a hundred pixels
    assert first.place == (20.5, 12.5, 20.5, 16.5)
    assert second.place == (50.5, 12.5, 50.5, 16.5)
    assert first.pen == "#020202 1"
    metrics = QFontMetricsF(small_font(shown_key._bar.font()))
    base = pytest.approx(16.5 + metrics.ascent() + 1, abs=1e-3)
    assert (low.text, low.place, low.pen) == ("$0.000 · best", (0, base), "#010101 1")
    right = pytest.approx(101 - metrics.horizontalAdvance("$5.000"), abs=1e-3)
    assert (high.text, high.place) == ("$5.000", (right, base))


def test_that_the_ramp_is_bright_at_the_better_end_and_even_where_all_is_one(shown_key):
    def ends() -> tuple[int, int, int]:
        image = shown_key._bar.grab().toImage()
        wide = image.width()
        return tuple(image.pixelColor(x, 6).red() for x in (2, wide // 2, wide - 3))

    shown_key.show_picture(picture())
    left, middle, right = ends()
    assert left > middle > right
    shown_key.show_picture(picture(measure=SERVED))
    left, middle, right = ends()
    assert left < middle < right
    shown_key.show_picture(picture([2.0] * 6))
    assert set(ends()) == {0x8A}  # the ramp's middle
    assert shown_key._bar.ends() == ("$2.000 per PFLOP-hour with every mix", "")


def test_that_no_ramp_is_painted_where_no_mix_has_a_value(shown_key, monkeypatch):
    shown_key.show_picture(picture([math.nan] * 6))
    edge, low, high = bar_painted(shown_key, monkeypatch)
    assert (edge.kind, edge.brush) == ("rect", "")
    assert (low.text, high.text) == ("no value with any mix", "")


def test_that_the_hatch_of_the_key_has_an_edge_within_its_swatch(shown_key, monkeypatch):
    ground, hatched, edge = painted_by(shown_key._swatch, key, monkeypatch)
    assert ground.place == hatched.place == edge.place == (0.5, 0.5, 25, 13)
    assert (edge.pen, edge.brush) == ("#020202 1", "")


def test_that_the_key_says_what_is_shown_how_it_was_made_and_whether_finer_follows(shown_key):
    shown_key.show_picture(picture())
    assert shown_key.text() == (
        "Unit cost in Jan 2025: $0.000 · best to $5.000. No mix is hatched: all serve at least "
        "99% of demand in Jan 2025. 6 mixes, one plain run each. Brighter is better."
    )
    assert shown_key._swatch.isHidden()
    corner = np.eye(3)
    shown_key.show_picture(picture(hatched=(corner,), settled=False))
    assert not shown_key._swatch.isHidden()
    assert shown_key.text().endswith(
        "Hatched: over 1% of demand unserved in Jan 2025, or no value. "
        "6 mixes, one plain run each; finer to come. Brighter is better."
    )
    shown_key.show_picture(picture(measure=CHANCE, hatched=(corner,), draws=8))
    assert "Hatched: in the plain run over 1% of demand unserved" in shown_key.text()
    assert "6 mixes, 8 drawn worlds each. " in shown_key.text()
    shown_key.show_picture(picture(measure=CHANCE, draws=8))
    assert "in the plain run all serve at least 99% of demand" in shown_key.text()
    assert shown_key.accessibleDescription() == shown_key.text()


@pytest.mark.parametrize(("tolerance", "said"), [(0.015, "1.5%"), (0.02, "2%"), (0.0504, "5%")])
def test_that_the_tolerance_in_the_key_has_a_decimal_only_where_it_says_something(
    shown_key, tolerance, said
):
    made = picture(hatched=(np.eye(3),))
    question = replace(made.question, scenario=Scenario().having(shortfall_tolerance=tolerance))
    shown_key.show_picture(replace(made, question=question))
    assert f"Hatched: over {said} of demand unserved" in shown_key.text()
