"""What is searched for is found and marked, whatever a keyboard writes and whatever is pasted."""

from __future__ import annotations

import itertools

import pytest

from engine import parameter
from gui.document import templates
from gui.help.browser import MOST_MARKS, HelpBrowser
from gui.help.sections import HelpSection, all_sections, plain, search
from gui.sweeps.choice import typed
from gui.widgets.palette import DARK
from gui.words.searching import MOST_LETTERS, MOST_WORDS, Folded, asked_words, folded
from gui.words.value_texts import found_in, highlighted, matches
from tests.gui.test_swept_by_hand import swept


@pytest.fixture
def browser(qtbot) -> HelpBrowser:
    made = HelpBrowser()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def marked(browser: HelpBrowser) -> list[str]:
    return [mark.cursor.selectedText() for mark in browser.extraSelections()]


def hits(text: str, asked: str) -> list[str]:
    section = HelpSection("manual", "Title", "title", 1, text)
    return [hit.snippet for hit in search([section], asked)]


# Letters that keyboards and books write differently


@pytest.mark.parametrize(
    ("book", "asked"),
    [
        ("l’offre", "l'offre"),
        ("l'offre", "l’offre"),
        ("qu’il", "qu´il"),
        ("qu’il", "QU`IL"),
        ("d’un", "dʼun"),
        ("d’un", "d‘un"),
        ("cœur", "coeur"),
        ("coeur", "cœur"),
        ("ŒUVRE", "oeuvre"),
        ("ex æquo", "aequo"),
        ("Straße", "strasse"),
        ("STRASSE", "straße"),
        ("e\u0301nergie", "énergie"),
        ("énergie", "e\u0301nergie"),
        ("ﬁn", "fin"),
        ("“growth”", '"growth"'),
        ("vingt‑deux", "vingt-deux"),
    ],
)
def test_that_a_text_is_found_with_the_letters_of_any_keyboard(browser, book, asked):
    assert hits(f"A, {book}, b.", asked)
    browser.show_page("manual", f"A, {book}, b.", words=asked)
    # whole letters, and nothing beside them
    assert marked(browser) == [book.split()[-1]]


def test_that_a_mark_stands_on_what_was_found_however_many_letters_folded_before_it(browser):
    browser.show_page("manual", "Œuvre, cœur, Straße: l’offre\n\ne\u0301, offre", words="offre")
    assert marked(browser) == ["offre", "offre"]
    browser.show_page("manual", "œ œ œ: cœurs", words="coeur")
    assert marked(browser) == ["cœur"]


def test_that_half_of_a_letter_that_is_two_marks_all_of_it(browser):
    browser.show_page("manual", "cœur", words="co")
    assert marked(browser) == ["cœ"]


def test_that_the_text_around_a_hit_has_it():
    [around] = hits("œ" * 200 + " the one word " + "ﬁ" * 200, "one")
    assert "the one word" in around


@pytest.mark.parametrize(
    "text", ["İstanbul ısı", "Straße", "Élan naïf", "ﬁn", "", "日本 한국", "e\u0301t"]
)
def test_that_each_folded_letter_knows_where_it_comes_from(text):
    seen = Folded.of(text)
    assert seen.text == folded(text)
    assert len(seen.origins) == len(seen.text) + 1
    for place in range(len(seen.text)):
        begin, end = seen.span(place, place + 1)
        assert begin < end
        assert seen.text[place] in folded(text[begin:end])
    assert seen.span(0, len(seen.text)) == (0, len(text))


def test_that_marks_of_levers_stand_on_whole_letters():
    mark = '<b style="color:#123"><u>{}</u></b>'
    assert highlighted("Le cœur, l’offre", ["coeur", "l'offre"], "#123") == (
        f"Le {mark.format('cœur')}, {mark.format('l’offre')}"
    )
    assert highlighted("œ", ["o", "e"], "#123") == mark.format("œ")
    assert highlighted("Straße & co", ["co"], "#123") == f"Straße &amp; {mark.format('co')}"


def test_that_levers_are_found_with_any_apostrophe():
    row = parameter("power_budget_gw")
    texts = " ".join(row.help_text.split())
    assert matches(row, folded(texts).split())
    assert not found_in(row, folded(row.label_text.replace("'", "’")).split())


