"""Sentences that are put together: one point at the end, whatever a value ends with."""

from __future__ import annotations

import pytest

from engine import text
from engine.text import filled, joined, sentences, told


@pytest.mark.parametrize(
    ("sentence", "value", "said"),
    [
        ("By {x}.", "juil.", "By juil."),
        ("By {x}. Then more.", "déc.", "By déc. Then more."),
        ("By {x}.", "Dec 2027", "By Dec 2027."),
        ("Cut: {x}.", "a long na…", "Cut: a long na…"),
        ("Looking for {x} ...", "ways", "Looking for ways ..."),
        ("{x}...", "more", "more..."),
        ("“{x}”.", "Ltd.", "“Ltd.”."),
        ("{x}; {x}.", "p. an", "p. an; p. an."),
        ("It is {x}.", "1.5", "It is 1.5."),
    ],
)
def test_that_a_sentence_has_one_point_at_its_end(sentence: str, value: str, said: str) -> None:
    assert filled(sentence, x=value) == said


def test_that_a_sentence_is_as_format_makes_it_where_nothing_ends_in_a_point() -> None:
    assert filled("{a} and {b:.2f}", a="one", b=2) == "one and 2.00"
    assert filled("", a=1) == ""


def test_that_sentences_stand_one_after_the_other_and_none_is_empty() -> None:
    assert sentences("One.", "", "Until juil.", "Three.") == "One. Until juil. Three."
    assert sentences("Until juil..", "Next.") == "Until juil. Next."
    assert sentences() == ""


def test_that_a_name_is_parted_from_what_is_said_as_the_language_parts_it() -> None:
    assert told("North", "0.5 GW") == "North: 0.5 GW"

    def french(context: str, source: str, comment: str, count: int) -> str:
        return source.replace(": ", "\u00a0: ").replace("; ", "\u202f; ")

    text.install(french)
    try:
        assert told("Nord", "0,5 GW") == "Nord\u00a0: 0,5 GW"
        assert joined(["a", "b"]) == "a\u202f; b"
    finally:
        text.install()
