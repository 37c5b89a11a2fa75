"""enumerate() lists the threads that are started and not ended, main among them."""

import threading


def names():
    return [thread.name for thread in threading.enumerate()]


may_end = threading.Event()
reader = threading.Thread(target=may_end.wait, name="reader")
clock = threading.Thread(target=may_end.wait, name="clock", daemon=True)
idle = threading.Thread(target=may_end.wait, name="never started")
reader.start()
clock.start()
for thread in threading.enumerate():
    print(f"{thread.name:<12}{'daemon' if thread.daemon else '':<8}{thread.ident}")
assert names() == ["MainThread", "reader", "clock"]
assert threading.active_count() == 3

may_end.set()
reader.join()
clock.join()
print("after the joins:", names())
assert names() == ["MainThread"]
assert idle.ident is None and reader.ident is not None
