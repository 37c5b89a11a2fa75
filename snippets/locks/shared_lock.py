"""With one lock for both shelves, moves in opposite directions both finish."""

import threading

shelves = {"A": ["atlas"], "B": ["bible"]}
lock = threading.Lock()
begin = threading.Barrier(2)
order = []


def move(source, target):
    begin.wait()
    for _ in range(1000):
        with lock:
            if shelves[source]:
                shelves[target].append(shelves[source].pop())
    order.append(f"{source} to {target}")


if __name__ == "__main__":
    ways = ("A", "B"), ("B", "A")
    threads = [threading.Thread(target=move, args=way) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("finished:", *sorted(order), sep="\n* ")
    print("books:   ", *sorted(shelves["A"] + shelves["B"]))
    assert len(order) == 2
    assert sorted(shelves["A"] + shelves["B"]) == ["atlas", "bible"]
