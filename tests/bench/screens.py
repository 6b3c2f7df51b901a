"""A lever moved to pixels painted on screens of more pixels; their scale is Qt's to know first."""

from __future__ import annotations

from timing import Row
from window import frame_row, opened

FRAME_TARGET_MS = 16.7


def rows(where: str, width: int, height: int) -> list[Row]:
    """One line, of a window of this size in its own pixels."""
    with opened((width, height)) as (window, peer):
        return [frame_row(window, peer, where, FRAME_TARGET_MS)]
