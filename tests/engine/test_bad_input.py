"""Whatever a file holds, the command line says in one line what is wrong, and writes nothing."""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine import __main__ as command_line
from engine.files.file_text import OUTSIDE_PARAMETERS
from engine.files.scenario_files import Document, load, parse, text_of
from engine.problems import ScenarioError
from engine.tables.parameter import LARGEST_ANCHOR_BN, Parameter, month_number, month_text
from engine.tables.scenario import PARAMETERS, Scenario

BOUNDED = [row for row in PARAMETERS if row.low is not None and row.kind != "switch"]
TEXT = text_of(Document(Scenario()))
WHOLE: dict[str, Any] = json.loads(TEXT)

Refused = Callable[[bytes | str], str]


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Run a file of these bytes; give the one line on stderr after checking how it failed."""

    def run(content: bytes | str) -> str:
        file, out = tmp_path / "bad.headroom", tmp_path / "out.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = command_line.main(["run", str(file), "--csv", str(out)])
        assert os.listdir(tmp_path) == ["bad.headroom"]
        return one_line(code, capsys, file)

    return run


def one_line(code: int, capsys: pytest.CaptureFixture[str], file: Path) -> str:
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1
    assert printed.err.endswith("\n")
    assert printed.err.startswith(f"{file}: ")
    assert "Traceback" not in printed.err
    return printed.err.removeprefix(f"{file}: ").rstrip("\n")


def with_value(key: str, value: object) -> str:
    """The default scenario's file with one value changed."""
    content = copy.deepcopy(WHOLE)
    (content if key in (*OUTSIDE_PARAMETERS, "name", "notes") else content["parameters"])[key] = (
        value
    )
    return json.dumps(content)


def wrap(row: Parameter, value: object) -> object:
    """`value` for the first family of a per-family row, and plain for others."""
    if not row.per_family:
        return value
    return {**WHOLE["parameters"][row.key], "tpu": value}


def where(row: Parameter) -> str:
    return f"{row.key}.tpu" if row.per_family else row.key


# Values


def exact(number: float) -> str:
    """All digits and no exponent."""
    return format(Decimal(repr(number)).normalize(), "f")


@pytest.mark.parametrize("row", BOUNDED, ids=lambda row: row.key)
@pytest.mark.parametrize("side", ["low", "high"])
def test_that_a_value_just_out_of_bounds_is_refused_with_key_value_and_range(
    refused: Refused, row: Parameter, side: str
) -> None:
    step = 1 if row.whole else max(abs(getattr(row, side)), 1.0) * 1e-9
    value = getattr(row, side) + (step if side == "high" else -step)
    line = refused(with_value(row.key, wrap(row, value)))
    assert line.startswith(f"{where(row)} = {value!r}: {row.allowed}")
    assert f"from {exact(row.low)} to {exact(row.high)}" in line


@pytest.mark.parametrize("row", BOUNDED, ids=lambda row: row.key)
def test_that_the_bounds_themselves_are_allowed(row: Parameter) -> None:
    families = Scenario().families
    for bound in (row.low, row.high):
        assert bound is not None
        if row.sums_to_one:
            rest = (1 - bound) / (len(families) - 1)
            given = dict.fromkeys(families, rest) | {families[0]: bound}
            row.check(given, families)
        else:
            row.check(dict.fromkeys(families, bound) if row.per_family else bound, families)


@pytest.mark.parametrize("row", BOUNDED, ids=lambda row: row.key)
@pytest.mark.parametrize("value", ["7", True, [], {}, [1.0], "NaN"], ids=repr)
def test_that_a_value_of_another_type_is_refused_with_its_key(
    refused: Refused, row: Parameter, value: object
) -> None:
    line = refused(with_value(row.key, wrap(row, value)))
    assert line.startswith(f"{where(row)} = {value!r}: {row.allowed}")


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_null_is_refused_where_there_is_no_none(refused: Refused, row: Parameter) -> None:
    if row.kind == "optional":
        assert row.check(None, Scenario().families) is None
    else:
        assert refused(with_value(row.key, None)).startswith(f"{row.key} = None: ")


