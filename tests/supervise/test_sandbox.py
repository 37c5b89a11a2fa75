"""What a program can reach: the tables of SECURITY.md, put to the test."""

import ctypes
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from proof import words
from proof.errors import ProofError
from proof.programs import snippet
from proof.runs import keepers, machine, outcome
from proof.supervise import landlock, privileges, request
from tests.conftest import NO_NAMESPACES, REFUSING, ROOT, Folder, output

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has Landlock and namespaces"
)
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def table(first: str) -> list[list[str]]:
    """The rows of the table of SECURITY.md whose first column has this heading."""
    found = re.search(
        rf"^\| {re.escape(first)} \|.*\n\| ---.*\n((?:\|.*\n)+)", SECURITY, re.MULTILINE
    )
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in found[1].splitlines()
    ]


# What a supervisor is told instead of what the kernel says, for each further column.
REFUSED = {
    "with all of it": "",
    "Landlock before 6": "landlock.version = lambda version=landlock.version(): min(5, "
    "version)",
    "without Landlock": "landlock.version = lambda: 0",
    "without namespaces": NO_NAMESPACES,
}
PROGRAM = """
# /// script
# [tool.proof]
# limit = 60
# ///
import ctypes, fcntl, json, os, resource, socket, sys, time
of = json.loads(sys.argv[1])
libc = ctypes.CDLL(None, use_errno=True)

def sure(answer):
    if answer < 0:
        raise OSError(ctypes.get_errno(), "refused")

def write(path):
    with open(path, "x"):
        os.unlink(path)

try:
    {}
except OSError as error:
    print("no", error)
else:
    print("yes")
"""
# What a program does to find out; `of` is what `victims` returns.
TRIES = {
    "read every file that you can read": "open(of['private']).close()",
    "see which other processes there are": (
        "open(f'/proc/{of[\"other\"]}/stat').close()"
    ),
    "write in its own folder and in its `$TMPDIR`": (
        "write('x'); write(os.environ['TMPDIR'] + '/x')"
    ),
    "write and remove shared memory of others in `/dev/shm`": (
        "os.unlink(of['shared'])"
    ),
    "connect to a socket that lies in a folder, such as an agent's": (
        "socket.socket(socket.AF_UNIX).connect(of['socket'])"
    ),
    "see the sockets in `/run`, such as a container engine's": (
        "sure(-(not os.listdir('/run')))"
    ),
    "change the mode, owner and times of your files": "os.chmod(of['private'], 0o600)",
    "write in the project, its `docs/` for instance": "write(of['docs'])",
    "write in the store, and so forge its result": "write(of['store'])",
    "write in your home": "write(of['home'])",
    "write in `/tmp`": "write(of['tmp'])",
    "send a signal to another process of yours": "os.kill(of['other'], 0)",
    "set the limits of another process of yours": (
        "resource.prlimit(of['other'], resource.RLIMIT_CPU, (50, 50))"
    ),
    "read the environment of the builder and of its supervisors": (
        "[open(f'/proc/{pid}/environ').read() for pid in (of['builder'], os.getppid())]"
    ),
    "read the environment of another process of yours": (
        "open(f'/proc/{of[\"other\"]}/environ').read()"
    ),
    "attach to its supervisor": "sure(libc.ptrace(16, os.getppid(), None, None))",
    "connect to a server on this machine": (
        "socket.create_connection(('127.0.0.1', of['port']), 5).close()"
    ),
    "connect to an abstract socket of another program": (
        "socket.socket(socket.AF_UNIX).connect('\\0' + of['abstract'])"
    ),
    "talk to the host of a virtual machine by VSOCK": "socket.socket(40).close()",
    "use io_uring": "sure(libc.syscall(425, 0, None) + 2 * (ctypes.get_errno() == 22))",
    "take a lease on a file, for which others wait": (
        "fcntl.fcntl(os.open(of['private'], os.O_RDONLY), 1024, fcntl.F_WRLCK)"
    ),
    "add a key to a keyring": (
        "sure(libc.syscall({'x86_64': 248, 'aarch64': 217}[os.uname().machine], "
        "b'user', b'proof', b'x', 1, -3))"
    ),
    "write to the terminal of another program": (
        "sure(-(of['terminal'] == os.ttyname(1))); "
        "os.write(os.open(of['terminal'], os.O_WRONLY | os.O_NOCTTY), b'x')"
    ),
    "use System V shared memory, semaphores and queues of another program": (
        "sure(libc.shmget(of['key'], 1, 0))"
    ),
    "mount a file system": "sure(libc.mount(b'none', b'.', b'tmpfs', 0, None))",
    "set the clock": "time.clock_settime(0, time.clock_gettime(0))",
    "open a file by its handle, past every mount": (
        "handle = ctypes.create_string_buffer(136); handle[0] = 128; "
        "mount = ctypes.c_int(); here = os.fsencode(__file__); "
        "sure(libc.name_to_handle_at(-100, here, handle, ctypes.byref(mount), 0)); "
        "sure(libc.open_by_handle_at(os.open('.', 0), handle, 0))"
    ),
    "run in real time, ahead of everybody else": (
        "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))"
    ),
}


