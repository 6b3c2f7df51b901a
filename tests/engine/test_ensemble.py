"""Many worlds: the luck, what scenarios make of it, and the bands."""

from __future__ import annotations

import dataclasses
import weakref
import zlib
from statistics import NormalDist

import numpy as np
import pytest

from engine import Catalogue, Scenario, simulate
from engine.analysis.world import world
from engine.run.backend import NUMPY
from engine.values import PerFamily
from engine.worlds import quantiles, random_draws
from engine.worlds.ensemble import Cancelled, all_columns, each_block, ensemble, quantities
from engine.worlds.low_discrepancy import DIMENSIONS, inverse_normal, shuffled, sobol
from tests.engine.worlds import NO_LUCK, alike, all_families

SCENARIO = Scenario()


def worlds(scenario, draws, column="capacity_eflops", backend=NUMPY):
    """(time, draw) of a column."""
    quantity = quantities(scenario.families)[column]
    parts = [
        np.broadcast_to(found[:, 0], (len(found), min(backend.block, draws - first)))
        for first, found in each_block([scenario], draws, lambda s, n: quantity(s), backend)
    ]
    return np.concatenate(parts, axis=1)


# The numbers


def test_the_sequence_starts_like_sobol():
    points = sobol(np.arange(3), np.arange(8), np.zeros(3))
    expected = [
        [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
        [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
        [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375],
    ]
    np.testing.assert_allclose(points, expected, atol=1e-9)


def test_every_dimension_puts_one_point_in_each_of_1024_slots():
    points = sobol(np.arange(DIMENSIONS), np.arange(1024), np.arange(DIMENSIONS) * 12345)
    assert (np.sort((points * 1024).astype(int), axis=1) == np.arange(1024)).all()


def test_the_normal_deviate_inverts_the_normal_distribution():
    exact = NormalDist().inv_cdf
    probability = np.array([1e-300, 1e-15, 1e-9, 0.001, 0.05, 0.4, 0.5, 0.93, 0.999, 1 - 1e-9])
    expected = [exact(p) for p in probability.tolist()]
    np.testing.assert_allclose(inverse_normal(probability), expected, rtol=1e-13)


def test_an_outage_lasts_and_returns_as_the_two_state_chain_says():
    # V24c: uptime r/(lam+r); an outage older than I months has chance (1-up)(1-r)^I
    fails, mends, older, months, draws = 0.02, 0.25, 3, 120, 4000
    uniform = random_draws.chance(7, ("a",), months, 0, draws).own
    one = np.ones((1, 1, 1))
    down = random_draws.outages(uniform, fails * one, mends * one, np.array([[0]]))[:, 0, 0]
    up = mends / (mends + fails)
    error = np.sqrt(up * (1 - up) / draws)  # months of one draw hang together
    assert down[60:].mean() == pytest.approx(1 - up, abs=4 * error)
    long = np.logical_and.reduce([down[60 - i : months - i] for i in range(older + 1)]).mean()
    expected = (1 - up) * (1 - mends) ** older
    assert long == pytest.approx(expected, abs=4 * np.sqrt(expected / draws))


def test_a_chain_starts_up_after_history_and_certain_failure_comes_at_once():
    uniform = random_draws.chance(7, ("a", "b"), 24, 0, 16).own
    one = np.ones((2, 1, 1))
    down = random_draws.outages(uniform, one, 0 * one, np.array([[5]]))
    assert not down[:6].any()
    assert down[6:].all()


def test_a_recall_lasts_its_time_and_a_second_one_prolongs_it():
    uniform = np.ones((20, 1, 1, 1))
    uniform[[4, 8]] = 0.0
    active = random_draws.recalls(
        uniform, np.full((1, 1, 1), 0.5), np.array([[6.0]]), np.array([[0]])
    )
    assert np.flatnonzero(active).tolist() == list(range(4, 14))


def test_common_outages_hit_all_families_at_once_and_own_ones_do_not():
    common = SCENARIO.having(beta=1, common_severity=1)
    drawn = random_draws.chance(common.seed, common.families, 96, 0, 256)
    kept = random_draws.luck([common], drawn).supply_kept
    assert (kept == kept[:, :1]).all()
    assert (kept == 0).any()
    alone = random_draws.luck([SCENARIO.having(beta=0)], drawn).supply_kept
    assert (alone != alone[:, :1]).any()


def test_slips_and_delays_have_their_chances_and_ranges():
    scenario = SCENARIO.having(p_slip=all_families(0.3), p_grid=0.5)
    found = random_draws.luck([scenario], random_draws.chance(1, scenario.families, 96, 0, 4096))
    assert (found.slip > 0).mean() == pytest.approx(0.3, abs=0.02)
    assert found.slip[found.slip > 0].min() >= scenario.slip_min
    assert found.slip.max() <= scenario.slip_max
    assert (found.grid_delay > 0).mean() == pytest.approx(0.5, abs=0.02)
    assert found.grid_delay[found.grid_delay > 0].mean() == pytest.approx(10.5, abs=0.3)


def test_prices_move_together_as_rho_says():
    scenario = SCENARIO.having(rho=0.5, sigma_price=0.2)
    found = random_draws.luck(
        [scenario], random_draws.chance(1, scenario.families, 96, 0, 4096)
    ).log_price
    assert np.corrcoef(found[0, 0], found[1, 0])[0, 1] == pytest.approx(0.5, abs=0.03)
    assert found.std() == pytest.approx(0.2, rel=0.02)


# The same luck


def test_the_first_draws_of_a_larger_ensemble_are_the_smaller_one():
    few, many = worlds(SCENARIO, 1000), worlds(SCENARIO, 5000)
    assert (many[:, :1000] == few).all()


def test_the_size_of_blocks_changes_no_bit():
    columns = ("capacity_eflops", "economic_cost_bn")
    expected = ensemble(SCENARIO, 300, columns)
    for block in (7, 100, 300):
        found = ensemble(SCENARIO, 300, columns, backend=dataclasses.replace(NUMPY, block=block))
        for column in columns:
            for share, line in vars(found.bands[column]).items():
                assert (line == getattr(expected.bands[column], share)).all()
        assert found.risk.cost == expected.risk.cost


NAMES = (
    "tpu",
    "trainium",
    "gpu",
    "asic",
    "npu",
    "lpu",
    "wafer",
    "ipu",
    "shared",
    "supply",
    "a",
    "b",
)


def luck_by_family(names, first=0, count=64):
    """What a family's luck is made of, by its name."""
    drawn = random_draws.chance(5, names, 24, first, count)
    scalars = np.stack([drawn.family_price, drawn.slip_chance, drawn.slip_size])[:, :, 0]
    monthly = np.stack([drawn.own, drawn.recall])[:, :, :, 0]
    return {name: (scalars[:, f], monthly[:, :, f]) for f, name in enumerate(names)}


@pytest.mark.parametrize("name", NAMES)
def test_a_familys_luck_is_the_same_whoever_else_there_is(name):
    alone = luck_by_family((name,))[name]
    for others in (NAMES, tuple(reversed(NAMES)), *((name, other) for other in NAMES)):
        if others.count(name) == 1:
            for found, expected in zip(luck_by_family(others)[name], alone, strict=True):
                np.testing.assert_array_equal(found, expected)


def test_what_all_families_share_does_not_know_which_there_are():
    few, many = (random_draws.chance(5, names, 24, 0, 64) for names in (NAMES[:1], NAMES))
    for shared in ("growth", "efficiency", "price", "grid_chance", "grid_size", "common"):
        np.testing.assert_array_equal(getattr(few, shared), getattr(many, shared))


def test_a_family_that_is_added_and_never_bought_leaves_every_world_as_it_was():
    scenario = SCENARIO.having(beta=0)  # common outages come as often as families fail on average
    extra = tuple(
        dataclasses.replace(chip, family="asic")
        for chip in SCENARIO.catalogue.chips
        if chip.family == "gpu"
    )
    nothing = ("mix", "mix_start", "supply_chips_per_year", "initial_it_mw")
    values = {
        key: value.having(asic=0.0 if key in nothing else value["gpu"])
        for key, value in scenario.values().items()
        if isinstance(value, PerFamily)
    }
    catalogue = Catalogue("more", SCENARIO.catalogue.chips + extra)
    other = dataclasses.replace(scenario, catalogue=catalogue, **values)
    for column in ("capacity_eflops", "economic_cost_bn", "chips_alive_trainium"):
        expected = worlds(scenario, 48, column)
        np.testing.assert_allclose(worlds(other, 48, column), expected, rtol=1e-12)


def test_each_family_has_even_luck_and_no_two_have_the_same():
    names = tuple(f"family{i}" for i in range(12))
    drawn = random_draws.chance(3, names, 2, 0, 1024)
    for evenly in (drawn.slip_chance[:, 0], drawn.slip_size[:, 0]):
        assert (np.sort((evenly * 1024).astype(int), axis=1) == np.arange(1024)).all()
    normal = np.concatenate(
        [drawn.family_price[:, 0], drawn.growth[None], drawn.efficiency[None], drawn.price[None]]
    )
    np.testing.assert_allclose(normal.mean(axis=1), 0, atol=0.01)
    np.testing.assert_allclose(normal.std(axis=1), 1, atol=0.01)
    apart = np.corrcoef(normal) - np.eye(len(normal))
    assert np.abs(apart).max() < 5 / np.sqrt(1024)  # five standard errors of chance


def test_a_shuffled_stretch_keeps_its_blocks_together_and_begins_alike():
    key = np.array([1, 2, 2**64 - 1], np.uint64)
    found = shuffled(np.arange(4096), key)
    for size in (1, 2, 16, 256, 4096):
        blocks = np.sort(found.reshape(len(key), -1, size), axis=2)
        assert (blocks == blocks[:, :, :1] + np.arange(size, dtype=np.uint64)).all()
        assert (blocks[:, :, 0] % np.uint64(size) == 0).all()
    np.testing.assert_array_equal(shuffled(np.arange(100, 200), key), found[:, 100:200])
    same_step = np.diff(found.astype(np.int64), axis=1)
    assert (same_step[0] == same_step[1]).mean() < 0.5


def test_a_slider_changes_no_draw_of_the_luck():
    drawn = random_draws.chance(SCENARIO.seed, SCENARIO.families, 96, 0, 64)
    there = random_draws.luck([SCENARIO.having(power_budget_gw=5, revenue_growth=3)], drawn)
    assert there.log_growth is random_draws.luck([SCENARIO], drawn).log_growth


@pytest.mark.parametrize(
    ("key", "values"),
    [("beta", (0.1, 0.2, 0.3)), ("seed", (7, 8, 9)), ("horizon_months", (60, 72))],
)
def test_a_dragged_parameter_leaves_one_luck_of_the_same_draws_in_memory(key, values):
    def lucks_of(scenario, first=0):
        drawn = random_draws.chance(
            scenario.seed, scenario.families, scenario.horizon_months, first, 48
        )
        return [weakref.ref(found) for found in (drawn, random_draws.luck([scenario], drawn))]

    elsewhere = lucks_of(SCENARIO, first=48)
    met = [lucks_of(SCENARIO.having(**{key: value})) for value in values]
    assert all(made() is None for _, made in met[:-1])
    assert all(found() is not None for found in met[-1] + elsewhere)
    if key != "beta":
        assert all(drawn() is None for drawn, _ in met[:-1])


def test_ten_thousand_draws_find_their_luck_again():
    def lucks():
        found = each_block([SCENARIO], 10_000, lambda simulation, count: simulation.inputs.luck)
        return [each for _, each in found]

    assert all(again is found for again, found in zip(lucks(), lucks(), strict=True))


def test_a_longer_horizon_keeps_the_months_it_shares():
    long = SCENARIO.having(horizon_months=120)
    assert (worlds(long, 32)[:90] == worlds(SCENARIO, 32)[:90]).all()


@pytest.mark.parametrize(("seed", "first", "count"), [(2, 0, 64), (0, 1537, 20), (7, 100_003, 5)])
def test_a_month_has_a_counter_of_its_own_in_a_stream_of_the_seed_and_the_name(seed, first, count):
    found = random_draws.chance(seed, ("tpu",), 5, first, count).common[:, 0, 0]
    key = np.array([seed, zlib.crc32(b"supply")], np.uint64)
    for month, numbers in enumerate(found):
        counter = np.array([first // 8, month, 0, 0], np.uint64)
        stream = np.random.Generator(np.random.Philox(counter=counter, key=key))
        drawn = stream.random(first % 8 + count, dtype=np.float32)[first % 8 :]
        assert numbers.tolist() == drawn.tolist()


def test_another_seed_is_another_luck():
    other = worlds(SCENARIO.having(seed=1), 32)
    assert (other[95] != worlds(SCENARIO, 32)[95]).all()


# Against the plain run


def test_without_any_luck_every_world_is_the_plain_run_to_the_bit():
    still = SCENARIO.having(**NO_LUCK)
    plain = simulate(still)
    columns = all_columns(still.families)
    found = ensemble(still, 100, columns)
    for column in columns:
        for line in vars(found.bands[column]).values():
            np.testing.assert_array_equal(line, plain[column])


def test_up_to_as_of_outages_recalls_slips_and_delays_have_not_happened():
    scenario = SCENARIO.having(sigma_growth=0, sigma_algorithmic=0, sigma_price=0)
    found, plain = worlds(scenario, 64, "facility_power_gw"), simulate(scenario)
    until = scenario.as_of + 1
    assert (found[:until] == plain["facility_power_gw"][:until, None]).all()
    assert (found[until:] != plain["facility_power_gw"][until:, None]).any()


def test_a_batch_of_scenarios_has_the_worlds_of_each():
    b = SCENARIO.having(
        power_budget_gw=4, sigma_growth=0.1, life_months=48, outage_mean_duration_months=4
    )
    expected = [worlds(scenario, 40) for scenario in (SCENARIO, b)]
    quantity = quantities(b.families)["capacity_eflops"]
    [(_, both)] = each_block([SCENARIO, b], 40, lambda s, n: quantity(s))
    np.testing.assert_allclose(both, np.stack(expected, axis=1), rtol=1e-12)


def test_permuting_families_permutes_everything():
    catalogue = SCENARIO.catalogue
    turned = Catalogue("turned", tuple(reversed(catalogue.chips)))
    values = {
        key: PerFamily({f: value[f] for f in turned.families})
        for key, value in SCENARIO.values().items()
        if isinstance(value, PerFamily)
    }
    assert turned.families != catalogue.families
    other = dataclasses.replace(SCENARIO, catalogue=turned, **values)
    columns = all_columns(SCENARIO.families)
    there, here = ensemble(other, 64, columns), ensemble(SCENARIO, 64, columns)
    for column in columns:
        for share, line in vars(here.bands[column]).items():
            size = max(np.abs(line[~np.isnan(line)]), default=0)
            np.testing.assert_allclose(
                getattr(there.bands[column], share), line, rtol=1e-9, atol=1e-9 * size
            )


# Bands


def test_quantiles_are_those_of_numpy_and_undefined_worlds_do_not_count():
    values = np.random.default_rng(3).normal(size=(4, 501))
    drawn = quantiles.sample(np, values)
    expected = np.quantile(values, quantiles.SHARES, axis=1)
    np.testing.assert_allclose(quantiles.quantiles(np, drawn), expected, rtol=1e-12)
    values[1, 100:] = np.nan
    values[2] = np.nan
    found = quantiles.quantiles(np, quantiles.sample(np, values))
    np.testing.assert_allclose(
        found[:, 1], np.quantile(values[1, :100], quantiles.SHARES), rtol=1e-12
    )
    assert np.isnan(found[:, 2]).all()
    assert np.isnan(quantiles.mean(np, values)[2])


STREAMS = {
    "normal": lambda n: np.random.default_rng(5).normal(size=n),
    "drifting": lambda n: np.random.default_rng(6).normal(size=n).cumsum(),
    "rising": lambda n: np.arange(n, dtype=float),
    "falling": lambda n: -np.arange(n, dtype=float),
    "few values": lambda n: np.random.default_rng(7).integers(0, 3, n).astype(float),
    "half undefined": lambda n: np.where(np.arange(n) % 2, np.nan, np.arange(n, dtype=float)),
}


@pytest.mark.parametrize("draws", [20_000, 50_000, 99_999])
@pytest.mark.parametrize("stream", STREAMS)
def test_a_sketch_keeps_the_bound_it_states_and_does_not_depend_on_the_blocks(stream, draws):
    values = STREAMS[stream](draws)[None]
    found = []
    for block in (512, 7001):
        sketch = quantiles.Sketch(np, 1)
        for first in range(0, draws, block):
            sketch.add(values[:, first : first + block])
        found.append(quantiles.quantiles(np, sketch.sample())[:, 0])
    np.testing.assert_array_equal(*found)
    known = np.sort(values[0][~np.isnan(values[0])])
    off = sketch.rank_error * draws
    assert 0 < off < 0.004 * draws
    places = np.array(quantiles.SHARES) * (len(known) - 1)
    assert (np.searchsorted(known, found[0], "left") <= places + off).all()
    assert (np.searchsorted(known, found[0], "right") - 1 >= places - off).all()


def test_what_a_sketch_may_be_off_is_what_its_merges_add_up_to():
    # 8 full buffers: 4 merges of single draws, 2 of pairs, 1 of fours; half of each add up
    sketch = quantiles.Sketch(np, 1)
    sketch.add(np.arange(8.0 * quantiles.BUFFER)[None])
    assert sketch.rank_error == pytest.approx((2 * 1 + 1 * 2 + 1 * 4 + 1) / (8 * 1024))
    few = quantiles.Sketch(np, 1)
    few.add(np.arange(1500.0)[None])
    assert few.rank_error == 0  # nothing was merged: every draw is there


def test_a_sketched_ensemble_is_close_to_the_exact_one_and_its_totals_are_exact(monkeypatch):
    exact = ensemble(SCENARIO, 4096)
    monkeypatch.setattr("engine.worlds.ensemble.EXACT_DRAWS", 100)
    sketched = ensemble(SCENARIO, 4096)
    assert (exact.exact, exact.rank_error) == (True, 0)
    assert not sketched.exact
    assert sketched.rank_error == pytest.approx((1 + 2 + 1) / 4096)  # of 2 merges and 1 of pairs
    for column, band in exact.bands.items():
        there = sketched.bands[column]
        np.testing.assert_allclose(there.mean, band.mean, rtol=1e-9)
        width = band.p95 - band.p5
        assert (np.abs(there.p50 - band.p50) <= 0.02 * width + 1e-12).all()
    for total in ("unserved_compute", "unserved_revenue", "cost"):
        assert getattr(sketched.risk, total) == getattr(exact.risk, total)


def test_which_columns_are_asked_for_changes_no_quantile_and_no_total(monkeypatch):
    few = ensemble(SCENARIO, 200, ("capacity_eflops", "rent_bn"))
    # room for no more than a few columns at once: the others take turns
    monkeypatch.setattr("engine.worlds.ensemble.EXACT_VALUES", 9 * 96 * 200)
    heard = []
    many = ensemble(
        SCENARIO,
        200,
        all_columns(SCENARIO.families),
        progress=lambda done: heard.append(done) or True,
    )
    assert many.exact
    assert tuple(many.bands) == all_columns(SCENARIO.families)
    for column, band in few.bands.items():
        for share, line in vars(band).items():
            np.testing.assert_array_equal(getattr(many.bands[column], share), line)
    assert vars(many.risk.cost) == vars(few.risk.cost)
    assert len(heard) > 5
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_progress_is_heard_and_can_stop():
    heard = []
    ensemble(SCENARIO, 1200, ("h100e",), progress=lambda done: heard.append(done) or True)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    with pytest.raises(Cancelled):
        ensemble(SCENARIO, 1200, ("h100e",), progress=lambda done: False)


def test_bands_are_in_order_and_cannot_be_written_to():
    found = ensemble(alike(sigma_growth=0.3), 128, ("capacity_eflops",))
    band = found.bands["capacity_eflops"]
    assert (band.p5 <= band.p25).all()
    assert (band.p25 <= band.p50).all()
    assert (band.p75 <= band.p95).all()
    with pytest.raises(ValueError, match="read-only"):
        band.p50[0] = 1


@pytest.mark.parametrize("draw", [0, 3, 17, 200])
def test_every_world_is_the_plain_run_of_the_scenario_with_its_luck_written_out(draw):
    plain = simulate(world(SCENARIO, draw))
    for column in ("capacity_eflops", "economic_cost_bn", "unserved_revenue_bn", "h100e_gpu"):
        there = worlds(SCENARIO, 256, column)[:, draw]
        np.testing.assert_allclose(there, plain[column], rtol=1e-9, atol=1e-9 * there.max())
