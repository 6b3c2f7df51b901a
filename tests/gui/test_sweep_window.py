"""The window of a sweep: what is chosen by brush, word and key, and what is opened from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from engine.sweep.findings import Findings, read_findings
from engine.sweep.folder import Folder
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Here
from engine.sweep.running import run
from gui.sweeps import choice
from gui.sweeps.axes import chosen_axes, in_lines
from gui.sweeps.plane import PlaneLayout
from gui.sweeps.quantities import measured, varied
from gui.sweeps.scale import SweptScale
from gui.sweeps.window import SweepWindow
from gui.widgets.palette import DARK, LIGHT

PLAN = """
name = "Power & <b>suppliers</b>"
draws = 16
columns = []
measures = ["economic_cost", "unserved_revenue", "shortfall"]
[[dimension]]
name = "Shock"
[[dimension.option]]
label = "none"
[[dimension.option]]
label = "=stop"
add.events = [{ name = "stop", kind = "supply_stop", scope = "tpu", start_month = 24, \
duration_months = 6, severity = 1.0 }]
[[dimension]]
key = "power_budget_gw"
values = [1, 2, 4]
[[dimension]]
key = "owned_share.tpu"
values = [0.25, 0.75]
[[dimension]]
key = "slip_max"
values = [9]
"""
COUNT = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("swept")
    run(parse_plan(PLAN.encode(), path), Folder(path), Here())
    return path


@pytest.fixture
def found(folder: Path) -> Findings:
    return read_findings(folder)


@pytest.fixture
def swept(found: Findings, qtbot) -> Iterator[SweepWindow]:
    window = SweepWindow(found, LIGHT)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window._errand.over)
    yield window
    if isValid(window):
        window.close()


def rows(window: SweepWindow) -> list[int]:
    """The scenarios that have a row, from the top."""
    places = [window.model.place(row) for row in range(window.model.rowCount())]
    return [window.found.scenarios[place] for place in places]


def axis(window: SweepWindow, key: str) -> int:
    return [axis.quantity.key for axis in window.axes.axes].index(key)


def point(window: SweepWindow, key: str, place: float) -> QPoint:
    layout, at = window.axes._layout, axis(window, key)
    return QPoint(round(layout.across()[at]), round(float(layout.down(np.array(place)))))


def drag(window: SweepWindow, key: str, begin: float, end: float) -> None:
    start, stop = point(window, key, begin), point(window, key, end)
    QTest.mousePress(window.axes, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(window.axes, (start + stop) / 2)
    QTest.mouseMove(window.axes, stop)
    QTest.mouseRelease(window.axes, Qt.MouseButton.LeftButton, pos=stop)


# What is shown


def test_that_each_scenario_has_a_row_with_what_differs_and_what_is_measured(swept) -> None:
    headings = [
        swept.model.headerData(column, Qt.Orientation.Horizontal)
        for column in range(swept.model.columnCount())
    ]
    assert headings == [
        "Scenario",
        "Economic cost\n$bn",
        "Unserved revenue\n$bn",
        "Chance of a\nshortfall\n%",
        "Shock",
        "Facility power\nwhen ready\nGW facility",
        "Google TPU ·\nOwned share\n%",
    ]
    assert rows(swept) == list(range(COUNT))
    cells = [swept.model.index(6, column).data() for column in range(4, 7)]
    assert cells == ["=stop", "1", "25%"]
    assert swept.counts.text() == "12 of 12 scenarios are finished"


def test_that_what_has_one_value_is_no_axis_and_no_column(found) -> None:
    assert "slip_max" not in [quantity.key for quantity in varied(found)]


def test_that_what_stands_in_the_files_is_what_the_table_shows(found) -> None:
    power = next(q for q in varied(found) if q.key == "power_budget_gw")
    assert power.values.tolist() == [1, 1, 2, 2, 4, 4] * 2
    cost = measured(found)[0]
    assert cost.values.tolist() == found.mean("economic_cost").tolist()


def test_that_sorting_goes_by_number_and_by_word_and_what_is_selected_stays(swept) -> None:
    swept.table.selectRow(3)
    power = 5
    swept.table.sortByColumn(power, Qt.SortOrder.DescendingOrder)
    assert rows(swept) == [4, 5, 10, 11, 2, 3, 8, 9, 0, 1, 6, 7]
    assert swept.current == 3
    shock = 4
    swept.table.sortByColumn(shock, Qt.SortOrder.AscendingOrder)
    assert rows(swept)[0] == 6
    swept.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert rows(swept) == list(range(COUNT))[::-1]


def test_that_another_statistic_of_the_draws_is_shown(swept, found) -> None:
    swept.statistic.setCurrentIndex(swept.statistic.findData("p95"))
    shown = swept.model._quantities[0].values.tolist()
    assert shown == list(found.columns["economic_cost_p95"])


# What is chosen


def test_that_a_drag_over_an_axis_chooses_and_a_click_lets_go(swept) -> None:
    drag(swept, "power_budget_gw", 0.2, 0.5)
    assert rows(swept) == [2, 3, 8, 9]
    assert "4 chosen" in swept.counts.text()
    drag(swept, "owned_share.tpu", 0.9, 1.1)
    assert rows(swept) == [3, 9]
    # a drag of the brush itself moves it
    drag(swept, "power_budget_gw", 0.35, 0.95)
    assert rows(swept) == [5, 11]
    QTest.mouseClick(
        swept.axes, Qt.MouseButton.LeftButton, pos=point(swept, "owned_share.tpu", 0.97)
    )
    assert rows(swept) == [4, 5, 10, 11]
    swept.show_all()
    assert rows(swept) == list(range(COUNT))
    assert not swept.everything.isEnabled()


def test_that_the_edge_of_a_brush_is_dragged(swept) -> None:
    swept.axes.brush({"power_budget_gw": (0.0, 0.5)})
    drag(swept, "power_budget_gw", 0.5, 0.1)
    assert rows(swept) == [0, 1, 6, 7]


def test_that_brushes_are_made_moved_and_let_go_by_keys(swept) -> None:
    swept.axes.setFocus()
    while swept.axes.axes[swept.axes.axis].quantity.key != "power_budget_gw":
        QTest.keyClick(swept.axes, Qt.Key.Key_Right)
    for _ in range(8):
        QTest.keyClick(swept.axes, Qt.Key.Key_Down)
    assert rows(swept) == [0, 1, 2, 3, 6, 7, 8, 9]
    for _ in range(2):
        QTest.keyClick(swept.axes, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert rows(swept) == [2, 3, 8, 9]
    assert "Facility power when ready" in swept.axes.accessibleDescription()
    QTest.keyClick(swept.axes, Qt.Key.Key_Delete)
    assert rows(swept) == list(range(COUNT))


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("stop", [6, 7, 8, 9, 10, 11]),
        ("none power>1", [2, 3, 4, 5]),
        ("power_budget_gw=2 owned<=25%", [2, 8]),
        ("7", [7]),
        ("shock=none", [0, 1, 2, 3, 4, 5]),
        ("power>x", []),
        ("nothing>1", []),
        ("", list(range(COUNT))),
    ],
)
def test_that_words_and_comparisons_filter(swept, text: str, chosen: list[int]) -> None:
    swept.filter.setText(text)
    assert rows(swept) == chosen


def test_that_numbers_are_read_as_the_language_writes_them(found, spoken) -> None:
    spoken("fr_FR")
    chosen = choice.typed("power>1,5", found.scenarios, varied(found))
    assert np.flatnonzero(chosen).tolist() == [2, 3, 4, 5, 8, 9, 10, 11]


def test_that_the_conditions_of_the_worst_quarter_are_told_and_brushed(swept, qtbot) -> None:
    qtbot.waitUntil(lambda: swept.show_box.isVisible())
    assert "Facility power when ready ≤ " in swept.box.text()
    swept.show_box.click()
    assert set(rows(swept)) >= {0, 1, 6, 7}
    assert len(rows(swept)) < COUNT


def test_that_tab_leaves_the_table_of_scenarios(swept) -> None:
    swept.table.setFocus()
    swept.table.selectRow(0)
    before = swept.table.currentIndex()
    QTest.keyClick(swept.table, Qt.Key.Key_Tab)
    assert not swept.table.hasFocus()
    assert swept.table.currentIndex() == before


def test_that_escape_lets_go_first_and_closes_then(swept) -> None:
    swept.filter.setText("7")
    QTest.keyClick(swept.table, Qt.Key.Key_Escape)
    assert rows(swept) == list(range(COUNT))
    assert swept.isVisible()
    closed = []
    swept.closed.connect(lambda: closed.append(True))
    QTest.keyClick(swept.table, Qt.Key.Key_Escape)
    assert closed


# One scenario


def test_that_table_front_and_axes_are_at_one_scenario(swept, qtbot) -> None:
    front = swept.front
    x, y = front.plane.points(PlaneLayout(front.rect().toRectF()))
    place = front.plane.front[0]
    at = QPointF(x[place], y[place]).toPoint()
    QTest.mouseClick(front, Qt.MouseButton.LeftButton, pos=at)
    assert swept.current == place
    assert "$bn" in front.accessibleDescription()
    QTest.keyClick(front, Qt.Key.Key_End)  # no key of its own
    QTest.keyClick(front, Qt.Key.Key_Right)
    assert swept.current == front.plane.front[1]
    with qtbot.waitSignal(swept.wanted) as told:
        QTest.keyClick(front, Qt.Key.Key_Return)
    assert told.args == [swept.found.scenarios[swept.current]]


def test_that_a_click_on_a_line_picks_its_scenario(swept) -> None:
    layout = swept.axes._layout
    left = axis(swept, "power_budget_gw")
    share = 0.5
    ends = [float(layout.down(swept.axes.axes[left + side].places)[2]) for side in (0, 1)]
    middle = QPointF(
        (layout.across()[left] + layout.across()[left + 1]) * share, sum(ends) * share
    ).toPoint()
    QTest.mouseClick(swept.axes, Qt.MouseButton.LeftButton, pos=middle)
    assert swept.current is not None
    assert [swept.axes.axes[left + side].places[swept.current] for side in (0, 1)] == [
        swept.axes.axes[left + side].places[2] for side in (0, 1)
    ]


def test_that_lines_and_points_are_painted_beside_the_window(swept, qtbot) -> None:
    qtbot.waitUntil(lambda: swept.axes.worker.idle and swept.front.worker.idle)
    for chart in (swept.axes, swept.front):
        assert chart._image is not None
    swept.use_palette(DARK)
    qtbot.waitUntil(lambda: swept.axes.worker.idle and swept.front.worker.idle)
    picture = QImage(swept.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    swept.render(painter, QPoint())
    painter.end()
    colours = {picture.pixelColor(20, y).name().upper() for y in range(picture.height())}
    assert DARK.ground in colours


def test_that_every_part_has_a_name_for_screen_readers(swept) -> None:
    for widget in (swept.axes, swept.front, swept.table, swept.filter, swept.statistic):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


# In the main window


def test_that_the_menu_opens_a_folder_and_a_scenario_of_it(
    window, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_by_key["file.open_sweep"].trigger()
    shown = window.file.sweeps.shown
    assert shown is not None
    assert shown.isVisible()
    shown.table.selectRow(11)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    scenario = window.session.scenario
    expected = parse_plan(PLAN.encode(), folder).scenario(11)
    assert scenario.values() == expected.values()
    assert scenario.name.endswith("(scenario 11 of a sweep)")
    assert window.session.path is None
    assert "Scenario 11 of the sweep" in window.messages.text
    window.file.sweeps.close()
    assert window.file.sweeps.shown is None


@pytest.mark.parametrize("kind", ["empty", "other", "large"])
def test_that_a_folder_that_is_no_sweep_is_told_in_one_line(
    window, folder: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder if kind == "large" else tmp_path
    if kind == "other":
        (tmp_path / "manifest.json").write_text("[1]", "utf-8")
    if kind == "large":
        monkeypatch.setattr("gui.window.commands.sweeps.LARGEST", 100)
    window.file.sweeps.open(path)
    assert window.file.sweeps.shown is None
    told = window.messages.text
    assert "is too large" in told if kind == "large" else "is not the folder of a sweep" in told
    assert "\n" not in told


def test_that_a_plan_that_was_changed_makes_no_scenario(
    window, folder: Path, tmp_path: Path
) -> None:
    for name in ("manifest.json", "summary.csv"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    window.file.sweeps.open(tmp_path)
    before = window.session.scenario
    shown = window.file.sweeps.shown
    shown._open_place(0)
    assert "cannot be read" in window.messages.text
    plan = (folder / "plan.toml").read_text("utf-8").replace("[1, 2, 4]", "[1.5, 2, 4]")
    (tmp_path / "plan.toml").write_text(plan, "utf-8")
    (tmp_path / "bases").mkdir()
    for base in (folder / "bases").iterdir():
        (tmp_path / "bases" / base.name).write_bytes(base.read_bytes())
    shown._open_place(0)
    assert "is not the plan that was run" in window.messages.text
    assert window.session.scenario == before
    window.file.sweeps.close()


def test_that_what_is_named_like_markup_is_shown_as_it_is(
    window, folder: Path, tmp_path: Path
) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["name"] = "<img src=x> [*]"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (tmp_path / "summary.csv").write_bytes((folder / "summary.csv").read_bytes())
    window.file.sweeps.open(tmp_path)
    assert window.file.sweeps.shown.windowTitle().startswith("<img src=x> [*][*]")
    window.file.sweeps.close()


# Parts


def test_that_a_scale_by_factors_and_one_of_one_value_have_their_places() -> None:
    log = SweptScale(1.0, 100.0, log=True)
    assert log.places(np.array([1.0, 10.0, 100.0])).tolist() == [0.0, 0.5, 1.0]
    assert log.value(0.5) == pytest.approx(10)
    assert [value for _, value in log.ticks(7)] == [1, 2, 5, 10, 20, 50, 100]
    assert [value for _, value in log.ticks(3)] == [1, 10, 100]
    flat = SweptScale(3.0, 3.0)
    assert flat.places(np.array([3.0, np.nan])).tolist()[0] == 0.5
    assert flat.ticks(5) == [(0.5, 3.0)]
    even = SweptScale(0.0, 1.0)
    assert [round(value, 9) for _, value in even.ticks(6)] == [0, 0.2, 0.4, 0.6, 0.8, 1]


def test_that_many_levers_leave_the_axes_that_drive_a_measure(found) -> None:
    quantities = varied(found)
    many = [quantities[1]] + [
        type(quantities[1])(f"other{i}", f"Other {i}", "", quantities[1].values * 0 + i % 2)
        for i in range(20)
    ]
    axes = chosen_axes(found, many, measured(found))
    assert axes[0].quantity.key == "power_budget_gw"
    assert len(axes) == 8 + 3


def test_that_a_name_is_broken_between_words(qapp) -> None:
    metrics = QFontMetricsF(QFont())
    assert in_lines("one two", metrics, 1e6, 2) == ["one two"]
    assert in_lines("one two three", metrics, 1.0, 2) == ["one", "two three"]
