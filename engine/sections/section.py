"""What the quantities of every section start from: the inputs, the months, slices of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.inputs import Inputs
from engine.model.conventions import Array, as_kernel


class Section:
    """Quantities of some worlds; axes (time, [family,] scenario, [draw])."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.xp = inputs.xp
        self.month = inputs.month
        self.month_by_family = inputs.month[:, None]
        self._wide = inputs.months_at_once(by_family=True) < inputs.months

    def kernel(self, equation: Callable[..., Any]) -> Callable[..., Any]:
        """An elementwise equation of arrays, one kernel where the array module can fuse."""
        return as_kernel(equation, self.xp, self.inputs.fuse)

    def in_slices(self, function: Callable[..., Any], *arrays: Array) -> Any:
        """`function` of arrays (time, ...) that looks at each month by itself, and gives one
        array (time, ...) or several.

        Where there are many worlds it is given a few months at a time, so that what it makes
        on the way stays in the cache; arrays of length one are left whole.
        """
        if not self._wide:
            return function(*arrays)
        months = self.inputs.months
        by_family = any(array.ndim > self.month.ndim for array in arrays)
        step = self.inputs.months_at_once(by_family)
        if step >= months or all(len(array) < months for array in arrays):
            return function(*arrays)
        whole: tuple[Array, ...] = ()
        several = False
        for begin in range(0, months, step):
            here = slice(begin, begin + step)
            found = function(*(a[here] if len(a) == months else a for a in arrays))
            if not whole:
                several = isinstance(found, tuple)
            parts = found if several else (found,)
            if not whole:
                whole = tuple(self.xp.empty((months, *part.shape[1:])) for part in parts)
            for array, part in zip(whole, parts, strict=True):
                array[here] = part
        return whole if several else whole[0]
