"""Every word that may stand behind a typed number, and what each is worth, by hand."""

from __future__ import annotations

import pytest

from gui.words.numbers import NumberMarks, UnreadableError
from gui.words.quantity_parser import LONGEST, Unit, read
from gui.words.units import Units

MARKS = NumberMarks()
EUROS = Units("GW", "EUR", 0.5)


def typed(text: str, unit: str, units: Units | None = None) -> float:
    return read(text, Unit.of(unit) if units is None else Unit.of(unit, units), MARKS)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("GW facility", {"w": 1e-9, "kw": 1e-6, "mw": 1e-3, "gw": 1, "tw": 1e3}),
        ("GW IT", {"k": 1e-6, "m": 1e-3, "g": 1, "t": 1e3}),
        ("MW IT", {"w": 1e-6, "kW": 1e-3, "MW": 1, "GW": 1e3, "TW": 1e6}),
        (
            "EFLOP/s",
            {
                "pflop/s": 1e-3,
                "eflop/s": 1,
                "zflop/s": 1e3,
                "pf": 1e-3,
                "ef": 1,
                "zf": 1e3,
            },
        ),
        (
            "chips",
            {
                **dict.fromkeys(("k", "thousand", "mille", "millier", "milliers"), 1e3),
                **dict.fromkeys(("m", "mn", "million", "millions"), 1e6),
                **dict.fromkeys(("b", "bn", "g", "billion"), 1e9),
                **dict.fromkeys(("md", "mds", "mrd", "milliard", "milliards"), 1e9),
                **dict.fromkeys(("t", "tn", "trillion"), 1e12),
                **dict.fromkeys(("chips", "puce", "puces"), 1),
            },
        ),
        ("parameters", {"paramètres": 1, "parameters": 1, "milliards paramètres": 1e9}),
        ("$bn/year", {"k": 1e-6, "m": 1e-3, "bn": 1, "tn": 1e3, "md$/an": 1, "milliards": 1}),
        ("$/year", {"": 1, "k": 1e3, "m": 1e6}),
        ("$/kWh", {"c": 1e-2, "¢": 1e-2, "c/kWh": 1e-2, "$/MWh": 1e-3}),
        (
            "months",
            {
                **dict.fromkeys(("mo", "month", "months", "mois"), 1),
                **dict.fromkeys(("quarter", "quarters", "trimestre", "trimestres"), 3),
                **dict.fromkeys(("y", "yr", "yrs", "year", "years", "an", "ans"), 12),
                **dict.fromkeys(("année", "années"), 12),
            },
        ),
        ("years", {"mo": 1 / 12, "quarters": 0.25, "years": 1, "ans": 1}),
        ("share of cost", {"%": 0.01}),
        ("% of IT power", {"%": 1}),
        ("x", {"x": 1, "×": 1, "%": 0.01}),
        ("ratio", {"x": 1, "%": 0.01}),
        (
            "GW facility/year",
            {"GW/year": 1, "GW/yr": 1, "GW/y": 1, "GW per year": 1, "GW par an": 1},
        ),
    ],
)
def test_that_each_word_behind_a_number_is_worth_what_it_says(unit: str, words: dict) -> None:
    for word, worth in words.items():
        assert typed(f"3 {word}", unit) == pytest.approx(3 * worth, rel=1e-12), word
        assert typed(f"3{word}".strip(), unit) == pytest.approx(3 * worth, rel=1e-12), word


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("chips", "3 %"),
        ("GW facility", "3 x"),
        ("months", "3 k"),
        ("x per year", "3 k"),
        ("$bn/year", "3 ¢"),
        ("$bn/year", "3 x"),
        ("EFLOP/s", "3 m"),
        ("ln", "3 k"),
        ("chips/year", "3k power"),
    ],
)
def test_that_a_word_of_another_unit_is_refused(unit: str, text: str) -> None:
    with pytest.raises(UnreadableError, match="is no unit here; the unit is"):
        typed(text, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€3", 3),
        ("3 €", 3),
        ("EUR 3", 3),
        ("3 EUR bn", 3),
        ("$3", 1.5),
        ("3 USD", 1.5),
        ("USD 3 bn", 1.5),
        ("$3 m", 0.0015),
        ("=$2 + €1", 2),
        ("-$3", -1.5),
        ("=2*$3", 3),
    ],
)
def test_that_a_currency_may_stand_before_or_behind_and_dollars_are_changed(text, value) -> None:
    assert typed(text, "$bn/year", EUROS) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["€3 €", "$3 EUR", "3 $ $", "¥3", "3 CHF", "$3 €bn/year"])
