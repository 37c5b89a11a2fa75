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
fork = multiprocessing.get_context("fork")


def work(there, back):
    """Answer each message, which says how long its work takes."""
    while (seconds := there.get()) is not None:
        time.sleep(seconds)  # stands for a query, or a computation
        back.put("done")


def price(there, back, seconds):
    """Return the least time in ms that a message took on average."""
    times = []
    for _ in range(3 if seconds else 50):
        began = time.perf_counter()
        for _ in range(MESSAGES):
            there.put(seconds)
            assert back.get() == "done"
        times.append(time.perf_counter() - began)
    return min(times) / MESSAGES * 1e3


if __name__ == "__main__":
    with fork.Manager() as manager:
        ratios = []
        kinds = {"SimpleQueue": fork.SimpleQueue, "Manager().Queue": manager.Queue}
        queues = {name: (kind(), kind()) for name, kind in kinds.items()}
        partners = [fork.Process(target=work, args=pair) for pair in queues.values()]
        for partner in partners:
            partner.start()
        for label, seconds in {"without work": 0, "with 20 ms of work": 0.02}.items():
            cheap, dear = (price(*pair, seconds) for pair in queues.values())
            print(f"SimpleQueue, {label}: {cheap:.3f} ms")
            print(f"Manager().Queue, {label}: {dear:.3f} ms")
            print(f"Manager().Queue / SimpleQueue, {label}: {dear / cheap:.2f} times")
            ratios.append(dear / cheap)
        for there, _ in queues.values():
            there.put(None)
        for partner in partners:
            partner.join()
    assert ratios[0] > 1 and ratios[1] < 1.5
