"""What a run inherits, and what becomes of it where the machine gives little."""

import json
import os
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from proof.supervise import folders, sandbox
from proof.supervise.request import Request
from tests.conftest import ROOT, Folder, alive, output

LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has /proc and prctl"
)
STATE = """
import os
here = [int(fd) for fd in os.listdir("/proc/self/fd")]
opened = [fd for fd in here if os.path.exists(f"/proc/self/fd/{fd}")]
import ctypes, resource, signal  # the first may open a file of its own
limit = lambda name: resource.getrlimit(getattr(resource, "RLIMIT_" + name))[0]
os.umask(mask := os.umask(0))
print(f"umask {mask:03o}, nice {os.getpriority(os.PRIO_PROCESS, 0)}")
print("files", limit("NOFILE"), "stack", limit("STACK"), "core", limit("CORE"))
print("time", limit("CPU"), "size", limit("FSIZE"), "data", limit("DATA"))
print("policy", os.sched_getscheduler(0), "slack", ctypes.CDLL(None).prctl(30))
print("ignored", *[n for n in range(1, 32) if signal.getsignal(n) is signal.SIG_IGN])
print("blocked", *signal.pthread_sigmask(signal.SIG_BLOCK, []))
print("badness", open("/proc/self/oom_score_adj").read().strip())
print("open", *opened)
print(os.getcwd() == os.environ["HOME"], os.getsid(0) == os.getpid())
"""


def after(shell: str) -> list[str]:
    """Words that make the words behind them a command that a shell executes."""
    return ["bash", "-c", f'{shell}; exec "$@"', "bash"]


