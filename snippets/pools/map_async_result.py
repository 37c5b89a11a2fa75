"""Pool.map_async returns no generator, but one result that is ready when all are."""

import multiprocessing

fork = multiprocessing.get_context("fork")
may_end = fork.Event()


def job(n):
    if n == 2:
        may_end.wait()
    return n * n


def numbers():
    for n in range(3):
        drawn.append(n)
        yield n


drawn = []

if __name__ == "__main__":
    with fork.Pool(2) as pool:
        result = pool.map_async(job, numbers(), chunksize=1)
        print("map_async has returned; drawn:", *drawn)
        assert drawn == [0, 1, 2]
        try:
            iter(result)
        except TypeError as error:
            print(error)
        else:
            raise AssertionError("it can be looped over")

        try:
            result.get(timeout=0.2)
        except multiprocessing.TimeoutError:
            print("one job is not done: no result of any")
        else:
            raise AssertionError("it gave a part")

        may_end.set()
        print("all jobs are done:", result.get())
        assert result.get() == [0, 1, 4]
        pool.close()
        pool.join()
