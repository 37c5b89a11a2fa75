"""The lines and bars of a picture: what was said, and what every thread did.

States differ in shape first and in colour second: running is a full bar, ready (able to
run, but without a CPU) the lower half of one, waiting a line, stopped two lines, a
zombie an empty box, and what was not observed is hatched.
"""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from proof import words
from proof.show import narration, output
from proof.show.canvas import LABEL, WIDTH, Canvas
from proof.show.folds import Fold
from proof.show.seen import Lane, Process, Stretch, Timeline

BAR = 12  # pixels: a thread's states
GAP = 7  # between processes
CROWD = 12  # children of one process, beyond which the lines to them are faint
CREATED = "proof-created"
FAINT = f"{CREATED} proof-faint"
FOLDED = f"{CREATED} proof-folded"
SHAPES = {  # from the top of a bar to its bottom, in tenths
    "running": ((0, 10),),
    "ready": ((5, 10),),
    "waiting": ((4.5, 5.5),),
    "stopped": ((2, 4), (6, 8)),
    "zombie": ((0, 10),),
    "unseen": ((5, 5),),  # a broad line, broken into strokes
}


def draw(canvas: Canvas, timeline: Timeline, folds: list[Fold]) -> None:
    """Draw every thread of every process, and how processes belong together.

    Args:
        canvas: Where.
        timeline: What was seen.
        folds: What is not drawn, and said to be there.
    """
    lines = SubElement(canvas.svg, "g", {"class": "proof-links"})
    if timeline.lines:
        _output(canvas, timeline)
    folded = {id(one) for fold in folds for one in (*fold.processes, *fold.lanes)}
    middle: dict[int, float] = {}
    for process in timeline.processes:
        if id(process) not in folded:
            middle[id(process)] = canvas.y + LABEL + BAR / 2
            _process(canvas, process, folds, folded, middle)
    children = Counter(
        process.parents[0][1]
        for process in timeline.processes
        if id(process) not in folded
    )
    for process in timeline.processes:
        if id(process) in folded:
            kind = FOLDED
        else:
            kind = FAINT if children[process.parents[0][1]] > CROWD else CREATED
        _links(canvas, lines, timeline, process, middle, kind)


def _output(canvas: Canvas, timeline: Timeline) -> None:
    canvas.label(0, LABEL - 4, words.OUTPUT, "proof-quiet")
    for when, _ in timeline.lines[: output.MAX_LINES]:
        x = canvas.at(when)
        place = {"x1": x, "x2": x, "y1": f"{LABEL}", "y2": f"{LABEL + 8}"}
        SubElement(canvas.svg, "line", place | {"class": "proof-said"})
    canvas.y = LABEL + 8 + GAP


def _process(
    canvas: Canvas,
    process: Process,
    folds: list[Fold],
    folded: set[int],
    middle: dict[int, float],
) -> None:
    """Draw a process, and below a lane what is folded under it."""
    for index, lane in enumerate(process.lanes):
        if id(lane) in folded:
            continue
        name = narration.lane(process, lane, index)
        label = canvas.label(lane.start, canvas.y + LABEL - 4, name)
        if index == 0 and process.ended and process.ending not in (0, None):
            reason = SubElement(label, "tspan", {"class": "proof-quiet"})
            reason.text = f" · {words.ending(process.ending)}"
        canvas.place(label, lane.start)
        canvas.y += LABEL
        _bar(canvas, lane)
        if index == 0:
            _ending(canvas, process)
        canvas.y += BAR
        for number, fold in enumerate(folds):
            if fold.below is lane:
                _fold(canvas, number, fold)
                place = canvas.y - LABEL / 2
                middle |= {id(one): place for one in fold.processes}
    canvas.y += GAP


def _fold(canvas: Canvas, number: int, fold: Fold) -> None:
    more = words.MORE_LIKE_THIS if fold.alike else words.MORE_OF_KIND
    text = f"⋮ {more.format(fold.number)}"
    kind = "proof-quiet proof-fold"
    label = canvas.label(fold.below.start, canvas.y + LABEL - 3, text, kind)
    label.set("data-fold", str(number))
    canvas.place(label, fold.below.start)
    canvas.y += LABEL + 2


def _bar(canvas: Canvas, lane: Lane) -> None:
    bar = canvas.stretched(BAR)
    bar.set("class", "proof-bar")
    for state, rows in SHAPES.items():
        path = [
            _block(canvas, one, top, bottom)
            for one in lane.stretches
            for top, bottom in rows
            if one.state == state and one.end > one.start
        ]
        if path:
            SubElement(bar, "path", {"class": f"proof-{state}", "d": "".join(path)})


def _block(canvas: Canvas, one: Stretch, top: float, bottom: float) -> str:
    x = WIDTH * one.start / canvas.span
    width = max(WIDTH * one.seconds / canvas.span, 0.4)
    if top == bottom:
        return f"M{x:.1f} {top:g}h{width:.1f}"
    return f"M{x:.1f} {top:g}h{width:.1f}v{bottom - top:g}h-{width:.1f}z"


def _ending(canvas: Canvas, process: Process) -> None:
    for zombie in process.stretches("zombie"):
        if zombie.seconds > 0.1 * canvas.span:
            middle = (zombie.start + zombie.end) / 2
            attributes = {"x": canvas.at(middle), "y": f"{canvas.y + BAR - 2.5:.1f}"}
            attributes |= {"text-anchor": "middle", "class": "proof-z"}
            SubElement(canvas.svg, "text", attributes).text = "Z"
    if not process.ended:
        return
    when = process.ended_at
    fine = process.ending in (0, None)
    x = canvas.at(when)
    if fine:
        mark = SubElement(canvas.svg, "circle", {"cx": x, "r": "3.5"})
        mark.set("cy", f"{canvas.y + BAR / 2:.0f}")
    else:
        mark = SubElement(canvas.svg, "text", {"x": x, "text-anchor": "middle"})
        mark.set("y", f"{canvas.y + BAR - 1:.0f}")
        mark.text = "✕"
    mark.set("class", "proof-end" if fine else "proof-end proof-bad")


def _links(
    canvas: Canvas,
    lines: Element,
    timeline: Timeline,
    process: Process,
    middle: dict[int, float],
    created: str,
) -> None:
    """From who created it, and from who adopted it, to a process's bar.

    Where it is folded, a short stroke below the fold's words says when it was created.
    """
    own = middle[id(process)]
    for index, (when, pid) in enumerate(process.parents):
        parent = timeline.find(pid)
        if parent is None and index == 0:
            continue  # main's parent is the supervisor, which is not shown
        kind = "proof-adopted" if index else created
        start, end = middle[id(parent)] if parent else 0.0, own
        if kind == FOLDED:
            start, end = own + 3, own + 6
        x = canvas.at(when)
        line = {"x1": x, "x2": x, "y1": f"{start:.0f}", "y2": f"{end:.0f}"}
        SubElement(lines, "line", line | {"class": kind})
        if index:
            ring = {"cx": x, "cy": f"{own:.0f}", "r": "4", "class": kind}
            SubElement(canvas.svg, "circle", ring)
