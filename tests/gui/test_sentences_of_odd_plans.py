"""Sentences of the pages Risk and Why about plans at an edge: one month, no luck, no shocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.analysis.shocks import Shock, Shocks
from engine.run.simulate import simulate
from engine.values import Event
from gui.document import templates
from gui.pages.analysis.asking import Told
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.shock_deck import ShocksPart
from gui.pages.risk.subject import DECK, Subject

SCENARIO = templates.example("public_record_2026_11").scenario
OUTAGE = Event("power_outage", "all", 24, 3, 0.2)


def test_that_one_month_is_not_from_itself_to_itself():
    last = SCENARIO.having(as_of=SCENARIO.horizon_months - 1)
    assert BY_KEY["unserved"].about(last, 30) == "Unserved revenue, in Dec 2032"
    assert BY_KEY["unserved"].about(SCENARIO, 30) == "Unserved revenue, Oct 2026 to Dec 2032"


@pytest.mark.parametrize("events", [(), (OUTAGE,)])
def test_that_shocks_are_beside_others_only_where_there_are_others(window, events):
    part = ShocksPart(window.session)
    scenario = SCENARIO.having(events=events)
    part.work_on(BY_KEY["unserved"], simulate(scenario), 30)
    shock = Shock("Power outage", OUTAGE, 1.0)
    found = Shocks(2.0, (shock, replace(shock, effect=0.5)), (shock, shock), 1.5)
    part.take(Told(Subject.of(scenario, scenario, "unserved", 30), DECK, 0, found, last=True))
    assert part.about.text().startswith("What each adds to the plan's $2.0 bn")
    assert ("beside the shocks that there are" in part.about.text()) == bool(events)
    part.deleteLater()
