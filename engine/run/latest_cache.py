"""A memory of what was made for each of a few purposes: the newest alone, as old ones add up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class LatestCache(Generic[Value]):
    """One value for each purpose, kept while it still holds; from any thread.

    Under a dragged lever every moment asks for another one: a cache by key alone fills up
    with what nobody asks for again. Of too many purposes the one that was asked for longest
    ago goes.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Value] = {}  # asked for longest ago first
        self._lock = threading.Lock()

    def get(
        self, purpose: Hashable, holds: Callable[[Value], bool], make: Callable[[], Value]
    ) -> Value:
        """What was made for a purpose, the same object while it holds, or else a new one.

        Takes: `purpose`, what it is for; `holds`, whether what is kept still does; `make`, what
            makes a new one.
        Gives: what was made.
        """
        with self._lock:
            kept = self._kept.get(purpose)
        # unlocked: others need not wait
        value = kept if kept is not None and holds(kept) else make()
        with self._lock:
            self._kept.pop(purpose, None)
            self._kept[purpose] = value
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return value

    def forget(self) -> None:
        """Keep nothing of what there is."""
        with self._lock:
            self._kept.clear()