def test_that_tables_are_searched_as_the_help_is(window, qtbot):
    window.pages.show_key("evidence")
    page = window.pages["evidence"]
    page.show_part("ledger")
    qtbot.waitUntil(lambda: bool(page.ledger.table.read.rows), timeout=20_000)
    page.ledger.search.setText("hálf-life ÉXCESS")
    assert page.ledger.table.read.rows
    page.ledger.search.clear()


def test_that_claims_are_searched_as_the_help_is(window, qtbot):
    window.session.open(templates.example("public_record_2026_11"), None)
    window.pages.show_key("evidence")
    claims = window.pages["evidence"].claims
    qtbot.waitUntil(lambda: bool(claims.table.read.rows), timeout=20_000)
    claims.search.setText("Ráinier")
    assert claims.table.read.rows
    claims.search.clear()


def test_that_plans_compared_and_swept_are_searched_as_the_help_is(window):
    window.pages.show_key("compare")
    inputs = window.pages["compare"].inputs
    inputs.search.setText("cóst of CÁPITAL")
    assert inputs.model.words == ("cost", "of", "capital")
    inputs.search.clear()
    quantity = swept(0, 1, 1, words=("Peu", "Cœur d’œuvre"))
    assert typed("coeur", (1, 2, 3), [quantity]).tolist() == [False, True, True]
    assert typed("d'oeuvre", (1, 2, 3), [quantity]).tolist() == [False, True, True]


# Marks that stay


PICTURES = "Growth.\n\n![](overview-light.png)\n\nMore growth."


@pytest.mark.parametrize(
    "filled_anew",
    [
        lambda browser: browser.zoom(1),
        lambda browser: browser.use_palette(DARK),
        lambda browser: browser.resize(420, 400),
    ],
)
def test_that_marks_stand_when_the_page_is_laid_out_anew(browser, qtbot, filled_anew):
    browser.show()
    qtbot.waitExposed(browser)
    browser.show_page("manual", PICTURES, words="growth")
    before = browser.document()
    assert marked(browser) == ["Growth", "growth"]
    filled_anew(browser)
    qtbot.waitUntil(lambda: browser.document() is not before)
    assert marked(browser) == ["Growth", "growth"]
    assert all(mark.cursor.document() is browser.document() for mark in browser.extraSelections())


def test_that_marks_go_with_the_page_they_were_asked_for(browser):
    browser.show_page("manual", PICTURES, words="growth")
    browser.show_page("model", "No growth.")
    browser.zoom(1)
    assert marked(browser) == []


# Texts that were pasted


def test_that_a_word_said_twice_is_looked_for_once():
    assert asked_words("The the  THE œ oe") == ("the", "oe")
    assert asked_words("  ") == ()


def test_that_no_more_is_looked_for_than_a_person_types():
    every = " ".join(f"word{n}" for n in range(100_000))
    assert 0 < len(asked_words(every)) <= MOST_WORDS
    assert sum(map(len, asked_words("a" * 1_000_000))) <= MOST_LETTERS
    quantity = swept(0, 1, 1, words=("Low", "High"))
    assert typed("high " * 100_000, (1, 2, 3), [quantity]).tolist() == [False, True, True]


@pytest.mark.parametrize("words", ["a " * 4000, "a an ana nan n", "e", " ".join("abcdefghijklmno")])
def test_that_no_letter_of_a_page_is_marked_twice_nor_are_there_more_marks_than_can_be_seen(
    browser, words
):
    browser.show_page("manual", "banana, an anagram of bananas, else none.\n\n" * 2000, words=words)
    places = [
        (mark.cursor.selectionStart(), mark.cursor.selectionEnd())
        for mark in browser.extraSelections()
    ]
    assert 0 < len(places) <= MOST_MARKS
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(places))


def test_that_marks_begin_with_what_is_nearest_to_where_a_page_is_opened(browser):
    text = "a a a\n\n" * MOST_MARKS + "# Far down\n\nwhat a hit"
    browser.show_page("manual", text, "far-down", words="a hit")
    assert marked(browser)[-2:] == ["a", "hit"]


def test_that_a_pasted_passage_of_the_help_finds_where_it_stands():
    sections = all_sections("en")
    longest = max(sections, key=lambda section: len(section.text))
    assert longest in [hit.section for hit in search(sections, plain(longest.text) * 50)]
