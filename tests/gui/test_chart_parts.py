"""Charts people keep: parts shown and hidden, the menu, the keys, and what is copied."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.charts.chart_spec import without
from gui.charts.texts import ABOUT

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def drawn():
    result = simulate(Scenario().having(power_budget_gw=3.0))
    columns = specs.fan_columns()
    bands = ensemble(result.scenario, 64, columns).bands
    return specs.overview(result, None, simulate(Scenario()), bands)


@pytest.fixture
def power(window):
    return window.pages["overview"].charts["power"]


def entry(chart, label) -> QPoint:
    """Where a part's entry in the legend is."""
    legend = chart.legend
    return next(
        QPoint(x, y)
        for y in range(4, legend.height(), 8)
        for x in range(0, legend.width(), 6)
        if (found := legend.entry_at(QPointF(x, y))) and found.label == label
    )


def test_that_a_stack_closes_up_where_a_layer_is_hidden(drawn):
    spec = drawn["power"]
    middle = spec.layers[1]
    less = without(spec, {middle.label})
    assert [layer.label for layer in less.layers] == [spec.layers[0].label, spec.layers[2].label]
    np.testing.assert_allclose(less.layers[-1].upper, spec.layers[-1].upper - middle.values)
    assert not less.fans  # a spread of the whole beside a part would mislead
    assert [ghost.label for ghost in less.ghosts] == ["Limit, baseline"]


def test_that_a_hidden_line_takes_its_spread_and_its_baseline_along(drawn):
    less = without(drawn["capacity"], {"Capacity"})
    assert [curve.label for curve in less.curves] == ["Demand"]
    assert not less.fans
    assert [ghost.label for ghost in less.ghosts] == ["Demand, baseline"]
    assert without(drawn["capacity"], {"Demand"}).fans


def test_that_nothing_hidden_is_the_chart_itself(drawn):
    assert without(drawn["cost"], set()) is drawn["cost"]


def test_that_a_click_in_the_legend_hides_a_part_and_another_shows_it(power, qtbot):
    qtbot.mouseClick(power.legend, LEFT, pos=entry(power, "NVIDIA GPU"))
    assert "NVIDIA GPU" not in [layer.label for layer in power.shown.layers]
    assert [e.hidden for e in power.legend.entries if e.label == "NVIDIA GPU"] == [True]
    qtbot.mouseClick(power.legend, LEFT, pos=entry(power, "NVIDIA GPU"))
    assert not power.hidden


def test_that_alt_click_shows_one_part_alone_and_again_all(power, qtbot):
    qtbot.mouseClick(power.legend, LEFT, ALT, entry(power, "Google TPU"))
    assert [part.label for part in power.shown.parts] == ["Google TPU"]
    qtbot.mouseClick(power.legend, LEFT, ALT, entry(power, "Google TPU"))
    assert not power.hidden


def test_that_hidden_parts_stay_hidden_as_levers_move_and_the_last_part_stays(power, window, qtbot):
    power.isolate_part("Limit")
    window.session.edit("power_budget_gw", 3.0)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    assert [part.label for part in power.shown.parts] == ["Limit"]
    power.toggle_part("Limit")
    assert [part.label for part in power.shown.parts] == ["Limit"]


def test_that_the_keys_of_a_chart_do_what_the_mouse_does(power, window, qtbot):
    power.setFocus(Qt.FocusReason.TabFocusReason)
    before = window.kpis.index
    qtbot.keyClick(power, Qt.Key.Key_Right)
    assert window.kpis.index == before + 1
    qtbot.keyClick(power, Qt.Key.Key_Left, SHIFT)
    assert window.kpis.index == before - 11
    qtbot.keyClick(power, Qt.Key.Key_End)
    assert window.kpis.index == 95
    qtbot.keyClick(power, Qt.Key.Key_Home)
    assert window.kpis.index == 0
    qtbot.keyClick(power, Qt.Key.Key_2)
    assert power.hidden == {power.labels[1]}
    qtbot.keyClick(power, Qt.Key.Key_3, ALT)
    assert power.hidden == set(power.labels) - {power.labels[2]}
    qtbot.keyClick(power, Qt.Key.Key_0)
    assert not power.hidden
    qtbot.keyClick(power, Qt.Key.Key_T)
    assert power.as_table


def test_that_a_chart_says_its_title_unit_and_values_to_screen_readers(power, window, qtbot):
    power.setFocus(Qt.FocusReason.TabFocusReason)
    assert power.accessibleName() == "Facility power and its limit, in GW"
    assert power.accessibleDescription().startswith("Dec 2026: Total 2.53")
    assert ", Limit 2.53, NVIDIA GPU 0.41" in power.accessibleDescription()
    qtbot.keyClick(power, Qt.Key.Key_Left)
    assert power.accessibleDescription().startswith("Nov 2026: ")


def test_that_every_chart_can_be_reached_by_tab(window):
    for page in (window.pages["overview"], window.pages["fleet"]):
        for chart in page.charts.values():
            assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus


def opened(chart) -> QMenu:
    corner = chart.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, chart.mapToGlobal(corner))
    QApplication.sendEvent(chart, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def actions(menu: QMenu) -> dict[str, QAction]:
    found = {}
    for action in menu.actions():
        found[action.text().replace("&", "")] = action
        if action.menu():
            found |= {
                f"{action.text().replace('&', '')}/{k}": a
                for k, a in actions(action.menu()).items()
            }
    return found


def test_that_the_menu_key_opens_a_menu_of_our_own_on_every_chart(window, qtbot):
    for page in (window.pages["overview"], window.pages["fleet"]):
        window.pages.show_page(page)
        for chart in page.charts.values():
            menu = opened(chart)
            names = set(actions(menu))
            assert {"Copy picture", "Save data as CSV…", "Show table", "What is this?"} <= names
            assert {f"Parts/{label}" for label in chart.labels} <= names
            menu.close()


def test_that_the_menu_copies_saves_and_explains(power, window, qtbot, tmp_path, monkeypatch):
    power.toggle_part("NVIDIA GPU")
    menu = opened(power)
    actions(menu)["Copy data"].trigger()
    menu.close()
    heading = QGuiApplication.clipboard().text().splitlines()[0]
    assert "Google TPU [GW]" in heading
    assert "NVIDIA GPU" not in heading
    path = tmp_path / "power.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    power.ask("save_csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfmonth,")  # Excel knows UTF-8 by it
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "month,Limit [GW],AWS Trainium [GW],Google TPU [GW]"
    assert len(lines) == 97
    power.ask("copy_picture")
    assert not QGuiApplication.clipboard().image().isNull()
    power.explain()
    assert "dashed limit" in window.messages.text


def test_that_every_chart_can_say_what_it_is():
    keys = {row.key for row in specs.ALL_CHARTS}
    assert keys == set(ABOUT)
