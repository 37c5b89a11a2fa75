"""Programs that misbehave, each in a process of its own, and what becomes of them."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from proof.runs import keepers
from proof.supervise.request import MAX_OUTPUT, Request
from tests.conftest import NO_NAMESPACES, REFUSING, ROOT, Folder, alive, gone, output

LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has subreapers and /proc"
)


@pytest.fixture(autouse=True, params=["with namespaces", "without"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """As most hosts let us be, and as those do that refuse namespaces."""
    if request.param == "without":
        refusing = REFUSING.format(NO_NAMESPACES)
        monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-c", refusing))
    return request.param


@pytest.fixture
def token() -> str:
    """A word that no other process has in its command line."""
    return f"token{os.getpid()}x{time.monotonic_ns()}"


def test_children_and_threads_are_heard_line_by_line(folder: Folder):
    run = folder.run(
        """
        import multiprocessing, threading

        def say(who):
            for i in range(20):
                print(who, i)

        if __name__ == "__main__":
            workers = [multiprocessing.Process(target=say, args=(n,)) for n in "ab"]
            workers += [threading.Thread(target=say, args=(n,)) for n in "cd"]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
        """
    )
    assert sorted(output(run)) == sorted(f"{n} {i}" for n in "abcd" for i in range(20))
    times = [when for when, _ in run.stdout]
    assert times == sorted(times)
    assert 0 < times[0] <= times[-1] <= run.wall + 0.1


def test_standard_output_is_a_terminal_and_standard_error_is_kept_apart(folder: Folder):
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # stderr = "^aside$"
        # ///
        import os, sys
        print(sys.stdout.isatty(), sys.stderr.isatty(), sys.stdout.line_buffering)
        print(*os.get_terminal_size(1))
        print("aside", file=sys.stderr)
        """
    )
    assert output(run) == ["True False True", "80 24"]
    assert [text for _, text in run.stderr] == ["aside"]


def test_a_line_has_the_time_at_which_it_came(folder: Folder):
    program = "import time; print(1); time.sleep(0.3); print(2); time.sleep(0.3)"
    seen = []
    for _ in range(5):  # others on the machine can hold up the program and the reader
        run = folder.run(program)
        (first, _), (second, _) = run.stdout
        seen.append((second - first, run.wall - second))
        if seen[-1] == pytest.approx((0.3, 0.3), abs=0.15):
            return
    pytest.fail(f"never 0.3 s from line to line and to the end: {seen}")


def test_a_program_has_a_session_and_a_folder_of_its_own_that_is_thrown_away(
    folder: Folder,
):
    run = folder.run(
        """
        import os, pathlib
        assert os.getsid(0) == os.getpid() == os.getpgid(0)
        assert os.environ["HOME"] == os.getcwd()
        pathlib.Path("made").write_text("here")
        print(*sorted(os.listdir(".")), os.getcwd() in __file__, "SECRET" in os.environ)
        with open("where", "w") as file: file.write(os.getcwd())
        print(os.getcwd() + "/x")
        """
    )
    assert output(run)[0] == "made snippets True False"
    assert output(run)[1] == "x"  # the folder's name is no part of an output


def test_one_that_waits_on_standard_input_reads_its_end(folder: Folder):
    run = folder.run("import sys; print(repr(sys.stdin.read()))")
    assert output(run) == ["''"]


def test_one_that_deletes_its_working_directory_is_a_run_like_any_other(folder: Folder):
    run = folder.run('import os, shutil; shutil.rmtree(os.getcwd()); print("gone")')
    assert output(run) == ["gone"]


