"""One plain sentence for a change: what moved, by how much, and what binds now. No Qt here."""

from __future__ import annotations

from engine import PARAMETERS, Result, Scenario
from engine.catalogue import family_label
from engine.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import translate, written
from engine.values import PerFamily
from gui.charts.specs import binding_stretches
from gui.kpis import DELTAS, Kpi, kpis, month_words
from gui.levers.texts import word
from gui.units import of

ENOUGH = 0.001  # a relative change below this is not worth a word
PLAIN_FROM = 1e4  # from here on with all digits before the point: 130,000, not 1.3e+05
MOST_LEVERS = 2  # more than this are counted, not named
MOST_EFFECTS = 2  # those that moved furthest are told
# what is told of a figure that rose, and of one that fell
EFFECTS = {
    "capacity": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more capacity"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less capacity"),
    ),
    "unit_cost": (
        QT_TRANSLATE_NOOP("Narration", "unit cost up by {amount}"),
        QT_TRANSLATE_NOOP("Narration", "unit cost down by {amount}"),
    ),
    "committed": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more committed"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less committed"),
    ),
    "served": (
        QT_TRANSLATE_NOOP("Narration", "{amount} more of demand served"),
        QT_TRANSLATE_NOOP("Narration", "{amount} less of demand served"),
    ),
}
LIMITS = {
    "supply": QT_TRANSLATE_NOOP("Narration", "chip supply"),
    "power": QT_TRANSLATE_NOOP("Narration", "power"),
    "budget": QT_TRANSLATE_NOOP("Narration", "the budget"),
}
POWER = ("GW ", "MW ")
WITHOUT_UNIT = ("0/1", "count", "integer", "ln", "list", "ratio", "correlation", "YYYY-MM")


def sentence(before: Result, after: Result, t: int) -> str:
    """What happened between two results, seen from month `t`; empty where nothing did."""
    moved = levers_moved(before.scenario, after.scenario)
    if not moved:
        return ""
    effect, limit = _effect(before, after, t), _limit(before, after)
    said = effect or limit or translate("Narration", "no figure moves")
    if effect and limit:
        said = translate("Narration", "{effect}; {limit}").format(effect=effect, limit=limit)
    text = translate("Narration", "{levers}: {effect}.")
    return text.format(levers=_named(moved), effect=said)


def levers_moved(before: Scenario, after: Scenario) -> list[str]:
    """Each lever that differs, with where it went, in the table's order; other chips first.

    With other families every value by family differs; told is what is another for the same ones.
    """
    moved = []
    if before.catalogue != after.catalogue:
        moved.append(translate("Narration", "Other chips"))
    for row in PARAMETERS:
        old, new = getattr(before, row.key), getattr(after, row.key)
        if old != new and not _only_other_families(old, new):
            moved.append(lever_words(row, old, new))
    return moved


def _only_other_families(old: object, new: object) -> bool:
    if not (isinstance(old, PerFamily) and isinstance(new, PerFamily)):
        return False
    return set(old) != set(new) and all(old[f] == new[f] for f in new if f in old)


def lever_words(row: Parameter, old: object, new: object) -> str:
    """How one lever moved, in words."""
    label = row.label_text
    if isinstance(old, PerFamily) and isinstance(new, PerFamily):
        return _shifted(row, old, new) or _family_words(row, label, old, new)
    if row.is_number or row.kind in ("month", "switch"):
        unit = _unit(row)
        return f"{label} {_value(row, old)} → {_value(row, new)}{unit}"
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
    return translate("Narration", "{count} points from {loser} to {winner}").format(
        count=written(points, ",.3g"), loser=_short(losses[0]), winner=_short(gains[0])
    )


def _family_words(row: Parameter, label: str, old: PerFamily, new: PerFamily) -> str:
    changed = [
        f"{_short(f)} {_value(row, old.get(f))} → {_value(row, new[f])}"
        for f in new
        if new[f] != old.get(f)
    ]
    return f"{label} ({', '.join(changed)}{_unit(row)})"


