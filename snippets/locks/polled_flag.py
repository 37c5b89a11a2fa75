# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A spinning thread burns CPU time, a polling one wakes often, a waiting one rests."""

import resource
import threading
import time

flag = threading.Event()
looks = {"spin": 0, "poll": 0, "wait": 1}
used = {}


def spin():
    while not flag.is_set():
        looks["spin"] += 1


def poll():
    while not flag.is_set():
        looks["poll"] += 1
        time.sleep(0.001)


def wait():
    flag.wait()


def measure(work):
    work()
    sleeps = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    used[work.__name__] = time.thread_time(), sleeps


if __name__ == "__main__":
    for work, enough in {spin: 500_000, poll: 100, wait: 1}.items():
        flag.clear()
        thread = threading.Thread(target=measure, args=(work,), name=work.__name__)
        thread.start()
        time.sleep(0.2)
        while looks[work.__name__] < enough:
            time.sleep(0.01)
        flag.set()
        thread.join()

    print("how it waits   CPU time   times that it went to sleep")
    for name, (cpu_time, sleeps) in used.items():
        print(f"{name:14} {cpu_time:.3f} s    {sleeps}")
    for other in ("poll", "wait"):
        assert used["spin"][0] > 3 * used[other][0]
    assert used["poll"][1] > 3 * used["wait"][1]