def test_signals_that_the_builder_ignores_are_a_program_s_own(folder: Folder):
    folder.snippet(
        "topic/x.py",
        """
        import signal
        for name in ("SIGHUP", "SIGINT", "SIGTERM", "SIGCHLD", "SIGUSR1"):
            assert signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN, name
        assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])
        """,
    )
    ignoring = "trap '' HUP INT CHLD USR1; exec \"$@\""
    words = [
        "sh",
        "-c",
        ignoring,
        "sh",
        sys.executable,
        "-m",
        "proof",
        "check",
        "--only",
        "runs",
    ]
    answer = subprocess.run(
        words, cwd=folder.root, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout


def test_a_segfault_is_an_outcome(folder: Folder):
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # expect = "SIGSEGV"
        # stderr = "Segmentation fault"
        # ///
        import ctypes
        ctypes.string_at(0)
        """
    )
    assert run.outcome == "SIGSEGV"


def test_bytes_that_are_no_utf8_are_replaced(folder: Folder):
    run = folder.run(
        r'import os; os.write(1, b"a\xff\xfeb\n\xe2\x82"); os.write(1, b"\xac\n")'
    )
    assert output(run) == ["a\ufffd\ufffdb", "\u20ac"]


def test_a_hundred_megabytes_of_output_end_at_the_limit(folder: Folder):
    result = folder.result(
        """
        # /// script
        # [tool.proof]
        # limit = 60
        # ///
        import sys, time
        for _ in range(100):
            sys.stdout.write("x" * 999_999 + "\\n")
        time.sleep(120)
        """
    )
    [error] = result.errors
    assert "1 MiB of output" in error.problem
    assert result.run.outcome == "output"
    assert sum(len(text) + 1 for _, text in result.run.stdout) <= MAX_OUTPUT + 1
    assert result.run.wall < 30  # long before its time is over


def test_very_many_lines_are_too_much_output_too(folder: Folder):
    result = folder.result(
        """
        # /// script
        # [tool.proof]
        # limit = 60
        # ///
        print('x\\n' * 100_000)
        import time; time.sleep(120)
        """
    )
    [error] = result.errors
    assert "or 20,000 lines" in error.problem
    assert result.run.outcome == "output"
    assert result.run.wall < 30


@LINUX
def test_a_child_that_ignores_sigterm_is_found_and_ended(folder: Folder, token: str):
    pids = folder.log
    result = folder.result(
        f"""
        import os, signal, time
        ready, go = os.pipe()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            open({str(pids)!r}, "w").write(str(os.getpid()))
            os.write(go, b"x")
            time.sleep(60)
        os.read(ready, 1)
        """,
        token,
    )
    [error] = result.errors
    assert "left processes behind" in error.problem
    [left] = result.run.left
    assert left["pid"] == int(pids.read_text())
    assert "topic/tried.py" in left["command"]
    assert not alive(token)


@LINUX
def test_a_double_fork_with_setsid_does_not_escape(folder: Folder, token: str):
    pids = folder.log
    run = folder.run(
        f"""
        # /// script
        # [tool.proof]
        # linger = 0.2
        # ///
        import os, time
        ready, go = os.pipe()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                open({str(pids)!r}, "w").write(str(os.getpid()))
                os.write(go, b"x")
                os.close(1)
                time.sleep(60)
            os._exit(0)
        os.wait()
        os.read(ready, 1)
        """,
        token,
    )
    assert [left["pid"] for left in run.left] == [int(pids.read_text())]
    assert not alive(token)


@LINUX
def test_a_grandchild_that_keeps_the_output_open_holds_nothing_up(folder: Folder):
    began = time.monotonic()
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # linger = 0.5
        # ///
        import os, time
        if os.fork() == 0:
            if os.fork() == 0:
                time.sleep(0.2)
                print("still here", flush=True)
                time.sleep(60)
            os._exit(0)
        os.wait()
        print("main ends")
        """
    )
    assert output(run) == ["main ends", "still here"]
    assert run.stdout[1][0] > run.wall
    assert len(run.left) == 1
    assert time.monotonic() - began < 10


@LINUX
def test_a_fork_storm_is_ended(folder: Folder, token: str):
    result = folder.result(
        """
        # /// script
        # [tool.proof]
        # limit = 60
        # ///
        import os, time
        for _ in range(12):
            os.fork()
        time.sleep(120)
        """,
        token,
    )
    [error] = result.errors
    assert "processes at one time" in error.problem
    assert result.run.outcome == "processes"
    assert result.run.wall < 30  # long before its time is over
    assert not alive(token)


@LINUX
def test_a_fork_storm_that_never_rests_is_ended(folder: Folder, token: str):
    result = folder.result(
        """
        # /// script
        # [tool.proof]
        # limit = 1
        # ///
        import os
        while True:  # each generation ends at once, and another has begun
            if os.fork():
                os._exit(0)
        """,
        token,
    )
    [error] = result.errors
    seen = "left processes behind", "processes that end before they can be looked at"
    assert any(text in error.problem for text in seen)  # whether one was met, or none
    assert not alive(token)


