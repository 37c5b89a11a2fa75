"""The sheet that a picture is drawn on, from the top down; time runs to the right.

Time is in per cent of the width, so that a phone shows the same picture with letters of
the same size.
"""

from xml.etree.ElementTree import Element, SubElement

LABEL = 15  # pixels: a line of text
WIDTH = 1000  # units of a bar's own coordinates
NARROW = 320  # pixels that a picture has on a phone
LETTER = 6.5  # pixels: a wide letter of a label's 11


class Canvas:
    """An SVG image.

    Args:
        span: Seconds that the whole width stands for.

    Attributes:
        y: Pixels from the top to where the next thing is drawn.
    """

    def __init__(self, span: float) -> None:
        self.span = span
        self.svg = Element("svg", {"role": "img", "width": "100%"})
        self.y = 0.0

    def at(self, seconds: float) -> str:
        """Where a moment is."""
        return f"{100 * seconds / self.span:.2f}%"

    def label(self, x: float, y: float, text: str, kind: str = "") -> Element:
        """Write a text that begins at a moment."""
        attributes = {"x": self.at(x), "y": f"{y:.0f}", "class": kind}
        label = SubElement(self.svg, "text", attributes)
        label.text = text
        return label

    def place(self, label: Element, x: float) -> None:
        """Let a label end where it has no room to begin, or stand between."""
        length = LETTER * len("".join(label.itertext())) / NARROW
        place = x / self.span
        if place + length <= 1:
            return
        if place >= length:
            label.set("text-anchor", "end")
        else:
            label.set("text-anchor", "middle")
            middle = min(max(place, length / 2), 1 - length / 2)
            label.set("x", self.at(middle * self.span))

    def stretched(self, height: int) -> Element:
        """An image that is as wide as the picture, in coordinates of its own."""
        box = {"y": f"{self.y:.0f}", "width": "100%", "height": f"{height}"}
        box |= {"viewBox": f"0 0 {WIDTH} 10", "preserveAspectRatio": "none"}
        return SubElement(self.svg, "svg", box)

    def finish(self) -> Element:
        """The image, as high as what was drawn."""
        self.svg.set("height", f"{self.y:.0f}")
        return self.svg
