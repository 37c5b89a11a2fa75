"""The picture of a run, drawn from its trace as inline SVG.

Time runs to the right, in per cent of the width, so that a phone shows the same
picture with letters of the same size. States differ in shape first and in colour
second: running is a full bar, ready (able to run, but without a CPU) the lower half of
one, waiting a line, stopped two lines, and a zombie an empty box.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from proof import words
from proof.show import narration, output
from proof.show.timeline import Lane, Process, Stretch, Timeline

LABEL = 15  # pixels: a line of text
BAR = 12  # a thread's states
GAP = 7  # between processes
BAND = 26  # how many CPUs were busy
MANY = 40  # lanes, beyond which a picture is a summary
WIDTH = 1000  # units of a bar's own coordinates
NARROW = 320  # pixels that a picture has on a phone
LETTER = 6.5  # pixels: a wide letter of a label's 11
SHAPES = {  # from the top of a bar to its bottom, in tenths
    "running": ((0, 10),),
    "ready": ((5, 10),),
    "waiting": ((4.5, 5.5),),
    "stopped": ((2, 4), (6, 8)),
    "zombie": ((0, 10),),
}


def draw(timeline: Timeline, span: float | None = None) -> str:
    """Draw a run.

    Args:
        timeline: What was seen.
        span: Seconds that the whole width stands for, so that several pictures can
            have one scale; the run's own duration without it.

    Returns:
        One ``figure`` element.
    """
    # The last marks need some room to the right of the end.
    span = max(span or timeline.duration, 1e-3) * 1.015
    figure = Element("figure", {"class": "proof-picture", "data-search-exclude": ""})
    lanes = sum(len(process.lanes) for process in timeline.processes)
    if timeline.duration < 3 * timeline.interval or not lanes:
        SubElement(figure, "figcaption").text = words.TOO_SHORT
        return _text(figure)
    drawing = _Drawing(timeline, span)
    svg = drawing.summary() if lanes > MANY else drawing.lanes()
    svg.set("aria-label", narration.picture(timeline))
    figure.append(svg)
    SubElement(figure, "figcaption").text = narration.picture(timeline)
    return _text(figure)


def worth(timeline: Timeline) -> bool:
    """Whether there is something to see: more than one thread, or a telling state."""
    lanes = [lane for process in timeline.processes for lane in process.lanes]
    states = {one.state for lane in lanes for one in lane.stretches}
    return len(lanes) > 1 or bool(states & {"stopped", "zombie"})


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


class _Drawing:
    def __init__(self, timeline: Timeline, span: float) -> None:
        self.timeline = timeline
        self.span = span
        self.svg = Element("svg", {"role": "img", "width": "100%"})
        self.y = 0.0
        self.middle: dict[int, float] = {}  # of each process's first bar

    def lanes(self) -> Element:
        """Every thread of every process."""
        lines = SubElement(self.svg, "g", {"class": "proof-links"})
        if self.timeline.lines:
            self._output()
        for process in self.timeline.processes:
            self._process(process)
        for process in self.timeline.processes:
            self._links(lines, process)
        return self._finish()

    def summary(self) -> Element:
        """How many processes and threads there were, where there are too many."""
        changes: dict[float, int] = {}
        for process in self.timeline.processes:
            changes[process.start] = changes.get(process.start, 0) + 1
            changes[process.end] = changes.get(process.end, 0) - 1
        steps, alive = [(0.0, 0)], 0
        for when in sorted(changes):
            alive += changes[when]
            steps.append((when, alive))
        self._area(words.ALIVE, steps, max(number for _, number in steps), 3 * BAND)
        return self._finish()

    def _finish(self) -> Element:
        self._area(words.BUSY, self.timeline.busy(), self.timeline.cores, BAND)
        self._axis()
        self.svg.set("height", f"{self.y:.0f}")
        return self.svg

    def _at(self, seconds: float) -> str:
        return f"{100 * seconds / self.span:.2f}%"

    def _label(self, x: float, y: float, text: str, kind: str = "") -> Element:
        attributes = {"x": self._at(x), "y": f"{y:.0f}", "class": kind}
        label = SubElement(self.svg, "text", attributes)
        label.text = text
        return label

    def _place(self, label: Element, x: float) -> None:
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
            label.set("x", self._at(middle * self.span))

    def _output(self) -> None:
        self._label(0, LABEL - 4, words.OUTPUT, "proof-quiet")
        for when, text in self.timeline.lines[:200]:
            x = self._at(when)
            mark = SubElement(
                self.svg,
                "line",
                {"x1": x, "x2": x, "y1": f"{LABEL}", "y2": f"{LABEL + 8}"},
            )
            mark.set("class", "proof-said")
            SubElement(mark, "title").text = words.said(when, output.cut(text))
        self.y = LABEL + 8 + GAP

    def _process(self, process: Process) -> None:
        for index, lane in enumerate(process.lanes):
            name = narration.lane(process, lane, index)
            label = self._label(lane.start, self.y + LABEL - 4, name)
            if index == 0 and process.ended and process.ending not in (0, None):
                reason = SubElement(label, "tspan", {"class": "proof-quiet"})
                reason.text = f" · {words.ending(process.ending)}"
            self._place(label, lane.start)
            self.y += LABEL
            if index == 0:
                self.middle[id(process)] = self.y + BAR / 2
            self._bar(lane, narration.lane_title(process, lane, index))
            if index == 0:
                self._ending(process)
            self.y += BAR
        self.y += GAP

    def _bar(self, lane: Lane, title: str) -> None:
        bar = SubElement(
            self.svg,
            "svg",
            {
                "y": f"{self.y:.0f}",
                "width": "100%",
                "height": f"{BAR}",
                "viewBox": f"0 0 {WIDTH} 10",
                "preserveAspectRatio": "none",
            },
        )
        SubElement(bar, "title").text = title
        for state, rows in SHAPES.items():
            path = [
                self._block(one, top, bottom)
                for one in lane.stretches
                for top, bottom in rows
                if one.state == state and one.end > one.start
            ]
            if path:
                SubElement(bar, "path", {"class": f"proof-{state}", "d": "".join(path)})

    def _block(self, one: Stretch, top: float, bottom: float) -> str:
        x = WIDTH * one.start / self.span
        width = max(WIDTH * one.seconds / self.span, 0.4)
        return f"M{x:.1f} {top:g}h{width:.1f}v{bottom - top:g}h-{width:.1f}z"

    def _ending(self, process: Process) -> None:
        for zombie in process.stretches("zombie"):
            if zombie.seconds > 0.1 * self.span:
                middle = (zombie.start + zombie.end) / 2
                attributes = {"x": self._at(middle), "y": f"{self.y + BAR - 2.5:.1f}"}
                attributes |= {"text-anchor": "middle", "class": "proof-z"}
                SubElement(self.svg, "text", attributes).text = "Z"
        if not process.ended:
            return
        when = process.ended_at
        fine = process.ending in (0, None)
        x = self._at(when)
        if fine:
            mark = SubElement(self.svg, "circle", {"cx": x, "r": "3.5"})
            mark.set("cy", f"{self.y + BAR / 2:.0f}")
        else:
            mark = SubElement(self.svg, "text", {"x": x, "text-anchor": "middle"})
            mark.set("y", f"{self.y + BAR - 1:.0f}")
            mark.text = "✕"
        mark.set("class", "proof-end" if fine else "proof-end proof-bad")
        SubElement(mark, "title").text = narration.ending(process, when)

    def _links(self, lines: Element, process: Process) -> None:
        """From who created it, and from who adopted it, to a process's bar."""
        own = self.middle[id(process)]
        for index, (when, pid) in enumerate(process.parents):
            parent = self.timeline.find(pid)
            if parent is None and index == 0:
                continue  # main's parent is the supervisor, which is not shown
            kind = "proof-adopted" if index else "proof-created"
            start = self.middle[id(parent)] if parent else 0.0
            x = self._at(when)
            line = {"x1": x, "x2": x, "y1": f"{start:.0f}", "y2": f"{own:.0f}"}
            link = SubElement(lines, "line", line | {"class": kind})
            text = narration.link(process, parent, when, adopted=bool(index))
            SubElement(link, "title").text = text
            if index:
                ring = {"cx": x, "cy": f"{own:.0f}", "r": "4", "class": kind}
                SubElement(SubElement(self.svg, "circle", ring), "title").text = text

    def _area(
        self, label: str, steps: list[tuple[float, int]], top: int, height: int
    ) -> None:
        self._label(0, self.y + LABEL - 4, label, "proof-quiet")
        self.y += LABEL
        area = SubElement(
            self.svg,
            "svg",
            {
                "y": f"{self.y:.0f}",
                "width": "100%",
                "height": f"{height}",
                "viewBox": f"0 0 {WIDTH} 10",
                "preserveAspectRatio": "none",
                "class": "proof-band",
            },
        )
        SubElement(area, "rect", {"width": f"{WIDTH}", "height": "10"})
        path = ["M0 10"]
        for when, number in steps:
            level = 10 - 10 * min(number, top) / max(top, 1)
            path.append(f"H{WIDTH * when / self.span:.1f}V{level:.1f}")
        path.append(f"H{WIDTH * self.timeline.duration / self.span:.1f}V10z")
        SubElement(area, "path", {"d": "".join(path)})
        self.y += height

    def _axis(self) -> None:
        self.y += 4
        step = _step(self.span)
        count = int(self.span / step + 1e-9)
        for i in range(count + 1):
            x = self._at(i * step)
            tick = {"x1": x, "x2": x, "y1": f"{self.y - 4:.0f}", "y2": f"{self.y:.0f}"}
            SubElement(self.svg, "line", tick | {"class": "proof-tick"})
            place = "start" if i == 0 else "middle"
            if i * step > 0.95 * self.span:
                place = "end"
            text = {"x": x, "y": f"{self.y + 11:.0f}", "text-anchor": place}
            label = SubElement(self.svg, "text", text | {"class": "proof-quiet"})
            label.text = words.tick(i * step)
        self.y += LABEL


def _step(span: float) -> float:
    """A round number of seconds that divides the axis into three to seven parts."""
    for step in (1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10):
        if span / step <= 6:
            return step
    return 20.0
