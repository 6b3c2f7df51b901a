"""Who makes the chips: the share of each family's supply that rests on each foundry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# All three lines of chips are made by TSMC (TPU N3/N5, Trainium2 N5, Trainium3 N3, NVIDIA 4NP
# and N3): vendors' announcements and teardowns as listed by Epoch AI's hardware table
# (2026-04) and SemiAnalysis (2025-11). Grade B.
FOUNDRY_OF_KNOWN: Mapping[str, Mapping[str, float]] = {
    "tpu": {"TSMC": 1.0},
    "trainium": {"TSMC": 1.0},
    "gpu": {"TSMC": 1.0},
}

# Advanced nodes (5 nm and below) are about 90 % TSMC's (TrendForce and SIA/BCG, 2025): where
# else would a new family's chips be made? Grade C.
FOUNDRY_OF_OTHERS: Mapping[str, float] = {"TSMC": 1.0}


def foundry_exposure(families: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """For each foundry the share of each family, in the families' order, that it makes."""
    shares = [FOUNDRY_OF_KNOWN.get(family, FOUNDRY_OF_OTHERS) for family in families]
    foundries = dict.fromkeys(name for entry in shares for name in entry)
    return {name: tuple(entry.get(name, 0.0) for entry in shares) for name in foundries}
