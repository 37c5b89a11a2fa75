"""Two threads are told that the queue is not empty, and one of them gets nothing."""

import queue
import threading

box = queue.Queue(maxsize=1)
both_have_asked = threading.Barrier(2)
outcomes = []


def look_and_take():
    answers = (box.empty(), box.full(), box.qsize())
    both_have_asked.wait()
    try:
        item = box.get_nowait()
    except queue.Empty:
        item = "queue.Empty"
    outcomes.append((answers, item))


if __name__ == "__main__":
    box.put("the last one")
    threads = [threading.Thread(target=look_and_take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("empty, full, qsize     then get_nowait")
    for answers, item in sorted(outcomes):
        print(answers, "      ", item)
        assert answers == (False, True, 1)
    assert {item for _, item in outcomes} == {"the last one", "queue.Empty"}
