"""Tables as bytes: Parquet where pyarrow is there, else CSV; the same rows give the same bytes."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

import numpy as np

from engine.csv_out import cell, csv_text
from engine.problems import Problem, ScenarioError
from engine.text import translate

PARQUET, CSV = "parquet", "csv"
LEVEL = 3  # of zstd: more takes longer and saves little
Columns = Mapping[str, Sequence[Any]]  # None is what is not there
# by measurement a file of four bands is a third larger with the statistics of its columns
PLAINLY = {"compression": "zstd", "compression_level": LEVEL, "write_statistics": False}


def kind_here() -> str:
    """The kind of table that can be written here: Parquet with pyarrow, else CSV."""
    return PARQUET if importlib.util.find_spec("pyarrow") else CSV


def _pyarrow(part: str = "") -> Any:
    try:
        return importlib.import_module(f"pyarrow{part}")
    except ImportError:
        why = translate("Sweep", "Parquet needs pyarrow: install headroom[sweep]")
        raise ScenarioError(Problem("", "", why)) from None


def encoded(columns: Columns, kind: str) -> bytes:
    """A table.

    Takes: `columns` by name, all of one length; `kind`, Parquet or CSV.
    Gives: bytes.
    Raises: ScenarioError where pyarrow is needed and not there.
    """
    if kind == CSV:
        rows = zip(*columns.values(), strict=True)
        return csv_text(columns, (map(_cell, row) for row in rows)).encode()
    arrow, parquet = _pyarrow(), _pyarrow(".parquet")
    table = arrow.table({name: _array(arrow, name, line) for name, line in columns.items()})
    out = io.BytesIO()
    parquet.write_table(table, out, **PLAINLY)
    return out.getvalue()


@dataclass(frozen=True)
class Same(Sequence[Any]):
    """A column that has one value in all its rows: kept once, however many there are."""

    value: Any
    rows: int

    def __len__(self) -> int:
        return self.rows

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> Same: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return Same(self.value, len(range(*place.indices(self.rows))))
        range(self.rows)[place]  # raises as any sequence does
        return self.value


def _array(arrow: Any, name: str, line: Sequence[Any]) -> Any:
    """A column of Arrow's, from plain memory: where pandas is installed as well, arrow.array would
    load it for any list, which takes half a second in each worker.
    """
    sample = line.value if isinstance(line, Same) else next((v for v in line if v is not None), 0)
    if isinstance(sample, str):
        own = [sample] if isinstance(line, Same) else line
        texts = [None if value is None else str(value) for value in own]
        words = dict.fromkeys(text for text in texts if text is not None)
        places = {text: place for place, text in enumerate(words)}
        codes = np.array([-1 if text is None else places[text] for text in texts], np.int32)
        codes = np.repeat(codes, len(line)) if isinstance(line, Same) else codes
        indices = _plain(arrow, arrow.int32(), np.maximum(codes, 0), codes >= 0)
        return arrow.DictionaryArray.from_arrays(indices, _words(arrow, list(places)))
    if isinstance(line, Same):
        values = np.full(len(line), np.nan if line.value is None else line.value, float)
    else:
        values = np.array([np.nan if v is None else v for v in line], float)
    if name == "scenario":
        return _plain(arrow, arrow.int32(), values.astype(np.int32), np.ones(len(values), bool))
    return _plain(arrow, arrow.float64(), values, ~np.isnan(values))


def _plain(arrow: Any, kind: Any, values: Any, known: Any) -> Any:
    """Numbers, with a bit for each that says whether it is there."""
    bits = None if known.all() else arrow.py_buffer(np.packbits(known, bitorder="little"))
    return arrow.Array.from_buffers(kind, len(values), [bits, arrow.py_buffer(values)])


def _words(arrow: Any, words: Sequence[str]) -> Any:
    """Texts: their bytes after each other, and where each begins."""
    data = [word.encode() for word in words]
    ends = np.cumsum([0, *map(len, data)]).astype(np.int32)
    buffers = [None, arrow.py_buffer(ends), arrow.py_buffer(b"".join(data))]
    return arrow.Array.from_buffers(arrow.string(), len(words), buffers)


def _cell(value: Any) -> str:
    return str(int(value)) if isinstance(value, bool) else cell(value)


def decoded(data: bytes, kind: str) -> dict[str, list[Any]]:
    """A table's columns by name; of CSV numbers are numbers where all of a column are.

    Takes: `data`, bytes of one of our tables; `kind`, Parquet or CSV.
    Gives: columns, None for what is not there.
    Raises: ScenarioError where it is damaged.
    """
    damaged = translate("Sweep", "is a damaged table")
    try:
        if kind == PARQUET:
            table = _pyarrow(".parquet").read_table(io.BytesIO(data))
            return {name: table[name].to_pylist() for name in table.column_names}
        rows = list(csv.reader(io.StringIO(data.decode())))
        columns = zip(*rows, strict=True)
        return {name: _read(column) for name, *column in columns}
    except ScenarioError:
        raise
    except Exception as error:  # pyarrow has its own errors
        why = " ".join(str(error).split())[:80]
        raise ScenarioError(Problem("", "", f"{damaged} ({why})")) from None


def _read(column: Iterable[str]) -> list[Any]:
    texts = list(column)
    try:
        return [None if not text else float(text) for text in texts]
    except ValueError:
        return [None if not text else text.removeprefix("'") for text in texts]


def file_name(stem: str, kind: str) -> str:
    """The name of a table's file. Takes: `stem`; `kind`, Parquet or CSV. Gives: a name."""
    return f"{stem}.{kind}"


def read_file(path: Path) -> dict[str, list[Any]]:
    """The table in a file, of the kind that its ending says.

    Takes: `path`.
    Gives: columns by name.
    Raises: ScenarioError where it is damaged, and OSError.
    """
    try:
        return decoded(path.read_bytes(), path.suffix[1:])
    except ScenarioError as error:
        raise error.in_file(str(path)) from None
