"""The pages of analyses in a report: their tables are the engine's, and they are checked again."""

from __future__ import annotations

import dataclasses

import pytest

from engine import ScenarioError
from engine.analysis.sources import sources
from engine.text import in_file_language
from gui.document import templates
from gui.report import carried
from gui.report.chapters import CHAPTERS, TABLES
from gui.report.command import write_reports
from gui.report.content import Order, gather
from gui.report.markdown import markdown
from gui.report.options import Options
from gui.report.verify import verify
from gui.system.application import make_application

DRAWS = 32


@pytest.fixture(scope="module")
def content():
    return gather(Order(templates.default_document(), draws=DRAWS, pages=("risk",)))


def test_that_a_chapter_s_tables_are_those_it_says(content):
    for key, chapter in CHAPTERS.items():
        if key in content.answers:
            assert [t.key for t in chapter.tables(content.answers[key])] == list(chapter.keys)
    assert {key for key in content.tables if key in TABLES} == set(CHAPTERS["risk"].keys)


def test_that_a_report_without_pages_is_as_it_was():
    content = gather(Order(templates.default_document(), draws=DRAWS))
    assert not set(content.tables) & set(TABLES)


def test_that_the_split_of_the_loss_is_the_engine_s_and_sums(content):
    found = sources(content.scenario, DRAWS)
    *rows, whole = content.tables["risk_sources"].rows
    assert sum(row[1] for row in rows) == pytest.approx(whole[1])
    assert whole[1:] == (pytest.approx(found.mean), pytest.approx(found.cvar95))


def test_that_the_summary_in_words_has_the_chapter(content):
    text = markdown(content)
    for key in CHAPTERS["risk"].keys:
        assert content.tables[key].title in text


def test_that_shares_of_worlds_are_read_in_percent_and_kept_as_numbers(content):
    table = content.tables["risk_conditions"]
    for place in (len(table.rows) - 2, len(table.rows) - 1):
        value = table.rows[place][1]
        assert 0 < value <= 1
        assert table.text(place, 1) == f"{value:.1%}"


def test_that_files_for_programs_name_shocks_in_english(content):
    make_application("fr")
    try:
        with in_file_language():
            again = dataclasses.replace(content).plain_tables["risk_shocks"]
    finally:
        make_application("en")
    assert [row[0] for row in again.rows] == [row[0] for row in content.tables["risk_shocks"].rows]


def test_that_every_file_with_a_chapter_is_identical_when_checked(tmp_path):
    formats = ("pdf", "xlsx", "md", "csv")
    write_reports([], tmp_path, Options(formats=formats), DRAWS, pages=("risk",))
    written = [path for path in sorted(tmp_path.iterdir()) if path.suffix != ".headroom"]
    assert any("risk_mixes" in path.name for path in written)
    for path in written:
        assert verify(path).identical, path


def test_that_a_file_that_asks_for_another_page_is_refused(content):
    text = carried.payload(content.order, "words", "")
    assert '"pages": ["risk"]' in text
    wrong = text.replace('"pages": ["risk"]', '"pages": ["luck"]')
    with pytest.raises(ScenarioError, match="pages"):
        carried.parse(wrong.encode())
    assert carried.parse(text.encode()).order.pages == ("risk",)
