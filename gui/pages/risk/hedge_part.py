"""The part of the hedge: what the mix costs and buys, who may fail, and what can be left."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine import Result
from engine.analysis.commitments import Commitment, commitments, counterparties, hhi_of
from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.analysis.supplier_loss import Loss, SupplierLoss
from engine.tables.catalogue import family_label
from engine.text import filled, form_of, joined, sentences, told, written
from engine.worlds.risk import HHI_OF_MONOPOLY, concentration, effective_suppliers
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.analysis.bar_model import BarRow, Span
from gui.pages.analysis.bar_table import BarTable
from gui.pages.analysis.sureness import margin_of
from gui.pages.page import OnScreen
from gui.pages.risk.frontier import HedgeFrontier
from gui.pages.risk.hedge_words import contracts_title, losses_sentence
from gui.pages.risk.measures import (
    MEASURES,
    RiskMeasure,
    money,
    money_margin,
    share_words,
)
from gui.pages.risk.part import RiskPart
from gui.pages.risk.reflow import CardPlace, Reflow
from gui.pages.risk.subject import LOSSES, MIXES, Subject
from gui.widgets.palette import Palette
from gui.words.kpis import month_words
from gui.words.numbers import plain_nought
from gui.words.typed_months import month_shown
from gui.words.units import power_words

LOSS = MEASURES[0]
MOST_CONTRACTS = 12
WIDE_NAMES = 0.46  # of a table's width
LAYERS = ("capacity", "power", "spend", "foundry")


class HedgePart(RiskPart):
    """Mixes are tried by a click; contracts lead to the page of supply."""

    mix_wanted = Signal(object)  # shares by family
    entry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: tuple[Result, int] | None = None
        self._make_mixes()
        self._make_losses()
        self._make_concentration()
        self._make_contracts()
        places = (
            CardPlace(self.mix_card, 0, 0),
            CardPlace(self.loss_card, 0, 1),
            CardPlace(self.contract_card, 1, 0),
            CardPlace(self.concentration_card, 1, 1),
        )
        self.reflow = Reflow(self, places, (3, 2), (3, 2))

    def _make_mixes(self) -> None:
        self.mix_card = AnalysisCard(self.tr("The price of the hedge, and what it buys"))
        self.verdict = self.mix_card.words()
        self.frontier = HedgeFrontier()
        self.mix_card.inside.addWidget(self.frontier, 1)
        self.mixes = BarTable(self.tr("Mixes compared"), 3)
        self.mixes.chosen.connect(self._want_mix)
        self.mix_card.inside.addWidget(self.mixes)
        self._outcomes: dict[str, MixOutcome] = {}

    def _make_losses(self) -> None:
        self.loss_card = AnalysisCard(self.tr("If a supplier fails"))
        self.worst_loss = self.loss_card.words()
        self.losses = BarTable(self.tr("What each supplier's failure costs"), 1)
        self.losses.widest = WIDE_NAMES
        self.loss_card.inside.addWidget(self.losses)
        self.loss_card.inside.addStretch(1)

    def _make_concentration(self) -> None:
        self.concentration_card = AnalysisCard(self.tr("How concentrated"))
        self.concentration = BarTable(self.tr("Concentration by layer"), 1)
        self.concentration.widest = WIDE_NAMES
        self.concentration_card.inside.addWidget(self.concentration)
        self.behind = self.concentration_card.words("caption")
        self.concentration_card.inside.addStretch(1)

    def _make_contracts(self) -> None:
        self.contract_card = AnalysisCard(self.tr("What can be walked away from"))
        self.about_contracts = self.contract_card.words("caption")
        self.about_contracts.setText(
            self.tr(
                "Full: what must be taken; pale: what need not be. When a contract ends follows "
                "from its term and notice; who may end it, its entry does not say. A click leads "
                "to the contracts."
            )
        )
        self.contracts = BarTable(self.tr("Contracts and their ends"), 1, (0, 3))
        self.contracts.chosen.connect(self.entry_wanted)
        self.contract_card.inside.addWidget(self.contracts)
        self.contract_card.inside.addStretch(1)

    def use_palette(self, palette: Palette) -> None:
        self.reflow.use_scale(palette.type_scale)
        for painted in (
            self.frontier,
            self.mixes,
            self.losses,
            self.concentration,
            self.contracts,
        ):
            painted.use_palette(palette)

    # The plan's own

    def show_plan(self, shown: OnScreen) -> None:
        """Concentration and contracts are of the plan; under the hand they wait."""
        result, month = shown.result, shown.month
        before = self._seen
        same = before is not None and before[0] is result and before[1] == month
        if shown.still or same:
            return
        self._seen = (result, month)
        self._show_concentration(result, month)
        self._show_contracts(result, month)

    def _show_concentration(self, result: Result, month: int) -> None:
        title = self.tr("How concentrated in {month}: 10,000 is one supplier alone")
        self.concentration_card.title.setText(title.format(month=month_words(result.months[month])))
        names = {
            "capacity": self.tr("Capacity, by family"),
            "power": self.tr("Power, by family"),
            "spend": self.tr("Money signed for, by family"),
            "foundry": self.tr("Capacity, by foundry"),
            "counterparty": self.tr("Power, by counterparty"),
        }
        found = {layer: float(line[month]) for layer, line in concentration(result).items()}
        parts = counterparties(result, month)
        found["counterparty"] = hhi_of(parts)
        rows = []
        for layer, index in found.items():
            if index != index:
                continue
            equal = float(effective_suppliers(np.array([index]))[0])
            count = written(equal, ".1f")
            form = form_of(float(f"{equal:.1f}"))
            text = self.tr("as {count} equal one(s)", "", form).format(count=count)
            if count == written(1.0, ".1f"):
                text = self.tr("one alone")
            points = written(index, ",.0f")
            scale = (0.0, float(HHI_OF_MONOPOLY))
            texts = (names[layer], "", points, text)
            spans = (Span(0.0, index, "capital"),)
            rows.append(BarRow(layer, texts, spans, said=f"{points}, {text}", scale=scale))
        self.concentration.show_rows(("", "", "", ""), rows)
        whole = sum(parts.values())
        largest = [
            f"{family_label(name) if name in result.scenario.families else name} "
            f"{share_words(value / whole)}"
            for name, value in [*parts.items()][:4]
        ]
        said = filled(self.tr("Behind the power: {names}."), names=", ".join(largest))
        self.behind.setText(said if largest else "")
        self.concentration_card.sure.say(0)

    def _show_contracts(self, result: Result, month: int) -> None:
        found = commitments(result.scenario, month)
        headings = ("", self.tr("In {month}"), self.tr("Free to leave"), self.tr("Until"))
        named = headings[1].format(month=month_words(result.months[month]))
        start = result.scenario.start
        rows = [self._contract_row(one, start, month) for one in found[:MOST_CONTRACTS]]
        self.contracts.show_rows((headings[0], named, *headings[2:]), rows)
        for widget in (self.contracts, self.about_contracts):
            widget.setVisible(bool(rows))
        firm, free = sum(one.firm_gw for one in found), sum(one.free_gw for one in found)
        title = contracts_title(firm, free, month_words(result.months[month]))
        self.contract_card.title.setText(title)
        more = len(found) - len(rows)
        self.contract_card.sure.say(0)
        if more > 0:
            self.contract_card.sure.setText(self.tr("%n smaller one(s) not shown", "", more))

    def _contract_row(self, one: Commitment, start: str, month: int) -> BarRow:
        contract = one.contract
        spans = (
            Span(0.0, one.it_gw, "capital", faint=True),
            Span(0.0, one.firm_gw, "capital"),
        )
        when = self.tr("no end is stated")
        if one.ends is not None:
            when = month_shown(start, one.ends)
            if one.ends < month:
                when = self.tr("{end}, past").format(end=when)
            elif one.give_up_by is not None:
                text = self.tr("{end}, notice by {notice}")
                when = text.format(end=when, notice=month_shown(start, one.give_up_by))
        free, whole, firm = (power_words(x) for x in (one.free_gw, one.it_gw, one.firm_gw))
        nothing = power_words(0.0)
        text = self.tr("{firm} of {whole} must be taken")
        if firm == nothing:
            text = self.tr("none of {whole} must be taken")
        elif free == nothing:
            text = self.tr("all of {whole} must be taken")
        elif firm == whole:  # as written
            text = self.tr("all of {whole} but {free} must be taken")
        if one.it_gw <= 0:
            text = self.tr("it has brought nothing yet")
        said = text.format(firm=firm, whole=whole, free=free)
        supplier = contract.supplier or family_label(contract.family)
        until = self.tr("until {when}").format(when=when) if one.ends is not None else when
        if one.ends is not None and one.ends < month:  # the plan has it on
            until = self.tr("its term ended in {month}").format(month=month_shown(start, one.ends))
        tip = told(f"{contract.name} ({supplier})", joined((said, until)))
        return BarRow(
            contract.name, (contract.name, "", plain_nought(free), when), spans, said=said, tip=tip
        )

    # Answers

    def work_on(self, measure: RiskMeasure, result: Result, month: int) -> None:
        super().work_on(measure, result, month)
        for card in (self.mix_card, self.loss_card):
            card.sure.working()

    def take(self, told: Told[Subject]) -> None:
        show = {LOSSES: self._show_losses, MIXES: self._show_mixes}
        show[told.key](told)

    def _show_losses(self, told: Told[Subject]) -> None:
        found: SupplierLoss = told.value
        self.worst_loss.setText(losses_sentence(found))
        rows = [self._loss_row(loss) for loss in found.losses]
        headings = ("", self.tr("Lost at worst"), "", self.tr("Unserved"))
        self.losses.show_rows(headings, rows)
        self.loss_card.sure.say(0)

    def _loss_row(self, loss: Loss) -> BarRow:
        family = family_label(loss.family)
        text = (
            self.tr("{family}, no deliveries")
            if loss.mode == "supply_stop"
            else self.tr("{family}, recalled")
        )
        share, lost = share_words(loss.worst), LOSS.change(loss.unserved_revenue)
        said = self.tr("{share} of capacity lost at worst, {lost} of revenue unserved").format(
            share=share, lost=lost
        )
        if loss.unserved_revenue < 0 and lost != LOSS.change(0.0):
            less = self.tr("{share} of capacity lost at worst, {lost} less of revenue unserved")
            said = less.format(share=share, lost=money(abs(loss.unserved_revenue)))
        spans = (Span(0.0, loss.worst, "shortfall"),)
        texts = (text.format(family=family), "", share, lost)
        return BarRow((loss.mode, loss.family), texts, spans, said=said, scale=(0.0, 1.0))

    def _show_mixes(self, told: Told[Subject]) -> None:
        found: tuple[MixOutcome, ...] = told.value
        self._outcomes = {one.name: one for one in found}
        names = [self._mix_name(one) for one in found]
        self.frontier.show_mixes(found, names)
        headings = (
            "",
            self.tr("Cost"),
            self.tr("Against this mix"),
            self.tr("Unserved: expected, worst 5%"),
            self.tr("Worst 5%"),
        )
        self.mixes.show_rows(headings, [self._mix_row(one) for one in found])
        self.verdict.setText(self._verdict(found))
        premiums = [(margin_of(x.premium.standard_error), x.premium.mean) for x in found[1:]]
        said = money_margin(*max(premiums, default=(0.0, 0.0)))
        self.mix_card.sure.say(told.worlds, said, working=not told.last)

    def _mix_name(self, one: MixOutcome) -> str:
        if one.name == THIS:
            return self.tr("this mix")
        if one.name == LEAST:
            return self.tr("least regret")
        return self.tr("{family} alone").format(family=family_label(one.name))

    def _mix_row(self, one: MixOutcome) -> BarRow:
        name, tail = self._mix_name(one), money(one.unserved_cvar95)
        premium = "" if one.name == THIS else LOSS.change(one.premium.mean)
        shares = ", ".join(f"{family_label(f)} {share_words(s)}" for f, s in one.mix.items())
        text = self.tr("{unserved} unserved expected, {tail} in the worst 5% of worlds")
        said = text.format(unserved=money(one.unserved), tail=tail)
        spans = (
            Span(0.0, one.unserved_cvar95, "shortfall", faint=True),
            Span(0.0, one.unserved, "shortfall"),
        )
        tip = f"{told(name, shares)}. {said}"
        texts = (name, money(one.cost), premium, "", tail)
        return BarRow(one.name, texts, spans, said=said, tip=tip)

    def _verdict(self, found: tuple[MixOutcome, ...]) -> str:
        """What the mix costs against the cheapest family alone, and what that buys."""
        own = found[0]
        singles = [one for one in found[1:] if one.name != LEAST]
        if len(singles) < 2:
            return self.tr("There is one family: nothing is hedged.")
        cheapest = min(singles, key=lambda one: one.cost)
        safest = min(singles, key=lambda one: one.unserved_cvar95)
        cost, tail = own.cost - cheapest.cost, own.unserved_cvar95 - cheapest.unserved_cvar95
        nothing = money(0.0)
        if money(abs(cost)) == money(abs(tail)) == nothing:
            text = self.tr("The mix does as {family} alone, the cheapest of the families.")
        elif money(abs(tail)) == nothing:
            text = self.tr(
                "The mix is {cost} cheaper than {family} alone, the cheapest of the families, and "
                "leaves as much unserved in the worst 5% of worlds."
            )
            if cost > 0:
                text = self.tr(
                    "Against {family} alone, the cheapest, the mix costs {cost} more and leaves "
                    "as much unserved in the worst 5% of worlds: as a hedge it buys nothing here."
                )
        elif money(abs(cost)) == nothing:
            text = self.tr(
                "The mix costs as much as {family} alone, the cheapest of the families, and leaves "
                "{tail} more unserved in the worst 5% of worlds."
            )
            if tail < 0:
                text = self.tr(
                    "The mix costs as much as {family} alone, the cheapest of the families, and "
                    "leaves {tail} less unserved in the worst 5% of worlds."
                )
        elif cost > 0 and tail < 0:
            text = self.tr(
                "Against {family} alone, the cheapest, the mix costs {cost} more and leaves {tail} "
                "less unserved in the worst 5% of worlds."
            )
        elif cost > 0:
            text = self.tr(
                "Against {family} alone, the cheapest, the mix costs {cost} more and leaves {tail} "
                "more unserved in the worst 5% of worlds: as a hedge it buys nothing here."
            )
        elif tail < 0:
            text = self.tr(
                "The mix is {cost} cheaper than {family} alone, the cheapest of the families, and "
                "leaves {tail} less unserved in the worst 5% of worlds."
            )
        else:
            text = self.tr(
                "The mix is {cost} cheaper than {family} alone, the cheapest of the families, and "
                "leaves {tail} more unserved in the worst 5% of worlds."
            )
        said = text.format(
            family=family_label(cheapest.name), cost=money(abs(cost)), tail=money(abs(tail))
        )
        least, here = (money(one.unserved_cvar95) for one in (safest, own))
        if (
            safest is not cheapest
            and safest.unserved_cvar95 < own.unserved_cvar95
            and least != here
        ):
            more = self.tr("{family} alone would leave less unserved, {tail}.")
            more = more.format(family=family_label(safest.name), tail=least)
            return sentences(said, more)
        return said

    @Slot(object)
    def _want_mix(self, name: str) -> None:
        if name != THIS:
            self.mix_wanted.emit(self._outcomes[name].mix)
