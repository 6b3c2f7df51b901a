"""What a row of the input table is, and how a value is checked against its row."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field
from typing import Any, Literal

from engine.problems import Problem, ScenarioError, missing, shown
from engine.tables import plausible as ranges
from engine.tables.limits import allowed_families, exact, finite_number, one_of
from engine.tables.list_schema import A_MONTH, ListSchema
from engine.text import translate, written
from engine.values import PerFamily, Value

Kind = Literal[
    "number", "whole", "switch", "choice", "optional", "month", "anchors", "list", "per_family"
]
Role = Literal["headline", "decision", "assumption"]

MONTHS_PER_YEAR = 12
SHARES_SUM_TOLERANCE = 1e-9  # model, section 5, step 3
LATEST_ANCHOR_MONTH = 1200
SINCE_START = "months since start"  # the unit of a month of the calendar
MOST_ANCHORS = 500  # more is a damaged file
LEAST_ANCHOR_BN, LARGEST_ANCHOR_BN = 1e-9, 1e9  # $bn a year: a dollar; the world's has 1e5


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a `text` of a `context` for translation; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Parameter:
    """One row of the input table. Bounds, step and default are in `unit`."""

    key: str
    kind: Kind
    default: Value
    unit: str
    low: float | None
    high: float | None
    step: float
    scale: Literal["linear", "log"]
    group: str
    label: str
    help: str
    source: str
    grade: str
    role: Role
    whole: bool
    sums_to_one: bool
    bounds_text: tuple[str, str] | None = None
    newcomer: float | None = None  # of a family new to a scenario; None: the others' mean
    words: tuple[str, ...] = ()  # of a choice
    schema: ListSchema | None = None  # of a list: what its entries say
    may_lack: bool = False  # a file without it is one with the default
    assumed: bool = True  # not how it is computed: the horizon, the seed, how many draws
    # 10% and 90% points, of all families or by family; None: they follow from the grade
    plausible: ranges.Span | Mapping[str, ranges.Span] | None = field(default=None, hash=False)
    plausible_source: str = ""

    @property
    def per_family(self) -> bool:
        """Whether it is a number for each family."""
        return self.kind == "per_family"

    @property
    def is_number(self) -> bool:
        """Whether it is one number on a slider (an optional one included)."""
        return self.kind in ("number", "whole", "optional")

    @property
    def has_range(self) -> bool:
        """Whether it is a number, or some, that may plausibly be another."""
        return self.assumed and (self.is_number or self.per_family)

    @property
    def plausible_source_text(self) -> str:
        """Where its plausible range is from, in the reader's language."""
        if self.plausible_source:
            return translate("Source", self.plausible_source)
        return translate("Parameter", "grade {grade}").format(grade=self.grade)

    @property
    def allowed(self) -> str:
        """What a value may be, in words."""
        if self.kind == "month" and self.bounds_text:
            low, high = self.bounds_text
            text = translate("Problem", "allowed is a month from {low} to {high}")
            return text.format(low=low, high=high)
        if self.kind == "switch":
            return translate("Problem", "allowed is true or false")
        if self.kind == "anchors":
            text = translate(
                "Problem",
                "allowed is a list of 1 to {count} [month, $bn], months ascending from 0 to "
                "{latest}, values from {low} to {high}",
            )
            low, high = exact(LEAST_ANCHOR_BN), exact(LARGEST_ANCHOR_BN)
            return text.format(count=MOST_ANCHORS, latest=LATEST_ANCHOR_MONTH, low=low, high=high)
        if self.kind == "choice":
            return one_of(self.words)
        if self.schema is not None:
            return self.schema.allowed
        return self._allowed_numbers()

    def _allowed_numbers(self) -> str:
        assert self.low is not None
        assert self.high is not None
        if self.kind == "per_family" and self.whole:
            text = translate(
                "Problem", "allowed is a whole number from {low} to {high} {unit} for each family"
            )
        elif self.kind == "per_family":
            text = translate(
                "Problem", "allowed is a number from {low} to {high} {unit} for each family"
            )
        elif self.kind == "optional":
            text = translate("Problem", "allowed is a number from {low} to {high} {unit}, or none")
        elif self.whole:
            text = translate("Problem", "allowed is a whole number from {low} to {high} {unit}")
        else:
            text = translate("Problem", "allowed is a number from {low} to {high} {unit}")
        return text.format(low=exact(self.low), high=exact(self.high), unit=self.unit_text)

    @property
    def is_date(self) -> bool:
        """Whether it is a month of the calendar, counted from the scenario's first."""
        return self.unit == SINCE_START

    @property
    def is_name(self) -> bool:
        """Whether it is a number that stands for itself, with none nearer than another: a seed."""
        return self.unit == "integer"

    @property
    def is_share(self) -> bool:
        """Whether it is a part, its yearly rate or a chance: read and written in percent."""
        return self.unit.startswith("share")

    @property
    def label_text(self) -> str:
        """The label in the reader's language."""
        return translate("Parameter", self.label)

    @property
    def help_text(self) -> str:
        """The help in the reader's language."""
        return translate("Parameter", self.help)

    @property
    def unit_text(self) -> str:
        """The unit in the reader's language."""
        return translate("Unit", self.unit)

    @property
    def group_text(self) -> str:
        """The group in the reader's language."""
        return translate("Group", self.group)

    @property
    def source_text(self) -> str:
        """The source in the reader's language."""
        return translate("Source", self.source)

    def check(self, value: object, families: Sequence[str]) -> Value:
        """A value in its canonical type.

        Takes: `value`; `families`, names.
        Gives: the value [`unit`].
        Raises: ScenarioError naming key, value, range.
        """
        return _CHECKS[self.kind](self, value, families)

    def refuse(self, value: object, key: str = "", why: str = "") -> ScenarioError:
        """That a `value` of a `key` can't be, and `why`. Gives: the error, to raise."""
        return ScenarioError(Problem(key or self.key, shown(value), why or self.allowed))

    @staticmethod
    def of(declared: Field[Any], group: str) -> Parameter:
        """The row that a dataclass field declares.

        Takes: `declared`, the field; `group`, its name.
        Gives: Parameter.
        Raises: TypeError for a slip in the table, at import.
        """
        row = Parameter(
            key=declared.name,
            group=group,
            default=declared.default if declared.default is not MISSING else None,
            **declared.metadata,
        )
        texts = (row.unit, row.label, row.help, row.source)
        if not all(texts) or row.grade not in ("A", "B", "C"):
            raise TypeError(f"{row.key}: a text or the grade is missing")
        if row.is_number or row.per_family:
            if row.low is None or row.high is None or not row.low < row.high or row.step <= 0:
                raise TypeError(f"{row.key}: bounds or step are wrong")
            if row.scale == "log" and row.low <= 0:
                raise TypeError(f"{row.key}: a log scale needs bounds above 0")
        ranges.check(row)
        families = tuple(row.default) if isinstance(row.default, PerFamily) else ()
        row.check(row.default, families)
        return row


