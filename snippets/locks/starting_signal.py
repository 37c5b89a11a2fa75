"""One set() lets every thread go on that waits for the event."""

import sys
import threading
import time

RUNNERS = 4
start = threading.Event()
running = []


def run():
    start.wait()
    running.append(threading.current_thread().name)
    while len(running) < RUNNERS:  # until every runner is on the way
        time.sleep(0.01)


def is_waiting(thread):
    frame = sys._current_frames().get(thread.ident)
    return frame is not None and frame.f_code.co_name == "wait"


if __name__ == "__main__":
    names = [f"runner{number}" for number in range(RUNNERS)]
    threads = [threading.Thread(target=run, name=name) for name in names]
    for thread in threads:
        thread.start()
    while not all(is_waiting(thread) for thread in threads):
        time.sleep(0.01)
    time.sleep(0.2)  # long enough to be seen in the picture
    print(f"waiting: {len(threads)}, running: {len(running)}")
    assert running == []

    start.set()
    for thread in threads:
        thread.join()
    print(f"after one set(), running: {len(running)}")
    assert sorted(running) == names
