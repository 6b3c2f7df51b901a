"""Work that is kept, and what a window offers of it."""

from __future__ import annotations

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document.recovery import recovery_folder


def press(window, label):
    """A button of the message bar."""
    assert label in window.messages.buttons, list(window.messages.buttons)
    window.messages.buttons[label].click()


def saved(tmp_path, **values):
    """A scenario of a file, so."""
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan").having(**values)), path)
    return path


def recovered():
    """What would be offered after a crash."""
    return [scenario_files.load(path) for path in recovery_folder().glob("*.headroom")]
