"""The mixes of a map in words: their shares, their marks, and how one compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine import Result, Scenario
from engine.analysis.mix_map import DRAWS
from engine.tables.catalogue import short_family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import percent_sign, translate, written
from gui.pages.mix.map_worker import MapQuestion, MixPicture, alike
from gui.pages.mix.measures import (
    NO_BREAK,
    PERCENT,
    UNIT_COST,
    MixMeasure,
    Period,
    percent,
    regretted,
)

MOST_SAID = 0.99  # of halves: 100% is for all of them
SHOWN = 5e-5  # of a share: half the last digit of a percentage
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
    """`TPU 60 · Trainium 22 · GPU 18%`; of one family `all TPU`."""
    pairs = list(zip(families, shares, strict=True))
    for family, share in pairs:
        if round(share, 2 + digits) == 1:
            return translate("MixMap", "all {family}").format(family=short_family_label(family))
    spec = f".{digits}f"
    parts = (f"{short_family_label(f)}{NO_BREAK}{written(s * PERCENT, spec)}" for f, s in pairs)
    return " · ".join(parts) + percent_sign()


def against_cheapest(picture: MixPicture, scenario: Scenario, value: float, cost: float) -> str:
    """How the scenario's mix, its measure and its unit cost, compare with the cheapest mix."""
    families, measure = scenario.families, picture.question.measure
    cheapest, short = picture.cheapest, picture.cheapest_is_short
    if cheapest is None:
        if picture.cheapest_cost != picture.cheapest_cost:
            return translate("MixMap", "No mix has a unit cost then: none serves anything.")
        return translate("MixMap", "Every mix costs the same.")
    there = UNIT_COST.words(picture.cheapest_cost)
    if all(abs(scenario.mix[f] - s) < SHOWN for f, s in zip(families, cheapest, strict=True)):
        text = translate("MixMap", "This is the cheapest mix, at {cost}.").format(cost=there)
        return f"{text} {translate('MixMap', 'It leaves demand unserved.')}" if short else text
    text = translate("MixMap", "The cheapest mix, {mix}, costs {cost}.")
    sentences = [text.format(mix=mix_words(families, cheapest), cost=there)]
    if short:
        sentences.append(translate("MixMap", "It leaves demand unserved."))
    if cost == cost:
        sentences.append(_apart(UNIT_COST.difference(cost, picture.cheapest_cost, in_percent=True)))
    if measure != UNIT_COST and value == value:
        sentences.append(_beside(measure, value, picture.value(cheapest)))
    return " ".join(sentences)


def _apart(difference: str) -> str:
    if not difference:
        return translate("MixMap", "This one costs as much.")
    return translate("MixMap", "This one costs {difference}.").format(difference=difference)


def _beside(measure: MixMeasure, value: float, there: float) -> str:
    """What the measure is with the cheapest mix, and with this one."""
    difference = measure.difference(value, there)
    clause = measure.clause(there)
    if not difference:
        return translate("MixMap", "With the cheapest, too, {clause}.").format(clause=clause)
    text = translate("MixMap", "With the cheapest, {clause}; with this one {value}, {difference}.")
    return text.format(clause=clause, value=measure.text(value), difference=difference)


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
        "Least regret: {mix}. Even in its worst of {draws} drawn worlds it stays nearer to the "
        "best mix there than any other mix does in its own worst. Counted in {measure}, among "
        "mixes in steps of 10 points.",
    )
    said = text.format(
        mix=mix_words(families, picture.least_regret),
        draws=DRAWS,
        measure=regretted(picture.question.measure).label_text.lower(),
    )
    return f"{said} {_how_sure(picture)}"


def _how_sure(picture: MixPicture) -> str:
    """What halves of the worlds choose: which worlds are drawn is luck."""
    if picture.regret_sure == 1:
        return translate("MixMap", "Every half of these worlds chooses the same mix.")
    text = translate(
        "MixMap",
        "Of halves of these worlds, {share} choose the same mix, the others one up to {points} "
        "points away.",
    )
    share = percent(0, min(picture.regret_sure, MOST_SAID))
    return text.format(share=share, points=written(picture.regret_apart * PERCENT, ".0f"))


def shares_of(scenario: Scenario) -> tuple[float, ...]:
    """The scenario's target mix, in the order of its families."""
    return tuple(scenario.mix[family] for family in scenario.families)


def sentences(
    asked: MapQuestion, scenario: Scenario, picture: MixPicture | None, result: Result | None
) -> tuple[str, str]:
    """The value of the scenario's mix, and how it compares with the mixes that are marked.

    `picture` is the newest map, which may be of another question; `result` the newest plain run.
    """
    measure, period = asked.measure, asked.period
    fitting = picture if picture is not None and alike(picture.question, asked) else None
    shares = shares_of(scenario)
    value = _value(measure, period, scenario, picture, result)
    known = value == value or fitting is not None
    said = measure.words(value) if known else translate("MixPage", "Being worked out…")
    text = translate("MixPage", "{measure} {months} with {mix}.").format(
        measure=measure.label_text,
        months=measure.when(period, scenario),
        mix=mix_words(scenario.families, shares, 2),
    )
    lines = [text]
    if fitting is not None:
        cost = _value(UNIT_COST, period, scenario, picture, result)
        lines += [against_cheapest(fitting, scenario, value, cost), of_regret(fitting)]
    return said, "\n\n".join(lines)


def _value(
    measure: MixMeasure,
    period: Period,
    scenario: Scenario,
    picture: MixPicture | None,
    result: Result | None,
) -> float:
    if not measure.drawn and result is not None:
        known = result.scenario.horizon_months > period.last
        if known and result.scenario.families == scenario.families:
            return measure.of_result(result, period)
    if picture is not None and picture.question.measure == measure:
        return picture.value(shares_of(scenario))
    return float("nan")
