# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 20
# ///
"""A thread gives up the GIL at calls and backward jumps, never within plain += 1."""

import dis
import sys
import threading
import time

plain = called = 0
running = True


def one():
    return 1


def add():
    global plain, called
    while running:
        plain += 1
        called = called + one()


if __name__ == "__main__":
    sys.setswitchinterval(0.0005)
    thread = threading.Thread(target=add)
    thread.start()
    places = set()
    for _ in range(40):
        before = plain
        while plain == before:
            time.sleep(0.001)  # let the thread run, then ask for the GIL
        frame = sys._current_frames()[thread.ident]
        while frame and frame.f_code is not add.__code__:
            frame = frame.f_back
        if frame:
            places.add(frame.f_lasti)
    running = False
    thread.join()

    steps = list(dis.get_instructions(add))
    seen = {max(s.offset for s in steps if s.offset <= place) for place in places}
    start, end = (s.offset for s in steps if s.argval == "plain")
    call_start, call_end = (s.offset for s in steps if s.argval == "called")
    for step in steps:
        if start <= step.offset <= call_end or step.offset in seen:
            mark = "<- seen here" if step.offset in seen else ""
            print(f"{step.opname:<25} {step.argrepr:<12} {mark}".rstrip())
    assert "BINARY_OP" in [s.opname for s in steps if start < s.offset < end]

    if getattr(sys, "_is_gil_enabled", lambda: True)():
        names = [step.opname for step in steps if step.offset in seen]
        legal = ("RESUME", "CALL", "JUMP_BACKWARD")
        assert all(any(word in name for word in legal) for name in names)
        assert not any(start <= place <= end for place in seen)
        assert any(call_start <= place <= call_end for place in seen)
