"""A memory of what was made for each of a few purposes: the newest alone, as old ones add up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Newest(Generic[Value]):
    """One value for each purpose, with the key it was made for; from any thread.

    Under a dragged lever every moment asks with another key: a cache by key alone fills up
    with what nobody asks for again. Of too many purposes the one that was made first goes.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, tuple[Hashable, Value]] = {}  # the first made first
        self._lock = threading.Lock()

    def get(self, purpose: Hashable, key: Hashable, make: Callable[[], Value]) -> Value:
        """What was made for this key, the same object while it is kept, or else a new one."""
        with self._lock:
            kept = self._kept.get(purpose)
        if kept is not None and kept[0] == key:
            return kept[1]
        value = make()  # unlocked: others need not wait
        with self._lock:
            self._kept.pop(purpose, None)
            self._kept[purpose] = key, value
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return value
