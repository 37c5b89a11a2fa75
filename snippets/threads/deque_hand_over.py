"""append and popleft of a deque hand over each item once; maxlen drops the oldest."""

import collections
import threading

ITEMS = 20_000
WORKERS = 4
line = collections.deque(range(ITEMS))
begin = threading.Barrier(WORKERS)
taken = [[] for _ in range(WORKERS)]


def take(mine):
    begin.wait()
    while True:
        try:
            mine.append(line.popleft())
        except IndexError:  # empty: a deque never waits
            return


if __name__ == "__main__":
    threads = [threading.Thread(target=take, args=[mine]) for mine in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = sorted(item for mine in taken for item in mine)
    print(f"{len(everything)} items taken, {len(set(everything))} different ones")
    assert everything == list(range(ITEMS))

    latest = collections.deque(maxlen=3)
    for item in range(5):
        latest.append(item)
    print("maxlen 3, after five appends:", list(latest))
    assert list(latest) == [2, 3, 4]
