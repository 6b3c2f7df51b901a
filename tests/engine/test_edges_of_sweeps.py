"""What a sweep's plan may be at most, and what is found in one at its edges."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import ScenarioError
from engine.analysis.kpi import at, total
from engine.files.fingerprint import fingerprint
from engine.sweep import command, given, plan_file, plan_parts, points, summary
from engine.sweep.findings import Findings
from engine.sweep.indices import LEAST_POINTS, indices, variance_shares
from engine.sweep.measures import Measure, unit_of, window_of
from engine.sweep.plan import Plan
from engine.sweep.plan_file import parse_plan
from engine.sweep.register import Register
from engine.sweep.rows import COLUMNS, MEASURE, STATISTICS, Spread, in_short, raw_table, table
from engine.sweep.summary import FactorFacts, Facts, MeasureFacts
from engine.tables.scenario import Scenario

GRID = '[[dimension]]\nkey = "power_budget_gw"\nvalues = [1, 2, 3]\n'
TWO = GRID + '[[dimension]]\nkey = "pue"\nvalues = [1.1, 1.2]\n'
NAN = math.nan


def plan(text: str) -> Plan:
    return parse_plan(text.encode(), Path())


def refused(text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        plan(text)
    return str(caught.value)


# Plans


def test_that_a_plan_has_so_many_scenarios_at_most(monkeypatch) -> None:
    monkeypatch.setattr(plan_file, "MOST_SCENARIOS", 6)
    assert plan(TWO).count == 6
    monkeypatch.setattr(plan_file, "MOST_SCENARIOS", 5)
    assert refused(TWO) == "scenarios = 6: at most 5 are allowed"


def test_that_a_simplex_has_so_many_mixes_at_most(monkeypatch) -> None:
    text = '[[dimension]]\nkey = "mix"\nsimplex = 2\n'
    monkeypatch.setattr(plan_parts, "MOST_LEVELS", 6)
    own = plan(text)
    mixes = [own.cells(number)[1:] for number in range(own.count)]
    assert sorted(mixes) == sorted(
        [(1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.5, 0), (0.5, 0, 0.5), (0, 0.5, 0.5)]
    )
    monkeypatch.setattr(plan_parts, "MOST_LEVELS", 5)
    assert refused(text).endswith("gives more than 5 mixes")


def test_that_so_many_values_of_single_draws_are_kept(monkeypatch) -> None:
    text = 'raw = "all"\ndraws = 3\ncolumns = ["capacity_eflops", "h100e"]\n' + GRID
    months = plan(text).bases[0][1].horizon_months
    monkeypatch.setattr(plan_file, "EXACT_VALUES", 3 * months * 2)
    assert plan(text).raw == "all"
    monkeypatch.setattr(plan_file, "EXACT_VALUES", 3 * months * 2 - 1)
    assert "values of each scenario; at most" in refused(text)
    assert plan(text.replace('"all"', '"none"')).raw == "none"


def test_that_a_sequence_has_so_many_dimensions_and_a_hypercube_any_number(monkeypatch) -> None:
    text = '[[sample]]\nmethod = "{}"\npoints = 4\n'
    text += "levers = {{ pue = [1.1, 1.2], wacc = [0.1, 0.2] }}\n"
    monkeypatch.setattr(plan_parts, "DIMENSIONS", 4)
    assert plan(text.format("sobol")).count == 4
    assert plan(text.format("saltelli")).count == 4 * 4
    monkeypatch.setattr(plan_parts, "DIMENSIONS", 3)
    assert refused(text.format("saltelli")).endswith(
        "levers = 4: dimensions; at most 3 are allowed"
    )
    assert plan(text.format("sobol")).count == 4
    monkeypatch.setattr(plan_parts, "DIMENSIONS", 1)
    assert "levers = 2: dimensions" in refused(text.format("sobol"))
    assert plan(text.format("latin")).count == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GRID + GRID, "dimension = 'power_budget_gw': is varied twice"),
        ('bases = ["article_2025_10", "article_2025_10"]', "one or more, each once"),
        ("bases = []", "one or more, each once"),
        ("measures = []", "one or more, each once"),
        ('measures = ["cash_cost", "cash_cost"]', "one or more, each once"),
        ('months = ["2026-02", "2026-01"]', "the last is before the first"),
        ('months = ["2026-02"]', "allowed are a first and a last month, YYYY-MM"),
        ('[[sample]]\npoints = 2\nlevers = { pue = [1.2, 1.2] }', "allowed is [low, high]"),
        ('[[sample]]\npoints = 2\nlevers = { pue = [1.2] }', "allowed is [low, high]"),
        ('[[sample]]\npoints = 2\nlevers = { p_slip = [0.1, 0.2] }', "is not one number"),
        (
            '[[dimension]]\nkey = "pue"\nfrom = 0\nto = 1.2\nsteps = 3\nscale = "log"',
            "a log range lies above 0",
        ),
        (
            '[[dimension]]\nname = "a"\n[[dimension.option]]\nlabel = "x"\n'
            '[[dimension.option]]\nlabel = "x"',
            "one or more, each once",
        ),
    ],
)  # fmt: skip
def test_that_a_slip_is_told(text: str, says: str) -> None:
    assert says in refused(text)


def test_that_one_month_is_a_window_and_ranges_have_both_their_ends() -> None:
    assert plan('months = ["2026-02", "2026-02"]').months == ("2026-02", "2026-02")
    text = '[[dimension]]\nkey = "{}"\nfrom = {}\nto = {}\nsteps = 3\nscale = "{}"'
    for key, low, high, scale, cells in (
        ("power_budget_gw", 1, 100, "log", [1.0, 10.0, 100.0]),
        ("power_budget_gw", 1, 4, "lin", [1.0, 2.5, 4.0]),
        ("mix_month", 30, 31, "lin", [30.0, 31.0]),  # whole months, each once
    ):
        own = plan(text.format(key, low, high, scale))
        assert [own.cells(number)[1] for number in range(own.count)] == cells, key


def test_that_a_factor_has_the_name_that_it_is_given_or_its_place() -> None:
    sample = "[[sample]]\n{}points = 2\nlevers = {{ pue = [1.1, 1.2] }}\n"
    for text, name in (
        (sample.format(""), "sample[0]"),
        (sample.format('name = "Draws"\n'), "Draws"),
        (GRID, "power_budget_gw"),
        (GRID + 'name = "Power"\n', "Power"),
    ):
        assert [factor.name for factor in plan(text).factors] == [name]


def test_that_a_name_has_two_hundred_letters_at_most() -> None:
    assert given.text("name", "x" * 200) == "x" * 200
    for name in ("x" * 201, "a\nb", 3, None):
        with pytest.raises(ScenarioError, match="allowed is a text on one line"):
            given.text("name", name)


def test_that_an_option_s_number_lies_within_its_bounds() -> None:
    for text, number in (("0", 0), ("1024", 1024), ("007", 7)):
        assert command._whole("--workers", text, 1024) == number
    for text in ("1025", "-1", "1.0", "", "٣", "9" * 5000):
        with pytest.raises(ScenarioError, match="allowed is a whole number from 0 to 1024"):
            command._whole("--workers", text, 1024)


def test_that_five_scenarios_that_cannot_be_are_told_and_the_others_counted(capsys) -> None:
    for count, lines in ((5, 5), (6, 6), (7, 6)):
        command._complain_of({number: f"why {number}" for number in range(count)})
        said = capsys.readouterr().err.splitlines()
        assert len(said) == lines
        assert said[:5] == [f"why {number}" for number in range(5)]
        assert said[5:] == ([] if count == 5 else [f"and {count - 5} more"])


def test_that_the_table_of_scenarios_says_what_each_is_and_what_it_rests_on() -> None:
    own = plan("draws = 7\n" + TWO)
    register = Register(own)
    each = [own.scenario(number) for number in range(own.count)]
    for number, scenario in enumerate(each):
        register.add(number, scenario)
    columns = {name: list(line) for name, line in register.columns.items()}
    assert list(columns)[:7] == [
        *("scenario", "base", "varied: power_budget_gw", "varied: pue", "fingerprint", "draws"),
        "engine",
    ]
    assert columns["scenario"] == [0, 1, 2, 3, 4, 5]
    assert columns["base"] == ["article_2025_10"] * 6
    power, pue = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0], [1.1, 1.2] * 3
    assert columns["varied: power_budget_gw"] == columns["power_budget_gw"] == power
    assert columns["varied: pue"] == columns["pue"] == pue
    assert columns["fingerprint"] == [fingerprint(scenario) for scenario in each]
    assert columns["draws"] == [7] * 6
    first = each[0]
    assert columns["wacc"] == [first.wacc] * 6
    assert columns["mix.tpu"] == [first.mix["tpu"]] * 6
    assert columns["start"] == [first.start] * 6
    said = json.loads(columns["sites"][5])
    assert [site["name"] for site in said] == [site.name for site in first.sites]
    assert columns["catalogue"] == [first.catalogue.name] * 6
    whole = columns["horizon_months"]
    assert whole == [first.horizon_months] * 6
    assert {type(value) for value in whole} == {float}
    assert "mix" not in columns


# Measures


def test_that_a_measure_is_in_the_unit_of_what_it_sums_up() -> None:
    assert [Measure(name).unit for name in ("economic_cost", "shortfall")] == ["$bn", "share"]
    kpis = (at("capacity_eflops", 3), total("capacity_eflops", 3, 5), total("h100e_tpu", 0, 1))
    assert [Measure("own", kpi).unit for kpi in kpis] == [
        *("EFLOP/s", "EFLOP/s x months", "H100e x months")
    ]
    # the longest name that it begins with is its series
    assert unit_of("capacity_eflops_tpu") == "EFLOP/s"
    base = Scenario()
    assert window_of(base, (3, 5)) == (3, 5)
    assert window_of(base, None) == (base.as_of + 1, base.horizon_months - 1)


def test_that_the_rows_of_a_scenario_are_its_measures_and_then_its_months() -> None:
    shares = tuple(np.array([float(n), n + 0.5]) for n in range(len(STATISTICS) - 3))
    of_series = Spread("h100e", np.array([1.0, NAN]), shares, None, 0.25)
    of_measure = Spread(
        MEASURE + "cash_cost", np.array([2.0]), tuple(s[:1] for s in shares), np.array([9.0]), 0.0
    )
    plain = {"h100e": np.array([5.0, 6.0]), MEASURE + "cash_cost": np.array([7.0])}
    base = Scenario().having(start="2025-12")
    found = table(3, base, plain, [of_series, of_measure])
    assert list(found) == list(COLUMNS)
    lines = list(zip(*found.values(), strict=True))
    values = [float(n) for n in range(len(shares))]
    later = [n + 0.5 for n in range(len(shares))]
    assert [list(line) for line in lines] == [
        [3, "measure", "cash_cost", None, 7.0, 2.0, *values, 9.0, 0.0],
        [3, "series", "h100e", "2025-12", 5.0, 1.0, *values, None, 0.25],
        [3, "series", "h100e", "2026-01", 6.0, None, *later, None, 0.25],
    ]
    assert in_short(plain, of_measure) == (7.0, 2.0, *values, 9.0)
    assert math.isnan(in_short(plain, of_series)[-1])
    raw = raw_table(
        3, base, {"h100e": np.array([[1.0, NAN], [2.0, 3.0]]), MEASURE + "x": np.ones((1, 2))}
    )
    assert list(zip(*raw.values(), strict=True)) == [
        (3, "h100e", "2025-12", 0, 1.0),
        (3, "h100e", "2025-12", 1, None),
        (3, "h100e", "2026-01", 0, 2.0),
        (3, "h100e", "2026-01", 1, 3.0),
        (3, "x", None, 0, 1.0),
        (3, "x", None, 1, 1.0),
    ]


# Samples


def test_that_a_stick_is_broken_so_that_what_is_left_is_the_last_share() -> None:
    places = np.array([[0.75, 0.0, 1.0, 0.0], [0.5, 0.0, 0.5, 1.0]])
    assert points.on_simplex(places).T.tolist() == [
        *([0.5, 0.25, 0.25], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
    ]
    assert points.on_simplex(np.array([[0.25]])).T.tolist() == [[0.25, 0.75]]


def test_that_saltelli_s_samples_are_a_and_b_and_a_with_each_lever_from_b() -> None:
    found = points.saltelli([1, 2], 4, 3)
    assert found.shape == (3, 4 * 4)
    a, b, first, second = np.split(found, 4, axis=1)
    assert not (a == b).any()
    assert (first == [b[0], a[1], a[2]]).all()
    assert (second == [a[0], b[1], b[2]]).all()
    both = points.sobol(6, 4, 3)
    assert (np.concatenate([a, b]) == both).all()
    for dimensions in (0, points.DIMENSIONS + 1):
        with pytest.raises(ValueError, match=f"dimensions {dimensions}: allowed are 1 to"):
            points.sobol(dimensions, 1, 0)


def test_that_a_hypercube_has_a_point_in_each_slice_and_each_dimension_its_own_order() -> None:
    found = points.latin(3, 50, 7)
    assert np.sort(np.floor(found * 50)).tolist() == [list(range(50))] * 3
    assert len({tuple(line) for line in np.floor(found * 50).tolist()}) == 3
    assert (points.latin(2, 50, 7) == found[:2]).all()  # whatever else is drawn
    assert not (points.latin(2, 50, 8) == found[:2]).any()


# Findings


def findings(means: dict[str, list[float]], **varied: list[Any]) -> Findings:
    """Of scenarios numbered from 0 on; what is varied by texts is decided."""
    count = len(next(iter(means.values())))
    factors = tuple(
        FactorFacts(name, "grid", isinstance(line[0], str), (name,), (), len(set(line)), 0)
        for name, line in varied.items()
    )
    measures = tuple(MeasureFacts(name, "$bn", True) for name in means)
    columns: dict[str, Any] = {"scenario": np.arange(count)}
    for name, line in varied.items():
        columns[name] = tuple(line) if isinstance(line[0], str) else np.array(line)
    columns |= {f"{name}_mean": np.array(line, float) for name, line in means.items()}
    return Findings(Facts("x", count, tuple(varied), factors, measures, "csv"), columns)


def test_that_the_front_has_one_of_those_alike_and_none_that_is_undefined() -> None:
    found = findings(
        {
            "cash_cost": [0.0] * 6,
            "economic_cost": [3.0, 1.0, 2.0, 2.0, 4.0, NAN],
            "unserved_revenue": [1.0, 5.0, 2.0, 2.0, 1.0, 0.0],
        },
        pue=[1.1, 1.2, 1.3, 1.4, 1.5, 1.6],
    )
    assert found.cost is not None
    assert found.cost.name == "economic_cost"  # before all other costs
    assert found.front() == [1, 2, 0]
    assert findings({"economic_cost": [1.0]}, pue=[1.0]).front() == []


def test_that_the_best_is_the_least_or_the_most_and_none_of_nothing() -> None:
    found = findings({"cash_cost": [NAN, 2.0, 1.0, 3.0]}, pue=[1.0, 1.1, 1.2, 1.3])
    assert (found.best("cash_cost", True), found.best("cash_cost", False)) == (2, 3)
    assert findings({"cash_cost": [NAN]}, pue=[1.0]).best("cash_cost", True) is None


def test_that_only_numbers_that_differ_drive_anything() -> None:
    found = findings(
        {"cash_cost": [1.0, 2.0, 3.0, NAN]},
        pue=[1.3, 1.2, 1.1, 1.0],
        wacc=[0.1] * 4,
        who=["a", "b", "c", "d"],
        rho=[0.1, 0.3, 0.2, 0.9],
    )
    assert list(found.numbers) == ["pue", "rho"]
    assert found.drivers("cash_cost") == [("pue", -1.0), ("rho", 0.5)]
    # where nothing differs in what is known, nothing drives it
    flat = findings({"cash_cost": [2.0, 2.0]}, pue=[1.0, 1.1])
    assert flat.drivers("cash_cost") == [("pue", 0.0)]


def test_that_two_choices_can_be_regretted_in_the_worlds_that_both_have() -> None:
    found = findings(
        {"cash_cost": [1.0, 4.0, 2.0, 3.0]}, who=["a", "b", "a", "b"], pue=[1.0, 1.0, 1.5, 1.5]
    )
    assert found.regrets("cash_cost", True) == [(0, 0.0), (1, 3.0)]
    assert found.regrets("cash_cost", False) == [(1, 0.0), (0, 3.0)]
    alone = findings({"cash_cost": [1.0, 2.0]}, who=["a", "a"], pue=[1.0, 1.5])
    assert alone.regrets("cash_cost", True) == []
    gap = findings({"cash_cost": [1.0, 2.0, 3.0]}, who=["a", "b", "a"], pue=[1.0, 1.0, 1.5])
    assert gap.regrets("cash_cost", True) == []


def test_that_the_worst_quarter_is_what_lies_beyond_three_quarters() -> None:
    count = 40
    pue = [1 + number / 100 for number in range(count)]
    lost = [float(max(number - 29, 0)) for number in range(count)]
    found = findings({"unserved_revenue": lost}, pue=pue)
    conditions = found.conditions()
    assert conditions is not None
    assert conditions.fails.tolist() == [number >= 30 for number in range(count)]
    assert (conditions.coverage, conditions.density) == (1.0, 1.0)
    assert findings({"unserved_revenue": [1.0] * 4}, pue=pue[:4]).conditions() is None
    assert findings({"unserved_revenue": [NAN] * 4}, pue=pue[:4]).conditions() is None


def test_that_indices_need_three_samples_of_enough_points() -> None:
    with pytest.raises(ValueError, match="2 samples: needed are A, B and one for each lever"):
        variance_shares(np.zeros((2, 8)))
    alone, whole = variance_shares(np.ones((3, 8)))
    assert (alone.tolist(), whole.tolist()) == ([0.0], [0.0])  # where nothing varies
    values = np.random.default_rng(1).random((3, LEAST_POINTS))
    assert len(indices(["a"], values)) == 1
    assert indices(["a"], values[:, :-1]) == []


# Its summary, read back


def test_that_the_scenarios_of_a_summary_are_of_its_plan_each_once_and_in_order() -> None:
    facts = Facts("x", 3, ("pue",), (), (), "csv")

    def read(*numbers: str) -> list[float]:
        lines = "".join(f"{number},1.5\n" for number in numbers)
        return summary._columns(f"scenario,pue\n{lines}", facts)["scenario"].tolist()  # type: ignore[union-attr]

    assert read("0", "1", "2") == [0.0, 1.0, 2.0]
    assert read("2") == [2.0]
    assert read() == []
    for numbers in (("3",), ("-1", "0"), ("0", "0"), ("1", "0"), ("0.5",), ("x",), ("nan",)):
        with pytest.raises(ValueError):  # noqa: PT011 - of any text: it is told as a damaged table
            read(*numbers)
