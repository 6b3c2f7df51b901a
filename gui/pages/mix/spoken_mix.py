"""What a screen reader is told of the triangle: the mix, its value, and what the keys do."""

from __future__ import annotations

from collections.abc import Sequence

from engine.tables.catalogue import family_label, short_family_label
from engine.text import translate
from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.measures import percent
from gui.widgets.spoken import Number, Role, Spoken

PERCENT = 100.0


class SpokenMix(Spoken):
    """A slider of the first family's share, which says all three."""

    spoken_role = Role.Slider

    families: Sequence[str]
    picture: MixPicture | None
    _shares: dict[str, float]

    def spoken_value(self) -> str:
        pairs = (f"{family_label(f)} {percent(2, s)}" for f, s in self._shares.items())
        return ", ".join(pairs) + self._reading(tuple(self._shares.values()), ": ")

    def spoken_number(self) -> Number:
        return Number(self._shares[self.families[0]] * PERCENT, 0.0, PERCENT, 1.0)

    def take_number(self, value: float) -> None:
        self.give(self.families[0], value / PERCENT)

    def give(self, family: str, share: float) -> None:
        """Ask for another share of a family; the others follow in proportion."""
        raise NotImplementedError

    def spoken_description(self) -> str:
        first, second, third = (short_family_label(f) for f in self.families)
        return translate(
            "MixTriangle",
            "{mix}. Up and Down: {first}. Left and Right: between {second} and {third}. "
            "Shift: ten points, Ctrl: a tenth. Home: the default. The same shares can be set "
            "in the three fields that follow.",
        ).format(mix=self.spoken_value(), first=first, second=second, third=third)

    def _reading(self, shares: tuple[float, ...], before: str) -> str:
        picture = self.picture
        if picture is None:
            return ""
        measure = picture.question.measure
        return f"{before}{measure.words(picture.value(shares))}"
