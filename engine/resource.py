"""Data files that ship with Headroom, found from source and from a frozen folder alike."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

# `importlib.resources` fails on a folder without `__init__.py` in an editable install (Python 3.11)
ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Traversable:
    """A shipped file of the folder `resources`.

    Takes: `parts` of its path.
    Gives: the file, as `importlib.resources` has it.
    Raises: ValueError for a path that leaves the folder.
    """
    if any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
        raise ValueError(f"not a resource: {parts}")
    return ROOT.joinpath(*parts)
