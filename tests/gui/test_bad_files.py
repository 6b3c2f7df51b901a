"""Bad files in the window: a message bar that names the fault, and the work still there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine import Document, Scenario
from engine.files import scenario_files
from gui.widgets import questions

GOOD = scenario_files.text_of(Document(Scenario()))

BAD = {
    "truncated": (GOOD[:700], "damaged JSON in line"),
    "empty": ("", "is empty"),
    "foreign": ('{"cells": [], "nbformat": 4}', "format = missing"),
    "another format": (GOOD.replace("headroom-scenario", "recipe"), "format = 'recipe'"),
    "out of bounds": (
        GOOD.replace('"power_budget_gw": 2.5', '"power_budget_gw": 99'),
        "power_budget_gw = 99: allowed is a number from 0.1 to 30 GW",
    ),
    "not a number": (
        GOOD.replace('"wacc": 0.1', '"wacc": NaN'),
        "wacc = nan: allowed is a number from 0 to 0.25",
    ),
    "infinite": (GOOD.replace('"wacc": 0.1', '"wacc": 1e999'), "wacc = inf"),
    "wrong type": (GOOD.replace('"wacc": 0.1', '"wacc": "high"'), "wacc = 'high'"),
    "missing": (GOOD.replace('    "wacc": 0.1,\n', ""), "wacc = missing"),
    "mix": (GOOD.replace('{"tpu": 0.6,', '{"tpu": 0.7,'), "sums to 1.1"),
    "horizon": (
        GOOD.replace('"horizon_months": 96', '"horizon_months": 0'),
        "horizon_months = 0: allowed is a whole number from 12 to 180",
    ),
}


@pytest.mark.parametrize(("text", "says"), BAD.values(), ids=BAD.keys())
def test_that_a_bad_file_is_refused_in_one_line_and_the_scenario_stays(
    window, tmp_path, text, says
):
    window.session.edit("power_budget_gw", 3.0)
    path = tmp_path / "bad.headroom"
    path.write_text(text)
    assert not window.file.open_path(path)
    assert says in window.messages.text
    assert "bad.headroom" in window.messages.text
    assert "\n" not in window.messages.text
    assert window.session.scenario.power_budget_gw == 3.0
    assert window.session.history.canUndo()


def test_that_unknown_keys_are_said_and_the_file_opens(window, tmp_path):
    path = tmp_path / "a.headroom"
    path.write_text(GOOD.replace('"wacc"', '"colour": "red",\n    "wacc"'))
    assert window.file.open_path(path)
    assert "unknown keys, kept but not used: colour" in window.messages.text


def test_that_a_newer_file_opens_read_only_and_says_so(window, tmp_path, monkeypatch):
    path = tmp_path / "a.headroom"
    path.write_text(GOOD.replace(f'"version": {scenario_files.VERSION}', '"version": 9'))
    assert window.file.open_path(path)
    assert "newer Headroom" in window.messages.text
    assert "(read-only)" in window.windowTitle()
    window.session.edit("power_budget_gw", 3.0)
    other = tmp_path / "b.headroom"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(other), ""))
    assert window.file.save()
    assert scenario_files.load(other).scenario.power_budget_gw == 3.0


def test_that_a_save_that_fails_says_why_and_loses_nothing(window, tmp_path):
    window.session.edit("power_budget_gw", 3.0)
    assert not window.file.save_to(tmp_path / "no such folder" / "a.headroom")
    assert "cannot be written: No such file or directory" in window.messages.text
    assert window.session.modified
    assert window.session.scenario.power_budget_gw == 3.0


def test_that_closing_with_changes_asks_and_cancel_keeps_the_window(window, monkeypatch):
    window.session.edit("power_budget_gw", 3.0)
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(questions, "ask_to_save", lambda *a, **k: answers.pop(0))
    assert not window.close()
    assert window.isVisible()
    assert window.close()


def test_that_closing_without_changes_asks_nothing(window):
    assert window.close()


def test_that_a_scenario_named_like_markup_is_shown_as_plain_text(window, tmp_path):
    path = tmp_path / "<b>a.headroom"
    path.write_text("{")
    window.file.open_path(path)
    assert "<b>a.headroom" in window.messages.text
