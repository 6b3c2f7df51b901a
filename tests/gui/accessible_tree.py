"""The tree that screen readers walk, as plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gui.widgets.spoken import Spoken

Text, Role = QAccessible.Text, QAccessible.Role
LARGE = 240  # children: of a table the first cells stand for all
NO_ROLE = (Role.NoRole, Role.Client, Role.LayeredPane, Role.Border)
NAMELESS = (Role.MenuBar, Role.StaticText)  # by its entries; a text that is not there yet
VALUED = (Role.Slider, Role.SpinBox, Role.Splitter, Role.ProgressBar, Role.Dial)


@dataclass(frozen=True)
class Node:
    """One object: what a reader says of it."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    focusable: bool
    path: tuple[str, ...]
    object: QObject | None

    def __str__(self) -> str:
        return " > ".join((*self.path[-3:], f"{self.role.name} {self.name!r}"))


def nodes(of: QWidget) -> list[Node]:
    """All that can be seen in a window, and of lists and tables what they hold."""
    found = QAccessible.queryAccessibleInterface(of)
    assert found is not None
    return list(_walk(found, ()))


def node(of: QWidget) -> Node:
    """One widget alone."""
    found = QAccessible.queryAccessibleInterface(of)
    assert found is not None
    return _node(found, ())


def _node(found: QAccessibleInterface, path: tuple[str, ...]) -> Node:
    name, said, value = (found.text(kind) for kind in (Text.Name, Text.Description, Text.Value))
    focusable = bool(found.state().focusable)
    return Node(found.role(), name, said, value, focusable, path, found.object())


def _walk(found: QAccessibleInterface, path: tuple[str, ...]) -> Iterator[Node]:
    if found.state().invisible:
        return
    here = _node(found, path)
    yield here
    kind = type(here.object).__name__ if here.object is not None else here.role.name
    for number in range(min(found.childCount(), LARGE)):
        child = found.child(number)
        if child is not None and child.isValid():
            yield from _walk(child, (*path, kind))


TYPED = QComboBox | QLineEdit | QAbstractSpinBox | QPlainTextEdit | QAbstractItemView


def unnamed(of: QWidget) -> list[str]:
    """Fields with no name of their own: a label beside one is no name for Linux's readers."""
    return [
        f"{type(field).__name__} in {type(field.parent()).__name__}"
        for field in of.findChildren(QWidget)
        if isinstance(field, TYPED)
        and field.isVisible()
        and field.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(field.parent(), QAbstractSpinBox)
        and not field.accessibleName()
    ]


def faults(of: QWidget) -> list[str]:
    """What a reader would stumble over."""
    found: list[str] = [f"no name of its own: {kind}" for kind in unnamed(of)]
    for at in nodes(of):
        if at.focusable and not at.name.strip() and at.role not in NAMELESS:
            found.append(f"no name: {at}")
        if at.focusable and at.role in NO_ROLE:
            found.append(f"no role: {at}")
        if any("<" in text and ">" in text for text in (at.name, at.description, at.value)):
            found.append(f"markup: {at} {at.description!r}")
        if "\n" in at.name and at.role != Role.StaticText:
            found.append(f"a break in its name: {at}")
        if at.focusable and at.role in VALUED and not at.value.strip():
            found.append(f"no value: {at}")
        if isinstance(at.object, Spoken) and not at.name.strip() and at.focusable:
            found.append(f"says nothing: {at}")
    return found
