"""Where things stand on a report's pages, read back out of the PDF, in pixels of 96 to an inch."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from engine import Document
from gui.report.compare import Comparison
from gui.report.content import Content, Order, gather
from gui.report.paper import PAGES, GroupHeading, Paper, lanes_of, meant_letters
from gui.report.pdf import PdfMaker
from tests.gui.reports import example

LEFT, RIGHT, TOP, BOTTOM = 64, 729, 72, 1122 - 64  # of A4, 793 x 1122
ROW = 19.3125  # a line of 8 points is 13.3125 high, with 3 above and below
LINE = 13.3125


@dataclass
class Page:
    """The words of a page with their left end and base line, its lines and filled boxes."""

    words: list[tuple[str, float, float]] = field(default_factory=list)
    lines: list[tuple[float, ...]] = field(default_factory=list)
    boxes: list[tuple[float, ...]] = field(default_factory=list)

    def at(self, word: str) -> tuple[float, float]:
        (found,) = [(x, y) for said, x, y in self.words if said == word]
        return found

    @property
    def said(self) -> list[str]:
        return [word for word, _, _ in self.words]


def pages_of(data: bytes) -> list[Page]:
    found = []
    for read in PdfReader(io.BytesIO(data)).pages:
        page = Page()

        def heard(text, _, place, *__, page=page) -> None:
            if text.strip():
                page.words.append((text.replace("\t", " ").strip(), place[4], place[5]))

        read.extract_text(visitor_text=heard)
        drawn = read.get_contents().get_data().decode("latin1")
        for line in re.findall(r"([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\nS", drawn):
            page.lines.append(tuple(map(float, line)))
        for box in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\nf", drawn):
            page.boxes.append(tuple(map(float, box)))
        found.append(page)
    return found


def printed(
    fill: Callable[[Paper], object], size: str = "a4", pages: int | None = 9
) -> tuple[list[Page], Paper]:
    """What a paper becomes once it is filled."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    portrait = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(PAGES[size]), portrait, QMarginsF()))
    writer.setResolution(96)
    painter = QPainter(writer)
    paper = Paper(writer, painter, "A name", "A foot", pages)
    try:
        made = fill(paper)
        if isinstance(made, Iterator):
            list(made)
    finally:
        painter.end()
    return pages_of(bytes(buffer.data().data())), paper


# Pages


@pytest.mark.parametrize(("size", "width", "height"), [("a4", 793, 1122), ("letter", 816, 1056)])
def test_that_a_page_has_margins_a_foot_and_from_the_second_on_a_head(size, width, height) -> None:
    (first, second), paper = printed(lambda paper: (paper.text("one"), paper.turn()), size)
    assert (paper.left, paper.width) == (64, width - 128)
    assert paper.room == height - 64 - 72
    assert first.said == ["A foot", "Page 1 of 9", "one"]
    assert second.said == ["A name", "A foot", "Page 2 of 9"]
    assert first.at("A foot") == (64, pytest.approx(height - 32.36, abs=0.01))
    assert second.at("A name") == (64, pytest.approx(43.64, abs=0.01))
    assert second.lines == [(64, 52, width - 64, 52)]
    assert first.lines == []
    x, y = first.at("Page 1 of 9")
    assert y == first.at("A foot")[1]
    assert width - 64 - 56 < x < width - 64 - 50  # about 53 wide, and ends at the margin


def test_that_the_pass_that_counts_draws_nothing_and_takes_the_same_room() -> None:
    painted = []

    def fill(paper: Paper) -> Iterator[None]:
        paper.heading("Title")
        paper.text("words " * 100)
        paper.draw(100, lambda *given: painted.append(given))
        yield from paper.table(lanes_of("ab", (1, 1), ()), [["c", "d"]] * 60)

    counted, first = printed(fill, pages=None)
    assert [page.said[-1] for page in counted] == ["Page 1 of", "Page 2 of"]
    assert painted == []
    _, second = printed(fill)
    assert (first.page, first.y) == (second.page, second.y)
    ((_, area),) = painted
    assert (area.left(), area.width(), area.height()) == (64, 665, 100)


def test_that_a_page_is_turned_only_where_what_follows_has_no_room() -> None:
    def fill(paper: Paper) -> None:
        paper.need(2000)  # more than any page has: an empty one is not turned
        assert paper.page == 1
        paper.y = 1122 - 64 - 100
        paper.need(100)
        assert paper.page == 1
        paper.need(100.5)
        assert (paper.page, paper.y) == (2, 72)
        paper.y = 1000
        paper.draw(50, lambda *_: None)
        assert (paper.page, paper.y) == (2, 1050)
        paper.draw(50, lambda *_: None)
        assert (paper.page, paper.y) == (3, 122)

    printed(fill)


