# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# limit = 20
# ///
"""At its soft limit of CPU time a process gets SIGXCPU, at the hard one SIGKILL."""

import multiprocessing
import resource
import signal

fork = multiprocessing.get_context("fork")
CASES = {  # the soft limit and the hard one, in seconds
    "ulimit -t 1": (1, 1),
    "ulimit -S -t 1": (1, resource.RLIM_INFINITY),
}


class OutOfTime(Exception):
    pass


def give_up(number, frame):
    raise OutOfTime


def compute(limits, conn):
    resource.setrlimit(resource.RLIMIT_CPU, limits)
    signal.signal(signal.SIGXCPU, give_up)  # the point
    try:
        while True:
            pass
    except OutOfTime:
        conn.send("out of time: saves what it has")


if __name__ == "__main__":
    children = {}
    for name, limits in CASES.items():
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=compute, args=[limits, there])
        child.start()
        there.close()
        children[name] = child, here
    for name, (child, here) in children.items():
        child.join()
        said = here.recv() if child.exitcode == 0 else signal.strsignal(-child.exitcode)
        print(f"{name + ':':16} {said} (exit code {child.exitcode})")
    codes = [child.exitcode for child, _ in children.values()]
    assert codes == [-signal.SIGKILL, 0]
