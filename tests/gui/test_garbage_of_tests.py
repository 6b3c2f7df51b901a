"""What tests drop is found by their searches for garbage, late and in any order."""

from __future__ import annotations

import gc

from engine import Document, Scenario
from gui.document.comparison import PlanSet
from tests.gui.sessions import with_session


def test_that_what_keeps_its_session_is_dropped_with_it_in_any_order(qapp) -> None:
    document = Document(Scenario())
    for _ in range(5):  # one in a handful crashed
        made = []
        for _ in range(6):
            made.append(with_session(PlanSet, document))
            gc.collect()
            gc.freeze()
        assert all(plans.columns and plans.parent() is None for plans in made)
        del made
        gc.unfreeze()
        gc.collect()
