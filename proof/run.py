"""A run: one execution of one snippet, and whether it is what the snippet claims."""

import hashlib
import json
import os
import platform
import re
import shutil
import signal
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from functools import cache, cached_property

from proof import interpreters, words
from proof.errors import ProofError
from proof.interpreters import Interpreter
from proof.request import DISTURBED, TIMINGS, Request
from proof.snippet import Snippet

FORMAT = 2  # raise it when what is stored changes its meaning or shape
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin"
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "xterm-256color",
    "COLUMNS": "80",
    "LINES": "24",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONNOUSERSITE": "1",
}


@dataclass(frozen=True)
class Plan:
    """A run that a page needs: a snippet, its arguments, an interpreter.

    Attributes:
        once: Whether to run a snippet that measures time a single time, disturbed or
            not: enough to judge it, and too little to show.
    """

    snippet: Snippet
    args: tuple[str, ...]
    interpreter: Interpreter
    once: bool = False

    @property
    def command(self) -> str:
        """The command line that a reader would type."""
        return " ".join(
            [f"python{self.interpreter.name}", self.snippet.file, *self.args]
        )

    def request(self, observe: bool) -> Request:
        """The order for a supervisor."""
        library = os.path.dirname(os.path.dirname(self.interpreter.library))
        folder = os.path.dirname(self.interpreter.executable)
        environment = os.path.dirname(folder)
        is_virtual = os.path.exists(os.path.join(environment, "pyvenv.cfg"))
        return Request(
            argv=[self.interpreter.executable, self.snippet.file, *self.args],
            files={self.snippet.file: self.snippet.source},
            env=ENVIRONMENT | {"PATH": f"{folder}:{PATH}"},
            limit=self.snippet.limit,
            linger=self.snippet.linger,
            observe=observe,
            repeat=1 if self.snippet.timing and observe else self.repeat,
            calm=self.snippet.quiet and not self.once,
            shorten={
                self.interpreter.executable: f"python{self.interpreter.name}",
                library + "/": "",
                # A fork server's command line names its folder of packages.
                **({environment + "/": ""} if is_virtual else {}),
            },
        )

    @property
    def repeat(self) -> int:
        """How often it is run, the traced run of one that measures time left out."""
        return TIMINGS if self.snippet.timing else self.snippet.repeat

    def origin(self) -> dict:
        """All that can change the result, and nothing else."""
        return {
            "format": FORMAT,
            "snippet": self.snippet.digest,
            "path": self.snippet.path,
            "args": list(self.args),
            "interpreter": self.interpreter.identity(),
            "packages": interpreters.packages(
                self.interpreter, self.snippet.dependencies
            ),
            "machine": machine(),
            **({"tools": _tools(self.snippet.needs)} if self.snippet.needs else {}),
        }

    @cached_property
    def key(self) -> str:
        """The name of the run in the store."""
        text = json.dumps(self.origin(), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Run:
    """What happened; the fields from ``status`` on are `supervisor`'s answer.

    Attributes:
        origin: See `Plan.origin`.
        command: The command line.
        label: What a reader calls the interpreter.
        date: When it began, ISO 8601 in UTC.
        status: How the main process ended, as wait(2) gives it.
        reached: The limit that ended it: one of ``time``, ``output``, ``processes`` and
            ``storm``, or None.
        wall: Seconds until the main process had ended.
        cpu: Seconds of CPU time, of all processes.
        peak_rss: Bytes of memory that the largest process had resident.
        stdout: Pairs: seconds since the start, text of a line.
        stderr: Likewise.
        left: Processes that outlived the main one and were ended.
        dumps: What each process said when it was aborted at the time limit.
        trace: States of all threads over time, or None.
        samples: Every run that was made, the first included: ``status``, ``reached``,
            ``wall``, ``cpu``, ``stdout``, ``stderr``, ``left``, and ``load``, the
            number of CPUs that others used meanwhile.
    """

    origin: dict
    command: str
    label: str
    date: str
    status: int | None
    reached: str | None
    wall: float
    cpu: float
    peak_rss: int
    stdout: list[tuple[float, str]]
    stderr: list[tuple[float, str]]
    left: list[dict]
    dumps: list[dict]
    trace: dict | None
    samples: list[dict]

    def to_json(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Run":
        """Read what `to_json` wrote.

        Raises:
            ValueError: The text is no run of this format.
        """
        values = json.loads(text)
        if not isinstance(values, dict) or {f.name for f in fields(cls)} != set(values):
            raise ValueError("not a stored run")
        return cls(**values)

    def each(self) -> Iterator["Run"]:
        """Every run that was made, as one of its own."""
        for sample in self.samples:
            values = {key: value for key, value in sample.items() if key != "load"}
            yield replace(self, **values, samples=[sample])

    @property
    def disturbed(self) -> int:
        """How many of the samples had to share the machine with other programs."""
        return sum(sample["load"] > DISTURBED for sample in self.samples)

    @property
    def outcome(self) -> int | str:
        """An exit code, a signal's name, or the limit that was reached."""
        if self.reached == "time":
            return "hang"
        if self.reached:
            return self.reached
        code = os.waitstatus_to_exitcode(self.status)
        return code if code >= 0 else signal.Signals(-code).name


def tool(name: str) -> str | None:
    """Find an executable as a program would find it, or None."""
    return shutil.which(name, path=PATH)


def _tools(names: tuple[str, ...]) -> dict[str, str]:
    """What tells one version of an executable from another, without starting it."""
    found = {name: os.stat(tool(name)) for name in names}
    return {
        name: f"{status.st_size} bytes, {status.st_mtime_ns}"
        for name, status in found.items()
    }


@cache
def machine() -> dict:
    """Describe the kernel and the CPUs that this process may use."""
    allowed = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))
    return {
        "system": platform.system(),
        "release": platform.release(),
        "architecture": platform.machine(),
        "cpu": _cpu_model(),
        "cores": len(allowed(0)),
    }


