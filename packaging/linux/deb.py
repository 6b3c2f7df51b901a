"""The Debian package: the frozen folder in /usr/lib, and what the desktop needs to know."""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import subprocess
from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path

import elf
import release
from desktop_files import desktop_files

NAME, ADDRESS = "DEBFULLNAME", "DEBEMAIL"  # who packs it may say so, as for Debian's own tools
AUTHORS = "The Headroom authors"
HOME = "usr/lib/headroom"
BUNDLE = f"{HOME}/_internal"
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Headroom
Comment: What else is bundled (Python, NumPy and others), and what a licence asks for, is in
 /usr/lib/headroom/_internal/licences, a folder or a file for each.

Files: *
Copyright: 2026 The Headroom authors
License: MIT

Files: {bundle}/PySide6/* {bundle}/shiboken6/*
Copyright: The Qt Company Ltd. and other contributors to Qt
License: LGPL-3

Files: {bundle}/resources/fonts/*
Copyright: 2016-2022 The Inter Project Authors
License: OFL-1.1

Files: {bundle}/resources/chips.csv {bundle}/resources/observed.csv
Copyright: 2026 The Headroom authors
 Epoch AI
License: MIT and CC-BY-4.0
Comment: Partly from Epoch AI's data on chips and their sales (epoch.ai/data); each row says which.

License: MIT
{mit}
License: LGPL-3
 On Debian the text is in /usr/share/common-licenses/LGPL-3. Qt is linked dynamically: its
 libraries in this package can be replaced by others of the same interface.

License: OFL-1.1
{ofl}
License: CC-BY-4.0
 You may share and adapt the data, also commercially, if you give appropriate credit, link to the
 licence and say what you changed: https://creativecommons.org/licenses/by/4.0/legalcode
"""
OVERRIDES = """\
# a frozen app brings the versions of its libraries that it was tested with, and its font
headroom: embedded-library
headroom: duplicate-font-file
# they find each other beside themselves; NumPy's were patched after linking
headroom: custom-library-search-path
headroom: unstripped-binary-or-object
headroom: binary-has-unneeded-section
headroom: shared-library-lacks-prerequisites
headroom: library-not-linked-against-libc
# PyInstaller's starter comes built
headroom: hardening-no-pie
# in the libraries of others
headroom: spelling-error-in-binary
"""


def make(folder: Path, target: Path, work: Path) -> Path:
    """Pack the frozen `folder` into `target`, with icons from `work`/icons; the package."""
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / HOME, symlinks=True)
    for place, content in files(work / "icons"):
        path = tree / "usr" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    command = tree / "usr/bin/headroom"
    command.parent.mkdir()
    command.symlink_to("../lib/headroom/headroom")
    set_modes(tree)
    size = sum(p.stat().st_size for p in tree.rglob("*") if p.is_file() and not p.is_symlink())
    architecture = output("dpkg", "--print-architecture").strip()
    control = tree / "DEBIAN"
    control.mkdir(mode=0o755)
    (control / "control").write_text(
        f"Package: headroom\nVersion: {release.version()}\nArchitecture: {architecture}\n"
        f"Maintainer: {maintainer()}\nInstalled-Size: {-(-size // 1024)}\n"
        f"Depends: {', '.join(dependencies(tree / HOME))}\n"
        "Recommends: desktop-file-utils, hicolor-icon-theme, shared-mime-info\n"
        "Section: science\nPriority: optional\n"
        "Description: live scenario explorer for AI compute\n"
        " How much compute will there be, what will it cost, what holds it back, and\n"
        " what if a supplier fails? Headroom answers live, under a slider.\n"
        " .\n"
        " It works without any network.\n",
        "utf-8",
    )
    sums = "".join(
        f"{output('md5sum', str(path)).split()[0]}  {path.relative_to(tree)}\n"
        for path in sorted((tree / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    )
    (control / "md5sums").write_text(sums, "utf-8")
    package = target / f"headroom_{release.version()}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.moment())}
    build = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(tree), str(package))
    subprocess.run(build, env=environment, check=True, stdout=subprocess.DEVNULL)
    return package


def files(icons: Path) -> Iterable[tuple[str, bytes]]:
    """(place below usr/, content) of everything beside the frozen folder."""
    for place, content in desktop_files(icons, release.version(), release.date()):
        if place.startswith("man/"):
            yield f"share/{place}.gz", zipped(content)
        else:
            yield f"share/{place}", content
    yield "share/doc/headroom/copyright", copyright_text().encode()
    when = formatdate(release.moment())
    yield (
        "share/doc/headroom/changelog.gz",
        zipped(
            f"headroom ({release.version()}) stable; urgency=medium\n\n  * This release.\n\n"
            f" -- {maintainer(signed=True)}  {when}\n".encode()
        ),
    )
    yield "share/lintian/overrides/headroom", OVERRIDES.encode()


def maintainer(*, signed: bool = False) -> str:
    """Who packs it, where that was said; else who wrote it, who have no address. What is `signed`
    has the place of one all the same."""
    name, address = os.environ.get(NAME, ""), os.environ.get(ADDRESS, "")
    if name and address:
        return f"{name} <{address}>"
    return f"{AUTHORS} <>" if signed else AUTHORS


def copyright_text() -> str:
    """Of the program, and of what is bundled under another licence than its own."""
    mit = (release.ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2]
    mit = mit.partition("\n\n")[2]  # without its title and its line of copyright
    ofl = (release.ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    ofl = ofl.partition("\n\n")[2]
    return COPYRIGHT.format(bundle=BUNDLE, mit=indented(mit), ofl=indented(ofl))


def indented(text: str) -> str:
    """A text as a field of Debian's takes it."""
    return "".join(f" {line.rstrip() or '.'}\n" for line in text.strip().splitlines())


def zipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def set_modes(tree: Path) -> None:
    """As Debian has them, whatever the builder's umask was; times of the source."""
    when = release.moment()
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            program = path.is_dir() or (path.name == "headroom" and path.parent == tree / HOME)
            path.chmod(0o755 if program else 0o644)
            os.utime(path, (when, when))


def dependencies(home: Path) -> list[str]:
    """The Debian packages with the libraries that the bundle needs and does not bring."""
    asked = elf.needs(home)
    packages = {package_of(name) for name in asked.libraries} - {"libc6"}
    return [f"libc6 (>= {asked.glibc})", *sorted(packages)]


def package_of(library: str) -> str:
    """The package that installed `library` here, in the folder where the linker looks."""
    told = output("dpkg-query", "--search", f"*/{platform.machine()}-linux-gnu/{library}")
    return told.splitlines()[0].partition(":")[0]


def output(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
