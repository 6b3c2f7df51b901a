"""A scenario with what its file holds beyond it: unknown keys, named versions, notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.tables.scenario import Scenario


@dataclass(frozen=True)
class Version:
    """A named state that a document remembers.

    `file` is the whole scenario file of that moment, as JSON has it, with its own format
    number: it is read, and brought up to date, only when it is restored.
    """

    name: str
    saved: str  # when, in UTC: 2026-11-25T17:05:00Z
    file: Mapping[str, Any]


@dataclass(frozen=True)
class Document:
    """What one file holds."""

    scenario: Scenario
    unknown: Mapping[str, Any] = field(default_factory=dict)  # kept when saved
    notices: tuple[str, ...] = ()  # what the user should know, a line each
    read_only: bool = False  # written by a newer Headroom
    versions: tuple[Version, ...] = ()  # oldest first
