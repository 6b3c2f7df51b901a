"""Pages cut into sections, and the search through them. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.help.book import PAGES
from gui.words.searching import Folded, asked_words, folded

SHORTEST_STEM = 4  # letters
# of nouns and verbs in English and French, without accents; the longer ones first
ENDINGS = (
    *("ements", "ations", "ement", "ation", "aient", "antes", "ingly"),
    *("ante", "ants", "ings", "ing", "ees", "ers", "ies", "ant", "ent", "ait", "ed", "es", "er"),
    *("ez", "ly", "ee", "y", "s", "x", "e"),
)
SNIPPET = 90  # characters of text around what was found
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_KEY = re.compile(r"`([a-z0-9_]+)` ·")
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`|>]|^\s*[-#]+\s|<[^>]+>|\\", re.MULTILINE)


@dataclass(frozen=True)
class HelpSection:
    """A heading with the text below it. `anchor` is what a link to it ends with."""

    page: str
    title: str
    anchor: str
    level: int
    text: str


@dataclass(frozen=True)
class Hit:
    """A section that has all the words, with the text around the first of them."""

    section: HelpSection
    snippet: str


def slug(title: str) -> str:
    """A heading as the end of a link, as GitHub makes it."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


def sections_of(page: str, text: str) -> Iterator[HelpSection]:
    """A page's sections. An entry of a table is also found by the key below its heading."""
    title, level, lines, fenced = "", 0, [], False
    for line in [*text.splitlines(), "# "]:
        fenced ^= line.startswith("```")
        found = None if fenced else _HEADING.fullmatch(line)
        if found is None and line != "# ":
            lines.append(line)
            continue
        if title:
            yield _section(page, title, level, "\n".join(lines).strip())
        if found is not None:
            title, level, lines = found[2], len(found[1]), []


def _section(page: str, title: str, level: int, text: str) -> HelpSection:
    key = _KEY.match(text)
    return HelpSection(page, title, key[1] if key else slug(title), level, text)


def all_sections(language: str) -> tuple[HelpSection, ...]:
    """Of every page, in the order of the book."""
    return tuple(
        section for page in PAGES for section in sections_of(page.key, page.text(language))
    )


def plain(text: str) -> str:
    """Markdown as a line of text."""
    return " ".join(_MARKS.sub(lambda found: found[1] or " ", text).split())


def stem(word: str) -> str:
    """What the forms of a word have in common, roughly and in both languages: regret of regretted.

    It is looked for inside words, so a stem that is cut too short finds more, never less.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiousl"
    return word[:-1] if doubled else word


def found_form(word: str, text: str) -> str:
    """The word where the text has it as it was typed, else its stem; empty where it has neither."""
    if word in text:
        return word
    root = stem(word)
    return root if root in text else ""


def search(sections: Sequence[HelpSection], asked: str) -> list[Hit]:
    """Sections that have every word asked for in some form, those with them in the title first."""
    words = asked_words(asked)
    if not words:
        return []
    ranked = []
    for place, section in enumerate(sections):
        title, text = folded(section.title), plain(section.text)
        seen = Folded.of(text)
        body = seen.text
        places = (title, body, section.anchor)
        if all(any(found_form(word, where) for where in places) for word in words):
            in_title = sum(bool(found_form(word, title)) for word in words)
            as_typed = sum(any(word in where for where in places) for word in words)
            hit = Hit(section, _around(text, seen, words))
            ranked.append(((-in_title, -as_typed, place), hit))
    return [hit for _, hit in sorted(ranked, key=lambda entry: entry[0])]


def _around(text: str, seen: Folded, words: Sequence[str]) -> str:
    """The text about the first word that it has."""
    forms = [found_form(word, seen.text) for word in words]
    places = [seen.text.find(form) for form in forms if form]
    first = seen.origins[min(places, default=0)]
    begin = max(0, first - SNIPPET // 3)
    piece = text[begin : begin + SNIPPET].strip()
    before, after = "…" if begin else "", "…" if begin + SNIPPET < len(text) else ""
    return f"{before}{piece}{after}"
