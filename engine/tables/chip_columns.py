"""What is said of a chip: each field of the catalogue with its name, unit and meaning."""

from __future__ import annotations

from dataclasses import dataclass

from engine.tables.catalogue import Catalogue, Chip
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate


@dataclass(frozen=True)
class Column:
    """A column of the table: a field of a chip, what it is called, its unit."""

    key: str
    label: str
    unit: str = ""
    help: str = ""

    @property
    def heading(self) -> str:
        """Label and unit in the reader's language, a line each."""
        label = translate("Chips", self.label)
        return f"{label}\n{translate('Chips', self.unit)}" if self.unit else label


CHIP_COLUMNS = (
    Column(
        "family",
        QT_TRANSLATE_NOOP("Chips", "Family"),
        help=QT_TRANSLATE_NOOP("Chips", "A short name: small letters, digits, underscores."),
    ),
    Column("name", QT_TRANSLATE_NOOP("Chips", "Generation")),
    Column(
        "available",
        QT_TRANSLATE_NOOP("Chips", "Available"),
        QT_TRANSLATE_NOOP("Chips", "month"),
        QT_TRANSLATE_NOOP("Chips", "First month of volume deliveries, YYYY-MM."),
    ),
    Column(
        "tops",
        QT_TRANSLATE_NOOP("Chips", "Compute"),
        QT_TRANSLATE_NOOP("Chips", "TFLOP/s"),
        QT_TRANSLATE_NOOP("Chips", "Dense 8-bit peak of one chip."),
    ),
    Column(
        "it_watts",
        QT_TRANSLATE_NOOP("Chips", "Power"),
        QT_TRANSLATE_NOOP("Chips", "W IT"),
        QT_TRANSLATE_NOOP("Chips", "IT power of one chip with its share of servers and network."),
    ),
    Column(
        "capex_usd",
        QT_TRANSLATE_NOOP("Chips", "Price"),
        QT_TRANSLATE_NOOP("Chips", "$ of 2025"),
        QT_TRANSLATE_NOOP("Chips", "Of one chip with its share of servers and network."),
    ),
    Column(
        "rent_usd_per_hour",
        QT_TRANSLATE_NOOP("Chips", "Rent"),
        QT_TRANSLATE_NOOP("Chips", "$/h"),
        QT_TRANSLATE_NOOP("Chips", "Of one chip for an hour, on a long contract."),
    ),
    Column("hbm_gb", QT_TRANSLATE_NOOP("Chips", "Memory"), QT_TRANSLATE_NOOP("Chips", "GB")),
    Column("hbm_tb_s", QT_TRANSLATE_NOOP("Chips", "Bandwidth"), QT_TRANSLATE_NOOP("Chips", "TB/s")),
    Column(
        "grade",
        QT_TRANSLATE_NOOP("Chips", "Grade"),
        help=QT_TRANSLATE_NOOP("Chips", "A: vendor or filing; B: analyst; C: estimate."),
    ),
    Column("source", QT_TRANSLATE_NOOP("Chips", "Source")),
)


@dataclass(frozen=True)
class ChipChange:
    """One cell that differs; without a column the whole chip is new or gone."""

    chip: str
    column: Column | None
    before: str | float | None
    after: str | float | None


def chip_changes(before: Catalogue, after: Catalogue) -> list[ChipChange]:
    """How two catalogues differ, in the order of the newer one; then what is gone.

    Takes: `before` and `after`, catalogues.
    Gives: changes, a cell each.
    """
    old = {(chip.family, chip.name): chip for chip in before.chips}
    new = {(chip.family, chip.name): chip for chip in after.chips}
    found: list[ChipChange] = []
    for key, chip in new.items():
        if key not in old:
            found.append(ChipChange(chip.name, None, None, chip.family))
        else:
            found += _cells(old[key], chip)
    found += [ChipChange(c.name, None, c.family, None) for key, c in old.items() if key not in new]
    return found


def _cells(before: Chip, after: Chip) -> list[ChipChange]:
    return [
        ChipChange(after.name, column, getattr(before, column.key), getattr(after, column.key))
        for column in CHIP_COLUMNS
        if getattr(before, column.key) != getattr(after, column.key)
    ]
