"""How one lever moved, in words: `Power budget 1.9 → 2.5 GW`. No Qt."""

from __future__ import annotations

from engine.tables.catalogue import short_family_label
from engine.tables.parameter import Parameter
from engine.text import form_of, told, translate, written
from engine.values import PerFamily
from gui.words.seen_from import counted_from
from gui.words.units import of
from gui.words.value_texts import (
    before_unit,
    shown_unit,
    unit_behind,
    value_words,
    with_unit,
    word_of,
)

POWER = ("GW ", "MW ")  # of which kind, facility or IT
DIGITS = (4, 5, 6, 7, 9, 12, 15)  # of a fraction: so many say enough, and more where two are alike
LEAST_MONTHS = 0.05  # of a date: a shift that is worth its digits
MINUS = "\u2212"
WITHOUT_UNIT = ("0/1", "count", "integer", "ln", "list", "ratio", "correlation", "YYYY-MM")


def lever_words(
    row: Parameter,
    old: object,
    new: object,
    starts: tuple[str, str] = ("", ""),
    *,
    named: bool = False,
) -> str:
    """How one lever moved, in words; `starts` are the first months of both scenarios.

    A sentence about a hand on the shares of the families needs no name of theirs; what stands
    among other levers does (`named`).
    """
    label = row.label_text
    if isinstance(old, PerFamily) and isinstance(new, PerFamily):
        shifted = _shifted(row, old, new)
        if shifted:
            return told(label, shifted) if named else shifted
        return _family_words(row, label, old, new)
    if row.is_number or row.kind in ("month", "switch", "choice"):
        unit = _unit(row, new)
        was, now = _pair(row, old, new, starts)
        if was == now and row.is_date and isinstance(old, float) and isinstance(new, float):
            return _within_a_month(label, counted_from(starts[0], row, new, starts[1]) - old)
        if new is None:  # which has no unit
            return f"{label} {_with_unit(row, was, _unit(row, old))} → {now}"
        return f"{label} {was} → {_with_unit(row, now, unit)}"
    return label


def _within_a_month(label: str, later: float) -> str:
    """A date that has moved by less than its month shows."""
    if abs(later) < LEAST_MONTHS:
        text = translate("Narration", "{lever} hardly later")
        if later < 0:
            text = translate("Narration", "{lever} hardly earlier")
        return text.format(lever=label)
    form = form_of(float(f"{abs(later):.2g}"))
    text = translate("Narration", "{lever} {months} month(s) later", "", form)
    if later < 0:
        text = translate("Narration", "{lever} {months} month(s) earlier", "", form)
    return text.format(lever=label, months=written(abs(later), ".2g"))


def _shifted(row: Parameter, old: PerFamily, new: PerFamily) -> str:
    """Shares that went from one family to another: in points; empty where it was otherwise."""
    if not row.sums_to_one or tuple(old) != tuple(new):
        return ""
    gains = [f for f in new if new[f] > old[f]]
    losses = [f for f in new if new[f] < old[f]]
    if len(gains) != 1 or len(losses) != 1:
        return ""
    points = (new[gains[0]] - old[gains[0]]) * 100
    count = written(points, ",.3g")
    form = form_of(float(f"{points:.3g}"))
    text = translate("Narration", "{count} point(s) from {loser} to {winner}", "", form)
    return text.format(
        count=count, loser=short_family_label(losses[0]), winner=short_family_label(gains[0])
    )


def _family_words(row: Parameter, label: str, old: PerFamily, new: PerFamily) -> str:
    changed = [
        f"{short_family_label(f)} {' → '.join(_pair(row, old.get(f), new[f]))}"
        for f in new
        if new[f] != old.get(f)
    ]
    last = [new[f] for f in new if new[f] != old.get(f)]
    unit = _unit(row, last[-1] if last else None)
    return f"{label} ({_with_unit(row, ', '.join(changed), unit)})"


def _with_unit(row: Parameter, said: str, unit: str) -> str:
    """What ends in a number, with what is left of the unit of `_unit` behind it."""
    left = unit.removeprefix(f" {before_unit(row)}") if before_unit(row) else unit[1:]
    return with_unit(row, said, left) if unit.startswith(" ") else f"{said}{unit}"


def _unit(row: Parameter, value: object) -> str:
    """The unit behind the numbers, without what the lever's name says: GW/year of GW facility/year.

    A share has its own sign; what it is a share of is the lever's, but a share a year is not one.
    `value` is the last of the numbers.
    """
    if row.unit in WITHOUT_UNIT or row.is_date or row.kind == "choice":
        return ""
    what, slash, time = of(row.unit).unit.partition("/")
    if row.unit == "share per year":
        return shown_unit(row).removeprefix("%")
    if row.unit.startswith("share"):
        return f"{slash}{time}"
    if row.unit.startswith(POWER):
        return f" {what.split()[0]}{slash}{time}"
    if isinstance(value, int | float) and not slash:
        return f" {unit_behind(row, value)}"
    return f" {what}{slash}{time}"


def _pair(
    row: Parameter, old: object, new: object, starts: tuple[str, str] = ("", "")
) -> tuple[str, str]:
    """Both values with four digits, or with as many as it takes to tell them apart."""
    for digits in DIGITS:
        was, now = (_value(row, x, s, digits) for x, s in zip((old, new), starts, strict=True))
        if was != now or old == new or row.is_date:
            break
    return was, now


def _value(row: Parameter, value: object, start: str, digits: int) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return word_of(row, value)
    return f"{before_unit(row)}{value_words(row, value, start, digits)}".replace("-", MINUS)
