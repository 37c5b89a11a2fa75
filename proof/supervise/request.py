"""What a builder asks of a supervisor, and the limits that hold for every run."""

from dataclasses import dataclass, field

MAX_OUTPUT = 1 << 20  # bytes, on standard output and standard error together
MAX_LINES = 20_000  # likewise
MAX_PROCESSES = 128  # alive at one time
MAX_MEMORY = 2 << 30  # bytes, of all processes, sampled
MAX_DISK = 512 << 20  # bytes, sampled
TIMINGS = 5  # times that a snippet is run that measures time


@dataclass
class Request:
    """One run that the builder asks for.

    Attributes:
        argv: The command; its first word is an absolute path.
        files: What the working directory holds, text by relative path.
        env: The whole environment.
        limit: Seconds that it may take.
        linger: Seconds that processes may outlive the main one; 0 for half a second.
        observe: Whether to record a trace, of the first run where there are several.
        repeat: How often to run it, one after another.
        reach: What it needs beyond its own folder, processes and network; see
            `proof.supervise.sandbox`.
        interpreter: What stands for the first word of ``argv``, see `paths`.
        environment: The virtual environment that it belongs to, or "".
        library: The folder of its standard library.
    """

    argv: list[str]
    files: dict[str, str]
    env: dict[str, str]
    limit: float
    linger: float = 0.0
    observe: bool = True
    repeat: int = 1
    reach: list[str] = field(default_factory=list)
    interpreter: str = "python"
    environment: str = ""
    library: str = "/usr/lib/python"
