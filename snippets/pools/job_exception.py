"""A job's exception is silent until get() raises it, with the worker's traceback."""

import multiprocessing


def job(number):
    return 1 / number


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        result = pool.apply_async(job, [0])
        result.wait()
        print("the job has failed, and nothing was printed")
        assert result.ready() and not result.successful()

        try:
            result.get()
        except ZeroDivisionError as error:
            print("get() raises", repr(error))
            remote = str(error.__cause__)
            print("its cause, from the worker:")
            for line in remote.strip().strip('"').strip().splitlines():
                print("   ", line)
            assert "in job" in remote and "return 1 / number" in remote
        else:
            raise AssertionError("get() raised nothing")

        again = pool.apply(job, [4])
        print("the pool goes on:", again)
        assert again == 0.25
