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
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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


MIGRATIONS: dict[int, Callable[[Content], Content]] = {0: _from_0}


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
