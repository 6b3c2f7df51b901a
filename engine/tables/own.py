"""What a scenario says of itself: where its own values come from, and what else was claimed.

Neither changes a number. A source is of a value: where the lever stands elsewhere it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.problems import Problem, ScenarioError, shown
from engine.tables.grades import GRADE, SOURCE, WORST
from engine.tables.list_schema import Column, ListSchema
from engine.tables.observed import NAME, WINDOW
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

MOST_SOURCES = 200  # twice as many as there are levers
MOST_CLAIMS = 200
LARGEST = 1e15  # of a value, in whatever unit


@dataclass(frozen=True)
class OwnSource:
    """Where the `value` of a lever, `of`, comes from: its key, or `key.family`.

    `as_of` is the month that it speaks of, YYYY-MM, empty where nobody says.
    """

    of: str
    value: float
    source: str
    grade: str
    as_of: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """What it is known by in its list: a lever has one source."""
        return self.of


@dataclass(frozen=True)
class OwnClaim:
    """Somebody's claim that a `series` lies from `low` to `high` in `month`; None: an open side.

    `series` is a column, or one with `@` and over what it is taken, as in the record; `said` a
    date, as exact as it is known.
    """

    detail: str
    who: str
    said: str
    series: str
    month: str
    low: float | None
    high: float | None
    source: str = ""
    grade: str = WORST
    note: str = ""

    @property
    def name(self) -> str:
        """Claims have none: the same may be said twice."""
        return ""


_NOTE = Column(
    "note",
    "note",
    QT_TRANSLATE_NOOP("Lists", "note"),
    QT_TRANSLATE_NOOP("Lists", "What else there is to say of it."),
    needed=False,
    default="",
)

SOURCES = ListSchema(
    OwnSource,
    (
        Column(
            "of",
            "name",
            QT_TRANSLATE_NOOP("Lists", "assumption"),
            QT_TRANSLATE_NOOP("Lists", "The parameter's key, with its family: mix.tpu."),
        ),
        Column(
            "value",
            "number",
            QT_TRANSLATE_NOOP("Lists", "value"),
            QT_TRANSLATE_NOOP("Lists", "The value that the source is of, in the lever's unit."),
            low=-LARGEST,
            high=LARGEST,
        ),
        SOURCE,
        GRADE,
        Column(
            "as_of",
            "month",
            QT_TRANSLATE_NOOP("Lists", "as of"),
            QT_TRANSLATE_NOOP("Lists", "The month that the source speaks of."),
            needed=False,
            default="",
        ),
        _NOTE,
    ),
    MOST_SOURCES,
    QT_TRANSLATE_NOOP("Problem", "allowed is a list of at most {count} sources"),
    QT_TRANSLATE_NOOP("Problem", "a source is {shape}"),
    QT_TRANSLATE_NOOP("Problem", "a source has {keys}"),
    QT_TRANSLATE_NOOP("Lists", "Source {number}"),
)

CLAIMS = ListSchema(
    OwnClaim,
    (
        Column(
            "detail",
            "note",
            QT_TRANSLATE_NOOP("Lists", "claim"),
            QT_TRANSLATE_NOOP("Lists", "What was said, in a sentence."),
        ),
        Column(
            "who",
            "note",
            QT_TRANSLATE_NOOP("Lists", "who"),
            QT_TRANSLATE_NOOP("Lists", "Who said it."),
        ),
        Column(
            "said",
            "date",
            QT_TRANSLATE_NOOP("Lists", "said"),
            QT_TRANSLATE_NOOP("Lists", "When it was said: a year, a month or a day."),
        ),
        Column(
            "series",
            "name",
            QT_TRANSLATE_NOOP("Lists", "series"),
            QT_TRANSLATE_NOOP("Lists", "The output that it is about, and over what: it@year."),
        ),
        Column(
            "month",
            "month",
            QT_TRANSLATE_NOOP("Lists", "month"),
            QT_TRANSLATE_NOOP("Lists", "The month for which it is claimed."),
        ),
        Column(
            "low",
            "number",
            QT_TRANSLATE_NOOP("Lists", "at least"),
            QT_TRANSLATE_NOOP("Lists", "The lowest value that was claimed; none: open."),
            low=-LARGEST,
            high=LARGEST,
            needed=False,
        ),
        Column(
            "high",
            "number",
            QT_TRANSLATE_NOOP("Lists", "at most"),
            QT_TRANSLATE_NOOP("Lists", "The highest value that was claimed; none: open."),
            low=-LARGEST,
            high=LARGEST,
            needed=False,
        ),
        replace(SOURCE, needed=False, default=""),
        replace(GRADE, needed=False, default=WORST),
        _NOTE,
    ),
    MOST_CLAIMS,
    QT_TRANSLATE_NOOP("Problem", "allowed is a list of at most {count} claims"),
    QT_TRANSLATE_NOOP("Problem", "a claim is {shape}"),
    QT_TRANSLATE_NOOP("Problem", "a claim has {keys}"),
    QT_TRANSLATE_NOOP("Lists", "Claim {number}"),
)
OWN_LISTS = {"own_sources": SOURCES, "own_claims": CLAIMS}  # by their key in files


def check_own(key: str, value: object) -> tuple[Any, ...]:
    """One of the lists that a scenario has of its own, in its type.

    Takes: `key` of the list; `value`, as JSON has it, or entries.
    Gives: entries.
    Raises: ScenarioError naming entry, column, value and what is allowed.
    """
    found = OWN_LISTS[key].check(key, value, ())
    if key == "own_claims":
        _check_claims(key, found)
    return found


def _check_claims(key: str, found: Sequence[OwnClaim]) -> None:
    for index, claim in enumerate(found):
        for column in ("detail", "who"):
            if not getattr(claim, column).strip():
                why = translate("Problem", "allowed is a text that is not empty")
                raise ScenarioError(Problem(f"{key}[{index}].{column}", "''", why))
        name, mark, window = claim.series.partition("@")
        if not NAME.fullmatch(name) or (mark and not WINDOW.fullmatch(window)):
            allowed = translate("Problem", "allowed is a series, or one with @ and over what")
            raise ScenarioError(Problem(f"{key}[{index}].series", shown(claim.series), allowed))
        known = [value for value in (claim.low, claim.high) if value is not None]
        if not known or known != sorted(known):
            allowed = translate("Problem", "allowed are one or two numbers, the lower one first")
            said = f"{claim.low}, {claim.high}"
            raise ScenarioError(Problem(f"{key}[{index}].low", said, allowed))


def source_of(sources: Sequence[OwnSource], of: str, value: float) -> OwnSource | None:
    """What is said of a value; nothing where the lever stands elsewhere than it did then.

    Takes: `sources`; `of`, the lever's key; `value` where it stands [the lever's unit].
    Gives: OwnSource, or None.
    """
    return next((own for own in sources if own.of == of and own.value == value), None)


def with_source(sources: Sequence[OwnSource], own: OwnSource) -> tuple[OwnSource, ...]:
    """The sources with one more, in the place of the lever's earlier one.

    Takes: `sources`; `own`.
    Gives: sources.
    """
    return (*without_source(sources, own.of), own)


def without_source(sources: Sequence[OwnSource], of: str) -> tuple[OwnSource, ...]:
    """The sources without that of one lever.

    Takes: `sources`; `of`, the lever's key.
    Gives: sources.
    """
    return tuple(other for other in sources if other.of != of)
