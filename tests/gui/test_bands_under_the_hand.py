"""Bands are painted while the hand still moves: a drag shows them, not its end alone."""

from __future__ import annotations

import numpy as np

from engine.worlds.ensemble import Ensemble


def test_that_newer_bands_are_drawn_while_the_hand_still_moves(window, qtbot):
    presenter, plot = window.presenter, window.pages["overview"].charts["capacity"].plot
    qtbot.waitUntil(lambda: presenter.ensemble is not None)

    def of_what_is_set_now() -> bool:
        presenter.interaction.move()  # the hand never rests
        assert presenter.interaction.moving
        newest: Ensemble = presenter.ensemble
        if newest.scenario is not window.session.scenario or not plot.spec.fans:
            return False
        wide = plot.spec.fans[0].bounds
        return np.array_equal(wide[0], newest.bands["capacity_eflops"].p5) and np.array_equal(
            wide[3], newest.bands["capacity_eflops"].p95
        )

    for power in (3.0, 3.5):
        window.session.edit("power_budget_gw", power)
        qtbot.waitUntil(of_what_is_set_now)
        qtbot.waitUntil(lambda: window.kpis.tiles["risk"].kpi.value.endswith("%"))
