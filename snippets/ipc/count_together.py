# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""A counter of many processes gives each number once, under every start method."""

import multiprocessing
import time


class SharedCounter:
    """A counter that processes get as an argument when they start.

    `context` is that of the processes; the counter holds up to 2**63 - 1. Who is killed
    inside `add` keeps the lock, and the others then wait for ever.
    """

    def __init__(self, start=0, context=multiprocessing):
        self._number = context.Value("q", start)

    def add(self, amount=1):
        """Add to the counter and return its new value."""
        with self._number.get_lock():  # the point
            self._number.value += amount
            return self._number.value

    @property
    def value(self):
        return self._number.value


def work(counter, begin, results):
    begin.wait()
    numbers, until = [], time.monotonic() + 0.1
    while time.monotonic() < until:
        numbers.append(counter.add())
    results.put(numbers)


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        counter, results = SharedCounter(context=context), context.SimpleQueue()
        arguments = [counter, context.Barrier(3), results]
        workers = [context.Process(target=work, args=arguments) for _ in range(3)]
        for worker in workers:
            worker.start()
        numbers = [number for _ in workers for number in results.get()]
        for worker in workers:
            worker.join()
        print(f"{method:10} {counter.value} added, {len(set(numbers))} numbers")
        assert counter.value == len(numbers) > 3
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
