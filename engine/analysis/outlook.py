"""Everything a report says of many worlds: bands, risk, supplier losses, price of the hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.analysis.hedge import Hedge, hedge
from engine.analysis.supplier_loss import SupplierLoss, supplier_loss
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Ensemble, Progress, all_columns, ensemble

OF_ENSEMBLE = 0.6  # of the time that all of it takes


@dataclass(frozen=True)
class Outlook:
    ensemble: Ensemble
    supplier_loss: SupplierLoss
    hedge: Hedge


def outlook(
    scenario: Scenario,
    draws: int | None = None,
    columns: Sequence[str] | None = None,
    *,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Outlook:
    """Bands of the `columns` (all that are numbers) and every risk measure.

    `progress` hears the ensemble's share first and the hedge's then, each as the part of the whole
    that it takes.

    Takes: `scenario`; `draws`, how many worlds, by default its own; `columns`, by default all that
        are numbers.
    Gives: Outlook.
    Raises: ValueError for no draws and for columns that there are not; Cancelled where `progress`
        says False.
    """

    def part(before: float, share: float) -> Progress | None:
        return None if progress is None else lambda done: progress(before + done * share)

    bands = ensemble(
        scenario,
        draws,
        all_columns(scenario.families) if columns is None else columns,
        concentration=True,
        backend=backend,
        progress=part(0.0, OF_ENSEMBLE),
    )
    priced = hedge(scenario, draws, backend=backend, progress=part(OF_ENSEMBLE, 1 - OF_ENSEMBLE))
    return Outlook(bands, supplier_loss(scenario), priced)
