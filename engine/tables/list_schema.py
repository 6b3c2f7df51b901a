"""What the entries of a list say: a column for each field, and the one check of them all.

Files, their published schema, the description, the help and the window's fields follow from it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from engine.problems import Problem, ScenarioError, is_whole_text, shown
from engine.tables.limits import exact, finite_number, number_within, one_of
from engine.text import translate

ColumnKind = Literal["name", "note", "word", "family", "whole", "number", "share", "month", "date"]

LONGEST_NAME = 80  # letters
LONGEST_NOTE = 1000
A_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
A_DATE = re.compile(rf"\d{{4}}|{A_MONTH.pattern}(?:-[0-3]\d)?", re.ASCII)


@dataclass(frozen=True)
class Column:
    """A field of an entry: its `key` in files, what it is called, what it may be.

    Without `needed` it may be left out and is the `default`; where the default is None, it may be
    none. A `note` is kept and shown, and nothing is computed from it. Where it is `void` an entry
    has no say: it is the default, whatever is given.
    """

    key: str
    kind: ColumnKind
    label: str
    help: str
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    words: tuple[str, ...] = ()  # that are allowed; beside the families, where it is one
    needed: bool = True
    default: Any = None
    note: bool = False
    void: bool = False

    @property
    def label_text(self) -> str:
        """The label in the reader's language."""
        return translate("Lists", self.label)

    @property
    def help_text(self) -> str:
        """The help in the reader's language."""
        return translate("Lists", self.help)

    @property
    def unit_text(self) -> str:
        """The unit in the reader's language; empty where there is none."""
        return translate("Unit", self.unit) if self.unit else ""

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.kind in ("whole", "number", "share")

    def allowed(self, families: Sequence[str] = ()) -> str:
        """What a value may be, in words.

        Takes: `families`, names.
        Gives: text.
        """
        if self.kind == "name":
            text = translate("Problem", "allowed is a text of 1 to {most} characters on one line")
            return text.format(most=LONGEST_NAME)
        if self.kind == "note":
            text = translate("Problem", "allowed is a text of at most {most} characters")
            return text.format(most=LONGEST_NOTE)
        if self.kind == "month":
            return translate("Problem", "allowed is a month, YYYY-MM")
        if self.kind == "date":
            return translate("Problem", "allowed is a date, YYYY-MM-DD, or a part of one")
        if not self.is_number:
            return one_of((*self.words, *(families if self.kind == "family" else ())))
        if not self.unit or self.kind == "share":
            return number_within(self.low, self.high, whole=self.kind == "whole")
        if self.kind != "whole":
            text = translate("Problem", "allowed is a number from {low} to {high} {unit}")
        elif self.default is None and not self.needed:
            text = translate(
                "Problem", "allowed is a whole number from {low} to {high} {unit}, or none"
            )
        else:
            text = translate("Problem", "allowed is a whole number from {low} to {high} {unit}")
        return text.format(low=exact(self.low), high=exact(self.high), unit=self.unit_text)

    def check(self, value: object, families: Sequence[str]) -> Any:
        """A value in its canonical type.

        Takes: `value`, given or the default; `families`, names.
        Gives: the value [`unit`].
        Raises: ValueError where it can't be.
        """
        if not self.needed and value == self.default and type(value) is type(self.default):
            return self.default
        if self.is_number:
            return self._checked_number(value)
        if not isinstance(value, str) or not is_whole_text(value):
            raise ValueError(value)
        if self.kind == "name":
            good = 0 < len(value) <= LONGEST_NAME and value.strip() and not _has_controls(value)
        elif self.kind == "note":
            good = len(value) <= LONGEST_NOTE
        elif self.kind == "month":
            good = A_MONTH.fullmatch(value) is not None
        elif self.kind == "date":
            good = A_DATE.fullmatch(value) is not None
        else:
            good = value in self.words or (self.kind == "family" and value in families)
        if not good:
            raise ValueError(value)
        return value

    def _checked_number(self, value: object) -> float | int:
        number = finite_number(value)
        if number is None or not self.low <= number <= self.high:
            raise ValueError(value)
        if self.kind != "whole":
            return number
        if number != int(number):
            raise ValueError(value)
        return int(number)


def _has_controls(text: str) -> bool:
    """Whether a text would not stand on one line; splitlines knows each letter that ends one."""
    return len(text.splitlines()) > 1 or any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text)


