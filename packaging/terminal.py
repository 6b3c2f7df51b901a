"""What the scripts of this folder print: a console's code page never ends one of them."""

from __future__ import annotations

import sys
from contextlib import suppress


def prepare() -> None:
    """Let what the code page does not know be written as its number; see `engine/console.py`."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