def _cpu_model() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            found = re.search(r"(?m)^model name\s*:\s*(.+)$", file.read())
    except OSError:
        found = None
    return found[1] if found else platform.processor()


def judge(snippet: Snippet, run: Run) -> list[ProofError]:
    """Compare what happened with what the snippet declares.

    Returns:
        One error for each difference, none for a run that is as declared.
    """
    for one in run.each():
        if errors := _judge(snippet, one):
            return errors
    return []


def _judge(snippet: Snippet, run: Run) -> list[ProofError]:
    problems = []
    if run.outcome != snippet.expect:
        key = "limit" if run.outcome == "hang" else "expect"
        line = _raised_at(snippet, run) or snippet.line_of(key)
        problems.append((line, _unexpected(snippet, run)))
    elif (problem := _standard_error(snippet, run)) is not None:
        problems.append(
            (_raised_at(snippet, run) or snippet.line_of("stderr"), problem)
        )
    if run.left and not snippet.linger:
        left = "; ".join(f"{p['pid']} {p['command']}" for p in run.left)
        problems.append((snippet.line_of("linger"), words.LEFT_UNDECLARED.format(left)))
    return [ProofError(snippet.file, line, text) for line, text in problems]


def _unexpected(snippet: Snippet, run: Run) -> str:
    happened = words.happened(run.outcome, snippet.limit)
    if snippet.expect == 0:
        return happened
    return words.NOT_AS_DECLARED.format(happened, words.declared(snippet.expect))


def _standard_error(snippet: Snippet, run: Run) -> str | None:
    text = "\n".join(line for _, line in run.stderr)
    if snippet.stderr is None:
        return words.STDERR_UNDECLARED if text else None
    if not re.search(snippet.stderr, text):
        return words.STDERR_MISSING.format(snippet.stderr)
    return None


def _raised_at(snippet: Snippet, run: Run) -> int | None:
    """The deepest line of the snippet in the last traceback."""
    line = None
    for _, text in run.stderr:
        if found := re.match(rf'  File "{re.escape(snippet.file)}", line (\d+)', text):
            line = int(found[1])
    return line
