"""What is made of the draws, one world and one month after the other; and who makes the chips."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.world import world
from engine.values import Site
from engine.worlds import exposure, random_draws, risk
from engine.worlds.low_discrepancy import shuffled
from tests.engine.worlds import FAMILIES

SCENARIO = Scenario()


def test_luck_is_made_of_the_draws_by_the_formulas_of_the_model():
    s = SCENARIO.having(
        rho=0.3,
        p_slip={"tpu": 0.2, "trainium": 0.5, "gpu": 0.9},
        p_grid=0.4,
        slip_min=1,
        slip_max=5,
    )
    drawn = random_draws.chance(3, FAMILIES, 96, 0, 50)
    found = random_draws.luck([s], drawn)
    for i in range(50):
        assert found.log_growth[0, i] == pytest.approx(s.sigma_growth * drawn.growth[i])
        efficiency = s.sigma_algorithmic * drawn.efficiency[i]
        assert found.log_efficiency[0, i] == pytest.approx(efficiency)
        late = s.grid_min + (s.grid_max - s.grid_min) * drawn.grid_size[i]
        delay = late if drawn.grid_chance[i] < 0.4 else 0
        assert found.grid_delay[0, i] == pytest.approx(delay)
        for f, family in enumerate(FAMILIES):
            both = math.sqrt(0.3) * drawn.price[i] + math.sqrt(0.7) * drawn.family_price[f, 0, i]
            assert found.log_price[f, 0, i] == pytest.approx(s.sigma_price * both)
            slips = drawn.slip_chance[f, 0, i] < s.p_slip[family]
            slip = 1 + 4 * drawn.slip_size[f, 0, i] if slips else 0
            assert found.slip[f, 0, i] == pytest.approx(slip)


def test_outages_and_recalls_leave_what_their_severities_say_month_by_month():
    s = SCENARIO.having(
        as_of=4,
        beta=0.25,
        outage_rate_per_year={"tpu": 1.2, "trainium": 0.6, "gpu": 0.9},
        outage_mean_duration_months=4,
        outage_severity={"tpu": 0.5, "trainium": 0.25, "gpu": 1},
        common_severity=0.4,
        recall_rate_per_year={"tpu": 0.9, "trainium": 0.4, "gpu": 0.5},
        recall_duration_months=3,
        recall_severity=0.6,
    )
    months, draws = 30, 12
    drawn = random_draws.chance(9, FAMILIES, 96, 0, draws)
    found = random_draws.luck([s], drawn)
    seen = set()
    for i, (f, family) in itertools.product(range(draws), enumerate(FAMILIES)):
        own = common = False
        last_recall = -99
        fails = 1 - math.exp(-s.outage_rate_per_year[family] * 0.75 / 12)
        together = 1 - math.exp(-0.9 * 0.25 / 12)  # of the mean of 1.2, 0.6 and 0.9 a year
        recall = 1 - math.exp(-s.recall_rate_per_year[family] / 12)
        for month in range(months):
            if month > 4:
                own = drawn.own[month, f, 0, i] < (0.75 if own else fails)
                common = drawn.common[month, 0, 0, i] < (0.75 if common else together)
                if drawn.recall[month, f, 0, i] < recall:
                    last_recall = month
            kept = (1 - s.outage_severity[family] * own) * (1 - 0.4 * common)
            assert found.supply_kept[month, f, 0, i] == pytest.approx(kept)
            in_reach = 1 - 0.6 * (month - last_recall < 3)
            assert found.base_kept[month, f, 0, i] == pytest.approx(in_reach)
            seen |= {("own", own), ("common", common), ("recall", in_reach < 1)}
    assert len(seen) == 6


def test_a_world_is_named_by_its_number_whichever_stretch_it_was_drawn_in():
    drawn = random_draws.chance(SCENARIO.seed, FAMILIES, 96, 0, 20)
    for draw in (0, 7, 8, 9, 19):
        there = world(SCENARIO, draw)
        growth = SCENARIO.revenue_growth * math.exp(SCENARIO.sigma_growth * drawn.growth[draw])
        assert there.revenue_growth == pytest.approx(growth)


def over_months(values):
    return np.array(values)[:, None, None, None]


def test_an_outage_lasts_while_the_same_number_says_so_and_never_in_history():
    uniform = over_months([0.5, 0.05, 0.3, 0.05, 0.3, 0.6])
    fails, mends, history = np.array([[[0.1]]]), np.array([[0.5]]), np.array([[0.0], [2.0]])
    down = random_draws.outages(uniform, fails, mends, history)
    assert down[:, 0, :, 0].T.astype(int).tolist() == [[0, 1, 1, 1, 1, 0], [0, 0, 0, 1, 1, 0]]
    alike = random_draws.outages(uniform, fails, mends, history[1:])
    assert alike[:, 0, :, 0].T.astype(int).tolist() == [[0, 0, 0, 1, 1, 0]]
    never = random_draws.outages(uniform, 0 * fails, mends, history)
    assert never.shape == (6, 1, 2, 1)
    assert not never.any()


def test_a_recall_that_begins_while_another_lasts_prolongs_it():
    uniform = over_months([0.05, 0.5, 0.05, 0.5, 0.05, 0.5, 0.5, 0.5])
    begins, history = np.array([[[0.1]]]), np.array([[1.0], [2.0]])
    two = random_draws.recalls(uniform, begins, np.array([[2.0]]), history)
    expected = [[0, 0, 1, 1, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1, 0, 0]]
    assert two[:, 0, :, 0].T.astype(int).tolist() == expected
    three = random_draws.recalls(uniform, begins, np.array([[3.0]]), history)
    assert three[:, 0, 0, 0].astype(int).tolist() == [0, 0, 1, 1, 1, 1, 1, 0]
    never = random_draws.recalls(uniform, 0 * begins, np.array([[2.0]]), history)
    assert never.shape == (8, 1, 2, 1)
    assert not never.any()


def test_a_chance_of_a_month_makes_that_of_a_year():
    found = random_draws.monthly_chance(np.array([0.0, 1.2, 12 * math.log(2)]))
    assert found.tolist() == pytest.approx([0, 1 - math.exp(-0.1), 0.5])


# Sites

SITES = (
    Site("Abilene", 1.2, 30, 6, 0.3),
    Site("Memphis", 0.3, -5, 2, 1.0, delay_months=2.5),
    Site("Ellendale", 0.4, 12, 1, 0.6),
)
BUILT, COMMON, LATE, SIZE = range(4)


def with_sites(*sites, **changes):
    terms = {"p_grid": 0.4, "grid_min": 2, "grid_max": 10, "grid_common": 0.25}
    return SCENARIO.having(sites=sites, **{**terms, **changes})


def test_each_site_is_built_and_late_by_its_own_luck_or_by_that_of_the_schedule():
    drawn = random_draws.chance(5, FAMILIES, 96, 0, 200)
    found = random_draws.luck([with_sites(*SITES), with_sites(SITES[2])], drawn)
    assert found.site_built.shape == found.site_delay.shape == (3, 2, 200)
    seen = set()
    for i, site in enumerate(SITES):
        own = random_draws._site_chance(5, site.name, 0, 200)
        for draw in range(200):
            common = own[COMMON, draw] < 0.25
            delay = 2 + 8 * own[SIZE, draw] if own[LATE, draw] < 0.4 else 0
            schedule = found.grid_delay[0, draw]
            assert found.site_delay[i, 0, draw] == pytest.approx(schedule if common else delay)
            assert found.site_built[i, 0, draw] == (own[BUILT, draw] < site.probability)
            seen.add((bool(common), bool(delay), bool(schedule)))
    assert len(seen) == 8
    # the other scenario's only site is the third; where it has none, nothing is left unbuilt
    assert (found.site_built[0, 1] == found.site_built[2, 0]).all()
    assert (found.site_delay[0, 1] == found.site_delay[2, 0]).all()
    assert (found.site_built[1:, 1] == 1).all()
    assert found.site_built[0, 0].mean() == pytest.approx(0.3, abs=0.02)
    assert (found.site_built[1, 0] == 1).all()
    assert random_draws.luck([with_sites()], drawn).site_built is None


def test_the_luck_of_a_site_goes_by_seed_name_and_number_of_the_world():
    whole = random_draws._site_chance(5, "Abilene", 0, 64)
    assert whole.shape == (4, 64)
    assert ((whole > 0) & (whole < 1)).all()
    assert (random_draws._site_chance(5, "Abilene", 24, 8) == whole[:, 24:32]).all()
    assert (random_draws._site_chance(5, "Memphis", 0, 64) != whole).all()
    assert (random_draws._site_chance(6, "Abilene", 0, 64) != whole).all()
    for line in whole:  # evenly spread, and each dimension in an order of its own
        assert sorted(int(64 * value) for value in line) == list(range(64))
    assert len({tuple(line.argsort().tolist()) for line in whole}) == 4


def test_a_world_has_the_sites_that_are_built_as_late_as_their_luck_makes_them():
    scenario = with_sites(*SITES)
    drawn = random_draws.chance(scenario.seed, FAMILIES, 96, 0, 24)
    lot = random_draws.luck([scenario], drawn)
    counts = set()
    for draw in range(24):
        there = world(scenario, draw)
        expected = {
            site.name: site.delay_months + lot.site_delay[i, 0, draw] - lot.grid_delay[0, draw]
            for i, site in enumerate(SITES)
            if lot.site_built[i, 0, draw]
        }
        assert {site.name: site.delay_months for site in there.sites} == pytest.approx(expected)
        assert there.grid_delay_months == pytest.approx(lot.grid_delay[0, draw])
        counts.add(len(there.sites))
        assert [site.gw for site in there.sites] == [s.gw for s in SITES if s.name in expected]
    assert counts == {1, 2, 3}


# What a world is written out as


def test_what_software_saves_in_a_world_is_drawn_efficiency_less_drawn_rebound():
    scenario = SCENARIO.having(sigma_rebound=0.2, sigma_algorithmic=0.3)
    chosen = scenario.having(later_compute_growth=2.5)
    drawn = random_draws.chance(scenario.seed, FAMILIES, 96, 0, 8)
    planned = (1 - scenario.rebound) * math.log(scenario.algorithmic_efficiency)
    for draw in range(8):
        log_efficiency = math.log(scenario.algorithmic_efficiency) + 0.3 * drawn.efficiency[draw]
        saving = (1 - scenario.rebound - 0.2 * drawn.rebound[draw]) * log_efficiency
        growth = world(scenario, draw).later_compute_growth
        assert growth == pytest.approx(math.exp(-saving))
        growth = world(chosen, draw).later_compute_growth
        assert growth == pytest.approx(2.5 * math.exp(planned - saving))


def test_history_of_a_world_is_written_out_month_by_month_and_growth_from_there():
    scenario = SCENARIO.having(
        revenue_anchors=[[0, 1.0], [2, 4.0]], as_of=5, revenue_growth=8, revenue_growth_longrun=2,
        growth_half_life_years=0.25, sigma_growth=0.4,
    )  # fmt: skip
    drawn = random_draws.chance(scenario.seed, FAMILIES, 96, 0, 2)
    there = world(scenario, 1)
    assert [month for month, _ in there.revenue_anchors] == [0, 2, 3, 4, 5]
    plain = simulate(scenario)["revenue_bn_per_year"]
    known = [level for _, level in there.revenue_anchors[2:]]
    assert known == pytest.approx(plain[3:6].tolist())
    # a quarter of a year after the last known point half of the excess is left
    excess = (math.log(8) - math.log(2) + 0.4 * drawn.growth[1]) / 2
    assert there.revenue_growth == pytest.approx(2 * math.exp(excess))
    at_once = world(scenario.having(growth_half_life_years=0), 1)
    assert at_once.revenue_growth == pytest.approx(2)
    young = world(scenario.having(as_of=2), 1)
    assert young.revenue_anchors == scenario.revenue_anchors
    assert young.revenue_growth == pytest.approx(8 * math.exp(0.4 * drawn.growth[1]))


def test_outages_of_a_world_are_events_of_the_months_in_which_less_is_kept():
    scenario = SCENARIO.having(
        outage_rate_per_year=dict.fromkeys(FAMILIES, 2), outage_mean_duration_months=4,
        recall_rate_per_year=dict.fromkeys(FAMILIES, 1), recall_duration_months=3,
    )  # fmt: skip
    lot = random_draws.luck(
        [scenario], random_draws.chance(scenario.seed, FAMILIES, scenario.horizon_months, 0, 3)
    )
    there = world(scenario, 2)
    for kind, kept in (("supply_stop", lot.supply_kept), ("base_loss", lot.base_kept)):
        for f, family in enumerate(FAMILIES):
            line = np.ones(scenario.horizon_months)
            for event in there.events:
                if (event.kind, event.scope) == (kind, family):
                    months = slice(event.start_month, event.start_month + event.duration_months)
                    assert (line[months] == 1).all()
                    line[months] = 1 - event.severity
            assert (line < 1).any()
            assert line.tolist() == pytest.approx(kept[:, f, 0, 2].tolist())


# Who makes the chips


def test_each_foundry_has_the_share_of_each_family_that_it_makes(monkeypatch):
    made = {"tpu": {"TSMC": 0.7, "Samsung": 0.3}, "gpu": {"TSMC": 1.0}}
    monkeypatch.setattr(exposure, "FOUNDRY_OF_KNOWN", made)
    monkeypatch.setattr(exposure, "FOUNDRY_OF_OTHERS", {"Intel": 1.0})
    found = exposure.foundry_exposure(("gpu", "tpu", "mine"))
    assert found == {
        "TSMC": (1.0, 0.7, 0.0),
        "Samsung": (0.0, 0.3, 0.0),
        "Intel": (0.0, 0.0, 1.0),
    }
    # 50, 40 and 10 of capacity: TSMC 78, Samsung 12, Intel 10
    split = risk._by_foundry(np, np.array([[50.0, 40.0, 10.0]]), found)
    assert split[0].tolist() == pytest.approx([78, 12, 10])
    assert risk.hhi(np, split)[0] == pytest.approx(78**2 + 12**2 + 10**2)


def test_all_known_chips_and_those_of_the_users_own_are_taken_to_come_from_one_foundry():
    found = exposure.foundry_exposure(("tpu", "trainium", "gpu", "mine"))
    assert found == {"TSMC": (1.0, 1.0, 1.0, 1.0)}
    known = exposure.FOUNDRY_OF_KNOWN
    assert known == {family: {"TSMC": 1.0} for family in FAMILIES}


def turned_by_hand(number: int, key: int) -> int:
    """Each bit is turned by chance that hangs on those above it, in whole numbers of Python."""

    def mixed(value: int) -> int:
        value &= 2**64 - 1
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB % 2**64
        return value ^ (value >> 31)

    found = number
    for bit in range(32):
        above = number >> bit >> 1
        found ^= (mixed(key + mixed(above << 6 | bit)) & 1) << bit
    return found


@pytest.mark.parametrize("first", [0, 5, 4093, 2**20 - 3, 2**32 - 40])
@pytest.mark.parametrize("count", [1, 2, 33])
def test_numbers_are_shuffled_by_the_chance_of_a_key_bit_by_bit(first, count):
    keys = [0, 1, 20251023, 2**64 - 1]
    number = np.arange(first, first + count)
    found = shuffled(number, np.array(keys, np.uint64))
    expected = [[turned_by_hand(n, key) for n in number.tolist()] for key in keys]
    assert found.tolist() == expected
    [apart] = shuffled(number[::-7].copy(), np.array(keys[2:3], np.uint64)).tolist()
    assert apart == expected[2][::-7]


def test_no_numbers_are_shuffled_to_none():
    assert shuffled(np.array([], int), np.array([3], np.uint64)).shape == (1, 0)
