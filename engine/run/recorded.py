"""Which parameters each quantity of a simulation reads: written down while it is computed."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from engine.run.lazy_property import quantity
from engine.run.scenario_arrays import Inputs
from engine.run.simulate import Simulation

QUANTITIES = frozenset(
    name
    for owner in Simulation.__mro__
    for name, found in vars(owner).items()
    if isinstance(found, quantity)
)


class Recorded(Simulation):
    """A simulation that knows what each of its quantities rests on, those between included.

    What reads none of the parameters in which worlds differ is the same in all of them: it need
    not be computed again for others. An ordinary Simulation does not pay for the recording.
    """

    def __init__(self, inputs: Inputs) -> None:
        self._read: dict[str, set[str]] = {}
        super().__init__(inputs)

    def __getattribute__(self, name: str) -> Any:
        value_of = super().__getattribute__
        if name not in QUANTITIES:
            return value_of(name)
        inputs, read = value_of("inputs"), value_of("_read")
        if name not in read:
            around, inputs.read = inputs.read, set()
            value_of(name)
            read[name], inputs.read = inputs.read, around
        inputs.read |= read[name]
        return value_of(name)

    def independent_of(self, keys: Set[str]) -> dict[str, Any]:
        """The quantities computed so far that read none of some parameters.

        Takes: `keys` of the parameters.
        Gives: by name each quantity, as it is.
        """
        values = vars(self)
        return {name: values[name] for name, read in self._read.items() if not read & keys}