def test_that_two_currencies_or_another_one_are_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        typed(text, "$bn/year", EUROS)


def test_that_a_unit_of_no_money_takes_no_currency() -> None:
    with pytest.raises(UnreadableError):
        typed("$3", "GW facility")
    assert typed("3 EFLOP/s per $bn/year", "EFLOP/s per $bn/year") == 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=1-2-3", -4),
        ("=2-3*4", -10),
        ("=(2-3)*4", -4),
        ("=12/3/2", 2),
        ("=2+ +3", 5),
        ("=--3", 3),
        ("=-(2+3)", -5),
        ("8÷2", 4),
        ("8 ÷ 2", 4),
        ("2 × 3 GW", 6),
        ("8:2", 4),
        ("2×3", 6),
        ("=3 / 2 GW", 1.5),
        ("=3 / 500 MW", 6e-6),
        ("=4 GW / 2 GW * 3 GW", 6),  # a ratio has no unit
        ("=3 GW * (4 GW / 2 GW)", 6),
        ("=4 GW / 2 + 1", 3),
        ("=2*(1 GW + 500 MW)", 3),
        ("=0.1+0.2", 0.3),
        (" = 4 ", 4),
    ],
)
def test_that_sums_and_products_are_done_in_their_order(text: str, value: float) -> None:
    assert typed(text, "GW facility") == value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("=2 GW * (3 + 1 GW)", "A product of two amounts is not in GW facility"),
        ("=4 GW / 2 * 3 GW", "A product of two amounts"),
        ("=6 / 2 GW * 3 GW", "A product of two amounts"),
        ("=3 GW / 2 GW", "is no number"),
        ("=-(3 GW / 2 GW) * 4", "is no number"),
        ("=3 GW / 2 GW / 2", "is no number"),
        ("=8 / (4 GW / 2 GW)", "is no number"),
        ("=1 GW + 3 GW / 2 GW", "is no number"),
        ("=3 / (1 GW + 1 GW)", "is no number"),
        ("=2 * 3 GW * 4 GW", "A product of two amounts"),
        ("=(1 + 1 GW) * 4 GW", "A product of two amounts"),
        ("=3/(2-2)", "Nothing can be divided by zero"),
        ("=(3", "A bracket is open"),
        ("3 4 GW", "is no number|not clear|no unit"),
        ("=3)", "is no number"),
        ("1·5", "is no number"),
        ("", "A number is wanted"),
        ("=", "A number is wanted"),
        ("1e999", "Too large a number"),
        ("1" * (LONGEST + 1), "Too long for a number"),
    ],
)
def test_that_what_can_not_be_read_says_why(text: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        typed(text, "GW facility")


def test_that_as_many_letters_as_are_allowed_are_read() -> None:
    assert typed("1" * LONGEST, "GW facility") == float("1" * LONGEST)


def test_that_a_percentage_of_a_factor_is_refused_with_a_sign_alone() -> None:
    for text in ("+15%", "-15%", "=2*(-15%)"):
        with pytest.raises(UnreadableError, match="Write a change as a factor"):
            typed(text, "x")
    assert typed("115%", "x") == 1.15
    assert typed("-15%", "share of cost") == -0.15
    assert typed("-1.5x", "x") == -1.5


def test_that_the_unit_is_read_as_it_is_shown_and_as_english_has_it() -> None:
    unit = Unit.of("$bn/year", EUROS)
    assert unit.text == "€bn/year"
    assert unit.own == ("€bn/year",)  # in dollars it would be another amount
    assert Unit.of("$bn/year").own == ("$bn/year", "$bn/year")
    assert Unit.of("GW facility", Units("MW")).own == ("mw facility", "mw facility")
    assert Unit.of("x").is_factor
    assert Unit.of("ratio").is_factor
    assert not Unit.of("x per year").is_factor
    assert typed("3 MW facility", "GW facility", Units("MW")) == 3
    assert typed("3 GW", "GW facility", Units("MW")) == 3000
