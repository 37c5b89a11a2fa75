"""Threads that wait for each other take a thousand turns within one switch interval."""

import sys
import threading
import time

INTERVAL = 60
HITS = 1000
sys.setswitchinterval(INTERVAL)
turns = [threading.Semaphore(1), threading.Semaphore(0)]
hits = []


def player(side):
    for _ in range(HITS // 2):
        turns[side].acquire()  # waits, and so gives up the GIL
        hits.append(side)
        turns[1 - side].release()


players = [threading.Thread(target=player, args=[side]) for side in (0, 1)]
began = time.perf_counter()
for thread in players:
    thread.start()
for thread in players:
    thread.join()
took = time.perf_counter() - began

print(f"{HITS} hits took {took:.3f} s; the switch interval is {INTERVAL} s")
assert hits == [0, 1] * (HITS // 2)
assert took < INTERVAL / 2
