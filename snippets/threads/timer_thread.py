"""A Timer is a thread that calls its function once, never before its delay is over."""

import threading
import time

DELAY = 0.2
calls, main_goes_on = [], threading.Event()


def ring(word):
    called_at = time.monotonic()
    main_goes_on.wait()
    calls.append((word, threading.current_thread(), called_at))


if __name__ == "__main__":
    timer = threading.Timer(DELAY, ring, args=["tea"])
    timer.name = "timer"
    begun = time.monotonic()
    timer.start()
    print("start has returned; alive:", timer.is_alive(), "- called:", len(calls))
    assert timer.is_alive() and not calls
    main_goes_on.set()
    assert isinstance(timer, threading.Thread)
    assert not timer.daemon

    timer.join()
    ((word, caller, called_at),) = calls
    print(f"called once, with {word!r}, in the thread {caller.name!r}")
    assert word == "tea"
    assert caller is timer
    assert called_at - begun >= DELAY
    assert not timer.is_alive()

    try:
        timer.start()
    except RuntimeError as error:
        print("a second start:", error)
    else:
        raise AssertionError("a Timer was started twice")
