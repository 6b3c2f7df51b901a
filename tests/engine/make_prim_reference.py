"""What `ema_workbench` finds in made-up worlds, and that the plain program finds the same.

    python -m venv build/prim
    build/prim/bin/pip install -c constraints.txt numpy ema_workbench==2.5.3
    PYTHONPATH=. build/prim/bin/python tests/engine/make_prim_reference.py

writes `prim_reference.json` anew, which the tests read. It is no extra of ours, for it brings
some thirty packages along (scikit-learn, statsmodels and seaborn among them).
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tests.engine.plain_prim import peeling

REFERENCE = Path(__file__).with_name("prim_reference.json")
SEEDS = range(6)
WORLDS = 400


def made_up(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """(input, world) even, lumpy, counted and idle inputs, and (world,) which worlds fail."""
    chance = np.random.Generator(np.random.Philox(key=seed))
    growth, price = chance.random((2, WORLDS))
    delay = np.where(chance.random(WORLDS) < 0.6, 0.0, 3 + 9 * chance.random(WORLDS))
    outages = np.floor(4 * chance.random(WORLDS) ** 3)
    idle = chance.random(WORLDS)
    stress = growth + 0.03 * delay + 0.1 * outages - 0.4 * price + 0.15 * idle
    return np.stack([growth, price, delay, outages, idle]), stress > np.quantile(stress, 0.8)


def main() -> None:
    import pandas
    from ema_workbench.analysis.prim import Prim

    found = []
    for seed in SEEDS:
        inputs, fails = made_up(seed)
        table = pandas.DataFrame(inputs.T, columns=[f"input {i}" for i in range(len(inputs))])
        box = Prim(table, fails.astype(int), threshold=0.01).find_box()
        rows = box.peeling_trajectory[["coverage", "density"]].to_numpy().tolist()
        plain = peeling(inputs, fails.tolist())
        # after the last peel it pastes as well
        assert len(rows) >= len(plain)
        np.testing.assert_allclose(rows[: len(plain)], plain, atol=1e-12)
        found.append(rows)
    REFERENCE.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
