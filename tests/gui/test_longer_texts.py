"""The layout holds in French, and with texts a third longer than the English: nothing is cut."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from engine import text
from gui.document import templates
from gui.pages.kpi_strip import Tile
from gui.system.language import STYLES, install_language
from gui.widgets.elided_label import ElidedLabel
from gui.window.main_window import MainWindow

PIECE = re.compile(r"\{[^}]*\}|%n|&|[^\W\d_]+")
BOX_ARROW = 24  # pixels of a combo box beside its text
FIELD_EDGE = 10


def longer(source: str) -> str:
    """The text with each word a third longer; what is put in stays."""

    def stretched(found: re.Match[str]) -> str:
        word = found[0]
        symbol = word[0] in "{%&" or sum(letter.isupper() for letter in word) > 1  # EFLOP, GW
        return word if symbol else word + "o" * math.ceil(len(word) / 3)

    return PIECE.sub(stretched, source)


class Longer(QTranslator):
    """Translates into longer words of no language."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return longer(source)


@pytest.fixture
def longer_texts(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    text.install(lambda context, source, comment, count: longer(source), STYLES["fr"])
    yield
    qapp.removeTranslator(translator)
    install_language(qapp, "en")


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")


def cut(widget: QWidget) -> str:
    """What of a widget's text has no room; empty where all is seen."""
    metrics, width = QFontMetrics(widget.font()), widget.width()
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
        if widget.wordWrap():
            high = widget.heightForWidth(width)
            return widget.text() if high > widget.height() + 1 else ""
        return widget.text() if widget.sizeHint().width() > width + 1 else ""
    if isinstance(widget, ElidedLabel):
        return ""  # the rest of it is in its tooltip
    if isinstance(widget, QAbstractButton):
        if len(widget.text()) < 2:
            return ""  # a sign
        return widget.text() if widget.sizeHint().width() > width + 1 else ""
    if isinstance(widget, QComboBox):
        room = metrics.horizontalAdvance(widget.currentText()) + BOX_ARROW
        return widget.currentText() if room > width else ""
    if isinstance(widget, QLineEdit):
        shown = widget.placeholderText()  # what is typed scrolls
        return shown if metrics.horizontalAdvance(shown) + FIELD_EDGE > width else ""
    if isinstance(widget, QTabBar):
        rects = [widget.tabRect(i) for i in range(widget.count())]
        return "tabs" if rects and rects[-1].right() > width else ""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        wide = inside is not None and inside.width() > widget.viewport().width()
        return f"{inside.objectName()} in its scroll area" if wide else ""
    if isinstance(widget, Tile):
        return ", ".join(widget.cut_texts())
    return ""


def cuts(window: QWidget) -> set[str]:
    widgets = [w for w in window.findChildren(QWidget) if w.isVisible()]
    widgets = [w for w in widgets if w.objectName() != "timing"]  # another one at every frame
    return {f"{type(w).__name__} {w.objectName()}: {found}" for w in widgets if (found := cut(w))}


def cuts_by_page(
    qtbot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> dict[str, set[str]]:
    """What is cut on each page of a window of this size, every lever unfolded."""
    window = MainWindow(templates.default_document())
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    for group in window.levers.groups:
        group.header.setChecked(True)
    found = {}
    for key in window.pages.keys:
        window.pages.show_key(key)
        for _ in range(3):
            qapp.processEvents()
        found[key] = cuts(window)
    monkeypatch.setattr(window.file, "may_leave", lambda: True)
    window.close()
    window.deleteLater()
    return {key: texts for key, texts in found.items() if texts}


@pytest.mark.usefixtures("longer_texts")
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 800)])
def test_that_no_text_of_a_page_is_cut_when_texts_are_a_third_longer(
    qtbot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    assert cuts_by_page(qtbot, qapp, monkeypatch, size) == {}


@pytest.mark.usefixtures("french")
def test_that_no_french_text_is_cut_in_the_smallest_window(
    qtbot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cuts_by_page(qtbot, qapp, monkeypatch, (1024, 700)) == {}
