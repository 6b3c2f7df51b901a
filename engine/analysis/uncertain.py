"""What luck decides of a scenario: each uncertain input, its name in words, its value by world."""

from __future__ import annotations

import numpy as np

from engine import allowed
from engine.analysis.variants import Lever
from engine.model.arrays import TIME, Array
from engine.run.scenario_arrays import Inputs, Luck
from engine.tables.catalogue import family_label
from engine.tables.scenario import Scenario, parameter
from engine.text import translate
from engine.worlds import random_draws

DELAY, BUILT = "delay_months", "probability"  # of a site
RATES = ("outage_rate_per_year", "recall_rate_per_year")
BY_FAMILY = ("chip_price_factor", "generation_slip_months", *RATES)
SINGLE = ("revenue_growth", "algorithmic_efficiency", "rebound", "grid_delay_months")
YEARLY = SINGLE[:2]  # factors, by the year
IN_MONTHS = ("grid_delay_months", "generation_slip_months", *RATES, DELAY)


def settings_of_inputs(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """What of the scenario each uncertain input is about, in the order of `uncertain_inputs`.

    Takes: `scenario`.
    Gives: pairs of a key and a family or site: of a site the key is `delay_months` or
        `probability`; of what happens by chance alone it is the rate.
    """
    found = [(key, "") for key in SINGLE]
    found += [(key, family) for family in scenario.families for key in BY_FAMILY]
    for site in scenario.sites:
        found += [(DELAY, site.name), (BUILT, site.name)]
    return tuple(found)


def input_words(key: str, of: str) -> str:
    """What an uncertain input is called: `Generation slip, Google TPU`.

    Takes: `key` and `of`, as `settings_of_inputs` has them.
    """
    if key == DELAY:
        return translate("Risk", "Delay of {site}").format(site=of)
    if key == BUILT:
        return translate("Risk", "{site} is built").format(site=of)
    if key == RATES[0]:
        text = translate("Risk", "Months without supply, {family}")
        return text.format(family=family_label(of))
    if key == RATES[1]:
        text = translate("Risk", "Months of recall, {family}")
        return text.format(family=family_label(of))
    return Lever(key, of).label


def input_is_share(key: str) -> bool:
    """Whether an uncertain input is a share, that people read in percent.

    Takes: `key`, as `settings_of_inputs` has it.
    """
    return key in SINGLE and parameter(key).is_share


def input_unit(key: str) -> str:
    """The unit of an uncertain input, in words; none for a factor.

    Takes: `key`, as `settings_of_inputs` has it.
    """
    if key == BUILT:
        return translate("Breakpoints", "yes or no")
    if key in YEARLY:
        return parameter(key).unit_text
    return translate("Breakpoints", "months") if key in IN_MONTHS else ""


def uncertain_inputs(
    scenario: Scenario, draws: int, last: int
) -> tuple[list[str], list[str], Array]:
    """What luck makes of each uncertain input in each world, up to month `last`.

    Takes: `scenario`; `draws`, how many worlds; `last` [months since start].
    Gives: names, units, and values (input, draw), each in its own unit.
    Raises: ValueError for no draws, and for a month out of the horizon.
    """
    allowed.draws(draws)
    allowed.whole("last month", last, 0, scenario.horizon_months - 1)
    drawn = random_draws.chance(scenario.seed, scenario.families, scenario.horizon_months, 0, draws)
    p, lot = Inputs([scenario], luck=Luck()), random_draws.luck([scenario], drawn)
    rows: list[Array] = [
        p.host("revenue_growth") * np.exp(lot.log_growth),
        p.host("algorithmic_efficiency") * np.exp(lot.log_efficiency),
        p.host("rebound") + lot.rebound,
        p.host("grid_delay_months") + lot.grid_delay,
    ]
    price = p.host("chip_price_factor") * np.exp(lot.log_price)
    slip = p.host("generation_slip_months") + lot.slip
    outage = np.sum(lot.supply_kept[: last + 1] < 1, axis=TIME)
    recall = np.sum(lot.base_kept[: last + 1] < 1, axis=TIME)
    for f in range(len(scenario.families)):
        rows += [price[f], slip[f], outage[f], recall[f]]
    for i, site in enumerate(scenario.sites):
        # without luck of their own the sites come as planned
        late, built = np.zeros(1), np.ones(1)
        if lot.site_built is not None:
            late, built = lot.site_delay[i], lot.site_built[i]
        rows += [late + site.delay_months, built]
    table = np.stack([np.broadcast_to(row, (1, draws))[0] for row in rows]).astype(float)
    settings = settings_of_inputs(scenario)
    names = [input_words(key, of) for key, of in settings]
    return names, [input_unit(key) for key, _ in settings], table
