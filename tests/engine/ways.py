"""The ways in which the months are gone through: compiled, where that was built, and by NumPy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine.model import compiled

LOOPS = compiled._loops
COMPILED, NUMPY = "compiled", "NumPy"
WAYS = [COMPILED, NUMPY] if LOOPS is not None else [NUMPY]  # without a compiler there is one


@contextmanager
def going(way: str) -> Iterator[None]:
    """All that is computed meanwhile goes that way."""
    before = compiled._loops
    compiled._loops = LOOPS if way == COMPILED else None
    try:
        yield
    finally:
        compiled._loops = before
