"""Two workers of one stage change the order, and numbers let the next restore it."""

import queue
import threading

COUNT = 6
jobs, finished = queue.Queue(), queue.Queue()
others_done = threading.Event()


def work():
    while (job := jobs.get()) is not None:
        number, word = job
        if number == 0:
            others_done.wait()  # this item takes longest
        finished.put((number, word.upper()))


def in_order(count):
    """Yield the words by number; keep those that came too early."""
    early, due = {}, 0
    while due < count:
        number, word = finished.get()
        arrived.append(number)
        early[number] = word
        if len(arrived) == count - 1:
            others_done.set()
        while due in early:
            yield early.pop(due)
            due += 1
        most_kept.append(len(early))


arrived, most_kept = [], []
words = ["ant", "bee", "cat", "dog", "eel", "fox"]
workers = [threading.Thread(target=work, name=f"worker {n}") for n in (1, 2)]
for worker in workers:
    worker.start()
for job in [*enumerate(words), None, None]:
    jobs.put(job)
restored = list(in_order(COUNT))
for worker in workers:
    worker.join()

print("arrived:  ", *arrived)
print("restored: ", *restored)
print("kept at most:", max(most_kept), "of", COUNT)
assert arrived == [1, 2, 3, 4, 5, 0]
assert restored == [word.upper() for word in words]
assert max(most_kept) == COUNT - 1
