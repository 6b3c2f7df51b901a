"""What limits deliveries, as sentences name it. No Qt."""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP

NOTHING = "demand"  # met as planned: no limit binds
LIMITS = {
    "supply": QT_TRANSLATE_NOOP("Narration", "chip supply"),
    "power": QT_TRANSLATE_NOOP("Narration", "power"),
    "budget": QT_TRANSLATE_NOOP("Narration", "the budget"),
}
