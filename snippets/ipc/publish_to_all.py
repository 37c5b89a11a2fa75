# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""Every listener has a queue; one that is dead or slow holds up nobody."""

import contextlib
import multiprocessing
import os
import queue


class Publisher:
    """Sends each message to all listeners, and waits for none of them.

    A listener reads the queue that `subscribe` returns, and has room for so many
    messages; what comes when it is full, a stop mark too, that listener alone misses.
    """

    def __init__(self, room, context=multiprocessing):
        self._room, self._context = room, context
        self._queues = []

    def subscribe(self):
        self._queues.append(self._context.Queue(self._room))
        return self._queues[-1]

    def publish(self, message):
        """Put a message into every queue that has room; return how many had."""
        reached = 0
        for one in self._queues:
            with contextlib.suppress(queue.Full):
                one.put_nowait(message)  # the point
                reached += 1
        return reached


def listen(messages, said, kind):
    if kind == "dies":
        messages.get()
        os._exit(1)
    while (message := messages.get()) is not None:
        said.put((kind, message))


if __name__ == "__main__":
    publisher, said = Publisher(room=4), multiprocessing.SimpleQueue()
    listeners = []
    for kind in ("reads", "reads too", "dies"):
        arguments = [publisher.subscribe(), said, kind]
        listeners.append(multiprocessing.Process(target=listen, args=arguments))
        listeners[-1].start()
    never_read = publisher.subscribe()
    got, reached = [], []
    for number in range(6):
        reached.append(publisher.publish(number))
        got += sorted(said.get() for _ in range(2))  # both have read it
    publisher.publish(None)
    for listener in listeners:
        listener.join()
    never_read.cancel_join_thread()
    print("messages reached", reached, "of 4 queues")
    assert got == [(kind, n) for n in range(6) for kind in ("reads", "reads too")]
    assert reached[0] == 4 and reached[-1] == 2
