"""Numbers that people type: one reader, by the marks of the language; never silently wrong."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from engine import PARAMETERS
from gui.widgets.spin_boxes import LeverSpinBox, short_text
from gui.words import units
from gui.words.numbers import NumberMarks, field_digits, number_words
from gui.words.quantity_parser import Unit, UnreadableError, read
from gui.words.units import Units

POWER = Unit.of("GW facility")
LOCALES = ("C", "en_US", "fr_FR", "de_DE", "de_CH", "fr_CH", "ar_EG", "ar_MA", "fa_IR", "hi_IN")
BOUNDS = [row for row in PARAMETERS if row.low is not None and row.high is not None]


def understood(text: str, unit: Unit, marks: NumberMarks) -> tuple[float | None, str]:
    """The number that is read, or the line that refuses it."""
    try:
        return read(text, unit, marks), ""
    except UnreadableError as refusal:
        return None, str(refusal)


def typed(text: str, locale: str, unit: str = "GW facility") -> float | None:
    """The number in a locale; None where it is refused, which takes one line."""
    value, refusal = understood(text, Unit.of(unit), NumberMarks.of(QLocale(locale)))
    assert value is not None or refusal
    assert "\n" not in refusal
    return value


# what each is in en_US, fr_FR, de_DE, de_CH, hi_IN; None: refused
CASES = {
    "1,500": (1500, 1.5, 1.5, None, 1500),
    "1.500": (1.5, None, 1500, 1.5, 1.5),
    "1,5": (None, 1.5, 1.5, 1.5, None),
    "1.5": (1.5, 1.5, None, 1.5, 1.5),
    "0,875": (None, 0.875, 0.875, 0.875, None),
    "0.875": (0.875, 0.875, None, 0.875, 0.875),
    "1.875": (1.875, None, 1875, 1.875, 1.875),
    "1,234.5": (1234.5,) * 5,
    "1.234,5": (1234.5,) * 5,
    "1,234.567": (1234.567, None, None, 1234.567, 1234.567),
    "1.234,567": (None, 1234.567, 1234.567, None, None),
    "1'234.5": (1234.5,) * 5,
    "1\u2019234.5": (1234.5,) * 5,
    "1\u02bc234,5": (1234.5,) * 5,
    "1 234,5": (1234.5,) * 5,
    "1\u202f234.5": (1234.5,) * 5,
    "12\u2009345": (12345,) * 5,
    "12\u00a0345\u00a0678": (12345678,) * 5,
    "1,234,567": (1234567, None, None, 1234567, 1234567),
    "1.234.567": (None, 1234567, 1234567, None, None),
    "12,34,567": (None, None, None, None, 1234567),
    "12,34": (None, 12.34, 12.34, 12.34, None),
    ",5": (None, 0.5, 0.5, 0.5, None),
    ".5": (0.5, 0.5, None, 0.5, 0.5),
    "1,5e3": (None, 1500, 1500, 1500, None),
    "1.234.5": (None,) * 5,
    "1,2,3": (None,) * 5,
    "0 500": (None,) * 5,
    "1 5": (None,) * 5,
    "1'5": (None,) * 5,
    "1''500": (None,) * 5,
    "1 234'567": (None,) * 5,
    "1,50.00": (None,) * 5,
    "\u22122.5": (-2.5, -2.5, None, -2.5, -2.5),
    "\u20137": (-7,) * 5,  # a dash, as many keyboards give it
    "5\u20137": (None,) * 5,  # and from 5 to 7
    "1·5": (None,) * 5,
    "=8·72": (576,) * 5,
    "8 · 72": (576,) * 5,
    "10²": (None,) * 5,
    "1½": (None,) * 5,
    "\u0661\u0662\u066b\u0665": (12.5,) * 5,  # Arabic digits and marks
    "\u0661\u066c\u0665\u0660\u0660": (1500,) * 5,
    "\u06f1\u06f2": (12,) * 5,  # Persian
    "\u0967\u0968": (12,) * 5,  # Devanagari
    "\uff11\uff12\uff0e\uff15": (12.5, 12.5, None, 12.5, 12.5),  # wide, of a Chinese keyboard
    "1\u0968": (None,) * 5,  # two scripts
    "\u06f1\u0662": (None,) * 5,
}


@pytest.mark.parametrize("text", CASES)
def test_that_a_comma_and_a_point_mean_what_the_language_says(text: str) -> None:
    locales = ("en_US", "fr_FR", "de_DE", "de_CH", "hi_IN")
    assert tuple(typed(text, locale) for locale in locales) == CASES[text]


@pytest.mark.parametrize(
    ("unit", "text", "meant"),
    [
        ("EFLOP/s per $bn/year", "1,000", 1000),
        ("$bn/year", "1,250", 1250),
        ("MW IT", "1,000", 1000),
        ("GW facility", "1,500 MW", 1.5),
        ("GW facility", "1,500 mw facility", 1.5),
        ("$bn/year", "$3,070 m", 3.07),
        ("$bn/year", "3,070.5 m$", 3.0705),
        ("chips/year", "1,250k chips", 1_250_000),
        ("share", "1,5 %", None),
        ("GW facility", "1,50 MW", None),
        ("GW facility", "=1,500 MW + 1.5", 3),
    ],
)
def test_that_a_field_of_any_size_reads_an_english_comma_alike(
    unit: str, text: str, meant: float | None
) -> None:
    assert typed(text, "en_US", unit) == meant


def test_that_arabic_writes_and_reads_its_own_digits() -> None:
    assert typed("\u061c-\u0661\u066c\u0662\u0663\u0664\u066b\u0665", "ar_EG") == -1234.5
    assert typed("1,500", "ar_EG") is None  # neither mark is one of Arabic's
    assert typed("1.500", "ar_MA") == 1500
    assert typed("20\u066a", "ar_EG", "share") == 0.2


def test_that_the_refusal_says_how_numbers_are_written_here() -> None:
    for locale, example in (("en_US", "1,234.5"), ("de_DE", "1.234,5"), ("de_CH", "1'234.5")):
        with pytest.raises(UnreadableError, match=f"numbers here are written like {example}"):
            read("1,2,3", POWER, NumberMarks.of(QLocale(locale)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5", 5.0),
        ("€5", 5.0),
        ("5 €bn", 5.0),
        ("5 bn€", 5.0),
        ("5 EUR", 5.0),
        ("$5", 4.6),
        ("5 $", 4.6),
        ("5 USD", 4.6),
        ("5 bn $", 4.6),
        ("$5 bn/year", 4.6),
        ("5 £", None),
        ("£5", None),
        ("5 GBP", None),
        ("$5 €", None),
    ],
)
def test_that_an_amount_is_of_the_currency_that_is_written_beside_it(
    text: str, meant: float | None
) -> None:
    unit = Unit.of("$bn/year", Units(currency="EUR", rate=0.92))
    value, refusal = understood(text, unit, NumberMarks())
    assert value == meant
    assert "$bn" not in refusal


def test_that_a_refusal_names_the_unit_that_is_shown() -> None:
    unit = Unit.of("$bn/year", Units(currency="CHF", rate=0.8))
    with pytest.raises(UnreadableError, match="the unit is CHF\u00a0bn/year"):
        read("5 apples", unit)
    assert read("5 CHF", unit) == 5
    assert read("CHF 5 bn", unit) == 5


@given(st.floats(-1e15, 1e15), st.sampled_from(LOCALES))
def test_that_a_number_written_in_full_reads_back_in_any_language(value: float, name: str) -> None:
    marks = NumberMarks.of(QLocale(name))
    assert read(marks.written(value), POWER, marks) == value


@given(st.integers(-(10**12), 10**12), st.integers(0, 4), st.sampled_from(LOCALES))
def test_that_what_a_language_writes_is_what_it_reads(units: int, digits: int, name: str) -> None:
    value = units / 10**digits
    shown = QLocale(name).toString(value, "f", digits)
    assert typed(shown, name) == pytest.approx(value, rel=1e-14)


@given(st.text("0123456789.,' \u202f\u2019", min_size=1, max_size=12), st.sampled_from(LOCALES))
def test_that_marks_are_read_as_the_language_does_or_another_reading_is_the_only_one(
    text: str, name: str
) -> None:
    found = typed(text, name)
    if found is None:
        return
    # what is read is made of the digits as they stand: marks move nothing but the point
    digits = "".join(c for c in text if c.isdigit()).strip("0")
    assert digits in f"{found:.20f}".replace(".", "").replace("-", "")
    theirs, ok = QLocale(name).toDouble(text)
    if ok:
        assert found == theirs


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(BOUNDS), st.floats(0, 1), st.sampled_from(LOCALES))
def test_that_a_field_reads_back_what_it_shows_over_the_bounds_of_the_table(
    qapp, row, place: float, name: str
) -> None:
    value = row.low + (row.high - row.low) * place
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        field = LeverSpinBox(row.low, row.high, row.step, words=True, understood=Unit.of(row.unit))
        taken: list[float] = []
        field.taken.connect(taken.append)
        field.show_number(value, 6)
        shown = field.text()
        # what is shown may be rounded; what stands behind it is not
        field.lineEdit().setModified(True)
        field.finish()
        assert taken == [value]
        assert read(shown, Unit.of(row.unit), NumberMarks.of(QLocale())) == pytest.approx(
            value, rel=1e-5, abs=1e-6
        )
    finally:
        QLocale.setDefault(before)


def test_that_a_large_number_in_words_reads_back_by_the_marks_of_the_field() -> None:
    for name in ("en_US", "fr_FR", "de_DE", "de_CH"):
        marks = NumberMarks.of(QLocale(name))
        words = short_text(1.234e9, marks)
        assert words is not None
        assert read(words, Unit.of("parameters"), marks) == 1.234e9


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1e-7, "0.0000001"),
        (-2.5e-5, "-0.000025"),
        (1.23456789e-6, "0.00000123457"),
        (0.0001, "0.0001"),
        (0.0, "0"),
    ],
)
def test_that_a_small_number_is_said_without_an_exponent(value: float, said: str) -> None:
    assert number_words(value) == said


def test_that_a_field_with_money_reads_back_what_stands_in_it(qtbot):
    units.install(units.STANDARD)
    box = LeverSpinBox(0.0, 1e6, 1.0, "$bn", understood=Unit.of("$bn", units.current()))
    qtbot.addWidget(box)
    box.show_unit()
    box.show_number(280.0, 0)
    assert box.text() == "$280 bn"
    taken = []
    box.taken.connect(taken.append)
    for typed in ("$350 bn", "350", "350 $bn", "$350", "$0.35 tn"):
        box.show_number(280.0, 0)
        box.lineEdit().setText(typed)
        box.lineEdit().setModified(True)
        box.finish()
    assert taken[:3] == [350.0] * 3
    assert box._limit_words(1000.0) == "$1,000 bn"


@pytest.mark.parametrize(
    ("number", "share", "digits"),
    [
        (0.0, False, 2),
        (0.018087, False, 4),  # 0.0181, and not 0.02
        (0.72674, False, 3),
        (0.15, False, 2),
        (2.266, False, 2),
        (99.9, False, 2),
        (-135.0, False, 0),
        (100.0, False, 0),
        (100.0, True, 2),
        (0.004775, True, 5),  # 0.00478%, and not 0.00%
        (1e-7, False, 6),
    ],
)
def test_that_a_small_target_has_the_digits_that_it_takes_to_be_read(number, share, digits):
    assert field_digits(number, share=share) == digits
