"""The help page of keys, made from the table of actions and what the levers answer to. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from engine.text import translate
from gui.words.menu_table import ACTIONS, MENUS

Row = tuple[str, str]  # keys, what they do


def key_text(keys: str) -> str:
    """Keys as the reader's keyboard names them: Shift is Maj in French."""
    names = {
        "Shift": translate("Key", "Shift"),
        "Space": translate("Key", "Space"),
        "Home": translate("Key", "Home"),
        "End": translate("Key", "End"),
        "PageUp": translate("Key", "PageUp"),
        "PageDown": translate("Key", "PageDown"),
        "Esc": translate("Key", "Esc"),
        "Ins": translate("Key", "Ins"),
        "Del": translate("Key", "Del"),
        "Enter": translate("Key", "Enter"),
        "Insert": translate("Key", "Insert"),
        "Delete": translate("Key", "Delete"),
    }
    return "+".join(names.get(part, part) for part in keys.split("+"))


def shortcuts_page() -> str:
    """Every key of the window, by where it works."""
    lines = [f"# {translate('Help', 'Keys')}", ""]
    for title, rows in _sections():
        if rows:
            head = (translate("Help", "Keys"), translate("Help", "What they do"))
            lines += [f"## {title}", "", f"| {head[0]} | {head[1]} |", "| --- | --- |"]
            lines += [f"| {keys} | {does} |" for keys, does in rows]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _sections() -> Sequence[tuple[str, Sequence[Row]]]:
    return (
        *((_plain(translate("Menu", menu)), _of_menu(menu)) for menu in MENUS),
        (translate("Help", "A lever"), _lever_keys()),
        (translate("Help", "The field of a lever"), _field_keys()),
        (translate("Help", "A table of shocks, sites, contracts or revenue"), _table_keys()),
        (translate("Help", "The triangle of the chip mix"), _triangle_keys()),
        (translate("Help", "The timeline"), _timeline_keys()),
        (translate("Help", "Known revenue on the demand curve"), _revenue_keys()),
        (translate("Help", "Charts and pages"), _chart_keys()),
        (translate("Help", "This help"), _help_keys()),
    )


def _plain(text: str) -> str:
    """A menu's text without the mark of its access key and its dots."""
    return text.replace("&", "").rstrip("…")


def _of_menu(menu: str) -> list[Row]:
    return [
        (key_text(row.shortcut), _plain(translate("Action", row.text)))
        for row in ACTIONS
        if row.menu == menu and row.shortcut
    ]


def _lever_keys() -> list[Row]:
    arrows = "← →"
    return [
        (arrows, translate("Help", "a step; on a logarithmic scale one percent")),
        (f"{key_text('Shift')}+{arrows}", translate("Help", "ten steps")),
        (f"Ctrl+{arrows}", translate("Help", "a tenth of a step")),
        (
            f"{key_text('PageUp')}, {key_text('PageDown')}",
            translate("Help", "a tenth of the scale"),
        ),
        (f"{key_text('Home')}, {key_text('End')}", translate("Help", "the ends of the track")),
        (
            f"0 … 9, {key_text('Enter')}",
            translate("Help", "its field: what is typed there is taken by Enter; Esc comes back"),
        ),
        (
            "Alt+← Alt+→",
            translate("Help", "its field, its lock and the rest; Tab goes on to the next lever"),
        ),
        (
            translate("Help", "{key} or the right button").format(key=key_text("Esc")),
            translate("Help", "gives a drag up: back to where it began"),
        ),
        (
            translate("Help", "Shift while dragging"),
            translate("Help", "finer; so it is far above or below the slider"),
        ),
        (
            translate("Help", "double click"),
            translate("Help", "the default, marked by a tick below the slider"),
        ),
        (
            translate("Help", "wheel"),
            translate("Help", "steps, where the lever has the keys; else it scrolls"),
        ),
    ]


def _field_keys() -> list[Row]:
    return [
        (key_text("Enter"), translate("Help", "takes what is typed")),
        (key_text("Esc"), translate("Help", "gives it up")),
        ("↑ ↓", translate("Help", "a step, with Shift ten, with Ctrl a tenth")),
        (
            "350 MW · 3.5e9 · 20% · =8*72",
            translate("Help", "units, powers of ten, percents and sums are understood"),
        ),
    ]


