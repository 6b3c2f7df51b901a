"""Numbers, counts and lines as people read them, at the edges where their form changes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine import Scenario, text
from engine.analysis.kpi import total
from engine.ask.asked import Answer
from engine.ask.markdown import cell, markdown
from engine.text import (
    NumberStyle,
    begun,
    clean,
    escaped,
    figures,
    form_of,
    in_file_language,
    one_line,
    percent_sign,
    share_of_worlds,
    translate,
    ungrouped,
    written,
)


@pytest.mark.parametrize(
    ("value", "digits", "sign", "said"),
    [
        (0.0, 3, "+", "0"),
        (4e-7, 3, "+", "0"),
        (-4e-7, 3, "", "0"),
        (6e-7, 3, "", "0.000001"),
        (9.94e-5, 3, "+", "+0.000099"),
        (1e-4, 3, "", "0.0001"),
        (-1e-4, 3, "", "-0.0001"),
        (0.12345, 3, "", "0.123"),
        (999.4, 3, "", "999"),
        (999.6, 3, "", "1,000"),
        (1000.0, 3, "", "1,000"),
        (-1000.0, 3, "+", "-1,000"),
        (123456.7, 3, "+", "+123,457"),
    ],
)
def test_that_a_number_has_so_many_figures_and_never_a_power_of_ten(
    value: float, digits: int, sign: str, said: str
) -> None:
    assert figures(value, digits, sign) == said


def test_that_a_number_goes_with_the_form_of_its_count() -> None:
    values = (1, 0, 0.5, 1.5, -1.5, 1.999, 2, -2, 2.5, 7)
    assert [form_of(value) for value in values] == [1, 0, 0, 0, 0, 0, 2, 2, 2, 2]


def test_that_all_or_none_of_the_worlds_is_said_only_where_it_is_so() -> None:
    shares = (0.0, 0.0049, 0.006, 0.5, 0.994, 0.9951, 1.0)
    assert [share_of_worlds(share) for share in shares] == [
        *("0%", "under 1%", "1%", "50%", "99%", "over 99%", "100%")
    ]


def test_that_a_count_has_its_ending() -> None:
    def said(count: int, source: str = "%n entry(ies) of %n value(s)") -> str:
        return translate("Test", source, "", count)

    assert [said(count) for count in (0, 1, 2, 1234)] == [
        "0 entries of 0 values",
        "1 entry of 1 value",
        "2 entries of 2 values",
        "1,234 entries of 1,234 values",
    ]
    assert said(-1) == "%n entry(ies) of %n value(s)"
    assert translate("Test", "%n of them") == "%n of them"


def test_that_a_line_is_cut_where_it_is_longer_than_it_may_be() -> None:
    assert [one_line("abcd", longest) for longest in (None, 5, 4, 3)] == [
        *("abcd", "abcd", "abcd", "ab…")
    ]
    assert one_line(" a\n\tb\r\nc ") == "a b c"


def test_that_letters_that_no_file_holds_are_marked_and_lines_stay() -> None:
    assert clean("a\r\nb\rc\td\x07e\ud800f\ufffeg\U0001ffffh\u202ei") == (
        "a\nb\nc d\ufffde\ufffdf\ufffdg\ufffdhi"
    )


def test_that_nothing_in_a_text_is_markup_and_what_begins_a_line_is_no_list() -> None:
    for given, line, within in (
        ("- a", r"\- a", "- a"),
        ("1. a", r"1\. a", "1. a"),
        ("1) a", r"1\) a", "1) a"),
        ("a - 1. b", "a - 1. b", "a - 1. b"),
        ("*a* [b](c)", r"\*a\* \[b\](c)", r"\*a\* \[b\](c)"),
        ("http://a www.b", r"http\://a www\.b", r"http\://a www\.b"),
    ):
        assert (escaped(given), escaped(given, begins=False)) == (line, within)
    assert escaped("abcd*", 4) == "abc…"


def test_that_a_language_has_its_own_marks_and_files_have_none_of_them() -> None:
    text.install(style=NumberStyle("\u202f", ",", "\u00a0%"))
    try:
        assert written(1234.5, ",.1f") == "1\u202f234,5"
        assert written(0.25, ".0%") == "25\u00a0%"
        assert (percent_sign(), ungrouped("1\u202f234,5")) == ("\u00a0%", "1234,5")
        with in_file_language():
            assert written(1234.5, ",.1f") == "1,234.5"
            assert (percent_sign(), ungrouped("1,234.5")) == ("%", "1234.5")
        assert written(1.5, ".1f") == "1,5"
    finally:
        text.install()
    assert (percent_sign(), ungrouped("1,234.5")) == ("%", "1234.5")


def test_that_a_sentence_begins_large_whatever_begins_it() -> None:
    assert [begun(said) for said in ("juin 2026", "A", "")] == ["Juin 2026", "A", ""]


def test_that_an_answer_has_its_facts_and_tables_and_says_where_a_table_has_nothing() -> None:
    plan = Scenario(name="Plan *A*")
    typed = SimpleNamespace(
        kpi=total("economic_cost_bn", 21, 23),
        scenario=plan,
        draws=1234,
        month=lambda place: f"2026-{place - 11:02d}",
    )
    tables = {
        "groups": [{"group": "Money", "part": 1.5}, {"group": "Power | grid", "part": -0.25}],
        "commitments": [],
        "decisions": [{"what": "a", "chance_now": 0.5}],
    }
    facts = {"sentence": "It *changes*.", "value": 2.0, "failing": 0.25, "coverage": 0.5}
    answer = Answer(facts, tables | {"conditions": []})
    assert markdown(typed, "goal", answer).split("\n") == [
        r"# Plan \*A\*: least changes to a target",
        "",
        "Of Economic cost ($bn), in all, 2026-10 to 2026-12; from 1,234 worlds.",
        "",
        r"It \*changes\*.",
        "",
        "- value ($bn): 2",
        "- worlds that fail: 25.0%",
        "",
        "## Groups of levers",
        "",
        "| group | adds ($bn) |",
        "|---|---|",
        "| Money | 1.5 |",
        r"| Power \| grid | -0.25 |",
        "",
        "## What can be walked away from",
        "",
        "none",
        "",
        "## By when to decide",
        "",
        "| what | chance as planned |",
        "|---|---|",
        "| a | 50.0% |",
        "",
        "Once too late: with the first wait after which the target does not hold, or with "
        "the longest that was tried.",
        "",
        "## When it fails",
        "",
        "none",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "value", "unit", "said"),
    [
        ("chance", 0.12345, "", "12.3%"),
        ("value", 0.12345, "share", "12.3%"),
        ("value", 1234.567, "$bn", "1,235"),
        ("value", 0.123456, "$bn", "0.1235"),
        ("cost_bn", 1234.567, "", "1,234.57"),
        ("cost_bn", -0.001, "", "0.00"),
        ("it_gw", 0.125, "", "0.12"),
        ("rank_correlation", -0.456, "", "-0.46"),
        ("rank_correlation", -0.001, "", "0.00"),
        ("draw", 12345, "", "12,345"),
        ("reached", True, "", "yes"),
        ("reached", False, "", "no"),
        ("value", None, "", ""),
        ("value", float("nan"), "", ""),
        ("value", float("inf"), "", ""),
        ("shares", ["a", 2], "", "a, 2"),
        ("shares", {"tpu": 1, "gpu": 2}, "", "tpu, gpu"),
        ("name", "a*b", "", r"a\*b"),
    ],
)
def test_that_a_cell_is_written_as_what_it_is(
    name: str, value: object, unit: str, said: str
) -> None:
    assert cell(name, value, unit) == said
