# /// script
# [tool.proof]
# kind = "plain"
# ///
"""start() begins each thread, and after both join() calls both are done."""

import threading
import time


def job(name):
    print(name, "begins")
    time.sleep(0.3)
    print(name, "ends")
    done.append(name)


done = []
first = threading.Thread(target=job, args=("first",))
second = threading.Thread(target=job, args=("second",))
first.start()
second.start()
print("main: both have been started")
first.join()
second.join()
print("main: both have ended")
assert sorted(done) == ["first", "second"]
