"""threading.excepthook gets what ends a thread, with the thread; sys.excepthook not."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor


def fail():
    raise ValueError("no such page")


def leave():
    sys.exit("no more pages")


def note(args):
    print(f"{args.thread.name}: {args.exc_type.__name__}: {args.exc_value}")
    noted.append((args.thread.name, args.exc_type))


noted, noted_by_sys = [], []
threading.excepthook = note
sys.excepthook = lambda *args: noted_by_sys.append(args)

for name, job in (("Ann", fail), ("Bob", leave)):
    thread = threading.Thread(target=job, name=name)
    thread.start()
    thread.join()
with ThreadPoolExecutor() as pool:
    pool.submit(fail)  # its future keeps the exception, and no thread ends of it
print(f"threading.excepthook was called {len(noted)} times,", end=" ")
print(f"sys.excepthook {len(noted_by_sys)} times")
assert noted == [("Ann", ValueError), ("Bob", SystemExit)]
assert noted_by_sys == []
