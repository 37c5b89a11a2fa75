"""A job that fails goes back into the queue, and after three attempts into a list."""

import queue
import threading

jobs, done, given_up = queue.Queue(), [], []


def work(name, attempt):
    if name == "broken" or (name == "shaky" and attempt == 1):
        raise OSError(f"{name} failed")


def consume():
    while (job := jobs.get()) is not None:
        name, attempt = job
        try:
            work(name, attempt)
        except OSError as error:
            if attempt < 3:
                jobs.put((name, attempt + 1))  # before task_done
            else:
                given_up.append((name, str(error)))
        else:
            done.append((name, attempt))
        jobs.task_done()


consumers = [threading.Thread(target=consume, name=f"consumer {n}") for n in (1, 2)]
for consumer in consumers:
    consumer.start()
for name in ("good", "shaky", "broken", "fine"):
    jobs.put((name, 1))

jobs.join()  # only now can nothing come back
for _ in consumers:
    jobs.put(None)
for consumer in consumers:
    consumer.join()
for name, attempt in sorted(done):
    print(f"{name:6} done at attempt {attempt}")
for name, error in given_up:
    print(f"{name:6} given up: {error}")
assert sorted(done) == [("fine", 1), ("good", 1), ("shaky", 2)]
assert given_up == [("broken", "broken failed")]
assert jobs.empty()
