"""Each question of the command `ask`, answered by its analyses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.analysis import breakpoints as prim
from engine.analysis.calendar import calendar
from engine.analysis.exceedance import exceedance
from engine.analysis.flip import flip
from engine.analysis.hedge import hedge
from engine.analysis.paired import paired
from engine.analysis.proposals import proposals
from engine.analysis.rank_correlation import rank_correlation
from engine.analysis.regret import regret
from engine.analysis.shocks import shocks
from engine.analysis.sources import sources
from engine.analysis.supplier_loss import supplier_loss
from engine.analysis.tornado import tornado
from engine.analysis.variants import Lever, changed
from engine.analysis.waiting import Target
from engine.analysis.waterfall import waterfall
from engine.ask.asked import Answer, Asked, Row
from engine.run.simulate import simulate
from engine.values import PerFamily
from engine.worlds.ensemble import ensemble
from engine.worlds.risk import concentration

SHARES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9)
MOST_REGRET_DRAWS = 128


def _risk(asked: Asked) -> Answer:
    scenario, draws = asked.scenario, asked.draws
    found = ensemble(scenario, draws, ["capacity_eflops"]).risk
    assert found is not None
    split = sources(scenario, draws)
    result = simulate(scenario)
    served = 1 - result["shortfall_eflops"] / result["demand_eflops"]
    first, last = found.window
    trough = first + int(served[first : last + 1].argmin())
    [curve] = exceedance([scenario], asked.kpi, draws, high_is_bad=asked.high_is_bad)
    return Answer(
        {
            "served_at_start": served[first],
            "served_at_trough": served[trough],
            "trough_month": asked.month(trough),
            "served_target": 1 - scenario.shortfall_tolerance,
            "chance_of_shortfall": found.chance_of_shortfall,
            "expected_unserved_revenue_bn": split.mean,
            "standard_error_bn": split.standard_error,
            "cvar95_unserved_revenue_bn": split.cvar95,
            "without_luck_bn": split.plain,
        },
        {
            "sources": [
                {
                    "source": name,
                    "expected_bn": split.mean_parts[name],
                    "cvar95_bn": split.cvar95_parts[name],
                }
                for name in split.mean_parts
            ],
            "exceedance": [{"chance": x, "value": curve.exceeded_in(x)} for x in SHARES],
            "worst_worlds": [
                {"draw": draw, "value": value}
                for draw, value in zip(curve.worst, curve.values, strict=False)
            ],
            "by_month": [
                {
                    "month": asked.month(t),
                    "short": found.short[t],
                    "ever_short": found.ever_short[t],
                }
                for t in range(first, last + 1)
            ],
        },
    )


def _tornado(asked: Asked) -> Answer:
    ranked = rank_correlation(asked.scenario, asked.kpi, asked.draws)
    rho = {rank.lever: rank.rho for rank in ranked.ranks}
    bars = tornado(asked.scenario, asked.kpi)
    rows = [
        {
            "lever": _name(bar.lever),
            "low": bar.low,
            "high": bar.high,
            "at_low": bar.at_low,
            "at_high": bar.at_high,
            "rank_correlation": rho.get(bar.lever),
        }
        for bar in bars
    ]
    base = bars[0].base if bars else None
    return Answer({"value": base, "rank_noise": ranked.noise}, {"levers": rows})


def _prim(asked: Asked) -> Answer:
    found = prim.breakpoints(
        asked.scenario, asked.kpi, asked.aim, fails_above=asked.high_is_bad, draws=asked.draws
    )
    facts = {
        "sentence": str(found),
        "failing": found.failing,
        "coverage": found.coverage,
        "density": found.density,
    }
    rows = [vars(condition) for condition in found.conditions]
    return Answer(facts, {"conditions": rows})


def _shocks(asked: Asked) -> Answer:
    found = shocks(asked.scenario, asked.kpi, high_is_bad=asked.high_is_bad)
    facts = {
        "value": found.base,
        "worst_pair": " + ".join(card.name for card in found.pair),
        "worst_pair_effect": found.pair_effect,
    }
    rows = [{"shock": x.name, "effect": x.effect, **vars(x.event), "name": ""} for x in found.cards]
    for row in rows:
        del row["name"]
    return Answer(facts, {"cards": rows})


def _hedge(asked: Asked) -> Answer:
    scenario = asked.scenario
    found = hedge(scenario, asked.draws)
    least = regret(scenario, asked.kpi, draws=min(asked.draws, MOST_REGRET_DRAWS))
    shares = dict.fromkeys(scenario.families, 0.0)
    shares |= dict(zip(least.families, least.shares[least.least_worst].tolist(), strict=True))
    calm = hedge(changed(scenario, mix=PerFamily(shares)), asked.draws).mix
    mixes = {"this mix": found.mix, **found.single, "least regret": calm}
    index = concentration(simulate(scenario))
    last = scenario.horizon_months - 1
    return Answer(
        {f"least_regret_{family}": share for family, share in shares.items()},
        {
            "mixes": [
                {
                    "mix": name,
                    "cost_bn": mix.cost.mean,
                    "unserved_bn": mix.unserved_revenue.mean,
                    "unserved_cvar95_bn": mix.unserved_revenue.cvar95,
                }
                for name, mix in mixes.items()
            ],
            "supplier_loss": [
                {
                    "family": x.family,
                    "mode": x.mode,
                    "worst_share_lost": x.worst,
                    "unserved_bn": x.unserved_revenue,
                }
                for x in supplier_loss(scenario).losses
            ],
            "concentration": [
                {"layer": layer, "hhi_at_end": line[last]} for layer, line in index.items()
            ],
            "commitments": [_exit(asked, contract) for contract in scenario.contracts],
        },
    )


def _exit(asked: Asked, contract: Any) -> Row:
    """When a contract ends and must be given up; who may, its columns do not say."""
    term, notice = contract.term_months, contract.notice_months
    end = None if term is None else contract.start_month + term
    last = None if end is None or notice is None else end - notice
    return {
        "contract": contract.name,
        "supplier": contract.supplier,
        "firm": contract.firm,
        "it_gw": contract.it_gw,
        "ends": asked.month(end),
        "notice_months": notice,
        "give_up_by": asked.month(last),
    }


def _why(asked: Asked) -> Answer:
    found = waterfall(asked.other, asked.scenario, asked.kpi)
    before, gap = found.groups.before, found.groups.gap
    turned = flip(asked.other, asked.scenario, asked.kpi, lambda v: (v - before) * gap < 0)
    rows = [
        {"group": group, "lever": lever, "part": part}
        for group, levers in found.levers.items()
        for lever, part in levers.items()
    ]
    facts = {
        "sentence": str(found),
        "before": found.groups.before,
        "after": found.groups.after,
        "undo_to_flip": ", ".join(turned),
    }
    groups = [{"group": name, "part": part} for name, part in found.groups.parts.items()]
    return Answer(facts, {"groups": groups, "levers": rows})


def _chance(asked: Asked) -> Answer:
    higher = not asked.high_is_bad
    found = paired(
        asked.scenario,
        asked.other,
        asked.kpi.column,
        higher_is_better=higher,
        draws=asked.draws,
    )
    rows = [
        {"month": asked.month(t), "better": better, "tie": tie, "worse": worse}
        for t, (better, tie, worse) in enumerate(
            zip(found.a_better, found.tie, found.b_better, strict=True)
        )
    ]
    return Answer({"higher_is_better": higher}, {"by_month": rows})


def _goal(asked: Asked) -> Answer:
    *_, last = proposals(asked.scenario, asked.kpi, asked.aim, asked.levers, asked.draws)
    found = last.proposals
    rows = [
        {
            "proposal": number,
            "reached": one.reached,
            "value": one.solution.value,
            "why_not": "" if one.reached else one.solution.why,
            "binding": one.solution.binding,
            "changes": "; ".join(
                f"{_name(lever)} {before:.6g} -> {after:.6g}"
                for lever, before, after in one.solution.moved
            ),
            "extra_cost_bn": one.cost.mean,
            "margin_bn": one.cost.standard_error,
            "chance": one.chance,
            "chance_before": one.chance_before,
        }
        for number, one in enumerate(found, start=1)
    ]
    return Answer({"target": asked.aim}, {"proposals": rows})


def _calendar(asked: Asked) -> Answer:
    target = Target(asked.kpi, "at most" if asked.high_is_bad else "at least", asked.aim)
    found = calendar(asked.scenario, target, asked.chance, draws=asked.draws)
    rows = [
        {
            "what": one.what,
            "name": one.name,
            "begins": asked.month(one.month),
            "at_the_latest": asked.month(one.last_month),
            "or_later": one.open_ended,
            "chance_now": one.chance[0],
            "cost_of_a_month_bn": one.cost[1].mean,
            "margin_bn": one.cost[1].standard_error,
            "settle_first": "" if one.settle is None else one.settle.name,
            "chance_if_low": None if one.settle is None else one.settle.low,
            "chance_if_high": None if one.settle is None else one.settle.high,
        }
        for one in found
    ]
    return Answer({"target": asked.aim, "chance": asked.chance}, {"decisions": rows})


QUESTIONS: Mapping[str, Callable[[Asked], Answer]] = {
    "risk": _risk,
    "tornado": _tornado,
    "prim": _prim,
    "shocks": _shocks,
    "hedge": _hedge,
    "why": _why,
    "goal": _goal,
    "chance": _chance,
    "calendar": _calendar,
}


def _name(lever: Lever) -> str:
    return f"{lever.key}.{lever.family}" if lever.family else lever.key
