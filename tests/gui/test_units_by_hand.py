"""Units, amounts and moments as they are written, each by hand; at the edges of each form."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QLocale

from engine import text
from gui.words import units
from gui.words.dates import local_time
from gui.words.milestones import Milestone, milestones, place
from gui.words.numbers import NumberMarks, number_words, short_text, shortened
from gui.words.units import Shown, Units


@pytest.mark.parametrize(
    ("billions", "words"),
    [
        (0.0, "$0.0 bn"),
        (0.0004, "$0 m"),
        (0.64, "$640 m"),
        (0.9994, "$999 m"),
        (0.9996, "$1.0 bn"),
        (1.0, "$1.0 bn"),
        (1.26, "$1.3 bn"),
        (99.94, "$99.9 bn"),
        (100.0, "$100 bn"),
        (1_234.5, "$1,234 bn"),
        (9_999.4, "$9,999 bn"),
        (10_000.0, "$10.0 tn"),
        (99_900.0, "$99.9 tn"),
        (159_585.4, "$160 tn"),
        (12_340_000.0, "$12,340 tn"),
        (-0.25, "\u2212$250 m"),
        (-1.0, "\u2212$1.0 bn"),
        (-100.0, "\u2212$100 bn"),
        (-10_000.0, "\u2212$10.0 tn"),
    ],
)
def test_that_an_amount_is_written_in_the_size_that_it_has(billions: float, words: str) -> None:
    assert units.money_words(billions) == words


def test_that_an_amount_is_changed_into_the_shown_currency_before_its_size_is_chosen() -> None:
    units.install(Units("GW", "EUR", 0.5))
    assert [units.money_words(x) for x in (1.5, 2.0, 200.0)] == ["€750 m", "€1.0 bn", "€100 bn"]


def test_that_no_money_is_what_would_be_written_as_none() -> None:
    assert [units.is_no_money(x) for x in (0.0, 0.0004, -0.0004, 0.0006)] == [True] * 3 + [False]
    units.install(Units("GW", "GBP", 0.79))
    assert units.money_words(0.0006) == "£0 m"
    assert units.is_no_money(0.0006)


def test_that_an_axis_that_goes_far_is_of_so_much_money_in_trillions() -> None:
    assert units.of_axis("$bn", 9_999.0) == units.of("$bn")
    assert units.of_axis("GW", 1e9) == units.of("GW")
    for largest in (10_000.0, -10_000.0):
        axis = units.of_axis("$bn", largest)
        assert (axis.unit, axis.number(12_000.0)) == ("$tn", 12.0)
    units.install(Units("GW", "CHF", 0.5))
    assert units.of_axis("$bn", 12_000.0).unit == "CHF\u00a0bn"
    axis = units.of_axis("$bn", 20_000.0)
    assert (axis.unit, axis.number(20_000.0)) == ("CHF\u00a0tn", 10.0)


def test_that_power_and_prices_keep_their_digits() -> None:
    assert [units.power_words(x) for x in (0.0, 2.414, 1_234.5)] == [
        "0.00 GW",
        "2.41 GW",
        "1,234.50 GW",
    ]
    assert [units.unit_cost_words(x) for x in (0.0, 2.9346)] == ["$0.000", "$2.935"]
    assert [units.price_words(x, ",.2f") for x in (0.0, -3.5)] == ["$0.00", "\u2212$3.50"]
    units.install(Units("MW", "USD", 1.0))
    assert units.power_words(2.4149) == "2,415 MW"


def test_that_a_currency_behind_its_amount_stands_apart_from_it_too() -> None:
    def behind(context: str, source: str, comment: str, count: int) -> str:
        return source.replace("{currency}{amount} bn", "{amount} Md{currency}")

    units.install(Units("GW", "CHF", 1.0))
    text.install(behind)
    try:
        assert units.money_words(1.2) == "1.2 Md\u00a0CHF"
        units.install(Units("GW", "EUR", 1.0))
        assert units.money_words(1.2) == "1.2 Md€"
    finally:
        text.install()


@pytest.mark.parametrize(
    ("currency", "sign"),
    [
        ("USD", "$"),
        ("EUR", "€"),
        ("GBP", "£"),
        ("JPY", "¥"),
        ("CNY", "¥"),
        ("INR", "₹"),
        ("KRW", "₩"),
        ("CHF", "CHF"),
    ],
)
def test_that_each_currency_has_its_sign(currency: str, sign: str) -> None:
    assert Units("GW", currency, 2.0).sign == sign


@pytest.mark.parametrize(
    ("shown", "unit", "as_read", "factor"),
    [
        (Units("MW"), "GW facility", "MW facility", 1000.0),
        (Units("MW"), "$bn/year", "$bn/year", 1.0),
        (Units("MW"), "share", "share", 1.0),
        (Units("GW", "EUR", 4.0), "GW", "GW", 1.0),
        (Units("GW", "EUR", 4.0), "$bn/year", "€bn/year", 4.0),
        (Units("GW", "EUR", 4.0), "$/PFLOP-h", "€/PFLOP-h", 4.0),
        (Units("GW", "EUR", 4.0), "EFLOP/s per $bn/year", "EFLOP/s per €bn/year", 0.25),
        (Units("GW", "EUR", 4.0), "$ per $", "€ per €", 1.0),
        (Units("GW", "CHF", 4.0), "m$", "m\u00a0CHF", 4.0),
        (Units("GW", "CHF", 4.0), "$bn", "CHF\u00a0bn", 4.0),
        (Units("GW", "CHF", 4.0), "$ m", "CHF m", 4.0),
    ],
)
def test_that_a_unit_s_factor_follows_from_what_stands_above_and_below(
    shown: Units, unit: str, as_read: str, factor: float
) -> None:
    assert shown.of(unit) == Shown(as_read, factor)


def test_that_a_typed_unit_keeps_its_dollars_and_follows_the_power() -> None:
    assert Units("MW", "EUR", 0.9).typed("$bn per GW") == "$bn per MW"


def test_that_the_note_says_what_is_not_as_in_the_files() -> None:
    assert Units().note == ""
    assert Units("MW").note == "power in MW"
    assert Units("GW", "JPY", 1234.5678).note == "money in JPY at 1,234.57 per $"
    assert Units("MW", "EUR", 0.9).note == "power in MW; money in EUR at 0.9 per $"
    assert (Units().standard, Units("MW").standard) == (True, False)


def test_that_a_number_goes_there_and_back_without_the_rounding_of_the_factor() -> None:
    assert Shown("GW").number(1 / 3) == Shown("GW").back(1 / 3) == 1 / 3
    assert Shown("MW", 1000.0).number(2.3) == 2300.0  # not 2299.9999999999995
    assert Shown("MW", 1000.0).back(350.0) == 0.35
    third = 1000 / 3  # more digits than the rounding keeps
    assert Shown("MW", 1000.0).back(third) == third / 1000
    assert Shown("€", 0.92).back(4.6) == 5.0


@pytest.mark.parametrize(
    ("factor", "spec", "as_shown"),
    [
        (1.0, ",.2f", ",.2f"),
        (1000.0, ",.2f", ",.0f"),
        (1000.0, ",.4f", ",.1f"),
        (150.0, ",.3f", ",.1f"),
        (0.92, ",.3f", ",.3f"),
        (0.01, ",.1f", ",.3f"),
        (1000.0, ",d", ",d"),
    ],
)
def test_that_a_format_keeps_the_digits_that_say_something(
    factor: float, spec: str, as_shown: str
) -> None:
    assert Shown("", factor).format(spec) == as_shown


def test_that_files_are_written_in_their_own_units_and_the_screen_s_come_back() -> None:
    units.install(Units("MW"))
    with units.file_units():
        assert units.of("GW").unit == "GW"
        with units.file_units():
            assert units.current() == units.STANDARD
        assert units.current() == units.STANDARD
    assert units.of("GW").unit == "MW"
    with pytest.raises(ZeroDivisionError), units.file_units():
        raise ZeroDivisionError
    assert units.of("GW").unit == "MW"


@dataclass(frozen=True)
class Line:
    name: str
    values: np.ndarray
    kind: type = float


@dataclass(frozen=True)
class Picture:
    unit: str
    format: str
    years: np.ndarray
    lines: tuple[Line, ...]
    threshold: float = 5.0


def test_that_every_line_of_a_picture_is_scaled_but_not_its_years() -> None:
    years = np.array([2026.0, 2027.0])
    picture = Picture("$bn/year", ",.1f", years, (Line("$", np.array([1.0, 3.0])),))
    assert units.spec_as_shown(picture) is picture
    units.install(Units("GW", "EUR", 0.5))
    shown = units.spec_as_shown(picture)
    assert (shown.unit, shown.format, shown.threshold) == ("€bn/year", ",.1f", 5.0)
    assert shown.years.tolist() == [2026.0, 2027.0]
    [line] = shown.lines
    assert (line.name, line.kind, line.values.tolist()) == ("$", float, [0.5, 1.5])
    assert picture.lines[0].values.tolist() == [1.0, 3.0]
    same_size = units.spec_as_shown(Picture("GW", ",.2f", years, ()))
    assert (same_size.unit, same_size.format) == ("GW", ",.2f")


# Moments


@pytest.fixture
def in_new_york() -> Iterator[None]:
    """The clock of New York, where a process may choose one; else that of the machine."""
    before, language = os.environ.get("TZ"), QLocale()
    os.environ["TZ"] = "America/New_York"
    renew = getattr(time, "tzset", lambda: None)
    renew()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(language)
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    renew()


@pytest.mark.parametrize("moment", ["2026-11-25T17:05:00", "2026-07-01T02:30:00"])
def test_that_a_moment_is_told_by_the_clock_of_the_place(in_new_york: None, moment: str) -> None:
    here = datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone()
    assert local_time(f"{moment}Z") == here.strftime("%d/%m/%Y %H:%M")


def test_that_a_text_that_is_no_moment_is_said_as_it_is_and_short() -> None:
    assert local_time("some day") == "some day"
    assert local_time("x" * 20) == "x" * 20
    assert local_time("a" * 10 + "b" * 11) == "a" * 10 + "…" + "b" * 9


# Milestones


def test_that_a_milestone_is_a_sentence_and_has_its_place_among_the_months() -> None:
    found = Milestone("2026-03", "Label", "Something is so.", "A paper, 2026")
    assert found.sentence == "Mar 2026: Something is so. Source: A paper, 2026."
    assert found.label_text == "Label"
    months = ("2026-02", "2026-03", "2026-04")
    assert place(found, months) == 1
    assert place(found, months[1:]) == 0
    assert place(found, months[:2]) == 1
    assert place(found, months[2:]) is None
    assert place(found, months[:1]) is None


def test_that_milestones_are_told_oldest_first_and_read_once() -> None:
    months = [milestone.month for milestone in milestones()]
    assert months == sorted(months)
    assert months[:2] == ["2025-09", "2025-10"]
    assert milestones() is milestones()


# Numbers


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (9_999_999.0, None),
        (10_000_000.0, "10 M"),
        (-10_000_000.0, "-10 M"),
        (999_000_000.0, "999 M"),
        (1e9, "1 bn"),
        (1e12, "1 T"),
        (1_234_560_000.0, "1.23456 bn"),
        (1_234_567_000.0, None),  # a digit would be hidden
    ],
)
def test_that_large_round_numbers_are_words_and_hide_no_digit(value: float, words: str) -> None:
    assert short_text(value) == words


def test_that_a_fraction_is_said_with_six_digits_and_a_large_number_whole() -> None:
    assert number_words(99_999.44) == "99,999.4"
    assert number_words(100_000.4) == "100,000"
    assert number_words(-100_000.4) == "-100,000"


def test_that_a_refused_text_is_one_line_of_at_most_thirty_letters() -> None:
    assert shortened(" a \n b\t c ") == "a b c"
    assert shortened("x" * 30) == "x" * 30
    assert shortened("x" * 31) == "x" * 29 + "…"


def test_that_an_example_is_written_with_the_marks_of_the_language() -> None:
    assert NumberMarks().example == "1,234.5"
    assert NumberMarks(",", " ").example == "1\u202f234,5"
    assert NumberMarks(",", ".").written(1234.0) == "1234"
    assert NumberMarks(",", ".").written(0.5) == "0,5"
    assert NumberMarks.of(QLocale("hi_IN")) == NumberMarks(".", ",", in_pairs=True)
    assert NumberMarks.of(QLocale("en_US")) == NumberMarks(".", ",", in_pairs=False)


def test_that_a_margin_is_written_in_the_scale_of_its_value() -> None:
    units.install(units.STANDARD)
    for value, margin, said in (
        (1.0, 0.152, "$0.2 bn"),  # and not $1.0 bn \u00b1 $152 m
        (-5.3, 0.344, "$0.3 bn"),
        (-0.233, 0.153, "$153 m"),
        (0.4, 1.25, "$1,250 m"),
        (24.9, 0.012, "$0.01 bn"),  # as many places as say something
        (24.9, 0.0497, "$0.05 bn"),
        (24.9, 0.0006, "$0.0006 bn"),
        (42_900.0, 312.0, "$0.3 tn"),
        (42_900.0, 0.6, "$0.0006 tn"),
        (9_999.6, 800.0, "$0.8 tn"),  # which is written as 10.0 tn
        (0.0, 0.2, "$200 m"),  # none has no scale
        (0.0005, 2.0, "$2.0 bn"),  # nor what is rounded to none
        (0.0006, 2.0, "$2,000 m"),
        (0.0, 2.0, "$2.0 bn"),
    ):
        assert units.money_words(margin, beside=value) == said, (value, margin)


def test_that_what_is_rounded_to_ten_thousand_billions_is_ten_trillions() -> None:
    units.install(units.STANDARD)
    assert [units.money_words(x) for x in (9_999.4, 9_999.6)] == ["$9,999 bn", "$10.0 tn"]


def test_that_a_unit_stands_where_people_write_it() -> None:
    units.install(units.STANDARD)
    assert units.around("$bn") == ("$", " bn")
    assert units.around("$bn/month") == ("$", " bn/month")
    assert units.around("$/PFLOP-hour") == ("", " $/PFLOP-hour")
    assert units.around("GW facility") == ("", " GW facility")
    assert units.around("%") == ("", "%")
    assert units.around("") == ("", "")
    assert units.around("Md$") == ("", " Md$")
    units.install(Units("GW", "CHF", 0.88))
    assert units.around(units.of("$bn").unit) == ("CHF\u00a0", " bn")
    units.install(Units("GW", "EUR", 0.92))
    assert units.around(units.of("$bn").unit) == ("\u20ac", " bn")


def test_that_an_axis_of_ten_thousand_billions_is_in_trillions() -> None:
    units.install(units.STANDARD)
    assert units.of_axis("$bn", 9_000.0) == Shown("$bn")
    assert units.of_axis("$bn", 12_000.0) == Shown("$tn", 1e-3)
    assert units.of_axis("$bn", 10_000.0) == Shown("$tn", 1e-3)
    assert units.of_axis("$bn", 9_999.9) == Shown("$bn")
    assert units.of_axis("$bn/year", 12_000.0) == Shown("$bn/year")
    assert units.of_axis("EFLOP/s", 1e6) == Shown("EFLOP/s")
    units.install(Units("GW", "JPY", 150.0))
    shown = units.of_axis("$bn", -100.0)
    assert (shown.unit, shown.number(100.0), shown.back(15.0)) == ("\u00a5tn", 15.0, 100.0)
    units.install(Units("GW", "CHF", 0.5))
    assert units.of_axis("$bn", 20_000.0).unit == "CHF\u00a0tn"
    assert units.of_axis("$bn", 19_999.0).unit == "CHF\u00a0bn"
