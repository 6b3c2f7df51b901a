"""The page of plans side by side: typed where they stand, aligned by date, never mixed up."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from engine import Document, Scenario, simulate
from engine.analysis.compared import common_months, own_calendar
from engine.files import comparison_files, scenario_files
from gui.document.comparison import Kind
from gui.pages.compare import rows, ticks, typed
from gui.pages.compare.front import FrontPoint, PlanFront
from gui.pages.compare.lines import spread_out
from gui.pages.compare.rows import Input
from gui.words.numbers import UnreadableError


def plan(name: str, **values: object) -> Document:
    return Document(Scenario().having(name=name, **values))


@pytest.fixture
def page(window, qtbot):
    """The page in front, with a plan of its own beside baseline and scenario."""
    window.pages.show_key("compare")
    found = window.pages["compare"]
    found.add(plan("Bolder", power_budget_gw=3.0))
    qtbot.waitUntil(lambda: len(found.model.columns) == 3)
    return found


def place(page, label: str) -> int:
    """The row of a label."""
    labels = [page.model.label(row) for row in page.model.rows]
    return next(i for i, text in enumerate(labels) if text.startswith(label))


def cell(page, label: str, column: int) -> str:
    return page.model.index(place(page, label), column).data()


def test_that_only_what_differs_is_shown_until_all_is_asked_for(page, qtbot):
    few = page.model.rowCount()
    assert cell(page, "Facility power when ready", 2) == "3"
    page.inputs.every.setChecked(True)
    assert page.model.rowCount() > few + 50
    page.inputs.every.setChecked(False)
    page.inputs.search.setText("cost of capital")
    assert place(page, "Cost of capital")
    page.inputs.search.clear()
    assert page.model.rowCount() == few


@pytest.mark.parametrize("every", [True, False])
def test_that_the_layout_keeps_the_part_and_whether_all_inputs_are_shown(page, every):
    page.inputs.every.setChecked(not every)
    page.use_state({"part": "odds", "all": every})
    assert page.part == "odds"
    assert page.inputs.every.isChecked() is every
    assert page.state == {"part": "odds", "all": every}


def test_that_what_is_typed_changes_its_own_plan_and_its_figures(page, qtbot):
    [baseline, current, own] = page.model.columns
    row, before = place(page, "Facility power when ready"), cell(page, "Facility power [", 2)
    assert page.model.setData(page.model.index(row, 2), "1.2 GW")
    qtbot.waitUntil(lambda: cell(page, "Facility power [", 2) != before)
    assert own.scenario.power_budget_gw == 1.2
    assert own.modified
    assert current.scenario.power_budget_gw == baseline.scenario.power_budget_gw == 1.6
    assert cell(page, "Facility power when ready", 2) == "1.2"
    assert page.model.setData(page.model.index(row, 1), "2")  # the window's own
    assert page.session.scenario.power_budget_gw == 2.0
    assert not page.model.flags(page.model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable


def test_that_what_can_t_be_is_refused_in_words_and_changes_nothing(page, window):
    row = place(page, "Facility power when ready")
    for text in ("plenty", "-3", "1e99"):
        assert not page.model.setData(page.model.index(row, 2), text)
        assert window.messages.text
    assert page.model.columns[2].scenario.power_budget_gw == 3.0


def test_that_undo_in_the_table_is_the_plan_s_own(page, qtbot):
    row = place(page, "Facility power when ready")
    page.model.setData(page.model.index(row, 1), "2")
    page.model.setData(page.model.index(row, 2), "2.5")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, 2))
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.columns[2].scenario.power_budget_gw == 3.0
    assert page.session.scenario.power_budget_gw == 2.0
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.session.scenario.power_budget_gw == 2.0  # its history is empty, not the window's
    page.table.setCurrentIndex(page.model.index(row, 1))
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.session.scenario.power_budget_gw == 1.6


def test_that_the_worlds_of_each_plan_come_and_are_of_one_seed(page, qtbot):
    qtbot.waitUntil(lambda: len(page.drawn) == 3, timeout=20_000)
    assert len({drawn.seed for drawn in page.drawn.values()}) == 1
    spread = page.model.index(place(page, "Capacity"), 2).data(Qt.ItemDataRole.UserRole + 2)
    assert "to" in spread


def test_that_differences_are_taken_from_the_plan_that_was_chosen(page, qtbot):
    page.inputs.differences.setChecked(True)
    assert cell(page, "Facility power when ready", 2) == "+1.4"
    assert cell(page, "Facility power when ready", 1) == "="
    page.comparison.against = page.model.columns[2]
    assert cell(page, "Facility power when ready", 2) == "3"
    assert cell(page, "Facility power when ready", 0) == "−1.4"


def test_that_a_click_on_a_row_sorts_the_plans_and_a_header_s_move_keeps_them(page, qtbot):
    row = place(page, "Facility power when ready")
    page.table.labels.sectionClicked.emit(row)
    values = [c.scenario.power_budget_gw for c in page.comparison.columns]
    assert values == sorted(values, reverse=values[0] == 3.0)
    page.table.labels.sectionClicked.emit(place(page, "Facility power when ready"))
    turned = [c.scenario.power_budget_gw for c in page.comparison.columns]
    assert turned == values[::-1]
    page.table.heads.moveSection(0, 2)
    assert page.comparison.columns[2].scenario.power_budget_gw == turned[0]
    assert [page.table.heads.logicalIndex(i) for i in range(3)] == [0, 1, 2]


def test_that_a_plan_without_the_month_has_a_dash_and_says_why(page, qtbot):
    page.add(plan("Short", horizon_months=18))
    qtbot.waitUntil(lambda: len(page.model.columns) == 4)
    index = page.model.index(place(page, "Capacity"), 3)
    assert index.data() == rows.NOTHING
    assert "Jun 2026" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "aligned by date" in page.note.text()


def test_that_sums_begin_with_the_first_month_that_all_plans_have():
    early, late = Scenario(), Scenario().having(start="2025-07", as_of=3)
    since = common_months([early, late])
    figures = {f.key: f for f in rows.figures([early, late])}
    cost = figures["economic_cost_bn@since"]
    assert "Jul 2025" in cost.label
    result = simulate(early)
    found = cost.of(result, "2025-09", since, None)
    assert found.value == pytest.approx(result["economic_cost_bn"][6:9].sum())
    assert cost.of(result, "2025-03", since, None).why  # not a month that both have
    assert own_calendar(late).place("2025-03") is None


def test_that_a_family_that_a_plan_has_not_is_a_dash_and_never_a_nought():
    from tests.engine.small_world import small

    other = small()
    figures = {f.key: f for f in rows.figures([Scenario(), other])}
    since = common_months([Scenario(), other])
    found = figures["chips_alive_tpu"].of(simulate(other), "2026-01", since, None)
    assert (found.why, figures["chips_alive_tpu"].text(found.value)) == (
        "has no such family",
        rows.NOTHING,
    )
    said = rows.unlike(("a", "b"), (Scenario(), other))
    assert any("families" in text for text in said)
    share = next(i for i in rows.inputs([Scenario(), other]) if i == Input("mix", "tpu"))
    assert share.text(other) == rows.NOTHING


def test_that_every_number_that_is_shown_reads_back_as_itself():
    scenario = Scenario()
    for lever in rows.inputs([scenario], every=True):
        if typed.can_be_typed(lever):
            text = typed.field_text(lever, scenario)
            value = typed.read(lever, scenario, text)
            now = lever.value(scenario)
            assert value == (pytest.approx(now) if isinstance(now, float) else now), lever


def test_that_a_choice_that_is_none_says_what_there_is():
    lever = next(
        lever for lever in rows.inputs([Scenario()], every=True) if lever.row.kind == "switch"
    )
    with pytest.raises(UnreadableError, match="yes"):
        typed.read(lever, Scenario(), "perhaps")


def test_that_the_table_is_copied_with_its_headings(page, qtbot):
    page.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[-1] == "Bolder"
    assert any(line.startswith("Facility power when ready") for line in lines)


def test_that_lines_are_aligned_by_date_and_differences_go_below_nought(page, qtbot):
    page.add(plan("Late", start="2026-01", as_of=0, revenue_anchors=[[0, 9.0]]))
    page.show_part("charts")
    qtbot.waitUntil(lambda: page.charts.lines.picture is not None)
    qtbot.waitUntil(lambda: len(page.charts.lines.picture.lines) == 4)
    late = page.charts.lines.picture.lines[3].values
    assert np.isnan(late[:12]).all()
    assert np.isfinite(late[12:96]).all()
    page.charts.how.setCurrentIndex(2)
    picture = page.charts.lines.picture
    assert [line.column.name for line in picture.lines][-1] == "Late"
    assert len(picture.lines) == 3  # the one compared with is the level
    page.charts.how.setCurrentIndex(1)
    page.grab()
    assert page.charts.lines.picture.apart


def test_that_what_is_dropped_on_the_page_comes_beside_the_rest(page, window, tmp_path):
    paths = [tmp_path / "a.headroom", tmp_path / "b.headroom"]
    for path in paths:
        scenario_files.save(plan(path.stem), path)
    for some in (paths[:1], paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in some])
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
        QApplication.sendEvent(window, enter)
        drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
        QApplication.sendEvent(window, drop)
    assert [c.name for c in page.comparison.columns][3:] == ["a", "b"]
    assert window.session.path is None  # nothing was opened in the window


def test_that_a_comparison_is_saved_and_opened_from_the_window(page, window, tmp_path):
    path = tmp_path / "mine.headroom-comparison"
    page.comparison.columns[2].edit("power_budget_gw", 2.2)
    assert page.comparison.modified
    assert window.compare.save_to(path)
    assert not page.comparison.modified
    page.comparison.begin()
    window.file.open_path(path)
    assert [c.kind for c in page.comparison.columns] == [Kind.OWN] * 3
    assert page.comparison.columns[2].scenario.power_budget_gw == 2.2
    assert comparison_files.load(path).entries[2].name == "Bolder"
    path.write_text("{}")
    window.file.open_path(path)
    assert "format" in window.messages.text


def test_that_a_plan_is_saved_to_its_own_file_unless_another_program_changed_it(
    page, window, tmp_path
):
    path = tmp_path / "a.headroom"
    scenario_files.save(plan("A"), path)
    window.compare.add_paths([path])
    column = page.comparison.columns[-1]
    column.edit("power_budget_gw", 2.5)
    assert window.compare.save_plan(column)
    assert scenario_files.load(path).scenario.power_budget_gw == 2.5
    assert not column.modified
    scenario_files.save(plan("A", power_budget_gw=9.0), path)
    column.edit("power_budget_gw", 3.5)
    assert not window.compare.save_plan(column)
    assert "another program" in window.messages.text
    assert scenario_files.load(path).scenario.power_budget_gw == 9.0
    column.session.history.undo()


def test_that_a_plan_never_replaces_a_file_that_the_dialog_did_not_ask_about(
    page, window, tmp_path, monkeypatch
):
    there = tmp_path / "old.headroom"
    scenario_files.save(plan("Old", power_budget_gw=9.0), there)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there.with_suffix("")), ""))
    column = page.comparison.columns[-1]
    assert not window.compare.save_plan(column)
    assert window.messages.text == "“old.headroom” is there already."
    assert scenario_files.load(there).scenario.power_budget_gw == 9.0
    window.messages.buttons["Replace it"].click()
    assert scenario_files.load(there).scenario.power_budget_gw == 3.0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new"), ""))
    column.session.path = None
    assert window.compare.save_plan(column)
    assert scenario_files.load(tmp_path / "new.headroom").scenario.power_budget_gw == 3.0


def test_that_a_comparison_never_replaces_a_file_that_the_dialog_did_not_ask_about(
    page, window, tmp_path, monkeypatch
):
    there = tmp_path / f"old{comparison_files.SUFFIX}"
    there.write_text("precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there.with_suffix("")), ""))
    assert not window.compare.save()
    assert window.messages.text == f"“{there.name}” is there already."
    assert there.read_text() == "precious"


def test_that_two_plans_of_the_page_can_be_told_apart_by_their_levers(page, qtbot):
    page.show_part("two")
    changes = page.changes
    changes.after.setCurrentIndex(2)
    changes.chosen.emit()
    assert "One value" not in changes._title.text()  # the name is of the default as well
    labels = [changes.table.item(r, 0).text() for r in range(changes.table.rowCount())]
    assert "Facility power when ready" in labels


def test_that_ticks_are_round_and_names_never_meet():
    assert ticks.ticks(-1.0, 3.0, 5) == [-1.0, 0.0, 1.0, 2.0, 3.0]
    low, high = ticks.span([np.array([-2.0, np.nan]), np.array([4.0])])
    assert low < -2.0
    assert high > 4.0
    assert ticks.span([np.array([np.nan])]) == (0.0, 1.0)
    found = spread_out([10.0, 11.0, 95.0, 99.0], 10.0, 0.0, 100.0)
    assert found == [10.0, 20.0, 90.0, 100.0]


def test_that_names_and_notes_are_no_reason_to_draw_anew():
    one = Scenario()
    from gui.pages.compare.worlds import bare

    assert bare(one) == bare(dataclasses.replace(one, name="other", notes="longer"))


def test_that_plans_of_one_name_are_told_apart(page):
    [baseline, current, own] = page.comparison.columns
    assert own.title == "Bolder"
    assert baseline.title.endswith(", baseline")
    assert current.title.endswith(", now")
    page.add(plan("Bolder"))
    assert [c.title for c in page.comparison.columns[2:]] == ["Bolder (1)", "Bolder (2)"]


def test_that_the_plan_to_choose_is_named_with_its_odds(page, qtbot):
    page.add(plan("Starved", power_budget_gw=0.6))
    page.show_part("odds")
    odds = page.odds
    qtbot.waitUntil(lambda: odds.found is not None, timeout=60_000)
    qtbot.waitUntil(lambda: len(odds.table.read.rows) == 4, timeout=60_000)
    assert "regretted least" in odds.verdict.text()
    shares = odds.found.regrets.best
    assert shares.sum() == pytest.approx(1.0)
    assert len(odds.front.points) == 4
    assert odds.lines.picture.unit == "%"
    page.grab()
    odds.measure.setCurrentIndex(odds.measure.findData("capacity"))
    qtbot.waitUntil(lambda: "EFLOP/s" in odds.table.read.rows[0].cells[1].text, timeout=60_000)


def test_that_plans_that_begin_elsewhere_are_left_out_of_the_odds_and_named(page, qtbot):
    page.add(plan("Late", start="2026-01", as_of=0, revenue_anchors=[[0, 9.0]]))
    page.show_part("odds")
    qtbot.waitUntil(lambda: "Late" in page.odds.verdict.text(), timeout=60_000)
    assert "begin in another month" in page.odds.verdict.text()


def test_that_a_report_of_the_plans_is_written_and_verified(page, window, qtbot, tmp_path):
    from gui.report.verify import Verifier

    page.add(plan("Short", horizon_months=18))
    window.compare.report()
    dialog = window.exporter._dialog
    dialog.folder.setText(str(tmp_path))
    for key, box in dialog.formats.items():
        box.setChecked(key in ("md", "xlsx", "csv"))
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"comparison.md", "comparison.xlsx", "comparison-figures.csv"} <= names
    text = (tmp_path / "comparison-figures.csv").read_text("utf-8-sig")
    heads, *lines = [line.split(",") for line in text.splitlines()]
    assert heads[-2:] == ["Bolder", "Short"]
    capacity = next(line for line in lines if line[0] == "capacity_eflops")
    assert capacity[-1] == ""  # its months end before: no figure is better than a wrong one
    for name in ("comparison.md", "comparison.xlsx", "comparison-figures.csv"):
        assert Verifier().verify(tmp_path / name).identical, name


def test_that_the_ground_below_the_names_of_the_rows_is_the_table_s_own(page, window, qtbot):
    window.resize(1600, 1400)
    table = page.table
    qtbot.waitUntil(lambda: table.labels.length() < table.viewport().height() - 20)
    picture = table.grab().toImage()
    scale = picture.devicePixelRatio()
    below = round((table.height() - 8) * scale)
    assert picture.pixelColor(round(20 * scale), below) == picture.pixelColor(
        round((table.labels.width() + 20) * scale), below
    )


def test_that_points_of_cost_and_loss_have_an_eighth_of_air_around_them(page, qtbot):
    front = PlanFront()
    qtbot.addWidget(front)
    front.resize(478, 364)  # 400 x 300 between its axes
    one, other = page.model.columns[:2]
    front.show_points(
        [
            FrontPoint(one, 100.0, 5.0, True, False, "one"),
            FrontPoint(other, 200.0, 10.0, True, False, "other"),
            FrontPoint(other, float("nan"), 1.0, False, False, "none"),
        ]
    )
    assert len(front.points) == 2
    first, last = front._at(100.0, 5.0), front._at(200.0, 10.0)
    assert first.x() == pytest.approx(58 + 400 * 0.12 / 1.24)
    assert last.x() == pytest.approx(58 + 400 * 1.12 / 1.24)
    assert last.y() == pytest.approx(26 + 300 * 0.12 / 1.18)
    assert first.y() == pytest.approx(26 + 300 * 0.62 / 1.18)
