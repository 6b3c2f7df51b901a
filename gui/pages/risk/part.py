"""What the parts of the page have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine import Result
from gui.pages.analysis.asking import Told
from gui.pages.page import OnScreen
from gui.pages.risk.measures import MEASURES, RiskMeasure
from gui.pages.risk.subject import Subject
from gui.widgets.palette import Palette


class RiskPart(QWidget):
    """One part: the page gives it what the window shows, and the answers that are its own."""

    scrolls_itself = False  # where part of it stays in sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.measure: RiskMeasure = MEASURES[0]

    def show_plan(self, shown: OnScreen) -> None:
        """What the window shows, at every frame while this part is in front."""

    def work_on(self, measure: RiskMeasure, result: Result, month: int) -> None:
        """Another answer is on its way, of this plan; the old one stands until then."""
        self.measure = measure

    def take(self, told: Told[Subject]) -> None:
        """An answer."""
        raise NotImplementedError

    def use_palette(self, palette: Palette) -> None:
        """Dress what paints itself."""
