"""What a plan's file may say: each check names the place, what stands there and what is allowed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from engine.problems import Problem, ScenarioError, is_whole_text, shown
from engine.tables.limits import number_within, one_of
from engine.text import translate

LONGEST_TEXT = 200  # letters of a name


def refused(at: str, given: Any, why: str) -> ScenarioError:
    """That what is given can't be.

    Takes: `at`, the place; `given`, empty where nothing stands there; `why`.
    Gives: the error, to raise.
    """
    return ScenarioError(Problem(at, "" if given == "" else shown(given), why))


def known(at: str, given: Any, keys: Collection[str]) -> None:
    """That a table has no other keys.

    Takes: `at`, the place; `given`, the table; `keys` that are allowed.
    Raises: ScenarioError where it has, or is none.
    """
    for key in table(at, given):
        if key not in keys:
            where = f"{at}.{shown(key, quote=False)}" if at else shown(key, quote=False)
            raise refused(where, given[key], one_of(keys))


def listed(at: str, given: Any) -> list[Any]:
    """What is given as a list.

    Takes: `at`, the place; `given`.
    Gives: the list.
    Raises: ScenarioError where it is none.
    """
    if not isinstance(given, list):
        raise refused(at, given, translate("Sweep", "allowed is a list"))
    return given


def table(at: str, given: Any) -> Mapping[str, Any]:
    """What is given as a table.

    Takes: `at`, the place; `given`.
    Gives: the table.
    Raises: ScenarioError where it is none.
    """
    if not isinstance(given, dict):
        raise refused(at, given, translate("Sweep", "allowed is a table"))
    return given


def tables(key: str, content: Mapping[str, Any], at: str = "") -> list[Mapping[str, Any]]:
    """The tables of a name, as `[[dimension]]` gives them.

    Takes: `key`, their name; `content`, what holds them; `at`, its place.
    Gives: tables.
    Raises: ScenarioError where they are none.
    """
    where = f"{at}.{key}" if at else key
    return [table(where, one) for one in listed(where, content.get(key, []))]


def text(at: str, given: Any) -> str:
    """What is given as a short text on one line.

    Takes: `at`, the place; `given`.
    Gives: the text.
    Raises: ScenarioError where it is none.
    """
    good = isinstance(given, str) and is_whole_text(given) and len(given) <= LONGEST_TEXT
    if not good or not str(given).isprintable():
        raise refused(at, given, translate("Sweep", "allowed is a text on one line"))
    return str(given)


def whole(key: str, content: Mapping[str, Any], low: int, high: int, at: str = "") -> int | None:
    """A whole number of a table.

    Takes: `key`; `content`, the table; `low` and `high`, both allowed; `at`, the table's place.
    Gives: the number, None where it is not there.
    Raises: ScenarioError where it is none.
    """
    given = content.get(key)
    if given is None:
        return None
    if not isinstance(given, int) or isinstance(given, bool) or not low <= given <= high:
        where = f"{at}.{key}" if at else key
        raise refused(where, given, number_within(low, high, whole=True))
    return given


def word(at: str, given: Any, words: Sequence[str]) -> str:
    """What is given as one of some words.

    Takes: `at`, the place; `given`; `words` that are allowed.
    Gives: the word.
    Raises: ScenarioError where it is none.
    """
    if not isinstance(given, str) or given not in words:
        raise refused(at, given, one_of(words))
    return given
