"""The tables of reports, cell by cell, and how they read on paper and in Markdown."""

from __future__ import annotations

from types import SimpleNamespace

from engine import PARAMETERS, Document, Scenario
from engine.files.fingerprint import fingerprint
from engine.version import PROGRAM_VERSION
from gui.report.content import Order, about_table
from gui.report.markdown import markdown, table_text
from gui.report.pdf import _risk
from gui.report.risk_words import in_names, share_format
from gui.report.table import BY_ROW, Table, TableColumn, csv_bytes
from gui.report.tables import (
    _change,
    assumptions_table,
    chips_table,
    differences_table,
    figure_cell,
    figures,
    figures_table,
    in_words,
    plain_cell,
)
from tests.gui.reports import content, plan

FAMILIES = ("tpu", "trainium", "gpu")


# Figures


def test_that_the_figures_are_those_of_the_month() -> None:
    table = figures_table(plan(), "2025-03", None)
    found = {row[0]: (row[2], row[3], table.text(i, 3)) for i, row in enumerate(table.rows)}
    assert found == {
        "capacity_eflops": ("EFLOP/s", 1232.0, "1,232"),
        "demand_eflops": ("EFLOP/s", 1600.0, "1,600"),
        "served": ("share", 0.75, "75.0%"),
        "facility_power_gw": ("GW", 1.25, "1.25"),
        "power_limit_gw": ("GW", 2.5, "2.50"),
        "chips": ("chips", 1_230_000.0, "1,230,000"),
        "committed_bn": ("$bn", 7.0, "7.0"),
        "economic_cost_bn": ("$bn/month", 3.5, "3.50"),
        "cash_cost_bn": ("$bn/month", 3.25, "3.25"),
        "usd_per_pflop_hour": ("$/PFLOP-h", 2.125, "2.125"),
        "usd_per_million_tokens": ("$/million tokens", 0.1255, "0.1255"),
        "unserved_revenue_bn": ("$bn/month", 0.0625, "0.062"),
    }
    assert [column.heading for column in table.columns] == ["key", "Figure", "Unit", "Value"]
    assert [column.checked for column in table.columns] == [True, False, True, True]


def test_that_no_demand_is_wholly_served() -> None:
    served = {figure.key: figure for figure in figures()}["served"]
    assert served.of(plan(), 3) == 1.0
    assert served.of(plan(), 2) == 0.75


def test_that_the_baseline_s_figures_and_the_difference_stand_beside() -> None:
    later = plan()
    later.scenario = later.scenario.having(start="2025-02")  # its March is its second month
    table = figures_table(plan(), "2025-03", later)
    assert [column.heading for column in table.columns[3:]] == ["Value", "Baseline", "Difference"]
    assert [column.signed for column in table.columns] == [False] * 5 + [True]
    shown = {row[0]: [table.text(i, j) for j in (3, 4, 5)] for i, row in enumerate(table.rows)}
    assert shown["capacity_eflops"] == ["1,232", "1,231", "+1"]
    assert shown["committed_bn"] == ["7.0", "3.0", "+4.0"]
    assert shown["served"] == ["75.0%", "100.0%", "−25.0%"]
    assert shown["economic_cost_bn"] == ["3.50", "3.50", "0.00"]


def test_that_a_baseline_without_the_month_has_no_figures_beside() -> None:
    elsewhere = plan()
    for start in ("2025-04", "2024-03"):
        elsewhere.scenario = elsewhere.scenario.having(start=start)
        table = figures_table(plan(), "2025-03", elsewhere)
        assert [column.heading for column in table.columns[4:]] == ["Baseline", "Difference"]
        assert {row[4:] for row in table.rows} == {(None, None)}
        assert {figure_cell(table, i, 5) for i in range(len(table.rows))} == {""}


def test_that_a_difference_of_shares_is_in_points_on_paper() -> None:
    columns = (
        TableColumn("key"),
        TableColumn("f"),
        TableColumn("Unit"),
        TableColumn("d", format=".1%", signed=True),
    )
    cells = (-0.25, 0.0005, 0.00049, -0.00049, 0.0)
    table = Table("x", "x", columns, tuple(("a", "b", "share", cell) for cell in cells))
    shown = [figure_cell(table, i, 3) for i in range(5)]
    assert shown == ["−25.0 points", "+0.1 points", *["0 points"] * 3]
    power = Table("x", "x", columns, (("a", "b", "GW", -0.25),))
    assert figure_cell(power, 0, 3) == "−25.0%"
    plain = Table(
        "x", "x", (*columns[:3], TableColumn("d", format=".1%")), (("a", "b", "share", 0.5),)
    )
    assert figure_cell(plain, 0, 3) == "50.0%"


