"""The engine's front door: numbers only, NumPy and the standard library."""

from engine.catalogue import Catalogue, Chip, shipped_catalogue
from engine.document import Document, Version
from engine.files import load, save
from engine.problems import Problem, ScenarioError
from engine.result import Result
from engine.scenario import PARAMETERS, Scenario, parameter
from engine.series import SERIES, series
from engine.simulate import simulate, simulate_batch

__all__ = [
    "PARAMETERS",
    "SERIES",
    "Catalogue",
    "Chip",
    "Document",
    "Problem",
    "Result",
    "Scenario",
    "ScenarioError",
    "Version",
    "load",
    "parameter",
    "save",
    "series",
    "shipped_catalogue",
    "simulate",
    "simulate_batch",
]
