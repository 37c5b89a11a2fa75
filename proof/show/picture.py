"""The picture of a run, drawn from its trace as inline SVG."""

from xml.etree.ElementTree import Element, SubElement, tostring

from proof import words
from proof.show import axes, bars, data, folds, legend, narration, output, table
from proof.show.canvas import Canvas
from proof.show.seen import Timeline

BAND = 26  # pixels: how many CPUs were busy
MANY = 40  # lanes, beyond which a picture is a summary


def draw(timeline: Timeline, span: float | None = None) -> str:
    """Draw a run.

    Args:
        timeline: What was seen.
        span: Seconds that the whole width stands for, so that several pictures can
            have one scale; the run's own duration without it.

    Returns:
        One ``figure`` element.
    """
    figure = Element("figure", {"class": "proof-picture", "data-search-exclude": ""})
    lanes = sum(len(process.lanes) for process in timeline.processes)
    if timeline.duration < 3 * timeline.interval or not lanes:
        text = " ".join([words.TOO_SHORT, *narration.others(timeline)])
        SubElement(figure, "figcaption").text = text
        return _text(figure)
    # The last marks need some room to the right of the end.
    canvas = Canvas(max(span or timeline.duration, 1e-3) * 1.015)
    alike = folds.find(timeline)
    if many := lanes - sum(len(fold.lanes) for fold in alike) > MANY:
        alike = []
        _summary(canvas, timeline)
    else:
        bars.draw(canvas, timeline, alike)
    end, cores = timeline.duration, timeline.cores
    axes.area(canvas, words.BUSY, timeline.busy(), end, cores, BAND)
    axes.scale(canvas)
    svg = canvas.finish()
    told = narration.picture(timeline)
    svg.set("aria-label", told)
    figure.set("data-run", output.key(timeline.lines))
    SubElement(figure, "div", {"class": "proof-scene"}).append(svg)
    below = SubElement(figure, "div", {"class": "proof-below"})
    if not many:
        below.append(legend.of(timeline))
    SubElement(below, "div", {"class": "proof-tools"})  # what the script puts in it
    script = SubElement(figure, "script", {"type": "application/json"})
    script.text = data.of(timeline, canvas.span, alike)
    caption = SubElement(figure, "figcaption")
    SubElement(caption, "p").text = told
    caption.append(table.of(timeline))
    return _text(figure)


def worth(timeline: Timeline) -> bool:
    """Whether there is something to see: more than one thread, or a telling state."""
    lanes = [lane for process in timeline.processes for lane in process.lanes]
    states = {one.state for lane in lanes for one in lane.stretches}
    return len(lanes) > 1 or bool(states & {"stopped", "zombie"})


def _summary(canvas: Canvas, timeline: Timeline) -> None:
    """How many processes there were, where there are too many to draw each."""
    changes: dict[float, int] = {}
    for process in timeline.processes:
        changes[process.start] = changes.get(process.start, 0) + 1
        changes[process.end] = changes.get(process.end, 0) - 1
    steps, alive = [(0.0, 0)], 0
    for when in sorted(changes):
        alive += changes[when]
        steps.append((when, alive))
    top = max(number for _, number in steps)
    axes.area(canvas, words.ALIVE, steps, timeline.duration, top, 3 * BAND)


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
