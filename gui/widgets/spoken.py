"""What screen readers are told of widgets that paint themselves: role, value, state, parts.

A widget says it when it is asked, and sets none of it: each description that is set is read out,
and a lever under a hand has another at every frame.

Qt's stubs say that there is always a parent, a child, a window; Qt itself takes None for none.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid, wrapInstance

Text, Role = QAccessible.Text, QAccessible.Role
Kind = QAccessible.InterfaceType

_interfaces: dict[int, SpokenInterface] = {}

# PySide hands on the address of an interface's object, and would do so of None: this one has none
NOTHING = wrapInstance(0, QAccessibleValueInterface)


class Number(NamedTuple):
    """A value in the unit that is shown, its bounds, and a step of it."""

    now: float
    low: float
    high: float
    step: float


class Spoken:
    """A base for a widget, before Qt's: what is not read from its properties."""

    spoken_role: ClassVar[QAccessible.Role] = Role.Grouping

    def spoken_name(self) -> str:
        """What it is; without one, its accessible name."""
        return ""

    def spoken_description(self) -> str:
        """What there is to know beyond name and value."""
        return ""

    def spoken_value(self) -> str:
        """The value in words, with its unit."""
        return ""

    def spoken_number(self) -> Number | None:
        """The same as a number, where it is one."""
        return None

    def take_number(self, value: float) -> None:
        """Have this value, in the unit that is shown; a reader sets it."""

    def spoken_open(self) -> bool | None:
        """Whether it is unfolded; None where it does not fold."""
        return None

    def spoken_acts(self) -> Mapping[str, Callable[[], object]]:
        """What a reader can have done, by Qt's names of actions."""
        return {}

    def spoken_items(self) -> int:
        """How many parts it has that are not widgets."""
        return 0

    def spoken_item(self, number: int) -> tuple[str, str]:
        """Name and description of a part."""
        raise NotImplementedError

    def spoken_item_box(self, number: int) -> QRectF | None:
        """Where a part is seen in the widget; None where it is not."""
        raise NotImplementedError

    def spoken_current(self) -> int | None:
        """The part that has the keys."""
        return None

    def accessibleDescription(self) -> str:
        return self.spoken_description()


class _About:
    """A base of what speaks for a widget, which it finds and never keeps.

    PySide does not give up what stands for an interface that Qt has deleted; one that held its
    widget would hold the whole window with it, and the results that the window shows.
    """

    _widget: weakref.ref[Any]

    @property
    def of(self) -> Any:
        """The widget, or None once it is gone."""
        found = self._widget()
        return found if found is not None and isValid(found) else None


class SpokenInterface(_About, QAccessibleWidget):
    """Asks the widget."""

    def __init__(self, widget: Any) -> None:
        super().__init__(widget, widget.spoken_role)
        self._widget = weakref.ref(widget)
        self._number = _NumberInterface(widget)
        self._acts = _ActInterface(widget)
        self._items: list[_SpokenPart] = []

    def text(self, kind: QAccessible.Text) -> str:
        if self.of is not None:
            if kind == Text.Value:
                return str(self.of.spoken_value())
            if kind == Text.Description:
                return str(self.of.spoken_description())
            if kind == Text.Name and (name := self.of.spoken_name()):
                return str(name)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        found = super().state()
        opened = self.of.spoken_open() if self.of is not None else None
        if opened is not None:
            found.expandable = True
            found.expanded, found.collapsed = opened, not opened
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if self.of is not None:
            if kind == Kind.ValueInterface and self.of.spoken_number() is not None:
                return self._number
            if kind == Kind.ActionInterface:
                return self._acts
        return NOTHING

    # Parts

    @property
    def _parts(self) -> int:
        return int(self.of.spoken_items()) if self.of is not None else 0

    def childCount(self) -> int:
        return self._parts or super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not self._parts:
            return super().child(index)
        if not 0 <= index < self._parts:
            return None
        while len(self._items) <= index:  # they are kept: Qt knows them by their number
            item = _SpokenPart(self.of, len(self._items))
            QAccessible.registerAccessibleInterface(item)
            self._items.append(item)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if self._parts:
            return self._items.index(child) if child in self._items else -1
        return super().indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for number in range(self._parts):
            item = self.child(number)
            if item is not None and item.rect().contains(x, y):
                return item
        return None if self._parts else super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = self.of.spoken_current() if self._parts else None
        if current is None or not self.of.hasFocus():
            return super().focusChild()
        return self.child(current)

    def forget(self) -> None:
        """The widget is gone."""
        for item in self._items:
            if isValid(item):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items = []


