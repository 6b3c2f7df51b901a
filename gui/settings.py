"""What is remembered between starts: the window and recent files; never model values."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 10
THEMES = ("system", "light", "dark")


class Settings:
    """A typed face on QSettings, which by itself forgets types."""

    def __init__(self) -> None:
        self._store = QSettings()

    @property
    def recent_files(self) -> list[Path]:
        found = self._store.value("recent_files")
        if isinstance(found, str):  # one entry comes as text
            return [Path(found)]
        return [Path(text) for text in found] if isinstance(found, list) else []

    def add_recent_file(self, path: Path) -> None:
        paths = [path, *(other for other in self.recent_files if other != path)]
        self._store.setValue("recent_files", [str(p) for p in paths[:MOST_RECENT]])

    def forget_recent_files(self) -> None:
        self._store.remove("recent_files")

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        found = self._store.value("theme", "system", type=str)
        return found if found in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """`system`, or the code of one of `gui.translate.languages()`; from the next start."""
        found = self._store.value("language", "system", type=str)
        return found if isinstance(found, str) else "system"

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def geometry(self) -> QByteArray | None:
        found = self._store.value("window/geometry")
        return found if isinstance(found, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)
