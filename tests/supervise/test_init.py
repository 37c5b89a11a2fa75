"""Runs in a PID namespace: what one program leaves, the next does not find."""

import os
import sys
import time

import pytest

from proof.errors import ProofError
from proof.runs.run import Run
from tests.conftest import Folder, alive, output
from tests.runs.test_schedule import make
from tests.supervise.test_sandbox import refused_here

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or "namespaces" in refused_here(),
    reason="this host grants no namespaces",
)


@pytest.fixture
def one_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROOF_JOBS", "1")


# What is asked for first runs first, on the one slot that there is.
HEADER = "# /// script\n# [tool.proof]\n# limit = {}\n# ///\n"


def after(folder: Folder, first: str, second: str) -> Run:
    """Run two programs on one slot, one after the other; return the second's run."""
    sources = {"a": HEADER.format(60) + first, "b": HEADER.format(30) + second}
    made = make(folder, sources)
    assert isinstance(made["topic/a.py"], Run), made
    assert made["topic/a.py"].outcome == 0, made["topic/a.py"].stderr
    assert isinstance(made["topic/b.py"], Run), made
    return made["topic/b.py"]


@pytest.mark.usefixtures("one_slot")
@pytest.mark.parametrize(
    "leave",
    [
        "open('/dev/shm/x', 'w').close()",
        "os.makedirs('/dev/shm/closed/inner'); os.chmod('/dev/shm/closed', 0)",
        "os.symlink('/', '/dev/shm/x'); os.mkfifo('/dev/shm/y')",
    ],
)
def test_what_lies_in_shared_memory_is_gone_for_the_next_run(
    folder: Folder, leave: str
):
    look = "import os; print(os.listdir('/dev/shm'))"
    assert output(after(folder, f"import os; {leave}", look)) == ["[]"]


@pytest.mark.usefixtures("one_slot")
@pytest.mark.parametrize("limit", ["NOFILE", "AS", "CPU", "NPROC", "FSIZE"])
def test_a_limit_that_its_supervisor_was_given_binds_no_later_run(
    folder: Folder, limit: str
):
    bind = f"import resource as r; r.prlimit(1, r.RLIMIT_{limit}, (60, 60))"
    look = f"import resource as r; print(r.getrlimit(r.RLIMIT_{limit}))"
    made = make(folder, {"a": HEADER.format(60) + bind, "b": HEADER.format(30) + look})
    # Bound already, it may not be able to answer: then its run has failed alone.
    assert isinstance(made["topic/a.py"], Run | ProofError)
    run = made["topic/b.py"]
    assert isinstance(run, Run), run
    assert run.outcome == 0, run.stderr
    assert "(60, 60)" not in output(run)


HOP = """
import os, time
for _ in range({width}):
    if os.fork() == 0:
        os.setsid()
        while True:  # each begins the next and ends
            if os.fork():
                os._exit(0)
print("begun")
"""


@pytest.mark.parametrize("width", [1, 20])
def test_a_chain_of_processes_that_begin_each_other_does_not_outrun_its_init(
    folder: Folder, width: int
):
    token = f"token{os.getpid()}x{time.monotonic_ns()}"
    result = folder.result(HOP.format(width=width), token)
    assert result.errors
    assert output(result.run) == ["begun"]
    assert not alive(token)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSTOP", "SIGTERM", "SIGINT", "SIGHUP"])
def test_its_supervisor_does_not_hear_a_program(folder: Folder, name: str):
    """Not even where no Landlock keeps the signal from it."""
    run = folder.run(
        f"""
        import os, signal
        try:
            os.kill(os.getppid(), signal.{name})
        except PermissionError:
            pass
        print(os.getpid(), os.getppid())
        """
    )
    number, parent = output(run)[0].split()
    assert parent == "1"
    assert run.trace["processes"][0]["pid"] == int(number)


def test_a_run_sees_its_own_processes_and_terminals_alone(folder: Folder):
    [processes, terminals] = output(
        folder.run(
            """
            import os
            print(*(name for name in os.listdir("/proc") if name.isdigit()))
            print(*os.listdir("/dev/pts"), os.ttyname(1))
            """
        )
    )
    assert len(processes.split()) == 2
    assert terminals.split() == ["0", "ptmx", "/dev/pts/0"]
