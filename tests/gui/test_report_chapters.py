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


def test_that_a_report_tells_how_far_it_is_from_its_worlds_to_its_last_page():
    """Each page takes as long as the worlds do, as far as anybody knows."""
    plan = templates.default_document()
    before = plan.scenario.having(pue=1.3)
    told: list[float] = []
    gather(
        Order(plan, before, draws=8, pages=("risk", "why")), lambda done: told.append(done) or True
    )
    assert told == sorted(told)
    assert told[0] < 1 / 3
    # of the risk page the parts that take so much of its time; of the other five numbers
    risk, why = (0.6, 0.65, 0.8, 0.85, 1.0), (0.2, 0.4, 0.6, 0.8)
    for end in (1 / 3, *((1 + part) / 3 for part in risk), *((2 + part) / 3 for part in why)):
        assert min(abs(done - end) for done in told) < 1e-9, end
    assert told[-1] <= 1.0
