"""The pages of the help, by key: which are written by hand, which are made. No Qt.

Pages are Markdown. Those written by hand lie in `resources/help`, in French in its folder
`fr`; the others are made when they are looked at, in the reader's language, so that none can
be older than the tables. Their English is also written to `resources/help` for those who read
it there (`packaging/help.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.resource import resource
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.help.credits import licences_page, sources_page
from gui.help.keys import shortcuts_page
from gui.help.tables import levers_page, outputs_page

ENGLISH = "en"


@dataclass(frozen=True)
class HelpPage:
    """A page: its key is its file's name; `make` writes it where no hand does."""

    key: str
    title: str
    make: Callable[[], str] | None = None

    @property
    def title_text(self) -> str:
        """The title in the reader's language."""
        return translate("Help", self.title)

    @property
    def file(self) -> str:
        return f"{self.key}.md"

    def text(self, language: str = ENGLISH) -> str:
        """The page as Markdown; English where a hand has not written it in `language`."""
        if self.make is not None:
            return self.make()
        own = resource("help", language, self.file)
        if language != ENGLISH and own.is_file():
            return own.read_text("utf-8")
        return resource("help", self.file).read_text("utf-8")


PAGES: tuple[HelpPage, ...] = (
    HelpPage("start", QT_TRANSLATE_NOOP("Help", "Start here")),
    HelpPage("manual", QT_TRANSLATE_NOOP("Help", "Using Headroom")),
    HelpPage("model", QT_TRANSLATE_NOOP("Help", "The model")),
    HelpPage("levers", QT_TRANSLATE_NOOP("Help", "Levers"), levers_page),
    HelpPage("outputs", QT_TRANSLATE_NOOP("Help", "Charts and outputs"), outputs_page),
    HelpPage("sources", QT_TRANSLATE_NOOP("Help", "Sources"), sources_page),
    HelpPage("shortcuts", QT_TRANSLATE_NOOP("Help", "Keys"), shortcuts_page),
    HelpPage("sweeps", QT_TRANSLATE_NOOP("Help", "Sweeps")),
    HelpPage("news", QT_TRANSLATE_NOOP("Help", "What's new")),
    HelpPage("licences", QT_TRANSLATE_NOOP("Help", "Licences"), licences_page),
)

_BY_KEY = {page.key: page for page in PAGES}


def page(key: str) -> HelpPage:
    """The page of a key. Raises KeyError."""
    return _BY_KEY[key]


def made_pages() -> tuple[HelpPage, ...]:
    """Those that no hand writes."""
    return tuple(page for page in PAGES if page.make is not None)
