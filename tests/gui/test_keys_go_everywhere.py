"""By keys alone: one stop a lever, out of every table, round the window, and straight to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from gui.widgets.focus_order import stops_in
from gui.widgets.spin_boxes import LeverSpinBox
from tests.gui.accessible_tree import node

NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def active(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QWidget:
    """One key for whatever has the keys; who has them then."""
    QTest.keyClick(here(), key, modifiers)
    QApplication.processEvents()
    return here()


def type_in(text: str) -> None:
    for letter in text:
        QTest.keyClicks(here(), letter)


def unfold(window) -> None:
    for group in window.levers.groups:
        group.header.setChecked(True)
    QApplication.processEvents()


def seen_stops(part: QWidget) -> list[QWidget]:
    return [stop for stop in stops_in(part) if stop.isVisible() and stop.isEnabled()]


# Levers


def test_that_each_lever_is_one_stop(active):
    unfold(active)
    rows = [row for group in active.levers.groups for row in group.rows.values()]
    assert len(rows) > 60
    assert {row.row.key: len(seen_stops(row)) for row in rows if len(seen_stops(row)) != 1} == {}


def test_that_a_locked_lever_is_a_stop_too_and_can_be_unlocked(active):
    unfold(active)
    for group in active.levers.groups:
        for row in group.rows.values():
            row.lock.setChecked(True)
            assert len(seen_stops(row)) == 1, row.row.key
            row.take_keys(Qt.FocusReason.TabFocusReason)
            for _ in row.controls:
                if here() is row.lock:
                    break
                press(Qt.Key.Key_Right, ALT)
            assert here() is row.lock, row.row.key
            QTest.keyClick(row.lock, Qt.Key.Key_Space)
            assert not row.locked


def test_that_alt_and_arrows_reach_all_of_a_lever_and_stay_in_it(active):
    unfold(active)
    for group in active.levers.groups:
        for row in group.rows.values():
            row.take_keys(Qt.FocusReason.TabFocusReason)
            usable = [c for c in row.controls if c.isVisible() and c.isEnabled()]
            reached = [here()]
            for _ in usable:
                reached.append(press(Qt.Key.Key_Right, ALT))
            assert [*dict.fromkeys(reached)] == usable, row.row.key
            for _ in usable:
                assert row.isAncestorOf(press(Qt.Key.Key_Left, ALT))
            assert here() is usable[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_that_arrows_on_a_lock_stay_in_its_lever(active, key):
    row = active.levers.row("power_budget_gw")
    row.lock.setFocus()
    assert row.isAncestorOf(press(key))


def test_that_a_digit_over_a_slider_is_typed_into_its_field(active):
    row = active.levers.row("power_budget_gw")
    row.take_keys(Qt.FocusReason.TabFocusReason)
    type_in("2.5")
    assert here() is row.line.spin
    press(Qt.Key.Key_Return)
    assert active.session.scenario.power_budget_gw == 2.5
    assert press(Qt.Key.Key_Escape) is row.line.slider
    assert press(Qt.Key.Key_Return) is row.line.spin


def test_that_a_month_may_begin_with_a_letter(active):
    row = next(
        row
        for row in map(active.levers.row, ("power_ready_month", "mix_ready_month"))
        if row.row.is_date
    )
    row.take_keys(Qt.FocusReason.TabFocusReason)
    type_in("Mar 2027")
    press(Qt.Key.Key_Return)
    assert row.line.spin.text() == "Mar 2027"


def test_that_what_begins_with_shift_is_typed_whole(active):
    """A capital letter, and a plus on many keyboards: people don't hold their keys one by one."""
    row = active.levers.row("mix_from_month")
    for text in ("Jun 2027", "+6"):
        row.take_keys(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(here(), text[0], Qt.KeyboardModifier.ShiftModifier)
        type_in(text[1:])
        assert row.line.spin.lineEdit().text() == text
        press(Qt.Key.Key_Return)


# Search and palette


@pytest.mark.parametrize("way", ["search", "palette"])
def test_that_search_and_palette_put_you_where_digits_type(active, way):
    if way == "search":
        active.edit.find_lever()
        type_in("facility power when")
    else:
        active.edit.command_palette()
        type_in("facility power when")
    press(Qt.Key.Key_Return)
    type_in("3")
    press(Qt.Key.Key_Return)
    assert active.session.scenario.power_budget_gw == 3.0


def offered(window, text: str) -> list[str]:
    window.edit.command_palette()
    window.edit.palette.field.setText(text)
    texts = [command.text for command in window.edit.palette._shown]
    window.edit.palette.hide()
    return texts


def test_that_the_palette_has_pages_and_levers_before_actions(active):
    active.session.edit("mix", {"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    found = offered(active, "mix")
    assert found[0] == "Page: Mix"
    assert "Target mix of new power" in found
    assert not [text for text in found if "Undo" in text]
    assert offered(active, "undo") == ["Undo"]


@pytest.mark.parametrize("field", ["name", "notes", "search"])
def test_that_the_palette_opens_from_a_field_and_cuts_nothing(active, field):
    active.pages.go_to("notes")
    notes = active.pages["notes"]
    fields = {"name": notes.name, "notes": notes.notes, "search": active.levers.search}
    active.levers.search.setText("power")
    fields[field].setFocus()
    QApplication.processEvents()
    before = active.session.scenario.name, notes.notes.toPlainText(), active.levers.search.text()
    if hasattr(fields[field], "home"):
        fields[field].home(False)
    press(Qt.Key.Key_K, CTRL)
    assert active.edit.palette.isVisible()
    press(Qt.Key.Key_Escape)
    after = notes.name.text(), notes.notes.toPlainText(), active.levers.search.text()
    assert after == before


def test_that_the_way_through_the_palette_touches_nothing_else(active, monkeypatch):
    row = active.levers.row("power_budget_gw")
    row.take_keys(Qt.FocusReason.TabFocusReason)
    had: list[QWidget | None] = []
    QApplication.instance().focusChanged.connect(lambda _, now: had.append(now))
    active.edit.command_palette()
    press(Qt.Key.Key_Escape)
    assert active.levers.search not in had
    assert here() is row.first
    had.clear()
    active.edit.command_palette()
    type_in("electricity price")
    press(Qt.Key.Key_Return)
    assert active.levers.search not in had
    assert here() is active.levers.row("electricity_usd_per_kwh").first


@pytest.mark.parametrize("asked", ["electrıcıty", "ELECTRİCİTY", "électricity"])
def test_that_a_search_finds_whatever_becomes_of_an_i_and_of_accents(active, asked):
    active.levers.search.setText(asked)
    assert active.levers.row("electricity_usd_per_kwh").isVisible()
    assert any("Electricity" in text for text in offered(active, asked))


# The window


def test_that_a_page_chosen_by_its_key_has_the_keys(active):
    for key, action in active.pages.actions_by_key.items():
        active.levers.focus_first()
        before = active.session.scenario
        action.trigger()
        QApplication.processEvents()
        assert active.pages[key].isAncestorOf(here()), key
        press(Qt.Key.Key_Right)
        assert active.session.scenario.power_budget_gw == before.power_budget_gw
        assert active.session.scenario.revenue_growth == before.revenue_growth


class Windows(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_that_a_page_that_is_made_shows_no_window_and_has_the_keys_at_once(active):
    """A part that is shown before it stands anywhere is a window, and takes the keys away."""
    seen = Windows()
    QApplication.instance().installEventFilter(seen)
    for key in active.pages.keys:
        active.pages.go_to(key)
        for _ in range(3):
            QApplication.processEvents()
        assert active.pages[key].isAncestorOf(here()), key
    unfold(active)
    QApplication.instance().removeEventFilter(seen)
    assert seen.shown == []


def test_that_f6_goes_round_all_parts_and_remembers_where_one_was(active):
    active.levers.focus_first()
    first = here()
    parts = active.view._regions.parts
    assert [type(part).__name__ for part in parts] == [
        "LeverPanel",
        "Header",
        "OverviewPage",
        "TimelinePanel",
        "Rail",
    ]
    visited = []
    for _ in parts:
        press(Qt.Key.Key_F6)
        visited.append(active.view._regions._of(here()))
    assert visited == [*parts[1:], parts[0]]
    assert here() is first
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert parts[-1].isAncestorOf(here())
    active.messages.say("It can't be", error=True, actions=[("Try again", lambda: None)])
    assert active.messages in active.view._regions.parts


def test_that_f6_passes_what_is_hidden(active):
    active.view.levers()
    for _ in range(8):
        press(Qt.Key.Key_F6)
        assert not active.levers.isAncestorOf(here())
        assert here().isVisible()


@pytest.mark.parametrize("shown", ["chart", "compare", "notes", "supply"])
def test_that_tab_leaves_every_table(active, shown):
    if shown == "chart":
        chart = active.overview.charts["power"]
        chart.toggle_table()
        tables = [chart._table]
    else:
        active.pages.show_key(shown)
        QApplication.processEvents()
        tables = active.pages[shown].findChildren(QAbstractItemView)
    for table in tables:
        if not table.isVisible() or not table.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            table.setFocus()
            now = press(key)
            assert now is not table, table.accessibleName()
            assert not table.isAncestorOf(now)


def test_that_a_chart_s_table_comes_after_its_button(active):
    chart = active.overview.charts["power"]
    chart.setFocus()
    chart.toggle_table()
    chart._as_table.setFocus()
    assert press(Qt.Key.Key_Tab) is chart._table


def test_that_the_rail_goes_on_by_arrows_and_comes_back(active):
    rail = active.pages.rail
    rail.buttons["overview"].setFocus()
    for key in [*rail.buttons][1:]:
        press(Qt.Key.Key_Down)
        assert active.pages.key == key
        assert here() is rail.buttons[key]
    for _ in rail.buttons:
        press(Qt.Key.Key_Up)
    assert active.pages.key == "overview"


# The whole job


class Presses:
    """Counts what is pressed beside typed text, and sees that the keys are never lost."""

    def __init__(self, window) -> None:
        self.window = window
        self.list: list[str] = []

    def __call__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            name = key.name.removeprefix("Key_")
            held = [m.name.removesuffix("Modifier") for m in (CTRL, ALT) if modifiers & m]
            self.list.append("+".join([*held, name]))
            QTest.keyClick(here(), key, modifiers)
            QApplication.processEvents()
            assert here().isVisible()

    def until(self, reached: Callable[[], bool], key: Qt.Key, *, most: int = 12) -> None:
        for _ in range(most):
            if reached():
                return
            self(key)
        assert reached(), f"{node(here())} after {self.list}"


def test_that_the_whole_job_is_done_by_at_most_60_presses(active, qtbot, tmp_path):
    """Growth, mix and power set, what falls short and why read, compared, exported."""
    window, press_key = active, Presses(active)

    def lever(name: str) -> None:
        press_key(Qt.Key.Key_K, CTRL)
        type_in(name)
        press_key(Qt.Key.Key_Return)

    def put(text: str) -> None:
        type_in(text)
        press_key(Qt.Key.Key_Return)

    press_key(Qt.Key.Key_B, CTRL)  # what there is now is the baseline
    lever("revenue growth after")
    put("4")
    lever("target mix")
    put("50")
    press_key(Qt.Key.Key_Right, ALT, 2)
    put("30")
    lever("facility power when")
    put("1.2")
    scenario = window.session.scenario
    assert (scenario.revenue_growth, scenario.power_budget_gw) == (4.0, 1.2)
    assert scenario.mix["trainium"] == pytest.approx(0.3)
    qtbot.waitUntil(lambda: window.result.scenario == scenario)
    # what falls short, and why
    press_key(Qt.Key.Key_1, CTRL)
    press_key(Qt.Key.Key_F6)  # the timeline, and after it the ribbon of what binds
    press_key.until(lambda: here() is window.overview.ribbon, Qt.Key.Key_Tab, most=6)
    press_key(Qt.Key.Key_End)
    assert "is the limit" in window.sentence.text() or "no limit" in window.sentence.text()
    press_key(Qt.Key.Key_Left)
    assert "is the limit" in window.sentence.text()
    # compared
    press_key(Qt.Key.Key_K, CTRL)
    type_in("page: compare")
    press_key(Qt.Key.Key_Return)
    press_key.until(lambda: isinstance(here(), QAbstractItemView), Qt.Key.Key_Tab)
    assert node(here()).name
    press_key(Qt.Key.Key_Down, times=2)
    assert here().currentIndex().row() >= 1
    # exported
    press_key(Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.exporter._dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.folder.setText(str(tmp_path / "report"))  # where a test may write
    press_key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy and bool(dialog.written), timeout=120_000)
    assert len(press_key.list) <= 60, press_key.list
    print(len(press_key.list), press_key.list)


def test_that_a_field_that_is_typed_in_is_no_place_to_be_caught(active):
    unfold(active)
    for field in active.levers.findChildren(LeverSpinBox)[:6]:
        field.setFocus()
        now = press(Qt.Key.Key_Tab)
        assert now is not field
        assert not isinstance(now, QLineEdit) or now.parent() is not field
