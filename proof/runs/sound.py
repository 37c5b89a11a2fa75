"""Whether a run that somebody else has written down is one that pages can show."""

import datetime
import json
import re
from typing import TypedDict

from proof import words
from proof.runs.answer import Sample
from proof.runs.card import MachineCard, is_line
from proof.runs.run import OWN, Run
from proof.shape import fits

VERSION = re.compile(r"3\.(1[1-9]|[2-9]\d)\.(0|[1-9]\d?)", re.ASCII)
LONGEST = 300  # characters of a command, a label, an argument
LARGEST = 1e15  # that any number may be
MOST = 1000  # samples, arguments
BEGAN = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)  # no run is older


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
    short = len(run.samples) <= MOST and len(origin["args"]) <= MOST
    right = {
        words.RUN_NUMBERS: short and _is_bounded(json.loads(run.to_json())),
        words.RUN_SAMPLES: _is_its_first(run),
        words.RUN_VERSION: VERSION.fullmatch(python["version"]),
        words.RUN_PYTHON: python["implementation"] == "CPython",
        words.RUN_MACHINE: all(
            where[k] == machine[k] for k in ("system", "architecture")
        ),
        words.RUN_FIGURES: _is_watched(run),
        words.RUN_DATE: _is_date(run.date),
        words.RUN_LINE: all(is_line(line, LONGEST) for line in lines),
        words.RUN_LABEL: run.label == _label(python),
    }
    for problem, fine in right.items():
        if not fine:
            raise ValueError(problem)


def _is_bounded(value: object) -> bool:
    """Whether no number in what JSON has is larger than any that was measured."""
    if isinstance(value, dict):
        return all(map(_is_bounded, value.values()))
    if isinstance(value, list):
        return all(map(_is_bounded, value))
    return not isinstance(value, int | float) or abs(value) <= LARGEST


def _is_its_first(run: Run) -> bool:
    """Whether a run says of itself what its first sample says, and no sample more."""
    known = Sample.__annotations__.keys()
    return (
        all(run.samples[0][key] == getattr(run, key) for key in OWN)
        and all(sample.keys() <= known for sample in run.samples)
        and all(one["reached"] in (None, "time", *words.LIMITS) for one in run.samples)
        and min(run.wall, run.cpu or 0, run.peak_rss or 0) >= 0
    )


def _label(python: Python) -> str:
    kind = " free-threaded" if python["threaded"] else ""
    return f"{python['implementation']} {python['version']}{kind}"


def _is_watched(run: Run) -> bool:
    """Whether a run has the figures that its engine gives, and no others."""
    figures = [run.cpu, run.peak_rss]
    figures += [sample[key] for sample in run.samples for key in ("cpu", "load")]
    known = [figure is not None for figure in figures]
    if run.uncontained:
        return not (any(known) or run.trace or run.dumps or run.left)
    return all(known) and "engine" not in run.origin


def _is_date(text: str) -> bool:
    """Whether a text is a date in UTC, to the second, as `Run` has it, and has come."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    if read.tzinfo is None or read.utcoffset():
        return False
    day = datetime.timedelta(days=1)  # clocks differ
    soon = datetime.datetime.now(datetime.UTC) + day
    return BEGAN <= read <= soon and read.isoformat(timespec="seconds") == text
