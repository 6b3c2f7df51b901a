"""A report's summary in words: what it is, what it comes to, what binds, what differs. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine import PARAMETERS, Result
from engine.files.fingerprint import short_code
from engine.tables.catalogue import family_label
from engine.text import filled, joined, translate, written
from engine.values import PerFamily
from engine.version import PROGRAM_VERSION
from gui.charts.stretches import binding_stretches
from gui.report.content import Content, Order
from gui.report.table import Cell, Table
from gui.report.tables import Figure, figures
from gui.words.kpis import (
    chance_words,
    month_in,
    month_index,
    month_words,
    points_words,
    share_words,
)
from gui.words.sanitize import clean, one_line
from gui.words.signs import is_nought
from gui.words.units import money_words, price_words, some_money_words
from gui.words.value_texts import value_words

LONGEST_NAME = 200
LONGEST_NOTES = 4000
ENOUGH = 1e-3  # relative: less is not worth a word
MOST_STRETCHES = 6
TOLD = ("capacity_eflops", "facility_power_gw", "committed_bn", "usd_per_pflop_hour", "served")


def title(content: Content) -> str:
    return one_line(content.scenario.name, LONGEST_NAME)


def subtitle(order: Order) -> str:
    """What made it, on one line."""
    text = translate("Report", "Headroom {version}, {date}, data {code}")
    code = short_code(order.scenario)
    return filled(text, version=PROGRAM_VERSION, date=order.written, code=code)


def summary(content: Content) -> list[str]:
    """The paragraphs of the first page."""
    parts = [what_it_is(content), what_it_comes_to(content), what_binds(content)]
    if content.compared is not None:
        parts.append(what_differs(content, content.compared))
    if content.outlook is not None:
        parts.append(how_sure(content))
    return [part for part in parts if part]


def notes(content: Content) -> str:
    return clean(content.scenario.notes)[:LONGEST_NOTES].strip()


def what_it_is(content: Content) -> str:
    scenario, months = content.scenario, content.result.months
    text = translate(
        "Report", "The scenario runs from {first} to {last}; what is known ends with {known}."
    )
    known = month_words(months[min(scenario.as_of, len(months) - 1)])
    said = filled(text, first=month_words(months[0]), last=month_words(months[-1]), known=known)
    main = translate("Report", "Its main levers: {levers}.").format(levers=joined(_levers(content)))
    return f"{said} {main}"


def _levers(content: Content) -> Iterator[str]:
    for row in PARAMETERS:
        if row.role != "headline":
            continue
        value = getattr(content.scenario, row.key)
        label = translate("Parameter", row.label)
        if isinstance(value, PerFamily):
            shares = (f"{family_label(f)} {value_words(row, x)}" for f, x in value.items())
            yield f"{label} {', '.join(shares)}"
        elif isinstance(value, int | float):
            unit = "" if row.is_date or row.is_share else f" {translate('Unit', row.unit)}"
            yield f"{label} {value_words(row, value, content.scenario.start)}{unit}"


def what_it_comes_to(content: Content) -> str:
    result = content.result
    t = month_index(result, content.order.month)
    said = {figure.key: amount(figure, figure.of(result, t)) for figure in figures()}
    text = translate(
        "Report",
        "In {month} it comes to {capacity} of capacity against a demand of {demand} ({served} "
        "served), {power} of facility power of the {limit} there is, {chips}, {committed} signed "
        "for so far, and {unit_cost} of effective compute.",
    )
    return filled(
        text,
        month=month_words(result.months[t]),
        capacity=said["capacity_eflops"],
        demand=said["demand_eflops"],
        served=said["served"],
        power=said["facility_power_gw"],
        limit=said["power_limit_gw"],
        chips=said["chips"],
        committed=said["committed_bn"],
        unit_cost=said["usd_per_pflop_hour"],
    )


def amount(figure: Figure, value: float) -> str:
    """A number with its unit: $133.1 bn, 2.41 GW, 97.4%."""
    if value != value:
        return translate("Report", "undefined")
    if figure.unit == "$bn":
        return money_words(value)
    if figure.unit.startswith("$/"):
        return f"{price_words(value, figure.format)}{translate('Unit', figure.unit)[1:]}"
    sign = "−" if value < 0 else ""
    number = written(abs(value), figure.format)
    if figure.unit == "share":
        return f"{sign}{share_words(abs(value))}"
    return f"{sign}{number} {translate('Unit', figure.unit)}"


def what_binds(content: Content) -> str:
    found = binding_stretches(content.result)
    months = content.result.months
    said = [
        translate("Report", "{limit} from {first} to {last}").format(
            limit=limit_words(stretch.limit),
            first=month_words(months[stretch.first]),
            last=month_words(months[stretch.last - 1]),
        )
        for stretch in found[:MOST_STRETCHES]
    ]
    text = translate("Report", "What binds: {stretches}.").format(stretches=joined(said))
    left = len(found) - MOST_STRETCHES
    if left > 0:
        text += " " + translate("Report", "Then %n more change(s) of what binds.", "", left)
    return text


def limit_words(limit: str) -> str:
    words = {
        "demand": translate("Report", "demand itself, met as planned"),
        "supply": translate("Report", "chip supply"),
        "budget": translate("Report", "the investment budget"),
        "power": translate("Report", "facility power"),
    }
    return words.get(limit, limit)


def what_differs(content: Content, compared: Result) -> str:
    name = one_line(compared.scenario.name, LONGEST_NAME)
    rows = content.tables["differences"].rows
    if not rows:
        return translate("Report", "It does not differ from the baseline, “{name}”.").format(
            name=name
        )
    count = translate("Report", "%n difference(s)", "", len(rows))
    t = month_index(content.result, content.order.month)
    month = content.result.months[t]
    base = month_in(compared, month)
    if base is None:
        text = translate(
            "Report",
            "It has {count} from the baseline, “{name}”, which has no {month}: its months are "
            "{first} to {last}.",
        )
        first, last = (month_words(compared.months[place]) for place in (0, -1))
        when = month_words(month)
        return filled(text, name=name, count=count, month=when, first=first, last=last)
    said = [
        phrase
        for figure in figures()
        if figure.key in TOLD
        and (phrase := change(figure, figure.of(compared, base), figure.of(content.result, t)))
    ]
    if not said:
        text = translate(
            "Report", "It has {count} from the baseline, “{name}”; the figures are about the same."
        )
        return filled(text, name=name, count=count)
    text = translate("Report", "It has {count} from the baseline, “{name}”. In {month}: {changes}.")
    return filled(text, name=name, count=count, month=month_words(month), changes=joined(said))


def change(figure: Figure, before: float, after: float) -> str:
    """How a figure moved, in words; empty where it did not."""
    gap = after - before
    if not abs(gap) > ENOUGH * max(abs(before), abs(after)):
        return ""
    more = translate("Report", "{figure} {amount} more than {before}")
    less = translate("Report", "{figure} {amount} less than {before}")
    points = points_words(abs(gap)) if figure.unit == "share" else amount(figure, abs(gap))
    if is_nought(points):
        return ""
    text = more if gap > 0 else less
    return filled(text, figure=figure.label, amount=points, before=amount(figure, before))


def how_sure(content: Content) -> str:
    assert content.outlook is not None
    ensemble = content.outlook.ensemble
    risk = ensemble.risk
    if risk is None:
        return ""
    text = translate(
        "Report",
        "Over {draws} drawn worlds, from {first} to {last}: in {chance} of them a month is short; "
        "revenue unserved is {mean} on average and {worst} in the worst twentieth.",
    )
    first, last = (month_words(ensemble.months[t]) for t in risk.window)
    return filled(
        text,
        draws=written(ensemble.draws, ",d"),
        first=first,
        last=last,
        chance=chance_words(risk.chance_of_shortfall),
        mean=some_money_words(risk.unserved_revenue.mean),
        worst=some_money_words(risk.unserved_revenue.cvar95),
    )


def with_sources(table: Table) -> Table:
    """What numbers rest on, its sources in the reader's language; and what is said of none."""
    place = [column.heading for column in table.columns].index(translate("Report", "Source"))

    def told(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        source = row[place]
        text = translate("Report", "nobody says") if source is None else str(source)
        return (*row[:place], translate("Source", text), *row[place + 1 :])

    return replace(table, rows=tuple(told(row) for row in table.rows))


def split_from(name: str) -> str:
    """What the parts of a comparison are counted from."""
    return translate("Report", "Counted from “{name}” to each of the others.").format(name=name)


def unsplit(names: Sequence[str]) -> str:
    """That some scenarios of a comparison can't be had from the first by changes."""
    text = translate(
        "Report",
        "Not split into what each difference adds, as months or chips are not the same: {names}.",
    )
    return filled(text, names=", ".join(names))