@pytest.mark.parametrize(
    "row", [row for row in PARAMETERS if not row.may_lack], ids=lambda row: row.key
)
def test_that_a_missing_parameter_is_named(refused: Refused, row: Parameter) -> None:
    content = copy.deepcopy(WHOLE)
    if row.key not in content["parameters"]:
        assert row.key in OUTSIDE_PARAMETERS
        return
    del content["parameters"][row.key]
    assert refused(json.dumps(content)) == f"{row.key} = missing: {row.allowed}"


@pytest.mark.parametrize("row", [r for r in BOUNDED if r.whole], ids=lambda row: row.key)
def test_that_a_broken_number_is_refused_where_only_whole_ones_are_allowed(
    refused: Refused, row: Parameter
) -> None:
    assert row.low is not None
    value = row.low + 0.5
    line = refused(with_value(row.key, wrap(row, value)))
    assert line.startswith(f"{where(row)} = {value!r}: allowed is a whole number from ")


@pytest.mark.parametrize(
    ("text", "said"), [("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")]
)
def test_that_numbers_that_are_none_are_refused_with_key_and_range(
    refused: Refused, text: str, said: str
) -> None:
    content = TEXT.replace('"wacc": 0.1', f'"wacc": {text}')
    assert refused(content) == f"wacc = {said}: allowed is a number from 0 to 0.25 share per year"


@pytest.mark.parametrize("text", ["NaN", "-Infinity", "1e999"])
@pytest.mark.parametrize("place", ['"later": {}', '"later": {{"deep": [1, {}]}}'])
def test_that_numbers_that_are_none_are_refused_in_unknown_keys_that_would_be_saved_again(
    refused: Refused, place: str, text: str
) -> None:
    line = refused(TEXT.replace("{", "{" + place.format(text) + ",", 1))
    assert re.fullmatch(r"later = (nan|-?inf): allowed are finite numbers", line)


@pytest.mark.parametrize("row", BOUNDED, ids=lambda row: row.key)
def test_that_no_row_lets_a_number_that_is_none_pass(refused: Refused, row: Parameter) -> None:
    assert row.low is not None
    line = refused(with_value(row.key, wrap(row, float("nan"))))
    assert line.startswith(f"{where(row)} = nan: allowed is ")


@pytest.mark.parametrize("key", ["seed", "events", "name", "notes", "catalogue", "version"])
def test_that_no_key_beside_the_parameters_lets_it_pass(refused: Refused, key: str) -> None:
    assert refused(json.dumps(WHOLE | {key: float("nan")})).startswith(key)


@pytest.mark.parametrize("text", ["1e999", "-1e999", "1" + "0" * 400])
def test_that_a_number_too_large_for_a_float_is_refused_with_its_key(
    refused: Refused, text: str
) -> None:
    line = refused(TEXT.replace('"wacc": 0.1', f'"wacc": {text}'))
    assert line.startswith("wacc = ")
    assert line.endswith(": allowed is a number from 0 to 0.25 share per year")
    assert len(line) < 300


def test_that_a_number_of_ten_thousand_digits_is_refused(refused: Refused) -> None:
    line = refused(TEXT.replace('"wacc": 0.1', '"wacc": ' + "9" * 10_000))
    assert len(line) < 300


@pytest.mark.parametrize("key", ["mix", "mix_start"])
def test_that_a_mix_that_does_not_sum_to_one_is_refused_with_its_key(
    refused: Refused, key: str
) -> None:
    mix = {"tpu": 0.5, "trainium": 0.3, "gpu": 0.2 + 2e-9}
    line = refused(with_value(key, mix))
    assert line == f"{key} = {mix}: sums to 1.000000002; the families must sum to 1"
    parse(with_value(key, mix | {"gpu": 0.2 + 0.5e-9}).encode())


def test_that_a_family_nobody_sells_is_refused_with_those_there_are(refused: Refused) -> None:
    mix = {"tpu": 0.5, "trainium": 0.3, "gpu": 0.2, "abacus": 0.0}
    assert refused(with_value("mix", mix)) == ("mix.abacus = 0.0: families are tpu, trainium, gpu")


def test_that_a_family_left_out_is_named(refused: Refused) -> None:
    line = refused(with_value("owned_share", {"tpu": 0.5, "gpu": 0.2}))
    assert line.startswith("owned_share.trainium = missing: allowed is a number from 0 to 1")


