"""Consumers that ask an event whenever get gives up end without a stop mark."""

import queue
import threading

items, taken = queue.Queue(), []
no_more = threading.Event()


def consume():
    while True:
        over = no_more.is_set()  # before get: what came first must not be missed
        try:
            item = items.get(timeout=0.05)
        except queue.Empty:
            if over:
                return
        else:
            taken.append(item)


consumers = [threading.Thread(target=consume, name=f"consumer {n}") for n in range(3)]
for consumer in consumers:
    consumer.start()
consumers[0].join(timeout=0.2)
alive = sum(consumer.is_alive() for consumer in consumers)
print("no item yet, consumers that go on asking:", alive)
assert alive == 3

for number in range(6):
    items.put(number)
no_more.set()  # once, however many consumers there are
for consumer in consumers:
    consumer.join()
print("all have ended; taken:", sorted(taken))
assert sorted(taken) == list(range(6))
