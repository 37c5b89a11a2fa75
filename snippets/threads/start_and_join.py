"""start() returns while the job runs, and join() waits for that one thread only."""

import threading


def job(name, may_end):
    print(f"{name} works")
    may_end.wait()


end_first, end_second = threading.Event(), threading.Event()
first = threading.Thread(target=job, args=("first", end_first), name="first")
second = threading.Thread(target=job, args=("second", end_second), name="second")

first.start()
second.start()
print("main goes on: both start() calls have returned")
assert first.is_alive() and second.is_alive()

result = first.join(timeout=0.1)
print(f"join(timeout=0.1) returned {result}, first is alive: {first.is_alive()}")
assert result is None and first.is_alive()

end_first.set()
result = first.join()
print(f"join() returned {result}, first is alive: {first.is_alive()}")
assert result is None and not first.is_alive()
assert second.is_alive()

end_second.set()
second.join()
