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
print("begun", flush=True)  # with many chains it may be ended for their number
for _ in range({width}):
    if os.fork() == 0:
        os.setsid()
        while True:  # each begins the next and ends
            if os.fork():
                os._exit(0)
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


@pytest.mark.usefixtures("one_slot")
def test_what_a_user_namespace_lets_it_set_of_its_supervisor_binds_no_later_run(
    folder: Folder,
):
    bind = """
import ctypes, os
libc = ctypes.CDLL(None)
if libc.unshare(0x10000000) == 0:  # CLONE_NEWUSER
    for act in (
        lambda: os.setpriority(os.PRIO_PROCESS, 1, 19),
        lambda: os.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0)),
        lambda: os.sched_setaffinity(1, {min(os.sched_getaffinity(0))}),
        lambda: libc.syscall({"x86_64": 251, "aarch64": 30}[os.uname().machine],
                             1, 1, 3 << 13),
    ):
        try:
            act()
        except OSError as error:
            print(error)
"""
    look = """
import ctypes, os
number = {"x86_64": 252, "aarch64": 31}[os.uname().machine]
print(
    os.getpriority(os.PRIO_PROCESS, 0),
    os.sched_getscheduler(0) == os.SCHED_OTHER,
    len(os.sched_getaffinity(0)),
    ctypes.CDLL(None).syscall(number, 1, 0) >> 13,
)
"""
    cores = len(os.sched_getaffinity(0))
    assert output(after(folder, bind, look)) == [f"0 True {cores} 0"]


@pytest.mark.usefixtures("one_slot")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_what_one_program_may_mount_another_does_not_see(folder: Folder):
    mounts = (
        "# /// script\n# [tool.proof]\n# limit = 60\n# reach = ['mount']\n# ///\n"
        "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "assert libc.mount(b'none', b'/opt', b'tmpfs', 0, None) == 0\n"
        "assert libc.umount2(b'/proc', 2) == 0\n"
        "open('/opt/planted', 'w').close()\n"
    )
    look = (
        "import os\nprint(os.path.exists('/opt/planted'))\n"
        "print(len([name for name in os.listdir('/proc') if name.isdigit()]))\n"
    )
    made = make(folder, {"a": mounts, "b": HEADER.format(30) + look})
    assert made["topic/a.py"].outcome == 0, made["topic/a.py"].stderr
    run = made["topic/b.py"]
    assert output(run) == ["False", "2"]
    assert len(run.trace["processes"]) == 1


def test_the_memory_of_a_process_without_its_first_thread_counts(folder: Folder):
    """Such a process has a stat of nought, see `proof.supervise.memory`."""
    source = """
# /// script
# [tool.proof]
# limit = 30
# ///
import ctypes, os, threading, time
libc = ctypes.CDLL(None)
def fill():
    time.sleep(0.3)
    libc.malloc.restype = ctypes.c_void_p
    for _ in range(200):
        libc.memset(ctypes.c_void_p(libc.malloc(16 << 20)), 1, 16 << 20)
    time.sleep(60)
threading.Thread(target=fill, daemon=True).start()
time.sleep(0.1)
libc.syscall({"x86_64": 60, "aarch64": 93}[os.uname().machine], 0)
"""
    result = folder.result(source)
    assert result.errors
    assert result.run.outcome == "memory", result.run.outcome
