"""The story and the record against a scenario: what holds, what is off, what is contradicted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from engine.analysis.backtest import backtest, quantity_unit
from engine.run.result import Result
from engine.tables.observed import Observed
from engine.tables.own import OwnClaim
from engine.tables.scenario import Scenario
from engine.tables.statements import Statement, statements

OWN = "own"  # the part of what the scenario has itself
FAR = 1.5  # times a bound, or that part of it: off by more is contradicted


class ClaimVerdict(Enum):
    """How a scenario stands to a statement."""

    HOLDS = "holds"
    OFF = "off"
    CONTRADICTED = "contradicted"
    UNTOLD = "untold"  # the scenario has no such month, family or series
    CONTEXT = "context"  # nothing that a model could have


@dataclass(frozen=True)
class Judgement:
    """A statement beside a scenario: its `value`, None where there is none, and `why`.

    `off` is how far the value lies beyond the nearer bound, as a share of the bound: -0.2 is 20%
    below what was said.
    """

    statement: Statement
    verdict: ClaimVerdict
    value: float | None = None
    off: float = 0.0
    why: str = ""


def judge(
    scenario: Scenario,
    of: Sequence[Statement] | None = None,
    result: Result | None = None,
) -> tuple[Judgement, ...]:
    """Each statement held against the scenario's plain run.

    Over a window what flows is summed and all else has its mean, as in the backtest. A value within
    what was said holds; one beyond it by less than half of the bound is off; else it contradicts.

    Takes: `scenario`; `of`, statements, by default the shipped ones; `result`, the scenario's run
        where there is one.
    Gives: Judgements, in the same order.
    """
    rows = statements() if of is None else tuple(of)
    claimed = [row for row in rows if not row.is_context]
    record = [as_observed(row) for row in claimed]
    answers = iter(backtest(scenario, record, result).answers)
    found = []
    for row in rows:
        if row.is_context:
            found.append(Judgement(row, ClaimVerdict.CONTEXT))
            continue
        answer = next(answers)
        if answer.value is None:
            found.append(Judgement(row, ClaimVerdict.UNTOLD, why=answer.why))
        else:
            found.append(_judged(row, answer.value, inside=answer.inside is not False))
    return tuple(found)


def own_statements(scenario: Scenario) -> tuple[Statement, ...]:
    """The claims that a scenario has of its own, as statements of the part `own`.

    Takes: `scenario`.
    Gives: Statements, in their order.
    """
    return tuple(as_statement(claim) for claim in scenario.own_claims)


def as_statement(claim: OwnClaim) -> Statement:
    """A claim as a row of the record; its unit is that of what it is about.

    Takes: `claim`.
    Gives: Statement.
    """
    return Statement(
        OWN,
        claim.said,
        claim.who,
        claim.detail,
        claim.series,
        claim.month,
        claim.low,
        claim.high,
        quantity_unit(claim.series),
        claim.source,
        "",
        "",
        claim.grade,
        claim.note,
    )


def as_observed(row: Statement) -> Observed:
    """A statement as a row of the record of observed values: an interval without a middle.

    Takes: `row`, one that names a series.
    Gives: Observed.
    """
    return Observed(row.series, row.month, row.low, None, row.high, row.unit, row.source, row.grade)


def _judged(row: Statement, value: float, *, inside: bool) -> Judgement:
    if inside:
        return Judgement(row, ClaimVerdict.HOLDS, value)
    bound = row.low if row.low is not None and value < row.low else row.high
    assert bound is not None
    off = value / bound - 1 if bound else math.copysign(math.inf, value)
    ratio = value / bound if bound else math.inf
    far = not 1 / FAR <= ratio <= FAR
    return Judgement(row, ClaimVerdict.CONTRADICTED if far else ClaimVerdict.OFF, value, off)
