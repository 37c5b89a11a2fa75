"""Whether values from JSON have the shape that an annotation says."""

import json
from dataclasses import dataclass
from typing import NotRequired, TypedDict

import pytest

from proof.shape import fits


class Part(TypedDict):
    name: str
    size: NotRequired[float]


@dataclass(frozen=True)
class Whole:
    parts: list[Part]
    place: tuple[int, str] | None


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (int, "1", "1.0"),
        (int, "1", "true"),
        (float, "1", '"1"'),
        (bool, "true", "1"),
        (str | None, "null", "0"),
        (list[int], "[]", "{}"),
        (list[int], "[1, 2]", "[1, null]"),
        (list[float], "[1, 2.5]", "[1, true]"),
        (list[tuple[float, str]], '[[1, "a"]]', '[[1, "a", 2]]'),
        (dict[str, int], '{"a": 1}', '{"a": "b"}'),
        (Part, '{"name": "a"}', '{"size": 1}'),
        (Part, '{"name": "a", "size": 2}', '{"name": "a", "size": "2"}'),
        (Part, '{"name": "a", "more": 2}', "null"),
        (list[Part], '[{"name": "a"}]', "[1]"),
        (
            Whole,
            '{"parts": [{"name": "a"}], "place": [1, "b"]}',
            '{"parts": [{"name": 1}], "place": [1, "b"]}',
        ),
        (
            Whole,
            '{"parts": [], "place": null}',
            '{"parts": [], "place": null, "x": 1}',
        ),
        (Whole, '{"parts": [], "place": null}', '{"parts": []}'),
    ],
)
def test_a_value_fits_or_not(kind: object, right: str, wrong: str):
    assert fits(json.loads(right), kind)
    assert not fits(json.loads(wrong), kind)
