"""The mixes of a map in words: their shares, their marks, and how one compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine import Scenario
from engine.analysis.mix_map import DRAWS
from engine.catalogue import family_label
from gui.levers.mix_map_worker import MixPicture
from gui.levers.mix_measures import NO_BREAK, PERCENT, UNIT_COST, percent, regretted


def marks(picture: MixPicture) -> dict[tuple[float, ...], str]:
    """Which mixes are marked, and in which words; one mark for those that coincide."""
    measure = picture.question.measure
    best = {"served": "most served", "commitment": "least committed"}.get(
        measure.key, f"lowest {measure.label.lower()}"
    )
    wanted = [
        (picture.cheapest, "cheapest"),
        (picture.best if measure.key != "unit_cost" else None, best),
        (picture.least_regret, "least regret"),
    ]
    found: dict[tuple[float, ...], str] = {}
    for shares, words in wanted:
        if shares is not None:
            found[shares] = f"{found[shares]} · {words}" if shares in found else words
    return found


def mix_words(families: Sequence[str], shares: Iterable[float], digits: int = 0) -> str:
    """`TPU 60 · Trainium 22 · GPU 18 %`; of one family `all TPU`."""
    pairs = list(zip(families, shares, strict=True))
    for family, share in pairs:
        if round(share, 2 + digits) == 1:
            return f"all {short_label(family)}"
    parts = (f"{short_label(f)}{NO_BREAK}{s * PERCENT:.{digits}f}" for f, s in pairs)
    return " · ".join(parts) + f"{NO_BREAK}%"


def short_label(family: str) -> str:
    return family_label(family).split()[-1]


def against_cheapest(picture: MixPicture, scenario: Scenario, value: float, cost: float) -> str:
    """How the scenario's mix, its measure and its unit cost, compare with the cheapest mix."""
    families, measure = scenario.families, picture.question.measure
    if picture.cheapest is None:
        return "Every mix costs the same."
    short = ", which leaves demand unserved," if picture.cheapest_is_short else ","
    far = UNIT_COST.difference(cost, picture.cheapest_cost)
    if far not in ("the same", "undefined"):
        part = abs(cost / picture.cheapest_cost - 1)
        far = far.replace(" ", f" ({percent(1, part)}) ", 1)
    text = (
        f"The cheapest mix, {mix_words(families, picture.cheapest)}{short} costs "
        f"{UNIT_COST.words(picture.cheapest_cost)}: this one costs {far}."
    )
    if measure != UNIT_COST:
        there = picture.value(picture.cheapest)
        text += f" It has {measure.words(there)}: this mix has {measure.difference(value, there)}."
    return text


def of_regret(picture: MixPicture) -> str:
    """Which mix one would regret least, and what that means."""
    if picture.least_regret is None:
        done = f"No mix is regretted less than another over {DRAWS} drawn worlds."
        return done if picture.settled else "Least regret: being worked out…"
    families = picture.question.scenario.families
    kind = regretted(picture.question.measure).label.lower()
    return (
        f"Least regret: {mix_words(families, picture.least_regret)}. In the worst of {DRAWS} "
        "drawn worlds it falls behind the best mix by less than any other mix does (counted "
        f"in {kind}, in steps of 10 %)."
    )
