"""cancel ends a Timer that still waits; once its function has begun, it is too late."""

import threading

begun = threading.Event()
may_end = threading.Event()
calls = []


def slow_call():
    begun.set()
    may_end.wait()
    calls.append("slow call")


if __name__ == "__main__":
    early = threading.Timer(60, calls.append, args=["early"])
    early.name = "cancelled early"
    early.start()
    early.cancel()
    early.join()  # returns at once: nobody waits for the 60 seconds
    print("cancelled while it waits:   ", calls)
    assert calls == []

    late = threading.Timer(0.1, slow_call)
    late.name = "cancelled late"
    late.start()
    begun.wait()
    late.cancel()
    late.join(timeout=0.1)
    print("cancelled while it runs:     it still runs:", late.is_alive())
    assert late.is_alive()
    may_end.set()
    late.join()
    print("                             it has run to its end:", calls)
    assert calls == ["slow call"]

    late.cancel()
    print("cancelled after its end:     no error")
