"""What a row of the output table is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.text import translate, written


@dataclass(frozen=True)
class Series:
    """One output: its key (a quantity of `Simulation`), unit and how it is written.

    `total` and `by_family` say which columns it has: `key`, and `key_family` for each.
    `codes` names the values of a series of words.
    """

    key: str
    label: str
    unit: str
    format: str
    help: str
    total: bool = True
    by_family: bool = False
    codes: tuple[str, ...] = ()

    def columns(self, families: Iterable[str]) -> list[str]:
        """The columns that it has in a run's CSV.

        Takes: `families`, names.
        Gives: columns.
        """
        own = [self.key] if self.total else []
        return own + [f"{self.key}_{family}" for family in families if self.by_family]

    def text(self, value: float) -> str:
        """A value as the user reads it, without the unit.

        Takes: `value` [`unit`].
        """
        if self.codes:
            return translate("Limit", self.codes[int(value)])
        return undefined() if value != value else written(value, self.format)

    @property
    def label_text(self) -> str:
        """The label in the reader's language."""
        return translate("Series", self.label)

    @property
    def help_text(self) -> str:
        """The help in the reader's language."""
        return translate("Series", self.help)

    @property
    def unit_text(self) -> str:
        """The unit in the reader's language."""
        return translate("Unit", self.unit)


def undefined() -> str:
    """What is written where there is no number."""
    return translate("Series", "undefined")