# Tables in words


def test_that_a_report_says_enough_to_make_it_again() -> None:
    base = Scenario(name="Before").having(pue=1.5)
    mine = Scenario(name="Mine", notes="why").having(seed=7)
    order = Order(Document(mine), base, 64, "2026-05", written="2026-01-02")
    assert dict(about_table(order).rows) == {
        "scenario": "Mine",
        "notes": "why",
        "data": fingerprint(mine),
        "seed": 7,
        "draws": 64,
        "month": "2026-05",
        "baseline": "Before",
        "baseline_data": fingerprint(base),
        "catalogue": "Headroom 2026-09",
        "engine": f"Headroom {PROGRAM_VERSION}",
        "written": "2026-01-02",
    }
    alone = dict(about_table(Order(Document(mine))).rows)
    assert (alone["baseline"], alone["baseline_data"], alone["draws"]) == (None, None, None)


def test_that_the_differences_are_those_of_each_part() -> None:
    old = Scenario().having(pue=1.2, mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}, notes="a")
    new = old.having(pue=1.25, mix={"tpu": 0.5, "trainium": 0.25, "gpu": 0.25}, start="2025-02")
    table = differences_table(old, new)
    found = {row[0]: (row[2], row[3], table.text(i, 4)) for i, row in enumerate(table.rows)}
    dates = {row.key for row in PARAMETERS if row.is_date or row.kind == "anchors"}
    assert found["as_of"] == (9, 9, "+1")  # which goes with the first month
    assert {key: cells for key, cells in found.items() if key not in dates} == {
        "start": ("2025-01", "2025-02", ""),
        "mix.trainium": (0.3, 0.25, "−0.05"),
        "mix.gpu": (0.2, 0.25, "+0.05"),
        "pue": (1.2, 1.25, "+0.05"),
    }
    headings = ["key", "Lever", "Baseline", "Now", "Difference", "Unit"]
    assert [column.heading for column in table.columns] == headings
    assert [column.signed for column in table.columns] == [False] * 4 + [True, False]
    assert [column.checked for column in table.columns] == [True, False, *[True] * 4]


def test_that_only_numbers_have_a_difference() -> None:
    cells = [(1.5, 2.0), (3, 5), (1.5, "none"), ("none", 1.5), (None, 1.5), ("a", "b")]
    assert [_change(before, after) for before, after in cells] == [0.5, 2, *[None] * 4]


def test_that_an_assumption_is_told_with_its_bounds() -> None:
    table = assumptions_table(Scenario().having(pue=1.375))
    headings = [column.heading for column in table.columns]
    assert headings[:7] == ["Group", "key", "Assumption", "Value", "Unit", "At least", "At most"]
    assert headings[7:] == ["Source", "Grade", "What it means"]
    rows = {row[1]: row for row in table.rows}
    assert rows["pue"][3] == 1.375
    assert rows["start"][3:7] == ("2025-01", "YYYY-MM", "2024-01", "2028-01")
    assert rows["horizon_months"][3:7] == (96, "months", 12, 180)
    assert "mix.tpu" in rows
    assert "mix" not in rows


def test_that_values_of_no_number_are_cells() -> None:
    cells = [None, True, False, 3, 1.5, "x", (), ((0, 1.0), (9, 3.0671))]
    said = ["none", "true", "false", 3, 1.5, "x", "none", "0: 1; 9: 3.0671"]
    assert [plain_cell(cell) for cell in cells] == said
    assert [in_words(word) for word in ("none", "true", "false", "nonesuch")] == [
        *("none", "yes", "no", "nonesuch")
    ]


# Risk

