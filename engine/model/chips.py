"""Section 3: effective compute of a chip."""

from __future__ import annotations

from engine.model.arrays import Array
from engine.model.conventions import EFLOPS_PER_TFLOPS


def utilisation(training: Array, mfu_training: Array, mfu_serving: Array) -> Array:
    """Share of peak 8-bit operations put to use, fixed for the life of a delivery.

    Takes: `training` (time, 1, ...) [share of the fleet]; `mfu_training` and `mfu_serving`
        (family, ...) [share of peak].
    Gives: (time, family, ...) [share of peak].
    Source: model, section 3; MFU as in the PaLM paper, operations recomputed not counted.
    """
    return training * mfu_training + (1 - training) * mfu_serving


def effective_capacity(tops: Array, used: Array, availability: Array) -> Array:
    """Effective compute of a chip.

    Takes: `tops` (time, family, ...) [TFLOP/s peak]; `used` (time, family, ...) [share of peak];
        `availability` (...) [share of time].
    Gives: (time, family, ...) [effective EFLOP/s per chip].
    Source: model, section 3.
    """
    return tops * (EFLOPS_PER_TFLOPS * used * availability)
