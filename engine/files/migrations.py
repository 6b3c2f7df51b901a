"""Old scenario files brought up to date in memory, a step for each version of the format.

A step takes the file's object as the older version wrote it and gives the next version's; it
never touches the disk. Each version that ever was has samples in `tests/engine/files/` which
open for ever. A parameter added after a release is a new version: its step puts in the value
with which the old file still means what it meant.

Version 0 was the form before the first release. It differs from version 1 in that

* the name was `title`, the notes `description`;
* `seed` and `events` stood among the parameters;
* power was in MW: `power_start_mw`, `power_budget_mw`, `power_growth_mw_per_year`;
* the two mixes were percentages: `mix_start_percent`, `mix_percent`;
* the chips, where there were any, were a bare list, `chips`.

Version 1 was the form of the model's first edition, which knew neither sites nor contracts, no
repowering, no prices that move and no rents from cost. A key of that version that was kept but not
used, and that is one of version 2, goes on being kept under another name.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from engine.tables.catalogue import shipped_catalogue
from engine.tables.own import OWN_LISTS
from engine.text import translate

Content = Mapping[str, Any]

# version 0's name of a parameter: version 1's, and what its numbers are divided by
_RENAMED_IN_1 = {
    "power_start_mw": ("power_start_gw", 1000),
    "power_budget_mw": ("power_budget_gw", 1000),
    "power_growth_mw_per_year": ("power_growth_gw_per_year", 1000),
    "mix_start_percent": ("mix_start", 100),
    "mix_percent": ("mix", 100),
}


def _from_0(old: Content) -> Content:
    new: dict[str, Any] = {
        key: value for key, value in old.items() if key not in ("title", "description", "chips")
    }
    for key, before in (("name", "title"), ("notes", "description")):
        if before in old:
            new[key] = old[before]
    if "chips" in old:
        new["catalogue"] = {"name": "", "chips": old["chips"]}
    given = old.get("parameters")
    if not isinstance(given, dict):
        return new  # what is wrong with it is said where it is read
    parameters: dict[str, Any] = {}
    for key, value in given.items():
        if key in ("seed", "events"):
            new[key] = value
        elif key in _RENAMED_IN_1:
            name, by = _RENAMED_IN_1[key]
            parameters[name] = _divided(value, by)
        else:
            parameters[key] = value
    new["parameters"] = parameters
    return new


# what version 2 adds, as nothing of it is there: a dictionary's number is for each family
_NEUTRAL_IN_2: Mapping[str, Any] = {
    "repower_threshold": 0.0,
    "repower_share_per_year": 0.2,
    "software_gain": {"": 1.0},
    "software_half_life_years": 2.0,
    "chip_price_growth": {"": 1.0},
    "rent_basis": "quoted",
    "provider_margin": 0.3,
    "grid_common": 0.3,
    "sigma_rebound": 0.1,
}
_LISTS_IN_2 = ("sites", "contracts")


def _from_1(old: Content) -> Content:
    new = {_kept_name(key, (*_LISTS_IN_2, *OWN_LISTS)): value for key, value in old.items()}
    new |= {key: [] for key in _LISTS_IN_2}
    given = old.get("parameters")
    if isinstance(given, dict):
        kept = {_kept_name(key, _NEUTRAL_IN_2): value for key, value in given.items()}
        new["parameters"] = kept | _neutral(_families(old))
    return new


def _kept_name(key: str, taken: Container[str]) -> str:
    return f"version_1_{key}" if key in taken else key


def _neutral(families: Iterable[str]) -> dict[str, Any]:
    names = tuple(families)
    return {
        key: dict.fromkeys(names, value[""]) if isinstance(value, dict) else value
        for key, value in _NEUTRAL_IN_2.items()
    }


def _families(content: Content) -> Iterable[str]:
    """Of the file's own chips, where it has some; what is wrong with them is said elsewhere."""
    if "catalogue" not in content:
        return shipped_catalogue().families
    catalogue = content["catalogue"]
    chips = catalogue.get("chips") if isinstance(catalogue, dict) else None
    rows = [chip for chip in chips if isinstance(chip, dict)] if isinstance(chips, list) else []
    names = [chip.get("family") for chip in rows]
    return dict.fromkeys(name for name in names if isinstance(name, str))


def flat_of_newest(values: Content) -> dict[str, Any]:
    """A flat object's parameters, those that it can't know put in where it is of version 1.

    It has no number: it is of version 1 where it has nothing at all of version 2.

    Takes: `values`, by key.
    Gives: values, by key.
    """
    new = {*_NEUTRAL_IN_2, *_LISTS_IN_2}
    if new & set(values):
        return dict(values)
    return {**values, **_neutral(shipped_catalogue().families)}


def _divided(value: object, by: int) -> object:
    """A number, or each of an object's; anything else as it is, for the reader to refuse."""
    if isinstance(value, dict):
        return {key: _divided(part, by) for key, part in value.items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return value / by
        except OverflowError:
            return value
    return value


MIGRATIONS: dict[int, Callable[[Content], Content]] = {0: _from_0, 1: _from_1}


def migrate(content: Content, number: int) -> tuple[Content, tuple[str, ...]]:
    """A file's object of an older format version as the newest has it.

    Takes: `content`, the object; `number` of its version.
    Gives: the object, and lines to tell the user.
    """
    new = content
    for step in range(number, max(MIGRATIONS) + 1):
        new = {**MIGRATIONS[step](new), "version": step + 1}
    if new is content:
        return content, ()
    notice = translate(
        "Problem",
        "written in an older form (version {old}), read as the newest",
    )
    return new, (notice.format(old=number),)
