"""What each setting may be, to its bounds, and the lists of files that are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.system.settings import GEOMETRY, Settings, currency_code, flag, rate, whole_number
from gui.window.preferences import chosen_units
from gui.words.units import Units

DEFAULTS = {
    "theme": "system",
    "theme/text_size": "system",
    "theme/reduced_motion": False,
    "tour/seen": False,
    "language": "system",
    "units/power": "GW",
    "units/currency": "USD",
    "units/currency_rate": 0.0,
    "draws/own": False,
    "draws/count": 1024,
    "autosave/seconds": 10,
    "device": "numpy",
}


def test_that_choices_have_these_keys_and_defaults():
    settings = Settings()
    found = {choice.key: getattr(settings, name) for name, choice in Settings.choices().items()}
    assert found == DEFAULTS
    assert settings.trouble == ""


@pytest.mark.parametrize(
    ("name", "allowed", "refused"),
    [
        ("draws", [64, 65, 16_384], [63, 16_385]),
        ("autosave_seconds", [1, 600], [0, 601]),
        ("currency_rate", [0.0, 0.001, 1e6], [0.00099, 1_000_001.0, float("inf"), float("nan")]),
        ("currency", ["USD", "EUR"], ["EU", "EURO", "E1R", "ÉUR", ""]),
        ("theme", ["system", "light", "dark", "contrast"], ["Light", "", "black"]),
        ("text_size", ["system", "100", "115", "130", "150", "175", "200"], ["110", "201"]),
        ("power_unit", ["GW", "MW"], ["kW"]),
        ("device", ["numpy", "cuda"], ["cupy"]),
        ("language", ["system", "en", "fr"], ["tlh"]),
    ],
)
def test_that_a_choice_takes_what_is_within_its_bounds_and_nothing_else(name, allowed, refused):
    settings = Settings()
    for value in allowed:
        setattr(settings, name, value)
        assert getattr(settings, name) == value
        assert getattr(Settings(), name) == value  # it is kept
    for value in refused:
        with pytest.raises(ValueError, match=r"."):
            setattr(settings, name, value)
        assert getattr(settings, name) == allowed[-1]


@pytest.mark.parametrize(
    ("read", "stored"),
    [(True, ("true", "True", "1", True, 1)), (False, ("false", "FALSE", "0", False, 0))],
)
def test_that_yes_and_no_are_read_from_the_words_of_a_file(read, stored):
    for found in stored:
        assert flag(found) is read


@pytest.mark.parametrize("stored", ["yes", "", "2", None])
def test_that_other_words_are_neither_yes_nor_no(stored):
    with pytest.raises(ValueError, match="neither true nor false"):
        flag(stored)


@pytest.mark.parametrize(
    ("typed", "read"), [("$", "USD"), (" $ ", "USD"), ("eur", "EUR"), (" GbP\n", "GBP")]
)
def test_that_a_currency_is_read_as_people_type_it(typed, read):
    assert currency_code(typed) == read


def test_that_numbers_are_read_from_text_and_a_rate_of_nothing_stands_for_none():
    assert whole_number(1, 10)("7") == 7
    assert [rate(typed) for typed in ("0", 0, "0.92", 1)] == [0.0, 0.0, 0.92, 1.0]


def test_that_what_is_set_again_is_told_once_and_a_second_change_is_told_too():
    settings = Settings()
    told = []
    settings.changed.connect(told.append)
    settings.draws = 512
    settings.draws = 512
    settings.draws = 256
    settings.own_draws = False  # as it is
    assert told == ["draws/count", "draws/count"]


def test_that_a_second_reset_has_nothing_to_tell():
    settings = Settings()
    settings.store(GEOMETRY, QByteArray(b"place"))
    settings.theme = "dark"
    told = []
    settings.changed.connect(told.append)
    settings.reset()
    settings.reset()
    assert told == ["theme"]
    assert settings.theme == "system"
    assert settings.geometry == b"place"


# Lists of files


def test_that_the_ten_newest_files_are_remembered_newest_first_each_once(tmp_path):
    settings = Settings()
    told = []
    settings.changed.connect(told.append)
    for number in range(12):
        settings.add_recent_file(tmp_path / f"{number}.headroom")
    settings.add_recent_file(tmp_path / "5.headroom")
    names = [path.stem for path in settings.recent_files]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert told == ["recent_files"] * 13
    assert Settings().recent_files == settings.recent_files


def test_that_a_path_is_remembered_whole_wherever_the_program_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    settings.add_recent_file(Path("plan.headroom"))
    settings.pin_file(Path("pinned.headroom"), True)
    assert settings.recent_files == [tmp_path / "plan.headroom"]
    assert settings.pinned_files == [tmp_path / "pinned.headroom"]


def test_that_a_name_that_can_not_be_written_down_is_not_remembered(tmp_path):
    settings = Settings()
    settings.add_recent_file(tmp_path / "\udcff.headroom")
    assert settings.recent_files == []


def test_that_pinned_files_come_first_in_their_order_and_go_when_unpinned(tmp_path):
    settings = Settings()
    told = []
    settings.changed.connect(told.append)
    a, b, c = (tmp_path / f"{name}.headroom" for name in "abc")
    for path in (a, b):
        settings.add_recent_file(path)
    settings.pin_file(b, True)
    settings.pin_file(c, True)
    settings.pin_file(b, True)  # pinned again, it is the last
    assert settings.pinned_files == [c, b]
    assert settings.listed_files == [c, b, a]
    settings.pin_file(c, False)
    settings.pin_file(c, False)
    assert settings.listed_files == [b, a]
    settings.forget_recent_files()
    settings.forget_recent_files()
    assert settings.recent_files == []
    assert settings.listed_files == [b]
    assert told[2:] == ["pinned_files"] * 5 + ["recent_files"] * 2


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("/one.headroom", ["/one.headroom"]),
        (["/one.headroom", 7, "/two.headroom"], ["/one.headroom", "/two.headroom"]),
        (5, []),
        ([f"/{number}" for number in range(101)], [f"/{number}" for number in range(100)]),
    ],
    ids=["one comes as text", "a number between", "no list", "very many"],
)
def test_that_a_list_is_read_from_what_stands_in_the_file(monkeypatch, stored, read):
    settings = Settings()
    monkeypatch.setattr(settings._store, "value", {"recent_files": stored}.get)
    assert [str(path) for path in settings.recent_files] == read
    assert settings.pinned_files == []


def test_that_a_place_of_the_window_that_is_none_is_passed_over():
    assert Settings().geometry is None
    QSettings().setValue("window/geometry", "somewhere")
    assert Settings().geometry is None
    settings = Settings()
    settings.store(GEOMETRY, QByteArray(b"place"))
    assert Settings().geometry == QByteArray(b"place")


# The units that follow from them


@pytest.mark.parametrize(
    ("power", "currency", "typed", "units"),
    [
        ("GW", "USD", 0.0, Units("GW")),
        ("MW", "USD", 0.92, Units("MW")),
        ("GW", "EUR", 0.0, Units("GW")),
        ("MW", "EUR", 0.92, Units("MW", "EUR", 0.92)),
    ],
)
def test_that_money_stays_in_dollars_until_another_currency_has_a_rate(
    power, currency, typed, units
):
    settings = Settings()
    settings.power_unit, settings.currency, settings.currency_rate = power, currency, typed
    assert chosen_units(settings) == units


@pytest.mark.parametrize("stored", [float("inf"), float("-inf"), float("nan"), 1e300, [], {}])
def test_that_what_no_number_can_be_made_of_leaves_the_default(stored):
    QSettings().setValue("autosave/seconds", stored)
    QSettings().setValue("draws/count", stored)
    QSettings().setValue("units/currency_rate", stored)
    settings = Settings()
    assert (settings.autosave_seconds, settings.draws, settings.currency_rate) == (10, 1024, 0.0)
