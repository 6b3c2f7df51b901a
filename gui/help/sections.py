"""Pages cut into sections, and the search through them. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.help.book import PAGES

SNIPPET = 90  # characters of text around what was found
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_KEY = re.compile(r"`([a-z0-9_]+)` ·")
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`|>]|^\s*[-#]+\s|<[^>]+>|\\", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A heading with the text below it. `anchor` is what a link to it ends with."""

    page: str
    title: str
    anchor: str
    level: int
    text: str


@dataclass(frozen=True)
class Hit:
    """A section that has all the words, with the text around the first of them."""

    section: Section
    snippet: str


def slug(title: str) -> str:
    """A heading as the end of a link, as GitHub makes it."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


def without_accents(text: str) -> str:
    """Small letters without accents, letter for letter, so that places stay the same."""
    return "".join((unicodedata.normalize("NFD", letter.lower()) or letter)[0] for letter in text)


def sections_of(page: str, text: str) -> Iterator[Section]:
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


def _section(page: str, title: str, level: int, text: str) -> Section:
    key = _KEY.match(text)
    return Section(page, title, key[1] if key else slug(title), level, text)


def all_sections(language: str) -> tuple[Section, ...]:
    """Of every page, in the order of the book."""
    return tuple(
        section for page in PAGES for section in sections_of(page.key, page.text(language))
    )


def plain(text: str) -> str:
    """Markdown as a line of text."""
    return " ".join(_MARKS.sub(lambda found: found[1] or " ", text).split())


def search(sections: Sequence[Section], asked: str) -> list[Hit]:
    """Sections that have every word asked for, those with them in the title first."""
    words = without_accents(asked).split()
    if not words:
        return []
    ranked = []
    for place, section in enumerate(sections):
        title, text = without_accents(section.title), plain(section.text)
        body = without_accents(text)
        if all(word in title or word in body or word in section.anchor for word in words):
            in_title = sum(word in title for word in words)
            ranked.append((-in_title, place, Hit(section, _around(text, body, words))))
    return [hit for _, _, hit in sorted(ranked, key=lambda entry: entry[:2])]


def _around(text: str, body: str, words: Sequence[str]) -> str:
    """The text about the first word that it has."""
    places = [body.find(word) for word in words if word in body]
    first = min(places, default=0)
    begin = max(0, first - SNIPPET // 3)
    piece = text[begin : begin + SNIPPET].strip()
    before, after = "…" if begin else "", "…" if begin + SNIPPET < len(text) else ""
    return f"{before}{piece}{after}"
