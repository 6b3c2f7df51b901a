"""The archive that runs in place, from any folder, also a read-only one."""

from __future__ import annotations

import io
import platform
import tarfile
from pathlib import Path

import elf
import release
from desktop_files import desktop_files

HERE = Path(__file__).resolve().parent


def make(folder: Path, target: Path, icons: Path) -> Path:
    """Pack the frozen `folder` into `target`; the archive, whose owners and times are not ours."""
    name = f"headroom-{release.version()}-linux-{platform.machine()}"
    path = target / f"{name}.tar.xz"
    when = release.moment()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = when
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    def add(place: str, content: bytes, mode: int = 0o644) -> None:
        entry = tarfile.TarInfo(f"{name}/{place}")
        entry.size, entry.mode = len(content), mode
        packed.addfile(plain(entry), io.BytesIO(content))

    with tarfile.open(path, "w:xz", preset=3) as packed:
        packed.add(folder, name, filter=plain)
        for place, content in desktop_files(icons, release.version(), release.date()):
            add(f"share/{place}", content)
        add("add-to-desktop.sh", (HERE / "add-to-desktop.sh").read_bytes(), 0o755)
        readme = (HERE / "README.txt").read_text("utf-8")
        add("README.txt", readme.replace("@GLIBC@", elf.needs(folder).glibc).encode())
    return path
