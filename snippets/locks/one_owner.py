"""Where one thread does all moves on request, the movers need no lock."""

import queue
import threading

requests = queue.SimpleQueue()
moved = []


def librarian():
    """Only this thread touches the shelves."""
    shelves = {"A": ["atlas"], "B": ["bible"]}
    while request := requests.get():
        source, target, answer = request
        shelves[target].append(shelves[source].pop(0))
        answer.put(shelves[target][-1])


def move(source, target):
    answer = queue.SimpleQueue()
    requests.put((source, target, answer))
    moved.append((f"{source} to {target}", answer.get()))


if __name__ == "__main__":
    owner = threading.Thread(target=librarian, name="librarian")
    ways = ("A", "B"), ("B", "A")
    movers = [threading.Thread(target=move, args=way) for way in ways]
    for thread in (owner, *movers):
        thread.start()
    for thread in movers:
        thread.join()
    requests.put(None)
    owner.join()
    for way, book in sorted(moved):
        print(f"{way}: {book}")
    assert sorted(way for way, _ in moved) == ["A to B", "B to A"]
