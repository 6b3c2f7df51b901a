"""Everything a report says of many worlds: bands, risk, supplier losses, price of the hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.analysis.hedge import Hedge, hedge
from engine.analysis.supplier_loss import SupplierLoss, supplier_loss
from engine.backend import NUMPY, Backend
from engine.ensemble import Ensemble, Progress, all_columns, ensemble
from engine.scenario import Scenario


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

    `progress` hears the ensemble's share as the first half and the hedge's as the second.
    """

    def half(done_before: float) -> Progress | None:
        return None if progress is None else lambda done: progress(done_before + done / 2)

    bands = ensemble(
        scenario,
        draws,
        all_columns(scenario.families) if columns is None else columns,
        concentration=True,
        backend=backend,
        progress=half(0.0),
    )
    priced = hedge(scenario, draws, backend=backend, progress=half(0.5))
    return Outlook(bands, supplier_loss(scenario), priced)