@dataclass(frozen=True)
class ListSchema:
    """A list of entries of one type, with a column for each of its fields, in their order."""

    entry: type
    columns: tuple[Column, ...]
    most: int
    allowed_template: str  # what the list may be, with `{count}`
    shape_template: str  # what an entry is, with `{shape}`
    keys_template: str  # what an entry has, with `{keys}`
    place_template: str  # how an entry is called, with its `{number}`
    # the columns as one entry has them, where what it says in one narrows another
    narrowed: Callable[[Mapping[str, Any]], tuple[Column, ...]] | None = None
    by_key: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = tuple(row.name for row in dataclasses.fields(self.entry))
        if names != tuple(column.key for column in self.columns):
            raise TypeError(f"the columns of {self.entry.__name__} are not its fields")
        object.__setattr__(self, "by_key", {column.key: column for column in self.columns})

    @property
    def allowed(self) -> str:
        """What the list may be, in words."""
        return translate("Problem", self.allowed_template).format(count=self.most)

    def place(self, index: int) -> str:
        """How the entry at an `index` is called: `Site 3`."""
        return translate("Lists", self.place_template).format(number=index + 1)

    @property
    def named(self) -> bool:
        """Whether each entry has a name, by which it is known."""
        return any(column.kind == "name" and column.needed for column in self.columns)

    @property
    def told(self) -> tuple[Column, ...]:
        """The columns that something is computed from, and the name."""
        return tuple(column for column in self.columns if not column.note)

    def family_columns(self) -> tuple[str, ...]:
        """Keys of the columns that name a family."""
        return tuple(column.key for column in self.columns if column.kind == "family")

    def strangers(
        self, key: str, entries: Iterable[Any], families: Sequence[str]
    ) -> Iterator[Problem]:
        """The entries of families that there are not: their chips may have gone since.

        Takes: `key` of the list; `entries`; `families`, names.
        Gives: problems.
        """
        for column in map(self.by_key.__getitem__, self.family_columns()):
            for index, entry in enumerate(entries):
                family = getattr(entry, column.key)
                if family not in column.words and family not in families:
                    why = column.allowed(families)
                    yield Problem(f"{key}[{index}].{column.key}", shown(family), why)

    def plain(self, entry: Any) -> dict[str, Any]:
        """An entry as JSON has it, without the notes that are not there, and other defaults.

        Takes: `entry`, of the list's type.
        Gives: by key its cells.
        """
        cells = {column.key: getattr(entry, column.key) for column in self.columns}
        return {
            key: value
            for key, value in cells.items()
            if self.by_key[key].needed
            or not (value in ("", None) or self._goes_without(key, value))
        }

    def _goes_without(self, key: str, value: Any) -> bool:
        """Whether a value need not be written; what it may be hangs on the kind of some events."""
        usual = self.narrowed is None and value == self.by_key[key].default
        return usual or value in ("", None)

    def check(self, key: str, value: object, families: Sequence[str]) -> tuple[Any, ...]:
        """A list of entries in their type.

        Takes: `key` of the list; `value`, as JSON has it, or entries; `families`, names.
        Gives: entries.
        Raises: ScenarioError naming entry, column, value, range.
        """
        if not isinstance(value, list | tuple):
            raise ScenarioError(Problem(key, shown(value), self.allowed))
        if len(value) > self.most:
            given = translate("Problem", "{count} of them").format(count=len(value))
            raise ScenarioError(Problem(key, given, self.allowed))
        found: list[Any] = []
        names: set[str] = set()
        for index, given in enumerate(value):
            entry = self._entry(f"{key}[{index}]", given, families)
            if entry.name and entry.name in names:
                why = translate(
                    "Problem", "the names of a list differ; this one stands there twice"
                )
                raise ScenarioError(Problem(f"{key}[{index}].name", shown(entry.name), why))
            names.add(entry.name)
            found.append(entry)
        return tuple(found)

    def _entry(self, at: str, value: object, families: Sequence[str]) -> Any:
        if isinstance(value, self.entry):
            value = vars(value)
        if not isinstance(value, Mapping):
            first = ", ".join(column.key for column in self.columns[:3])
            shape = translate("Problem", self.shape_template).format(shape=f"{{{first}, ...}}")
            raise ScenarioError(Problem(at, shown(value), shape))
        unknown = [name for name in value if name not in self.by_key]
        if unknown:
            name = shown(unknown[0], quote=False)
            keys = translate("Problem", self.keys_template).format(keys=", ".join(self.by_key))
            raise ScenarioError(Problem(f"{at}.{name}", shown(value[unknown[0]]), keys))
        cells = {}
        for column in self.narrowed(value) if self.narrowed else self.columns:
            given = value.get(column.key, column.default)
            if column.void:
                given = column.default
            try:
                cells[column.key] = column.check(given, families)
            except ValueError:
                why = column.allowed(families)
                raise ScenarioError(Problem(f"{at}.{column.key}", shown(given), why)) from None
        return self.entry(**cells)
