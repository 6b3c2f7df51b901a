"""A long drag: nothing queues up, nothing is left behind, and no reference is lost."""

from __future__ import annotations

import gc
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtWidgets import QApplication

FRAMES, DRAGS = 120, 6
LEVERS = ("revenue_growth", "mix", "power_budget_gw", "wacc")
LOST = 60  # references to None that may come or go by chance, in as many frames
REPAINTS = 100


def drag(window, key: str, frames: int) -> int:
    """Drag a lever there and back, frame by frame; the most runs that were still to come."""
    slider = next(iter(window.levers.row(key).lines.values())).slider
    slider.setSliderDown(True)
    most_behind = 0
    for frame in range(frames):
        share = 0.3 + 0.4 * abs(1 - 2 * frame / frames)
        slider.setValue(round(slider.maximum() * share))
        QApplication.processEvents()
        QApplication.processEvents()
        behind = window.result.scenario is not window.session.scenario
        most_behind = max(most_behind, int(behind))
    slider.setSliderDown(False)
    window.edit.undo()
    QApplication.processEvents()
    return most_behind


@pytest.mark.parametrize("key", LEVERS)
def test_that_a_long_drag_queues_nothing(window, key):
    runs = []
    window.runner.finished.connect(lambda _: runs.append(1))
    asked = []
    window.session.scenario_changed.connect(lambda _: asked.append(1))
    assert drag(window, key, FRAMES) == 0
    assert not window.runner.pending
    assert len(runs) <= len(asked)


def test_that_a_drag_is_one_step_of_undo_and_leaves_nothing_behind(window):
    for _ in range(3):  # what is made once is made
        drag(window, "power_budget_gw", FRAMES)
    gc.collect()
    objects, nones = len(gc.get_objects()), sys.getrefcount(None)
    for _ in range(DRAGS):
        drag(window, "power_budget_gw", FRAMES)
    gc.collect()
    assert window.session.history.count() <= 1
    # curves and bands that the workers just bring come and go; what is lost is lost in each drag
    assert (len(gc.get_objects()) - objects) / DRAGS < FRAMES
    # from Python 3.12 on None is immortal and its count says nothing
    assert abs(sys.getrefcount(None) - nones) / DRAGS < LOST


@pytest.mark.parametrize("place", ["left", "bottom"])
def test_that_an_axis_drawn_anew_keeps_no_reference(window, place):
    axis = window.pages["overview"].charts["power"].plot.plot.getAxis(place)
    low, high = axis.range
    for step in range(2 * REPAINTS):
        if step == REPAINTS:  # what a window that was just shown still waited for is there
            nones = sys.getrefcount(None)
        axis.setRange(low, high + 0.01 * step)
        QApplication.processEvents()
    assert axis.picture is not None
    assert abs(sys.getrefcount(None) - nones) < REPAINTS


def test_that_bands_are_of_where_the_last_of_several_drags_ended(window, qtbot):
    """The worker is asked at every frame, and holds one question and one answer."""
    for _ in range(3):
        drag(window, "power_budget_gw", 40)
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    qtbot.waitUntil(lambda: window.presenter.ensemble.scenario == window.session.scenario)


def test_that_a_curve_with_a_hole_in_it_loads_nothing_under_the_hand():
    """What is loaded in the middle of a drag holds up a frame, and its memory stays."""
    code = """
        import sys
        import numpy as np
        from engine import Scenario
        from engine.analysis.foresight import LeverCurve
        from engine.analysis.variants import Lever
        from gui.levers.foresight import MEASURES, preview
        scenario, lever = Scenario(), Lever("wacc")
        at = np.linspace(*lever.bounds, 5)
        loaded = set(sys.modules)
        for kpi in ([3.0, 2.0, np.nan, np.nan, 1.0], [np.nan] * 5, [1.0] * 5):
            preview(LeverCurve(lever, at, np.array(kpi)), scenario, MEASURES[0], "Jan 2027")
        print(*set(sys.modules) - loaded)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
