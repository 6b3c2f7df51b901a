"""What goes into the frozen app and what stays out, and why; the spec applies it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

# Python modules that the analysis would follow, but the app never imports
UNUSED_MODULES = [
    # pyqtgraph takes these where they are installed
    *(
        "IPython",
        "OpenGL",
        "colorcet",
        "cupy",
        "dask",
        "distributed",
        "h5py",
        "jupyter_rfb",
        "matplotlib",
        "numba",
        "pyarrow",
        "scipy",
    ),
    # parts of pyqtgraph that its own __init__ leaves alone
    *(f"pyqtgraph.{part}" for part in ("console", "dockarea", "examples", "flowchart", "jupyter")),
    "pyqtgraph.opengl",
    # of NumPy and Python: for developers
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "tkinter", "unittest", "doctest"),
    *("pdb", "lib2to3", "ensurepip", "pip", "setuptools", "distutils", "test", "curses"),
    # no network, ever
    *("_ssl", "ssl", "ftplib", "http.server", "smtplib", "xmlrpc"),
]


NOT_SHIPPED = {".ts"}  # what the translations are compiled from


def resources(root: Path) -> list[tuple[str, str]]:
    """(source, folder in the bundle) of every file of `root`/resources that ships."""
    return [
        (str(path), path.parent.relative_to(root).as_posix())
        for path in sorted((root / "resources").rglob("*"))
        if path.is_file() and path.suffix not in NOT_SHIPPED and "__pycache__" not in path.parts
    ]


@dataclass
class Pruned:
    """Files that stay out: patterns over their place in the bundle, and what may go."""

    name: str
    why: str
    pattern: re.Pattern[str]
    saved: int = 0  # bytes, in this build
    files: list[str] = field(default_factory=list)


def _row(name: str, why: str, *patterns: str) -> Pruned:
    return Pruned(name, why, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE))


def table(languages: Iterable[str]) -> list[Pruned]:
    """The table; of Qt's translations only `languages` stay ("fr", ...)."""
    kept = "|".join(re.escape(language) for language in languages) or "none"
    return [
        _row(
            "Qt's translations",
            "only the base texts of the languages that Headroom has",
            rf"(^|/)PySide6/(Qt/)?translations/(?!qtbase_(?:{kept})\.qm$)[^/]*\.qm$",
        ),
        _row(
            "GTK 3 and its family",
            "a platform theme; the portal's theme tells light from dark without it",
            r"platformthemes/libqgtk3",
            r"lib(gtk-3|gdk-3|gdk_pixbuf|gio|gmodule|gobject|atk|atspi|cairo|pango|pixman|epoxy)[^/]*\.so",
            r"lib(harfbuzz|graphite2|fribidi|thai|datrie|mount|blkid|selinux|jpeg|Xcomposite)\.so",
            r"lib(Xcursor|Xdamage|Xfixes|Xi|Xinerama|Xrandr|Xext|wayland-(egl|server))\.so",
        ),
        _row(
            "QtOpenGL and its kin",
            "the charts are painted in software; without_opengl.py answers for the names",
            r"QtOpenGL(Widgets)?\.(abi3\.so|pyd)$",
            r"(lib)?Qt6?OpenGL(Widgets)?(\.so|\.dll|\.framework|$|/)",
            r"opengl32sw\.dll$",
            r"d3dcompiler_\d+\.dll$",
        ),
        _row(
            "QtTest",
            "for tests",
            r"QtTest\.(abi3\.so|pyd)$",
            r"(lib)?Qt6?Test(\.so|\.dll|\.framework)",
        ),
        _row(
            "TLS and OpenSSL",
            "no network, ever",
            r"plugins/(tls|networkinformation)/",
            r"lib(crypto|ssl)[-.][^/]*(so|dll|dylib)",
            r"lib-dynload/_ssl\.",
            r"(^|/)_(ssl|hashlib)\.(cpython[^/]*\.so|pyd)$",
            r"lib-dynload/_hashlib\.",
        ),
        _row(
            "Qt's screens without a desktop",
            "framebuffers, VNC, bare EGL, Direct2D; xcb, Wayland, Windows' and offscreen stay",
            r"plugins/platforms/libq(eglfs|linuxfb|vnc|vkkhrdisplay|minimal|minimalegl)\.so$",
            r"plugins/platforms/q(direct2d|minimal)\.dll$",
            r"plugins/(egldeviceintegrations|generic)/",
            r"libQt6Egl[^/]*\.so",
            r"plugins/xcbglintegrations/",
            r"plugins/wayland-graphics-integration-client/",
            r"libxcb-glx\.so",
        ),
        _row(
            "picture formats",
            "Headroom reads and writes PNG and SVG; JPEG stays for what is pasted",
            r"plugins/imageformats/(lib)?q(gif|icns|ico|tga|tiff|wbmp|webp)d?\.(so|dll|dylib)$",
        ),
        _row(
            "terminal and database parts of Python",
            "no terminal, no database",
            r"lib-dynload/(readline|_curses|_curses_panel|_dbm|_gdbm|_sqlite3|_tkinter|nis|ossaudiodev|_crypt)\.",
            r"lib(readline|tinfo|ncursesw?|sqlite3|gdbm|db-5)[^/]*\.so",
            r"(^|/)lib-dynload/_(test[a-z]*|xxtestfuzz)\.",
        ),
        _row(
            "what every desktop brings",
            "these must match the machine's own drivers and fonts (as AppImage leaves them out)",
            r"(^|/)lib(stdc\+\+|gcc_s)\.so",
            r"(^|/)lib(X11|X11-xcb|Xau|Xdmcp|bsd|md|Xrender)\.so",
            r"(^|/)lib(fontconfig|freetype|expat|png16|z)\.so",
            r"(^|/)lib(dbus-1|systemd|gcrypt|gpg-error|lz4|cap)\.so",
        ),
        _row(
            "notes for type checkers and toy pictures",
            "nothing reads them at run time",
            r"\.pyi$",
            r"pyqtgraph/icons/peegee/",
            r"pyqtgraph/colors/",
            r"\.dist-info/(RECORD|INSTALLER|WHEEL|REQUESTED|direct_url\.json)$",
        ),
    ]


def keep(entries: Iterable[tuple[str, str, str]], rows: list[Pruned]) -> list[tuple[str, str, str]]:
    """The entries (place in the bundle, source, kind) that stay; the rows note what went."""
    kept = []
    for entry in entries:
        place, source, _ = entry
        text = PurePosixPath(place.replace("\\", "/")).as_posix()
        row = next((row for row in rows if row.pattern.search(text)), None)
        if row is None:
            kept.append(entry)
            continue
        row.files.append(text)
        path = Path(source)
        # the same library has links at other places: count what is written once
        if path.is_file() and entry[2] != "SYMLINK":
            row.saved += path.stat().st_size
    return kept
