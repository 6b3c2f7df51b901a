"""Months as they are typed, in whatever form a calendar or a spreadsheet has them."""

import pytest

from gui.words.numbers import UnreadableError
from gui.words.typed_months import month_plain, month_shown, read_month

START = "2025-01"


@pytest.mark.parametrize(
    "typed",
    [
        *("Mar 2027", "mar 2027", "March 2027", "march 2027", "Mar. 2027", "mars 2027"),
        *("2027-03", "2027/3", "2027.03", "03/2027", "3-2027", "Mar-27", "Mar-2027"),
        *("2027-03-01", "2027-03-15T00:00:00", "1 March 2027", "2027-03-01 00:00:00"),
    ],
)
def test_a_month_is_read_in_the_forms_that_people_and_spreadsheets_have(typed: str) -> None:
    assert month_plain(START, read_month(typed, START, 0)) == "2027-03"


@pytest.mark.parametrize(("typed", "month"), [("+6", 30), ("-3", 21), ("+ 12", 36), ("−1", 23)])
def test_a_signed_number_is_so_many_months_from_where_the_cell_stands(
    typed: str, month: int
) -> None:
    assert read_month(typed, START, 24) == month


@pytest.mark.parametrize("typed", ["", "24", "2027", "Mar", "2027-13", "31/31/2027", "ma 2027"])
def test_what_is_no_month_is_refused_with_how_it_is_written(typed: str) -> None:
    with pytest.raises(UnreadableError, match=r"write Jan 2027, 2027-01 or \+6"):
        read_month(typed, START, 24)


@pytest.mark.parametrize(
    "typed", ["2027-02-31", "2027-3-45", "2027-03-00", "99 Mar 2027", "29 Feb 2027", "31/02/2027"]
)
def test_a_day_that_its_month_does_not_have_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError, match="is no month"):
        read_month(typed, START, 24)


@pytest.mark.parametrize("name", ["fa_IR", "sv_SE", "hu_HU"])
def test_a_date_whose_year_stands_last_is_refused_where_years_stand_first(
    spoken, name: str
) -> None:
    spoken(name)
    with pytest.raises(UnreadableError, match="is no month"):
        read_month("5/6/2027", START, 24)
    with pytest.raises(UnreadableError, match="is no month"):
        read_month("5/12/2027", START, 24)
    for typed in ("31/5/2027", "5/31/2027", "5/5/2027"):
        assert month_plain(START, read_month(typed, START, 0)) == "2027-05"


def test_the_languages_order_says_which_of_two_numbers_is_the_day(spoken) -> None:
    spoken("en_US")
    assert month_plain(START, read_month("3/1/2027", START, 0)) == "2027-03"
    assert month_plain(START, read_month("12/5/2027", START, 0)) == "2027-12"
    spoken("fr_FR")
    assert month_plain(START, read_month("1/3/2027", START, 0)) == "2027-03"
    assert month_plain(START, read_month("5/12/2027", START, 0)) == "2027-12"


def test_a_day_that_can_be_no_month_is_the_day_whatever_the_language(spoken) -> None:
    spoken("en_US")
    assert month_plain(START, read_month("31/3/2027", START, 0)) == "2027-03"


def test_a_short_name_that_does_not_begin_the_long_one_is_read_too(spoken) -> None:
    """Greek writes March as Μαρ, as Μάρτιος, and beside a day as Μαρτίου."""
    spoken("el_GR")
    for typed in ("Μαρ 2027", "Μάρτιος 2027", "1 Μαρτίου 2027", "Mar 2027", "mars 2027"):
        assert month_plain(START, read_month(typed, START, 0)) == "2027-03"


def test_a_year_of_two_digits_is_of_this_century_and_a_day_is_checked() -> None:
    assert month_plain(START, read_month("Mar 05", START, 0)) == "2005-03"
    assert month_plain(START, read_month("29 Feb 28", START, 0)) == "2028-02"
    assert month_plain(START, read_month("1 Dec 2027", START, 0)) == "2027-12"
    assert read_month("2025-01", START, 0) == 0
    for typed in ("2027-00", "0/2027", "13/2027"):
        with pytest.raises(UnreadableError, match="is no month"):
            read_month(typed, START, 0)


def test_a_month_is_said_by_its_name_and_year() -> None:
    assert month_shown(START, 26) == "Mar 2027"
    assert month_shown(START, -1) == "Dec 2024"
