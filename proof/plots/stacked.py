"""Bars of several parts, as SVG: to the right in per cent, downwards in pixels."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from proof.plots import marks
from proof.plots.axis import LETTER, NARROW, Axis, Scale
from proof.plots.lines import GRID

TEXT, BAR, GAP = 17, 14, 7  # pixels


@dataclass(frozen=True)
class Bars:
    """Rows of numbers that add up.

    Attributes:
        rows: By name, each with its parts by theirs; all rows have the same parts.
        x: What is counted.
    """

    rows: dict[str, dict[str, float]]
    x: Axis

    def drawn(self) -> str:
        """The bars, as HTML; whoever shows them says what they show."""
        parts = self._parts()
        swatches = {part: _swatch(number) for number, part in enumerate(parts)}
        legend = marks.legend(swatches) if len(parts) > 1 else ""
        return f"{legend}{tostring(self._sheet(), encoding='unicode', method='html')}"

    def table(self) -> tuple[list[str], dict[str, list[str]]]:
        """The values: the heads of columns, and the rows."""
        return self._parts(), {
            name: [self.x.say(value) for value in row.values()]
            for name, row in self.rows.items()
        }

    def corner(self) -> str:
        """What stands over the names of a table's rows."""
        return self.x.title

    def _parts(self) -> list[str]:
        return list(next(iter(self.rows.values()), {}))

    def _sheet(self) -> Element:
        scale = self.x.over(sum(row.values()) for row in self.rows.values())
        bottom = len(self.rows) * (TEXT + BAR + GAP)
        svg = Element("svg", {"width": "100%", "height": f"{bottom + 36}"})
        svg.set("overflow", "visible")
        for tick in scale.ticks:
            x = _x(scale, tick)
            line = {"x1": x, "x2": x, "y1": "0", "y2": f"{bottom}"}
            SubElement(svg, "line", line | GRID)
        for tick, said in scale.labels().items():
            anchor = "middle" if tick else "start"
            place = {"x": _x(scale, tick), "y": f"{bottom + 14}"}
            marks.text(svg, said, text_anchor=anchor, **place)
        marks.text(svg, self.x.title, x="50%", y=f"{bottom + 30}", text_anchor="middle")
        for number, (name, row) in enumerate(self.rows.items()):
            top = number * (TEXT + BAR + GAP)
            marks.text(svg, name, x="0", y=f"{top + TEXT - 4}")
            self._row(svg, name, row, scale, top + TEXT)
        return svg

    def _row(
        self, svg: Element, name: str, row: dict[str, float], scale: Scale, top: int
    ) -> None:
        begin = 0.0
        for number, (part, value) in enumerate(row.items()):
            group = SubElement(svg, "g", {"class": f"proof-series-{number}"})
            box = {"x": _x(scale, begin), "width": f"{98 * scale.share(value):.2f}%"}
            rect = SubElement(group, "rect", box | marks.bar(number, top))
            said = self.x.say(value)
            SubElement(rect, "title").text = f"{name}, {part}: {said}"
            if scale.share(value) * NARROW > LETTER * (len(said) + 2):
                middle = _x(scale, begin + value / 2)
                place = {"x": middle, "y": f"{top + BAR - 3}", "text_anchor": "middle"}
                marks.text(group, said, **place)
            begin += value


def _swatch(number: int) -> Element:
    svg = marks.swatch()
    SubElement(svg, "rect", {"x": "1", "width": "28"} | marks.bar(number, 0))
    return svg


def _x(scale: Scale, value: float) -> str:
    return f"{98 * scale.share(value):.2f}%"
