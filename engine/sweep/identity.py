"""Which engine it is: two of one fingerprint give the same numbers for the same scenario."""

from __future__ import annotations

import functools
import hashlib
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from engine.version import PROGRAM_VERSION

# what a number of a run comes from; not what is printed, nor how a sweep is run
ROOMS = ("model", "run", "tables", "worlds", "analysis", "values.py")
SHORT = 12  # hexadecimal digits that people are shown


@dataclass(frozen=True)
class Identity:
    """Version of Headroom, fingerprint of the engine's source, and NumPy's version."""

    version: str
    engine: str
    numpy: str

    def __str__(self) -> str:
        return f"Headroom {self.version}, engine {self.engine[:SHORT]}, NumPy {self.numpy}"

    @property
    def plain(self) -> dict[str, str]:
        """As JSON has it."""
        return asdict(self)


@functools.cache
def identity() -> Identity:
    """The engine that runs here. Without its source (a frozen app) its version stands for it."""
    digest = hashlib.sha256(PROGRAM_VERSION.encode())
    here = Path(__file__).parent.parent
    for room in ROOMS:
        path = here / room
        for source in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            if source.exists():
                digest.update(source.relative_to(here).as_posix().encode())
                digest.update(source.read_bytes().replace(b"\r\n", b"\n"))
    return Identity(PROGRAM_VERSION, digest.hexdigest(), np.__version__)


def here() -> str:
    """This process among others, as a log names it: its machine and its number."""
    return f"{platform.node()}:{os.getpid()}"
