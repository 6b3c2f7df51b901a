"""The picture of what drives a sweep's measures: each bar at its place, worked out by hand.

Two panels share 1200 pixels but for sixteen at the edges and between; names have 48 hundredths.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from engine.sweep.indices import Index
from gui.sweeps import report
from gui.sweeps.quantities import SweptQuantity
from gui.widgets.palette import PRINT
from tests.gui.painted_marks import painted_by

PAD = report.PAD
ACCENT = PRINT.accent.lower()


def quantity(key: str, label: str, unit: str = "") -> SweptQuantity:
    return SweptQuantity(key, label, unit, np.array([1.0, 2.0]))


DRIVERS = {"cost": [("power", 0.5), ("mix.tpu", -1.0)], "lost": [("power", 0.0)]}
SHARES = {"cost": [Index("mix", 0.25, 0.5, 0.01, 0.1), Index("power", -0.1, 1.2, 0.0, 0.0)]}


class Found(SimpleNamespace):
    def drivers(self, key):
        return DRIVERS.get(key, [])

    def indices(self, key):
        return SHARES.get(key, [])


@pytest.fixture
def drawn(qtbot, monkeypatch):
    measures = [quantity("cost", "Cost", "$bn"), quantity("lost", "Lost"), quantity("no", "No")]
    columns = [quantity("power", "Power budget"), quantity("mix.tpu", "Google TPU · Mix")]
    monkeypatch.setattr(report, "measured", lambda found: measures)
    monkeypatch.setattr(report, "varied", lambda found: columns)
    facts = SimpleNamespace(name="Two\nlevers", count=1200)
    made = report._Drivers(Found(facts=facts, scenarios=range(1000)), PRINT)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1200, made.height)
    found = painted_by(made.paint, widget)
    return SimpleNamespace(marks=found, made=made)


WIDE = (1200 - PAD) / 2
ROOM = WIDE - PAD
BEGIN = PAD + ROOM * 0.48
HALF = ROOM * 0.52 / 2
ZERO, REACH = BEGIN + HALF, HALF - 40


def near(*places):
    return tuple(pytest.approx(place, abs=0.05) for place in places)


def test_that_panels_are_as_high_as_the_one_with_most_bars(drawn):
    assert [panel[0].key for panel in drawn.made.panels] == ["cost", "lost"]
    # two correlations under a heading, and two shares under a smaller one
    above, below = 46 + 2 * 20, 18 + 23 + 2 * 20
    assert drawn.made._panel == (above, below)
    assert drawn.made.height == 64 + above + below + 18 + 30


def test_that_a_correlation_goes_either_way_from_the_middle(drawn):
    bars = [m for m in drawn.marks.boxes() if m.fill == ACCENT]
    top = 64 + 46 + 5
    assert bars[0].points == near((ZERO, top), (ZERO + REACH / 2, top + 10))
    assert bars[1].points == near((ZERO - REACH, top + 20), (ZERO, top + 30))
    words = drawn.marks.words
    assert words("+0.50").x == pytest.approx(ZERO + REACH / 2 + 5, abs=0.1)
    assert words("−1.00").x < ZERO - REACH - 5
    assert words("0.00").x == pytest.approx(ZERO + WIDE + 5, abs=0.1)
    middles = [m for m in drawn.marks.lines(PRINT.text) if m.width == 1]
    assert middles[0].points == near((ZERO, 64 + 46), (ZERO, 64 + 46 + 40))


def test_that_a_share_has_its_whiskers_and_what_it_does_alone(drawn):
    top = 64 + 46 + 40 + 18
    wide = ROOM * 0.52 - 40
    bars = [m for m in drawn.marks.boxes() if m.fill == ACCENT][2:4]
    assert bars[0].points == near((BEGIN, top + 23 + 5), (BEGIN + wide / 2, top + 23 + 15))
    assert bars[1].points[1][0] == pytest.approx(BEGIN + wide, abs=0.05)  # no more than all
    whiskers = [m for m in drawn.marks.lines(PRINT.text) if m.width == 1.25]
    middle = top + 23 + 10
    ends = near((BEGIN + wide * 0.3, middle), (BEGIN + wide * 0.7, middle))
    assert whiskers[0].points == ends
    alone, none = drawn.marks.dots()
    assert (alone.points, alone.radius) == (near((BEGIN + wide / 4, middle)), 3)
    assert none.x == pytest.approx(BEGIN, abs=0.05)  # a share is never less than nothing
    assert drawn.marks.words("50%").x == pytest.approx(BEGIN + wide * 0.7 + 6, abs=0.1)
    assert "120%" in drawn.marks.texts


def test_that_everything_is_named(drawn):
    texts = drawn.marks.texts
    assert texts[:2] == [
        "What drives each measure",
        "Two levers · 1,000 of 1,200 scenarios, means over the draws",
    ]
    assert {"Cost [$bn]", "Lost", "Rank correlation", "Power budget", "Google TPU · Mix"} <= set(
        texts
    )
    assert "Mix" in texts  # the shares of a sum are one lever
    foot = texts[-2]
    assert foot.startswith("Spearman's rank correlation, from −1 to 1; total-order index")
    assert texts[-1].startswith("Headroom ")
    assert drawn.marks.words("What drives each measure").x == PAD
    assert drawn.marks.words("Cost [$bn]").x == PAD
    assert drawn.marks.words("Lost").x == pytest.approx(PAD + WIDE, abs=0.1)
