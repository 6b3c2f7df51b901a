"""The pages of the help: complete, linked, and made from what the program itself uses."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from engine import PARAMETERS
from engine.resource import resource
from engine.tables.catalogue import shipped_catalogue
from engine.tables.series import SERIES
from gui.charts import specs
from gui.help.book import PAGES, HelpPage, page
from gui.help.credits import libraries
from gui.help.sections import all_sections, plain, search, sections_of, slug
from gui.words.menu_table import ACTIONS
from gui.words.milestones import milestones

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
LANGUAGES = ("en", "fr")
BY_HAND = [page for page in PAGES if page.make is None]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """packaging/help.py, which no import can reach."""
    spec = importlib.util.spec_from_file_location("make_help", ROOT / "packaging" / "help.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_every_lever_has_an_entry_with_all_that_its_row_says() -> None:
    sections = {s.anchor: s for s in sections_of("levers", page("levers").text())}
    for row in PARAMETERS:
        entry = sections[row.key]
        assert entry.title == row.label
        assert row.help in entry.text
        assert row.unit in entry.text
        assert row.source.replace("_", "\\_").replace("*", "\\*") in entry.text


def test_that_every_output_and_every_chart_has_an_entry() -> None:
    sections = {s.anchor: s for s in sections_of("outputs", page("outputs").text())}
    for row in SERIES:
        assert row.help in page("outputs").text()
        assert row.key in sections
    for chart in specs.ALL_CHARTS:
        assert chart.key in sections
        assert chart.outputs


def test_that_every_key_of_the_menus_is_listed() -> None:
    text = page("shortcuts").text()
    for row in ACTIONS:
        if row.shortcut:
            assert f"| {row.shortcut} | {row.text.replace('&', '').rstrip('…')} |" in text


def test_that_every_number_has_its_source_on_the_page_of_sources() -> None:
    text = plain(page("sources").text()).replace("\\", "")
    whole = " ".join(text.split())
    for source in (
        *(row.source for row in PARAMETERS),
        *(chip.source for chip in shipped_catalogue().chips),
        *(event.source for event in milestones()),
    ):
        assert plain(source) in whole
    assert "CC BY 4.0" in text
    assert "Epoch AI" in text


def test_that_every_library_of_the_app_is_listed_with_its_licence(maker: ModuleType) -> None:
    assert [library.name for library in libraries()] == maker.closure()
    text = page("licences").text().replace("\\", "")
    for library in libraries():
        assert library.licence
        assert library.name in text
        assert library.licence in text
    for part in ("Python", "Qt 6", "Inter", "PyInstaller", "Epoch AI", "LGPL", "MIT"):
        assert part in text


def test_that_the_list_of_libraries_is_that_of_what_is_installed(maker: ModuleType) -> None:
    path = ROOT / "resources" / "libraries.csv"
    assert path.read_text("utf-8") == maker.libraries_csv(), "run python packaging/help.py"


def test_that_a_library_without_a_licence_is_refused(
    maker: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Nothing(dict):
        def get_all(self, key: str) -> None:
            return None

    monkeypatch.setattr(maker.importlib.metadata, "metadata", lambda name: Nothing())
    with pytest.raises(SystemExit, match="nothing of its licence"):
        maker.licence_of("secret")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_that_every_link_of_a_page_leads_somewhere(entry: HelpPage, language: str) -> None:
    anchors = {(s.page, s.anchor) for s in all_sections(language)}
    for is_picture, target in LINK.findall(entry.text(language)):
        if is_picture:
            assert resource("help", target).is_file(), target
        elif not target.startswith("https://"):
            key, _, anchor = target.partition("#")
            assert key.removesuffix(".md") in {other.key for other in PAGES}, target
            assert not anchor or (key.removesuffix(".md"), anchor) in anchors, target


@pytest.mark.parametrize("entry", BY_HAND, ids=lambda entry: entry.key)
def test_that_a_page_written_by_hand_has_the_same_parts_in_every_language(entry: HelpPage) -> None:
    english = list(sections_of(entry.key, entry.text("en")))
    french = list(sections_of(entry.key, entry.text("fr")))
    assert entry.text("fr") != entry.text("en")
    assert [s.level for s in french] == [s.level for s in english]
    for one, other in zip(english, french, strict=True):
        for mark in ("```", "\n- ", "\n1. ", "\n| ", "!["):
            assert one.text.count(mark) == other.text.count(mark), (one.title, mark)


def test_that_search_finds_all_words_anywhere_and_titles_first() -> None:
    sections = all_sections("en")
    hits = search(sections, "facility POWER")
    assert hits[0].section.title.startswith("Facility power")
    for hit in hits:
        text = f"{hit.section.title} {plain(hit.section.text)} {hit.section.anchor}".lower()
        assert "facility" in text
        assert "power" in text
    assert search(sections, "power_budget_gw")[0].section.anchor == "power_budget_gw"
    assert search(sections, "   ") == []
    assert search(sections, "xyzzy") == []


def test_that_search_needs_no_accents() -> None:
    sections = [s for s in all_sections("fr") if s.page == "model"]
    assert search(sections, "energie")
    assert [h.section for h in search(sections, "énergie")] == [
        h.section for h in search(sections, "energie")
    ]


def test_that_a_heading_ends_a_link_as_on_github() -> None:
    assert slug("What binds, and when?") == "what-binds-and-when"
    assert slug("Beaucoup de mondes") == "beaucoup-de-mondes"
