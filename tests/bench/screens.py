"""A lever moved to pixels painted on screens of more pixels; their scale is Qt's to know first."""

from __future__ import annotations

import drag
from timing import Row
from window import PEER, Dashboards, frame_row, opened

FRAME_TARGET_MS = 16.7


def rows(where: str, width: int, height: int, seconds: float) -> list[Row]:
    """Of a window of this size in its own pixels; `seconds` of every lever dragged at random."""
    with opened((width, height)) as (window, peer):
        frame = frame_row(window, peer, where, FRAME_TARGET_MS)
        dragged = drag.drag(window, Dashboards(window, peer).peer_frame, seconds)
    return [frame, *drag.rows_of(dragged, seconds, PEER, f", {where}")]
