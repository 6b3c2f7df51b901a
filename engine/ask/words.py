"""What the answers of `ask` are called for people: tables, facts, columns and words by key.

English alone, as all that the command line says.
"""

from __future__ import annotations

from collections.abc import Mapping

SHARE, MONEY, POWER, MEASURE, PLAIN = "share", "$bn", "GW IT", "measure", ""
RANK = "correlation"
TWICE = 2.0  # of a standard error: within it a rank correlation may be chance
BARE = ("0/1", "count", "integer", "ratio", "correlation", "ln")  # units that say nothing

# by question: of how many worlds the answer is, where that is not all that is said
WORLDS: Mapping[str, str] = {
    "shocks": "of the plan itself, no worlds are drawn",
    "why": "of the plan itself, no worlds are drawn",
    "tornado": "one lever at a time in the plan, all together in {worlds} worlds",
}
LATE = "not even without a wait"  # of a decision after which a target does not hold
NOT_BEFORE = "not before {month}"

UNMOVED = "{count} levers that move nothing are left out."  # by themselves, as it is written
ONE_UNMOVED = "1 lever that moves nothing is left out."
NONE_WORSE = "No world is worse than {value}."
WORST_ALIKE = "The {count} worst are alike: {value}; world {world} is the first of them."
NO_NEARER = "No free decision leads nearer to it than the plan is."
CHANCE = "chance_of_shortfall"  # as a target: of a short month within the months asked about

