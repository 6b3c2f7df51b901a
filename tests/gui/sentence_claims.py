"""What the sentence over the charts claims, read back from its words and looked up in a run.

Nothing here comes from what makes the sentence: figures are taken from the series, limits
from `binding`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from engine import Result, series

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = r"(?:[A-Z][a-z]{2} \d{4})"
LIMITS = {"chip supply": "supply", "power": "power", "the budget": "budget", "none": "demand"}
LIMIT = "chip supply|power|the budget"
OTHER = rf"(?P<month>{MONTH}), not (?P<other>{MONTH}|[A-Z]\w\w)"
SPAN = rf"(?:from {MONTH} to {MONTH}|from {MONTH}|in {MONTH})"
SIZES = {"tn": 1e12, "T": 1e12, "bn": 1e9, "M": 1e6, "m": 1e6, "k": 1e3, "": 1.0}
NUMBER = r"(?P<number>[\d,.]+)"
# each phrase: the figure, its pattern, what a number of it is worth in the series' own unit
PHRASES = {
    "capacity": (rf"{NUMBER} EFLOP/s (?P<way>more|less) capacity", 1.0),
    "unit_cost": (rf"unit cost (?P<way>up|down) by \${NUMBER}", 1.0),
    "committed": (rf"\${NUMBER}\s?(?P<size>tn|bn|m|) (?P<way>more|less) committed", 1e-9),
    "served": (rf"{NUMBER} points (?P<way>more|less) of demand served", 0.01),
    "power": (rf"{NUMBER}\sGW (?P<way>more|less) facility power", 1.0),
    "chips": (rf"{NUMBER}\s?(?P<size>M|k|) (?P<way>more|fewer) chips", 1.0),
}
NEWS = {
    "other": rf"(?P<new>{LIMIT}) binds (?P<span>{SPAN}) instead of (?P<old>{LIMIT})",
    "now": rf"(?P<new>{LIMIT}) binds (?P<span>{SPAN}), (?P<old>none) did before",
    "gone": rf"no limit binds (?P<span>{SPAN}), (?P<old>{LIMIT}) did before",
    "never": r"no limit binds any more",
    "from": rf"(?P<limit>{LIMIT}) binds from {OTHER}",
    "until": rf"(?P<limit>{LIMIT}) binds until {OTHER}",
}
SILENT = {
    "no curve moves; bands and risk may": "no curve",
    "no figure moves by more than 0.1%": "hardly",
    "no month is as before": "no month",
}


def figures(result: Result) -> dict[str, np.ndarray]:
    """The figures of every month, from the series."""
    families = result.scenario.families
    demand = result["demand_eflops"]
    with np.errstate(all="ignore"):
        served = np.where(demand > 0, result["served_eflops"] / demand, 1.0)
    return {
        "capacity": result["capacity_eflops"],
        "unit_cost": result["usd_per_pflop_hour"],
        "committed": np.cumsum(result["commitment_bn"]),
        "served": served,
        "power": result["facility_power_gw"],
        "chips": np.sum([result[f"chips_alive_{family}"] for family in families], axis=0),
    }


def ribbon(result: Result) -> dict[str, str]:
    """What binds, by calendar month."""
    codes = series("binding").codes
    return {
        month: codes[int(code)]
        for month, code in zip(result.months, result["binding"], strict=True)
    }


def calendar(words: str) -> str:
    name, year = words.split()
    return f"{year}-{MONTHS.index(name) + 1:02d}"


def moved(before: Result, after: Result, figure: str, month: str) -> float:
    """How much a figure is more in a calendar month."""
    old = figures(before)[figure][before.months.index(month)]
    return float(figures(after)[figure][after.months.index(month)] - old)


def check(said: str, before: Result, after: Result) -> Counter[str]:
    """Hold a sentence against two runs; the kinds of claims it makes."""
    assert said.endswith("."), said
    found: Counter[str] = Counter()
    rest = said[:-1]
    for kind, pattern in NEWS.items():
        if match := re.search(rf"(?:; |: ){pattern}$", rest):
            _check_news(kind, match, ribbon(before), ribbon(after), said)
            found[kind] += 1
            rest = rest[: match.start()]
            break
    else:
        _check_no_news(ribbon(before), ribbon(after), said)
    rises = re.search("; capacity rises because (?P<why>[^;]*)$", rest)
    if rises:
        rest = rest[: rises.start()]
    effect = re.search(rf"(?:^|: )(?P<effects>[^:]*?) by (?P<month>{MONTH})$", rest)
    if effect is None:
        silent = next((k for words, k in SILENT.items() if rest.endswith(f": {words}")), None)
        if silent is not None:
            found[silent] += 1
        else:
            assert found, f"nothing is said in: {said}"
        _check_no_effect(silent, before, after, said)
        return found
    month = calendar(effect["month"])
    if rises:
        found[_check_why(rises["why"], before, after, month, said)] += 1
    for phrase in effect["effects"].split(" and "):
        found[_check_phrase(phrase, before, after, month, said)] += 1
    return found


def _check_why(why: str, before: Result, after: Result, month: str, said: str) -> str:
    """Why a stop leaves more: by the power of the families that it names."""
    assert moved(before, after, "capacity", month) > 0, said

    def more_gw(names: str) -> float:
        families = [name.lower() for name in names.split(" and ")]
        old, new = before.months.index(month), after.months.index(month)
        columns = [f"it_power_gw_{family}" for family in families]
        return float(sum(after[column][new] - before[column][old] for column in columns))

    leaves = rf"{NUMBER} GW of the (?P<freed>[\d,.]+) GW of IT power that (?P<gone>.+) leaves"
    better = re.fullmatch(rf"{leaves} goes to (?P<takers>.+), where each watt does more", why)
    instead = re.fullmatch(
        rf"{NUMBER} GW more of IT power goes to (?P<takers>.+) where (?P<gone>.+) has "
        r"(?P<freed>[\d,.]+) GW less",
        why,
    )
    if taken := better or instead:
        assert abs(more_gw(taken["takers"]) - float(taken["number"])) <= 0.00501, said
        assert abs(-more_gw(taken["gone"]) - float(taken["freed"])) <= 0.00501, said
        return "power to others"
    assert re.fullmatch(
        r"without .+ (?:fewer chips are curtailed|a larger part of the chips is in service)", why
    ), said
    return "in service"


def _check_phrase(phrase: str, before: Result, after: Result, month: str, said: str) -> str:
    for figure, (pattern, worth) in PHRASES.items():
        match = re.fullmatch(pattern, phrase)
        if match is None:
            continue
        parts = match.groupdict()
        digits = parts["number"].replace(",", "")
        factor = worth * SIZES[parts.get("size") or ""]
        amount = float(digits) * factor
        last = factor * 10.0 ** -(len(digits.partition(".")[2]))
        change = moved(before, after, figure, month)
        up = parts["way"] in ("more", "up")
        assert (change > 0) == up, said
        assert abs(abs(change) - amount) <= last * 0.501, f"{said} {figure}: {change}"
        return f"{figure} {'more' if up else 'less'}"
    raise AssertionError(f"“{phrase}” is no claim that is known, in: {said}")


def _check_news(
    kind: str, match: re.Match[str], old: Mapping[str, str], new: Mapping[str, str], said: str
) -> None:
    parts = match.groupdict()
    if kind == "never":
        assert set(new.values()) == {"demand"}, said
        assert set(old.values()) != {"demand"}, said
        return
    if kind in ("from", "until"):
        limit, month = LIMITS[parts["limit"]], calendar(parts["month"])
        other = parts["other"]
        other = calendar(other if " " in other else f"{other} {month[:4]}")
        step = -1 if kind == "from" else 1
        for months, edge in ((new, month), (old, other)):
            assert months[edge] == limit, said
            assert _beside(months, edge, step) != limit, said
        return
    binds, bound = LIMITS[parts.get("new") or "none"], LIMITS[parts["old"]]
    months = _months_of(parts["span"], tuple(new))
    assert months, said
    for month in months:
        assert new[month] == binds, f"{said} {month}: {new[month]}"
        assert old[month] == bound, f"{said} {month}: {old[month]}"


def _beside(months: Mapping[str, str], edge: str, step: int) -> str:
    names = list(months)
    place = names.index(edge) + step
    return months[names[place]] if 0 <= place < len(names) else "nothing"


def _months_of(span: str, months: Sequence[str]) -> Sequence[str]:
    named = [calendar(words) for words in re.findall(MONTH, span)]
    first = months.index(named[0])
    last = len(months) - 1
    if span.startswith("in ") or " to " in span:
        last = months.index(named[-1])
    return months[first : last + 1]


def _check_no_news(old: Mapping[str, str], new: Mapping[str, str], said: str) -> None:
    differ = [month for month in new if month in old and new[month] != old[month]]
    assert not differ, f"{said} says nothing of what binds in {differ}"


def _check_no_effect(silent: str | None, before: Result, after: Result, said: str) -> None:
    common = [month for month in after.months if month in before.months]
    assert bool(common) == (silent != "no month"), said
    old = [before.months.index(month) for month in common]
    new = [after.months.index(month) for month in common]
    was, now = figures(before), figures(after)
    for figure, values in now.items():
        for then, here in zip(was[figure][old].tolist(), values[new].tolist(), strict=True):
            size = max(abs(then), abs(here))
            if not math.isnan(size) and figure != "served":  # whose last digit is 0.1 points
                assert abs(here - then) <= 0.0011 * size, f"{said} {figure}: {then} {here}"
    if silent == "no curve":
        for column in set(before) & set(after):
            np.testing.assert_array_equal(before[column][old], after[column][new], said)
