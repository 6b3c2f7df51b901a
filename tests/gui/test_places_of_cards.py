"""Where the cards of the parts of Risk stand: in two columns, or one below the other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.matters import MattersPart
from gui.pages.risk.odds import OddsPart

PLACES = {
    OddsPart: (("stress_card", "split_card"), ("curve_card", "worst_card")),
    MattersPart: (("tornado_card", "failing_card"),),
    HedgePart: (("mix_card", "loss_card"), ("contract_card", "concentration_card")),
}


def laid_out(qtbot, kind, width: int):
    part = kind()
    qtbot.addWidget(part)
    part.resize(1200, 1400)
    part.show()
    qtbot.waitExposed(part)
    part.resize(width, 1400)
    qtbot.waitUntil(lambda: part.reflow.narrow == (width < 1020))
    part.layout().activate()
    return part


@pytest.mark.parametrize("kind", PLACES)
def test_that_a_wide_part_has_two_columns_in_the_order_of_reading(qtbot, kind):
    part = laid_out(qtbot, kind, 1500)
    rows = [[getattr(part, name).geometry() for name in row] for row in PLACES[kind]]
    for left, right in rows:
        assert (left.left(), right.right()) == (16, 1500 - 16 - 1)
        assert right.left() - left.right() == 9
        assert left.width() > right.width()
        assert (left.top(), left.height()) == (right.top(), right.height())
    assert rows[0][0].top() == 8
    assert rows[-1][0].bottom() == part.height() - 12 - 1
    for above, below in pairwise(rows):
        assert below[0].top() - above[0].bottom() == 9


@pytest.mark.parametrize("kind", PLACES)
def test_that_a_narrow_part_has_its_cards_one_below_the_other(qtbot, kind):
    part = laid_out(qtbot, kind, 1019)
    cards = [getattr(part, name).geometry() for row in PLACES[kind] for name in row]
    assert {(card.left(), card.width()) for card in cards} == {(16, 1019 - 32)}
    assert cards[0].top() == 8
    for above, below in pairwise(cards):
        assert below.top() - above.bottom() == 9


def test_that_larger_letters_want_a_wider_part_for_two_columns(qtbot):
    part = laid_out(qtbot, OddsPart, 1500)
    part.reflow.use_scale(1.5)
    assert part.reflow.narrow
    part.reflow.use_scale(1.4)
    assert not part.reflow.narrow
