"""Events, sites and contracts in words: where lists are told, compared and reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Document, Scenario, parameter
from engine.values import EVENT_KINDS, Contract, Event, Site
from gui.document.session import Session
from gui.entries.listed import summary
from gui.levers.rows import make_row
from gui.pages.compare.changes import differences
from gui.report.tables import assumptions_table, differences_table
from gui.words.entry_words import cell_words, entry_words, word_shown
from gui.words.value_texts import tooltip

EAST = Site("East", 1 / 3, 18, 6, 0.85, "Ohio", "a filing", "A")
WEST = Site("West; far", 1.25, -3, 1, 1.0, "", "press", "C")
TRANCHE = Contract("Tranche 1", "gpu", 20, 18, 0.46, 0.8, 1.15, "A cloud", 72, 3, "press", "C")


@pytest.fixture
def session(qapp) -> Session:
    return Session(Document(Scenario()))


def row_of(session: Session, qtbot, key: str):
    row = make_row(parameter(key), session)
    qtbot.addWidget(row)
    row.show_scenario(session.scenario)
    return row


def test_that_a_list_is_told_by_how_many_there_are_and_what_they_come_to(qapp) -> None:
    events = (
        Event("supply_stop", "gpu", 26, 9, 1.0),
        Event("grid_delay", "all", 0, 6, 0.0, "Late"),
    )
    scenario = Scenario().having(sites=(EAST, WEST), contracts=(TRANCHE,), events=events)
    assert summary("sites", scenario) == "2 sites · 1.583 GW facility"
    assert summary("contracts", scenario) == "1 contract · 0.46 GW IT"
    assert summary("events", scenario) == "2 shocks · Supply stop, Mar 2027 · Late"
    assert summary("revenue_anchors", scenario) == "2 points · Jan 2025 to Oct 2025"
    assert summary("events", Scenario()) == "0 shocks"


def test_that_rents_are_chosen_from_their_words(session, qtbot) -> None:
    row = row_of(session, qtbot, "rent_basis")
    assert [row.choice.itemText(i) for i in range(row.choice.count())] == ["quoted", "cost"]
    row.choice.setCurrentIndex(1)
    assert session.scenario.rent_basis == "cost"
    row.show_scenario(session.scenario)
    row.reset.click()
    assert (session.scenario.rent_basis, row.choice.currentText()) == ("quoted", "quoted")
    row.lock.click()
    assert not row.choice.isEnabled()
    session.history.undo()
    row.show_scenario(session.scenario)
    assert row.choice.currentText() == "cost"


def test_that_the_tip_of_a_choice_says_its_default() -> None:
    assert "Default: quoted" in tooltip(parameter("rent_basis"))


def test_that_each_kind_of_what_goes_wrong_has_its_words() -> None:
    assert {word: word_shown(word) for word in ("all", *EVENT_KINDS)} == {
        "all": "All families",
        "supply_stop": "Supply stop",
        "base_loss": "Loss of chips in use",
        "power_outage": "Power outage",
        "demand_shock": "Drop in demand",
        "price_shock": "Price jump",
        "grid_delay": "Grid delay",
        "generation_slip": "Late generation",
    }
    assert word_shown("tpu") == "Google TPU"


@pytest.mark.parametrize(
    ("key", "entry", "said"),
    [
        (
            "sites",
            EAST,
            "power 0.333333 GW facility; start month Jul 2026; ramp 6 months; probability 85%",
        ),
        (
            "contracts",
            TRANCHE,
            "family NVIDIA GPU; start month Sep 2026; ramp 18 months; IT power 0.46 GW IT; "
            "firm share 80%; price factor 1.15 x",
        ),
        (
            "events",
            Event("supply_stop", "gpu", 26, 9, 0.5),
            "kind Supply stop; scope NVIDIA GPU; start month Mar 2027; "
            "duration in months 9 months; severity 50%",
        ),
    ],
)
def test_that_an_entry_says_all_but_its_name_and_its_notes(key, entry, said) -> None:
    words = entry_words(parameter(key).schema, entry, "2025-01")
    assert words.startswith(said)
    assert "press" not in words
    assert entry.name not in words or not entry.name


def test_that_a_cell_has_its_value_without_its_unit_and_nothing_where_none_is_set() -> None:
    columns = parameter("contracts").schema.by_key
    assert cell_words(columns["start_month"], 20, "2025-01") == "Sep 2026"
    assert cell_words(columns["firm"], 0.12345, "2025-01") == "12.35%"
    assert cell_words(columns["it_gw"], 0.46, "2025-01") == "0.46"
    assert cell_words(columns["family"], "gpu", "2025-01") == "NVIDIA GPU"
    assert cell_words(columns["term_months"], None, "2025-01") == ""
    assert cell_words(columns["term_months"], 72, "2025-01") == "72"
    assert cell_words(columns["supplier"], "A cloud", "2025-01") == "A cloud"
    assert cell_words(columns["grade"], "", "2025-01") == ""
    assert cell_words(replace(columns["it_gw"], void=True), 0.46, "2025-01") == "–"


# What differs


def test_that_the_changes_name_each_cell_of_an_entry_that_differs() -> None:
    before = Scenario().having(sites=(EAST, WEST), contracts=(TRANCHE,))
    later = Site("East", 1 / 3, 24, 6, 0.85, "Ohio", "a filing", "A")
    after = before.having(sites=(later,), contracts=(TRANCHE, {**vars(TRANCHE), "name": "2"}))
    assert differences(before, after) == [
        ("Sites, East, start month", "Jul 2026", "Jan 2027", "+6", "months", "Power"),
        (
            "Sites, West; far",
            "power 1.25 GW facility, Oct 2024, ramp 1 month, probability 100%",
            "none",
            *("", "", "Power"),
        ),
        (
            "Contracts, 2",
            "none",
            "NVIDIA GPU, Sep 2026, ramp 18 months, IT…IT, firm share 80%, price factor 1.15 x",
            *("", "", "Supply"),
        ),
    ]


def test_that_a_report_has_a_row_for_each_contract_with_its_own_source() -> None:
    scenario = Scenario().having(contracts=(TRANCHE,))
    rows = {row[1]: row for row in assumptions_table(scenario).rows}
    _, _, label, value, _, _, _, source, grade, _ = rows["contracts.Tranche 1"]
    assert label == "Contracts, Tranche 1"
    assert value == (
        "family gpu, start_month 20, ramp_months 18, it_gw 0.46, firm 0.8, price_factor 1.15"
    )
    assert (source, grade) == ("press", "C")
    assert rows["sites"][3] == "none"


def test_that_a_report_tells_which_contract_is_new_and_which_is_gone() -> None:
    one, other = Scenario().having(contracts=(TRANCHE,)), Scenario()
    [row] = differences_table(other, one).rows
    assert row[:3] == ("contracts.Tranche 1", "Contracts, Tranche 1", None)
    [row] = differences_table(one, other).rows
    assert (row[0], row[3]) == ("contracts.Tranche 1", None)
    assert differences_table(one, one).rows == ()


def test_that_the_tip_of_a_lever_says_its_plausible_range_and_where_it_is_from() -> None:
    assert "Plausible, 10 to 90%: 4.9 to 9.1 (grade C)" in tooltip(parameter("revenue_growth"))
    assert "AWS Trainium 15.4% to 28.6%" in tooltip(parameter("mix"))
    assert "Plausible" not in tooltip(parameter("seed"))
