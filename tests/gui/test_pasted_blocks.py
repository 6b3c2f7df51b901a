"""Blocks pasted into the tables of entries: each cell is read, or said why not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from engine import Document, Scenario
from engine.values import Event, Site
from gui.document.session import Session
from gui.entries.table import EntriesTable

LATE = Event("grid_delay", "all", 0, 6, 0.0, "Late grid")
POINTS = ((0, 1.0), (9, 3.0671))


@pytest.fixture
def session(qapp) -> Session:
    return Session(
        Document(
            Scenario().having(
                events=(LATE,), revenue_anchors=POINTS, sites=(Site("A", 0.5, 24, 12, 0.8),)
            )
        )
    )


@pytest.fixture
def pasted(session, qtbot):
    """Pastes a text over the first cell of a list; what is said of it."""

    def paste(key: str, text: str) -> str:
        table = EntriesTable(session, key)
        qtbot.addWidget(table)
        table.show()
        QGuiApplication.clipboard().setText(text)
        table.view.setCurrentIndex(table.model.index(0, 0))
        table.paste.click()
        return table.problem.text()

    return paste


def test_that_the_first_point_of_revenue_stays_in_its_month_and_no_value_goes_astray(
    pasted, session
):
    said = pasted("revenue_anchors", "2026-01\t30\n2026-06\t50\n")
    assert "“2026-01”: the first point stays in Jan 2025" in said
    assert session.scenario.revenue_anchors == POINTS
    assert pasted("revenue_anchors", "2025-01\t30\nJun 2026\t50\n") == ""
    assert session.scenario.revenue_anchors == ((0, 30.0), (17, 50.0))


def test_that_columns_in_another_order_are_read_as_the_kind_has_them(pasted, session):
    text = "severity\tkind\tstart month\n20%\tPrice jump\t2027-03\n"
    assert pasted("events", text) == ""
    (event,) = session.scenario.events
    assert (event.kind, event.severity, event.start_month) == ("price_shock", 0.2, 26)


def test_that_a_limit_is_that_of_the_kind_beside_it(pasted, session):
    assert pasted("events", "severity\tkind\n300%\tprice_shock\n") == ""
    assert session.scenario.events[0].severity == 3.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scope\tkind\ntpu\tgrid_delay\n", "Row 1, scope: “tpu”: allowed is All families"),
        ("severity\n20%\n", "Row 1, severity: “20%”: it means nothing here, leave it empty"),
    ],
)
def test_that_a_cell_that_means_nothing_there_is_refused_and_nothing_pasted(
    pasted, session, text, said
):
    assert pasted("events", text) == said
    assert session.scenario.events == (LATE,)


@pytest.mark.parametrize("empty", ["", " ", "0%", "0"])
def test_that_nothing_may_stand_where_nothing_means_anything(pasted, session, empty):
    assert pasted("events", f"severity\tduration in months\n{empty}\t9\n") == ""
    assert session.scenario.events[0].duration_months == 9
    assert session.scenario.events[0].severity == 0.0


@pytest.mark.parametrize("blank", ["", "\t\t", "  "])
def test_that_a_line_with_nothing_on_it_invents_no_entry(pasted, session, blank):
    text = f"Name\tPower\tStart month\nB\t1.5\t2027-03\n{blank}\nC\t1\t2028-03"
    assert "Row 2, name: “”: allowed is" in pasted("sites", text)
    assert [site.name for site in session.scenario.sites] == ["A"]


def test_that_an_empty_line_is_an_empty_cell_where_one_may_be(pasted, session):
    assert pasted("sites", "Name\tSource\nA\ta filing\nB\t\nC\tpress") == ""
    assert pasted("sites", "Source\n\none\n") == ""
    assert [site.source for site in session.scenario.sites] == ["", "one", "press"]


def test_that_a_number_in_brackets_is_below_nought_as_spreadsheets_write_it(pasted, session):
    assert pasted("sites", "Name\tDelay\nA\t(3)\n") == ""
    assert session.scenario.sites[0].delay_months == -3.0
    assert "“(1.5)”" in pasted("sites", "Name\tPower\nA\t(1.5)\n")
    assert session.scenario.sites[0].gw == 0.5
