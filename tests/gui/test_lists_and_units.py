"""Known revenue and events typed as a list: parts that nobody touched keep every digit."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from engine import Scenario, ScenarioError, parameter
from engine.values import Event
from gui.document.session import Session
from gui.document.templates import default_document
from gui.levers.refusals import in_words
from gui.levers.rows import make_row
from gui.words import units
from gui.words.numbers import UnreadableError
from gui.words.units import Units
from gui.words.value_texts import read, write
from tests.gui.test_typed_numbers import LOCALES

POINTS, EVENTS = parameter("revenue_anchors"), parameter("events")
IN_EUROS = Units("GW", "EUR", 0.92)
levels = st.floats(1e-9, 1e9, allow_subnormal=False)
per_dollar = st.floats(1e-3, 1e6)


@pytest.fixture
def session(qapp) -> Session:
    return Session(default_document())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(levels, min_size=1, max_size=5), per_dollar, st.sampled_from(LOCALES))
def test_that_points_read_back_as_they_were_in_any_currency_and_language(
    spoken, values, rate: float, name: str
) -> None:
    spoken(name)
    units.install(Units("GW", "EUR", rate))
    points = tuple((3 * i, level) for i, level in enumerate(values))
    found = read(POINTS, write(POINTS, points), points, strict=True)
    assert tuple(map(tuple, found)) == points


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(levels, min_size=2, max_size=5), per_dollar, st.data())
def test_that_only_the_point_that_was_typed_over_changes(spoken, values, rate, data) -> None:
    spoken("fr_FR")
    units.install(Units("GW", "EUR", rate))
    points = tuple((3 * i, level) for i, level in enumerate(values))
    place = data.draw(st.integers(0, len(points) - 1))
    parts = write(POINTS, points).split("; ")
    parts[place] = f"{points[place][0]}: 7,25"
    found = read(POINTS, "; ".join(parts), points, strict=True)
    for at, point in enumerate(points):
        expected = 7.25 / rate if at == place else point[1]
        assert found[at][1] == pytest.approx(expected, rel=1e-12)
        assert at == place or found[at][1] == point[1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.floats(0, 1), st.sampled_from(LOCALES))
def test_that_events_read_back_as_they_were(spoken, severity: float, name: str) -> None:
    spoken(name)
    events = (Event("power_outage", "all", 12, 6, severity), Event("grid_delay", "all", 0, 6, 0.0))
    found = read(EVENTS, write(EVENTS, events), strict=True)
    assert EVENTS.check(found, ("tpu",)) == events


def test_that_a_month_typed_over_leaves_the_level_of_its_point_alone() -> None:
    units.install(IN_EUROS)
    points = ((0, 1 / 3), (9, 3.067123456789012))
    text = write(POINTS, points).replace("9: ", "10: ")
    assert read(POINTS, text, points, strict=True)[1] == [10.0, 3.067123456789012]


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en_US", "0: 1, 9: 12,500", [[0, 1], [9, 12500]]),
        ("en_US", "0: 1; 9: 12 500", [[0, 1], [9, 12500]]),
        ("en_US", "0: $1bn, 9: $3.07 bn", [[0, 1], [9, 3.07]]),
        ("en_US", "0: 1.0,9: 500 m", [[0, 1], [9, 0.5]]),
        ("fr_FR", "0: 1,0; 9: 3,07", [[0, 1], [9, 3.07]]),
        ("fr_FR", "0: 1,0, 9: 3,07 Md$", [[0, 1], [9, 3.07]]),
        ("de_CH", "0: 1; 9: 1’234.5", [[0, 1], [9, 1234.5]]),
        ("ar_EG", "٠: ١٫٥; ٩: ٣", [[0, 1.5], [9, 3]]),
    ],
)
def test_that_points_are_read_as_every_other_field_reads(spoken, locale, typed, meant) -> None:
    spoken(locale)
    assert read(POINTS, typed, strict=True) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("0: 1,0; 9: 3", "Point 1: “1,0” is not clear; numbers here are written like 1,234.5"),
        ("0: 1, 9: x", "Point 2: “x” is no number; write 1,234.5, 1e6 or =8*72"),
        ("0: 1, 9: 3 £", "Point 2: “£” is no unit here; the unit is €bn/year"),
        ("0: 1, 9: 0", "Point 2: above 0 and at most 920,000,000 €bn/year is allowed"),
        ("0: 1, 9: 2e9", "Point 2: above 0 and at most 920,000,000 €bn/year is allowed"),
        ("3: 1", "Point 1: months are whole numbers ascending from 0, at most 1,200"),
        ("0: 1, 9: 2, 9: 3", "Point 3: months are whole numbers ascending from 0, at most 1,200"),
        ("0: 1, 1.5: 2", "Point 2: months are whole numbers ascending from 0, at most 1,200"),
        ("0: 1 234: 5", "Point 1: “0: 1 234: 5” is no point, such as 0: 1, 9: 3.07"),
        ("many", "Point 1: “many” is no point, such as 0: 1, 9: 3.07"),
        ("", "Point 1: “” is no point, such as 0: 1, 9: 3.07"),
    ],
)
def test_that_a_wrong_point_is_refused_by_its_place_in_the_unit_that_is_shown(typed, why) -> None:
    units.install(IN_EUROS)
    with pytest.raises(UnreadableError) as refusal:
        read(POINTS, typed, strict=True)
    assert str(refusal.value) == why


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("supply_stop gpu 17 9 1,5", "Event 1: “1,5” is not clear; numbers here are written like"),
        (
            "supply_stop gpu 17 9 2",
            "Events, Event 1, severity = 2.0: allowed is a number",
        ),
        (
            "supply_stop gpu 17 0.5 1",
            "Events, Event 1, duration in months = 0.5: allowed is",
        ),
        ("supply_stop mars 17 9 1", "Events, Event 1, scope = 'mars': allowed is all, "),
        ("earthquake gpu 17 9 1", "Events, Event 1, kind = 'earthquake': allowed is supply_stop, "),
        (
            "supply_stop",
            "Event 1: wanted are kind, scope, start month, duration in months, severity",
        ),
    ],
)
def test_that_a_wrong_event_is_refused_in_the_words_of_the_window(session, qtbot, typed, why):
    row = make_row(EVENTS, session)
    qtbot.addWidget(row)
    row.show_scenario(session.scenario)
    row.field.setText(typed)
    row.field.editingFinished.emit()
    assert row._problem.text().startswith(why)
    assert "events[" not in row._problem.text()
    assert session.scenario.events == ()


def test_that_a_severity_is_read_in_percent_and_by_the_marks_of_the_language(spoken) -> None:
    assert read(EVENTS, "power_outage all 12 6 50 %")[0]["severity"] == 0.5
    spoken("fr_FR")
    assert read(EVENTS, "power_outage all 12 6 0,25")[0]["severity"] == 0.25


def test_that_leaving_a_field_unchanged_changes_nothing(session, qtbot) -> None:
    event = Event("power_outage", "all", 12, 6, 0.12345678901234567)
    session.replace(
        session.scenario.having(revenue_anchors=((0, 1 / 3), (9, 3.0671)), events=(event,)), "set"
    )
    units.install(IN_EUROS)
    before = session.scenario
    for key in ("revenue_anchors", "events"):
        row = make_row(parameter(key), session)
        qtbot.addWidget(row)
        row.show_scenario(session.scenario)
        qtbot.keyClick(row.field, Qt.Key.Key_End)
        qtbot.keyClicks(row.field, " ")
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert session.scenario == before


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"power_budget_gw": 31.0},
            "Facility power when ready = 31000: allowed is a number from 100 to 30000 MW facility",
        ),
        (
            {"investment_budget_bn_per_year": -1},
            "Investment budget = -0.92: allowed is a number from 0.92 to 276 €bn/year, or none",
        ),
        (
            {"slip_min": 5.0, "slip_max": 1.0},
            "Shortest slip = 5.0: must not be above Longest slip = 1",
        ),
    ],
)
def test_that_a_refusal_of_the_engine_names_labels_and_shown_units(change, why) -> None:
    units.install(Units("MW", "EUR", 0.92))
    with pytest.raises(ScenarioError) as refusal:
        Scenario().having(**change)
    assert in_words(refusal.value) == why