class _NumberInterface(_About, QAccessibleValueInterface):
    def __init__(self, widget: Any) -> None:
        super().__init__()
        self._widget = weakref.ref(widget)

    @property
    def _number(self) -> Number:
        found = self.of.spoken_number() if self.of is not None else None
        return found if isinstance(found, Number) else Number(0.0, 0.0, 0.0, 0.0)

    def currentValue(self) -> float:
        return self._number.now

    def minimumValue(self) -> float:
        return self._number.low

    def maximumValue(self) -> float:
        return self._number.high

    def minimumStepSize(self) -> float:
        return self._number.step

    def setCurrentValue(self, value: Any) -> None:
        number = self._number
        self.of.take_number(min(max(float(value), number.low), number.high))


class _ActInterface(_About, QAccessibleActionInterface):
    def __init__(self, widget: Any) -> None:
        super().__init__()
        self._widget = weakref.ref(widget)

    def actionNames(self) -> list[str]:
        if self.of is None:
            return []
        return [QAccessibleActionInterface.setFocusAction(), *self.of.spoken_acts()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.setFocusAction():
            self.of.setFocus()
        else:
            self.of.spoken_acts()[name]()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class _SpokenPart(_About, QAccessibleInterface):
    """One part, by its number; it asks the widget what stands there now."""

    def __init__(self, widget: Any, number: int) -> None:
        super().__init__()
        self._widget, self._number = weakref.ref(widget), number

    def isValid(self) -> bool:
        return self.of is not None and self._number < self.of.spoken_items()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.of.window().windowHandle() if self.of is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self.of)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        name, description = self.of.spoken_item(self._number)
        said = {Text.Name: name, Text.Value: description, Text.Description: description}
        return str(said.get(kind, ""))

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass

    def _box(self) -> QRectF | None:
        return self.of.spoken_item_box(self._number) if self.isValid() else None

    def rect(self) -> QRect:
        box = self._box()
        if box is None:
            return QRect()
        inside = box.toAlignedRect()
        return QRect(self.of.mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        return Role.ListItem

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        found.focusable = found.selectable = True
        if self._box() is None:
            found.invisible = True
        elif self.of.spoken_current() == self._number:
            found.selected = True
            found.focused = self.of.hasFocus()
        return found


# What has changed, told once


def announce(widget: QWidget, text: str) -> None:
    """Say something now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def tell_value(widget: QWidget) -> None:
    """Another value is there, which the widget says itself."""
    if QAccessible.isActive() and isinstance(widget, Spoken):
        number = widget.spoken_number()
        said = widget.spoken_value() if number is None else number.now
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, said))


def tell_open(widget: QWidget) -> None:
    """It has been folded, or unfolded."""
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))


def tell_current(widget: QWidget) -> bool:
    """Another part has the keys; whether there is somebody to hear of it."""
    if not QAccessible.isActive() or not isinstance(widget, Spoken):
        return False
    current = widget.spoken_current()
    found = QAccessible.queryAccessibleInterface(widget)
    item = None if current is None or found is None else found.child(current)
    if item is None or not widget.hasFocus():
        return False
    QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))
    return True


def _interface(_: str, of: QObject) -> QAccessibleInterface | None:
    if not isinstance(of, Spoken) or not isinstance(of, QWidget):
        return None
    found = SpokenInterface(of)
    _interfaces[id(of)] = found
    of.destroyed.connect(partial(_forget, id(of)))
    return found


def _forget(key: int) -> None:
    found = _interfaces.pop(key, None)
    if found is not None:
        found.forget()


QAccessible.installFactory(_interface)  # once in a process: Qt has no way to take one back
