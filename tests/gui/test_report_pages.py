"""What a report's pages say, section by section, as it is handed to the paper."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from engine import Document
from engine.files.fingerprint import fingerprint
from engine.version import PROGRAM_VERSION
from gui.report.compare import Comparison
from gui.report.content import Content, Order, gather
from gui.report.markdown import comparison_markdown
from gui.report.paper import GroupHeading
from gui.report.pdf import PdfMaker
from gui.system.application import make_application
from tests.gui.reports import example

MADE = f"Headroom {PROGRAM_VERSION}"


class Listening:
    """A paper that keeps what it is told, and never ends."""

    def __init__(self) -> None:
        self.y, self.room = 72.0, 986.0
        self.told: list[str] = []
        self.styles: dict[str, tuple[object, dict[str, object]]] = {}
        self.kept: dict[str, float] = {}  # below a title
        self.tables: dict[str, SimpleNamespace] = {}
        self.untitled: list[SimpleNamespace] = []

    def text(self, text: str, points: float = 9.5, **style: object) -> None:
        self.told.append(text)
        self.styles[text] = points, style

    def heading(self, text: str, follows: float = 0.0) -> None:
        self.told.append(f"# {text}")
        self.kept[text] = follows

    def draw(self, height: float, paint: object) -> None:
        self.told.append(f"drawn {height:.0f} high")

    def rule(self) -> None:
        self.told.append("---")

    def turn(self) -> None:
        self.told.append("turned")

    def table(self, lanes, rows, title="", said="", points=8.0):
        found = SimpleNamespace(
            headings=[lane.heading for lane in lanes],
            right=[lane.heading for lane in lanes if lane.right],
            shares=[lane.share for lane in lanes],
            rows=[row.text if isinstance(row, GroupHeading) else row for row in rows],
            said=said,
        )
        self.told.append(f"table {title}")
        if title:
            self.tables[title] = found
        else:
            self.untitled.append(found)
        yield


def content(*, baseline: bool = True, draws: int | None = 8, **changes: object) -> Content:
    base = example("article_2025_10", horizon_months=24) if baseline else None
    document = Document(example(horizon_months=24, **changes))
    return gather(Order(document, base, draws, written="2026-01-02"))


def pages_of(made: Content) -> Listening:
    paper = Listening()
    list(PdfMaker(SimpleNamespace())._report(paper, made))
    return paper


@pytest.fixture(scope="module")
def made() -> Content:
    return content(notes="One.\n\nTwo.")


def test_that_a_report_has_its_sections_in_this_order(made) -> None:
    told = [line for line in pages_of(made).told if len(line) < 60]
    assert told == [
        "SCENARIO REPORT",
        "Starved of power",
        f"{MADE}, 2026-01-02, data {fingerprint(made.scenario)[:12]}",
        "---",
        "drawn 34 high",
        "table Figures of Dec 2026",
        "# Notes",
        "One.",
        "Two.",
        "turned",
        "# Charts",
        *["drawn 303 high"] * len(made.charts),
        "table What differs from the baseline",
        "table Risk over drawn worlds",
        "table What it rests on",
        "table Assumptions",
        "table Chips that can be bought",
        "table Where the chips' numbers come from",
        "# Method and version",
        f"Engine: {MADE}",
        "Seed: 20251023",
        "Drawn worlds: 8",
        "Chip catalogue: Headroom 2026-09",
    ]


def test_that_a_report_says_the_digests_of_what_it_rests_on(made) -> None:
    told = pages_of(made).told
    assert f"Data: SHA-256 {fingerprint(made.scenario)}" in told
    assert f"Baseline data: SHA-256 {fingerprint(made.order.baseline)}" in told
    assert fingerprint(made.scenario) != fingerprint(made.order.baseline)
    assert told[-1] == (
        "To check this file: headroom verify FILE. To go on from it: drop it on Headroom."
    )


def test_that_a_report_of_one_scenario_alone_says_nothing_of_others(made) -> None:
    alone = content(baseline=False, draws=None)
    paper = pages_of(alone)
    assert list(paper.tables) == [
        *("Figures of Dec 2026", "What it rests on", "Assumptions", "Chips that can be bought"),
        "Where the chips' numbers come from",
    ]
    assert not [line for line in paper.told if line.startswith("Baseline data")]
    assert "Drawn worlds: 0" in paper.told
    assert paper.tables["Figures of Dec 2026"].headings == ["Figure", "Value", "Unit"]


def test_that_the_figures_on_paper_have_their_unit_last(made) -> None:
    table = pages_of(made).tables["Figures of Dec 2026"]
    assert table.headings == ["Figure", "Value", "Baseline", "Difference", "Unit"]
    assert table.right == ["Value", "Baseline", "Difference"]
    # of the reference run: power is all used, 3.90 GW against 2.53
    assert table.rows[3] == ["Facility power", "3.90", "2.53", "+1.37", "GW"]
    assert table.rows[2] == ["Demand served", "99.9%", "100.0%", "−0.1 points", "share"]


def test_that_the_differences_on_paper_are_told_with_the_baseline_s_code(made) -> None:
    table = pages_of(made).tables["What differs from the baseline"]
    assert table.headings == ["Lever", "Baseline", "Now", "Difference", "Unit"]
    assert table.right == ["Baseline", "Now", "Difference"]
    code = fingerprint(made.order.baseline)[:12]
    assert table.said == f"The baseline is “The announcement of October 2025”, data {code}."
    assert ["Grid delay", "0", "12", "+12", "months"] in table.rows


def test_that_a_report_beside_its_like_says_that_nothing_differs() -> None:
    plan = example(horizon_months=24)
    paper = pages_of(gather(Order(Document(plan), plan)))
    place = paper.told.index("# What differs from the baseline")
    code = fingerprint(plan)[:12]
    assert paper.told[place + 1] == (
        f"The baseline is “Starved of power”, data {code}. No value differs."
    )


def test_that_the_assumptions_are_in_groups_with_source_and_grade(made) -> None:
    table = pages_of(made).tables["Assumptions"]
    assert table.headings == ["Assumption", "Value", "Unit", "Source", "Grade"]
    assert table.right == ["Value"]
    assert table.rows[0] == "Demand"
    assert table.rows[1] == ["First month", "Jan 2025", "", "model convention", "A"]
    groups = [row for row in table.rows if isinstance(row, str)]
    assert len(groups) == len(set(groups)) == 9
    assert table.said.startswith("Grades: A is a vendor or a filing, B an analyst")


def test_that_the_chips_are_told_with_their_numbers_and_sources(made) -> None:
    paper = pages_of(made)
    table = paper.tables["Chips that can be bought"]
    assert table.headings == [*("Chip", "From", "TFLOP/s", "W", "$", "$/h", "GB", "TB/s", "Grade")]
    assert table.right == ["TFLOP/s", "W", "$", "$/h", "GB", "TB/s"]
    assert table.rows[0] == ["TPU v5e", "2023-11", "393", "360", "6,000", "0.54", "16", "0.82", "C"]
    sources = paper.tables["Where the chips' numbers come from"]
    assert (sources.headings, sources.right) == (["Chip", "Source"], [])
    assert sources.rows[0][0] == "TPU v5e"
    assert sources.rows[0][1].startswith("Specs: Google Cloud TPU v5e docs")


def test_that_the_columns_of_a_table_share_the_width_so(made) -> None:
    paper = pages_of(made)
    assert {title: table.shares for title, table in paper.tables.items()} == {
        "Figures of Dec 2026": [34, 16, 16, 16, 18],
        "What differs from the baseline": [34, 20, 20, 14, 16],
        "Risk over drawn worlds": [60, 22, 18],
        "What it rests on": [34, 10, 8, 38, 10],
        "Assumptions": [32, 17, 14, 36, 7],
        "Chips that can be bought": [24, 12, 12, 9, 12, 9, 9, 9, 8],
        "Where the chips' numbers come from": [24, 80],
    }
    assert paper.tables["What it rests on"].right == ["Moves it"]


def test_that_titles_are_large_and_facts_small(made) -> None:
    paper = pages_of(made)
    quiet = {"quiet": True}
    assert paper.styles["SCENARIO REPORT"] == (8.0, {"bold": True, "after": 2, **quiet})
    assert paper.styles["Starved of power"] == (22, {"bold": True, "after": 2, "most_lines": 3})
    assert paper.styles[paper.told[2]] == (8.0, {"after": 10, **quiet})
    assert paper.styles[paper.told[4]] == (10.5, {})  # of the summary
    assert paper.styles["One."] == (9.5, {})
    assert paper.styles["Seed: 20251023"] == (8.0, {"after": 2})
    assert paper.styles[paper.told[-1]] == (8.0, quiet)
    # a third of what is left below the title of the charts, and the gap below each
    assert paper.kept == {"Notes": 30, "Charts": 303, "Method and version": 120}
    assert paper.y == 72 + 12 * len(made.charts) + 6


# Several scenarios


def compared(*names: str) -> tuple[Comparison, Listening]:
    plans = [example(horizon_months=24, name=n, pue=1.1 + i / 20) for i, n in enumerate(names)]
    comparison = Comparison(tuple(gather(Order(Document(plan))) for plan in plans))
    paper = Listening()
    list(PdfMaker(SimpleNamespace())._comparison(paper, comparison))
    return comparison, paper


def test_that_a_comparison_has_its_sections_in_this_order() -> None:
    comparison, paper = compared("One", "Two", "Three")
    told = paper.told
    assert told[:2] == ["COMPARISON", "One, beside Two, Three"]
    assert [line.partition(": ")[0] for line in told[2:5]] == ["One", "Two", "Three"]
    assert told[5:8] == ["table Figures of Dec 2026", "turned", "# Charts"]
    assert told[8:14] == ["drawn 303 high"] * 6
    assert told[14:16] == ["table Levers that differ", "table What each difference adds"]
    assert told[16:18] == ["table What it rests on", "# Method and version"]
    first = comparison.contents[0].scenario
    assert told[18] == f"One: data {fingerprint(first)}, seed 20251023."
    assert len(told) == 21
    levers = paper.tables["Levers that differ"]
    assert levers.headings == ["Lever", "One", "Two", "Three", "Unit"]
    assert levers.right == ["One", "Two", "Three"]
    assert levers.rows == [["PUE", "1.1", "1.15", "1.2", "ratio"]]
    assert levers.shares == paper.tables["Figures of Dec 2026"].shares == [26, 20, 20, 20, 14]
    parts = paper.tables["What each difference adds"]
    assert (parts.headings, parts.right) == (["Group and lever", "Two", "Three"], ["Two", "Three"])
    assert parts.shares == [40, 30, 30]
    assert paper.tables["What it rests on"].rows[0] == "One"  # each under its name
    assert paper.styles["COMPARISON"] == (8.0, {"bold": True, "quiet": True, "after": 2})
    assert paper.styles["One, beside Two, Three"] == (
        *(18, {"bold": True, "after": 4, "most_lines": 4}),
    )
    assert paper.styles[told[2]] == (9.5, {"after": 4})
    assert paper.styles[told[18]] == (8.0, {"after": 3})
    assert paper.kept == {"Charts": 303, "Method and version": 41}


def test_that_a_comparison_says_which_plans_cannot_be_split() -> None:
    plans = [
        example(horizon_months=24, name="One"),
        example(horizon_months=36, name="Two", pue=1.2),
        example(horizon_months=24, name="Three", pue=1.3),
    ]
    comparison = Comparison(tuple(gather(Order(Document(plan))) for plan in plans))
    paper = Listening()
    list(PdfMaker(SimpleNamespace())._comparison(paper, comparison))
    said = "Not split into what each difference adds, as months or chips are not the same: Two."
    assert paper.told.count(said) == 1
    assert paper.styles[said] == (9.5, {"quiet": True})
    assert comparison_markdown(comparison).split("\n\n").count(said) == 1
    alike, other = compared("One", "Two")
    for text in (*other.told, comparison_markdown(alike)):
        assert "Not split" not in text


def test_that_more_than_five_scenarios_stand_below_each_other() -> None:
    _, paper = compared(*"ABCDEF")
    first = paper.tables["Figures of Dec 2026"]
    rest, levers = paper.untitled
    assert first.headings == ["Figure", *"ABCDE", "Unit"]
    assert rest.headings == ["Figure", "F", "Unit"]
    assert levers.headings == ["Lever", "F", "Unit"]
    assert len(first.rows) == len(rest.rows) == 12
    assert (first.shares, rest.shares) == ([26, *[12] * 5, 14], [26, 60, 14])


def test_that_scenarios_of_one_kind_have_no_levers_that_differ() -> None:
    plan = gather(Order(Document(example(horizon_months=24))))
    paper = Listening()
    list(PdfMaker(SimpleNamespace())._comparison(paper, Comparison((plan, plan))))
    place = paper.told.index("# Levers that differ")
    assert paper.told[place + 1] == "No value differs."


@pytest.mark.parametrize(("page", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_that_a_comparison_s_pages_are_of_the_size_asked_for(page, width, height, qapp) -> None:
    plan = gather(Order(Document(example(horizon_months=12))))
    blank = SimpleNamespace(paint_chart=lambda *_: None)
    maker = PdfMaker(blank, page)
    list(maker.comparison(Comparison((plan, plan))))
    first = PdfReader(io.BytesIO(maker.data)).pages[0].mediabox
    assert (float(first.width), float(first.height)) == pytest.approx((width, height), abs=1)


def test_that_a_chapter_on_paper_has_no_keys_and_its_units_in_the_reader_s_language() -> None:
    base = example("article_2025_10", horizon_months=24)
    make_application("fr")
    try:
        plan = Document(example("article_2025_10", horizon_months=24, power_budget_gw=1.2))
        made = gather(Order(plan, base, 8, written="2026-01-02", pages=("risk", "why")))
        paper = pages_of(made)
    finally:
        make_application("en")
    headings = [heading for table in paper.tables.values() for heading in table.headings]
    assert "key" not in headings
    assert "Attendu [Md$]" in headings
    assert [heading for heading in headings if "$bn" in heading] == []
    [why] = [table for title, table in paper.tables.items() if title.startswith("Pourquoi")]
    assert {"Md$", "GW"} <= {row[1] for row in why.rows}
    assert why.shares == [30, *[17.5] * 4]
