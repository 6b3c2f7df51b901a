"""What a number field understands, and what it refuses."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import PARAMETERS
from gui.words.quantity_parser import Unit, UnreadableError, read

POWER = Unit.of("GW facility")
UNITS = sorted({row.unit for row in PARAMETERS if row.is_number or row.per_family})


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("GW facility", "1.2 GW", 1.2),
        ("GW facility", "350 MW", 0.35),
        ("GW facility", "350mw", 0.35),
        ("GW facility/year", "1.5 GW/year", 1.5),
        ("MW IT", "0.2 GW", 200),
        ("share of IT power", "20 %", 0.2),
        ("% of IT power", "20 %", 20),
        ("% of IT power", "20", 20),
        ("per year", "10 %", 0.1),
        ("x", "80%", 0.8),
        ("x per year", "7x", 7),
        ("parameters", "3.5e9", 3.5e9),
        ("parameters", "70B", 70e9),
        ("chips/year", "130k chips", 130_000),
        ("chips/year", "1.2 million chips/year", 1_200_000),
        ("months", "2 years", 24),
        ("$bn/year", "$50 bn", 50),
        ("$bn/year", "500 m", 0.5),
        ("$/kWh", "7.5 c", 0.075),
        ("$/MW IT/year", "$300k/year", 300_000),
        ("EFLOP/s per $bn/year", "36,000 PFLOP/s", 36),
        ("GW facility", "1.5", 1.5),
        ("GW facility", "1 234,5", 1234.5),
        ("GW facility", "1.234,5", 1234.5),
        ("GW facility", "1,234.5", 1234.5),
        ("GW facility", "1,234,567", 1_234_567),
        ("GW facility", "\u22121.5", -1.5),
        ("MW IT", "=8*72", 576),
        ("MW IT", "8*72", 576),
        ("GW facility", "=8*72 MW", 0.576),
        ("GW facility", "= 1.2 GW + 350 MW", 1.55),
        ("GW facility", "=(1 + 2) / 4 - -1", 1.75),
        ("GW facility", "=2.5*2", 5),
        ("MW IT", "=2 GW / 4", 500),
    ],
)
def test_that_a_number_is_read_as_people_write_it(unit, text, value):
    assert read(text, Unit.of(unit)) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a number is wanted"),
        ("=", "a number is wanted"),
        ("abc", "no number"),
        ("1.2 apples", "no unit here; the unit is gw facility"),
        ("20 %", "no unit here"),
        ("=1/0", "divided by zero"),
        ("=(1+2", "bracket is open"),
        ("=1+2)", "no number"),
        ("=__import__('os')", "no number"),
        ("2**9", "no number"),
        ("1e999", "too large"),
        ("1.2.3,4.5", "not clear; numbers here are written like 1,234.5"),
        ("12,34,56", "not clear"),
        ("5 $", "no unit here; the unit is gw facility"),
        ("=2 GW * 3 GW", "product of two amounts"),
        ("=" + "(" * 99, "no number"),
        ("1" * 200, "too long"),
    ],
)
def test_that_what_is_no_number_is_refused_with_the_reason(text, why):
    with pytest.raises(UnreadableError) as refusal:
        read(text, POWER)
    assert why in str(refusal.value).lower()


def test_that_a_growth_in_percent_is_refused_for_it_could_mean_two_things():
    with pytest.raises(UnreadableError, match=r"1\.2 for 20% more"):
        read("20 %", Unit.of("x per year"))


@pytest.mark.parametrize("unit", ["x", "ratio"])
@pytest.mark.parametrize("text", ["+50%", "+15 %", "\u221215%", "\u201315 %", "=+15%", "(+15%)"])
def test_that_a_change_in_percent_of_a_factor_is_refused_for_it_could_mean_two_things(unit, text):
    with pytest.raises(UnreadableError, match=r"1\.15 for 15% more"):
        read(text, Unit.of(unit))


@pytest.mark.parametrize(("text", "value"), [("85%", 0.85), ("+1.15", 1.15), ("=1 + 15%", 1.15)])
def test_that_a_factor_is_read_in_percent_and_as_a_sum(text, value):
    assert read(text, Unit.of("x")) == value
    assert read("+5%", Unit.of("share")) == 0.05


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("GW facility", "2 GW IT"),
        ("GW IT", "2 GW facility"),
        ("GW IT", "2000 MW facility"),
        ("GW", "2 GW IT"),  # without a word it is the facility's
        ("GW facility", "2 GW/year"),
        ("GW facility", "2 GW facility/year"),
        ("GW facility", "2 GW facility per year"),
        ("GW", "2 GW/year"),
        ("GW facility/year", "2 GW facility"),
        ("GW facility/year", "2 GW IT/year"),
        ("$bn", "5 $bn/year"),
        ("$bn/month", "5 $bn/year"),
        ("share of IT power", "20 % facility"),
        ("months", "2 years/year"),
        ("GW", "2 GWh"),
        ("$bn/year", "2 $/MWh"),
        ("$bn/year", "2 $/kWh"),
        ("$/kWh", "2 $/year"),
    ],
)
def test_that_a_unit_of_another_kind_is_refused_with_the_field_s_own(unit, text):
    with pytest.raises(UnreadableError) as refusal:
        read(text, Unit.of(unit))
    assert str(refusal.value).endswith(f"is no unit here; the unit is {unit}")


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("GW facility", "2 GW facility", 2),
        ("GW facility", "2000 MW facility", 2),
        ("GW", "2000 MW facility", 2),
        ("GW IT", "2000 MW it", 2),
        ("GW IT", "2 GW", 2),
        ("GW facility/year", "2 GW", 2),
        ("GW facility/year", "2 GW per year", 2),
        ("GW facility/year", "2000 MW facility/yr", 2),
        ("$bn/year", "2 $bn", 2),
        ("x per year", "7 x/year", 7),
    ],
)
def test_that_a_unit_is_read_written_out_or_short(unit, text, value):
    assert read(text, Unit.of(unit)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75 $/MWh", 0.075),
        ("$75/MWh", 0.075),
        ("$ 75 /MWh", 0.075),
        ("$0.075/kWh", 0.075),
        ("7500 c/MWh", 0.075),
        ("0.075 $/kWh", 0.075),
        ("7.5 c/kWh", 0.075),
        ("0.075", 0.075),
    ],
)
def test_that_a_price_of_electricity_for_a_megawatt_hour_is_a_thousandth_for_a_kilowatt_hour(
    text, value
):
    assert read(text, Unit.of("$/kWh")) == value


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("$bn/year", "$2bn/year", 2.0),
        ("$/kWh", "$1/4", 0.25),
        ("$/kWh", "$1/4 + $10/MWh", 0.26),
        ("$/year", "$250,000/year", 250000.0),
        ("$/W IT", "$12/W", 12.0),
        ("$/W IT", "$12/W IT", 12.0),
        ("$/MW IT/year", "$300,000/MW IT/year", 300000.0),
    ],
)
def test_that_an_amount_for_something_may_have_its_sign_before_it(unit, text, value):
    assert read(text, Unit.of(unit)) == value


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("$bn/year", "$2/year"),  # two dollars, or two billion
        ("$bn/year", "$2/MWh"),
        ("$/kWh", "$75/GWh"),
        ("$/kWh", "75/MWh"),  # of what, nobody says
        ("$/W IT", "$12/kWh"),
        ("GW facility", "$2/GW"),
    ],
)
def test_that_an_amount_for_another_thing_is_refused(unit, text):
    with pytest.raises(UnreadableError):
        read(text, Unit.of(unit))


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("months", "1/2 year", 6.0),
        ("months", "3/4 year", 9.0),
        ("months", "1 / 2 quarters", 1.5),
        ("chips/year", "1/2 million", 500000.0),
        ("MW IT", "1/2 GW", 500.0),
        ("$bn", "3/2 tn", 1500.0),
        ("share", "1/2%", 0.005),
        ("months", "1/2 year + 1", 7.0),
        ("months", "2 * 3/4 year", 18.0),
        ("GW", "=8/2 GW", 4.0),
    ],
)
def test_that_a_unit_behind_a_fraction_is_of_all_of_it(unit, text, value):
    assert read(text, Unit.of(unit)) == value


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("GW", "5 GW/2 GW"),
        ("GW", "5/(2 GW)"),
        ("months", "1/(2 year + 1)"),
        ("$bn", "$1/2bn"),
        ("months", "=6/(1 year)"),
    ],
)
def test_that_what_comes_of_dividing_by_an_amount_is_none(unit, text):
    with pytest.raises(UnreadableError):
        read(text, Unit.of(unit))


@pytest.mark.parametrize(
    "text", ["2027-03", "12000-10000", "1.5-2.0", "1-1/2", "1/2/2027", "2027-03-01", "10\u201320"]
)
def test_that_a_date_or_a_range_is_no_difference(text):
    with pytest.raises(UnreadableError, match="is no number"):
        read(text, Unit.of("months"))


@pytest.mark.parametrize(
    ("text", "value"), [("=2027-03", 2024.0), ("12 - 10", 2.0), ("3 -1", 2.0), ("1e-3", 0.001)]
)
def test_that_a_difference_has_blanks_or_begins_as_a_formula(text, value):
    assert read(text, Unit.of("months")) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(3)", -3.0),
        ("(1,500)", -1500.0),
        ("( 2.5 months )", -2.5),
        ("(1 year)", -12.0),
        ("(1e-3)", -0.001),
        ("(-3)", -3.0),
        ("=(3)", 3.0),
        ("(3) + 1", 4.0),
        ("(1 + 2)", 3.0),
        ("(3/4)", 0.75),
        ("((3))", 3.0),
        ("2 (3)", None),
    ],
)
def test_that_a_number_alone_in_brackets_is_one_below_nought_as_accounts_write_it(text, value):
    if value is None:
        with pytest.raises(UnreadableError):
            read(text, Unit.of("months"))
    else:
        assert read(text, Unit.of("months")) == value


@given(st.text(max_size=40), st.sampled_from(UNITS))
def test_that_any_text_is_a_finite_number_or_refused(text, unit):
    try:
        value = read(text, Unit.of(unit))
    except UnreadableError:
        return
    assert math.isfinite(value)


@given(st.text("0123456789.,+-*/()= eEkKmMgGwW%$", max_size=25), st.sampled_from(UNITS))
def test_that_any_text_of_digits_and_marks_is_a_finite_number_or_refused(text, unit):
    try:
        value = read(text, Unit.of(unit))
    except UnreadableError:
        return
    assert math.isfinite(value)


@given(st.floats(-1e15, 1e15), st.sampled_from(UNITS))
def test_that_a_number_written_in_full_reads_back_to_the_last_digit(value, unit):
    assert read(repr(value), Unit.of(unit)) == value


@given(st.integers(-999, 999), st.integers(-999, 999), st.integers(1, 999), st.sampled_from("+-*/"))
def test_that_arithmetic_is_that_of_python(a, b, c, mark):
    python = {"+": a + b / c, "-": a - b / c, "*": a * b / c, "/": None}[mark]
    if python is not None:
        assert read(f"={a}{mark}({b})/{c}", POWER) == pytest.approx(python, rel=1e-12, abs=1e-12)


@given(st.floats(1e-6, 1e6))
def test_that_a_unit_and_its_larger_sister_agree(value):
    for small, large, factor in (("MW", "GW", 1e3), ("kW", "TW", 1e9)):
        assert read(f"{value!r} {large}", POWER) == pytest.approx(
            read(f"{value * factor!r} {small}", POWER)
        )


@pytest.mark.parametrize("unit", UNITS)
def test_that_every_field_understands_its_own_unit(unit):
    assert read(f"2.5 {unit}", Unit.of(unit)) == 2.5
