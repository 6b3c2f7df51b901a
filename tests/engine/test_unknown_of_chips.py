"""What a file says of a chip beyond its cells is kept, and goes with that chip alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from engine.files.document import Document
from engine.files.scenario_files import parse, text_of
from engine.tables.catalogue import Chip
from engine.tables.scenario import Scenario


def chips_kept(content: dict, change: Callable[[Document], Document] = lambda x: x) -> list[object]:
    again = json.loads(text_of(change(parse(json.dumps(content).encode()))))
    return [chip.get("zz") for chip in again["catalogue"]["chips"]]


def test_that_unknown_keys_of_two_chips_of_one_name_are_each_kept() -> None:
    content = json.loads(text_of(Document(Scenario())))
    chips = content["catalogue"]["chips"]
    others = [None] * (len(chips) - 1)
    chips.append({**chips[0], "zz": 1})
    assert chips_kept(content) == [None, *others, 1]
    chips[0]["zz"] = 2
    assert chips_kept(content) == [2, *others, 1]
    del chips[-1]["zz"]
    assert chips_kept(content) == [2, *others, None]


def test_that_unknown_keys_go_with_their_chip_and_no_other() -> None:
    content = json.loads(text_of(Document(Scenario())))
    chips = content["catalogue"]["chips"]
    for number, chip in enumerate(chips):
        chip["zz"] = number

    def with_chips(change: Callable[[list[Chip]], list[Chip]]) -> list[object]:
        def other(document: Document) -> Document:
            of = document.scenario.catalogue
            catalogue = replace(of, chips=tuple(change(list(of.chips))))
            return replace(document, scenario=replace(document.scenario, catalogue=catalogue))

        return chips_kept(content, other)

    assert with_chips(lambda chips: chips[::-1]) == list(range(len(chips)))[::-1]
    assert with_chips(lambda chips: chips[2:]) == list(range(2, len(chips)))
    assert with_chips(lambda chips: [replace(chips[0], name="Q"), *chips[1:]])[:2] == [None, 1]
    renamed = with_chips(lambda chips: [replace(chips[0], family="mine"), *chips[1:]])
    assert renamed == list(range(len(chips)))


def test_that_two_families_with_a_chip_of_one_name_keep_their_own() -> None:
    content = json.loads(text_of(Document(Scenario())))
    chips = content["catalogue"]["chips"]
    content["catalogue"]["chips"] = [
        {**chips[0], "zz": "first"},
        *chips[1:],
        {**chips[0], "family": chips[-1]["family"], "zz": "last"},
    ]

    def turned(document: Document) -> Document:
        of = document.scenario.catalogue
        catalogue = replace(of, chips=of.chips[::-1])
        return replace(document, scenario=replace(document.scenario, catalogue=catalogue))

    between = [None] * (len(chips) - 1)
    assert chips_kept(content) == ["first", *between, "last"]
    assert chips_kept(content, turned) == ["last", *between, "first"]
