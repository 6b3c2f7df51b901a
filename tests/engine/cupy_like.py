"""A stand-in for CuPy on machines without a GPU: its names, and none of NumPy's indulgence.

Its arrays live "elsewhere": only `asarray` takes a NumPy array in and only `asnumpy` gives one
out; everything else that would mix the two, or quietly fetch a value, raises TypeError.
"""

from __future__ import annotations

import operator
from types import ModuleType
from typing import Any

import numpy as np

# Those of NumPy's functions that the engine may use: all are in CuPy 13.6 and 14 (its
# comparison table, https://docs.cupy.dev/en/stable/reference/comparison.html).
FUNCTIONS = (
    *("add", "maximum", "minimum", "multiply", "subtract"),
    *("ceil", "clip", "exp", "expm1", "floor", "isnan", "log", "log1p", "sqrt", "where"),
    *(
        "cumsum",
        "max",
        "mean",
        "min",
        "sum",
        "argmax",
        "argsort",
        "sort",
        "take",
        "take_along_axis",
    ),
    *("arange", "empty", "empty_like", "full", "ones", "ones_like", "zeros", "zeros_like"),
    *("ascontiguousarray", "broadcast_arrays", "broadcast_to", "concatenate", "stack"),
)
CONSTANTS = ("nan", "inf")
# Those that a function given to `cupy.fuse` may use: elementwise ones; not clip, which is one
# but cannot be fused (https://github.com/cupy/cupy/issues/7098).
FUSIBLE = (
    *("add", "maximum", "minimum", "multiply", "subtract"),
    *("ceil", "exp", "expm1", "floor", "isnan", "log", "log1p", "sqrt", "where"),
)


def inside(value: Any) -> Any:
    """What the stand-in computes with: its own arrays and plain numbers, no NumPy array."""
    if isinstance(value, Far):
        return value.here
    if isinstance(value, np.ndarray):
        raise TypeError("a NumPy array where CuPy wants one of its own")
    if isinstance(value, list | tuple):
        return type(value)(inside(item) for item in value)
    if isinstance(value, slice):
        return slice(inside(value.start), inside(value.stop), inside(value.step))
    return value


