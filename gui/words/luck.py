"""What the sources of luck are called. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

SOURCES: Mapping[str, str] = {
    "growth": QT_TRANSLATE_NOOP("Risk", "Growth of demand"),
    "efficiency": QT_TRANSLATE_NOOP("Risk", "Efficiency and rebound"),
    "prices": QT_TRANSLATE_NOOP("Risk", "Chip prices"),
    "slips": QT_TRANSLATE_NOOP("Risk", "Late generations"),
    "grid": QT_TRANSLATE_NOOP("Risk", "Late grid and sites"),
    "outages": QT_TRANSLATE_NOOP("Risk", "Supply outages"),
    "recalls": QT_TRANSLATE_NOOP("Risk", "Recalled contracts"),
}


def source_words(source: str) -> str:
    """A source of luck, as `engine.analysis.sources` names it, in the reader's words."""
    return translate("Risk", SOURCES[source])
