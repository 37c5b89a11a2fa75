"""What the marks of a picture mean: those that occur in it, and no others."""

from xml.etree.ElementTree import Element, SubElement

from proof import words
from proof.show.seen import Timeline


def of(timeline: Timeline) -> Element:
    """A list of marks."""
    legend = Element("ul", {"class": "proof-legend"})
    for mark in _marks(timeline):
        SubElement(legend, "li", {"class": f"proof-is-{mark}"}).text = words.MARKS[mark]
    return legend


def _marks(timeline: Timeline) -> list[str]:
    """Their names, in the order of `words.MARKS`."""
    processes = timeline.processes
    found = {
        one.state
        for process in processes
        for lane in process.lanes
        for one in lane.stretches
        if one.end > one.start
    }
    if timeline.lines:
        found.add("line")
    for process in processes:
        if any(timeline.find(pid) for _, pid in process.parents[:1]):
            found.add("created")
        if process.parents[1:]:
            found.add("adopted")
        if process.ended:
            found.add("ended" if process.ending in (0, None) else "failed")
    return [mark for mark in words.MARKS if mark in found]