def outside(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return Far(np.asarray(value))
    if isinstance(value, list | tuple):
        return type(value)(outside(item) for item in value)
    return value


class Fusing:
    """Whether a function is being fused: then arrays know no shape, item or sum."""

    under_way = False

    @classmethod
    def refuse(cls, what: str) -> None:
        if cls.under_way:
            raise TypeError(f"{what} in a function to be fused")


def _property(name: str) -> Any:
    """A property of an array, unknown while a function is being fused."""

    def read(self: Any) -> Any:
        Fusing.refuse(name)
        return outside(getattr(self.here, name))

    return property(read)


class Far:
    """An array on the device that there is not."""

    __array_ufunc__ = None  # NumPy's operators step back, so that ours may refuse

    def __init__(self, here: np.ndarray) -> None:
        self.here = here

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError("implicit conversion from the device")

    __array__ = __float__ = __index__ = item = tolist = _refuse

    def _asked(self, what: type) -> Any:
        """A truth or a whole number, alone, may be asked for in so many words: that waits."""
        Fusing.refuse(what.__name__)
        if self.here.ndim:
            self._refuse()
        return what(self.here)

    def __bool__(self) -> bool:
        found: bool = self._asked(bool)
        return found

    def __int__(self) -> int:
        found: int = self._asked(int)
        return found

    shape = _property("shape")
    ndim = _property("ndim")
    size = _property("size")
    dtype = _property("dtype")
    T = _property("T")

    def __len__(self) -> int:
        Fusing.refuse("len")
        return len(self.here)

    def __iter__(self) -> Any:
        Fusing.refuse("iteration")
        return (outside(item) for item in self.here)

    def __getitem__(self, key: Any) -> Far:
        Fusing.refuse("an index")
        return outside(self.here[inside(key)])

    def __setitem__(self, key: Any, value: Any) -> None:
        Fusing.refuse("an index")
        self.here[inside(key)] = inside(value)

    def __neg__(self) -> Far:
        return Far(-self.here)

    def __invert__(self) -> Far:
        return Far(~self.here)

    def __getattr__(self, name: str) -> Any:
        if name not in ("sum", "min", "max", "mean", "any", "all", "astype", "reshape", "copy"):
            raise AttributeError(f"CuPy's array has no {name}, or the stand-in does not know it")
        Fusing.refuse(name)
        method = getattr(self.here, name)
        return lambda *args, **kwargs: outside(method(*inside(args), **kwargs))


def _operators() -> None:
    names = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor")
    names += ("lt", "le", "gt", "ge", "eq", "ne")
    for name in names:
        function = getattr(operator, f"{name}_" if name in ("and", "or") else name)

        def forward(self: Far, other: Any, function: Any = function) -> Far:
            return outside(function(self.here, inside(other)))

        def backward(self: Far, other: Any, function: Any = function) -> Far:
            return outside(function(inside(other), self.here))

        def in_place(self: Far, other: Any, function: Any = function) -> Far:
            self.here[...] = function(self.here, inside(other))
            return self

        setattr(Far, f"__{name}__", forward)
        setattr(Far, f"__r{name}__", backward)
        setattr(Far, f"__i{name}__", in_place)


_operators()


class Function:
    """A function of the namespace; a ufunc also has `reduce`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._function = getattr(np, name)

    def __call__(self, *args: Any, out: Far | None = None, **kwargs: Any) -> Any:
        if self._name not in FUSIBLE or out is not None or kwargs:
            Fusing.refuse(self._name)
        return self._run(self._function, args, out, kwargs)

    def reduce(self, *args: Any, out: Far | None = None, **kwargs: Any) -> Any:
        Fusing.refuse("reduce")
        return self._run(self._function.reduce, args, out, kwargs)

    def _run(self, function: Any, args: Any, out: Far | None, kwargs: Any) -> Any:
        if out is None:
            return outside(function(*inside(args), **kwargs))
        function(*inside(args), out=out.here, **kwargs)
        return out


class CupyLike(ModuleType):
    """`xp` as CuPy would be."""

    def __init__(self) -> None:
        super().__init__("cupy_like")
        self.fused: set[str] = set()  # names of the functions that were asked to be fused
        for name in FUNCTIONS:
            setattr(self, name, Function(name))
        for name in CONSTANTS:
            setattr(self, name, getattr(np, name))

    def asarray(self, value: Any) -> Far:
        """From the host, or what is there already."""
        Fusing.refuse("asarray")
        return value if isinstance(value, Far) else Far(np.array(value))

    def fuse(self, function: Any) -> Any:
        """`cupy.fuse`, which works on arrays of any shape by their elements alone.

        The function is run on the broadcast arguments laid out in one row, where nothing but
        an elementwise one can give the same.
        """
        self.fused.add(function.__name__)

        def kernel(*arrays: Far) -> Any:
            here = np.broadcast_arrays(*map(inside, arrays))
            shape, rows = here[0].shape, [Far(array.ravel()) for array in here]
            if not all(isinstance(array, Far) for array in arrays):
                raise TypeError("a fused function is given arrays alone")
            Fusing.under_way = True
            try:
                found = function(*rows)
            finally:
                Fusing.under_way = False
            if found.here.shape != rows[0].here.shape or found.here.dtype != float:
                raise TypeError("a fused function gives numbers of the common shape")
            return Far(found.here.reshape(shape))

        return kernel

    def asnumpy(self, value: Far) -> np.ndarray:
        """The one way back; CuPy also takes what is on the host already."""
        return value.here if isinstance(value, Far) else np.asarray(value)


cupy_like = CupyLike()
