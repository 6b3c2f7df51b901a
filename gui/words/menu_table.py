"""The one table of actions: menu, key, text and shortcut; each menu's class has the method."""

from __future__ import annotations

from dataclasses import dataclass

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate


@dataclass(frozen=True)
class ActionRow:
    """A menu entry, done by the method `key` of the menu's class in `gui.window.commands`."""

    key: str
    menu: str
    text: str
    shortcut: str = ""
    separator_before: bool = False
    checkable: bool = False  # shows whether it is on; its class keeps that right

    @property
    def shown_text(self) -> str:
        """The text in the reader's language."""
        return translate("Action", self.text)

    @property
    def full_key(self) -> str:
        """Unique over all menus: `file.save`."""
        return f"{ROOMS[self.menu]}.{self.key}"


FILE = QT_TRANSLATE_NOOP("Menu", "&File")
EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")
COMPARE = QT_TRANSLATE_NOOP("Menu", "&Compare")
VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
EXPORT = QT_TRANSLATE_NOOP("Menu", "E&xport")
HELP = QT_TRANSLATE_NOOP("Menu", "&Help")
# each menu's attribute of the window
ROOMS = {
    FILE: "file",
    EDIT: "edit",
    COMPARE: "compare",
    VIEW: "view",
    EXPORT: "exporter",
    HELP: "help",
}
MENUS = tuple(ROOMS)

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new", FILE, QT_TRANSLATE_NOOP("Action", "&New"), "Ctrl+N"),
    ActionRow("open", FILE, QT_TRANSLATE_NOOP("Action", "&Open…"), "Ctrl+O"),
    ActionRow(
        "add_to_comparison",
        FILE,
        QT_TRANSLATE_NOOP("Action", "Add to co&mparison…"),
        "Ctrl+Shift+O",
    ),
    ActionRow("open_sweep", FILE, QT_TRANSLATE_NOOP("Action", "Open swee&p…")),
    ActionRow("save", FILE, QT_TRANSLATE_NOOP("Action", "&Save"), "Ctrl+S", True),
    ActionRow("save_as", FILE, QT_TRANSLATE_NOOP("Action", "Save &As…"), "Ctrl+Shift+S"),
    ActionRow("duplicate", FILE, QT_TRANSLATE_NOOP("Action", "&Duplicate"), "Ctrl+Shift+D"),
    ActionRow("revert", FILE, QT_TRANSLATE_NOOP("Action", "Re&vert to the file")),
    ActionRow("start_page", FILE, QT_TRANSLATE_NOOP("Action", "S&tart page"), "", True),
    ActionRow("keep_version", FILE, QT_TRANSLATE_NOOP("Action", "&Keep a version…")),
    ActionRow("quit", FILE, QT_TRANSLATE_NOOP("Action", "&Quit"), "Ctrl+Q", True),
    ActionRow("undo", EDIT, QT_TRANSLATE_NOOP("Action", "&Undo"), "Ctrl+Z"),
    ActionRow("redo", EDIT, QT_TRANSLATE_NOOP("Action", "&Redo"), "Ctrl+Shift+Z"),
    ActionRow("history", EDIT, QT_TRANSLATE_NOOP("Action", "Histor&y…")),
    ActionRow(
        "copy_scenario",
        EDIT,
        QT_TRANSLATE_NOOP("Action", "&Copy the scenario as text"),
        "Ctrl+Shift+C",
        True,
    ),
    ActionRow(
        "paste_scenario", EDIT, QT_TRANSLATE_NOOP("Action", "&Paste a scenario"), "Ctrl+Shift+V"
    ),
    ActionRow("add_shock", EDIT, QT_TRANSLATE_NOOP("Action", "Add a s&hock…"), "", True),
    ActionRow("add_contract", EDIT, QT_TRANSLATE_NOOP("Action", "Add a c&ontract…")),
    ActionRow("add_site", EDIT, QT_TRANSLATE_NOOP("Action", "Add a s&ite…")),
    ActionRow("rename", EDIT, QT_TRANSLATE_NOOP("Action", "Re&name the scenario…"), "F2", True),
    ActionRow(
        "command_palette", EDIT, QT_TRANSLATE_NOOP("Action", "Co&mmand palette…"), "Ctrl+K", True
    ),
    ActionRow("reach", EDIT, QT_TRANSLATE_NOOP("Action", "Reach a tar&get…"), "Ctrl+G"),
    ActionRow("find_lever", EDIT, QT_TRANSLATE_NOOP("Action", "&Find a lever"), "Ctrl+F"),
    ActionRow("settings", EDIT, QT_TRANSLATE_NOOP("Action", "Se&ttings…"), "Ctrl+,", True),
    ActionRow("pin_baseline", COMPARE, QT_TRANSLATE_NOOP("Action", "&Pin as baseline"), "Ctrl+B"),
    ActionRow(
        "swap_baseline", COMPARE, QT_TRANSLATE_NOOP("Action", "&Swap with the baseline"), "Ctrl+T"
    ),
    ActionRow(
        "return_to_baseline",
        COMPARE,
        QT_TRANSLATE_NOOP("Action", "&Back to the baseline"),
        "Ctrl+Shift+B",
    ),
    ActionRow("levers", VIEW, QT_TRANSLATE_NOOP("Action", "&Levers"), "Ctrl+L", checkable=True),
    ActionRow(
        "timeline", VIEW, QT_TRANSLATE_NOOP("Action", "&Timeline, fold or unfold"), "Ctrl+Shift+L"
    ),
    ActionRow(
        "timeline_tables",
        VIEW,
        QT_TRANSLATE_NOOP("Action", "Ta&bles of the timeline"),
        "Ctrl+Shift+G",
    ),
    ActionRow("rests_on", VIEW, QT_TRANSLATE_NOOP("Action", "What the pict&ure rests on…")),
    ActionRow(
        "presentation", VIEW, QT_TRANSLATE_NOOP("Action", "&Presenter mode"), "F11", checkable=True
    ),
    ActionRow(
        "performance",
        VIEW,
        QT_TRANSLATE_NOOP("Action", "Per&formance"),
        "F12",
        checkable=True,
    ),
    ActionRow(
        "next_part", VIEW, QT_TRANSLATE_NOOP("Action", "&Next part of the window"), "F6", True
    ),
    ActionRow("part_before", VIEW, QT_TRANSLATE_NOOP("Action", "Part bef&ore it"), "Shift+F6"),
    ActionRow("larger", VIEW, QT_TRANSLATE_NOOP("Action", "L&arger letters"), "Ctrl++", True),
    ActionRow("smaller", VIEW, QT_TRANSLATE_NOOP("Action", "Smaller lett&ers"), "Ctrl+-"),
    ActionRow("reset_layout", VIEW, QT_TRANSLATE_NOOP("Action", "&Reset the layout")),
    ActionRow(
        "theme_system",
        VIEW,
        QT_TRANSLATE_NOOP("Action", "Colours of the &system"),
        separator_before=True,
        checkable=True,
    ),
    ActionRow("theme_light", VIEW, QT_TRANSLATE_NOOP("Action", "L&ight"), checkable=True),
    ActionRow("theme_dark", VIEW, QT_TRANSLATE_NOOP("Action", "&Dark"), checkable=True),
    ActionRow(
        "theme_contrast", VIEW, QT_TRANSLATE_NOOP("Action", "&High contrast"), checkable=True
    ),
    ActionRow(
        "reduced_motion", VIEW, QT_TRANSLATE_NOOP("Action", "Reduce &motion"), checkable=True
    ),
    ActionRow("report", EXPORT, QT_TRANSLATE_NOOP("Action", "&Report…"), "Ctrl+Shift+E"),
    ActionRow(
        "overview", EXPORT, QT_TRANSLATE_NOOP("Action", "&Overview as a picture…"), "Ctrl+E", True
    ),
    ActionRow("charts", EXPORT, QT_TRANSLATE_NOOP("Action", "Each &chart as PNG…")),
    ActionRow("print_view", EXPORT, QT_TRANSLATE_NOOP("Action", "&Print the Overview…"), "Ctrl+P"),
    ActionRow("csv", EXPORT, QT_TRANSLATE_NOOP("Action", "&Monthly series as a table…")),
    ActionRow("contents", HELP, QT_TRANSLATE_NOOP("Action", "&Help"), "F1"),
    ActionRow("what_is_this", HELP, QT_TRANSLATE_NOOP("Action", "&What is this?"), "Shift+F1"),
    ActionRow("welcome", HELP, QT_TRANSLATE_NOOP("Action", "Welcome")),
    ActionRow("tour", HELP, QT_TRANSLATE_NOOP("Action", "&Tour of the window")),
    ActionRow("manual", HELP, QT_TRANSLATE_NOOP("Action", "&Using Headroom"), "", True),
    ActionRow("model", HELP, QT_TRANSLATE_NOOP("Action", "The &model")),
    ActionRow("keys", HELP, QT_TRANSLATE_NOOP("Action", "&Keys")),
    ActionRow("sources", HELP, QT_TRANSLATE_NOOP("Action", "&Sources")),
    ActionRow("news", HELP, QT_TRANSLATE_NOOP("Action", "What's &new")),
    ActionRow("licences", HELP, QT_TRANSLATE_NOOP("Action", "&Licences")),
    ActionRow("copy_diagnostics", HELP, QT_TRANSLATE_NOOP("Action", "Copy &diagnostics")),
    ActionRow("about", HELP, QT_TRANSLATE_NOOP("Action", "&About Headroom")),
)
