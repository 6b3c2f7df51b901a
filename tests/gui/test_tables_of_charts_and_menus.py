"""The tables of charts and of menus, held to what they are to say: choices, spans, keys, marks."""

from __future__ import annotations

import pytest

from engine import Scenario, simulate
from engine.values import Contract
from gui.charts import specs
from gui.charts.cost import COST_CHOICES, fan_column
from gui.charts.observed import Beside
from gui.words.menu_table import ACTIONS, MENUS, ROOMS

ROWS = {row.key: row for row in specs.ALL_CHARTS}

# in order; a dash where a line parts what is above, a tick where it shows whether it is on
MENU_ROWS = {
    "file": (
        "new, open, add_to_comparison, open_sweep, -save, save_as, duplicate, revert, "
        "-start_page, keep_version, -quit"
    ),
    "edit": (
        "undo, redo, history, -copy_scenario, paste_scenario, -add_shock, add_contract, "
        "add_site, -rename, -command_palette, reach, find_lever, -settings"
    ),
    "compare": "pin_baseline, swap_baseline, return_to_baseline",
    "view": (
        "levers✓, timeline, timeline_tables, rests_on, presentation✓, performance✓, -next_part, "
        "part_before, -larger, smaller, reset_layout, -theme_system✓, theme_light✓, theme_dark✓, "
        "theme_contrast✓, reduced_motion✓"
    ),
    "exporter": "report, -overview, charts, print_view, csv",
    "help": (
        "contents, what_is_this, welcome, tour, -manual, model, keys, sources, news, licences, "
        "copy_diagnostics, about"
    ),
}


@pytest.mark.parametrize("menu", MENUS)
def test_that_a_menu_has_its_commands_in_order_parted_and_ticked(menu):
    found = [
        f"{'-' * row.separator_before}{row.key}{'✓' * row.checkable}"
        for row in ACTIONS
        if row.menu == menu
    ]
    assert ", ".join(found) == MENU_ROWS[ROOMS[menu]]


def test_that_a_command_is_known_by_its_room_and_no_key_is_another_s():
    assert {row.full_key.partition(".")[0] for row in ACTIONS} == set(MENU_ROWS)
    assert len({row.full_key for row in ACTIONS}) == len(ACTIONS)
    keys = [row.shortcut for row in ACTIONS if row.shortcut]
    assert len(set(keys)) == len(keys)


# Charts


def test_that_what_is_shown_of_costs_and_over_how_long_are_chosen_apart():
    row = ROWS["cost"]
    kinds = [
        f"{money}{of}"
        for of in ("", "_by_family", "_by_contract")
        for money in ("economic", "cash", "signed")
    ]
    assert list(row.first_choices) == kinds
    assert row.spans == {"": "a month", "@year": "a year", "@to_date": "to date"}
    assert list(row.choices) == [kind + span for span in row.spans for kind in kinds]
    units = {
        span: {unit for c, (_, unit) in COST_CHOICES.items() if c.endswith(span or c)}
        for span in ("@year", "@to_date")
    }
    assert units == {"@year": {"$bn/year"}, "@to_date": {"$bn"}}
    assert {COST_CHOICES[kind][1] for kind in kinds} == {"$bn/month"}
    for key in set(ROWS) - {"cost"}:
        assert ROWS[key].spans == {}
        assert ROWS[key].first_choices == ROWS[key].choices


@pytest.mark.parametrize(
    ("choice", "column"),
    [
        ("economic", "economic_cost_bn"),
        ("cash_by_family", "cash_cost_bn"),
        ("signed_by_contract", "commitment_bn"),
        ("economic_by_family@year", "economic_cost_bn@year"),
        ("signed@to_date", "commitment_bn@to_date"),
    ],
)
def test_that_the_worlds_of_a_cost_are_of_its_column_over_the_same_months(choice, column):
    assert fan_column(choice) == column
    assert ROWS["cost"].fan(choice) == (column, "total")