@pytest.fixture
def of(folder: Folder) -> Iterator[dict]:
    """What is there to be reached."""
    private = folder.root / "private"
    private.write_text("")
    folder.project.store.mkdir()
    name = f"proof-tried-{os.getpid()}"
    libc = ctypes.CDLL(None)
    memory = libc.shmget(os.getpid(), 1, 0o1600)  # IPC_CREAT
    shared = Path("/dev/shm", name)
    shared.touch()
    ours, theirs = os.openpty()
    below = tempfile.mkdtemp(prefix="proof-", dir="/tmp")
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket(socket.AF_UNIX) as abstract,
        socket.socket(socket.AF_UNIX) as named,
        subprocess.Popen(["sleep", "100"], env={"SECRET": "1"}) as other,
    ):
        abstract.bind(f"\0{name}")
        named.bind(f"{below}/socket")
        for one in (abstract, named):
            one.listen()
        yield {
            "private": str(private),
            "shared": str(shared),
            "terminal": os.ttyname(theirs),
            "socket": f"{below}/socket",
            "docs": str(folder.root / "docs" / name),
            "store": str(folder.project.store / name),
            "home": str(Path.home() / name),
            "tmp": f"{below}/{name}",
            "other": other.pid,
            "builder": os.getpid(),
            "port": server.getsockname()[1],
            "abstract": name,
            "key": os.getpid(),
            "group": str(next(Path("/sys/fs/cgroup").rglob("cgroup.procs"))),
        }
        other.kill()
    libc.shmctl(memory, 0, None)  # IPC_RMID
    shared.unlink(missing_ok=True)
    os.close(ours)
    os.close(theirs)
    os.unlink(f"{below}/socket")
    os.rmdir(below)


ROWS = table("a program can")
COLUMNS = {
    "files": "without Landlock",
    "signals": "Landlock before 6",
    "namespaces": "without namespaces",
}
NEITHER = {"without Landlock", "without namespaces"}


@cache
def refused_here() -> list[str]:
    """What this very machine refuses."""
    code = (
        "import sys; from proof.supervise import sandbox as s; "
        "s.probe(sys.argv[1]); print(*s.refused)"
    )
    with tempfile.TemporaryDirectory() as place:
        words = [sys.executable, "-c", code, place]
        return subprocess.check_output(words, cwd=ROOT, text=True).split()


def test_every_row_of_the_table_is_tried_and_every_try_has_a_row():
    assert [row for row, *_ in ROWS] == list(TRIES)
    assert f"| a program can | {' | '.join(REFUSED)} |\n" in SECURITY


