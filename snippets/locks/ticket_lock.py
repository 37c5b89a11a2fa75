"""A lock with tickets serves threads in the order in which they came."""

import threading
import time

THREADS, TURNS = 4, 25


class TicketLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.next_ticket = self.now_serving = 0

    def __enter__(self):
        with self.condition:
            ticket = self.next_ticket
            ahead.append(ticket - self.now_serving)
            self.next_ticket += 1
            self.condition.wait_for(lambda: self.now_serving == ticket)
        return ticket

    def __exit__(self, *error):
        with self.condition:
            self.now_serving += 1
            self.condition.notify_all()


lock = TicketLock()
served, order, ahead = [], [], []
begin = threading.Barrier(THREADS)


def greedy(name):
    begin.wait()
    for _ in range(TURNS):
        with lock as ticket:
            served.append(ticket)
            order.append(name)
            time.sleep(0.001)


if __name__ == "__main__":
    threads = [threading.Thread(target=greedy, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("who had the lock:", "".join(order[:40]), "...")
    print("most threads ahead of one that comes:", max(ahead))
    assert served == sorted(served)
    assert len(served) == THREADS * TURNS
    assert max(ahead) <= THREADS - 1
