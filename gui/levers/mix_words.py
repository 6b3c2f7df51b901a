"""The mixes of a map in words: their shares, their marks, and how one compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine import Scenario
from engine.analysis.mix_map import DRAWS
from engine.catalogue import family_label
from engine.parameter import QT_TRANSLATE_NOOP
from engine.text import translate, written
from gui.levers.mix_map_worker import MixPicture
from gui.levers.mix_measures import NO_BREAK, PERCENT, UNIT_COST, regretted

BEST = {
    "served": QT_TRANSLATE_NOOP("MixMap", "most served"),
    "commitment": QT_TRANSLATE_NOOP("MixMap", "least committed"),
    "chance": QT_TRANSLATE_NOOP("MixMap", "lowest chance of shortfall"),
    "unserved_revenue": QT_TRANSLATE_NOOP("MixMap", "lowest unserved revenue"),
}


def marks(picture: MixPicture) -> dict[tuple[float, ...], str]:
    """Which mixes are marked, and in which words; one mark for those that coincide."""
    measure = picture.question.measure
    best = BEST.get(measure.key)
    wanted = [
        (picture.cheapest, translate("MixMap", "cheapest")),
        (picture.best if best else None, translate("MixMap", best) if best else ""),
        (picture.least_regret, translate("MixMap", "least regret")),
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
            return translate("MixMap", "all {family}").format(family=short_label(family))
    spec = f".{digits}f"
    parts = (f"{short_label(f)}{NO_BREAK}{written(s * PERCENT, spec)}" for f, s in pairs)
    return " · ".join(parts) + f"{NO_BREAK}%"


def short_label(family: str) -> str:
    return family_label(family).split()[-1]


def against_cheapest(picture: MixPicture, scenario: Scenario, value: float, cost: float) -> str:
    """How the scenario's mix, its measure and its unit cost, compare with the cheapest mix."""
    families, measure = scenario.families, picture.question.measure
    if picture.cheapest is None:
        return translate("MixMap", "Every mix costs the same.")
    if picture.cheapest_is_short:
        text = translate(
            "MixMap",
            "The cheapest mix, {mix}, which leaves demand unserved, costs {cost}: this one costs "
            "{difference}.",
        )
    else:
        text = translate(
            "MixMap", "The cheapest mix, {mix}, costs {cost}: this one costs {difference}."
        )
    text = text.format(
        mix=mix_words(families, picture.cheapest),
        cost=UNIT_COST.words(picture.cheapest_cost),
        difference=UNIT_COST.difference(cost, picture.cheapest_cost, in_percent=True),
    )
    if measure != UNIT_COST:
        there = picture.value(picture.cheapest)
        more = translate("MixMap", "It has {value}: this mix has {difference}.")
        difference = measure.difference(value, there)
        text += " " + more.format(value=measure.words(there), difference=difference)
    return text


def of_regret(picture: MixPicture) -> str:
    """Which mix one would regret least, and what that means."""
    if picture.least_regret is None:
        if not picture.settled:
            return translate("MixMap", "Least regret: being worked out…")
        done = translate(
            "MixMap", "No mix is regretted less than another over {draws} drawn worlds."
        )
        return done.format(draws=DRAWS)
    families = picture.question.scenario.families
    text = translate(
        "MixMap",
        "Least regret: {mix}. In the worst of {draws} drawn worlds it falls behind the best mix "
        "by less than any other mix does (counted in {measure}, in steps of 10 %).",
    )
    return text.format(
        mix=mix_words(families, picture.least_regret),
        draws=DRAWS,
        measure=regretted(picture.question.measure).label_text.lower(),
    )
