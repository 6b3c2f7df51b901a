"""The many ways of writing a sign, a space or a digit, each read as the one it stands for."""

from __future__ import annotations

import pytest

from gui.words.numbers import (
    NumberMarks,
    UnclearError,
    UnreadableError,
    field_digits,
    number_words,
    plain,
    plain_nought,
    short_text,
)


@pytest.mark.parametrize(
    ("letters", "meant"),
    [
        ("\u00a0\u2007\u2008\u2009\u200a\u202f", " " * 6),
        ("\u2019\u02bc\uff07", "'''"),
        ("\u2212\ufe63\uff0d", "---"),
        ("\uff0c", ","),
        ("\uff0e", "."),
        ("\uff05", "%"),
        ("\u066a", "%"),
        ("\uff0b", "+"),
        ("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069", ""),
        ("\u0660\u0661\u0669", "019"),
        ("abc \u2013", "abc \u2013"),
    ],
)
def test_that_each_letter_is_read_as_the_plain_one(letters: str, meant: str) -> None:
    assert plain(letters) == meant


def test_that_digits_of_several_scripts_are_nobody_s_number() -> None:
    with pytest.raises(UnclearError, match="mixes digits of several scripts"):
        plain("1\u0661")
    assert plain("\u0661 a \u0662") == "1 a 2"


@pytest.mark.parametrize(
    ("marks", "text", "number"),
    [
        (NumberMarks(), "1,234.5", 1234.5),
        (NumberMarks(), "1e3", 1000.0),
        (NumberMarks(), "1.5E-3", 0.0015),
        (NumberMarks(), "1,234,567", 1234567.0),
        (NumberMarks(), "1.234,5", 1234.5),  # it can mean but one thing
        (NumberMarks(), "1.234.567,8", 1234567.8),
        (NumberMarks(",", "."), "1.234,5", 1234.5),
        (NumberMarks(",", "."), "1,234.5", 1234.5),
        (NumberMarks(".", ",", in_pairs=True), "12,34,567", 1234567.0),
        (NumberMarks(".", ",", in_pairs=True), "1,234,567", 1234567.0),
        (NumberMarks(".", ",", in_pairs=True), "1,23,456.5", 123456.5),
        (NumberMarks(",", " "), "1 234,5", 1234.5),
        (NumberMarks(",", " "), "12 345 678", 12345678.0),
    ],
)
def test_that_marks_part_thousands_and_decimals(marks, text, number) -> None:
    assert marks.number(text) == number


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        (NumberMarks(), "12,34,567"),
        (NumberMarks(), "1,23"),
        (NumberMarks(), "1,2345"),
        (NumberMarks(), "0,123"),
        (NumberMarks(), "1234,567"),
        (NumberMarks(), "1.2.3"),
        (NumberMarks(), "1,234 567"),
        (NumberMarks(",", "."), "1.23"),
        (NumberMarks(",", "."), "1.2345"),
        (NumberMarks(".", ",", in_pairs=True), "123,45,678"),
        (NumberMarks(".", ",", in_pairs=True), "12,345,67"),
        (NumberMarks(), "."),
    ],
)
def test_that_marks_where_they_can_not_stand_are_not_clear(marks, text) -> None:
    with pytest.raises(UnreadableError, match="is not clear"):
        marks.number(text)


def test_that_what_a_field_writes_has_the_language_s_point_and_no_needless_one() -> None:
    german = NumberMarks(",", ".")
    assert [german.written(x) for x in (2.0, 2.5, -0.125, 1e-7)] == ["2", "2,5", "-0,125", "1e-07"]
    assert german.example == "1.234,5"
    assert NumberMarks(",", " ").example == "1\u202f234,5"


@pytest.mark.parametrize(
    ("value", "marks", "said"),
    [
        (1e7, NumberMarks(",", "."), "10 M"),
        (12_500_000.0, NumberMarks(",", "."), "12,5 M"),
        (-2.5e9, NumberMarks(), "-2.5 bn"),
        (9_999_999.0, NumberMarks(), None),
        (1e12, None, "1 T"),
        (1.234567e12, None, None),  # seven digits
        (1.23456e12, None, "1.23456 T"),
    ],
)
def test_that_a_large_round_number_is_in_words_by_the_marks_of_its_field(
    value, marks, said
) -> None:
    assert short_text(value, marks) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, "0.5"),
        (0.1234567, "0.123457"),
        (99_999.94, "99,999.9"),
        (99_999.99, "100,000"),
        (100_000.0, "100,000"),
        (123_456.7, "123,457"),
        (130_000.0, "130,000"),
        (1e11, "100 bn"),
        (0.00012, "0.00012"),
        (0.00009, "0.00009"),
        (-3.0, "-3"),
    ],
)
def test_that_what_is_set_is_said_in_full(value: float, said: str) -> None:
    assert number_words(value) == said


def test_that_a_target_has_two_decimals_or_as_many_as_it_takes_and_nought_none_that_say_nothing():
    assert [field_digits(x) for x in (1.0, 0.999, 0.5, 0.01234, 0.00001)] == [2, 3, 2, 4, 6]
    assert [field_digits(x) for x in (99.99, 100.0, -100.0)] == [2, 0, 0]
    assert [field_digits(x, share=True) for x in (100.0, 0.05)] == [2, 2]
    assert plain_nought("0.00 GW and 10.00 GW, 0,0") == "0 GW and 10.00 GW, 0"
    assert plain_nought("$0.000") == "$0"
