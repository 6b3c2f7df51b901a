"""The panel of levers by itself: its tools, what it finds and says, and the keys within a row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine import PARAMETERS
from gui.levers import search as search_module
from gui.levers.panel import LeverPanel
from gui.levers.search import SearchField

LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
POWER = "power_budget_gw"


def shown(panel: LeverPanel) -> set[str]:
    return {
        key for group in panel.groups for key, row in group.rows.items() if row.isVisibleTo(panel)
    }


def place(panel: LeverPanel, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(panel, QPoint(0, 0))
    return corner.x(), corner.y()


def test_that_the_search_its_filter_and_the_measure_stand_above_the_levers(panel, qtbot):
    qtbot.waitUntil(lambda: panel.search.width() > 150)
    search, changed = place(panel, panel.search), place(panel, panel.only_changed)
    measure, levers = place(panel, panel.measure), place(panel, panel._scroll)
    inside = panel.contentsRect()
    assert search[0] == inside.left() + 12
    assert changed[0] + panel.only_changed.width() == inside.left() + inside.width() - 12
    assert search[0] + panel.search.width() <= changed[0]
    middles = {
        round((y + widget.height() / 2) / 2)
        for (_, y), widget in ((search, panel.search), (changed, panel.only_changed))
    }
    assert len(middles) == 1
    assert search[1] + panel.search.height() <= measure[1]
    assert measure[0] + panel.measure.width() == inside.left() + inside.width() - 12
    assert measure[1] + panel.measure.height() <= levers[1]
    assert panel._scroll.width() == inside.width()
    assert levers[1] + panel._scroll.height() == inside.top() + inside.height()


def test_that_decisions_stand_above_assumptions_each_under_its_heading(panel):
    texts = [heading.text() for heading in panel._headings]
    assert texts == ["DECISIONS", "ASSUMPTIONS"]
    heights = [
        place(panel, widget)[1]
        for widget in (
            panel._headings[0],
            *panel._decisions,
            panel._headings[1],
            *panel._assumptions,
        )
    ]
    assert heights == sorted(heights)
    named = {parameter.key for group in panel.groups for parameter in group.parameters}
    assert named == {p.key for p in PARAMETERS if p.role in ("headline", "decision", "assumption")}


def test_that_a_panel_without_a_lever_to_show_says_why(panel, session):
    assert panel._nothing.isHidden()
    panel.only_changed.setChecked(True)
    assert panel._nothing.text() == "Every lever is at its default."
    assert panel._nothing.isVisible()
    panel.search.setText("xyzzy")
    assert panel._nothing.text() == "No lever matches the search."
    panel.only_changed.setChecked(False)
    assert panel._nothing.text() == "No lever matches the search."
    panel.search.clear()
    assert panel._nothing.isHidden()
    panel.presented.clear()
    panel.present(True)
    assert panel._nothing.text() == "No lever was chosen to be shown."
    panel.only_changed.setChecked(True)
    assert panel._nothing.text() == "Every lever is at its default."
    session.edit(POWER, 3.0)
    panel._begin_filter(True)
    assert shown(panel) == {POWER}
    assert panel._nothing.isHidden()


def test_that_a_heading_is_shown_while_a_lever_below_it_is(panel, session):
    session.edit("wacc", 0.2)
    panel.only_changed.setChecked(True)
    assert [heading.isVisible() for heading in panel._headings] == [False, True]
    panel.only_changed.setChecked(False)
    assert [heading.isVisible() for heading in panel._headings] == [True, True]


def test_that_an_audience_is_shown_what_was_chosen_and_a_search_finds_the_rest(panel):
    headline = {p.key for p in PARAMETERS if p.role == "headline"}
    assert panel.presented == headline
    panel.present(True)
    assert shown(panel) == headline
    [keep] = panel.menu_of(POWER).actions()
    assert (keep.text(), keep.isChecked()) == ("Keep in sight while presenting", True)
    keep.setChecked(False)
    assert shown(panel) == headline - {POWER}
    panel.search.setText(panel.row("wacc").row.label_text)
    assert "wacc" in shown(panel)
    panel.search.clear()
    [keep] = panel.menu_of("wacc").actions()
    assert not keep.isChecked()
    keep.setChecked(True)
    assert shown(panel) == headline - {POWER} | {"wacc"}
    panel.present(False)
    assert POWER in shown(panel)
    [keep] = panel.menu_of(POWER).actions()
    keep.setChecked(True)  # chosen, though nobody is shown anything now
    assert POWER in panel.presented


def test_that_what_goes_back_to_its_default_stays_until_it_is_asked_for_anew(panel, session):
    session.edit(POWER, 3.0)
    panel.only_changed.setChecked(True)
    assert shown(panel) == {POWER}
    session.edit(POWER, 2.5)
    assert shown(panel) == {POWER}
    session.edit("wacc", 0.2)
    assert shown(panel) == {POWER, "wacc"}
    panel.only_changed.setChecked(False)
    panel.only_changed.setChecked(True)
    assert shown(panel) == {"wacc"}


def test_that_the_groups_that_are_open_are_known_and_can_be_opened_again(panel):
    first = [group.parameters[0].key for group in panel.groups]
    assert panel.unfolded == [first[0]]  # which does not fold
    panel.unfold([first[2], first[3]])
    assert panel.unfolded == [first[0], first[2], first[3]]
    panel.unfold([])
    assert panel.unfolded == [first[0]]


def test_that_the_panel_is_as_wide_as_its_letters_allow(panel):
    usual = panel.font().pointSizeF() / 9.5
    assert (panel.minimumWidth(), panel.maximumWidth()) == (round(300 * usual), round(640 * usual))
    font = panel.font()
    font.setPointSizeF(19.0)
    panel.setFont(font)
    assert (panel.minimumWidth(), panel.maximumWidth()) == (600, 1280)


def test_that_a_lever_that_is_asked_for_is_unfolded_found_and_has_the_keys(panel, qtbot):
    panel.activateWindow()
    panel.search.setText("xyzzy")
    panel.only_changed.setChecked(True)
    panel.show_lever("wacc")
    assert (panel.search.text(), panel.only_changed.isChecked()) == ("", False)
    row = panel.row("wacc")
    assert row.isVisible()
    assert not row.visibleRegion().isEmpty()
    assert row.first is QApplication.focusWidget()
    with pytest.raises(KeyError):
        panel.show_lever("abacus")


# The search field


def test_that_the_search_goes_on_with_enter_and_down_and_is_given_up_with_escape(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    entered = []
    field.entered.connect(lambda: entered.append(field.text()))
    field.setText("power")

    def sent(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        event.setAccepted(False)
        field.keyPressEvent(event)
        return event.isAccepted()

    assert all(sent(key) for key in (KEYS.Key_Return, KEYS.Key_Enter, KEYS.Key_Down))
    assert entered == ["power"] * 3
    assert sent(KEYS.Key_Escape)
    assert field.text() == ""
    assert not sent(KEYS.Key_Escape)  # the window's
    assert len(entered) == 3
    QTest.keyClicks(field, "mix")
    assert field.text() == "mix"


def test_that_how_many_levers_are_found_is_told_once(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(search_module, "announce", lambda _, text: told.append(text))
    field = SearchField()
    qtbot.addWidget(field)
    field.tell([True, True])
    assert told == []  # nothing is searched for
    field.setText("mix")
    field.tell([True, False, True])
    field.tell([True, True])
    assert told == ["2 levers found"]
    field.tell([True])
    field.setText("mi")
    field.tell([True])
    assert told[1:] == ["1 lever found", "1 lever found"]


# Keys within a row


@pytest.fixture
def power(panel, qtbot):
    panel.activateWindow()
    row = panel.row(POWER)
    row.take_keys(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.line.slider.hasFocus)
    return row


def pressed(row, watched, key: Qt.Key, modifiers=NONE, text: str = "") -> bool:
    """Whether the row takes a key for itself."""
    return row._keys.eventFilter(watched, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_that_alt_and_an_arrow_go_on_within_a_row_and_stay_at_its_ends(power):
    there = [power.line.slider, power.line.spin, power.lock]
    for widget in there[1:]:
        assert pressed(power, QApplication.focusWidget(), KEYS.Key_Right, ALT) is True
        assert widget.hasFocus()
    assert pressed(power, power.lock, KEYS.Key_Right) is True  # the reset can't be used now
    assert power.lock.hasFocus()
    assert pressed(power, power.lock, KEYS.Key_Up) is True
    assert power.line.spin.hasFocus()
    assert pressed(power, power.line.spin, KEYS.Key_Up) is False  # it steps
    assert pressed(power, power.line.spin, KEYS.Key_Left, ALT) is True
    assert power.line.slider.hasFocus()
    assert pressed(power, power.line.slider, KEYS.Key_Left, ALT) is True
    assert power.line.slider.hasFocus()


def test_that_a_digit_over_a_slider_begins_a_number_and_enter_goes_to_its_field(power):
    for key, text, begun in (
        (KEYS.Key_3, "3", "3"),
        (KEYS.Key_Minus, "-", "-"),
        (KEYS.Key_Equal, "=", "="),
        (KEYS.Key_Return, "\r", "2.5"),
    ):
        power.line.slider.setFocus()
        assert pressed(power, power.line.slider, key, NONE, text) is True
        assert power.line.spin.hasFocus()
        assert power.line.spin.lineEdit().text().removesuffix(" GW").startswith(begun)
        power.line.spin.lineEdit().setText("2.5")
        power.line.spin.lineEdit().setModified(False)
    power.line.slider.setFocus()
    assert pressed(power, power.line.slider, KEYS.Key_A, NONE, "a") is False
    assert pressed(power, power.line.slider, KEYS.Key_3, ALT, "3") is False
    assert power.line.slider.hasFocus()


def test_that_escape_goes_from_a_field_to_its_slider_unless_something_is_typed(power):
    power.line.spin.setFocus()
    power.line.spin.lineEdit().setModified(True)
    assert pressed(power, power.line.spin, KEYS.Key_Escape) is False
    assert power.line.spin.hasFocus()
    power.line.spin.lineEdit().setModified(False)
    assert pressed(power, power.line.spin, KEYS.Key_Escape) is True
    assert power.line.slider.hasFocus()
    assert pressed(power, power.line.slider, KEYS.Key_Escape) is False


def test_that_a_row_is_one_stop_of_tab(power):
    policies = {control: control.focusPolicy() for control in power.controls}
    strong = [c for c, policy in policies.items() if policy == Qt.FocusPolicy.StrongFocus]
    assert strong == [power.line.slider]
    others = {policies[c] for c in policies if c is not power.line.slider}
    assert others == {Qt.FocusPolicy.ClickFocus}
