"""What a builder asks of a supervisor, and the limits that hold for every run."""

from dataclasses import dataclass

MAX_OUTPUT = 1 << 20  # bytes, on standard output and standard error together
MAX_PROCESSES = 128  # alive at one time
TIMINGS = 5  # times that a quiet snippet is run
DISTURBED = 0.2  # CPUs that others may use on average while a quiet snippet runs
SPARE = 3  # runs of one quiet snippet that are made again because they were disturbed


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
        calm: Whether to make up to ``SPARE`` runs again that others disturbed.
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
    calm: bool = False
    interpreter: str = "python"
    environment: str = ""
    library: str = "/usr/lib/python"
