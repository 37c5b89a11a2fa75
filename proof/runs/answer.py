"""What a supervisor answers, and where it was asked: the parts of a run, by their keys.

What is read from the store or from a recording must have these keys, of these types:
they are what judging and drawing rely on. There may be more.
"""

from typing import NotRequired, TypedDict

Lines = list[tuple[float, str]]


class Machine(TypedDict):
    """A part of `proof.runs.machine.machine`."""

    system: str
    release: str
    architecture: str
    cores: int


class Origin(TypedDict):
    """A part of `proof.runs.plan.Plan.origin`."""

    snippet: str
    path: str
    machine: Machine
    engine: NotRequired[str]


class Left(TypedDict):
    """A process that outlived the main one."""

    pid: int
    parent: int
    state: str
    command: str


class Dump(TypedDict):
    """What a process said when it was aborted."""

    pid: int
    command: str
    text: str


class Sample(TypedDict):
    """One of several runs; see the fields of `proof.runs.run.Run`."""

    status: int | None
    reached: str | None
    wall: float
    cpu: float | None
    stdout: Lines
    stderr: Lines
    left: list[Left]
    load: float | None
    delay: NotRequired[float]
    remade: NotRequired[int]


class Thread(TypedDict):
    """See `proof.supervise.sampler.Sampler.trace`, as for the two below."""

    tid: int
    name: str
    first: int
    states: str
    cpu: float
    ready: float


class Process(TypedDict):
    pid: int
    command: str
    first: int
    last: int | None
    parents: list[tuple[int, int]]
    status: int | None
    threads: list[Thread]


class Trace(TypedDict):
    ticks: list[int]
    processes: list[Process]
