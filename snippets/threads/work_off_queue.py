# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""A worker thread does what was put and keeps its errors; stop() waits for the rest."""

import queue
import threading
import time


class QueueWorker:
    """A thread that calls work(item) for each item put; errors are (item, error)."""

    def __init__(self, work, room=100):
        self.work, self.items, self.errors = work, queue.Queue(room), []
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def put(self, item):
        """Hand an item over; wait while there are as many as there is room for."""
        self.items.put(item)

    def stop(self):
        """Return when all that was put has been done."""
        self.items.put(self)  # the mark for the end: no item is this object
        self.thread.join()

    def run(self):
        while (item := self.items.get()) is not self:
            try:
                self.work(item)
            except BaseException as error:
                self.errors.append((item, error))  # the point


def slow_int(text):
    assert threading.current_thread() is worker.thread
    time.sleep(0.01)  # slower than main puts
    done.append(int(text))


if __name__ == "__main__":
    done = []
    worker = QueueWorker(slow_int, room=2)
    ahead = []
    try:
        for text in ["1", "2", "three", "4", "5", "6"]:
            worker.put(text)
            ahead.append(worker.items.qsize())
    finally:
        worker.stop()
    print("done:  ", done)
    print("errors:", *[f"{item}: {error!r}" for item, error in worker.errors])
    print("most items that waited:", max(ahead))
    assert done == [1, 2, 4, 5, 6]  # the bad item has not ended the thread
    assert [item for item, _ in worker.errors] == ["three"]
    assert max(ahead) <= 2
    assert not worker.thread.is_alive()
