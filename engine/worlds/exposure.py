"""Who makes the chips: the share of each family's supply that rests on each foundry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# TSMC makes the compute dies of all three lines. TPU: N5 and N3 (of v7 the sources differ on
# the node, not on the maker: Epoch AI's hardware table 2026-04, SemiAnalysis 2025-11).
# Trainium2 5 nm, Trainium3 3 nm: The Next Platform, 2025-12-03, from AWS's keynote. NVIDIA 4NP
# and N3: Epoch AI. Grade B. From 2028 a TPU's input and output die may come from Samsung, as
# the press reports; what is not confirmed is not counted.
FOUNDRY_OF_KNOWN: Mapping[str, Mapping[str, float]] = {
    "tpu": {"TSMC": 1.0},
    "trainium": {"TSMC": 1.0},
    "gpu": {"TSMC": 1.0},
}

# Of a family of the user's own nothing is known. TSMC is assumed, which makes about 90% of
# chips at 5 nm and below (secondary sources; its share of all foundry sales was 70 to 72% in
# 2025: TrendForce for Q2, Counterpoint for Q3). Grade C: an assumption.
FOUNDRY_OF_OTHERS: Mapping[str, float] = {"TSMC": 1.0}


def foundry_exposure(families: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """What each foundry makes of each family.

    Takes: `families`, names.
    Gives: by foundry the share of each family, in the families' order [share].
    """
    shares = [FOUNDRY_OF_KNOWN.get(family, FOUNDRY_OF_OTHERS) for family in families]
    foundries = dict.fromkeys(name for entry in shares for name in entry)
    return {name: tuple(entry.get(name, 0.0) for entry in shares) for name in foundries}
