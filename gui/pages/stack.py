"""The pages of the window, with a bar of tabs to choose one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget


class Pages(QStackedWidget):
    """Pages by title; `bar` chooses which one is in front."""

    def __init__(self, pages: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setObjectName("pages")
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName(self.tr("Pages"))
        for title, page in pages.items():
            self.addWidget(page)
            self.bar.addTab(title)
        self.bar.currentChanged.connect(self.setCurrentIndex)

    def show_page(self, page: QWidget) -> None:
        self.bar.setCurrentIndex(self.indexOf(page))
