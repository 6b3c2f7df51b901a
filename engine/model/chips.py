"""Section 3: effective compute of a chip."""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import EFLOPS_PER_TFLOPS, fading_years


def utilisation(
    xp: ArrayModule,
    training: Array,
    mfu_training: Array,
    mfu_serving: Array,
) -> Array:
    """Share of peak 8-bit operations put to use in a month, of old chips and new alike.

    Takes: `training` (time, 1, ...) [share of the fleet]; `mfu_training` and `mfu_serving`
        (family, ...) [share of peak].
    Gives: (time, family, ...) [share of peak].
    Source: model, section 3; MFU as in the PaLM paper, operations recomputed not counted.
    """
    return xp.minimum(training * mfu_training + (1 - training) * mfu_serving, 1.0)


def improved_utilisation(
    xp: ArrayModule,
    training: Array,
    mfu_training: Array,
    mfu_serving: Array,
    years_since: Array,
    log_gain: Array,
    half_life: Array,
) -> Array:
    """The same with what software gains after the as-of month, fading.

    Takes: `training` (time, 1, ...) [share of the fleet]; `mfu_training` and `mfu_serving`
        (family, ...) [share of peak]; `years_since` (time, 1, ...) [years after the as-of month,
        0 before]; `log_gain` (family, ...) [ln per year at first]; `half_life` (...) [years].
    Gives: (time, family, ...) [share of peak].
    Source: model, section 3.
    """
    used = training * mfu_training + (1 - training) * mfu_serving
    gain = xp.exp(log_gain * fading_years(xp, years_since, half_life))
    return xp.minimum(used * gain, 1.0)


def effective_use(used: Array, availability: Array) -> Array:
    """Effective compute for each unit of nominal peak.

    Takes: `used` (time, family, ...) [share of peak]; `availability` (...) [share of time].
    Gives: (time, family, ...) [effective EFLOP/s per TFLOP/s of peak].
    Source: model, section 3.
    """
    return used * (EFLOPS_PER_TFLOPS * availability)
