"""Long texts of a user's, made short enough to show: names, paths, titles."""

from __future__ import annotations

import re

LONGEST = 80  # letters
KEEPING = "\u00a0\u202f"  # the spaces that no line is broken at: before a colon, in French
_SPACES = re.compile(rf"[^\S{KEEPING}]+")


def on_one_line(text: str) -> str:
    """`text` with one space for whatever stands between its words; those that keep them stay."""
    return _SPACES.sub(" ", text).strip()


def short(text: str, most: int = LONGEST) -> str:
    """`text` on one line of at most `most` letters, its middle left out where it is longer."""
    line = on_one_line("".join(c if c.isprintable() or c in KEEPING else " " for c in text))
    if len(line) <= most:
        return line
    half = (most - 1) // 2
    return f"{line[: most - 1 - half]}…{line[-half:]}"
