# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""With a lock around the look-up, a deferred part is made once, and both get it."""

import contextlib
import sys
import threading

sys.tracebacklimit = 1


class Session:
    """Makes each part when it is first asked for."""

    def __init__(self, deferred):
        self.deferred, self.parts = deferred, {}
        self.lock = threading.Lock()  # right: one at a time

    def get(self, name):
        with self.lock:
            if name in self.deferred:
                self.parts[name] = self.deferred[name]()
                del self.deferred[name]
            return self.parts[name]


def make_provider():
    made.append("provider")
    with contextlib.suppress(threading.BrokenBarrierError):
        both_inside.wait(0.5)  # as long as it takes to make one
    return "a provider"


def work():
    together.wait()
    print("a thread got", session.get("credential_provider"))


made, together, both_inside = [], threading.Barrier(2), threading.Barrier(2)
session = Session({"credential_provider": make_provider})
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(made) == 1, "it was made twice"