@pytest.mark.parametrize("months", [0, 11, 181, -12, 96.5, 1e30, "96"])
def test_that_an_impossible_horizon_is_refused_with_the_possible_ones(
    refused: Refused, months: object
) -> None:
    line = refused(with_value("horizon_months", months))
    assert line == (f"horizon_months = {months!r}: allowed is a whole number from 12 to 180 months")


def test_that_months_outside_the_calendar_are_refused(refused: Refused) -> None:
    row = next(row for row in PARAMETERS if row.kind == "month")
    assert row.bounds_text is not None
    first, last = map(month_number, row.bounds_text)
    outside = [month_text(first - 1), month_text(last + 1), "2025-13", "2025-00", "2025-1"]
    for value in [*outside, "2025", "", "soon", "2025-01 ", 2025, "٢٠٢٥-٠١"]:
        line = refused(with_value(row.key, value))
        assert line.startswith(f"{row.key} = {value!r}: allowed is a month from ")


@pytest.mark.parametrize(
    ("anchors", "at"),
    [
        ([], "revenue_anchors"),
        ({}, "revenue_anchors"),
        (3, "revenue_anchors"),
        ([[1, 1.0]], "revenue_anchors[0]"),
        ([[0, 0.0]], "revenue_anchors[0]"),
        ([[0, -1.0]], "revenue_anchors[0]"),
        ([[0, LARGEST_ANCHOR_BN * 2]], "revenue_anchors[0]"),
        ([[0, 1.0], [0, 2.0]], "revenue_anchors[1]"),
        ([[0, 1.0], [9, 2.0], [8, 3.0]], "revenue_anchors[2]"),
        ([[0, 1.0], [9.5, 2.0]], "revenue_anchors[1]"),
        ([[0, 1.0], [9, 2.0, 3.0]], "revenue_anchors[1]"),
        ([[0, 1.0], 9], "revenue_anchors[1]"),
        ([[0, "1"]], "revenue_anchors[0]"),
        ([[0, True]], "revenue_anchors[0]"),
        ([[0, None]], "revenue_anchors[0]"),
    ],
)
def test_that_anchors_out_of_order_or_not_above_zero_are_refused_with_their_place(
    refused: Refused, anchors: object, at: str
) -> None:
    line = refused(with_value("revenue_anchors", anchors))
    allowed = r" = .*: allowed is a list of 1 to 500 \[month, \$bn\]"
    assert re.match(re.escape(at) + allowed, line)


STOP = {
    "kind": "supply_stop",
    "scope": "gpu",
    "start_month": 3,
    "duration_months": 6,
    "severity": 1.0,
}


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"kind": "meteor"}, "events[1].kind = 'meteor': allowed is supply_stop, base_loss"),
        ({"kind": None}, "events[1].kind = None: allowed is supply_stop"),
        ({"kind": ["supply_stop"]}, "events[1].kind = "),
        ({"scope": "abacus"}, "events[1].scope = 'abacus': allowed is all, tpu, trainium, gpu"),
        ({"scope": ["gpu"]}, "events[1].scope = ['gpu']"),
        ({"kind": "power_outage"}, "events[1].scope = 'gpu': allowed is all"),
        ({"start_month": -1}, "events[1].start_month = -1: allowed is a whole number from 0"),
        ({"start_month": 1.5}, "events[1].start_month = 1.5: allowed is a whole number"),
        ({"duration_months": -1}, "events[1].duration_months = -1: allowed is a whole number"),
        ({"duration_months": "6"}, "events[1].duration_months = '6': allowed is a whole"),
        ({"severity": 1.01}, "events[1].severity = 1.01: allowed is a number from 0 to 1"),
        ({"severity": True}, "events[1].severity = True: allowed is a number from 0 to 1"),
        ({"kind": "price_shock", "severity": 5.1}, "events[1].severity = 5.1: allowed is a numb"),
        ({"colour": "red"}, "events[1].colour = 'red': an event has kind, scope"),
    ],
)
def test_that_an_event_that_cannot_be_is_refused_with_its_place(
    refused: Refused, change: dict[str, object], at: str
) -> None:
    assert refused(with_value("events", [STOP, STOP | change])).startswith(at)


