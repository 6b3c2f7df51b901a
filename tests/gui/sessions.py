"""What stands on a session, with that session: nothing else in a test would keep it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine import Document
from gui.document.session import Session


def with_session(kind: Callable[[Session], Any], document: Document) -> Any:
    """One of a session of the document, which lives as long.

    Not as its child: what holds its own parent last has Qt and Python both delete it, when a
    search for garbage finds the two together.
    """
    session = Session(document)
    made = kind(session)
    made.kept_alive = session
    return made
