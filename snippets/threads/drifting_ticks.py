"""A pause after the work makes every tick later; a pause until a deadline does not."""

import threading
import time

PERIOD = 0.1
WORK = [0.05, 0.15, 0.05, 0.05, 0.05, 0.05, 0.05]  # the second takes longer
TICKS = len(WORK)


def pause_after_work(ticks):
    while len(ticks) < TICKS:
        ticks.append(time.monotonic())
        time.sleep(WORK[len(ticks) - 1])  # stands for the work
        time.sleep(PERIOD)


def pause_until_deadline(ticks):
    while len(ticks) < TICKS:
        ticks.append(time.monotonic())
        time.sleep(WORK[len(ticks) - 1])
        deadline = ticks[0] + len(ticks) * PERIOD
        time.sleep(max(0, deadline - time.monotonic()))


def behind(ticks):
    """How many seconds each tick comes after its place in the plan."""
    return [tick - ticks[0] - n * PERIOD for n, tick in enumerate(ticks)]


if __name__ == "__main__":
    assert time.get_clock_info("monotonic").monotonic  # it cannot go backwards
    drifting, steady = [], []
    threads = [
        threading.Thread(target=pause_after_work, args=[drifting], name="drifts"),
        threading.Thread(target=pause_until_deadline, args=[steady], name="steady"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    lates, kepts = behind(drifting), behind(steady)
    for number in range(TICKS):
        late, kept = lates[number], kepts[number]
        print(f"tick {number}: {late:.2f} s behind   with deadlines {kept:.2f} s")
        assert late >= sum(WORK[:number]) - 0.001  # each tick pays for all work so far
    assert kepts[2] >= 0.04  # the long work makes the next tick late
    assert min(kepts[3:]) < 0.04  # and not the ones after it
    assert kepts[-1] < lates[-1]
