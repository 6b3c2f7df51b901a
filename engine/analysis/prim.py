"""The patient rule induction method: the box of inputs that best holds the worlds that fail.

J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and
Computing 9 (1999) 123; for futures that fail, B. P. Bryant and R. J. Lempert, "Thinking inside
the box", Technological Forecasting and Social Change 77 (2010) 34.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.model.arrays import Array, Places, Truths

Way = Literal["by the box", "by the edge"]
Aim = Literal["balance", "density"]

PEEL = 0.05  # share of the worlds left that one peel takes off, or more where values are equal
SMALLEST_BOX = 0.05  # of all worlds: fewer worlds tell little
CLEARLY = 0.03  # of balance: what another way to peel has to gain
WORTH_A_CUT = 0.01  # of balance
SAME = 1e-12  # shares that differ by less are alike
LOW, HIGH = 0, 1


@dataclass(frozen=True)
class Box:
    """Lowest and highest value of each input (2, input), both inside; infinite where open."""

    ends: Array

    @staticmethod
    def open(inputs: int) -> Box:
        """The box of all that there is.

        Takes: `inputs`, how many.
        Gives: Box.
        """
        return Box(np.stack([np.full(inputs, -np.inf), np.full(inputs, np.inf)]))

    @property
    def low(self) -> Array:
        """(input,) lowest value of each [the input's unit]; -inf where open."""
        return np.asarray(self.ends[LOW])

    @property
    def high(self) -> Array:
        """(input,) highest value of each [the input's unit]; inf where open."""
        return np.asarray(self.ends[HIGH])

    @property
    def limits(self) -> list[tuple[int, int]]:
        """Its closed ends, as (side, input)."""
        return [(int(side), int(i)) for side, i in np.argwhere(np.isfinite(self.ends))]

    def holds(self, inputs: Array) -> Truths:
        """Whether each world is inside.

        Takes: `inputs` (input, world) [each input's unit].
        Gives: (world,) booleans.
        """
        above = inputs >= self.low[:, None]
        return np.asarray((above & (inputs <= self.high[:, None])).all(axis=0))

    def having(self, side: int, i: int, value: float) -> Box:
        """The box with one end at another value.

        Takes: `side`, LOW or HIGH; `i`, the input's place; `value` [the input's unit].
        Gives: Box.
        """
        ends = self.ends.copy()
        ends[side, i] = value
        return Box(ends)

    def without(self, side: int, i: int) -> Box:
        """The box with one end open.

        Takes: `side`, LOW or HIGH; `i`, the input's place.
        Gives: Box.
        """
        return self.having(side, i, -np.inf if side == LOW else np.inf)


@dataclass(frozen=True)
class Score:
    """How well a box tells.

    `coverage` is the share of the failing worlds inside, `density` the share of the worlds
    inside that fail, `balance` the coverage less the share of the other worlds inside (W. J.
    Youden, "Index for rating diagnostic tests", Cancer 3 (1950) 32).
    """

    coverage: float
    density: float
    balance: float = 0.0

    def reaches(self, least: Score) -> bool:
        """Whether neither coverage nor density is lower than that of `least`.

        Takes: `least`, a score.
        """
        covers = self.coverage >= least.coverage - SAME
        return covers and self.density >= least.density - SAME


NOTHING = Score(0.0, 0.0)


class Search:
    """Boxes of `inputs` (input, world) around the worlds that fail (world,): some, not all."""

    def __init__(self, inputs: Array, fails: Truths) -> None:
        self._inputs, self._fails = inputs, fails
        self._worlds, self._failing = len(fails), int(fails.sum())
        self._smallest = SMALLEST_BOX * self._worlds

    def score(self, box: Box) -> Score:
        """How well a box tells.

        Takes: `box`.
        Gives: Score.
        """
        inside = box.holds(self._inputs)
        count, failing = int(inside.sum()), int(self._fails[inside].sum())
        others = (count - failing) / (self._worlds - self._failing)
        coverage = failing / self._failing
        return Score(coverage, failing / count if count else 0.0, coverage - others)

    def best(self, least: Score) -> Box | None:
        """The box of the best balance that reaches `least`; None where none is found.

        Of the boxes on each way the best is taken, its ends are moved to where they serve best
        (pasting is one such move), and those that it can do without are left away; neither its
        coverage nor its density suffers. The way that the literature peels is preferred to
        others that are not clearly better.

        Takes: `least`, a score.
        Gives: Box, or None.
        Source: J. H. Friedman and N. I. Fisher 1999, Statistics and Computing 9.
        """
        ways = [self.peeled("by the box"), self.peeled("by the edge"), self.cut()]
        best: tuple[float, Box] | None = None
        for boxes in ways:
            start = self._best_of(boxes, least)
            if start is None:
                continue
            kept = self.score(start)
            box = self._spared(self._moved(start, kept, "balance"), kept)
            balance = self.score(box).balance
            if best is None or balance > best[0] + CLEARLY:
                best = balance, box
        return self._pasted(ways, least) if best is None else best[1]

    def _pasted(self, ways: Sequence[Sequence[Box]], least: Score) -> Box | None:
        """A box that reaches `least` once its ends are moved to where it is densest."""
        for boxes in ways:
            for box in reversed(boxes):
                if self.score(box).coverage < least.coverage - SAME:
                    continue
                dense = self._moved(box, least, "density")
                if self.score(dense).reaches(least):
                    return self._spared(dense, least)
        return None

    def _best_of(self, boxes: Sequence[Box], least: Score) -> Box | None:
        """The first of the best balance among those that reach `least`."""
        reaching = [box for box in boxes if self.score(box).reaches(least)]
        return max(reaching, key=lambda box: self.score(box).balance, default=None)

    # Peeling

    def peeled(self, way: Way) -> list[Box]:
        """The whole space, and what is left after each peel.

        What a peel gains is counted for each world that it takes off, or an edge with many
        worlds would always win. `by the box` it is the rise in the share of failing worlds
        (their paper's section 14.6, and what `ema_workbench` does); `by the edge` it is how
        much rarer they are on the edge, which is kinder to small edges: there what lies before
        a lump of equal values is tried by itself as well.

        Takes: `way`, how the gain of a peel is counted.
        Gives: boxes, the widest first.
        """
        inside = np.arange(self._worlds)
        boxes = [Box.open(len(self._inputs))]
        while (peel := self._peel(boxes[-1], inside, way)) is not None:
            box, inside = peel
            boxes.append(box)
        return boxes

    def _peel(self, box: Box, inside: Places, way: Way) -> tuple[Box, Places] | None:
        """The box less the edge whose going gains most, and the worlds still in it.

        An edge holds a twentieth of the worlds, and all whose value is that of its last one.
        Where two gain as much, an input that has a limit already comes first.
        """
        here, fails = self._inputs[:, inside], self._fails[inside]
        before, failing = len(inside), int(fails.sum())
        at = [int((before - 1) * PEEL), int(np.ceil((before - 1) * (1 - PEEL)))]
        marks = np.partition(here, at, axis=1)[:, at]
        limited = np.asarray(np.isfinite(box.ends).any(axis=0))
        best = (0.0, True)
        found: tuple[int, int, Truths] | None = None
        for i, row in enumerate(here):
            low, high = marks[i]
            tried = [(HIGH, row < high), (LOW, row > low)]
            if way == "by the edge":
                tried += [(HIGH, row <= high), (LOW, row >= low)]
            for side, kept in tried:
                left = int(kept.sum())
                if left == before or left < self._smallest:
                    continue
                failing_left = int(fails[kept].sum())
                gain = (failing_left / left - failing / before) / (before - left)
                if way == "by the edge":
                    gain *= left
                if gain > 0 and (gain, bool(limited[i])) > best:
                    best, found = (gain, bool(limited[i])), (side, i, kept)
        if found is None:
            return None
        side, i, kept = found
        left_inside = inside[kept]
        values = self._inputs[i, left_inside]
        end = float(values.min() if side == LOW else values.max())
        return box.having(side, i, end), left_inside

    # Cutting

    def cut(self) -> list[Box]:
        """The whole space, and what is left after each cut at the best place of all.

        Not patient, but where few worlds are drawn chance rules which twentieth goes first, and a
        cut weighs all worlds at once. Boxes, the widest first.
        """
        boxes, reached = [Box.open(len(self._inputs))], 0.0
        everywhere = [(side, i) for i in range(len(self._inputs)) for side in (LOW, HIGH)]
        while True:
            cuts = [self._move(boxes[-1], side, i, NOTHING, "balance") for side, i in everywhere]
            gained, box = max(cuts, key=lambda pair: pair[0])
            if gained < reached + WORTH_A_CUT:
                return boxes
            reached = gained
            boxes.append(box)

    # Moving the ends

    def settled(self, box: Box) -> Box:
        """The box with its closed ends where its balance is best.

        Takes: `box`.
        Gives: Box.
        """
        return self._moved(box, NOTHING, "balance")

    def _moved(self, box: Box, least: Score, aim: Aim) -> Box:
        """The box with its closed ends moved, out or in, one after the other while that helps.

        Each goes where `aim` is highest among all places at which `least` is reached.
        """
        now = self.score(box)
        reached = now.balance if aim == "balance" else now.density
        while True:
            moves = [self._move(box, side, i, least, aim) for side, i in box.limits]
            gained, moved = max(moves, key=lambda pair: pair[0], default=(reached, box))
            if gained <= reached + SAME:
                return box
            reached, box = gained, moved

    def _move(self, box: Box, side: int, i: int, least: Score, aim: Aim) -> tuple[float, Box]:
        """What the best place for one end gives, and the box with it."""
        inside = box.without(side, i).holds(self._inputs)
        values, fails = self._inputs[i, inside], self._fails[inside]
        order = np.argsort(-values if side == LOW else values, kind="stable")
        line = values[order]
        last = np.append(line[1:] != line[:-1], True)  # of those with the same value
        count = np.flatnonzero(last) + 1
        failing = np.cumsum(fails[order])[last]
        coverage, density = failing / self._failing, failing / count
        aims = density
        if aim == "balance":
            aims = coverage - (count - failing) / (self._worlds - self._failing)
        allowed = (coverage >= least.coverage - SAME) & (density >= least.density - SAME)
        aims = np.where(allowed & (count >= self._smallest), aims, -np.inf)
        if not np.isfinite(aims).any():
            return -np.inf, box
        at = int(np.argmax(aims))
        if at == len(count) - 1:
            return float(aims[at]), box.without(side, i)
        return float(aims[at]), box.having(side, i, float(line[last][at]))

    def _spared(self, box: Box, least: Score) -> Box:
        """The box without the ends that it can do without, the others moved in their place."""
        while True:
            fewer = [
                self._moved(box.without(side, i), Score(least.coverage, 0.0), "balance")
                for side, i in box.limits
            ]
            fewer += [
                self._moved(wide, Score(least.coverage, 0.0), "density")
                for wide in fewer
                if not self.score(wide).reaches(least)
            ]
            scored = [(self.score(one), one) for one in fewer]
            good = [(score.balance, one) for score, one in scored if score.reaches(least)]
            if not good:
                return box
            box = max(good, key=lambda pair: pair[0])[1]
