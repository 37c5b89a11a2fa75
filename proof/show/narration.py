"""What a picture shows, told in sentences for those who do not see it."""

from itertools import pairwise

from proof import words
from proof.runs.run import DISTURBED
from proof.show.seen import Lane, Process, Timeline

BRIEF = 0.5  # seconds of a run, below which the time between two looks is told
EVENTS = 8  # that are told one by one
LONGEST = 40  # characters of a thread's name
OTHERWISE = ("stopped", "unseen")  # neither waiting nor in want of a CPU


def picture(timeline: Timeline) -> str:
    """What a picture shows."""
    processes = timeline.processes
    threads = sum(len(process.lanes) for process in processes)
    parts = [words.extent(len(processes), threads, timeline.duration)]
    parts.append(_together(timeline))
    events = [told for process in processes for told in _events(timeline, process)]
    shown = [text for _, text in sorted(events)]
    if shown:
        more = words.MORE_EVENTS.format(len(shown) - EVENTS)
        told = "; ".join(shown[:EVENTS]) + (more if len(shown) > EVENTS else "")
        parts.append(f"{told}.")
    if timeline.duration < BRIEF:
        parts.append(words.SHORT.format(timeline.interval * 1000))
    parts += others(timeline)
    return " ".join(part[0].upper() + part[1:] for part in parts)


def others(timeline: Timeline) -> list[str]:
    """What others did to the run that is shown; nothing where they left it alone."""
    if timeline.load > DISTURBED:
        share = min(100.0, 100 * timeline.load / timeline.cores)
        return [words.OTHERS.format(max(1.0, share))]
    return [words.DELAYED] if timeline.delayed else []


def _events(timeline: Timeline, process: Process) -> list[tuple[float, str]]:
    """What happened to a process, and when."""
    name = process.name
    events = [
        (one.start, words.WAS_ZOMBIE.format(name, one.start, one.end))
        for one in process.stretches("zombie")
        # For the main process it is the engine that waits.
        if process is not timeline.processes[0] and one.seconds >= 2 * timeline.interval
    ]
    for one in process.stretches("stopped"):
        events.append((one.start, words.WAS_STOPPED.format(name, one.start, one.end)))
    for when, pid in process.parents[1:]:
        events.append((when, adopted(process, timeline.find(pid), when)))
    if process.ending not in (0, None):
        when, how = process.ended_at, words.ending(process.ending)
        events.append((when, words.ENDED_AT.format(name, when, how)))
    return events


def _together(timeline: Timeline) -> str:
    """How much of the work went side by side, and how much waited for a CPU."""
    running = _spans(timeline, timeline.busy())
    most = max((n for n, _ in running), default=0)
    two = sum(seconds for n, seconds in running if n > 1)
    some = sum(seconds for n, seconds in running if n > 0)
    ready = _seconds(timeline, "ready")
    # Only where all were seen, and none of them had anything to do, did they wait.
    idle = timeline.duration - _seconds(timeline, "ready", "running", *OTHERWISE)
    # What runs for less than the time between two looks is not seen, and counted.
    cpu = sum(lane.cpu for process in timeline.processes for lane in process.lanes)
    much = 0.3 * timeline.duration
    little = max(2 * timeline.interval, 0.05 * timeline.duration)
    if two >= little:
        text = words.SIDE_BY_SIDE.format(most, two)
    elif some >= much:
        text = (words.MOSTLY_ONE if two else words.ONE_AT_A_TIME).format(some)
    elif ready > timeline.duration / 2:
        return words.READY.format(some)
    elif idle > timeline.duration / 2 > cpu:
        text = words.WAITED.format(some)
    else:
        text = (words.IN_TURNS if idle >= little else words.HARDLY_WAITED).format(some)
    return f"{text} {words.ALSO_READY.format(ready)}" if ready >= little else text


def _seconds(timeline: Timeline, *states: str) -> float:
    """How long at least one thread was in one of some states."""
    return sum(s for n, s in _spans(timeline, timeline.threads(*states)) if n)


def _spans(timeline: Timeline, steps: list[tuple[float, int]]) -> list[tuple]:
    """Steps as pairs: how many, and for how many seconds."""
    ends = [*steps, (timeline.duration, 0)]
    return [(n, until - since) for (since, n), (until, _) in pairwise(ends)]


def lane(process: Process, lane: Lane, index: int) -> str:
    """The label of a process's bar, or of one of its further threads."""
    if index == 0:
        return f"{process.name} · {process.pid}"
    named = lane.name and not lane.name.startswith("python")
    return f"    {_name(lane.name) if named else words.THREAD.format(index + 1)}"


def _name(name: str) -> str:
    """A name that turns nothing around it, whatever way it is written."""
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return short if short.isascii() else f"\u2068{short}\u2069"


def ended(process: Process) -> str:
    """How a process ended, as far as it is known."""
    if process.ending is None:
        return words.ENDED.format(process.name)
    return words.ENDED_WITH.format(process.name, words.ending(process.ending))


def adopted(process: Process, parent: Process | None, when: float) -> str:
    """Of the line between a process and its new parent."""
    name = parent.name if parent else words.OUTSIDE
    return words.ADOPTED.format(process.name, name, when)
