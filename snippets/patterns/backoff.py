"""A bounded retry pauses at random below a growing limit, and raises the last error."""

import random
import time


def call_with_retries(call, attempts=5, base=0.02, longest=0.1):
    """Retry after a pause below a limit that doubles; raise the last error."""
    for attempt in range(attempts):
        try:
            return call()
        except ConnectionError as error:
            if attempt == attempts - 1:
                raise
            limit = min(longest, base * 2**attempt)
            pause = random.uniform(0, limit)  # the jitter
            pauses.append((pause, limit))
            print(f"  {error}; pause of {pause * 1000:4.1f} of {limit * 1000:4.0f} ms")
            time.sleep(pause)


def service(failures):
    """Return a call that fails so many times before it works."""
    calls = iter(range(1, 100))

    def call():
        number = next(calls)
        if number <= failures:
            raise ConnectionError(f"call {number} failed")
        return f"call {number} worked"

    return call


if __name__ == "__main__":
    pauses = []
    answer = call_with_retries(service(failures=3))
    print("with three failures:", answer)
    assert answer == "call 4 worked"
    assert len(pauses) == 3

    pauses = []
    try:
        call_with_retries(service(failures=99))
    except ConnectionError as error:
        print("with failures only: ", error)
        assert str(error) == "call 5 failed"
    assert [limit for _, limit in pauses] == [0.02, 0.04, 0.08, 0.1]
    assert all(0 <= pause <= limit for pause, limit in pauses)