def under(shell: str, folder: Folder, *words: str) -> subprocess.CompletedProcess:
    """Call the command line from a shell that has changed what it inherits."""
    return subprocess.run(
        [*after(shell), sys.executable, "-m", "proof", *words],
        cwd=folder.root,
        env=folder.environment(),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@LINUX
def test_a_program_sees_the_same_whatever_the_builder_has_inherited(folder: Folder):
    folder.snippet("topic/x.py", STATE)
    shells = (
        "true",
        "umask 077; ulimit -Sn 300; ulimit -Ss 1024; ulimit -Sc unlimited; "
        "ulimit -St 1000; ulimit -Sd 4000000; ulimit -Sf 4000000; "
        "trap '' HUP INT USR1; renice -n 5 -p $$ > /dev/null; "
        "exec 7< /dev/null; cd docs; chrt -b -p 0 $$",
    )
    usual, changed = (under(shell, folder, "run", "topic/x.py") for shell in shells)
    for answer in (usual, changed):
        assert answer.returncode == 0, answer.stdout + answer.stderr
    lines = [
        [line[11:] for line in answer.stdout.splitlines() if line.startswith("  ")]
        for answer in (usual, changed)
    ]
    ours = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    assert lines[0][0].startswith("umask 022, nice ")
    assert lines[0][1].startswith(f"files {min(ours, 1024)} stack ")
    assert lines[0][3:5] == [
        "policy 0 slack 50000",
        "ignored 13 25",
    ]  # by Python itself
    assert lines[0][5:7] == ["blocked", "badness 500"]
    assert lines[0][7:9] == ["open 0 1 2", "True True"]
    if os.geteuid() != 0:  # only root may take a lower value again
        lines[1][0] = lines[1][0].replace("nice 5", "nice 0")
    assert lines[0] == lines[1]


def test_what_cannot_be_fixed_is_part_of_the_key():
    code = "from proof.runs.machine import machine; print(machine().get('nice'))"
    for value, shown in ((0, "None"), (5, "5")):
        answer = subprocess.run(
            [sys.executable, "-c", f"import os; os.nice({value}); {code}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        if os.getpriority(os.PRIO_PROCESS, 0) == 0:
            assert answer.stdout.strip() == shown


THREADS = """
import threading, time
threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(400)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all")
"""


@LINUX
@pytest.mark.parametrize("limit", ["-n 1024", "-n 256", "-n 64", "-Sn 256"])
def test_four_hundred_threads_need_no_more_descriptors_than_there_are(
    folder: Folder, limit: str
):
    folder.snippet("topic/x.py", THREADS)
    answer = under(f"ulimit {limit}", folder, "run", "topic/x.py")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "  all" in answer.stdout


@LINUX
def test_threads_without_a_descriptor_are_seen_all_the_same(folder: Folder):
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
from pathlib import Path
from tests.conftest import Folder
folder = Folder(Path({str(folder.root)!r}))
[process] = folder.run({THREADS!r}).trace["processes"]
print(len(process["threads"]), *{{len(t["states"]) > 2 for t in process["threads"]}})
"""
    command = [sys.executable, "-c", code]
    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert answer.stdout.split() == ["401", "True"], answer.stderr


def ask(request: Request, tmp_path: Path, limit: int) -> tuple[bytes, bytes, list]:
    """Ask a keeper that may have so many descriptors.

    Returns:
        The answer, what it said on standard error, and what is left of the run: its
        folder or processes.
    """
    ours, theirs = socket.socketpair()
    place = tmp_path / "runs"
    place.mkdir(parents=True)
    command = [sys.executable, "-S", "-m", "proof.supervise.keeper", str(place)]
    keeper = subprocess.Popen(
        [*after(f"ulimit -n {limit}"), *command, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    theirs.close()
    with ours:
        try:
            ours.sendall(json.dumps(vars(request)).encode() + b"\n")
            answer = ours.makefile("rb").readline()
        except OSError:  # the keeper itself could not start
            answer = b""
        left = list(place.iterdir()) if place.exists() else []
        if answer:
            [slot] = psutil.Process(keeper.pid).children()
            for one in slot.children():  # its init, or what is left where it has none
                left += one.children() if sandbox.apart() else [one]
    _, said = keeper.communicate(timeout=20)
    return answer, said, left


@LINUX
def test_a_start_that_fails_half_way_says_why_and_leaves_nothing(tmp_path: Path):
    outcomes = []
    # One more descriptor at a time: each allows one more step of a start.
    for limit in range(5, 26):
        request = Request(
            argv=[sys.executable, "-S", "x.py"],
            files={"x.py": "print('ran')"},
            env={},
            limit=5,
        )
        answer, said, left = ask(request, tmp_path / str(limit), limit)
        assert not left, limit
        if b"Traceback" in said or not answer:  # no room to be a keeper at all
            assert not outcomes, (limit, said)
            continue
        given = json.loads(answer)
        if "failed" in given:
            assert "Too many open files" in given["failed"]
            assert "ran" not in outcomes
        outcomes.append("failed" if "failed" in given else "ran")
    assert set(outcomes) == {"failed", "ran"}, outcomes


IGNORE = """
# /// script
# [tool.proof]
# expect = "hang"
# limit = 5
# ///
import os, signal, threading, time
act = {act}
pipe = os.pipe()
for _ in range(11):
    if os.fork() == 0:
        signal.signal(signal.SIGABRT, act)
        os.write(pipe[1], b"x")
        while True:
            time.sleep(60)
for _ in range(11):
    os.read(pipe[0], 1)
if os.fork() == 0:

    def the_last_one():
        threading.Event().wait()

    the_last_one()


def the_first_one():
    threading.Event().wait()


the_first_one()
"""


@LINUX
@pytest.mark.parametrize("act", ["signal.SIG_IGN", "lambda *_: print('no')"])
def test_those_that_do_not_end_when_asked_take_no_time_from_those_that_do(
    folder: Folder, act: str
):
    began = time.monotonic()
    token = f"token{os.getpid()}x{time.monotonic_ns()}"
    run = folder.run(IGNORE.format(act=act), token)
    took = time.monotonic() - began
    assert len(run.dumps) == 13
    assert "in the_first_one" in run.dumps[0]["text"]
    assert "in the_last_one" in run.dumps[-1]["text"]
    assert took < run.wall + 8  # two seconds for all dumps; the rest is a busy machine
    assert not alive(token)


def test_a_folder_goes_whatever_is_in_it(tmp_path: Path):
    place = tmp_path / "place"
    (place / "closed" / "inner").mkdir(parents=True)
    (place / "closed" / "inner" / "file").write_text("x")
    (place / "closed" / "inner").chmod(0)
    (place / "closed").chmod(0o500)
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    (place / "link").symlink_to(kept)
    (place / "dead").symlink_to("nowhere")
    os.mkfifo(place / "fifo")
    folders.remove(place)
    assert not place.exists()
    assert (kept / "file").read_text() == "x"
    folders.remove(place)  # gone already


def test_a_folder_deeper_than_a_path_may_be_long_is_removed_after_a_run(
    folder: Folder,
):
    where = folder.log
    run = folder.run(
        f"""
        import os
        open({str(where)!r}, "w").write(os.getcwd())
        for _ in range(3000):
            os.mkdir("deeper")
            os.chdir("deeper")
        print("deep")
        """
    )
    assert output(run) == ["deep"]
    assert not Path(where.read_text()).exists()


def test_a_command_line_of_megabytes_is_cut(folder: Folder):
    run = folder.run(
        """
        import subprocess, sys
        wide = ["x" * 100_000] * 10
        subprocess.run([sys.executable, "-c", "import time; time.sleep(0.3)", *wide])
        """
    )
    if run.trace:
        assert max(len(one["command"]) for one in run.trace["processes"]) <= 4096


def test_a_link_that_took_a_folder_s_place_leads_its_removal_nowhere(tmp_path: Path):
    """What a program exchanges between two steps of the removal."""
    kept, place = tmp_path / "kept", tmp_path / "place"
    kept.mkdir()
    kept.chmod(0o750)
    place.mkdir()
    (place / "folder").symlink_to(kept)
    within = os.open(place, os.O_RDONLY)
    with pytest.raises(NotADirectoryError):
        folders._open("folder", within)
    os.close(within)
    assert kept.stat().st_mode & 0o777 == 0o750
    (tmp_path / "link").symlink_to(kept)
    folders.remove(tmp_path / "link")
    assert kept.is_dir()


def test_a_name_that_was_taken_beforehand_keeps_no_folder(tmp_path: Path):
    place = tmp_path / "place"
    for number in range(4):
        (place / f".proof-{number}" / "full").mkdir(parents=True)
    (place / "a" / "b" / "c").mkdir(parents=True)
    (place / "closed" / "inner").mkdir(parents=True)
    (place / "closed").chmod(0)
    folders.remove(place)
    assert not place.exists()
