"""Values as texts and back, and what a lever says of itself."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from engine import parameter
from engine.files.other_chips import default_for
from engine.tables.catalogue import family_label
from engine.tables.grades import grade_text
from engine.tables.parameter import Parameter, month_number, month_text
from engine.tables.plausible import plausible
from engine.text import form_of, joined, percent_sign, translate, written
from gui.words.month_names import month_words
from gui.words.numbers import UnreadableError, number_words
from gui.words.searching import Folded, folded
from gui.words.typed_months import month_shown, read_month
from gui.words.units import Shown, around, of
from gui.words.value_lists import points_words

PERCENT = 100.0
IN_FULL_BELOW = 1e7  # a whole number
SHARE_DIGITS, IN_FIELDS = 4, 6  # of a share in percent, and of other fractions, in their fields
COUNTED = ("parameters", "chips", "chips/year")  # units that are nouns
CODES = ("0/1", "list", "integer", "YYYY-MM")  # units that are no words


def placeholder(row: Parameter) -> str:
    """What an empty field shows of how it is written."""
    return word_of(row, row.default) if row.kind == "month" else ""


def word_of(row: Parameter, value: object) -> str:
    """A value that is no number, as its row's field shows it: a month as a date."""
    return month_words(str(value)) if row.kind == "month" else word(value)


def read_text(text: str, now: str) -> str:
    """The month that a text means where `now` is the one there is; `+6` is six months later.

    What can't be read is handed on for the engine to refuse.
    """
    try:
        return month_text(month_number(now) + read_month(text, now, 0))
    except UnreadableError:
        return text.strip()


def as_shown(row: Parameter) -> Shown:
    """The unit in which its lever shows a number: a share in percent."""
    return Shown(shown_unit(row), PERCENT if row.is_share else of(row.unit).factor)


def value_words(row: Parameter, value: float, start: str = "", digits: int | None = None) -> str:
    """A value that is set, without its unit; a share in percent, as the field shows it.

    A month of the calendar is a date, of a scenario that begins in `start`; else the default's.
    A fraction has so many `digits`, by default as the field shows it.
    """
    if row.is_date:
        return month_shown(start or str(parameter("start").default), round(value))
    if row.is_share:
        return written(value * PERCENT, f",.{digits or SHARE_DIGITS}g") + percent_sign()
    number = of(row.unit).number(value)
    if digits is None or (number == round(number) and abs(number) < IN_FULL_BELOW):
        return number_words(number)
    fewer = float(f"{number:.{digits}g}")
    return number_words(fewer) if digits <= IN_FIELDS else written(fewer, f",.{digits}g")


def word(value: object) -> str:
    """None, yes and no in the reader's words; anything else as it is."""
    if value is None:
        return translate("Value", "none")
    if isinstance(value, bool):
        return translate("Value", "yes") if value else translate("Value", "no")
    return translate("Choice", value) if isinstance(value, str) else str(value)


def of_family(value: Any, family: str) -> float | None:
    """One number out of a parameter's value; None where it has none for the family."""
    if isinstance(value, Mapping):
        return value.get(family)
    return None if value is None else float(value)


def family_defaults(row: Parameter, families: Sequence[str]) -> str:
    """The default for each of the families as the lever shows it: shares in percent."""
    read = of(row.unit).number
    default = default_for(row, families)
    assert isinstance(default, Mapping)
    if row.is_share:
        return joined(
            f"{family_label(f)} {written(v * PERCENT, '.4g')}{percent_sign()}"
            for f, v in default.items()
        )
    return joined(f"{family_label(f)} {number_words(read(v))}" for f, v in default.items())


def default_text(row: Parameter, start: str = "") -> str:
    read = as_shown(row).number
    if row.is_date and row.default is not None:
        return value_words(row, float(row.default), start)  # type: ignore[arg-type]
    if row.per_family:
        return ", ".join(
            f"{family_label(f)} {number_words(read(v))}"
            for f, v in row.default.items()  # type: ignore[union-attr]
        )
    if row.kind == "anchors":
        return points_words(row, row.default, str(parameter("start").default))  # type: ignore[arg-type]
    if row.kind == "list":
        return word(None)
    if not row.is_number or row.default is None:
        return word_of(row, row.default)
    return number_words(read(row.default))  # type: ignore[arg-type]


def plausible_words(row: Parameter, start: str = "") -> str:
    """The plausible range about the default, of each family where it has families."""
    if not row.per_family:
        return _span_words(row, plausible(row, float(row.default)), start)  # type: ignore[arg-type]
    assert isinstance(row.default, Mapping)
    spans = {f: _span_words(row, plausible(row, v, f)) for f, v in row.default.items()}
    if len(set(spans.values())) == 1:
        return next(iter(spans.values()))
    return joined(f"{family_label(f)} {span}" for f, span in spans.items())


