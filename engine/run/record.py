"""Which parameters each quantity of a simulation reads: written down while it is computed."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any


class Record:
    """What parameters are read, and what each quantity computed so far rests on.

    Those read in between are included. What reads none of the parameters in which worlds differ
    is the same in all of them: it need not be computed again for others.
    """

    def __init__(self) -> None:
        self.read: set[str] = set()  # by the quantity under way, or by whoever asks
        self._values: dict[str, Any] = {}
        self._reads: dict[str, set[str]] = {}

    def value(self, name: str, compute: Callable[[], Any]) -> Any:
        """A quantity, computed where it is not there yet; whoever asks reads what it has read.

        Takes: `name`; `compute`, what gives it.
        Gives: the quantity.
        """
        if name not in self._reads:
            around, self.read = self.read, set()
            try:
                self._values[name] = compute()
                self._reads[name] = self.read
            finally:
                self.read = around
        self.read |= self._reads[name]
        return self._values[name]

    def independent_of(self, keys: Set[str]) -> dict[str, Any]:
        """The quantities computed so far that read none of some parameters.

        Takes: `keys` of the parameters.
        Gives: by name each quantity, as it is.
        """
        return {name: self._values[name] for name, read in self._reads.items() if not read & keys}
