"""French of the pages Risk and Why: elisions, capitals, numbers of things and prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.analysis.calendar import Decision
from engine.analysis.outcomes import MeanDifference
from engine.analysis.settle import Settle
from engine.analysis.tornado import Bar
from engine.analysis.uncertain import DELAY, input_words
from engine.analysis.variants import Lever
from engine.run.simulate import simulate
from engine.tables.scenario import parameter
from engine.text import share_of_worlds
from gui.document import templates
from gui.pages.analysis.asking import Told
from gui.pages.risk.hedge_part import HedgePart
from gui.pages.risk.lever_words import lever_value
from gui.pages.risk.matters import MattersPart
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.odds import OddsPart
from gui.pages.risk.stress import StressFigures, StressPicture, stress_sentence
from gui.pages.risk.subject import RISK
from gui.pages.why.by_when_words import settle_sentence
from gui.pages.why.measures import SERVED, WhyPeriod
from gui.pages.why.questions import Turned, WhySubject
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.pages.why.words import (
    chance_sentence,
    change_sentence,
    idle_words,
    turned_sentences,
)
from gui.system.language import install_language
from gui.words.kpis import points_words
from gui.words.list_changes import list_change
from gui.words.moved import lever_words
from gui.words.units import money_words, of_axis

SCENARIO = templates.example("public_record_2026_11").scenario


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")


def subject():
    return WhySubject.of(SCENARIO, SCENARIO, SERVED, WhyPeriod(24, 24))


def test_that_a_month_that_begins_with_a_vowel_stands_behind_no_de():
    fine = stress_sentence(StressFigures(np.array([0.995, 0.999]), 0, 0, 0.99), ("2026-10", ""))
    assert "de oct" not in fine
    assert "99,5\u00a0% en oct. 2026" in fine
    assert stress_sentence(StressFigures(np.ones(1), 0, 0, 0.99), ("2026-10",)).startswith(
        "Dès oct. 2026"
    )


def test_that_a_site_that_begins_with_a_vowel_stands_behind_no_de():
    assert input_words(DELAY, "Abernathy") == "Retard du site Abernathy"


def test_that_an_entry_stands_behind_no_de():
    sites = SCENARIO.sites
    said = list_change(parameter("sites"), sites, sites[:-1])
    assert said == f"Sites\u00a0: {sites[-1].name} en moins"


def test_that_a_sentence_does_not_begin_with_a_small_letter():
    half = np.array([0.5])
    said = chance_sentence(half, 0 * half, half, subject(), 0)
    assert said.startswith("Janv. 2025\u00a0: mieux dans")
    same = chance_sentence(0 * half, half, 0 * half, subject(), 0)
    assert same.startswith("Janv. 2025\u00a0: pareil")


def test_that_a_month_in_the_picture_begins_a_sentence(window):
    picture: StressPicture = window.pages["risk"].odds.picture
    picture.show_plan(simulate(SCENARIO), None, 30)
    assert picture.month_text(30)[0].isupper()


def test_that_less_than_two_years_are_one_an():
    lever = Lever("growth_half_life_years")
    assert [lever_value(lever, years, "") for years in (0.5, 1.0, 1.5, 2.0)] == [
        "0,5 an",
        "1 an",
        "1,5 an",
        "2 ans",
    ]


def test_that_less_than_two_points_are_one_point():
    said = [points_words(share) for share in (0.002, 0.019, 0.01996, 0.25)]
    assert said == ["0,2 point", "1,9 point", "2,0 points", "25,0 points"]
    mix = SCENARIO.mix
    for part, words in ((0.001, "0,1 point pris"), (0.01, "1 point pris"), (0.02, "2 points pris")):
        new = mix.having(tpu=mix["tpu"] - part, gpu=mix["gpu"] + part)
        assert lever_words(parameter("mix"), mix, new).startswith(words)


def test_that_a_lever_of_a_month_is_en_and_not_a(qtbot):
    part = MattersPart()
    qtbot.addWidget(part)
    part.measure = BY_KEY["unserved"]
    bar = Bar(Lever("power_ready_month"), 20.0, 28.0, 5.0, 1.0, 9.0)
    row = part._tornado_row(bar, {})
    assert " en sept. 2026, " in row.said
    assert row.said.endswith(" en mai 2027")


def test_that_what_works_against_is_of_any_number():
    groups = (
        ChangeStep("Puissance", ("sites",), 0.8, 0.9),
        ChangeStep("Demande", ("pue",), 0.9, 0.85),
    )
    said = change_sentence(ChangeSteps(0.8, 0.85, groups, ()), subject())
    assert "ont joué" not in said
    assert "En sens inverse\u00a0: " in said
    assert idle_words(["pue"]).startswith("Sans effet\u00a0: «")


def test_that_a_family_with_a_vowel_stands_behind_no_de():
    row = parameter("mix")
    old = SCENARIO.mix
    new = old.having(tpu=old["tpu"] - 0.1, gpu=old["gpu"] + 0.1)
    assert lever_words(row, old, new) == "10 points pris à TPU pour GPU"


def test_that_less_than_two_parts_are_one_part(qtbot):
    part = HedgePart()
    qtbot.addWidget(part)
    result = simulate(SCENARIO.having(mix=SCENARIO.mix.having(tpu=0.9, trainium=0.05, gpu=0.05)))
    part._show_concentration(result, 90)
    said = [row.texts[-1] for row in part.concentration.bars.rows]
    assert len(said) > 2
    for text in said:
        few = text == "un seul" or text.startswith("comme 1,")
        assert few != text.endswith("parts égales")


def test_that_trillions_are_billions_of_a_currency():
    assert of_axis("$bn", 20_000.0).unit == "billions de\u00a0$"
    assert money_words(20_000.0) == "20,0\u00a0billions de\u00a0$"


def test_that_nearly_all_of_the_worlds_are_more_than_ninety_nine_percent():
    said = [share_of_worlds(share) for share in (0.003, 0.997)]
    assert said == ["moins de 1\u00a0%", "plus de 99\u00a0%"]


def test_that_a_plan_is_short_in_no_month():
    found = Turned((), 1.0, 1.0, (), was_short=True, is_short=False)
    whole = WhySubject.of(SCENARIO, SCENARIO, SERVED, WhyPeriod(21, 95))
    [said] = turned_sentences(found, whole, 0.0)
    assert said.startswith("Le plan ne manque plus de calcul dans aucun mois ")


def test_that_what_is_counted_in_billions_stands_behind_de():
    said = lever_words(parameter("active_params"), 1e11, 1.001e11)
    assert said == "Paramètres actifs 100 Md → 100,1 Md de paramètres"
    assert lever_value(Lever("active_params"), 7e10, "") == "70 Md de paramètres"
    cost = lever_words(parameter("site_opex_usd_per_mw_year"), 3e5, 1.2e7)
    assert cost.endswith(" 12 M $/MW IT/an")


def test_that_what_is_low_or_high_is_not_called_a_half():
    # of an input that is 0 in most of the worlds, low are those with 0: far more than half
    none = MeanDifference(0.0, 0.0, 0.0, 0.0)
    settle = Settle("Mois de rappel", 0.72, 0.07, "p_recall")
    one = Decision("sites", "North", 24, 36, True, (0.7,) * 13, (none, none), settle)
    said = settle_sentence((one,))
    assert said.endswith(
        "Là où c’est bas, la cible tient dans 72\u00a0% des mondes\u202f; "
        "là où c’est haut, dans 7\u00a0%."
    )
    assert "moitié" not in said


def test_that_a_rate_moves_in_percent_a_year():
    said = lever_words(parameter("electricity_escalation"), 0.01, 0.0848)
    assert said.replace("\u00a0", " ") == "Hausse de l’électricité 1 % → 8,48 % par an"


def test_that_the_month_that_is_short_most_often_is_named(qtbot):
    part = OddsPart()
    qtbot.addWidget(part)
    risk = SimpleNamespace(
        short=np.array([0.2, 0.995, 0.3]),
        ever_short=np.array([0.2, 1.0, 1.0]),
        window=(0, 2),
        chance_of_shortfall=0.998,
    )

    def said(short):
        risk.short = np.array(short)
        part.picture.show_risk = lambda _: None
        asked = SimpleNamespace(scenario=SCENARIO)
        part._show_risk(Told(asked, RISK, 256, risk, last=True))
        return part.chances.text().replace("\u00a0", " ").replace("\u202f", " ")

    assert said([0.2, 0.995, 0.3]) == (
        "Un mois au moins est en déficit dans plus de 99 % des mondes ; le plus touché, "
        "févr. 2025, l’est dans plus de 99 %."
    )
    assert said([1.0, 1.0, 1.0]) == "Chaque monde est en déficit en janv. 2025."
    assert said([0.2, 1.0, 1.0]) == "Chaque monde est en déficit en févr. 2025, sinon plus tôt."
