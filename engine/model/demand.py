"""Section 2: revenue, and the compute that serving and training ask for."""

from __future__ import annotations

from types import ModuleType

from engine.model.conventions import MONTHS_PER_YEAR, Array, fade, ramp, years


def planned_revenue(
    xp: ModuleType,
    month: Array,
    anchor_months: Array,
    log_anchors: Array,
    log_growth: Array,
    log_growth_longrun: Array,
    half_life: Array,
) -> Array:
    """Revenue run-rate without shocks [$bn per year] at `month` (any month, also fractional).

    `anchor_months`, `log_anchors` (anchors first): known points, ascending; short lists are
    padded with their last point. Between them the logarithm runs straight; after the last
    it grows by `log_growth` [ln per year], fading to the long-run rate.
    """
    log_revenue = log_anchors[0]
    for i in range(len(anchor_months) - 1):
        share = ramp(xp, month, anchor_months[i], anchor_months[i + 1])
        log_revenue = log_revenue + share * (log_anchors[i + 1] - log_anchors[i])
    elapsed = xp.maximum(month - anchor_months[-1], 0.0) / MONTHS_PER_YEAR
    return xp.exp(log_revenue + fade(xp, elapsed, log_growth, log_growth_longrun, half_life))


def training_share(
    xp: ModuleType, month: Array, start: Array, end: Array, end_month: Array
) -> Array:
    """Share of the fleet used for training and research."""
    return start + (end - start) * ramp(xp, month, 0.0, end_month)


def demand(
    xp: ModuleType,
    month: Array,
    revenue: Array,
    intensity: Array,
    log_saving: Array,
    training: Array,
) -> Array:
    """Demanded capacity, serving and training together [effective EFLOP/s].

    `intensity` [EFLOP/s per $bn a year at month 0]; `log_saving` [ln per year]: what software
    saves, less what of it is spent again.
    """
    return revenue * xp.exp(-log_saving * years(month)) * (intensity / (1 - training))
