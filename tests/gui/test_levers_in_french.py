"""What the panel of levers shows and says is in the language of the reader, to its last button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from engine import PARAMETERS
from gui.system.language import install_language
from tests.gui.accessible_tree import node


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")


def texts(widget: QWidget) -> set[str]:
    """All that is seen of a widget, in its tip and on it, and all that a screen reader says."""
    spoken = node(widget)
    shown = getattr(widget, "text", None)
    written = shown() if callable(shown) else ""
    said = (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    return {str(text) for text in (*said, spoken.name, spoken.description, written) if text}


def test_that_no_lever_says_its_name_or_its_help_in_english(panel):
    english = {
        text
        for row in PARAMETERS
        for text, own in ((row.label, row.label_text), (row.help, row.help_text))
        if text != own and len(text) > 8
    }
    assert len(english) > 50
    for group in panel.groups:
        group.make_rows()
    said = {text for widget in panel.findChildren(QWidget) for text in texts(widget)}
    assert len(said) > 100
    assert sorted(text for text in said if any(one in text for one in english)) == []
