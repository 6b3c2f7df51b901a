"""What SALib and SciPy make of joint draws, for `rank_correlation` to be held against.

    pip install --target FOLDER SALib
    PYTHONPATH=FOLDER:. python tests/engine/make_rank_reference.py

writes `rank_reference.json` anew, which the tests read: neither is a dependency of theirs. Of each
shipped scenario and number: the order of the levers by SALib's delta (Borgonovo's, after Plischke)
and PAWN over 2,048 draws of another seed, and SciPy's `spearmanr` over our own 1,024.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from engine.analysis import asked
from engine.analysis.kpi import Kpi, at, total, values
from engine.analysis.rank_correlation import BLOCK, DRAWS, joint_draws, moved_together
from engine.analysis.variants import Lever, levers
from engine.files.scenario_files import load
from engine.tables.scenario import Scenario

HERE = Path(__file__).parent
SCENARIOS = HERE.parent.parent / "resources" / "scenarios"
REFERENCE = HERE / "rank_reference.json"
NAMES = ("article_2025_10", "public_record_2026_11", "one_supplier_gpu", "power_starved")
MANY = 2048
OTHER_SEED = 1


def scenario(name: str) -> Scenario:
    """A shipped one. Gives: Scenario."""
    return load(SCENARIOS / f"{name}.headroom").scenario


def kpis(of: Scenario) -> dict[str, Kpi]:
    """Two numbers that a planner asks for: one smooth, one nothing in most worlds."""
    last = of.horizon_months - 1
    return {
        "cost": at("npv_economic_cost_bn", last),
        "unserved": total("unserved_revenue_bn", of.as_of + 1, last),
    }


def name_of(lever: Lever) -> str:
    """KEY or KEY.FAMILY."""
    return f"{lever.key}.{lever.family}" if lever.family else lever.key


def sample(of: Scenario, draws: int, seed: int) -> tuple[list[Lever], list[Scenario], Any]:
    """Levers that move, the scenarios drawn, and where each lever stands: (draw, lever)."""
    ranges = asked.ranges(levers(of), of, all_of_them=False)
    ranges = {lever: (low, high) for lever, (low, high) in ranges.items() if low < high}
    runs = moved_together(of, joint_draws(ranges, draws, seed))
    return list(ranges), runs, np.array([[x.value(run) for x in ranges] for run in runs])


def of_all(runs: list[Scenario], kpi: Kpi) -> Any:
    """The number of each run, in blocks."""
    blocks = [values(runs[i : i + BLOCK], kpi) for i in range(0, len(runs), BLOCK)]
    return np.concatenate(blocks)


def main() -> None:
    """Write the file."""
    from SALib.analyze import delta, pawn
    from scipy.stats import spearmanr

    warnings.simplefilter("ignore")
    found: dict[str, Any] = {}
    for name in NAMES:
        of = scenario(name)
        chosen, runs, places = sample(of, MANY, OTHER_SEED)
        ours, our_runs, our_places = sample(of, DRAWS, of.seed)
        assert ours == chosen
        names = [name_of(lever) for lever in chosen]
        bounds = np.array([places.min(axis=0), places.max(axis=0)]).T.tolist()
        problem = {"num_vars": len(names), "names": names, "bounds": bounds}
        for what, kpi in kpis(of).items():
            y = of_all(runs, kpi)
            by_delta = np.asarray(
                delta.analyze(problem, places, y, num_resamples=2, seed=1, method="delta")[
                    "delta_raw"
                ]
            )
            by_pawn = pawn.analyze(problem, places, y, S=10, seed=1)["median"]
            our_y = of_all(our_runs, kpi)
            largest = np.max(np.abs(our_y))
            tied = np.round(our_y / largest, 9) if largest > 0 else our_y
            rho = [float(spearmanr(our_places[:, i], tied)[0]) for i in range(len(names))]
            found[f"{name} {what}"] = {
                "delta": _ordered(names, by_delta)[:10],
                "pawn": _ordered(names, by_pawn)[:10],
                "spearman": _ordered(names, np.abs(rho), rho)[:20],
            }
            print(name, what, *(f"{x}={v:.3f}" for x, v in found[f"{name} {what}"]["delta"][:5]))
    REFERENCE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _ordered(names: list[str], by: Any, shown: Any = None) -> list[tuple[str, float]]:
    values_shown = by if shown is None else shown
    by = np.nan_to_num(by, nan=-1.0)  # a density that is all in one point has none
    return [(names[i], float(values_shown[i])) for i in np.argsort(-np.asarray(by), kind="stable")]


if __name__ == "__main__":
    main()