@pytest.fixture(params=list(REFUSED))
def column(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A column of the table, on a machine that refuses what it says."""
    refusing = REFUSING.format(REFUSED[request.param])
    monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-S", "-c", refusing))
    return request.param


@pytest.mark.parametrize("row", TRIES)
def test_a_program_reaches_what_the_table_says(
    folder: Folder, of: dict, column: str, row: str
):
    [cells] = [cells for name, *cells in ROWS if name == row]
    by_column = dict(zip(REFUSED, cells, strict=True))
    columns = {column, *(COLUMNS[part] for part in refused_here())}
    expected = {by_column[name] for name in columns}
    if "before Landlock 9" in expected:
        expected = {"yes" if landlock.version() < 9 else "no"}
    [said] = output(folder.run(PROGRAM.format(TRIES[row]), json.dumps(of)))
    if not columns >= NEITHER:
        assert said.split()[0] == ("yes" if "yes" in expected else "no"), said


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("write in the project, its `docs/` for instance", "yes"),
        ("write in the store, and so forge its result", "yes"),
        ("read the environment of the builder and of its supervisors", "no"),
        ("attach to its supervisor", "no"),
    ],
)
def test_with_neither_landlock_nor_namespaces_the_builder_stays_hidden(
    folder: Folder,
    of: dict,
    row: str,
    answer: str,
    monkeypatch: pytest.MonkeyPatch,
):
    assert "With neither Landlock nor namespaces" in SECURITY
    refusing = REFUSING.format("\n".join(REFUSED[name] for name in sorted(NEITHER)))
    monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-S", "-c", refusing))
    [said] = output(folder.run(PROGRAM.format(TRIES[row]), json.dumps(of)))
    assert said.split()[0] == answer, said


DECLARED = {
    "mount": (
        "uid = os.getuid(); sure(libc.unshare(0x20000 | (0x10000000 if uid else 0))); "
        "sure(libc.mount(b'none', b'.', b'tmpfs', 0, None))"
    ),
    "cgroup": (
        "os.close(os.open(of['group'], os.O_WRONLY)); "
        "own = f\"{os.path.dirname(of['group'])}/own-{os.getpid()}\"; "
        "os.mkdir(own); os.rmdir(own)"
    ),
    "network": "socket.create_connection(('127.0.0.1', of['port']), 5).close()",
    "perf": (
        "sure(-(not int(open('/proc/self/status').read().split('CapEff:')[1]"
        ".split()[0], 16) >> 38 & 1))"
    ),
    "terminal": "os.openpty()",
}


@pytest.mark.parametrize("reach", DECLARED)
def test_what_is_declared_is_reached_and_without_it_is_not(
    folder: Folder, of: dict, reach: str
):
    program = PROGRAM.format(DECLARED[reach])
    [said] = output(folder.run(program, json.dumps(of)))
    open_anyway = reach == "network" and "namespaces" in refused_here()
    assert said.split()[0] == ("yes" if open_anyway else "no"), said
    program = program.replace("# limit", f'# reach = ["{reach}"]\n# limit')
    [said] = output(folder.run(program, json.dumps(of)))
    missing = reach == "cgroup" and not machine.groups()
    no_root = os.geteuid() != 0 and (
        reach == "perf" or (reach == "mount" and "namespaces" in refused_here())
    )
    assert said.split()[0] == ("no" if missing or no_root else "yes"), said


def test_the_tables_of_what_may_be_declared_and_shown_are_one():
    named = [row.strip("`") for row, _ in table("`reach`")]
    assert named == list(words.REACH) == list(DECLARED)
    with pytest.raises(ProofError, match=f"some of {', '.join(named)}$"):
        snippet.parse('# /// script\n# tool.proof.reach = ["all"]\n# ///\n', "x.py")
    key = re.search(r"^\| `reach` \|.*$", (ROOT / "CONTRIBUTING.md").read_text(), re.M)
    assert all(f'`"{name}"`' in key[0] for name in named)


def test_the_limits_are_those_of_the_engine():
    limits = dict(table("limit"))
    assert list(limits) == ["time", *list(words.LIMITS)[:-1]]
    for name, most in (
        ("output", f"{request.MAX_OUTPUT >> 20} MiB, {request.MAX_LINES:,} lines"),
        ("processes", f"{request.MAX_PROCESSES} at"),
        ("memory", f"{request.MAX_MEMORY >> 30} GiB"),
        ("disk", f"{request.MAX_DISK >> 20} MiB"),
    ):
        assert limits[name].startswith(most)


@pytest.mark.parametrize("refused", ["Landlock before 6", "without namespaces"])
def test_what_is_refused_is_said_once(folder: Folder, refused: str):
    for name in "ab":
        folder.snippet(f"topic/{name}.py", "print(1)")
    keeper = REFUSING.format(REFUSED[refused])
    code = (
        "import sys\nfrom proof.runs import keepers\nfrom proof.__main__ import main\n"
        f"keepers.KEEPER = (sys.executable, '-S', '-c', {keeper!r})\n"
        "main(['check', 'snippets/topic/a.py'])\nmain(['check'])\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env=folder.environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    part = "signals" if refused.startswith("Landlock") else "namespaces"
    assert answer.stdout.count(words.REFUSED[part]) == 1, answer.stdout


EATERS = {
    "memory": "for i in range(400):\n    kept.append(b'x' * (16 << 20))",
    "memory, of children": """
import os, time
for i in range(8):
    if os.fork() == 0:
        kept.append(b'x' * (300 << 20))
        time.sleep(60)
        os._exit(0)
for i in range(8):
    os.wait()""",
    "memory, mapped without a file": """
import mmap
kept.append(mmap.mmap(-1, 3 << 30))
for i in range(3 << 6):
    kept[0][i << 24 : i + 1 << 24] = bytes(1 << 24)""",
    "memory, in a file without a name": """
import os
kept.append(os.memfd_create("x"))
for i in range(3 << 6):
    os.write(kept[0], bytes(1 << 24))
time.sleep(60)""",
    "disk, of a thread's own descriptors": """
import ctypes, threading
def keep():
    ctypes.CDLL(None).unshare(0x400)  # CLONE_FILES
    import tempfile
    mine = tempfile.TemporaryFile()
    while True:
        mine.write(bytes(4 << 20))
threading.Thread(target=keep).start()
time.sleep(60)""",
    "disk, in the folder": "file = open('x', 'wb')",
    "disk, in many files": """
for i in range(1000):
    with open(str(i), 'wb') as one:
        one.write(bytes(1 << 20))""",
    "disk, without a name": "import tempfile; file = tempfile.TemporaryFile()",
    "disk, in shared memory": """
from multiprocessing.shared_memory import SharedMemory
kept.append(SharedMemory(create=True, size=1 << 30))
print(kept[0].name)
for i in range(1 << 6):
    kept[0].buf[i << 24 : i + 1 << 24] = bytes(1 << 24)
time.sleep(60)""",
}


@pytest.mark.parametrize("what", EATERS)
def test_a_program_that_takes_too_much_memory_or_disk_is_ended(
    folder: Folder, what: str
):
    source = f"""# /// script
# [tool.proof]
# limit = 60
# ///
import time
kept, file = [], None
{EATERS[what]}
while file:
    file.write(bytes(4 << 20))
"""
    result = folder.result(source)
    [error] = result.errors
    name = what.split(",")[0]
    assert result.run.outcome == name, error
    assert outcome.LIMITS[name] in error.problem
    for said in output(result.run):
        assert not Path("/dev/shm", said).exists()


def test_much_memory_that_forked_processes_share_is_counted_once(folder: Folder):
    folder.run(
        """
        # /// script
        # [tool.proof]
        # limit = 60
        # ///
        import os, time
        kept = b"x" * (300 << 20)
        for _ in range(8):
            if os.fork() == 0:
                time.sleep(0.5)
                os._exit(0)
        for _ in range(8):
            os.wait()
        """
    )


def test_when_no_program_runs_the_builder_can_be_looked_into_again(folder: Folder):
    folder.run("print(1)")
    assert not privileges.hide(False)
