"""What the page says of statements, observed values and verdicts. No Qt here."""

from __future__ import annotations

from engine.analysis.turning import Turn
from engine.analysis.verdicts import OWN, ClaimVerdict, Judgement
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.tables.series import SERIES
from engine.text import percent_sign, translate, written
from gui.pages.evidence.assumptions import lever_label, lever_text
from gui.words.month_names import month_words
from gui.words.value_texts import PERCENT, shown_unit, with_unit

NOTHING = "—"
FACTS = "facts"  # a licence of its own in the tables: what was said, and nothing of how
DIGITS = 4  # that count of a number whose series is not known
VERDICTS = {
    ClaimVerdict.HOLDS: QT_TRANSLATE_NOOP("Evidence", "holds"),
    ClaimVerdict.OFF: QT_TRANSLATE_NOOP("Evidence", "off"),
    ClaimVerdict.CONTRADICTED: QT_TRANSLATE_NOOP("Evidence", "contradicted"),
    ClaimVerdict.UNTOLD: QT_TRANSLATE_NOOP("Evidence", "not in the plan"),
    ClaimVerdict.CONTEXT: QT_TRANSLATE_NOOP("Evidence", "context"),
}
SIGNS = {
    ClaimVerdict.HOLDS: "✓",
    ClaimVerdict.OFF: "≈",
    ClaimVerdict.CONTRADICTED: "✗",
    ClaimVerdict.UNTOLD: "·",
    ClaimVerdict.CONTEXT: "·",
}
# the worst first, when sorted
ORDER = {
    ClaimVerdict.CONTRADICTED: 4.0,
    ClaimVerdict.OFF: 3.0,
    ClaimVerdict.HOLDS: 2.0,
    ClaimVerdict.UNTOLD: 1.0,
    ClaimVerdict.CONTEXT: 0.0,
}
ROLES = {
    ClaimVerdict.CONTRADICTED: "problem",
    ClaimVerdict.UNTOLD: "quiet",
    ClaimVerdict.CONTEXT: "quiet",
}
PARTS = {
    "article": QT_TRANSLATE_NOOP("Evidence", "The story"),
    "compute": QT_TRANSLATE_NOOP("Evidence", "Compute and power"),
    "deals": QT_TRANSLATE_NOOP("Evidence", "Deals"),
    "revenue": QT_TRANSLATE_NOOP("Evidence", "Revenue and customers"),
    "prices": QT_TRANSLATE_NOOP("Evidence", "Chips and prices"),
    OWN: QT_TRANSLATE_NOOP("Evidence", "Claims of your own"),
}
OVER = {
    "year": QT_TRANSLATE_NOOP("Evidence", "in the year to {month}"),
    "quarter": QT_TRANSLATE_NOOP("Evidence", "in the quarter to {month}"),
    "history": QT_TRANSLATE_NOOP("Evidence", "up to {month}"),
    "to_date": QT_TRANSLATE_NOOP("Evidence", "from the start to {month}"),
    "from": QT_TRANSLATE_NOOP("Evidence", "since {since}, to {month}"),
}
MADE = {
    "revenue_bn": QT_TRANSLATE_NOOP("Evidence", "Revenue"),
    "h100e_per_mw": QT_TRANSLATE_NOOP("Evidence", "H100 equivalents per megawatt"),
    "unserved_share": QT_TRANSLATE_NOOP("Evidence", "Revenue unserved, share"),
    "revenue_times_a_year_before": QT_TRANSLATE_NOOP("Evidence", "Revenue, times a year before"),
}
SHARE_OF_POWER = "it_power_share_"


def number(value: float | None, quantity: str) -> str:
    """A value in the digits that its series is written in; shares in percent."""
    if value is None:
        return NOTHING
    name = quantity.partition("@")[0]
    if name.startswith(SHARE_OF_POWER) or name == "unserved_share":
        return f"{written(value * PERCENT, ',.0f')}{percent_sign()}"
    if abs(value) >= 1000:
        return written(value, ",.0f").replace("-", "−")
    return written(float(f"{value:.{DIGITS - 1}g}"), ",.6g").replace("-", "−")


