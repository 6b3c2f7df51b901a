"""Long texts of a user's, made short enough to show: names, paths, titles."""

from __future__ import annotations

LONGEST = 80  # letters


def short(text: str, most: int = LONGEST) -> str:
    """`text` on one line of at most `most` letters, its middle left out where it is longer."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(line) <= most:
        return line
    half = (most - 1) // 2
    return f"{line[: most - 1 - half]}…{line[-half:]}"
