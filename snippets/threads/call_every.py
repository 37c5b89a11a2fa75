# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""A ticker keeps its times, however long its work takes, and stops without a pause."""

import statistics
import threading
import time


def call_every(seconds, function, stop):
    """Call function() every so many seconds until the event stop is set."""
    due = time.monotonic() + seconds
    while not stop.wait(max(0, due - time.monotonic())):
        function()
        missed = max(0, time.monotonic() - due) // seconds
        due += seconds * (1 + missed)  # the point


PERIOD, WORK, TICKS = 0.1, 0.03, 8


def work():
    ticks.append(time.monotonic() - begun)
    if len(ticks) == TICKS:
        stop.set()
    time.sleep(2.5 * PERIOD if len(ticks) == 2 else WORK)  # one takes far too long


if __name__ == "__main__":
    ticks, stop = [], threading.Event()
    begun = time.monotonic()
    call_every(PERIOD, work, stop)
    print("ticks at", " ".join(f"{tick:.2f}" for tick in ticks))
    places = [int(tick / PERIOD) for tick in ticks]
    late = [tick % PERIOD for tick in ticks]
    print(f"mostly {statistics.median(late) * 1000:.0f} ms late, and not more and more")
    assert len(ticks) == TICKS
    assert len(set(places)) == TICKS  # never two in one period
    assert places[2] - places[1] >= 3  # what was missed is left out
    assert statistics.median(late) < PERIOD / 2

    hour = threading.Thread(target=call_every, args=[3600, work, stop])
    hour.daemon = True
    stop.clear()
    hour.start()
    begun = time.monotonic()
    stop.set()
    hour.join(10)
    print(f"a ticker of one hour stops after {time.monotonic() - begun:.4f} s")
    assert not hour.is_alive() and len(ticks) == TICKS
