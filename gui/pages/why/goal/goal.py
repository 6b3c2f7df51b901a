"""A number that is wanted: of which measure, in which months, how much. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WantedGoal:
    """A value in the engine's unit; `whole` is over the months to come, else of the chosen one.

    Without a value it is asked for.
    """

    measure: str
    value: float | None = None
    whole: bool = False
