"""A plot of numbers over numbers, as SVG: to the right in per cent, upwards in pixels.

So a phone shows the same plot, with letters of the same size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from proof import words
from proof.plots import marks
from proof.plots.axis import LETTER, Axis, Scale

ABOVE, BELOW = 10, 24  # pixels
GRID = {"stroke": "currentColor", "stroke-opacity": "0.18"}
REFERENCE = {
    "stroke": "currentColor",
    "stroke-opacity": "0.7",
    "stroke-dasharray": "4 4",
}


@dataclass(frozen=True)
class Series:
    """What belongs together.

    Attributes:
        name: Of what.
        points: The numbers by where they stand to the right; a tuple has the least, the
            median and the most of what was measured.
        joined: Whether a line leads from each to the next.
        marked: Whether each has a mark.
        reference: Whether it is what others are compared with: a thin line, broken, of
            no colour.
    """

    name: str
    points: dict[float, float | tuple[float, float, float]]
    joined: bool = True
    marked: bool = True
    reference: bool = False

    def middle(self) -> Iterator[tuple[float, float]]:
        """The median of each point, from left to right."""
        for x in sorted(self.points):
            y = self.points[x]
            yield x, y[1] if isinstance(y, tuple) else y

    def spreads(self) -> Iterator[tuple[float, float, float]]:
        """The points that have a least and a most, from left to right."""
        for x in sorted(self.points):
            if isinstance(y := self.points[x], tuple):
                yield x, y[0], y[2]


@dataclass(frozen=True)
class Lines:
    """Some series over the same axes.

    Attributes:
        series: What to draw; the last one above the others.
        x: To the right.
        y: Upwards.
        high: Pixels from the upper end of the axis to the lower.
    """

    series: list[Series]
    x: Axis
    y: Axis
    high: int = 300

    def drawn(self) -> str:
        """The plot, as HTML; whoever shows it says what it shows."""
        across = self.x.over(x for one in self.series for x in one.points)
        up = self.y.over(self._heights())
        swatches = {one.name: _swatch(n, one) for n, one in enumerate(self.series)}
        return (
            f'{marks.legend(swatches)}<div class="proof-axes" style="display: flex">'
            f"{_html(self._left(up))}{_html(self._sheet(across, up))}</div>"
        )

    def table(self) -> tuple[list[str], dict[str, list[str]]]:
        """The values: the heads of columns, and the rows."""
        every = sorted({x for one in self.series for x in one.points})
        return (
            [self.x.say(x) for x in every],
            {
                one.name: [self._said(one.points.get(x)) for x in every]
                for one in self.series
            },
        )

    def _said(self, y: float | tuple[float, float, float] | None) -> str:
        """A point as a table has it."""
        if not isinstance(y, tuple):
            return "" if y is None else self.y.say(y)
        least, median, most = map(self.y.say, y)
        return f"{median} ({words.spread(least, most)})"

    def corner(self) -> str:
        """What stands over the names of a table's rows."""
        return f"{self.y.title}, {self.x.title}"

    def _heights(self) -> Iterator[float]:
        for one in self.series:
            yield from (y for _, y in one.middle())
            for _, least, most in one.spreads():
                yield from (least, most)

    def _sheet(self, across: Scale, up: Scale) -> Element:
        svg = Element(
            "svg", {"width": "100%", "height": f"{ABOVE + self.high + BELOW + 16}"}
        )
        svg.set("overflow", "visible")
        for tick in up.ticks:
            y = self._y(up, tick)
            line = {"x1": "0", "x2": "100%", "y1": y, "y2": y}
            SubElement(svg, "line", line | GRID)
        for tick in across.ticks:
            x = _x(across, tick)
            line = {"x1": x, "x2": x, "y1": f"{ABOVE}", "y2": f"{ABOVE + self.high}"}
            SubElement(svg, "line", line | GRID)
        for tick, said in across.labels().items():
            place = {"x": _x(across, tick), "y": f"{ABOVE + self.high + 15}"}
            marks.text(svg, said, text_anchor="middle", **place)
        place = {"x": "50%", "y": f"{ABOVE + self.high + BELOW + 10}"}
        marks.text(svg, self.x.title, text_anchor="middle", **place)
        for number, one in enumerate(self.series):
            self._draw(svg, number, one, across, up)
        return svg

    def _left(self, up: Scale) -> Element:
        """The labels of the axis that leads upwards, and its title beside them."""
        labels = up.labels() if up.axis.at else {t: up.axis.say(t) for t in up.ticks}
        wide = LETTER * max(map(len, labels.values())) + 30
        svg = Element("svg", {"width": f"{wide:.0f}", "height": f"{ABOVE + self.high}"})
        svg.set("style", "flex: none")
        for tick, said in labels.items():
            place = {"x": f"{wide - 8:.0f}", "y": f"{float(self._y(up, tick)) + 4:.0f}"}
            marks.text(svg, said, text_anchor="end", **place)
        middle = ABOVE + self.high // 2
        turned = f"rotate(-90 10 {middle})"
        place = {"x": "10", "y": f"{middle}", "transform": turned}
        marks.text(svg, self.y.title, text_anchor="middle", **place)
        return svg

    def _y(self, up: Scale, value: float) -> str:
        return f"{ABOVE + self.high * (1 - up.share(value)):.1f}"

    def _draw(
        self, svg: Element, number: int, one: Series, across: Scale, up: Scale
    ) -> None:
        group = SubElement(svg, "g", {"class": f"proof-series-{number}"})
        points = [(x, y, _x(across, x), self._y(up, y)) for x, y in one.middle()]
        for x, least, most in one.spreads():
            at = _x(across, x)
            ends = {
                "x1": at,
                "x2": at,
                "y1": self._y(up, least),
                "y2": self._y(up, most),
            }
            look = _stroke(number, one) | {"stroke-opacity": "0.5"}
            look.pop("stroke-dasharray", None)
            SubElement(group, "line", ends | look)
        if one.joined:
            for (*_, x1, y1), (*_, x2, y2) in pairwise(points):
                ends = {"x1": x1, "x2": x2, "y1": y1, "y2": y2}
                SubElement(group, "line", ends | _stroke(number, one))
        if one.marked:
            for x, y, at, height in points:
                said = f"{one.name}, {self.x.say(x)}: {self.y.say(y)}"
                marks.point(group, number, at, height, said)


def _stroke(number: int, one: Series) -> dict[str, str]:
    return REFERENCE if one.reference else marks.stroke(number)


def _swatch(number: int, one: Series) -> Element:
    svg = marks.swatch()
    if one.joined:
        line = {"x1": "0", "x2": "30", "y1": "7", "y2": "7"}
        SubElement(svg, "line", line | _stroke(number, one))
    if one.marked:
        marks.point(svg, number, "15", "7")
    return svg


def _x(scale: Scale, value: float) -> str:
    return f"{2 + 93 * scale.share(value):.2f}%"


def _html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
