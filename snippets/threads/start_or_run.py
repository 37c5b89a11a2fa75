"""start() makes a thread that calls run(); run() by itself runs in the caller."""

import threading


class Greeter(threading.Thread):
    def __init__(self, whom):
        super().__init__(name="greeter")
        self.whom = whom

    def run(self):
        where = threading.current_thread().name
        print(f"hello {self.whom}, says {where}")
        self.ran_in = where


called = Greeter("Ann")
called.run()
assert called.ran_in == "MainThread"
assert called.ident is None  # it was never started

started = Greeter("Bob")
started.start()
started.join()
assert started.ran_in == "greeter"
print("main reads the attribute that the thread has set:", started.ran_in)
