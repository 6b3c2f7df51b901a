"""What is remembered between starts: choices, the window, recent files; never model values."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, Signal, Slot

from engine.problems import is_whole_text
from gui.system.language import LANGUAGES, SYSTEM
from gui.system.settings_store import Store
from gui.widgets.style import SYSTEM_SIZE

MOST_RECENT = 10
MOST_LISTED = 100  # paths of a list: more are somebody's editor's
THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (SYSTEM_SIZE, "100", "115", "130", "150", "175", "200")  # percent
POWER_UNITS = ("GW", "MW")
DEVICES = ("numpy", "cuda")
FEWEST_DRAWS, MOST_DRAWS = 64, 16_384
DOLLARS = "USD"
GEOMETRY = "window/geometry"
LOWEST_RATE, HIGHEST_RATE = 1e-3, 1e6  # of a currency for a dollar
CURRENCY_LETTERS = 3
MOST_SECONDS = 600  # between two recovery files

T = TypeVar("T")


class Choice(Generic[T]):
    """One remembered choice: QSettings forgets types, so each is read by what it may be.

    `read` gives the value of a stored one and raises ValueError where it is none; the
    default then stands. Setting one writes it, and says so where it is another than before.
    """

    def __init__(self, key: str, default: T, read: Callable[[Any], T]) -> None:
        self.key = key
        self.default = default
        self._read = read

    @overload
    def __get__(self, settings: None, owner: type) -> Choice[T]: ...

    @overload
    def __get__(self, settings: Settings, owner: type) -> T: ...

    def __get__(self, settings: Settings | None, owner: type) -> T | Choice[T]:
        if settings is None:
            return self
        found = settings.stored(self.key)
        try:
            return self.default if found is None else self._read(found)
        except (ValueError, TypeError, OverflowError):  # another version's, or somebody's editor's
            return self.default

    def __set__(self, settings: Settings, value: T) -> None:
        checked = self._read(value)
        if checked != self.__get__(settings, Settings):
            settings.store(self.key, checked)


def one_of(*allowed: str) -> Callable[[Any], str]:
    """Reads one of these words."""

    def read(found: Any) -> str:
        if str(found) not in allowed:
            raise ValueError(f"{found} is none of {', '.join(allowed)}")
        return str(found)

    return read


def whole_number(low: int, high: int) -> Callable[[Any], int]:
    """Reads a whole number within bounds."""

    def read(found: Any) -> int:
        if not low <= int(found) <= high:
            raise ValueError(f"{found} is not from {low} to {high}")
        return int(found)

    return read


def number(low: float, high: float) -> Callable[[Any], float]:
    """Reads a finite number within bounds."""

    def read(found: Any) -> float:
        if not (math.isfinite(float(found)) and low <= float(found) <= high):
            raise ValueError(f"{found} is not from {low:g} to {high:g}")
        return float(found)

    return read


def flag(found: Any) -> bool:
    """Reads yes or no: a file has the words, where `bool("false")` would be true."""
    words = {"true": True, "1": True, "false": False, "0": False}
    if str(found).lower() not in words:
        raise ValueError(f"{found} is neither true nor false")
    return words[str(found).lower()]


def currency_code(found: Any) -> str:
    """Reads a currency: three letters as banks write them, or `$`."""
    text = str(found).strip().upper()
    if text == "$":
        return DOLLARS
    if len(text) != CURRENCY_LETTERS or not (text.isascii() and text.isalpha()):
        raise ValueError(f"{found} is no currency's three letters")
    return text


def rate(found: Any) -> float:
    """Reads an exchange rate; 0 stands for none typed yet."""
    return 0.0 if float(found) == 0 else number(LOWEST_RATE, HIGHEST_RATE)(found)


class Settings(QObject):
    """A typed face on the store. `changed` names the choice that is another now."""

    changed = Signal(str)

    theme = Choice("theme", "system", one_of(*THEMES))
    text_size = Choice("theme/text_size", SYSTEM_SIZE, one_of(*TEXT_SIZES))
    reduced_motion = Choice("theme/reduced_motion", False, flag)
    tour_seen = Choice("tour/seen", False, flag)
    language = Choice("language", SYSTEM, one_of(SYSTEM, *LANGUAGES))  # from the next start
    power_unit = Choice("units/power", "GW", one_of(*POWER_UNITS))
    currency = Choice("units/currency", DOLLARS, currency_code)
    currency_rate = Choice("units/currency_rate", 0.0, rate)
    own_draws = Choice("draws/own", False, flag)  # else as many as the scenario says
    draws = Choice("draws/count", 1024, whole_number(FEWEST_DRAWS, MOST_DRAWS))
    autosave_seconds = Choice("autosave/seconds", 10, whole_number(1, MOST_SECONDS))
    device = Choice("device", "numpy", one_of(*DEVICES))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = Store()

    @property
    def trouble(self) -> str:
        """Why nothing is remembered, or nothing."""
        return self._store.trouble

    def stored(self, key: str) -> Any:
        """What is stored, of whatever type came back; None where nothing is."""
        return self._store.value(key)

    def store(self, key: str, value: Any) -> None:
        """Write a value, and say that it is another one now."""
        self.store_all({key: value})

    def store_all(self, values: Mapping[str, Any]) -> None:
        """Write several values at once."""
        self._store.set_all(values)
        for key in values:
            self.changed.emit(key)

    @classmethod
    def choices(cls) -> dict[str, Choice[Any]]:
        """Every choice, by the name of its attribute."""
        return {name: kept for name, kept in vars(cls).items() if isinstance(kept, Choice)}

    def reset(self) -> None:
        """Every choice back to its default; recent files and the window's place stay."""
        for name, choice in self.choices().items():
            before = getattr(self, name)
            self._store.remove(choice.key)
            if before != choice.default:
                self.changed.emit(choice.key)

    @property
    def recent_files(self) -> list[Path]:
        """Newest first."""
        return self._paths("recent_files")

    def add_recent_file(self, path: Path) -> None:
        path = path.absolute()
        if not is_whole_text(str(path)):
            return  # written down it would be another file's name
        paths = [path, *(other for other in self.recent_files if other != path)]
        self._store.set("recent_files", [str(p) for p in paths[:MOST_RECENT]])
        self.changed.emit("recent_files")

    @property
    def pinned_files(self) -> list[Path]:
        """In the order in which they were pinned."""
        return self._paths("pinned_files")

    def pin_file(self, path: Path, pinned: bool) -> None:
        """Keep a file on the list for good, or no longer."""
        path = path.absolute()
        paths = [other for other in self.pinned_files if other != path]
        self._store.set("pinned_files", [str(p) for p in [*paths, *[path] * pinned]])
        self.changed.emit("pinned_files")

    @property
    def listed_files(self) -> list[Path]:
        """What a list of files shows: the pinned ones, then the recent ones."""
        return list(dict.fromkeys([*self.pinned_files, *self.recent_files]))

    def _paths(self, key: str) -> list[Path]:
        found = self._store.value(key)
        if isinstance(found, str):  # one entry comes as text
            return [Path(found)]
        listed = found if isinstance(found, list) else []
        return [Path(text) for text in listed if isinstance(text, str)][:MOST_LISTED]

    @Slot()
    def forget_recent_files(self) -> None:
        self._store.remove("recent_files")
        self.changed.emit("recent_files")

    @property
    def geometry(self) -> QByteArray | None:
        found = self._store.value(GEOMETRY)
        return found if isinstance(found, QByteArray) else None
