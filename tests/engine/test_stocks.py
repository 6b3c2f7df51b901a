"""Stocks of the fleet: what is there is the sum of what came in time, to the last digits."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest

from engine.model import stocks
from tests.engine.ways import WAYS, going

LIFE = 36
MONTHS = 96
ALMOST = 1e-14  # relative: a few dozen roundings


@pytest.fixture(params=WAYS, autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[None]:
    with going(request.param):
        yield


def deliveries(*shape: int) -> np.ndarray:
    """A flood in the first year, and next to nothing from then on."""
    flow = np.random.default_rng(7).uniform(0.5, 1.0, (MONTHS, *shape))
    flow[:12] *= 1e9
    flow[12:] *= 1e-3
    return flow


def summed(flow: np.ndarray, youngest: int, life: int) -> list[float]:
    """The exact sum of what came `youngest` to `life - 1` months before each month."""
    months = range(len(flow))
    return [math.fsum(flow[max(t - life + 1, 0) : max(t - youngest + 1, 0)]) for t in months]


def test_that_a_stock_loses_no_digits_when_most_of_a_fleet_has_retired() -> None:
    flow = deliveries(1)
    stock = stocks.alive(np, flow, np.zeros((1, 1)), np.array([LIFE]))
    np.testing.assert_allclose(stock[:, 0], summed(flow[:, 0], 0, LIFE), rtol=ALMOST)


@pytest.mark.parametrize("life", [1, 2, 6, 7, 95, 96, 120])
@pytest.mark.parametrize("bring_up", [0, 1, 6, 96])
def test_that_what_serves_is_what_came_long_enough_ago_and_still_lives(
    life: int, bring_up: int
) -> None:
    flow = deliveries(2, 5)
    months = np.array([[bring_up], [0]])
    stock = stocks.serving(np, flow, np.zeros((1, 2, 1)), months, np.array([life]))
    for world in range(5):
        expected = summed(flow[:, 0, world], bring_up, life)
        np.testing.assert_allclose(stock[:, 0, world], expected, rtol=ALMOST)
        expected = summed(flow[:, 1, world], 0, life)
        np.testing.assert_allclose(stock[:, 1, world], expected, rtol=ALMOST)


def test_that_each_world_has_lives_and_bring_up_of_its_own() -> None:
    flow, lives, bring_up = deliveries(2, 3), [12, 36, 12], [[0, 3, 3], [1, 1, 20]]
    stock = stocks.serving(np, flow, np.zeros((1, 2, 1)), np.array(bring_up), np.array(lives))
    alive = stocks.alive(np, flow, np.zeros((1, 2, 1)), np.array(lives))
    for f in range(2):
        for world, life in enumerate(lives):
            own = flow[:, f, world]
            expected = summed(own, bring_up[f][world], life)
            np.testing.assert_allclose(stock[:, f, world], expected, rtol=ALMOST)
            np.testing.assert_allclose(alive[:, f, world], summed(own, 0, life), rtol=ALMOST)


def test_that_a_wide_batch_adds_like_a_single_world() -> None:
    flow = deliveries(3, 400)
    life, nothing = np.array([LIFE]), np.zeros((1, 3, 1))
    together = stocks.alive(np, flow, nothing, life)
    for world in (0, 399):
        alone = stocks.alive(np, flow[:, :, world : world + 1].copy(), nothing, life)
        assert (together[:, :, world : world + 1] == alone).all()
