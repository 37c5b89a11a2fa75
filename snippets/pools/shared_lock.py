"""A lock or a queue cannot be a job's argument, but an initializer can hand it over."""

import multiprocessing


def set_up(*shared):
    global lock, queue
    lock, queue = shared


def job(number):
    with lock:
        queue.put(number)


def job_with(queue, number):
    queue.put(number)


if __name__ == "__main__":
    lock, queue = multiprocessing.Lock(), multiprocessing.Queue()
    with multiprocessing.Pool(2, set_up, [lock, queue]) as pool:
        for shared in (lock, queue):
            try:
                pool.apply(job_with, [shared, 1])
            except RuntimeError as error:
                print("as an argument: RuntimeError:")
                print(" ", error)
            else:
                raise AssertionError("it was accepted")

        pool.map(job, [1, 2, 3])
        handed_over = {queue.get() for _ in range(3)}
        print("through the initializer:   ", handed_over)
        assert handed_over == {1, 2, 3}

        with multiprocessing.Manager() as manager:
            proxy = manager.Queue()
            pool.starmap(job_with, [(proxy, 1), (proxy, 2)])
            print("a manager's, as an argument:", {proxy.get(), proxy.get()})
            assert proxy.empty()
