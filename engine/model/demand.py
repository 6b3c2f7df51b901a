"""Section 2: revenue, and the compute that serving and training ask for."""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import MONTHS_PER_YEAR, fade, fading_years, ramp


def log_planned_revenue(
    xp: ArrayModule,
    month: Array,
    anchor_months: Array,
    log_anchors: Array,
    log_growth: Array,
    log_growth_longrun: Array,
    half_life: Array,
) -> Array:
    """Revenue run-rate without shocks or luck at `month`: any month, fractional or past the
    horizon too.

    Between the anchors the logarithm runs straight; after the last it grows by `log_growth`, fading
    to the long-run rate. Short lists of anchors are padded with their last point.

    Takes: `month` (time, ...) [months since start]; `anchor_months` (anchor, ...)
        [months since start], ascending; `log_anchors` (anchor, ...) [ln of $bn per year];
        `log_growth` and `log_growth_longrun` (...) [ln per year]; `half_life` (...) [years].
    Gives: (time, ...) [ln of $bn per year].
    Source: model, section 2.
    """
    log_revenue: Array = log_anchors[0]
    if len(anchor_months) > 1:  # all at once: there may be dozens
        shares = ramp(xp, month, anchor_months[:-1, None], anchor_months[1:, None])
        steps = log_anchors[1:, None] - log_anchors[:-1, None]
        log_revenue = log_revenue + xp.sum(shares * steps, axis=0)
    elapsed = xp.maximum(month - anchor_months[-1], 0.0) / MONTHS_PER_YEAR
    return log_revenue + fade(xp, elapsed, log_growth, log_growth_longrun, half_life)


def years_of_luck(
    xp: ArrayModule, month: Array, last_anchor: Array, as_of: Array, half_life: Array
) -> Array:
    """Years at the full rate for which the luck of growth has worked: none of history.

    Takes: `month` (time, ...), `last_anchor` (...) and `as_of` (...) [months since start];
        `half_life` (...) [years].
    Gives: (time, ...) [years].
    Source: model, section 2, luck.
    """
    elapsed = xp.maximum(month - last_anchor, 0.0) / MONTHS_PER_YEAR
    before = xp.maximum(as_of - last_anchor, 0.0) / MONTHS_PER_YEAR
    known = fading_years(xp, before, half_life)
    return xp.maximum(fading_years(xp, elapsed, half_life) - known, 0.0)


def log_saving(xp: ArrayModule, month: Array, as_of: Array, before: Array, after: Array) -> Array:
    """What software has saved on serving by `month`, less what of it is spent again.

    Takes: `month` (time, ...) and `as_of` (...) [months since start]; `before` and `after` (...)
        [ln per year], up to the as-of month and from it on.
    Gives: (time, ...) [ln].
    Source: model, section 2, compute per revenue.
    """
    history = xp.minimum(month, as_of)
    return (before * history + after * xp.maximum(month - as_of, 0.0)) / MONTHS_PER_YEAR


def training_share(
    xp: ArrayModule, month: Array, start: Array, end: Array, end_month: Array
) -> Array:
    """Share of the fleet used for training and research.

    Takes: `month` (time, ...) [months since start]; `start` and `end` (...) [share]; `end_month`
        (...) [months since start].
    Gives: (time, ...) [share].
    Source: model, section 2.
    """
    return start + (end - start) * ramp(xp, month, 0.0, end_month)


def demand(
    xp: ArrayModule,
    revenue: Array,
    intensity: Array,
    log_saved: Array,
    training: Array,
) -> Array:
    """Demanded capacity, serving and training together.

    Takes: `revenue` (time, ...) [$bn per year]; `intensity` (...) [effective EFLOP/s per $bn a
        year at month 0]; `log_saved` (time, ...) [ln], what software has saved, less what of it is
        spent again; `training` (time, ...) [share].
    Gives: (time, ...) [effective EFLOP/s].
    Source: model, section 2.
    """
    return revenue * xp.exp(-log_saved) * (intensity / (1 - training))
