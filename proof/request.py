"""What a builder asks of a supervisor, and the limits that hold for every run."""

from dataclasses import dataclass, field

MAX_OUTPUT = 1 << 20  # bytes, on standard output and standard error together
MAX_PROCESSES = 128  # alive at one time


@dataclass
class Request:
    """One run that the builder asks for.

    Attributes:
        argv: The command; its first word is an absolute path.
        files: What the working directory holds, text by relative path.
        env: The whole environment.
        limit: Seconds that it may take.
        linger: Seconds that processes may outlive the main one; 0 for half a second.
        observe: Whether to record a trace.
        shorten: Prefixes of paths in the output, and what stands there instead.
    """

    argv: list[str]
    files: dict[str, str]
    env: dict[str, str]
    limit: float
    linger: float = 0.0
    observe: bool = True
    shorten: dict[str, str] = field(default_factory=dict)