@LINUX
def test_at_the_time_limit_every_process_says_where_it_stands(
    folder: Folder, token: str
):
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # expect = "hang"
        # limit = 1
        # ///
        import multiprocessing, threading

        def waits_for_ever():
            threading.Event().wait()

        if __name__ == "__main__":
            fork = multiprocessing.get_context("fork")
            child = fork.Process(target=waits_for_ever)
            child.start()
            child.join()
        """,
        token,
    )
    assert run.outcome == "hang"
    assert run.wall == pytest.approx(1, abs=0.3)
    main, child = run.dumps
    assert "in join" in main["text"]
    assert "in waits_for_ever" in child["text"]
    assert "waits_for_ever" not in main["text"]
    assert not run.stderr
    assert not alive(token)


@LINUX
def test_a_process_s_state_is_what_it_was_before_anything_was_sent_to_it(
    folder: Folder, token: str
):
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # expect = "hang"
        # limit = 1
        # ///
        import os, signal
        if os.fork() == 0:
            while True:
                pass
        if os.fork() == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
        os.wait()
        """,
        token,
    )
    main, *children = run.dumps
    assert [one["state"] for one in run.dumps] == ["S", "R", "T"]
    # Those end last whose parents have ended by then.
    assert {one["parent"] for one in children} == {main["pid"]}
    assert not alive(token)


LEADERLESS = """
    import ctypes, os, threading, time
    def end_alone():
        threading.Thread(target=time.sleep, args=(60,)).start()
        ctypes.CDLL(None).pthread_exit(None)
"""


@LINUX
def test_a_process_whose_first_thread_has_ended_is_seen_and_is_no_storm(
    folder: Folder, token: str
):
    source = f"""
    {LEADERLESS}
    if os.fork() == 0:
        end_alone()
    """
    result = folder.result(source, token)
    assert result.run.outcome == 0
    [left] = result.run.left
    assert token in left["command"]
    assert left["state"] == "S"
    [error] = result.errors
    assert "left processes behind" in error.problem
    assert not alive(token)


@LINUX
def test_at_the_time_limit_so_does_one_whose_first_thread_has_ended(
    folder: Folder, token: str
):
    run = folder.run(
        f"""
    # /// script
    # [tool.proof]
    # expect = "hang"
    # limit = 1
    # ///
    {LEADERLESS}
    end_alone()
    """,
        token,
    )
    [dump] = run.dumps
    assert dump["state"] == "S"
    assert "in run" in dump["text"]  # of the other thread
    assert not alive(token)


@LINUX
def test_one_that_is_traced_by_its_supervisor_and_stands_still_has_not_ended(
    folder: Folder, token: str
):
    run = folder.run(
        """
        # /// script
        # [tool.proof]
        # expect = "hang"
        # limit = 0.5
        # ///
        import ctypes, os, signal
        PTRACE_TRACEME = 0
        assert ctypes.CDLL(None).ptrace(PTRACE_TRACEME, 0, 0, 0) == 0
        print("traced")
        os.kill(os.getpid(), signal.SIGUSR1)
        """,
        token,
    )
    assert output(run) == ["traced"]
    assert run.outcome == "hang"  # and not SIGKILL, which is how it is ended
    assert [one["state"] for one in run.dumps] == ["t"]
    assert not alive(token)


def test_a_program_that_exceeds_its_limit_undeclared_is_told_of(folder: Folder):
    result = folder.result(
        """
        # /// script
        # [tool.proof]
        # limit = 0.3
        # ///
        import time; print("begun"); time.sleep(60)
        """
    )
    [error] = result.errors
    assert "still running at its limit of 0.3 s" in error.problem
    assert error.line == 5
    assert output(result.run) == ["begun"]


def test_an_interpreter_that_cannot_start_is_told_of(folder: Folder, tmp_path: Path):
    request = Request(argv=[str(tmp_path / "none")], files={}, env={}, limit=5)
    answer = _ask(request, tmp_path)
    assert os.waitstatus_to_exitcode(answer["status"]) == 127
    assert "cannot start" in answer["stderr"][0][1]


PORTABLE = """
import sys
sys.platform = "darwin"
from proof.supervise import keeper
keeper.main(sys.argv[1:])
"""


