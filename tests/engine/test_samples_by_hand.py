"""Samples of a few worlds, some of them undefined, kept whole or as sketches."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.run.backend import NUMPY
from engine.worlds import quantiles
from engine.worlds.sample_store import Everything, Sketches

NAN = math.nan
SHARES = (0.0, 0.25, 0.5, 1.0)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([3.0, NAN], [3.0] * 4),
        ([NAN, NAN], [NAN] * 4),
        ([5.0, NAN, 1.0], [1.0, 2.0, 3.0, 5.0]),
        ([5.0, 3.0, 1.0], [1.0, 2.0, 3.0, 5.0]),
        ([7.0], [7.0] * 4),
    ],
)
def test_that_quantiles_are_of_the_worlds_that_are_defined(row, expected) -> None:
    found = quantiles.quantiles(np, quantiles.sample(np, np.array([row])), SHARES)
    np.testing.assert_array_equal(found[:, 0], expected)
    sketch = quantiles.Sketch(np, 1)
    sketch.add(np.array([row]))
    np.testing.assert_array_equal(quantiles.quantiles(np, sketch.sample(), SHARES)[:, 0], expected)


@pytest.mark.parametrize("whole", [True, False])
def test_that_means_are_of_the_worlds_that_are_defined_in_whatever_stretches(whole) -> None:
    values = np.array([[1.0, NAN, 5.0, 6.0], [NAN] * 4, [0.0, 0.0, 0.0, NAN]])
    store: Everything | Sketches = Everything(NUMPY, 4)
    if not whole:
        store = Sketches(NUMPY, 4, {"a": 3, "b": 1}, unsorted=("b",), whole=("c",))
    for first, last in ((0, 1), (1, 3), (3, 4)):
        store.add(first, "a", values[:, first:last])
        store.add(first, "b", values[:1, first:last])
        store.add(first, "c", values[2:, first:last])
    np.testing.assert_array_equal(store.mean("a"), [4.0, NAN, 0.0])
    np.testing.assert_array_equal(store.mean("b"), [4.0])
    np.testing.assert_array_equal(store.mean("c"), [0.0])
    spread = store.spread("a")
    assert spread.shape == (5, 3)
    np.testing.assert_array_equal(spread[:, 1], [NAN] * 5)
    np.testing.assert_allclose(spread[2], [5.0, NAN, 0.0])
    assert store.rank_error == 0.0


def test_that_a_sketch_says_how_far_it_may_be_off_once_it_has_merged() -> None:
    count = 2 * quantiles.BUFFER
    store = Sketches(NUMPY, count + 1, {"a": 1}, unsorted=(), whole=())
    values = np.arange(count + 1.0)[None]
    store.add(0, "a", values[:, :-1])
    # of two merged buffers every other value: one merge of single draws, and one for reading
    assert store.rank_error == 2 / count
    store.add(count, "a", values[:, -1:])
    assert store.rank_error == 2 / (count + 1)
    assert store.mean("a").tolist() == [count / 2]
    [middle] = quantiles.quantiles(np, store.sample("a"), (0.5,))[0].tolist()
    assert abs(middle - count / 2) <= 2