def test_that_each_chart_has_the_spread_of_what_it_draws_in_its_colour():
    assert ROWS["capacity"].fan("") == ("capacity_eflops", "capacity")
    assert ROWS["power"].fan("") == ("facility_power_gw", "total")
    assert ROWS["unit_cost"].fan("tokens") == ("usd_per_million_tokens", "unit_cost")
    assert ROWS["unit_cost"].fan("pflop_hour") == ("usd_per_pflop_hour", "unit_cost")
    assert ROWS["fleet"].fan("chips")[0] == ROWS["deliveries"].fan("retired")[0] == ""


def test_that_claims_and_what_was_observed_stand_beside_what_they_are_of():
    chips, power = ROWS["fleet"].claims["chips"], ROWS["fleet"].claims["power"]
    assert [(each.series, each.factor) for each in chips] == [
        ("chips_alive_tpu", 1e-6),
        ("chips_alive_trainium", 1e-6),
    ]
    assert power == (Beside("it_power_gw_tpu"),)
    assert ROWS["power"].claims == {"": (Beside("it_power_gw_tpu", 1.0, "peak_ratio"),)}
    signed = {"signed_by_family@to_date": (Beside("commitment_bn_tpu@to_date"),)}
    assert ROWS["cost"].claims == signed
    assert {key: row.observed for key, row in ROWS.items() if row.observed} == {
        "power": {"": Beside("it_power_gw", 1.0, "peak_ratio")},
        "fleet": {"power": Beside("it_power_gw")},
        "h100e": {"": Beside("h100e", 1e-6)},
    }


def test_that_own_claims_stand_on_the_series_that_a_chart_draws():
    def drawn(key: str, choice: str = "") -> list[tuple[str, float, str]]:
        return [(b.series, b.factor, b.parameter) for b in ROWS[key].series[choice]]

    assert drawn("capacity") == [("capacity_eflops", 1, ""), ("demand_eflops", 1, "")]
    assert drawn("power") == [
        ("it_power_gw", 1, "peak_ratio"),
        ("facility_power_gw", 1, ""),
        ("power_limit_gw", 1, ""),
    ]
    assert drawn("fleet", "chips") == [("chips_alive", 1e-6, "")]
    assert drawn("fleet", "compute") == [("capacity_eflops", 1, "")]
    assert drawn("deliveries", "retired") == [("chips_retired", 1e-3, "")]
    assert drawn("new_power") == [("delivered_it_gw", 1, ""), ("wanted_it_gw", 1, "")]
    assert drawn("unit_cost", "tokens") == [("usd_per_million_tokens", 1, "")]
    assert drawn("commitment") == [("commitment_bn", 1, "")]
    assert drawn("cost", "cash_by_family@to_date") == [("cash_cost_bn@to_date", 1, "")]


def test_that_each_chart_offers_its_choices_by_their_names():
    offered = {key: dict(row.choices) for key, row in ROWS.items() if row.choices and key != "cost"}
    assert offered == {
        "fleet": {"chips": "Chips", "power": "Power", "compute": "Compute"},
        "unit_cost": {"pflop_hour": "Per PFLOP-hour", "tokens": "Per million tokens"},
        "deliveries": {"delivered": "Deliveries", "retired": "Retirements"},
        "contracted": {"all": "All that is promised", "firm": "What must be taken"},
    }


def test_that_contracts_are_stacked_whole_or_as_far_as_they_are_firm():
    contract = Contract("North", "gpu", 0, 1, 0.5, 0.4, 1.0, "", None, None, "", "")
    scenario = Scenario(start="2026-01", horizon_months=12).having(contracts=[contract])
    result = simulate(scenario)
    for choice, most in (("all", 0.5), ("firm", 0.2), ("", 0.5)):
        spec = specs.charts([ROWS["contracted"]], result, {"contracted": choice})["contracted"]
        tops = {layer.label: float(layer.values.max()) for layer in spec.layers}
        assert tops["NVIDIA GPU"] == pytest.approx(most)
        assert tops["Google TPU"] == 0
        assert [(curve.label, curve.role, curve.dashed) for curve in spec.curves] == [
            ("Wanted", "demand", True),
            ("Has power", "limit", False),
        ]
        assert spec.notes == ("What must be taken" if choice == "firm" else "All that is promised")
    powered = spec.curves[1].values
    assert powered == pytest.approx(result["power_limit_gw"] / scenario.peak_ratio)
