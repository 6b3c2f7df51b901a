"""Section 3: effective compute of a chip."""

from __future__ import annotations

from engine.model.conventions import EFLOPS_PER_TFLOPS, Array


def utilisation(training: Array, mfu_training: Array, mfu_serving: Array) -> Array:
    """Share of peak 8-bit operations put to use, fixed for the life of a delivery."""
    return training * mfu_training + (1 - training) * mfu_serving


def effective_capacity(tops: Array, used: Array, availability: Array) -> Array:
    """Effective EFLOP/s per chip; `tops` in TFLOP/s peak."""
    return tops * (EFLOPS_PER_TFLOPS * used * availability)
