"""What counts as a measurement among the lines that a program prints."""

import time

import pytest

from proof.show.timings import LINE


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("label: 12.3 ms", ("label", "12.3", "ms")),
        ("a / b: 4.5 times", ("a / b", "4.5", "times")),
        ("pipe, 64 KiB: 12.3 us", ("pipe, 64 KiB", "12.3", "us")),
        ("  a : 3ns ", ("a", "3", "ns")),
        ("a b  7 s", ("a b", "7", "s")),
        ("one 1 s two 2 s", ("one 1 s two", "2", "s")),
        ("no unit: 3", None),
        ("3 s", None),
        ("a: 1 s and more", None),
        ("a: 1.2.3 s", None),
    ],
)
def test_a_measurement_is_a_label_a_number_and_a_unit(text: str, read: tuple | None):
    found = LINE.match(text)
    assert (found and (found["label"], found["value"], found["unit"])) == read


MANY = 10**6
HOSTILE = [
    "x" + " " * MANY,
    "x 1" + " " * MANY + "x",
    "x " * MANY,
    "x: 1 s, " * MANY,
    "x" + " :" * MANY,
    "x " + "1" * MANY,
    "x 1 s" + " " * MANY + ".",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_line_takes_longer_than_it_is_long(text: str):
    began = time.process_time()
    assert not LINE.match(text)
    assert time.process_time() - began < 3
