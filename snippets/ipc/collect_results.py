# /// script
# [tool.proof]
# kind = "recipe"
# limit = 20
# ///
"""A queue that is read until its writers have ended holds none of them up."""

import contextlib
import multiprocessing
import os
import queue


def collect(results, processes):
    """Yield what the processes put into a queue, until all have ended; then join them.

    A process that fails or is killed at its work is no hindrance; one that is killed
    while it writes into the queue can make the queue useless. Who stops early leaves
    processes waiting for a reader.
    """
    processes = list(processes)  # they are asked again and again
    while any(process.is_alive() for process in processes):
        with contextlib.suppress(queue.Empty):  # if so, look again whether they live
            yield results.get(timeout=0.05)  # the point
    for process in processes:
        process.join()
    while not results.empty():  # whoever has ended has sent all that it put
        yield results.get()


def work(results, name):
    if name == "killed":
        os._exit(9)
    for _ in range(3):
        results.put((name, bytes(1_000_000)))  # more than a pipe holds
    if name == "fails":
        raise SystemExit(1)


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        results = context.Queue()
        jobs = {
            name: context.Process(target=work, args=[results, name])
            for name in ("works", "fails", "killed")
        }
        for job in jobs.values():
            job.start()
        got = [name for name, _ in collect(results, iter(jobs.values()))]
        codes = [job.exitcode for job in jobs.values()]
        print(f"{method:10} {len(got)} results, exit codes {codes}")
        assert sorted(got) == ["fails"] * 3 + ["works"] * 3
        assert codes == [0, 1, 9]
