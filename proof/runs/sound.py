"""Whether a run that somebody else has written down is one that pages can show."""

import datetime
import re
from typing import TypedDict

from proof import words
from proof.runs.card import MachineCard, is_line
from proof.runs.run import Run
from proof.shape import fits

VERSION = re.compile(r"3\.\d{1,3}\.\d{1,3}", re.ASCII)
LONGEST = 300  # characters of a command, a label, an argument


class Python(TypedDict):
    """The interpreter of a run; see `proof.programs.interpreter.Interpreter`."""

    implementation: str
    version: str
    threaded: bool
    gil: bool
    build: str


class Origin(TypedDict):
    """What has to be known of where a run comes from."""

    snippet: str
    path: str
    args: list[str]
    interpreter: Python


def check(run: Run, machine: MachineCard) -> None:
    """Accept a run of a machine.

    Raises:
        ValueError: It says of itself what cannot be, or what no page could show.
    """
    origin = run.origin
    if not fits(origin, Origin):
        raise ValueError(words.RUN_WITHOUT_ORIGIN)
    where, python = origin["machine"], origin["interpreter"]
    lines = [run.label, run.command, origin["path"], *filter(None, origin["args"])]
    right = {
        words.RUN_VERSION: VERSION.fullmatch(python["version"]),
        words.RUN_PYTHON: python["implementation"] == "CPython",
        words.RUN_MACHINE: all(
            where[k] == machine[k] for k in ("system", "architecture")
        ),
        words.RUN_FIGURES: _is_watched(run),
        words.RUN_DATE: _is_date(run.date),
        words.RUN_LINE: all(is_line(line, LONGEST) for line in lines),
    }
    for problem, fine in right.items():
        if not fine:
            raise ValueError(problem)


def _is_watched(run: Run) -> bool:
    """Whether a run has the figures that its engine gives, and no others."""
    figures = [run.cpu, run.peak_rss]
    figures += [sample[key] for sample in run.samples for key in ("cpu", "load")]
    known = [figure is not None for figure in figures]
    if run.uncontained:
        return not (any(known) or run.trace or run.dumps or run.left)
    return all(known) and "engine" not in run.origin


def _is_date(text: str) -> bool:
    """Whether a text is a date with its zone, to the second, as `Run` has it."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return read.tzinfo is not None and read.isoformat(timespec="seconds") == text
