"""How one lever moved, in words: `Power budget 1.9 → 2.5 GW`. No Qt."""

from __future__ import annotations

from engine.tables.catalogue import short_family_label
from engine.tables.parameter import Parameter
from engine.text import form_of, translate, written
from engine.values import PerFamily
from gui.words.units import of
from gui.words.value_texts import unit_behind, value_words, word_of

POWER = ("GW ", "MW ")  # of which kind, facility or IT
WITHOUT_UNIT = ("0/1", "count", "integer", "ln", "list", "ratio", "correlation", "YYYY-MM")


def lever_words(
    row: Parameter, old: object, new: object, starts: tuple[str, str] = ("", "")
) -> str:
    """How one lever moved, in words; `starts` are the first months of both scenarios."""
    label = row.label_text
    if isinstance(old, PerFamily) and isinstance(new, PerFamily):
        return _shifted(row, old, new) or _family_words(row, label, old, new)
    if row.is_number or row.kind in ("month", "switch", "choice"):
        unit = _unit(row, new)
        was, now = (_value(row, x, s) for x, s in zip((old, new), starts, strict=True))
        return f"{label} {was} → {now}{unit}"
    return label


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
        f"{short_family_label(f)} {_value(row, old.get(f))} → {_value(row, new[f])}"
        for f in new
        if new[f] != old.get(f)
    ]
    last = [new[f] for f in new if new[f] != old.get(f)]
    return f"{label} ({', '.join(changed)}{_unit(row, last[-1] if last else None)})"


def _unit(row: Parameter, value: object) -> str:
    """The unit behind the numbers, without what the lever's name says: GW/year of GW facility/year.

    A share has its own sign; what it is a share of is the lever's, but a share a year is not one.
    `value` is the last of the numbers.
    """
    if row.unit in WITHOUT_UNIT or row.is_date:
        return ""
    what, slash, time = of(row.unit).unit.partition("/")
    if row.unit.startswith("share"):
        return f"{slash}{time}"
    if row.unit.startswith(POWER):
        return f" {what.split()[0]}{slash}{time}"
    if isinstance(value, int | float) and not slash:
        return f" {unit_behind(row, value)}"
    return f" {what}{slash}{time}"


def _value(row: Parameter, value: object, start: str = "") -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return word_of(row, value)
    return value_words(row, value, start)