@pytest.mark.parametrize("events", [None, {}, 3, "none", [3], [[]], [STOP] * 501])
def test_that_events_that_are_no_list_of_events_are_refused(
    refused: Refused, events: object
) -> None:
    assert refused(with_value("events", events)).startswith("events")


def test_that_an_event_without_its_months_is_refused(refused: Refused) -> None:
    for name in ("start_month", "duration_months", "severity"):
        event = {key: value for key, value in STOP.items() if key != name}
        assert refused(with_value("events", [event])).startswith(f"events[0].{name} = None: ")


def test_that_a_range_upside_down_is_refused(refused: Refused) -> None:
    line = refused(with_value("slip_min", 7))
    assert line == "slip_min = 7.0: must not be above slip_max = 6"


def test_that_several_faults_are_counted(refused: Refused) -> None:
    content = copy.deepcopy(WHOLE)
    del content["parameters"]["wacc"], content["parameters"]["pue"], content["parameters"]["mix"]
    assert refused(json.dumps(content)).endswith("(and 2 more)")


@pytest.mark.parametrize("key", ["name", "notes"])
def test_that_a_name_that_is_no_text_is_refused(refused: Refused, key: str) -> None:
    assert refused(with_value(key, 3)) == f"{key} = 3: allowed is a text"


# What is fuzzed in memory: the same reading, a thousand times faster than through files.


def refuses_or_reads(data: bytes) -> None:
    """Whatever the bytes, they are read or refused in one printable line."""
    try:
        parse(data)
    except ScenarioError as error:
        line = str(error)
        assert line.isprintable()
        assert 0 < len(line) < 1000


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([row.key for row in PARAMETERS]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(list(WHOLE)), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(data=st.binary(max_size=300))
@example(data=b"")
@example(data=b"\x00" * 50)
def test_that_any_bytes_are_refused_in_one_line(data: bytes) -> None:
    refuses_or_reads(data)


@given(content=JSON)
def test_that_any_json_is_refused_in_one_line(content: Any) -> None:
    refuses_or_reads(json.dumps(content).encode())


@given(key=st.sampled_from([row.key for row in PARAMETERS]), value=JSON)
def test_that_any_json_for_a_parameter_is_read_or_refused(key: str, value: Any) -> None:
    refuses_or_reads(with_value(key, value).encode())


@given(key=st.sampled_from(list(WHOLE)), value=JSON)
def test_that_any_json_at_the_top_of_a_file_is_read_or_refused(key: str, value: Any) -> None:
    refuses_or_reads(json.dumps(WHOLE | {key: value}).encode())


@given(
    column=st.sampled_from(sorted(WHOLE["catalogue"]["chips"][0])),
    index=st.integers(0, len(WHOLE["catalogue"]["chips"]) - 1),
    value=JSON,
)
def test_that_any_json_for_a_chip_is_read_or_refused(column: str, index: int, value: Any) -> None:
    content = copy.deepcopy(WHOLE)
    content["catalogue"]["chips"][index][column] = value
    refuses_or_reads(json.dumps(content).encode())


@given(place=st.integers(0, len(TEXT.encode()) - 1), byte=st.integers(0, 255))
def test_that_a_flipped_byte_is_read_or_refused(place: int, byte: int) -> None:
    data = bytearray(TEXT.encode())
    data[place] = byte
    refuses_or_reads(bytes(data))


def test_that_a_file_cut_short_anywhere_is_refused() -> None:
    data = TEXT.encode()
    for length in [*range(0, len(data.rstrip()), 37), len(data.rstrip()) - 1]:
        with pytest.raises(ScenarioError) as caught:
            parse(data[:length])
        assert str(caught.value).isprintable()


def test_that_a_file_may_lack_what_came_later_and_means_nothing_until_it_is_set(tmp_path) -> None:
    content = json.loads(text_of(Document(Scenario())))
    del content["parameters"]["later_compute_growth"]
    path = tmp_path / "older.headroom"
    path.write_text(json.dumps(content), "utf-8")
    assert load(path).scenario.later_compute_growth is None
