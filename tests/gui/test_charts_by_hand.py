"""Charts of numbers worked by hand: what each draws in which role, where its axis ends."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest

from engine import Result, Scenario
from engine.tables.series import SERIES
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer, Shade, axis_top, without
from gui.charts.months import on_months, years_of
from gui.charts.stretches import Stretch, binding_stretches
from gui.charts.table import months_of, number_text, tab_separated
from gui.charts.value_scale import ValueScale
from gui.widgets.palette import (
    CONTRAST,
    DARK,
    LIGHT,
    Pattern,
    contrast,
    family_role,
    ink_on,
    luminance,
    pattern_of,
)

FAMILIES = ("tpu", "trainium", "gpu")
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def numbered(start: str = "2026-01", times: float = 1.0) -> tuple[Result, dict[str, float]]:
    """A result of which each column is one number of its own, and the numbers by column."""
    keys = [row.key for row in SERIES]
    keys += [f"{row.key}_{family}" for row in SERIES if row.by_family for family in FAMILIES]
    numbers = {key: times * (100.0 + place) for place, key in enumerate(keys)} | {"binding": 0.0}
    columns = {key: np.full((12, 1), number) for key, number in numbers.items()}
    return Result(Scenario(start=start, horizon_months=12, peak_ratio=1.5), columns), numbers


# chart, choice: its unit, format, note, and what it draws: kind, role, and columns that are added
STACK = [("layer", family) for family in FAMILIES]
COSTS = ["facility", "rent", "energy", "operation", "platform"]
DRAWN = [
    ("power", "", "GW", ",.2f", "", "it_power_gw", 1.5),
    ("fleet", "chips", "million chips", ",.2f", "Chips", "chips_alive", 1e-6),
    ("fleet", "power", "GW IT", ",.2f", "Power", "it_power_gw", 1.0),
    ("fleet", "compute", "EFLOP/s", ",.0f", "Compute", "capacity_eflops", 1.0),
    ("deliveries", "delivered", "thousand chips", ",.1f", "", "chips_delivered", 1e-3),
    ("deliveries", "retired", "thousand chips", ",.1f", "", "chips_retired", 1e-3),
    ("commitment", "", "$bn/month", ",.2f", "", "commitment_bn", 1.0),
    ("h100e", "", "million H100e", ",.2f", "", "h100e", 1e-6),
]


@pytest.mark.parametrize(
    ("chart", "choice", "unit", "style", "notes", "column", "factor"),
    DRAWN,
    ids=[f"{row[0]}-{row[1]}" for row in DRAWN],
)
def test_that_a_stack_is_of_its_column_family_by_family(
    chart, choice, unit, style, notes, column, factor
):
    result, numbers = numbered()
    spec = getattr(specs, chart)(result, choice)
    assert (spec.key, spec.unit, spec.notes) == (chart, unit, notes)
    assert spec.format == style
    assert [layer.label for layer in spec.layers] == ["Google TPU", "AWS Trainium", "NVIDIA GPU"]
    assert [layer.role for layer in spec.layers] == list(FAMILIES)
    lower = 0.0
    for family, layer in zip(FAMILIES, spec.layers, strict=True):
        upper = lower + numbers[f"{column}_{family}"] * factor
        np.testing.assert_allclose(layer.lower, lower, rtol=1e-12)
        np.testing.assert_allclose(layer.upper, upper, rtol=1e-12)
        lower = upper


LINES = [
    (
        "capacity",
        "",
        [
            ("Capacity", "capacity", "capacity_eflops", False),
            ("Demand", "demand", "demand_eflops", True),
        ],
    ),
    ("power", "", [("Limit", "limit", "power_limit_gw", True)]),
    (
        "unit_cost",
        "pflop_hour",
        [("Unit cost", "unit_cost", "usd_per_pflop_hour", False)],
    ),
    (
        "unit_cost",
        "tokens",
        [
            (
                "Cost of tokens",
                "unit_cost",
                "usd_per_million_tokens",
                False,
            )
        ],
    ),
    (
        "new_power",
        "",
        [
            ("Delivered", "capacity", "delivered_it_gw", False),
            ("Wanted", "demand", "wanted_it_gw", True),
        ],
    ),
]


@pytest.mark.parametrize(("chart", "choice", "lines"), LINES, ids=[f"{r[0]}-{r[1]}" for r in LINES])
def test_that_a_line_is_of_its_column_in_its_role(chart, choice, lines):
    result, numbers = numbered()
    spec = getattr(specs, chart)(result, choice)
    found = [(c.label, c.role, float(c.values[0]), c.dashed) for c in spec.curves]
    assert found == [(label, role, numbers[key], dashed) for label, role, key, dashed in lines]


def test_that_what_is_short_is_shaded_from_what_is_served_up_to_demand():
    result, numbers = numbered()
    [shade] = specs.capacity(result).shades
    assert (shade.label, shade.role) == ("Shortfall", "shortfall")
    assert (shade.lower[0], shade.upper[0]) == (numbers["served_eflops"], numbers["demand_eflops"])


@pytest.mark.parametrize(
    ("choice", "chips", "sites"),
    [
        ("economic", "chip_capital_charge_bn", "facility_capital_charge_bn"),
        ("cash", "chip_capex_bn", "facility_capex_bn"),
    ],
)
def test_that_the_cost_has_its_kinds_from_the_ground_up(choice, chips, sites):
    result, numbers = numbered()
    spec = specs.cost(result, choice)
    rent = numbers["rent_bn"] + numbers["idle_commitment_bn"]  # what is owed, used or not
    upkeep = numbers["site_opex_bn"] + numbers["maintenance_bn"]
    chips_and_sites = [numbers[chips], numbers[sites]]
    own = [*chips_and_sites, rent, numbers["energy_bn"], upkeep, numbers["platform_bn"]]
    assert [layer.role for layer in spec.layers] == ["capital", *COSTS]
    assert spec.layers[4].label == "Operation"
    for layer, expected in zip(spec.layers, own, strict=True):
        assert layer.values[0] == pytest.approx(expected)
    assert (spec.unit, spec.format) == ("$bn/month", ",.2f")


def test_that_every_role_that_a_chart_draws_is_one_of_every_palette():
    result, _ = numbered()
    bands = {column: _band(1.0) for column in specs.fan_columns()}
    for row in specs.ALL_CHARTS:
        for choice in row.choices or ("",):
            [spec] = specs.charts([row], result, {row.key: choice}, None, bands).values()
            for part in (*spec.parts, *spec.fans):
                for palette in PALETTES.values():
                    assert palette.colour(part.role).startswith("#")


# Bands and baselines


def _band(first: float) -> SimpleNamespace:
    keys = ("p5", "p25", "p50", "p75", "p95", "mean")
    return SimpleNamespace(**{key: np.full(12, first + n) for n, key in enumerate(keys)})


FANS = [
    ("capacity", "", "capacity_eflops", "capacity"),
    ("power", "", "facility_power_gw", "total"),
    ("cost", "economic", "economic_cost_bn", "total"),
    ("cost", "cash", "cash_cost_bn", "total"),
    ("cost", "signed_by_family", "commitment_bn", "total"),
    ("unit_cost", "pflop_hour", "usd_per_pflop_hour", "unit_cost"),
    ("unit_cost", "tokens", "usd_per_million_tokens", "unit_cost"),
]


SUMMED = ("economic_cost_bn", "cash_cost_bn", "commitment_bn")


def test_that_each_choice_has_the_spread_of_its_own_column_by_its_percentiles():
    result, _ = numbered()
    summed = {c + at for c in SUMMED for at in ("@year", "@to_date")}
    assert set(specs.fan_columns()) == {column for _, _, column, _ in FANS} | summed
    bands = {column: _band(10.0 * place) for place, column in enumerate(specs.fan_columns())}
    for chart, choice, column, role in FANS:
        spec = specs.overview(result, {chart: choice}, None, bands)[chart]
        [fan] = spec.fans
        first = 10.0 * specs.fan_columns().index(column)
        assert (fan.label, fan.role) == ("5% to 95% of worlds, and 25% to 75%", role)
        assert [float(bound[0]) for bound in fan.bounds] == [first + n for n in (0, 1, 3, 4)]
        assert float(fan.median[0]) == first + 2


def test_that_a_spread_of_other_months_or_of_no_chart_is_not_drawn():
    result, _ = numbered()
    longer = SimpleNamespace(**{key: np.zeros(13) for key in ("p5", "p25", "p75", "p95")})
    drawn = specs.overview(result, None, None, {"capacity_eflops": longer, "other": _band(1.0)})
    assert not any(spec.fans for spec in drawn.values())


def test_that_the_baseline_is_a_line_of_its_own_line_s_role_and_one_for_the_whole_stack():
    result, _ = numbered()
    other, numbers = numbered(times=2.0)
    drawn = specs.overview(result, None, other)
    assert [(g.label, g.role) for g in drawn["power"].ghosts] == [
        ("Limit, baseline", "limit"),
        ("Total, baseline", "total"),
    ]
    limit, total = (float(ghost.values[0]) for ghost in drawn["power"].ghosts)
    assert limit == numbers["power_limit_gw"]
    assert total == pytest.approx(1.5 * sum(numbers[f"it_power_gw_{f}"] for f in FAMILIES))
    assert [ghost.label for ghost in drawn["fleet"].ghosts] == ["Total, baseline"]
    assert not any(spec.ghosts for spec in specs.overview(result, None, result).values())


def test_that_a_baseline_s_months_stand_at_their_own_places():
    own, years = np.arange(24312.0, 24315.0) / 12, np.arange(24313.0, 24317.0) / 12
    values = np.array([1.0, 2.0, 3.0])
    np.testing.assert_array_equal(on_months(own, values, years), [2, 3, math.nan, math.nan])
    np.testing.assert_array_equal(
        on_months(years, np.array([1.0, 2.0, 3.0, 4.0]), own), [math.nan, 1, 2]
    )
    assert on_months(own, values, own) is values
    longer = np.arange(24312.0, 24316.0) / 12
    np.testing.assert_array_equal(on_months(own, values, longer), [1, 2, 3, math.nan])


def test_that_months_are_places_on_the_axis_and_back():
    result, _ = numbered("2026-11")
    years = years_of(result)
    assert years[:3].tolist() == [2026 + 10 / 12, 2026 + 11 / 12, 2027.0]
    spec = specs.power(result)
    assert months_of(spec)[:3] == ("2026-11", "2026-12", "2027-01")
    heading, first, *_ = tab_separated(spec).splitlines()
    parts = "Limit [GW]\tNVIDIA GPU [GW]\tAWS Trainium [GW]\tGoogle TPU [GW]"
    assert heading == f"month\t{parts}\tTotal [GW]"
    assert first.split("\t")[0] == "2026-11"
    assert number_text(math.nan) == ""
    assert number_text(0.1) == "0.1"


def test_that_stretches_begin_and_end_with_the_month():
    result, _ = numbered()
    assert binding_stretches(result) == (Stretch("demand", 0, 12),)


# What a chart is made of


def spec_of(**parts) -> ChartSpec:
    return ChartSpec("k", "Title", "GW", ",.1f", np.array([2026.0, 2026.5]), **parts)


def line(*values: float) -> np.ndarray:
    return np.array(values)


def test_that_an_axis_reaches_over_all_that_is_drawn_and_the_reach_over_the_scenario_alone():
    layers = (
        Layer("a", "tpu", line(0, 0), line(9, 1)),
        Layer("b", "gpu", line(9, 1), line(12, 2)),
    )
    assert spec_of(layers=layers).reach == 12
    assert spec_of(curves=(Curve("c", "limit", line(math.nan, 3)),)).reach == 3
    assert spec_of(shades=(Shade("s", "shortfall", line(1, 1), line(4, 2)),)).reach == 4
    assert spec_of(curves=(Curve("c", "limit", line(math.inf, 3)),)).reach == 3
    assert spec_of(curves=(Curve("c", "limit", line(math.nan, math.nan)),)).top == 1.0
    whole = spec_of(
        layers=layers,
        ghosts=(Curve("g", "baseline", line(20, 1)),),
        fans=(Fan("f", "fan", (line(0, 0), line(1, 1), line(99, 2), line(30, 2))),),
    )
    assert (whole.reach, whole.top) == (12, 35)
    assert whole.text(1234.56) == "1,234.6"
    assert whole.text(math.nan) == "undefined"
    assert [part.label for part in whole.parts] == ["b", "a"]


@pytest.mark.parametrize(
    ("highest", "top"),
    [
        *((-1, 1), (0, 1), (math.nan, 1), (1, 1.2), (1.17, 1.2), (1.18, 1.4), (2.0, 2.5)),
        *((4.9, 5), (4.95, 6), (9.8, 10), (9.81, 12), (0.098, 0.1), (0.0099, 0.012)),
        *((70, 80), (88, 90)),
    ],
)
def test_that_an_axis_ends_at_the_next_round_number_with_a_little_air(highest, top):
    assert axis_top(highest) == pytest.approx(top, rel=1e-12)


def test_that_hiding_a_layer_or_a_line_takes_along_what_is_of_it():
    layers = (
        Layer("a", "tpu", line(0, 0), line(1, 1)),
        Layer("b", "gpu", line(1, 1), line(4, 5)),
        Layer("c", "trainium", line(4, 5), line(9, 9)),
    )
    fan = Fan("f", "fan", (line(0, 0),) * 4)
    ghosts = (Curve("limit, b", "baseline", line(1, 1)), Curve("total, b", "baseline", line(9, 9)))
    spec = spec_of(
        layers=layers, curves=(Curve("limit", "limit", line(1, 1)),), ghosts=ghosts, fans=(fan,)
    )
    less = without(spec, {"b"})
    assert [(p.lower.tolist(), p.upper.tolist()) for p in less.layers] == [
        ([0, 0], [1, 1]),
        ([1, 1], [6, 5]),
    ]
    assert ([g.label for g in less.ghosts], less.fans) == (["limit, b"], ())
    limitless = without(spec, {"limit"})
    assert ([g.label for g in limitless.ghosts], limitless.fans) == (["total, b"], (fan,))
    assert limitless.curves == ()
    assert without(spec, {"nothing"}) is spec
    shaded = spec_of(shades=(Shade("s", "shortfall", line(0, 0), line(1, 1)),))
    assert without(shaded, {"s"}).shades == ()


# Colours


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_that_a_role_that_does_not_exist_is_a_fault_and_no_colour(palette):
    for role in ("capacitx", "", "further_12", "text"):
        with pytest.raises(KeyError, match=repr(role)):
            palette.colour(role)
    assert palette.scaled(1.4).colour("tpu") == palette.colour("tpu")


# Okabe and Ito's own, and what stands in their place where the ground asks for it
HUES = {
    "tpu": ("#0072B2", "#4C9FE0", "#62B5FF"),
    "trainium": ("#BF8000", "#E69F00", "#FFB640"),
    "gpu": ("#009E73", "#24B98C", "#3FE0AA"),
    "energy": ("#9C8E00", "#F0E442", "#FFF15C"),
    "binds_budget": ("#5F6415", "#969A10", "#A59E13"),
    "operation": ("#CC79A7", "#CC79A7", "#FF9ED2"),
    "binds_supply": ("#842373", "#EE5CC8", "#BE2A68"),
    "shortfall": ("#D55E00", "#F07B2E", "#FF8F55"),
    "problem": ("#B04A00", "#F07B2E", "#FF8F55"),
    "capacity": ("#9B3F77", "#D48BB8", "#D48BB8"),
    "unit_cost": ("#9B3F77", "#D48BB8", "#D48BB8"),
    "capital": ("#39434E", "#66788C", "#7488A0"),
    "facility": ("#8792A0", "#C9D3DC", "#B4C1CF"),
    "rent": ("#94796A", "#A98A78", "#C2A592"),
    "binds_demand": ("#898EA2", "#5F6A70", "#8A9EAE"),
    "binds_power": ("#17191D", "#E7E8EA", "#F6F6F6"),
}


@pytest.mark.parametrize("role", HUES)
def test_that_a_role_has_its_hue_on_each_ground(role):
    assert tuple(p.colour(role) for p in PALETTES.values()) == HUES[role]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_that_lines_of_text_s_colour_are_text_s(palette):
    assert {palette.colour(role) for role in ("demand", "limit", "total")} == {palette.text}
    assert {palette.colour(role) for role in ("baseline", "platform")} == {palette.quiet}


def test_that_contrast_is_as_wcag_2_has_it():
    assert luminance("#FFFFFF") == pytest.approx(1.0)
    assert luminance("#000000") == 0.0
    assert luminance("#FF0000") == pytest.approx(0.2126)
    assert luminance("#00FF00") == pytest.approx(0.7152)
    assert luminance("#0000FF") == pytest.approx(0.0722)
    assert luminance("#0A0A0A") == pytest.approx(10 / 255 / 12.92)
    assert contrast("#FFFFFF", "#000000") == contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=1e-3)
    assert (ink_on("#FFFFFF"), ink_on("#000000")) == ("#101418", "#FFFFFF")


def test_that_a_family_of_a_user_s_own_has_the_role_and_the_pattern_of_its_place():
    assert [family_role(f, 5) for f in FAMILIES] == list(FAMILIES)
    assert [family_role("own", n) for n in (0, 3, 11, 12)] == [
        "further_0",
        "further_3",
        "further_11",
        "further_0",
    ]
    ways = ("falling", "level", "upright", "squares", "diamonds", "dots")
    assert [pattern_of(f"further_{n}") for n in range(3, 12)] == [
        Pattern(ways[n % 6], dark=n >= 6) for n in range(9)
    ]
    assert pattern_of("further_0") == Pattern("squares", dark=True)  # the tenth


# The value axis under the hand


def test_that_the_axis_stays_under_the_hand_until_it_is_passed_by_far(qapp):
    scale = ValueScale()
    scale.want(10.0, 9.0)
    assert scale.top == 10.0
    scale.hold(True)
    for top, reach, shown in ((12.0, 11.5, 10.0), (5.0, 0.0, 10.0), (14.0, 11.6, 14.0)):
        scale.want(top, reach)
        assert (scale.top, scale.wanted) == (shown, top)
    scale.want(20.0, 14.0)
    scale.hold(False)
    assert scale.top == 20.0


def test_that_an_axis_comes_to_rest_at_a_very_small_end_and_never_at_nought(qtbot):
    scale = ValueScale(eased=True)
    tops = []
    scale.changed.connect(tops.append)
    scale.want(1.0, 0.9)
    scale.want(1.2e-30, 1e-30)
    qtbot.waitUntil(lambda: scale.top == 1.2e-30)
    assert min(tops) == 1.2e-30


def test_that_other_months_near_nought_let_the_axis_shrink_under_the_hand(qapp):
    scale = ValueScale()
    scale.want(10.0, 9.0)
    scale.hold(True)
    scale.want(4.0, 3.0, other_months=True)
    assert scale.top == 10.0
    scale.want(4.0, 2.9)
    assert scale.top == 10.0
    scale.want(4.0, 2.9, other_months=True)
    assert scale.top == 4.0


def test_that_another_picture_is_at_its_end_at_once_and_says_so_once(qapp):
    scale = ValueScale(eased=True)
    said = []
    scale.changed.connect(said.append)
    scale.want(10.0, 9.0)
    scale.settle(8.0)
    scale.settle()
    assert (said, scale.wanted) == ([10.0, 8.0], 8.0)
    scale.want(6.0, 5.0)  # on its way, step by step
    assert scale.top == 8.0
    scale.settle()
    assert (scale.top, said) == (6.0, [10.0, 8.0, 6.0])
