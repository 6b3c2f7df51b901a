"""What a planner does with levers, puck, baseline and flags: by mouse, and without one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """To whatever has the keys."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def desk(window, qtbot):
    """The window with the keys."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def shown(qtbot, window) -> None:
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)


def tab_to(widget) -> None:
    """By the Tab key alone."""
    for _ in range(300):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()}")


def test_that_the_growth_lever_is_found_by_search_and_set_by_keys(desk, qtbot):
    press(Qt.Key.Key_F, CONTROL)
    write("growth last known")
    row = desk.levers.row("revenue_growth")
    assert row.isVisible()
    assert desk.levers.row("power_budget_gw").isHidden()
    assert "<b" in row._label.text()  # where the words were found
    tab_to(row.line.slider)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CONTROL)
    write("=2*3")
    press(Qt.Key.Key_Return)
    assert desk.session.scenario.revenue_growth == 6
    shown(qtbot, desk)
    qtbot.waitUntil(lambda: "Revenue growth" in desk.sentence.text())
    assert desk.kpis.tiles["capacity"].kpi.delta


def test_that_the_puck_is_dragged_and_the_map_read(desk, qtbot):
    row = desk.levers.row("mix")
    link = next(w for w in row.findChildren(type(row.reset)) if w.objectName() == "link")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    triangle = desk.pages["mix"].triangle
    qtbot.waitUntil(lambda: desk.pages["mix"].picture is not None, timeout=20_000)
    start = triangle.puck.toPoint()
    aim = triangle.geometry_.point((0.2, 0.5, 0.3)).toPoint()
    qtbot.mousePress(triangle, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.6, 1.0):
        qtbot.mouseMove(triangle, start + QPoint(*(((aim - start) * part).toTuple())))
    qtbot.mouseRelease(triangle, Qt.MouseButton.LeftButton, pos=aim)
    shares = list(desk.session.scenario.mix.values())
    assert shares == pytest.approx([0.2, 0.5, 0.3], abs=0.01)
    assert sum(round(share * 10_000) for share in shares) == 10_000
    shown(qtbot, desk)
    assert "per PFLOP-hour" in desk.pages["mix"].value.text()
    assert "cheapest mix" in desk.pages["mix"].words.text()
    assert desk.session.history.count() == 1
    press(Qt.Key.Key_Z, CONTROL)
    assert list(desk.session.scenario.mix.values()) == [0.6, 0.22, 0.18]


def test_that_three_levers_change_show_in_the_table_and_go_back(desk, qtbot):
    before = desk.session.scenario
    press(Qt.Key.Key_B, CONTROL)
    for key in ("revenue_growth", "power_budget_gw", "mix"):
        line = next(iter(desk.levers.row(key).lines.values()))
        line.slider.setFocus()
        press(Qt.Key.Key_Right, times=3)
    press(Qt.Key.Key_7, CONTROL)
    assert desk.pages.key == "compare"
    desk.pages["compare"].show_part("two")
    shown(qtbot, desk)
    table = desk.pages["compare"].changes.table
    rows = [[table.item(r, c).text() for c in (0, 5)] for r in range(table.rowCount())]
    assert {group for name, group in rows if name == "Facility power"} == {"Results in Dec 2026"}
    changed = [name for name, group in rows if not group.startswith("Results")]
    assert {name.partition(",")[0] for name in changed} == {
        "Revenue growth after the last known point",
        "Facility power when ready",
        "Target mix of new power",
    }
    # the space bar shows the baseline while it is held
    desk.pages.rail.buttons["overview"].setFocus()
    QTest.keyPress(desk, Qt.Key.Key_Space)
    assert desk.presenter._holding
    QTest.keyRelease(desk, Qt.Key.Key_Space)
    assert not desk.presenter._holding
    while desk.session.history.canUndo():
        press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.scenario == before
    shown(qtbot, desk)
    qtbot.waitUntil(lambda: desk.pages["compare"].changes.table.rowCount() == 0)
    assert "Nothing differs" in desk.pages["compare"].changes._title.text()


def test_that_a_flag_leads_to_its_source_without_a_mouse(desk, qtbot):
    flags = desk.pages["overview"].flags
    tab_to(flags)
    press(Qt.Key.Key_Right, times=2)
    milestone = flags.shown[1][1]
    assert milestone.source in desk.sentence.text()
    assert milestone.source in flags.accessibleDescription()


def test_that_the_whole_of_it_goes_without_a_mouse(desk, qtbot):
    # a lever by its name
    press(Qt.Key.Key_K, CONTROL)
    write("facility power when ready")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: desk.levers.row("power_budget_gw").isAncestorOf(QApplication.focusWidget())
    )
    before = desk.session.scenario.power_budget_gw
    press(Qt.Key.Key_PageUp)
    paged = desk.session.scenario.power_budget_gw
    press(Qt.Key.Key_Right, SHIFT)
    power = desk.session.scenario.power_budget_gw
    assert before < paged < power
    # the puck
    press(Qt.Key.Key_4, CONTROL)
    tab_to(desk.pages["mix"].triangle)
    press(Qt.Key.Key_Up, SHIFT)
    assert desk.session.scenario.mix["tpu"] == pytest.approx(0.7)
    tab_to(desk.pages["mix"].measures)
    press(Qt.Key.Key_Down)
    assert desk.pages["mix"].measure.key == "served"
    # pinned, changed, and back
    press(Qt.Key.Key_B, CONTROL)
    pinned = desk.session.scenario
    tab_to(desk.pages["mix"].triangle)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert desk.session.scenario == pinned
    # a chart as a table
    press(Qt.Key.Key_1, CONTROL)
    tab_to(desk.pages["overview"].charts["power"]._as_table)
    press(Qt.Key.Key_Space)
    assert desk.pages["overview"].charts["power"].as_table
    shown(qtbot, desk)
