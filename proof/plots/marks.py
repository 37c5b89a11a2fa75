"""What tells the series of a plot apart: colour, and shape for who sees no colour."""

from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

# Three to one or better on the paper of both schemes.
COLOURS = (
    "#0a8f83", "#c2621a", "#8a66d9", "#3b82c4", "#b0578d", "#7d8a1f", "#c04a4a",
    "#6b7f8c",
)  # fmt: skip
DASHES = ("", "7 3", "2 3", "9 3 2 3", "", "5 5", "1 4", "12 4")
# Around the middle, about nine pixels wide.
SHAPES = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",  # a disc
    "M-3.7-3.7h7.4v7.4h-7.4z",
    "M0-5.2l5.2 5.2l-5.2 5.2l-5.2-5.2z",
    "M0-5l4.8 8.6h-9.6z",
    "M-4.5-2.5l2-2l2.5 2.5l2.5-2.5l2 2l-2.5 2.5l2.5 2.5l-2 2l-2.5-2.5l-2.5 2.5l-2-2"
    "l2.5-2.5z",
    "M0 5l4.8-8.6h-9.6z",
    "M-1.6-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
    "M-5 0l2.5-4.3h5l2.5 4.3l-2.5 4.3h-5z",
)
# A kind of bar: top and height of 14 pixels, and how much of the paper shines through.
BARS = ((0, 14, 1.0), (0, 14, 0.45), (5, 4, 1.0))


def stroke(number: int) -> dict[str, str]:
    """How the line of a series is drawn."""
    look = {"stroke": COLOURS[number % len(COLOURS)], "stroke-width": "2"}
    dash = DASHES[number % len(DASHES)]
    return look | ({"stroke-dasharray": dash} if dash else {})


def point(parent: Element, number: int, x: str, y: str, title: str = "") -> None:
    """Draw one mark of a series, and say what it stands for to who points at it."""
    place = SubElement(parent, "svg", {"x": x, "y": y, "overflow": "visible"})
    mark = SubElement(place, "path", {"d": SHAPES[number % len(SHAPES)]})
    mark.set("fill", COLOURS[number % len(COLOURS)])
    if title:
        SubElement(mark, "title").text = title


def bar(number: int, top: float) -> dict[str, str]:
    """How a bar of a kind is drawn whose place begins at some height."""
    own, height, opacity = BARS[number % len(BARS)]
    look = {"y": f"{top + own:g}", "height": f"{height}", "rx": "1"}
    colour = COLOURS[number % len(COLOURS)]
    return look | {"fill": colour, "stroke": colour, "fill-opacity": f"{opacity}"}


def legend(swatches: Mapping[str, Element]) -> str:
    """Which mark is whose, each with the class that its series has in the plot."""
    items = "".join(
        f'<li class="proof-series proof-series-{number}">'
        f"{tostring(swatch, encoding='unicode', method='html')} {escape(name)}</li>"
        for number, (name, swatch) in enumerate(swatches.items())
    )
    return f'<ul class="proof-legend" data-search-exclude>{items}</ul>'


def swatch() -> Element:
    """The paper of a mark in a legend."""
    return Element("svg", {"width": "30", "height": "14", "aria-hidden": "true"})


def text(parent: Element, said: str, **place: str) -> None:
    """Write a word; without the site's styles it looks the same."""
    look = {"font-size": "11", "fill": "currentColor", "stroke": "none"}
    names = {name.replace("_", "-"): value for name, value in place.items()}
    SubElement(parent, "text", look | names).text = said
