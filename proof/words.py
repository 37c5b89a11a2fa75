"""Every word of the engine that a reader of the site or of its messages sees.

A translation replaces this module and nothing else.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from proof.request import MAX_OUTPUT, MAX_PROCESSES

if TYPE_CHECKING:
    from proof.run import Run
    from proof.timeline import Lane, Process, Timeline

# On the page.
OUTPUT = "Output"
STDERR = "Standard error"
NO_OUTPUT = "It prints nothing."
LEFT = "Left behind, and ended by the site:"
DUMPS = "Where every process stood at the limit"
MORE_LINES = "… and {} more lines"
WRONG = {
    "races": "races",
    "deadlocks": "deadlocks",
    "raises": "raises",
    "leaks": "leaks",
    "hangs": "hangs",
}
UNCONTAINED = "no trace, and no containment beyond the process group"
LINUX_ONLY = "Linux only"
FAILED = "This program failed when the page was built."
NOT_RUN = "Not run here."
BROKEN = "This example cannot be shown."
DISTURBED = "disturbed by other programs"
PROCESS = "process {pid}, state {state}, parent {parent}: {command}"


def provenance(run: "Run", quiet: bool) -> tuple[str, str]:
    """What a run cost, and where it was made.

    Args:
        quiet: Whether it was meant to have the machine to itself.
    """
    machine = run.origin["machine"]
    return (
        " · ".join(
            (
                outcome(run.outcome),
                f"{seconds(run.wall)} wall time",
                f"{seconds(run.cpu)} CPU time",
                f"{mebibytes(run.peak_rss)} peak memory",
                *([DISTURBED] if quiet and run.disturbed else []),
            )
        ),
        " · ".join(
            (
                run.label,
                f"{machine['system']} {machine['release']} {machine['architecture']}",
                core_count(machine["cores"]),
                f"{run.date[:16].replace('T', ' ')} UTC",
                *([] if machine["system"] == "Linux" else [UNCONTAINED]),
            )
        ),
    )


def seconds(number: float) -> str:
    """``"38 ms"``, ``"1.24 s"``."""
    return f"{number * 1000:.0f} ms" if number < 0.1 else f"{number:.2f} s"


def mebibytes(number: int) -> str:
    """``"12 MiB"``, from bytes."""
    return f"{number / (1 << 20):.0f} MiB"


def core_count(number: int) -> str:
    """``"1 core"``, ``"2 cores"``."""
    return f"{number} core" if number == 1 else f"{number} cores"


def outcome(value: int | str) -> str:
    """How a run ended, for the provenance line."""
    if isinstance(value, int):
        return f"exit code {value}"
    if value == "hang":
        return "ended at its time limit"
    if value in _LIMITS:
        return f"ended: {_LIMITS[value]}"
    return f"ended by {value}"


def happened(value: int | str, limit: float) -> str:
    """How a run ended, as the beginning of a message."""
    if isinstance(value, int):
        return f"ended with exit code {value}; its last output says why"
    if value == "hang":
        return (
            f"was still running at its limit of {limit:g} s; "
            "make it shorter, or set limit in [tool.proof]"
        )
    if value in _LIMITS:
        return f"was ended: {_LIMITS[value]}"
    return f"was ended by {value}"


def declared(value: int | str) -> str:
    """What a snippet announces, for a message."""
    if isinstance(value, int):
        return f"exit code {value}"
    return "a hang" if value == "hang" else value


_LIMITS = {
    "output": f"more than {MAX_OUTPUT >> 20} MiB of output",
    "processes": f"more than {MAX_PROCESSES} processes at one time",
    "storm": "processes that start others and end, without end",
}

RECORDING = "recording: made elsewhere, kept in git"
OTHER_RESULTS = "{} other results"
OUTCOMES = "<code>{heading}</code>: what came out of {total} runs"
TIMINGS = "<code>{heading}</code>: {runs} runs, alone on the machine."
TIMING_COLUMNS = ("measured", "median", "least to most", "every run")
VALUES = "Values"
PRICES = "What was measured over sizes"
SPREAD = "Median, and below it least to most."
NO_DIFFERENCE = "(no difference measured here)"
THREAD = "thread {}"
NO_STACK = "no Python stack"
NOT_OWN = "in no line of this program"


def duration(number: float) -> str:
    """``"2.31 µs"``, ``"450 ms"``, from seconds."""
    for unit, name in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if number >= 0.9995 * unit:
            return f"{_three(number / unit)} {name}"
    return f"{_three(number / 1e-9)} ns"


def spread(least: str, most: str) -> str:
    """``"2 to 3"``."""
    return f"{least} to {most}"


def _three(number: float) -> str:
    """Three digits that count, without an exponent."""
    return f"{number:.0f}" if number >= 99.95 else f"{number:.3g}"


def chart(sizes: list[str], channels: list[str]) -> str:
    """What a plot over sizes shows, for those who do not see it."""
    return (
        f"Time for one message of {', '.join(sizes[:-1])} and {sizes[-1]}: the larger "
        f"the dot, the larger the message. Bars behind the dots reach from the least "
        f"to the most of all runs. The scale is logarithmic. {len(channels)} rows."
    )


def share(number: int, total: int) -> str:
    """How many of all."""
    return f"{number} of {total}"


def disturbed(number: int, total: int) -> str:
    """Of timings that other programs disturbed, however often they were repeated."""
    return f"Disturbed by other programs: {number} of {total}."


def calls(number: int) -> str:
    """The title of a folded stack."""
    return "1 call" if number == 1 else f"all {number} calls"


DOWNLOAD = "Download this notebook"
LAB_FAILED = "This lab failed when the page was built."

# On the terminal.
RECORDED = "Recorded {}"
RUNNING = "Running"
NO_PAGE = "shown by no page"


def failures(number: int) -> str:
    """The last line of a check that failed."""
    return f"{number} failure" if number == 1 else f"{number} failures"


def ran(total: int, failed: int, wall: float) -> str:
    """One line when all runs are made."""
    noun = "program" if total == 1 else "programs"
    text = f"Ran {total} {noun} in {wall:.1f} s"
    return text + (f", {failed} failed." if failed else ".")


# In messages.
NOT_AS_DECLARED = "{}, but its header declares {}; correct the one that is wrong"
STDERR_UNDECLARED = (
    "wrote to standard error; mend the cause, "
    "or announce it with stderr in [tool.proof]"
)
STDERR_MISSING = "its header announces {!r} on standard error, and it did not come"
LEFT_UNDECLARED = (
    "left processes behind ({}); wait for them, or set linger in [tool.proof]"
)
NO_INTERPRETER = (
    "needs Python {}, and this machine has none; uv python install brings it"
)
NO_PACKAGE = "needs the package {}, and {} does not have it; pip install it"
NO_TOOL = (
    "needs {0}, which this machine does not have; on Debian and Ubuntu: "
    "apt-get install {0}"
)
NO_SUCH_PYTHON = "{} is not on this machine, which has {}; uv python install brings it"
NO_SNIPPET = "is no snippet and holds none; name a file or a folder below snippets/"
NO_SUCH_ARGUMENTS = (
    "its header declares no run with the arguments {!r}; add them to args"
)
NO_JUPYTER = "proof-labs completes the plugin mkdocs-jupyter; name that one before it"
CELL_HANGS = (
    "a cell did not end within {} s; make it shorter, or set limit of the "
    "plugin proof-labs"
)
LAB_BROKEN = "cannot be executed ({}); open it in Jupyter and mend it"
CELL_FAILS = "a cell failed with {}; run the notebook in Jupyter to see which"
OTHER_PLATFORM = "runs on {} only"
PORT_IN_USE = "port {} cannot be used ({}); choose another: make serve PORT=8001"
ENGINE_SAVED = "The engine was saved: starting again"
RECORDING_BROKEN = "is no recording that this version reads ({}); record it anew"
RECORDING_STALE = "is of an older text of {}; record it anew: proof record --python {}"
SUPERVISOR_DIED = "its supervisor died; run it again"

# In the picture.
MAIN = "main"
PROCESS_NAME = "process {}"
HELPERS = {"forkserver": "fork server", "resource_tracker": "resource tracker"}
TOO_SHORT = "The run was too short to see anything in it."
BUSY = "CPUs busy"
ALIVE = "processes alive"


def tick(number: float) -> str:
    """``"0.2 s"``."""
    return f"{number:.3g} s"


def said(when: float, text: str) -> str:
    """Of a line of output."""
    return f"{when:.3f} s: {text}"


def lane(process: "Process", lane: "Lane", index: int) -> str:
    """The label of a process's bar, or of one of its further threads."""
    if index == 0:
        return f"{process.name} · {process.pid}"
    named = lane.name and not lane.name.startswith("python")
    return f"    {lane.name}" if named else f"    thread {index + 1}"


