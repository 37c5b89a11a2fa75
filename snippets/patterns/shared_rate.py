"""One deadline in shared memory, with its lock, limits three processes together."""

import itertools
import multiprocessing
import time

GAP, CALLS = 20_000_000, 4  # 20 ms, in nanoseconds


def call(name, free_at, passed):
    for _ in range(CALLS):
        with free_at.get_lock():  # from the read to the write
            while (now := time.monotonic_ns()) < free_at.value:
                time.sleep((free_at.value - now) / 1e9)
            free_at.value = now + GAP
        passed.put((now, name))


if __name__ == "__main__":
    free_at = multiprocessing.Value("q", 0)
    passed = multiprocessing.SimpleQueue()
    callers = [
        multiprocessing.Process(
            target=call, args=[n, free_at, passed], name=f"caller{n}"
        )
        for n in (1, 2, 3)
    ]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()

    passes = sorted(passed.get() for _ in range(3 * CALLS))
    print("process:", *(f"{name:4}" for _, name in passes))
    print("at ms:  ", *(f"{(t - passes[0][0]) // 10**6:4}" for t, _ in passes))
    for (earlier, _), (later, _) in itertools.pairwise(passes):
        assert later - earlier >= GAP
    assert {name for _, name in passes} == {1, 2, 3}
    print("never two within", GAP // 10**6, "ms, whichever process they are of")
