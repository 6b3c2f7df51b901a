"""Data files that ship with Headroom, found from source and from a frozen folder alike."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """The shipped file `resources/part/part`. Raises ValueError for a path that leaves it."""
    if any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
        raise ValueError(f"not a resource: {parts}")
    found = files("resources")
    for part in parts:
        found = found / part
    return found
