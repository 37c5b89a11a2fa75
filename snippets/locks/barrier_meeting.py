"""Nobody passes a barrier before the last one has come."""

import threading
import time

meeting = threading.Barrier(3)
steps = []


def come(name, delay):
    time.sleep(delay)
    print(name, "comes")
    steps.append("comes")
    meeting.wait()
    print(name, "goes on")
    steps.append("goes on")


if __name__ == "__main__":
    delays = {"Ann": 0.05, "Bob": 0.15, "Cid": 0.3}
    threads = [
        threading.Thread(target=come, args=item, name=item[0])
        for item in delays.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert steps == ["comes"] * 3 + ["goes on"] * 3
