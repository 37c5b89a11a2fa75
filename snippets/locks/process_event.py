# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""A multiprocessing Event that main sets ends the wait of a child."""

import multiprocessing
import sys
import time


def child(event, answers):
    answers.send(event.wait(timeout=0.1))
    answers.send(event.wait())


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    event = context.Event()
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(event, there))
    process.start()
    gave_up = here.recv()
    print("the child's wait before set() returned:", gave_up)
    time.sleep(0.2)  # long enough to be seen in the picture
    event.set()
    went_on = here.recv()
    print("the child's wait for set() returned:   ", went_on)
    process.join()
    assert (gave_up, went_on) == (False, True)
    assert event.wait() and event.is_set()
    event.clear()
    cleared = event.wait(timeout=0.1)
    print("main's wait after clear() returned:    ", cleared)
    assert not cleared
