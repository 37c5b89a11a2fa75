"""With chunks of four, a bar stays at 0 for three jobs and jumps at the fourth."""

import multiprocessing
import threading
import time

spawn = multiprocessing.get_context("spawn")


def set_up(permits, ends):
    global may_end, ended
    may_end, ended = permits, ends


def job(number):
    may_end.acquire()
    ended.release()
    return number


def arrived(chunksize):
    """How many of eight results have come after one, two, … jobs have ended."""
    permits, ends = spawn.Semaphore(0), spawn.Semaphore(0)
    received, counts = [], []
    with spawn.Pool(1, set_up, (permits, ends)) as pool:
        results = pool.imap_unordered(job, range(8), chunksize)
        bar = threading.Thread(target=lambda: [received.append(one) for one in results])
        bar.start()
        for done in range(1, 9):
            permits.release()
            ends.acquire()
            expected = done - done % chunksize
            while len(received) < expected:
                time.sleep(0.001)
            time.sleep(0.03)  # time enough for more, if there were more
            counts.append(len(received))
        bar.join()
    return counts


if __name__ == "__main__":
    print("jobs that have ended:", *range(1, 9))
    single = arrived(chunksize=1)
    print("bar, chunks of one:  ", *single)
    assert single == [1, 2, 3, 4, 5, 6, 7, 8]
    chunked = arrived(chunksize=4)
    print("bar, chunks of four: ", *chunked)
    assert chunked == [0, 0, 0, 4, 4, 4, 4, 8]