TABLES: Mapping[str, str] = {
    "sources": "Unserved revenue by source of luck",
    "exceedance": "How many worlds are at least as bad",
    "worst_worlds": "The worst worlds",
    "by_month": "Month by month",
    "levers": "Levers",
    "conditions": "When it fails",
    "cards": "Shocks",
    "mixes": "What each mix costs and leaves unserved",
    "supplier_loss": "If a supplier fails",
    "concentration": "Concentration; 10,000 is one supplier alone",
    "commitments": "What can be walked away from",
    "counterparties": "Who stands behind the power",
    "groups": "Groups of levers",
    "proposals": "Least changes",
    "decisions": "By when to decide",
}
# by table: what its columns leave open
NOTES: Mapping[str, str] = {
    "decisions": "Once too late: with the first wait after which the target does not hold, or with "
    "the longest that was tried.",
}
# by key: what it is called, and how it is written
FIELDS: Mapping[str, tuple[str, str]] = {
    "sentence": ("", PLAIN),
    "served_at_start": ("demand served at the start", SHARE),
    "served_at_trough": ("demand served at its lowest", SHARE),
    "trough_month": ("month of the lowest", PLAIN),
    "served_target": ("target of demand served", SHARE),
    "chance_of_shortfall": ("chance of a short month", SHARE),
    "expected_unserved_revenue_bn": ("unserved revenue, expected", MONEY),
    "standard_error_bn": ("standard error of what is expected", MONEY),
    "cvar95_unserved_revenue_bn": ("unserved revenue, mean of the worst 5% of worlds", MONEY),
    "without_luck_bn": ("unserved revenue without luck", MONEY),
    "source": ("source of luck", PLAIN),
    "expected_bn": ("expected", MONEY),
    "cvar95_bn": ("worst 5% of worlds", MONEY),
    "chance": ("chance", SHARE),
    "share": ("share", SHARE),
    "value": ("value", MEASURE),
    "draw": ("world", PLAIN),
    "month": ("month", PLAIN),
    "short": ("short in", SHARE),
    "ever_short": ("short by then in", SHARE),
    "rank_noise": ("rank correlations that say nothing are within", PLAIN),
    "lever": ("lever", PLAIN),
    "low": ("from", PLAIN),
    "high": ("to", PLAIN),
    "at_low": ("value at the low end", MEASURE),
    "at_high": ("value at the high end", MEASURE),
    "rank_correlation": ("rank correlation, all together", RANK),
    "threshold": ("failed is beyond", MEASURE),
    "failing": ("worlds that fail", SHARE),
    "coverage": ("failing worlds that are like this (coverage)", SHARE),
    "density": ("worlds like this that fail (density)", SHARE),
    "input": ("input", PLAIN),
    "unit": ("unit", PLAIN),
    "smallest": ("lowest drawn", PLAIN),
    "largest": ("highest drawn", PLAIN),
    "plan": ("of the plan", PLAIN),
    "other_side": ("value on the other side", PLAIN),
    "worst_pair": ("worst together", PLAIN),
    "worst_pair_effect": ("what they add", MEASURE),
    "shock": ("shock", PLAIN),
    "effect": ("adds", MEASURE),
    "kind": ("kind", PLAIN),
    "scope": ("scope", PLAIN),
    "start_month": ("begins", PLAIN),
    "duration_months": ("months", PLAIN),
    "severity": ("severity", PLAIN),
    "mix": ("mix", PLAIN),
    "shares": ("shares", PLAIN),
    "cost_bn": ("economic cost", MONEY),
    "premium_bn": ("more than this mix", MONEY),
    "premium_error_bn": ("standard error of that", MONEY),
    "unserved_bn": ("revenue unserved", MONEY),
    "unserved_cvar95_bn": ("revenue unserved, worst 5% of worlds", MONEY),
    "family": ("family", PLAIN),
    "mode": ("how", PLAIN),
    "worst_share_lost": ("capacity lost at worst", SHARE),
    "layer": ("layer", PLAIN),
    "hhi": ("index (HHI)", PLAIN),
    "contract": ("contract", PLAIN),
    "supplier": ("supplier", PLAIN),
    "it_gw": ("there", POWER),
    "firm_gw": ("must be taken", POWER),
    "power_gw": ("power", POWER),
    "ends": ("ends", PLAIN),
    "notice_months": ("notice in months", PLAIN),
    "give_up_by": ("given up by", PLAIN),
    "counterparty": ("counterparty", PLAIN),
    "group": ("group", PLAIN),
    "part": ("adds", MEASURE),
    "before": ("before", MEASURE),
    "after": ("after", MEASURE),
    "undo_to_flip": ("put back, and the answer is another", PLAIN),
    "higher_is_better": ("higher is better", PLAIN),
    "better": ("better in", SHARE),
    "tie": ("the same in", SHARE),
    "worse": ("worse in", SHARE),
    "target": ("target", MEASURE),
    "proposal": ("proposal", PLAIN),
    "reached": ("reaches it", PLAIN),
    "why_not": ("why not", PLAIN),
    "binding": ("what binds", PLAIN),
    "changes": ("changes", PLAIN),
    "extra_cost_bn": ("costs more", MONEY),
    "margin_bn": ("standard error of that", MONEY),
    "chance_before": ("chance before", SHARE),
    "what": ("what", PLAIN),
    "name": ("name", PLAIN),
    "begins": ("begins", PLAIN),
    "at_the_latest": ("at the latest", PLAIN),
    "or_later": ("or later", PLAIN),
    "chance_now": ("chance as planned", SHARE),
    "cost_of_a_month_bn": ("a month's wait costs", MONEY),
    "settle_first": ("settle first", PLAIN),
    "chance_if_low": ("chance where that is low, once too late", SHARE),
    "chance_if_high": ("chance where it is high, once too late", SHARE),
}
SOURCES: Mapping[str, str] = {
    "growth": "growth of demand",
    "efficiency": "efficiency and rebound",
    "prices": "chip prices",
    "slips": "late generations",
    "grid": "late grid and sites",
    "outages": "supply outages",
    "recalls": "recalled contracts",
}
KINDS: Mapping[str, str] = {
    "supply_stop": "supply stop",
    "base_loss": "loss of installed chips",
    "power_outage": "power outage",
    "demand_shock": "demand shock",
    "price_shock": "price shock",
    "grid_delay": "grid delay",
    "generation_slip": "generation slip",
}
MODES: Mapping[str, str] = {"supply_stop": "no deliveries", "base_loss": "recalled"}
LAYERS: Mapping[str, str] = {
    "capacity": "capacity, by family",
    "power": "power, by family",
    "spend": "money signed for, by family",
    "foundry": "capacity, by foundry",
    "counterparty": "power, by counterparty",
}
EACH_MONTH = "each month by itself"
IN_A_MONTH, IN_MONTHS = "in {first}", "{first} to {last}"
HOW: Mapping[str, str] = {
    "at": "in {first}",
    "total": "in all, {first} to {last}",
    "mean": "a month on average, {first} to {last}",
    "highest": "at its highest, {first} to {last}",
    "lowest": "at its lowest, {first} to {last}",
}
QUESTIONS: Mapping[str, str] = {
    "risk": "what can go wrong",
    "tornado": "what matters",
    "prim": "when it fails",
    "shocks": "the deck of shocks",
    "hedge": "the price of the hedge, and what it buys",
    "why": "why it changed",
    "goal": "least changes to a target",
    "chance": "chance that it beats the baseline",
    "calendar": "by when to decide",
}
WHATS: Mapping[str, str] = {
    "sites": "site",
    "contracts": "contract",
    "mix": "switch to the target mix",
    "power ramp": "power ramp of the levers",
}
