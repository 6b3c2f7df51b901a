"""Levers and uncertain inputs in words: their names, values and ranges. No Qt."""

from __future__ import annotations

from engine.analysis.failing import When
from engine.analysis.uncertain import BUILT, DELAY, RATES
from engine.analysis.variants import Lever
from engine.text import form_of, told, translate, written
from gui.words.moved import MINUS, WITHOUT_UNIT
from gui.words.value_texts import unit_behind, value_words, with_unit

DIGITS = 3  # of a fraction: where a lever is moved to is no value that anybody has set


def lever_value(lever: Lever, value: float, start: str) -> str:
    """A value of the lever with its unit."""
    said = value_words(lever.row, value, start, DIGITS).replace("-", MINUS)
    return with_unit(lever.row, said, _unit(lever, value))


def _unit(lever: Lever, value: float) -> str:
    """The unit behind a number in a sentence: none where it is none to speak of."""
    bare = lever.row.is_share or lever.row.is_date or lever.row.unit in WITHOUT_UNIT
    return "" if bare else unit_behind(lever.row, value)


def input_value(when: When, value: float) -> str:
    """A value of it, with its unit."""
    if when.key == BUILT:
        return translate("Risk", "yes") if value else translate("Risk", "no")
    if when.key == DELAY or when.key in RATES:
        form = form_of(float(f"{value:.3g}"))
        text = translate("Risk", "{months} month(s)", "", form)
        return text.format(months=written(value, ",.3g"))
    lever = Lever(when.key, when.of)
    unit = _unit(lever, float(f"{value:.3g}"))
    percent = lever.row.is_share
    text = written(value, ".0%") if percent else written(value, ",.3g")
    return f"{text} {unit}".rstrip().replace("-", MINUS)


def condition_words(when: When) -> str:
    """Where worlds fail: `at least 4.7 x per year`."""
    if when.key == BUILT:
        return input_value(when, when.low if when.low is not None else 0.0)
    at_smallest = when.high is not None and when.high <= when.smallest
    at_largest = when.low is not None and when.low >= when.largest
    if at_smallest or at_largest:  # no other world lies beyond
        return input_value(when, when.smallest if at_smallest else when.largest)
    if when.low is not None and when.high is not None:
        text = translate("Risk", "between {low} and {high}")
        low = written(when.low, ",.3g")
        if not (when.key in RATES or when.key == DELAY) and Lever(when.key, when.of).row.is_share:
            low = input_value(when, when.low)
        return text.format(low=low, high=input_value(when, when.high))
    if when.low is not None:
        return translate("Risk", "at least {value}").format(value=input_value(when, when.low))
    assert when.high is not None
    return translate("Risk", "at most {value}").format(value=input_value(when, when.high))


def change_words(when: When) -> str:
    """What the other side of a condition sets: `Growth 4.1 x per year`."""
    assert when.changes is not None
    [(key, value)] = when.changes.items()
    if key == "sites":
        site = next(site for site in value if site.name == when.of)
        now = site.delay_months if when.key == DELAY else site.probability
        return told(when.name, input_value(when, now))
    lever, number = Lever(key, when.of), value[when.of] if when.of else value
    return told(lever.label, lever_value(lever, number, ""))
