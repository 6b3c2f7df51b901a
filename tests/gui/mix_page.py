"""The page of the mix as tests need it: in front, following its session, its map awaited."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine import simulate
from gui.pages.mix.map_worker import MapQuestion
from gui.pages.mix.page import MixPage


@contextmanager
def opened(qtbot, session) -> Iterator[MixPage]:
    """The page in front, following the session as the window lets it."""
    page = MixPage(session)
    qtbot.addWidget(page)
    session.scenario_changed.connect(page.show_scenario)
    page.show_scenario(session.scenario)
    page.show_result(simulate(session.scenario))
    page.resize(1260, 850)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.stop()
    page.hide()


def wait_for_map(qtbot, page) -> None:
    """Until the map of what the page shows is there, in its last stage."""
    question = MapQuestion.of(page._scenario, page.measure, page.period)

    def there():
        assert page.picture is not None
        assert page.picture.settled
        assert page.picture.question == question

    qtbot.waitUntil(there, timeout=20_000)
