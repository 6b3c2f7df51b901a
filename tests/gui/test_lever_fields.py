"""What people type into the fields of levers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest

from engine import Scenario
from gui.levers.rows import FamilyRow
from gui.widgets.slider_scale import Mapping
from gui.widgets.spin_boxes import short_text
from gui.words.quantity_parser import Unit, read
from gui.words.typed_months import read_month
from tests.gui.lever_hands import (
    ON_SLIDERS,
    Key,
    enter,
)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("power_budget_gw", "1.2 GW", 1.2),
        ("power_budget_gw", "350 MW", 0.35),
        ("power_budget_gw", "1,500 MW", 1.5),
        ("power_budget_gw", "=8*0.3", 2.4),
        ("availability", "95 %", 0.95),
        ("active_params", "3.5e9", 3.5e9),
        ("active_params", "70 bn", 70e9),
        ("horizon_months", "=8*12", 96),
        ("life_months", "6 years", 72),
        ("investment_budget_bn_per_year", "$80 bn", 80),
    ],
)
def test_that_a_field_takes_numbers_as_people_write_them(panel, session, key, text, value):
    if key == "investment_budget_bn_per_year":
        panel.row(key).tick.click()
    panel.show_lever(key)
    enter(panel.row(key).line.spin, text)
    assert getattr(session.scenario, key) == pytest.approx(value)
    assert panel.row(key)._problem.isHidden()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("99", "At most 30 GW facility"),
        ("1 MW", "At least 0.1 GW facility"),
        ("-3", "At least 0.1"),
        ("lots", "no number"),
        ("20 %", "no unit here"),
    ],
)
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_that_a_refused_text_stays_and_the_limit_shows_below(power, session, qtbot, text, why, key):
    spin = power.line.spin
    spin.setFocus()
    qtbot.waitUntil(spin.hasFocus)
    enter(spin, text, key)
    assert spin.lineEdit().text() == text
    assert why in power._problem.text()
    assert power._problem.isVisible()
    assert session.scenario == Scenario()
    enter(spin, "3")
    assert session.scenario.power_budget_gw == 3
    assert not power._problem.isVisible()


def test_that_escape_in_a_field_gives_the_number_back(power, session):
    spin = power.line.spin
    enter(spin, "nonsense")
    QTest.keyClick(spin, Key.Key_Escape)
    assert spin.lineEdit().text() == "2.50"
    assert not power._problem.isVisible()


def test_that_a_text_for_the_value_there_already_becomes_the_number(power, session):
    enter(power.line.spin, "=5/2")
    assert power.line.spin.lineEdit().text() == "2.50"
    assert session.history.count() == 0


def test_that_a_part_of_a_month_is_refused(panel, session):
    panel.show_lever("life_months")
    enter(panel.row("life_months").line.spin, "60.5")
    assert "whole number" in panel.row("life_months")._problem.text()


def test_that_a_share_takes_percent_with_and_without_the_sign(panel, session):
    row = panel.row("mix")
    assert isinstance(row, FamilyRow)
    for text in ("20 %", "30", "=20+20"):
        enter(row.lines["tpu"].spin, text)
        expected = {"20 %": 0.2, "30": 0.3, "=20+20": 0.4}[text]
        assert session.scenario.mix["tpu"] == pytest.approx(expected)
    enter(row.lines["tpu"].spin, "120 %")
    assert "At most 100%" in row._problem.text()


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_every_number_a_field_shows_reads_back_as_itself(qtbot, panel, row):
    line = panel.row(row.key).line
    mapping = Mapping.of(row)
    for place in (0.0, 0.1, 0.437, 0.9, 1.0):
        value = mapping.at(place)
        line.show_value(value)
        shown = line.spin.lineEdit().text()
        if row.is_date:
            assert read_month(shown, panel.row(row.key).session.scenario.start, 0) == round(
                value
            ), shown
        else:
            percent = 100 if row.is_share else 1
            assert read(shown, Unit.of(row.unit)) == pytest.approx(value * percent), shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 10**13))
def test_that_large_numbers_in_words_lose_nothing(value):
    text = short_text(float(value))
    if text is not None:
        assert read(text, Unit.of("parameters")) == value