def _span_words(row: Parameter, span: tuple[float, float], start: str = "") -> str:
    low, high = (value_words(row, value, start) for value in span)
    return translate("Tip", "{low} to {high}").format(low=low, high=high)


def bounds_words(row: Parameter, start: str = "") -> tuple[str, str]:
    """The lowest and the highest that is allowed, without their unit."""
    assert row.low is not None
    assert row.high is not None
    if row.is_date:
        return value_words(row, row.low, start), value_words(row, row.high, start)
    shown = as_shown(row)
    return number_words(shown.number(row.low)), number_words(shown.number(row.high))


def tooltip(row: Parameter, start: str = "") -> str:
    """What a lever means, its range, default, source and grade."""
    bounds = shown_unit(row)
    if row.low is not None and row.high is not None:
        low, high = bounds_words(row, start)
        text = translate("Tip", "{low} to {high}")
        bounds = text.format(low=f"{before_unit(row)}{low}", high=with_unit(row, high, bounds))
    facts: tuple[str, ...] = (
        translate("Tip", "Range: {bounds}").format(bounds=bounds),
        translate("Tip", "Default: {value}").format(value=default_text(row, start)),
    )
    if row.has_range and row.default is not None:
        said = translate("Tip", "Plausible, 10 to 90%: {range} ({source})")
        source = row.plausible_source_text
        facts += (said.format(range=plausible_words(row, start), source=source),)
    source = translate("Tip", "Source: {source}").format(source=row.source_text)
    grade = translate("Tip", "Grade {grade}: {meaning}")
    grade = grade.format(grade=row.grade, meaning=grade_text(row.grade))
    said = "<br>".join(map(html.escape, facts))  # a unit may be of a currency that somebody typed
    return (
        f"<p><b>{row.label_text}</b></p><p>{row.help_text}</p>"
        f"<p>{said}</p><p>{source}<br>{grade}</p>"
    )


def shown_unit(row: Parameter) -> str:
    """The unit as the row shows it; linked shares are shown in percent, and a date has none."""
    if row.is_date or row.unit in CODES:
        return ""
    if row.is_share:
        return translate("Unit", row.unit.replace("share", "%", 1))
    return of(row.unit).unit


def with_unit(row: Parameter, number: str, unit: str) -> str:
    """A written number with its unit: French has a word between 100 bn and what is counted."""
    if row.unit in COUNTED and number[-1:].isalpha():
        text = translate("Number", "{number} {unit}", "100 bn parameters, 12 M chips")
        return text.format(number=number, unit=unit)
    before, behind = around(unit)
    return f"{before}{number}{behind}"


def before_unit(row: Parameter) -> str:
    """What stands before a number of the row, as `$` before 2.4 bn/year."""
    return around(shown_unit(row))[0]


def unit_behind(row: Parameter, value: float) -> str:
    """The unit behind a number: `1 month`, `0.5 months`; what is below two is one in French."""
    count = form_of(value)
    if row.unit == "months":
        return translate("Unit", "month(s)", "", count)
    if row.unit == "years":
        return translate("Unit", "year(s)", "", count)
    return shown_unit(row)


def unit_text(row: Parameter) -> str:
    """What stands beside the row's name: the unit, and whether the scale is logarithmic."""
    log = row.scale == "log" and (row.is_number or row.per_family)
    return shown_unit(row) + (f" · {translate('Tip', 'log')}" if log else "")


def searched(row: Parameter) -> tuple[str, ...]:
    """The texts a search looks through, the label first."""
    return (row.label_text, row.help_text, row.group_text, row.unit_text, row.key)


def matches(row: Parameter, words: Sequence[str]) -> bool:
    """Whether each of the words, folded, is somewhere in the row's texts."""
    text = folded(" ".join(searched(row)))
    return all(typed in text for typed in words)


def found_in(row: Parameter, words: Sequence[str]) -> str:
    """A text of the row that has the words its label lacks; empty if the label has all."""
    lacking = [typed for typed in words if typed not in folded(row.label_text)]
    if not lacking:
        return ""
    best = max(searched(row)[1:], key=lambda text: sum(typed in folded(text) for typed in lacking))
    return best if any(typed in folded(best) for typed in lacking) else ""


def highlighted(text: str, words: Sequence[str], colour: str) -> str:
    """The text as rich text, with the words marked: bold and underlined in `colour`."""
    if not text or not words:
        return html.escape(text)
    parts, end = [], 0
    for begin, behind in Folded.of(text).found(words):
        mark = html.escape(text[begin:behind])
        parts.append(html.escape(text[end:begin]))
        parts.append(f'<b style="color:{colour}"><u>{mark}</u></b>')
        end = behind
    return "".join(parts) + html.escape(text[end:])
