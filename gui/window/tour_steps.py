"""What the tour says, in its order, and which part of the window each step is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenuBar

from engine.text import translate
from gui.levers.panel import LeverPanel
from gui.pages.chart_page import ChartPage
from gui.pages.kpi_strip import KpiStrip
from gui.window.navigation import Pages
from gui.window.panes import Panes
from gui.window.tour import Step, Target


def steps(
    panes: Panes, levers: LeverPanel, kpis: KpiStrip, pages: Pages, menus: QMenuBar
) -> tuple[Step, ...]:
    """The steps through a window of these parts."""
    return (
        Step(
            translate("Tour", "Move a lever"),
            translate(
                "Tour",
                "Drag it, or press the arrow keys: every curve follows at once. Shift is finer "
                "under the mouse. Ctrl+Z takes it back, so nothing can go wrong.",
            ),
            partial(_lever, panes, levers),
        ),
        Step(
            translate("Tour", "See it before you move it"),
            translate(
                "Tour",
                "The grey curve behind a slider is the figure chosen here, along the track. A "
                "black wedge marks where it is best, a dotted line where another "
                "limit begins to bind.",
            ),
            partial(_curves, levers),
        ),
        Step(
            translate("Tour", "The figures of one month"),
            translate(
                "Tour",
                "Click into a chart, or choose from the list, to have another month. Rest the "
                "pointer on a figure to read what it means.",
            ),
            partial(_figures, kpis),
        ),
        Step(
            translate("Tour", "What holds you back"),
            translate(
                "Tour",
                "Demand, supply, budget or power: the ribbon says which of them holds back each "
                "month's new chips. Where all demand is served all the same, what waits is the "
                "reserve and the growth of the months ahead. The line above the pages says after "
                "each change what it did.",
            ),
            partial(_ribbon, pages),
        ),
        Step(
            translate("Tour", "Compare with a baseline"),
            translate(
                "Tour",
                "Ctrl+B pins what you see as the baseline: thin lines behind every curve, a "
                "difference below every figure, and this page with just the levers that differ. "
                "Hold the space bar to see the baseline itself.",
            ),
            partial(_tab, pages, "compare"),
        ),
        Step(
            translate("Tour", "Find the best mix of chips"),
            translate(
                "Tour",
                "A puck in a triangle of three chip families, over a map of what every mix would "
                "cost or leave unserved. Hatched mixes leave demand unserved.",
            ),
            partial(_tab, pages, "mix"),
        ),
        Step(
            translate("Tour", "Anything, by its name"),
            translate(
                "Tour",
                "Ctrl+K finds every action and every lever: type a few letters of it. Help has "
                "this tour again.",
            ),
            partial(_menu, menus),
        ),
    )


def _lever(panes: Panes, levers: LeverPanel) -> Target:
    panes.show_levers(True)
    row = next(levers.groups[0].in_order())
    if row.visibleRegion().boundingRect() != row.rect():  # scrolled away, or searched away
        had_keys = levers.window().focusWidget()
        levers.show_lever(row.row.key)
        if had_keys is not None:
            had_keys.setFocus()
    return row, None


def _curves(levers: LeverPanel) -> Target:
    return levers.measure, None


def _figures(kpis: KpiStrip) -> Target:
    return kpis, None


def _ribbon(pages: Pages) -> Target:
    pages.show_key("overview")
    return pages.get("overview", ChartPage).ribbon, None


def _tab(pages: Pages, key: str) -> Target:
    return pages.rail.buttons[key], None


def _menu(menus: QMenuBar) -> Target:
    return menus, menus.actionGeometry(menus.actions()[1])
