"""The documents that Headroom itself offers: the one it starts with, and the examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine import Document, Problem, ScenarioError
from engine.files import scenario_files
from engine.files.foreign import OTHER_FORMATS
from engine.resource import resource
from engine.text import translate
from gui.document.session import Session
from gui.words.sanitize import file_stem

DEFAULT = "article_2025_10"
EXAMPLES = ("article_2025_10", "public_record_2026_11", "one_supplier_gpu", "power_starved")


def example(name: str) -> Document:
    """A shipped scenario, its name and notes in the reader's language."""
    document = scenario_files.parse(
        resource("scenarios", f"{name}{scenario_files.SUFFIX}").read_bytes()
    )
    scenario = document.scenario
    name, notes = (translate("Example", text) for text in (scenario.name, scenario.notes))
    return replace(document, scenario=scenario.having(name=name, notes=notes))


def default_document() -> Document:
    """The scenario of the article, which a new window shows."""
    return example(DEFAULT)


def examples() -> dict[str, str]:
    """Names of the shipped scenarios, by file."""
    return {name: example(name).scenario.name for name in EXAMPLES}


def file_name(session: Session) -> str:
    """A file name for a scenario that has none yet."""
    return f"{file_stem(session.scenario.name)}{scenario_files.SUFFIX}"


def scenario_path(path: Path) -> Path:
    """`path` with the ending of scenarios. Raises ScenarioError where it has another format's."""
    suffix = path.suffix.lower()
    if suffix == scenario_files.SUFFIX:
        return path
    if suffix in OTHER_FORMATS:
        why = translate(
            "Documents",
            "a scenario is saved as {ending}; pictures and tables are in the menu Export",
        )
        raise ScenarioError(Problem("", "", why.format(ending=scenario_files.SUFFIX)), path.name)
    return path.with_name(path.name + scenario_files.SUFFIX)  # “plan v1.2” has no ending
