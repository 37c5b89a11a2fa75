"""A loop that pauses in Event.wait ends when it is told to, not a period later."""

import threading

stop = threading.Event()
three_ticks = threading.Event()
ticks = {"short": 0, "long": 0}


def tick(name, period):
    while not stop.wait(period):
        ticks[name] += 1
        if ticks[name] == 3:
            three_ticks.set()


if __name__ == "__main__":
    threads = [
        threading.Thread(target=tick, args=["short", 0.1], name="period 0.1 s"),
        threading.Thread(target=tick, args=["long", 60], name="period 60 s"),
    ]
    for thread in threads:
        thread.start()
    three_ticks.wait()
    print("both pause again and again, and are told to stop")
    stop.set()
    for thread in threads:
        thread.join()
    print("both have ended; ticks of the short period:", ticks["short"])
    print("                 ticks of the long period: ", ticks["long"])
    assert ticks["short"] >= 3
    assert ticks["long"] == 0
    assert stop.wait(60) is True  # returns at once: the event stays set
