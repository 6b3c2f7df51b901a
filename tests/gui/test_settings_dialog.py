"""The Settings dialog: beside the window, at once, with the keyboard, and honest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from engine.run.backend import NUMPY, Backend, Probe
from gui.system.settings import THEMES, Settings
from gui.widgets import style
from gui.window.settings_dialog import SettingsDialog, theme_names
from gui.words import units


@pytest.fixture
def dialog(window, qtbot) -> SettingsDialog:
    window.actions_by_key["edit.settings"].trigger()
    found = window.edit._settings
    qtbot.waitExposed(found)
    return found


def choose(qtbot, combo, key: str) -> None:
    """As the hand does it: open the list, go there, take it."""
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def type_into(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_the_dialog_stands_beside_the_window_and_escape_closes_it(
    window, dialog, qtbot
) -> None:
    assert not dialog.isModal()
    assert window.actions_by_key["edit.settings"].shortcut().toString() == "Ctrl+,"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.actions_by_key["edit.settings"].trigger()
    assert window.edit._settings is dialog
    assert dialog.isVisible()


def test_that_the_dialog_is_as_high_as_all_its_captions_and_its_buttons_need(dialog) -> None:
    captions = dialog.findChildren(QLabel)
    lowest = max(
        caption.mapTo(dialog, caption.rect().bottomLeft()).y()
        for caption in captions
        if caption.isVisible()
    )
    foot = dialog.reset.mapTo(dialog, dialog.reset.rect().topLeft()).y()
    assert lowest < foot
    dialog.resize(dialog.width(), 1)  # as low as it may be
    QApplication.processEvents()
    needed = lowest + dialog.reset.height()
    assert needed < dialog.height() < needed + 100


def test_that_a_theme_holds_at_once_and_is_remembered(window, dialog, qtbot) -> None:
    choose(qtbot, dialog.theme, "dark")
    assert Settings().theme == "dark"
    sheet = QApplication.instance().styleSheet()
    assert style.current_palette("dark").ground in sheet
    window.view.theme_light()
    assert dialog.theme.currentData() == "light"  # the menu and the dialog agree
    assert set(theme_names()) == set(THEMES)
    assert all(name != key for key, name in theme_names().items())


def test_that_a_currency_takes_effect_when_its_rate_is_typed(window, dialog, qtbot) -> None:
    assert not dialog.rate.isEnabled()
    type_into(qtbot, dialog.currency.lineEdit(), "eur")
    assert dialog.rate.isEnabled()
    assert dialog.isVisible()  # Enter in a field is no click on Close
    assert "Type how many EUR" in dialog._problem.text()
    assert units.current() == units.STANDARD
    type_into(qtbot, dialog.rate, "0.92")
    assert units.current() == units.Units("GW", "EUR", 0.92)
    assert not dialog._problem.isVisible()
    assert window.kpis.tiles["committed"].kpi.value.startswith("€")
    type_into(qtbot, dialog.currency.lineEdit(), "USD")
    assert units.current() == units.STANDARD


def test_that_a_typed_rate_is_kept_with_every_digit(dialog, qtbot) -> None:
    type_into(qtbot, dialog.currency.lineEdit(), "CAD")
    type_into(qtbot, dialog.rate, "1.00")  # which is what stands there before one is typed
    assert Settings().currency_rate == 1
    for typed, rate in (
        ("1.36987", 1.36987),
        ("1,234.5", 1234.5),
        ("0.00123456789", 0.00123456789),
    ):
        type_into(qtbot, dialog.rate, typed)
        assert Settings().currency_rate == rate
    type_into(qtbot, dialog.rate, dialog.rate.text())  # shown with fewer digits
    assert Settings().currency_rate == 0.00123456789
    type_into(qtbot, dialog.rate, "1,5")
    assert Settings().currency_rate == 0.00123456789
    assert "“1,5” is not clear" in dialog._problem.text()


def test_that_half_a_world_and_half_a_second_are_refused(dialog, qtbot) -> None:
    dialog.own_draws.setChecked(False)
    type_into(qtbot, dialog.draws, "100.5")
    assert "A whole number is wanted" in dialog._draws_note.text()
    type_into(qtbot, dialog.draws, "1,024")
    assert Settings().draws == 1024
    type_into(qtbot, dialog.autosave, "7.5")
    assert "A whole number is wanted" in dialog._autosave_problem.text()
    assert Settings().autosave_seconds == 10


def test_that_what_is_no_currency_and_no_rate_is_said_and_changes_nothing(dialog, qtbot) -> None:
    for typed in ("euros", "12", "E1R"):
        type_into(qtbot, dialog.currency.lineEdit(), typed)
        assert Settings().currency == "USD"
        assert "three letters" in dialog._problem.text()
    type_into(qtbot, dialog.currency.lineEdit(), "EUR")
    for typed in ("0", "-1", "1e9", "many"):
        type_into(qtbot, dialog.rate, typed)
        assert Settings().currency_rate == 0
        assert dialog._problem.isVisible()


def test_that_the_window_draws_as_many_worlds_as_are_set_and_the_scenario_keeps_its_number(
    window, dialog, qtbot
) -> None:
    assert dialog.own_draws.isChecked()
    assert not dialog.draws.isEnabled()
    dialog.own_draws.setChecked(False)
    type_into(qtbot, dialog.draws, "64")
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None and _drawn(window) == 64)
    type_into(qtbot, dialog.draws, "300")
    qtbot.waitUntil(lambda: _drawn(window) == 300, timeout=20_000)
    assert window.session.scenario.draws == 1024
    assert not window.session.modified
    type_into(qtbot, dialog.draws, "20000")
    assert Settings().draws == 300
    assert "16,384" in dialog._draws_note.text()


def _drawn(window) -> int:
    return window.presenter.ensemble.draws


def test_that_a_gpu_that_can_not_be_used_is_said_with_the_reason(
    window, dialog, qtbot, monkeypatch
) -> None:
    qtbot.waitUntil(lambda: window.preferences.probe is not None, timeout=60_000)
    probe = Probe(None, "no usable GPU: CuPy is not installed")
    window.preferences._take(probe)
    assert "CuPy is not installed" in dialog._device_note.text()
    choose(qtbot, dialog.device, "cuda")
    assert "CuPy is not installed" in window.messages.text
    assert window.preferences.backend is NUMPY
    assert window.presenter.bands.backend is NUMPY


def test_that_a_gpu_that_works_computes_the_bands_when_chosen(window, dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: window.preferences.probe is not None, timeout=60_000)
    stand_in = Backend("CuPy", NUMPY.xp, NUMPY.to_numpy)
    window.preferences._take(Probe(stand_in, "CuPy on a card"))
    assert window.presenter.bands.backend is NUMPY
    choose(qtbot, dialog.device, "cuda")
    assert window.presenter.bands.backend is stand_in
    window.presenter.refresh()
    assert window._timing.text().endswith("CuPy")
    choose(qtbot, dialog.device, "numpy")
    assert window.presenter.bands.backend is NUMPY


def test_that_the_time_between_recovery_copies_holds_at_once(window, dialog, qtbot) -> None:
    type_into(qtbot, dialog.autosave, "30")
    assert Settings().autosave_seconds == 30
    type_into(qtbot, dialog.autosave, "0")
    assert Settings().autosave_seconds == 30
    assert "At least 1" in dialog._autosave_problem.text()


def test_that_reset_takes_everything_back_on_screen_too(window, dialog, qtbot) -> None:
    choose(qtbot, dialog.power, "MW")
    assert window.kpis.tiles["power"].kpi.value.endswith("MW")
    choose(qtbot, dialog.theme, "dark")
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert window.kpis.tiles["power"].kpi.value.endswith("GW")
    assert dialog.power.currentData() == "GW"
    assert dialog.theme.currentData() == "system"


def test_that_another_language_is_promised_for_the_next_start(dialog, qtbot) -> None:
    assert not dialog._language_note.isVisible()
    choose(qtbot, dialog.language, "fr")
    assert Settings().language == "fr"
    assert "started again" in dialog._language_note.text()


def test_that_privacy_is_said_and_every_field_has_a_name_for_screen_readers(dialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("never uses the network" in text for text in texts)
    assert any("Headroom.ini\n" in text for text in texts)
    for field in (
        dialog.language,
        dialog.theme,
        dialog.power,
        dialog.currency,
        dialog.rate,
        dialog.draws,
        dialog.own_draws,
        dialog.device,
        dialog.autosave,
    ):
        assert field.accessibleName()
