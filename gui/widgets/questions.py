"""The one question that can't wait in the message bar: what becomes of unsaved work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.text import translate

Button = QMessageBox.StandardButton


def save_question(parent: QWidget | None, name: str) -> QMessageBox:
    """Save, give up or stay; only what loses nothing has a key of its own."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Headroom")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("Question", "Save the changes to “{}”?").format(name))
    box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
    box.setDefaultButton(Button.Save)
    box.setEscapeButton(Button.Cancel)
    for button, text in (
        (Button.Save, translate("Question", "&Save")),
        (Button.Discard, translate("Question", "Don't save")),
        (Button.Cancel, translate("Question", "&Cancel")),
    ):
        box.button(button).setText(text)
    return box


def ask_to_save(parent: QWidget | None, name: str) -> QMessageBox.StandardButton:
    """Ask, and wait for the answer; closing the question is Cancel."""
    box = save_question(parent, name)
    box.exec()
    answer = box.standardButton(box.clickedButton())
    box.deleteLater()
    return answer if answer in (Button.Save, Button.Discard) else Button.Cancel
