"""Fine edges, or coarse ones under a moving hand: decided for charts that are painted together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

MOST = 8.0  # milliseconds of a frame for its charts: half of a screen's sixtieth of a second
IN_A_ROW = 2  # frames, or a single hiccup would do


class Painted(Protocol):
    """A view that says what its paints took."""

    def painted(self) -> float:
        """Milliseconds since it was asked last."""
        ...

    def hold(self, held: bool, *, coarse: bool) -> None: ...


class Edges:
    """What counts is the frame: no chart alone is slow, and all of a page together are."""

    def __init__(self, views: Iterable[Painted]) -> None:
        self.views = tuple(views)
        self._held = False
        self._slow = 0
        self._coarse = False

    def hold(self, held: bool) -> None:
        """While held, a hand moves what the views draw; said before every frame."""
        spent = sum(view.painted() for view in self.views)
        # what was painted before the hand came has names to find a place for
        slow = held and self._held and spent > MOST
        self._slow = self._slow + 1 if slow else 0
        self._coarse = held and (self._coarse or self._slow >= IN_A_ROW)
        self._held = held
        for view in self.views:
            view.hold(held, coarse=self._coarse)
