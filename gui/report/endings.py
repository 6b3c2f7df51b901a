"""The endings of what is exported: a file is what its name says, or it is not written. No Qt."""

from __future__ import annotations

from pathlib import Path

from engine import Problem, ScenarioError
from engine.files import scenario_files
from engine.files.foreign import OTHER_FORMATS
from engine.text import translate

PICTURES = (".png", ".svg")
TABLES = (".csv", ".xlsx")
NUMBERS = (".csv",)


def named_as(path: Path, allowed: tuple[str, ...], chosen: str = "") -> Path:
    """`path` with one of the `allowed` endings: its own, else the `chosen` or the first.

    “Q3 plan v1.2” has no ending yet. Raises ScenarioError where it has another format's.
    """
    suffix = path.suffix.lower()
    if suffix in allowed:
        return path
    if suffix in OTHER_FORMATS or suffix == scenario_files.SUFFIX:
        why = translate("Report", "this is written as {kinds}; end its name in {endings}").format(
            kinds=_listed([ending[1:].upper() for ending in allowed]), endings=_listed(allowed)
        )
        raise ScenarioError(Problem("", "", why), path.name)
    return path.with_name(path.name + (chosen if chosen in allowed else allowed[0]))


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return translate("Report", " or ").join(words)
