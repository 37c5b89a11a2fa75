# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""However many threads ask at once, the value is made once, and all get that one."""

import threading


def make_once(make):
    """Return a function whose first call calls make(); every call returns its value."""
    lock, values = threading.Lock(), []

    def get():
        with lock:  # the point
            if not values:
                values.append(make())
        return values[0]

    return get


calls, second_call, met = [], threading.Event(), []


@make_once
def connection():
    calls.append("call")
    if len(calls) > 1:
        second_call.set()
        return object()
    met.append(second_call.wait(0.3))  # time enough for others to come in, if they can
    raise ConnectionError("the first attempt fails")


def ask():
    together.wait()
    try:
        got.append(connection())
    except ConnectionError as error:
        print("one thread gets:", error)
        errors.append(error)


if __name__ == "__main__":
    together, got, errors = threading.Barrier(8), [], []
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{len(got)} threads got {len(set(map(id, got)))} connection")
    print("attempts:", len(calls))
    assert met == [False]  # nobody came in beside the first one
    assert len(errors) == 1  # and the next caller tried again
    assert len(calls) == 2 and len(got) == 7
    assert len(set(map(id, got))) == 1
    assert connection() is got[0]
