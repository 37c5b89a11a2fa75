"""Four waits within a locked section follow one another; before it they overlap."""

import threading
import time

WAIT = 0.06
counting = threading.Lock()
waiting = most = 0


def wait(meeting):
    """Wait, also for the others of the meeting; note how many do so at once."""
    global waiting, most
    with counting:
        waiting += 1
        most = max(most, waiting)
    time.sleep(WAIT)
    meeting.wait()
    with counting:
        waiting -= 1


def wait_within(lock):
    with lock:
        wait(threading.Barrier(1))


def wait_before(lock):
    wait(all_four)
    with lock:
        pass  # only what needs the lock


if __name__ == "__main__":
    for work in (wait_within, wait_before):
        most, lock, all_four = 0, threading.Lock(), threading.Barrier(4)
        start = time.monotonic()
        threads = [threading.Thread(target=work, args=(lock,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - start
        print(f"{work.__name__}: at most {most} waited at once, {seconds:.2f} s in all")
        if work is wait_within:
            assert most == 1
            assert seconds > 3.9 * WAIT
        else:
            assert most == 4
