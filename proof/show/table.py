"""What a picture shows, as a table: for those who do not see it, and to be exact.

It has more elements than the picture, so a browser with a script makes them when the
table is opened; see docs/assets/picture.js.
"""

from xml.etree.ElementTree import Element, SubElement

from proof import words
from proof.show import events, narration
from proof.show.seen import Lane, Process, Timeline

MANY = 200  # threads, beyond which those of one process make one row


def of(timeline: Timeline) -> Element:
    """A folded table: how long every thread was in each state, and what happened."""
    details = Element("details", {"class": "proof-more proof-table"})
    SubElement(details, "summary").text = words.AS_A_TABLE
    about = {"tabindex": "0", "role": "group", "aria-label": words.TABLE}
    box = SubElement(SubElement(details, "div", about), "noscript")
    lanes = [
        (narration.lane(process, lane, index).strip(), [lane])
        for process in timeline.processes
        for index, lane in enumerate(process.lanes)
    ]
    used = {s.state for _, [lane] in lanes for s in lane.stretches if s.seconds > 0}
    if len(lanes) > MANY:
        lanes = [(_together(one), one.lanes) for one in timeline.processes]
    states = {state: name for state, name in words.ALL_STATES.items() if state in used}
    head = [words.WHO, *states.values(), words.CPU_TIME]
    rows = [[name, *_sums(some, states)] for name, some in lanes]
    _table(box, words.SUMS.format(timeline.interval * 1000), head, rows)
    if happened := events.of(timeline):
        rows = [[words.MOMENT.format(one.when), one.text] for one in happened]
        _table(box, words.EVENTS, [words.WHEN, words.WHAT], rows)
    return details


def _together(process: Process) -> str:
    text = words.TOGETHER_MANY if len(process.lanes) > 1 else words.TOGETHER
    return text.format(process.name, process.pid, len(process.lanes))


def _sums(lanes: list[Lane], states: dict[str, str]) -> list[str]:
    """Seconds in each state; nothing for one that the lanes never were in."""
    spent = [sum(lane.seconds(state) for lane in lanes) for state in states]
    shown = [f"{seconds:.3f}" if seconds > 0 else "" for seconds in spent]
    return [*shown, f"{sum(lane.cpu for lane in lanes):.3f}"]


def _table(box: Element, caption: str, head: list[str], rows: list[list[str]]) -> None:
    table = SubElement(box, "table", {"class": "proof-facts"})
    SubElement(table, "caption").text = caption
    line = SubElement(SubElement(table, "thead"), "tr")
    for text in head:
        SubElement(line, "th", {"scope": "col"}).text = text
    body = SubElement(table, "tbody")
    for name, *texts in rows:
        line = SubElement(body, "tr")
        SubElement(line, "th", {"scope": "row"}).text = name
        for text in texts:
            SubElement(line, "td").text = text