def _row(kind: Kind, default: Any, **metadata: Any) -> Any:
    settings: dict[str, Any] = {
        "low": None,
        "high": None,
        "step": 1.0,
        "scale": "linear",
        "role": "assumption",
        "whole": False,
        "sums_to_one": False,
        "kind": kind,
    }
    return field(default=default, metadata=settings | metadata)


def number(default: float, **metadata: Any) -> Any:
    """A row of one number: its `default`, and other `metadata`. Gives: a dataclass field."""
    return _row("number", float(default), **metadata)


def whole(default: int, **metadata: Any) -> Any:
    """A row of one whole number: its `default`, and other `metadata`. Gives: a dataclass field."""
    return _row("whole", default, whole=True, **metadata)


def optional(default: float | None, **metadata: Any) -> Any:
    """A row of one number or none: its `default`, other `metadata`. Gives: a dataclass field."""
    return _row("optional", None if default is None else float(default), **metadata)


def switch(default: bool, **metadata: Any) -> Any:
    """A row of yes or no: its `default`, and other `metadata`. Gives: a dataclass field."""
    return _row("switch", default, low=0, high=1, **metadata)


def month(default: str, *, low: str, high: str, **metadata: Any) -> Any:
    """A row of a month: `default`, `low`, `high`, other `metadata`. Gives: a dataclass field."""
    return _row("month", default, bounds_text=(low, high), **metadata)


def anchors(default: tuple[tuple[int, float], ...], **metadata: Any) -> Any:
    """A row of known points: its `default`, and other `metadata`. Gives: a dataclass field."""
    return _row("anchors", default, **metadata)


def choice(default: str, *, words: tuple[str, ...], **metadata: Any) -> Any:
    """A row of one word: `default`, the `words`, other `metadata`. Gives: a dataclass field."""
    return _row("choice", default, words=words, **metadata)


def entries(schema: ListSchema, **metadata: Any) -> Any:
    """A row of entries, at first none: `schema`, other `metadata`. Gives: a dataclass field."""
    return _row("list", (), schema=schema, **metadata)


def per_family(default: Mapping[str, float], **metadata: Any) -> Any:
    """A row of a number a family: its `default`, other `metadata`. Gives: a dataclass field."""
    kind = int if metadata.get("whole") else float  # as a file's values are when read
    values = {family: kind(value) for family, value in default.items()}
    return _row("per_family", PerFamily(values), **metadata)