@pytest.mark.parametrize("ending", ["return", "limit", "segfault"])
def test_without_subreapers_and_proc_a_process_group_is_still_ended(
    ending: str, tmp_path: Path
):
    pids = tmp_path / "pids"
    code = {
        "return": "",
        "limit": "time.sleep(60)",
        "segfault": "import ctypes; ctypes.string_at(0)",
    }[ending]
    program = (
        "import os, sys, time\n"
        "child = os.fork()\n"
        "if child == 0: time.sleep(60)\n"
        f"open({str(pids)!r}, 'w').write(str(child))\n"
        f"print('said')\n{code}\n"
    )
    request = Request(
        argv=[sys.executable, "x.py"], files={"x.py": program}, env={}, limit=1.5
    )
    answer = _ask(request, tmp_path, "-c", PORTABLE)
    assert [text for _, text in answer["stdout"]] == ["said"]
    assert answer["trace"] is None
    assert answer["reached"] == ("time" if ending == "limit" else None)
    if ending == "segfault":
        assert os.waitstatus_to_exitcode(answer["status"]) == -signal.SIGSEGV
    assert gone(int(pids.read_text()))


def _ask(request: Request, tmp_path: Path, *how: str) -> dict:
    """Ask a keeper with one slot, as a builder does."""
    keeper, ours = _keeper(tmp_path, *how)
    ours.sendall(json.dumps(vars(request)).encode() + b"\n")
    answer = ours.makefile("rb").readline()
    ours.close()
    keeper.wait(10)
    return json.loads(answer)


def _keeper(tmp_path: Path, *how: str) -> tuple[subprocess.Popen[bytes], socket.socket]:
    ours, theirs = socket.socketpair()
    (tmp_path / "runs").mkdir()
    command = [sys.executable, *how] if how else list(keepers.KEEPER)
    command.append(str(tmp_path / "runs"))
    keeper = subprocess.Popen(
        [*command, str(theirs.fileno())], pass_fds=[theirs.fileno()], cwd=ROOT
    )
    theirs.close()
    return keeper, ours


SLEEPERS = {
    "snippets/s.py": "import os, time\n"
    "if os.fork() == 0:\n    os.setsid()\n    os.fork()\n"
    "print(os.getpid(), flush=True)\n"
    "open(os.environ['PIDS'], 'a').write(f'{os.getpid()}\\n')\n"
    "time.sleep(60)\n"
}


@LINUX
@pytest.mark.parametrize("victim", ["builder", "slot", "keeper"])
def test_whoever_dies_takes_the_program_with_it(
    victim: str, folder: Folder, tmp_path: Path, token: str
):
    pids = folder.log
    keeper, ours = _keeper(tmp_path)
    request = Request(
        argv=[sys.executable, "snippets/s.py", token],
        files=SLEEPERS,
        env={"PIDS": str(pids)},
        limit=50,
    )
    ours.sendall(json.dumps(vars(request)).encode() + b"\n")
    _wait_for_lines(pids, 3)
    programs = alive(token)
    assert len(programs) == 3
    [slot] = psutil.Process(keeper.pid).children()
    if victim == "builder":
        ours.close()
    elif victim == "slot":
        os.kill(slot.pid, signal.SIGKILL)
    else:
        os.kill(keeper.pid, signal.SIGKILL)
    for program in programs:
        assert gone(program.pid, within=1)
    assert gone(slot.pid, within=1)
    ours.close()
    keeper.wait(10)


def _wait_for_lines(file: Path, count: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if file.exists() and len(file.read_text().splitlines()) == count:
            return
        time.sleep(0.01)
    raise AssertionError(f"{file} did not get {count} lines")


@LINUX
def test_a_killed_run_leaves_no_shared_memory(folder: Folder):
    source = """
        # /// script
        # [tool.proof]
        # expect = "hang"
        # limit = 1
        # ///
        import multiprocessing, time
        from multiprocessing.shared_memory import SharedMemory

        if __name__ == "__main__":
            lock = multiprocessing.get_context("spawn").Lock()
            block = SharedMemory(create=True, size=100)
            print(*{"sem." + lock._semlock.name[1:], block.name})
            time.sleep(100)
        """
    [line] = output(folder.run(source))
    names = line.split()
    assert len(names) == 2
    # With namespaces the names were never there; see test_init for who might see them.
    assert not [name for name in names if Path("/dev/shm", name).exists()]
