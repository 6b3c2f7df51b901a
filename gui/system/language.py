"""The window's language: Qt's translators, the engine's texts, and how numbers are written."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QStandardPaths, QTranslator

from engine import text
from engine.files.reading import is_plain
from engine.resource import ROOT

FOLDER = ROOT / "translations"
ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}  # each by its own name
SYSTEM = "system"
ASKED = "HEADROOM_LANGUAGE"  # an environment variable that stands for the system's language
STYLES = {
    "en": text.ENGLISH,
    # a narrow no-break space between thousands, a no-break space before the percent sign
    "fr": text.NumberStyle(thousands="\u202f", decimal=",", percent="\u00a0%"),
}
LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
}

_installed: list[QTranslator] = []
_spoken = [ENGLISH]


def languages() -> Mapping[str, str]:
    """Every language Headroom speaks: its code, and its own name for itself."""
    return LANGUAGES


def system_language() -> str:
    """The first of the system's languages that Headroom speaks, else English."""
    asked = os.environ.get(ASKED)
    wanted = [asked] if asked else QLocale.system().uiLanguages()
    for name in wanted:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return ENGLISH


def install_language(app: QCoreApplication, name: str = SYSTEM) -> str:
    """Speak `name`, or the system's language, in every text made from now on; which it is.

    Where a translation can't be loaded, its texts stay English and one line says so.
    """
    language = name if name in LANGUAGES else system_language()
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    own = _own(language)
    if own is None:
        if sys.stderr is not None:
            print(f"Headroom speaks English: headroom_{language} can't be loaded.", file=sys.stderr)
        language = ENGLISH
        text.install()
    else:
        text.install(_translator(own), STYLES[language])
    _installed.extend(found for found in (_qts(language), own) if found is not None)
    for translator in _installed:
        app.installTranslator(translator)
    QLocale.setDefault(LOCALES[language])
    _spoken[:] = [language]
    return language


def spoken_language() -> str:
    """The language that was installed last."""
    return _spoken[0]


def _translator(own: QTranslator) -> text.Translator:
    """What the engine and the window's plain modules say everything through."""

    def translated(context: str, source: str, comment: str, count: int) -> str:
        if count < 0:
            return fixed(context, source, comment)
        found = own.translate(context, source, comment or None, count)
        if not found:
            return text.as_written(context, source, comment, count)
        return found.replace("%n", text.written(count, ",d"))

    @functools.cache  # a frame of a drag asks for some 150 texts, always the same
    def fixed(context: str, source: str, comment: str) -> str:
        found = own.translate(context, source, comment or None)
        return found or text.as_written(context, source, comment, -1)

    return translated


def _own(language: str) -> QTranslator | None:
    """Headroom's translation: compiled with the frozen app, from the source when it is newer."""
    name = f"headroom_{language}"
    source, compiled = FOLDER / f"{name}.ts", FOLDER / f"{name}.qm"
    translator = QTranslator()
    if is_plain(source) and not _is_newer(compiled, source):
        compiled = compile_translation(source, compiled)
    return translator if is_plain(compiled) and translator.load(str(compiled)) else None


def _is_newer(compiled: Path, source: Path) -> bool:
    return is_plain(compiled) and compiled.stat().st_mtime >= source.stat().st_mtime


def compile_translation(source: Path, target: Path) -> Path:
    """Make `target` from a `.ts` file with Qt's own tool, or beside the settings; where it is."""
    if not os.access(target.parent, os.W_OK):
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        target = Path(folder) / target.name
    if _is_newer(target, source):
        return target
    ending = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{ending}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:  # two starts at once
            made = Path(folder) / target.name
            subprocess.run(
                [tool, "-silent", "-nounfinished", source, "-qm", made], check=True, timeout=30
            )
            os.replace(made, target)
    except (OSError, subprocess.SubprocessError):
        pass  # told by the one who loads it
    return target


def _qts(language: str) -> QTranslator | None:
    """Qt's own texts: the buttons of its dialogs, and the like."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    return translator if translator.load(f"qtbase_{language}", folder) else None
