"""The hedge in words and bars, and how many worlds are asked: each case by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetrics

from engine import ScenarioError
from engine.analysis.commitments import Commitment
from engine.analysis.failing import When
from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.analysis.outcomes import MeanDifference
from engine.analysis.supplier_loss import Loss, SupplierLoss
from engine.values import Contract, PerFamily
from gui.entries.block import LONGEST_BLOCK, block_of
from gui.help.sections import HelpSection, found_form, search, stem
from gui.pages.analysis.asking import Told, rounds
from gui.pages.risk import subject as asked
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import condition_words
from gui.pages.risk.subject import LOSSES, MIXES
from gui.pages.start import beginning, on_two_lines
from gui.timeline.revenue import dragged


@pytest.fixture
def hedge(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    return part


def told(key, value, worlds=64, *, last=True):
    return Told(None, key, worlds, value, last=last)


def mix(name: str, cost: float, tail: float, premium: float = 0.0) -> MixOutcome:
    shares = PerFamily({"tpu": 0.5, "trainium": 0.25, "gpu": 0.25})
    costs = MeanDifference(cost - premium, cost, premium, 0.01)
    return MixOutcome(name, shares, costs, MeanDifference(1.0, tail / 2, 0.0, 0.01), tail)


def verdict(hedge, cost: float, tail: float) -> str:
    """Of a mix against TPU alone, the cheapest, which costs 100 and leaves 40 at worst."""
    found = (mix(THIS, cost, tail), mix("tpu", 100, 40), mix("gpu", 120, 60), mix(LEAST, 90, 10))
    hedge.take(told(MIXES, found))
    return hedge.verdict.text()


@pytest.mark.parametrize(
    ("cost", "tail", "said"),
    [
        (100, 40, "The mix does as Google TPU alone, the cheapest of the families."),
        (102, 38, "{against} the mix costs $2.0 bn more and leaves $2.0 bn less {worst}."),
        (102, 42, "{against} the mix costs $2.0 bn more and leaves $2.0 bn more {worst}: {buys}"),
        (102, 40, "{against} the mix costs $2.0 bn more and leaves as much {worst}: {buys}"),
        (98, 38, "The mix is $2.0 bn cheaper than {alone}, and leaves $2.0 bn less {worst}."),
        (98, 42, "The mix is $2.0 bn cheaper than {alone}, and leaves $2.0 bn more {worst}."),
        (98, 40, "The mix is $2.0 bn cheaper than {alone}, and leaves as much {worst}."),
        (100, 42, "The mix costs as much as {alone}, and leaves $2.0 bn more {worst}."),
        (100, 38, "The mix costs as much as {alone}, and leaves $2.0 bn less {worst}."),
    ],
)
def test_that_a_mix_is_judged_against_the_cheapest_family_in_every_case(hedge, cost, tail, said):
    parts = {
        "against": "Against Google TPU alone, the cheapest,",
        "alone": "Google TPU alone, the cheapest of the families",
        "worst": "unserved in the worst 5% of worlds",
        "buys": "as a hedge it buys nothing here.",
    }
    assert verdict(hedge, cost, tail) == said.format(**parts)


def test_that_a_safer_family_is_named_and_one_family_is_no_hedge(hedge):
    safer = (mix(THIS, 102, 42), mix("tpu", 100, 40), mix("gpu", 120, 30))
    hedge.take(told(MIXES, safer))
    said = "NVIDIA GPU alone would leave less unserved, $30.0 bn."
    assert hedge.verdict.text().endswith(said)
    as_safe = (mix(THIS, 102, 30), mix("tpu", 100, 40), mix("gpu", 120, 30))
    hedge.take(told(MIXES, as_safe))
    assert "would leave" not in hedge.verdict.text()
    hedge.take(told(MIXES, (mix(THIS, 100, 40), mix("tpu", 100, 40), mix(LEAST, 90, 1))))
    assert hedge.verdict.text() == "There is one family: nothing is hedged."


def test_that_each_mix_has_a_row_and_can_be_tried_but_for_this_one(hedge):
    found = (mix(THIS, 102, 42), mix("tpu", 100, 40, -2.0), mix(LEAST, 104, 30, 2.0))
    hedge.take(told(MIXES, found))
    this, tpu, least = hedge.mixes.bars.rows
    assert this.texts == ("this mix", "$102 bn", "", "", "$42.0 bn")
    assert tpu.texts == ("Google TPU alone", "$100 bn", "−$2.0 bn", "", "$40.0 bn")
    assert least.texts == ("least regret", "$104 bn", "+$2.0 bn", "", "$30.0 bn")
    assert [(s.low, s.high, s.role, s.faint) for s in tpu.spans] == [
        (0, 40, "shortfall", True),
        (0, 20, "shortfall", False),
    ]
    assert tpu.said == "$20.0 bn unserved expected, $40.0 bn in the worst 5% of worlds"
    shares = "Google TPU 50%, AWS Trainium 25%, NVIDIA GPU 25%"
    assert tpu.tip == f"Google TPU alone: {shares}. {tpu.said}"
    wanted = []
    hedge.mix_wanted.connect(wanted.append)
    for name in (THIS, "tpu"):
        hedge.mixes.chosen.emit(name)
    assert wanted == [found[1].mix]


def test_that_a_failure_says_what_is_lost_and_what_goes_unserved(hedge):
    losses = (
        Loss("tpu", "supply_stop", np.array([0.0, 0.4]), 3.0),
        Loss("gpu", "base_loss", np.array([0.2, 0.1]), -2.0),
        Loss("gpu", "supply_stop", np.array([0.1, 0.1]), -1e-9),
        Loss("tpu", "base_loss", np.array([0.1, 0.1]), 0.0),
    )
    hedge.take(told(LOSSES, SupplierLoss(losses)))
    first, second, third, _ = hedge.losses.bars.rows
    assert first.key == ("supply_stop", "tpu")
    assert first.texts == ("Google TPU, no deliveries", "", "40%", "+$3.0 bn")
    assert first.said == "40% of capacity lost at worst, +$3.0 bn of revenue unserved"
    assert (first.spans[0].high, first.scale) == (0.4, (0, 1))
    assert second.texts[:3] == ("NVIDIA GPU, recalled", "", "20%")
    assert second.said == "20% of capacity lost at worst, $2.0 bn less of revenue unserved"
    assert third.said == "10% of capacity lost at worst, $0 of revenue unserved"
    assert hedge.worst_loss.text().startswith("Without deliveries the largest loss is that of")


CONTRACT = Contract("Tranche", "tpu", 10, 6, 1.0, 0.5, 1.0, supplier="Somebody")


@pytest.mark.parametrize(
    ("it_gw", "firm", "ends", "notice", "said", "when", "until"),
    [
        (1, 0.5, None, None, "0.50 GW of 1.00 GW", "no end is stated", "no end is stated"),
        (1, 0.5, 40, None, "0.50 GW of 1.00 GW", "May 2028", "until May 2028"),
        (
            *(1, 0.5, 40, 34, "0.50 GW of 1.00 GW"),
            *("May 2028, notice by Nov 2027", "until May 2028, notice by Nov 2027"),
        ),
        (
            1,
            0.5,
            20,
            19,
            "0.50 GW of 1.00 GW",
            "Sep 2026, notice by Aug 2026",
            "until Sep 2026, notice by Aug 2026",
        ),
        (1, 0.5, 19, 10, "0.50 GW of 1.00 GW", "Aug 2026, past", "its term ended in Aug 2026"),
        (1, 0, None, None, "none of 1.00 GW", "no end is stated", "no end is stated"),
        (1, 1, None, None, "all of 1.00 GW", "no end is stated", "no end is stated"),
    ],
)
def test_that_a_contract_says_what_must_be_taken_and_until_when(
    hedge, it_gw, firm, ends, notice, said, when, until
):
    row = hedge._contract_row(Commitment(CONTRACT, it_gw, firm, ends, notice), "2025-01", 20)
    assert row.said == f"{said} must be taken"
    assert row.texts[3] == when
    assert row.tip == f"Tranche (Somebody): {row.said}; {until}"
    assert [(s.high, s.faint) for s in row.spans] == [(it_gw, True), (firm, False)]


def test_that_what_has_brought_nothing_yet_is_not_taken(hedge):
    row = hedge._contract_row(Commitment(CONTRACT, 0.0, 0.0, None, None), "2025-01", 20)
    assert (row.said, row.texts[2]) == ("it has brought nothing yet", "0 GW")
    little = hedge._contract_row(Commitment(CONTRACT, 2.0, 1.996, None, None), "2025-01", 20)
    assert little.said == "all of 2.00 GW must be taken"


# How many worlds


def test_that_each_round_has_four_times_the_worlds_of_the_one_before():
    first = rounds(10_000)[0][0]
    assert rounds(first * 16) == ((first, False), (first * 4, False), (first * 16, True))
    assert rounds(first * 16 + 1)[-2:] == ((first * 16, False), (first * 16 + 1, True))
    assert rounds(first) == ((first, True),)
    assert rounds(1) == ((1, True),)


def steps(ask, draws: int, key: str) -> list[tuple[int, bool]]:
    subject = SimpleNamespace(scenario=SimpleNamespace(draws=draws))
    return [(one.worlds, one.last) for one in ask(subject) if one.key == key]


def test_that_the_split_and_the_ranks_stop_at_a_thousand_worlds():
    for ask, key in ((asked.odds, asked.SPLIT), (asked.matters, asked.RANKS)):
        whole = steps(ask, 1024, key)
        assert whole[-1] == (1024, True)
        assert [last for _, last in whole].count(True) == 1
        more = steps(ask, 4096, key)
        assert more[-1] == (1024, True)
        assert [last for _, last in more].count(True) == 1
    assert steps(asked.matters, 1, asked.FAILS) == []
    assert steps(asked.matters, 2, asked.FAILS) == [(2, True)]
    assert steps(asked.odds, 4096, asked.RISK)[-1] == (4096, True)


def when(low, high) -> When:
    return When("power_budget_gw", "", low, high, 2.0, 4.0, 3.0, None, np.zeros(1))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (2.5, None, "at least 2.5 GW"),
        (None, 2.5, "at most 2.5 GW"),
        (2.5, 3.5, "between 2.5 and 3.5 GW"),
        (None, 2.0, "2 GW"),
        (4.0, None, "4 GW"),
        (None, 2.01, "at most 2.01 GW"),
        (3.99, None, "at least 3.99 GW"),
    ],
)
def test_that_a_condition_that_only_one_value_meets_is_that_value(low, high, said):
    assert condition_words(when(low, high)).startswith(said)


# Texts


def test_that_a_name_is_on_two_lines_where_one_is_not_enough(qapp):
    metrics = QFontMetrics(QFont())
    wide = metrics.horizontalAdvance("one two")
    assert on_two_lines("one two", metrics, wide + 1) == "one two"
    assert on_two_lines("one two", metrics, wide - 1) == "one\ntwo"
    assert on_two_lines("one two six", metrics, wide + 1) == "one two\nsix"
    assert on_two_lines("one two six ten five", metrics, wide).splitlines()[1].endswith("…")
    assert on_two_lines("onetwosixtenfive", metrics, wide).endswith("…")


def test_that_notes_begin_with_whole_words():
    assert beginning("a " * 75) == ("a " * 75).strip()
    exact = "x" * 74 + " " + "y" * 75
    assert beginning(exact) == exact
    assert beginning(exact + "y") == "x" * 74 + "…"
    assert beginning("One, " + "x" * 200) == "One…"
    assert beginning("two\nlines") == "two lines"


def test_that_a_block_may_hold_a_million_letters():
    assert LONGEST_BLOCK == 1_000_000
    assert block_of("a\tb\n\n \t\n") == [["a", "b"]]
    assert block_of('"a\tb"\tc') == [["a\tb", "c"]]
    assert block_of('a "b\tc') == [['a "b', "c"]]
    assert len(block_of("x" * LONGEST_BLOCK)[0][0]) == LONGEST_BLOCK
    with pytest.raises(ScenarioError, match="too much"):
        block_of("x" * (LONGEST_BLOCK + 1))


def test_that_the_forms_of_a_word_have_a_stem():
    assert stem("regretted") == stem("regretting") == stem("regret") == "regret"
    assert found_form("regretted", "what is regretting") == "regret"
    assert found_form("regretted", "nothing") == ""
    assert found_form("costs", "the costs") == "costs"
    assert stem("is") == "is"


def test_that_a_search_finds_every_word_titles_first_with_what_stands_around_it():
    long = "word " * 100
    sections = [
        HelpSection("manual", "Power", "one", 1, f"{long} budget {long}"),
        HelpSection("manual", "Budget", "two", 1, "of power"),
        HelpSection("manual", "Other", "three", 1, "nothing"),
    ]
    found = search(sections, "power budget")
    assert [hit.section.anchor for hit in found] == ["one", "two"]
    assert search(sections, "  ") == []
    [hit] = search(sections, "nothing")
    assert (hit.section.title, hit.snippet) == ("Other", "nothing")
    [hit] = search(sections[:1], "budget")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert "budget" in hit.snippet


def test_that_a_pixel_of_a_fiftieth_of_its_height_is_the_last_that_follows_the_pointer():
    assert dragged(50, 1, 10) == pytest.approx(1.2)
    assert dragged(49.9, 1, 10) == pytest.approx(1.02**10)
    assert dragged(0, 1, 10) == pytest.approx(1.2)
    assert dragged(50, 1, -100) == 0.02
