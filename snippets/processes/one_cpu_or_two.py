# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Two processes on one CPU are under way together, but do not run together."""

import multiprocessing
import os
import time

GAP = 0.0001  # seconds: whoever looks at the clock more often than that is running


def job(cpu, together, pipe):
    """Compute for 0.05 s of CPU time, and note each stretch of running."""
    os.sched_setaffinity(0, {cpu})
    together.wait()
    begin = last = time.monotonic()
    stretches, enough = [], time.process_time() + 0.05
    while time.process_time() < enough:
        now = time.monotonic()
        if now - last > GAP:
            stretches.append((begin, last))
            begin = now
        last = now
    stretches.append((begin, last))
    pipe.send([(begin, end) for begin, end in stretches if end - begin > GAP])


def pair_on(*cpus):
    """Return for how long both were under way, and for how long both were running."""
    together, (here, there) = fork.Barrier(2), fork.Pipe()
    pair = [fork.Process(target=job, args=(cpu, together, there)) for cpu in cpus]
    for child in pair:
        child.start()
    one, other = here.recv(), here.recv()
    for child in pair:
        child.join()
    under_way = min(one[-1][1], other[-1][1]) - max(one[0][0], other[0][0])
    common = [min(a[1], b[1]) - max(a[0], b[0]) for a in one for b in other]
    return under_way, sum(time for time in common if time > 0)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    first, second = sorted(os.sched_getaffinity(0))[:2]

    under_way, running = -1, 0
    while under_way < 0:  # one was done before the other began
        under_way, running = pair_on(first, first)
    print(f"one CPU:  both under way {under_way:.3f} s, both running {running:.3f} s")
    assert under_way > 0 and running < 0.001  # concurrent, not parallel

    while running < 0.003:  # the CPUs may be busy with others: repeat until it is seen
        under_way, running = pair_on(first, second)
    print(f"two CPUs: both under way {under_way:.3f} s, both running {running:.3f} s")
    assert under_way > 0 and running >= 0.003  # concurrent and parallel
