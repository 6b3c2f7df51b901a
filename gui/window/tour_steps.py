"""What the tour says, in its order, and which part of the window each step is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from engine.text import translate
from gui.pages.chart_page import ChartPage
from gui.window.tour import Step, Target

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


def steps(window: MainWindow) -> tuple[Step, ...]:
    """The steps for a window."""
    return (
        Step(
            translate("Tour", "Move a lever"),
            translate(
                "Tour",
                "Drag it, or press the arrow keys: every curve follows at once. Shift is finer "
                "under the mouse. Ctrl+Z takes it back, so nothing can go wrong.",
            ),
            partial(_lever, window),
        ),
        Step(
            translate("Tour", "See it before you move it"),
            translate(
                "Tour",
                "The grey curve behind a slider is the figure chosen here, along the whole range "
                "of the lever. A black wedge marks where it is best, a dotted line where another "
                "limit begins to bind.",
            ),
            partial(_curves, window),
        ),
        Step(
            translate("Tour", "The figures of one month"),
            translate(
                "Tour",
                "Click into a chart, or choose from the list, to have another month. Rest the "
                "pointer on a figure to read what it means.",
            ),
            partial(_figures, window),
        ),
        Step(
            translate("Tour", "What holds you back"),
            translate(
                "Tour",
                "Demand, supply, budget or power: the ribbon says which of them binds in each "
                "month, and the line above the pages says after each change what it did.",
            ),
            partial(_ribbon, window),
        ),
        Step(
            translate("Tour", "Compare with a baseline"),
            translate(
                "Tour",
                "Ctrl+B pins what you see as the baseline: thin lines behind every curve, a "
                "difference below every figure, and this page with just the levers that differ. "
                "Hold the space bar to see the baseline itself.",
            ),
            partial(_tab, window, "changes"),
        ),
        Step(
            translate("Tour", "Find the best mix of chips"),
            translate(
                "Tour",
                "A puck in a triangle of three chip families, over a map of what every mix would "
                "cost or leave unserved. Hatched mixes leave demand unserved.",
            ),
            partial(_tab, window, "mix"),
        ),
        Step(
            translate("Tour", "Anything, by its name"),
            translate(
                "Tour",
                "Ctrl+K finds every action and every lever: type a few letters of it. Help has "
                "this tour again.",
            ),
            partial(_menu, window),
        ),
    )


def _lever(window: MainWindow) -> Target:
    window.panes.show_levers(True)
    return next(window.levers.groups[0].in_order()), None


def _curves(window: MainWindow) -> Target:
    return window.levers.measure, None


def _figures(window: MainWindow) -> Target:
    return window.kpis, None


def _ribbon(window: MainWindow) -> Target:
    window.pages.show_key("overview")
    return window.pages.one(ChartPage).ribbon, None


def _tab(window: MainWindow, key: str) -> Target:
    return window.pages.rail.buttons[key], None


def _menu(window: MainWindow) -> Target:
    menus = window.menuBar()
    return menus, menus.actionGeometry(menus.actions()[1])
