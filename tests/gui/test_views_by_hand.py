"""A plot and the panel around it of a chart made by hand: items, pens, months, keys and menu."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QToolTip

from gui.charts import panel as panel_module
from gui.charts import specs
from gui.charts.chart_menu import chart_menu
from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer, Shade
from gui.charts.mark import Mark
from gui.charts.panel import FAR, ChartPanel
from gui.charts.view import PlotView
from gui.widgets.palette import LIGHT
from tests.gui.canvas import brush_words, pen_words

YEARS = 2026 + np.arange(25) / 12
ONES = np.ones(25)
KEYS = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def spec(**parts) -> ChartSpec:
    given = {
        "curves": (
            Curve("Capacity", "capacity", ONES * 5),
            Curve("Demand", "demand", ONES * 7, dashed=True),
        ),
        **parts,
    }
    return ChartSpec("capacity", "Title", "EFLOP/s", ",.1f", YEARS, **given)


STACK = spec(
    curves=(Curve("Limit", "limit", ONES * 9, dashed=True),),
    layers=(Layer("TPU", "tpu", ONES * 0, ONES * 2), Layer("GPU", "gpu", ONES * 2, ONES * 6)),
    fans=(Fan("worlds", "total", (ONES * 4, ONES * 5, ONES * 7, ONES * 8), ONES * 6),),
    ghosts=(Curve("Limit, baseline", "limit", ONES * 8),),
)


@pytest.fixture
def view(qtbot):
    found = PlotView(palette=LIGHT, scale=None)
    qtbot.addWidget(found)
    found.resize(600, 300)
    return found


def dressed(line) -> tuple[str, tuple[float, ...], str]:
    """Pen, dashes and rim."""
    pen: QPen = line._pen
    colour = pen.color().name()
    rim = pen_words(line._rim)
    return f"{colour} {pen.widthF():g}", tuple(pen.dashPattern()), rim


def test_that_a_plan_is_solid_and_demand_dashed_without_rims_where_there_are_no_layers(view):
    view.show_spec(spec(ghosts=(Curve("b", "capacity", ONES),)))
    capacity, demand = view._curves
    assert dressed(capacity) == (f"{LIGHT.colour('capacity').lower()} 2", (), "")
    assert dressed(demand) == (f"{LIGHT.colour('demand').lower()} 1.25", (5, 3), "")
    [ghost] = view._ghosts
    assert dressed(ghost) == (f"{LIGHT.lighter('capacity').lower()} 1.25", (2.5, 2), "")
    assert [line.zValue() for line in (capacity, demand, ghost)] == pytest.approx([20, 20.01, 16])


def test_that_lines_over_layers_have_rims_of_the_ground(view):
    view.show_spec(STACK)
    [limit], [ghost] = view._curves, view._ghosts
    assert dressed(limit)[2] == f"{LIGHT.ground.lower()} 3.65"  # 1.25 and 1.2 either side
    assert dressed(ghost)[2] == f"{LIGHT.ground.lower()} 3.65"
    [total] = view._totals
    assert dressed(total) == (
        f"{LIGHT.colour('total').lower()} 2",
        (),
        f"{LIGHT.ground.lower()} 4.4",
    )
    median, low, high = view._worlds
    assert [dressed(line)[1] for line in (median, low, high)] == [(6, 2, 1, 2), (1, 2), (1, 2)]
    assert [line.data[1][0] for line in (median, low, high)] == [6, 4, 8]
    assert not any(area.isVisible() for area in view._fans)
    below, above = view._layers
    assert [brush_words(a._brush) for a in (below, above)] == [
        LIGHT.colour("tpu").lower(),
        LIGHT.colour("gpu").lower(),
    ]
    assert (pen_words(below._edge), pen_words(above._edge)) == ("", f"{LIGHT.ground.lower()} 2")
    assert brush_words(below._pattern) == ""
    assert brush_words(above._pattern).endswith("/150")


def test_that_a_spread_is_a_wide_pale_band_with_a_narrow_one_and_its_median(view):
    fan = Fan("worlds", "capacity", (ONES, ONES * 2, ONES * 3, ONES * 4), ONES * 2.5)
    shade = Shade("Shortfall", "shortfall", ONES, ONES * 3)
    view.show_spec(spec(fans=(fan,), shades=(shade,)))
    wide, narrow = view._fans
    assert [brush_words(area._brush) for area in (wide, narrow)] == [
        f"{LIGHT.colour('capacity').lower()}/{alpha}" for alpha in (36, 44)
    ]
    assert (wide._data[1][0], wide._data[2][0]) == (1, 4)
    assert (narrow._data[1][0], narrow._data[2][0]) == (2, 3)
    [median] = view._worlds
    assert dressed(median) == (
        f"{LIGHT.colour('capacity').lower()} 1.25",
        (6, 2, 1, 2),
        "",
    )
    [short] = view._shades
    assert short._brush.style() == Qt.BrushStyle.BDiagPattern
    levels = [item.zValue() for item in (short, wide, narrow, median)]
    assert levels == pytest.approx([10, 12, 12.01, 17])


def test_that_spare_items_are_hidden_and_taken_up_again(view):
    view.show_spec(STACK)
    kept = view._layers
    view.show_spec(spec())
    assert not any(area.isVisible() for area in kept)
    assert not any(line.isVisible() for line in (*view._totals, *view._worlds, *view._ghosts))
    view.show_spec(STACK)
    assert view._layers is kept
    assert len(kept) == 2
    assert all(area.isVisible() for area in kept)
    assert all(line.isVisible() for line in (*view._totals, *view._worlds, *view._ghosts))


def test_that_a_role_that_changes_alone_changes_the_colour(view):
    view.show_spec(spec())
    first, second = spec().curves
    view.show_spec(spec(curves=(replace(first, role="limit"), second)))
    assert dressed(view._curves[0])[0] == f"{LIGHT.colour('limit').lower()} 2"
    view.show_spec(spec(curves=(replace(first, dashed=True), second)))
    assert dressed(view._curves[0])[1] == (5, 3)


def test_that_the_plot_shows_the_months_from_a_hair_below_nought_to_its_end(view):
    view.show_spec(spec())
    (first, last), (low, high) = view.plot.vb.viewRange()
    assert (first, last) == (2026, 2028)
    assert (low, high) == pytest.approx((-0.002 * 8, 8))
    assert view.scale.top == 8
    for item in (*view._curves, view._shocks, view._whiskers, view._marker):
        assert item._bounds == view._bounds
    view.show_spec(replace(spec(), years=YEARS + 1))
    assert view.plot.vb.viewRange()[0] == [2027, 2029]


def test_that_other_months_under_the_hand_keep_the_axis_and_another_unit_does_not(view):
    view.show_spec(spec())
    view.hold(True)
    less = spec(curves=(Curve("Capacity", "capacity", ONES * 3),))
    view.show_spec(replace(less, years=YEARS + 1))
    assert view.scale.top == 8
    assert view.plot.vb.viewRange()[0] == [2027, 2029]
    view.show_spec(replace(less, unit="GW"))
    assert view.scale.top == less.top == 3.5
    view.hold(False)
    view.show_spec(replace(spec(), years=YEARS + 2))
    assert view.scale.top == 8


def test_that_a_hand_takes_rims_and_fine_edges_away_and_rest_brings_them_back(view):
    view.show_spec(STACK)
    items = [item for group in view._items for item in group]

    def edges() -> tuple[set[bool], set[bool]]:
        return {item.full for item in items}, {item.smooth for item in items}

    assert edges() == ({True}, {True})
    view.hold(True)
    assert edges() == ({False}, {True})
    view.hold(True, coarse=True)
    assert edges() == ({False}, {False})
    view.show_spec(spec())  # which needs more lines
    assert [(line.full, line.smooth) for line in view._curves] == [(False, False)] * 2
    view.hold(False)
    assert edges() == ({True}, {True})


def test_that_a_plot_is_painted_again_once_the_hand_has_gone(view, qtbot):
    view.show()
    view.show_spec(STACK)
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: view.painted() > 0)
    view.hold(True)
    view.grab()
    view._names_due = False
    qtbot.waitUntil(lambda: view.painted() == 0)
    view.hold(False)
    qtbot.waitUntil(lambda: view.painted() > 0)


def test_that_a_picture_is_fine_whatever_holds_it(qtbot):
    view = PlotView(palette=LIGHT, scale=2)
    qtbot.addWidget(view)
    view.show_spec(STACK)
    view.hold(True, coarse=True)
    assert {(item.full, item.smooth) for group in view._items for item in group} == {(True, True)}
    assert dressed(view._totals[0])[0] == f"{LIGHT.colour('total').lower()} 4"


def test_that_the_pointer_s_month_is_told_and_a_click_chooses_it(view, qtbot):
    view.show()
    view.show_spec(spec())
    view.grab()
    hovered, clicked = [], []
    view.month_hovered.connect(hovered.append)
    view.month_clicked.connect(clicked.append)
    area = view.plot_area()
    middle, outside = area.center(), QPointF(2, 2)
    none, right = Qt.MouseButton.NoButton, Qt.MouseButton.RightButton

    def event(kind: QEvent.Type, at: QPointF, button=none, held=none) -> QMouseEvent:
        return QMouseEvent(kind, at, QPointF(view.mapToGlobal(at)), button, held, NONE)

    view.mouseMoveEvent(event(QEvent.Type.MouseMove, middle))
    assert hovered[-1] == pytest.approx(2027, abs=0.01)
    view.mouseMoveEvent(event(QEvent.Type.MouseMove, outside))
    assert hovered[-1] != hovered[-1]
    assert clicked == []
    view.mousePressEvent(event(QEvent.Type.MouseButtonPress, middle, LEFT, LEFT))
    assert clicked == [pytest.approx(2027, abs=0.01)]
    view.mousePressEvent(event(QEvent.Type.MouseButtonPress, middle, right, right))
    view.mousePressEvent(event(QEvent.Type.MouseButtonPress, outside, LEFT, LEFT))
    assert len(clicked) == 1
    quarter = QPointF(area.left() + area.width() / 4, area.center().y())
    view.mouseMoveEvent(event(QEvent.Type.MouseMove, quarter, none, LEFT))
    assert clicked[1:] == [pytest.approx(2026.5, abs=0.01)]  # the hand draws it along
    view.mouseMoveEvent(event(QEvent.Type.MouseMove, outside, none, LEFT))
    view.mouseMoveEvent(event(QEvent.Type.MouseMove, middle, none, right))
    assert len(clicked) == 2
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert hovered[-1] != hovered[-1]


def test_that_the_crosshair_follows_the_pointer_and_goes_with_it(view):
    view.show_spec(spec())
    view.show_crosshair(2027.5, "Jul 2027")
    assert view._crosshair.isVisible()
    assert view._crosshair.value() == 2027.5
    assert view.hovered.toPlainText() == "Jul 2027"
    view.show_crosshair(float("nan"))
    assert not view._crosshair.isVisible()
    view.mark_month(2026.5)
    assert view._marker.x() == 2026.5


def test_that_a_tip_on_a_claim_has_its_words_within_eight_pixels(view, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, *_: said.append(text))
    view.show()
    view.show_spec(spec(marks=(Mark(12, 5.0, "mark", "Somebody claims.", met=True),)))
    view.grab()
    at = view.to_device.map(QPointF(2027.0, 5.0))
    for away, words in ((0, "Somebody claims."), (7.9, "Somebody claims."), (8.1, "")):
        assert view.observed_at(at + QPointF(away, 0)) == words
        assert view.observed_at(at - QPointF(0, away)) == words
    for place in (at.toPoint(), QPoint(3, 3)):
        assert view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert "Somebody claims." in said[0]
    assert said[1] == ""


# The panel


@pytest.fixture
def panel(qtbot):
    [row] = [row for row in specs.CHARTS if row.key == "power"]
    found = ChartPanel(row)
    qtbot.addWidget(found)
    found.show_spec(replace(STACK, key="power"))
    found.show_values(3)
    return found


def test_that_arrows_ask_for_months_on_with_shift_for_years_and_for_the_ends(
    panel, qtbot, monkeypatch
):
    told, asked = [], []
    monkeypatch.setattr(panel_module, "announce", lambda _, text: told.append(text))
    panel.stepped.connect(asked.append)
    for key, modifiers in (
        (KEYS.Key_Left, NONE),
        (KEYS.Key_Right, NONE),
        (KEYS.Key_Left, SHIFT),
        (KEYS.Key_Right, SHIFT),
        (KEYS.Key_Home, NONE),
        (KEYS.Key_End, NONE),
    ):
        qtbot.keyClick(panel, key, modifiers)
    assert asked == [-1, 1, -12, 12, -FAR, FAR]
    assert set(told) == {panel.spoken_description()}
    assert told[0].startswith("Apr 2026: Total 6.0 median 6.0, 4.0 to 8.0, Limit 9.0, GPU 4.0, ")
    assert told[0].endswith("TPU 2.0 EFLOP/s")


def test_that_digits_hide_and_show_parts_and_the_last_one_stays(panel, qtbot):
    assert panel.labels == ("Limit", "GPU", "TPU")
    for key, modifiers, hidden in (
        (KEYS.Key_1, NONE, {"Limit"}),
        (KEYS.Key_3, NONE, {"Limit", "TPU"}),
        (KEYS.Key_2, NONE, {"Limit", "TPU"}),
        (KEYS.Key_4, NONE, {"Limit", "TPU"}),
        (KEYS.Key_3, NONE, {"Limit"}),
        (KEYS.Key_0, NONE, set()),
        (KEYS.Key_3, ALT, {"Limit", "GPU"}),
        (KEYS.Key_3, ALT, set()),
    ):
        qtbot.keyClick(panel, key, modifiers)
        assert panel.hidden == hidden
        assert {part.label for part in panel.shown.parts} == set(panel.labels) - hidden
        shown = {entry.label: entry.hidden for entry in panel.legend.entries}
        assert {label for label, gone in shown.items() if gone} == hidden
    panel.toggle_part("Total")
    panel.isolate_part("Total")
    assert panel.hidden == set()


def test_that_a_chart_with_other_parts_forgets_which_were_hidden(panel):
    panel.toggle_part("TPU")
    panel.show_spec(replace(STACK, layers=STACK.layers[1:], title="Other"))
    assert panel.hidden == set()
    assert panel.accessibleName() == "Other, in EFLOP/s"


def test_that_a_chart_explains_itself_and_asks_by_its_key(panel, qtbot):
    explained, asked, exported, copied = [], [], [], []
    panel.explained.connect(explained.append)
    panel.asked.connect(lambda *what: asked.append(what))
    panel.export_wanted.connect(exported.append)
    panel.copy_wanted.connect(copied.append)
    qtbot.keyClick(panel, KEYS.Key_Question)
    assert explained[0].startswith("Title, in EFLOP/s. ")
    panel.ask("save_csv")
    panel.ask_for_export()
    panel.copy()
    assert (asked, exported, copied) == ([("save_csv", "power")], ["power"], ["power"])


def test_that_t_shows_the_numbers_with_the_month_in_the_middle_and_back(panel, qtbot):
    panel.show_values(20)
    qtbot.keyClick(panel, KEYS.Key_T)
    assert panel.as_table
    assert panel.plot.isHidden()
    assert not panel._table.isHidden()
    assert panel._table.currentIndex().row() == 20
    assert not panel._table.selectionModel().hasSelection()
    assert panel._table.accessibleName() == "Title, table"
    assert panel._model.rowCount() == 25
    qtbot.keyClick(panel, KEYS.Key_T)
    assert not panel.plot.isHidden()
    assert panel._table.isHidden()


def test_that_the_menu_has_each_part_with_its_digit_and_what_is_hidden(panel):
    panel.toggle_part("TPU")
    menu = chart_menu(panel, panel)
    named = {action.text().replace("&", ""): action for action in menu.actions()}
    parts, alone = named["Parts"].menu(), named["Show alone"].menu()
    told = [(a.text(), a.shortcut().toString(), a.isChecked()) for a in parts.actions()]
    assert told == [("Limit", "1", True), ("GPU", "2", True), ("TPU", "3", False)]
    assert [a.shortcut().toString() for a in alone.actions()] == ["Alt+1", "Alt+2", "Alt+3"]
    assert all(a.isShortcutVisibleInContextMenu() for a in alone.actions())
    assert named["Show all parts"].isEnabled()
    assert named["Show all parts"].shortcut().toString() == "0"
    alone.actions()[0].trigger()
    assert panel.hidden == {"GPU", "TPU"}
    panel.show_all_parts()
    menu = chart_menu(panel, panel)
    named = {action.text().replace("&", ""): action for action in menu.actions()}
    assert not named["Show all parts"].isEnabled()
    assert "Show table" in named


def test_that_the_menu_of_many_parts_has_nine_digits_and_of_one_no_parts(panel):
    many = tuple(Curve(f"line {n}", "limit", ONES) for n in range(11))
    panel.show_spec(spec(curves=many))
    named = {a.text().replace("&", ""): a for a in chart_menu(panel, panel).actions()}
    keys = [action.shortcut().toString() for action in named["Parts"].menu().actions()]
    assert keys == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", ""]
    panel.show_spec(spec(curves=many[:1]))
    named = {a.text().replace("&", ""): a for a in chart_menu(panel, panel).actions()}
    assert not named["Parts"].menu().isEnabled()
    assert not named["Show alone"].menu().isEnabled()


def test_that_a_chart_is_as_high_as_its_letters_need(panel):
    assert (panel.minimumHeight(), panel.plot.minimumHeight()) == (208, 95)
    panel.use_palette(LIGHT.scaled(1.5))
    assert (panel.minimumHeight(), panel.plot.minimumHeight()) == (312, 142)