RISK = [
    ("draws", "count", 16, "Drawn worlds", "16", ""),
    ("seed", "integer", 20251023, "Seed", "20251023", ""),
    (
        *("quantiles", "exactness", "exact", "Quantiles of the months"),
        *("exact, from every drawn world", ""),
    ),
    (
        *("quantiles_rank_error", "share", 0.004, "Worlds by which a quantile is off at most"),
        *("0.40%", ""),
    ),
    ("window_first", "month", "2026-10", "First month of the window", "Oct 2026", ""),
    ("window_last", "month", "2032-12", "Last month of the window", "Dec 2032", ""),
    ("chance_of_shortfall", "share", 0.005, "Chance of a short month", "0%", ""),
    (
        *("unserved_compute_mean", "EFLOP/s-months", 12345.6, "Compute unserved in all, mean"),
        *("12,346", "EFLOP/s-months"),
    ),
    ("unserved_revenue_p5", "$bn", 2.2707, "Revenue unserved in all, P5", "2.271", "$bn"),
    ("cost_cvar95", "$bn", 10.5, "Economic cost in all, mean of the worst 5%", "10.5", "$bn"),
    (
        *("hhi_foundry_at_end", "points", 9999.5),
        *("Concentration of foundries at the end (HHI)", "10,000", "points"),
    ),
    (
        *("effective_suppliers_spend_at_end", "count", 2.6677),
        *("Equal suppliers as concentrated in money signed for", "2.668", ""),
    ),
    ("largest_base_loss", "family", "tpu", "Worst installed base to lose", "Google TPU", ""),
    (
        *("largest_supply_stop", "family", "gpu", "Worst supplier to stop delivering"),
        *("NVIDIA GPU", ""),
    ),
    (
        *("largest_supply_stop_capacity_lost", "share", 0.00114, "Capacity lost at worst by that"),
        *("0.11%", ""),
    ),
    (
        *("largest_base_loss_capacity_lost", "share", 0.4624, "Capacity lost at worst by that"),
        *("46.2%", ""),
    ),
    (
        *("hedge_premium_against_gpu", "$bn", -0.0067404),
        *("The mix costs more than NVIDIA GPU alone, mean", "−0.00674", "$bn"),
    ),
    (
        *("hedge_cvar95_relief_against_tpu", "$bn", 0.0021003),
        *("Less revenue unserved than with Google TPU alone, worst 5%", "0.0021", "$bn"),
    ),
    (
        *("hedge_mean_relief_against_trainium", "$bn", -12345.6),
        *("Less revenue unserved than with AWS Trainium alone, mean", "−12,346"),
        "$bn",
    ),
    ("something_newer", "$bn", None, "something_newer", "", "$bn"),
]


def risk_table() -> Table:
    columns = (TableColumn("measure"), TableColumn("unit"), TableColumn("value"))
    return Table("risk", "Risk", columns, tuple(row[:3] for row in RISK))


def test_that_each_measure_of_risk_is_said_in_words_with_the_digits_that_say_something() -> None:
    table = in_names(risk_table(), FAMILIES)
    found = [tuple(table.text(i, j) for j in range(3)) for i in range(len(table.rows))]
    assert found == [row[3:] for row in RISK]
    assert [column.heading for column in table.columns] == ["Measure", "Value", "Unit"]


def test_that_paper_writes_a_measure_as_the_summary_does() -> None:
    told = []
    paper = SimpleNamespace(table=lambda *given: told.append(given) or iter(()))
    made = SimpleNamespace(tables={"risk": risk_table()}, scenario=Scenario())
    assert list(_risk(paper, made)) == []
    ((lanes, rows, title, said),) = told
    assert [tuple(row) for row in rows] == [row[3:] for row in RISK]
    assert [(lane.heading, lane.right) for lane in lanes] == [
        *(("Measure", False), ("Value", True), ("Unit", False))
    ]
    assert title == "Risk over drawn worlds"
    assert said.endswith("money is in billions of 2025 dollars, not discounted.")


def test_that_small_shares_are_finer() -> None:
    shares = (0.0, 0.009, 0.01, 0.5)
    assert [share_format("x", share) for share in shares] == [".1%", ".2%", ".1%", ".1%"]
    assert share_format("Chance of a short month", 0.009) == ".0%"


# Cells


def test_that_a_number_is_read_with_its_sign_and_no_sign_of_nothing() -> None:
    columns = (
        TableColumn("v"),
        TableColumn("d", signed=True),
        TableColumn("f", format=",.1f"),
        TableColumn("r", "x"),
    )
    rows = (
        (1234567.5, 0.25, 0.04, 7),
        (-1e-9, -0.25, -0.04, None),
        (12345, 0.0, 1.05, float("nan")),
        (0.1 + 0.2, 3, -2.25, "text"),
    )
    table = Table("x", "x", columns, rows)
    assert [[table.text(i, j) for j in range(4)] for i in range(4)] == [
        ["1,234,567.5", "+0.25", "0.0", "7"],
        ["−1e-09", "−0.25", "0.0", ""],
        ["12345", "0", "1.1", ""],
        ["0.3", "+3", "−2.2", "text"],
    ]


def test_that_a_row_s_own_format_is_for_the_columns_that_take_it() -> None:
    columns = (TableColumn("a", format=BY_ROW), TableColumn("b", format=".2f"), TableColumn("c"))
    table = Table("x", "x", columns, ((0.5, 0.5, 0.5), (3.0, 3.0, 3.0)), (".0%", ".3f"))
    shown = [[table.text(i, j) for j in range(3)] for i in range(2)]
    assert shown == [["50%", "0.50", "0.5"], ["3.000", "3.00", "3"]]


