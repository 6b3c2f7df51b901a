"""What a report's numbers rest on: a short list, the weakest first. No Qt here.

Of capacity in its month, and of cost over the months to come; revenue unserved may be next to none,
and then anything moves it many times over. Ages are those of the day that it was written, so that a
report is the same whenever it is made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine import Scenario
from engine.analysis.footing import MOST, Footing, footing
from engine.analysis.kpi import at, total
from engine.text import translate
from engine.worlds.risk import default_window
from gui.report.table import Cell, Table, TableColumn
from gui.words.grounds import ground_label
from gui.words.sanitize import one_line

FEW = 5  # of each scenario of a comparison
DIGITS = 4  # of a share: beyond that two machines may differ
IN_THE_MONTH = "capacity_eflops"
OVER_THE_WINDOW = "economic_cost_bn"
SOURCE = 4  # the column of sources


def footing_of(scenario: Scenario, month: int, written: str, most: int = MOST) -> Footing:
    """What the main numbers of a scenario rest on, on the day of a report."""
    window = default_window(scenario)
    kpis = [at(IN_THE_MONTH, month), total(OVER_THE_WINDOW, *window)]
    return footing(scenario, kpis, day_of(written), most)


def day_of(written: str) -> date:
    """The day that a report says it was written on; the first of all where it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.min


def rests_table(found: Footing) -> Table:
    """A row a value."""
    return Table("rests", title(), _columns(), tuple(map(tuple, _rows(found))))


def compared_rests(names: Sequence[str], each: Sequence[Footing]) -> Table:
    """The same of several scenarios, each under its name."""
    rows = [(name, *row) for name, found in zip(names, each, strict=True) for row in _rows(found)]
    first = TableColumn(translate("Report", "Scenario"), checked=False)
    return Table("compared_rests", title(), (first, *_columns()), tuple(rows))


def title() -> str:
    return translate("Report", "What it rests on")


def said() -> str:
    """What the list is of."""
    return translate(
        "Report",
        "The values that move capacity or cost most between their 10% and 90% points; those least "
        "vouched for first.",
    )


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("key"),
        TableColumn(translate("Report", "Assumption"), checked=False),
        TableColumn(translate("Report", "Moves it"), format=".1%"),
        TableColumn(translate("Report", "Grade")),
        TableColumn(translate("Report", "Source")),
        TableColumn(translate("Report", "As of"), months=True),
    )


def _rows(found: Footing) -> list[tuple[Cell, ...]]:
    return [
        (
            foot.ground.key,
            ground_label(foot.ground),
            round(foot.moves, DIGITS),
            foot.ground.grade,
            one_line(foot.ground.source) or None,
            foot.ground.as_of or None,
        )
        for foot in found.feet
    ]