def interval(low: float | None, high: float | None, quantity: str) -> str:
    """What was said: from, to, or both."""
    if low is None:
        return translate("Evidence", "at most {value}").format(value=number(high, quantity))
    if high is None:
        return translate("Evidence", "at least {value}").format(value=number(low, quantity))
    text = translate("Evidence", "{low} to {high}")
    return text.format(low=number(low, quantity), high=number(high, quantity))


def when(quantity: str, month: str) -> str:
    """The month, or over what: `in the year to Dec 2025`."""
    window = quantity.partition("@")[2]
    said = month_words(month)
    if not window:
        return said
    kind, _, since = window.partition(":")
    text = translate("Evidence", OVER[kind])
    return text.format(month=said, since=month_words(since) if since else "")


def quantity_label(quantity: str) -> str:
    """What a quantity is called."""
    name = quantity.partition("@")[0]
    if name in MADE:
        return translate("Evidence", MADE[name])
    if name.startswith(SHARE_OF_POWER):
        text = translate("Evidence", "Share of IT power, {family}")
        return text.format(family=family_label(name.removeprefix(SHARE_OF_POWER)))
    own = [row for row in SERIES if f"{name}_".startswith(f"{row.key}_")]
    if not own:
        return name
    row = max(own, key=lambda row: len(row.key))
    family = name.removeprefix(row.key).lstrip("_")
    label = translate("Series", row.label)
    return f"{label}, {family_label(family)}" if family else label


def verdict_words(judgement: Judgement) -> str:
    """The verdict with its sign; how far off where it is."""
    verdict = judgement.verdict
    text = f"{SIGNS[verdict]} {translate('Evidence', VERDICTS[verdict])}"
    if verdict in (ClaimVerdict.OFF, ClaimVerdict.CONTRADICTED):
        off = written(judgement.off * PERCENT, "+,.0f").replace("-", "−")
        return f"{text} {off}{percent_sign()}"
    return text


def turn(found: Turn, start: str) -> str:
    """A value beyond which a statement turns: `Rebound below 100.7% (now 110%)`."""
    text = translate("Evidence", "{assumption} below {value} {unit} (now {now})")
    if found.end > found.now:
        text = translate("Evidence", "{assumption} above {value} {unit} (now {now})")
    row = found.lever.row
    unit = "" if row.is_date or row.is_share else shown_unit(row)
    said = text.format(
        assumption=lever_label(found.lever),
        value=with_unit(row, lever_text(found.lever, float(f"{found.at:.3g}"), start), unit),
        unit="",
        now=lever_text(found.lever, found.now, start),
    )
    return " ".join(filter(None, said.split(" "))).replace(" )", ")")


def counts(judgements: tuple[Judgement, ...]) -> str:
    """How many hold, are off, and are contradicted."""
    of = {verdict: sum(j.verdict is verdict for j in judgements) for verdict in ClaimVerdict}
    told = of[ClaimVerdict.HOLDS] + of[ClaimVerdict.OFF] + of[ClaimVerdict.CONTRADICTED]
    text = translate(
        "Evidence",
        "Of {told} statements that this plan can be held against, {holds} hold, {off} are off and "
        "{contradicted} are contradicted; {context} are context.",
    )
    return text.format(
        told=told,
        holds=of[ClaimVerdict.HOLDS],
        off=of[ClaimVerdict.OFF],
        contradicted=of[ClaimVerdict.CONTRADICTED],
        context=of[ClaimVerdict.CONTEXT] + of[ClaimVerdict.UNTOLD],
    )


def licence_words(licence: str) -> str:
    """Under what it may be passed on; facts are under none."""
    return translate("Evidence", "none is needed for facts") if licence == FACTS else licence
