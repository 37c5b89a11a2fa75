"""What happened to the processes of a run, and when."""

from dataclasses import dataclass

from proof import words
from proof.show import narration
from proof.show.seen import Process, Timeline


@dataclass(frozen=True, order=True)
class Event:
    """One of them.

    Attributes:
        when: Seconds since the start.
        rank: What comes first of what was seen at one look: what is created, then what
            happens to it.
        text: What happened, without the time.
    """

    when: float
    rank: int
    text: str


def of(timeline: Timeline) -> list[Event]:
    """Everything that was seen to happen, in its order; lines of output left out."""
    events = [one for p in timeline.processes for one in _of_process(timeline, p)]
    return sorted(events)


def _of_process(timeline: Timeline, process: Process) -> list[Event]:
    events = []
    for index, (when, pid) in enumerate(process.parents):
        parent = timeline.find(pid)
        if parent is None and index == 0:
            continue  # main's parent is the supervisor, which is not shown
        name = parent.name if parent else words.OUTSIDE
        text = words.IS_ADOPTED if index else words.IS_CREATED
        events.append(Event(when, int(index > 0), text.format(process.name, name)))
    for state, text in words.BECOMES.items():
        events += [
            Event(one.start, 3 if state == "zombie" else 1, text.format(process.name))
            for one in process.stretches(state)
        ]
    if process.ended:
        text = narration.ended(process)
        events.append(Event(process.ended_at, 2, text))
    return events