def _table_keys() -> list[Row]:
    return [
        (f"{key_text('Enter')}, F2", translate("Help", "edits the cell; so does typing")),
        (key_text("Esc"), translate("Help", "lets go of what could not be taken")),
        ("↑ ↓", translate("Help", "in a date: a month; with the page keys a year")),
        (key_text("Ins"), translate("Help", "a new row at the end")),
        ("Ctrl+D", translate("Help", "a copy of the row")),
        (key_text("Del"), translate("Help", "deletes the rows that are selected")),
        ("Ctrl+C, Ctrl+V", translate("Help", "cells to a spreadsheet, and from it")),
        ("Tab", translate("Help", "leaves the table")),
    ]


def _triangle_keys() -> list[Row]:
    return [
        ("↑ ↓", translate("Help", "the first family gains or gives, the others in proportion")),
        ("← →", translate("Help", "shares between the other two")),
        (key_text("Home"), translate("Help", "the default mix")),
        (key_text("Esc"), translate("Help", "gives a drag up")),
    ]


def _timeline_keys() -> list[Row]:
    shift, pages = key_text("Shift"), f"{key_text('PageUp')}, {key_text('PageDown')}"
    return [
        ("← →", translate("Help", "a month earlier, a month later")),
        (f"{shift}+← {shift}+→", translate("Help", "its end; with Alt its beginning")),
        ("↑ ↓", translate("Help", "more or less: five points of its share, with Shift one")),
        ("Ctrl+← Ctrl+→", translate("Help", "the bar before, the bar after")),
        ("Ctrl+↑ Ctrl+↓", translate("Help", "the lane above, the lane below")),
        (pages, translate("Help", "all bars, one after the other")),
        (
            f"{key_text('Home')}, {key_text('End')}",
            translate("Help", "the first and the last bar of the lane"),
        ),
        (key_text("Enter"), translate("Help", "all that a bar says, in fields")),
        (f"{key_text('Insert')}, +", translate("Help", "one more in the lane")),
        (key_text("Delete"), translate("Help", "takes it away")),
        ("Ctrl+C, Ctrl+X, Ctrl+V", translate("Help", "copies, cuts and pastes a bar")),
        (translate("Help", "Ctrl while dragging"), translate("Help", "drags a copy")),
        (translate("Help", "drag on an empty place"), translate("Help", "draws one more there")),
        (translate("Help", "double click"), translate("Help", "opens a bar, or adds one")),
        (key_text("Esc"), translate("Help", "gives a drag up")),
    ]


def _revenue_keys() -> list[Row]:
    pages = f"{key_text('PageUp')}, {key_text('PageDown')}"
    return [
        ("↑ ↓", translate("Help", "one percent more or less, with Shift ten")),
        ("← →", translate("Help", "a month earlier or later, with Shift a year")),
        (pages, translate("Help", "the point before, the point after")),
        (key_text("Insert"), translate("Help", "one more point on the curve")),
        (key_text("Delete"), translate("Help", "takes it away; the first one stays")),
        (key_text("Enter"), translate("Help", "its row of the table")),
        (translate("Help", "double click"), translate("Help", "sets a point there")),
        (translate("Help", "Shift while dragging"), translate("Help", "finer")),
    ]


def _chart_keys() -> list[Row]:
    return [
        (
            "Ctrl+1 … Ctrl+9",
            translate("Help", "the pages, in the order of the rail; the keys go there"),
        ),
        (key_text("Space"), translate("Help", "while held: the baseline in place of the curves")),
        ("Ctrl+C", translate("Help", "copies the chart: picture and numbers")),
        (translate("Help", "click or drag"), translate("Help", "chooses the month of the figures")),
    ]


def _help_keys() -> list[Row]:
    return [
        ("F1", translate("Help", "opens help about what has the keys: a lever, a chart")),
        ("Ctrl+F", translate("Help", "searches all pages of the help")),
        ("Alt+← Alt+→", translate("Help", "the page before, the page after")),
        ("Ctrl++ Ctrl+-", translate("Help", "larger and smaller text")),
        (key_text("Esc"), translate("Help", "ends the search, then closes the help")),
    ]
