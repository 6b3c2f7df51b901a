"""Makes a frozen folder smaller on Linux: symbols of Python's libraries, and ICU's data.

Needs strip, ld and objcopy (binutils, which PyInstaller needs, too).
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

SYMBOL = re.compile(rb"icudt(\d+)_dat")
LOCALE = re.compile(r"(?:.*/)?([a-z]{2,3})(?:_[^/]*)?\.res$")
# code pages other than Unicode's, dictionaries of scripts written without spaces, transcription
NEVER_READ = re.compile(r"\.cnv$|\.dict$|^[^/]+/translit/")
ALIGNMENT = 16  # bytes, of each item


def strip_python(internal: Path) -> int:
    """Take the symbols for debuggers out of Python's own libraries; the bytes saved.

    Not of NumPy's: they were patched after linking, and strip has broken such files.
    """
    libraries = [
        *(path for path in internal.glob("libpython3*.so*") if not path.is_symlink()),
        *internal.glob("python3*/lib-dynload/*.so"),
    ]
    before = _size(libraries)
    subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)
    return before - _size(libraries)


def shrink_icu(internal: Path, languages: Iterable[str]) -> int:
    """Put a smaller libicudata in the place of Qt's; the bytes saved.

    Kept are the data of no language, of English and of `languages`; the rest fall back on ICU's
    root. Qt has its own table of locales (numbers, dates): ICU only sorts and changes case.
    """
    saved = 0
    for library in internal.rglob("libicudata.so.*"):
        if not library.is_symlink():
            before = library.stat().st_size
            _replace(library, {"en", *languages})
            saved += before - library.stat().st_size
    return saved


def _replace(library: Path, languages: set[str]) -> None:
    raw = library.read_bytes()
    found = SYMBOL.search(raw)
    # the file's own headers are shorter than a page; the data begin at one, with this mark
    begin = next(
        (at for at in range(0, len(raw), 4096) if raw[at + 2 : at + 4] == b"\xda\x27"), None
    )
    if found is None or begin is None or raw[begin + 12 : begin + 16] != b"CmnD":
        raise ValueError(f"{library}: not ICU's data as we know them")
    symbol = found[0].decode()
    data = _kept(raw[begin:], languages)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data").write_bytes(data)
        _run(folder, "ld", "-r", "-b", "binary", "-o", "data.o", "data")
        readonly = ".data=.rodata,alloc,load,readonly,data,contents"
        _run(folder, "objcopy", "--rename-section", readonly, "data.o")
        _run(folder, "objcopy", "--set-section-alignment", f".rodata={ALIGNMENT}", "data.o")
        _run(folder, "objcopy", "--redefine-sym", f"_binary_data_start={symbol}", "data.o")
        _run(folder, "objcopy", "--strip-symbol", "_binary_data_end", "data.o")
        _run(folder, "objcopy", "--strip-symbol", "_binary_data_size", "data.o")
        options = ("-shared", "-z", "noexecstack", "-soname", library.name)
        _run(folder, "ld", *options, "-o", "library", "data.o")
        library.write_bytes(Path(folder, "library").read_bytes())


def _kept(data: bytes, languages: set[str]) -> bytes:
    """ICU's package of items, without those that Headroom never asks for.

    A header, then the number of items, then for each the places of its name and its content,
    counted from that number; names sorted and ended by a zero byte.
    """
    header = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, header)[0]
    places = [struct.unpack_from("<II", data, header + 4 + 8 * row) for row in range(count)]
    names = [data[header + at : data.index(b"\0", header + at)].decode() for at, _ in places]
    ends = [place for _, place in places[1:]] + [len(data) - header]
    items = [
        (name, data[header + place : header + end])
        for name, (_, place), end in zip(names, places, ends, strict=True)
        if _wanted(name, languages)
    ]
    name_at = 4 + 8 * len(items)
    content_at = _aligned(name_at + sum(len(name) + 1 for name, _ in items))
    entries, spelt, content = b"", b"", b""
    for name, item in items:
        entries += struct.pack("<II", name_at + len(spelt), content_at + len(content))
        spelt += name.encode() + b"\0"
        content += item.ljust(_aligned(len(item)), b"\0")
    head = struct.pack("<I", len(items)) + entries + spelt
    return data[:header] + head.ljust(content_at, b"\0") + content


def _wanted(name: str, languages: set[str]) -> bool:
    if NEVER_READ.search(name):
        return False
    locale = LOCALE.match(name)
    return locale is None or locale[1] in languages


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT


def _run(folder: str, *words: str) -> None:
    subprocess.run(words, cwd=folder, check=True)


def _size(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths)