def lane_title(process: "Process", lane: "Lane", index: int) -> str:
    """Details of a bar."""
    states = ("running", "ready", "waiting", "stopped", "zombie")
    spent = [(state, lane.seconds(state)) for state in states]
    parts = [f"{state} {number:.3f} s" for state, number in spent if number > 0]
    label_ = globals()["lane"](process, lane, index).strip()
    return f"{label_}: {', '.join(parts)}; {lane.cpu:.3f} s of CPU time"


def ending_short(value: int | str | None) -> str:
    """``"SIGKILL"``, ``"exit code 3"``."""
    return value if isinstance(value, str) else f"exit code {value}"


def ending(process: "Process", when: float) -> str:
    """Of the mark at a process's end."""
    how = "" if process.ending is None else f", {ending_short(process.ending)}"
    return f"{process.name} ended at {when:.3f} s{how}"


def link(
    process: "Process", parent: "Process | None", when: float, adopted: bool
) -> str:
    """Of the line between a process and its parent."""
    whom = parent.name if parent else "a process outside the program"
    if adopted:
        return f"{process.name} was adopted by {whom} at {when:.3f} s"
    return f"{process.name} was created by {whom} at {when:.3f} s"


def picture(timeline: "Timeline") -> str:
    """What a picture shows, for those who do not see it."""
    processes = timeline.processes
    threads = sum(len(process.lanes) for process in processes)
    parts = [
        f"{_count(len(processes), 'process', 'processes')} with "
        f"{_count(threads, 'thread', 'threads')}, {timeline.duration:.2f} s."
    ]
    parts += _together(timeline)
    events: list[tuple[float, str]] = []
    for process in processes:
        for one in process.stretches("zombie"):
            if one.seconds >= 2 * timeline.interval:
                events.append(
                    (
                        one.start,
                        f"{process.name} was a zombie from {one.start:.2f} s "
                        f"to {one.end:.2f} s",
                    )
                )
        for one in process.stretches("stopped"):
            events.append(
                (
                    one.start,
                    f"{process.name} was stopped from {one.start:.2f} s "
                    f"to {one.end:.2f} s",
                )
            )
        for when, pid in process.parents[1:]:
            events.append((when, link(process, timeline.find(pid), when, True)))
        if process.ending not in (0, None):
            events.append(
                (
                    process.ended_at,
                    f"{process.name} ended at {process.ended_at:.2f} s, "
                    f"{ending_short(process.ending)}",
                )
            )
    shown = [text for _, text in sorted(events)]
    more = f" and {len(shown) - 8} more events" if len(shown) > 8 else ""
    if shown:
        parts.append("; ".join(shown[:8]) + more + ".")
    return " ".join(part[0].upper() + part[1:] for part in parts)


def _together(timeline: "Timeline") -> list[str]:
    steps = [*timeline.busy(), (timeline.duration, 0)]
    spans = [(n, b - a) for (a, n), (b, _) in pairwise(steps)]
    most = max((n for n, _ in spans), default=0)
    two = sum(seconds for n, seconds in spans if n > 1)
    any_ = sum(seconds for n, seconds in spans if n > 0)
    if two >= max(2 * timeline.interval, 0.05 * timeline.duration):
        return [f"up to {most} threads ran side by side, for {two:.2f} s in all."]
    if any_ >= 0.3 * timeline.duration:
        often = "mostly one thread" if two else "one thread"
        return [f"{often} ran at a time, for {any_:.2f} s in all."]
    return [f"they waited most of the time, and ran for {any_:.2f} s in all."]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
