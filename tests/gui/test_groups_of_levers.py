"""A group of levers by itself: its heading, its rows, a search through it; and a slider's marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from engine import PARAMETERS, Scenario, parameter
from gui.levers.curves import CHOICES, Curves
from gui.levers.group import DOWN, ON_TO_THE_LEFT, Group, arrow
from gui.levers.needs_line import NeedsLine
from gui.levers.rows import make_row
from gui.words import units
from gui.words.units import Units

KEYS = ("power_budget_gw", "revenue_growth", "wacc")


@pytest.fixture
def group(session, qtbot):
    found = Group("Po&wer", [parameter(key) for key in KEYS], session, folds=True)
    qtbot.addWidget(found)
    return found


def shown(group: Group) -> list[str]:
    return [key for key, row in group.rows.items() if not row.isHidden()]


def order(group: Group) -> list[str]:
    layout = group._layout
    rows = {id(row): key for key, row in group.rows.items()}
    widgets = [layout.itemAt(place).widget() for place in range(layout.count())]
    return [rows[id(widget)] for widget in widgets if id(widget) in rows]


def test_that_a_heading_folds_its_rows_away_and_they_are_made_when_wanted(group):
    changed = []
    group.rows_changed.connect(lambda: changed.append(True))
    header = group.header
    assert (header.text(), header.accessibleName()) == ("Po&&wer", "Po&wer")
    assert header.objectName() == "groupHeader"
    assert header.isCheckable()
    assert header.arrowType() == Qt.ArrowType.RightArrow
    assert header.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert group.rows == {}
    header.setChecked(True)
    assert header.spoken_open()
    assert (order(group), shown(group)) == (list(KEYS), list(KEYS))
    assert header.arrowType() == Qt.ArrowType.DownArrow
    assert changed == [True]
    header.setChecked(False)
    assert shown(group) == []
    assert header.arrowType() == Qt.ArrowType.RightArrow
    assert changed == [True, True]


def test_that_a_group_that_does_not_fold_is_open_without_a_heading(session, qtbot):
    found = Group("", [parameter(KEYS[0])], session, folds=False)
    qtbot.addWidget(found)
    assert found.header.isHidden()
    assert shown(found) == [KEYS[0]]


def test_that_rows_made_one_by_one_stand_in_the_group_s_order(group):
    group.make_rows(["wacc"])
    assert order(group) == ["wacc"]
    assert shown(group) == []  # it is folded
    group.make_rows(["power_budget_gw"])
    assert order(group) == ["power_budget_gw", "wacc"]
    row = group.rows["wacc"]
    group.make_rows()
    assert order(group) == list(KEYS)
    assert group.rows["wacc"] is row
    assert [row.row.key for row in group.in_order()] == list(KEYS)


def test_that_a_search_shows_what_it_found_and_leaves_all_as_it_was(group):
    assert group.show_only({"wacc", "abacus"}, ["cost"])
    assert shown(group) == ["wacc"]
    assert not group.isHidden()
    assert group.header.arrowType() == Qt.ArrowType.DownArrow
    assert "<u>" in group.rows["wacc"]._label.text()
    assert not group.show_only({"abacus"}, ["abacus"])
    assert group.isHidden()
    assert "<u>" not in group.rows["wacc"]._label.text()
    group.show_only({"wacc"}, ["cost"])
    group.show_all()
    assert not group.isHidden()
    assert shown(group) == []  # folded, as it was
    assert group.header.arrowType() == Qt.ArrowType.RightArrow
    assert "<u>" not in group.rows["wacc"]._label.text()


def test_that_rows_follow_the_scenario_where_it_is_theirs_or_all_of_them(group, session):
    group.header.setChecked(True)
    session.edit("wacc", 0.2)
    group.show_scenario(session.scenario, {"power_budget_gw"})
    assert not group.rows["wacc"].reset.isEnabled()
    group.show_scenario(session.scenario, {"wacc"})
    assert group.rows["wacc"].reset.isEnabled()
    session.edit("power_budget_gw", 3.0)
    group.show_scenario(session.scenario)
    assert group.rows["power_budget_gw"].reset.isEnabled()


def test_that_what_a_row_says_goes_on_from_its_group(group, session):
    told = []
    group.lock_changed.connect(lambda *what: told.append(what))
    group.map_wanted.connect(lambda: told.append("map"))
    group.lever_wanted.connect(told.append)
    group.menu_wanted.connect(lambda key, at: told.append((key, at)))
    group.header.setChecked(True)
    row = group.rows["wacc"]
    row.lock.setChecked(True)
    row.map_wanted.emit()
    row.needs.lever_wanted.emit("headroom")
    at = QPoint(5, 6)
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 2), at))
    assert told == [("wacc", True), "map", "headroom", ("wacc", at)]
    changed = []
    group.rows_changed.connect(lambda: changed.append(True))
    row.tracks_changed.emit()
    assert changed == [True]


def test_that_rows_in_another_unit_are_made_anew_and_their_locks_stay(group):
    group.header.setChecked(True)
    before = dict(group.rows)
    before["power_budget_gw"].lock.setChecked(True)
    units.install(Units("MW"))
    group.remake_rows()
    assert group.rows["power_budget_gw"] is not before["power_budget_gw"]
    assert group.rows["power_budget_gw"].unit.text() == "MW facility"
    assert group.rows["power_budget_gw"].locked
    assert group.rows["wacc"] is before["wacc"]
    assert order(group) == list(KEYS)
    assert before["power_budget_gw"].isHidden()


class Screen(QWidget):
    ratio = 2.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.mark.parametrize("corners", [DOWN, ON_TO_THE_LEFT])
def test_that_an_arrow_is_as_fine_as_its_screen(qtbot, corners):
    screen = Screen()
    qtbot.addWidget(screen)
    drawn = arrow(screen, corners).pixmap(
        9,
        9,
    )
    assert not drawn.isNull()
    [size] = arrow(screen, corners).availableSizes()
    assert (size.width(), size.height()) == (18, 18)
    image = arrow(screen, corners).pixmap(18, 18).toImage()
    seen = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    wide = max(x for x, _ in seen) - min(x for x, _ in seen)
    high = max(y for _, y in seen) - min(y for _, y in seen)
    assert (wide > high) is (corners is DOWN)


# What a lever needs


def test_that_a_needs_line_is_silent_until_something_is_lacking(session, qtbot):
    line = NeedsLine("repower_share_per_year")
    qtbot.addWidget(line)
    asked = []
    line.lever_wanted.connect(asked.append)
    assert line.isHidden()
    assert line.link is not None
    assert line.why.objectName() == "caption"
    assert line.why.wordWrap()
    assert line.link.objectName() == "link"
    assert line.link.text() == parameter("repower_threshold").label_text
    assert line.link.accessibleName() == f"Go to {parameter('repower_threshold').label_text}"
    assert "repower_threshold" in line.hangs_on
    line.show_scenario(Scenario().having(repower_threshold=0.0))
    assert not line.isHidden()
    assert line.why.text()
    line.show_scenario(Scenario().having(repower_threshold=0.5))
    assert line.isHidden()
    line.link.click()
    assert asked == ["repower_threshold"]
    none = NeedsLine("wacc")
    qtbot.addWidget(none)
    none.show_scenario(Scenario())
    assert (none.isHidden(), none.link, none.hangs_on) == (True, None, frozenset())


# Curves


def test_that_levers_of_luck_are_asked_of_worlds_and_all_are_where_luck_is_chosen(session, qtbot):
    rows = [
        make_row(parameter(key), session)
        for key in ("power_budget_gw", "mix", "outage_rate")
        if key in {p.key for p in PARAMETERS}
    ]
    for row in rows:
        qtbot.addWidget(row)
        row.show_scenario(session.scenario)
    curves = Curves(session, lambda: rows)
    assert curves.set_month(7)
    assert not curves.set_month(7)
    plain, chance = curves._questions()
    asked = [(lever.row.key, lever.family) for lever in plain.levers]
    assert ("power_budget_gw", "") in asked
    assert ("mix", "gpu") in asked
    assert (plain.month, plain.measure) == (7, CHOICES[0])
    assert plain.spans[plain.levers[0]] == rows[0].lines[""].span
    assert not set(plain.levers) & set(chance.levers)
    curves.measure = CHOICES[-1]
    plain, chance = curves._questions()
    assert plain.levers == ()
    assert ("power_budget_gw", "") in [(lever.row.key, lever.family) for lever in chance.levers]
    curves.stop()
