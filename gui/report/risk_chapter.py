"""The Risk page in a report: its answers, asked anew, and their tables. No Qt here.

All of it is of unserved revenue over the window, as the page is at first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine import Scenario, simulate
from engine.analysis.asked import same_horizon
from engine.analysis.commitments import Commitment, commitments, counterparties
from engine.analysis.exceedance import Exceedance, exceedance
from engine.analysis.failing import Failing, failing
from engine.analysis.kpi import total
from engine.analysis.mixes import LEAST, THIS, MixOutcome, mixes_compared
from engine.analysis.rank_correlation import RankCorrelation, rank_correlation
from engine.analysis.shocks import shocks
from engine.analysis.sources import Sources, sources
from engine.analysis.tornado import Bar, tornado
from engine.analysis.variants import Lever
from engine.tables.catalogue import family_label
from engine.tables.parameter import month_number, month_text
from engine.text import translate
from engine.worlds.ensemble import Progress
from engine.worlds.risk import default_window
from gui.report.table import BY_ROW, Cell, Table, TableColumn
from gui.words.luck import source_words

COLUMN, MONEY, POWER = "unserved_revenue_bn", "$bn", "GW IT"
SHARES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9)
FAILED = 0.1  # share of the worlds
NUMBER, SHARE = ",.6g", ".1%"  # how a row of conditions is written
MOST_WORLDS, BARS = 1024, 20
# what of the time each question takes
PARTS = {"sources": 0.6, "curves": 0.05, "ranks": 0.15, "failing": 0.05, "mixes": 0.15}


@dataclass(frozen=True)
class RiskAnswers:
    """What the page says of a scenario, from so many worlds."""

    scenario: Scenario
    worlds: int
    month: int
    sources: Sources
    curves: tuple[Exceedance, ...]
    bars: tuple[Bar, ...]
    ranks: RankCorrelation
    failing: Failing
    mixes: tuple[MixOutcome, ...]
    commitments: tuple[Commitment, ...]
    counterparties: dict[str, float]


def ask(
    scenario: Scenario,
    baseline: Scenario | None,
    draws: int | None,
    month: int,
    progress: Progress | None = None,
) -> RiskAnswers:
    """Ask all that the page asks. Raises Cancelled where `progress` says False."""
    worlds = min(scenario.draws if draws is None else draws, MOST_WORLDS)
    kpi = total(COLUMN, *default_window(scenario))
    done = 0.0

    def part(name: str) -> Progress | None:
        nonlocal done
        before, share = done, PARTS[name]
        done += share
        return None if progress is None else lambda here: progress(before + share * here)

    both = [scenario]
    if baseline is not None:
        try:
            same_horizon([scenario, baseline])
            both.append(baseline)
        except ValueError:
            pass  # of another horizon or catalogue: it has no curve beside this one
    return RiskAnswers(
        scenario,
        worlds,
        month,
        sources(scenario, worlds, progress=part("sources")),
        exceedance(both, kpi, worlds, progress=part("curves")),
        tornado(scenario, kpi)[:BARS],
        rank_correlation(scenario, kpi, worlds, progress=part("ranks")),
        failing(scenario, kpi, FAILED, worlds, progress=part("failing")),
        mixes_compared(scenario, worlds, kpi, progress=part("mixes")),
        commitments(scenario, month),
        dict(counterparties(simulate(scenario), month)),
    )


def tables(found: RiskAnswers) -> tuple[Table, ...]:
    """The tables, in the order of the page."""
    makers: tuple[Callable[[RiskAnswers], Table], ...] = (
        _sources,
        _exceedance,
        _levers,
        _conditions,
        _shocks,
        _mixes,
        _commitments,
        _counterparties,
    )
    return tuple(make(found) for make in makers)


def _money(heading: str, *, signed: bool = False) -> TableColumn:
    return TableColumn(heading, MONEY, ",.2f", signed=signed)


def _words(heading: str) -> TableColumn:
    return TableColumn(heading, checked=False)


def _share(heading: str) -> TableColumn:
    return TableColumn(heading, format=".1%")


def _sources(found: RiskAnswers) -> Table:
    split = found.sources
    rows: list[tuple[Cell, ...]] = [
        (translate("Report", "The plan, without luck"), split.plain, split.plain)
    ]
    rows += [
        (source_words(name), split.mean_parts[name], split.cvar95_parts[name])
        for name in split.mean_parts
    ]
    rows.append((translate("Report", "Sum"), split.mean, split.cvar95))
    columns = (
        _words(translate("Report", "Source of luck")),
        _money(translate("Report", "Expected")),
        _money(translate("Report", "Worst 5% of worlds")),
    )
    title = translate("Report", "Unserved revenue by source of luck")
    return Table("risk_sources", title, columns, tuple(rows))


def _exceedance(found: RiskAnswers) -> Table:
    columns = [
        _share(translate("Report", "Share of worlds")),
        _money(translate("Report", "Or more")),
    ]
    if len(found.curves) > 1:
        columns.append(_money(translate("Report", "Baseline")))
    rows: list[tuple[Cell, ...]] = [
        (share, *(curve.exceeded_in(share) for curve in found.curves)) for share in SHARES
    ]
    title = translate("Report", "How many worlds are at least as bad")
    return Table("risk_exceedance", title, tuple(columns), tuple(rows))


def lever_words(lever: Lever) -> str:
    """A lever's name, and its family's."""
    label = lever.row.label_text
    return f"{label}, {family_label(lever.family)}" if lever.family else label


def _levers(found: RiskAnswers) -> Table:
    rho = {rank.lever: rank.rho for rank in found.ranks.ranks}
    columns = (
        _words(translate("Report", "Lever")),
        TableColumn(translate("Report", "From"), format=",.6g"),
        TableColumn(translate("Report", "To"), format=",.6g"),
        _words(translate("Report", "Unit")),
        _money(translate("Report", "At the low end"), signed=True),
        _money(translate("Report", "At the high end"), signed=True),
        TableColumn(translate("Report", "Rank, all together"), format=".2f", signed=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            lever_words(bar.lever),
            bar.low,
            bar.high,
            bar.lever.row.unit_text,
            bar.down,
            bar.up,
            rho.get(bar.lever),
        )
        for bar in found.bars
        if bar.width > 0
    )
    title = translate("Report", "What matters: each lever over its plausible range")
    return Table("risk_levers", title, columns, rows)


def _conditions(found: RiskAnswers) -> Table:
    box = found.failing
    columns = (
        _words(translate("Report", "Condition")),
        TableColumn(translate("Report", "From"), format=BY_ROW),
        TableColumn(translate("Report", "To"), format=BY_ROW),
        TableColumn(translate("Report", "Lowest drawn"), format=BY_ROW),
        TableColumn(translate("Report", "Highest drawn"), format=BY_ROW),
        _words(translate("Report", "Unit")),
    )
    rows: list[tuple[Cell, ...]] = [
        (when.name, when.low, when.high, when.smallest, when.largest, when.unit)
        for when in box.conditions
    ]
    for name, value in (
        (translate("Report", "Failed worlds that are like this (coverage)"), box.coverage),
        (translate("Report", "Worlds like this that fail (density)"), box.density),
    ):
        rows.append((name, value, None, None, None, ""))
    formats = [NUMBER] * len(box.conditions) + [SHARE] * (len(rows) - len(box.conditions))
    title = translate("Report", "When the worst tenth of the worlds comes about")
    return Table("risk_conditions", title, columns, tuple(rows), tuple(formats))


def _shocks(found: RiskAnswers) -> Table:
    # plain runs, and their names in the language of whoever reads
    deck = shocks(found.scenario, total(COLUMN, *default_window(found.scenario)))
    pair = translate("Report", "worst pair")
    columns = (
        _words(translate("Report", "Shock")),
        _money(translate("Report", "Adds"), signed=True),
        _words(translate("Report", "Note")),
    )
    rows: list[tuple[Cell, ...]] = [
        (card.name, card.effect, pair if card in deck.pair else "") for card in deck.cards
    ]
    both = " + ".join(card.name for card in deck.pair)
    rows.append((both, deck.pair_effect, pair))
    title = translate("Report", "The deck of shocks")
    return Table("risk_shocks", title, columns, tuple(rows))


def _mixes(found: RiskAnswers) -> Table:
    names = {
        THIS: translate("Report", "this mix"),
        LEAST: translate("Report", "least regret"),
    }
    alone = translate("Report", "{family} alone")
    columns = (
        _words(translate("Report", "Mix")),
        _money(translate("Report", "Economic cost")),
        _money(translate("Report", "Against this mix"), signed=True),
        _money(translate("Report", "Standard error")),
        _money(translate("Report", "Unserved, expected")),
        _money(translate("Report", "Unserved, worst 5%")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names.get(one.name) or alone.format(family=family_label(one.name)),
            one.cost,
            one.premium.mean,
            one.premium.standard_error,
            one.unserved,
            one.unserved_cvar95,
        )
        for one in found.mixes
    )
    title = translate("Report", "The price of the hedge, and what it buys")
    return Table("risk_mixes", title, columns, rows)


def _commitments(found: RiskAnswers) -> Table:
    start = month_number(found.scenario.start)

    def month(place: int | None) -> str | None:
        return None if place is None else month_text(start + place)

    columns = (
        TableColumn(translate("Report", "Contract")),
        TableColumn(translate("Report", "Supplier")),
        TableColumn(translate("Report", "There"), POWER, ",.2f"),
        TableColumn(translate("Report", "Firm"), POWER, ",.2f"),
        TableColumn(translate("Report", "Ends"), months=True),
        TableColumn(translate("Report", "Given up by"), months=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.contract.name,
            one.contract.supplier,
            one.it_gw,
            one.firm_gw,
            month(one.ends),
            month(one.give_up_by),
        )
        for one in found.commitments
    )
    title = translate("Report", "What can be walked away from")
    return Table("risk_commitments", title, columns, rows)


def _counterparties(found: RiskAnswers) -> Table:
    columns = (
        _words(translate("Report", "Counterparty")),
        TableColumn(translate("Report", "Power"), POWER, ",.2f"),
        _share(translate("Report", "Share")),
    )
    whole = sum(found.counterparties.values()) or 1.0
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (family_label(name) if name in found.scenario.families else name, value, value / whole)
        for name, value in found.counterparties.items()
    )
    title = translate("Report", "Who stands behind the power")
    return Table("risk_counterparties", title, columns, rows)
