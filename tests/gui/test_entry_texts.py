"""Sites and contracts typed as a text: what nobody touched keeps every digit and every note."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from engine import Document, Scenario, parameter
from engine.values import Contract, Event, Site
from gui.document.session import Session
from gui.levers.rows import make_row
from gui.pages.changes import differences
from gui.report.tables import assumptions_table, differences_table
from gui.words import units
from gui.words.units import Units
from gui.words.value_texts import read, tooltip, write
from tests.engine.strategies import entries
from tests.gui.test_typed_numbers import LOCALES

FAMILIES = ("tpu", "trainium", "gpu")
SITES, CONTRACTS, EVENTS = parameter("sites"), parameter("contracts"), parameter("events")
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


def typed(row, text: str) -> str:
    row.field.setText(text)
    row.field.editingFinished.emit()
    return row._problem.text()


def test_that_sites_and_contracts_are_shown_as_words() -> None:
    assert write(SITES, (Site("East", 0.3, 18, 6, 0.85), WEST)) == (
        '"East" 0.3 18 6 0.85; "West; far" 1.25 -3 1 1'
    )
    assert write(CONTRACTS, (TRANCHE,)) == '"Tranche 1" gpu 20 18 0.46 0.8 1.15'
    assert write(EVENTS, (Event("grid_delay", "all", 0, 6, 0.0, "Late"),)) == (
        'grid_delay all 0 6 0 "Late"'
    )


def test_that_power_is_shown_and_typed_in_the_unit_that_is_chosen() -> None:
    units.install(Units("MW", "EUR", 0.92))
    assert write(SITES, (Site("East", 0.3, 18, 6, 0.85),)) == '"East" 300 18 6 0.85'
    assert read(SITES, '"East" 350 18 6 85%', strict=True)[0]["gw"] == 0.35
    assert read(SITES, '"East" 2GW 18 6 85 %', strict=True)[0]["gw"] == 2.0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data(), st.sampled_from(LOCALES), st.sampled_from(["GW", "MW"]))
def test_that_entries_read_back_as_they_were_in_any_unit_and_language(
    spoken, data, name: str, power: str
) -> None:
    spoken(name)
    units.install(Units(power, "EUR", 0.7913))
    row = data.draw(st.sampled_from([SITES, CONTRACTS]))
    was = tuple(data.draw(entries(row.schema, FAMILIES)))
    found = read(row, write(row, was), was, strict=True)
    assert row.check(found, FAMILIES) == was


def test_that_an_entry_typed_over_changes_in_that_cell_alone() -> None:
    was = (EAST, WEST)
    text = write(SITES, was).replace("-3 1", "-4 1")
    found = SITES.check(read(SITES, text, was, strict=True), FAMILIES)
    assert found == (EAST, Site("West; far", 1.25, -4, 1, 1.0, "", "press", "C"))


def test_that_a_site_that_is_moved_keeps_its_notes_and_one_that_is_new_has_none() -> None:
    was = (EAST, WEST)
    text = f'"North" 0.5 30 6 0.5; {write(SITES, (WEST, EAST))}'
    north, west, east = SITES.check(read(SITES, text, was, strict=True), FAMILIES)
    assert (west, east) == (WEST, EAST)
    assert (north.place, north.source, north.grade) == ("", "", "")


def test_that_a_site_with_another_name_keeps_the_notes_of_its_place() -> None:
    text = write(SITES, (EAST, WEST)).replace("West; far", "Far west")
    _, renamed = SITES.check(read(SITES, text, (EAST, WEST), strict=True), FAMILIES)
    assert renamed == Site("Far west", 1.25, -3, 1, 1.0, "", "press", "C")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("East 0.3 18 6 0.85", "East"),
        ('"New East" 0.3 18 6 0.85', "New East"),
        ("“New East” 0.3 18 6 0.85", "New East"),
        ('"The ""East""; 2" 0.3 18 6 0.85', 'The "East"; 2'),
    ],
)
def test_that_a_name_is_read_with_and_without_quotes(text: str, name: str) -> None:
    assert read(SITES, text, strict=True)[0]["name"] == name


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("sites", '"East" x 18 6 1', "Site 1: “x” is no number; write 1,234.5, 1e6 or =8*72"),
        ("sites", '"East 0.3 18 6 1', "Site 1: the quotes around “East 0.3 18 6 1” do not close"),
        (
            "sites",
            "East",
            "Site 1: wanted are name, power, start month, ramp, probability, such as "
            '"North" 500 24 12 0.8',
        ),
        ("sites", '"East" 0 18 6 1', "Sites, Site 1, power = 0: allowed is a number from 1e-06 to"),
        ("sites", '"East" 300 18 0 1', "Sites, Site 1, ramp = 0: allowed is a whole number from"),
        ("sites", '"A" 1 1 1 1; "A" 1 1 1 1', "Sites, Site 2, name = 'A': the names of a list"),
        (
            "contracts",
            '"A" mars 20 18 460 0.8 1',
            "Contracts, Contract 1, family = 'mars': allowed is tpu, trainium, gpu",
        ),
        ("contracts", '"A" gpu 20 18 460 80%', "Contracts, Contract 1, price factor = None: all"),
        (
            "contracts",
            '"A" gpu 20 18 460 1.2 1',
            "Contracts, Contract 1, firm share = 1.2: a",
        ),
    ],
)
def test_that_a_wrong_entry_is_refused_in_the_words_and_units_of_the_window(
    session, qtbot, key: str, text: str, why: str
) -> None:
    units.install(Units("MW", "EUR", 0.92))
    row = row_of(session, qtbot, key)
    assert typed(row, text).startswith(why)
    assert getattr(session.scenario, key) == ()


def test_that_a_contract_is_typed_kept_and_undone(session, qtbot) -> None:
    row = row_of(session, qtbot, "contracts")
    assert typed(row, '"Tranche 1" gpu 20 18 0.46 80% 1.15; Option tpu 36 12 0.5 0 1') == ""
    first, second = session.scenario.contracts
    assert first == Contract("Tranche 1", "gpu", 20, 18, 0.46, 0.8, 1.15)
    assert second == Contract("Option", "tpu", 36, 12, 0.5, 0.0, 1.0)
    session.history.undo()
    assert session.scenario.contracts == ()
    session.history.redo()
    assert session.scenario.contracts == (first, second)


def test_that_leaving_the_field_unchanged_changes_nothing(session, qtbot) -> None:
    session.replace(session.scenario.having(sites=(EAST, WEST), contracts=(TRANCHE,)), "set")
    units.install(Units("MW", "EUR", 0.7913))
    before = session.scenario
    for key in ("sites", "contracts"):
        row = row_of(session, qtbot, key)
        qtbot.keyClick(row.field, Qt.Key.Key_End)
        qtbot.keyClicks(row.field, " ")
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert session.scenario == before


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


# What differs


def test_that_the_changes_name_each_cell_of_an_entry_that_differs() -> None:
    before = Scenario().having(sites=(EAST, WEST), contracts=(TRANCHE,))
    later = Site("East", 1 / 3, 24, 6, 0.85, "Ohio", "a filing", "A")
    after = before.having(sites=(later,), contracts=(TRANCHE, {**vars(TRANCHE), "name": "2"}))
    assert differences(before, after) == [
        ("Sites, East, start month", "18", "24", "+6 (+33.3%)", "months since start", "Power"),
        ("Sites, West; far", '"West; far" 1.25 -3 1 1', "none", "", "", "Power"),
        ("Contracts, 2", "none", '"2" gpu 20 18 0.46 0.8 1.15', "", "", "Supply"),
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
