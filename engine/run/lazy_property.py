"""A property that is computed when first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy_property(Generic[Value]):  # noqa: N801 - used as a decorator, like property
    """`functools.cached_property` without its lock.

    Until Python 3.12 that has one lock for all objects of a class: two threads with a
    simulation each would wait for each other at every quantity.
    """

    def __init__(self, function: Callable[[Any], Value]) -> None:
        self.compute = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy_property[Value]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: Any, owner: type) -> lazy_property[Value] | Value:
        if instance is None:
            return self
        value = self.compute(instance)
        vars(instance)[self.name] = value  # found before this descriptor from now on
        return value
