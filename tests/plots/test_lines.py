"""Plots: what tells their series apart, their axes, and what is compared with."""

import pytest
from bs4 import BeautifulSoup

from proof.plots.axis import Axis
from proof.plots.lines import Lines, Series
from proof.plots.stacked import Bars


def test_the_series_of_a_plot_differ_in_more_than_colour():
    series = [Series(f"number {n}", {1: n, 10: n + 5}) for n in range(1, 9)]
    svg = Lines(series, Axis("x", base=10), Axis("y", base=10)).drawn()
    groups = BeautifulSoup(svg, "html.parser").select("g")
    assert len(groups) == len(series)
    shapes = {group.path["d"] for group in groups}
    colours = {group.path["fill"] for group in groups}
    assert len(shapes) == len(colours) == len(series)
    bars = Bars({"row": {"one": 1, "two": 2, "three": 3}}, Axis("s")).drawn()
    looks = {
        (rect["height"], rect["fill-opacity"])
        for rect in BeautifulSoup(bars, "html.parser").select("g rect")
    }
    assert len(looks) == 3


@pytest.mark.parametrize(
    ("axis", "values", "ticks"),
    [
        (Axis("linear"), [0, 7.3], [0, 2, 4, 6, 8]),
        (Axis("binary", base=2), [1, 24], [1, 2, 4, 8, 16, 32]),
        (Axis("decimal", base=10), [0.002, 0.3], [0.001, 0.01, 0.1, 1]),
        (Axis("chosen", base=2, at=(1, 64)), [1, 64], [1, 64]),
        (Axis("nothing"), [0], [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (Axis("one", base=10), [10], [10, 100]),
    ],
    ids=lambda one: getattr(one, "title", None),
)
def test_an_axis_has_round_ticks_and_room_for_every_value(axis, values, ticks):
    scale = axis.over(values)
    assert scale.ticks == pytest.approx(ticks)
    assert all(0 <= scale.share(value) <= 1 for value in values)
    assert set(scale.labels()) <= set(scale.ticks)


def test_the_labels_of_an_axis_leave_each_other_room_on_a_phone():
    sizes = tuple(2.0**power for power in range(25))
    labels = Axis("size", base=2, say=lambda n: f"{n:,.0f} B").over(sizes).labels()
    assert 2 <= len(labels) < 10


def test_what_others_are_compared_with_is_broken_and_of_no_colour():
    ideal = Series("ideal", {1: 1, 4: 4}, marked=False, reference=True)
    drawn = Lines([ideal], Axis("x", base=2), Axis("y", base=2)).drawn()
    html = BeautifulSoup(drawn, "html.parser")
    strokes = [*html.select("li line"), *html.select("g line")]
    assert len(strokes) == 2
    for line in strokes:
        assert line["stroke"] == "currentColor"
        assert line["stroke-dasharray"]


@pytest.mark.parametrize("high", [100, 300])
def test_a_plot_is_as_high_as_it_is_told(high: int):
    drawn = Lines([Series("one", {1: 1, 2: 2})], Axis("x"), Axis("y"), high).drawn()
    _, _, left, sheet = BeautifulSoup(drawn, "html.parser").select("ul svg, div > svg")[
        -4:
    ]
    assert float(left["height"]) < float(sheet["height"]) < high + 60
    assert max(float(line["y2"]) for line in sheet.select("line")) <= high + 10
