"""The menu of a chart: keep it, show it otherwise, and what it is; pyqtgraph's own is off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from engine.text import translate
from gui.widgets.plain import as_read, tip, without_keys

MOST_KEYS = 9  # parts that have a digit
RESTS_ON = "rests_on"  # what a chart is asked for


class Charted(Protocol):
    """What a chart can be asked for."""

    hidden: frozenset[str]

    @property
    def as_table(self) -> bool: ...

    @property
    def labels(self) -> tuple[str, ...]: ...

    def ask(self, what: str) -> None: ...

    def ask_for_export(self) -> None: ...

    def ask_for_help(self) -> None: ...

    def copy(self) -> None: ...

    def explain(self) -> None: ...

    def isolate_part(self, label: str) -> None: ...

    def show_all_parts(self) -> None: ...

    def toggle_part(self, label: str) -> None: ...

    def toggle_table(self) -> None: ...


def chart_menu(panel: Charted, parent: QWidget) -> QMenu:
    """A menu for `panel` as it is now; it deletes itself when closed."""
    menu = QMenu(parent)

    def add(to: QMenu, text: str, done: Callable[[], None], key: str = "") -> None:
        action = to.addAction(text)
        action.setToolTip(tip(as_read(text)))
        action.triggered.connect(done)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)

    add(menu, translate("ChartPanel", "&Copy picture and data"), panel.copy, "Ctrl+C")
    add(menu, translate("ChartPanel", "Copy &picture"), partial(panel.ask, "copy_picture"))
    add(menu, translate("ChartPanel", "Copy &data"), partial(panel.ask, "copy_data"))
    menu.addSeparator()
    add(menu, translate("ChartPanel", "&Save picture…"), panel.ask_for_export)
    add(menu, translate("ChartPanel", "Save data as CS&V…"), partial(panel.ask, "save_csv"))
    menu.addSeparator()
    add(
        menu,
        translate("ChartPanel", "Show chart")
        if panel.as_table
        else translate("ChartPanel", "Show &table"),
        panel.toggle_table,
        "T",
    )
    parts = menu.addMenu(translate("ChartPanel", "Pa&rts"))
    alone = menu.addMenu(translate("ChartPanel", "Show &alone"))
    for number, label in enumerate(panel.labels, 1):
        key = str(number) if number <= MOST_KEYS else ""
        add(parts, without_keys(label), partial(panel.toggle_part, label), key)
        shown = parts.actions()[-1]
        shown.setCheckable(True)
        shown.setChecked(label not in panel.hidden)
        alone_key = f"Alt+{key}" if key else ""
        add(alone, without_keys(label), partial(panel.isolate_part, label), alone_key)
    for each in (parts, alone):
        each.setEnabled(len(panel.labels) > 1)
    add(menu, translate("ChartPanel", "Show a&ll parts"), panel.show_all_parts, "0")
    menu.actions()[-1].setEnabled(bool(panel.hidden))
    menu.addSeparator()
    add(menu, translate("ChartPanel", "&What is this?"), panel.explain, "?")
    add(menu, translate("ChartPanel", "What it r&ests on…"), partial(panel.ask, RESTS_ON))
    add(menu, translate("ChartPanel", "&Help on this chart"), panel.ask_for_help)
    return menu
