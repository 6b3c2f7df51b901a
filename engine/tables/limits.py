"""Numbers as they are given, and what is allowed of values, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from engine.text import translate, written


def finite_number(value: object) -> float | None:
    """`value` as a finite number; booleans and text are none. Gives: the number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        result = float(value)
    except OverflowError:
        return None
    return result if math.isfinite(result) else None


def exact(value: float) -> str:
    """Every digit of a limit's `value`: one that is rounded can't be typed."""
    return written(int(value), "d") if value == int(value) else written(value, "")


def number_within(low: float, high: float, *, whole: bool = False) -> str:
    """That a number, or a `whole` one, from `low` to `high` is allowed, in words."""
    if whole:
        text = translate("Problem", "allowed is a whole number from {low} to {high}")
    else:
        text = translate("Problem", "allowed is a number from {low} to {high}")
    return text.format(low=exact(low), high=exact(high))


def one_of(names: Iterable[str]) -> str:
    """That one of the `names` is allowed, in words."""
    return translate("Problem", "allowed is {names}").format(names=", ".join(names))


def allowed_families(families: Sequence[str]) -> str:
    """Which `families` there are, in words."""
    return translate("Problem", "families are {names}").format(names=", ".join(families))
