"""A number over all mixes of three families, as what is drawn: picture, contours, regions.

Mixes are a triangular grid of `steps` parts, in the order of `engine.analysis.mix_map`; a
place in the triangle is its three shares. Between the grid's mixes values are linear. No Qt.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import numpy.typing as npt

from engine import Array

Places = npt.NDArray[np.intp]

RASTER_WIDTH = 384  # pixels; drawn larger or smaller with smooth scaling
RASTER_HEIGHT = round(RASTER_WIDTH * math.sqrt(3) / 2)
UNDEFINED = 255  # the colour index where there is no value
COLOURS = 255
MOST_LEVELS = 6
ROUND_STEPS = (1.0, 2.0, 5.0, 10.0)
DIGITS = 9  # of a place in the grid: what differs less is on it
SAME = 1e-9  # a relative spread below this is rounding
THREE = 3
NEAR_AN_END = 0.1  # of a step: a line so close to the lowest or highest value says nothing


def place(steps: int, parts: npt.NDArray[np.int64]) -> Places:
    """Where the mix of these whole parts (..., 3) stands in the grid's order."""
    rest = steps - parts[..., 0]
    return np.asarray(rest * (rest + 1) // 2 + parts[..., 2], np.intp)


def _corners(steps: int, shares: Array) -> tuple[Places, Array]:
    """The grid's cell around each mix (..., 3): its three places, and their weights."""
    inside = np.maximum(shares, 0.0)
    scaled = np.round(inside / inside.sum(axis=-1, keepdims=True) * steps, DIGITS)
    whole = np.floor(scaled).astype(np.int64)
    # a mix of the grid itself is the corner of a cell that points to its largest share
    on_grid = whole.sum(axis=-1, keepdims=True) == steps
    whole -= on_grid & (np.arange(THREE) == whole.argmax(axis=-1)[..., None])
    part = scaled - whole
    upward = (steps - whole.sum(axis=-1) == 1)[..., None]  # the cell points to the first family
    unit = np.eye(THREE, dtype=np.int64)
    vertices = whole[..., None, :] + np.where(upward[..., None], unit, 1 - unit)
    return place(steps, vertices), np.where(upward, part, 1 - part)


def value_at(steps: int, values: Array, shares: Array) -> float:
    """The value of one mix (3,), linear between the grid's."""
    places, weights = _corners(steps, shares)
    return float((values[places] * weights).sum())


@functools.lru_cache(maxsize=4)
def _raster(steps: int) -> tuple[Places, Array]:
    """The cell and weights of every pixel of the picture, row by row from the top."""
    column, row = np.meshgrid(
        (np.arange(RASTER_WIDTH) + 1 / 2) / RASTER_WIDTH,
        (np.arange(RASTER_HEIGHT) + 1 / 2) / RASTER_HEIGHT,
    )
    third = column - (1 - row) / 2
    return _corners(steps, np.stack([1 - row, row - third, third], axis=-1))


def is_flat(values: Array) -> bool:
    """Whether all mixes give the same, or none gives anything."""
    if np.isnan(values).all():
        return True
    low, high = np.nanmin(values), np.nanmax(values)
    return bool(high - low <= SAME * max(abs(high), abs(low), SAME))


def picture(steps: int, values: Array) -> npt.NDArray[np.uint8]:
    """Colour indices (row, column) from the lowest value, 0, to the highest, COLOURS - 1."""
    places, weights = _raster(steps)
    field = (values[places] * weights).sum(axis=-1)
    defined = ~np.isnan(field)
    if is_flat(values):
        indices = np.full(field.shape, COLOURS // 2)
    else:
        low, high = np.nanmin(values), np.nanmax(values)
        scaled = (np.where(defined, field, low) - low) / (high - low) * (COLOURS - 1)
        indices = np.clip(np.rint(scaled), 0, COLOURS - 1).astype(np.int64)
    return np.where(defined, indices, UNDEFINED).astype(np.uint8)


def levels(values: Array) -> tuple[float, ...]:
    """Round values between the lowest and the highest, a handful; none where all is one."""
    if is_flat(values):
        return ()
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    rough = (high - low) / MOST_LEVELS
    power = math.pow(10.0, math.floor(math.log10(rough)))
    step = power * next(r for r in ROUND_STEPS if r * power >= rough * (1 - SAME))
    found = [k * step for k in range(math.ceil(low / step), math.floor(high / step) + 1)]
    edge = step * NEAR_AN_END
    inner = [level for level in found if low + edge < level < high - edge]
    return tuple(float(f"{level:.12g}") for level in inner)


@functools.lru_cache(maxsize=4)
def _cells(steps: int) -> tuple[Places, Array]:
    """(cell, 3) places of the corners of all small triangles, and (cell, 3, 3) their shares."""
    first, second = np.meshgrid(np.arange(steps), np.arange(steps), indexing="ij")
    base = np.stack([first, second, steps - 1 - first - second], axis=-1)
    base = base[base[..., 2] >= 0]
    unit = np.eye(THREE, dtype=np.int64)
    upward = base[:, None, :] + unit
    downward = base[base[:, 2] >= 1][:, None, :] + np.array([0, 0, -1]) + (1 - unit)
    parts = np.concatenate([upward, downward])
    return place(steps, parts), parts / steps


def contour(steps: int, values: Array, level: float) -> Array:
    """(segment, 2, 3) the line on which the value is `level`, in pieces, as shares."""
    places, shares = _cells(steps)
    height = values[places] - level
    above = height > 0
    count = above.sum(axis=1)
    crossed = ((count == 1) | (count == 2)) & ~np.isnan(height).any(axis=1)
    height, above, shares, count = (x[crossed] for x in (height, above, shares, count))
    apart = np.where((count == 1)[:, None], above, ~above).argmax(axis=1)
    row = np.arange(len(apart))
    ends = []
    for other in ((apart + 1) % THREE, (apart + 2) % THREE):
        own, far = height[row, apart], height[row, other]
        along = (own / (own - far))[:, None]
        ends.append(shares[row, apart] * (1 - along) + shares[row, other] * along)
    return np.stack(ends, axis=1)


def region(steps: int, excess: Array) -> list[Array]:
    """Polygons (point, 3) that cover where `excess` is above 0 or undefined."""
    places, shares = _cells(steps)
    height = np.where(np.isnan(excess), 1.0, excess)[places]
    found: list[Array] = []
    for own, corners in zip(height.tolist(), shares, strict=True):
        if max(own) <= 0:
            continue
        points: list[Array] = []
        for i in range(THREE):
            j = (i + 1) % THREE
            if own[i] > 0:
                points.append(corners[i])
            if (own[i] > 0) != (own[j] > 0):
                along = own[i] / (own[i] - own[j])
                points.append(corners[i] * (1 - along) + corners[j] * along)
        found.append(np.array(points))
    return found
