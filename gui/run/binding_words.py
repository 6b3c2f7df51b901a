"""What a change did to the ribbon of what binds, as part of a sentence. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Result, series
from engine.tables.parameter import month_number
from engine.text import translate
from gui.charts.stretches import Stretch, binding_stretches
from gui.words.kpis import month_words
from gui.words.limits import LIMITS, NOTHING


def limit_news(before: Result, after: Result, t: int) -> str:
    """What binds now and did not before, seen from month `t` of `after`.

    First of all it is about that month; where nothing has changed there, about the nearest
    month in which something has. Empty where the ribbons are the same.
    """
    common = Common(before, after)
    if not common.months or common.same:
        return ""
    if _binds_nowhere(after):
        return translate("Narration", "no limit binds any more")
    place = common.place(t)
    old, new = common.before[place], common.after[place]
    if old == new and new != NOTHING and common.whole:
        moved = _moved(new, common.stretch_before(place), common.stretch_after(place), after.months)
        if moved:
            return moved
    first, last = common.changed_near(place)
    return _changed(
        common.before[first], common.after[first], _span(common.months, first, last, common.whole)
    )


def limit_now(result: Result, t: int) -> str:
    """What binds in month `t`, and over which months in a row."""
    stretch = _around(binding_stretches(result), t)
    span = _span(result.months, stretch.first, stretch.last - 1, to_the_end=True)
    if stretch.limit == NOTHING:
        return translate("Narration", "no limit binds {span}").format(span=span)
    return translate("Narration", "{limit} binds {span}").format(
        limit=_name(stretch.limit), span=span
    )


class Common:
    """What binds in the calendar months that two results share."""

    def __init__(self, before: Result, after: Result) -> None:
        shift = month_number(after.scenario.start) - month_number(before.scenario.start)
        old, new = max(shift, 0), max(-shift, 0)  # where the shared months begin in each
        count = min(len(before.months) - old, len(after.months) - new)
        self._begin = new
        self.months: Sequence[str] = after.months[new : new + count] if count > 0 else ()
        # with other months a stretch may be cut at an edge: its ends are then no news
        self.whole = before.months == after.months
        self.before = _codes(before, old, count)
        self.after = _codes(after, new, count)

    @property
    def same(self) -> bool:
        return self.before == self.after

    def place(self, t: int) -> int:
        """Month `t` of the second result among the shared ones, the nearest of them."""
        return min(max(t - self._begin, 0), len(self.months) - 1)

    def changed_near(self, place: int) -> tuple[int, int]:
        """The months in a row, first and last, nearest to `place` with the same change."""
        pairs = list(zip(self.before, self.after, strict=True))
        changed = [m for m, (old, new) in enumerate(pairs) if old != new]
        first = last = min(changed, key=lambda month: (abs(month - place), month))
        while first > 0 and pairs[first - 1] == pairs[first]:
            first -= 1
        while last + 1 < len(pairs) and pairs[last + 1] == pairs[last]:
            last += 1
        return first, last

    def stretch_before(self, place: int) -> tuple[int, int]:
        return _run(self.before, place)

    def stretch_after(self, place: int) -> tuple[int, int]:
        return _run(self.after, place)


def _binds_nowhere(result: Result) -> bool:
    return all(stretch.limit == NOTHING for stretch in binding_stretches(result))


def _codes(result: Result, first: int, count: int) -> list[str]:
    names = series("binding").codes
    return [names[code] for code in result["binding"].astype(int).tolist()[first : first + count]]


def _run(limits: Sequence[str], place: int) -> tuple[int, int]:
    """The first and the last of the months in a row that have the limit of `place`."""
    first = last = place
    while first > 0 and limits[first - 1] == limits[place]:
        first -= 1
    while last + 1 < len(limits) and limits[last + 1] == limits[place]:
        last += 1
    return first, last


def _around(stretches: Sequence[Stretch], t: int) -> Stretch:
    return next(s for s in stretches if s.first <= t < s.last)


def _name(limit: str) -> str:
    return translate("Narration", LIMITS[limit])


def _span(months: Sequence[str], first: int, last: int, to_the_end: bool) -> str:
    """Months in a row in words; those that go on to the end of all months have none."""
    begin, end = month_words(months[first]), month_words(months[last])
    if to_the_end and last == len(months) - 1:
        return translate("Narration", "from {first}").format(first=begin)
    if first == last:
        return translate("Narration", "in {month}").format(month=begin)
    return translate("Narration", "from {first} to {last}").format(first=begin, last=end)


def _changed(old: str, new: str, span: str) -> str:
    """Another limit than before over some months, or none."""
    if new == NOTHING:
        text = translate("Narration", "no limit binds {span}, {other} did before")
        return text.format(span=span, other=_name(old))
    if old == NOTHING:
        text = translate("Narration", "{limit} binds {span}, none did before")
        return text.format(limit=_name(new), span=span)
    text = translate("Narration", "{limit} binds {span} instead of {other}")
    return text.format(limit=_name(new), span=span, other=_name(old))


def _moved(limit: str, old: tuple[int, int], new: tuple[int, int], months: Sequence[str]) -> str:
    """The same limit with another beginning, or else another end; empty where both are the same."""
    if old == new:
        return ""
    which = 0 if old[0] != new[0] else 1
    text = translate("Narration", "{limit} binds from {month}, not {earlier}")
    if which:
        text = translate("Narration", "{limit} binds until {month}, not {earlier}")
    now, then = months[new[which]], months[old[which]]
    return text.format(limit=_name(limit), month=month_words(now), earlier=_other_month(then, now))


def _other_month(other: str, said: str) -> str:
    """Within a year its name is said once: from Jul 2026, not Aug."""
    words = month_words(other)
    return words.split()[0] if other[:4] == said[:4] else words
