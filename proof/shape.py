"""Whether a value that was read as JSON has the shape that an annotation says."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Union, get_args, get_origin, get_type_hints, is_typeddict


def fits(value: object, kind: object) -> bool:
    """Whether a value from `json.loads` is of a kind.

    Args:
        value: What was read.
        kind: ``bool``, ``int``, ``float``, ``str``, ``None``, lists, dicts, unions and
            tuples of kinds, which are lists in JSON; a `TypedDict`, beside whose keys
            there may be others, or a dataclass, beside whose fields there may not.
    """
    return _check(kind)(value)


Check = Callable[[object], bool]


@cache
def _check(kind: object) -> Check:
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        names = {field.name for field in fields(kind)}
        known = _keys(kind)
        return lambda value: known(value) and names == set(value)
    if is_typeddict(kind):
        return _keys(kind)
    if origin in (Union, types.UnionType):
        checks = [_check(one) for one in inner]
        return lambda value: any(check(value) for check in checks)
    if origin is list:
        return _all(inner[0])
    if origin is tuple:
        checks = [_check(one) for one in inner]
        return lambda value: (
            type(value) is list
            and len(value) == len(checks)
            and all(check(one) for check, one in zip(checks, value, strict=True))
        )
    if origin is dict:
        items = _all(inner[1])
        return lambda value: type(value) is dict and items(list(value.values()))
    plain = _plain(kind)
    return lambda value: type(value) in plain


def _all(kind: object) -> Check:
    if get_args(kind) or is_typeddict(kind) or is_dataclass(kind):
        check = _check(kind)
        return lambda value: type(value) is list and all(map(check, value))
    plain = _plain(kind)  # one look at the types of a long list, not one at each item
    return lambda value: type(value) is list and plain.issuperset(map(type, value))


def _keys(kind: object) -> Check:
    checks = {name: _check(hint) for name, hint in get_type_hints(kind).items()}
    required = getattr(kind, "__required_keys__", checks.keys())
    return lambda value: (
        type(value) is dict
        and required <= value.keys()
        and all(check(value[name]) for name, check in checks.items() if name in value)
    )


def _plain(kind: object) -> frozenset[type]:
    """The types of a plain kind; 1.0 may be written as 1, and True is no number."""
    return frozenset({int, float} if kind is float else {kind})
