"""Where Headroom keeps what is its own: logs and recovery files, never a user's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def data_folder(name: str) -> Path:
    """A folder of this user's, which may not be there yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / name


def made(folder: Path) -> Path:
    """The folder, made where it was not. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def without_home(text: str) -> str:
    """`text` with the user's own folder as `~`, for what is sent to others."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
