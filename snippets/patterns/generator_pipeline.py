"""Two generators take turns in one thread; two threads are in their stages at once."""

import queue
import threading

together = threading.Barrier(2)
box = queue.Queue()
log = []


def draw_lines():
    for name in ("a", "b"):
        log.append((f"draw {name}", threading.current_thread().name))
        yield name


def colour(drawings):
    for name in drawings:
        log.append((f"colour {name}", threading.current_thread().name))
        yield name.upper()


print("generators:", list(colour(draw_lines())))
for step, thread in log:
    print(f"  {step:9} in {thread}")
assert [step for step, _ in log] == ["draw a", "colour a", "draw b", "colour b"]
assert {thread for _, thread in log} == {"MainThread"}


def draw_in_thread():
    box.put("a")
    together.wait()  # while it draws b ...
    box.put("b")
    box.put(None)


def colour_in_thread():
    while (name := box.get()) is not None:
        if name == "a":
            together.wait()  # ... a is being coloured
        coloured.append(name.upper())


coloured = []
stages = [
    threading.Thread(target=stage, name=stage.__name__.split("_")[0])
    for stage in (draw_in_thread, colour_in_thread)
]
for stage in stages:
    stage.start()
for stage in stages:
    stage.join()
print("threads:   ", coloured)
print("  met while b was drawn and a coloured:", not together.broken)
assert coloured == ["A", "B"]
assert not together.broken
