"""The one list of pages, in the order of the rail: another page is another row here.

A page is imported when it is made: a window stands sooner without those that nobody has asked for.
"""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP
from gui.pages.overview import OverviewPage
from gui.pages.page import Page, PageRow, Parts


def _fleet(parts: Parts) -> Page:
    from gui.charts import specs
    from gui.pages.chart_page import ChartPage

    return ChartPage(specs.FLEET_CHARTS)


def _supply(parts: Parts) -> Page:
    from gui.pages.supply.page import SupplyPage

    return SupplyPage(parts.session)


def _mix(parts: Parts) -> Page:
    from gui.pages.mix.page import MixPage

    return MixPage(parts.session)


def _risk(parts: Parts) -> Page:
    from gui.pages.risk.page import RiskPage

    return RiskPage(parts.session)


def _why(parts: Parts) -> Page:
    from gui.pages.why.page import WhyPage

    return WhyPage(parts.session)


def _compare(parts: Parts) -> Page:
    from gui.pages.compare.page import ComparePage

    return ComparePage(parts.session)


def _evidence(parts: Parts) -> Page:
    from gui.pages.evidence.page import EvidencePage

    return EvidencePage(parts.session)


def _notes(parts: Parts) -> Page:
    from gui.pages.notes import NotesPage

    return NotesPage(parts.session)


def _start(parts: Parts) -> Page:
    from gui.pages.start import StartPage

    return StartPage(parts.settings)


PAGES: tuple[PageRow, ...] = (
    PageRow(
        "overview",
        QT_TRANSLATE_NOOP("Page", "Overview"),
        lambda parts: OverviewPage(parts.session),
    ),
    PageRow("fleet", QT_TRANSLATE_NOOP("Page", "Fleet"), _fleet),
    PageRow("supply", QT_TRANSLATE_NOOP("Page", "Supply"), _supply),
    PageRow("mix", QT_TRANSLATE_NOOP("Page", "Mix"), _mix),
    PageRow("risk", QT_TRANSLATE_NOOP("Page", "Risk"), _risk),
    PageRow("why", QT_TRANSLATE_NOOP("Page", "Why"), _why),
    PageRow("compare", QT_TRANSLATE_NOOP("Page", "Compare"), _compare),
    PageRow("evidence", QT_TRANSLATE_NOOP("Page", "Evidence"), _evidence),
    PageRow("notes", QT_TRANSLATE_NOOP("Page", "Notes"), _notes),
    PageRow("start", QT_TRANSLATE_NOOP("Page", "Start"), _start, in_rail=False),
)