def test_that_titles_rules_and_paragraphs_stand_so_far_apart() -> None:
    def fill(paper: Paper) -> None:
        paper.heading("First")
        assert paper.y == pytest.approx(72 + 22.62 + 6, abs=0.1)  # 17 pixels, no gap on top
        before = paper.y
        paper.rule()
        assert paper.y == before + 8
        paper.heading("Second")
        assert paper.y == pytest.approx(before + 8 + 12 + 22.62 + 6, abs=0.1)
        before = paper.y
        paper.text("short")
        assert paper.y == pytest.approx(before + 17.29 + 7, abs=0.1)
        before = paper.y
        paper.text("x " * 900, most_lines=3, after=0)
        assert paper.y == pytest.approx(before + 3 * 17.29, abs=0.1)
        paper.y = 1122 - 64 - 100
        paper.heading("Kept", 60)  # 41 of its own
        assert paper.page == 2
        paper.y = 1122 - 64 - 100
        paper.heading("Stays", 59)
        assert paper.page == 2

    (page, _), _ = printed(fill)
    assert page.lines == [(64, pytest.approx(100.6, abs=0.1), 729, pytest.approx(100.6, abs=0.1))]
    assert page.at("First")[0] == page.at("Second")[0] == 64


def test_that_a_paragraph_s_first_line_is_not_left_alone() -> None:
    def fill(paper: Paper) -> None:
        paper.y = BOTTOM - 20  # a line's room, not two
        paper.text("alone", after=0)
        assert paper.page == 1
        paper.y = BOTTOM - 20
        paper.text("word " * 40, after=0)
        assert paper.page == 2

    printed(fill)


def test_that_a_name_too_long_for_the_head_is_cut_and_a_text_s_lines_are_kept() -> None:
    def fill(paper: Paper) -> None:
        paper._name = "n" * 300
        paper.turn()
        paper.text("one\ntwo")

    (_, page), _ = printed(fill)
    assert page.said[0].endswith("…")
    assert 40 < len(page.said[0]) < 90  # of 72 hundredths of the line
    assert page.at("two")[1] - page.at("one")[1] == pytest.approx(17.29, abs=0.1)


# Tables


def test_that_a_table_s_columns_share_the_width_and_numbers_end_at_the_right() -> None:
    lanes = lanes_of(["A", "B", "C"], (2, 1, 1), (2,))
    assert [lane.right for lane in lanes] == [False, False, True]
    rows = [["a", "b", "1"], GroupHeading("Group"), ["d", "e", "1,000"]]
    (page,), paper = printed(lambda paper: paper.table(lanes, rows))
    # 665 wide less two gaps of 10, in four
    assert [page.at(word)[0] for word in "ABab"] == [64, 396.5, 64, 396.5]
    assert page.at("Group")[0] == 68
    assert 719 < page.at("1")[0] < 725
    assert 695 < page.at("1,000")[0] < page.at("1")[0] - 20
    base = [page.at(word)[1] for word in ("A", "a", "Group", "d")]
    assert [later - one for one, later in pairwise(base)] == [ROW] * 3
    assert paper.y == 72 + 4 * ROW + 8
    assert {(line[0], line[2]) for line in page.lines} == {(64, 729)}
    below = [72 + ROW - 1, *(72 + n * ROW - 0.5 for n in (2, 3, 4))]
    assert [line[1] for line in page.lines] == pytest.approx(below, abs=0.01)
    assert page.boxes == [(64, pytest.approx(72 + 2 * ROW, abs=0.01), 665, pytest.approx(ROW - 1))]


def test_that_a_cell_of_several_lines_makes_its_row_higher() -> None:
    lanes = lanes_of(["A", "B"], (1, 1), ())
    rows = [["one\ntwo\nthree", "x"], ["y", "z"]]
    (page,), _ = printed(lambda paper: paper.table(lanes, rows))
    assert page.at("two")[1] - page.at("one")[1] == pytest.approx(LINE, abs=0.01)
    assert page.at("x")[1] == page.at("one")[1]
    assert page.at("y")[1] - page.at("one")[1] == pytest.approx(ROW + 2 * LINE, abs=0.01)


def rows(count: int) -> list[list[str]]:
    return [[f"r{number}", "x"] for number in range(count)]


def row_names(page: Page) -> list[str]:
    return [word for word in page.said if re.fullmatch(r"r\d+", word)]


# 986 of a page are 51 lines of a table, one of them its heading
@pytest.mark.parametrize(
    ("count", "on_pages"), [(50, [50]), (51, [49, 2]), (52, [50, 2]), (53, [50, 3])]
)
def test_that_a_table_leaves_no_row_alone_and_has_its_heading_on_each_page(count, on_pages) -> None:
    lanes = lanes_of(["A", "B"], (1, 1), ())
    pages, _ = printed(lambda paper: paper.table(lanes, rows(count)))
    assert [len(row_names(page)) for page in pages] == on_pages
    assert all(page.said.count("A") == 1 for page in pages)
    assert [name for page in pages for name in row_names(page)] == [f"r{n}" for n in range(count)]
    assert all(TOP < y < BOTTOM for page in pages for w, _, y in page.words if w[0] == "r")


@pytest.mark.parametrize(("before", "page"), [(47, 0), (48, 1), (49, 1)])
def test_that_a_group_s_name_has_two_of_its_rows_below_it(before, page) -> None:
    lanes = lanes_of(["A", "B"], (1, 1), ())
    whole = [*rows(before), GroupHeading("Group"), *rows(9)]
    pages, _ = printed(lambda paper: paper.table(lanes, whole))
    assert "Group" in pages[page].said