@functools.lru_cache(maxsize=1024)  # a run asks for each chip's month, always the same
def month_number(text: str) -> int:
    """The month of a `text` YYYY-MM [months since year 0]. Gives: int. Raises: ValueError."""
    if not MONTH_PATTERN.fullmatch(text):
        raise ValueError(f"month {text!r}: allowed is YYYY-MM")
    year, month_of_year = text.split("-")
    return int(year) * MONTHS_PER_YEAR + int(month_of_year) - 1


def month_text(number_of_month: int) -> str:
    """YYYY-MM of a `number_of_month` [months since year 0]."""
    year, month_of_year = divmod(number_of_month, MONTHS_PER_YEAR)
    return f"{year:04d}-{month_of_year + 1:02d}"


MONTH_PATTERN = A_MONTH


def _check_number(row: Parameter, value: object, key: str = "") -> float | int:
    result = finite_number(value)
    if result is None or row.low is None or row.high is None:
        raise row.refuse(value, key)
    if not row.low <= result <= row.high or (row.whole and result != int(result)):
        raise row.refuse(value, key)
    return int(result) if row.whole else result


def _check_plain(row: Parameter, value: object, families: Sequence[str]) -> Value:
    return _check_number(row, value)


def _check_optional(row: Parameter, value: object, families: Sequence[str]) -> Value:
    return None if value is None else _check_number(row, value)


def _check_switch(row: Parameter, value: object, families: Sequence[str]) -> Value:
    if isinstance(value, bool) or finite_number(value) in (0.0, 1.0):
        return bool(value)
    raise row.refuse(value)


def _check_month(row: Parameter, value: object, families: Sequence[str]) -> Value:
    assert row.bounds_text is not None
    if not isinstance(value, str) or not MONTH_PATTERN.fullmatch(value):
        raise row.refuse(value)
    if not row.bounds_text[0] <= value <= row.bounds_text[1]:
        raise row.refuse(value)
    return value


def _check_anchors(row: Parameter, value: object, families: Sequence[str]) -> Value:
    if not isinstance(value, list | tuple) or not 0 < len(value) <= MOST_ANCHORS:
        raise row.refuse(value)
    checked: list[tuple[int, float]] = []
    for index, pair in enumerate(value):
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            raise row.refuse(pair, f"{row.key}[{index}]")
        at, level = finite_number(pair[0]), finite_number(pair[1])
        first_allowed = checked[-1][0] + 1 if checked else 0
        if (
            at is None
            or level is None
            or at != int(at)
            or (not checked and at != 0)
            or not first_allowed <= at <= LATEST_ANCHOR_MONTH
            or not LEAST_ANCHOR_BN <= level <= LARGEST_ANCHOR_BN
        ):
            raise row.refuse(pair, f"{row.key}[{index}]")
        checked.append((int(at), level))
    return tuple(checked)


def _check_per_family(row: Parameter, value: object, families: Sequence[str]) -> Value:
    if not isinstance(value, Mapping):
        raise row.refuse(value)
    unknown = [name for name in value if name not in families]
    if unknown:
        raise row.refuse(
            value[unknown[0]],
            f"{row.key}.{shown(unknown[0], quote=False)}",
            allowed_families(families),
        )
    lacking = [name for name in families if name not in value]
    if lacking:
        raise ScenarioError(Problem(f"{row.key}.{lacking[0]}", missing(), row.allowed))
    checked = PerFamily({f: _check_number(row, value[f], f"{row.key}.{f}") for f in families})
    total = math.fsum(checked.values())
    if row.sums_to_one and abs(total - 1) > SHARES_SUM_TOLERANCE:
        why = translate("Problem", "sums to {total}; the families must sum to 1")
        raise row.refuse(dict(checked), why=why.format(total=written(total, ".10g")))
    return checked


def _check_choice(row: Parameter, value: object, families: Sequence[str]) -> Value:
    if not isinstance(value, str) or value not in row.words:
        raise row.refuse(value)
    return value


def _check_list(row: Parameter, value: object, families: Sequence[str]) -> Value:
    assert row.schema is not None
    return row.schema.check(row.key, value, families)


_CHECKS: dict[Kind, Callable[[Parameter, object, Sequence[str]], Value]] = {
    "number": _check_plain,
    "whole": _check_plain,
    "optional": _check_optional,
    "switch": _check_switch,
    "choice": _check_choice,
    "month": _check_month,
    "anchors": _check_anchors,
    "list": _check_list,
    "per_family": _check_per_family,
}
