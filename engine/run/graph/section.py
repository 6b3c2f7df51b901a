"""What the quantities of every section start from: the inputs, the months, kernels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import as_kernel
from engine.run.lazy_property import lazy_property
from engine.run.scenario_arrays import Inputs

Arrays = ParamSpec("Arrays")
Value = TypeVar("Value")


class Section:
    """Quantities of some worlds; axes (time, [family,] scenario, [draw]).

    A section is handed the inputs and the sections that it reads from.
    """

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.xp = inputs.xp
        self.month = inputs.month
        self.month_by_family = inputs.month[:, None]

    def kernel(
        self, equation: Callable[Concatenate[ArrayModule, Arrays], Array]
    ) -> Callable[Arrays, Array]:
        """An elementwise equation of arrays, one kernel where the array module can fuse.

        Takes: `equation`, pure, `xp` first and then arrays (...) alone.
        Gives: a function of the arrays (...), of the same type.
        """
        return as_kernel(equation, self.xp, self.inputs.fuse)


class quantity(lazy_property[Value]):  # noqa: N801 - used as a decorator, like property
    """A property of a section that is computed when first asked for, and then kept.

    Where the inputs have a record it is written down there, with what it reads; an ordinary run
    does not pay for that.
    """

    @overload
    def __get__(self, instance: None, owner: type) -> quantity[Value]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: Any, owner: type) -> quantity[Value] | Value:
        if instance is None:
            return self
        record = instance.inputs.record
        if record is None:
            value: Value = super().__get__(instance, owner)
            return value
        found: Value = record.value(self.name, lambda: self.compute(instance))
        return found