def test_that_a_month_is_one_by_its_column_or_its_row_s_unit() -> None:
    columns = (TableColumn("month", months=True), TableColumn("value"), TableColumn("unit"))
    rows = (
        ("2026-01", "2026-02", "YYYY-MM"),
        ("2026-13", "2026-02", "month"),
        ("x", "2026-02", ""),
    )
    table = Table("x", "x", columns, rows)
    found = [[table.is_month(i, j) for j in range(2)] for i in range(3)]
    assert found == [[True, True], [False, True], [False, False]]


def test_that_a_table_s_bytes_are_exactly_these() -> None:
    columns = (TableColumn("key"), TableColumn("power", "GW"))
    table = Table("x", "x", columns, (("a,b", 1.5), ("c\x00", None), ("d", 7)))
    assert (
        csv_bytes(table) == b'\xef\xbb\xbfkey,power [GW]\r\n"a,b",1.5\r\nc\xef\xbf\xbd,\r\nd,7\r\n'
    )


def test_that_checked_cells_are_those_of_checked_columns() -> None:
    columns = (TableColumn("key"), TableColumn("label", checked=False), TableColumn("value"))
    table = Table("x", "x", columns, (("a", "A", 1.5), ("b", "B", None)))
    assert list(table.cells()) == [(0, 0, "a"), (0, 2, 1.5), (1, 0, "b"), (1, 2, None)]


# Markdown


def test_that_a_table_in_markdown_has_numbers_to_the_right_and_units_in_words() -> None:
    columns = (
        TableColumn("key"),
        TableColumn("Lever"),
        TableColumn("Now", "GW"),
        TableColumn("Unit"),
    )
    rows = (("k", "A | b", 1.5, "$bn"), ("l", "n" * 400, "none", ""))
    assert table_text(Table("x", "x", columns, rows)).split("\n") == [
        r"| Lever | Now \[GW\] | Unit |",
        "| --- | ---: | --- |",
        r"| A \| b | 1\.5 | \$bn |",
        "| " + "n" * 299 + "… | none |  |",
    ]


def test_that_the_markdown_of_a_report_is_in_this_order() -> None:
    run = plan()
    run.scenario = run.scenario.having(name="A *plan*", notes="One.\n\n# Two", seed=7)
    columns = (TableColumn("key"), TableColumn("Lever"), TableColumn("Now"))
    empty = Table("differences", "Differences", columns, ())
    shown = Table("figures", "Figures", columns, (("k", "Power", 1.5),))
    rests = Table("rests", "What it rests on", (TableColumn("Source"),), ())
    tables = {"figures": shown, "differences": empty, "about": shown, "rests": rests}
    made = content(run, tables=tables)
    text = markdown(made)
    assert text.endswith("digits.\n")
    head, made_by, is_, comes, binds, *rest = text.removesuffix("\n").split("\n\n")
    assert head == r"# A \*plan\*"
    assert made_by.startswith("*Headroom ")
    assert (is_[:17], comes[:11], binds[:10]) == ("The scenario runs", "In Mar 2025", "What binds")
    assert rest == [
        "## Notes",
        "One.",
        r"\# Two",
        "## Figures",
        "| Lever | Now |\n| --- | ---: |\n| Power | 1\\.5 |",
        "Seed 7, 0 draws. The same scenario and seed give the same digits.",
    ]
    tables["risk"] = risk_table()
    made.order = Order(made.order.document, draws=16)
    text = markdown(made)
    assert (
        "## Risk\n\n| Measure | Value | Unit |\n| --- | ---: | --- |\n| Drawn worlds | 16 |  |"
        in text
    )
    assert "Seed 7, 16 draws." in text


def test_that_shares_differ_by_points_in_markdown_as_on_paper() -> None:
    names = ("key", "Figure", "Unit", "Value", "Baseline")
    difference = TableColumn("Difference", format=BY_ROW, signed=True)
    columns = (*(TableColumn(name, format=BY_ROW) for name in names), difference)
    row = ("served", "Demand served", "share", 0.54, 1.0, -0.46)
    shown = Table("figures", "Figures", columns, (row,), (".1%",))
    assert figure_cell(shown, 0, 5) == "−46.0 points"
    assert "| −46.0 points |" in table_text(shown).replace("\\", "")


def test_that_each_figure_of_a_chip_has_its_unit() -> None:
    table = chips_table(Scenario())
    assert {column.heading: column.unit for column in table.columns if column.unit} == {
        "tops": "TFLOP/s",
        "it_watts": "W",
        "capex_usd": "$",
        "rent_usd_per_hour": "$/h",
        "hbm_gb": "GB",
        "hbm_tb_s": "TB/s",
    }
    assert [column.heading for column in table.columns if column.months] == ["available"]
    assert len(table.rows) == len(Scenario().catalogue.chips)
