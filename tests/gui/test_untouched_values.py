"""A value that was not touched never changes, however it is rounded where it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from engine import Document, Scenario, parameter
from engine.tables.catalogue import CHIP_BOUNDS
from gui.document.session import Session
from gui.levers.rows import make_row
from gui.pages.mix.shares import MixShares
from gui.pages.supply.chips_model import COLUMNS, ChipTable
from gui.widgets.slider_scale import nearest_shares, share_out
from gui.words import units
from gui.words.units import Units
from tests.gui.lever_hands import enter
from tests.gui.test_typed_numbers import LOCALES

KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def session(qapp) -> Session:
    return Session(Document(Scenario()))


def table_with(session: Session, **values: float) -> ChipTable:
    table = ChipTable(session)
    chips = list(table.catalogue.chips)
    chips[3] = replace(chips[3], **values)
    table.put(chips, "set")
    return table


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(sorted(CHIP_BOUNDS)), st.floats(0, 1), st.sampled_from(LOCALES))
def test_that_a_cell_of_the_chips_that_is_opened_and_left_keeps_every_digit(
    session, spoken, key: str, place: float, name: str
) -> None:
    low, high = CHIP_BOUNDS[key]
    value = low + (high - low) * place
    table = table_with(session, **{key: value})
    spoken(name)
    index = table.index(3, KEYS.index(key))
    shown = table.data(index, Qt.ItemDataRole.EditRole)
    assert table.setData(index, shown)  # as the editor does on Enter
    assert getattr(table.catalogue.chips[3], key) == value
    # and by the reader alone, without the text that stood there
    assert table.setData(index, f" {shown}0" if "." in shown or "," in shown else shown)
    if "e" not in shown:
        assert getattr(table.catalogue.chips[3], key) == value


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("fr_FR", "1,875", 1.875),
        ("fr_FR", "2.5", 2.5),
        ("fr_FR", "1.875", None),
        ("en_US", "1,875", 1875.0),
        ("en_US", "1,8", None),
        ("de_DE", "1.875", 1875.0),
        ("de_CH", "1'875.5", 1875.5),
    ],
)
def test_that_a_cell_of_the_chips_is_read_by_the_language(
    session, spoken, name: str, typed: str, meant: float | None
) -> None:
    table = table_with(session, capex_usd=30_000.0)
    refused: list[str] = []
    table.refused.connect(lambda _, why: refused.append(why))
    spoken(name)
    table.setData(table.index(3, KEYS.index("capex_usd")), typed)
    kept = table.catalogue.chips[3].capex_usd
    if meant is not None and CHIP_BOUNDS["capex_usd"][0] <= meant:
        assert kept == meant
        assert not refused
    else:
        assert kept == 30_000
        assert len(refused) == 1


@pytest.mark.parametrize("rate", [0.92, 148.73, 0.7913])
def test_that_a_lever_typed_over_with_what_it_shows_keeps_its_value(session, qtbot, rate) -> None:
    units.install(Units("MW", "EUR", rate))
    values = {"power_budget_gw": 2.123456789012345, "investment_budget_bn_per_year": 51.23456789}
    session.replace(session.scenario.having(**values), "set")
    before = session.scenario
    for key in values:
        row = make_row(parameter(key), session)
        qtbot.addWidget(row)
        row.show()
        row.show_scenario(session.scenario)
        enter(row.line.spin, row.line.spin.text())
        assert row._problem.text() == ""
    assert session.scenario is before


def test_that_a_share_typed_over_with_what_it_shows_moves_no_share(qtbot) -> None:
    shares = MixShares(("tpu", "trainium", "gpu"))
    qtbot.addWidget(shares)
    wanted: list[object] = []
    shares.wanted.connect(lambda found, _: wanted.append(found))
    shares.show_shares({"tpu": 1 / 3, "trainium": 1 / 3, "gpu": 1 / 3})
    assert shares.fields["tpu"].text() == "33.34%"
    enter(shares.fields["tpu"], "33.34")
    enter(shares.fields["gpu"], "33.33 %")
    assert wanted == []
    enter(shares.fields["tpu"], "50")
    assert wanted == [{"tpu": 0.5, "trainium": 0.25, "gpu": 0.25}]


@given(st.floats(0.001, 0.5), st.floats(0, 1))
def test_that_a_locked_share_keeps_every_digit_when_the_others_move(locked, value) -> None:
    shares = {"tpu": locked, "trainium": (1 - locked) / 2, "gpu": (1 - locked) / 2}
    moved = share_out(shares, "gpu", value, ("tpu",))
    near = nearest_shares({"tpu": 0.2, "trainium": value, "gpu": 0.8 - value}, shares, ("tpu",))
    for found in (moved, near):
        assert found["tpu"] == locked
        assert sum(found.values()) == pytest.approx(1, abs=1e-12)
        assert min(found.values()) >= 0
    assert moved["gpu"] == pytest.approx(min(value, 1 - locked), abs=1e-4)