def test_that_a_table_s_title_stays_with_three_rows_and_what_is_said() -> None:
    lanes = lanes_of(["A", "B"], (1, 1), ())
    for said, needed in (("", 41 + 4 * ROW), ("Said.", 41 + 46 + 4 * ROW)):
        for spare, turned in ((0.1, 1), (-0.1, 2)):

            def fill(paper: Paper, said=said, start=BOTTOM - needed - spare) -> Iterator[None]:
                paper.y = start
                return paper.table(lanes, rows(3), "Title", said)

            pages, _ = printed(fill)
            assert len(pages) == turned, (said, spare)
            assert row_names(pages[-1]) == ["r0", "r1", "r2"]
            assert ("Said." in pages[-1].said) == bool(said)


def test_that_a_long_table_rests_after_every_twenty_rows() -> None:
    lanes = lanes_of(["A", "B"], (1, 1), ())
    rests = []
    for count in (19, 20, 39, 40):
        _, _ = printed(lambda paper, n=count: rests.append(len(list(paper.table(lanes, rows(n))))))
    assert rests == [0, 1, 1, 2]


def test_that_a_cell_on_paper_has_no_more_than_1200_letters() -> None:
    lanes = lanes_of(["A"], (1,), ())
    pages, _ = printed(lambda paper: paper.table(lanes, [["z" * 1300], ["y"]]))
    assert sum(word.count("z") for page in pages for word in page.said) == 1200


def test_that_figures_of_one_width_are_copied_as_figures() -> None:
    meant = meant_letters()
    assert meant.pop("\t") == " "
    assert set("0123456789") <= set(meant.values())
    assert all(0xE000 <= ord(code) < 0xF900 for code in meant)


# A whole report


class Drawn:
    """In the place of a renderer: keeps where it is to draw what."""

    def __init__(self) -> None:
        self.areas: list[tuple[str, float, float, float, float]] = []

    def paint_ribbon(self, _: QPainter, area: QRectF, result: object) -> None:
        self._keep("ribbon", area)

    def paint_chart(self, _: QPainter, area: QRectF, spec) -> None:
        self._keep(spec.key, area)

    def _keep(self, name: str, area: QRectF) -> None:
        self.areas.append((name, area.left(), area.top(), area.width(), area.height()))


@pytest.fixture(scope="module")
def contents() -> list[Content]:
    baseline = example("article_2025_10", horizon_months=24)
    plans = [example(horizon_months=24), example(horizon_months=24, pue=1.3, name="Other")]
    return [gather(Order(Document(s), baseline, 8, written="2026-01-02")) for s in plans]


def test_that_ribbon_and_charts_are_as_wide_as_the_text_and_three_on_a_page(contents) -> None:
    drawn = Drawn()
    maker = PdfMaker(drawn, "a4")
    list(maker.report(contents[0]))
    (ribbon, *charts) = drawn.areas
    assert (ribbon[0], ribbon[1], *ribbon[3:]) == ("ribbon", 48, 689, 22)
    assert [chart[0] for chart in charts] == list(contents[0].charts)
    height = pytest.approx((986 - 41) / 3 - 12)  # 303
    assert {chart[1] for chart in charts} == {48}
    assert {chart[3] for chart in charts} == {689}
    assert all(chart[4] == height for chart in charts)
    tops = [chart[2] for chart in charts]
    assert tops[0] == pytest.approx(72 + 22.62 + 6, abs=0.1)
    assert [tops[n] - tops[n - 1] for n in (1, 2, 4, 5)] == [pytest.approx(315, abs=0.01)] * 4
    assert tops[3] == 72
    assert PdfReader(io.BytesIO(maker.data)).metadata.title == "Starved of power"


def test_that_a_comparison_s_charts_are_drawn_as_a_report_s(contents) -> None:
    drawn = Drawn()
    maker = PdfMaker(drawn)
    list(maker.comparison(Comparison(tuple(contents))))
    assert [chart[0] for chart in drawn.areas] == list(Comparison(tuple(contents)).charts)
    assert {(chart[1], chart[3]) for chart in drawn.areas} == {(48, 689)}
    reader = PdfReader(io.BytesIO(maker.data))
    assert reader.metadata.title == "Comparison of scenarios"
    assert reader.metadata.creator.startswith("Headroom ")


def test_that_words_of_several_lines_are_read_from_the_left_in_a_column_of_numbers() -> None:
    lanes = lanes_of(("What", "Value"), (50, 50), (1,))
    long = "many words that need more lines than one in a column of this width, and end early"
    [page], _ = printed(lambda paper: list(paper.table(lanes, [["a", "7"], ["b", long]])))
    number, first = page.at("7")[0], page.at("b")[1]
    right = [(y, x) for _, x, y in page.words if x > LEFT + 1 and first - 1 < y < BOTTOM]
    begins = {y: min(x for at, x in right if at == y) for y, _ in right}
    assert len(begins) > 1
    assert len({round(x) for x in begins.values()}) == 1
    assert min(begins.values()) < number
