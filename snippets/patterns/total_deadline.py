"""With one deadline for all, no attempt gets more time than is left."""

import multiprocessing
import time

TOTAL, EACH = 0.5, 0.2  # seconds for all attempts, and for one attempt


def call(limit):
    """Ask a service that does not answer."""
    here, _there = multiprocessing.Pipe()
    if not here.poll(limit):
        raise TimeoutError(f"no answer within {limit * 1000:.0f} ms")


if __name__ == "__main__":
    begun = time.monotonic()
    deadline = begun + TOTAL
    limits = []
    while (left := deadline - time.monotonic()) > 0:
        limits.append(min(EACH, left))
        try:
            call(limits[-1])
        except TimeoutError as error:
            print(f"attempt {len(limits)}:", error)
    print(f"gave up after {time.monotonic() - begun:.3f} s")
    assert time.monotonic() >= deadline
    assert sum(limits) <= TOTAL
    assert len(limits) <= 3
