# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""threading has no priorities, but Linux takes a nice value for a single thread."""

import inspect
import os
import threading


def nice(thread):
    return os.getpriority(os.PRIO_PROCESS, thread.native_id)


if __name__ == "__main__":
    end = threading.Event()
    threads = [
        threading.Thread(target=end.wait, name=name) for name in ("low", "usual")
    ]
    for thread in threads:
        thread.start()
    low, usual = threads
    before = nice(low)
    os.setpriority(os.PRIO_PROCESS, low.native_id, 19)
    for thread in (*threads, threading.main_thread()):
        print(f"{thread.name:10} nice {nice(thread)}")
    assert nice(low) == 19
    assert nice(usual) == nice(threading.main_thread()) == before
    end.set()
    for thread in threads:
        thread.join()
    parameters = inspect.signature(threading.Thread).parameters
    print("parameters of Thread:", *parameters)
    assert not any("prio" in name or "nice" in name for name in parameters)
