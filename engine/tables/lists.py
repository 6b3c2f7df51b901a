"""The lists of the input table, column by column: events, sites and contracts."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.tables.grades import GRADE, SOURCE
from engine.tables.list_schema import Column, ListSchema
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.values import ALL, EVENT_KINDS, Contract, Event, Site

MOST_EVENTS = 500  # more is a damaged file
MOST_ROWS = 200  # sites, or contracts
LATEST_MONTH = 600  # far beyond the longest horizon
EARLIEST_MONTH = -600
LEAST_GW, MOST_GW = 1e-9, 1000.0  # a watt; the whole world's has about 100
LEAST_PROBABILITY = 1e-9
LEAST_PRICE_FACTOR, MOST_PRICE_FACTOR = 1e-3, 1e3

_NAME = Column(
    "name",
    "name",
    QT_TRANSLATE_NOOP("Lists", "name"),
    QT_TRANSLATE_NOOP("Lists", "What it is called; no two of the list are called alike."),
)
_START = Column(
    "start_month",
    "whole",
    QT_TRANSLATE_NOOP("Lists", "start month"),
    QT_TRANSLATE_NOOP("Lists", "Its first month; before the scenario's first it is negative."),
    unit="months since start",
    low=EARLIEST_MONTH,
    high=LATEST_MONTH,
)
_RAMP = Column(
    "ramp_months",
    "whole",
    QT_TRANSLATE_NOOP("Lists", "ramp"),
    QT_TRANSLATE_NOOP("Lists", "Months over which it comes, in equal parts; 1 is all at once."),
    unit="months",
    low=1,
    high=LATEST_MONTH,
)
_SOURCE = replace(SOURCE, needed=False, default="", note=True)
_GRADE = replace(GRADE, needed=False, default="", note=True)


def _event_columns(event: Mapping[str, Any]) -> tuple[Column, ...]:
    """The columns as the kind of an event has them; for no kind, so that it is refused."""
    word = event.get("kind")
    return _columns_of(word) if isinstance(word, str) and word in EVENT_KINDS else _EVENT


@functools.cache
def _columns_of(word: str) -> tuple[Column, ...]:
    kind = EVENT_KINDS[word]
    narrowed = []
    for column in _EVENT:
        if column.key == "scope" and not kind.scoped:
            column = replace(column, kind="word")
        if column.key == "start_month" and kind.has_start:
            column = replace(column, needed=True, default=None)
        if column.key == "severity":
            column = replace(
                column,
                high=kind.highest_severity,
                needed=kind.has_severity,
                default=None if kind.has_severity else 0.0,
                void=not kind.has_severity,
            )
        narrowed.append(column)
    return tuple(narrowed)


_EVENT = (
    Column(
        "kind",
        "word",
        QT_TRANSLATE_NOOP("Lists", "kind"),
        QT_TRANSLATE_NOOP("Lists", "What goes wrong."),
        words=tuple(EVENT_KINDS),
    ),
    Column(
        "scope",
        "family",
        QT_TRANSLATE_NOOP("Lists", "scope"),
        QT_TRANSLATE_NOOP("Lists", "The family that it hits, or all."),
        words=(ALL,),
        needed=False,
        default=ALL,
    ),
    Column(
        "start_month",
        "whole",
        QT_TRANSLATE_NOOP("Lists", "start month"),
        QT_TRANSLATE_NOOP("Lists", "The first month in which it is felt."),
        unit="months since start",
        high=LATEST_MONTH,
        needed=False,
        default=0,
    ),
    Column(
        "duration_months",
        "whole",
        QT_TRANSLATE_NOOP("Lists", "duration in months"),
        QT_TRANSLATE_NOOP("Lists", "How long it lasts, or by how much something comes late."),
        unit="months",
        high=LATEST_MONTH,
    ),
    Column(
        "severity",
        "share",
        QT_TRANSLATE_NOOP("Lists", "severity"),
        QT_TRANSLATE_NOOP("Lists", "The share that is lost; of a price shock, what is added."),
        unit="share",
        high=max(kind.highest_severity for kind in EVENT_KINDS.values()),
        needed=False,
        default=0.0,
    ),
    replace(_NAME, needed=False, default=""),
)
EVENTS = ListSchema(
    Event,
    _EVENT,
    MOST_EVENTS,
    QT_TRANSLATE_NOOP("Problem", "allowed is a list of at most {count} events"),
    QT_TRANSLATE_NOOP("Problem", "an event is {shape}"),
    QT_TRANSLATE_NOOP("Problem", "an event has {keys}"),
    QT_TRANSLATE_NOOP("Lists", "Shock {number}"),
    narrowed=_event_columns,
)

SITES = ListSchema(
    Site,
    (
        _NAME,
        Column(
            "gw",
            "number",
            QT_TRANSLATE_NOOP("Lists", "power"),
            QT_TRANSLATE_NOOP("Lists", "Facility power of the whole site."),
            unit="GW facility",
            low=LEAST_GW,
            high=MOST_GW,
        ),
        replace(_START, help=QT_TRANSLATE_NOOP("Lists", "The month of its first power.")),
        replace(_RAMP, help=QT_TRANSLATE_NOOP("Lists", "Months from its first power to all.")),
        Column(
            "probability",
            "share",
            QT_TRANSLATE_NOOP("Lists", "probability"),
            QT_TRANSLATE_NOOP("Lists", "The chance that it is built; a plain run counts it whole."),
            unit="share",
            low=LEAST_PROBABILITY,
            high=1.0,
        ),
        replace(
            _SOURCE,
            key="place",
            label=QT_TRANSLATE_NOOP("Lists", "place"),
            help=QT_TRANSLATE_NOOP("Lists", "Where it stands."),
        ),
        _SOURCE,
        _GRADE,
        Column(
            "delay_months",
            "number",
            QT_TRANSLATE_NOOP("Lists", "delay"),
            QT_TRANSLATE_NOOP(
                "Lists",
                "What is known to come late of it beside the grid delay, where it has not begun.",
            ),
            unit="months",
            low=-LATEST_MONTH,
            high=LATEST_MONTH,
            needed=False,
            default=0.0,
            note=True,  # few have one: it is not part of the line that is typed
        ),
    ),
    MOST_ROWS,
    QT_TRANSLATE_NOOP("Problem", "allowed is a list of at most {count} sites"),
    QT_TRANSLATE_NOOP("Problem", "a site is {shape}"),
    QT_TRANSLATE_NOOP("Problem", "a site has {keys}"),
    QT_TRANSLATE_NOOP("Lists", "Site {number}"),
)

CONTRACTS = ListSchema(
    Contract,
    (
        _NAME,
        Column(
            "family",
            "family",
            QT_TRANSLATE_NOOP("Lists", "family"),
            QT_TRANSLATE_NOOP("Lists", "The chips that it brings."),
        ),
        replace(_START, help=QT_TRANSLATE_NOOP("Lists", "The month of its first delivery.")),
        replace(
            _RAMP, help=QT_TRANSLATE_NOOP("Lists", "Months over which it delivers, in equal parts.")
        ),
        Column(
            "it_gw",
            "number",
            QT_TRANSLATE_NOOP("Lists", "IT power"),
            QT_TRANSLATE_NOOP("Lists", "IT power of all the chips that it brings."),
            unit="GW IT",
            low=LEAST_GW,
            high=MOST_GW,
        ),
        Column(
            "firm",
            "share",
            QT_TRANSLATE_NOOP("Lists", "firm share"),
            QT_TRANSLATE_NOOP("Lists", "The part that must be taken, or paid for."),
            unit="share",
            high=1.0,
        ),
        Column(
            "price_factor",
            "number",
            QT_TRANSLATE_NOOP("Lists", "price factor"),
            QT_TRANSLATE_NOOP("Lists", "Its price over that of the catalogue."),
            unit="x",
            low=LEAST_PRICE_FACTOR,
            high=MOST_PRICE_FACTOR,
        ),
        replace(
            _SOURCE,
            key="supplier",
            label=QT_TRANSLATE_NOOP("Lists", "supplier"),
            help=QT_TRANSLATE_NOOP("Lists", "With whom it is."),
        ),
        Column(
            "term_months",
            "whole",
            QT_TRANSLATE_NOOP("Lists", "term"),
            QT_TRANSLATE_NOOP("Lists", "For how long it is signed."),
            unit="months",
            high=LATEST_MONTH,
            needed=False,
            note=True,
        ),
        Column(
            "notice_months",
            "whole",
            QT_TRANSLATE_NOOP("Lists", "notice"),
            QT_TRANSLATE_NOOP("Lists", "How long before its end it must be given up."),
            unit="months",
            high=LATEST_MONTH,
            needed=False,
            note=True,
        ),
        _SOURCE,
        _GRADE,
    ),
    MOST_ROWS,
    QT_TRANSLATE_NOOP("Problem", "allowed is a list of at most {count} contracts"),
    QT_TRANSLATE_NOOP("Problem", "a contract is {shape}"),
    QT_TRANSLATE_NOOP("Problem", "a contract has {keys}"),
    QT_TRANSLATE_NOOP("Lists", "Contract {number}"),
)
