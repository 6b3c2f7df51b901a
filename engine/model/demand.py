"""Section 2: revenue, and the compute that serving and training ask for."""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import MONTHS_PER_YEAR, fade, ramp, years


def planned_revenue(
    xp: ArrayModule,
    month: Array,
    anchor_months: Array,
    log_anchors: Array,
    log_growth: Array,
    log_growth_longrun: Array,
    half_life: Array,
) -> Array:
    """Revenue run-rate without shocks at `month`: any month, also fractional or past the horizon.

    Between the anchors the logarithm runs straight; after the last it grows by `log_growth`, fading
    to the long-run rate. Short lists of anchors are padded with their last point.

    Takes: `month` (time, ...) [months since start]; `anchor_months` (anchor, ...)
        [months since start], ascending; `log_anchors` (anchor, ...) [ln of $bn per year];
        `log_growth` and `log_growth_longrun` (...) [ln per year]; `half_life` (...) [years].
    Gives: (time, ...) [$bn per year].
    Source: model, section 2.
    """
    log_revenue = log_anchors[0]
    for i in range(len(anchor_months) - 1):
        share = ramp(xp, month, anchor_months[i], anchor_months[i + 1])
        log_revenue = log_revenue + share * (log_anchors[i + 1] - log_anchors[i])
    elapsed = xp.maximum(month - anchor_months[-1], 0.0) / MONTHS_PER_YEAR
    return xp.exp(log_revenue + fade(xp, elapsed, log_growth, log_growth_longrun, half_life))


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
    month: Array,
    revenue: Array,
    intensity: Array,
    log_saving: Array,
    training: Array,
) -> Array:
    """Demanded capacity, serving and training together.

    Takes: `month` (time, ...) [months since start]; `revenue` (time, ...) [$bn per year];
        `intensity` (...) [effective EFLOP/s per $bn a year at month 0]; `log_saving` (...)
        [ln per year], what software saves, less what of it is spent again; `training` (time, ...)
        [share].
    Gives: (time, ...) [effective EFLOP/s].
    Source: model, section 2.
    """
    return revenue * xp.exp(-log_saving * years(month)) * (intensity / (1 - training))
