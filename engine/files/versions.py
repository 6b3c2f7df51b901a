"""The named versions inside a document: what one holds, how many there may be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from engine.files.document import Document, Version
from engine.files.file_text import text_of
from engine.problems import Problem, ScenarioError, shown
from engine.text import translate

MOST_VERSIONS = 30
LARGEST_VERSIONS = 1_000_000  # bytes of all versions of a document together


def read_versions(value: object) -> tuple[Version, ...]:
    """The versions in a scenario file's `versions`.

    Takes: `value`, as JSON has it.
    Gives: versions, oldest first.
    Raises: ScenarioError that names the place, the value, and what is allowed.
    """
    if not isinstance(value, list):
        allowed = translate("Problem", "allowed is a list of versions")
        raise ScenarioError(Problem("versions", shown(value), allowed))
    return tuple(_read(entry, f"versions[{place}]") for place, entry in enumerate(value))


def _read(entry: object, at: str) -> Version:
    kinds = {"name": str, "saved": str, "file": dict}
    if not isinstance(entry, dict) or set(entry) != set(kinds):
        allowed = translate("Problem", "a version has {keys}").format(keys=", ".join(kinds))
        raise ScenarioError(Problem(at, shown(entry), allowed))
    for key, kind in kinds.items():
        if not isinstance(entry[key], kind):
            allowed = translate("Problem", "allowed is a text")
            if kind is dict:
                allowed = translate("Problem", "allowed is a scenario file's object")
            raise ScenarioError(Problem(f"{at}.{key}", shown(entry[key]), allowed))
    return Version(**entry)


def kept(document: Document, name: str, now: datetime) -> tuple[Version, ...]:
    """The document's versions with the present state as a new one.

    Takes: `document`; `name` of the new one; `now`, when.
    Gives: versions, oldest first.
    Raises: ScenarioError where they are too many, or too large together.
    """
    file = json.loads(text_of(replace(document, versions=())))
    saved = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    versions = (*document.versions, Version(name, saved, file))
    size = sum(len(json.dumps(dict(version.file))) for version in versions)
    if len(versions) > MOST_VERSIONS or size > LARGEST_VERSIONS:
        allowed = translate(
            "Problem", "a document holds at most {count} versions and {size} MB of them; remove one"
        ).format(count=MOST_VERSIONS, size=LARGEST_VERSIONS // 1_000_000)
        raise ScenarioError(Problem("versions", str(len(versions)), allowed))
    return versions
