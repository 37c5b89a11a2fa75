"""With a barrier between the rounds, threads compute what one thread would."""

import threading

CELLS, ROUNDS = 4, 30
START = [100.0, 0.0, 0.0, 40.0]


def mean(cells, i):
    return (cells[i - 1] + cells[i] + cells[(i + 1) % CELLS]) / 3


def in_one_thread():
    cells = START
    for _ in range(ROUNDS):
        cells = [mean(cells, i) for i in range(CELLS)]
    return cells


def turn_over():
    global old, new
    old, new = new, [None] * CELLS


def warm(i):
    for _ in range(ROUNDS):
        new[i] = mean(old, i)  # all read the old cells, each writes its own
        round_is_over.wait()


if __name__ == "__main__":
    old, new = START, [None] * CELLS
    round_is_over = threading.Barrier(CELLS, action=turn_over)
    threads = [
        threading.Thread(target=warm, args=(i,), name=f"cell{i}") for i in range(CELLS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("four threads:", [round(value, 6) for value in old])
    print("one thread:  ", [round(value, 6) for value in in_one_thread()])
    assert old == in_one_thread()
