"""What the programs and libraries of a folder ask of the system that runs them, on Linux."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Needs:
    """Names of libraries that the folder does not bring, and the oldest glibc that serves it."""

    libraries: list[str]
    glibc: str


def needs(folder: Path) -> Needs:
    """Of every program and library below `folder`; asks objdump (binutils)."""
    needed: set[str] = set()
    glibc = (0, 0)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and _is_elf(path):
            words = ("objdump", "-p", str(path))
            text = subprocess.run(words, check=True, capture_output=True, text=True).stdout
            needed |= set(re.findall(r"NEEDED\s+(\S+)", text))
            for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", text):
                glibc = max(glibc, (int(major), int(minor)))
    brought = {path.name for path in folder.rglob("*.so*")}
    return Needs(sorted(needed - brought), f"{glibc[0]}.{glibc[1]}")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
