"""Settings: types survive a restart, and what is no value leaves the default."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.system.settings import MOST_DRAWS, Settings

ASK = """
import sys
from PySide6.QtCore import QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
app.setApplicationName("Headroom")
app.setOrganizationName("Headroom")
from gui.system.settings import Settings
settings = Settings()
print([getattr(settings, name) for name in settings.choices()])
"""


def test_that_choices_have_their_types_in_the_next_process(tmp_path: Path) -> None:
    settings = Settings()
    settings.own_draws = True
    settings.draws = 4096
    settings.currency = "eur"
    settings.currency_rate = 0.92
    settings.power_unit = "MW"
    QSettings().sync()
    values = [getattr(settings, name) for name in Settings.choices()]
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(tmp_path / "settings")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == repr(values)
    assert {type(value) for value in values} == {str, float, int, bool}


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("units/power", "horses"),
        ("units/currency", "euros"),
        ("units/currency_rate", "nan"),
        ("units/currency_rate", "-1"),
        ("draws/count", "many"),
        ("draws/count", MOST_DRAWS + 1),
        ("draws/own", "perhaps"),
        ("device", ["a", "list"]),
    ],
)
def test_that_a_stored_value_that_is_none_leaves_the_default(key: str, stored: object) -> None:
    QSettings().setValue(key, stored)
    settings = Settings()
    for name, choice in Settings.choices().items():
        assert getattr(settings, name) == choice.default


def test_that_a_value_out_of_bounds_is_refused_and_changes_nothing() -> None:
    settings = Settings()
    with pytest.raises(ValueError, match="16384"):
        settings.draws = 10**6
    assert settings.draws == 1024


def test_that_only_a_change_is_told(qtbot) -> None:
    settings = Settings()
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.power_unit = "MW"
    settings.power_unit = "MW"
    assert told == ["units/power"]


def test_that_a_reset_takes_every_choice_back_and_keeps_the_recent_files(tmp_path: Path) -> None:
    settings = Settings()
    settings.theme, settings.power_unit, settings.draws = "dark", "MW", 64
    settings.add_recent_file(tmp_path / "a.headroom")
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.reset()
    for name, choice in Settings.choices().items():
        assert getattr(settings, name) == choice.default
    assert sorted(told) == ["draws/count", "theme", "units/power"]
    assert settings.recent_files == [tmp_path / "a.headroom"]
