"""Every lever dragged at random while a page that works things out by itself is in front."""

from __future__ import annotations

import drag
from painting import rounds_of_events
from timing import Row
from window import PEER, Dashboards, opened


def rows(key: str, seconds: float) -> list[Row]:
    """`key`: of the page; the peer is the same dashboard as for the Overview."""
    with opened(drag.WINDOW_SIZE) as (window, peer):
        window.pages.show_key(key)
        page = window.pages.in_front
        for _ in rounds_of_events():
            if page.settled:
                break
        dragged = drag.drag(window, Dashboards(window, peer).peer_frame, seconds)
    return drag.rows_of(dragged, seconds, PEER, f", the page {key} in front")
