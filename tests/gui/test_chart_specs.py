"""Charts as data: what is drawn adds up and says what it is."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario, simulate
from gui.charts import specs
from gui.charts.axis import TimeAxis, ValueAxis, tick_step, tick_text
from gui.charts.chart_spec import axis_top
from gui.charts.panel import ChartPanel
from gui.charts.stretches import binding_stretches
from gui.document.templates import example
from gui.widgets.palette import LIGHT, pattern_of


@pytest.fixture(scope="module")
def result():
    return simulate(Scenario())


def test_that_the_power_layers_add_up_to_facility_power(result):
    top = specs.power(result).layers[-1].upper
    np.testing.assert_allclose(top, result["facility_power_gw"], rtol=1e-12)


def costs(result, choice):
    """What the layers of a choice come to, by month, calendar year, or up to the month."""
    money = choice.partition("@")[0].partition("_")[0]
    monthly = result["commitment_bn" if money == "signed" else f"{money}_cost_bn"]
    if choice.endswith("@to_date"):
        return np.array([monthly[: t + 1].sum() for t in range(len(monthly))])
    if not choice.endswith("@year"):
        return monthly
    in_year = [month[:4] for month in result.months]
    return np.array(
        [sum(m for m, y in zip(monthly, in_year, strict=True) if y == year) for year in in_year]
    )


@pytest.mark.parametrize("choice", list(specs.COST_CHOICES))
def test_that_the_cost_layers_add_up_to_the_cost_they_are_named_after(result, choice):
    top = specs.cost(result, choice).layers[-1].upper
    np.testing.assert_allclose(top, costs(result, choice), rtol=1e-12)


@pytest.mark.parametrize("choice", list(specs.COST_CHOICES))
def test_that_cost_adds_up_where_chips_stand_idle_and_old_ones_make_way(choice):
    starved = simulate(example("power_starved").scenario)
    assert starved["idle_commitment_bn"].max() > 0.1
    top = specs.cost(starved, choice).layers[-1].upper
    np.testing.assert_allclose(top, costs(starved, choice), rtol=1e-9)


def test_that_the_largest_contracts_have_layers_of_their_family_s_colour_each_with_a_pattern():
    record = simulate(example("public_record_2026_11").scenario)
    spec = specs.cost(record, "economic_by_contract@to_date")
    np.testing.assert_allclose(
        spec.layers[-1].upper, np.cumsum(record["economic_cost_bn"]), rtol=1e-9
    )
    names = {contract.name: contract.family for contract in record.scenario.contracts}
    own = {layer.label: layer for layer in spec.layers if layer.label in names}
    assert len(own) >= 3
    for name, layer in own.items():
        assert LIGHT.colour(layer.role) == LIGHT.colour(names[name])
    roles = [layer.role for layer in spec.layers]
    assert len({pattern_of(role) for role in roles if "@" in role}) == sum("@" in r for r in roles)


def test_that_what_is_shown_and_over_which_months_are_chosen_apart(qtbot):
    [row] = [row for row in specs.CHARTS if row.key == "cost"]
    panel = ChartPanel(row)
    qtbot.addWidget(panel)
    for choice in row.choices:
        panel.choice = choice
        assert panel.choice == choice
    panel.choice = "signed"
    with qtbot.waitSignal(panel.choice_changed):
        panel._span.setCurrentIndex(2)
    assert panel.choice == "signed@to_date"


@pytest.mark.parametrize("choice", list(specs.FLEET_CHOICES))
def test_that_every_family_of_the_catalogue_has_a_layer_in_the_fleet(result, choice):
    roles = [layer.role for layer in specs.fleet(result, choice).layers]
    assert roles == list(result.scenario.families)


def test_that_the_shaded_shortfall_is_demand_less_what_is_served(result):
    (shade,) = specs.capacity(result).shades
    np.testing.assert_allclose(shade.values, result["shortfall_eflops"], atol=1e-9)


def test_that_each_chart_ends_above_everything_it_draws(result):
    for spec in specs.overview(result).values():
        highest = max(float(np.nanmax(p.values)) for p in spec.curves) if spec.curves else 0
        highest = max([highest, *(float(layer.upper.max()) for layer in spec.layers)])
        assert highest <= spec.top <= 1.5 * highest


def test_that_every_chart_names_its_unit_and_its_parts(result):
    for spec in specs.overview(result).values():
        assert spec.unit
        assert all(part.label for part in spec.parts)


def test_that_an_undefined_unit_cost_is_a_gap_and_not_a_number():
    nothing = dict.fromkeys(Scenario().families, 0.0)
    empty = simulate(Scenario().having(initial_it_mw=nothing, supply_chips_per_year=nothing))
    spec = specs.unit_cost(empty)
    assert np.isnan(spec.curves[0].values).all()
    assert spec.text(math.nan) == "undefined"
    assert spec.top == 1.0


def test_that_the_stretches_of_the_ribbon_cover_every_month_once(result):
    stretches = binding_stretches(result)
    months = [m for s in stretches for m in range(s.first, s.last)]
    assert months == list(range(96))
    assert [s.limit for s in stretches] == ["supply", "power", "demand"]


@pytest.mark.parametrize(
    ("highest", "top"),
    [
        (0, 1.0),
        (0.97, 1.0),
        (8.4, 9.0),
        (9.99, 12.0),
        (14_700, 16_000),
        (1e-30, 1.2e-30),
        (5e-324, 1.0),  # nothing that can be divided by
    ],
)
def test_that_an_axis_ends_at_a_round_number(highest, top):
    assert axis_top(highest) == pytest.approx(top)


@pytest.mark.parametrize("span", [0.003, 0.9, 1.0, 7.0, 12.0, 25.05, 16_000.0, 5e9])
def test_that_an_axis_has_between_three_and_six_ticks(span):
    assert 3 <= math.floor(span / tick_step(span) + 1e-9) + 1 <= 7


def test_that_a_low_plot_has_few_values_at_its_axis(qapp):
    axis = ValueAxis()
    [(_, high)] = axis.tickValues(0.0, 11.5, 300.0)
    [(_, low)] = axis.tickValues(0.0, 11.5, 50.0)
    assert len(high) == 5
    assert low == [0.0, 10.0]


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [(0, 5000, "0"), (15000, 5000, "15,000"), (0.25, 0.05, "0.25"), (7.5, 2.5, "7.5"), (2, 2, "2")],
)
def test_that_ticks_are_plain_numbers_with_the_digits_of_their_step(value, step, text):
    assert tick_text(value, step) == text


def test_that_a_short_time_axis_has_quarters_and_a_long_one_years(qapp):
    axis = TimeAxis()
    ((step, ticks),) = axis.tickValues(2025.0, 2026 + 11 / 12, 500)
    assert axis.tickStrings(ticks, 1, step)[:5] == ["2025", "Apr", "Jul", "Oct", "2026"]
    ((step, ticks),) = axis.tickValues(2025.0, 2032 + 11 / 12, 500)
    assert axis.tickStrings(ticks, 1, step) == [str(year) for year in range(2025, 2033)]


@pytest.mark.parametrize("choice", list(specs.DELIVERY_CHOICES))
def test_that_what_came_and_went_of_each_family_adds_up(result, choice):
    top = specs.deliveries(result, choice).layers[-1].upper * 1e3
    np.testing.assert_allclose(top, result.by_family(f"chips_{choice}").sum(axis=0), rtol=1e-12)
