"""The trace of known programs tells what they did."""

import subprocess
import sys
import time

import pytest

from proof.supervise import procfs
from tests.conftest import Folder

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a trace is read from Linux's /proc"
)


def test_processes_are_counted_down_to_the_grandchildren_of_threads():
    source = """
import subprocess, sys, threading
start = lambda: subprocess.run([sys.executable, "-c", "import os; os.fork(); input()"])
threads = [threading.Thread(target=start) for _ in range(3)]
for thread in threads:
    thread.start()
"""
    with subprocess.Popen([sys.executable, "-c", source], stdin=subprocess.PIPE) as one:
        deadline = time.monotonic() + 20
        while len(procfs.descendants(one.pid)) < 6 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert len(procfs.below(one.pid)) == len(procfs.descendants(one.pid)) == 6


def times(trace: dict) -> list[float]:
    """When each sample was taken, in seconds."""
    total, found = 0, []
    for tick in trace["ticks"]:
        total += tick
        found.append(total / 10_000)
    return found


def letters(thread: dict) -> str:
    """One letter for each tick, from the thread's first on."""
    import re

    runs = re.findall(r"([A-Za-z])(\d+)", thread["states"])
    return "".join(letter * int(count) for letter, count in runs)


def seconds_in(trace: dict, thread: dict, states: str) -> float:
    """How long a thread was in some states."""
    when = times(trace)
    first = thread["first"]
    return sum(
        when[first + i + 1] - when[first + i]
        for i, letter in enumerate(letters(thread))
        if letter in states and first + i + 1 < len(when)
    )


def by_parent(trace: dict) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = {}
    for process in trace["processes"]:
        found.setdefault(process["parents"][0][1], []).append(process)
    return found


def test_a_sleeper_sleeps_and_a_spinner_runs(folder: Folder):
    run = folder.run(
        """
        import threading, time
        until = time.monotonic() + 0.4
        thread = threading.Thread(target=time.sleep, args=(0.4,))
        thread.start()
        while time.monotonic() < until:
            pass
        thread.join()
        """
    )
    [process] = run.trace["processes"]
    main, sleeper = process["threads"]
    assert main["tid"] == process["pid"]
    assert seconds_in(run.trace, main, "Rr") >= 0.3
    assert 0.35 <= seconds_in(run.trace, sleeper, "S") <= run.wall
    assert main["cpu"] + main["ready"] > 0.3
    assert sleeper["cpu"] < 0.1


def test_a_zombie_is_seen_for_as_long_as_it_is_one(folder: Folder):
    run = folder.run(
        """
        import os, time
        if os.fork() == 0:
            os._exit(3)
        time.sleep(0.3)
        os.wait()
        time.sleep(0.1)
        """
    )
    parent, child = sorted(run.trace["processes"], key=lambda p: p["pid"])
    assert child["parents"][0][1] == parent["pid"]
    [thread] = child["threads"]
    assert 0.2 <= seconds_in(run.trace, thread, "Z") <= run.wall
    assert child["status"] >> 8 == 3
    assert child["last"] is not None


def test_an_orphan_is_seen_to_change_its_parent(folder: Folder):
    run = folder.run(
        """
        import os, time
        middle = os.fork()
        if middle == 0:
            if os.fork() == 0:
                time.sleep(0.4)
                os._exit(0)
            time.sleep(0.2)
            os._exit(0)
        os.waitpid(middle, 0)
        time.sleep(0.4)
        """
    )
    main, middle, orphan = sorted(run.trace["processes"], key=lambda p: p["pid"])
    (_, before), (tick, after) = orphan["parents"]
    assert before == middle["pid"]
    assert after not in (middle["pid"], main["pid"])
    assert 0.2 <= times(run.trace)[tick] <= run.wall


def test_a_stopped_process_is_seen_stopped(folder: Folder):
    run = folder.run(
        """
        import os, signal, time
        child = os.fork()
        if child == 0:
            time.sleep(60)
        os.kill(child, signal.SIGSTOP)
        time.sleep(0.3)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        """
    )
    _, child = sorted(run.trace["processes"], key=lambda p: p["pid"])
    assert 0.2 <= seconds_in(run.trace, child["threads"][0], "T") <= run.wall
    assert child["status"] is None or child["status"] & 0x7F == 9


def test_threads_that_came_and_went_are_all_there(folder: Folder):
    run = folder.run(
        """
        import threading, time
        for _ in range(3):
            threads = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in "abcd"]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        """
    )
    [process] = run.trace["processes"]
    assert len(process["threads"]) == 13


def test_more_programs_than_cpus_wait_for_one(folder: Folder):
    run = folder.run(
        """
        import os, time
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        for _ in range(3):
            if os.fork() == 0:
                until = time.monotonic() + 0.6
                while time.monotonic() < until:
                    pass
                os._exit(0)
        for _ in range(3):
            os.wait()
        """
    )
    children = [p for p in run.trace["processes"] if len(run.trace["processes"]) == 4]
    spinning = sorted(children, key=lambda p: p["pid"])[1:]
    for child in spinning:
        [thread] = child["threads"]
        # Two thirds of the time another has the CPU, or somebody else.
        assert thread["ready"] > thread["cpu"]
        assert seconds_in(run.trace, thread, "r") > seconds_in(run.trace, thread, "R")


def test_a_short_run_has_the_programs_command_from_the_start(folder: Folder):
    run = folder.run("pass")
    [process] = run.trace["processes"]
    assert process["command"] == run.command
