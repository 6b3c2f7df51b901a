"""The one list of pages, in the order of the rail: another page is another row here."""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP
from gui.charts import specs
from gui.pages.chart_page import ChartPage
from gui.pages.compare.page import ComparePage
from gui.pages.mix.page import MixPage
from gui.pages.notes import NotesPage
from gui.pages.overview import OverviewPage
from gui.pages.page import PageRow
from gui.pages.risk.page import RiskPage
from gui.pages.start import StartPage
from gui.pages.supply.page import SupplyPage
from gui.pages.why.page import WhyPage

PAGES: tuple[PageRow, ...] = (
    PageRow(
        "overview",
        QT_TRANSLATE_NOOP("Page", "Overview"),
        lambda parts: OverviewPage(parts.session),
    ),
    PageRow(
        "fleet",
        QT_TRANSLATE_NOOP("Page", "Fleet"),
        lambda parts: ChartPage(specs.FLEET_CHARTS),
    ),
    PageRow("supply", QT_TRANSLATE_NOOP("Page", "Supply"), lambda parts: SupplyPage(parts.session)),
    PageRow("mix", QT_TRANSLATE_NOOP("Page", "Mix"), lambda parts: MixPage(parts.session)),
    PageRow("risk", QT_TRANSLATE_NOOP("Page", "Risk"), lambda parts: RiskPage(parts.session)),
    PageRow("why", QT_TRANSLATE_NOOP("Page", "Why"), lambda parts: WhyPage(parts.session)),
    PageRow(
        "compare", QT_TRANSLATE_NOOP("Page", "Compare"), lambda parts: ComparePage(parts.session)
    ),
    PageRow("notes", QT_TRANSLATE_NOOP("Page", "Notes"), lambda parts: NotesPage(parts.session)),
    PageRow(
        "start",
        QT_TRANSLATE_NOOP("Page", "Start"),
        lambda parts: StartPage(parts.settings),
        in_rail=False,
    ),
)
