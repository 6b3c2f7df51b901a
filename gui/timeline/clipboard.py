"""An entry on the clipboard: as itself for the timeline, as a row of cells for tables."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from engine import Scenario, ScenarioError
from gui.entries import cells
from gui.timeline.bars import columns
from gui.timeline.lane_table import LANES, LaneRow

KIND = "application/x-headroom-entry"
LARGEST = 20_000  # bytes; an entry has a few hundred


def copy(lane: LaneRow, entry: Any, scenario: Scenario) -> None:
    """Put an entry of a scenario on the clipboard."""
    told = columns(lane, entry).values()
    row = "\t".join(cells.typed(c, getattr(entry, c.key), scenario) for c in told)
    data = QMimeData()
    data.setData(KIND, json.dumps({lane.key: lane.schema.plain(entry)}).encode())
    data.setText(row + "\n")
    QGuiApplication.clipboard().setMimeData(data)


def pasted(scenario: Scenario) -> tuple[LaneRow, Any] | None:
    """The entry on the clipboard and its lane; None where there is none that can be used."""
    mime = QGuiApplication.clipboard().mimeData()
    held = mime.data(KIND).data() if mime is not None and mime.hasFormat(KIND) else b""
    if not held or len(held) > LARGEST:
        return None
    try:
        found = json.loads(bytes(held))
        for lane in LANES:
            if lane.key in found:
                [entry] = lane.schema.check(lane.key, [found[lane.key]], scenario.families)
                return lane, entry
    except (ValueError, TypeError, RecursionError, ScenarioError):  # another program's
        return None
    return None
