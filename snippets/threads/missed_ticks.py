"""After one long job a loop either catches up at once or skips the missed ticks."""

import threading
import time

PERIOD = 0.1


def work(number):
    time.sleep(2.5 * PERIOD if number == 0 else 0.02)


def catch_up(ticks):
    start = time.monotonic()
    for number in range(5):
        pause = max(0, start + number * PERIOD - time.monotonic())
        time.sleep(pause)
        ticks.append((number, time.monotonic() - start, pause))
        work(number)


def skip(ticks):
    start = time.monotonic()
    number = 0
    while number < 5:
        pause = max(0, start + number * PERIOD - time.monotonic())
        time.sleep(pause)
        ticks.append((number, time.monotonic() - start, pause))
        work(number)
        number = int((time.monotonic() - start) / PERIOD) + 1  # the next one to come


if __name__ == "__main__":
    kept, skipped = [], []
    threads = [
        threading.Thread(target=catch_up, args=[kept], name="catches up"),
        threading.Thread(target=skip, args=[skipped], name="skips"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for name, ticks in ("catches up", kept), ("skips", skipped):
        for number, at, pause in ticks:
            print(
                f"{name:10} tick {number} at {at:.2f} s, after a pause of {pause:.2f} s"
            )
            assert at - number * PERIOD >= -0.001  # no tick comes early

    assert [number for number, _, _ in kept] == [0, 1, 2, 3, 4]
    assert [pause for _, _, pause in kept[1:3]] == [0, 0]  # due already
    assert kept[1][1] >= 2.5 * PERIOD - 0.001
    assert kept[2][1] >= 2.5 * PERIOD + 0.019
    assert all(number >= 3 for number, _, _ in skipped[1:])
