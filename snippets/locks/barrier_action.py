"""In each round the action runs once, in one of the threads, before any goes on."""

import threading

PARTIES, ROUNDS = 3, 4
steps = []


def act():
    steps.append(("action", threading.current_thread().name))


barrier = threading.Barrier(PARTIES, action=act)
round_is_noted = threading.Barrier(PARTIES)


def worker():
    for _ in range(ROUNDS):
        number = barrier.wait()
        steps.append(("number", number))
        round_is_noted.wait()


if __name__ == "__main__":
    names = [f"worker{i}" for i in range(PARTIES)]
    threads = [threading.Thread(target=worker, name=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for start in range(0, len(steps), 1 + PARTIES):
        (kind, name), *numbers = steps[start : start + 1 + PARTIES]
        print(f"the action ran in {name}, then wait() gave", *(n for _, n in numbers))
        assert kind == "action" and name in names
        assert sorted(numbers) == [("number", n) for n in range(PARTIES)]
    assert len(steps) == ROUNDS * (1 + PARTIES)
