# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""Where each message brings 20 ms of work, a dear channel takes about as long."""

import multiprocessing
import time

MESSAGES = 5
WORK = {"without work": 0, "with 20 ms of work": 0.02}
fork = multiprocessing.get_context("fork")


def work(there, back):
    """Answer each message, which says how long its work takes."""
    while (seconds := there.get()) is not None:
        time.sleep(seconds)  # stands for a query, or a computation
        back.put("done")


def price(there, back, seconds):
    """Return the seconds that a message takes, on average."""
    began = time.perf_counter()
    for _ in range(MESSAGES):
        there.put(seconds)
        assert back.get() == "done"
    return (time.perf_counter() - began) / MESSAGES


if __name__ == "__main__":
    with fork.Manager() as manager:
        kinds = {"SimpleQueue": fork.SimpleQueue, "Manager().Queue": manager.Queue}
        queues = {name: (kind(), kind()) for name, kind in kinds.items()}
        partners = [fork.Process(target=work, args=pair) for pair in queues.values()]
        for partner, pair in zip(partners, queues.values(), strict=True):
            partner.start()
            price(*pair, 0)  # to warm up
        order, ratios = list(queues), {}
        for label, seconds in WORK.items():
            found = {name: [] for name in queues}
            for _ in range(3 if seconds else 50):
                order.reverse()  # each round begins with the other one
                for name in order:
                    found[name].append(price(*queues[name], seconds))
            cheap, dear = (min(found[name]) for name in queues)
            print(f"SimpleQueue, {label}: {cheap * 1e3:.3f} ms")
            print(f"Manager().Queue, {label}: {dear * 1e3:.3f} ms")
            print(f"Manager().Queue / SimpleQueue, {label}: {dear / cheap:.2f} times")
            ratios[seconds] = dear / cheap
        for there, _ in queues.values():
            there.put(None)
        for partner in partners:
            partner.join()
    assert ratios[0] > 1 and ratios[0.02] < 1.5
