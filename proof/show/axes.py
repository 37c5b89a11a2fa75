"""What stands below the bars of a picture: numbers over time, and the scale."""

from xml.etree.ElementTree import SubElement

from proof import words
from proof.show.canvas import LABEL, WIDTH, Canvas


def area(
    canvas: Canvas,
    label: str,
    steps: list[tuple[float, int]],
    end: float,
    top: int,
    height: int,
) -> None:
    """Draw a number over time.

    Args:
        canvas: Where.
        label: What is counted.
        steps: Pairs: since when, in seconds, and how many.
        end: When the last step ends.
        top: The number that fills the height.
        height: Pixels.
    """
    canvas.label(0, canvas.y + LABEL - 4, label, "proof-quiet")
    canvas.y += LABEL
    band = canvas.stretched(height)
    band.set("class", "proof-band")
    SubElement(band, "rect", {"width": f"{WIDTH}", "height": "10"})
    path = ["M0 10"]
    for when, number in steps:
        level = 10 - 10 * min(number, top) / max(top, 1)
        path.append(f"H{WIDTH * when / canvas.span:.1f}V{level:.1f}")
    path.append(f"H{WIDTH * end / canvas.span:.1f}V10z")
    SubElement(band, "path", {"d": "".join(path)})
    canvas.y += height


def scale(canvas: Canvas) -> None:
    """Draw the axis of time."""
    canvas.y += 4
    step = _step(canvas.span)
    count = int(canvas.span / step + 1e-9)
    for i in range(count + 1):
        x, y = canvas.at(i * step), canvas.y
        tick = {"x1": x, "x2": x, "y1": f"{y - 4:.0f}", "y2": f"{y:.0f}"}
        SubElement(canvas.svg, "line", tick | {"class": "proof-tick proof-scale"})
        place = "start" if i == 0 else "middle"
        if i * step > 0.95 * canvas.span:
            place = "end"
        text = {"x": x, "y": f"{y + 11:.0f}", "text-anchor": place}
        label = SubElement(
            canvas.svg, "text", text | {"class": "proof-quiet proof-scale"}
        )
        label.text = words.tick(i * step)
    canvas.y += LABEL


def _step(span: float) -> float:
    """A round number of seconds that divides the axis into three to seven parts."""
    for step in (1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10):
        if span / step <= 6:
            return step
    return 20.0
