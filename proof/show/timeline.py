"""Reads a trace: which process and thread was in which state, from when to when."""

import re
from itertools import pairwise

from proof import words
from proof.programs import signals
from proof.runs.run import DISTURBED, Run
from proof.show.seen import Lane, Process, Stretch, Timeline

LATE = 0.025  # seconds: five times as long as there should be between two samples
# The kernel's letters by what a reader calls them; see proc_pid_stat(5).
STATES = {
    "R": "running",
    "r": "ready",
    "S": "waiting",
    "D": "waiting",
    "I": "waiting",
    "T": "stopped",
    "t": "stopped",
    "Z": "zombie",
    "X": "zombie",
}


def read(run: Run) -> Timeline | None:
    """Read the trace of a run.

    Returns:
        None where the run has no trace.

    Raises:
        ValueError: The trace is not of a shape that this version knows.
    """
    if run.trace is None:
        return None
    try:
        return _read(run, run.trace)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError(f"the trace is damaged: {error!r}") from None


def _read(run: Run, trace: dict) -> Timeline:
    ticks: list[float] = []
    for units in trace["ticks"]:
        ticks.append((ticks[-1] if ticks else 0.0) + units / 10_000)
    duration = max([run.wall, *ticks[-1:]])
    late = [
        i
        for i, (one, following) in enumerate(pairwise([*ticks, duration]))
        if following - one > LATE
    ]
    # What was there to the last and had to be killed did not end by itself.
    killed = {process["pid"] for process in (*run.left, *run.dumps)}
    processes = []
    counts: dict[str, int] = {}
    for seen in trace["processes"]:
        last = seen["last"]
        is_main = not processes
        end = run.wall if is_main and last is None else _at(ticks, last, duration)
        lanes = [_lane(thread, ticks, late, end) for thread in seen["threads"]]
        processes.append(
            Process(
                pid=seen["pid"],
                name=_name(seen, processes, counts),
                lanes=[lane for lane in lanes if lane.stretches],
                parents=[
                    (_at(ticks, tick, duration), pid) for tick, pid in seen["parents"]
                ],
                ending=_ending(run, run.status if is_main else seen["status"]),
                ended=last is not None or seen["pid"] not in killed,
                start=_at(ticks, seen["first"], duration),
                end=end,
            )
        )
    return Timeline(
        processes=[process for process in processes if process.lanes],
        duration=duration,
        interval=duration / max(1, len(ticks)),
        lines=[(when, text) for when, text in run.stdout],
        cores=run.origin["machine"]["cores"],
        load=trace.get("load", 0.0),
        delayed=trace.get("delay", 0.0) > DISTURBED,
    )


def _at(ticks: list[float], index: int | None, duration: float) -> float:
    return duration if index is None or index >= len(ticks) else ticks[index]


def _lane(thread: dict, ticks: list[float], late: list[int], end: float) -> Lane:
    stretches: list[Stretch] = []

    def add(state: str, start: float, until: float) -> None:
        start, until = min(start, end), min(until, end)
        if stretches and stretches[-1].state == state:
            start = stretches.pop().start
        stretches.append(Stretch(state, start, until))

    tick = thread["first"]
    for letter, count in re.findall(r"([A-Za-z])(\d+)", thread["states"]):
        state = STATES.get(letter, "waiting")
        first, tick = tick, tick + int(count)
        if state not in ("running", "ready"):
            add(state, _at(ticks, first, end), _at(ticks, tick, end))
            continue
        # On a busy machine samples can be late. A thread that waited then waits until
        # it is seen otherwise; one that ran may long have stopped.
        for i in (i for i in late if first <= i < tick):
            add(state, _at(ticks, first, end), ticks[i] + LATE)
            add("unseen", ticks[i] + LATE, _at(ticks, i + 1, end))
            first = i + 1
        if first < tick:
            add(state, _at(ticks, first, end), _at(ticks, tick, end))
    return Lane(thread["tid"], thread["name"], stretches, thread["cpu"])


def _ending(run: Run, status: int | None) -> int | str | None:
    if status is None:
        return None
    return signals.ending(status, run.origin["machine"]["system"])


def _name(seen: dict, earlier: list[Process], counts: dict[str, int]) -> str:
    """What a reader calls a process; one that was forked has its parent's command."""
    if not earlier:
        return words.MAIN
    found = re.search(
        r"multiprocessing\.(forkserver|resource_tracker)", seen["command"]
    )
    helper = words.HELPERS[found[1]] if found else None
    if helper and helper not in {process.name for process in earlier}:
        return helper
    counts["other"] = counts.get("other", 0) + 1
    return words.PROCESS_NAME.format(counts["other"])
