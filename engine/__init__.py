"""The engine's front door: numbers only, NumPy and the standard library."""

import engine.loading  # noqa: F401 - before all else, as what follows takes a moment
from engine.analysis.backtest import Backtest, backtest
from engine.files.document import Document, Version
from engine.files.scenario_files import load, save
from engine.model.arrays import Array
from engine.problems import Problem, ScenarioError
from engine.run.result import Result
from engine.run.simulate import simulate, simulate_batch
from engine.tables.catalogue import Catalogue, Chip, shipped_catalogue
from engine.tables.observed import Observed, observed
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.tables.series import SERIES, series

__all__ = [
    "PARAMETERS",
    "SERIES",
    "Array",
    "Backtest",
    "Catalogue",
    "Chip",
    "Document",
    "Observed",
    "Problem",
    "Result",
    "Scenario",
    "ScenarioError",
    "Version",
    "backtest",
    "load",
    "observed",
    "parameter",
    "save",
    "series",
    "shipped_catalogue",
    "simulate",
    "simulate_batch",
]
