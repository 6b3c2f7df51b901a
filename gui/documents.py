"""The documents that Headroom itself offers: the one it starts with, and the examples."""

from __future__ import annotations

from dataclasses import replace

from engine import Document, files
from engine.resource import resource
from engine.text import translate
from gui.report.letters import file_stem
from gui.session import Session

DEFAULT = "article_2025_10"
EXAMPLES = ("article_2025_10", "public_record_2026_09", "one_supplier_gpu", "power_starved")


def example(name: str) -> Document:
    """A shipped scenario, its name and notes in the reader's language."""
    document = files.parse(resource("scenarios", f"{name}{files.SUFFIX}").read_bytes())
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
    return f"{file_stem(session.scenario.name)}{files.SUFFIX}"
