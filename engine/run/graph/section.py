"""What the quantities of every section start from: the inputs, the months, kernels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.model.conventions import as_kernel
from engine.run.scenario_arrays import Inputs


class Section:
    """Quantities of some worlds; axes (time, [family,] scenario, [draw])."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.xp = inputs.xp
        self.month = inputs.month
        self.month_by_family = inputs.month[:, None]

    def kernel(self, equation: Callable[..., Any]) -> Callable[..., Any]:
        """An elementwise equation of arrays, one kernel where the array module can fuse.

        Takes: `equation`, pure, `xp` first and then arrays alone.
        Gives: a function of the arrays.
        """
        return as_kernel(equation, self.xp, self.inputs.fuse)
