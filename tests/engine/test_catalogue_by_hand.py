"""A catalogue of chips: how many there may be, what each cell may be, what families are called."""

from __future__ import annotations

from typing import Any

import pytest

from engine import ScenarioError
from engine.tables import catalogue
from engine.tables.catalogue import (
    Catalogue,
    family_label,
    read_catalogue,
    shipped_catalogue,
    short_family_label,
)
from engine.tables.grades import grade_text

CELLS: dict[str, Any] = vars(shipped_catalogue().chips[0])


def chips(*changes: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Own", "chips": [CELLS | change for change in changes]}


def refused(value: object) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_catalogue(value)
    return str(caught.value)


def test_that_a_family_has_a_long_and_a_short_name() -> None:
    families = ("tpu", "trainium", "gpu", "mine")
    assert [family_label(family) for family in families] == [
        *("Google TPU", "AWS Trainium", "NVIDIA GPU", "mine")
    ]
    assert [short_family_label(family) for family in families] == ["TPU", "Trainium", "GPU", "mine"]


def test_that_families_are_in_the_order_of_their_first_chips_and_generations_by_their_months() -> (
    None
):
    dates = {"b2": "2026-03", "a1": "2026-02", "b1": "2025-01", "a2": "2026-04"}
    own = read_catalogue(
        chips(*({"family": n[0], "name": n, "available": date} for n, date in dates.items()))
    )
    assert own.families == ("b", "a")
    assert [chip.name for chip in own.generations("b")] == ["b1", "b2"]
    assert [chip.name for chip in own.generations("a")] == ["a1", "a2"]
    with pytest.raises(ValueError, match="family 'c': allowed are b, a"):
        own.generations("c")


def test_that_there_are_so_many_chips_and_families(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "MOST_CHIPS", 3)
    monkeypatch.setattr(catalogue, "MOST_FAMILIES", 2)
    two = [{"family": "a"}, {"family": "b"}]
    assert len(read_catalogue(chips(*two, {"family": "b", "name": "other"})).chips) == 3
    assert refused(chips(*two, {"family": "b"}, {"family": "b"})) == (
        "catalogue.chips = 4 rows: allowed are 1 to 3"
    )
    assert refused(chips()) == "catalogue.chips = 0 rows: allowed are 1 to 3"
    assert refused(chips(*two, {"family": "c"})) == "catalogue.chips = 3 families: allowed are 2"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([], r"catalogue = []: allowed is {name, chips: [...]}"),
        ({"name": "x"}, "catalogue = {'name': 'x'}: allowed is {name, chips: [...]}"),
        ({"name": 3, "chips": [CELLS]}, "catalogue.name = 3: allowed is a text"),
        ({"name": "\ud800", "chips": [CELLS]}, "catalogue.name = '\\ud800': allowed is a text"),
    ],
)
def test_that_what_is_no_catalogue_is_refused(value: object, says: str) -> None:
    assert refused(value) == says


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"family": "all"}, "chips[1].family = 'all': allowed is a short name"),
        ({"family": "A b"}, "chips[1].family = 'A b': allowed is a short name"),
        ({"family": 3}, "chips[1].family = 3: allowed is a short name"),
        ({"available": "2026-13"}, "chips[1].available = '2026-13': allowed is a month, YYYY-MM"),
        ({"grade": "D"}, "chips[1].grade = 'D': allowed is A, B or C"),
        ({"name": " "}, "chips[1].name = ' ': allowed is a name"),
        ({"source": None}, "chips[1].source = None: allowed is a text"),
        ({"tops": "1"}, "chips[1].tops = '1': allowed is a number from"),
        ({"tops": -1}, "chips[1].tops = -1: allowed is a number from"),
    ],
)
def test_that_a_cell_that_cannot_be_is_named(change: dict[str, Any], says: str) -> None:
    assert refused(chips({}, change)).startswith(f"catalogue.{says}")


def test_that_a_chip_lacks_no_cell_and_numbers_go_to_their_bounds() -> None:
    for name in CELLS:
        cells = {key: value for key, value in CELLS.items() if key != name}
        said = refused({"name": "Own", "chips": [cells]})
        assert said.startswith(f"catalogue.chips[0].{name} = missing: every chip needs it")
    for name, (low, high) in catalogue.CHIP_BOUNDS.items():
        for bound in (low, high):
            [chip] = read_catalogue(chips({name: bound})).chips
            assert getattr(chip, name) == bound


def test_that_a_grade_is_said_in_words_and_the_shipped_catalogue_is_one() -> None:
    assert len({grade_text(grade) for grade in "ABC"}) == 3
    assert isinstance(shipped_catalogue(), Catalogue)
    assert shipped_catalogue().name == "Headroom 2026-09"
    assert shipped_catalogue().families == ("tpu", "trainium", "gpu")
