"""terminate() only sends a signal: a child may be alive after it, not after join()."""

import multiprocessing
import time

ROUNDS = 20

if __name__ == "__main__":
    alive_at_once = alive_after_join = 0
    for _ in range(ROUNDS):
        child = multiprocessing.Process(target=time.sleep, args=(60,))
        child.start()
        child.terminate()
        alive_at_once += child.is_alive()
        child.join()
        alive_after_join += child.is_alive()

    print(f"main: {ROUNDS} children terminated, and I go on")
    print(f"alive right after terminate(): {alive_at_once}")
    print(f"alive after join():            {alive_after_join}")
    assert alive_at_once > 0
    assert alive_after_join == 0
