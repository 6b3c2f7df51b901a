"""Where the settings are kept: Qt's own file, or nowhere but in memory where that is none.

Qt opens what has the file's name. A pipe there would be waited for before there is a window to
say it in, so it is looked at first; and what is remembered is for this user's eyes alone.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from engine.text import translate
from gui.system.locks import LOCK
from gui.system.paths import OWN_FILE, OWN_FOLDER, keep_private

LARGEST = 1_000_000  # bytes; a full file has about ten thousand
NOBODY = "headroom-nobody"  # whose settings are asked for to learn where they would be


class Store:
    """Values by their keys. `trouble` says in one line why they are not kept, or nothing."""

    def __init__(self) -> None:
        self.trouble = ""
        self._memory: dict[str, Any] = {}
        self._kept: QSettings | None = None
        self._files: tuple[Path, ...] = ()
        try:
            self._open()
        except Exception as error:  # no settings must not be no window
            self._give_up(f"{type(error).__name__}: {' '.join(str(error).split())[:80]}")

    def _open(self) -> None:
        self._files = _settings_files()
        if not self._usable():
            return
        for file in self._files[:1]:
            _make_private(file)
        kept = QSettings()
        if kept.status() != QSettings.Status.NoError:
            file = Path(kept.fileName())
            self.trouble = translate("Settings", "{file} can't be read").format(file=file.name)
        self._kept = kept

    def _usable(self) -> bool:
        """Whether Qt may open its files; where not, all goes on in memory."""
        for file in self._files:
            for path in (file, file.with_name(file.name + LOCK)):
                if not _plain_or_none(path):
                    text = translate("Settings", "{file} is not a plain file")
                    self._give_up(text.format(file=path.name))
                    return False
        return True

    def _give_up(self, why: str) -> None:
        if self._kept is not None:
            self._memory = {key: self.value(key) for key in self._kept.allKeys()}
        self._kept = None
        self.trouble = why

    def value(self, key: str) -> Any:
        """What is kept, of whatever type came back; None where nothing is."""
        if self._kept is None:
            return self._memory.get(key)
        try:
            return self._kept.value(key)
        except Exception:  # a type that Python does not know, from somebody's editor
            return None

    def set(self, key: str, value: Any) -> None:
        self.set_all({key: value})

    def set_all(self, values: Mapping[str, Any]) -> None:
        """Several at once: each time the file is written whole, and a disk takes its time."""
        if self._kept is not None and self._usable():
            for key, value in values.items():
                self._kept.setValue(key, value)
            self._write()
        else:
            self._memory.update(values)

    def remove(self, key: str) -> None:
        if self._kept is not None and self._usable():
            self._kept.remove(key)
            self._write()
        else:
            self._memory.pop(key, None)

    def _write(self) -> None:
        """At once: Qt would open its files again when nobody has looked at them."""
        assert self._kept is not None
        self._kept.sync()
        QCoreApplication.removePostedEvents(self._kept, QEvent.Type.UpdateRequest.value)


def _settings_files() -> tuple[Path, ...]:
    """The files that Qt will open for this user: of the program, and of its maker's programs."""
    form = QSettings.defaultFormat()
    if form == QSettings.Format.NativeFormat and sys.platform != "linux":
        return ()  # the registry, or a service of macOS
    probe = QSettings(form, QSettings.Scope.UserScope, NOBODY, NOBODY)
    found = Path(probe.fileName())
    base = found.parent.parent
    maker, program = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    return (base / maker / f"{program}{found.suffix}", base / f"{maker}{found.suffix}")


def _plain_or_none(path: Path) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):  # Qt can't open it, either, and says so
        return True
    return stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST


def _make_private(file: Path) -> None:
    """The user's alone from its first byte on; Qt keeps the mode of the file that it replaces."""
    with suppress(OSError):
        file.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWN_FILE))
    keep_private(file)
    keep_private(file.parent)
