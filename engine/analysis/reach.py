"""From a place in the unit cube to the nearest one where a number is what it should be."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from engine.model.arrays import Array

Misses = Callable[[Sequence[Array]], Array]

NUDGE = 1e-4  # of a slider, for slopes
SCAN_POINTS = 17  # along each lever
SCATTERED = 96  # places all over the cube
CORNERS_UP_TO = 6  # levers: of more not every corner is looked at
ROUNDS_NEARER = 12  # of the search for the smallest miss
ALONG = (17, 9, 9, 9)  # points on a way, and again between the two around the target
EXACT = 1e-12  # of a way
FIRST_WAYS = 16  # those to the nearest places
KEPT = 2  # ways that are followed further
ROUNDS = 40
FIRST_TURN, LAST_TURN = 0.5, 0.004  # how far a way is turned, of its length
WORTH_A_ROUND = 1e-4  # of the way: less gain, smaller turns
WORTH_A_LEVER = 0.005  # of the way: less gain, one lever less
A_HAIR = 1e-4  # of the way: what a new one has to be shorter
JUMP = 0.05  # of the first miss: what is left that far from the target's two sides is a jump
# Of a way, where slopes are looked at: beyond a target of 0 there often is none.
SHORT_OF_IT = (0.998, 0.95)
BLENDS = (1.0, 0.6, 0.3, 0.1)  # of a way with the slope at its end
MATES = 6  # good ways, from and to which another is turned
BY_CHANCE = 12  # turns a round
MOST_TURNED = 12  # levers turned in a round; of more, some by chance
FRACTIONS = (1.0, 0.5, 0.25, 0.1, 0.03, 0.01)  # of a step to where the tangent meets the target


class Reach:
    """The search. `misses` says of places how far above the target they are, NaN: undefined.

    Straight ways lead out of the start; a lever that comes to its end stays there. A way that
    meets the target is as good as it is short: how far its levers move, each along its slider, is
    added up. (A sum of squares would move every lever a little.) The first ways lead to places
    beyond the target, of a survey of single levers, corners and scattered places; the shortest are
    turned, towards the slope where they end and lever by lever, until no turn makes one shorter.
    """

    def __init__(self, start: Array, misses: Misses, tolerance: float, steps: Array) -> None:
        self._start, self._misses_of, self._tolerance = start, misses, tolerance
        self._steps = steps
        [self._miss] = misses([start])
        self._chance = np.random.Generator(np.random.Philox(key=len(start)))
        self.crossed = False  # whether a place beyond the target was seen
        self._free = np.ones(len(start), bool)  # what may move while ways are turned
        self.flat = True  # whether the number was the same everywhere

    def nearest(self) -> tuple[Array, float]:
        """The place found, and how far above the target the number is there.

        (lever,) [share of the slider], and a number in its own unit.
        """
        places = self._survey()
        found = self._look(places)
        beyond = [place for place, miss in zip(places, found, strict=True) if self._meets(miss)]
        if not beyond:
            place, miss = self._smallest_miss(places, found)
            if not self._meets(miss):
                return place, miss
            beyond = [place]
        self.crossed = True
        ways = self._pared(self._shortened(beyond))
        closest = self._exact(self._unit(beyond[0]), self._away(beyond[0]))
        for way, length in ways:
            place, miss = self._exact(way, length)
            if abs(miss) <= self._tolerance:
                return place, miss
            if abs(miss) < abs(closest[1]):
                closest = place, miss
        return closest

    # Looking around

    def _look(self, places: Sequence[Array]) -> list[float]:
        if not places:
            return []
        found = self._misses_of(places)
        if self.flat:
            alike = np.isnan(found) if np.isnan(self._miss) else found == self._miss
            self.flat = bool(np.all(alike))
        return [float(miss) for miss in found]

    def _meets(self, miss: float) -> bool:
        """Whether it is on the target, or on its other side."""
        if np.isnan(miss):
            return False
        return abs(miss) <= self._tolerance or (miss > 0) != (self._miss > 0)

    def _survey(self) -> list[Array]:
        levers = len(self._start)
        places = self._scan(self._start)
        if levers <= CORNERS_UP_TO:
            places += [np.array(corner) for corner in itertools.product((0.0, 1.0), repeat=levers)]
        slope = self._slope(self._start, self._miss)
        if slope.any():
            down = -np.sign(slope) * np.sign(self._miss)
            places.append(np.where(down == 0, self._start, (down > 0) * 1.0))
            places += [self._at(-slope * np.sign(self._miss), share) for share in (0.1, 0.3, 1.0)]
        scattered = self._chance.random((SCATTERED, levers))
        near = self._start + (scattered - self._start) * self._chance.random((SCATTERED, 1)) ** 2
        return [*places, *scattered[: SCATTERED // 2], *near[SCATTERED // 2 :]]

    def _scan(self, here: Array) -> list[Array]:
        places = []
        for i in range(len(here)):
            for position in np.linspace(0, 1, SCAN_POINTS):
                there = here.copy()
                there[i] = position
                places.append(there)
        return places

    def _smallest_miss(self, places: list[Array], found: list[float]) -> tuple[Array, float]:
        """The place that misses least, from several starts, or the first beyond the target."""
        size = np.where(np.isnan(found), np.inf, np.abs(found))
        starts = [(self._start, self._miss)]
        starts += [(places[i], found[i]) for i in np.argsort(size, kind="stable")[:KEPT]]
        best, smallest = self._start, self._miss
        for here, miss in starts:
            for _ in range(ROUNDS_NEARER):
                tried = self._steps_down(here, miss) + self._scan(here)
                there = self._look(tried)
                sizes = np.where(np.isnan(there), np.inf, np.abs(there))
                at = int(np.argmin(sizes))
                met = next((i for i, m in enumerate(there) if self._meets(m)), None)
                if met is not None:
                    return tried[met], there[met]
                if not np.isnan(miss) and sizes[at] >= abs(miss) * (1 - WORTH_A_ROUND):
                    break
                here, miss = tried[at], there[at]
            if np.isnan(smallest) or abs(miss) < abs(smallest) * (1 - EXACT):
                best, smallest = here, miss
        return best, float(smallest)

    def _slope(self, here: Array, miss: float) -> Array:
        """How fast the miss rises with each lever; 0 where that is not known."""
        nudged = []
        for i, step in enumerate(np.maximum(self._steps, NUDGE)):
            there = here.copy()
            there[i] += step if here[i] + step <= 1 else -step
            nudged.append(there)
        rise = np.array(self._look(nudged)) - miss
        run = np.array([there[i] - here[i] for i, there in enumerate(nudged)])
        return np.where(np.isfinite(rise), rise / run, 0.0)

    def _steps_down(self, here: Array, miss: float) -> list[Array]:
        """Fractions of the way to where the tangent reaches the target nearest to the start."""
        slope = self._slope(here, miss)
        aim, free = here.copy(), np.ones(len(here), bool)
        for _ in range(len(here)):  # what hits an end stays there, the others go further
            power = float(np.sum(slope[free] ** 2))
            if power == 0 or not np.isfinite(power) or not np.isfinite(miss):
                break
            held = float(np.sum(slope[~free] * (aim - here)[~free]))
            back = float(np.sum(slope[free] * (here - self._start)[free]))
            aim[free] = self._start[free] + slope[free] * (back - miss - held) / power
            over = free & ((aim < 0) | (aim > 1))
            if not over.any():
                break
            aim = np.clip(aim, 0, 1)
            free &= ~over
        return [here + fraction * (aim - here) for fraction in FRACTIONS]

    # Ways out of the start

    def _at(self, way: Array, length: float) -> Array:
        return np.asarray(np.clip(self._start + length * way, 0, 1))

    def _away(self, place: Array) -> float:
        return _long(place - self._start)

    def _unit(self, place: Array) -> Array:
        return np.asarray((place - self._start) / (self._away(place) or 1.0))

    def _shortened(self, beyond: Sequence[Array]) -> list[tuple[Array, float]]:
        """Ways that meet the target and how long each is until then, the shortest first."""
        first = sorted(beyond, key=self._away)[:FIRST_WAYS]
        ways = self._met([(self._unit(place), self._away(place)) for place in first])
        if not ways:
            return []
        kept = ways[:KEPT]
        turn = FIRST_TURN
        for _ in range(ROUNDS):
            before = kept[0][1]
            turned = [
                (way, length * (1 - A_HAIR))
                for old, length in kept
                for way in self._turned(old, length, turn, [way for way, _ in ways[:MATES]])
            ]
            ends = self._look([self._at(way, length) for way, length in turned])
            better = [(abs(miss), i) for i, miss in enumerate(ends) if self._meets(miss)]
            # those that are furthest beyond have met the target longest before
            promising = [turned[i] for _, i in sorted(better, reverse=True)[: 2 * KEPT]]
            found = self._met(promising)
            ways = sorted(ways + found, key=lambda pair: pair[1])[: 8 * KEPT]
            kept = self._apart(ways, turn)
            if kept[0][1] > before * (1 - WORTH_A_ROUND):
                turn /= 2
                if turn < LAST_TURN:
                    break
        return ways

    def _pared(self, ways: Sequence[tuple[Array, float]]) -> list[tuple[Array, float]]:
        """The shortest way without the levers that it hardly needs, and turned without them."""
        if not ways:
            return []
        way, length = ways[0]
        for i in np.argsort(np.abs(way)).tolist():
            fewer = np.where(np.arange(len(way)) == i, 0.0, way)
            if not way[i] or not fewer.any():
                continue
            longest = length * (1 + WORTH_A_LEVER)
            found = self._met([(fewer / _long(fewer), longest)])
            if found:
                way, length = found[0]
        self._free = way != 0
        begin = self._at(way, length)
        return sorted([(way, length), *self._shortened([begin])], key=lambda pair: pair[1])

    def _apart(self, ways: Sequence[tuple[Array, float]], turn: float) -> list[tuple[Array, float]]:
        """The shortest ways, of those that lead to the same place but one."""
        kept: list[tuple[Array, float]] = []
        for way, length in ways:
            if all(np.linalg.norm(way - other) > turn / 2 for other, _ in kept):
                kept.append((way, length))
        return kept[:KEPT]

    def _turned(
        self, way: Array, length: float, turn: float, mates: Sequence[Array]
    ) -> list[Array]:
        """Other ways: towards the slopes, away from the other good ways, by lever, by chance."""
        found = []
        for share in SHORT_OF_IT:
            place = self._at(way, share * length)
            slope = self._slope(place, self._look([place])[0])
            if slope.any():
                down = -slope / _long(slope) * np.sign(self._miss)
                steepest = np.where(np.abs(down) == np.max(np.abs(down)), np.sign(down), 0.0)
                found += [
                    (1 - blend) * way + blend * other
                    for other in (down, steepest)
                    for blend in BLENDS
                ]
        some = np.flatnonzero(self._free)
        if len(some) > MOST_TURNED:
            some = self._chance.permutation(some)[:MOST_TURNED]
        for i in some.tolist():
            for change in (turn, -turn, -float(way[i])):
                other = way.copy()
                other[i] += change
                found.append(other)
        found += [way + ahead * (way - mate) for mate in mates for ahead in (1.0, -0.5)]
        found += [way + turn * self._chance.normal(size=len(way)) for _ in range(BY_CHANCE)]
        found = [np.where(self._free, other, 0.0) for other in found]
        return [other / size for other in found if (size := _long(other)) > 0]

    def _met(self, ways: Sequence[tuple[Array, float]]) -> list[tuple[Array, float]]:
        """Where on each way the target is met first, the shortest first; without jumps."""
        low = np.zeros(len(ways))
        high = np.array([length for _, length in ways])
        left = np.full(len(ways), np.inf)
        for points in ALONG:
            shares = np.linspace(0, 1, points + 1)[1:]
            at = low[:, None] + (high - low)[:, None] * shares
            found = self._look(
                [self._at(way, t) for (way, _), line in zip(ways, at, strict=True) for t in line]
            )
            for k, line in enumerate(at):
                misses = found[k * points : (k + 1) * points]
                met = next((j for j, miss in enumerate(misses) if self._meets(miss)), None)
                if met is None:
                    left[k] = np.inf
                    continue
                left[k] = abs(misses[met])
                high[k] = line[met]
                low[k] = line[met - 1] if met else low[k]
        smooth = left <= max(JUMP * abs(self._miss), self._tolerance)
        if np.isnan(self._miss):
            smooth = np.isfinite(left)
        ends = [self._at(ways[k][0], float(high[k])) for k in np.flatnonzero(smooth).tolist()]
        pairs = [(self._unit(end), self._away(end)) for end in ends]
        return sorted(pairs, key=lambda pair: pair[1])

    def _exact(self, way: Array, length: float) -> tuple[Array, float]:
        """Where on the way the target is met first, or the side of a jump that misses less."""
        low, high = 0.0, length
        before, after = self._miss, self._look([self._at(way, length)])[0]
        while high - low > EXACT * length and abs(after) > 0:
            line = np.linspace(low, high, SCAN_POINTS)[1:]
            found = self._look([self._at(way, t) for t in line])
            met = next((i for i, miss in enumerate(found) if self._meets(miss)), None)
            if met is None:
                break
            if met:
                low, before = float(line[met - 1]), found[met - 1]
            high, after = float(line[met]), found[met]
            if high - low <= np.spacing(length):
                break
        if abs(before) < abs(after):  # never so where the number was undefined before
            return self._at(way, low), before
        return self._at(way, high), after


def _long(way: Array) -> float:
    return float(np.sum(np.abs(way)))
