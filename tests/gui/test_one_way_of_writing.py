"""Each kind of figure is written in one way, wherever it is said."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from engine import Scenario, parameter, simulate
from engine.text import percent_sign, written
from gui.charts import specs
from gui.levers import foresight
from gui.pages.mix.measures import CHANCE, MEASURES, UNIT_COST
from gui.pages.mix.shares import MixShares
from gui.pages.mix.words import mix_words
from gui.system import language as language
from gui.widgets.spin_boxes import LeverSpinBox
from gui.words import units
from gui.words.kpis import (
    capacity_words,
    chance_words,
    kpis,
    month_index,
    points_words,
    share_words,
)
from gui.words.numbers import number_words
from gui.words.signs import is_nought, with_sign
from gui.words.units import Units
from gui.words.value_texts import value_words

FRENCH = language.FOLDER / "headroom_fr.ts"
BARE = re.compile(r"\d%")
SPACED = re.compile(r"\d[ \u00a0\u202f]%")


def messages() -> list[tuple[str, str]]:
    """Every English text with its French one."""
    root = ET.parse(FRENCH).getroot()
    found = []
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        found.append((source, "".join(translation.itertext()) if translation is not None else ""))
    return found


def test_that_a_unit_cost_has_the_same_digits_in_tile_legend_map_and_foresight() -> None:
    result = simulate(Scenario())
    month = month_index(result, "2026-12")
    cost = float(result["usd_per_pflop_hour"][month])
    [tile] = [kpi for kpi in kpis(result, month) if kpi.key == "unit_cost"]
    [ahead] = [measure for measure in foresight.MEASURES if measure.key == "unit_cost"]
    shown = f"${cost:.3f}"
    assert tile.value == shown
    assert UNIT_COST.text(cost) == shown
    assert ahead.write(cost).startswith(f"{shown} ")
    assert f"${specs.unit_cost(result).text(cost)}" == shown


def test_that_served_demand_and_chances_are_written_alike_in_tile_and_map() -> None:
    served = next(measure for measure in MEASURES if measure.key == "served")
    for share, text in ((0.8766, "87.7%"), (1.0, "100%"), (0.0, "0%"), (0.9, "90.0%")):
        assert served.text(share) == share_words(share) == text
    assert CHANCE.text(0.593) == chance_words(0.593) == "59%"
    assert served.difference(0.9, 0.85) == f"{points_words(0.05)} more" == "5.0 points more"
    assert capacity_words(1406.4) == "1,406 EFLOP/s"


@pytest.mark.parametrize(("name", "sign"), [("en", "%"), ("fr", "\u00a0%")])
def test_that_percent_has_one_space_or_none_in_a_language(qapp, qtbot, name, sign) -> None:
    language.install_language(qapp, name)
    assert percent_sign() == sign
    assert written(0.5, ".0%") == f"50{sign}"
    assert mix_words(("tpu", "gpu"), (0.6, 0.4)).endswith(f"40{sign}")
    assert value_words(parameter("mix"), 0.25) == f"25{sign}"
    shares = MixShares(("tpu", "gpu"))
    qtbot.addWidget(shares)
    shares.show_shares({"tpu": 0.25, "gpu": 0.75})
    assert shares.fields["tpu"].text().endswith(f"00{sign}")
    field = LeverSpinBox(0.0, 100.0, 1.0)
    qtbot.addWidget(field)
    said: list[str] = []
    field.refused.connect(said.append)
    field.refuse_outside(120.0)
    assert f"100{sign}" in said[0]


def test_that_no_text_of_a_language_has_the_other_space_before_a_percent_sign() -> None:
    assert [source for source, _ in messages() if SPACED.search(source)] == []
    assert [french for _, french in messages() if BARE.search(french)] == []
    assert [french for _, french in messages() if re.search(r"\d[ \u202f]%", french)] == []


def test_that_an_amount_in_dollars_has_the_sign_and_no_code() -> None:
    assert [source for source, _ in messages() if re.search(r"\d( bn)? USD", source)] == []
    assert [source for source, _ in messages() if re.search(r"\b\d{1,3} \d{3}\b", source)] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.785, "2.785"),
        (1234.5, "1,234.5"),
        (0.1234567, "0.123457"),
        (130_000, "130,000"),
        (1_234_567, "1,234,567"),
        (1e11, "100 bn"),
        (123_456_789_012, "123,456,789,012"),
        (0.0, "0"),
        (-2.5, "-2.5"),
    ],
)
def test_that_what_is_set_is_said_without_exponents(value: float, text: str) -> None:
    assert number_words(value) == text


def test_that_what_is_set_is_said_in_the_shown_unit() -> None:
    units.install(Units("MW", "EUR", 0.92))
    assert value_words(parameter("power_budget_gw"), 2.785) == "2,785"
    assert value_words(parameter("investment_budget_bn_per_year"), 100.0) == "92"
    assert value_words(parameter("mix"), 0.3333) == "33.33%"


def test_that_what_rounds_to_none_has_no_sign_wherever_it_is_said():
    for value in (1e-9, 0.0, -0.0, -1e-9):
        assert with_sign(value, "0.00 GW", "=") == "="
    assert with_sign(0.5, "0.50 GW", "=") == "+0.50 GW"
    assert with_sign(-0.5, "0.50 GW", "=") == "−0.50 GW"
    assert all(map(is_nought, ("0", "0,00 GW", "$0", "0.0%")))
    assert not is_nought("0.01")
