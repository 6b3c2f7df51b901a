"""Fields for what is to hold: a figure in its own unit, and the chance that is wanted of it."""

from __future__ import annotations

from gui.widgets.spin_boxes import LeverSpinBox
from gui.words import units
from gui.words.quantity_parser import Unit
from gui.words.value_texts import PERCENT

LARGEST = 1e12
WIDEST = "10,000,000 EFLOP/s  "  # that a field shows


def target_field(unit: str, name: str, *, share: bool = False) -> LeverSpinBox:
    """A field that knows the unit of what is typed; a share is typed and shown in percent.

    `name` is what screen readers say of it.
    """
    shown = "%" if share else units.of(unit).unit
    top = PERCENT if share else LARGEST
    understood = None if share else Unit.of(unit, units.current())
    field = LeverSpinBox(0.0, top, 1.0, shown, understood=understood)
    field.show_unit()
    field.setAccessibleName(name)
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(WIDEST))
    return field


def chance_field(percent: float, name: str) -> LeverSpinBox:
    """A field for a share of the worlds, in whole percent."""
    field = LeverSpinBox(1.0, PERCENT, 5.0, "%", whole=True)
    field.show_unit()
    field.setAccessibleName(name)
    field.show_number(percent, 0)
    return field
