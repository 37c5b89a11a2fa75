# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Right after terminate() a child may still be alive; after join() it is not."""

import multiprocessing
import time

if __name__ == "__main__":
    child = multiprocessing.Process(target=time.sleep, args=(60,))
    child.start()
    print("after start():    ", child.is_alive())
    child.terminate()
    print("after terminate():", child.is_alive())
    child.join()
    print("after join():     ", child.is_alive())
    assert not child.is_alive()
