"""Other chips under a scenario: what a new family gets, where a lost one's share goes, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Catalogue, Scenario, ScenarioError, shipped_catalogue
from engine.files.fingerprint import fingerprint, short_code
from engine.files.other_chips import (
    default_for,
    missing_rows,
    named_as_it_is,
    standing,
    with_catalogue,
)
from engine.tables.scenario import PARAMETERS
from engine.values import EVENT_KINDS, Event

SHIPPED = shipped_catalogue()
ROWS = {row.key: row for row in PARAMETERS}
STOPS = tuple(Event("supply_stop", scope, 20, 3, 0.5) for scope in ("gpu", "all", "tpu"))
SCENARIO = Scenario(events=STOPS).having(
    mix={"tpu": 0.5, "trainium": 0.3, "gpu": 0.2},
    mix_start={"tpu": 0.1, "trainium": 0.1, "gpu": 0.8},
    supply_chips_per_year={"tpu": 100_000, "trainium": 200_000, "gpu": 400_000},
    supply_growth={"tpu": 1, "trainium": 2, "gpu": 4},
    bring_up_months={"tpu": 2, "trainium": 3, "gpu": 6},
    owned_share={"tpu": 0.1, "trainium": 0.2, "gpu": 0.25},
)


def chips_of(*families):
    return tuple(chip for chip in SHIPPED.chips if chip.family in families)


def renamed(chips, family):
    return tuple(replace(chip, family=family) for chip in chips)


def catalogue(*chips):
    return Catalogue("mine", chips)


# Families that come and go


def test_a_new_family_has_no_share_and_no_fleet_and_the_mean_of_the_others_in_the_rest():
    lpu = renamed(chips_of("gpu")[:1], "lpu")
    found, lines = with_catalogue(SCENARIO, catalogue(*SHIPPED.chips, *lpu))
    assert dict(found.mix) == {**SCENARIO.mix, "lpu": 0}
    assert dict(found.mix_start) == {**SCENARIO.mix_start, "lpu": 0}
    assert dict(found.initial_it_mw) == {**SCENARIO.initial_it_mw, "lpu": 0}
    # three digits of 233,333.3; the root of 1 x 2 x 4; whole months of 3.67; of 0.18333
    assert found.supply_chips_per_year["lpu"] == 233_000
    assert found.supply_growth["lpu"] == 2
    assert found.bring_up_months["lpu"] == 4
    assert found.owned_share["lpu"] == 0.183
    assert found.events == STOPS
    assert lines == (
        "“lpu” is new: no share of the mix and no fleet at the start; supply, use, "
        "ownership and risk as the mean of the other families. Set them in the levers.",
    )


def test_a_lost_familys_share_goes_to_the_others_in_proportion_and_its_events_go():
    found, lines = with_catalogue(SCENARIO, catalogue(*chips_of("tpu", "trainium")))
    assert dict(found.mix) == pytest.approx({"tpu": 0.625, "trainium": 0.375})
    assert dict(found.mix_start) == pytest.approx({"tpu": 0.5, "trainium": 0.5})
    assert dict(found.supply_growth) == {"tpu": 1, "trainium": 2}
    assert found.events == STOPS[1:]
    assert lines == (
        "Without “NVIDIA GPU”: its share of the mix went to the others.",
        "1 of its shocks went, too.",
    )


def test_where_the_lost_family_had_everything_the_others_share_evenly():
    only = SCENARIO.having(mix={"tpu": 0, "trainium": 0, "gpu": 1}, events=())
    found, lines = with_catalogue(only, catalogue(*chips_of("tpu", "trainium")))
    assert dict(found.mix) == {"tpu": 0.5, "trainium": 0.5}
    assert len(lines) == 1


def test_one_family_in_the_place_of_another_is_a_new_name_and_keeps_everything():
    chips = (*chips_of("tpu", "trainium"), *renamed(chips_of("gpu"), "asic"))
    found, lines = with_catalogue(SCENARIO, catalogue(*chips))
    assert lines == ()
    assert dict(found.mix) == pytest.approx({"tpu": 0.5, "trainium": 0.3, "asic": 0.2})
    assert dict(found.supply_growth) == {"tpu": 1, "trainium": 2, "asic": 4}
    assert dict(found.initial_it_mw) == {
        "tpu": SCENARIO.initial_it_mw["tpu"],
        "trainium": SCENARIO.initial_it_mw["trainium"],
        "asic": SCENARIO.initial_it_mw["gpu"],
    }
    assert [event.scope for event in found.events] == ["asic", "all", "tpu"]


def test_two_lost_and_one_new_are_no_new_name():
    chips = (*chips_of("tpu"), *renamed(chips_of("gpu"), "asic"))
    found, lines = with_catalogue(SCENARIO, catalogue(*chips))
    assert dict(found.mix) == {"tpu": 1, "asic": 0}
    assert found.supply_growth["asic"] == 2
    assert [event.scope for event in found.events] == ["all", "tpu"]
    assert len(lines) == 3
    assert lines[1].startswith("Without “AWS Trainium”, “NVIDIA GPU”: ")


def test_the_same_families_in_another_order_keep_their_values_in_the_new_order():
    chips = chips_of("gpu") + chips_of("trainium") + chips_of("tpu")
    found, lines = with_catalogue(SCENARIO, catalogue(*chips))
    assert lines == ()
    assert found.families == ("gpu", "trainium", "tpu")
    assert list(found.mix.items()) == [("gpu", 0.2), ("trainium", 0.3), ("tpu", 0.5)]
    assert found.events == STOPS


def test_a_catalogue_that_cannot_be_is_refused():
    broken = replace(SHIPPED.chips[0], tops=-1.0)
    with pytest.raises(ScenarioError, match=r"catalogue\.chips\[0\]\.tops = -1.0"):
        with_catalogue(SCENARIO, catalogue(broken))


def test_defaults_are_the_tables_own_or_those_carried_to_other_families():
    row = ROWS["supply_growth"]
    assert default_for(row, ("gpu", "tpu", "trainium")) is row.default
    assert default_for(ROWS["wacc"], ("gpu",)) == ROWS["wacc"].default
    both = default_for(row, ("gpu", "lpu"))
    # the root of 7 x 1.3 x 2.4 is 2.795
    assert dict(both) == {"gpu": 2.4, "lpu": pytest.approx(2.8, abs=0.005)}


# How a table of chips stands to the shipped one


def test_rows_stand_as_shipped_edited_or_added():
    first, second, *rest = SHIPPED.chips
    own = replace(first, name="My own")
    found = catalogue(replace(first, tops=first.tops * 2), second, own)
    assert standing(found) == ["edited", "", "added"]
    assert standing(SHIPPED) == [""] * len(SHIPPED.chips)
    assert missing_rows(found) == [chip.name for chip in rest]
    assert missing_rows(SHIPPED) == []


def test_a_changed_copy_of_the_shipped_table_says_so_and_changed_back_no_longer():
    edited = f"{SHIPPED.name}, edited"
    changed = replace(SHIPPED, chips=SHIPPED.chips[1:])
    assert named_as_it_is(changed).name == edited
    assert named_as_it_is(replace(changed, name=edited)).name == edited
    assert named_as_it_is(replace(SHIPPED, name=edited)).name == SHIPPED.name
    assert named_as_it_is(replace(changed, name="mine")).name == "mine"
    assert named_as_it_is(replace(SHIPPED, name="mine")).name == "mine"


# One code for the same numbers


def test_the_code_of_a_scenario_is_of_its_numbers_and_chips_and_not_of_its_words():
    code = fingerprint(SCENARIO)
    assert len(code) == 64
    assert set(code) <= set("0123456789abcdef")
    assert short_code(SCENARIO) == code[:12]
    assert fingerprint(replace(SCENARIO, name="other", notes="words")) == code
    assert fingerprint(replace(SCENARIO, catalogue=replace(SHIPPED, name="mine"))) == code
    assert fingerprint(SCENARIO.having(life_months=SCENARIO.life_months + 1)) != code
    assert fingerprint(SCENARIO.having(seed=SCENARIO.seed + 1)) != code
    assert fingerprint(replace(SCENARIO, events=STOPS[:2])) != code
    assert fingerprint(replace(SCENARIO, events=STOPS[::-1])) != code


@pytest.mark.parametrize(
    "change", [{"tops": 3333.0}, {"available": "2027-12"}, {"source": "me"}, {"hbm_gb": 1.0}]
)
def test_every_cell_of_a_chip_is_in_the_code(change):
    first, *rest = SHIPPED.chips
    other = replace(SHIPPED, chips=(replace(first, **change), *rest))
    assert fingerprint(replace(SCENARIO, catalogue=other)) != fingerprint(SCENARIO)


def test_three_and_three_point_nought_have_one_code():
    whole = replace(SCENARIO, power_budget_gw=3)
    assert fingerprint(whole) == fingerprint(replace(SCENARIO, power_budget_gw=3.0))
    growth = {"tpu": 1.0, "trainium": 2.0, "gpu": 4.0}
    assert fingerprint(SCENARIO.having(supply_growth=growth)) == fingerprint(SCENARIO)


# Events


def test_the_kinds_of_events_say_what_the_model_says_of_them():
    found = {
        key: (kind.scoped, kind.has_severity, kind.highest_severity, kind.has_start)
        for key, kind in EVENT_KINDS.items()
    }
    assert found == {
        "supply_stop": (True, True, 1, True),
        "base_loss": (True, True, 1, True),
        "power_outage": (False, True, 1, True),
        "demand_shock": (False, True, 1, True),
        "price_shock": (True, True, 5, True),
        "grid_delay": (False, False, 1, False),
        "generation_slip": (True, False, 1, False),
    }


def test_an_event_of_all_hits_each_and_one_of_a_family_that_alone():
    assert [stop.hits("gpu") for stop in STOPS] == [True, True, False]
