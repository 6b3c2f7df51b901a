"""What a screen reader is told of every page and dialog: names, roles, values with units."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtGui import Qt as TextQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from engine import parameter
from gui.widgets import spoken
from gui.widgets.plain import WIDEST_TIP
from tests.gui.accessible_tree import Role, faults, node, nodes


def unfold(window):
    for group in window.levers.groups:
        group.header.setChecked(True)


def test_that_no_page_has_anything_nameless_without_role_or_value_or_in_markup(window, qtbot):
    unfold(window)
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(1)
        assert faults(window) == [], key


def open_settings(window):
    window.edit.settings()
    return window.edit._settings


def open_history(window):
    window.session.edit("power_budget_gw", 4.0)
    window.edit.history()
    return window.edit._history


def open_report(window):
    window.exporter.report()
    return window.exporter._dialog


def open_list(window):
    row = window.levers.row("sites")
    row.open_table()
    return row.window_


def open_help(window):
    window.help.contents()
    return window.help.book


def open_tour(window):
    window.help.tour()
    return window.help.tour_


def open_palette(window):
    window.edit.command_palette()
    return window.edit.palette


def open_details(window):
    timeline = window.overview.timeline
    timeline.open_details("events", 0)
    return timeline._details


OTHERS = (
    open_settings,
    open_history,
    open_report,
    open_list,
    open_help,
    open_tour,
    open_palette,
    open_details,
)


@pytest.mark.parametrize("opened", OTHERS)
def test_that_no_dialog_has_anything_nameless_without_role_or_value(window, qtbot, opened):
    window.activateWindow()
    dialog = opened(window)
    qtbot.waitUntil(dialog.isVisible)
    assert faults(dialog) == []
    assert node(dialog).role not in (Role.Client, Role.NoRole) or not dialog.isWindow()
    dialog.hide()


def test_that_a_message_with_buttons_is_read_as_what_it_is(window):
    window.messages.say("It can't be", error=True, actions=[("Try again", lambda: None)])
    assert faults(window.messages) == []


def test_that_no_label_s_text_is_hidden_by_a_name(window, qtbot):
    unfold(window)
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(1)
        for label in window.findChildren(QLabel):
            named = label.accessibleName()
            assert not named or label.text() in named, (key, named, label.text())


def test_that_no_tip_is_a_line_across_the_screen(window, qtbot):
    """Qt breaks no lines of a plain tip, and Wayland cuts what is beyond the screen."""
    unfold(window)
    window.edit.settings()
    window.exporter.report()
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(1)
    told = [w.toolTip() for w in (*window.findChildren(QWidget), *window.findChildren(QAction))]
    plain = [text for text in told if text and not TextQt.mightBeRichText(text)]
    assert [text for text in plain if max(map(len, text.split("\n"))) > WIDEST_TIP] == []
    window.exporter._dialog.close()
    window.edit._settings.close()


# Levers


def test_that_a_lever_says_and_takes_its_value_in_its_unit(window):
    slider = window.levers.row("power_budget_gw").line.slider
    found = QAccessible.queryAccessibleInterface(slider)
    assert found.role() == Role.Slider
    assert node(slider).value == "1.60 GW facility"
    number = found.valueInterface()
    assert number.currentValue() == pytest.approx(1.6)
    row = parameter("power_budget_gw")
    assert (number.minimumValue(), number.maximumValue()) == (row.low, row.high)
    assert number.minimumStepSize() == pytest.approx(row.step)
    number.setCurrentValue(2.5)
    assert window.session.scenario.power_budget_gw == 2.5
    assert node(slider).value == "2.50 GW facility"
    number.setCurrentValue(1e9)
    assert window.session.scenario.power_budget_gw == row.high


def test_that_each_lever_with_a_number_says_its_own_value(window):
    unfold(window)
    for group in window.levers.groups:
        for row in group.rows.values():
            for line in row.lines.values():
                at = node(line.slider)
                shown = line.spin.text()
                assert shown in at.value, row.row.key
                assert "from" in at.description, row.row.key
                number = QAccessible.queryAccessibleInterface(line.slider).valueInterface()
                assert number.minimumValue() <= number.currentValue() <= number.maximumValue()


def test_that_a_locked_lever_takes_nothing_from_a_reader_either(window):
    row = window.levers.row("power_budget_gw")
    row.lock.setChecked(True)
    before = window.session.scenario
    QAccessible.queryAccessibleInterface(row.line.slider).valueInterface().setCurrentValue(3.0)
    assert window.session.scenario == before
    assert "locked" in node(row.line.slider).description


def test_that_changed_from_the_default_is_said_only_where_it_is_so(window):
    row = window.levers.row("electricity_usd_per_kwh")
    row.reset.click()
    assert "changed" not in node(row.line.slider).description
    assert not [at for at in nodes(row) if "Changed" in at.name]
    window.session.edit("electricity_usd_per_kwh", 0.11)
    assert "changed" in node(row.line.slider).description


def test_that_a_group_says_whether_it_is_unfolded_and_can_be_pressed(window):
    header = window.levers.groups[1].header
    found = QAccessible.queryAccessibleInterface(header)
    assert found.role() == Role.Button
    for opened in (True, False):
        header.setChecked(opened)
        assert found.state().expandable
        assert bool(found.state().expanded) is opened
        assert bool(found.state().collapsed) is not opened
    acts = found.actionInterface()
    assert acts.pressAction() in acts.actionNames()
    acts.doAction(acts.pressAction())
    assert header.isChecked()


@pytest.mark.parametrize("kind", ["lever", "row", "header", "ribbon", "chart", "tile", "edge"])
def test_that_a_reader_may_ask_for_every_interface_there_is(window, kind):
    """As the one of Linux does at once: what is not there must be none, not a stray address."""
    widgets = {
        "lever": window.levers.row("power_budget_gw").line.slider,
        "row": window.levers.row("power_budget_gw"),
        "header": window.levers.groups[1].header,
        "ribbon": window.overview.ribbon,
        "chart": window.overview.charts["power"],
        "tile": next(iter(window.kpis.tiles.values())),
        "edge": window.panes.handle(1),
    }
    found = QAccessible.queryAccessibleInterface(widgets[kind])
    for name in ("text", "editableText", "tableCell", "selection", "attributes"):
        assert getattr(found, f"{name}Interface")() is None, name
    assert found.actionInterface() is not None
    assert (found.valueInterface() is not None) is (kind in ("lever", "edge"))


# What paints itself


def test_that_what_paints_itself_has_a_role_that_says_what_it_is(window, qtbot):
    page = window.overview
    assert node(page.ribbon).role == Role.List
    assert node(page.flags).role == Role.List
    assert node(page.timeline.lanes).role == Role.List
    assert node(page.charts["power"]).role == Role.Chart
    assert node(window.panes.handle(1)).role == Role.Splitter
    assert node(next(iter(window.kpis.tiles.values()))).role == Role.StaticText
    window.pages.show_key("mix")
    assert node(window.pages["mix"].triangle).role == Role.Slider


def test_that_the_parts_of_the_ribbon_and_the_milestones_are_items(window):
    page = window.overview
    for widget, count in ((page.ribbon, len(page.ribbon.stretches)), (page.flags, 6)):
        items = [at for at in nodes(widget) if at.role == Role.ListItem]
        assert len(items) >= min(count, 6) > 0
        assert all(item.name for item in items)


def test_that_the_triangle_says_all_shares_and_takes_the_first(window, qtbot):
    window.pages.show_key("mix")
    triangle = window.pages["mix"].triangle
    assert node(triangle).value.replace("\u00a0", " ").startswith("Google TPU 60.00%")
    number = QAccessible.queryAccessibleInterface(triangle).valueInterface()
    assert number.currentValue() == pytest.approx(60.0)
    number.setCurrentValue(50.0)
    assert window.session.scenario.mix["tpu"] == pytest.approx(0.5)


def test_that_a_splitter_s_edge_is_moved_by_its_value(window, qtbot):
    edge = window.panes.handle(1)
    number = QAccessible.queryAccessibleInterface(edge).valueInterface()
    number.setCurrentValue(400.0)
    assert edge.x() == 400
    assert number.currentValue() == 400.0


def test_that_headings_of_chips_are_read_on_one_line(window, qtbot):
    window.pages.show_key("supply")
    table = window.pages["supply"].chips.table
    heads = [at.name for at in nodes(table) if at.role == Role.ColumnHeader]
    assert "Compute, TFLOP/s" in heads
    assert all(heads)


def test_that_the_field_of_a_cell_says_what_it_is_of(window, qtbot):
    window.activateWindow()
    window.pages.show_key("supply")
    for table in window.pages["supply"].findChildren(QTableView):
        model = table.model()
        rows = 0 if model is None else model.rowCount()
        for column in range(model.columnCount()) if rows else ():
            index = model.index(0, column)
            if not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                continue
            table.edit(index)
            editor = next(e for e in table.viewport().findChildren(QWidget) if e.isVisible())
            assert node(editor).name, column
            QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_that_f1_about_a_lever_puts_the_caret_where_the_help_speaks_of_it(window, qtbot):
    window.activateWindow()
    row = window.levers.row("electricity_usd_per_kwh")
    row.take_keys(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.first, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.help.book is not None and window.help.book.isVisible())
    browser = window.help.book.browser
    assert window.help.book.focusWidget() is browser
    cursor = browser.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextBlock, n=2)
    near = browser.toPlainText()[browser.textCursor().position() :][:200]
    assert "Electricity price" in near
    window.help.close()


# Told once


@pytest.fixture
def told(monkeypatch):
    """What readers are told, with the widget it is of."""
    found: list[tuple[QWidget, str]] = []
    for module in _telling():
        monkeypatch.setattr(module, "announce", lambda of, text: found.append((of, text)))
    return found


def _telling():
    import sys

    return [m for n, m in sys.modules.items() if n.startswith("gui.") and hasattr(m, "announce")]


@pytest.mark.parametrize("place", ["ribbon", "flags", "chart", "revenue"])
def test_that_each_key_is_answered_once(window, qtbot, told, place):
    page = window.overview
    widgets = {
        "ribbon": page.ribbon,
        "flags": page.flags,
        "chart": page.charts["power"],
        "revenue": page.revenue,
    }
    widget = widgets[place]
    window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    there, back = Qt.Key.Key_Right, Qt.Key.Key_Right
    if place == "revenue":
        there, back = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
    QTest.keyClick(widget, there)
    told.clear()
    QTest.keyClick(widget, back)
    window.presenter.refresh()
    assert len(told) == 1, told


def test_that_a_drag_says_nothing_until_it_is_over(window, qtbot, told):
    slider = window.levers.row("power_budget_gw").line.slider
    set_by_hand = []
    slider.setAccessibleDescription = set_by_hand.append
    told.clear()
    for value in (2.0, 2.1, 2.2):
        window.session.edit("power_budget_gw", value, 7)
        window.presenter.refresh()
        QApplication.processEvents()
    assert set_by_hand == []
    assert len(told) <= 1, told


def test_that_a_search_says_how_many_it_found_once(window, told):
    told.clear()
    window.levers.search.setText("electricity")
    shown = [row for g in window.levers.groups for row in g.rows.values() if row.isVisible()]
    assert [text for _, text in told] == [f"{len(shown)} levers found"]
    window.levers._filter()
    assert len(told) == 1


def test_that_the_palette_says_how_many_it_found_and_where_an_arrow_leads(window, told):
    window.edit.command_palette()
    told.clear()
    window.edit.palette.field.setText("page: mix")
    assert [text for _, text in told] == ["1 found: Page: Mix   Ctrl+4"]
    window.edit.palette.field.setText("electricity")
    told.clear()
    QTest.keyClick(window.edit.palette.field, Qt.Key.Key_Down)
    assert [text for _, text in told] == [window.edit.palette.list.currentItem().text()]
    window.edit.palette.hide()


def test_that_nothing_is_told_where_nobody_listens():
    assert spoken.tell_current(QWidget()) is False
