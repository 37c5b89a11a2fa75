"""A Thread has no method that ends it; one Event asks any number of threads to."""

import threading


def work():
    name = threading.current_thread().name
    try:
        while not stop.is_set():  # the point
            at_work[name].set()
        print(f"{name}: asked to stop")
    finally:
        cleaned_up.append(name)


METHODS = ["terminate", "kill", "stop", "cancel", "interrupt"]
assert not any(hasattr(threading.Thread, method) for method in METHODS)

stop, cleaned_up = threading.Event(), []
at_work = {name: threading.Event() for name in ("Ann", "Bob", "Eve")}
threads = [threading.Thread(target=work, name=name) for name in at_work]
for thread in threads:
    thread.start()
for event in at_work.values():
    event.wait()
print("main: all three are at work")
assert all(thread.is_alive() for thread in threads) and not cleaned_up

stop.set()  # the point
for thread in threads:
    thread.join()
print("main: all have ended, and have cleaned up:", sorted(cleaned_up))
assert sorted(cleaned_up) == ["Ann", "Bob", "Eve"]
