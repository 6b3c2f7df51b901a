"""Each question of the command `ask`, answered by its analyses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from engine.analysis.calendar import Decision, calendar
from engine.analysis.commitments import Commitment, commitments, counterparties, hhi_of
from engine.analysis.exceedance import exceedance
from engine.analysis.failing import When, failing
from engine.analysis.flip import flip
from engine.analysis.kpi import Kpi, total
from engine.analysis.mixes import LEAST, THIS, mixes_compared
from engine.analysis.paired import paired
from engine.analysis.rank_correlation import rank_correlation
from engine.analysis.shocks import shocks
from engine.analysis.sources import sources
from engine.analysis.supplier_loss import supplier_loss
from engine.analysis.tornado import tornado
from engine.analysis.uncertain import BUILT, DELAY, input_is_share
from engine.analysis.waiting import Target
from engine.analysis.waterfall import waterfall
from engine.ask import words
from engine.ask.asked import Answer, Asked, Named, Row
from engine.ask.ways import goal, unit_of
from engine.run.simulate import simulate
from engine.tables.catalogue import family_label
from engine.tables.scenario import parameter
from engine.values import ALL, EVENT_KINDS, Event
from engine.worlds.ensemble import ensemble
from engine.worlds.risk import concentration, default_window

SHARES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9)


def _risk(asked: Asked) -> Answer:
    scenario, draws = asked.scenario, asked.draws
    window = (asked.kpi.first, asked.kpi.last)
    found = ensemble(scenario, draws, ["capacity_eflops"], window=window).risk
    assert found is not None
    split = sources(scenario, draws, total("unserved_revenue_bn", *window))
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
                    "source": Named(name, words.SOURCES[name]),
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
            "lever": Named.lever(bar.lever),
            "low": asked.lever_value(bar.lever, bar.low),
            "high": asked.lever_value(bar.lever, bar.high),
            "unit": unit_of(bar.lever),
            "at_low": bar.at_low,
            "at_high": bar.at_high,
            "rank_correlation": rho.get(bar.lever),
        }
        for bar in bars
    ]
    base = bars[0].base if bars else None
    noise = Named(ranked.noise, f"\u00b1{words.TWICE * ranked.noise:.2f}")
    return Answer({"value": base, "rank_noise": noise}, {"levers": rows})


def _prim(asked: Asked) -> Answer:
    found = failing(
        asked.scenario,
        asked.kpi,
        asked.share,
        asked.draws,
        high_is_bad=asked.high_is_bad,
        threshold=asked.target,
    )
    facts = {
        "sentence": str(found),
        "threshold": found.threshold,
        "failing": found.failing,
        "coverage": found.coverage,
        "density": found.density,
    }
    rows = [
        {
            "input": Named(f"{when.key}.{when.of}" if when.of else when.key, when.name),
            "unit": when.unit,
            **{
                key: _of_input(when, value)
                for key, value in (
                    ("low", when.low),
                    ("high", when.high),
                    ("smallest", when.smallest),
                    ("largest", when.largest),
                    ("plan", when.plan),
                    ("other_side", _other_side(when)),
                )
            },
        }
        for when in found.conditions
    ]
    return Answer(facts, {"conditions": rows})


def _of_input(when: When, value: float | None) -> Named | float | None:
    """A value of a condition: whether a site is built in words, a share in percent."""
    if value is None:
        return None
    if when.key == BUILT and value in (0.0, 1.0):
        return Named(value, "yes" if value else "no")
    if when.key == BUILT or input_is_share(when.key):
        return Named.share(value)
    return value


def _other_side(when: When) -> float | None:
    """What puts the plan where worlds seldom fail; None where nothing can."""
    if when.changes is None:
        return None
    [(key, value)] = when.changes.items()
    if key == "sites":
        site = next(site for site in value if site.name == when.of)
        return float(site.delay_months if when.key == DELAY else site.probability)
    return float(value[when.of] if when.of else value)


def _shocks(asked: Asked) -> Answer:
    found = shocks(asked.scenario, asked.kpi, high_is_bad=asked.high_is_bad)
    facts = {
        "value": found.base,
        "worst_pair": " + ".join(card.name for card in found.pair),
        "worst_pair_effect": found.pair_effect,
    }
    rows = [
        {"shock": card.name, "effect": card.effect, **_event(asked, card.event)}
        for card in found.cards
    ]
    return Answer(facts, {"cards": rows})


def _event(asked: Asked, event: Event) -> Row:
    dated = EVENT_KINDS[event.kind].has_start
    return {
        "kind": Named(event.kind, words.KINDS[event.kind]),
        "scope": Named(ALL, ALL) if event.scope == ALL else Named.family(event.scope),
        "start_month": Named(event.start_month, (asked.month(event.start_month) or "") * dated),
        "duration_months": event.duration_months,
        "severity": _severity(event),
    }


def _severity(event: Event) -> Named:
    """How hard it hits; nothing where its kind has no severity."""
    there = EVENT_KINDS[event.kind].has_severity
    return Named(event.severity, Named.share(event.severity).words if there else "")


def _hedge(asked: Asked) -> Answer:
    """As the Risk page has it; concentration and contracts in the last month asked about."""
    scenario, month = asked.scenario, asked.kpi.month
    loss = total("unserved_revenue_bn", *default_window(scenario))
    result = simulate(scenario)
    behind = counterparties(result, month)
    index = {layer: float(line[month]) for layer, line in concentration(result).items()}
    index["counterparty"] = hhi_of(behind)
    whole = sum(behind.values())
    names = {THIS: THIS, LEAST: LEAST}
    return Answer(
        {"month": asked.month(month)},
        {
            "mixes": [
                {
                    "mix": Named(one.name, names.get(one.name) or _alone(one.name)),
                    "shares": Named(
                        dict(one.mix),
                        ", ".join(f"{family_label(f)} {share:.0%}" for f, share in one.mix.items()),
                    ),
                    "cost_bn": one.cost,
                    "premium_bn": one.premium.mean,
                    "premium_error_bn": one.premium.standard_error,
                    "unserved_bn": one.unserved,
                    "unserved_cvar95_bn": one.unserved_cvar95,
                }
                for one in mixes_compared(scenario, asked.draws, loss)
            ],
            "supplier_loss": [
                {
                    "family": Named.family(x.family),
                    "mode": Named(x.mode, words.MODES[x.mode]),
                    "worst_share_lost": x.worst,
                    "unserved_bn": x.unserved_revenue,
                }
                for x in supplier_loss(scenario).losses
            ],
            "concentration": [
                {"layer": Named(layer, words.LAYERS[layer]), "hhi": value}
                for layer, value in index.items()
            ],
            "counterparties": [
                {
                    "counterparty": Named.family(name) if name in scenario.families else name,
                    "power_gw": power,
                    "share": power / whole,
                }
                for name, power in behind.items()
            ],
            "commitments": [_exit(asked, one) for one in commitments(scenario, month)],
        },
    )


def _alone(family: str) -> str:
    return f"{family_label(family)} alone"


def _exit(asked: Asked, one: Commitment) -> Row:
    """When a contract ends and must be given up; who may, its columns do not say."""
    return {
        "contract": one.contract.name,
        "supplier": one.contract.supplier,
        "it_gw": one.it_gw,
        "firm_gw": one.firm_gw,
        "ends": asked.month(one.ends),
        "notice_months": one.contract.notice_months,
        "give_up_by": asked.month(one.give_up_by),
    }


def _why(asked: Asked) -> Answer:
    found = waterfall(asked.other, asked.scenario, asked.kpi)
    before, gap = found.groups.before, found.groups.gap
    turned = flip(asked.other, asked.scenario, asked.kpi, lambda v: (v - before) * gap < 0)
    rows = [
        {"group": group, "lever": _parameter(lever), "part": part}
        for group, levers in found.levers.items()
        for lever, part in levers.items()
    ]
    facts = {
        "sentence": str(found),
        "before": found.groups.before,
        "after": found.groups.after,
        "undo_to_flip": Named(
            ", ".join(turned), ", ".join(parameter(key).label_text for key in turned)
        ),
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


def _calendar(asked: Asked) -> Answer:
    target = Target(asked.kpi, "at most" if asked.high_is_bad else "at least", asked.aim)
    found = calendar(asked.scenario, target, asked.chance, draws=asked.draws)
    rows = [
        {
            "what": Named(one.what, words.WHATS[one.what]),
            "name": one.name,
            "begins": asked.month(one.month),
            "at_the_latest": _latest(asked, one),
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


def _latest(asked: Asked, one: Decision) -> Named:
    """The last month; where the target does not hold as planned, for people why there is none."""
    month = asked.month(one.last_month)
    held = (wait for wait, chance in enumerate(one.chance) if chance >= asked.chance)
    wait = next(held, None)
    late = words.LATE
    if wait is not None:
        late = words.NOT_BEFORE.format(month=asked.month(one.month + wait))
    return Named(month, month or late)


QUESTIONS: Mapping[str, Callable[[Asked], Answer]] = {
    "risk": _risk,
    "tornado": _tornado,
    "prim": _prim,
    "shocks": _shocks,
    "hedge": _hedge,
    "why": _why,
    "goal": goal,
    "chance": _chance,
    "calendar": _calendar,
}


# what a question is asked of without a choice: `--measure` and the others
WITHOUT: Mapping[str, tuple[str, ...]] = {
    "hedge": ("--measure", "--how", "--from"),  # `--to` is the month of its last tables
    "chance": ("--how", "--from", "--to"),  # each month by itself
}


def told_of(question: str, asked: Asked) -> Asked:
    """What an answer is of, where that is not the number asked about.

    Takes: `question`, by its key; `asked`.
    Gives: Asked, of another number.
    """
    scenario, kpi = asked.scenario, asked.kpi
    if question == "hedge":
        return replace(asked, kpi=total("unserved_revenue_bn", *default_window(scenario)))
    if question == "chance":
        return replace(asked, kpi=Kpi(kpi.column, "at", 0, scenario.horizon_months - 1))
    return asked


def _parameter(key: str) -> Named:
    return Named(key, parameter(key).label_text)
