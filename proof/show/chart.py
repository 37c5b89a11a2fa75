"""Measurements over sizes, ``CHANNEL, 64 KiB: 12.3 us``, as one plot and one table.

Each channel is a row of the plot with a dot for every size, the larger the bigger; time
runs to the right on a logarithmic scale, in per cent of the width.
"""

import math
import re
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from proof import words
from proof.show.timings import UNITS, Timing

LABEL = re.compile(r"(?P<channel>.+), (?P<size>\d+ ([KMG]i)?B)$")
FEWEST = 3  # sizes, below which a plot over sizes shows nothing
TEXT = 15  # pixels: a line of text
ROW = 16  # the dots of one channel
SMALLEST, LARGEST = 2.0, 6.0  # radius of a dot

Grid = dict[str, dict[str, Timing]]


def read(timings: list[Timing]) -> Grid:
    """Sort measurements by channel and size.

    Returns:
        The measurements whose label names a size, by channel and by size, in the order
        in which they were printed; none where there are too few sizes for a plot.
    """
    grid: Grid = {}
    for timing in timings:
        if (found := LABEL.match(timing.label)) and timing.unit in UNITS:
            grid.setdefault(found["channel"], {})[found["size"]] = timing
    return grid if len(_sizes(grid)) >= FEWEST else {}


def show(grid: Grid, caption: str) -> str:
    """Draw the plot, and below it the table with the medians and the spread.

    Args:
        grid: As `read` returns it.
        caption: Of the table, HTML.
    """
    return f"{_plot(grid)}{_table(grid, caption)}"


def _sizes(grid: Grid) -> list[str]:
    return list(dict.fromkeys(size for row in grid.values() for size in row))


def _seconds(timing: Timing) -> tuple[float, float, float]:
    """Least, median and most."""
    unit = UNITS[timing.unit]
    values = (min(timing.values), timing.median, max(timing.values))
    # A clock too coarse for what it measured says 0, which a logarithm cannot take.
    least, median, most = (max(value * unit, 1e-9) for value in values)
    return least, median, most


def _table(grid: Grid, caption: str) -> str:
    sizes = _sizes(grid)
    head = "".join(f'<th scope="col">{escape(size)}</th>' for size in sizes)
    body = "".join(
        f'<tr><th scope="row">{escape(channel)}</th>'
        f"{''.join(_cell(row.get(size)) for size in sizes)}</tr>"
        for channel, row in grid.items()
    )
    return (
        f'<details class="proof-more"><summary>{words.VALUES}</summary>'
        '<div class="proof-prices" data-search-exclude tabindex="0" role="group" '
        f'aria-label="{words.PRICES}"><table class="proof-timings">'
        f"<caption>{caption} {words.SPREAD}</caption><thead><tr><td></td>{head}</tr>"
        f"</thead><tbody>{body}</tbody></table></div></details>"
    )


def _cell(timing: Timing | None) -> str:
    if timing is None:
        return "<td></td>"
    least, median, most = map(words.duration, _seconds(timing))
    return f"<td>{median}<small>{words.spread(least, most)}</small></td>"


def _plot(grid: Grid) -> str:
    everything = [_seconds(one) for row in grid.values() for one in row.values()]
    first = math.floor(math.log10(min(least for least, _, _ in everything)))
    last = math.ceil(math.log10(max(most for _, _, most in everything)))
    sizes = _sizes(grid)
    step = (LARGEST - SMALLEST) / (len(sizes) - 1)
    radius = {size: SMALLEST + step * i for i, size in enumerate(sizes)}

    def at(seconds: float) -> str:
        # The dots at both ends need some room.
        share = (math.log10(seconds) - first) / max(last - first, 1)
        return f"{2 + 96 * share:.2f}%"

    figure = Element(
        "figure", {"class": "proof-picture proof-chart", "data-search-exclude": ""}
    )
    svg = SubElement(figure, "svg", {"role": "img", "width": "100%"})
    bottom = (TEXT + ROW) * len(grid)
    for power in range(first, last + 1):
        _tick(svg, at(10.0**power), bottom, words.duration(10.0**power))
    for number, (channel, row) in enumerate(grid.items()):
        top = number * (TEXT + ROW)
        name = SubElement(svg, "text", {"x": "0", "y": f"{top + TEXT - 3}"})
        name.text = channel
        middle = f"{top + TEXT + ROW // 2}"
        ends = [_seconds(timing)[1] for timing in row.values()]
        line = {"x1": at(min(ends)), "x2": at(max(ends)), "y1": middle, "y2": middle}
        SubElement(svg, "line", line | {"class": "proof-tick"})
        for size, timing in row.items():
            least, median, most = _seconds(timing)
            spread = {"x1": at(least), "x2": at(most), "y1": middle, "y2": middle}
            SubElement(svg, "line", spread | {"class": "proof-spread"})
            dot = {"cx": at(median), "cy": middle, "r": f"{radius[size]:.1f}"}
            title = SubElement(SubElement(svg, "circle", dot), "title")
            title.text = f"{channel}, {size}: {words.duration(median)}"
    svg.set("height", f"{bottom + TEXT + 4}")
    text = words.chart(sizes, list(grid))
    svg.set("aria-label", text)
    SubElement(figure, "figcaption").text = text
    return tostring(figure, encoding="unicode", method="html")


def _tick(svg: Element, x: str, bottom: int, text: str) -> None:
    line = {"x1": x, "x2": x, "y1": "0", "y2": f"{bottom}", "class": "proof-grid"}
    SubElement(svg, "line", line)
    place = {"x": x, "y": f"{bottom + TEXT}", "text-anchor": "middle"}
    SubElement(svg, "text", place | {"class": "proof-quiet"}).text = text
