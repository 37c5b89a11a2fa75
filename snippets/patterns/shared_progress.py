"""A shared counter lets main follow a map that returns nothing before its end."""

import multiprocessing
import time

spawn = multiprocessing.get_context("spawn")
JOBS = 12


def set_up(permits, counter):
    global may_end, done
    may_end, done = permits, counter


def job(number):
    may_end.acquire()  # the work, which takes as long as main wants it to
    with done.get_lock():
        done.value += 1
    return number


if __name__ == "__main__":
    permits = spawn.Semaphore(0)
    counter = spawn.Value("i", 0)
    with spawn.Pool(2, set_up, (permits, counter)) as pool:
        result = pool.map_async(job, range(JOBS), chunksize=3)
        for count in range(JOBS):
            if count % 4 == 0:
                print(f"{'#' * count:.<{JOBS}} {count} of {JOBS}")
                assert not result.ready()
            permits.release()
            while counter.value <= count:
                time.sleep(0.002)
        numbers = result.get()
    print(f"{'#' * JOBS} {counter.value} of {JOBS}, and map_async has its result")
    assert counter.value == JOBS
    assert numbers == list(range(JOBS))
