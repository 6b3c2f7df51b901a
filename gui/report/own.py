"""What may stand where a report's file goes: files of reports, which are made again. No Qt here."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from engine import Problem, ScenarioError
from engine.files import scenario_files
from engine.files.foreign import EMPTY, LOOKED_AT, TABLE, kind_of
from engine.files.reading import is_plain, open_plain
from engine.files.reasons import reason_of, unreadable
from engine.files.target import refuse_inputs, target_of
from engine.text import translate

KEY = "report"  # what a scenario that a report carries says beyond it
CARRYING = frozenset((".csv", ".md"))  # the texts, whose scenario stands beside them
LARGEST_CARRIED = 16_000_000  # bytes of what a file carries: two scenarios, escaped, and numbers
HEAD_CELLS = 3  # of a table, that tell which it is
LARGEST_PICTURE = 100_000_000
LARGEST_PROPERTIES = 100_000
MARKS = {
    ".png": rb"Software\0Headroom|iTXtHeadroom scenario",
    ".svg": rb"<!-- Headroom |headroom-scenario",
    ".pdf": rb'CreatorTool="Headroom|/scenario\.headroom',
    ".md": rb"(?m)^\*Headroom \d",
}


def sidecar(path: Path) -> Path:
    """The file beside `path` that carries what a plain text cannot."""
    return path.parent / (
        path.name + scenario_files.SUFFIX
    )  # the topmost folder has no name to replace


def has_sidecar(path: Path) -> bool:
    """Whether a report's scenario stands beside `path`, which is no scenario itself."""
    if path.suffix.lower() == scenario_files.SUFFIX or not is_sidecar(sidecar(path)):
        return False
    try:
        with open_plain(path) as file:
            return file.read(LOOKED_AT).lstrip()[:1] != b"{"  # that is a scenario itself
    except (OSError, ValueError):
        return False


def is_sidecar(path: Path) -> bool:
    """Whether the file is one that a report wrote beside another, and not a scenario of its own."""
    try:
        if not is_plain(path):
            return False
        content = scenario_files.content_of(
            scenario_files.read(path, LARGEST_CARRIED), LARGEST_CARRIED
        )
    except (ScenarioError, OSError, ValueError):
        return False
    report = content.get(KEY)
    return isinstance(report, dict) and "kind" in report and "seal" in report


def refuse_foreign(
    path: Path, inputs: Iterable[Path] = (), data: bytes | None = None, *, asked: bool = False
) -> None:
    """Raise ScenarioError where writing `path` would destroy what is none of a report's.

    Never an input, a scenario, or what is no plain file; and where the name was not `asked` for,
    no file that no report wrote. `data` is what is to be written, where that is known.
    """
    try:
        target = target_of(path)
        refuse_inputs(path, inputs)
        if not target.exists():
            return
        with target.open("rb") as file:
            start = file.read(LOOKED_AT)
        ours = is_sidecar(path)
        if (
            f'"{scenario_files.FORMAT}"'.encode() in start
            and start.lstrip()[:1] == b"{"
            and not ours
        ):
            why = translate("Report", "is a scenario; write to another folder")
        elif asked or ours or _is_own(target, start, data):
            return
        else:
            why = translate(
                "Report",
                "is there already and of no report; write to another folder, or remove it first",
            )
    except (FileNotFoundError, NotADirectoryError):
        return  # whoever makes the folder says why it can't be
    except OSError as error:
        why = unreadable(reason_of(error))
    except ScenarioError:
        raise
    except ValueError:  # a path with a zero byte
        why = unreadable(translate("Problem", "not a path"))
    raise ScenarioError(Problem("", "", why), str(path))


def _is_own(path: Path, start: bytes, data: bytes | None) -> bool:
    ending = path.suffix.lower()
    if kind_of(start) == EMPTY or has_sidecar(path):
        return True
    if ending == ".csv":
        return kind_of(start) == TABLE if data is None else _head(start) == _head(data)
    if ending == ".xlsx":
        return _made_by_us(path)
    mark = MARKS.get(ending)
    if mark is None or path.stat().st_size > LARGEST_PICTURE:
        return False
    return re.search(mark, path.read_bytes()) is not None


def _head(data: bytes) -> list[bytes]:
    line = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].rstrip(b"\r")
    return line.split(b",")[:HEAD_CELLS]


def _made_by_us(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("docProps/core.xml") as part:
            return b"<dc:creator>Headroom<" in part.read(LARGEST_PROPERTIES)
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, EOFError, NotImplementedError):
        return False