def _short(family: str) -> str:
    return family_label(family).split()[-1]


def _unit(row: Parameter) -> str:
    if row.unit in WITHOUT_UNIT or row.unit.startswith("share"):
        return ""
    unit = of(row.unit).unit
    # which power it is, the lever's name says: GW facility
    return f" {unit.split()[0] if unit.startswith(POWER) else unit}"


def _value(row: Parameter, value: object) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return word(value)
    if row.unit.startswith("share"):
        percent = translate("Narration", "{number} %")
        return percent.format(number=written(value * 100, ",.3g"))
    number = of(row.unit).number(value)
    return written(number, ",.0f" if abs(number) >= PLAIN_FROM else ",.4g")


def _named(moved: list[str]) -> str:
    if len(moved) <= MOST_LEVERS:
        return ", ".join(moved)
    more = translate("Narration", "%n more levers", "", len(moved) - 1)
    return translate("Narration", "{first} and {more}").format(first=moved[0], more=more)


def _effect(before: Result, after: Result, t: int) -> str:
    """What moved most by month `t`; where nothing has by then, by the last month."""
    if before.scenario.start != after.scenario.start:
        return ""
    last = min(len(before.months), len(after.months)) - 1
    for month in (min(t, last), last):
        if phrases := _phrases(before, after, month):
            joined = translate("Narration", " and ").join(phrases)
            return translate("Narration", "{effects} by {month}").format(
                effects=joined, month=month_words(after.months[month])
            )
    return ""


def _phrases(before: Result, after: Result, t: int) -> list[str]:
    old = {kpi.key: kpi for kpi in kpis(before, t)}
    moves = [(_move(old[kpi.key], kpi), kpi) for kpi in kpis(after, t) if kpi.key in EFFECTS]
    told = sorted((move for move in moves if abs(move[0]) > ENOUGH), key=lambda move: -abs(move[0]))
    return [_phrase(kpi, old[kpi.key], move) for move, kpi in told[:MOST_EFFECTS]]


def _move(old: Kpi, new: Kpi) -> float:
    """The relative change; none where either is undefined."""
    size = max(abs(old.number), abs(new.number))
    change = (new.number - old.number) / size if size else 0.0
    return change if change == change else 0.0


def _phrase(new: Kpi, old: Kpi, move: float) -> str:
    rose, fell = EFFECTS[new.key]
    amount = DELTAS[new.key](abs(new.number - old.number))
    return translate("Narration", rose if move > 0 else fell).format(amount=amount)


def _limit(before: Result, after: Result) -> str:
    """The limit that binds longest after the change, and whether that is news."""
    old, new = _longest(before), _longest(after)
    if new is None:
        return "" if old is None else translate("Narration", "no limit binds any more")
    if old == new:
        return ""
    (limit, since), limits = (
        new,
        {key: translate("Narration", text) for key, text in LIMITS.items()},
    )
    now = {"limit": limits[limit], "month": month_words(since)}
    if old is None:
        return translate("Narration", "{limit} binds from {month}").format(**now)
    if old[0] != limit:
        text = translate("Narration", "{limit} binds from {month} ({other} before)")
        return text.format(**now, other=limits[old[0]])
    # within a year its name is said once: from Jul 2026, not Nov
    words = month_words(old[1])
    earlier = words.split()[0] if old[1][:4] == since[:4] else words
    text = translate("Narration", "{limit} binds from {month}, not {earlier}")
    return text.format(**now, earlier=earlier)


def _longest(result: Result) -> tuple[str, str] | None:
    """The limit that binds for most months in a row, and the month it begins."""
    stretches = [s for s in binding_stretches(result) if s.limit != "demand"]
    if not stretches:
        return None
    longest = max(stretches, key=lambda s: s.last - s.first)
    return longest.limit, result.months[longest.first]
